import { BODY_MARKS, CharacterSpec, Garment } from './character'
import { Diagnostic } from './diagnostic'
import { artifactFields, type Value, z } from './value'

/** Why something is held to be so: the rule in plain words, and the script's line behind it (0 when there is none). */
export const StoryReason = z.object({ rule: z.string(), line: z.int().nonnegative() })
export type StoryReason = Value<z.infer<typeof StoryReason>>

/** When a scene plays, in the story's own time. */
export const StoryScene = z.object({
  sceneKey: z.string(),
  /** As a script supervisor writes it: `D1`, `N1`, `D2`; `FB1 D1` in a flashback, `DR1 N1` in a dream. */
  label: z.string(),
  /** Day of its strand, from 1. */
  day: z.int(),
  /** Minutes after the midnight that begins the day, an estimate from the heading; past 1440 in the small hours. */
  minute: z.int().nonnegative(),
  /** Place in story order, from 0: flashbacks stand before what they look back from. */
  order: z.int().nonnegative(),
  kind: z.enum(['present', 'flashback', 'flash-forward', 'dream']),
  /** Scenes of one strand follow each other; what happens in a strand leaves the others as they are. `present`, `flashback-1` … */
  strand: z.string(),
  /** Years from the story's first scene; negative in the past. */
  years: z.number(),
  /** Calendar year, where the script tells: in headings (`- 1815`) or title cards, and by years reckoned from there. */
  year: z.int().optional(),
  /** Goes on where the scene before ended: CONTINUOUS. */
  follows: z.boolean(),
  /** Plays while the scene before plays: MEANWHILE, INTERCUT. */
  meanwhile: z.boolean(),
  why: StoryReason,
})
export type StoryScene = Value<z.infer<typeof StoryScene>>

/** The story days of a film: one entry a scene, in script order. */
export const StoryTimeline = z.looseObject({ ...artifactFields('StoryTimeline'), scenes: z.array(StoryScene) })
export type StoryTimeline = Value<z.infer<typeof StoryTimeline>>

export const INJURIES = ['cut', 'bruise', 'gunshot', 'stab', 'burn', 'break', 'sprain', 'bite', 'wound'] as const
export type InjuryKind = (typeof INJURIES)[number]

/** How far a wound has come. `scar` stays to be seen, `healed` does not. */
export const HEALING = ['fresh', 'treated', 'healing', 'scar', 'healed'] as const
export type HealingStage = (typeof HEALING)[number]

/** A wound as it is in a scene. */
export const Injury = z.object({
  kind: z.enum(INJURIES),
  /** Where on the body, as the script says it: `left shoulder`, `brow`; empty when it does not say. */
  place: z.string(),
  sinceScene: z.string(),
  sinceLine: z.int(),
  /** Story days since then. */
  days: z.number().nonnegative(),
  stage: z.enum(HEALING),
})
export type Injury = Value<z.infer<typeof Injury>>

/** Something about somebody's look that is other than before. */
export const LookChange = z.object({
  of: z.enum(['costume', 'condition', 'hair', 'age', 'injury', 'skin', 'prop', 'life']),
  /** `story`: somebody does it; `time`: days pass; `damage`: it is done to them; `location`: where they are does it. */
  reason: z.enum(['story', 'time', 'damage', 'location']),
  /** In plain words: `takes off parka`. */
  what: z.string(),
  line: z.int(),
})
export type LookChange = Value<z.infer<typeof LookChange>>

/** How somebody is from a line of a scene on, to their next look in it. */
export const Look = z.object({
  character: z.string(),
  /** Holds behind this line; 0 from the scene's start. */
  line: z.int().nonnegative(),
  /** Name of the costume in the costume list: `mara.1`. */
  costume: z.string(),
  age: z.number(),
  hair: CharacterSpec.shape.hair,
  /** Innermost first, each with its condition. */
  wardrobe: z.array(Garment),
  /** What is seen on the body: wounds, blood, dirt, dressings; the person's own marks are not among them. */
  marks: z.array(z.enum(BODY_MARKS)),
  injuries: z.array(Injury),
  /** What they carry. */
  props: z.array(z.string()),
  dead: z.boolean(),
  /** What is other than in the look before, of this scene or the last they were in. */
  changes: z.array(LookChange),
})
export type Look = Value<z.infer<typeof Look>>

/** A contradiction: the line, and the line that it contradicts. */
export const ContinuityBreak = Diagnostic.extend({
  sceneKey: z.string(),
  character: z.string().optional(),
  /** The earlier line; 0 when one line alone is wrong. */
  otherLine: z.int().nonnegative(),
})
export type ContinuityBreak = Value<z.infer<typeof ContinuityBreak>>

/** One costume of somebody, with the scenes that it is worn in: a page of the costume bible. */
export const Costume = z.object({
  character: z.string(),
  /** `mara.1`, numbered in the order they are first worn. */
  key: z.string(),
  wardrobe: z.array(Garment),
  /** Keys of the scenes it is worn in, in script order. */
  scenes: z.array(z.string()),
  /** Why it is put on; empty for the first. */
  changes: z.array(LookChange),
})
export type Costume = Value<z.infer<typeof Costume>>

/** Who looks how in every scene, and where the script contradicts itself. */
export const Continuity = z.looseObject({
  ...artifactFields('Continuity'),
  timeline: StoryTimeline,
  scenes: z.array(z.object({ sceneKey: z.string(), looks: z.array(Look) })),
  costumes: z.array(Costume),
  breaks: z.array(ContinuityBreak),
})
export type Continuity = Value<z.infer<typeof Continuity>>
