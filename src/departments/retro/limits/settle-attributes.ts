import type { PaletteSet, Probe } from '../palette-set'
import type { Limits } from '../style/index'
import { hexOf } from './machine-colours'
import { type PairErrors, pairErrors } from './pair-errors'
import { shotColours } from './shot-colours'

type Attributes = Extract<Limits, { kind: 'attributes' }>

/** Choices a cell: the kernels have room for more, but each has to be tried for every cell of every picture. */
const MOST_PALETTES = 128
/** Choices that are listed at all. */
const MOST_CHOICES = 20_000
/** Cells by which a colour that all share is chosen. */
const LOOKED_AT = 96
/** Cells whose wishes are counted. */
const WANTING = 400

/**
 * Every choice of colours that a cell may make, so that each picture's cells choose anew; only a colour that all share is
 * settled for the shot. Where there are too many choices to try, those that the shot's cells want most.
 * @param all 0xrrggbb, 2 to 256.
 */
export function settleAttributes(limits: Attributes, all: readonly number[], penalty: number | null, probes: readonly Probe[]): PaletteSet {
  const groups = limits.groups ?? [all.map((_, i) => i)]
  const isMany = choices(groups, limits.colours - limits.shared) > MOST_PALETTES
  const needsShot = limits.shared > 0 || isMany
  const lookAt = needsShot ? shotColours(probes, 96, limits.cell, isMany ? WANTING : LOOKED_AT) : null
  const errors = lookAt ? pairErrors(lookAt, all, penalty) : null
  const shared = limits.shared > 0 && errors ? [bestBackground(errors, groups, limits.colours)] : []
  const free = limits.colours - shared.length
  const own = groups.map((group) => group.filter((c) => !shared.includes(c)))
  const every = choices(own, free) <= MOST_CHOICES ? own.flatMap((group) => combinations(group, Math.min(free, group.length))) : []
  const found = isMany && errors ? [...mostWanted(errors, groups, shared, limits.colours), ...byUse(every, errors)] : every
  const distinct = [...new Map(found.map((places) => [places.join(), places])).values()].slice(0, MOST_PALETTES)
  return {
    colours: all.map(hexOf),
    cells: { size: { ...limits.cell }, palettes: distinct.map((places) => [...shared, ...places]) },
  }
}

function choices(groups: readonly (readonly number[])[], of: number): number {
  return groups.reduce((sum, { length }) => {
    let count = 1
    for (let k = 0; k < Math.min(of, length); k++) count = (count * (length - k)) / (k + 1)
    return sum + count
  }, 0)
}

function combinations(from: readonly number[], count: number): number[][] {
  if (count === 0) return [[]]
  return from.flatMap((first, i) => combinations(from.slice(i + 1), count - 1).map((rest) => [first, ...rest]))
}

/** The colour beside which the shot's cells, each choosing the rest greedily, are shown best. Lowest place wins ties. */
function bestBackground(errors: PairErrors, groups: readonly (readonly number[])[], colours: number): number {
  const cells = someCells(errors)
  const everywhere = groups[0]!.filter((c) => groups.every((group) => group.includes(c)))
  let best = everywhere[0] ?? 0
  let least = Number.POSITIVE_INFINITY
  for (const background of everywhere) {
    let sum = 0
    for (const cell of cells) {
      sum += Math.min(...groups.map((group) => greedy(errors, cell, group, [background], colours).error))
      if (sum >= least) break
    }
    if (sum < least) [best, least] = [background, sum]
  }
  return best
}

function mostWanted(errors: PairErrors, groups: readonly (readonly number[])[], shared: readonly number[], colours: number): number[][] {
  const wanted = new Map<string, { places: number[]; times: number }>()
  for (let cell = 0; cell < errors.shot.cells.count; cell++)
    for (const group of groups) {
      const places = greedy(errors, cell, group, shared, colours)
        .places.filter((c) => !shared.includes(c))
        .sort((a, b) => a - b)
      const known = wanted.get(places.join())
      if (known) known.times++
      else wanted.set(places.join(), { places, times: 1 })
    }
  return [...wanted.values()].sort((p, q) => q.times - p.times || (p.places.join() < q.places.join() ? -1 : 1)).map(({ places }) => places)
}

function someCells({ shot: { cells } }: PairErrors): number[] {
  const step = Math.max(1, Math.ceil(cells.count / LOOKED_AT))
  return Array.from({ length: Math.ceil(cells.count / step) }, (_, i) => i * step)
}

/** A cell's colours, one after another, each the one that leaves the least error beside those before it. */
function greedy(errors: PairErrors, cell: number, group: readonly number[], shared: readonly number[], colours: number) {
  const { starts, colour, pixels } = errors.shot.cells
  const [from, to] = [starts[cell]!, starts[cell + 1]!]
  const places = [...shared]
  const now = new Float64Array(to - from).fill(Number.POSITIVE_INFINITY)
  for (const c of shared) {
    const alone = errors.of(c, c)
    for (let k = from; k < to; k++) now[k - from] = Math.min(now[k - from]!, alone[colour[k]!]!)
  }
  let error = Number.POSITIVE_INFINITY
  while (places.length < Math.min(colours, group.length)) {
    let found = -1
    let least = Number.POSITIVE_INFINITY
    for (const candidate of group) {
      if (places.includes(candidate)) continue
      const pairs = places.length > 0 ? places.map((c) => errors.of(c, candidate)) : [errors.of(candidate, candidate)]
      let sum = 0
      for (let k = from; k < to && sum < least; k++) {
        const c = colour[k]!
        let best = now[k - from]!
        for (const pair of pairs) if (pair[c]! < best) best = pair[c]!
        sum += best * pixels[k]!
      }
      if (sum < least) [found, least] = [candidate, sum]
    }
    if (found < 0) break
    for (const other of places.length > 0 ? places : [found]) {
      const pair = errors.of(other, found)
      for (let k = from; k < to; k++) now[k - from] = Math.min(now[k - from]!, pair[colour[k]!]!)
    }
    places.push(found)
    error = least
  }
  return { places, error }
}

/** Choices by how much of the shot is nearest to their colours, for where the shot's cells leave room. */
function byUse(every: readonly number[][], { shot, candidates, of }: PairErrors): number[][] {
  const use = new Float64Array(candidates.length)
  for (let c = 0; c < shot.count; c++) {
    let nearest = 0
    for (let k = 1; k < candidates.length; k++) if (of(k, k)[c]! < of(nearest, nearest)[c]!) nearest = k
    use[nearest]! += Math.sqrt(shot.weight[c]!)
  }
  const sum = (places: readonly number[]): number => places.reduce((total, place) => total + use[place]!, 0)
  return every
    .map((places, i) => ({ places, i, score: sum(places) }))
    .sort((p, q) => q.score - p.score || p.i - q.i)
    .map(({ places }) => places)
}
