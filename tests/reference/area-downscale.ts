import { linearOfSrgb } from './colour'
import type { LightPicture, Picture } from './picture'

/** Twin of shaders/area-downscale.wgsl: the box average over every source pixel it touches, in BigInt. */
export function areaDownscale(
  source: Picture,
  rect: { x: number; y: number; width: number; height: number },
  width: number,
  height: number,
): LightPicture {
  const light = new Uint16Array(width * height * 3)
  const area = BigInt(rect.width) * BigInt(rect.height)
  for (let oy = 0; oy < height; oy++)
    for (let ox = 0; ox < width; ox++)
      for (let channel = 0; channel < 3; channel++) {
        let sum = 0n
        for (let y = 0; y < rect.height; y++) {
          const down = overlap(y * height, (y + 1) * height, oy * rect.height, (oy + 1) * rect.height)
          if (down === 0) continue
          for (let x = 0; x < rect.width; x++) {
            const across = overlap(x * width, (x + 1) * width, ox * rect.width, (ox + 1) * rect.width)
            if (across === 0) continue
            const code = source.rgba[((rect.y + y) * source.width + rect.x + x) * 4 + channel]!
            sum += BigInt(across) * BigInt(down) * BigInt(linearOfSrgb(code))
          }
        }
        light[(oy * width + ox) * 3 + channel] = Number((sum + area / 2n) / area)
      }
  return { width, height, light }
}

function overlap(a: number, b: number, c: number, d: number): number {
  return Math.max(0, Math.min(b, d) - Math.max(a, c))
}
