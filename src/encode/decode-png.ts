import { unzlibSync } from 'fflate'
import { concatBytes } from './concat-bytes'
import { PNG_SIGNATURE } from './png-chunk'

const INDEXED = 3

/** Parts of a PNG that a picture is read from. */
interface Parts {
  readonly width: number
  readonly height: number
  /** Bits a pixel where it is indexed. */
  readonly depth: number
  /** 0xrrggbb of each index; undefined for true colour. */
  readonly colours: readonly number[] | undefined
  readonly data: readonly Uint8Array[]
}

/**
 * Reads what `encodePng` wrote: indexed at 1, 2, 4 or 8 bits, or 8-bit true colour.
 * @returns rgba, four bytes a pixel, top row first; alpha 255.
 * @throws RangeError for anything else.
 */
export function decodePng(png: Uint8Array): { readonly width: number; readonly height: number; readonly rgba: Uint8Array } {
  const { width, height, depth, colours, data } = partsOf(png)
  const across = colours ? 1 : 3
  const stride = Math.ceil((width * depth * across) / 8)
  const lines = unzlibSync(concatBytes([...data]))
  if (lines.length !== (stride + 1) * height)
    throw new RangeError(`decodePng: expected ${(stride + 1) * height} bytes of rows, got ${lines.length}`)
  const rgba = new Uint8Array(width * height * 4).fill(255)
  let above: Uint8Array = new Uint8Array(stride)
  for (let y = 0, to = 0; y < height; y++) {
    const at = y * (stride + 1)
    const row = lines.subarray(at + 1, at + 1 + stride)
    unfilterRow(lines[at]!, row, above, across)
    above = row
    for (let x = 0; x < width; x++, to += 4) {
      if (!colours) {
        rgba[to] = row[x * 3]!
        rgba[to + 1] = row[x * 3 + 1]!
        rgba[to + 2] = row[x * 3 + 2]!
        continue
      }
      const bit = x * depth
      const index = (row[bit >> 3]! >> (8 - depth - (bit & 7))) & ((1 << depth) - 1)
      const colour = colours[index]
      if (colour === undefined) throw new RangeError(`decodePng: index ${index} is outside of ${colours.length} colours`)
      rgba[to] = colour >> 16
      rgba[to + 1] = (colour >> 8) & 255
      rgba[to + 2] = colour & 255
    }
  }
  return { width, height, rgba }
}

/** The colours of an indexed PNG, `0xrrggbb`, without reading its pixels; undefined for true colour. @throws RangeError as `decodePng`. */
export const pngColours = (png: Uint8Array): readonly number[] | undefined => partsOf(png).colours

function partsOf(png: Uint8Array): Parts {
  if (PNG_SIGNATURE.some((byte, i) => png[i] !== byte)) throw new RangeError('decodePng: this is no PNG')
  const view = new DataView(png.buffer, png.byteOffset, png.byteLength)
  let head: Uint8Array | undefined
  let colours: number[] | undefined
  const data: Uint8Array[] = []
  for (let at = PNG_SIGNATURE.length; at + 12 <= png.length; ) {
    const length = view.getUint32(at)
    const type = String.fromCharCode(...png.subarray(at + 4, at + 8))
    if (at + 12 + length > png.length) throw new RangeError(`decodePng: ${type} is cut off`)
    const chunk = png.subarray(at + 8, at + 8 + length)
    if (type === 'IHDR') head = chunk
    else if (type === 'PLTE')
      colours = Array.from({ length: length / 3 }, (_, i) => (chunk[i * 3]! << 16) | (chunk[i * 3 + 1]! << 8) | chunk[i * 3 + 2]!)
    else if (type === 'IDAT') data.push(chunk)
    at += length + 12
  }
  if (head?.length !== 13 || data.length === 0) throw new RangeError('decodePng: head or picture is missing')
  const [depth, kind] = [head[8]!, head[9]!]
  const isIndexed = kind === INDEXED && colours !== undefined && [1, 2, 4, 8].includes(depth)
  if (!isIndexed && !(kind === 2 && depth === 8))
    throw new RangeError(`decodePng: colour type ${kind} at ${depth} bits is not written here`)
  const size = new DataView(head.buffer, head.byteOffset)
  return { width: size.getUint32(0), height: size.getUint32(4), depth, colours: isIndexed ? colours : undefined, data }
}

/** Undoes a row's filter in place (RFC 2083, 6). @param back bytes to the pixel left. */
export function unfilterRow(kind: number, row: Uint8Array, above: Uint8Array, back: number): void {
  if (kind === 0) return
  if (kind > 4) throw new RangeError(`decodePng: there is no filter ${kind}`)
  for (let i = 0; i < row.length; i++) {
    const left = i < back ? 0 : row[i - back]!
    const up = above[i]!
    const corner = i < back ? 0 : above[i - back]!
    const guess = kind === 1 ? left : kind === 2 ? up : kind === 3 ? (left + up) >> 1 : paeth(left, up, corner)
    // Stored in eight bits: what overflows falls away.
    row[i] = row[i]! + guess
  }
}

function paeth(left: number, up: number, corner: number): number {
  const guess = left + up - corner
  const [a, b, c] = [Math.abs(guess - left), Math.abs(guess - up), Math.abs(guess - corner)]
  return a <= b && a <= c ? left : b <= c ? up : corner
}
