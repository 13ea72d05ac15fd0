import { box, cylinder, ellipsoid, glassPaint, glowPaint, lathe, paint, rod, shade, tube } from '../geometry'
import { BLACK, DARK_METAL, type PropBuilder, type PropShape, STEEL } from './prop-shape'
import { fronts } from './tables'

const LIQUIDS = ['#4f8fb0', '#b0763c', '#7fae5a', '#a8506a', '#c8b04a'] as const
const BENCH_TOP = paint('#33383a', 'plain', 0.25)

/** A laboratory bench: cupboards under a dark top, a shelf of reagents along its middle when it is deep enough for two sides, taps. */
const labBench: PropBuilder = (s) => {
  const { b, w, h, d } = s
  const island = d > 1
  const body = s.main('#a9aca4', 'plain', 0.45)
  b.use(shade(body, 0.55))
  box(b, [0, 0, 0], [w - 0.1, 0.1, d - 0.14])
  b.use(body)
  box(b, [0, 0.1, 0], [w - 0.04, h - 0.14, d - 0.08], 0.008)
  const n = Math.max(2, Math.round(w / 0.6))
  for (const side of island ? [0, Math.PI] : [0])
    b.at(
      [0, 0, 0],
      () => {
        b.use(body)
        fronts(s, -w / 2 + 0.04, w / 2 - 0.04, h - 0.26, h - 0.06, d / 2 - 0.04, n, 1, 'bar')
        b.use(body)
        fronts(s, -w / 2 + 0.04, w / 2 - 0.04, 0.12, h - 0.28, d / 2 - 0.04, n, 1, 'bar')
      },
      side,
    )
  b.use(BENCH_TOP)
  box(b, [0, h - 0.04, 0], [w, 0.04, d], 0.008)
  if (!island) return
  b.use(STEEL)
  for (const x of [-0.46, 0, 0.46]) box(b, [x * w, h, 0], [0.035, 0.46, 0.035])
  for (const y of [0.22, 0.44]) {
    b.use(glassPaint())
    box(b, [0, h + y, 0], [w * 0.96, 0.012, 0.26])
    for (let x = -w * 0.44; x < w * 0.44; x += s.rnd.range(0.1, 0.19))
      if (s.rnd.chance(0.8)) reagent(s, x, h + y + 0.012, s.rnd.range(-0.06, 0.06))
  }
}

/** A bottle with a label and a dark cap. */
function reagent(s: PropShape, x: number, y: number, z: number): void {
  const { b, rnd } = s
  const [r, h] = [rnd.range(0.026, 0.04), rnd.range(0.1, 0.16)]
  b.use(rnd.chance(0.5) ? paint('#6b4524', 'plain', 0.15) : paint(rnd.pick(['#8fa8a8', '#c4ccc8', '#5d7f86']), 'plain', 0.15))
  lathe(
    b,
    [x, y, z],
    [
      [r, 0],
      [r, h * 0.66],
      [r * 0.42, h * 0.82],
      [r * 0.42, h * 0.9],
    ],
    10,
  )
  b.use(paint('#e0dccc', 'paper'))
  cylinder(b, [x, y + h * 0.2, z], r * 1.03, h * 0.32, { sides: 10 })
  b.use(BLACK)
  cylinder(b, [x, y + h * 0.88, z], r * 0.5, h * 0.14, { sides: 8 })
}

/** A fume hood: base cupboard, a lit chamber behind a sash of glass, a duct to the ceiling. */
const fumeHood: PropBuilder = (s) => {
  const { b, w, h, d } = s
  const body = s.main('#b4b8b2', 'plain', 0.4)
  b.use(body)
  box(b, [0, 0.08, 0], [w, 0.76, d - 0.06], 0.01)
  fronts(s, -w / 2 + 0.03, w / 2 - 0.03, 0.1, 0.8, d / 2 - 0.03, 2, 1, 'bar')
  b.use(BENCH_TOP)
  box(b, [0, 0.84, 0], [w, 0.05, d], 0.008)
  b.use(body)
  const top = Math.min(2.35, h)
  for (const x of [-1, 1]) box(b, [x * (w / 2 - 0.07), 0.89, 0], [0.14, top - 0.89, d - 0.04], 0.01)
  box(b, [0, top - 0.42, 0], [w, 0.42, d - 0.04], 0.01)
  b.use(paint('#d6d8d2', 'plain', 0.5))
  box(b, [0, 0.89, -d / 2 + 0.04], [w - 0.28, top - 1.3, 0.03])
  b.use(glowPaint('#eef0e4'))
  box(b, [0, top - 0.45, -d * 0.1], [w - 0.4, 0.03, 0.12], 0.006)
  b.use(glassPaint('#cfe0e0'))
  box(b, [0, 1.28, d / 2 - 0.07], [w - 0.28, top - 1.7, 0.012])
  b.use(STEEL)
  box(b, [0, 1.25, d / 2 - 0.06], [w - 0.28, 0.04, 0.04], 0.01)
  for (const x of [-0.3, 0.3]) rod(b, [x * w, top, 0], [x * w, h, 0], 0.13, { sides: 16 })
  b.use(paint('#2f3a3c', 'plain', 0.3))
  box(b, [w / 2 - 0.07, 1.3, d / 2 - 0.015], [0.09, 0.18, 0.01])
  for (let i = 0; i < 3; i++) flask(s, -w * 0.25 + i * w * 0.22, 0.89, -0.08, LIQUIDS[i]!)
}

/** A conical flask, a third full. */
function flask(s: PropShape, x: number, y: number, z: number, hex: string, k = 1): void {
  const { b } = s
  b.use(paint(hex, 'plain', 0.12))
  lathe(
    b,
    [x, y + 0.003, z],
    [
      [0.05 * k, 0],
      [0.037 * k, 0.055 * k],
    ],
    14,
  )
  b.use(glassPaint('#dfeaea'))
  lathe(
    b,
    [x, y, z],
    [
      [0.054 * k, 0],
      [0.056 * k, 0.01 * k],
      [0.018 * k, 0.12 * k],
      [0.017 * k, 0.16 * k],
      [0.022 * k, 0.166 * k],
    ],
    16,
  )
}

/** Glass on a bench: flasks, a beaker, a round flask on a stand over a burner, tubes in a rack. */
const glassware: PropBuilder = (s) => {
  const { b, w, d, rnd } = s
  const hues = rnd.shuffle([...LIQUIDS])
  flask(s, -w * 0.38, 0, d * 0.1, hues[0]!, 1.1)
  flask(s, -w * 0.2, 0, -d * 0.2, hues[1]!, 0.85)
  // On its stand.
  b.use(DARK_METAL)
  box(b, [w * 0.08, 0, -d * 0.2], [0.16, 0.012, 0.12], 0.004)
  rod(b, [w * 0.08, 0, -d * 0.34], [w * 0.08, 0.38, -d * 0.34], 0.006, { sides: 6 })
  rod(b, [w * 0.08, 0.27, -d * 0.34], [w * 0.08, 0.27, -d * 0.05], 0.005, { sides: 6 })
  b.use(paint(hues[2]!, 'plain', 0.12))
  ellipsoid(b, [w * 0.08, 0.185, -d * 0.05], [0.05, 0.034, 0.05], 14, 8)
  b.use(glassPaint('#dfeaea'))
  ellipsoid(b, [w * 0.08, 0.2, -d * 0.05], [0.058, 0.058, 0.058], 16, 10)
  rod(b, [w * 0.08, 0.25, -d * 0.05], [w * 0.08, 0.33, -d * 0.05], 0.018, { sides: 12 })
  tube(
    b,
    [
      [w * 0.08, 0.32, -d * 0.05],
      [w * 0.14, 0.36, -d * 0.05],
      [w * 0.3, 0.2, d * 0.05],
    ],
    0.007,
    6,
  )
  b.use(DARK_METAL)
  cylinder(b, [w * 0.08, 0.012, -d * 0.05], 0.035, 0.012, { sides: 12 })
  rod(b, [w * 0.08, 0.02, -d * 0.05], [w * 0.08, 0.1, -d * 0.05], 0.011, { sides: 8 })
  // Tubes in a rack.
  b.use(paint('#b08c5c', 'wood'))
  for (const y of [0, 0.07]) box(b, [w * 0.36, y, d * 0.12], [w * 0.24, 0.012, 0.06], 0.003)
  for (const x of [-1, 1]) box(b, [w * (0.36 + x * 0.115), 0, d * 0.12], [0.01, 0.09, 0.06])
  for (let i = 0; i < 5; i++) {
    const x = w * (0.36 + (i - 2) * 0.044)
    b.use(paint(hues[i % hues.length]!, 'plain', 0.12))
    rod(b, [x, 0.015, d * 0.12], [x, 0.06, d * 0.12], 0.007, { sides: 8 })
    b.use(glassPaint('#dfeaea'))
    rod(b, [x, 0.012, d * 0.12], [x, 0.13, d * 0.12], 0.009, { sides: 8 })
  }
}

/** A microscope: foot, arm, stage, three objectives, an eyepiece tilted to the front. */
const microscope: PropBuilder = (s) => {
  const { b, h } = s
  const k = h / 0.36
  const body = s.main('#d2d2ca', 'plain', 0.3)
  b.use(BLACK)
  box(b, [0, 0, 0], [0.17 * k, 0.035 * k, 0.22 * k], 0.012)
  b.use(body)
  b.at([0, 0.03 * k, -0.07 * k], () => box(b, [0, 0, 0], [0.06 * k, 0.25 * k, 0.05 * k], 0.014))
  box(b, [0, 0.25 * k, -0.02 * k], [0.06 * k, 0.05 * k, 0.14 * k], 0.014)
  b.use(BLACK)
  box(b, [0, 0.125 * k, 0.03 * k], [0.13 * k, 0.014 * k, 0.12 * k], 0.003)
  cylinder(b, [0, 0.035 * k, 0.03 * k], 0.028 * k, 0.03 * k, { sides: 12 })
  for (const a of [-0.4, 0, 0.4])
    b.at([0, 0.235 * k, 0.035 * k], () => rod(b, [0, 0, 0], [0, -0.07 * k, 0.012 * k], 0.011 * k, { sides: 8 }), a, 0, a * 0.6)
  b.use(STEEL)
  for (const x of [-1, 1]) rod(b, [x * 0.03 * k, 0.1 * k, -0.07 * k], [x * 0.055 * k, 0.1 * k, -0.07 * k], 0.02 * k, { sides: 12 })
  b.use(body)
  rod(b, [0, 0.28 * k, 0.01 * k], [0, 0.33 * k, 0.06 * k], 0.024 * k, { sides: 12 })
  b.use(BLACK)
  for (const x of [-1, 1]) rod(b, [x * 0.022 * k, 0.32 * k, 0.05 * k], [x * 0.028 * k, 0.36 * k, 0.09 * k], 0.013 * k, { sides: 10 })
}

/** Builders by catalogue id. */
export const LABORATORY_THINGS: Readonly<Record<string, PropBuilder>> = {
  'lab-bench': labBench,
  'fume-hood': fumeHood,
  glassware,
  microscope,
}
