import { PanoramaError } from './panorama-error'
import { checkSides, type PanoramaRows } from './panorama-picture'

/** A header is a few lines; what has none for so long is something else. */
const LONGEST_HEADER = 16_384
/** Widths that the newer run lengths can have (Radiance, `color.c`: MINELEN and MAXELEN). */
const RUN_WIDTHS = [8, 0x7fff] as const

/** Whether a file begins as a Radiance picture does. */
export const isHdr = (bytes: Uint8Array): boolean => bytes[0] === 0x23 && bytes[1] === 0x3f

/**
 * Opens a Radiance picture (`.hdr`, `.pic`): RGBE, flat or in run lengths, old and new, rows from the top and pixels from
 * the left (`-Y height +X width`). Source: Ward, "Real Pixels", Graphics Gems II, 1991, and Radiance's `color.c`.
 * The scale of `EXPOSURE=` is left alone: films expose skies for themselves.
 * @throws PanoramaError
 */
export function openHdr(bytes: Uint8Array): PanoramaRows {
  const { width, height, at } = readHeader(bytes)
  return { width, height, read: (take) => readLines(bytes, at, width, height, take) }
}

function readHeader(bytes: Uint8Array): { readonly width: number; readonly height: number; readonly at: number } {
  if (!isHdr(bytes))
    throw new PanoramaError('hdri.format', 'header', 'this is no Radiance picture: it does not begin with #?RADIANCE', 'save it as .hdr')
  let at = 0
  const line = (): string => {
    const end = bytes.indexOf(10, at)
    if (end < 0 || end > LONGEST_HEADER)
      throw new PanoramaError('hdri.truncated', 'header', 'its header has no end', 'copy or export the file again')
    const text = new TextDecoder('latin1').decode(bytes.subarray(at, end)).trim()
    at = end + 1
    return text
  }
  for (let text = line(); text !== ''; text = line()) {
    const format = /^FORMAT\s*=\s*(.+)$/i.exec(text)?.[1]
    if (format !== undefined && format !== '32-bit_rle_rgbe')
      throw new PanoramaError(
        'hdri.format',
        'header',
        `its colours are ${format}; 32-bit_rle_rgbe is read`,
        'save it as .hdr in RGB',
        format,
      )
  }
  const size = line()
  const found = /^([+-][XY])\s+(\d+)\s+([+-][XY])\s+(\d+)$/.exec(size)
  if (!found) throw new PanoramaError('hdri.format', 'header', 'its size is not to be read', 'export the file again', size.slice(0, 40))
  const [, first, high, second, wide] = found
  if (first !== '-Y' || second !== '+X')
    throw new PanoramaError(
      'hdri.orientation',
      'header',
      `its rows run ${first} ${second}; only -Y +X is read (from the top, from the left)`,
      'save it upright',
      size,
    )
  checkSides(Number(wide), Number(high))
  return { width: Number(wide), height: Number(high), at }
}

/** What a mantissa of one is worth, by exponent: `(m + 0.5) · 2^(e − 136)`; nothing at exponent 0. */
const WORTH = Float64Array.from({ length: 256 }, (_, e) => (e === 0 ? 0 : 2 ** (e - 136)))

function readLines(bytes: Uint8Array, start: number, width: number, height: number, take: (y: number, light: Float32Array) => void): void {
  const light = new Float32Array(width * 3)
  // Four bytes a pixel, as they stand in a flat row.
  const row = new Uint8Array(width * 4)
  let at = start
  for (let y = 0; y < height; y++) {
    const isRuns =
      width >= RUN_WIDTHS[0] && width <= RUN_WIDTHS[1] && bytes[at] === 2 && bytes[at + 1] === 2 && (bytes[at + 2] ?? 128) < 128
    at = isRuns ? readRuns(bytes, at, row, y) : readFlat(bytes, at, row, y)
    for (let i = 0, o = 0; i < row.length; i += 4, o += 3) {
      const worth = WORTH[row[i + 3] as number] as number
      light[o] = worth === 0 ? 0 : ((row[i] as number) + 0.5) * worth
      light[o + 1] = worth === 0 ? 0 : ((row[i + 1] as number) + 0.5) * worth
      light[o + 2] = worth === 0 ? 0 : ((row[i + 2] as number) + 0.5) * worth
    }
    take(y, light)
  }
}

const brokenOff = (y: number) =>
  new PanoramaError('hdri.truncated', `line ${y + 1}`, 'the file breaks off here', 'copy or download it again', y + 1)
const damaged = (y: number, why: string) => new PanoramaError('hdri.damaged', `line ${y + 1}`, why, 'copy or download it again', y + 1)

/** A row of new run lengths: its four components one after the other. Answers where the next row begins. */
function readRuns(bytes: Uint8Array, start: number, row: Uint8Array, y: number): number {
  const width = row.length / 4
  const said = ((bytes[start + 2] as number) << 8) | (bytes[start + 3] ?? 0)
  if (said !== width) throw damaged(y, `a row of ${said} pixels in a picture of ${width}`)
  let at = start + 4
  for (let component = 0; component < 4; component++)
    for (let x = 0; x < width; ) {
      const code = bytes[at++]
      if (code === undefined) throw brokenOff(y)
      const isRun = code > 128
      const count = isRun ? code - 128 : code
      if (count === 0 || x + count > width) throw damaged(y, 'a run that is longer than its row')
      if (at + (isRun ? 1 : count) > bytes.length) throw brokenOff(y)
      for (let i = 0; i < count; i++) row[(x + i) * 4 + component] = bytes[isRun ? at : at + i] as number
      at += isRun ? 1 : count
      x += count
    }
  return at
}

/** A flat row; a pixel of 1, 1, 1 repeats the one before, as the oldest files do. Answers where the next row begins. */
function readFlat(bytes: Uint8Array, start: number, row: Uint8Array, y: number): number {
  const width = row.length / 4
  let at = start
  let shift = 0
  for (let x = 0; x < width; at += 4) {
    if (at + 4 > bytes.length) throw brokenOff(y)
    const [r, g, b, e] = [bytes[at], bytes[at + 1], bytes[at + 2], bytes[at + 3]] as [number, number, number, number]
    if (r === 1 && g === 1 && b === 1) {
      const count = e * 2 ** shift
      if (x === 0 || x + count > width) throw damaged(y, 'a repetition that does not fit its row')
      for (let i = 0; i < count; i++, x++) row.copyWithin(x * 4, x * 4 - 4, x * 4)
      shift += 8
    } else {
      row[x * 4] = r
      row[x * 4 + 1] = g
      row[x * 4 + 2] = b
      row[x * 4 + 3] = e
      x++
      shift = 0
    }
  }
  return at
}
