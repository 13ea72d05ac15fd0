/** Boxes of ISO/IEC 14496-12 that hold others and lead to what is patched here. */
const CONTAINERS = new Set(['moov', 'trak', 'mdia', 'minf', 'stbl'])
const DATED = new Set(['mvhd', 'tkhd', 'mdhd'])

/**
 * Two repairs to a freshly written `moov` box, in place; bytes that begin with anything else are left alone.
 * Creation and modification dates become zero ("not said"): equal packets must make equal files. `av1C`, which the muxer
 * writes empty, gets profile, level and tier from the codec string (AV1 Codec ISO Media File Format Binding, 2.3.3).
 */
export function patchMovieBox(bytes: Uint8Array, codec: string): void {
  if (bytes.byteLength < 8 || boxName(bytes, 0) !== 'moov') return
  walk(bytes, 0, new DataView(bytes.buffer, bytes.byteOffset).getUint32(0), codec)
}

const boxName = (bytes: Uint8Array, at: number) => String.fromCharCode(...bytes.subarray(at + 4, at + 8))

function walk(bytes: Uint8Array, from: number, to: number, codec: string): void {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  for (let at = from; at + 8 <= to; ) {
    const size = view.getUint32(at)
    if (size < 8) return
    const name = boxName(bytes, at)
    if (CONTAINERS.has(name)) walk(bytes, at + 8, at + size, codec)
    // Sample descriptions: 8 bytes of version and count; a visual sample entry: 78 bytes of fixed fields.
    else if (name === 'stsd') walk(bytes, at + 16, at + size, codec)
    else if (name === 'av01') walk(bytes, at + 86, at + size, codec)
    else if (name === 'av1C') bytes.set(av1Configuration(codec), at + 9)
    else if (DATED.has(name)) bytes.fill(0, at + 12, at + 12 + (bytes[at + 8] === 1 ? 16 : 8))
    at += size
  }
}

/** Bytes 1 and 2 of AV1CodecConfigurationRecord for 8- or 10-bit 4:2:0, from `av01.P.LLT.DD`. */
function av1Configuration(codec: string): readonly [number, number] {
  const [, profile, level, tier, depth] = /^av01\.(\d)\.(\d\d)([MH])\.(\d\d)/.exec(codec) ?? ['', '0', '08', 'M', '08']
  return [(Number(profile) << 5) | Number(level), (tier === 'H' ? 0x80 : 0) | (Number(depth) > 8 ? 0x40 : 0) | 0x0c]
}
