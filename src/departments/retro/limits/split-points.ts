/** Points of three whole-number coordinates, with weights. */
export interface Points {
  readonly count: number
  /** Three a point. */
  readonly at: Int32Array
  readonly weight: Float64Array
}

/** A group of points: where it lies in the order, the axis along which its squared error is greatest, and all of its error. */
type Group = { readonly from: number; readonly to: number; readonly axis: number; readonly middle: number; spread: number }

/**
 * Cuts points into at most so many groups: the group of the greatest squared error is cut at its mean, along the axis of
 * most of it, until there are enough or none has any (after Wu 1991, without his moments). The group made first wins ties.
 * @returns the number of each point's group, and how many groups there are.
 */
export function splitPoints(points: Points, groups: number): { readonly group: Uint16Array; readonly groups: number } {
  const order = new Int32Array(points.count)
  for (let i = 0; i < order.length; i++) order[i] = i
  const made: Group[] = points.count > 0 ? [groupOf(points, order, 0, points.count)] : []
  while (made.length < groups) {
    let widest = 0
    for (let i = 1; i < made.length; i++) if (made[i]!.spread > made[widest]!.spread) widest = i
    const group = made[widest]
    if (!group || group.spread <= 0) break
    const cut = partition(points.at, order, group)
    if (cut === group.from || cut === group.to) {
      group.spread = 0
      continue
    }
    made[widest] = groupOf(points, order, group.from, cut)
    made.push(groupOf(points, order, cut, group.to))
  }
  const group = new Uint16Array(points.count)
  made.forEach(({ from, to }, g) => {
    for (let k = from; k < to; k++) group[order[k]!] = g
  })
  return { group, groups: made.length }
}

/** Brings those not above the middle to the front; where they end. */
function partition(at: Int32Array, order: Int32Array, { from, to, axis, middle }: Group): number {
  let low = from
  let high = to
  while (low < high) {
    const i = order[low]!
    if (at[3 * i + axis]! <= middle) low++
    else {
      order[low] = order[--high]!
      order[high] = i
    }
  }
  return low
}

function groupOf({ at, weight }: Points, order: Int32Array, from: number, to: number): Group {
  let [total, sx, sy, sz, xx, yy, zz] = [0, 0, 0, 0, 0, 0, 0]
  for (let k = from; k < to; k++) {
    const i = order[k]!
    const w = weight[i]!
    const [x, y, z] = [at[3 * i]!, at[3 * i + 1]!, at[3 * i + 2]!]
    total += w
    sx += w * x
    sy += w * y
    sz += w * z
    xx += w * x * x
    yy += w * y * y
    zz += w * z * z
  }
  if (to - from < 2 || total <= 0) return { from, to, axis: 0, middle: 0, spread: 0 }
  const [dx, dy, dz] = [Math.round(xx - (sx * sx) / total), Math.round(yy - (sy * sy) / total), Math.round(zz - (sz * sz) / total)]
  const axis = dx >= dy && dx >= dz ? 0 : dy >= dz ? 1 : 2
  return { from, to, axis, middle: (axis === 0 ? sx : axis === 1 ? sy : sz) / total, spread: dx + dy + dz }
}

/** Weighted means of groups, rounded; a group without weight stays at 0. Three numbers a group. */
export function meansOf({ count, at, weight }: Points, group: Uint16Array, groups: number): Int32Array {
  const sum = new Float64Array(groups * 3)
  const total = new Float64Array(groups)
  for (let i = 0; i < count; i++) {
    const g = group[i]!
    const w = weight[i]!
    total[g]! += w
    sum[3 * g]! += w * at[3 * i]!
    sum[3 * g + 1]! += w * at[3 * i + 1]!
    sum[3 * g + 2]! += w * at[3 * i + 2]!
  }
  const means = new Int32Array(groups * 3)
  for (let g = 0; g < groups; g++)
    for (let axis = 0; axis < 3; axis++) if (total[g]! > 0) means[3 * g + axis] = Math.round(sum[3 * g + axis]! / total[g]!)
  return means
}
