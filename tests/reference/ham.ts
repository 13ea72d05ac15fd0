import { cellColour, coordinatesOf } from './cell-colour'
import { linearOfSrgb, srgbOfLinear } from './colour'
import { emptyPicture, type LightPicture, type Picture } from './picture'

type Triple = readonly [number, number, number]

/**
 * Twin of shaders/ham.wgsl: every pixel, rounded to the levels there are, tries, in order, the base colours and nine changes
 * of the one before.
 */
export function ham(source: LightPicture, palette: readonly string[], bits: number, distance: string): Picture {
  const picture = emptyPicture(source.width, source.height)
  const base = palette.map((hex) => cellColour(hex, distance))
  const top = 2 ** bits - 1
  const codeOf = (level: number): number => Math.floor((level * 255 + Math.floor(top / 2)) / top)
  for (let y = 0; y < source.height; y++) {
    let held: Triple = [0, 0, 0]
    for (let x = 0; x < source.width; x++) {
      const i = y * source.width + x
      const light = [...source.light.subarray(3 * i, 3 * i + 3)] as unknown as Triple
      const levels = light.map((v) => Math.floor((srgbOfLinear(v) * top + 127) / 255))
      const tries = base.map(({ rgb, at }) => ({ rgb, at }))
      if (x > 0)
        for (const channel of [0, 1, 2]) {
          const own = levels[channel]!
          for (const level of [own - 1, own, own + 1]) {
            if (level < 0 || level > top) continue
            const code = codeOf(level)
            const rgb = held.map((v, c) => (c === channel ? code : v)) as unknown as Triple
            tries.push({ rgb, at: coordinatesOf(rgb.map(linearOfSrgb) as unknown as Triple, distance) })
          }
        }
      const here = coordinatesOf(levels.map((level) => linearOfSrgb(codeOf(level))) as unknown as Triple, distance)
      const far = tries.map(({ at }) => at.reduce((sum, v, axis) => sum + (v - here[axis]!) ** 2, 0))
      held = tries[far.indexOf(Math.min(...far))]!.rgb
      picture.rgba.set([...held, 255], i * 4)
    }
  }
  return picture
}
