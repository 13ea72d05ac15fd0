import { box, cylinder, prism, rod, shade, tube } from '../geometry'
import { type HandProp, lifted, onSide } from './hand-prop'
import { DARK_METAL, type PropBuilder, STEEL } from './prop-shape'

const pistol: PropBuilder = (s) => {
  const { b } = s
  b.use(DARK_METAL)
  box(b, [0, 0.03, 0.06], [0.026, 0.034, 0.18], 0.005)
  b.use(shade(DARK_METAL, 1.4))
  box(b, [0, 0.016, 0.03], [0.022, 0.018, 0.12], 0.004)
  rod(b, [0, 0.05, 0.14], [0, 0.05, 0.156], 0.007)
  tube(
    b,
    [
      [0, 0.016, 0.06],
      [0, -0.012, 0.05],
      [0, -0.012, 0.022],
    ],
    0.004,
    5,
  )
  b.use(s.main('#4b3324', 'wood'))
  b.at([0, -0.075, -0.018], () => box(b, [0, 0, 0], [0.026, 0.1, 0.042], 0.008), 0, -0.22)
}

const rifle: PropBuilder = (s) => {
  const { b } = s
  b.use(DARK_METAL)
  rod(b, [0, 0.03, 0.05], [0, 0.03, 0.62], 0.011)
  box(b, [0, 0.01, 0.02], [0.03, 0.045, 0.2], 0.008)
  b.use(s.main('#5c3d26', 'wood'))
  box(b, [0, 0.0, 0.24], [0.034, 0.03, 0.26], 0.01)
  b.at([0, -0.02, -0.2], () => box(b, [0, -0.05, 0], [0.034, 0.09, 0.3], 0.014), 0, -0.16)
}

const knife: PropBuilder = (s) => {
  s.b.use(s.main('#3c2a1c', 'wood'))
  box(s.b, [0, -0.011, -0.01], [0.02, 0.022, 0.11], 0.006)
  s.b.use(STEEL)
  s.b.at(
    [-0.001, 0, 0.045],
    () =>
      prism(
        s.b,
        [
          [0, -0.014],
          [0.16, -0.012],
          [0.2, 0.008],
          [0, 0.014],
        ],
        0,
        0.003,
      ),
    -Math.PI / 2,
  )
}

const axe: PropBuilder = (s) => {
  const { b } = s
  b.use(s.main('#8a6a44', 'wood'))
  rod(b, [0, 0, -0.12], [0, 0, 0.6], 0.015, { top: 0.017 })
  b.use(STEEL)
  b.at([0, 0, 0.54], () => {
    b.at(
      [0.014, 0, 0],
      () =>
        prism(
          b,
          [
            [-0.045, -0.035],
            [-0.05, -0.13],
            [0.05, -0.13],
            [0.035, -0.035],
            [0.03, 0.05],
            [-0.03, 0.05],
          ],
          0,
          0.028,
        ),
      -Math.PI / 2,
    )
  })
}

/** What hands threaten and chop with. */
export const HAND_WEAPONS: Readonly<Record<string, HandProp>> = {
  pistol: { draw: pistol, lie: onSide(0.014) },
  rifle: { draw: rifle, lie: onSide(0.018) },
  knife: { draw: knife, lie: onSide(0.011) },
  axe: { draw: axe, lie: lifted(0.135) },
  rod: {
    draw: (s) => {
      s.b.use(s.main('#6b4a30', 'wood'))
      cylinder(s.b, [0, -0.4, 0], 0.014, 0.9)
    },
    lie: onSide(0.014),
  },
}
