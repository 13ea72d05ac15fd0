import type { Size } from '../framing'
import type { PaletteSet, Probe } from '../palette-set'
import type { Limits } from '../style/index'
import { hexOf } from './machine-colours'
import { pairErrors, paletteErrors } from './pair-errors'
import { shotColours } from './shot-colours'

/**
 * The machine's own palettes for cells to choose from. Where one cell is the whole screen, the shot chooses, so that a
 * picture never changes its colours in the middle of a shot; the palette listed first wins ties.
 * @param all 0xrrggbb.
 */
export function settleFixed(
  { cell, palettes }: Extract<Limits, { kind: 'fixed' }>,
  all: readonly number[],
  resolution: Size | null,
  penalty: number | null,
  probes: readonly Probe[],
): PaletteSet {
  if (!isWholePicture(cell, resolution))
    return { colours: all.map(hexOf), cells: { size: { ...cell }, palettes: palettes.map((places) => [...new Set(places)]) } }
  const shot = shotColours(probes, 96, null)
  const errors = pairErrors(shot, all, penalty)
  const out = new Float64Array(shot.count)
  let best = palettes[0]!
  let least = Number.POSITIVE_INFINITY
  for (const palette of palettes) {
    paletteErrors(errors, [...new Set(palette)], out)
    const sum = out.reduce((total, error, c) => total + error * shot.weight[c]!, 0)
    if (sum < least) [best, least] = [palette, sum]
  }
  return { colours: [...new Set(best)].map((place) => hexOf(all[place]!)) }
}

/** Whether a cell is all of a machine's picture. */
export const isWholePicture = (cell: Size, resolution: Size | null): boolean =>
  resolution !== null && cell.width >= resolution.width && cell.height >= resolution.height
