import { box, cylinder, ellipsoid, glassPaint, glowPaint, paint, rod, shade } from '../geometry'
import { BLACK, DARK_METAL, type PropBuilder, STEEL } from './prop-shape'

/** An ambulance's stretcher, its head at −z: a folding frame on wheels, the back raised, a blanket under straps. */
const stretcher: PropBuilder = (s) => {
  const { b, w, d } = s
  const deck = 0.5
  b.use(s.accent('#c2552f', 'metal', 0.4, 0.3))
  for (const x of [-1, 1]) {
    box(b, [x * (w / 2 - 0.05), deck - 0.05, 0], [0.045, 0.05, d - 0.06], 0.012)
    for (const k of [-1, 1]) rod(b, [x * (w / 2 - 0.07), 0.1, k * d * 0.32], [x * (w / 2 - 0.07), deck - 0.04, -k * d * 0.2], 0.018)
  }
  for (const z of [-1, 1]) rod(b, [-w / 2 + 0.05, deck - 0.03, z * (d / 2 - 0.05)], [w / 2 - 0.05, deck - 0.03, z * (d / 2 - 0.05)], 0.02)
  for (const x of [-1, 1])
    for (const z of [-1, 1]) {
      b.use(BLACK)
      b.at([x * (w / 2 - 0.07), 0.08, z * d * 0.34], () => rod(b, [-0.02, 0, 0], [0.02, 0, 0], 0.08, { sides: 14 }))
    }
  const hinge = -d / 2 + 0.78
  b.use(paint('#3a4046', 'fabric', 0.6))
  box(b, [0, deck, (hinge + d / 2 - 0.04) / 2], [w - 0.1, 0.1, d / 2 - 0.04 - hinge], 0.03)
  b.at(
    [0, deck, hinge],
    () => {
      b.use(paint('#3a4046', 'fabric', 0.6))
      box(b, [0, 0, -0.36], [w - 0.1, 0.1, 0.72], 0.03)
      b.use(paint('#d6d4cb', 'fabric', 0.95))
      ellipsoid(b, [0, 0.13, -0.54], [w * 0.36, 0.06, 0.15], 14, 8, 0.04)
    },
    0,
    0.42,
  )
  b.use(s.main('#8a9aa0', 'fabric', 0.95))
  box(b, [0, deck + 0.06, d * 0.17], [w - 0.05, 0.075, d * 0.6], 0.035)
  b.use(BLACK)
  for (const z of [-0.02, 0.3]) box(b, [0, deck + 0.13, z * d], [w - 0.04, 0.012, 0.06], 0.004)
  b.use(STEEL)
  for (const x of [-1, 1]) {
    rod(b, [x * (w / 2 - 0.02), 0.72, -d * 0.16], [x * (w / 2 - 0.02), 0.72, d * 0.16], 0.012)
    for (const z of [-0.16, 0.16]) rod(b, [x * (w / 2 - 0.02), deck - 0.02, z * d], [x * (w / 2 - 0.02), 0.72, z * d], 0.01)
  }
}

/** A wall cupboard behind sliding panes: bags, boxes and bottles in rows, a label over each door. */
const medicalCabinet: PropBuilder = (s) => {
  const { b, w, h, d, rnd } = s
  const shell = s.main('#c3c7c4', 'plain', 0.4)
  b.use(shade(shell, 0.7))
  box(b, [0, 0, -d / 2 + 0.01], [w, h, 0.02])
  b.use(shell)
  for (const y of [0, h - 0.07]) box(b, [0, y, 0], [w, 0.07, d], 0.02)
  for (const x of [-1, 0, 1]) box(b, [x * (w / 2 - 0.02), 0, 0], [0.04, h, d - 0.02], 0.008)
  box(b, [0, h * 0.5, -0.02], [w - 0.04, 0.015, d - 0.08])
  for (const y of [0.07, h * 0.5 + 0.015]) {
    let x = -w / 2 + 0.07
    while (x < w / 2 - 0.12) {
      const k = rnd.range(0.07, 0.16)
      b.use(paint(rnd.pick(['#c0442f', '#3b6c9a', '#d6d3c8', '#d2a03a', '#5b8a5e', '#e2e0d8']), 'plain', 0.6))
      box(b, [x + k / 2, y, -0.01], [k - 0.012, h * rnd.range(0.2, 0.36), d * 0.5], 0.012)
      x += k
    }
  }
  b.use(glassPaint())
  for (const x of [-1, 1]) box(b, [(x * w) / 4, 0.07, d / 2 - (x < 0 ? 0.02 : 0.035)], [w / 2, h - 0.14, 0.006])
  b.use(paint('#b8402e', 'plain', 0.5))
  for (const x of [-1, 1]) box(b, [(x * w) / 4, h - 0.052, d / 2], [0.22, 0.035, 0.004])
}

/** A padded bench against a wall with a back in as many pads as people sit there, belts between them. */
const squadBench: PropBuilder = (s) => {
  const { b, w, h, d } = s
  const cloth = s.main('#35506b', 'fabric', 0.7)
  b.use(paint('#9aa1a2', 'plain', 0.5))
  box(b, [0, 0, -0.02], [w, 0.36, d - 0.06], 0.015)
  const n = Math.max(1, Math.round(w / 0.66))
  for (let i = 0; i < n; i++) {
    const x = ((i + 0.5) / n - 0.5) * w
    b.use(cloth)
    box(b, [x, 0.36, 0], [w / n - 0.02, 0.1, d - 0.02], 0.035)
    box(b, [x, 0.54, -d / 2 + 0.06], [w / n - 0.04, h - 0.56, 0.09], 0.035)
    b.use(BLACK)
    box(b, [x + w / n / 2 - 0.06, 0.45, -0.02], [0.045, 0.025, d * 0.7], 0.006)
    b.use(paint('#c23a2c', 'plain', 0.4))
    box(b, [x + w / n / 2 - 0.06, 0.462, d * 0.24], [0.06, 0.02, 0.07], 0.006)
  }
}

/** What pilots look at: a coaming over round dials and two screens, the centre pedestal with levers. */
const flightPanel: PropBuilder = (s) => {
  const { b, w, h, d } = s
  b.use(s.main('#33373a', 'plain', 0.6))
  box(b, [0, 0, -d * 0.2], [w, h * 0.5, d * 0.6], 0.03)
  b.at([0, h * 0.46, -d * 0.12], () => box(b, [0, 0, 0], [w, h * 0.46, 0.12], 0.02), 0, -0.22)
  box(b, [0, h - 0.06, 0], [w, 0.06, d * 0.9], 0.025)
  b.at(
    [0, h * 0.5, 0.02],
    () => {
      for (const x of [-1, 1]) {
        b.use(BLACK)
        box(b, [x * w * 0.3, 0.03, 0], [0.26, 0.22, 0.02], 0.006)
        b.use(glowPaint('#7fae9a'))
        box(b, [x * w * 0.3, 0.05, 0.012], [0.22, 0.17, 0.006])
      }
      for (const [x, y] of [
        [-0.12, 0.24],
        [0, 0.24],
        [0.12, 0.24],
        [-0.12, 0.1],
        [0, 0.1],
        [0.12, 0.1],
      ] as const) {
        b.use(BLACK)
        b.at([x, y, 0], () => rod(b, [0, 0, 0], [0, 0, 0.022], 0.05, { sides: 16 }))
        b.use(glowPaint('#b9c4a4'))
        box(b, [x, y - 0.002, 0.024], [0.012, 0.042, 0.004])
      }
    },
    0,
    -0.22,
  )
  b.use(DARK_METAL)
  box(b, [0, 0, d * 0.3], [0.34, 0.5, d * 0.5], 0.02)
  b.use(paint('#c23a2c', 'plain', 0.4))
  for (const x of [-0.08, 0.04]) ellipsoid(b, [x, 0.6, d * 0.3], [0.022, 0.03, 0.022], 10, 6)
  b.use(STEEL)
  for (const x of [-0.08, 0.04]) rod(b, [x, 0.48, d * 0.3], [x, 0.58, d * 0.3], 0.008)
}

/** A red bottle on its bracket, hose and handle. */
const fireExtinguisher: PropBuilder = (s) => {
  const { b, w, h, d } = s
  b.use(s.main('#b8301f', 'metal', 0.3, 0.2))
  cylinder(b, [0, 0, 0], w * 0.42, h * 0.78, { sides: 18, bevel: 0.03 })
  b.use(paint('#e2ddd0', 'paper'))
  box(b, [0, h * 0.3, w * 0.4], [w * 0.4, h * 0.24, 0.008])
  b.use(BLACK)
  cylinder(b, [0, h * 0.78, 0], 0.03, h * 0.1, { sides: 10 })
  box(b, [0, h * 0.88, 0.04], [0.03, 0.02, 0.13], 0.006)
  box(b, [0, h * 0.95, 0.03], [0.03, 0.018, 0.12], 0.006)
  rod(b, [0.03, h * 0.84, 0.02], [w * 0.46, h * 0.55, 0.02], 0.012, { sides: 6 })
  rod(b, [w * 0.46, h * 0.55, 0.02], [w * 0.44, h * 0.24, 0.02], 0.016, { sides: 6 })
  b.use(DARK_METAL)
  box(b, [0, h * 0.4, -d / 2 + 0.015], [w * 0.7, h * 0.3, 0.03])
}

/** Builders of what ambulances and helicopters have. */
export const RESCUE_THINGS: Readonly<Record<string, PropBuilder>> = {
  stretcher,
  'medical-cabinet': medicalCabinet,
  'squad-bench': squadBench,
  'flight-panel': flightPanel,
  'fire-extinguisher': fireExtinguisher,
}
