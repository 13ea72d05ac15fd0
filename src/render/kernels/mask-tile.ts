import type { Crt } from '../../departments/retro'

/** One repeat of a tube's mask in output pixels. */
export type MaskTile = {
  readonly width: number
  readonly height: number
  /** r, g, b and 1 a pixel; the mean of each channel is 1. */
  readonly texels: Float32Array<ArrayBuffer>
  /** The greatest value. */
  readonly peak: number
  /** Share of the mask that white may keep without losing more than a twenty-fifth of its light. */
  readonly least: number
}

/** Samples along either side of an output pixel. */
const FINE = 12
const WHITE_LOSS = 0.04

/** Triads across a display before the eye stops seeing them; pitches under three pixels cannot show three colours. */
const TRIADS = { none: 1, aperture: 340, slot: 300, shadow: 320 } as const

/** Width of a triad in whole output pixels, as `maskPitch` says or chosen by the width of the display. */
export function maskPitch(crt: Pick<Crt, 'mask' | 'maskPitch'>, displayWidth: number): number {
  if (crt.maskPitch > 0) return Math.max(2, Math.round(crt.maskPitch))
  const pitch = displayWidth / TRIADS[crt.mask]
  // Rows of dots stand half a pitch aside, which only an even pitch has in whole pixels.
  return crt.mask === 'shadow' ? Math.max(4, 2 * Math.round(pitch / 2)) : Math.max(3, Math.round(pitch))
}

/**
 * The mask of a display `size` output pixels big that shows `lines` lines: stripes (aperture grille), stripes of staggered slots,
 * or staggered dots (shadow mask). Fades where the display is too small to show more than its interference.
 */
export function maskTile(crt: Pick<Crt, 'mask' | 'maskPitch' | 'maskStrength'>, displayWidth: number, fade = 1): MaskTile {
  const strength = crt.maskStrength * fade
  if (crt.mask === 'none' || strength === 0) return { width: 1, height: 1, texels: new Float32Array(4).fill(1), peak: 1, least: 1 }
  const pitch = maskPitch(crt, displayWidth)
  const { width, height, open } = SHAPES[crt.mask](pitch)
  const texels = new Float32Array(width * height * 4)
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++)
      for (let channel = 0; channel < 3; channel++) {
        let lit = 0
        for (let i = 0; i < FINE * FINE; i++)
          if (open(x + ((i % FINE) + 0.5) / FINE, y + (Math.floor(i / FINE) + 0.5) / FINE, channel)) lit++
        texels[(y * width + x) * 4 + channel] = 1 - strength * (1 - lit / (FINE * FINE))
      }
  let peak = 1
  let excess = 0
  for (let channel = 0; channel < 3; channel++) {
    let sum = 0
    for (let i = channel; i < texels.length; i += 4) sum += texels[i]!
    const mean = sum / (width * height)
    for (let i = channel; i < texels.length; i += 4) {
      texels[i] = texels[i]! / mean
      peak = Math.max(peak, texels[i]!)
      excess += Math.max(0, texels[i]! - 1) / (3 * width * height)
    }
  }
  return { width, height, texels, peak, least: excess > 0 ? Math.min(1, WHITE_LOSS / excess) : 1 }
}

type Shape = { readonly width: number; readonly height: number; readonly open: (x: number, y: number, channel: number) => boolean }

const modulo = (a: number, b: number): number => ((a % b) + b) % b

/** Which stripe of a triad `x` lies in. */
const stripe = (x: number, pitch: number): number => Math.floor((3 * modulo(x, pitch)) / pitch) % 3

const SHAPES: Record<Exclude<Crt['mask'], 'none'>, (pitch: number) => Shape> = {
  aperture: (pitch) => ({ width: pitch, height: 1, open: (x, _, channel) => stripe(x, pitch) === channel }),
  // Each column of triads is bridged once a slot, its neighbours half a slot lower.
  slot: (pitch) => {
    const height = 2 * Math.max(2, Math.round(0.65 * pitch))
    const bridge = height / 5
    return {
      width: 2 * pitch,
      height,
      open: (x, y, channel) =>
        stripe(x, pitch) === channel && modulo(y + (modulo(x, 2 * pitch) < pitch ? 0 : height / 2), height) >= bridge,
    }
  },
  // Dots a third of a pitch apart, every second row half a pitch aside, the rows as close as round dots lie.
  shadow: (pitch) => {
    const row = Math.max(1, Math.round((pitch / 3) * 0.866))
    const radius = 0.2 * pitch
    return {
      width: pitch,
      height: 2 * row,
      open: (x, y, channel) => {
        for (let r = -1; r <= 3; r++) {
          const centre = (channel + 0.5) * (pitch / 3) + (modulo(r, 2) === 0 ? 0 : pitch / 2)
          const across = modulo(x - centre + pitch / 2, pitch) - pitch / 2
          if (Math.hypot(across, y - (r + 0.5) * row) < radius) return true
        }
        return false
      },
    }
  },
}
