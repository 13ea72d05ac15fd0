import { type OnProgress, PipelineError, progressOf, type StoreSink, throwIfCancelled } from '../pipeline'
import { type AnimationFormat, openAnimation } from './animation/index'
import { checkPictures, wrongCount } from './check-pictures'
import { decodePng, pngColours } from './decode-png'
import type { MovieShape } from './movie-muxer'
import type { EncodedSegment } from './segment-file'

export interface AnimationOptions {
  /** The style's own colours, `0xrrggbb`: they come first, in this order, wherever all colours of the film are one palette. */
  readonly palette?: readonly number[]
  readonly signal?: AbortSignal
  readonly onProgress?: OnProgress
  /** Milliseconds, monotonic, for the time left; without it none is told. */
  readonly now?: () => number
}

type Segments = AsyncIterable<EncodedSegment> | Iterable<EncodedSegment>

/**
 * Joins segments of pictures in film order into one moving picture, exact to the pixel. They are gone through twice: first
 * for their colours, for where all pictures together have at most 256 those are the file's one palette; else each format
 * does as it can (GIF: tables of single pictures; APNG: true colour). Memory holds one segment.
 * The sink is closed at the end, or aborted if anything fails.
 * @param segments begins again from the first each time it is called.
 * @returns bytes of the file, and its pictures: what does not change is one that is seen longer.
 * @throws PipelineError if the segments are no pictures, not of this size and number, or the format cannot hold their
 * colours; CancelledError within a frame.
 */
export async function conformAnimation(
  format: AnimationFormat,
  segments: () => Segments,
  shape: MovieShape,
  sink: StoreSink,
  options: AnimationOptions = {},
): Promise<{ readonly bytes: number; readonly pictures: number }> {
  try {
    const made = await write(format, segments, shape, sink, options)
    await sink.close()
    return made
  } catch (error) {
    await sink.abort().catch(() => {})
    throw error
  }
}

async function write(format: AnimationFormat, segments: () => Segments, shape: MovieShape, sink: StoreSink, options: AnimationOptions) {
  const { signal } = options
  const progress = progressOf('conform', shape.frames, options.onProgress, options.now ?? (() => 0))
  const { width, height, fps } = shape
  const palette = await paletteOf(segments(), shape, options)
  const writer = await openAnimation(format, { width, height, fps, ...(palette ? { palette } : {}) }, async (position, bytes) => {
    throwIfCancelled(signal, 'conform')
    await sink.write(position, bytes)
  })
  for await (const segment of segments())
    for (const { data } of segment.packets) {
      throwIfCancelled(signal, 'conform')
      await writer.add(pixelsOf(data, segment))
      progress.step()
    }
  const { bytes, frames } = await writer.finish()
  return { bytes, pictures: frames }
}

/** All colours of the film; undefined if they are more than 256. */
async function paletteOf(segments: Segments, shape: MovieShape, { palette = [], signal }: AnimationOptions) {
  const seen = new Set<number>()
  let isOne = true
  let frames = 0
  for await (const segment of segments) {
    throwIfCancelled(signal, 'conform')
    checkPictures(segment, shape, frames, 'png')
    frames += segment.packets.length
    for (const { data } of isOne ? segment.packets : []) {
      const colours = pngColours(data)
      for (const colour of colours ?? []) seen.add(colour)
      isOne &&= colours !== undefined && seen.size <= 256
    }
  }
  if (frames !== shape.frames) throw wrongCount(shape.frames, frames)
  if (!isOne) return undefined
  const known = new Set(palette)
  const strays = [...seen].filter((colour) => !known.has(colour))
  // Colours of the style that nothing shows are left out where there is no room for them.
  return known.size + strays.length <= 256 ? [...known, ...strays] : [...seen]
}

function pixelsOf(png: Uint8Array, { shotKey, firstFrame, width, height }: EncodedSegment): Uint8Array {
  try {
    const picture = decodePng(png)
    if (picture.width === width && picture.height === height) return picture.rgba
    throw new RangeError(`expected ${width}×${height}, got ${picture.width}×${picture.height}`)
  } catch (error) {
    const problem = error instanceof Error ? error.message : String(error)
    throw new PipelineError('conform', `shot ${shotKey}, from frame ${firstFrame}`, problem, 'render it again with --force')
  }
}
