import type { PanoramaPicture } from './panorama-picture'

/** Writes a panorama as a flat Radiance picture, `-Y +X`: what `openHdr` reads. Source: Ward, Graphics Gems II, 1991 (`setcolr`). */
export function encodeHdr({ width, height, light }: PanoramaPicture): Uint8Array {
  const head = new TextEncoder().encode(`#?RADIANCE\nFORMAT=32-bit_rle_rgbe\n\n-Y ${height} +X ${width}\n`)
  const out = new Uint8Array(head.length + width * height * 4)
  out.set(head)
  for (let i = 0, o = head.length; i < light.length; i += 3, o += 4) {
    const [r, g, b] = [light[i] as number, light[i + 1] as number, light[i + 2] as number]
    const most = Math.max(r, g, b)
    if (most < 1e-32) continue
    const exponent = Math.floor(Math.log2(most)) + 1
    const scale = 2 ** (8 - exponent)
    out[o] = Math.min(r * scale, 255)
    out[o + 1] = Math.min(g * scale, 255)
    out[o + 2] = Math.min(b * scale, 255)
    out[o + 3] = exponent + 128
    // 1, 1, 1 means a repetition, and 2, 2 at a row's beginning run lengths: neither is a colour here, where the largest is 128 at least.
  }
  return out
}
