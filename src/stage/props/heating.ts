import { box, cylinder, glowPaint, lathe, paint, rod, shade, tube } from '../geometry'
import { BRASS, DARK_METAL, type PropBuilder } from './prop-shape'

const fireplace: PropBuilder = (s) => {
  const { b, w, h, d } = s
  const stone = s.main('#8a8274', 'stone')
  b.use(stone)
  const jamb = (w - 0.8) / 2
  for (const x of [-1, 1]) {
    box(b, [x * (w / 2 - jamb / 2), 0, 0], [jamb, h - 0.12, d], 0.02)
    b.use(shade(stone, 0.92))
    box(b, [x * (w / 2 - jamb / 2), 0, d / 2 - 0.02], [jamb * 0.6, h - 0.3, 0.08], 0.015)
    b.use(stone)
  }
  box(b, [0, 0.74, 0], [w - 2 * jamb + 0.02, h - 0.86, d], 0.015)
  b.use(shade(stone, 1.1))
  box(b, [0, h - 0.12, 0.03], [w + 0.16, 0.09, d + 0.1], 0.025)
  box(b, [0, 0, 0.16], [w + 0.1, 0.05, d + 0.26], 0.012)
  b.use(paint('#1c1815', 'brick'))
  box(b, [0, 0.05, -d / 2 + 0.03], [0.82, 0.7, 0.04])
  b.use(paint('#4a3826', 'bark'))
  for (const [x, z, r] of [
    [-0.1, 0.02, 0.1],
    [0.12, -0.02, -0.2],
    [0, 0.05, 0.7],
  ] as const)
    b.at([x, 0.13, z], () => rod(b, [-0.22, 0, 0], [0.22, 0.02, 0], 0.045, { sides: 8 }), r)
  b.use(DARK_METAL)
  for (const x of [-0.24, 0.24])
    tube(
      b,
      [
        [x, 0.05, -0.1],
        [x, 0.09, 0.1],
        [x, 0.24, 0.14],
      ],
      0.014,
      6,
    )
  for (const [x, y, z, r] of [
    [-0.12, 0.2, 0.02, 0.06],
    [0.02, 0.24, 0, 0.075],
    [0.14, 0.19, 0.03, 0.055],
    [0, 0.15, 0.08, 0.09],
  ] as const) {
    b.use(glowPaint('#d0702a'))
    lathe(
      b,
      [x, y - 0.06, z],
      [
        [r * 0.6, 0],
        [r * 0.8, r],
        [r * 0.4, r * 2.2],
        [0.002, r * 3.2],
      ],
      8,
    )
  }
  b.use(BRASS)
  for (const x of [-0.5, -0.32])
    lathe(
      b,
      [x, h - 0.03, 0.02],
      [
        [0.04, 0],
        [0.015, 0.03],
        [0.012, 0.16],
        [0.03, 0.19],
      ],
      10,
    )
  b.use(paint('#7d5a48', 'plain', 0.4))
  lathe(
    b,
    [0.45, h - 0.03, 0.02],
    [
      [0.05, 0],
      [0.09, 0.1],
      [0.04, 0.2],
      [0.05, 0.24],
    ],
    12,
  )
}

const radiator: PropBuilder = (s) => {
  const { b, w, h, d } = s
  b.use(s.main('#b8b0a0', 'metal', 0.5, 0.1))
  const n = Math.round(w / 0.085)
  for (let i = 0; i < n; i++) box(b, [-w / 2 + (i + 0.5) * (w / n), 0.06, 0], [w / n - 0.018, h - 0.06, d * 0.8], 0.02)
  box(b, [0, 0.1, 0], [w - 0.02, 0.05, d * 0.5], 0.01)
  box(b, [0, h - 0.12, 0], [w - 0.02, 0.05, d * 0.5], 0.01)
  b.use(BRASS)
  cylinder(b, [w / 2 + 0.03, 0.08, 0], 0.02, 0.07, { sides: 8 })
}

/** Builders by catalogue id. */
export const HEATING: Readonly<Record<string, PropBuilder>> = {
  fireplace: fireplace,
  radiator: radiator,
}
