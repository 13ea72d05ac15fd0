import { RATE } from '../../../src/audio'

/** Seconds of a stretch whose period is looked for, from one to the next, and the shortest and longest period. */
const [STRETCH_S, HOP_S, SHORTEST_S, LONGEST_S] = [0.04, 0.02, 1 / 500, 1 / 55]

/** What is periodic in a sound: the median of its fundamental, hertz, and in what share of the loud stretches there is one. */
export function periodicity(samples: Float32Array): { hz: number; share: number } {
  const x = Float32Array.from({ length: samples.length >> 2 }, (_, i) => samples.subarray(4 * i, 4 * i + 4).reduce((a, b) => a + b, 0) / 4)
  // A quarter of the samples is enough.
  const rate = RATE / 4
  const size = Math.round(STRETCH_S * rate)
  const [shortest, longest] = [Math.round(SHORTEST_S * rate), Math.round(LONGEST_S * rate)]
  const energies: number[] = []
  const found: (number | undefined)[] = []
  for (let at = 0; at + size + longest < x.length; at += Math.round(HOP_S * rate)) {
    let energy = 0
    for (let i = 0; i < size; i++) energy += x[at + i]! ** 2
    energies.push(energy)
    const likeness: number[] = []
    for (let lag = shortest - 1; lag <= longest; lag++) {
      let [product, other] = [0, 0]
      for (let i = 0; i < size; i++) {
        product += x[at + i]! * x[at + i + lag]!
        other += x[at + i + lag]! ** 2
      }
      likeness.push(product / Math.sqrt(energy * other + 1e-12))
    }
    const best = Math.max(...likeness)
    // The first peak that is nearly as high as the highest: not two periods.
    const k = likeness.findIndex((l, i) => l > 0.9 * best && l >= (likeness[i - 1] ?? 1) && l >= (likeness[i + 1] ?? 1))
    found.push(best > 0.6 && k >= 0 ? rate / (shortest - 1 + k) : undefined)
  }
  const loud = Math.max(...energies) * 0.05
  const heard = found.filter((_, i) => energies[i]! > loud)
  const periods = heard.filter((hz) => hz !== undefined).sort((a, b) => a - b)
  return { hz: periods[periods.length >> 1] ?? 0, share: periods.length / heard.length }
}
