import { BONES, lerp, type Vec3 } from '../../film'
import { box, type Over, onTrunk } from './accessories'
import { ball } from './feet'
import type { Look } from './mesh-builder'
import { curve, tube } from './tube'

/** A band round the neckline: ribbing of a sweater, binding of a T-shirt. Heights in statures. */
export function roundCollar(o: Over, look: Look, thick: number, tall: number): void {
  const { h, neckY, neckRadius } = o.body
  const neck = o.body.pose.at('neck')
  const n = o.detail === 'full' ? 28 : 16
  const wide = tall < 0.01 ? 1.2 : 1.13
  tube(o.b, {
    path: Array.from({ length: n }, (_, i): Vec3 => {
      const a = (i / n) * Math.PI * 2
      return [
        Math.sin(a) * neckRadius * wide,
        neckY + (0.002 - 0.014 * Math.cos(a)) * h + tall * 0.2 * h,
        neck[2] + Math.cos(a) * neckRadius * wide,
      ]
    }),
    closed: true,
    radius: () => [tall * 0.62 * h, thick * 0.62 * h],
    sides: 7,
    look,
    across: [0, 1, 0],
    bind: (p) => o.weights.trunk(p),
    tint: (t) => 0.9 + 0.1 * Math.sin(t * n * Math.PI),
  })
}

/** A thin binding sewn on the edge of a closed neckline: `edge` is the last row of its top, once round. */
export function neckBinding(o: Over, look: Look, edge: readonly Vec3[]): void {
  const { h } = o.body
  tube(o.b, {
    path: edge,
    closed: true,
    radius: () => [0.0032 * h, 0.0024 * h],
    sides: 6,
    look,
    across: [0, 1, 0],
    bind: (p) => o.weights.trunk(p),
  })
}

/** A row of buttons down the front, with the placket's edge; `count` 0 spaces them evenly. */
export function buttons(o: Over, look: Look, fromY: number, toY: number, count = 0, theta = 0): void {
  const { h } = o.body
  const n = count || Math.max(2, Math.round((fromY - toY) / (0.05 * h)))
  for (let i = 0; i < n; i++) {
    const y = lerp(fromY, toY, n === 1 ? 0 : i / (n - 1)) - (count ? i * 0.0 : 0)
    const p = onTrunk(o, y, theta, 0.0012 * h)
    ball(o.b, p, 0.0056 * h * (count ? 1.25 : 1), look, y < o.body.hipY ? o.weights.skirt(p) : o.weights.trunk(p), 6, [1, 1, 0.5])
  }
}

/** A hood lying on the back, with a trimmed edge round the neck. */
export function hood(o: Over, look: Look, fur: Look): void {
  const { body, b } = o
  const { h, neckY, neckRadius } = body
  const neck = body.pose.at('neck')
  const bind = (p: Vec3) => o.weights.trunk(p)
  const n = o.detail === 'full' ? 24 : 13
  const arc = (a: number, k: number, y: number): Vec3 => [
    Math.sin(a) * neckRadius * k,
    neckY + y * h - 0.018 * h * Math.cos(a),
    neck[2] - 0.004 * h + Math.cos(a) * neckRadius * k,
  ]
  const path = Array.from({ length: n }, (_, i) => arc(0.32 + ((Math.PI * 2 - 0.64) * i) / (n - 1), 1.72, 0.018))
  tube(b, {
    path,
    radius: (t) => [(0.021 + 0.012 * Math.sin(Math.PI * t)) * h, (0.017 + 0.008 * Math.sin(Math.PI * t)) * h],
    sides: 9,
    look,
    across: [0, 1, 0],
    bind,
  })
  tube(b, {
    path: Array.from({ length: n }, (_, i) =>
      arc(0.26 + ((Math.PI * 2 - 0.52) * i) / (n - 1), 1.5, 0.037 + 0.012 * Math.sin((Math.PI * i) / (n - 1))),
    ),
    radius: (t) => [(0.0125 + 0.002 * Math.sin(t * 90)) * h, (0.0125 + 0.002 * Math.cos(t * 77)) * h],
    sides: 8,
    look: fur,
    across: [0, 1, 0],
    bind,
    tint: (t, a) => 0.8 + 0.2 * Math.sin(t * 120 + a * 3),
  })
  const back = onTrunk(o, body.shoulderY, Math.PI, 0)
  box(
    o,
    [0, body.shoulderY - 0.012 * h, back[2] - 0.012 * h],
    [0.074 * h, 0.062 * h, 0.03 * h],
    look,
    [[BONES.indexOf('upperChest'), 1]],
    0.8,
  )
}

/** The neck ring, chest pack and patches of a pressure suit. */
export function suitRing(o: Over, trim: Look): void {
  const { body, b } = o
  const { h, neckY, neckRadius, chestY } = body
  const neck = body.pose.at('neck')
  const metal: Look = { colour: [0.6, 0.62, 0.64], kind: 'metal', metalness: 1, roughness: 0.28 }
  const n = o.detail === 'full' ? 32 : 18
  for (const [k, y, r, look] of [
    [1.62, 0.0, 0.013, trim],
    [1.55, 0.018, 0.0095, metal],
  ] as const)
    tube(b, {
      path: Array.from({ length: n }, (_, i): Vec3 => {
        const a = (i / n) * Math.PI * 2
        return [Math.sin(a) * neckRadius * k, neckY + (y - 0.016 * Math.cos(a)) * h, neck[2] + Math.cos(a) * neckRadius * k]
      }),
      closed: true,
      radius: () => [r * h, r * h],
      sides: 8,
      look,
      bind: (p) => o.weights.trunk(p),
    })
  const chest = BONES.indexOf('chest')
  const front = onTrunk(o, chestY - 0.05 * h, 0, 0.006 * h)
  const grey: Look = { colour: [0.23, 0.24, 0.26], kind: 'plastic', roughness: 0.45 }
  box(o, front, [0.048 * h, 0.036 * h, 0.016 * h], grey, [[chest, 1]], 0.4)
  for (const [x, c] of [
    [-0.024, [0.7, 0.1, 0.06]],
    [0, [0.1, 0.4, 0.6]],
    [0.024, [0.7, 0.55, 0.1]],
  ] as const)
    ball(
      b,
      [front[0] + x * h, front[1] + 0.008 * h, front[2] + 0.016 * h],
      0.007 * h,
      { colour: c, kind: 'plastic', roughness: 0.3, emissive: 0.25 },
      [[chest, 1]],
      7,
      [1, 1, 0.6],
    )
  for (const s of [1, -1]) {
    const hose = [
      onTrunk(o, chestY - 0.07 * h, s * 0.25, 0.012 * h),
      onTrunk(o, chestY - 0.1 * h, s * 0.7, 0.03 * h),
      onTrunk(o, chestY - 0.06 * h, s * 1.3, 0.016 * h),
      onTrunk(o, chestY, s * 2.2, 0.012 * h),
    ]
    tube(b, {
      path: curve(hose, 14),
      radius: (t) => [0.0085 * h * (1 + 0.1 * Math.sin(t * 110)), 0.0085 * h],
      sides: 7,
      look: { ...trim, kind: 'plastic', roughness: 0.5 },
      bind: (p) => o.weights.trunk(p),
    })
  }
}
