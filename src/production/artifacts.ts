import { artifactFields, CharacterSpec, LightPlan, RenderOutput, Segment, ShotPlan, SpokenLine, type Value, VoiceDesign, z } from '../film'

/** Everybody of a film, cast. */
export const Characters = z.looseObject({ ...artifactFields('Characters'), cast: z.array(CharacterSpec) })
export type Characters = Value<z.infer<typeof Characters>>

/** Who sounds how, by character, and everything that was spoken, by `utteranceKey`, in no order. */
export const Voices = z.looseObject({
  ...artifactFields('Voices'),
  voices: z.record(z.string(), VoiceDesign),
  spoken: z.record(z.string(), SpokenLine),
})
export type Voices = Value<z.infer<typeof Voices>>

/** Every shot of a film as it is staged, and every light it is shot in, by key. */
export const ShotPlans = z.looseObject({
  ...artifactFields('ShotPlans'),
  shots: z.record(z.string(), ShotPlan),
  lights: z.record(z.string(), LightPlan),
})
export type ShotPlans = Value<z.infer<typeof ShotPlans>>

/** The files of one sheet of sprites, in the run's folder of sprites: for each page a picture and its description. */
export const SpriteSheet = z.looseObject({
  ...artifactFields('SpriteSheet'),
  character: z.string(),
  style: z.string(),
  files: z.array(z.string()),
})
export type SpriteSheet = Value<z.infer<typeof SpriteSheet>>

const Stretch = z.object({ address: z.string(), first: z.int().nonnegative(), frames: z.int().positive() })

/** What the finished pictures of each output look like to somebody who only counts: hashes, stills, holes. */
export const PictureCheck = z.looseObject({
  ...artifactFields('PictureCheck'),
  outputs: z.array(
    z.object({
      name: z.string(),
      frames: z.int().nonnegative(),
      differentPictures: z.int().nonnegative(),
      holes: z.array(Stretch),
      /** Runs of one and the same picture of half a second and more. */
      still: z.array(Stretch),
    }),
  ),
})
export type PictureCheck = Value<z.infer<typeof PictureCheck>>

/** What a run made, without the hashes of its pictures: films, and the segments they are joined of. */
export const RenderManifest = z.looseObject({
  ...artifactFields('RenderManifest'),
  title: z.string(),
  project: z.string(),
  run: z.string(),
  build: z.string(),
  outputs: z.array(
    RenderOutput.omit({ segments: true }).extend({
      name: z.string(),
      /** Segments that could not be made. */
      holes: z.int().nonnegative(),
      segments: z.array(Segment.pick({ key: true, shotKey: true, firstFrame: true, frames: true, bytes: true })),
    }),
  ),
})
export type RenderManifest = Value<z.infer<typeof RenderManifest>>
