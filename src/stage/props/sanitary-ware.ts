import { box, ellipsoid, lathe, paint, tube } from '../geometry'
import { BRASS, DARK_METAL, type PropBuilder, STEEL } from './prop-shape'

const toilet: PropBuilder = (s) => {
  const { b, w, h, d } = s
  b.use(s.main('#cfc9bd', 'plain', 0.15))
  box(b, [0, 0.38, -d / 2 + 0.1], [w, h - 0.38, 0.19], 0.03)
  lathe(
    b,
    [0, 0, 0.06],
    [
      [0.12, 0],
      [0.1, 0.1],
      [0.19, 0.34],
      [0.2, 0.4],
    ],
    18,
    1.2,
  )
  box(b, [0, 0, -0.12], [0.22, 0.38, 0.26], 0.03)
  b.use(paint('#5e432f', 'wood'))
  lathe(
    b,
    [0, 0.4, 0.06],
    [
      [0.2, 0],
      [0.2, 0.03],
      [0.17, 0.035],
    ],
    18,
    1.2,
  )
  b.use(STEEL)
  box(b, [0.1, h, -d / 2 + 0.1], [0.06, 0.015, 0.03], 0.005)
}

const bathtub: PropBuilder = (s) => {
  const { b, w, h, d } = s
  const enamel = s.main('#cfc9bd', 'plain', 0.15)
  b.use(enamel)
  for (const z of [-1, 1]) {
    box(b, [0, 0.08, z * (d / 2 - 0.03)], [w - 0.06, h - 0.1, 0.05], 0.02)
    box(b, [0, h - 0.05, z * (d / 2 - 0.03)], [w, 0.05, 0.08], 0.022)
  }
  for (const x of [-1, 1]) {
    box(b, [x * (w / 2 - 0.03), 0.08, 0], [0.05, h - 0.1, d - 0.08], 0.02)
    box(b, [x * (w / 2 - 0.035), h - 0.05, 0], [0.08, 0.05, d], 0.022)
  }
  box(b, [0, 0.08, 0], [w - 0.08, 0.08, d - 0.08])
  b.use(DARK_METAL)
  for (const x of [-1, 1]) for (const z of [-1, 1]) ellipsoid(b, [x * (w / 2 - 0.16), 0.05, z * (d / 2 - 0.12)], [0.05, 0.05, 0.05], 8, 6)
  b.use(BRASS)
  tube(
    b,
    [
      [-w / 2 + 0.1, h, 0],
      [-w / 2 + 0.1, h + 0.22, 0],
      [-w / 2 + 0.24, h + 0.2, 0],
    ],
    0.014,
  )
}

const basin: PropBuilder = (s) => {
  const { b, w, h, d } = s
  b.use(s.main('#cfc9bd', 'plain', 0.15))
  lathe(
    b,
    [0, 0, -0.06],
    [
      [0.13, 0],
      [0.08, 0.1],
      [0.07, h - 0.24],
      [0.12, h - 0.16],
    ],
    14,
  )
  lathe(
    b,
    [0, h - 0.19, 0],
    [
      [0.12, 0],
      [w / 2 - 0.06, 0.1],
      [w / 2, 0.19],
      [w / 2 - 0.04, 0.185],
      [0.1, 0.07],
      [0, 0.06],
    ],
    20,
    d / w,
  )
  b.use(STEEL)
  tube(
    b,
    [
      [0, h, -d / 2 + 0.06],
      [0, h + 0.14, -d / 2 + 0.06],
      [0, h + 0.13, -d / 2 + 0.16],
    ],
    0.012,
  )
}

/** Builders by catalogue id. */
export const SANITARY_WARE: Readonly<Record<string, PropBuilder>> = {
  toilet: toilet,
  bathtub: bathtub,
  basin: basin,
}
