import { zlibSync } from 'fflate'
import { concatBytes } from './concat-bytes'
import { PNG_SIGNATURE, pngChunk } from './png-chunk'
import { packedRows } from './png-rows'

const TRUE_COLOUR_ALPHA = 6
const INDEXED = 3

/**
 * Writes a picture with transparency as PNG. Where at most 256 colours occur, transparent among them, it is indexed at the
 * fewest bits a pixel, the transparent ones first in its palette; else true colour with alpha. What is wholly transparent
 * is written as transparent black: nobody sees its colour. The file is the same on every machine.
 * @param rgba 8-bit sRGB, four bytes a pixel, rows from top to bottom, `width × height × 4` bytes.
 * @throws RangeError if the length does not fit.
 */
export function encodeSpritePng(rgba: Uint8Array | Uint8ClampedArray, width: number, height: number): Uint8Array {
  if (!Number.isInteger(width) || !Number.isInteger(height) || width < 1 || height < 1 || rgba.length !== width * height * 4)
    throw new RangeError(`encodeSpritePng: expected ${width}×${height}×4 bytes, got ${rgba.length}`)
  const pixels = new Uint32Array(width * height)
  for (let i = 0; i < pixels.length; i++) {
    const [r, g, b, a] = rgba.subarray(i * 4, i * 4 + 4) as unknown as [number, number, number, number]
    pixels[i] = a === 0 ? 0 : ((r << 24) | (g << 16) | (b << 8) | a) >>> 0
  }
  const colours = [...new Set(pixels)]
  // Only the first entries of a palette need an alpha each.
  colours.sort((a, b) => (a & 255) - (b & 255))
  const indexed = colours.length <= 256
  const depth = indexed ? ([1, 2, 4].find((bits) => colours.length <= 1 << bits) ?? 8) : 8
  const header = new Uint8Array(13)
  const view = new DataView(header.buffer)
  view.setUint32(0, width)
  view.setUint32(4, height)
  header[8] = depth
  header[9] = indexed ? INDEXED : TRUE_COLOUR_ALPHA
  const places = new Map(colours.map((c, i) => [c, i]))
  const rows = indexed
    ? packedRows(
        Uint8Array.from(pixels, (c) => places.get(c) as number),
        width,
        height,
        depth,
      )
    : trueColourRows(pixels, width, height)
  const clear = colours.filter((c) => (c & 255) < 255)
  return concatBytes([
    PNG_SIGNATURE,
    pngChunk('IHDR', header),
    pngChunk('sRGB', new Uint8Array([0])),
    ...(indexed ? [pngChunk('PLTE', Uint8Array.from(colours.flatMap((c) => [c >>> 24, (c >> 16) & 255, (c >> 8) & 255])))] : []),
    ...(indexed && clear.length > 0
      ? [
          pngChunk(
            'tRNS',
            Uint8Array.from(clear, (c) => c & 255),
          ),
        ]
      : []),
    pngChunk('IDAT', zlibSync(rows, { level: 6 })),
    pngChunk('IEND', new Uint8Array(0)),
  ])
}

/** Rows in RGBA, each the differences from the pixel to the left (filter 1). */
function trueColourRows(pixels: Uint32Array, width: number, height: number): Uint8Array {
  const out = new Uint8Array((width * 4 + 1) * height)
  let to = 0
  for (let y = 0; y < height; y++) {
    out[to++] = 1
    let left = 0
    for (let x = 0; x < width; x++) {
      const c = pixels[y * width + x]!
      for (const shift of [24, 16, 8, 0]) out[to++] = ((c >>> shift) & 255) - ((left >>> shift) & 255)
      left = c
    }
  }
  return out
}
