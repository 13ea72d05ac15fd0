import { ANIMATION_FORMATS, type AnimationFormat } from './animation/animation-writer'

/** A family of video codecs that browsers encode. */
export type VideoFamily = 'avc' | 'hevc' | 'vp9' | 'av1'

/** A codec that a production may name: a family, or one that no browser writes and something else stands in for. */
export type WantedCodec = VideoFamily | 'prores_422' | 'prores_4444'

/** Folders of numbered pictures: the finished picture as PNG, or its light as OpenEXR. */
export const SEQUENCE_FORMATS = ['png', 'exr'] as const
export type SequenceFormat = (typeof SEQUENCE_FORMATS)[number]

/** What a film is delivered in: a movie, a folder of pictures, a moving picture, or its sound alone. */
export const CONTAINERS = ['mp4', 'webm', ...SEQUENCE_FORMATS, ...ANIMATION_FORMATS, 'wav'] as const
export type Container = (typeof CONTAINERS)[number]

/** True for a folder of numbered pictures: PNG, OpenEXR. */
export const isSequence = (container: Container): container is SequenceFormat => (SEQUENCE_FORMATS as readonly string[]).includes(container)

/** True for a single file whose pictures keep every pixel: GIF, APNG, WebP. */
export const isAnimation = (container: Container): container is AnimationFormat =>
  (ANIMATION_FORMATS as readonly string[]).includes(container)

/** True where segments hold pictures instead of video: pixels are exact, and no codec is chosen. */
export const holdsPictures = (container: Container): container is SequenceFormat | AnimationFormat =>
  isSequence(container) || isAnimation(container)

/** True for the sound of a film without its pictures. */
export const isSoundAlone = (container: Container): container is 'wav' => container === 'wav'

/** What is taken when nobody names a codec: whatever plays in the most places first. */
export const VIDEO_FAMILIES: readonly VideoFamily[] = ['avc', 'vp9', 'av1', 'hevc']

/** Which codecs a container carries (WebM: the container guidelines of webmproject.org). Pictures have no codec. */
export const CONTAINER_FAMILIES: Readonly<Record<Container, readonly VideoFamily[]>> = {
  mp4: VIDEO_FAMILIES,
  webm: ['vp9', 'av1'],
  png: [],
  exr: [],
  gif: [],
  apng: [],
  webp: [],
  wav: [],
}

/** What comes nearest to a codec that cannot be had: as good a picture at as many bits first, then whatever plays. */
export const NEAREST_FAMILIES: Readonly<Record<WantedCodec, readonly VideoFamily[]>> = {
  avc: ['hevc', 'vp9', 'av1'],
  hevc: ['av1', 'avc', 'vp9'],
  vp9: ['av1', 'avc', 'hevc'],
  av1: ['vp9', 'hevc', 'avc'],
  prores_422: ['avc', 'hevc', 'av1', 'vp9'],
  prores_4444: ['avc', 'hevc', 'av1', 'vp9'],
}

/** Codecs by the names that people write; compared in lower case without `.`, `-`, `_` and blanks. */
const NAMES: Readonly<Record<string, WantedCodec>> = {
  avc: 'avc',
  h264: 'avc',
  x264: 'avc',
  hevc: 'hevc',
  h265: 'hevc',
  x265: 'hevc',
  vp9: 'vp9',
  av1: 'av1',
  prores: 'prores_422',
  prores422: 'prores_422',
  prores4444: 'prores_4444',
}

/** The codec that a name means: `h264`, `H.265`, `av1`, `prores_4444`; undefined for names of none. */
export function codecNamed(name: string): WantedCodec | undefined {
  const plain = name.toLowerCase().replace(/[\s._-]/g, '')
  return Object.hasOwn(NAMES, plain) ? NAMES[plain] : undefined
}

/** True if a container carries a codec. */
export const carries = (container: Container, codec: WantedCodec): boolean =>
  (CONTAINER_FAMILIES[container] as readonly WantedCodec[]).includes(codec)

/**
 * The codec family that a codec string belongs to.
 * @throws RangeError if it is none that is written here.
 */
export function family(codec: string): VideoFamily {
  if (codec.startsWith('avc1') || codec.startsWith('avc3')) return 'avc'
  if (codec.startsWith('hvc1') || codec.startsWith('hev1')) return 'hevc'
  if (codec.startsWith('vp09')) return 'vp9'
  if (codec.startsWith('av01')) return 'av1'
  throw new RangeError(`codec: expected avc1, hvc1, vp09 or av01, got ${JSON.stringify(codec)}`)
}

/**
 * The codec that `chooseVideoCodec` would take of what a machine can: the wanted one, or else the nearest that works; the
 * best where none is named. Undefined if nothing works in this container.
 */
export function nearestFamily(
  can: Readonly<Record<VideoFamily, boolean>>,
  want?: WantedCodec,
  container: Container = 'mp4',
): VideoFamily | undefined {
  const order: readonly WantedCodec[] = want ? [want, ...NEAREST_FAMILIES[want]] : VIDEO_FAMILIES
  return order.find((f): f is VideoFamily => carries(container, f) && can[f as VideoFamily])
}
