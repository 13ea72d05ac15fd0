import { HandEdit, type Value, z } from '../../film'
import { Character, Location } from './schema-cast'
import { Output, OutputSettings, Retro } from './schema-output'
import { Fps, Lighting, OneOrMore, Section, Size, Text } from './schema-parts'
import { Shot } from './schema-shot'
import { Sound } from './schema-sound'

const Meta = z
  .looseObject({
    title: Text.describe('The title, as shown'),
    version: Text.describe('Version of this production'),
    author: Text,
    description: Text,
    id: Text.describe('Stable id of the project; made from the title when absent'),
    created: Text.describe('When it was begun: 2026-11-20'),
  })
  .partial()

const Script = z
  .union([z.string(), z.looseObject({ file: z.string(), text: z.string() }).partial()])
  .describe('Path of the screenplay, or its text (several lines, or `text:`)')

const Style = z
  .union([
    Text,
    z
      .looseObject({
        look: Text.describe('A colour preset or a look by name: cinematic_teal_orange'),
        preset: Text.describe('A style by name: hollywood, nes, gameboy'),
        era: Text.describe('1950s, 1980s, near future'),
        mood: Text.describe('Words for the light of the whole film: rain, fog, neon, candles'),
        colour_grade: Text.describe('A colour preset by name'),
        color_grade: Text,
        contrast: z.union([z.number(), z.string()]).describe('1 is neutral; or low, normal, high'),
      })
      .partial(),
  ])
  .describe('How the whole film looks')

const Editorial = z
  .looseObject({
    transitions: z
      .union([
        z.record(z.string(), Text),
        z.array(z.looseObject({ from: Text, to: Text, after: Text, scene: Text, type: Text, frames: z.number() }).partial()),
      ])
      .describe('By scene: how it begins or ends: cut, fade, black'),
    pace: Text,
    title_cards: z.array(z.unknown()),
  })
  .partial()

const Settings = z
  .looseObject({
    size: Size,
    width: z.number(),
    height: z.number(),
    fps: Fps,
    voices: z.array(z.union([Text, z.looseObject({ name: Text, pitch: z.number(), rate: z.number() }).partial()])).describe('At least 4'),
    colour_presets: z.record(z.string(), z.looseObject({})).describe('Grades by name'),
    color_presets: z.record(z.string(), z.looseObject({})),
    fonts: z.union([z.array(Text), z.record(z.string(), Text)]),
    run_folder: z.string(),
  })
  .partial()

/** A sheet of sprites: whose, doing what, how large and in which style. */
const Sprites = z.union([
  Text,
  z
    .looseObject({
      name: Text,
      character: Text,
      action: Text.describe('walk or idle'),
      directions: z.number().describe('4 or 8'),
      frames: z.number().describe('Pictures of one cycle, 2 to 64'),
      height: z.number().describe('Pixels from sole to crown, 8 to 512'),
      style: Text,
      quality: Text,
    })
    .partial(),
])

/**
 * One file = one movie: the master file as people write it, in snake_case. Every section is optional and unknown keys
 * are kept; the whole may stand under `production:`.
 */
export const Production = z
  .looseObject({
    extends: OneOrMore.describe(
      'Another file, or a template by name (short_film, commercial, game_assets), whose sections are the base of these',
    ),
    meta: Meta,
    script: Script,
    style: Style,
    target_format: Text.describe('cinema, tv, web or game'),
    aspect_ratio: z.union([z.number(), z.string()]).describe('16:9, 2.39:1, 4:3, 1.85'),
    fps: Fps,
    settings: Settings,
    templates: z.record(z.string(), z.looseObject({})).describe('Named parts that shots, characters, locations and outputs extend'),
    development: Section,
    art: Section,
    characters: z.union([z.array(Character), z.record(z.string(), Character)]),
    locations: z.union([z.array(Location), z.record(z.string(), Location)]),
    camera: Section.describe('What every shot has that says nothing else: lens, angle, move'),
    lighting: Lighting.describe('What every scene has that says nothing else: time_of_day, weather, mood, rig, air'),
    shots: z.union([z.literal('auto'), z.array(Shot), z.record(z.string(), Shot)]).describe('`auto`, or a list'),
    takes: z.record(z.string(), Text).describe('Which variation of a shot is in the film: sc3.sh2: v2'),
    edits: z
      .array(z.union([HandEdit, z.looseObject({})]))
      .describe('What was moved by hand on the floor plan: the shot or scene by key, what of it, where to, and where it was'),
    sound: Sound,
    editorial: Editorial,
    vfx: z.union([Section, z.array(z.unknown())]),
    retro: Retro.describe('Retro settings of every output that says nothing else'),
    schedule: Section,
    output_presets: z.record(z.string(), OutputSettings).describe('Presets of your own'),
    outputs: z.union([z.array(Output), z.record(z.string(), Output)]).describe('What is delivered'),
    sprites: z
      .union([z.array(Sprites), z.record(z.string(), Sprites)])
      .describe('Sheets of sprites that are delivered beside the outputs: a packed PNG and TexturePacker JSON each'),
    render: z
      .looseObject({
        quality: Text.describe('draft, preview, production or final'),
        coarse: z.boolean().describe('Every tenth frame of every shot first, small'),
        on_failure: Text.describe('stop, or hole: leave a gap that a later run fills'),
      })
      .partial(),
  })
  .partial()
export type Production = Value<z.infer<typeof Production>>

/** The sections by name, in the order a master file has them. */
export const SECTIONS: readonly string[] = Object.keys(Production.shape)

export { Character, Location } from './schema-cast'
export { Output, OutputSettings, Retro } from './schema-output'
export { Shot } from './schema-shot'
