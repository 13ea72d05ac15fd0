import type { Size } from './framing'
import type { Limits } from './style/index'

/** How many colours the cells of a picture hold. */
export interface CellUse {
  /** Pixels of a cell; at the right and lower edge cells may be cut. */
  readonly cell: Size
  readonly across: number
  readonly down: number
  /** The most colours a cell may hold. */
  readonly allowed: number
  /** Different colours of each cell, row by row. */
  readonly colours: Uint16Array
  /** 1 for each cell that its machine could not have shown. */
  readonly broken: Uint8Array
}

/**
 * Counts the colours of each cell and says where a limit is broken: more than a cell may hold or, where the palette is
 * given, colours that no group or no palette has together.
 * @param rgba The style's own picture, four bytes a pixel, top row first; alpha does not count.
 * @param palette The style's colours, which groups and fixed palettes name places in.
 * @returns undefined where limits are not those of cells.
 */
export function cellUse(
  rgba: Uint8Array,
  width: number,
  height: number,
  limits: Limits,
  palette: readonly string[] | null = null,
): CellUse | undefined {
  if (limits.kind === 'ham' || limits.kind === 'half-bright') return undefined
  const { cell } = limits
  const across = Math.ceil(width / cell.width)
  const down = Math.ceil(height / cell.height)
  const allowed = limits.kind === 'fixed' ? Math.max(...limits.palettes.map((p) => p.length)) : limits.colours
  const together = palette && coloursTogether(limits, palette)
  const colours = new Uint16Array(across * down)
  const broken = new Uint8Array(across * down)
  const seen = new Set<number>()
  for (let row = 0; row < down; row++)
    for (let column = 0; column < across; column++) {
      seen.clear()
      const right = Math.min(width, (column + 1) * cell.width)
      const bottom = Math.min(height, (row + 1) * cell.height)
      for (let y = row * cell.height; y < bottom; y++)
        for (let x = column * cell.width; x < right; x++) {
          const i = (y * width + x) * 4
          seen.add((rgba[i]! << 16) | (rgba[i + 1]! << 8) | rgba[i + 2]!)
        }
      const at = row * across + column
      colours[at] = seen.size
      const fits = seen.size <= allowed && (!together || together.some((set) => [...seen].every((colour) => set.has(colour))))
      broken[at] = fits ? 0 : 1
    }
  return { cell, across, down, allowed, colours, broken }
}

/** Sets of colours that may be seen in one cell; null where any may. */
function coloursTogether(limits: Extract<Limits, { cell: unknown }>, palette: readonly string[]): readonly ReadonlySet<number>[] | null {
  const lists = limits.kind === 'fixed' ? limits.palettes : limits.kind === 'attributes' ? limits.groups : null
  return lists?.map((places) => new Set(places.flatMap((place) => codeOf(palette[place]) ?? []))) ?? null
}

const codeOf = (colour: string | undefined): number | undefined => (colour === undefined ? undefined : Number.parseInt(colour.slice(1), 16))

/** A colour of a picture, and at how many of its pixels it stands. */
export interface ColourCount {
  /** `#rrggbb`. */
  readonly colour: string
  readonly pixels: number
}

/**
 * The colours of a picture, most frequent first, then by code.
 * @param most Given up where there are more.
 * @returns undefined where there are more than `most`.
 */
export function countColours(rgba: Uint8Array, most = 4096): readonly ColourCount[] | undefined {
  const counts = new Map<number, number>()
  for (let i = 0; i < rgba.length; i += 4) {
    const code = (rgba[i]! << 16) | (rgba[i + 1]! << 8) | rgba[i + 2]!
    const before = counts.get(code)
    if (before === undefined && counts.size === most) return undefined
    counts.set(code, (before ?? 0) + 1)
  }
  return [...counts]
    .sort(([a, n], [b, m]) => m - n || a - b)
    .map(([code, pixels]) => ({ colour: `#${code.toString(16).padStart(6, '0')}`, pixels }))
}
