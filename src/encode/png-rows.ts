/**
 * Rows of an indexed picture, several pixels to a byte, leftmost in the highest bits; filter 0, as the specification
 * advises for indexed colour (RFC 2083, 2.3 and 9.6).
 * @param depth bits a pixel: 1, 2, 4 or 8.
 */
export function packedRows(indices: Uint8Array, width: number, height: number, depth: number): Uint8Array {
  const stride = Math.ceil((width * depth) / 8)
  const out = new Uint8Array((stride + 1) * height)
  for (let y = 0; y < height; y++) {
    const row = y * (stride + 1) + 1
    if (depth === 8) out.set(indices.subarray(y * width, (y + 1) * width), row)
    else
      for (let x = 0; x < width; x++) {
        const bit = x * depth
        out[row + (bit >> 3)]! |= indices[y * width + x]! << (8 - depth - (bit & 7))
      }
  }
  return out
}

/** Rows in RGB, each with the filter whose output has the smallest sum of absolute differences (RFC 2083, 9.6). */
export function adaptiveRows(rgba: Uint8Array | Uint8ClampedArray, width: number, height: number): Uint8Array {
  const stride = width * 3
  const out = new Uint8Array((stride + 1) * height)
  // Three zeros in front of each row stand for the pixel left of the first.
  let above: Uint8Array = new Uint8Array(stride + 3)
  let row: Uint8Array = new Uint8Array(stride + 3)
  const tries = FILTERS.map(() => new Uint8Array(stride))
  for (let y = 0; y < height; y++) {
    for (let x = 0, to = 3, from = y * width * 4; x < width; x++, to += 3, from += 4) {
      row[to] = rgba[from]!
      row[to + 1] = rgba[from + 1]!
      row[to + 2] = rgba[from + 2]!
    }
    let best = 0
    let least = Number.POSITIVE_INFINITY
    FILTERS.forEach((filter, i) => {
      const sum = filter(row, above, tries[i]!)
      if (sum < least) {
        least = sum
        best = i
      }
    })
    out[y * (stride + 1)] = best
    out.set(tries[best]!, y * (stride + 1) + 1)
    ;[above, row] = [row, above]
  }
  return out
}

/** Writes one filtered row; answers its sum of absolute differences. `row` and `above` begin with a pixel of zeros. */
type Filter = (row: Uint8Array, above: Uint8Array, line: Uint8Array) => number

const size = (v: number) => (v < 128 ? v : 256 - v)

/** None, Sub, Up, Average, Paeth: written out, for a choice inside the loop takes several times as long. */
const FILTERS: readonly Filter[] = [
  (row, _, line) => {
    let sum = 0
    for (let i = 0; i < line.length; i++) {
      const v = row[i + 3]!
      line[i] = v
      sum += size(v)
    }
    return sum
  },
  (row, _, line) => {
    let sum = 0
    for (let i = 0; i < line.length; i++) {
      const v = (row[i + 3]! - row[i]!) & 255
      line[i] = v
      sum += size(v)
    }
    return sum
  },
  (row, above, line) => {
    let sum = 0
    for (let i = 0; i < line.length; i++) {
      const v = (row[i + 3]! - above[i + 3]!) & 255
      line[i] = v
      sum += size(v)
    }
    return sum
  },
  (row, above, line) => {
    let sum = 0
    for (let i = 0; i < line.length; i++) {
      const v = (row[i + 3]! - ((row[i]! + above[i + 3]!) >> 1)) & 255
      line[i] = v
      sum += size(v)
    }
    return sum
  },
  (row, above, line) => {
    let sum = 0
    for (let i = 0; i < line.length; i++) {
      const left = row[i]!
      const up = above[i + 3]!
      const corner = above[i]!
      const a = Math.abs(up - corner)
      const b = Math.abs(left - corner)
      const c = Math.abs(left + up - corner - corner)
      const v = (row[i + 3]! - (a <= b && a <= c ? left : b <= c ? up : corner)) & 255
      line[i] = v
      sum += size(v)
    }
    return sum
  },
]
