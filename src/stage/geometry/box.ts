import { SURFACES, type Vec3 } from '../../film'
import type { MeshBatch } from './mesh-batch'

const GRAINY = new Set([SURFACES.indexOf('wood'), SURFACES.indexOf('planks'), SURFACES.indexOf('bark')])
/** Face axes: normal axis, the two others in an order that makes the face counter-clockwise for a positive normal. */
const AXES = [
  [0, 1, 2],
  [1, 2, 0],
  [2, 0, 1],
] as const

/**
 * A box standing on `at` (middle of its bottom), size [w, h, d]. With a bevel (metres) the 24 corner points keep their
 * face's normal, so that the chamfers shade like round edges at no more vertices.
 */
export function box(b: MeshBatch, at: Vec3, size: Vec3, bevel = 0): void {
  const half: Vec3 = [size[0] / 2, size[1] / 2, size[2] / 2]
  const e = Math.min(bevel, half[0] * 0.9, half[1] * 0.9, half[2] * 0.9)
  const mid: Vec3 = [at[0], at[1] + half[1], at[2]]
  b.begin()
  // ids[axis][sign][s1][s2]: the point of the face at corner signs (s1, s2) of its two other axes
  const ids: number[] = []
  const slot = (axis: number, s: number, s1: number, s2: number) => axis * 8 + (s > 0 ? 4 : 0) + (s1 > 0 ? 2 : 0) + (s2 > 0 ? 1 : 0)
  for (const [axis, a1, a2] of AXES) {
    const swap = GRAINY.has(b.paint.layer) && size[a2] > size[a1]
    for (const s of [-1, 1]) {
      for (const s1 of [-1, 1]) {
        for (const s2 of [-1, 1]) {
          const p: [number, number, number] = [0, 0, 0]
          const n: [number, number, number] = [0, 0, 0]
          p[axis] = mid[axis] + s * half[axis]
          p[a1] = mid[a1] + s1 * (half[a1] - e)
          p[a2] = mid[a2] + s2 * (half[a2] - e)
          n[axis] = s
          const u = p[a1]
          const v = p[a2]
          ids[slot(axis, s, s1, s2)] = b.vertex(p, n, swap ? v : u, swap ? u : v)
        }
      }
      const q = [slot(axis, s, -1, -1), slot(axis, s, 1, -1), slot(axis, s, 1, 1), slot(axis, s, -1, 1)].map((i) => ids[i]!)
      if (s > 0) b.face(q[0]!, q[1]!, q[2]!, q[3]!)
      else b.face(q[0]!, q[3]!, q[2]!, q[1]!)
    }
  }
  if (e <= 0) return
  const at3 = (axis: number, s: readonly number[]) => {
    const [, a1, a2] = AXES[axis]!
    return ids[slot(axis, s[axis]!, s[a1]!, s[a2]!)]!
  }
  for (const [c, a, o] of AXES) {
    // edges parallel to axis c, between faces of axes a and o
    for (const sa of [-1, 1]) {
      for (const so of [-1, 1]) {
        const lo = [0, 0, 0]
        const hi = [0, 0, 0]
        lo[a] = hi[a] = sa
        lo[o] = hi[o] = so
        lo[c] = -1
        hi[c] = 1
        const p = [at3(a, lo), at3(o, lo), at3(o, hi), at3(a, hi)]
        if (sa * so > 0) b.face(p[0]!, p[1]!, p[2]!, p[3]!)
        else b.face(p[0]!, p[3]!, p[2]!, p[1]!)
      }
    }
  }
  for (const sx of [-1, 1]) {
    for (const sy of [-1, 1]) {
      for (const sz of [-1, 1]) {
        const s = [sx, sy, sz]
        if (sx * sy * sz > 0) b.tri(at3(0, s), at3(1, s), at3(2, s))
        else b.tri(at3(0, s), at3(2, s), at3(1, s))
      }
    }
  }
}

/** A box between two corners. */
export function boxBetween(b: MeshBatch, min: Vec3, max: Vec3, bevel = 0): void {
  box(
    b,
    [(min[0] + max[0]) / 2, min[1], (min[2] + max[2]) / 2],
    [Math.max(1e-4, max[0] - min[0]), Math.max(1e-4, max[1] - min[1]), Math.max(1e-4, max[2] - min[2])],
    bevel,
  )
}
