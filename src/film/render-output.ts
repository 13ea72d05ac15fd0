import { FrameRate } from './time'
import { artifactFields, type Value, z } from './value'

/** At most 48 frames of one shot, encoded. */
export const Segment = z.object({
  /** Hash of everything that can change its pixels or packets. */
  key: z.string(),
  shotKey: z.string(),
  /** Frame in the shot. */
  firstFrame: z.int().nonnegative(),
  frames: z.int().min(1).max(48),
  bytes: z.int().nonnegative(),
  /** One hash a frame, in order. */
  pictureHashes: z.array(z.string()),
  /** It could not be made: a dark card stands in its place until a later run fills it. */
  hole: z.literal(true).optional(),
})
export type Segment = Value<z.infer<typeof Segment>>

/** What was made: codec as really written, sizes, segments, the film's picture hash. */
export const RenderOutput = z.looseObject({
  ...artifactFields('RenderOutput'),
  file: z.string(),
  container: z.enum(['mp4', 'webm', 'png', 'exr', 'gif', 'apng', 'webp', 'wav']),
  /** As really written. */
  codec: z.string(),
  /** What was asked for, where that is something else. */
  asked: z.string().optional(),
  /** What the numbers in its pictures mean, where they are no sRGB codes. */
  values: z.string().optional(),
  width: z.int().positive(),
  height: z.int().positive(),
  fps: FrameRate,
  frames: z.int().nonnegative(),
  style: z.string(),
  quality: z.string(),
  adapter: z.string(),
  /** Its sound, where it has any. */
  sound: z
    .looseObject({
      /** `aac` or `opus` inside the movie; `wav`: a file beside its pictures, or the output itself. */
      codec: z.enum(['aac', 'opus', 'wav']),
      /** Of the mix, before it was encoded: SHA-256 over the hashes of its seconds. */
      hash: z.string(),
      /** Samples a channel, at 48 kHz. */
      samples: z.int().nonnegative(),
      /** Integrated loudness, LUFS, and true peak, dBTP, as mastered; absent for silence. */
      loudnessLufs: z.number().optional(),
      truePeakDb: z.number().optional(),
      /** What was added to the mix, dB. */
      gainDb: z.number(),
    })
    .optional(),
  segments: z.array(Segment),
  /** SHA-256 over all picture hashes in film order; of nothing where there are no pictures. */
  filmHash: z.string(),
})
export type RenderOutput = Value<z.infer<typeof RenderOutput>>
