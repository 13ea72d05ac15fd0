import { clamp, smoothstep, type Vec3 } from '../../film'
import { ellipsoid, paint, shade } from '../geometry'
import { fbm2 } from '../sets/noise'
import { lump } from './nature'
import type { PropBuilder } from './prop-shape'

/** How wide the water is where it goes over the edge, of the width of the face. */
const LIP = 0.1

/** A face of rock towards +z with a fall over the middle of it: two leaps with a ledge between them, spray at the foot, green on top. */
const waterfall: PropBuilder = (s) => {
  const { b, w, h, d, rnd } = s
  const rock = s.main('#6f6e69', 'stone', 0.95)
  const k = rnd.range(0, 90)
  const [columns, rows] = [120, 52]
  const half = w * LIP
  const brink = h * 0.8
  const top = (x: number) => {
    const dip = 1 - smoothstep(half * 0.8, half * 2.2, Math.abs(x))
    return dip * brink + (1 - dip) * h * (0.8 + 0.14 * fbm2(x * 0.21 + k, 3) + 0.1 * Math.sin(Math.abs(x) * 0.3 + k))
  }
  /** How far a point of the face is towards +z. */
  const face = (x: number, y: number): number => {
    const crags = 1.5 * fbm2(x * 0.22 + k, y * 0.3) + 0.7 * fbm2(x * 0.7, y * 0.9 + k) + 0.24 * fbm2(x * 2.1 + k, y * 2.4)
    const layers = Math.abs(((y * 0.7 + 0.8 * fbm2(x * 0.18 + k, y * 0.1)) % 1) - 0.5)
    // A bowl about the fall, sides that come forward.
    const bowl = 2.1 * smoothstep(half, w * 0.36, Math.abs(x))
    const ledge = Math.abs(x) < half * 1.7 && y < h * 0.36 ? 0.9 : 0
    const v = y / h
    return -d * 0.14 - v * v * d * 0.26 + crags + layers * 0.45 + bowl + ledge
  }
  const grid = Array.from({ length: rows + 1 }, (_, j) =>
    Array.from({ length: columns + 1 }, (_, i): Vec3 => {
      const x = (i / columns - 0.5) * w
      const y = (j / rows) * top(x) - 0.1
      return [x, y, clamp(face(x, y), -d / 2, d / 2)]
    }),
  )
  const keep = b.variation
  b.variation = 0
  b.use(rock).begin()
  const moss = paint('#5d6a3a', 'grass').colour
  const ids = grid.map((row, j) =>
    row.map((p, i) => {
      const [a, c] = [row[Math.min(columns, i + 1)]!, row[Math.max(0, i - 1)]!]
      const [f, g] = [grid[Math.min(rows, j + 1)]![i]!, grid[Math.max(0, j - 1)]![i]!]
      const du: Vec3 = [a[0] - c[0], a[1] - c[1], a[2] - c[2]]
      const dv: Vec3 = [f[0] - g[0], f[1] - g[1], f[2] - g[2]]
      const n: Vec3 = [du[1] * dv[2] - du[2] * dv[1], du[2] * dv[0] - du[0] * dv[2], du[0] * dv[1] - du[1] * dv[0]]
      // Wet beside the water, mossy where it is flat.
      const wet = 1 - 0.4 * (1 - smoothstep(half * 0.6, half * 2.4, Math.abs(p[0])))
      const up = n[1] / Math.max(1e-6, Math.hypot(...n))
      const green = clamp((up - 0.1) * 1.6 + 0.7 * fbm2(p[0] * 0.5, p[1] * 0.5 + k), 0, 0.75)
      const colour = rock.colour.map((v, q) => v + (moss[q]! - v) * green) as unknown as Vec3
      return b.vertex(
        p,
        n,
        p[0],
        p[1],
        wet * (0.72 + 0.28 * Math.min(1, p[1] / 2)) * (1 + 0.4 * fbm2(p[0] * 0.9 + p[1], p[1] * 0.9)),
        colour,
      )
    }),
  )
  for (let j = 0; j < rows; j++)
    for (let i = 0; i < columns; i++) b.face(ids[j]![i]!, ids[j]![i + 1]!, ids[j + 1]![i + 1]!, ids[j + 1]![i]!)
  // Over the edge the wood goes on.
  b.use(paint('#56613a', 'grass')).begin()
  const crest = grid[rows]!.map(
    (p) => [b.vertex(p, [0, 1, 0.2], p[0], p[2]), b.vertex([p[0], p[1] + 0.5, -d / 2 - 7], [0, 1, -0.2], p[0], -d)] as const,
  )
  for (let i = 0; i < columns; i++) b.face(crest[i]![0], crest[i + 1]![0], crest[i + 1]![1], crest[i]![1])
  strands(s.b, { half, brink, ledge: h * 0.36, at: face, k })
  b.variation = keep
  for (let i = 0; i < 16; i++) {
    const x = rnd.range(-0.48, 0.48) * w
    if (Math.abs(x) < half * 1.8) continue
    b.use(shade(paint('#4c5c34', 'foliage'), rnd.range(0.8, 1.2)))
    const y = top(x) * (i % 3 ? 1 : rnd.range(0.3, 0.8))
    ellipsoid(b, [x, y, face(x, y) - (i % 3 ? 0.6 : 0)], [rnd.range(0.6, 1.4), rnd.range(0.4, 0.9), 0.8], 10, 7, 0.2)
  }
  for (const x of [-1.5, -0.7, 0.9, 1.6]) {
    b.use(shade(rock, 0.6))
    const z = face(x * half, 0.4) + 0.9
    lump(s, [x * half, 0.1, z], [rnd.range(0.5, 0.9), rnd.range(0.4, 0.8), 0.6])
  }
}

interface Fall {
  readonly half: number
  readonly brink: number
  readonly ledge: number
  readonly at: (x: number, y: number) => number
  readonly k: number
}

/** The water: threads that part and join on the way down, white where they break, a veil of spray at both feet. */
function strands(b: Parameters<PropBuilder>[0]['b'], { half, brink, ledge, at, k }: Fall): void {
  const keep = b.groundShade
  b.groundShade = 0
  const leap = (y0: number, y1: number, wide0: number, wide1: number, out: number) => {
    const [cols, rws] = [46, 34]
    b.use(paint('#c9d6d8', 'plain', 0.3)).begin()
    const row0 = Array.from({ length: rws + 1 }, (_, j) => {
      const t = j / rws
      const y = y0 + (y1 - y0) * t
      return Array.from({ length: cols + 1 }, (_, i) => {
        const u = i / cols - 0.5
        const x = u * 2 * (wide0 + (wide1 - wide0) * t) + 0.16 * fbm2(y * 0.6 + k, u * 5)
        const thread = fbm2(u * 17 + k, y * 0.22 + 2 * fbm2(u * 6, y * 0.4))
        const z = Math.max(at(0, y0) + 0.25 + out * Math.sqrt(t), at(x, y) + 0.08) + 0.12 * thread
        const white = clamp(0.5 + 0.75 * thread + 0.25 * t, 0, 1) * (1 - 0.35 * smoothstep(0.4, 0.5, Math.abs(u)))
        const colour: Vec3 = [0.2 + 0.5 * white, 0.29 + 0.45 * white, 0.32 + 0.44 * white]
        return b.vertex([x, y, z], [0.5 * thread, 0.15, 1], x, y, 1, colour)
      })
    })
    for (let j = 0; j < rws; j++)
      for (let i = 0; i < cols; i++) b.face(row0[j]![i]!, row0[j + 1]![i]!, row0[j + 1]![i + 1]!, row0[j]![i + 1]!)
  }
  leap(brink - 0.05, ledge + 0.1, half * 0.7, half * 0.95, 0.7)
  leap(ledge + 0.25, 0.02, half * 0.9, half * 1.35, 0.9)
  b.use(paint('#e3e9e8', 'plain', 0.9))
  for (let i = 0; i < 26; i++) {
    const x = (i / 25 - 0.5) * 2.6 * half
    const low = i % 2 === 0
    const y = low ? 0.3 : ledge + 0.15
    ellipsoid(b, [x * (low ? 1 : 0.7), y, at(x, y) + (low ? 1.1 : 0.7)], [0.42, 0.2 + 0.14 * Math.abs(fbm2(i, k)), 0.4], 9, 6, 0.3)
  }
  b.groundShade = keep
}

/** Still water in a ring of wet stones, pale with air towards −z where the fall comes down. */
const plungePool: PropBuilder = (s) => {
  const { b, w, h, d, rnd } = s
  const keep = { ground: b.groundShade, variation: b.variation }
  b.groundShade = 0
  b.variation = 0
  const deep = s.main('#3f6468', 'plain', 0.08)
  const edge = (a: number) => 0.9 + 0.1 * fbm2(Math.cos(a) * 2.2, Math.sin(a) * 2.2)
  const n = 56
  b.use(deep).begin()
  const rings = [0, 0.35, 0.6, 0.8, 0.92, 1]
  const ids = rings.map((r) =>
    Array.from({ length: n + 1 }, (_, i) => {
      const a = (i / n) * Math.PI * 2
      const [x, z] = [Math.cos(a) * r * edge(a) * (w / 2), Math.sin(a) * r * edge(a) * (d / 2)]
      const foam = clamp(1 - Math.hypot(x / (w * 0.24), (z + d * 0.46) / (d * 0.42)), 0, 1) * (0.75 + 0.5 * fbm2(x * 1.2, z * 1.2))
      const shallow = smoothstep(0.75, 1, r)
      const colour = deep.colour.map((v, q) => {
        const bed = v + ([0.24, 0.22, 0.15][q]! - v) * 0.5 * shallow
        return bed + (0.72 - bed) * clamp(foam, 0, 1)
      }) as unknown as Vec3
      return b.vertex([x, h * 0.5, z], [0.09 * fbm2(x * 0.8, z * 0.8), 1, 0.09 * fbm2(x * 0.8 + 9, z * 0.8)], x, z, 1, colour)
    }),
  )
  for (let j = 0; j < rings.length - 1; j++)
    for (let i = 0; i < n; i++) b.face(ids[j]![i]!, ids[j]![i + 1]!, ids[j + 1]![i + 1]!, ids[j + 1]![i]!)
  b.groundShade = keep.ground
  b.variation = keep.variation
  for (let i = 0; i < 46; i++) {
    const a = (i / 46) * Math.PI * 2 + rnd.range(-0.06, 0.06)
    if (Math.sin(a) < -0.8) continue
    const r = rnd.range(0.18, 0.5)
    b.use(shade(paint('#66655f', 'stone'), rnd.range(0.6, 1)))
    const at: Vec3 = [Math.cos(a) * edge(a) * (w / 2 - 0.3), 0, Math.sin(a) * edge(a) * (d / 2 - 0.3)]
    b.at(at, () => ellipsoid(b, [0, 0.03, 0], [r, r * 0.38, r * 0.8], 9, 6, 0.16), rnd.range(0, 3))
  }
  // Two stones that stand out of it.
  for (const [x, z, r] of [
    [-0.24, 0.12, 0.5],
    [0.3, -0.1, 0.62],
  ] as const) {
    b.use(shade(paint('#66655f', 'stone'), 0.7))
    ellipsoid(b, [x * w, 0.1, z * d], [r, r * 0.4, r * 0.8], 12, 8, 0.16)
  }
}

/** Builders by catalogue id. */
export const FALLING_WATER: Readonly<Record<string, PropBuilder>> = { waterfall, 'plunge-pool': plungePool }
