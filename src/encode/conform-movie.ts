import { type OnProgress, PipelineError, progressOf, type StoreSink, throwIfCancelled } from '../pipeline'
import { carries, family } from './containers'
import { frontOf } from './decoder-front'
import { type MovieMuxer, type MovieShape, type MovieSound, packetTime } from './movie-muxer'
import { muxMp4 } from './mux-mp4'
import type { EncodedSegment } from './segment-file'
import { PACKET_SAMPLES } from './sound/sound-encoder'

export interface ConformOptions {
  /** What the movie is delivered in: MP4 by default. */
  readonly container?: 'mp4' | 'webm'
  /** What is heard with it: packets in order, from its first frame on. */
  readonly sound?: MovieSound & { readonly packets: AsyncIterable<Uint8Array> }
  readonly signal?: AbortSignal
  readonly onProgress?: OnProgress
  /** Milliseconds, monotonic, for the time left; without it none is told. */
  readonly now?: () => number
}

/**
 * Joins segments in film order into one movie without encoding anything again: first frame at 0, exact durations, no
 * dates, so that equal packets make equal bytes. MP4 has its index in front. Segments are asked for one at a time and
 * written as they come: memory grows by some 180 bytes a frame (the index), never by pictures.
 * The sink is closed at the end, or aborted if anything fails.
 * @returns bytes of the movie and the codec that was really written.
 * @throws PipelineError if the segments do not belong together or into this container; CancelledError within a frame.
 */
export async function conformMovie(
  segments: AsyncIterable<EncodedSegment> | Iterable<EncodedSegment>,
  shape: MovieShape,
  sink: StoreSink,
  options: ConformOptions = {},
): Promise<{ readonly bytes: number; readonly codec: string }> {
  try {
    const made = await mux(segments, shape, sink, options)
    await sink.close()
    return made
  } catch (error) {
    await sink.abort().catch(() => {})
    throw error
  }
}

async function mux(
  segments: AsyncIterable<EncodedSegment> | Iterable<EncodedSegment>,
  shape: MovieShape,
  sink: StoreSink,
  options: ConformOptions,
) {
  const { container = 'mp4', signal, sound } = options
  const progress = progressOf('conform', shape.frames, options.onProgress, options.now ?? (() => 0))
  let bytes = 0
  const write = async (position: number, data: Uint8Array) => {
    throwIfCancelled(signal, 'conform')
    await sink.write(position, data)
    bytes = Math.max(bytes, position + data.byteLength)
  }

  const heard = new SoundTrack(sound)
  let muxer: MovieMuxer | undefined
  let first: EncodedSegment | undefined
  let frame = 0
  try {
    for await (const segment of segments) {
      throwIfCancelled(signal, 'conform')
      checkSegment(segment, first, shape, frame, container)
      if (!muxer || !first) {
        first = { ...segment, packets: [] }
        muxer =
          container === 'webm'
            ? await (await import('./mux-webm')).muxWebm(shape, segment.decoder, write, sound)
            : muxMp4(shape, segment.decoder, write, sound)
      }
      for (const packet of segment.packets) {
        throwIfCancelled(signal, 'conform')
        await heard.until((frame * shape.fps.den) / shape.fps.num, muxer)
        await muxer.add(packet)
        frame++
      }
      progress.step(segment.packets.length)
    }
    if (!muxer || !first || frame !== shape.frames)
      throw new PipelineError(
        'conform',
        'joining segments',
        `expected ${shape.frames} frames, got ${frame}`,
        'render the missing segments again',
      )
    await heard.until(Number.POSITIVE_INFINITY, muxer)
    await muxer.finish()
  } catch (error) {
    await muxer?.cancel().catch(() => {})
    throw error
  }
  return { bytes, codec: first.decoder.codec }
}

/** Gives a muxer the sound of the pictures it has been given. */
class SoundTrack {
  readonly #sound: ConformOptions['sound']
  readonly #packets: AsyncIterator<Uint8Array> | undefined
  #given = 0

  constructor(sound: ConformOptions['sound']) {
    this.#sound = sound
    this.#packets = sound?.packets[Symbol.asyncIterator]()
  }

  /** All packets that begin before or at a time, seconds. */
  async until(seconds: number, muxer: MovieMuxer): Promise<void> {
    if (!this.#sound || !this.#packets) return
    while (this.#given * PACKET_SAMPLES[this.#sound.codec] < this.#sound.samples && packetTime(this.#sound, this.#given).start <= seconds) {
      const { value, done } = await this.#packets.next()
      if (done) throw new PipelineError('conform', 'joining sound', `packet ${this.#given} is missing`, 'mix the sound again with --force')
      await muxer.addSound(value)
      this.#given++
    }
  }
}

function checkSegment(
  segment: EncodedSegment,
  first: EncodedSegment | undefined,
  shape: MovieShape,
  frame: number,
  container: 'mp4' | 'webm',
): void {
  const wrong = (problem: string, remedy = 'render it again with --force') =>
    new PipelineError('conform', `shot ${segment.shotKey}, frame ${segment.firstFrame}`, problem, remedy)
  if (segment.width !== shape.width || segment.height !== shape.height)
    throw wrong(`expected ${shape.width}×${shape.height}, got ${segment.width}×${segment.height}`)
  if (segment.fps.num * shape.fps.den !== shape.fps.num * segment.fps.den)
    throw wrong(`expected ${shape.fps.num}/${shape.fps.den} frames a second, got ${segment.fps.num}/${segment.fps.den}`)
  if (!segment.packets[0]?.key) throw wrong('expected a key frame first')
  if (frame + segment.packets.length > shape.frames) throw wrong(`expected ${shape.frames} frames in all, got more`)
  if (segment.decoder.codec === 'png' || segment.decoder.codec === 'exr')
    throw wrong('expected video, got pictures', 'deliver them as a sequence')
  if (!carries(container, family(segment.decoder.codec)))
    throw wrong(`${container} does not carry ${segment.decoder.codec}`, 'deliver it in mp4')
  if (first && frontOf(first.decoder) !== frontOf(segment.decoder))
    throw wrong(`expected ${first.decoder.codec} as configured before, got ${segment.decoder.codec} or another configuration`)
}
