import { ellipsoid, lathe, leaves, paint, rod, sheet, tube } from '../geometry'
import type { PropBuilder } from './prop-shape'

const coatRack: PropBuilder = (s) => {
  const { b, h } = s
  b.use(s.main('#56391f', 'wood'))
  lathe(
    b,
    [0, 0.12, 0],
    [
      [0.03, 0],
      [0.022, 0.3],
      [0.03, 0.7],
      [0.02, h - 0.16],
      [0.03, h - 0.12],
    ],
    10,
  )
  for (let i = 0; i < 4; i++)
    b.at(
      [0, 0, 0],
      () => {
        tube(
          b,
          [
            [0, 0.2, 0],
            [0.1, 0.1, 0],
            [0.2, 0.02, 0],
          ],
          0.016,
          6,
        )
        tube(
          b,
          [
            [0, h - 0.14, 0],
            [0.11, h - 0.12, 0],
            [0.15, h - 0.02, 0],
          ],
          0.011,
          6,
        )
      },
      (i * Math.PI) / 2 + 0.3,
    )
  b.use(s.accent('#4d5258', 'fabric'))
  b.at(
    [0.12, h - 0.16, 0.06],
    () =>
      lathe(
        b,
        [0, -1.0, 0],
        [
          [0.17, 0],
          [0.14, 0.4],
          [0.12, 0.8],
          [0.06, 1.0],
        ],
        10,
        0.55,
      ),
    0.5,
  )
  b.use(paint('#6e5a45', 'fabric'))
  lathe(
    b,
    [-0.13, h - 0.06, -0.04],
    [
      [0.15, 0],
      [0.15, 0.008],
      [0.09, 0.014],
      [0.085, 0.09],
      [0, 0.1],
    ],
    14,
  )
}

const housePlant: PropBuilder = (s) => {
  const { b, w, h } = s
  b.use(s.accent(s.rnd.pick(['#9a5c40', '#7d7a70', '#5d6a6c', '#a89070']), 'plain', 0.6))
  const r = w * 0.28
  lathe(
    b,
    [0, 0, 0],
    [
      [r * 0.72, 0],
      [r, h * 0.24],
      [r * 1.06, h * 0.25],
      [r * 1.06, h * 0.28],
      [r * 0.9, h * 0.28],
      [r * 0.88, h * 0.25],
      [0, h * 0.25],
    ],
    16,
  )
  b.use(s.main('#5b6f3c', 'foliage'))
  const kind = s.rnd.int(0, 1)
  for (let i = 0; i < 11; i++) {
    const a = i * 2.4
    const lift = h * (0.62 + 0.36 * s.rnd.next())
    const out = w * (0.22 + 0.3 * s.rnd.next())
    const tip: [number, number, number] = [Math.cos(a) * out, lift, Math.sin(a) * out]
    if (kind === 0) {
      rod(b, [0, h * 0.25, 0], [tip[0] * 0.8, tip[1] - 0.06, tip[2] * 0.8], 0.006, { sides: 5 })
      leaves(b, tip, [0.12, 0.09, 0.12], 7, 0.075)
    } else {
      b.at(
        [0, h * 0.25, 0],
        () => {
          const l = lift - h * 0.25
          sheet(
            b,
            2,
            6,
            (u, v) => [
              (u - 0.5) * 0.1 * Math.sin(Math.PI * Math.min(0.97, v * 0.9 + 0.1)),
              l * (v - 0.28 * v * v),
              out * 1.5 * v * v + Math.abs(u - 0.5) * 0.02,
            ],
            { both: true, uv: (_, u, v) => [u * 0.1, v * l] },
          )
        },
        a,
      )
    }
  }
}

const wasteBin: PropBuilder = (s) => {
  const { b, w, h } = s
  b.use(s.main('#5d6466', 'metal', 0.5, 0.4))
  lathe(
    b,
    [0, 0, 0],
    [
      [w * 0.36, 0],
      [w * 0.48, h],
      [w * 0.46, h],
      [w * 0.35, 0.02],
    ],
    16,
  )
  b.use(paint('#c8c0ac', 'paper'))
  for (let i = 0; i < 3; i++)
    ellipsoid(b, [s.rnd.range(-0.05, 0.05), h - 0.05 + i * 0.01, s.rnd.range(-0.05, 0.05)], [0.05, 0.04, 0.05], 7, 5, 0.3)
}

/** Builders by catalogue id. */
export const CORNER_THINGS: Readonly<Record<string, PropBuilder>> = {
  'coat-rack': coatRack,
  'house-plant': housePlant,
  'waste-bin': wasteBin,
}
