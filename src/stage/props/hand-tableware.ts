import { ellipsoid, lathe, paint, tube } from '../geometry'
import { type HandProp, lifted } from './hand-prop'
import type { PropBuilder } from './prop-shape'

const cup: PropBuilder = (s) => {
  const { b } = s
  const glaze = s.main(s.rnd.pick(['#c9bfa8', '#7d5a48', '#66757a', '#a8684a']), 'plain', 0.3)
  b.use(glaze)
  lathe(
    b,
    [0, -0.045, 0],
    [
      [0.028, 0],
      [0.036, 0.01],
      [0.04, 0.09],
      [0.036, 0.09],
      [0.033, 0.016],
      [0, 0.014],
    ],
    14,
  )
  b.use(paint('#3a2415', 'plain', 0.15))
  lathe(
    b,
    [0, 0.028, 0],
    [
      [0.0355, 0],
      [0, 0.0005],
    ],
    12,
  )
  b.use(glaze)
  tube(
    b,
    [
      [0.038, 0.03, 0],
      [0.064, 0.025, 0],
      [0.064, -0.02, 0],
      [0.038, -0.025, 0],
    ],
    0.006,
    6,
  )
}

const glass: PropBuilder = (s) => {
  s.b.use({ ...paint('#b8c4c0', 'plain', 0.08), pass: 'glass' })
  lathe(
    s.b,
    [0, -0.065, 0],
    [
      [0.03, 0],
      [0.036, 0.13],
      [0.033, 0.13],
      [0.028, 0.012],
    ],
    14,
  )
  s.b.use(paint('#8a4f22', 'plain', 0.1))
  lathe(
    s.b,
    [0, -0.055, 0],
    [
      [0.027, 0],
      [0.03, 0.05],
      [0, 0.051],
    ],
    12,
  )
}

const bottle: PropBuilder = (s) => {
  s.b.use(s.main('#3f5a3c', 'plain', 0.12))
  lathe(
    s.b,
    [0, -0.15, 0],
    [
      [0.036, 0],
      [0.038, 0.02],
      [0.038, 0.17],
      [0.015, 0.22],
      [0.013, 0.29],
      [0.016, 0.3],
    ],
    14,
  )
  s.b.use(paint('#c8b98e', 'paper'))
  lathe(
    s.b,
    [0, -0.1, 0],
    [
      [0.039, 0],
      [0.039, 0.09],
    ],
    14,
  )
}

/** A bare plate lying on y = 0. */
export const barePlate: PropBuilder = (s) => {
  s.b.use(s.main('#cfc7b6', 'plain', 0.25))
  lathe(
    s.b,
    [0, 0, 0],
    [
      [0.06, 0],
      [0.07, 0.008],
      [0.12, 0.02],
      [0.12, 0.024],
      [0.068, 0.014],
      [0, 0.013],
    ],
    20,
  )
}

const melon: PropBuilder = (s) => {
  s.b.use(s.main('#5c7a3c', 'plain', 0.4))
  ellipsoid(s.b, [0, 0, 0], [0.13, 0.12, 0.12], 18, 12)
  s.b.use(paint('#3d5a2c', 'plain', 0.4))
  for (let i = 0; i < 7; i++) s.b.at([0, 0, 0], () => ellipsoid(s.b, [0, 0, 0.004], [0.03, 0.1225, 0.1215], 6, 10), (i / 7) * Math.PI * 2)
}

/** What hands eat and drink from. */
export const HAND_TABLEWARE: Readonly<Record<string, HandProp>> = {
  cup: { draw: cup, lie: lifted(0.045) },
  glass: { draw: glass, lie: lifted(0.065) },
  bottle: { draw: bottle, lie: lifted(0.15) },
  plate: { draw: barePlate, lie: lifted(0) },
  melon: { draw: melon, lie: lifted(0.12) },
}
