import { afterAll } from 'vitest'

/**
 * A comparison with a reference, or the reference itself, that counts its calls and says at the suite's end how many there
 * were: `npm run must -- styles` adds them up.
 */
export function countCases<A extends readonly unknown[], R>(suite: string, compare: (...args: A) => R): (...args: A) => R {
  let cases = 0
  afterAll(() => console.log(`${suite}: ${cases} cases`))
  return (...args) => {
    cases++
    return compare(...args)
  }
}
