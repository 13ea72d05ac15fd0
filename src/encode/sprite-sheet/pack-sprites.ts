/** A size in whole pixels. */
export interface SpriteSize {
  readonly width: number
  readonly height: number
}

/** How sprites are laid out. */
export interface PackOptions {
  /** Longest side of a page; 2048 by default. */
  readonly maxSize?: number
  /** Empty pixels between sprites; 1 by default. */
  readonly padding?: number
  /** Pixels that each sprite's edge is repeated outward, against bleeding when sheets are scaled; 0 by default. */
  readonly extrude?: number
  /** Sides of pages are powers of two; false by default. */
  readonly powerOfTwo?: boolean
}

/** Where a sprite lies; its place in the list it came in. */
export interface Placement {
  readonly sprite: number
  readonly x: number
  readonly y: number
}

/** One picture of a sheet. */
export interface PackedPage extends SpriteSize {
  readonly placements: readonly Placement[]
}

export const PACK_DEFAULTS: Required<PackOptions> = { maxSize: 2048, padding: 1, extrude: 0, powerOfTwo: false }

type Settings = Required<PackOptions>
type Cell = SpriteSize & { readonly sprite: number }
type Space = SpriteSize & { readonly x: number; readonly y: number }

/**
 * Lays sprites out on as few and as small pages as it finds, without turning them: MaxRects, largest first, each where the
 * shorter side left over is least (Jylänki 2010, A Thousand Ways to Pack the Bin, BSSF). The same list gives the same pages.
 * @throws RangeError if an option is out of range or a sprite does not fit on a page.
 */
export function packSprites(sprites: readonly SpriteSize[], options: PackOptions = {}): PackedPage[] {
  const settings = { ...PACK_DEFAULTS, ...options }
  check(sprites, settings)
  const { padding, extrude } = settings
  let cells: readonly Cell[] = sprites
    .map(({ width, height }, sprite) => ({ sprite, width: width + 2 * extrude + padding, height: height + 2 * extrude + padding }))
    .sort(
      (a, b) => Math.max(b.width, b.height) - Math.max(a.width, a.height) || b.width * b.height - a.width * a.height || a.sprite - b.sprite,
    )
  const pages: PackedPage[] = []
  while (cells.length > 0) {
    const { page, rest } = nextPage(cells, settings)
    pages.push(page)
    cells = rest
  }
  return pages
}

/** The smallest page that holds all cells; where none does, the largest, and what it leaves. */
function nextPage(cells: readonly Cell[], settings: Settings): { page: PackedPage; rest: readonly Cell[] } {
  for (const size of pageSizes(cells, settings)) {
    const placed = fill(cells, size, settings.padding)
    const last = size.width === largest(settings) && size.height === largest(settings)
    if (placed.size < cells.length && !last) continue
    const { padding, extrude } = settings
    const placements = [...placed.values()].map(({ cell, x, y }) => ({ sprite: cell.sprite, x: x + extrude, y: y + extrude }))
    const used = {
      width: Math.max(...[...placed.values()].map(({ cell, x }) => x + cell.width - padding)),
      height: Math.max(...[...placed.values()].map(({ cell, y }) => y + cell.height - padding)),
    }
    const page = { ...(settings.powerOfTwo ? size : used), placements: placements.sort((a, b) => a.sprite - b.sprite) }
    return { page, rest: cells.filter((c) => !placed.has(c.sprite)) }
  }
  throw new Error('packSprites: no page size was tried')
}

/** Sizes to try, smallest first, ending with the largest there may be. */
function pageSizes(cells: readonly Cell[], settings: Settings): SpriteSize[] {
  const { padding, powerOfTwo } = settings
  const most = largest(settings)
  const area = cells.reduce((sum, c) => sum + c.width * c.height, 0)
  const wide = Math.max(...cells.map((c) => c.width)) - padding
  const high = Math.max(...cells.map((c) => c.height)) - padding
  const sizes: SpriteSize[] = []
  const grows = powerOfTwo ? (side: number) => side * 2 : (side: number) => Math.ceil(side * 1.02)
  const least = (side: number): number => (powerOfTwo ? 2 ** Math.ceil(Math.log2(side)) : side)
  // A page has room for the padding behind its last sprites, though it does not have them.
  let [width, height] = [least(wide), least(high)]
  while (width < most || height < most) {
    if ((width + padding) * (height + padding) >= area) sizes.push({ width, height })
    if ((width <= height && width < most) || height >= most) width = Math.min(most, grows(width))
    else height = Math.min(most, grows(height))
  }
  return [...sizes, { width: most, height: most }]
}

/** The longest side that a page may have. */
const largest = ({ maxSize, powerOfTwo }: Settings): number => (powerOfTwo ? 2 ** Math.floor(Math.log2(maxSize)) : maxSize)

type Placed = ReadonlyMap<number, { readonly cell: Cell; readonly x: number; readonly y: number }>

function fill(cells: readonly Cell[], { width, height }: SpriteSize, padding: number): Placed {
  const placed = new Map<number, { cell: Cell; x: number; y: number }>()
  let spaces: Space[] = [{ x: 0, y: 0, width: width + padding, height: height + padding }]
  for (const cell of cells) {
    const best = bestSpace(spaces, cell)
    if (!best) continue
    const taken = { x: best.x, y: best.y, width: cell.width, height: cell.height }
    placed.set(cell.sprite, { cell, x: taken.x, y: taken.y })
    spaces = without(spaces, taken)
  }
  return placed
}

/** The space with the least left beside the cell; of equals the highest, then the leftmost. */
function bestSpace(spaces: readonly Space[], { width, height }: SpriteSize): Space | undefined {
  let best: Space | undefined
  let least: readonly [number, number, number, number] = [Number.POSITIVE_INFINITY, 0, 0, 0]
  for (const space of spaces) {
    const [dx, dy] = [space.width - width, space.height - height]
    if (dx < 0 || dy < 0) continue
    const score = [Math.min(dx, dy), Math.max(dx, dy), space.y, space.x] as const
    const differs = score.findIndex((v, i) => v !== least[i])
    if (differs >= 0 && score[differs]! < least[differs]!) [best, least] = [space, score]
  }
  return best
}

/** The largest spaces that are left when a rectangle is taken out of them; none lies in another. */
function without(spaces: readonly Space[], taken: Space): Space[] {
  const [right, bottom] = [taken.x + taken.width, taken.y + taken.height]
  const whole: Space[] = []
  const parts: Space[] = []
  for (const s of spaces) {
    const [sRight, sBottom] = [s.x + s.width, s.y + s.height]
    if (taken.x >= sRight || right <= s.x || taken.y >= sBottom || bottom <= s.y) {
      whole.push(s)
      continue
    }
    if (taken.x > s.x) parts.push({ ...s, width: taken.x - s.x })
    if (right < sRight) parts.push({ ...s, x: right, width: sRight - right })
    if (taken.y > s.y) parts.push({ ...s, height: taken.y - s.y })
    if (bottom < sBottom) parts.push({ ...s, y: bottom, height: sBottom - bottom })
  }
  const kept = parts.filter(
    (p, i) => !whole.some((w) => inside(p, w)) && !parts.some((q, j) => i !== j && inside(p, q) && (!inside(q, p) || j < i)),
  )
  return [...whole, ...kept]
}

const inside = (a: Space, b: Space): boolean =>
  a.x >= b.x && a.y >= b.y && a.x + a.width <= b.x + b.width && a.y + a.height <= b.y + b.height

function check(sprites: readonly SpriteSize[], settings: Settings): void {
  const { maxSize, padding, extrude } = settings
  const whole = (field: string, value: number, least: number, most: number): void => {
    if (!Number.isInteger(value) || value < least || value > most)
      throw new RangeError(`packSprites: ${field}: expected a whole number from ${least} to ${most}, got ${value}`)
  }
  whole('maxSize', maxSize, 1, 16384)
  whole('padding', padding, 0, 256)
  whole('extrude', extrude, 0, 256)
  const most = largest(settings) - 2 * extrude
  sprites.forEach(({ width, height }, i) => {
    whole(`sprites.${i}.width`, width, 1, most)
    whole(`sprites.${i}.height`, height, 1, most)
  })
}
