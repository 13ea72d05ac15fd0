import type { Size } from './framing'
import type { Style } from './style/index'

/**
 * The size at which a style's picture is kept to the pixel: the most whole columns and lines for a machine's pixel that fit,
 * as near to its aspect as whole numbers come, at least one each. A style of the look's own size fills the target. Even.
 * @throws RangeError unless both sizes are whole and at least 2.
 */
export function wholeSize({ resolution, pixelAspect }: Style, mostWidth: number, mostHeight: number): Size {
  for (const [name, value] of Object.entries({ width: mostWidth, height: mostHeight }))
    if (!Number.isInteger(value) || value < 2) throw new RangeError(`wholeSize: ${name} must be a whole number of at least 2, got ${value}`)
  if (!resolution) return { width: mostWidth - (mostWidth % 2), height: mostHeight - (mostHeight % 2) }
  const aspect = pixelAspect.num / pixelAspect.den
  const sized = (lines: number): Size => {
    const columns = Math.max(1, Math.round(lines * aspect))
    return { width: resolution.width * columns, height: resolution.height * lines }
  }
  // Pixels wider than they are high, or higher, are themselves whole from so many lines on.
  const least = Math.max(1, Math.round(1 / aspect))
  let size = sized(least)
  for (let lines = least + 1; resolution.height * lines <= mostHeight; lines++) {
    const next = sized(lines)
    if (next.width <= mostWidth && next.width % 2 === 0 && next.height % 2 === 0) size = next
  }
  return size.width % 2 === 0 && size.height % 2 === 0 ? size : { width: size.width * 2, height: size.height * 2 }
}

/** Whether an output of a size shows each of a machine's pixels as the same whole number of columns and lines. */
export const isWhole = ({ resolution }: Style, { width, height }: Size): boolean =>
  resolution !== null && width % resolution.width === 0 && height % resolution.height === 0

/** The most colours that one picture of a style can have on a plain display; null where nothing bounds them but the eight bits of each channel. */
export function mostColours({ palette, mixes, limits }: Style): number | null {
  if (limits?.kind === 'ham') return null
  if (limits?.kind === 'half-bright') return limits.base * 2
  if (palette) return palette.length
  if (!mixes) return null
  if (limits?.kind === 'palettes') return Math.min(256, limits.palettes * limits.colours)
  if (limits) return mixes.count ?? 16
  return mixes.count ?? mixes.levels[0] * mixes.levels[1] * mixes.levels[2]
}
