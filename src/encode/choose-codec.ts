import type { FrameRate } from '../film'
import { PipelineError } from '../pipeline'
import { av1Level, avcLevel, hevcLevel, vp9Level } from './codec-levels'
import { CONTAINER_FAMILIES, carries, NEAREST_FAMILIES, VIDEO_FAMILIES, type VideoFamily, type WantedCodec } from './containers'

/** What a codec is chosen for. */
export interface VideoWish {
  /** Even, 16 to 8192 pixels. */
  readonly width: number
  readonly height: number
  readonly fps: FrameRate
  /** This codec; without it the first that this machine writes of those the container carries, `VIDEO_FAMILIES` first to last. */
  readonly want?: WantedCodec
  /** Take the nearest codec that works where the wanted one cannot be had: any, or this one. False by default: refused. */
  readonly standIn?: boolean | VideoFamily
  /** What it will be delivered in; MP4 by default. */
  readonly container?: 'mp4' | 'webm'
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
  /** What was named, where something stands in for it. */
  readonly asked?: WantedCodec
}

/** No codec that was asked for can be written here. */
export class CodecError extends PipelineError {
  constructor(
    task: string,
    problem: string,
    remedy: string,
    /** What was named. */
    readonly asked: WantedCodec | undefined,
    /** What comes nearest and works here; undefined if nothing does. */
    readonly nearest: VideoFamily | undefined,
  ) {
    super('encode', task, problem, remedy, { type: 'encode' })
  }
}

/** Bits a pixel a frame for each render quality. */
export const BITS_PER_PIXEL: Readonly<Record<string, number>> = { draft: 0.08, preview: 0.12, production: 0.18, final: 0.28 }

/** Codec strings of a family to ask for, best first; none where no level holds the size and rate. */
function candidates(family: VideoFamily, { width, height, fps }: VideoWish): readonly string[] {
  const two = (n: number) => String(n).padStart(2, '0')
  switch (family) {
    case 'avc': {
      const level = avcLevel(width, height, fps)?.toString(16).padStart(2, '0')
      // High, Main, Constrained Baseline: each is decoded nearly everywhere.
      return level ? ['6400', '4d00', '42e0'].map((profile) => `avc1.${profile}${level}`) : []
    }
    case 'hevc': {
      const level = hevcLevel(width, height, fps)
      // Main profile; main tier, then high tier, which hardware at high rates asks for.
      return level ? [`hvc1.1.6.L${level}.B0`, `hvc1.1.6.H${level}.B0`] : []
    }
    case 'vp9': {
      const level = vp9Level(width, height, fps)
      return level ? [`vp09.00.${two(level)}.08`] : []
    }
    case 'av1': {
      const level = av1Level(width, height, fps)
      return level ? [`av01.0.${two(level)}M.08`] : []
    }
  }
}

/** Codec strings to ask for, best first. */
export function codecCandidates(wish: VideoWish): readonly { family: VideoFamily; codec: string }[] {
  const { want, container = 'mp4' } = wish
  return CONTAINER_FAMILIES[container]
    .filter((family) => !want || family === want)
    .flatMap((family) => candidates(family, wish).map((codec) => ({ family, codec })))
}

/**
 * Which codecs this browser says it encodes at a size and rate. All false where there is no encoder (Node), and at sizes
 * that none takes (odd, under 16, over 8192).
 */
export async function codecCapabilities(
  size: { readonly width: number; readonly height: number },
  fps: FrameRate,
): Promise<Record<VideoFamily, boolean>> {
  const can: Record<VideoFamily, boolean> = { avc: false, hevc: false, vp9: false, av1: false }
  if (typeof VideoEncoder === 'undefined' || sizeProblem('width', size.width) || sizeProblem('height', size.height)) return can
  const wish: VideoWish = { width: size.width, height: size.height, fps }
  await Promise.all(
    VIDEO_FAMILIES.map(async (family) => {
      can[family] = (await supported(family, wish)) !== undefined
    }),
  )
  return can
}

/**
 * The codec to encode with. Named: that one; if this machine lacks it, or the container does not carry it, the nearest
 * that works where `standIn` allows, and the answer says what was asked. Not named: the best this machine has.
 * @throws RangeError naming field, rule and value for sizes that no codec takes.
 * @throws CodecError naming the nearest that works.
 * @throws PipelineError if this browser encodes nothing at all.
 */
export async function chooseVideoCodec(wish: VideoWish): Promise<VideoChoice> {
  const { width, height, want, container = 'mp4' } = wish
  const problem = sizeProblem('width', width) ?? sizeProblem('height', height)
  if (problem) throw new RangeError(problem)
  if (typeof VideoEncoder === 'undefined')
    throw new PipelineError(
      'encode',
      'choosing a codec',
      'this browser has no VideoEncoder',
      'use a current Chrome, Edge, Safari or Firefox',
    )
  const task = `choosing a codec for ${width}×${height} in ${container}`
  if (!want) {
    const choice = await firstSupported(CONTAINER_FAMILIES[container], wish)
    if (choice) return choice
    const asked = codecCandidates(wish).map((c) => c.codec)
    throw new CodecError(task, `this browser encodes none of ${asked.join(', ')}`, 'try a smaller size', undefined, undefined)
  }
  const carried = carries(container, want)
  if (carried) {
    const choice = await supported(want as VideoFamily, wish)
    if (choice) return choice
  }
  const order = NEAREST_FAMILIES[want].filter((f) => carries(container, f))
  const preferred = typeof wish.standIn === 'string' && carries(container, wish.standIn) ? [wish.standIn] : []
  const nearest = await firstSupported([...preferred, ...order], wish)
  if (nearest && wish.standIn) return { ...nearest, asked: want }
  throw new CodecError(
    task,
    carried || want.startsWith('prores') ? `this browser does not encode ${want}` : `${container} does not carry ${want}`,
    nearest ? `name ${nearest.family}, or allow a stand-in` : 'try a smaller size',
    want,
    nearest?.family,
  )
}

async function firstSupported(families: readonly VideoFamily[], wish: VideoWish): Promise<VideoChoice | undefined> {
  for (const family of families) {
    const choice = await supported(family, wish)
    if (choice) return choice
  }
  return undefined
}

/** The first configuration of a family that the browser says it encodes. */
async function supported(family: VideoFamily, wish: VideoWish): Promise<VideoChoice | undefined> {
  for (const codec of candidates(family, wish)) {
    const config = configOf(family, codec, wish)
    const answer = await VideoEncoder.isConfigSupported(config).catch(() => undefined)
    if (answer?.supported) return { family, codec, config }
  }
  return undefined
}

function configOf(family: VideoFamily, codec: string, wish: VideoWish): VideoEncoderConfig {
  const { width, height, fps } = wish
  const bits = (width * height * fps.num * (wish.bitsPerPixel ?? 0.14)) / fps.den
  return {
    codec,
    width,
    height,
    framerate: fps.num / fps.den,
    bitrate: Math.round(Math.max(400_000, Math.min(160_000_000, bits))),
    bitrateMode: 'variable',
    latencyMode: 'quality',
    // Parameter sets apart from the packets, as MP4 wants them (https://www.w3.org/TR/webcodecs-hevc-codec-registration/).
    ...(family === 'avc' ? { avc: { format: 'avc' } } : {}),
    ...(family === 'hevc' ? { hevc: { format: 'hevc' } } : {}),
  }
}

function sizeProblem(field: 'width' | 'height', value: number): string | undefined {
  if (!Number.isInteger(value) || value < 16 || value > 8192) return `${field}: expected a whole number from 16 to 8192, got ${value}`
  if (value % 2) return `${field}: expected an even number (H.264 stores colour at half size), got ${value}: use ${value + 1}`
  return undefined
}
