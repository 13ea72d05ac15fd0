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
  const pixels = patch.pixels.map((p, i) => {
    const at = (patch.y + Math.floor(i / patch.width)) * width + patch.x + (i % patch.width)
    return p === SAME ? codes[at]! : p
  })
  return { ...patch, pixels, holes: false }
}
