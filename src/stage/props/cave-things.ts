import type { Vec3 } from '../../film'
import { lathe, shade } from '../geometry'
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
  const at = Array.from({ length: rows + 1 }, (_, j) => Array.from({ length: columns }, (_, i) => point(i / columns, j / rows)))
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
      const p = at[j]![i]!
      const arch = MOUTH.high - 0.9 * (p[0] / MOUTH.half) ** 2
      if (p[2] > d * 0.22 && Math.abs(p[0]) < MOUTH.half && p[1] < arch) continue
      b.face(ids[j]![i]!, ids[j]![i + 1]!, ids[j + 1]![i + 1]!, ids[j + 1]![i]!)
    }
  b.variation = keep
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
export const CAVE_THINGS: Readonly<Record<string, PropBuilder>> = { 'cave-vault': caveVault, stalactite, stalagmite, scree }
