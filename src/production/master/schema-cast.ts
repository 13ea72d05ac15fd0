import { z } from '../../film'
import { Air, bases, Lighting, OneOrMore, Reference, Scenes, Section, Size, Text } from './schema-parts'

const Garment = z
  .looseObject({ kind: Text, colour: Text, color: Text, pattern: Text, material: Text, condition: Text, accent: Text })
  .partial()

/** Clothes in words, as a list, or piece by piece. */
const Outfit = z.union([Text, z.array(z.union([Text, Garment])), z.looseObject({}), z.null()])

/** Somebody in the film. */
export const Character = z.union([
  z.string(),
  z
    .looseObject({
      ...bases,
      name: Text.describe('As in the cues of the script'),
      key: Text,
      description: Text.describe('In words, as an introduction in a script: 58, huge, grey overcoat, bald'),
      model: z.union([Text, z.null(), z.looseObject({})]).describe('A model file; a person is generated where it cannot be used'),
      actor: z.union([Text, z.null(), z.looseObject({})]).describe('Actor reference'),
      sex: Text.describe('female or male'),
      gender: Text,
      body_type: Text.describe('slim, average, heavy, athletic …'),
      height: z.union([z.number(), z.string()]).describe('1.78, 178 cm, 5\'10"'),
      age: z.union([z.number(), z.string()]),
      ethnicity: Text,
      hair: z.union([Text, z.looseObject({ style: Text, colour: Text, color: Text, beard: Text }).partial()]),
      eyes: z.union([Text, z.looseObject({ colour: Text, color: Text }).partial()]),
      skin: Text.describe('In words, or #rrggbb'),
      voice: z
        .union([
          Text,
          z.boolean(),
          z
            .looseObject({
              name: Text.describe('A voice of the settings'),
              description: Text.describe('gruff, soft-spoken, booming …'),
              pitch: z.union([z.number(), z.string()]).describe('Hertz, 60 to 400; or low, high'),
              rate: z.number().describe('Words a minute'),
            })
            .partial(),
        ])
        .describe('A voice of the settings (alto, baritone …), words (gruff, soft-spoken), or none'),
      mannerisms: OneOrMore.describe('Small things they do again and again: chews her lip, taps his foot, pushes up her glasses …'),
      wardrobe: Outfit.describe('Clothes, or clothes by scene range: scene_1_5: grey coat, black shoes'),
      hairstyle: z.union([Text, z.record(z.string(), Text)]).describe('Hair in words, or by scene range'),
      ageing: z
        .union([z.record(z.string(), Text), z.array(z.looseObject({ scenes: Scenes, age: Text }).partial())])
        .describe('Age by scene range'),
      aging: z.union([z.record(z.string(), Text), z.array(z.looseObject({}))]),
      injuries: z
        .array(z.union([Text, z.looseObject({ scenes: Scenes, scene: Scenes, type: Text, where: Text, description: Text }).partial()]))
        .describe('What happens to them, and from which scene on'),
    })
    .partial(),
])

/** One thing of a set, by its key or kind. */
const SetThing = z
  .looseObject({
    thing: Text,
    to: z.array(z.number()).describe('[x, z] or [x, y, z], metres from the middle'),
    turn: z.number().describe('Which way it faces, degrees: 0 towards +z, 90 towards +x'),
    swap: Text.describe('What stands there instead'),
    gone: z.boolean(),
  })
  .partial()

/** Leave to shoot somewhere. */
const Permit = z
  .looseObject({
    name: Text,
    status: Text.describe('wanted, applied, granted, refused or expired'),
    authority: Text,
    number: Text,
    from: Text.describe('First day: 2026-06-21'),
    until: Text.describe('Last day'),
    note: Text,
  })
  .partial()

/** Somewhere in the film. */
export const Location = z.union([
  z.string(),
  z
    .looseObject({
      ...bases,
      name: Text.describe('As in the headings of the script'),
      key: Text,
      type: Text.describe('studio, practical, vfx extension or hdri; or set, preset, generated'),
      preset: Text.describe('A kind of set: kitchen, diner, street, forest …'),
      kind: Text,
      hdri: z.union([
        Text,
        z.null(),
        z
          .looseObject({
            file: Text,
            path: Text,
            rotation: z.number().describe('Degrees to the right'),
            intensity: z.number().describe('1: as bright as a sky of ours'),
          })
          .partial(),
      ]),
      set: z.union([
        Text,
        z
          .looseObject({
            kind: Text,
            size: Size,
            width: z.number(),
            depth: z.number(),
            height: z.number(),
            floor: z.union([Text, Section]).describe('A kind, a colour, or both: green tile'),
            walls: z.union([Text, Section]),
            ceiling: z.union([Text, Section]),
            trim: Text.describe('Colour of skirting and frames'),
            surroundings: Text.describe('Beyond the windows, or around: street, fields, sea, skyline …'),
            outside: Text,
            add: z.array(z.union([Text, Section])).describe('Things with their places: { prop: piano, position: [1.2, -0.8] }'),
            props: z.array(z.union([Text, Section])),
            without: z.array(Text).describe('Things that shall not be there'),
            remove: z.array(Text),
            things: z
              .union([z.array(SetThing), z.record(z.string(), SetThing)])
              .describe('Things of it elsewhere, or others: sofa: { to: [1.2, -0.8], turn: 90 }, chair 2: { swap: stool }'),
          })
          .partial(),
      ]),
      interior: z.boolean(),
      exterior: z.boolean().describe('The other way round: true lies outside'),
      description: Text,
      scenes: Scenes,
      scene: Scenes,
      time_of_day: Text.describe('day, night, dawn, dusk'),
      coordinates: z
        .union([z.array(z.number()), Text, z.looseObject({ latitude: z.number(), longitude: z.number() }).partial()])
        .describe('Latitude and longitude in degrees: its sun stands where it does there'),
      date: Text.describe('The day it is shot for: 2026-06-21'),
      time: Text.describe('By its clock: 17:30; or day, night, dawn, dusk'),
      utc_offset: z.number().describe('Hours that its clock is before UTC; by its longitude when absent'),
      month: Text.describe('The month it is shot in, where no date is said: january'),
      address: OneOrMore,
      time_zone: Text.describe('Europe/Berlin: its clock, by the date; stands in for utc_offset'),
      weather_by_month: z
        .record(
          z.string(),
          z.union([
            z.boolean(),
            OneOrMore,
            z
              .looseObject({
                high: z.number().describe('Degrees Celsius by day'),
                low: z.number(),
                rain_days: z.number(),
                snow_days: z.number(),
                fog_days: z.number(),
                sun_hours: z.number().describe('Of the month'),
                weather: OneOrMore.describe('In words, over the figures: snow'),
                sky: OneOrMore,
              })
              .partial(),
          ]),
        )
        .describe(
          'january: snow, or january: { high: 1, low: -6, snow_days: 14 }; it is in the picture where the script says nothing of the weather, unless `in_picture: false`',
        ),
      contact: z.union([Text, z.looseObject({ name: Text, role: Text, phone: Text, email: Text }).partial()]).describe('Whom to call'),
      features: OneOrMore.describe('What it has: working fireplace, view over the harbour'),
      restrictions: OneOrMore.describe('What it forbids: no open flames, no shooting after 22:00'),
      permits: z
        .union([Text, z.array(z.union([Text, Permit])), z.record(z.string(), z.union([Text, Permit]))])
        .describe('Leave to shoot: street closure: { status: granted, until: 2026-06-30 }'),
      logistics: z
        .union([Text, z.record(z.string(), z.union([z.boolean(), OneOrMore]))])
        .describe(
          'What it takes to work there: parking, power, access, facilities, distance_km (from the base), travel_minutes, or a word of your own',
        ),
      weather: Text.describe('rain, snow, fog, storm, clear …'),
      light: Lighting.describe('Words for the light: candles, golden hour, low key; or a rig'),
      lighting: Lighting,
      air: Air,
      reference: Reference,
      props: z.array(z.union([Text, Section])),
    })
    .partial(),
])
