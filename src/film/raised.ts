import { distance, mix } from './math'
import type { Placement, SetSpec } from './set'
import type { Whereabouts } from './shot-plan'
import type { Vec3 } from './value'

/** Things whose tops are floor: people walk and stand on them. */
const RAISED: ReadonlySet<string> = new Set(['dais', 'stage-floor', 'stage-steps'])
/** How finely a way over raised floor is followed, metres. */
const STEP_M = 0.18

/** Whether a thing's top is floor to walk on. */
export const isRaisedFloor = (prop: string): boolean => RAISED.has(prop)

/** Height of the walked floor at a point of a set, metres: 0, or the top of a dais, a stage or a tread there. */
export function floorHeightAt({ placements }: Pick<SetSpec, 'placements'>, x: number, z: number): number {
  let high = 0
  for (const p of placements) if (RAISED.has(p.prop)) high = Math.max(high, heightOn(p, x, z))
  return high
}

function heightOn({ prop, position, yaw, size: [w, h, d] }: Placement, x: number, z: number): number {
  const [dx, dz] = [x - position[0], z - position[2]]
  const [c, s] = [Math.cos(yaw), Math.sin(yaw)]
  const [across, ahead] = [dx * c - dz * s, dx * s + dz * c]
  if (Math.abs(across) > w / 2 + 1e-6 || Math.abs(ahead) > d / 2 + 1e-6) return 0
  return position[1] + (prop === 'stage-steps' ? h * Math.min(1, Math.max(0, 0.5 - ahead / d)) : h)
}

/** Somebody's places and ways with the height of the floor under them; the same list where a set has no raised floor. */
export function onRaisedFloor(set: Pick<SetSpec, 'placements'>, where: readonly Whereabouts[]): readonly Whereabouts[] {
  if (!set.placements.some((p) => RAISED.has(p.prop))) return where
  const lifted = ([x, y, z]: Vec3): Vec3 => [x, Math.max(y, floorHeightAt(set, x, z)), z]
  return where.map((w) => (w.kind === 'stay' ? { ...w, position: lifted(w.position) } : { ...w, path: overFloor(w.path, lifted) }))
}

/** A way with points where the floor under it rises or falls. */
function overFloor(path: readonly Vec3[], lifted: (p: Vec3) => Vec3): Vec3[] {
  const out: Vec3[] = []
  path.forEach((p, i) => {
    const from = path[i - 1]
    const n = from ? Math.max(1, Math.ceil(distance(from, p) / STEP_M)) : 1
    for (let k = 1; k <= n; k++) {
      const next = lifted(from ? mix(from, p, k / n) : p)
      const [a, b] = [out.at(-2), out.at(-1)]
      // Between two points of one height nothing is to be said.
      if (k > 1 && a && b && a[1] === b[1] && b[1] === next[1]) out.pop()
      out.push(next)
    }
  })
  return out
}
