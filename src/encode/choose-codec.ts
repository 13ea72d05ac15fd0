import type { FrameRate } from '../film'
import { PipelineError } from '../pipeline'

/** A family of video codecs that MP4 carries and browsers encode. */
export type VideoFamily = 'avc' | 'vp9' | 'av1'

/** What a codec is chosen for. */
export interface VideoWish {
  /** Even, 16 to 8192 pixels. */
  readonly width: number
  readonly height: number
  readonly fps: FrameRate
  /** This family and no other; the default is the first that works of H.264, VP9, AV1. */
  readonly want?: VideoFamily
  /** Bits a pixel a frame; 0.14 by default. */
  readonly bitsPerPixel?: number
}

/** A codec that this machine encodes at this size. */
export interface VideoChoice {
  readonly family: VideoFamily
  /** Codec string as configured; what was really written stands in the decoder configuration. */
  readonly codec: string
  /** Give the same to every encoder of an output: equal configurations make packets that follow each other in one track. */
  readonly config: VideoEncoderConfig
}

/** Bits a pixel a frame for each render quality. */
export const BITS_PER_PIXEL: Readonly<Record<string, number>> = { draft: 0.08, preview: 0.12, production: 0.18, final: 0.28 }

/** Level number ×10, largest frame and largest rate in macroblocks (ITU-T H.264, table A-1). */
const AVC_LEVELS: readonly (readonly [level: number, frame: number, rate: number])[] = [
  [30, 1620, 40500],
  [31, 3600, 108000],
  [32, 5120, 216000],
  [40, 8192, 245760],
  [42, 8704, 522240],
  [50, 22080, 589824],
  [51, 36864, 983040],
  [52, 36864, 2073600],
  [60, 139264, 4177920],
  [61, 139264, 8355840],
  [62, 139264, 16711680],
]

/** The lowest H.264 level that holds a size and rate, ×10; undefined above 6.2. */
export function avcLevel(width: number, height: number, fps: FrameRate): number | undefined {
  const blocks = Math.ceil(width / 16) * Math.ceil(height / 16)
  return AVC_LEVELS.find(([, frame, rate]) => blocks <= frame && (blocks * fps.num) / fps.den <= rate)?.[0]
}

/** Codec strings to ask for, best first. */
export function codecCandidates(wish: VideoWish): readonly { family: VideoFamily; codec: string }[] {
  const level = avcLevel(wish.width, wish.height, wish.fps)
  const large = wish.width * wish.height > 1920 * 1088
  const hex = level?.toString(16).padStart(2, '0')
  const all: { family: VideoFamily; codec: string }[] = [
    // High, Main, Constrained Baseline: each is decoded nearly everywhere.
    ...(hex ? ['6400', '4d00', '42e0'].map((profile) => ({ family: 'avc' as const, codec: `avc1.${profile}${hex}` })) : []),
    { family: 'vp9', codec: large ? 'vp09.00.51.08' : 'vp09.00.41.08' },
    { family: 'av1', codec: large ? 'av01.0.13M.08' : 'av01.0.08M.08' },
  ]
  return wish.want ? all.filter((c) => c.family === wish.want) : all
}

/**
 * The codec to encode with: the first that the browser says it encodes at this size.
 * @throws RangeError naming field, rule and value for sizes that no codec takes.
 * @throws PipelineError if this browser encodes none.
 */
export async function chooseVideoCodec(wish: VideoWish): Promise<VideoChoice> {
  checkSize('width', wish.width)
  checkSize('height', wish.height)
  if (typeof VideoEncoder === 'undefined')
    throw new PipelineError(
      'encode',
      'choosing a codec',
      'this browser has no VideoEncoder',
      'use a current Chrome, Edge, Safari or Firefox',
    )
  const bitrate = Math.round(
    Math.max(400_000, Math.min(160_000_000, (wish.width * wish.height * wish.fps.num * (wish.bitsPerPixel ?? 0.14)) / wish.fps.den)),
  )
  const asked: string[] = []
  for (const { family, codec } of codecCandidates(wish)) {
    const config: VideoEncoderConfig = {
      codec,
      width: wish.width,
      height: wish.height,
      framerate: wish.fps.num / wish.fps.den,
      bitrate,
      bitrateMode: 'variable',
      latencyMode: 'quality',
      ...(family === 'avc' ? { avc: { format: 'avc' } } : {}),
    }
    asked.push(codec)
    const answer = await VideoEncoder.isConfigSupported(config).catch(() => undefined)
    if (answer?.supported) return { family, codec, config }
  }
  throw new PipelineError(
    'encode',
    `choosing a codec for ${wish.width}×${wish.height}`,
    `this browser encodes none of ${asked.join(', ')}`,
    wish.want ? `leave the codec free instead of ${wish.want}` : 'try a smaller size',
  )
}

function checkSize(field: 'width' | 'height', value: number): void {
  if (!Number.isInteger(value) || value < 16 || value > 8192)
    throw new RangeError(`${field}: expected a whole number from 16 to 8192, got ${value}`)
  if (value % 2)
    throw new RangeError(`${field}: expected an even number (H.264 stores colour at half size), got ${value}: use ${value + 1}`)
}
