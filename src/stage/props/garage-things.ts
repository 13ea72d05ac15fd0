import { box, lathe, paint, rod, shade } from '../geometry'
import { CARS } from './cars'
import { BLACK, DARK_METAL, type PropBuilder, STEEL } from './prop-shape'
import { TYRE } from './vehicle-parts'

/** How high a lift holds a car, metres. */
const LIFTED_M = 1.72

/** Two posts with arms, a car up on them. */
const carLift: PropBuilder = (s) => {
  const { b, w, h, d } = s
  const paintwork = paint('#a8432f', 'metal', 0.45, 0.3)
  for (const x of [-1, 1]) {
    b.use(paintwork)
    box(b, [x * (w / 2 - 0.14), 0, 0], [0.26, h, 0.3], 0.02)
    b.use(DARK_METAL)
    box(b, [x * (w / 2 - 0.14), 0, 0], [0.28, 0.03, 0.7])
    box(b, [x * (w / 2 - 0.3), LIFTED_M - 0.04, 0], [0.12, 0.34, 0.26], 0.01)
    for (const z of [-1, 1]) rod(b, [x * (w / 2 - 0.3), LIFTED_M + 0.06, z * 0.08], [x * 0.62, LIFTED_M + 0.14, z * 0.95], 0.05)
    b.use(BLACK)
    for (const z of [-1, 1]) rod(b, [x * 0.62, LIFTED_M + 0.14, z * 0.95], [x * 0.62, LIFTED_M + 0.24, z * 0.95], 0.07, { sides: 12 })
  }
  b.use(paintwork)
  box(b, [0, h - 0.1, 0], [w - 0.3, 0.1, 0.16], 0.01)
  b.use(STEEL)
  rod(b, [-w / 2 + 0.05, 1.1, 0.16], [-w / 2 + 0.05, 1.5, 0.16], 0.03)
  const size = [1.8, 1.45, Math.min(4.4, d)] as const
  b.at([0, LIFTED_M, 0], () => CARS.car!({ ...s, w: size[0], h: size[1], d: size[2] }))
  // The floor pan that one works under.
  b.use(paint('#2c2a28', 'metal', 0.7, 0.3))
  box(b, [0, LIFTED_M + 0.22, 0], [1.5, 0.08, size[2] * 0.86])
  b.use(DARK_METAL)
  rod(b, [0.2, LIFTED_M + 0.2, -1.9], [0.12, LIFTED_M + 0.2, 1.1], 0.035)
  box(b, [0.2, LIFTED_M + 0.12, -1.3], [0.3, 0.14, 0.6], 0.05)
}

/** Tyres in a pile. */
const tyreStack: PropBuilder = (s) => {
  const { b, w, h, rnd } = s
  const n = Math.max(1, Math.round(h / 0.2))
  for (let i = 0; i < n; i++) {
    b.use(shade(TYRE, rnd.range(0.85, 1.3)))
    const r = w * 0.48
    const y = (i * h) / n
    const t = h / n
    lathe(
      b,
      [rnd.range(-0.02, 0.02), y, rnd.range(-0.02, 0.02)],
      [
        [r * 0.55, t * 0.15],
        [r * 0.8, 0],
        [r, t * 0.2],
        [r, t * 0.8],
        [r * 0.8, t],
        [r * 0.55, t * 0.85],
        [r * 0.55, t * 0.15],
      ],
      18,
    )
  }
}

/** A roller door of slats in its rails, shut. */
const rollerDoor: PropBuilder = (s) => {
  const { b, w, h, d } = s
  const metal = s.main('#9aa09c', 'metal', 0.5, 0.25)
  const slats = Math.round((h - 0.3) / 0.11)
  for (let i = 0; i < slats; i++) {
    b.use(shade(metal, i % 2 ? 0.94 : 1.04))
    box(b, [0, 0.02 + (i * (h - 0.32)) / slats, 0], [w - 0.16, (h - 0.32) / slats - 0.006, d * 0.4], 0.015)
  }
  b.use(DARK_METAL)
  for (const x of [-1, 1]) box(b, [x * (w / 2 - 0.05), 0, 0], [0.1, h - 0.2, d], 0.008)
  box(b, [0, h - 0.34, d * 0.2], [w, 0.34, d * 1.4], 0.04)
  b.use(BLACK)
  box(b, [0, 0, 0], [w - 0.16, 0.05, d * 0.6], 0.01)
  b.use(STEEL)
  box(b, [0, 0.75, d * 0.3], [0.16, 0.04, 0.04], 0.01)
}

/** A chest of drawers on wheels for tools, red. */
const toolChest: PropBuilder = (s) => {
  const { b, w, h, d } = s
  const red = s.main('#a23428', 'metal', 0.35, 0.25)
  b.use(red)
  box(b, [0, 0.12, 0], [w, h - 0.12, d], 0.015)
  for (let i = 0; i < 6; i++) {
    b.use(shade(red, 1.15))
    box(b, [0, 0.16 + (i * (h - 0.22)) / 6, d / 2 - 0.004], [w - 0.06, (h - 0.22) / 6 - 0.02, 0.02], 0.006)
    b.use(STEEL)
    box(b, [0, 0.16 + ((i + 0.62) * (h - 0.22)) / 6, d / 2 + 0.014], [w - 0.16, 0.018, 0.018], 0.005)
  }
  b.use(BLACK)
  for (const x of [-1, 1])
    for (const z of [-1, 1])
      rod(b, [x * (w / 2 - 0.06), 0.06, z * (d / 2 - 0.08) - 0.015], [x * (w / 2 - 0.06), 0.06, z * (d / 2 - 0.08) + 0.015], 0.06, {
        sides: 12,
      })
}

/** Builders by catalogue id. */
export const GARAGE_THINGS: Readonly<Record<string, PropBuilder>> = {
  'car-lift': carLift,
  'tyre-stack': tyreStack,
  'roller-door': rollerDoor,
  'tool-chest': toolChest,
}
