import type { Vec3 } from '../../film'

/** A turned rectangle on the floor: its corners [x, z] and its two axes. */
export interface Rect {
  readonly corners: readonly (readonly [number, number])[]
  readonly axes: readonly (readonly [number, number])[]
  readonly mid: readonly [number, number]
  readonly half: readonly [number, number]
}

/** The floor rectangle of a placement. */
export function footprint(p: { readonly position: Vec3; readonly yaw: number; readonly size: readonly [number, number, number] }): Rect {
  const c = Math.cos(p.yaw)
  const s = Math.sin(p.yaw)
  const hx = p.size[0] / 2
  const hz = p.size[2] / 2
  const x: readonly [number, number] = [c, -s]
  const z: readonly [number, number] = [s, c]
  const corners = [
    [-1, -1],
    [1, -1],
    [1, 1],
    [-1, 1],
  ].map(([i, j]) => [p.position[0] + x[0] * hx * i! + z[0] * hz * j!, p.position[2] + x[1] * hx * i! + z[1] * hz * j!] as const)
  return { corners, axes: [x, z], mid: [p.position[0], p.position[2]], half: [hx, hz] }
}

/** Separating axes: true when two rectangles come nearer than `margin` metres (0: when they overlap). */
export function overlaps(a: Rect, b: Rect, margin = 0): boolean {
  for (const axis of [...a.axes, ...b.axes]) {
    let a0 = Number.POSITIVE_INFINITY
    let a1 = Number.NEGATIVE_INFINITY
    let b0 = Number.POSITIVE_INFINITY
    let b1 = Number.NEGATIVE_INFINITY
    for (const c of a.corners) {
      const t = c[0] * axis[0] + c[1] * axis[1]
      a0 = Math.min(a0, t)
      a1 = Math.max(a1, t)
    }
    for (const c of b.corners) {
      const t = c[0] * axis[0] + c[1] * axis[1]
      b0 = Math.min(b0, t)
      b1 = Math.max(b1, t)
    }
    if (a1 + margin <= b0 + 1e-9 || b1 + margin <= a0 + 1e-9) return false
  }
  return true
}

/** Distance from a floor point to a rectangle, 0 inside. */
export function distanceTo(r: Rect, x: number, z: number): number {
  const dx = x - r.mid[0]
  const dz = z - r.mid[1]
  const u = Math.max(0, Math.abs(dx * r.axes[0]![0] + dz * r.axes[0]![1]) - r.half[0])
  const v = Math.max(0, Math.abs(dx * r.axes[1]![0] + dz * r.axes[1]![1]) - r.half[1])
  return Math.sqrt(u * u + v * v)
}
