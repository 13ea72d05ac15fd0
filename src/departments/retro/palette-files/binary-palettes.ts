import type { PaletteFindings, ReadColours } from './palette-findings'

/**
 * Microsoft's palette: a RIFF file of form `PAL `, whose chunk `data` has a version, a count, and four bytes a colour
 * (red, green, blue, flags), little endian (Multimedia Programming Interface and Data Specifications 1.0, chapter 3).
 */
export function readRiff(bytes: Uint8Array, findings: PaletteFindings): ReadColours {
  const view = viewOf(bytes)
  if (bytes.length < 12 || latin(bytes, 8, 4) !== 'PAL ')
    findings.refuse('palette.riff-form', { byte: 8 }, 'expected a RIFF file of form "PAL "', 'export it as a palette', latin(bytes, 8, 4))
  for (let at = 12; at + 8 <= bytes.length; ) {
    const size = view.getUint32(at + 4, true)
    const start = at + 8
    if (latin(bytes, at, 4) === 'data') {
      if (size < 4 || start + 4 > bytes.length) break
      const count = view.getUint16(start + 2, true)
      const there = Math.floor((Math.min(size, bytes.length - start) - 4) / 4)
      if (there < count)
        findings.refuse(
          'palette.cut-off',
          { byte: start + 4 + there * 4 },
          `${count} colours are promised, ${there} are there`,
          'export it again: the file is cut off',
          String(count),
        )
      return { colours: triples(bytes, start + 4, count, 4) }
    }
    at = start + size + (size & 1)
  }
  return findings.refuse('palette.riff-data', { byte: 12 }, 'no chunk "data" with colours', 'export it again as a palette')
}

/** Sizes of the raw palettes of console emulators: 64 colours, 256, or the 64 for each of eight emphases. */
export const RAW_SIZES: readonly number[] = [192, 768, 1536]

/** Three bytes a colour and nothing else, as emulators of the NES keep them. Of eight emphases the first, none, is taken. */
export function readRaw(bytes: Uint8Array, findings: PaletteFindings): ReadColours {
  if (!RAW_SIZES.includes(bytes.length))
    findings.refuse(
      'palette.raw-size',
      'file',
      `expected JASC-PAL, RIFF, or ${RAW_SIZES.join(', ')} bytes of raw colours; got ${bytes.length} bytes`,
      'export it as JASC-PAL, .gpl or .hex',
      latin(bytes, 0, 16),
    )
  if (bytes.length === 1536)
    findings.note('info', 'palette.emphasis', { byte: 192 }, 'the 448 colours with emphasis are left out', 'nothing to do')
  return { colours: triples(bytes, 0, bytes.length === 1536 ? 64 : bytes.length / 3, 3) }
}

/** Adobe's colour table: 256 times three bytes, then, in files of 772 bytes, how many count and which is transparent. */
export function readAct(bytes: Uint8Array, findings: PaletteFindings): ReadColours {
  if (bytes.length !== 768 && bytes.length !== 772)
    findings.refuse('palette.act-size', 'file', `expected 768 or 772 bytes, got ${bytes.length}`, 'export it again as a colour table')
  if (bytes.length === 768) return { colours: triples(bytes, 0, 256, 3) }
  // Some programs leave the count out and mean all of them.
  const count = viewOf(bytes).getUint16(768) || 256
  if (count > 256)
    findings.refuse('palette.act-count', { byte: 768 }, 'expected 0 to 256 colours', 'export it again as a colour table', String(count))
  return { colours: triples(bytes, 0, count, 3) }
}

/** Red, green and blue of `count` colours that stand `step` bytes apart. */
function triples(bytes: Uint8Array, start: number, count: number, step: number): number[] {
  return Array.from({ length: count }, (_, i) => {
    const at = start + i * step
    return (bytes[at]! << 16) | (bytes[at + 1]! << 8) | bytes[at + 2]!
  })
}

const viewOf = (bytes: Uint8Array): DataView => new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)

/** Bytes as they would look in ASCII, a full stop for what cannot be seen. */
const latin = (bytes: Uint8Array, at: number, length: number): string =>
  Array.from(bytes.subarray(at, at + length), (b) => (b >= 32 && b < 127 ? String.fromCharCode(b) : '.')).join('')
