import type { PaletteSet, Probe } from '../palette-set'
import type { Limits } from '../style/index'
import { fitFew } from './fit-few'
import { fitMany } from './fit-many'
import { hexOf, type MachineColours } from './machine-colours'
import { type PairErrors, pairErrors, paletteErrors } from './pair-errors'
import { oklabOf, type ShotCells, type ShotColours, shotColours } from './shot-colours'
import { meansOf, splitPoints } from './split-points'

type Palettes = Extract<Limits, { kind: 'palettes' }>

/** Palettes of more colours are fitted by nearest colour alone: with so many, what a mix adds is little. */
const FEW = 4
/** Places of a palette that the kernels have room for. */
const MOST_PLACES = 16
const ROUNDS = 3

/**
 * Palettes of which each cell takes one: cells are put in groups, each group gets the colours that suit it best, each
 * cell goes to the palette that suits it best, and so on in turn.
 * @param penalty as `pairErrors`.
 * @param line colour of the lines that are drawn everywhere, for a machine of few colours to have in all palettes: probes have
 * no lines in them. Null without any.
 */
export function settlePalettes(
  limits: Palettes,
  machine: MachineColours,
  penalty: number | null,
  probes: readonly Probe[],
  line: number | null,
): PaletteSet {
  const size = { ...limits, colours: Math.min(limits.colours, limits.palettes === 1 ? limits.colours : MOST_PLACES) }
  const shot = shotColours(probes, limits.colours <= FEW ? 96 : 256, limits.cell)
  const found = limits.colours <= FEW ? withFew(size, machine, penalty, shot, line) : withMany(size, machine, shot)
  const colours = [...new Set(found.flat())]
  if (found.length === 1) return { colours: colours.map(hexOf) }
  const places = found.map((palette) => palette.map((code) => colours.indexOf(code)))
  return { colours: colours.map(hexOf), cells: { size: { ...limits.cell }, palettes: places } }
}

/** Cells' first groups: those whose mean colours are near each other. */
function groupCells({ at }: ShotColours, cells: ShotCells, groups: number): Uint16Array {
  const means = new Int32Array(cells.count * 3)
  const weight = new Float64Array(cells.count).fill(1)
  for (let i = 0; i < cells.count; i++) {
    let pixels = 0
    const sum = [0, 0, 0]
    for (let k = cells.starts[i]!; k < cells.starts[i + 1]!; k++) {
      pixels += cells.pixels[k]!
      for (let axis = 0; axis < 3; axis++) sum[axis]! += cells.pixels[k]! * at[3 * cells.colour[k]! + axis]!
    }
    // Hue parts cells more than light does: a palette holds a ramp.
    for (let axis = 0; axis < 3; axis++) means[3 * i + axis] = Math.round(((axis === 0 ? 1 : 2) * sum[axis]!) / Math.max(1, pixels))
  }
  const points = { count: cells.count, at: means, weight }
  const cut = splitPoints(points, groups)
  // Two rounds of k-means straighten what the cuts left crooked.
  let group = cut.group
  for (let round = 0; round < 2; round++) {
    const middles = meansOf(points, group, cut.groups)
    const next = new Uint16Array(cells.count)
    for (let i = 0; i < cells.count; i++) {
      let best = Number.POSITIVE_INFINITY
      for (let g = 0; g < cut.groups; g++) {
        const [dl, da, db] = [
          means[3 * i]! - middles[3 * g]!,
          means[3 * i + 1]! - middles[3 * g + 1]!,
          means[3 * i + 2]! - middles[3 * g + 2]!,
        ]
        const far = dl * dl + da * da + db * db
        if (far < best) {
          best = far
          next[i] = g
        }
      }
    }
    group = next
  }
  return group
}

/** Pixels of each of the shot's colours in each group's cells. */
function weigh(shot: ShotColours, group: Uint16Array, groups: number): Float64Array[] {
  const weights = Array.from({ length: groups }, () => new Float64Array(shot.count))
  const { cells } = shot
  for (let i = 0; i < cells.count; i++) {
    const weight = weights[group[i]!]!
    for (let k = cells.starts[i]!; k < cells.starts[i + 1]!; k++) weight[cells.colour[k]!]! += cells.pixels[k]!
  }
  return weights
}

/** A root of each weight gives what is small its colour too: a face in a wide shot. */
const rooted = (weights: readonly Float64Array[]): Float64Array[] =>
  weights.map((weight) => {
    for (let c = 0; c < weight.length; c++) weight[c] = Math.sqrt(weight[c]!)
    return weight
  })

/**
 * Each cell goes to the palette of least error; a palette that nobody took gets the cells that are shown worst.
 * @param errors of each of the shot's colours, for each palette.
 */
function assign({ cells }: ShotColours, errors: readonly Float64Array[]): Uint16Array {
  const group = new Uint16Array(cells.count)
  const least = new Float64Array(cells.count)
  const taken = new Array<boolean>(errors.length).fill(false)
  for (let i = 0; i < cells.count; i++) {
    let best = Number.POSITIVE_INFINITY
    for (let p = 0; p < errors.length; p++) {
      let sum = 0
      for (let k = cells.starts[i]!; k < cells.starts[i + 1]! && sum < best; k++) sum += cells.pixels[k]! * errors[p]![cells.colour[k]!]!
      if (sum < best) {
        best = sum
        group[i] = p
      }
    }
    least[i] = best
    taken[group[i]!] = true
  }
  const empty = taken.flatMap((isTaken, p) => (isTaken ? [] : [p]))
  if (empty.length > 0) {
    const worst = Array.from(least, (error, i) => ({ error, i })).sort((p, q) => q.error - p.error || p.i - q.i)
    const share = Math.max(1, Math.floor(cells.count / (4 * errors.length)))
    worst.slice(0, share * empty.length).forEach(({ error, i }, rank) => {
      if (error > 0) group[i] = empty[Math.floor(rank / share)]!
    })
  }
  return group
}

/** The candidates for palettes of few colours: all of a short list, else what the shot has and its extremes. */
function candidatesFor(machine: MachineColours, shot: ShotColours): number[] {
  if (machine.all && machine.all.length <= 64) return [...machine.all]
  const weight = Float64Array.from(shot.weight, (w) => Math.sqrt(w))
  const dark = machine.snap(0)
  return [...new Set([dark, ...fitMany(shot, weight, machine, [dark], 47), machine.snap(0xffffff)])]
}

function withFew(
  { palettes, colours, shared }: Palettes,
  machine: MachineColours,
  penalty: number | null,
  shot: ShotColours,
  line: number | null,
): number[][] {
  const ink = line === null || shared === 0 ? null : machine.snap(line)
  const candidates = [...new Set([...candidatesFor(machine, shot), ...(ink === null ? [] : [ink])])]
  const errors = pairErrors(shot, candidates, penalty)
  let group = groupCells(shot, shot.cells, palettes)
  let common =
    shared > 0 ? fitFew(errors, shot.weight, [], colours, [], 1).sort((a, b) => lightness(candidates[a]!) - lightness(candidates[b]!)) : []
  if (ink !== null) common = [candidates.indexOf(ink), ...common.filter((c) => candidates[c] !== ink)]
  common = common.slice(0, shared)
  let free: number[][] = Array.from({ length: palettes }, () => [])
  for (let round = 0; round < ROUNDS; round++) {
    const weights = rooted(weigh(shot, group, palettes))
    free = free.map((start, p) => fitFew(errors, weights[p]!, common, colours - shared, start, round === 0 ? 2 : 1))
    if (shared === 1 && ink === null) common = [bestShared(errors, weights, free, common[0]!)]
    if (round + 1 < ROUNDS)
      group = assign(
        shot,
        free.map((own) => paletteErrors(errors, [...common, ...own])),
      )
  }
  return free.map((own) => [...new Set([...common, ...own])].map((c) => candidates[c]!))
}

/** The colour that serves all palettes best. */
function bestShared(errors: PairErrors, weights: readonly Float64Array[], free: readonly (readonly number[])[], now: number): number {
  const sumWith = (shared: number): number => {
    let sum = 0
    free.forEach((own, p) => {
      const error = paletteErrors(errors, [shared, ...own])
      for (let c = 0; c < error.length; c++) sum += weights[p]![c]! * error[c]!
    })
    return sum
  }
  let best = now
  let least = sumWith(now)
  for (let c = 0; c < errors.candidates.length; c++) {
    const sum = sumWith(c)
    if (sum < least) [best, least] = [c, sum]
  }
  return best
}

const lightness = (code: number): number => oklabOf(code)[0]

function withMany({ palettes, colours, shared }: Palettes, machine: MachineColours, shot: ShotColours): number[][] {
  const common = sharedColours(machine, shot, shared)
  let group = groupCells(shot, shot.cells, palettes)
  let found: number[][] = []
  for (let round = 0; round < ROUNDS; round++) {
    const weights = rooted(weigh(shot, group, palettes))
    found = weights.map((weight) => [...common, ...fitMany(shot, weight, machine, common, colours - shared)])
    if (round + 1 < ROUNDS)
      group = assign(
        shot,
        found.map((palette) => nearestErrors(shot, palette)),
      )
  }
  // A palette that nobody needs is another's.
  return found.map((palette) => (palette.length > 0 ? palette : [machine.snap(0)]))
}

/** What all palettes have: the darkest that the shot shows enough of, then the lightest. */
function sharedColours(machine: MachineColours, shot: ShotColours, shared: number): number[] {
  const total = shot.weight.reduce((sum, w) => sum + w, 0)
  const seen = Array.from(shot.code).filter((_, c) => shot.weight[c]! * 500 >= total)
  const byLight = (seen.length > 0 ? seen : [0]).map((code) => machine.snap(code)).sort((a, b) => lightness(a) - lightness(b) || a - b)
  return [...new Set([byLight[0]!, byLight.at(-1)!])].slice(0, shared)
}

function nearestErrors({ count, at }: ShotColours, palette: readonly number[]): Float64Array {
  const errors = new Float64Array(count).fill(Number.POSITIVE_INFINITY)
  for (const code of palette) {
    const [l, a, b] = oklabOf(code)
    for (let c = 0; c < count; c++) {
      const [dl, da, db] = [at[3 * c]! - l, at[3 * c + 1]! - a, at[3 * c + 2]! - b]
      const far = dl * dl + da * da + db * db
      if (far < errors[c]!) errors[c] = far
    }
  }
  return errors
}
