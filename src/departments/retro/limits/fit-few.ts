import { type PairErrors, paletteErrors } from './pair-errors'

/**
 * The best `count` candidates for colours of these weights beside the `fixed` ones: each place in turn takes whichever
 * candidate leaves the least error, until none changes. The lowest place in the candidates wins ties.
 * @param start places to begin with; fewer than `count` are filled one by one.
 */
export function fitFew(
  errors: PairErrors,
  weight: Float64Array,
  fixed: readonly number[],
  count: number,
  start: readonly number[] = [],
  rounds = 3,
): number[] {
  const free = start.filter((c) => !fixed.includes(c)).slice(0, count)
  const used: number[] = []
  for (let c = 0; c < errors.shot.count; c++) if (weight[c]! > 0) used.push(c)
  // The heaviest first, so that what is bad is known to be early.
  used.sort((a, b) => weight[b]! - weight[a]! || a - b)
  while (free.length < count) {
    const found = bestBeside(errors, weight, used, [...fixed, ...free], -1)
    if (found < 0) break
    free.push(found)
  }
  for (let round = 0, changed = true; round < rounds && changed; round++) {
    changed = false
    for (let k = 0; k < free.length; k++) {
      const rest = [...fixed, ...free.slice(0, k), ...free.slice(k + 1)]
      const found = bestBeside(errors, weight, used, rest, free[k]!)
      if (found === free[k] || found < 0) continue
      free[k] = found
      changed = true
    }
  }
  return free
}

/** The candidate that leaves the least error beside `rest`; `now` stays unless another is better. -1 if there is none. */
function bestBeside(errors: PairErrors, weight: Float64Array, used: readonly number[], rest: readonly number[], now: number): number {
  const base = rest.length > 0 ? paletteErrors(errors, rest) : new Float64Array(errors.shot.count).fill(Number.POSITIVE_INFINITY)
  const errorWith = (candidate: number, limit: number): number => {
    let sum = 0
    // Three others at most are common; they are kept from a loop.
    const first = errors.of(candidate, rest[0] ?? candidate)
    const second = rest.length > 1 ? errors.of(candidate, rest[1]!) : first
    const third = rest.length > 2 ? errors.of(candidate, rest[2]!) : first
    const more = rest.length > 3 ? rest.slice(3).map((other) => errors.of(candidate, other)) : []
    for (let k = 0; k < used.length; k++) {
      const c = used[k]!
      let best = base[c]!
      if (first[c]! < best) best = first[c]!
      if (second[c]! < best) best = second[c]!
      if (third[c]! < best) best = third[c]!
      for (let m = 0; m < more.length; m++) if (more[m]![c]! < best) best = more[m]![c]!
      sum += weight[c]! * best
      if (sum >= limit) return sum
    }
    return sum
  }
  let found = now
  let least = now >= 0 ? errorWith(now, Number.POSITIVE_INFINITY) : Number.POSITIVE_INFINITY
  for (let candidate = 0; candidate < errors.candidates.length; candidate++) {
    if (candidate === now || rest.includes(candidate)) continue
    const sum = errorWith(candidate, least)
    if (sum < least || found < 0) [least, found] = [sum, candidate]
  }
  return found
}
