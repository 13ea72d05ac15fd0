import { box, ellipsoid, lathe, paint, rod, shade, tube } from '../geometry'
import { type HandProp, lifted } from './hand-prop'
import { BRASS, type PropBuilder, STEEL } from './prop-shape'

const suitcase: PropBuilder = (s) => {
  const { b, w, h, d } = s
  const leather = s.main(s.rnd.pick(['#7a4f30', '#5c4433', '#6d5a3a', '#4f4a44']), 'fabric', 0.55)
  b.use(leather)
  box(b, [0, -h + 0.02, 0], [w, h - 0.06, d], 0.025)
  b.use(shade(leather, 0.65))
  for (const x of [-1, 1]) box(b, [x * w * 0.32, -h + 0.018, 0], [0.035, h - 0.052, d + 0.012], 0.006)
  for (const x of [-1, 1]) for (const y of [-h + 0.02, -0.1]) box(b, [x * (w / 2 - 0.03), y, 0], [0.065, 0.06, d + 0.008], 0.012)
  b.use(BRASS)
  for (const x of [-1, 1]) box(b, [x * w * 0.2, -0.09, d / 2 + 0.003], [0.04, 0.03, 0.01], 0.003)
  b.use(shade(leather, 0.5))
  tube(
    b,
    [
      [-0.07, -0.045, 0],
      [-0.06, 0, 0],
      [0.06, 0, 0],
      [0.07, -0.045, 0],
    ],
    0.011,
    6,
  )
}

const satchel: PropBuilder = (s) => {
  const { b, w, h, d } = s
  const leather = s.main('#6b4a30', 'fabric', 0.6)
  b.use(leather)
  box(b, [0, -h, 0], [w, h - 0.05, d], 0.03)
  b.use(shade(leather, 0.82))
  box(b, [0, -h + 0.12, d / 2 - 0.004], [w * 0.98, h - 0.18, 0.016], 0.006)
  b.use(BRASS)
  for (const x of [-1, 1]) box(b, [x * w * 0.25, -h + 0.11, d / 2 + 0.012], [0.03, 0.04, 0.008], 0.002)
  b.use(shade(leather, 0.6))
  tube(
    b,
    [
      [-w / 2, -0.1, 0],
      [-w * 0.3, 0.06, 0],
      [0, 0.0, 0.02],
      [w * 0.3, 0.06, 0],
      [w / 2, -0.1, 0],
    ],
    0.01,
    5,
  )
}

const umbrella: PropBuilder = (s) => {
  const { b } = s
  b.use(paint('#5b3d26', 'wood'))
  tube(
    b,
    [
      [0, 0, -0.1],
      [0, 0, 0.02],
      [0, 0, 0.12],
    ],
    0.011,
    7,
  )
  tube(
    b,
    [
      [0, 0, -0.1],
      [0, 0.03, -0.13],
      [0, 0.06, -0.1],
    ],
    0.011,
    7,
  )
  b.use(s.main('#38424a', 'fabric'))
  b.at(
    [0, 0, 0.08],
    () =>
      lathe(
        b,
        [0, 0, 0],
        [
          [0.02, 0],
          [0.05, 0.08],
          [0.035, 0.4],
          [0.012, 0.6],
        ],
        10,
      ),
    0,
    Math.PI / 2,
  )
  b.use(STEEL)
  rod(b, [0, 0, 0.68], [0, 0, 0.76], 0.005)
}

const hat: PropBuilder = (s) => {
  const felt = s.main('#5b4a3a', 'fabric')
  s.b.use(felt)
  lathe(
    s.b,
    [0, -0.02, 0],
    [
      [0.16, 0],
      [0.16, 0.006],
      [0.092, 0.012],
      [0.086, 0.08],
      [0.07, 0.115],
      [0, 0.1],
    ],
    18,
    1.12,
  )
  s.b.use(shade(felt, 0.45))
  lathe(
    s.b,
    [0, -0.006, 0],
    [
      [0.0935, 0],
      [0.091, 0.03],
    ],
    18,
    1.12,
  )
}

const woodenHorse: PropBuilder = (s) => {
  const { b } = s
  const wood = s.main('#9a7040', 'wood')
  b.use(wood)
  b.at([0, 0, 0], () => {
    ellipsoid(b, [0, 0.0, 0], [0.032, 0.036, 0.075], 10, 8)
    for (const x of [-0.02, 0.02]) for (const z of [-0.05, 0.05]) rod(b, [x, -0.01, z], [x * 1.2, -0.12, z * 1.12], 0.014, { top: 0.01 })
    rod(b, [0, 0.01, 0.055], [0, 0.095, 0.095], 0.024, { top: 0.017 })
    b.at([0, 0.1, 0.1], () => ellipsoid(b, [0, 0, 0.014], [0.016, 0.018, 0.038], 8, 6), 0, 0.5)
    for (const x of [-0.01, 0.01]) rod(b, [x, 0.112, 0.085], [x, 0.13, 0.083], 0.006, { top: 0.002, sides: 5 })
    b.use(shade(wood, 0.5))
    tube(
      b,
      [
        [0, 0.02, -0.07],
        [0, -0.02, -0.095],
        [0, -0.06, -0.092],
      ],
      0.01,
      6,
    )
    b.at([0, 0.06, 0.06], () => box(b, [0, -0.03, 0], [0.012, 0.075, 0.02], 0.004), 0, 0.45)
  })
}

/** What people bring along and wear. */
export const HAND_BELONGINGS: Readonly<Record<string, HandProp>> = {
  suitcase: { draw: suitcase, lie: (s, draw) => void s.b.at([0, s.h - 0.02, 0], () => draw(s)) },
  satchel: { draw: satchel, lie: (s, draw) => void s.b.at([0, s.h, 0], () => draw(s)) },
  umbrella: { draw: umbrella, lie: lifted(0.05) },
  hat: { draw: hat, lie: lifted(0.02) },
  'wooden-horse': { draw: woodenHorse, lie: lifted(0.12) },
}
