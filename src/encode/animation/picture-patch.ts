import { type Patch, SAME } from './animation-writer'

/** A picture as 0xrrggbb a pixel. */
export function codesOf(rgba: Uint8Array | Uint8ClampedArray): Int32Array {
  const codes = new Int32Array(rgba.length / 4)
  for (let i = 0, at = 0; i < codes.length; i++, at += 4) codes[i] = (rgba[at]! << 16) | (rgba[at + 1]! << 8) | rgba[at + 2]!
  return codes
}

/**
 * The smallest rectangle outside which a picture is as the one before it, its corner on a multiple of `grid`; the whole
 * picture where there is none before; undefined where they are equal.
 */
export function patchOf(before: Int32Array | undefined, codes: Int32Array, width: number, height: number, grid: number): Patch | undefined {
  if (!before) return { x: 0, y: 0, width, height, pixels: codes, holes: false }
  let [left, right, top, bottom] = [width, -1, height, -1]
  for (let y = 0, i = 0; y < height; y++)
    for (let x = 0; x < width; x++, i++) {
      if (codes[i] === before[i]) continue
      if (x < left) left = x
      if (x > right) right = x
      if (y < top) top = y
      bottom = y
    }
  if (right < 0) return undefined
  left -= left % grid
  top -= top % grid
  const size = { width: right + 1 - left, height: bottom + 1 - top }
  const pixels = new Int32Array(size.width * size.height)
  let holes = false
  for (let y = top, to = 0; y <= bottom; y++)
    for (let x = left, i = y * width + left; x <= right; x++, i++, to++) {
      const same = codes[i] === before[i]
      pixels[to] = same ? SAME : codes[i]!
      holes ||= same
    }
  return { x: left, y: top, ...size, pixels, holes }
}

/** A patch with the pixels put in that did not change. */
export function filled(patch: Patch, codes: Int32Array, width: number): Patch {
  if (!patch.holes) return patch
  const pixels = new Int32Array(patch.pixels.length)
  for (let y = 0; y < patch.height; y++) {
    const from = (patch.y + y) * width + patch.x
    pixels.set(codes.subarray(from, from + patch.width), y * patch.width)
  }
  return { ...patch, pixels, holes: false }
}

/** The place of each pixel's colour; `SAME` has one too where it may occur. @throws what `missing` throws for a colour without one. */
export function placed(pixels: Int32Array, places: ReadonlyMap<number, number>, missing: (code: number) => never): Uint8Array {
  const out = new Uint8Array(pixels.length)
  let last = Number.NaN
  let place = 0
  for (let i = 0; i < pixels.length; i++) {
    const code = pixels[i]!
    if (code !== last) {
      place = places.get(code) ?? missing(code)
      last = code
    }
    out[i] = place
  }
  return out
}

/** The different numbers among some, in the order in which they occur; undefined if they are more than `most`. */
export function different(pixels: Int32Array | Uint32Array, most: number): Set<number> | undefined {
  const seen = new Set<number>()
  let last = Number.NaN
  for (let i = 0; i < pixels.length; i++) {
    const code = pixels[i]!
    if (code === last) continue
    seen.add(code)
    if (seen.size > most) return undefined
    last = code
  }
  return seen
}
