import { box, cylinder, ellipsoid, glowPaint, paint, rod, shade, sheet } from '../geometry'
import { BLACK, DARK_METAL, type PropBuilder, STEEL } from './prop-shape'

/** A wall of lit panels behind a news desk: a ground of one colour, a map of dots, bands across it. */
const videoWall: PropBuilder = (s) => {
  const { b, w, h, d, rnd } = s
  b.use(paint('#1f2226', 'plain', 0.5))
  box(b, [0, 0, 0], [w, h, d * 0.7], 0.02)
  const n = Math.max(3, Math.round(w / 1.2))
  for (let i = 0; i < n; i++) {
    b.use(shade(s.main('#2f5f8a', 'plain', 0.35), i % 2 ? 1.15 : 0.95))
    box(b, [((i + 0.5) / n - 0.5) * (w - 0.06), 0.05, d * 0.36], [w / n - 0.035, h - 0.1, 0.02], 0.004)
  }
  // The world as dots, land in three patches.
  b.use(paint('#c3d3de', 'plain', 0.4))
  for (const [cx, cy, rx, ry] of [
    [-0.3, 0.62, 0.13, 0.2],
    [-0.2, 0.36, 0.06, 0.16],
    [0.02, 0.64, 0.1, 0.14],
    [0.04, 0.42, 0.07, 0.16],
    [0.26, 0.64, 0.17, 0.18],
    [0.36, 0.34, 0.06, 0.08],
  ] as const)
    for (let i = 0; i < 26; i++) {
      const [a, r] = [rnd.range(0, 6.28), Math.sqrt(rnd.next())]
      const x = Math.round((cx + Math.cos(a) * r * rx) * 60) / 60
      const y = Math.round((cy + Math.sin(a) * r * ry) * 26) / 26
      box(b, [x * w, y * h, d * 0.36 + 0.012], [0.055, 0.055, 0.012])
    }
  b.use(glowPaint('#d6dbe0'))
  box(b, [0, h * 0.1, d * 0.36 + 0.012], [w * 0.96, 0.03, 0.012])
  b.use(paint('#2a2d31', 'plain', 0.4))
  box(b, [0, 0, d * 0.3], [w + 0.1, 0.08, d * 0.5], 0.02)
  b.use(STEEL)
  for (const x of [-1, 1]) box(b, [x * (w / 2 + 0.02), 0, 0], [0.06, h + 0.06, d * 0.8], 0.012)
}

/** A desk for two who read the news, bowed towards the camera (+z), with a band of light under its top. */
const newsDesk: PropBuilder = (s) => {
  const { b, w, h, d } = s
  const bow = (u: number) => d * (0.5 - 0.36 * (2 * u - 1) ** 2)
  const front = (y0: number, y1: number, inset: number, p: ReturnType<typeof paint>) => {
    b.use(p)
    sheet(b, 20, 1, (u, v) => [(u - 0.5) * (w - 2 * inset), y0 + v * (y1 - y0), bow(u) - inset], {
      uv: (_, u, v) => [u * w, v * (y1 - y0)],
      both: true,
    })
  }
  front(0.04, h - 0.12, 0.14, s.accent('#2f5f8a', 'plain', 0.3))
  front(0.06, 0.12, 0.13, STEEL)
  front(h - 0.12, h - 0.06, 0.12, glowPaint('#cfdbe6'))
  b.use(s.main('#d5d3cc', 'plain', 0.25))
  const n = 20
  for (let i = 0; i < n; i++) {
    const u = (i + 0.5) / n
    const [from, to] = [-d / 2, bow(u)]
    box(b, [(u - 0.5) * w, h - 0.06, (from + to) / 2], [w / n + 0.001, 0.06, to - from])
  }
  b.use(shade(paint('#d5d3cc', 'plain', 0.4), 0.5))
  for (const x of [-1, 1]) box(b, [x * (w / 2 - 0.3), 0, -0.12], [0.06, h - 0.06, d * 0.5], 0.01)
}

/** A studio camera on its pedestal, looking to +z: hood and half-mirror of the prompter, lens, viewfinder and pan bars behind. */
const studioCamera: PropBuilder = (s) => {
  const { b, w, h, d } = s
  b.use(DARK_METAL)
  for (let i = 0; i < 3; i++)
    b.at(
      [0, 0, 0],
      () => {
        box(b, [0, 0.06, w * 0.22], [0.16, 0.1, w * 0.42], 0.03)
        rod(b, [-0.03, 0.06, w * 0.4], [0.03, 0.06, w * 0.4], 0.06, { sides: 14 })
      },
      (i * Math.PI * 2) / 3,
    )
  b.use(s.main('#5b6065', 'metal', 0.4, 0.5))
  cylinder(b, [0, 0.1, 0], 0.12, h * 0.36, { sides: 20, bevel: 0.02 })
  b.use(STEEL)
  cylinder(b, [0, 0.1 + h * 0.36, 0], 0.07, h * 0.2, { sides: 16 })
  // The wheel that steers it.
  b.use(BLACK)
  for (let i = 0; i < 18; i++) {
    const [a, c] = [(i * Math.PI) / 9, ((i + 1) * Math.PI) / 9]
    const r = w * 0.32
    rod(b, [Math.cos(a) * r, h * 0.48, Math.sin(a) * r], [Math.cos(c) * r, h * 0.48, Math.sin(c) * r], 0.016, { sides: 6 })
  }
  const y = h * 0.74
  b.use(paint('#2c2f33', 'plain', 0.45))
  box(b, [0, y - 0.06, 0], [0.26, 0.06, 0.34], 0.02)
  box(b, [0, y, -0.06], [0.24, 0.28, 0.52], 0.04)
  b.use(paint('#8f9499', 'plain', 0.4))
  box(b, [0.122, y + 0.06, -0.06], [0.006, 0.1, 0.3])
  b.use(BLACK)
  rod(b, [0, y + 0.14, 0.2], [0, y + 0.14, d / 2 - 0.28], 0.085, { sides: 18 })
  box(b, [0, y - 0.02, d / 2 - 0.17], [0.42, 0.34, 0.3], 0.02)
  b.use(paint('#6f828c', 'plain', 0.08))
  b.at([0, y + 0.02, d / 2 - 0.04], () => box(b, [0, 0, 0], [0.36, 0.27, 0.01]), 0, -0.5)
  b.use(BLACK)
  box(b, [0, y + 0.32, -0.2], [0.26, 0.2, 0.16], 0.02)
  for (const x of [-1, 1]) rod(b, [x * 0.12, y + 0.02, -0.26], [x * 0.24, y - 0.14, -d / 2 + 0.06], 0.014)
  b.use(paint('#c83a2a', 'plain', 0.3))
  box(b, [0, y + 0.32, 0.06], [0.08, 0.05, 0.05], 0.01)
}

/** A monitor on a rolling stand, its picture to +z. */
const floorMonitor: PropBuilder = (s) => {
  const { b, w, h, d } = s
  b.use(DARK_METAL)
  for (const x of [-1, 1]) {
    box(b, [x * w * 0.36, 0.05, 0], [0.05, 0.04, d], 0.01)
    rod(b, [x * w * 0.34, 0.08, 0], [x * w * 0.12, h * 0.56, 0], 0.02)
  }
  b.use(BLACK)
  box(b, [0, h * 0.54, 0], [w, h * 0.46, 0.1], 0.02)
  b.use(glowPaint('#4a6f90'))
  box(b, [0, h * 0.57, 0.052], [w - 0.08, h * 0.39, 0.006])
  b.use(glowPaint('#c9a98c'))
  b.at([0, h * 0.76, 0.056], () => ellipsoid(b, [0, 0, 0], [0.08, 0.11, 0.003], 14, 8))
  b.use(glowPaint('#2c3440'))
  b.at([0, h * 0.6, 0.056], () => ellipsoid(b, [0, 0.02, 0], [0.2, 0.1, 0.003], 14, 8))
}

/** A case of laminate with ball corners and butterfly catches, on castors. */
const flightCase: PropBuilder = (s) => {
  const { b, w, h, d } = s
  b.use(s.main('#2d3033', 'plain', 0.5))
  box(b, [0, 0.1, 0], [w - 0.02, h - 0.1, d - 0.02], 0.006)
  b.use(STEEL)
  for (const y of [0.1, h * 0.72, h - 0.03]) box(b, [0, y, 0], [w, 0.03, d], 0.006)
  for (const x of [-1, 1]) for (const z of [-1, 1]) box(b, [x * (w / 2 - 0.015), 0.1, z * (d / 2 - 0.015)], [0.03, h - 0.1, 0.03], 0.006)
  for (const x of [-0.28, 0.28]) box(b, [x * w, h * 0.64, d / 2], [0.1, 0.12, 0.02], 0.006)
  b.use(BLACK)
  for (const x of [-1, 1]) for (const z of [-1, 1]) ellipsoid(b, [x * w * 0.38, 0.05, z * d * 0.34], [0.03, 0.05, 0.05], 10, 6)
}

/** The lit sign over a studio's door. */
const onAirSign: PropBuilder = (s) => {
  const { b, w, h, d } = s
  b.use(BLACK)
  box(b, [0, 0, 0], [w, h, d * 0.8], 0.015)
  b.use(glowPaint('#a8322a'))
  box(b, [0, 0.025, d * 0.36], [w - 0.05, h - 0.05, 0.02], 0.006)
  b.use(paint('#f0e6d6', 'plain'))
  // ON AIR in bars.
  const letter = (x: number, bars: readonly (readonly [number, number, number, number])[]) => {
    for (const [bx, by, bw, bh] of bars)
      box(b, [x + bx * 0.06, h * 0.26 + by * h * 0.48, d * 0.36 + 0.014], [bw * 0.06, bh * h * 0.48, 0.006])
  }
  const [left, right] = [-0.4, 0.4]
  const O = [
    [left, 0, 0.2, 1],
    [right, 0, 0.2, 1],
    [0, 0, 0.8, 0.16],
    [0, 0.84, 0.8, 0.16],
  ] as const
  const N = [
    [left, 0, 0.2, 1],
    [right, 0, 0.2, 1],
    [0, 0.3, 0.24, 0.45],
  ] as const
  const A = [
    [left, 0, 0.2, 1],
    [right, 0, 0.2, 1],
    [0, 0.84, 0.8, 0.16],
    [0, 0.42, 0.8, 0.14],
  ] as const
  const I = [[0, 0, 0.22, 1]] as const
  const R = [
    [left, 0, 0.2, 1],
    [0, 0.84, 0.8, 0.16],
    [0, 0.42, 0.8, 0.14],
    [right, 0.5, 0.2, 0.4],
    [right * 0.8, 0, 0.2, 0.42],
  ] as const
  ;[O, N, undefined, A, I, R].forEach((bars, i) => {
    if (bars) letter((i - 2.5) * 0.088, bars)
  })
}

/** Builders of what television studios have. */
export const TELEVISION_THINGS: Readonly<Record<string, PropBuilder>> = {
  'video-wall': videoWall,
  'news-desk': newsDesk,
  'studio-camera': studioCamera,
  'floor-monitor': floorMonitor,
  'flight-case': flightCase,
  'on-air-sign': onAirSign,
}
