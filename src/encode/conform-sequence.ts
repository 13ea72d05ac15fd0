import { artifactFields, FrameRate, type Value, z } from '../film'
import { type ArtifactStore, type OnProgress, progressOf, throwIfCancelled } from '../pipeline'
import { checkPictures, wrongCount } from './check-pictures'
import type { SequenceFormat } from './containers'
import { EXR_VALUES } from './encode-exr'
import type { MovieShape } from './movie-muxer'
import type { EncodedSegment } from './segment-file'

export interface SequenceOptions {
  /** Folder in the store: `game/frames`. */
  readonly folder: string
  /** What the segments hold; by default `png`. */
  readonly format?: SequenceFormat
  /** Name of a picture; `%06d` stands for its number in six digits, from 1. By default `frame_%06d.png` or `.exr`. */
  readonly pattern?: string
  readonly signal?: AbortSignal
  readonly onProgress?: OnProgress
  /** Milliseconds, monotonic, for the time left; without it none is told. */
  readonly now?: () => number
}

/** What stands beside the pictures, in `sequence.json`; it is written last, so its presence says that all are there. */
export const PictureSequence = z.looseObject({
  ...artifactFields('PictureSequence'),
  pattern: z.string(),
  /** Number of the first picture. */
  first: z.literal(1),
  frames: z.int().nonnegative(),
  width: z.int().positive(),
  height: z.int().positive(),
  fps: FrameRate,
  /** What the numbers in the pictures mean, where they are no sRGB codes. */
  values: z.string().optional(),
})
export type PictureSequence = Value<z.infer<typeof PictureSequence>>

/** What writing a sequence came to. */
export interface ConformedSequence {
  /** Name of `sequence.json` in the store. */
  readonly file: string
  /** Of all pictures. */
  readonly bytes: number
  /** Pictures written now, and those that were there already. */
  readonly written: number
  readonly reused: number
}

/** The file that says what the pictures are. */
export const SEQUENCE_FILE = 'sequence.json'

/**
 * The name of a picture of a sequence.
 * @param number from 1.
 * @throws RangeError if the pattern has not exactly one number as `%06d`, or does not end in `.png` or `.exr`.
 */
export function sequenceName(pattern: string, number: number): string {
  const parts = /^([A-Za-z0-9_~.-]*)%0([1-9])d([A-Za-z0-9_~.-]*\.(?:png|exr))$/.exec(pattern)
  if (!parts || parts[1]?.startsWith('.'))
    throw new RangeError(
      `pattern: expected letters, digits, . _ ~ - and one number as %06d, ending in .png or .exr, got ${JSON.stringify(pattern)}`,
    )
  return `${parts[1]}${String(number).padStart(Number(parts[2]), '0')}${parts[3]}`
}

/**
 * Writes the pictures of segments in film order as numbered files of one folder. Pictures that are there already, to the
 * byte, are left alone: a run that was cut off goes on, and a changed shot rewrites only its own. What a longer
 * sequence of the same names left behind is removed. Memory holds one segment.
 * @throws PipelineError if the segments are no pictures of that format, or not of this size and number; CancelledError within a frame;
 * StoreError.
 */
export async function conformSequence(
  segments: AsyncIterable<EncodedSegment> | Iterable<EncodedSegment>,
  shape: MovieShape,
  store: ArtifactStore,
  options: SequenceOptions,
): Promise<ConformedSequence> {
  const { folder, format = 'png', pattern = `frame_%06d.${format}`, signal } = options
  if (!pattern.endsWith(`.${format}`)) throw new RangeError(`pattern: expected one that ends in .${format}, got ${JSON.stringify(pattern)}`)
  const file = `${folder}/${SEQUENCE_FILE}`
  const progress = progressOf('conform', shape.frames, options.onProgress, options.now ?? (() => 0))
  const names = new Set(await store.list(`${folder}/`))
  const wanted = new Set<string>()
  let bytes = 0
  let written = 0
  let frame = 0
  for await (const segment of segments) {
    checkPictures(segment, shape, frame, format)
    for (const { data } of segment.packets) {
      throwIfCancelled(signal, 'conform')
      const name = `${folder}/${sequenceName(pattern, frame + 1)}`
      wanted.add(name)
      bytes += data.byteLength
      frame++
      if (names.has(name) && (await isThere(store, name, data))) {
        progress.skip(1)
        continue
      }
      // From here on what the folder says of itself no longer holds.
      if (written === 0) await store.remove(file)
      await store.write(name, data, signal)
      written++
      progress.step()
    }
  }
  if (frame !== shape.frames) throw wrongCount(shape.frames, frame)
  throwIfCancelled(signal, 'conform')
  const ours = sequencePattern(pattern)
  for (const name of names) if (!wanted.has(name) && ours.test(name.slice(folder.length + 1))) await store.remove(name)
  const { width, height, fps, frames } = shape
  const sequence: PictureSequence = {
    schema: 'PictureSequence',
    version: '1.0.0',
    pattern,
    first: 1,
    frames,
    width,
    height,
    fps: { ...fps },
    ...(format === 'exr' ? { values: EXR_VALUES } : {}),
  }
  await store.write(file, new TextEncoder().encode(`${JSON.stringify(sequence, null, 2)}\n`))
  return { file, bytes, written, reused: frame - written }
}

/** Matches the names that a pattern makes. */
function sequencePattern(pattern: string): RegExp {
  const [before, after] = pattern.split(/%0\dd/).map((part) => part.replace(/[.\\-]/g, '\\$&'))
  return new RegExp(`^${before}\\d+${after}$`)
}

async function isThere(store: ArtifactStore, name: string, data: Uint8Array): Promise<boolean> {
  // The size is asked first where that is cheap: most pictures that differ differ in it.
  const size = await store.size?.(name)
  if (size !== undefined && size !== data.byteLength) return false
  const found = await store.read(name)
  return found?.byteLength === data.byteLength && found.every((b, i) => b === data[i])
}
