import { cross, type Garment, normalize, type Vec3 } from '../../film'
import type { Over } from './accessories'
import { clothLook } from './cloth'
import type { Look } from './mesh-builder'
import { tube } from './tube'

/** The helmet's ball, head units: its middle, its half axes, and where the ring of the suit cuts it off. */
const MIDDLE: Vec3 = [0, -0.02, 0.02]
const AXES: Vec3 = [0.62, 0.62, 0.66]
const RING_Y = -0.56
/** Half width and half height of what the face looks out of, radians from straight ahead. */
const OPEN: readonly [across: number, up: number] = [1.02, 0.8]
/** Gold that shows as gold under a black sky too: a mirror would show the sky. */
const VISOR: Look = { colour: [0.66, 0.4, 0.07], kind: 'metal', metalness: 0.45, roughness: 0.24 }
const RUBBER: Look = { colour: [0.03, 0.03, 0.035], kind: 'plastic', roughness: 0.5 }
const STEEL: Look = { colour: [0.5, 0.51, 0.53], kind: 'metal', metalness: 1, roughness: 0.3 }

/** The edge of the opening by the angle round it (0 to the left, π/2 up): radians from straight ahead. */
const edgeAt = (a: number): number => {
  const [w, h] = OPEN
  const [c, s] = [Math.abs(Math.cos(a)) ** 3, Math.abs(Math.sin(a)) ** 3]
  // Rounder than a rectangle, squarer than an ellipse.
  return 1 / (c / w ** 3 + s / h ** 3) ** (1 / 3)
}

/** A point of the ball, or beyond it, at an angle round the line of sight and one away from it. */
const onBall = (a: number, psi: number, out = 1): Vec3 => {
  const r = Math.sin(psi)
  const p: Vec3 = [
    MIDDLE[0] + AXES[0] * out * r * Math.cos(a),
    MIDDLE[1] + AXES[1] * out * r * Math.sin(a),
    MIDDLE[2] + AXES[2] * out * Math.cos(psi),
  ]
  return [p[0], Math.max(RING_Y, p[1]), p[2]]
}

/** A space helmet: a white shell lined dark, a wide opening, the gold visor pushed up over it, and the suit's ring below. */
export function spaceHelmet(o: Over, g: Garment): void {
  const { b, context, detail } = o
  const full = detail === 'full'
  const columns = full ? 32 : 20
  const rows = full ? 9 : 6
  const look: Look = { ...clothLook(g), kind: 'plastic', roughness: 0.3, pattern: 0 }
  const shell = (
    out: number,
    from: (a: number) => number,
    to: (a: number) => number,
    a0: number,
    a1: number,
    what: Look,
    inward: boolean,
  ) => {
    const start = b.count
    const startIndex = b.index.length
    const round = a1 - a0 > 6.2
    const grid = Array.from({ length: rows + 1 }, (_, i) =>
      Array.from({ length: columns + (round ? 0 : 1) }, (_, j) => {
        const a = a0 + ((a1 - a0) * j) / columns
        const psi = from(a) + ((to(a) - from(a)) * i) / rows
        return b.vertex(context.toWorld(onBall(a, psi, out)), [0, 0, 0], what, context.headBone)
      }),
    )
    for (let i = 0; i < rows; i++)
      for (let j = 0; j < columns; j++) {
        const k = round ? (j + 1) % columns : j + 1
        const [p, q, r, t] = [grid[i]![j]!, grid[i]![k]!, grid[i + 1]![k]!, grid[i + 1]![j]!]
        if (inward) b.quad(p, q, r, t)
        else b.quad(p, t, r, q)
      }
    b.smoothNormals(start, startIndex)
  }
  const back = () => Math.PI - 0.02
  shell(1, edgeAt, back, 0, Math.PI * 2, look, false)
  shell(0.95, edgeAt, back, 0, Math.PI * 2, { ...look, colour: [0.16, 0.17, 0.19] }, true)
  // The visor rides up: what covers the brow when it is down lies on the crown.
  const up = 1.02
  shell(
    1.045,
    (a) => edgeAt(a) - 0.07,
    (a) => edgeAt(a) + 0.52,
    Math.PI / 2 - up,
    Math.PI / 2 + up,
    VISOR,
    false,
  )
  const bind = () => context.headBone
  const m = context.headM
  tube(b, {
    path: Array.from({ length: full ? 40 : 24 }, (_, i) => {
      const a = (i / (full ? 40 : 24)) * Math.PI * 2
      return context.toWorld(onBall(a, edgeAt(a), 0.985))
    }),
    closed: true,
    radius: () => [0.034 * m, 0.034 * m],
    sides: 6,
    look: RUBBER,
    bind,
  })
  // The ring belongs to the suit: the ball turns on it.
  const r = 0.5
  const n = full ? 28 : 18
  tube(b, {
    path: Array.from({ length: n }, (_, i): Vec3 => {
      const a = (i / n) * Math.PI * 2
      return context.toWorld([Math.sin(a) * r, RING_Y - 0.02, MIDDLE[2] - 0.02 + Math.cos(a) * r * 1.02])
    }),
    closed: true,
    radius: () => [0.05 * m, 0.03 * m],
    sides: 6,
    look: STEEL,
    across: [0, 1, 0],
    bind: (p) => o.weights.trunk(p),
  })
  // A lamp at each temple.
  for (const s of [1, -1]) {
    const at = onBall(s > 0 ? 0.5 : Math.PI - 0.5, 1.42, 1.03)
    const out = normalize([at[0], 0.1, 0.2])
    const ahead = normalize(cross(cross(out, [0, 0, 1]), out))
    tube(b, {
      path: [-0.07, 0, 0.09].map((t): Vec3 => context.toWorld([at[0] + ahead[0] * t, at[1] + ahead[1] * t, at[2] + ahead[2] * t])),
      radius: (t) => [(t > 0.7 ? 0.05 : 0.042) * m, (t > 0.7 ? 0.05 : 0.042) * m],
      sides: 8,
      look: STEEL,
      bind,
    })
  }
}
