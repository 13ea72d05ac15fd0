/** Points of three whole-number coordinates, with weights. */
export interface Points {
  readonly count: number
  /** Three a point. */
  readonly at: ArrayLike<number>
  readonly weight: ArrayLike<number>
}

/** A group of points: places, weight, and the axis along which its squared spread is greatest. */
type Group = { members: number[]; axis: number; middle: number; spread: number }

/**
 * Cuts points into at most so many groups: the group of the greatest squared error is cut at its mean, along the axis of
 * most of it, until there are enough or none has any (after Wu 1991, without his moments). The group made first wins ties.
 * @returns the number of each point's group, and how many groups there are.
 */
export function splitPoints(points: Points, groups: number): { readonly group: Uint16Array; readonly groups: number } {
  const made: Group[] = []
  const all = Array.from({ length: points.count }, (_, i) => i)
  if (all.length > 0) made.push(groupOf(points, all))
  while (made.length < groups) {
    let widest = 0
    for (let i = 1; i < made.length; i++) if (made[i]!.spread > made[widest]!.spread) widest = i
    const group = made[widest]
    if (!group || group.spread <= 0) break
    const low: number[] = []
    const high: number[] = []
    for (const i of group.members) (points.at[3 * i + group.axis]! <= group.middle ? low : high).push(i)
    if (low.length === 0 || high.length === 0) {
      group.spread = 0
      continue
    }
    made[widest] = groupOf(points, low)
    made.push(groupOf(points, high))
  }
  const group = new Uint16Array(points.count)
  made.forEach(({ members }, g) => {
    for (const i of members) group[i] = g
  })
  return { group, groups: made.length }
}

function groupOf({ at, weight }: Points, members: number[]): Group {
  const sum = [0, 0, 0]
  const squares = [0, 0, 0]
  let total = 0
  for (const i of members) {
    const w = weight[i]!
    total += w
    for (let axis = 0; axis < 3; axis++) {
      const v = at[3 * i + axis]!
      sum[axis]! += w * v
      squares[axis]! += w * v * v
    }
  }
  const spread = [0, 1, 2].map((axis) => (total > 0 ? Math.round(squares[axis]! - (sum[axis]! * sum[axis]!) / total) : 0))
  const axis = spread.indexOf(Math.max(...spread))
  const isOne = members.length < 2
  return { members, axis, middle: total > 0 ? sum[axis]! / total : 0, spread: isOne ? 0 : spread[0]! + spread[1]! + spread[2]! }
}

/** Weighted means of groups, rounded; a group without weight stays at 0. Three numbers a group. */
export function meansOf({ count, at, weight }: Points, group: Uint16Array, groups: number): Int32Array {
  const sum = new Float64Array(groups * 3)
  const total = new Float64Array(groups)
  for (let i = 0; i < count; i++) {
    const g = group[i]!
    total[g]! += weight[i]!
    for (let axis = 0; axis < 3; axis++) sum[3 * g + axis]! += weight[i]! * at[3 * i + axis]!
  }
  return Int32Array.from(sum, (v, i) => (total[Math.floor(i / 3)]! > 0 ? Math.round(v / total[Math.floor(i / 3)]!) : 0))
}
