import { box, cylinder, glowPaint, lathe, paint, rod, shade, tube } from '../geometry'
import { BLACK, DARK_METAL, type PropBuilder } from './prop-shape'

const lampPost: PropBuilder = (s) => {
  const { b, h } = s
  b.use(s.main('#3c4444', 'metal', 0.5, 0.5))
  lathe(
    b,
    [0, 0, 0],
    [
      [0.16, 0],
      [0.15, 0.12],
      [0.1, 0.16],
      [0.1, 0.55],
      [0.06, 0.65],
      [0.045, h * 0.5],
      [0.035, h - 0.55],
      [0.09, h - 0.5],
      [0.06, h - 0.46],
    ],
    12,
  )
  b.use(glowPaint('#e8cf96'))
  lathe(
    b,
    [0, h - 0.46, 0],
    [
      [0.07, 0],
      [0.14, 0.26],
    ],
    8,
  )
  b.use(s.main('#3c4444', 'metal', 0.5, 0.5))
  lathe(
    b,
    [0, h - 0.2, 0],
    [
      [0.17, 0],
      [0.09, 0.1],
      [0.02, 0.14],
      [0.025, 0.2],
    ],
    12,
  )
  for (let i = 0; i < 4; i++)
    b.at([0, 0, 0], () => rod(b, [0.07, h - 0.46, 0], [0.145, h - 0.2, 0], 0.01, { sides: 5 }), (i * Math.PI) / 2 + 0.4)
  rod(b, [-0.3, h - 0.72, 0], [0.3, h - 0.72, 0], 0.016, { sides: 6 })
}

const bollard: PropBuilder = (s) => {
  s.b.use(s.main('#3f4446', 'metal', 0.5, 0.5))
  lathe(
    s.b,
    [0, 0, 0],
    [
      [0.14, 0],
      [0.12, 0.06],
      [0.09, 0.12],
      [0.08, s.h * 0.7],
      [0.12, s.h * 0.8],
      [0.12, s.h * 0.92],
      [0.05, s.h],
    ],
    14,
  )
}

const hydrant: PropBuilder = (s) => {
  const { b, h } = s
  b.use(s.main('#9c4030', 'metal', 0.45, 0.2))
  lathe(
    b,
    [0, 0, 0],
    [
      [0.16, 0],
      [0.16, 0.04],
      [0.1, 0.06],
      [0.1, h * 0.72],
      [0.13, h * 0.74],
      [0.12, h * 0.8],
      [0.06, h * 0.94],
      [0.03, h],
    ],
    14,
  )
  rod(b, [-0.18, h * 0.52, 0], [0.18, h * 0.52, 0], 0.055, { sides: 10 })
  rod(b, [0, h * 0.45, 0], [0, h * 0.45, 0.18], 0.07, { sides: 10 })
}

const trashCan: PropBuilder = (s) => {
  const { b, w, h } = s
  b.use(s.main('#6d7270', 'metal', 0.45, 0.6))
  const r = w * 0.42
  lathe(
    b,
    [0, 0, 0],
    [
      [r * 0.86, 0],
      [r, h * 0.84],
      [r * 1.05, h * 0.86],
    ],
    18,
  )
  for (let i = 0; i < 18; i++)
    b.at([0, 0, 0], () => rod(b, [r * 0.87, 0.03, 0], [r * 0.99, h * 0.8, 0], 0.012, { sides: 4 }), (i / 18) * Math.PI * 2)
  lathe(
    b,
    [0.01, h * 0.86, 0.01],
    [
      [r * 1.1, 0],
      [r * 1.08, 0.04],
      [r * 0.5, 0.1],
      [0.02, 0.12],
    ],
    18,
  )
  tube(
    b,
    [
      [-0.09, h * 0.94, 0],
      [-0.07, h, 0],
      [0.07, h, 0],
      [0.09, h * 0.94, 0],
    ],
    0.012,
    5,
  )
}

const dumpster: PropBuilder = (s) => {
  const { b, w, h, d } = s
  const p = s.main(s.rnd.pick(['#4d5f58', '#4a5a6a', '#6a5a44']), 'metal', 0.55, 0.3)
  b.use(p)
  box(b, [0, 0.16, 0], [w, h - 0.3, d], 0.02)
  b.use(shade(p, 0.85))
  for (const x of [-0.36, -0.12, 0.12, 0.36]) box(b, [x * w, 0.2, d / 2], [0.07, h - 0.42, 0.06], 0.01)
  box(b, [0, h - 0.2, 0], [w + 0.08, 0.07, d + 0.08], 0.015)
  b.use(paint('#33373a', 'plain', 0.6))
  b.at([-w / 4, h - 0.13, -d / 2 + 0.05], () => box(b, [0, 0, d / 2 - 0.02], [w / 2 - 0.02, 0.05, d], 0.02), 0, -0.12)
  b.at([w / 4, h - 0.13, -d / 2 + 0.05], () => box(b, [0, 0, d / 2 - 0.02], [w / 2 - 0.02, 0.05, d], 0.02), 0, -0.02)
  b.use(BLACK)
  for (const x of [-1, 1])
    for (const z of [-1, 1])
      b.at([x * (w / 2 - 0.15), 0.08, z * (d / 2 - 0.15)], () => cylinder(b, [0, -0.03, 0], 0.08, 0.06, { sides: 12 }), 0, 0, Math.PI / 2)
}

const mailbox: PropBuilder = (s) => {
  const { b, w, h, d } = s
  b.use(s.main('#7d3c32', 'metal', 0.4, 0.2))
  box(b, [0, 0.16, 0], [w, h - 0.34, d], 0.02)
  b.at([0, h - 0.2, 0], () => b.at([-w / 2, 0, 0], () => rod(b, [0, 0, 0], [w, 0, 0], d / 2, { sides: 18 })))
  for (const x of [-1, 1]) for (const z of [-1, 1]) box(b, [x * (w / 2 - 0.05), 0, z * (d / 2 - 0.05)], [0.06, 0.18, 0.06])
  b.use(BLACK)
  box(b, [0, h - 0.3, d / 2], [w * 0.6, 0.03, 0.02])
  b.use(paint('#c8bc9c', 'paper'))
  box(b, [0, h * 0.5, d / 2], [w * 0.4, 0.16, 0.012])
}

const signpost: PropBuilder = (s) => {
  const { b, h } = s
  b.use(DARK_METAL)
  rod(b, [0, 0, 0], [0, h, 0], 0.03)
  b.use(s.main('#3f5a60', 'metal', 0.5, 0.2))
  box(b, [0, h - 0.34, 0.035], [0.68, 0.17, 0.02], 0.006)
  b.at([0, h - 0.6, 0.03], () => box(b, [0, 0, 0], [0.62, 0.15, 0.02], 0.006), 0.5)
  b.use(paint('#d0c8b4', 'paper'))
  box(b, [0, h - 0.28, 0.047], [0.5, 0.05, 0.004])
}

/** Builders by catalogue id. */
export const STREET_THINGS: Readonly<Record<string, PropBuilder>> = {
  'lamp-post': lampPost,
  bollard: bollard,
  hydrant: hydrant,
  'trash-can': trashCan,
  dumpster: dumpster,
  mailbox: mailbox,
  signpost: signpost,
}
