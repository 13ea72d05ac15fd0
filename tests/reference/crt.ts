import type { Crt, Rect } from '../../src/departments/retro'
import { emptyPicture, type Picture } from './picture'

const decode = (code: number): number => (code <= 0.04045 ? code / 12.92 : ((code + 0.055) / 1.055) ** 2.4)
const encode = (light: number): number => (light <= 0.0031308 ? light * 12.92 : 1.055 * light ** (1 / 2.4) - 0.055)

/** Light of a line where a Gaussian spot of standard deviation `sigma` stands at `x`, in pixels: summed over the spot in fine steps. */
function spotLight(picture: Picture, line: number, channel: number, x: number, sigma: number): number {
  let light = 0
  let sum = 0
  for (let step = -4; step <= 4; step += 1 / 40) {
    const weight = Math.exp(-(step * step) / 2)
    const column = Math.floor(x + step * sigma)
    sum += weight
    if (column >= 0 && column < picture.width) light += weight * decode(picture.rgba[(line * picture.width + column) * 4 + channel]! / 255)
  }
  return light / sum
}

/**
 * A tube worked out pixel by pixel from what it is said to be: spot, beam, aperture grille of three-pixel triads,
 * bent glass, vignette. Without cable, stray light, persistence and interlace. For displays of three or more lines a line.
 */
export function crtPicture(crt: Crt, picture: Picture, rect: Rect, width: number, height: number): Picture {
  const out = emptyPicture(width, height)
  for (let i = 3; i < out.rgba.length; i += 4) out.rgba[i] = 255
  const lineStep = picture.height / rect.height
  const pixelStep = picture.width / rect.width
  const inverse = (deviation: number) => 1 / Math.hypot(deviation, lineStep / Math.sqrt(12))
  const [dark, bright] = [inverse(crt.beamDark), inverse(Math.max(crt.beamBright, 0.39))]
  const spot = Math.hypot(crt.spot, pixelStep / Math.sqrt(12))
  // Stripes that let 1 through where open and 1 - strength elsewhere, over their mean.
  const mean = 1 - (2 / 3) * crt.maskStrength
  const [open, shut] = crt.mask === 'none' ? [1, 1] : [1 / mean, (1 - crt.maskStrength) / mean]
  const least = open > 1 ? Math.min(1, 0.04 / ((open - 1) / 3)) : 1
  // A tube that is not bent has the same places in every row.
  const known = new Map<string, number>()
  const lightAt = (line: number, channel: number, x: number): number => {
    const key = `${line} ${channel} ${x}`
    const light = known.get(key) ?? spotLight(picture, line, channel, x, spot)
    known.set(key, light)
    return light
  }
  for (let py = 0; py < rect.height; py++)
    for (let px = 0; px < rect.width; px++) {
      const [u, v] = [((px + 0.5) / rect.width) * 2 - 1, ((py + 0.5) / rect.height) * 2 - 1]
      const bend = (1 + crt.curvature * (u * u + v * v)) / (1 + crt.curvature)
      const [x, y] = [((u * bend + 1) / 2) * picture.width, ((v * bend + 1) / 2) * picture.height]
      const aspect = rect.width / rect.height
      const radius = 2 * crt.corner
      const [cx, cy] = [Math.abs(u * bend) * aspect - (aspect - radius), Math.abs(v * bend) - (1 - radius)]
      const outside = Math.hypot(Math.max(cx, 0), Math.max(cy, 0)) + Math.min(Math.max(cx, cy), 0) - radius
      const pixel = ((2 / rect.height) * (1 + (crt.curvature > 0 ? 2 * crt.curvature * (u * u + v * v) : 0))) / (1 + crt.curvature)
      const glass = Math.max(0, Math.min(1, 0.5 - outside / pixel)) * (1 - crt.vignette * ((u * u + v * v) / 2) ** 2)
      for (let channel = 0; channel < 3; channel++) {
        let beam = 0
        for (let line = Math.max(0, Math.floor(y) - 4); line < Math.min(picture.height, y + 4); line++) {
          const light = lightAt(line, channel, x)
          const narrow = dark + (bright - dark) * Math.sqrt(light)
          const off = (y - line - 0.5) * narrow
          // 0.38294883 makes the integral of the hump 1.
          beam += 0.38294883 * light * narrow * Math.max(0, 1 - (off * off) / 19) ** 8
        }
        const tile = px % 3 === channel ? open : shut
        const share = open > 1 ? Math.max(least, Math.min(1, (1 / Math.max(beam, 1e-3) - 1) / (open - 1))) : 1
        const light = beam * (1 + share * (tile - 1)) * glass
        out.rgba[((rect.y + py) * width + rect.x + px) * 4 + channel] = Math.round(255 * encode(Math.max(0, Math.min(1, light))))
      }
    }
  return out
}

/** The greatest difference of any channel of any pixel, of 255. Sizes must be equal. */
export function greatestDifference(a: Picture, b: Picture): number {
  if (a.width !== b.width || a.height !== b.height) return Number.POSITIVE_INFINITY
  return a.rgba.reduce((most, value, i) => Math.max(most, Math.abs(value - b.rgba[i]!)), 0)
}
