/** A picture as PNG: true colour, or indexed when it has at most 256 colours. */
export interface PngOptions {
  /** `auto` writes indexed colour when at most 256 colours occur; `rgb` never does. */
  readonly colours?: 'auto' | 'rgb'
}

const SIGNATURE = new Uint8Array([137, 80, 78, 71, 13, 10, 26, 10])
const TRUE_COLOUR = 2
const INDEXED = 3

/**
 * Writes a picture as PNG (RFC 2083), without alpha: pictures here are opaque. Indexed colours stand in the order in
 * which they first occur, row by row. Lossless: reading it gives the same bytes.
 * @param rgba 8-bit sRGB, four bytes a pixel, rows from top to bottom, `width × height × 4` bytes.
 * @throws RangeError if the length does not fit.
 */
export async function encodePng(
  rgba: Uint8Array | Uint8ClampedArray,
  width: number,
  height: number,
  options: PngOptions = {},
): Promise<Uint8Array> {
  if (!Number.isInteger(width) || !Number.isInteger(height) || width < 1 || height < 1 || rgba.length !== width * height * 4)
    throw new RangeError(`encodePng: expected ${width}×${height}×4 bytes, got ${rgba.length}`)
  const indexed = options.colours === 'rgb' ? undefined : indexColours(rgba)
  const scanlines = indexed ? plainRows(indexed.indices, width, height) : filteredRows(rgba, width, height)
  const header = new Uint8Array(13)
  const view = new DataView(header.buffer)
  view.setUint32(0, width)
  view.setUint32(4, height)
  header[8] = 8
  header[9] = indexed ? INDEXED : TRUE_COLOUR
  const parts = [SIGNATURE, chunk('IHDR', header)]
  // Said outright, so that viewers do not guess: sRGB, perceptual intent.
  parts.push(chunk('sRGB', new Uint8Array([0])))
  if (indexed) parts.push(chunk('PLTE', indexed.palette))
  parts.push(chunk('IDAT', await deflate(scanlines)), chunk('IEND', new Uint8Array(0)))
  return new Uint8Array(await new Blob(parts as BlobPart[]).arrayBuffer())
}

/** The picture as indices into its own colours; undefined if it has more than 256. */
function indexColours(rgba: Uint8Array | Uint8ClampedArray): { indices: Uint8Array; palette: Uint8Array } | undefined {
  const known = new Map<number, number>()
  const indices = new Uint8Array(rgba.length / 4)
  for (let i = 0; i < indices.length; i++) {
    const at = i * 4
    const colour = (rgba[at]! << 16) | (rgba[at + 1]! << 8) | rgba[at + 2]!
    let index = known.get(colour)
    if (index === undefined) {
      if (known.size === 256) return undefined
      index = known.size
      known.set(colour, index)
    }
    indices[i] = index
  }
  const palette = new Uint8Array(known.size * 3)
  for (const [colour, index] of known) palette.set([colour >> 16, (colour >> 8) & 255, colour & 255], index * 3)
  return { indices, palette }
}

/** Rows with filter 0, as the specification advises for indexed colour. */
function plainRows(indices: Uint8Array, width: number, height: number): Uint8Array {
  const out = new Uint8Array((width + 1) * height)
  for (let y = 0; y < height; y++) out.set(indices.subarray(y * width, (y + 1) * width), y * (width + 1) + 1)
  return out
}

/** Rows in RGB, each with the filter whose output has the smallest sum of absolute differences (RFC 2083, 9.6). */
function filteredRows(rgba: Uint8Array | Uint8ClampedArray, width: number, height: number): Uint8Array {
  const stride = width * 3
  const out = new Uint8Array((stride + 1) * height)
  let above: Uint8Array = new Uint8Array(stride)
  let row: Uint8Array = new Uint8Array(stride)
  const tries = [0, 1, 2, 3, 4].map(() => new Uint8Array(stride))
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) for (let c = 0; c < 3; c++) row[x * 3 + c] = rgba[(y * width + x) * 4 + c]!
    let best = 0
    let least = Number.POSITIVE_INFINITY
    tries.forEach((line, filter) => {
      const sum = filterRow(filter, row, above, line)
      if (sum < least) {
        least = sum
        best = filter
      }
    })
    out[y * (stride + 1)] = best
    out.set(tries[best]!, y * (stride + 1) + 1)
    ;[above, row] = [row, above]
  }
  return out
}

/** Writes one filtered row into `line`; answers its sum of absolute differences. */
function filterRow(filter: number, row: Uint8Array, above: Uint8Array, line: Uint8Array): number {
  let sum = 0
  for (let i = 0; i < row.length; i++) {
    const left = i < 3 ? 0 : row[i - 3]!
    const up = above[i]!
    const guess =
      filter === 0
        ? 0
        : filter === 1
          ? left
          : filter === 2
            ? up
            : filter === 3
              ? (left + up) >> 1
              : paeth(left, up, i < 3 ? 0 : above[i - 3]!)
    const v = (row[i]! - guess) & 255
    line[i] = v
    sum += v < 128 ? v : 256 - v
  }
  return sum
}

function paeth(left: number, up: number, corner: number): number {
  const p = left + up - corner
  const a = Math.abs(p - left)
  const b = Math.abs(p - up)
  const c = Math.abs(p - corner)
  return a <= b && a <= c ? left : b <= c ? up : corner
}

async function deflate(bytes: Uint8Array): Promise<Uint8Array> {
  const stream = new Blob([bytes as BlobPart]).stream().pipeThrough(new CompressionStream('deflate'))
  return new Uint8Array(await new Response(stream).arrayBuffer())
}

function chunk(type: string, data: Uint8Array): Uint8Array {
  const out = new Uint8Array(data.byteLength + 12)
  const view = new DataView(out.buffer)
  view.setUint32(0, data.byteLength)
  for (let i = 0; i < 4; i++) out[4 + i] = type.charCodeAt(i)
  out.set(data, 8)
  view.setUint32(data.byteLength + 8, crc32(out.subarray(4, data.byteLength + 8)))
  return out
}

const CRC_TABLE = Uint32Array.from({ length: 256 }, (_, n) => {
  let c = n
  for (let k = 0; k < 8; k++) c = c & 1 ? 0xedb88320 ^ (c >>> 1) : c >>> 1
  return c >>> 0
})

/** CRC-32 of ISO 3309, as PNG uses it. */
function crc32(bytes: Uint8Array): number {
  let c = 0xffffffff
  for (const b of bytes) c = CRC_TABLE[(c ^ b) & 255]! ^ (c >>> 8)
  return (c ^ 0xffffffff) >>> 0
}
