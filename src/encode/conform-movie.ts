import { Muxer, StreamTarget } from 'mp4-muxer'
import type { FrameRate } from '../film'
import { type OnProgress, PipelineError, progressOf, type StoreSink, throwIfCancelled } from '../pipeline'
import { patchMovieBox } from './patch-movie-box'
import type { DecoderInfo, EncodedSegment } from './segment-file'

/** What a movie is made of. */
export interface MovieShape {
  readonly width: number
  readonly height: number
  readonly fps: FrameRate
  /** Frames of the whole movie: room for the index is kept in front of the pictures. */
  readonly frames: number
}

export interface ConformOptions {
  readonly signal?: AbortSignal
  readonly onProgress?: OnProgress
  /** Milliseconds, monotonic, for the time left; without it none is told. */
  readonly now?: () => number
}

/**
 * Joins segments in film order into one MP4 without encoding anything again: index in front, exact durations
 * (24000/1001 is 1001 ticks of 24000 a frame), no dates, so that equal packets make equal bytes. Segments are asked for
 * one at a time and written as they come: memory grows by a few dozen bytes a frame (the index), never by pictures.
 * The sink is closed at the end, or aborted if anything fails.
 * @returns bytes of the movie and the codec that was really written.
 * @throws PipelineError if the segments do not belong together; CancelledError.
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
  const { num, den } = shape.fps
  // A whole multiple of the rate's numerator keeps every duration a whole number; 24 alone is too coarse for other tools.
  const timescale = num >= 1000 ? num : num * 1000
  const frameMicros = (den * 1e6) / num
  const progress = progressOf('conform', shape.frames, options.onProgress, options.now ?? (() => 0))

  const writes: { position: number; data: Uint8Array }[] = []
  let bytes = 0
  const drain = async () => {
    for (const { position, data } of writes.splice(0)) {
      throwIfCancelled(options.signal, 'conform')
      await sink.write(position, data)
      bytes = Math.max(bytes, position + data.byteLength)
    }
  }

  let muxer: Muxer<StreamTarget> | undefined
  let first: EncodedSegment | undefined
  let frame = 0
  for await (const segment of segments) {
    throwIfCancelled(options.signal, 'conform')
    checkSegment(segment, first, shape, frame)
    if (!muxer || !first) {
      first = { ...segment, packets: [] }
      muxer = new Muxer({
        target: new StreamTarget({ onData: (data, position) => writes.push({ position, data }) }),
        video: { codec: family(segment.decoder.codec), width: shape.width, height: shape.height, frameRate: timescale },
        fastStart: { expectedVideoChunks: shape.frames },
      })
    }
    for (const packet of segment.packets) {
      const meta = frame === 0 ? { decoderConfig: decoderConfig(segment.decoder) } : undefined
      muxer.addVideoChunkRaw(packet.data, packet.key ? 'key' : 'delta', frame * frameMicros, frameMicros, meta)
      frame++
    }
    await drain()
    progress.step(segment.packets.length)
  }
  if (!muxer || !first || frame !== shape.frames)
    throw new PipelineError(
      'conform',
      'joining segments',
      `expected ${shape.frames} frames, got ${frame}`,
      'render the missing segments again',
    )
  muxer.finalize()
  for (const w of writes) patchMovieBox(w.data, first.decoder.codec)
  await drain()
  return { bytes, codec: first.decoder.codec }
}

function checkSegment(segment: EncodedSegment, first: EncodedSegment | undefined, shape: MovieShape, frame: number): void {
  const wrong = (problem: string) =>
    new PipelineError('conform', `shot ${segment.shotKey}, frame ${segment.firstFrame}`, problem, 'render it again with --force')
  if (segment.width !== shape.width || segment.height !== shape.height)
    throw wrong(`expected ${shape.width}×${shape.height}, got ${segment.width}×${segment.height}`)
  if (segment.fps.num * shape.fps.den !== shape.fps.num * segment.fps.den)
    throw wrong(`expected ${shape.fps.num}/${shape.fps.den} frames a second, got ${segment.fps.num}/${segment.fps.den}`)
  if (!segment.packets[0]?.key) throw wrong('expected a key frame first')
  if (frame + segment.packets.length > shape.frames) throw wrong(`expected ${shape.frames} frames in all, got more`)
  if (first && !sameDecoder(first.decoder, segment.decoder))
    throw wrong(`expected ${first.decoder.codec} as configured before, got ${segment.decoder.codec} or another configuration`)
}

function sameDecoder(a: DecoderInfo, b: DecoderInfo): boolean {
  const [x, y] = [a.description, b.description]
  return a.codec === b.codec && x?.byteLength === y?.byteLength && (!x || !y || x.every((v, i) => v === y[i]))
}

/** The codec family that a codec string belongs to. */
export function family(codec: string): 'avc' | 'vp9' | 'av1' {
  if (codec.startsWith('avc1') || codec.startsWith('avc3')) return 'avc'
  if (codec.startsWith('vp09')) return 'vp9'
  if (codec.startsWith('av01')) return 'av1'
  throw new RangeError(`codec: expected avc1, vp09 or av01, got ${JSON.stringify(codec)}`)
}

/** What the muxer wants; where the encoder named no colours, those of HD video in limited range. */
function decoderConfig(decoder: DecoderInfo): VideoDecoderConfig {
  const { primaries, transfer, matrix, fullRange } = decoder.colorSpace ?? {}
  return {
    codec: decoder.codec,
    codedWidth: decoder.codedWidth,
    codedHeight: decoder.codedHeight,
    ...(decoder.description ? { description: decoder.description as BufferSource as ArrayBuffer } : {}),
    colorSpace: {
      primaries: primaries ?? 'bt709',
      transfer: transfer ?? 'bt709',
      matrix: matrix ?? 'bt709',
      fullRange: fullRange ?? false,
    },
  }
}
