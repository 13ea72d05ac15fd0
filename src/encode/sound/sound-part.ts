import { sha256Hex, z } from '../../film'
import { SOUND_CODECS, type SoundInfo } from './sound-encoder'

/** A stretch of a film's encoded sound, as it is kept between mixing and joining. */
export interface SoundPart extends SoundInfo {
  readonly packets: readonly Uint8Array[]
}

/** Bytes that are no whole part. */
export class SoundPartError extends Error {
  override readonly name = 'SoundPartError'
}

const MAGIC = [0x4f, 0x53, 0x4e, 0x44, 1] as const
const HEAD = MAGIC.length + 4
const SEAL = 32

const Header = z.object({
  codec: z.enum(SOUND_CODECS),
  description: z.array(z.int().min(0).max(255)),
  sizes: z.array(z.int().nonnegative()),
})

/** A part as a file: `OSND`, version 1, header length (u32, little endian), header as JSON, packets, SHA-256 of all before it. */
export function writeSoundPart({ codec, description, packets }: SoundPart): Uint8Array {
  const header = new TextEncoder().encode(JSON.stringify({ codec, description: [...description], sizes: packets.map((p) => p.byteLength) }))
  const body = packets.reduce((n, p) => n + p.byteLength, 0)
  const out = new Uint8Array(HEAD + header.byteLength + body + SEAL)
  out.set(MAGIC)
  new DataView(out.buffer).setUint32(MAGIC.length, header.byteLength, true)
  out.set(header, HEAD)
  let at = HEAD + header.byteLength
  for (const packet of packets) {
    out.set(packet, at)
    at += packet.byteLength
  }
  out.set(sealOf(out.subarray(0, at)), at)
  return out
}

/** Reads what `writeSoundPart` wrote. @throws SoundPartError if bytes are missing, were changed, or are something else */
export function readSoundPart(bytes: Uint8Array): SoundPart {
  const end = bytes.byteLength - SEAL
  if (end < HEAD || MAGIC.some((m, i) => bytes[i] !== m)) throw new SoundPartError('sound: expected "OSND" version 1 at the start')
  const seal = sealOf(bytes.subarray(0, end))
  if (seal.some((b, i) => b !== bytes[end + i])) throw new SoundPartError('sound: the bytes do not match their hash')
  const length = new DataView(bytes.buffer, bytes.byteOffset).getUint32(MAGIC.length, true)
  const { codec, description, sizes } = Header.parse(JSON.parse(new TextDecoder().decode(bytes.subarray(HEAD, HEAD + length))))
  let at = HEAD + length
  const packets = sizes.map((size) => {
    at += size
    return bytes.subarray(at - size, at)
  })
  return { codec, description: Uint8Array.from(description), packets }
}

const sealOf = (bytes: Uint8Array): Uint8Array => Uint8Array.from(sha256Hex(bytes).match(/../g) ?? [], (pair) => Number.parseInt(pair, 16))
