import { box, cylinder, ellipsoid, glowPaint, lathe, paint, rod } from '../geometry'
import { BLACK, BRASS, DARK_METAL, type PropBuilder } from './prop-shape'

const floorLamp: PropBuilder = (s) => {
  const { b, h } = s
  b.use(s.accent('#8a7a58', 'metal', 0.4, 0.8))
  lathe(
    b,
    [0, 0, 0],
    [
      [0.15, 0],
      [0.145, 0.015],
      [0.03, 0.04],
      [0.012, 0.1],
      [0.011, h - 0.2],
    ],
    16,
  )
  b.use({ ...s.main('#d0bd98', 'fabric'), pass: 'glow' })
  lathe(
    b,
    [0, h - 0.32, 0],
    [
      [0.2, 0],
      [0.12, 0.3],
      [0.117, 0.3],
      [0.196, 0.003],
    ],
    20,
  )
  b.use(glowPaint('#f0e0b8'))
  ellipsoid(b, [0, h - 0.18, 0], [0.035, 0.045, 0.035], 10, 8)
}

const candleStand: PropBuilder = (s) => {
  const { b, h } = s
  b.use(BRASS)
  lathe(
    b,
    [0, 0, 0],
    [
      [0.15, 0],
      [0.14, 0.02],
      [0.03, 0.08],
      [0.018, 0.2],
      [0.03, h * 0.45],
      [0.016, h * 0.55],
      [0.014, h - 0.3],
      [0.07, h - 0.26],
      [0.07, h - 0.24],
    ],
    14,
  )
  b.use(paint('#d8cdb0', 'plain', 0.6))
  cylinder(b, [0, h - 0.25, 0], 0.03, 0.2, { sides: 10 })
  b.use(glowPaint('#f0b050'))
  lathe(
    b,
    [0, h - 0.04, 0],
    [
      [0.006, 0],
      [0.013, 0.02],
      [0.001, 0.07],
    ],
    8,
  )
}

const pendant: PropBuilder = (s) => {
  const { b, w, h } = s
  const r = w / 2
  b.use(BLACK)
  rod(b, [0, 0.2, 0], [0, h, 0], 0.005, { sides: 5 })
  cylinder(b, [0, h - 0.03, 0], 0.05, 0.03, { sides: 12 })
  b.use(s.main('#8a4f38', 'metal', 0.45, 0.3))
  lathe(
    b,
    [0, 0, 0],
    [
      [r, 0.0],
      [r * 0.94, 0.05],
      [r * 0.5, 0.14],
      [0.04, 0.19],
      [0.028, 0.25],
    ],
    22,
  )
  b.use(paint('#d8ccb0', 'plain', 0.5))
  lathe(
    b,
    [0, 0, 0],
    [
      [0.03, 0.185],
      [r * 0.48, 0.132],
      [r * 0.92, 0.045],
      [r * 0.985, 0.0],
    ],
    22,
  )
  b.use(glowPaint('#f4e2b8'))
  ellipsoid(b, [0, 0.075, 0], [0.04, 0.05, 0.04], 10, 8)
}

const ceilingPanel: PropBuilder = (s) => {
  const { b, w, h, d } = s
  b.use(paint('#9a9c98', 'metal', 0.5, 0.2))
  box(b, [0, 0.02, 0], [w, h - 0.02, d], 0.008)
  b.use(glowPaint('#dfe4de'))
  box(b, [0, 0, 0], [w - 0.06, 0.03, d - 0.06], 0.006)
}

const ceilingFan: PropBuilder = (s) => {
  const { b, w, h } = s
  b.use(DARK_METAL)
  rod(b, [0, 0.12, 0], [0, h, 0], 0.015)
  lathe(
    b,
    [0, 0.06, 0],
    [
      [0.06, 0],
      [0.1, 0.04],
      [0.1, 0.1],
      [0.04, 0.14],
    ],
    16,
  )
  b.use(s.main('#6b4a30', 'wood'))
  for (let i = 0; i < 4; i++)
    b.at([0, 0.11, 0], () => box(b, [w * 0.28, 0, 0], [w * 0.42, 0.012, 0.13], 0.004), (i * Math.PI) / 2 + 0.3, 0.12)
  b.use(glowPaint('#f0e4c4'))
  ellipsoid(b, [0, 0.04, 0], [0.09, 0.05, 0.09], 14, 8)
}

const beam: PropBuilder = (s) => {
  s.b.use(s.main('#4a3828', 'wood'))
  box(s.b, [0, 0, 0], [s.w, s.h + 0.02, s.d], 0.022)
}

/** Builders by catalogue id. */
export const LAMPS: Readonly<Record<string, PropBuilder>> = {
  'floor-lamp': floorLamp,
  'candle-stand': candleStand,
  pendant: pendant,
  'ceiling-panel': ceilingPanel,
  'ceiling-fan': ceilingFan,
  'ceiling-beam': beam,
}
