import { type Garment, smoothstep, type Vec3 } from '../../film'
import type { Over } from './accessories'
import { clothLook, trimLook } from './cloth'
import { byAzimuth, headCap } from './head-cap'
import { chart } from './head-chart'
import type { Binding, Look } from './mesh-builder'
import { tube } from './tube'

const RAD = Math.PI / 180

/** Hats, caps, scarves and helmets, shaped on the head they sit on. */
export function headwear(o: Over, g: Garment): void {
  const { b, context, body, detail } = o
  const full = detail === 'full'
  const look = clothLook(g)
  const trim = trimLook(g)
  const m = context.headM
  const bind = () => context.headBone
  const columns = full ? 44 : 26
  switch (g.kind) {
    case 'beanie': {
      headCap(b, context, body, {
        columns,
        rows: full ? 11 : 8,
        look,
        pole: [0, 0.95, -0.31],
        edge: byAzimuth([
          [0, 74 * RAD],
          [90, 82 * RAD],
          [180, 98 * RAD],
        ]),
        lift: (_, s) => 0.05 + 0.05 * (1 - s) ** 1.5 + (s > 0.74 ? 0.024 : 0),
        tint: (phi, s) => (s > 0.74 ? 0.86 + 0.12 * Math.sin(phi * 42) : 0.9 + 0.1 * Math.sin(phi * 30)),
        bind,
        lip: 0.05,
      })
      break
    }
    case 'cap':
    case 'helmet': {
      const hard = g.kind === 'helmet'
      const pole: Vec3 = [0, 0.95, -0.31]
      const edge = byAzimuth(
        hard
          ? [
              [0, 72 * RAD],
              [70, 90 * RAD],
              [110, 94 * RAD],
              [180, 112 * RAD],
            ]
          : [
              [0, 70 * RAD],
              [90, 78 * RAD],
              [180, 92 * RAD],
            ],
      )
      headCap(b, context, body, {
        columns,
        rows: full ? 10 : 7,
        look: hard ? { ...look, roughness: 0.32, kind: 'plastic' } : look,
        pole,
        edge,
        lift: (_, s) => (hard ? 0.1 + 0.02 * s : 0.055 + 0.03 * Math.sin(s * Math.PI) + (s > 0.8 ? -0.006 : 0)),
        band: (s) => (s > 0.82 ? trim : undefined),
        bind,
        lip: 0.04,
      })
      // The peak grows out of the edge itself.
      const root = (phi: number) => context.surface(chart(pole).at(phi, edge(phi) - 1.5 * RAD), hard ? 0.11 : 0.05)
      visor(o, hard ? look : trim, { root, reach: hard ? 0.09 : 0.24, drop: hard ? 0.05 : 0.09, width: hard ? 0.85 : 0.95 })
      break
    }
    case 'straw-hat':
    case 'brim-hat': {
      const straw = g.kind === 'straw-hat'
      const band: Look = straw
        ? { ...trim, colour: [0.2, 0.07, 0.04] }
        : { ...trim, colour: [trim.colour[0] * 0.5, trim.colour[1] * 0.5, trim.colour[2] * 0.5] }
      const start = b.count
      const startIndex = b.index.length
      // Crown and brim by revolution: radius, height, look.
      const brim = straw ? 0.36 : 0.24
      const rings: readonly (readonly [number, number, Look])[] = [
        [0.01, straw ? 0.28 : 0.27, look],
        [0.14, straw ? 0.285 : 0.262, look],
        [0.27, straw ? 0.265 : 0.285, look],
        [0.325, straw ? 0.22 : 0.25, look],
        [0.365, 0.1, look],
        [0.372, 0.085, band],
        [0.385, 0.025, band],
        [0.387, 0.01, look],
        [0.41, -0.006, look],
        [0.41 + brim * 0.5, straw ? -0.03 : -0.012, look],
        [0.41 + brim, straw ? -0.075 : 0.004, look],
        [0.41 + brim, straw ? -0.092 : -0.012, look],
        [0.41 + brim * 0.5, straw ? -0.05 : -0.03, look],
        [0.38, -0.03, look],
      ]
      const grid = rings.map(([r, y, l], i) =>
        Array.from({ length: columns }, (_, j) => {
          const a = (j / columns) * Math.PI * 2
          const s = Math.sin(a)
          const c = Math.cos(a)
          const pinch = !straw && i > 0 && i < 4 ? 1 - 0.26 * Math.abs(s) ** 2 * (c > -0.3 ? 1 : 0.5) : 1
          const wave = i >= 9 ? (straw ? 0.018 * Math.sin(a * 3 + 1) : 0.05 * s * s - 0.03 * c) : 0
          const tall = 1.16 * r
          const p: Vec3 = [s * r * 0.98 * pinch, 0.285 + y + wave - 0.02 * c * (r > 0.38 ? 1 : 0.6), -0.03 + c * tall * (i < 8 ? 1 : 0.98)]
          return b.vertex(
            context.toWorld(p),
            [0, 0, 0],
            l,
            context.headBone,
            [a * 0.06, (r + y) * m],
            i > 10 ? 0.6 : straw ? 0.9 + 0.1 * ((i + j) % 2) : 1,
          )
        }),
      )
      for (let i = 0; i + 1 < grid.length; i++)
        for (let j = 0; j < columns; j++) {
          const k = (j + 1) % columns
          b.quad(grid[i]![j]!, grid[i + 1]![j]!, grid[i + 1]![k]!, grid[i]![k]!)
        }
      b.smoothNormals(start, startIndex)
      break
    }
    case 'headscarf': {
      const bindScarf = (p: Vec3): Binding => {
        const y = (p[1] - context.toWorld([0, 0, 0])[1]) / m
        const t = smoothstep(-0.45, -0.8, y)
        return t <= 0
          ? context.headBone
          : [...context.headBone.map(([i, w]) => [i, w * (1 - t)] as const), ...o.weights.trunk(p).map(([i, w]) => [i, w * t] as const)]
      }
      const fold = (phi: number) => Math.abs(Math.sin(phi * 7 + 0.6 * Math.sin(phi * 3)))
      headCap(b, context, body, {
        columns: full ? 56 : 32,
        rows: full ? 14 : 9,
        look,
        pole: [0, 0.86, -0.5],
        edge: byAzimuth([
          [0, 68 * RAD],
          [30, 74 * RAD],
          [55, 100 * RAD],
          [80, 120 * RAD],
          [110, 126 * RAD],
          [180, 128 * RAD],
        ]),
        lift: (phi, s) =>
          0.05 + 0.03 * Math.sin(s * Math.PI) - 0.018 * smoothstep(0.7, 1, s) + 0.014 * (fold(phi) - 0.5) * smoothstep(0.2, 0.7, s),
        fall: byAzimuth([
          [0, 0],
          [50, 0.0],
          [74, 0.2],
          [100, 0.36],
          [180, 0.44],
        ]),
        // Both ends gather under the chin and go into the wrap.
        drift: (phi, s) => {
          const k = (Math.abs(phi) < 1.75 ? -0.16 : -0.02) * s
          return [Math.sin(phi) * k + 0.01 * (fold(phi) - 0.5), 0, Math.cos(phi) * k + (Math.abs(phi) < 1.75 ? 0.04 * s : 0)]
        },
        tint: (phi, s) => 0.84 + 0.16 * fold(phi) - (s < 0.1 ? 0.02 : 0),
        bind: bindScarf,
        lip: 0.014,
        lipTint: 0.6,
      })
      // The wrap under the chin.
      const neck = body.pose.at('neck')
      const n = full ? 24 : 14
      for (const [y, r, k] of [
        [0.052, 0.03, 1.1],
        [0.03, 0.036, 1.28],
        [0.006, 0.036, 1.5],
      ] as const) {
        tube(b, {
          path: Array.from({ length: n }, (_, i): Vec3 => {
            const a = (i / n) * Math.PI * 2
            const w = body.neckRadius * k
            return [
              Math.sin(a) * w,
              neck[1] + (y - 0.014 * Math.cos(a) + 0.003 * Math.sin(a * 2 + y * 90)) * body.h,
              neck[2] + Math.cos(a) * w + 0.006,
            ]
          }),
          closed: true,
          radius: () => [r * 0.62 * body.h, 0.0125 * body.h],
          sides: full ? 8 : 6,
          look,
          across: [0, 1, 0],
          bind: (p) => o.weights.trunk(p),
          tint: (_, a) => 0.88 + 0.12 * Math.sin(a * 2),
        })
      }
      break
    }
    default:
      break
  }
}

/** The peak of a cap from its `root` on the cap's edge, by azimuth up to `width` on both sides; lengths in heads. */
function visor(
  o: Over,
  look: Look,
  { root, reach, drop, width }: { root: (phi: number) => Vec3; reach: number; drop: number; width: number },
): void {
  const { b, context } = o
  const n = 12
  const start = b.count
  const startIndex = b.index.length
  const rows = [0, 0.5, 1].map((t) =>
    Array.from({ length: n + 1 }, (_, i) => {
      const a = ((i / n) * 2 - 1) * width
      const base = root(a)
      const out = reach * t * Math.cos((a / width) * 1.4)
      const p: Vec3 = [base[0] * (1 + 0.12 * t), base[1] - drop * t * t - 0.03 * t * Math.abs(a), base[2] + out]
      return [
        b.vertex(context.toWorld(p), [0, 0, 0], look, context.headBone),
        b.vertex(context.toWorld([p[0], p[1] - 0.02, p[2] - 0.004]), [0, 0, 0], look, context.headBone, [0, 0], 0.6),
      ] as const
    }),
  )
  for (let r = 0; r < 2; r++)
    for (let i = 0; i < n; i++) {
      const [a, c, d, e] = [rows[r]![i]!, rows[r]![i + 1]!, rows[r + 1]![i + 1]!, rows[r + 1]![i]!]
      b.quad(a[0], e[0], d[0], c[0])
      b.quad(a[1], c[1], d[1], e[1])
    }
  for (let i = 0; i < n; i++) {
    const [a, c] = [rows[2]![i]!, rows[2]![i + 1]!]
    b.quad(a[0], a[1], c[1], c[0])
  }
  b.smoothNormals(start, startIndex)
}
