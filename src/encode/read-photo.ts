import { unzlibSync } from 'fflate'
import { decode } from 'jpeg-js'
import { concatBytes } from './concat-bytes'
import { unfilterRow } from './decode-png'
import { PNG_SIGNATURE } from './png-chunk'

/** A picture's pixels: rgba, four bytes a pixel, top row first. */
export interface PhotoPixels {
  readonly width: number
  readonly height: number
  readonly rgba: Uint8Array
}

/** Pixels of the largest picture that is read: 64 million. */
const MOST_PIXELS = 64e6
/** Channels of a PNG's pixel by its colour type (ISO/IEC 15948, 11.2.1). */
const CHANNELS: Readonly<Record<number, number>> = { 0: 1, 2: 3, 3: 1, 4: 2, 6: 4 }

/**
 * Reads a photograph: PNG of any colour type and depth that is not interlaced, or JPEG, whatever machine it is read on.
 * @throws RangeError in words for whoever gave it, for anything else.
 */
export function readPhoto(bytes: Uint8Array): PhotoPixels {
  if (bytes.length === 0) throw new RangeError('the file is empty')
  if (PNG_SIGNATURE.every((byte, i) => bytes[i] === byte)) return readPng(bytes)
  if (bytes[0] === 0xff && bytes[1] === 0xd8) return readJpeg(bytes)
  const head = String.fromCharCode(...bytes.subarray(0, 16))
  const other = head.startsWith('WEBP', 8)
    ? 'WebP'
    : head.startsWith('ftyp', 4)
      ? 'AVIF or HEIC'
      : head.startsWith('GIF8')
        ? 'GIF'
        : undefined
  throw new RangeError(other ? `${other} is not read here` : 'this is no picture')
}

function readJpeg(bytes: Uint8Array): PhotoPixels {
  try {
    const { width, height, data } = decode(bytes, { useTArray: true, formatAsRGBA: true, maxResolutionInMP: 64, maxMemoryUsageInMB: 1024 })
    return { width, height, rgba: data }
  } catch (error) {
    throw new RangeError(`this JPEG cannot be read: ${error instanceof Error ? error.message : String(error)}`)
  }
}

function readPng(png: Uint8Array): PhotoPixels {
  const view = new DataView(png.buffer, png.byteOffset, png.byteLength)
  const parts: Uint8Array[] = []
  let [width, height, depth, kind, laced] = [0, 0, 0, -1, 0]
  let palette: Uint8Array = new Uint8Array(0)
  for (let at = PNG_SIGNATURE.length; at + 12 <= png.length; ) {
    const length = view.getUint32(at)
    const type = String.fromCharCode(...png.subarray(at + 4, at + 8))
    if (at + 12 + length > png.length) throw new RangeError('this PNG is cut off')
    const chunk = png.subarray(at + 8, at + 8 + length)
    if (type === 'IHDR' && length === 13) {
      ;[width, height] = [view.getUint32(at + 8), view.getUint32(at + 12)]
      ;[depth, kind, laced] = [chunk[8]!, chunk[9]!, chunk[12]!]
    } else if (type === 'PLTE') palette = chunk
    else if (type === 'IDAT') parts.push(chunk)
    at += length + 12
  }
  const channels = CHANNELS[kind]
  if (channels === undefined || width === 0 || height === 0 || parts.length === 0 || ![1, 2, 4, 8, 16].includes(depth))
    throw new RangeError('this PNG is damaged')
  if (laced !== 0) throw new RangeError('interlaced PNG is not read here')
  if (width * height > MOST_PIXELS) throw new RangeError(`the picture has more than ${MOST_PIXELS / 1e6} million pixels`)
  const bits = channels * depth
  const stride = Math.ceil((width * bits) / 8)
  const lines = inflated(concatBytes(parts), (stride + 1) * height)
  const rgba = new Uint8Array(width * height * 4)
  const most = 2 ** depth - 1
  let above: Uint8Array = new Uint8Array(stride)
  for (let y = 0, to = 0; y < height; y++) {
    const at = y * (stride + 1)
    const row = lines.subarray(at + 1, at + 1 + stride)
    unfilterRow(lines[at]!, row, above, Math.max(1, bits >> 3))
    above = row
    const sample = (i: number): number => {
      if (depth === 8) return row[i]!
      if (depth === 16) return row[i * 2]!
      const value = (row[(i * depth) >> 3]! >> (8 - depth - ((i * depth) & 7))) & most
      return kind === 3 ? value : Math.round((value * 255) / most)
    }
    for (let x = 0; x < width; x++, to += 4) {
      const i = x * channels
      const grey = channels < 3
      const of = (c: number) => (kind === 3 ? (palette[sample(i) * 3 + c] ?? 0) : sample(grey ? i : i + c))
      rgba[to] = of(0)
      rgba[to + 1] = of(1)
      rgba[to + 2] = of(2)
      rgba[to + 3] = kind === 4 ? sample(i + 1) : kind === 6 ? sample(i + 3) : 255
    }
  }
  return { width, height, rgba }
}

function inflated(bytes: Uint8Array, length: number): Uint8Array {
  let lines: Uint8Array
  try {
    lines = unzlibSync(bytes)
  } catch {
    throw new RangeError('this PNG is damaged')
  }
  if (lines.length !== length) throw new RangeError('this PNG is damaged')
  return lines
}
