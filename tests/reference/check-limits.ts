import type { Style } from '../../src/departments/retro'
import type { Picture } from './picture'

/** Steps after which a search for palettes gives up; pictures of machines need few. */
const MOST_STEPS = 300_000

/**
 * Whether a machine could show a picture: everything in it that breaks a limit of the style, in words; none where it
 * obeys. Looks at the picture's own pixels and the style's own description alone.
 * @param picture in the style's own pixels.
 * @param claimed palettes of 0xrrggbb that are said to hold every cell, for a machine whose cells take one each: whoever they
 * are of, if the machine has room for them and every cell lies in one, that proves it. Without any they are searched for.
 */
export function checkLimits(picture: Picture, style: Style, claimed: readonly (readonly number[])[] = []): string[] {
  const breaches: string[] = []
  const codes = codesOf(picture)
  const { resolution, palette, mixes, limits } = style
  if (resolution && (picture.width !== resolution.width || picture.height !== resolution.height))
    breaches.push(`${picture.width}×${picture.height} pixels against ${resolution.width}×${resolution.height}`)
  for (let i = 3; i < picture.rgba.length; i += 4)
    if (picture.rgba[i] !== 255) {
      breaches.push(`a pixel that is not opaque at ${place((i - 3) / 4, picture.width)}`)
      break
    }
  const seen = new Set(codes)
  const foreign = [...seen].filter((code) => !isOfMachine(code, style))
  if (foreign.length > 0) breaches.push(`${foreign.length} colours that the machine has not, as ${hex(foreign[0]!)}`)
  if (mixes?.count && seen.size > mixes.count && limits?.kind !== 'ham') breaches.push(`${seen.size} colours against ${mixes.count}`)
  if (!limits) return breaches
  const list = palette?.map((text) => Number.parseInt(text.slice(1), 16)) ?? []
  switch (limits.kind) {
    case 'palettes': {
      const cells = cellsOf(codes, picture, limits.cell)
      const why =
        claimed.length > 0 ? checkClaimed(cells, claimed, limits) : checkPalettes(cells, limits.palettes, limits.colours, limits.shared)
      return why ? [...breaches, why] : breaches
    }
    case 'attributes': {
      const cells = cellsOf(codes, picture, limits.cell)
      const groups = (limits.groups ?? [[...list.keys()]]).map((places) => new Set(places.map((p) => list[p]!)))
      const why = limits.shared > 0 ? checkBackground(cells, list, groups, limits.colours) : checkCells(cells, groups, limits.colours)
      return why ? [...breaches, why] : breaches
    }
    case 'fixed': {
      const allowed = limits.palettes.map((places) => new Set(places.map((p) => list[p]!)))
      const bad = cellsOf(codes, picture, limits.cell).find(({ colours }) => !allowed.some((one) => [...colours].every((c) => one.has(c))))
      return bad ? [...breaches, `cell ${bad.at}: ${[...bad.colours].map(hex)} are together in no palette`] : breaches
    }
    case 'half-bright': {
      const needed = basesNeeded(seen, style)
      return needed > limits.base ? [...breaches, `${needed} base colours against ${limits.base}`] : breaches
    }
    case 'ham':
      return [...breaches, ...checkHam(codes, picture.width, limits.base, limits.bits)]
  }
}

type Cell = { readonly at: string; readonly colours: ReadonlySet<number> }

const hex = (code: number): string => `#${code.toString(16).padStart(6, '0')}`
const place = (i: number, width: number): string => `(${i % width}, ${Math.floor(i / width)})`

const codesOf = ({ rgba }: Picture): number[] =>
  Array.from({ length: rgba.length / 4 }, (_, i) => rgba[4 * i]! * 65536 + rgba[4 * i + 1]! * 256 + rgba[4 * i + 2]!)

/** The code values of one channel's levels. */
const levelsOf = (count: number, codes?: readonly number[]): readonly number[] =>
  codes ?? Array.from({ length: count }, (_, i) => Math.round((i * 255) / (count - 1)))

function isOfMachine(code: number, { palette, mixes }: Style): boolean {
  if (palette) return palette.some((text) => text.toLowerCase() === hex(code))
  if (!mixes) return true
  return mixes.levels.every((count, c) => levelsOf(count, mixes.codes).includes(Math.floor(code / 256 ** (2 - c)) % 256))
}

function cellsOf(codes: readonly number[], { width, height }: Picture, cell: { readonly width: number; readonly height: number }): Cell[] {
  const cells: Cell[] = []
  for (let top = 0; top < height; top += cell.height)
    for (let left = 0; left < width; left += cell.width) {
      const colours = new Set<number>()
      for (let y = top; y < Math.min(height, top + cell.height); y++)
        for (let x = left; x < Math.min(width, left + cell.width); x++) colours.add(codes[y * width + x]!)
      cells.push({ at: `(${left}, ${top})`, colours })
    }
  return cells
}

function checkCells(cells: readonly Cell[], groups: readonly ReadonlySet<number>[], most: number): string | null {
  for (const { at, colours } of cells) {
    if (colours.size > most) return `cell ${at}: ${colours.size} colours against ${most}`
    if (!groups.some((group) => [...colours].every((c) => group.has(c)))) return `cell ${at}: ${[...colours].map(hex)} are of no one group`
  }
  return null
}

/** Whether some one colour, if every cell may have it beside its own, lets all cells obey. */
function checkBackground(
  cells: readonly Cell[],
  list: readonly number[],
  groups: readonly ReadonlySet<number>[],
  most: number,
): string | null {
  let why: string | null = 'no colours'
  for (const background of list) {
    const own = cells.map(({ at, colours }) => ({ at, colours: new Set([...colours].filter((c) => c !== background)) }))
    why = checkCells(own, groups, most - 1)
    if (why === null) return null
  }
  return `no background for all cells; with the last, ${why}`
}

/** Whether palettes are such as a machine has room for, and every cell's colours are together in one. */
function checkClaimed(
  cells: readonly Cell[],
  claimed: readonly (readonly number[])[],
  { palettes, colours, shared }: { readonly palettes: number; readonly colours: number; readonly shared: number },
): string | null {
  const sets = claimed.map((palette) => new Set(palette))
  if (sets.length > palettes) return `${sets.length} palettes against ${palettes}`
  // A palette with room for what all have in common may lack it.
  const full = sets.filter((set) => set.size > colours - shared)
  const common = full.length === 0 ? 0 : [...full[0]!].filter((c) => full.every((set) => set.has(c))).length
  const most = Math.max(...sets.map((set) => set.size))
  if (most - Math.min(common, shared) > colours - shared)
    return `a palette of ${most} with ${common} in common against ${colours} with ${shared}`
  const bad = cells.find((cell) => !sets.some((set) => [...cell.colours].every((c) => set.has(c))))
  return bad ? `cell ${bad.at}: ${[...bad.colours].map(hex)} are together in none of the palettes handed over` : null
}

/** Whether so many palettes, with so many colours in common, hold every cell. */
function checkPalettes(cells: readonly Cell[], palettes: number, colours: number, shared: number): string | null {
  const full = cells.find((cell) => cell.colours.size > colours)
  if (full) return `cell ${full.at}: ${full.colours.size} colours against ${colours}`
  const all = new Set(cells.flatMap((cell) => [...cell.colours]))
  const most = palettes * (colours - shared) + shared
  if (all.size > most) return `${all.size} colours against ${most}`
  // What all have in common is likeliest what most cells have.
  const times = new Map<number, number>()
  for (const cell of cells) for (const c of cell.colours) times.set(c, (times.get(c) ?? 0) + 1)
  const likely = [...all].sort((a, b) => times.get(b)! - times.get(a)! || a - b)
  let gaveUp = false
  for (const common of shared === 0 ? [[]] : subsets(likely, shared)) {
    const own = maximal(cells.map((cell) => new Set([...cell.colours].filter((c) => !common.includes(c)))))
    const answer = pack(own, palettes, colours - shared)
    if (answer === true) return null
    if (answer === null) gaveUp = true
  }
  return gaveUp ? 'palettes for all cells were not found in time' : `no ${palettes} palettes of ${colours} hold all cells`
}

function subsets(from: readonly number[], count: number): number[][] {
  if (count === 0) return [[]]
  if (from.length < count) return [[...from]]
  return from.flatMap((first, i) => (from.length - i < count ? [] : subsets(from.slice(i + 1), count - 1).map((rest) => [first, ...rest])))
}

/** Sets that lie in no other, the largest first. */
function maximal(sets: readonly ReadonlySet<number>[]): ReadonlySet<number>[] {
  const distinct = [...new Map(sets.map((set) => [[...set].sort((a, b) => a - b).join(), set])).values()].sort((a, b) => b.size - a.size)
  const kept: ReadonlySet<number>[] = []
  for (const set of distinct) if (!kept.some((other) => [...set].every((c) => other.has(c)))) kept.push(set)
  return kept
}

/**
 * Whether the sets fit so many bins of so many different members: the set with fewest bins left for it goes first, to the
 * bin that grows least. Null when the search was given up.
 */
function pack(sets: readonly ReadonlySet<number>[], bins: number, room: number): boolean | null {
  if (sets.some((set) => set.size > room)) return false
  let steps = 0
  const packed: Set<number>[] = Array.from({ length: bins }, () => new Set<number>())
  const added = (bin: ReadonlySet<number>, set: ReadonlySet<number>): number[] => [...set].filter((c) => !bin.has(c))
  const go = (left: readonly ReadonlySet<number>[]): boolean | null => {
    const rest = left.filter((set) => !packed.some((bin) => [...set].every((c) => bin.has(c))))
    if (rest.length === 0) return true
    if (++steps > MOST_STEPS / sets.length) return null
    let next = rest[0]!
    let fits: { bin: Set<number>; extra: number[] }[] | undefined
    for (const set of rest) {
      // Empty bins are all alike: one is enough.
      const open = packed.filter((bin, i) => bin.size > 0 || packed.findIndex((b) => b.size === 0) === i)
      const choices = open.map((bin) => ({ bin, extra: added(bin, set) })).filter(({ bin, extra }) => bin.size + extra.length <= room)
      if (fits && choices.length > fits.length) continue
      if (fits && choices.length === fits.length && set.size <= next.size) continue
      ;[next, fits] = [set, choices]
      if (choices.length === 0) return false
    }
    fits!.sort((a, b) => a.extra.length - b.extra.length)
    let gaveUp = false
    for (const { bin, extra } of fits!) {
      for (const c of extra) bin.add(c)
      const answer = go(rest.filter((set) => set !== next))
      if (answer) return true
      for (const c of extra) bin.delete(c)
      if (answer === null) gaveUp = true
      if (steps > MOST_STEPS / sets.length) return null
    }
    return gaveUp ? null : false
  }
  return go(sets)
}

/**
 * The fewest base colours such that all are base colours or halves of some. A colour that no other is half of must be one;
 * above it, each is one unless it is half of one: never worse than the other way round.
 */
function basesNeeded(seen: ReadonlySet<number>, { mixes }: Style): number {
  const half = (code: number): number =>
    [0, 1, 2].reduce((sum, c) => {
      const levels = levelsOf(mixes?.levels[c] ?? 16, mixes?.codes)
      const level = levels.indexOf(Math.floor(code / 256 ** (2 - c)) % 256)
      return sum * 256 + levels[Math.floor(Math.max(0, level) / 2)]!
    }, 0)
  const weight = (code: number): number => Math.floor(code / 65536) + (Math.floor(code / 256) % 256) + (code % 256)
  const covered = new Set<number>()
  let needed = 0
  for (const code of [...seen].sort((a, b) => weight(b) - weight(a))) {
    if (covered.has(code)) continue
    needed++
    covered.add(half(code))
  }
  return needed
}

/** A pixel that differs from its left neighbour in more than one channel, or begins a row, must be a base colour. */
function checkHam(codes: readonly number[], width: number, base: number, bits: number): string[] {
  const levels = levelsOf(2 ** bits)
  const channels = (code: number): number[] => [0, 1, 2].map((c) => Math.floor(code / 256 ** (2 - c)) % 256)
  const bases = new Set<number>()
  const off = codes.findIndex((code) => channels(code).some((v) => !levels.includes(v)))
  codes.forEach((code, i) => {
    const before = i % width === 0 ? null : channels(codes[i - 1]!)
    if (before === null || channels(code).filter((v, c) => v !== before[c]).length > 1) bases.add(code)
  })
  return [
    ...(off < 0 ? [] : [`${hex(codes[off]!)} at ${place(off, width)} is no mixture of ${bits} bits`]),
    ...(bases.size > base ? [`${bases.size} base colours against ${base}`] : []),
  ]
}
