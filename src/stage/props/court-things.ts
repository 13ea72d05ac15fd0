import { box, cylinder, ellipsoid, lathe, type Paint, paint, rod, shade, sheet } from '../geometry'
import { BRASS, type PropBuilder, type PropShape } from './prop-shape'

/** A panelled wooden front over the width of a box: plinth, sunk panels between stiles, a rail on top. */
export function panelled(s: PropShape, wood: Paint, x0: number, x1: number, y0: number, y1: number, z: number, thick: number): void {
  const { b } = s
  const w = x1 - x0
  b.use(shade(wood, 0.8))
  box(b, [(x0 + x1) / 2, y0, z], [w, y1 - y0, thick * 0.6])
  b.use(wood)
  box(b, [(x0 + x1) / 2, y0, z], [w, 0.12, thick], 0.008)
  box(b, [(x0 + x1) / 2, y1 - 0.1, z], [w, 0.1, thick], 0.008)
  const n = Math.max(1, Math.round(w / 0.62))
  for (let i = 0; i <= n; i++) {
    const x = x0 + 0.035 + (i * (w - 0.07)) / n
    box(b, [x, y0 + 0.12, z], [0.07, y1 - y0 - 0.22, thick], 0.006)
  }
  b.use(shade(wood, 1.1))
  for (let i = 0; i < n; i++) {
    const x = x0 + 0.035 + ((i + 0.5) * (w - 0.07)) / n
    box(b, [x, y0 + 0.17, z], [(w - 0.07) / n - 0.17, y1 - y0 - 0.32, thick * 0.82], 0.012)
  }
}

/** A judge's bench: panelled to the court, a raised edge before the desk top, a blotter and a sounding block on it. */
const judgeBench: PropBuilder = (s) => {
  const { b, w, h, d } = s
  const wood = s.main('#4f3323', 'wood', 0.4)
  const desk = h - 0.2
  panelled(s, wood, -w / 2, w / 2, 0, h - 0.04, d / 2 - 0.05, 0.08)
  for (const x of [-1, 1]) {
    b.use(wood)
    box(b, [x * (w / 2 - 0.035), 0, -0.03], [0.07, h - 0.04, d - 0.06], 0.008)
  }
  b.use(shade(wood, 1.15))
  box(b, [0, desk - 0.04, -0.02], [w - 0.12, 0.04, d - 0.1], 0.008)
  box(b, [0, h - 0.05, d / 2 - 0.07], [w + 0.06, 0.05, 0.2], 0.015)
  b.use(s.accent('#3c4a3c', 'fabric', 0.8))
  box(b, [0, desk, -0.1], [0.7, 0.006, 0.36])
  b.use(shade(wood, 0.7))
  b.at([0.5, desk, -0.02], () => cylinder(b, [0, 0, 0], 0.075, 0.035, { sides: 18, bevel: 0.008 }))
}

/** A high-backed leather chair with buttons and arms. */
const judgeChair: PropBuilder = (s) => {
  const { b, w, h, d } = s
  const wood = s.accent('#3a2519', 'wood', 0.4)
  const leather = s.main('#5a2622', 'fabric', 0.5)
  b.use(wood)
  for (const x of [-1, 1])
    for (const z of [-1, 1]) rod(b, [x * (w / 2 - 0.07), 0, z * (d / 2 - 0.07)], [x * (w / 2 - 0.08), 0.36, z * (d / 2 - 0.08)], 0.026)
  box(b, [0, 0.34, 0], [w - 0.08, 0.06, d - 0.08], 0.01)
  for (const x of [-1, 1]) box(b, [x * (w / 2 - 0.06), 0.4, -d / 2 + 0.07], [0.07, h - 0.46, 0.08], 0.02)
  box(b, [0, h - 0.14, -d / 2 + 0.07], [w - 0.04, 0.12, 0.09], 0.03)
  b.use(leather)
  box(b, [0, 0.39, 0.01], [w - 0.14, 0.1, d - 0.16], 0.035)
  box(b, [0, 0.5, -d / 2 + 0.1], [w - 0.18, h - 0.66, 0.1], 0.035)
  b.use(BRASS)
  for (const x of [-0.5, 0, 0.5])
    for (const y of [0.72, 0.92, 1.12]) if (y < h - 0.2) ellipsoid(b, [x * (w - 0.3), y, -d / 2 + 0.152], [0.011, 0.011, 0.006], 8, 4)
  b.use(wood)
  for (const x of [-1, 1]) {
    box(b, [x * (w / 2 - 0.06), 0.64, 0], [0.07, 0.04, d - 0.16], 0.014)
    rod(b, [x * (w / 2 - 0.06), 0.38, d / 2 - 0.12], [x * (w / 2 - 0.06), 0.65, d / 2 - 0.12], 0.02)
  }
}

/** A witness stand: panelled on three sides to the elbow, a chair in it, a microphone on its ledge; entered from behind. */
const witnessStand: PropBuilder = (s) => {
  const { b, w, h, d } = s
  const wood = s.main('#4f3323', 'wood', 0.4)
  panelled(s, wood, -w / 2, w / 2, 0, h, d / 2 - 0.04, 0.07)
  for (const x of [-1, 1])
    b.at([x * (w / 2 - 0.035), 0, 0.05], () => panelled(s, wood, -d / 2 + 0.1, d / 2 - 0.1, 0, h, 0, 0.06), Math.PI / 2)
  b.use(shade(wood, 1.15))
  box(b, [0, h - 0.03, d / 2 - 0.08], [w + 0.04, 0.035, 0.2], 0.012)
  const leather = s.accent('#5a2622', 'fabric', 0.5)
  b.use(leather)
  box(b, [0, 0.4, -0.16], [0.46, 0.07, 0.44], 0.025)
  box(b, [0, 0.56, -0.4], [0.44, 0.4, 0.06], 0.025)
  b.use(shade(wood, 0.8))
  for (const x of [-0.2, 0.2]) for (const z of [-0.36, 0.02]) box(b, [x, 0, z], [0.045, z < -0.3 ? 0.94 : 0.41, 0.045], 0.008)
  b.use(paint('#26282a', 'plain', 0.5))
  cylinder(b, [w * 0.3, h, d / 2 - 0.1], 0.05, 0.02, { sides: 12 })
  rod(b, [w * 0.3, h, d / 2 - 0.1], [w * 0.2, h + 0.24, d / 2 - 0.16], 0.006, { sides: 6 })
  ellipsoid(b, [w * 0.2, h + 0.25, d / 2 - 0.165], [0.018, 0.03, 0.018], 8, 6)
}

/** A stretch of court rail: balusters under a moulded top, on a plinth. */
const courtRail: PropBuilder = (s) => {
  const { b, w, h, d } = s
  const wood = s.main('#4f3323', 'wood', 0.4)
  panelled(s, wood, -w / 2, w / 2, 0, h - 0.05, 0, d * 0.6)
  b.use(shade(wood, 1.15))
  box(b, [0, h - 0.06, 0], [w, 0.06, d], 0.018)
}

/** A flag on a pole with a brass tip: cloth that hangs in folds, in two colours with a bar between. */
const flag: PropBuilder = (s) => {
  const { b, w, h } = s
  b.use(paint('#3a2c20', 'wood', 0.5))
  lathe(
    b,
    [0, 0, 0],
    [
      [w * 0.36, 0],
      [w * 0.34, 0.05],
      [0.05, 0.09],
      [0.03, 0.12],
    ],
    16,
  )
  rod(b, [0, 0.1, 0], [0, h - 0.12, 0], 0.016, { sides: 10 })
  b.use(BRASS)
  lathe(
    b,
    [0, h - 0.13, 0],
    [
      [0.02, 0],
      [0.03, 0.03],
      [0.012, 0.05],
      [0.026, 0.08],
      [0.002, 0.13],
    ],
    10,
  )
  const [main, second] = [s.main('#31485e', 'fabric', 0.8), s.accent('#8d3a34', 'fabric', 0.8)]
  const drop = h * 0.58
  const bands = [main, paint('#cfc8b4', 'fabric', 0.8), second]
  bands.forEach((p, i) => {
    b.use(p)
    const [u0, u1] = [
      [0, 0.42],
      [0.42, 0.58],
      [0.58, 1],
    ][i]!
    sheet(
      b,
      10,
      10,
      (u, v) => {
        const t = u0! + (u1! - u0!) * u
        // Gathered at the pole, wider and lower at the fly.
        const x = 0.02 + t * w * 0.42 * (0.55 + 0.45 * v)
        const z = 0.06 * Math.sin(t * 17) * (0.35 + 0.65 * v)
        return [x, h - 0.2 - v * drop - t * 0.22, z]
      },
      { uv: (_, u, v) => [u * 0.6, v * drop], both: true },
    )
  })
}

/** A carved seal on the wall: a disc with a rim, a pair of scales on it. */
const seal: PropBuilder = (s) => {
  const { b, w, h, d } = s
  const r = Math.min(w, h) / 2
  const gold = paint('#a5834a', 'metal', 0.45, 0.7)
  b.at(
    [0, h / 2, -d / 2],
    () => {
      b.use(s.main('#33221a', 'wood', 0.45))
      cylinder(b, [0, 0, 0], r, d * 0.6, { sides: 36, bevel: 0.02 })
      b.use(gold)
      lathe(
        b,
        [0, 0, 0],
        [
          [r * 0.92, d * 0.6],
          [r * 0.9, d * 0.85],
          [r * 0.82, d * 0.85],
          [r * 0.8, d * 0.6],
        ],
        36,
      )
    },
    0,
    Math.PI / 2,
  )
  const z = d * 0.2
  b.use(gold)
  rod(b, [0, h * 0.24, z], [0, h * 0.78, z], r * 0.045, { sides: 8 })
  rod(b, [-r * 0.5, h * 0.7, z], [r * 0.5, h * 0.7, z], r * 0.035, { sides: 8 })
  box(b, [0, h * 0.22, z], [r * 0.5, r * 0.08, 0.04], 0.01)
  for (const x of [-1, 1]) {
    for (const k of [-1, 1]) rod(b, [x * r * 0.5, h * 0.7, z], [x * r * 0.5 + k * r * 0.2, h * 0.42, z], 0.007, { sides: 4 })
    box(b, [x * r * 0.5, h * 0.385, z], [r * 0.46, r * 0.06, 0.05], 0.012)
  }
}

/** Builders by catalogue id. */
export const COURT_THINGS: Readonly<Record<string, PropBuilder>> = {
  'judge-bench': judgeBench,
  'judge-chair': judgeChair,
  'witness-stand': witnessStand,
  'court-rail': courtRail,
  flag,
  'wall-seal': seal,
}
