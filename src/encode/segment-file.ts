import { type FrameRate, sha256Hex } from '../film'

/** How packets are decoded: what a VideoDecoder needs, as plain data. */
export interface DecoderInfo {
  readonly codec: string
  readonly codedWidth: number
  readonly codedHeight: number
  /** avcC for H.264; VP9 and AV1 have none. */
  readonly description?: Uint8Array
  readonly colorSpace?: VideoColorSpaceInit
}

/** One encoded frame. */
export interface Packet {
  readonly key: boolean
  readonly data: Uint8Array
}

/** At most 48 encoded frames of one shot: they begin with a key frame and need nothing outside. */
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

const MAGIC = [0x4f, 0x53, 0x45, 0x47, 1] as const
const HEAD = MAGIC.length + 4

/** Bytes that are no whole segment. */
export class SegmentError extends Error {
  override readonly name = 'SegmentError'
}

/** A segment as a file: `OSEG`, version 1, header length (u32, little endian), header as JSON, packets one after another. */
export function writeSegment(segment: EncodedSegment): Uint8Array {
  const { packets, decoder, ...rest } = segment
  const body = concat(packets.map((p) => p.data))
  const { description, ...info } = decoder
  const header = new TextEncoder().encode(
    JSON.stringify({
      ...rest,
      decoder: info,
      description: description && hex(description),
      packets: packets.map((p) => [p.data.byteLength, p.key ? 1 : 0]),
      sha256: sha256Hex(body),
    }),
  )
  const out = new Uint8Array(HEAD + header.byteLength + body.byteLength)
  out.set(MAGIC)
  new DataView(out.buffer).setUint32(MAGIC.length, header.byteLength, true)
  out.set(header, HEAD)
  out.set(body, HEAD + header.byteLength)
  return out
}

/**
 * Reads what `writeSegment` wrote.
 * @throws SegmentError if bytes are missing, were changed, or are something else: render the segment again.
 */
export function readSegment(bytes: Uint8Array): EncodedSegment {
  if (bytes.byteLength < HEAD || MAGIC.some((m, i) => bytes[i] !== m))
    throw new SegmentError('segment: expected "OSEG" version 1 at the start')
  const length = new DataView(bytes.buffer, bytes.byteOffset).getUint32(MAGIC.length, true)
  if (HEAD + length > bytes.byteLength)
    throw new SegmentError(`segment: expected a header of ${length} bytes, got ${bytes.byteLength - HEAD}`)
  const header = parseHeader(bytes.subarray(HEAD, HEAD + length))
  const body = bytes.subarray(HEAD + length)
  const { packets, description, decoder, sha256, ...rest } = header
  const size = packets.reduce((n, [s]) => n + s, 0)
  if (size !== body.byteLength) throw new SegmentError(`segment: expected ${size} bytes of packets, got ${body.byteLength}`)
  if (sha256Hex(body) !== sha256) throw new SegmentError('segment: packets do not match their hash')
  let at = 0
  return {
    ...rest,
    decoder: { ...decoder, ...(description === undefined ? {} : { description: unhex(description) }) },
    packets: packets.map(([length, key]) => {
      const data = body.subarray(at, at + length)
      at += length
      return { key: key === 1, data }
    }),
  }
}

type Header = Omit<EncodedSegment, 'packets' | 'decoder'> & {
  readonly decoder: Omit<DecoderInfo, 'description'>
  readonly description?: string
  readonly packets: readonly (readonly [number, 0 | 1])[]
  readonly sha256: string
}

function parseHeader(bytes: Uint8Array): Header {
  try {
    return JSON.parse(new TextDecoder().decode(bytes)) as Header
  } catch (cause) {
    throw new SegmentError('segment: the header is no JSON', { cause })
  }
}

function concat(parts: readonly Uint8Array[]): Uint8Array {
  const out = new Uint8Array(parts.reduce((n, p) => n + p.byteLength, 0))
  let at = 0
  for (const p of parts) {
    out.set(p, at)
    at += p.byteLength
  }
  return out
}

const hex = (bytes: Uint8Array) => Array.from(bytes, (b) => b.toString(16).padStart(2, '0')).join('')
const unhex = (text: string) => Uint8Array.from(text.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16))
