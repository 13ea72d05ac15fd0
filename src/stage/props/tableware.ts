import { box, cylinder, ellipsoid, lathe, paint, rod, tube } from '../geometry'
import { barePlate } from './hand-tableware'
import { BLACK, type PropBuilder, STEEL, WHITE_WARE } from './prop-shape'
import { bottleShape } from './storage'

const kettle: PropBuilder = (s) => {
  const { b } = s
  const enamel = s.main('#a4573a', 'metal', 0.3, 0.2)
  b.use(enamel)
  lathe(
    b,
    [0, 0, 0],
    [
      [0.08, 0],
      [0.09, 0.01],
      [0.095, 0.06],
      [0.07, 0.12],
      [0.035, 0.14],
      [0.03, 0.15],
    ],
    18,
  )
  lathe(
    b,
    [0, 0.145, 0],
    [
      [0.036, 0],
      [0.02, 0.012],
      [0.008, 0.016],
      [0.013, 0.032],
      [0, 0.035],
    ],
    12,
  )
  tube(
    b,
    [
      [0.075, 0.06, 0],
      [0.11, 0.09, 0],
      [0.135, 0.13, 0],
    ],
    0.014,
    8,
  )
  b.use(BLACK)
  tube(
    b,
    [
      [-0.06, 0.12, 0],
      [-0.055, 0.21, 0],
      [0, 0.235, 0],
      [0.055, 0.21, 0],
      [0.06, 0.12, 0],
    ],
    0.009,
    7,
  )
}

const teapot: PropBuilder = (s) => {
  const { b } = s
  b.use(s.main('#8a5a44', 'plain', 0.25))
  lathe(
    b,
    [0, 0, 0],
    [
      [0.045, 0],
      [0.07, 0.02],
      [0.078, 0.06],
      [0.05, 0.105],
      [0.03, 0.112],
    ],
    18,
  )
  lathe(
    b,
    [0, 0.11, 0],
    [
      [0.034, 0],
      [0.012, 0.014],
      [0.012, 0.024],
      [0, 0.034],
    ],
    12,
  )
  tube(
    b,
    [
      [0.065, 0.05, 0],
      [0.1, 0.07, 0],
      [0.118, 0.105, 0],
    ],
    0.011,
    8,
  )
  tube(
    b,
    [
      [-0.068, 0.09, 0],
      [-0.11, 0.085, 0],
      [-0.11, 0.045, 0],
      [-0.07, 0.03, 0],
    ],
    0.008,
    7,
  )
}

const pan: PropBuilder = (s) => {
  const { b } = s
  b.use(s.main('#3a3a3b', 'metal', 0.5, 0.6))
  lathe(
    b,
    [-0.08, 0, 0],
    [
      [0.1, 0],
      [0.115, 0.01],
      [0.12, 0.085],
      [0.115, 0.085],
      [0.108, 0.02],
      [0, 0.016],
    ],
    18,
  )
  rod(b, [0.03, 0.075, 0], [0.21, 0.09, 0], 0.01)
}

const plate: PropBuilder = (s) => {
  barePlate(s)
  s.b.use(paint(s.rnd.pick(['#a8743a', '#8d5a34', '#9a8a4a']), 'plain', 0.8))
  ellipsoid(s.b, [0.01, 0.02, 0], [0.055, 0.022, 0.045], 10, 6, 0.1)
  s.b.use(STEEL)
  box(s.b, [0.145, 0.0, 0], [0.012, 0.004, 0.17], 0.001)
}

const fruitBowl: PropBuilder = (s) => {
  const { b } = s
  b.use(s.main('#8d7a5c', 'plain', 0.4))
  lathe(
    b,
    [0, 0, 0],
    [
      [0.06, 0],
      [0.05, 0.015],
      [0.1, 0.05],
      [0.15, 0.1],
      [0.143, 0.1],
      [0.09, 0.055],
      [0, 0.03],
    ],
    20,
  )
  for (let i = 0; i < 9; i++) {
    b.use(paint(s.rnd.pick(['#a84a32', '#c08a34', '#8a9a40', '#b5652f']), 'plain', 0.45))
    const a = i * 2.4
    const r = i < 6 ? 0.085 : 0.03
    ellipsoid(b, [Math.cos(a) * r, i < 6 ? 0.1 : 0.14, Math.sin(a) * r], [0.038, 0.036, 0.038], 10, 7)
  }
}

const jars: PropBuilder = (s) => {
  const { b, w } = s
  let x = -w / 2 + 0.06
  while (x < w / 2 - 0.05) {
    const r = s.rnd.range(0.035, 0.055)
    const h = s.rnd.range(0.1, 0.18)
    b.use(paint(s.rnd.pick(['#b0784a', '#c0a874', '#8a5a44', '#7d8a5c', '#a89a80']), 'plain', 0.3))
    lathe(
      b,
      [x, 0, s.rnd.range(-0.02, 0.02)],
      [
        [r, 0],
        [r, h * 0.8],
        [r * 0.75, h * 0.86],
      ],
      12,
    )
    b.use(s.rnd.chance(0.5) ? STEEL : paint('#6b4a30', 'wood'))
    cylinder(b, [x, h * 0.86, 0], r * 0.85, h * 0.12, { sides: 12, bevel: 0.004 })
    x += r * 2 + 0.02
  }
}

const bottles: PropBuilder = (s) => {
  for (const [x, z] of [
    [-0.1, -0.03],
    [0, 0.04],
    [0.1, -0.02],
  ] as const)
    bottleShape(s, x, 0, z, s.rnd.range(0.24, 0.31))
}

const glasses: PropBuilder = (s) => {
  for (const [x, z] of [
    [-0.08, -0.03],
    [0.0, 0.03],
    [0.09, -0.02],
  ] as const) {
    s.b.use({ ...paint('#c0cac6', 'plain', 0.08), pass: 'glass' })
    lathe(
      s.b,
      [x, 0, z],
      [
        [0.026, 0],
        [0.033, 0.12],
        [0.03, 0.12],
        [0.022, 0.01],
      ],
      10,
    )
  }
}

const coffeeMachine: PropBuilder = (s) => {
  const { b, w, h, d } = s
  b.use(s.main('#7d7f80', 'metal', 0.25, 0.8))
  box(b, [0, 0, 0], [w, 0.07, d], 0.012)
  box(b, [0, 0.07, -d / 2 + 0.1], [w, h - 0.07, 0.2], 0.012)
  box(b, [0, h - 0.16, 0.02], [w, 0.16, d - 0.06], 0.02)
  b.use(BLACK)
  for (const x of [-0.1, 0.1]) {
    cylinder(b, [x, h - 0.21, 0.08], 0.032, 0.06, { sides: 12 })
    rod(b, [x, h - 0.19, 0.1], [x, h - 0.21, 0.24], 0.011)
  }
  b.use(s.accent('#a4573a', 'plain', 0.3))
  box(b, [0, h - 0.1, d / 2 - 0.012], [w * 0.6, 0.05, 0.02], 0.008)
  b.use(WHITE_WARE)
  for (let i = 0; i < 5; i++)
    lathe(
      b,
      [-w / 2 + 0.06 + i * 0.07, h, -0.04],
      [
        [0.02, 0],
        [0.032, 0.05],
        [0.028, 0.05],
      ],
      9,
    )
}

const condiments: PropBuilder = (s) => {
  const { b } = s
  b.use(paint('#98342a', 'plain', 0.3))
  lathe(
    b,
    [-0.06, 0, 0],
    [
      [0.026, 0],
      [0.028, 0.1],
      [0.01, 0.14],
      [0.006, 0.18],
    ],
    10,
  )
  b.use(paint('#c29a34', 'plain', 0.3))
  lathe(
    b,
    [0, 0, -0.03],
    [
      [0.024, 0],
      [0.026, 0.09],
      [0.01, 0.125],
      [0.006, 0.16],
    ],
    10,
  )
  b.use(STEEL)
  box(b, [0.06, 0, 0.01], [0.06, 0.1, 0.07], 0.008)
  for (const x of [0.03, 0.055]) cylinder(b, [x - 0.02, 0, 0.055], 0.015, 0.07, { sides: 8, top: 0.012 })
}

const bread: PropBuilder = (s) => {
  s.b.use(paint('#8a6a48', 'planks'))
  box(s.b, [0, 0, 0], [0.36, 0.02, 0.24], 0.006)
  s.b.use(paint('#a06a34', 'plain', 0.85))
  ellipsoid(s.b, [-0.04, 0.065, 0], [0.13, 0.055, 0.07], 14, 8, 0.05)
  s.b.use(paint('#c9a878', 'plain', 0.9))
  s.b.at([0.11, 0.02, 0.02], () => cylinder(s.b, [0, 0, 0], 0.05, 0.018, { sides: 12 }), 0, 0.1)
  s.b.use(STEEL)
  s.b.at([0.12, 0.022, 0.08], () => box(s.b, [0, 0, 0], [0.2, 0.004, 0.022], 0.001), 0.5)
}

/** Builders by catalogue id. */
export const TABLEWARE: Readonly<Record<string, PropBuilder>> = {
  kettle: kettle,
  teapot: teapot,
  pan: pan,
  plate: plate,
  'fruit-bowl': fruitBowl,
  jars: jars,
  bottles: bottles,
  glasses: glasses,
  condiments: condiments,
  bread: bread,
  'coffee-machine': coffeeMachine,
}
