import { BONES, lerp, smoothstep, type Vec3 } from '../../film'
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

/** A shirt collar: stand and two folded points. `size` 1 for a shirt, less for a uniform. */
export function collar(o: Over, look: Look, size: number): void {
  const { h, neckY, neckRadius } = o.body
  const neck = o.body.pose.at('neck')
  const n = o.detail === 'full' ? 26 : 16
  const start = o.b.count
  const startIndex = o.b.index.length
  const profile = [
    [1.1, -0.006],
    [1.1, 0.02],
    [1.16, 0.026],
    [1.24, 0.016],
    [1.42, -0.012],
    [1.38, -0.014],
    [1.2, 0.008],
  ] as const
  const grid = profile.map(([r, y], row) =>
    Array.from({ length: n + 1 }, (_, i) => {
      const gap = row >= 3 ? 0.17 : 0.09
      const a = gap + ((Math.PI * 2 - 2 * gap) * i) / n
      const c = Math.cos(a)
      const front = Math.max(0, c)
      // Points reach down in front.
      const fold = row === 4 || row === 5 ? -0.022 * front ** 3 * size : 0
      const k = neckRadius * (1.1 + (r - 1.1) * (row >= 4 ? size : 1))
      const p: Vec3 = [Math.sin(a) * k, neckY + (y * size - 0.014 * c + fold) * h, neck[2] + c * k * (row >= 4 ? 1 + 0.12 * front : 1)]
      return o.b.vertex(p, [0, 0, 0], look, o.weights.trunk(p), [a * 0.08, y * h], row === 6 || row === 0 ? 0.7 : 1)
    }),
  )
  for (let i = 0; i + 1 < grid.length; i++)
    for (let j = 0; j < n; j++) o.b.quad(grid[i]![j]!, grid[i + 1]![j]!, grid[i + 1]![j + 1]!, grid[i]![j + 1]!)
  // Seen from inside as well.
  for (let i = 0; i < 2; i++) for (let j = 0; j < n; j++) o.b.quad(grid[i]![j]!, grid[i]![j + 1]!, grid[i + 1]![j + 1]!, grid[i + 1]![j]!)
  o.b.smoothNormals(start, startIndex)
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

/** Lapels and edges along an open front: the outer columns of the coat's own net, folded back. */
export function lapels(o: Over, grid: readonly (readonly number[])[], look: Look, size: number): void {
  const { h } = o.body
  const b = o.b
  const point = (i: number): Vec3 => [b.positions[i * 3]!, b.positions[i * 3 + 1]!, b.positions[i * 3 + 2]!]
  const normal = (i: number): Vec3 => [b.normals[i * 3]!, b.normals[i * 3 + 1]!, b.normals[i * 3 + 2]!]
  const start = b.count
  const startIndex = b.index.length
  const button = o.body.waistY + (o.body.chestY - o.body.waistY) * 0.25
  // Cloth edges get a thickness below; above, the lapel goes round them.
  for (const left of [true, false]) {
    const edge = grid.map((row) => (left ? row[0]! : row[row.length - 1]!)).filter((i) => b.positions[i * 3 + 1]! < button + 0.012 * h)
    const inside = edge.map((i) => {
      const p = point(i)
      const n = normal(i)
      const q: Vec3 = [p[0] - n[0] * 0.008 * h, p[1] - n[1] * 0.008 * h, p[2] - n[2] * 0.008 * h]
      return b.vertex(q, [0, 0, 0], look, o.weights.body(q), [0, 0], 0.5)
    })
    for (let i = 0; i + 1 < edge.length; i++) {
      if (left) b.quad(edge[i]!, edge[i + 1]!, inside[i + 1]!, inside[i]!)
      else b.quad(edge[i + 1]!, edge[i]!, inside[i]!, inside[i + 1]!)
    }
  }
  for (const left of [true, false]) {
    const rows: number[][] = []
    for (const row of grid) {
      const at = (k: number) => (left ? row[Math.min(k, row.length - 1)]! : row[Math.max(0, row.length - 1 - k)]!)
      const e = point(at(0))
      const y = e[1]
      if (y < button - 0.002 * h) continue
      const t = (y - button) / (o.body.neckY - button)
      // Narrow at the button, widest below a notch, then the collar.
      const wide = size * 0.034 * h * smoothstep(-0.05, 0.62, t) * (t > 0.7 ? 0.72 + 0.28 * smoothstep(0.78, 1, t) : 1)
      const f = point(at(1))
      const g = point(at(2))
      const n = normal(at(1))
      const len1 = Math.hypot(f[0] - e[0], f[1] - e[1], f[2] - e[2]) || 1e-4
      const place = (d: number, lift: number): Vec3 => {
        const k = d / len1
        const base: Vec3 =
          k <= 1
            ? [lerp(e[0], f[0], k), lerp(e[1], f[1], k), lerp(e[2], f[2], k)]
            : [lerp(f[0], g[0], Math.min(1.6, k - 1)), lerp(f[1], g[1], Math.min(1.6, k - 1)), lerp(f[2], g[2], Math.min(1.6, k - 1))]
        return [base[0] + n[0] * lift, base[1] + n[1] * lift, base[2] + n[2] * lift]
      }
      const ps = [
        place(0, t > 0.85 ? -0.001 * h : -0.008 * h),
        place(0, t > 0.85 ? 0.003 * h : 0.005 * h),
        place(wide * 0.55, 0.0075 * h),
        place(wide, 0.0048 * h),
        place(wide * 1.02, 0),
      ]
      rows.push(ps.map((p, k) => b.vertex(p, [0, 0, 0], look, o.weights.body(p), [k * 0.01, y], k === 4 ? 0.45 : k === 3 ? 0.9 : 1)))
    }
    for (let i = 0; i + 1 < rows.length; i++)
      for (let k = 0; k < 4; k++) {
        const [a, c, d, e] = [rows[i]![k]!, rows[i]![k + 1]!, rows[i + 1]![k + 1]!, rows[i + 1]![k]!]
        if (left) b.quad(a, c, d, e)
        else b.quad(a, e, d, c)
      }
  }
  b.smoothNormals(start, startIndex)
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
