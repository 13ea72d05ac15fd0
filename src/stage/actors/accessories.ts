import { BONES, type Garment, lerp, type Vec3 } from '../../film'
import type { Body } from './body-field'
import { clothLook } from './cloth'
import { ball } from './feet'
import type { HeadContext } from './head'
import type { Binding, Look, MeshBuilder } from './mesh-builder'
import { type Field, gradient, march } from './sdf'
import type { SkinWeights } from './skin-weights'
import { curve, tube } from './tube'

/** What a piece is laid over, and how it moves. */
export interface Over {
  readonly b: MeshBuilder
  readonly body: Body
  readonly weights: SkinWeights
  readonly context: HeadContext
  /** The outermost cloth so far. */
  readonly field: Field
  readonly detail: 'wide' | 'full'
}

/** A point on the cloth at a height and an angle round the trunk (0 front, π/2 left), lifted off it. */
export const onTrunk = (o: Over, y: number, theta: number, lift: number): Vec3 => {
  const z = o.body.section(Math.max(y, o.body.hipY))[2]
  const d: Vec3 = [Math.sin(theta), 0, Math.cos(theta)]
  const limit = o.body.shoulder[0]
  const t = march(o.field, 0, y, z, d[0], d[1], d[2], limit * 1.4) + lift
  return [d[0] * t, y, z + d[2] * t]
}

/** Lays a path on the cloth: points near it come to lie `lift` above. */
export const lay = (o: Over, path: readonly Vec3[], lift: number): Vec3[] =>
  path.map((p) => {
    let q = p
    for (let k = 0; k < 3; k++) {
      const d = o.field(q[0], q[1], q[2])
      if (d > 0.06) break
      const g = gradient(o.field, q[0], q[1], q[2], 0.005)
      q = [q[0] + g[0] * (lift - d), q[1] + g[1] * (lift - d), q[2] + g[2] * (lift - d)]
    }
    return q
  })

const trunkBind =
  (o: Over) =>
  (p: Vec3): Binding =>
    o.weights.trunk(p)

/** A belt with a buckle. */
export function belt(o: Over, g: Garment): void {
  const { h, waistY } = o.body
  const look = clothLook(g)
  const n = o.detail === 'full' ? 36 : 20
  const y = waistY - 0.022 * h
  const path = Array.from({ length: n }, (_, i) => onTrunk(o, y, (i / n) * Math.PI * 2, 0.001 * h))
  tube(o.b, {
    path,
    closed: true,
    radius: () => [0.0115 * h, 0.0032 * h],
    sides: 6,
    look,
    across: [0, 1, 0],
    square: 0.6,
    bind: (p) => o.weights.body(p),
  })
  const p = onTrunk(o, y, 0, 0.003 * h)
  ball(o.b, p, 0.0135 * h, { colour: [0.62, 0.5, 0.28], kind: 'metal', metalness: 1, roughness: 0.3 }, o.weights.body(p), 8, [1.1, 1, 0.35])
}

/** A tie: knot and blade down the front. */
export function tie(o: Over, g: Garment): void {
  const { h, neckY, waistY } = o.body
  const look = clothLook(g)
  // The knot fills the collar's opening.
  const top = neckY + 0.008 * h
  const path = Array.from({ length: 9 }, (_, i) => {
    const y = lerp(top, waistY + 0.01 * h, i / 8)
    return onTrunk(o, y, 0, 0.004 * h)
  })
  tube(o.b, {
    path,
    radius: (t) => [h * (0.008 + 0.014 * t) * (t > 0.95 ? 0.4 : 1), 0.0035 * h],
    sides: 6,
    look,
    across: [1, 0, 0],
    bind: trunkBind(o),
  })
  // A knot is a wedge, wide above.
  tube(o.b, {
    path: [0, 0.3, 0.65, 1].map((t) => onTrunk(o, top + (0.004 - 0.028 * t) * h, 0, (0.0075 - 0.002 * t) * h)),
    radius: (t) => [h * (0.0135 - 0.0062 * t), h * (0.0075 - 0.002 * t)],
    sides: 8,
    look,
    across: [1, 0, 0],
    bind: trunkBind(o),
  })
}

/** A scarf wound round the neck with one end hanging. */
export function scarf(o: Over, g: Garment): void {
  const { h, neckY, neckRadius } = o.body
  const look = clothLook(g)
  const neck = o.body.pose.at('neck')
  const n = o.detail === 'full' ? 20 : 12
  for (const [lift, r, tilt] of [
    [0.004, 0.021, 0.012],
    [0.03, 0.0175, 0.006],
  ] as const) {
    const path = Array.from({ length: n }, (_, i): Vec3 => {
      const a = (i / n) * Math.PI * 2
      const k = neckRadius * 1.18 + 0.011 * h + (lift < 0.01 ? 0.008 * h : 0)
      return [Math.sin(a) * k, neckY + (lift - tilt * Math.cos(a) + 0.004 * Math.sin(a * 3)) * h, neck[2] + Math.cos(a) * k]
    })
    tube(o.b, {
      path,
      closed: true,
      radius: () => [r * h, 0.019 * h],
      sides: o.detail === 'full' ? 9 : 6,
      look,
      across: [0, 1, 0],
      bind: trunkBind(o),
      tint: (_, a) => 0.86 + 0.14 * Math.sin(a * 2),
    })
  }
  const tail = Array.from({ length: 10 }, (_, i) =>
    onTrunk(o, lerp(neckY - 0.006 * h, o.body.waistY + 0.05 * h, i / 9), 0.24 + 0.05 * i * 0.2, (i === 0 ? 0.02 : 0.012) * h),
  )
  tube(o.b, {
    path: tail,
    radius: (t) => [h * (0.024 + 0.012 * t), 0.0075 * h],
    sides: 8,
    look,
    across: [1, 0, 0],
    bind: trunkBind(o),
    tint: (t, a) => 0.88 + 0.12 * Math.cos(a * 3 + t * 3),
  })
}

/** A string of beads. */
export function necklace(o: Over, g: Garment): void {
  const { h, neckY, neckRadius } = o.body
  const look: Look = { ...clothLook(g), kind: 'metal', metalness: 0.8, roughness: 0.28 }
  const n = o.detail === 'full' ? 22 : 14
  for (let i = 0; i < n; i++) {
    const a = -2.2 + (4.4 * i) / (n - 1)
    const drop = 0.5 + 0.5 * Math.cos(a)
    const y = neckY - (0.01 + 0.05 * drop * drop) * h
    const p =
      drop > 0.35
        ? onTrunk(o, y, a * 0.6, 0.004 * h)
        : ([Math.sin(a) * neckRadius * 1.16, y, o.body.pose.at('neck')[2] + Math.cos(a) * neckRadius * 1.16] as const)
    ball(o.b, p, 0.0055 * h, look, o.weights.trunk(p), 5)
  }
}

/** A watch on the left wrist: strap, case and face, on the back of the hand's side. */
export function watch(o: Over, g: Garment): void {
  const { h, wrist, elbow, wristR } = o.body
  const look = clothLook(g)
  const along = wrist.map((v, i) => v - elbow[i]!) as unknown as Vec3
  const l = Math.hypot(...along)
  const d: Vec3 = [along[0] / l, along[1] / l, along[2] / l]
  const c: Vec3 = [wrist[0] + d[0] * 0.003 * h, wrist[1] + d[1] * 0.003 * h, wrist[2] + d[2] * 0.003 * h]
  // Upward off the arm, and across it.
  const up: Vec3 = [-d[1], d[0], 0]
  const hand: Binding = [[BONES.indexOf('leftHand'), 1]]
  const n = o.detail === 'full' ? 12 : 8
  const r = wristR * 1.09
  const at = (a: number, far: number): Vec3 => [
    c[0] + up[0] * Math.cos(a) * far,
    c[1] + up[1] * Math.cos(a) * far,
    c[2] + up[2] * Math.cos(a) * far + Math.sin(a) * far,
  ]
  tube(o.b, {
    path: Array.from({ length: n }, (_, i) => at((i / n) * Math.PI * 2, r)),
    closed: true,
    radius: () => [0.0052 * h, 0.0014 * h],
    sides: 6,
    look,
    across: d,
    square: 0.6,
    bind: () => hand,
  })
  const metal: Look = { colour: [0.6, 0.6, 0.62], kind: 'metal', metalness: 1, roughness: 0.25 }
  ball(o.b, at(0, r + 0.0012 * h), 0.0105 * h, metal, hand, o.detail === 'full' ? 7 : 5, [1, 0.34, 1])
  ball(
    o.b,
    at(0, r + 0.0026 * h),
    0.0086 * h,
    { colour: look.accent ?? [0.8, 0.78, 0.7], kind: 'metal', metalness: 0, roughness: 0.2 },
    hand,
    o.detail === 'full' ? 7 : 5,
    [1, 0.3, 1],
  )
}

/** A bag at the right hip on a strap across the chest. */
export function satchel(o: Over, g: Garment): void {
  const { h, hipY, shoulderY } = o.body
  const look = clothLook(g)
  const dark: Look = { ...look, colour: [look.colour[0] * 0.6, look.colour[1] * 0.6, look.colour[2] * 0.6] }
  const front: Vec3[] = []
  const back: Vec3[] = []
  for (let i = 0; i <= 9; i++) {
    const t = i / 9
    const y = lerp(shoulderY + 0.012 * h, hipY + 0.035 * h, t)
    front.push(onTrunk(o, y, lerp(0.95, -1.25, t), 0.003 * h))
    back.push(onTrunk(o, y, lerp(2.2, 4.4, t), 0.003 * h))
  }
  const ridge = onTrunk(o, shoulderY + 0.024 * h, Math.PI / 2.1, 0)
  const over: Vec3 = [o.body.shoulder[0] * 0.52, shoulderY + 0.036 * h, ridge[2]]
  tube(o.b, {
    path: lay(o, curve([...back.reverse(), over, ...front], o.detail === 'full' ? 40 : 22), 0.003 * h),
    radius: () => [0.011 * h, 0.003 * h],
    sides: 6,
    look: dark,
    across: [0.7, 0.7, 0],
    bind: trunkBind(o),
  })
  const hip = onTrunk(o, hipY + 0.01 * h, -Math.PI / 2 + 0.1, 0.028 * h)
  box(o, hip, [0.024 * h, 0.07 * h, 0.085 * h], look, [[0, 1]], 0.45)
  box(o, [hip[0] - 0.014 * h, hip[1] + 0.022 * h, hip[2]], [0.015 * h, 0.05 * h, 0.087 * h], dark, [[0, 1]], 0.45)
  ball(
    o.b,
    [hip[0] - 0.03 * h, hip[1] - 0.02 * h, hip[2]],
    0.009 * h,
    { colour: [0.6, 0.48, 0.26], kind: 'metal', metalness: 1, roughness: 0.3 },
    [[0, 1]],
    6,
  )
}

/** A rounded box. */
export function box(o: Over, c: Vec3, half: Vec3, look: Look, bind: Binding, square: number): void {
  const columns = o.detail === 'full' ? 16 : 10
  const rows = o.detail === 'full' ? 8 : 5
  const start = o.b.count
  const startIndex = o.b.index.length
  const pw = (v: number) => Math.sign(v) * Math.abs(v) ** square
  const grid = Array.from({ length: rows + 1 }, (_, i) => {
    const a = 0.02 + (i / rows) * (Math.PI - 0.04)
    return Array.from({ length: columns }, (_, j) => {
      const t = (j / columns) * Math.PI * 2
      return o.b.vertex(
        [
          c[0] + half[0] * pw(Math.cos(t)) * pw(Math.sin(a)),
          c[1] + half[1] * pw(Math.cos(a)),
          c[2] + half[2] * pw(Math.sin(t)) * pw(Math.sin(a)),
        ],
        [0, 0, 0],
        look,
        bind,
        [t * 0.05, a * 0.05],
      )
    })
  })
  for (let i = 0; i < rows; i++)
    for (let j = 0; j < columns; j++) {
      const k = (j + 1) % columns
      o.b.quad(grid[i]![j]!, grid[i]![k]!, grid[i + 1]![k]!, grid[i + 1]![j]!)
    }
  o.b.smoothNormals(start, startIndex)
}

/** A pack on the back with two straps. */
export function backpack(o: Over, g: Garment): void {
  const { h, chestY, shoulderY } = o.body
  const look = clothLook(g)
  const dark: Look = { ...look, colour: [look.colour[0] * 0.5, look.colour[1] * 0.5, look.colour[2] * 0.5] }
  const chest = BONES.indexOf('chest')
  const upper = BONES.indexOf('upperChest')
  const bind: Binding = [
    [chest, 0.5],
    [upper, 0.5],
  ]
  const back = onTrunk(o, chestY, Math.PI, 0.042 * h)
  box(o, [0, chestY - 0.03 * h, back[2]], [0.078 * h, 0.125 * h, 0.046 * h], look, bind, 0.5)
  box(o, [0, chestY - 0.07 * h, back[2] - 0.04 * h], [0.058 * h, 0.05 * h, 0.022 * h], dark, bind, 0.5)
  for (const s of [1, -1]) {
    const path: Vec3[] = []
    for (let i = 0; i <= 6; i++)
      path.push(onTrunk(o, lerp(chestY - 0.1 * h, shoulderY + 0.004 * h, i / 6), s * lerp(1.0, 0.62, i / 6), 0.003 * h))
    path.push([s * o.body.shoulder[0] * 0.5, shoulderY + 0.04 * h, o.body.pose.at('neck')[2] - 0.01 * h])
    path.push([s * 0.05 * h, shoulderY - 0.01 * h, back[2] + 0.03 * h])
    tube(o.b, {
      path: lay(o, curve(path, o.detail === 'full' ? 22 : 12), 0.004 * h),
      radius: () => [0.013 * h, 0.0045 * h],
      sides: 6,
      look: dark,
      across: [1, 0, 0],
      bind: trunkBind(o),
    })
  }
}
