import { FrameRate, sha256Hex, z } from '../film'

/** How packets are decoded: what a VideoDecoder needs, as plain data. */
export interface DecoderInfo {
  /** As really written; `png` or `exr` where each packet is a file of its own. */
  readonly codec: string
  readonly codedWidth: number
  readonly codedHeight: number
  /** avcC for H.264, hvcC for H.265; VP9, AV1 and pictures have none. */
  readonly description?: Uint8Array
  readonly colorSpace?: VideoColorSpaceInit
}

/** One encoded frame. */
export interface Packet {
  readonly key: boolean
  readonly data: Uint8Array
}

/** What a segment is of. */
export interface SegmentHead {
  /** Content key of the segment. */
  readonly key: string
  readonly shotKey: string
  /** Frame in the shot. */
  readonly firstFrame: number
  /** 1 to 48. */
  readonly frames: number
}

/**
 * At most 48 encoded frames of one shot: they begin with a key frame and need nothing outside. Nothing in it says what
 * container it will be delivered in: the same segment serves several.
 */
export interface EncodedSegment {
  /** Content key of the segment. */
  readonly key: string
  readonly shotKey: string
  /** Frame in the shot. */
  readonly firstFrame: number
  readonly width: number
  readonly height: number
  readonly fps: FrameRate
  readonly decoder: DecoderInfo
  /** In decoding order, which is display order: no frame looks ahead. */
  readonly packets: readonly Packet[]
  /** One hash a frame, in order. */
  readonly pictureHashes: readonly string[]
}

/** Frames in the longest segment: two seconds of film, so that little is lost when a run is cut off. */
export const SEGMENT_FRAMES = 48

/** @throws RangeError if a segment is not 1 to 48 frames long. */
export function checkSegmentHead({ frames }: SegmentHead): void {
  if (!Number.isInteger(frames) || frames < 1 || frames > SEGMENT_FRAMES)
    throw new RangeError(`segment: expected 1 to ${SEGMENT_FRAMES} frames, got ${frames}`)
}

const VERSION = 2
const MAGIC = [0x4f, 0x53, 0x45, 0x47, VERSION] as const
const HEAD = MAGIC.length + 4
const SEAL = 32

/** Bytes that are no whole segment. */
export class SegmentError extends Error {
  override readonly name = 'SegmentError'
}

const Size = z.int().min(1).max(16384)
const Colours = z.string().nullish()

/** What stands in front of the packets, as JSON. */
const Header = z.object({
  key: z.string(),
  shotKey: z.string(),
  firstFrame: z.int().nonnegative(),
  width: Size,
  height: Size,
  fps: FrameRate,
  decoder: z.object({
    codec: z.string().min(1),
    codedWidth: Size,
    codedHeight: Size,
    colorSpace: z.object({ primaries: Colours, transfer: Colours, matrix: Colours, fullRange: z.boolean().nullish() }).optional(),
  }),
  description: z
    .string()
    .regex(/^([0-9a-f]{2})*$/)
    .optional(),
  /** Bytes of each packet, and whether it is a key frame. */
  packets: z
    .array(z.tuple([z.int().nonnegative(), z.literal([0, 1])]))
    .min(1)
    .max(SEGMENT_FRAMES),
  pictureHashes: z.array(z.string()),
})
type Header = z.infer<typeof Header>

/**
 * A segment as a file: `OSEG`, version 2, header length (u32, little endian), header as JSON, packets one after another,
 * SHA-256 of everything before it.
 */
export function writeSegment(segment: EncodedSegment): Uint8Array {
  const { packets, decoder, ...rest } = segment
  const { description, ...info } = decoder
  const header = new TextEncoder().encode(
    JSON.stringify({
      ...rest,
      decoder: info,
      description: description && hex(description),
      packets: packets.map((p) => [p.data.byteLength, p.key ? 1 : 0]),
    }),
  )
  const body = packets.reduce((n, p) => n + p.data.byteLength, 0)
  const out = new Uint8Array(HEAD + header.byteLength + body + SEAL)
  out.set(MAGIC)
  new DataView(out.buffer).setUint32(MAGIC.length, header.byteLength, true)
  out.set(header, HEAD)
  let at = HEAD + header.byteLength
  for (const { data } of packets) {
    out.set(data, at)
    at += data.byteLength
  }
  out.set(unhex(sha256Hex(out.subarray(0, at))), at)
  return out
}

/**
 * Reads what `writeSegment` wrote. Packets are views into `bytes`.
 * @throws SegmentError, and nothing else, if bytes are missing or too many, were changed, or are something else: render
 * the segment again.
 */
export function readSegment(bytes: Uint8Array): EncodedSegment {
  if (bytes.byteLength < HEAD + SEAL || MAGIC.some((m, i) => bytes[i] !== m))
    throw new SegmentError(`segment: expected "OSEG" version ${VERSION} at the start`)
  const end = bytes.byteLength - SEAL
  const length = new DataView(bytes.buffer, bytes.byteOffset).getUint32(MAGIC.length, true)
  if (HEAD + length > end) throw new SegmentError(`segment: expected a header of ${length} bytes, got ${end - HEAD}`)
  if (sha256Hex(bytes.subarray(0, end)) !== hex(bytes.subarray(end))) throw new SegmentError('segment: the bytes do not match their hash')
  const { packets, description, decoder, ...rest } = parseHeader(bytes.subarray(HEAD, HEAD + length))
  const body = bytes.subarray(HEAD + length, end)
  const size = packets.reduce((n, [s]) => n + s, 0)
  if (size !== body.byteLength) throw new SegmentError(`segment: expected ${size} bytes of packets, got ${body.byteLength}`)
  const { colorSpace, ...info } = decoder
  let at = 0
  return {
    ...rest,
    decoder: {
      ...info,
      ...(description === undefined ? {} : { description: unhex(description) }),
      ...(colorSpace ? { colorSpace: colorSpace as VideoColorSpaceInit } : {}),
    },
    packets: packets.map(([length, key]) => {
      const data = body.subarray(at, at + length)
      at += length
      return { key: key === 1, data }
    }),
  }
}

function parseHeader(bytes: Uint8Array): Header {
  let json: unknown
  try {
    json = JSON.parse(new TextDecoder().decode(bytes))
  } catch (cause) {
    throw new SegmentError('segment: the header is no JSON', { cause })
  }
  const header = Header.safeParse(json)
  if (!header.success) throw new SegmentError(`segment: the header does not fit: ${z.prettifyError(header.error)}`)
  if (header.data.pictureHashes.length !== header.data.packets.length)
    throw new SegmentError(`segment: expected ${header.data.packets.length} picture hashes, got ${header.data.pictureHashes.length}`)
  return header.data
}

const hex = (bytes: Uint8Array) => Array.from(bytes, (b) => b.toString(16).padStart(2, '0')).join('')
const unhex = (text: string) => Uint8Array.from(text.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16))
