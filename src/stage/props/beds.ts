import { box, cylinder, ellipsoid, paint, rod, shade, sheet } from '../geometry'
import { type PropBuilder, WHITE_WARE } from './prop-shape'

/** Beds: frame, mattress, quilt that hangs over, pillows, blanket. */
const bed: PropBuilder = (s) => {
  const { b, w, h, d } = s
  const wood = s.accent('#5e432f', 'wood')
  const quilt = s.main('#6a7478', 'fabric')
  b.use(wood)
  box(b, [0, 0.08, -d / 2 + 0.03], [w, h - 0.08, 0.05], 0.015)
  box(b, [0, h - 0.05, -d / 2 + 0.03], [w + 0.03, 0.06, 0.08], 0.02)
  box(b, [0, 0.08, d / 2 - 0.025], [w, 0.4, 0.05], 0.015)
  for (const x of [-1, 1]) {
    box(b, [x * (w / 2 - 0.025), 0.18, 0], [0.04, 0.16, d - 0.08], 0.008)
    for (const z of [-1, 1]) cylinder(b, [x * (w / 2 - 0.05), 0, z * (d / 2 - 0.05)], 0.03, 0.1, { sides: 8 })
  }
  b.use(WHITE_WARE)
  box(b, [0, 0.3, 0.0], [w - 0.08, 0.19, d - 0.14], 0.05)
  const n = w > 1.2 ? 2 : 1
  for (let i = 0; i < n; i++) {
    b.use(paint(i ? '#c9bfad' : '#d2cabb', 'fabric'))
    b.at(
      [(i + 0.5 - n / 2) * (w * 0.46), 0.52, -d / 2 + 0.3],
      () => ellipsoid(b, [0, 0.05, 0], [Math.min(0.32, w * 0.4), 0.085, 0.2], 14, 8, 0.05),
      0.05 * (i ? 1 : -1),
      -0.25,
    )
  }
  b.use(quilt)
  const half = w / 2
  const top = 0.515
  sheet(
    b,
    24,
    10,
    (u, v) => {
      const x = (u - 0.5) * (w + 0.5)
      const z = -d / 2 + 0.55 + v * (d - 0.62)
      const over = Math.max(0, Math.abs(x) - half + 0.03)
      const fold = 0.012 * Math.sin(z * 9 + u * 4) * Math.min(1, over * 10) + 0.008 * Math.sin(x * 11 + z * 7)
      return [
        Math.sign(x) * Math.min(Math.abs(x), half + 0.02) + fold,
        top - Math.max(0, over - 0.03) + 0.008 * Math.sin(x * 5) * Math.cos(z * 6),
        z,
      ]
    },
    { uv: (_, u, v) => [u * (w + 0.5), v * d], both: true },
  )
  b.use(s.rnd.chance(0.5) ? paint('#a3623e', 'fabric') : paint('#8a8570', 'fabric'))
  sheet(
    b,
    20,
    4,
    (u, v) => {
      const x = (u - 0.5) * (w + 0.44)
      const over = Math.max(0, Math.abs(x) - half + 0.03)
      return [
        Math.sign(x) * Math.min(Math.abs(x), half + 0.035),
        top + 0.02 - Math.max(0, over - 0.02),
        d / 2 - 0.62 + v * 0.45 + 0.01 * Math.sin(x * 8),
      ]
    },
    { uv: (_, u, v) => [u * w, v * 0.45], both: true },
  )
  b.use(paint('#d2cabb', 'fabric'))
  box(b, [0, 0.5, -d / 2 + 0.6], [w - 0.02, 0.035, 0.24], 0.015)
}

const bunkBed: PropBuilder = (s) => {
  const { b, w, h, d } = s
  const metal = s.accent('#5a646a', 'metal', 0.5, 0.4)
  b.use(metal)
  for (const x of [-1, 1]) for (const z of [-1, 1]) box(b, [x * (w / 2 - 0.03), 0, z * (d / 2 - 0.03)], [0.05, h, 0.05], 0.008)
  for (const y of [0.28, 1.18]) {
    b.use(metal)
    for (const x of [-1, 1]) box(b, [x * (w / 2 - 0.03), y, 0], [0.04, 0.1, d - 0.06], 0.006)
    for (const z of [-1, 1]) {
      box(b, [0, y, z * (d / 2 - 0.03)], [w - 0.06, 0.1, 0.04], 0.006)
      box(b, [0, y + 0.35, z * (d / 2 - 0.03)], [w - 0.06, 0.03, 0.03], 0.006)
    }
    b.use(paint('#b9b09c', 'fabric'))
    box(b, [0, y + 0.06, 0], [w - 0.1, 0.13, d - 0.12], 0.04)
    b.use(shade(s.main('#6a5a48', 'fabric'), y > 1 ? 0.85 : 1))
    box(b, [0, y + 0.1, 0.28], [w - 0.05, 0.11, d - 0.72], 0.035)
    b.use(paint('#cdc5b4', 'fabric'))
    ellipsoid(b, [0, y + 0.23, -d / 2 + 0.28], [w * 0.36, 0.07, 0.17], 12, 6)
  }
  b.use(metal)
  for (const z of [0.2, 0.55]) rod(b, [w / 2, 0.1, z], [w / 2, h, z], 0.016)
  for (let i = 0; i < 4; i++) rod(b, [w / 2, 0.35 + i * 0.28, 0.2], [w / 2, 0.35 + i * 0.28, 0.55], 0.013)
}

/** Builders by catalogue id. */
export const BEDS: Readonly<Record<string, PropBuilder>> = {
  bed: bed,
  'single-bed': bed,
  'bunk-bed': bunkBed,
}
