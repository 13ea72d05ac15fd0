import { linearOfSrgb } from './colour'
import { emptyPicture, type LightPicture, type Picture } from './picture'

/** Twin of shaders/levels.wgsl: `codes` of each channel, rising; `map` rows of ranks or null; `strength` in 1/256. */
export function levels(
  source: LightPicture,
  codes: readonly (readonly number[])[],
  map: readonly (readonly number[])[] | null,
  strength: number,
): Picture {
  const picture = emptyPicture(source.width, source.height)
  for (let i = 0; i < source.width * source.height; i++) {
    const row = map?.[Math.floor(i / source.width) % map.length]
    const share = row ? (row[(i % source.width) % row.length]! + 0.5) / (map!.length * row.length) : null
    const threshold = share === null ? null : Math.floor(256 * share)
    const rgb = [0, 1, 2].map((c) => level(source.light[i * 3 + c]!, codes[c]!, threshold, strength))
    picture.rgba.set([...rgb, 255], i * 4)
  }
  return picture
}

function level(light: number, codes: readonly number[], threshold: number | null, strength: number): number {
  const low = codes.findLast((code) => linearOfSrgb(code) <= light) ?? codes[0]!
  const high = codes[codes.indexOf(low) + 1]
  if (high === undefined) return low
  const nearer = light >= linearOfSrgb((low + high) / 2) ? high : low
  if (threshold === null) return nearer
  const upper = Math.max(0, Math.floor((256 * (light - linearOfSrgb(low))) / (linearOfSrgb(high) - linearOfSrgb(low))))
  const scaled = (share: number): number => Math.floor((share * strength + 128) / 256)
  if (nearer === low) return scaled(upper) > threshold ? high : low
  return 256 - scaled(256 - upper) > threshold ? high : low
}
