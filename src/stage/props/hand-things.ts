import { box, cylinder, ellipsoid, glowPaint, lathe, paint, prism, rod, shade, tube } from '../geometry'
import { HAND_PARCELS } from './hand-parcels'
import { BLACK, BRASS, DARK_METAL, type PropBuilder, type PropShape, STEEL, WHITE_WARE } from './prop-shape'

/** A thing made about its grip, and how it is laid on a table (y = 0). */
export interface HandProp {
  /** Origin at the grip: the fist closes about the x axis... the thing points along +z, its top is +y. */
  readonly draw: PropBuilder
  readonly lie: (s: PropShape, draw: PropBuilder) => void
}

const upright =
  (gripM: number): HandProp['lie'] =>
  (s, draw) =>
    void s.b.at([0, gripM, 0], () => draw(s))
const flat =
  (y: number): HandProp['lie'] =>
  (s, draw) =>
    void s.b.at([0, y, 0], () => draw(s))
const onSide =
  (y: number): HandProp['lie'] =>
  (s, draw) =>
    void s.b.at([0, y, 0], () => draw(s), 0.3, 0, Math.PI / 2)

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

const book: PropBuilder = (s) => {
  const { b } = s
  const cover = s.main(s.rnd.pick(['#6e3b33', '#3d4f4a', '#4a4c5e', '#8a6a3c']), 'paper', 0.7)
  b.use(cover)
  for (const y of [-0.016, 0.012]) box(b, [0, y, 0], [0.15, 0.004, 0.22], 0.001)
  box(b, [-0.074, -0.016, 0], [0.005, 0.032, 0.22], 0.001)
  b.use(paint('#cfc3a6', 'paper'))
  box(b, [0.002, -0.012, 0], [0.14, 0.024, 0.21])
}

const photograph: PropBuilder = (s) => {
  const { b } = s
  b.use(paint('#6b4c30', 'wood'))
  for (const x of [-0.075, 0.075]) box(b, [x, -0.1, 0], [0.016, 0.2, 0.016], 0.004)
  for (const y of [-0.1, 0.084]) box(b, [0, y, 0], [0.166, 0.016, 0.016], 0.004)
  b.use(paint('#b0a080', 'paper'))
  box(b, [0, -0.086, -0.002], [0.138, 0.172, 0.006])
  b.use(paint('#5c4a3c', 'paper'))
  ellipsoid(b, [-0.01, 0.02, 0.002], [0.024, 0.03, 0.003], 12, 6)
  ellipsoid(b, [-0.01, -0.055, 0.002], [0.05, 0.05, 0.003], 12, 6)
}

const letter: PropBuilder = (s) => {
  s.b.use(s.main('#d0c6ae', 'paper'))
  box(s.b, [0, -0.003, 0], [0.22, 0.004, 0.11], 0.001)
  s.b.use(paint('#9c4a3a', 'paper'))
  box(s.b, [0.08, 0.0012, -0.035], [0.026, 0.001, 0.022])
}

const phone: PropBuilder = (s) => {
  s.b.use(s.main('#2d2f33', 'plain', 0.3))
  box(s.b, [0, -0.005, 0], [0.072, 0.009, 0.15], 0.003)
  s.b.use(paint('#4a6a7a', 'plain', 0.1))
  box(s.b, [0, 0.004, 0], [0.064, 0.001, 0.138])
}

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

const flashlight: PropBuilder = (s) => {
  const { b } = s
  b.use(s.main('#33383a', 'metal', 0.45, 0.6))
  b.at(
    [0, 0, -0.09],
    () =>
      lathe(
        b,
        [0, 0, 0],
        [
          [0.018, 0],
          [0.02, 0.01],
          [0.02, 0.13],
          [0.034, 0.17],
          [0.034, 0.215],
          [0.028, 0.215],
          [0.014, 0.19],
        ],
        14,
      ),
    0,
    Math.PI / 2,
  )
  b.use(paint('#e0d6b0', 'plain', 0.2))
  b.at(
    [0, 0, 0.11],
    () =>
      lathe(
        b,
        [0, 0, 0],
        [
          [0.027, 0],
          [0, 0.001],
        ],
        12,
      ),
    0,
    Math.PI / 2,
  )
}

const key: PropBuilder = (s) => {
  s.b.use(BRASS)
  rod(s.b, [0, 0, -0.01], [0, 0, 0.06], 0.004)
  box(s.b, [0.01, -0.003, 0.05], [0.016, 0.006, 0.012])
  for (let i = 0; i < 8; i++) {
    const a = (i / 8) * Math.PI * 2
    const c = ((i + 1) / 8) * Math.PI * 2
    rod(s.b, [Math.cos(a) * 0.014, 0, -0.024 + Math.sin(a) * 0.014], [Math.cos(c) * 0.014, 0, -0.024 + Math.sin(c) * 0.014], 0.004, {
      sides: 5,
    })
  }
}

const cigarette: PropBuilder = (s) => {
  s.b.use(paint('#d8d2c4', 'paper'))
  rod(s.b, [0, 0, -0.01], [0, 0, 0.06], 0.004)
  s.b.use(paint('#b98a4a', 'paper'))
  rod(s.b, [0, 0, -0.03], [0, 0, -0.01], 0.0042)
}

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

const melon: PropBuilder = (s) => {
  s.b.use(s.main('#5c7a3c', 'plain', 0.4))
  ellipsoid(s.b, [0, 0, 0], [0.13, 0.12, 0.12], 18, 12)
  s.b.use(paint('#3d5a2c', 'plain', 0.4))
  for (let i = 0; i < 7; i++) s.b.at([0, 0, 0], () => ellipsoid(s.b, [0, 0, 0.004], [0.03, 0.1225, 0.1215], 6, 10), (i / 7) * Math.PI * 2)
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

const money: PropBuilder = (s) => {
  for (let i = 0; i < 3; i++) {
    s.b.use(shade(paint('#7d8a64', 'paper'), 0.9 + i * 0.08))
    s.b.at([0, -0.02 + i * 0.014, 0], () => box(s.b, [0, 0, 0], [0.16, 0.012, 0.07], 0.002), i * 0.2)
  }
}

const tablet: PropBuilder = (s) => {
  s.b.use(s.main('#5b4836', 'wood'))
  box(s.b, [0, -0.006, 0], [0.2, 0.006, 0.27], 0.002)
  s.b.use(paint('#cdc4ae', 'paper'))
  box(s.b, [0, 0, 0.01], [0.17, 0.003, 0.22])
  s.b.use(STEEL)
  box(s.b, [0, 0.001, -0.12], [0.08, 0.012, 0.03], 0.004)
}

const wrench: PropBuilder = (s) => {
  s.b.use(STEEL)
  rod(s.b, [0, 0, -0.1], [0, 0, 0.12], 0.012)
  box(s.b, [0, -0.01, 0.13], [0.06, 0.02, 0.03], 0.006)
  for (const x of [-1, 1]) box(s.b, [x * 0.022, -0.01, 0.155], [0.016, 0.02, 0.04], 0.005)
}

const device: PropBuilder = (s) => {
  const { b } = s
  b.use(s.main('#4a5054', 'plain', 0.5))
  box(b, [0, -0.03, 0], [0.075, 0.05, 0.17], 0.012)
  b.use(paint('#7d9a8a', 'plain', 0.2))
  box(b, [0, 0.02, 0.035], [0.05, 0.003, 0.05])
  for (let i = 0; i < 6; i++) {
    b.use(paint(i === 0 ? '#b5523a' : '#8d8f8a', 'plain', 0.5))
    box(b, [((i % 3) - 1) * 0.02, 0.018, -0.025 - Math.floor(i / 3) * 0.025], [0.013, 0.007, 0.013], 0.003)
  }
  b.use(BLACK)
  rod(b, [0.025, 0, 0.08], [0.025, 0, 0.2], 0.005)
}

const plateInHand: PropBuilder = (s) => {
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
  s.b.use(WHITE_WARE)
}

const lantern: PropBuilder = (s) => {
  s.b.use(DARK_METAL)
  lathe(
    s.b,
    [0, -0.28, 0],
    [
      [0.07, 0],
      [0.075, 0.03],
      [0.06, 0.05],
    ],
    12,
  )
  lathe(
    s.b,
    [0, -0.1, 0],
    [
      [0.062, 0],
      [0.07, 0.02],
      [0.03, 0.06],
    ],
    12,
  )
  for (let i = 0; i < 4; i++) s.b.at([0, 0, 0], () => rod(s.b, [0.06, -0.24, 0], [0.06, -0.1, 0], 0.005, { sides: 5 }), (i * Math.PI) / 2)
  tube(
    s.b,
    [
      [-0.05, -0.06, 0],
      [0, 0, 0],
      [0.05, -0.06, 0],
    ],
    0.005,
    5,
  )
  s.b.use(glowPaint('#e8c070'))
  ellipsoid(s.b, [0, -0.18, 0], [0.025, 0.045, 0.025], 8, 8)
}

/** What hands can carry. */
export const HAND_PROPS: Readonly<Record<string, HandProp>> = {
  ...HAND_PARCELS,
  cup: { draw: cup, lie: upright(0.045) },
  glass: { draw: glass, lie: upright(0.065) },
  bottle: { draw: bottle, lie: upright(0.15) },
  book: { draw: book, lie: flat(0.016) },
  photograph: { draw: photograph, lie: (s, draw) => void s.b.at([0, 0.098, 0], () => draw(s), 0, -0.2) },
  letter: { draw: letter, lie: flat(0.003) },
  phone: { draw: phone, lie: flat(0.005) },
  pistol: { draw: pistol, lie: onSide(0.014) },
  rifle: { draw: rifle, lie: onSide(0.018) },
  knife: { draw: knife, lie: onSide(0.011) },
  axe: { draw: axe, lie: flat(0.135) },
  flashlight: { draw: flashlight, lie: flat(0.034) },
  key: { draw: key, lie: flat(0.004) },
  cigarette: { draw: cigarette, lie: flat(0.005) },
  suitcase: { draw: suitcase, lie: (s, draw) => void s.b.at([0, s.h - 0.02, 0], () => draw(s)) },
  satchel: { draw: satchel, lie: (s, draw) => void s.b.at([0, s.h, 0], () => draw(s)) },
  umbrella: { draw: umbrella, lie: flat(0.05) },
  'wooden-horse': { draw: woodenHorse, lie: upright(0.12) },
  melon: { draw: melon, lie: upright(0.12) },
  hat: { draw: hat, lie: flat(0.02) },
  money: { draw: money, lie: flat(0.02) },
  tablet: { draw: tablet, lie: flat(0.006) },
  wrench: { draw: wrench, lie: flat(0.012) },
  'remote-device': { draw: device, lie: flat(0.03) },
  plate: { draw: plateInHand, lie: flat(0) },
  lantern: { draw: lantern, lie: upright(0.28) },
  rod: {
    draw: (s) => {
      s.b.use(s.main('#6b4a30', 'wood'))
      cylinder(s.b, [0, -0.4, 0], 0.014, 0.9)
    },
    lie: onSide(0.014),
  },
}
