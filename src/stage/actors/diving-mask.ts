import { type Garment, hexToLinear, normalize, type Vec3 } from '../../film'
import type { Over } from './accessories'
import { EYE } from './head-topology'
import type { Look } from './mesh-builder'
import { march } from './sdf'
import { curve, tube } from './tube'

/** Half width and half height of the window, and how far it stands off the face, head units. */
const HALF: readonly [number, number] = [0.3, 0.155]
const OFF = 0.09

/** A diver's mask: a skirt round eyes and nose, a frame with clear panes, a strap round the head and a snorkel at it. */
export function divingMask(o: Over, g: Garment): void {
  const { b, context } = o
  const full = o.detail === 'full'
  const n = full ? 30 : 18
  const m = context.headM
  const bind = () => context.headBone
  const frame: Look = { colour: hexToLinear(g.colour), kind: 'plastic', roughness: 0.3 }
  const rubber: Look = { colour: [0.025, 0.027, 0.03], kind: 'plastic', roughness: 0.55 }
  const pw = (v: number) => Math.sign(v) * Math.abs(v) ** 0.72
  const face = (x: number, y: number) => 0.12 + march(context.shape.field, x, y, 0.12, 0, 0, 1, 0.5)
  const outline = (k: number): [number, number][] =>
    Array.from({ length: n }, (_, i) => {
      const a = (i / n) * Math.PI * 2
      const x = pw(Math.cos(a)) * HALF[0] * k
      // Over the nose the lower edge hangs down.
      const low = Math.sin(a) < 0 ? -0.1 * Math.exp(-((x / 0.09) ** 2)) : 0
      return [x, EYE[1] + 0.005 + pw(Math.sin(a)) * HALF[1] * k + low * k]
    })
  const front = Math.max(face(0, EYE[1]), face(0.1, EYE[1])) + OFF
  const skin = outline(1.06).map(([x, y]): Vec3 => [x, y, face(Math.min(0.3, Math.abs(x)) * Math.sign(x), y) + 0.006])
  const rim = outline(0.98).map(([x, y]): Vec3 => [x, y, front - 0.55 * x * x])
  const start = b.count
  const startIndex = b.index.length
  // The skirt from face to frame, outside and inside.
  for (const inward of [false, true]) {
    const rows = [skin, rim].map((line) => line.map((p) => b.vertex(context.toWorld(p), [0, 0, 0], rubber, context.headBone)))
    for (let i = 0; i < n; i++) {
      const k = (i + 1) % n
      const [p, q, r, t] = [rows[0]![i]!, rows[0]![k]!, rows[1]![k]!, rows[1]![i]!]
      if (inward) b.quad(p, t, r, q)
      else b.quad(p, q, r, t)
    }
  }
  b.smoothNormals(start, startIndex)
  tube(b, {
    path: rim.map(context.toWorld),
    closed: true,
    radius: () => [0.022 * m, 0.026 * m],
    sides: 6,
    look: frame,
    across: [0, 0, 1],
    bind,
  })
  for (const s of [1, -1]) {
    const ear = context.surface(normalize([1, 0.08, -0.1]), 0.05)
    const back = context.surface(normalize([0.25, 0.12, -1]), 0.05)
    tube(b, {
      path: curve(
        (
          [
            [s * HALF[0], EYE[1] + 0.01, front - 0.07],
            [s * (ear[0] * 0.96), EYE[1] + 0.03, 0.16],
            [s * ear[0], EYE[1] + 0.05, -0.08],
            [s * back[0], EYE[1] + 0.07, back[2]],
            [0, EYE[1] + 0.07, back[2] - 0.02],
          ] as const
        ).map((p) => context.toWorld(p)),
        full ? 14 : 9,
      ),
      radius: () => [0.03 * m, 0.011 * m],
      sides: 5,
      look: rubber,
      across: [0, 1, 0],
      bind,
    })
  }
  // The snorkel stands up beside the left temple.
  const side = context.surface(normalize([1, 0, 0.12]), 0.1)
  tube(b, {
    path: curve(
      (
        [
          [side[0] - 0.02, -0.22, 0.26],
          [side[0] + 0.03, -0.2, 0.12],
          [side[0] + 0.05, 0.06, 0.04],
          [side[0] + 0.05, 0.36, -0.02],
          [side[0] + 0.02, 0.62, -0.1],
        ] as const
      ).map((p) => context.toWorld(p)),
      full ? 16 : 9,
    ),
    radius: () => [0.032 * m, 0.032 * m],
    sides: 7,
    look: frame,
    bind,
  })
}
