import { BONES, clamp, mix, normalize, personKey, random, smoothstep, type Vec3 } from '../../film'
import type { FacePoint } from './face-shapes'
import type { HeadContext } from './head'
import { EYE, HEAD_CENTRE, MOUTH_Y } from './head-topology'
import type { Look } from './mesh-builder'
import { gradient } from './sdf'

const DARK: Look = { colour: [0.012, 0.008, 0.007], kind: 'leather', roughness: 0.9 }

/** The lids' wet rim, tucked behind the margin, and lashes along the upper lid. */
export function lashes(context: HeadContext, left: readonly number[], right: readonly number[]): void {
  const { points, builder, shape, skin } = context
  const rim: Look = { colour: [skin[0] * 0.55, skin[1] * 0.34, skin[2] * 0.3], kind: 'skin', roughness: 0.85 }
  for (const [loop, side] of [
    [left, 1],
    [right, -1],
  ] as const) {
    const centre: Vec3 = [side * (EYE[0] + shape.eyeShift), EYE[1], EYE[2]]
    const tucked = loop.map((i) => {
      const v = points[i]!
      const r: Vec3 = [v.p[0] - centre[0], v.p[1] - centre[1], v.p[2] - centre[2]]
      const k = (shape.eyeRadius * 0.92) / Math.sqrt(r[0] ** 2 + r[1] ** 2 + r[2] ** 2)
      const p: Vec3 = [centre[0] + r[0] * k, centre[1] + r[1] * k, centre[2] + r[2] * k]
      return context.add({ ...v, p }, rim, { normal: normalize([-r[0], -r[1], r[2]]), tint: Math.sin(v.angle) > 0 ? 0.35 : 0.6 })
    })
    const n = loop.length
    for (let j = 0; j < n; j++) {
      const k = (j + 1) % n
      if (side > 0) builder.quad(loop[j]!, loop[k]!, tucked[k]!, tucked[j]!)
      else builder.quad(loop[k]!, loop[j]!, tucked[j]!, tucked[k]!)
    }
    const long = 0.017 + 0.014 * shape.fem + 0.005 * shape.child
    const upper = loop.filter((i) => Math.sin(points[i]!.angle) > -0.12 && Math.cos(points[i]!.angle) > -0.93)
    const roots: number[] = []
    const tips: number[] = []
    for (const i of upper) {
      const v = points[i]!
      const out = Math.cos(v.angle)
      const reach = long * (0.6 + 0.5 * Math.max(0, out)) * clamp(Math.sin(v.angle) * 3 + 0.7, 0.3, 1)
      const lift: Vec3 = [v.p[0] + side * out * reach * 0.6, v.p[1] + reach * 0.55, v.p[2] + reach * 0.85]
      roots.push(context.add({ ...v, p: [v.p[0], v.p[1] + 0.003, v.p[2] + 0.002] }, DARK, { normal: [0, 0.3, 0.95] }))
      tips.push(context.add({ ...v, p: lift }, DARK, { normal: [0, 0.5, 0.86] }))
    }
    for (let j = 0; j + 1 < roots.length; j++) {
      builder.quad(roots[j]!, roots[j + 1]!, tips[j + 1]!, tips[j]!)
      builder.quad(tips[j]!, tips[j + 1]!, roots[j + 1]!, roots[j]!)
    }
  }
}

/** A dark cavity behind the lips with two rows of teeth and a tongue. */
export function mouthInside(context: HeadContext, loop: readonly number[]): void {
  const { points, builder, shape } = context
  const dark: Look = { colour: [0.1, 0.022, 0.02], kind: 'mouth', roughness: 0.95 }
  const n = loop.length
  let ring = loop
  for (const [back, spread, tint] of [
    [0.035, 0.02, 0.8],
    [0.15, 0.05, 0.25],
  ] as const) {
    const from = ring
    ring = loop.map((i) => {
      const v = points[i]!
      const p: Vec3 = [v.p[0] * (1 - back * 1.6), v.p[1] + Math.sin(v.angle) * spread, v.p[2] - back]
      return context.add({ ...v, p }, dark, { tint, normal: [0, -Math.sin(v.angle) * 0.7, 0.7] })
    })
    for (let j = 0; j < n; j++) builder.quad(from[j]!, from[(j + 1) % n]!, ring[(j + 1) % n]!, ring[j]!)
  }
  const front = context.surface(normalize([0, MOUTH_Y - HEAD_CENTRE[1], 0.42]))[2]
  const hub = context.add({ p: [0, MOUTH_Y, front - 0.17], zone: 'fixed', loop: 0, angle: 0 }, dark, { tint: 0.2, normal: [0, 0, 1] })
  for (let j = 0; j < n; j++) builder.triangle(ring[j]!, ring[(j + 1) % n]!, hub)

  const enamel: Look = { colour: mix([0.74, 0.7, 0.62], [0.62, 0.54, 0.42], shape.old), kind: 'mouth', roughness: 0.22 }
  const half = shape.mouthHalf * 0.8
  for (const [zone, top, bottom, tint, back] of [
    ['fixed', 0.03, -0.024, 1, 0.034],
    ['jaw', -0.02, -0.056, 0.82, 0.048],
  ] as const) {
    const rows: number[][] = []
    for (let i = 0; i <= 12; i++) {
      const s = (i / 12) * 2 - 1
      const z = front - back - 0.05 * s * s
      const gap = i % 2 === 0 ? 1 : 0.84
      const column = [top, (top + bottom) / 2, bottom].map((y, k) =>
        context.add({ p: [s * half, MOUTH_Y + y, z + (k === 1 ? 0.004 : 0)], zone, loop: 0, angle: 0 }, enamel, {
          tint: tint * gap * (1 - 0.45 * Math.abs(s) ** 3),
          normal: normalize([s * 0.7, 0, 1]),
        }),
      )
      column.push(
        context.add({ p: [s * half * 0.95, MOUTH_Y + bottom, z - 0.02], zone, loop: 0, angle: 0 }, enamel, {
          tint: tint * 0.5,
          normal: [0, -1, 0],
        }),
      )
      rows.push(column)
    }
    for (let i = 0; i < 12; i++)
      for (let k = 0; k < 3; k++) builder.quad(rows[i]![k + 1]!, rows[i + 1]![k + 1]!, rows[i + 1]![k]!, rows[i]![k]!)
  }
  const tongue: Look = { colour: [0.42, 0.13, 0.12], kind: 'mouth', roughness: 0.35 }
  const rows: number[][] = []
  for (let i = 0; i <= 5; i++) {
    const a = (i / 5) * Math.PI * 0.5
    rows.push(
      Array.from({ length: 9 }, (_, j) => {
        const t = (j / 8) * Math.PI - Math.PI / 2
        const nrm: Vec3 = [Math.sin(t) * Math.cos(a), Math.sin(a), Math.cos(t) * Math.cos(a)]
        return context.add(
          { p: [nrm[0] * half * 0.72, MOUTH_Y - 0.045 + nrm[1] * 0.026, front - 0.13 + nrm[2] * 0.075], zone: 'jaw', loop: 0, angle: 0 },
          tongue,
          { normal: nrm },
        )
      }),
    )
  }
  for (let i = 0; i < 5; i++)
    for (let j = 0; j < 8; j++) builder.quad(rows[i]![j]!, rows[i]![j + 1]!, rows[i + 1]![j + 1]!, rows[i + 1]![j]!)
}

/** Balls with pupil, a lit iris with a dark ring, and a white that reddens towards the corners; each turns with its own bone. */
export function eyeballs(context: HeadContext): void {
  const { builder, shape, spec } = context
  const iris = irisColour(spec.eyes)
  const pupil = 0.25 + 0.03 * shape.child
  const edge = 0.57 * (1 + 0.06 * shape.child)
  const rings: readonly (readonly [number, Vec3, number])[] = [
    [0.001, [0.004, 0.004, 0.005], 1],
    [pupil, [0.004, 0.004, 0.005], 1],
    [pupil + 0.02, iris, 0.75],
    [(pupil + edge) / 2, iris, 1.5],
    [edge - 0.07, iris, 0.9],
    [edge - 0.02, iris, 0.22],
    [edge + 0.035, [0.7, 0.69, 0.68], 0.86],
    [edge + 0.14, [0.78, 0.765, 0.74], 1],
    [1.0, [0.76, 0.72, 0.68], 1],
    [1.35, [0.6, 0.47, 0.43], 0.8],
    [1.75, [0.3, 0.2, 0.18], 0.6],
  ]
  const columns = context.detail === 'full' ? 18 : 14
  for (const [bone, side] of [
    ['leftEye', 1],
    ['rightEye', -1],
  ] as const) {
    const centre: Vec3 = [side * (EYE[0] + shape.eyeShift), EYE[1], EYE[2]]
    const binding = [[BONES.indexOf(bone), 1]] as const
    const r = shape.eyeRadius
    const grid = rings.map(([a, colour, tint]) =>
      Array.from({ length: columns }, (_, j) => {
        const t = (j / columns) * Math.PI * 2
        const n: Vec3 = [Math.cos(t) * Math.sin(a), Math.sin(t) * Math.sin(a), Math.cos(a)]
        const inIris = a > pupil + 0.01 && a < edge
        // Light entering from above gathers in the lower half of the iris.
        const lit = inIris
          ? 1 - (0.42 * n[1]) / Math.sin(a) + (j % 3 === 0 ? 0.16 : j % 3 === 1 ? -0.1 : 0)
          : 1 - 0.36 * smoothstep(0.2, 0.66, n[1])
        // A cornea in front; the sides, which nobody sees, shrink so that closing lids clear them.
        const bulge = (a < edge ? 1 + 0.03 * (1 - (a / edge) ** 2) : 1 - 0.16 * smoothstep(0.8, 1.5, a)) * 0.96
        const look: Look = { colour, kind: 'eye', roughness: a < edge + 0.05 ? 0.06 : 0.2 }
        return context.add(
          {
            p: [centre[0] + n[0] * r * bulge, centre[1] + n[1] * r * bulge, centre[2] + n[2] * r * bulge],
            zone: 'fixed',
            loop: 0,
            angle: 0,
          },
          look,
          { normal: n, binding, tint: tint * lit },
        )
      }),
    )
    for (let i = 0; i + 1 < grid.length; i++)
      for (let j = 0; j < columns; j++) {
        const k = (j + 1) % columns
        builder.quad(grid[i]![j]!, grid[i + 1]![j]!, grid[i + 1]![k]!, grid[i]![k]!)
      }
  }
}

function irisColour(hex: string): Vec3 {
  const n = Number.parseInt(hex.slice(1), 16)
  const f = (v: number) => (v / 255) ** 2.2
  return [f((n >> 16) & 255) * 1.15, f((n >> 8) & 255) * 1.15, f(n & 255) * 1.15]
}

/** A raised band laid over the face along a path given in front view; buried edges, so that it grows out of the skin. */
export function surfaceStrip(
  context: HeadContext,
  o: {
    rows: number
    path: (t: number) => readonly [number, number]
    width: (t: number) => number
    lift: number
    look: Look
    sides: readonly (1 | -1)[]
    zone?: FacePoint['zone']
    clump?: number
    /** Lit as the skin it lies on, not as a ridge: for what is drawn on a face. */
    painted?: boolean
    /** Grown, not laid on: towards its edges and its ends it thins out into the skin. */
    thins?: boolean
  },
): void {
  const { builder } = context
  const [first, firstIndex] = [builder.count, builder.index.length]
  const across = [-1, -0.55, 0.1, 0.65, 1]
  const seed = random(`${personKey(context.spec)}/strip`)
  const jitter = Array.from({ length: o.rows + 1 }, () => seed.range(-1, 1) * (o.clump ?? 0))
  for (const side of o.sides) {
    const grid: number[][] = []
    for (let i = 0; i <= o.rows; i++) {
      const t = i / o.rows
      const [x, y] = o.path(t)
      const [x2, y2] = o.path(t + 0.01)
      const l = Math.hypot(x2 - x, y2 - y) || 1
      const nx = -(y2 - y) / l
      const ny = (x2 - x) / l
      const w = o.width(t)
      grid.push(
        across.map((s) => {
          const px = x + nx * s * w
          const py = y + ny * s * w
          const lift =
            o.lift * Math.sqrt(Math.max(0, 1 - s * s)) * (1 + jitter[i]!) * Math.min(1, w / (o.width(0.4) * 0.5 + 1e-6)) -
            (Math.abs(s) === 1 ? 0.005 : 0)
          const d = normalize([px - HEAD_CENTRE[0], py - HEAD_CENTRE[1], frontZ(py, px)])
          const p = context.surface([d[0], d[1], d[2]], lift)
          const thin = o.thins
            ? Math.max(Math.abs(s) === 1 ? 0.75 : Math.abs(s) > 0.5 ? 0.16 : 0, 0.5 * smoothstep(0.16, 0, t), 0.4 * smoothstep(0.8, 1, t))
            : 0
          const look = thin > 0 ? { ...o.look, colour: mix(o.look.colour, context.skin, thin) } : o.look
          const n = o.painted ? gradient(context.shape.field, p[0], p[1], p[2], 0.018) : undefined
          return context.add({ p: [side * p[0], p[1], p[2]], zone: o.zone ?? 'skin', loop: 0, angle: 0 }, look, {
            ...(n ? { normal: [side * n[0], n[1], n[2]] } : {}),
            grain: [t * 0.04, s * w * context.headM],
            tint: 0.86 + 0.14 * s,
          })
        }),
      )
    }
    for (let i = 0; i < o.rows; i++)
      for (let j = 0; j + 1 < across.length; j++) {
        const [a, b, c, d] = [grid[i]![j]!, grid[i + 1]![j]!, grid[i + 1]![j + 1]!, grid[i]![j + 1]!]
        if (side > 0) builder.quad(a, b, c, d)
        else builder.quad(a, d, c, b)
      }
  }
  builder.smoothNormals(first, firstIndex)
}
const frontZ = (y: number, x: number) => Math.sqrt(Math.max(0.02, 0.19 - x * x * 1.05 - (y > 0.1 ? (y - 0.1) ** 2 * 0.8 : 0)))

/** Brows with weight and an arch of their own. */
export function brows(context: HeadContext): void {
  const { spec, shape, hair } = context
  const light = (hair[0] + hair[1] + hair[2]) / 3
  const colour = mix(hair, [0.03, 0.022, 0.017], (light > 0.3 ? 0.55 : 0.4) * (1 - 0.75 * shape.old))
  const arch = 0.034 + 0.014 * shape.fem + 0.014 * shape.brow.arch
  const thick = 0.0205 * (1 - 0.34 * shape.fem) * (1 + 0.2 * spec.face.brow + 0.18 * shape.brow.thick) * (1 - 0.2 * shape.child)
  const base = 0.104 + 0.01 * shape.fem + 0.008 * shape.child - 0.006 * spec.face.brow
  surfaceStrip(context, {
    rows: context.detail === 'full' ? 9 : 6,
    path: (t) => [0.056 + 0.205 * t, base + arch * Math.sin(Math.PI * (0.14 + 0.74 * t)) - (0.006 + 0.012 * shape.brow.slant) * (t - 0.4)],
    width: (t) =>
      thick *
      (0.55 + 0.75 * Math.sin(Math.PI * Math.min(1, 0.25 + 0.62 * t))) *
      (0.5 + 0.5 * Math.min(1, t / 0.16)) *
      (t > 0.7 ? 1 - ((t - 0.7) / 0.3) * 0.72 : 1),
    lift: 0.013,
    look: { colour, kind: 'hair', roughness: 0.69 },
    sides: [1, -1],
    clump: 0.18,
    thins: true,
  })
}
