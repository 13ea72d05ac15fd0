import { CharacterSpec } from './character'
import { LightPlan } from './light'
import { SetSpec } from './set'
import { type ModelFiles, type PanoramaFiles, ShotPlan } from './shot-plan'
import { FrameRate } from './time'
import { artifactFields, type Value, z } from './value'

/** Who and where: every person and place of the film. */
export const AssetManifest = z.looseObject({
  ...artifactFields('AssetManifest'),
  cast: z.array(CharacterSpec),
  sets: z.array(SetSpec),
})
export type AssetManifest = Value<z.infer<typeof AssetManifest>>

/** One line of the film's index. */
export const PlannedShot = z.object({
  key: z.string(),
  address: z.string(),
  sceneKey: z.string(),
  sceneTitle: z.string(),
  size: z.string(),
  framing: z.string(),
  move: z.string(),
  lensMm: z.number(),
  subjects: z.array(z.string()),
  frames: z.int().positive(),
  /** First frame in the film: for seeking only, never for pictures. */
  startFrame: z.int().nonnegative(),
  why: z.array(z.string()),
  line: z.int(),
  /** Lines heard in it; seconds from the shot's start. */
  captions: z.array(z.object({ t0: z.number(), t1: z.number(), speaker: z.string(), text: z.string() })),
  /** Names in the cast of those who look otherwise in it, by character, where that is not as the scene says. */
  costumes: z.record(z.string(), z.string()).optional(),
  /** Hashes of its set and light, where it is shot elsewhere than most of its scene (INTERCUT, MONTAGE), or in another light. */
  set: z.string().optional(),
  light: z.string().optional(),
  /** Another style than the film's, and what is done to it, as a production says it: for whoever draws, `styleOfShot`. */
  retro: z.record(z.string(), z.unknown()).optional(),
  /** SHA-256 of the ShotSlice. */
  sliceHash: z.string(),
})
export type PlannedShot = Value<z.infer<typeof PlannedShot>>

/** Two shots of the film that run into each other: the last frames of one are also the first of the other. */
export const ShotTransition = z.object({
  from: z.string(),
  to: z.string(),
  kind: z.enum(['dissolve', 'wipe']),
  /** Frames that both are seen in. */
  frames: z.int().positive(),
})
export type ShotTransition = Value<z.infer<typeof ShotTransition>>

/** The index of everything that is shot; what it points to lives beside it by hash. The page holds only this. */
export const RenderPlan = z.looseObject({
  ...artifactFields('RenderPlan'),
  title: z.string(),
  author: z.string(),
  fps: FrameRate,
  aspect: z.number(),
  frames: z.int().nonnegative(),
  shots: z.array(PlannedShot),
  /** Where shots run into each other; everywhere else is a cut. */
  transitions: z.array(ShotTransition).optional(),
  /** Scenes by key: which set and light by hash. */
  scenes: z.array(
    z.object({
      key: z.string(),
      title: z.string(),
      set: z.string(),
      light: z.string(),
      frames: z.int(),
      /** Names in the cast of those who look otherwise here, by character; a shot may say otherwise. */
      costumes: z.record(z.string(), z.string()).optional(),
    }),
  ),
})
export type RenderPlan = Value<z.infer<typeof RenderPlan>>

/** The plan with everything it points to, as the plan worker and the render worker hold it. */
export const PlanStore = z.object({
  plan: RenderPlan,
  shots: z.record(z.string(), ShotPlan),
  sets: z.record(z.string(), SetSpec),
  lights: z.record(z.string(), LightPlan),
  cast: z.record(z.string(), CharacterSpec),
})
export type PlanStore = Value<z.infer<typeof PlanStore>> & {
  /** Files of the user's models that its cast names. */
  readonly models?: ModelFiles
  /** Panoramas that its lights have for the sky. */
  readonly panoramas?: PanoramaFiles
}
