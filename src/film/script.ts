import { Diagnostic } from './diagnostic'
import { artifactFields, type Value, z } from './value'

/** The light outside that a heading asks for. */
export const TimeOfDay = z.enum(['DAY', 'NIGHT', 'DAWN', 'DUSK'])
export type TimeOfDay = z.infer<typeof TimeOfDay>

const lines = {
  /** First source line, 1-based. */
  line: z.int().positive(),
  /** Last source line, included. */
  endLine: z.int().positive(),
}

/** A run of emphasised text: character range [start, end) within the element's plain text. */
export const Emphasis = z.object({
  start: z.int(),
  end: z.int(),
  style: z.enum(['bold', 'italic', 'underline']),
})

/** One paragraph of a speech. Parentheticals without their brackets, lyrics without `~`. */
export const SpeechPart = z.object({
  kind: z.enum(['speech', 'parenthetical', 'lyric']),
  text: z.string(),
  emphasis: z.array(Emphasis).optional(),
  ...lines,
})

/** Everything a scene is made of, in order, with plain text (markup removed) and source lines. */
export const ScriptElement = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('action'),
    text: z.string(),
    emphasis: z.array(Emphasis).optional(),
    centred: z.boolean().optional(),
    ...lines,
  }),
  z.object({
    kind: z.literal('dialogue'),
    /** Key into Script.characters. */
    character: z.string(),
    /** The cue as written, without extensions. */
    cue: z.string(),
    /** Upper case: `V.O.`, `O.S.`, `CONT'D` … */
    extensions: z.array(z.string()),
    parts: z.array(SpeechPart),
    dual: z.enum(['left', 'right']).optional(),
    ...lines,
  }),
  z.object({ kind: z.literal('transition'), text: z.string(), ...lines }),
  z.object({ kind: z.literal('lyric'), text: z.string(), ...lines }),
  z.object({ kind: z.literal('note'), text: z.string(), ...lines }),
  z.object({ kind: z.literal('section'), depth: z.int(), text: z.string(), ...lines }),
  z.object({ kind: z.literal('synopsis'), text: z.string(), ...lines }),
  z.object({ kind: z.literal('page-break'), ...lines }),
])
export type ScriptElement = Value<z.infer<typeof ScriptElement>>

/** A slug line, taken apart. */
export const SceneHeading = z.object({
  /** As written, without scene number, forcing dot or notes. */
  text: z.string(),
  setting: z.enum(['INT', 'EXT', 'INT/EXT']),
  /** `FARMHOUSE KITCHEN`, `SPACE STATION - CORRIDOR`: the heading without setting and time. */
  location: z.string(),
  /** Key of the set: `int-farmhouse-kitchen`. Scenes that share it share the set. */
  locationKey: z.string(),
  timeOfDay: TimeOfDay,
  /** The time as written (`LATER`, `NIGHT CYCLE`), empty when none was. */
  timeText: z.string(),
  /** True when time was taken from the scene before (CONTINUOUS, LATER, SAME, none written). */
  timeInherited: z.boolean(),
  number: z.string().optional(),
  ...lines,
})
export type SceneHeading = Value<z.infer<typeof SceneHeading>>

export const ScriptScene = z.object({
  /** Anchored in content: `int-farmhouse-kitchen-night~4f2`. */
  key: z.string(),
  heading: SceneHeading,
  elements: z.array(ScriptElement),
  /** Keys of the characters who speak or are named in it, in order of first appearance. */
  characters: z.array(z.string()),
  ...lines,
})
export type ScriptScene = Value<z.infer<typeof ScriptScene>>

/** One of several places that a scene plays in at once or by turns. */
export interface ScenePart {
  readonly heading: SceneHeading
  /** Who is there; undefined: whoever its elements name. */
  readonly people: ReadonlySet<string> | undefined
  /** Indices of the scene's elements that play there. */
  readonly elements: ReadonlySet<number>
  /** The earlier scene that was there, by its place in the script: its light and things are found again. */
  readonly seenIn: number | undefined
}

/** Somebody in the script: whoever has a cue, or is introduced in capitals in an action line. */
export const ScriptCharacter = z.object({
  /** `hannelore`, `first-man`. */
  key: z.string(),
  /** As the script capitalises it in cues: `HANNELORE`. */
  name: z.string(),
  /** Other names in action lines that mean the same person: `Marchetti`, `The Second Man`. */
  aliases: z.array(z.string()),
  /** What the introduction says: `82, tiny, straight-backed, grey bun, blue apron`; empty when it says nothing. */
  description: z.string(),
  descriptionLine: z.int().nonnegative(),
  /** What the action calls them: she or he. Left out where it says neither, or both. */
  sex: z.enum(['female', 'male']).optional(),
  /** True when it never speaks. */
  silent: z.boolean(),
  /** More than one for a group (CROWD 6, TWO MEN 2). */
  count: z.int().positive(),
  /** Key of the group it stands out of: FIRST MAN of TWO MEN, whose look it shares. */
  memberOf: z.string().optional(),
  lines: z.int().nonnegative(),
  words: z.int().nonnegative(),
})
export type ScriptCharacter = Value<z.infer<typeof ScriptCharacter>>

export const Script = z.looseObject({
  ...artifactFields('Script'),
  title: z.string(),
  author: z.string(),
  titlePage: z.array(z.object({ key: z.string(), value: z.string(), line: z.int() })),
  /** What stands before the first heading (FADE IN:, notes, sections). */
  prelude: z.array(ScriptElement),
  scenes: z.array(ScriptScene),
  characters: z.array(ScriptCharacter),
  diagnostics: z.array(Diagnostic),
  lineCount: z.int(),
})
export type Script = Value<z.infer<typeof Script>>
