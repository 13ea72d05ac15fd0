import { box, ellipsoid, lathe, paint, rod, shade } from '../geometry'
import { BLACK, DARK_METAL, type PropBuilder, STEEL } from './prop-shape'

const FOIL = paint('#b8913f', 'metal', 0.35, 0.75)
const REGOLITH = '#8a8782'

/** The rim and the dark floor of a crater: a low wall of thrown-up dust that flattens outwards. */
const crater: PropBuilder = (s) => {
  const { b, w, h, d } = s
  const r = w / 2
  const dust = s.main(REGOLITH, 'sand', 0.98)
  b.use(dust)
  lathe(
    b,
    [0, 0, 0],
    [
      [r, 0.002],
      [r * 0.86, h * 0.3],
      [r * 0.72, h * 0.9],
      [r * 0.66, h],
      [r * 0.6, h * 0.86],
      [r * 0.5, h * 0.3],
      [r * 0.36, 0.012],
      [0, 0.008],
    ],
    34,
    d / w,
  )
}

/** A landing craft on four legs: descent stage in foil, ladder, ascent stage with its hatch. */
const lander: PropBuilder = (s) => {
  const { b, w, h } = s
  const half = w * 0.28
  const deck = h * 0.24
  const top = h * 0.52
  b.use(FOIL)
  lathe(
    b,
    [0, deck, 0],
    [
      [half * 1.05, 0],
      [half * 1.12, 0.08],
      [half * 1.12, top - deck - 0.08],
      [half * 1.05, top - deck],
      [0, top - deck],
    ],
    8,
  )
  b.use(shade(FOIL, 0.7))
  for (let i = 0; i < 8; i++) {
    const a = (i * Math.PI) / 4
    b.at(
      [Math.sin(a) * half * 1.06, deck + 0.3, Math.cos(a) * half * 1.06],
      () => box(b, [0, 0, 0], [half * 0.62, (top - deck) * 0.5, 0.03], 0.01),
      a,
    )
  }
  b.use(DARK_METAL)
  lathe(
    b,
    [0, deck - 0.62, 0],
    [
      [0.52, 0],
      [0.3, 0.34],
      [0.2, 0.62],
    ],
    20,
  )
  for (let i = 0; i < 4; i++) {
    const a = (i * Math.PI) / 2 + Math.PI / 4
    const [x, z] = [Math.sin(a), Math.cos(a)]
    b.use(FOIL)
    rod(b, [x * half, top - 0.1, z * half], [x * w * 0.48, 0.12, z * w * 0.48], 0.07)
    for (const side of [-1, 1])
      rod(b, [x * half + z * side * half * 0.7, deck + 0.1, z * half - x * side * half * 0.7], [x * w * 0.4, 0.45, z * w * 0.4], 0.035)
    b.use(STEEL)
    lathe(
      b,
      [x * w * 0.48, 0, z * w * 0.48],
      [
        [0.34, 0.02],
        [0.38, 0.1],
        [0.1, 0.16],
        [0, 0.16],
      ],
      16,
    )
  }
  const grey = paint('#b9bbb8', 'metal', 0.5, 0.3)
  b.use(grey)
  box(b, [0, top, 0], [half * 1.5, h * 0.3, half * 1.25], 0.22)
  b.use(shade(grey, 0.85))
  b.at([0, top + h * 0.13, half * 0.62], () => rod(b, [0, 0, 0], [0, 0, 0.5], half * 0.5, { sides: 18, top: half * 0.4 }))
  for (const x of [-1, 1]) ellipsoid(b, [x * half * 0.84, top + h * 0.14, -0.1], [0.42, 0.5, 0.5], 14, 10)
  b.use(BLACK)
  box(b, [0, top + 0.12, half * 0.62 + 0.49], [0.62, 0.66, 0.03], 0.05)
  for (const x of [-1, 1])
    b.at([x * 0.42, top + h * 0.2, half * 0.62 + 0.42], () => box(b, [0, 0, 0], [0.3, 0.28, 0.03], 0.02), 0, 0, x * 0.3)
  b.use(STEEL)
  for (const x of [-0.2, 0.2]) rod(b, [x, top - 0.05, half + 0.36], [x, 0.3, half + 0.85], 0.02)
  for (let i = 0; i < 8; i++) {
    const t = i / 8
    rod(
      b,
      [-0.2, top - 0.15 - t * (top - 0.5), half + 0.37 + t * 0.46],
      [0.2, top - 0.15 - t * (top - 0.5), half + 0.37 + t * 0.46],
      0.014,
      { sides: 6 },
    )
  }
  box(b, [0, top - 0.06, half + 0.24], [0.8, 0.04, 0.5], 0.01)
  rod(b, [half * 0.5, top + h * 0.3, -half * 0.3], [half * 0.5, h * 0.96, -half * 0.3], 0.02)
  b.use(paint('#d8d6cf', 'plain', 0.4))
  b.at(
    [half * 0.5, h * 0.93, -half * 0.3],
    () =>
      lathe(
        b,
        [0, 0, 0],
        [
          [0.02, 0],
          [0.26, 0.06],
          [0.4, 0.16],
        ],
        20,
      ),
    0,
    0.8,
  )
}

/** A flag on a pole, held out by a rod for want of wind. */
const moonFlag: PropBuilder = (s) => {
  const { b, w, h, rnd } = s
  b.use(STEEL)
  rod(b, [-w / 2 + 0.02, 0, 0], [-w / 2 + 0.02, h, 0], 0.018)
  rod(b, [-w / 2 + 0.02, h - 0.02, 0], [w / 2, h - 0.02, 0], 0.01)
  b.use(s.main('#b9b4a6', 'fabric'))
  for (let i = 0; i < 8; i++) {
    const x = -w / 2 + 0.04 + (i * (w - 0.06)) / 8
    b.use(shade(s.accent(i % 4 < 2 ? '#9c3a30' : '#c9c3b4', 'fabric'), rnd.range(0.92, 1.05)))
    b.at(
      [x + (w - 0.06) / 16, h - 0.62, 0.02 * Math.sin(i * 1.3)],
      () => box(b, [0, 0, 0], [(w - 0.06) / 8 + 0.004, 0.6, 0.012]),
      0.16 * Math.cos(i * 1.3),
    )
  }
}

/** Builders by catalogue id. */
export const MOON_THINGS: Readonly<Record<string, PropBuilder>> = { crater, lander, 'moon-flag': moonFlag }
