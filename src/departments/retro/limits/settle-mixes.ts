import type { PaletteSet, Probe } from '../palette-set'
import type { Limits, Mixes } from '../style/index'
import { fitFew } from './fit-few'
import { fitMany } from './fit-many'
import { codesOf, evenCodes, hexOf, type MachineColours, mixingMachine } from './machine-colours'
import { pairErrors } from './pair-errors'
import { oklabOf, type ShotColours, shotColours } from './shot-colours'

/** Up to so many colours are weighed with all their mixtures. */
const FEW = 16

/** So many of the machine's colours for a shot, dark to light; its darkest and lightest colour among them. */
export function settleCount(count: number, machine: MachineColours, penalty: number | null, probes: readonly Probe[]): string[] {
  const shot = shotColours(probes, count <= FEW ? 96 : 1024, null)
  const weight = rooted(shot)
  const ends = endsOf(shot, machine).slice(0, count)
  if (count > FEW) return [...ends, ...fitMany(shot, weight, machine, ends, count - ends.length)].sort(byLight).map(hexOf)
  const candidates = [...new Set([...ends, ...fitMany(shot, weight, machine, ends, 40)])]
  const errors = pairErrors(shot, candidates, penalty)
  const fixed = ends.map((code) => candidates.indexOf(code))
  return [...fixed, ...fitFew(errors, weight, fixed, count - fixed.length)]
    .map((c) => candidates[c]!)
    .sort(byLight)
    .map(hexOf)
}

/** Base colours of hold and modify: black, and what edges jump to. */
export function settleHam({ base, bits }: Extract<Limits, { kind: 'ham' }>, probes: readonly Probe[]): PaletteSet {
  const levels = 2 ** bits
  const machine = mixingMachine({ levels: [levels, levels, levels] })
  const shot = shotColours(probes, 384, null)
  return { colours: [0, ...fitMany(shot, rooted(shot), machine, [0], base - 1)].map(hexOf), ham: { bits } }
}

/** Base colours such that they and their halves show the shot best, then the halves that are not among them. */
export function settleHalfBright(
  { base }: Extract<Limits, { kind: 'half-bright' }>,
  mixes: Pick<Mixes, 'levels' | 'codes'>,
  probes: readonly Probe[],
): PaletteSet {
  const machine = mixingMachine(mixes)
  const shot = shotColours(probes, 384, null)
  const weight = rooted(shot)
  const half = halver(mixes)
  let bases = fitMany(shot, weight, machine, [], base)
  for (let round = 0; round < 3; round++) bases = refit(shot, weight, machine, bases, half)
  const unique = [...new Set(bases)]
  return { colours: [...new Set([...unique, ...unique.map(half)])].map(hexOf) }
}

/** Half of a colour's level in each channel, downwards, as the machine does it. */
export function halver(mixes: Pick<Mixes, 'levels' | 'codes'>): (code: number) => number {
  const codes = codesOf(mixes)
  return (code) =>
    [16, 8, 0].reduce((sum, shift, channel) => {
      const level = codes[channel]!.indexOf((code >> shift) & 255)
      return sum | (codes[channel]![Math.max(0, level) >> 1]! << shift)
    }, 0)
}

/** Each base colour moves to the mean of what it shows and twice what its half shows. */
function refit(shot: ShotColours, weight: Float64Array, machine: MachineColours, bases: readonly number[], half: (code: number) => number) {
  const shown = [...bases, ...bases.map(half)].map(oklabOf)
  const sums = bases.map(() => [0, 0, 0, 0])
  for (let c = 0; c < shot.count; c++) {
    let best = Number.POSITIVE_INFINITY
    let at = 0
    for (let i = 0; i < shown.length; i++) {
      const [dl, da, db] = [shot.at[3 * c]! - shown[i]![0], shot.at[3 * c + 1]! - shown[i]![1], shot.at[3 * c + 2]! - shown[i]![2]]
      const far = dl * dl + da * da + db * db
      if (far < best) [best, at] = [far, i]
    }
    const sum = sums[at % bases.length]!
    const times = at < bases.length ? 1 : 2
    for (let channel = 0; channel < 3; channel++)
      sum[channel]! += weight[c]! * Math.min(255, times * ((shot.code[c]! >> (16 - 8 * channel)) & 255))
    sum[3]! += weight[c]!
  }
  return sums.map(([r, g, b, total], i) =>
    total! > 0 ? machine.snap((Math.round(r! / total!) << 16) | (Math.round(g! / total!) << 8) | Math.round(b! / total!)) : bases[i]!,
  )
}

/** The dark and the light end of what the shot shows enough of; white for near white, so that lamps stay lamps. */
function endsOf(shot: ShotColours, machine: MachineColours): number[] {
  const total = shot.weight.reduce((sum, w) => sum + w, 0)
  const seen = Array.from(shot.code)
    .filter((_, c) => shot.weight[c]! * 1000 >= total)
    .sort(byLight)
  if (seen.length === 0) return [machine.snap(0)]
  return [...new Set([machine.snap(seen[0]!), machine.snap(seen.at(-1)!)])]
}

/** A root of each weight gives what is small its colour too: a face in a wide shot. */
const rooted = ({ weight }: ShotColours): Float64Array => Float64Array.from(weight, (w) => Math.sqrt(w) * Math.sqrt(Math.sqrt(w)))

const byLight = (a: number, b: number): number => oklabOf(a)[0] - oklabOf(b)[0] || a - b

/** Levels of a machine that says nothing else: four bits a channel. */
export const TWELVE_BITS: Pick<Mixes, 'levels' | 'codes'> = { levels: [16, 16, 16], codes: [...evenCodes(16)] }
