import { codeOfOklab } from '../palette-from-picture/index'
import type { MachineColours } from './machine-colours'
import { oklabOf, type ShotColours } from './shot-colours'
import { meansOf, splitPoints } from './split-points'

/** How far colours are set apart from their mean, so that dithers reach what lies outside the middle of groups. */
const SPREAD = 1.08

/**
 * So many of the machine's colours for a shot's colours of these weights, beside the `fixed` ones: k-means in OKLab,
 * begun by cutting, then set apart a little and made the machine's own; places left by colours that became equal go to
 * what is shown worst.
 * @returns 0xrrggbb, none equal to another or to a fixed one; at most `count`.
 */
export function fitMany(
  shot: ShotColours,
  weight: Float64Array,
  machine: MachineColours,
  fixed: readonly number[],
  count: number,
): number[] {
  const used: number[] = []
  for (let c = 0; c < shot.count; c++) if (weight[c]! > 0) used.push(c)
  const points = { count: used.length, at: new Int32Array(used.length * 3), weight: new Float64Array(used.length) }
  for (let i = 0; i < used.length; i++) {
    points.weight[i] = weight[used[i]!]!
    for (let axis = 0; axis < 3; axis++) points.at[3 * i + axis] = shot.at[3 * used[i]! + axis]!
  }
  const found = new Set<number>()
  if (points.count > count) {
    const cut = splitPoints(points, count)
    let means = meansOf(points, cut.group, cut.groups)
    for (let round = 0; round < 2; round++) means = meansOf(points, nearestOf(points.at, points.count, means), cut.groups)
    const middle = meansOf(points, new Uint16Array(points.count), 1)
    for (let g = 0; g < cut.groups; g++) {
      const apart = [0, 1, 2].map((axis) => Math.round(middle[axis]! + SPREAD * (means[3 * g + axis]! - middle[axis]!)))
      const code = machine.snap(codeOfOklab(apart as unknown as readonly [number, number, number]))
      if (!fixed.includes(code)) found.add(code)
    }
  } else
    for (const c of used) {
      const code = machine.snap(shot.code[c]!)
      if (!fixed.includes(code) && found.size < count) found.add(code)
    }
  fillWorst(shot, points.weight, used, machine, fixed, found, count)
  return [...found]
}

function nearestOf(at: Int32Array, count: number, means: Int32Array): Uint16Array {
  const nearest = new Uint16Array(count)
  for (let i = 0; i < count; i++) {
    const [l, a, b] = [at[3 * i]!, at[3 * i + 1]!, at[3 * i + 2]!]
    let best = Number.POSITIVE_INFINITY
    for (let g = 0; 3 * g < means.length; g++) {
      const [dl, da, db] = [l - means[3 * g]!, a - means[3 * g + 1]!, b - means[3 * g + 2]!]
      const far = dl * dl + da * da + db * db
      if (far < best) {
        best = far
        nearest[i] = g
      }
    }
  }
  return nearest
}

/** Adds, while there is room, the machine's colour for whatever is farthest, by weight, from what there is. */
function fillWorst(
  shot: ShotColours,
  weight: Float64Array,
  used: readonly number[],
  machine: MachineColours,
  fixed: readonly number[],
  found: Set<number>,
  count: number,
): void {
  const far = new Float64Array(used.length).fill(Number.POSITIVE_INFINITY)
  const snapped = new Map<number, number>()
  const take = (code: number): void => {
    const [l, a, b] = oklabOf(code)
    for (let i = 0; i < used.length; i++) {
      const c = 3 * used[i]!
      const [dl, da, db] = [shot.at[c]! - l, shot.at[c + 1]! - a, shot.at[c + 2]! - b]
      const square = dl * dl + da * da + db * db
      if (square < far[i]!) far[i] = square
    }
  }
  for (const code of fixed) take(code)
  for (const code of found) take(code)
  while (found.size < count) {
    let worst = -1
    let most = 0
    used.forEach((c, i) => {
      const score = weight[i]! * Math.min(far[i]!, 1e9)
      if (score <= most) return
      let code = snapped.get(c)
      if (code === undefined) {
        code = machine.snap(shot.code[c]!)
        snapped.set(c, code)
      }
      if (found.has(code) || fixed.includes(code)) return
      ;[worst, most] = [code, score]
    })
    if (worst < 0) return
    found.add(worst)
    take(worst)
  }
}
