import { type PairErrors, paletteErrors } from './pair-errors'

/**
 * The best `count` candidates for colours of these weights beside the `fixed` ones: each place in turn takes whichever
 * candidate leaves the least error, until none changes. The lowest place in the candidates wins ties.
 * @param start places to begin with; fewer than `count` are filled one by one.
 */
export function fitFew(
  errors: PairErrors,
  weight: ArrayLike<number>,
  fixed: readonly number[],
  count: number,
  start: readonly number[] = [],
  rounds = 3,
): number[] {
  const free = start.filter((c) => !fixed.includes(c)).slice(0, count)
  const used: number[] = []
  for (let c = 0; c < errors.shot.count; c++) if (weight[c]! > 0) used.push(c)
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
function bestBeside(errors: PairErrors, weight: ArrayLike<number>, used: readonly number[], rest: readonly number[], now: number): number {
  const base = rest.length > 0 ? paletteErrors(errors, rest) : new Float64Array(errors.shot.count).fill(Number.POSITIVE_INFINITY)
  const scratch = new Float64Array(base.length)
  const errorWith = (candidate: number, limit: number): number => {
    const pairs = rest.length > 0 ? rest.map((other) => errors.of(candidate, other)) : [errors.of(candidate, candidate)]
    for (const c of used) scratch[c] = base[c]!
    for (const pair of pairs) for (const c of used) if (pair[c]! < scratch[c]!) scratch[c] = pair[c]!
    let sum = 0
    for (const c of used) {
      sum += weight[c]! * scratch[c]!
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
