import type { Vec3 } from '../../film'
import { lathe, paint, shade } from '../geometry'
import { fbm2 } from '../sets/noise'
import { lump } from './nature'
import type { PropBuilder } from './prop-shape'

/** Half the width of the cave's mouth, and its height: in the middle of the side towards +z, metres. */
const MOUTH = { half: 1.65, high: 2.5 } as const

/** Rock all round a room of the given size, from its floor to its roof, open towards +z. */
const caveVault: PropBuilder = (s) => {
  const { b, w, h, d } = s
  const rock = s.main('#6f6a62', 'plaster', 0.95)
  const k = s.rnd.range(0, 90)
  const [columns, rows] = [88, 24]
  const point = (u: number, v: number): Vec3 => {
    const a = u * Math.PI * 2
    const [c, q] = [Math.cos(a), Math.sin(a)]
    const out = (Math.abs((2 * c) / w) ** 4 + Math.abs((2 * q) / d) ** 4) ** -0.25
    const wall = Math.min(1, v / 0.6)
    const dome = Math.max(0, (v - 0.6) / 0.4)
    const reach = Math.cos((dome * Math.PI) / 2)
    const y = h * (0.6 * wall + 0.38 * Math.sin((dome * Math.PI) / 2))
    const [x, z] = [c * out * reach, q * out * reach]
    const layers = 0.5 + 0.5 * Math.sin(y * 5.5 + 2.2 * fbm2(x * 0.5 + k, z * 0.5))
    const bulge = 0.5 + fbm2(x * 0.42 + y * 0.6 + k, z * 0.42 - y * 0.35)
    const grain = fbm2(x * 1.7 + y * 2.1, z * 1.7 + y * 1.3 + k)
    const inward = 0.1 + Math.min(1, 0.25 + y / 1.6) * (0.75 * Math.max(0, bulge) + 0.16 * layers + 0.2 * grain)
    const l = Math.max(0.4, Math.hypot(x, z))
    return [
      x - (x / l) * inward * reach,
      Math.max(0, y - dome * 0.5 * Math.max(0, bulge) + 0.2 * dome * grain),
      z - (z / l) * inward * reach,
    ]
  }
  b.use(rock).begin()
  const keep = b.variation
  b.variation = 0
  const arch = (x: number) => MOUTH.high - 0.9 * (x / MOUTH.half) ** 2
  const inMouth = (p: Vec3) => p[2] > d * 0.22 && Math.abs(p[0]) < MOUTH.half && p[1] < arch(p[0])
  // What is in the mouth is drawn to its nearest edge, so that the edge is no stair.
  const drawn = (p: Vec3): Vec3 => {
    if (!inMouth(p)) return p
    const [aside, above] = [MOUTH.half - Math.abs(p[0]), arch(p[0]) - p[1]]
    return aside < above ? [Math.sign(p[0] || 1) * MOUTH.half, p[1], p[2]] : [p[0], arch(p[0]), p[2]]
  }
  const made = Array.from({ length: rows + 1 }, (_, j) => Array.from({ length: columns }, (_, i) => point(i / columns, j / rows)))
  const at = made.map((row) => row.map(drawn))
  const ids = at.map((row, j) =>
    Array.from({ length: columns + 1 }, (_, i) => {
      const p = row[i % columns]!
      const [a, c] = [row[(i + 1) % columns]!, row[(i + columns - 1) % columns]!]
      const [f, g] = [at[Math.min(rows, j + 1)]![i % columns]!, at[Math.max(0, j - 1)]![i % columns]!]
      const du: Vec3 = [a[0] - c[0], a[1] - c[1], a[2] - c[2]]
      const dv: Vec3 = [f[0] - g[0], f[1] - g[1], f[2] - g[2]]
      const n: Vec3 = [du[1] * dv[2] - du[2] * dv[1], du[2] * dv[0] - du[0] * dv[2], du[0] * dv[1] - du[1] * dv[0]]
      const damp = 0.62 + 0.38 * Math.min(1, p[1] / 0.9)
      const tone = damp * (1 + 0.5 * fbm2(p[0] * 1.1 + p[1], p[2] * 1.1))
      return b.vertex(p, n[0] || n[1] || n[2] ? n : [0, -1, 0], (i / columns) * (w + d) * 2, p[1], tone)
    }),
  )
  for (let j = 0; j < rows; j++)
    for (let i = 0; i < columns; i++) {
      const k = (i + 1) % columns
      if ([made[j]![i]!, made[j]![k]!, made[j + 1]![k]!, made[j + 1]![i]!].every(inMouth)) continue
      b.face(ids[j]![i]!, ids[j]![i + 1]!, ids[j + 1]![i + 1]!, ids[j + 1]![i]!)
    }
  b.variation = keep
}

/** The mouth of a cave from without: half its width and its height, as shares of the face of rock; how far in it is drawn, metres. */
const OUTER_MOUTH = { half: 0.088, high: 0.32, inM: 5 } as const

/** A face of rock that leans back to its ragged top, the mouth of a cave in its middle, towards +z. */
const caveFront: PropBuilder = (s) => {
  const { b, w, h, d } = s
  const rock = s.main('#7d776c', 'stone', 0.95)
  const k = s.rnd.range(0, 90)
  const [columns, rows] = [112, 46]
  const half = OUTER_MOUTH.half * w
  const high = OUTER_MOUTH.high * h
  const top = (x: number) => h * (0.62 + 0.2 * fbm2(x * 0.2 + k, 3) + 0.18 * Math.cos((x / w) * Math.PI * 1.3))
  /** Below 1 inside the mouth. */
  const within = (x: number, y: number) =>
    Math.hypot(x / (half * (1 + 0.16 * fbm2(y + k, 9))), Math.max(0, y) / (high * (1 + 0.14 * fbm2(x + k, 4))))
  const point = (u: number, v: number): { at: Vec3; tone: number } => {
    const x = (u - 0.5) * w
    const y = v * top(x) - 0.1
    const layers = Math.abs(((y * 0.8 + 0.9 * fbm2(x * 0.18 + k, y * 0.1)) % 1) - 0.5)
    const crags = 1.7 * fbm2(x * 0.22 + k, y * 0.3) + 0.75 * fbm2(x * 0.7, y * 0.9 + k) + 0.26 * fbm2(x * 2.1 + k, y * 2.4)
    const sides = (Math.abs(x) / (w / 2)) ** 3 * d * 0.5
    const face = d * 0.2 - v * v * d * 0.4 - sides + crags + layers * 0.5
    const m = within(x, y)
    const inside = Math.min(1, Math.max(0, (1.08 - m) / 0.2))
    const lip = Math.max(0, 1 - Math.abs(m - 1.15) / 0.4) * 0.35
    const tone = (0.66 + 0.34 * Math.min(1, y / 1.2)) * (1 + 0.5 * fbm2(x * 0.9 + y, y * 0.9))
    return { at: [x, y, face + lip - inside * OUTER_MOUTH.inM], tone: tone * (1 - 0.93 * inside) }
  }
  b.use(rock).begin()
  const keep = b.variation
  b.variation = 0
  const at = Array.from({ length: rows + 1 }, (_, j) => Array.from({ length: columns + 1 }, (_, i) => point(i / columns, j / rows)))
  const ids = at.map((row, j) =>
    row.map(({ at: p, tone }, i) => {
      const [a, c] = [row[Math.min(columns, i + 1)]!.at, row[Math.max(0, i - 1)]!.at]
      const [f, g] = [at[Math.min(rows, j + 1)]![i]!.at, at[Math.max(0, j - 1)]![i]!.at]
      const du: Vec3 = [a[0] - c[0], a[1] - c[1], a[2] - c[2]]
      const dv: Vec3 = [f[0] - g[0], f[1] - g[1], f[2] - g[2]]
      const n: Vec3 = [du[1] * dv[2] - du[2] * dv[1], du[2] * dv[0] - du[0] * dv[2], du[0] * dv[1] - du[1] * dv[0]]
      return b.vertex(p, n, p[0], p[1], tone)
    }),
  )
  for (let j = 0; j < rows; j++)
    for (let i = 0; i < columns; i++) b.face(ids[j]![i]!, ids[j]![i + 1]!, ids[j + 1]![i + 1]!, ids[j + 1]![i]!)
  b.variation = keep
  // Over the edge the hill goes on.
  b.use(paint('#646846', 'grass')).begin()
  const crest = at[rows]!.map(({ at: p }) => p)
  const back = crest.map(
    (p) =>
      [b.vertex([p[0], p[1], p[2]], [0, 1, 0.2], p[0], p[2]), b.vertex([p[0], p[1] * 0.72, -d / 2 - 6], [0, 1, -0.3], p[0], -d)] as const,
  )
  for (let i = 0; i < columns; i++) b.face(back[i]![0], back[i + 1]![0], back[i + 1]![1], back[i]![1])
}

/** A cone of dripstone from the roof: its point down. */
const stalactite: PropBuilder = (s) => {
  const { b, w, h } = s
  b.use(s.main('#857d70', 'concrete'))
  const bend = s.rnd.range(0.85, 1.1)
  lathe(
    b,
    [0, 0, 0],
    [
      [0.012, 0],
      [w * 0.1, h * 0.25],
      [w * 0.2 * bend, h * 0.55],
      [w * 0.34, h * 0.82],
      [w * 0.5, h],
    ],
    9,
    s.rnd.range(0.8, 1.1),
  )
}

/** A cone of dripstone that stands. */
const stalagmite: PropBuilder = (s) => {
  const { b, w, h } = s
  b.use(s.main('#857d70', 'concrete'))
  lathe(
    b,
    [0, 0, 0],
    [
      [w * 0.5, 0],
      [w * 0.38, h * 0.1],
      [w * 0.24, h * 0.5],
      [w * 0.16, h * 0.85],
      [0.02, h],
    ],
    9,
    s.rnd.range(0.8, 1.1),
  )
}

/** Broken rock and pebbles on a floor. */
const scree: PropBuilder = (s) => {
  const { w, d, h, rnd } = s
  for (let i = 0; i < 16; i++) {
    const r = rnd.range(0.05, 0.13)
    s.b.use(shade(s.main('#77716a', 'concrete'), rnd.range(0.75, 1.2)))
    lump(s, [rnd.range(-0.46, 0.46) * w, r * 0.3, rnd.range(-0.46, 0.46) * d], [r, Math.min(h, r * 0.8), r], 6, 4)
  }
}

/** Builders by catalogue id. */
export const CAVE_THINGS: Readonly<Record<string, PropBuilder>> = {
  'cave-vault': caveVault,
  'cave-front': caveFront,
  stalactite,
  stalagmite,
  scree,
}
