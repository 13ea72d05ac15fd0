import type { PaletteSet, Probe } from '../palette-set'
import type { Style } from '../style/index'
import { generalProbe } from './general-probe'
import { codeOf, listMachine, mixingMachine } from './machine-colours'
import { settleAttributes } from './settle-attributes'
import { isWholePicture, settleFixed } from './settle-fixed'
import { settleCount, settleHalfBright, settleHam, TWELVE_BITS } from './settle-mixes'
import { settlePalettes } from './settle-palettes'

/** Colours from which cells of a machine without a list choose. */
const COLOURS_OF_CELLS = 16

/**
 * The colours that a shot may have in a style: what its machine allows, and of that what shows these pictures of the shot
 * with least error in OKLab, mixtures by dither counted. The same for the same style and pictures.
 * @param probes a few of the shot's pictures in the style's own pixels, linear light after its grade; without any, colours
 * that suit all pictures.
 * @returns null for a style that keeps all colours or all its levels.
 */
export function paletteSetFor(style: Style, probes: readonly Probe[]): PaletteSet | null {
  const { palette, mixes, limits } = style
  const machine = palette ? listMachine(palette) : mixes ? mixingMachine(mixes) : null
  if (!machine) return null
  const cell = limits !== null && 'cell' in limits ? limits.cell : { width: 16, height: 16 }
  const seen = probes.filter(({ width, height }) => width > 0 && height > 0)
  const pictures = seen.length > 0 ? seen : [generalProbe(cell)]
  const penalty = style.dither.kind === 'none' ? null : style.dither.contrastPenalty
  if (!limits) {
    if (palette) return { colours: palette }
    return mixes?.count ? { colours: settleCount(mixes.count, machine, penalty, pictures) } : null
  }
  switch (limits.kind) {
    case 'palettes':
      return settlePalettes(limits, machine, penalty, pictures, style.ink.outline > 0 ? codeOf(style.ink.outlineColour) : null)
    case 'ham':
      return settleHam(limits, pictures)
    case 'half-bright':
      return settleHalfBright(limits, mixes ?? TWELVE_BITS, pictures)
    default: {
      const all = machine.all ?? settleCount(mixes?.count ?? COLOURS_OF_CELLS, machine, penalty, pictures).map(codeOf)
      return limits.kind === 'fixed'
        ? settleFixed(limits, all, style.resolution, penalty, pictures)
        : settleAttributes(limits, all, penalty, pictures)
    }
  }
}

/** Whether each cell of a style's picture has a palette of its own. */
export function hasCellPalettes({ limits, resolution }: Style): boolean {
  if (limits === null || limits.kind === 'ham' || limits.kind === 'half-bright') return false
  return limits.kind !== 'fixed' || !isWholePicture(limits.cell, resolution)
}
