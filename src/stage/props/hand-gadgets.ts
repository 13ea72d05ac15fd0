import { box, ellipsoid, glowPaint, lathe, paint, rod, shade, tube } from '../geometry'
import { type HandProp, lifted } from './hand-prop'
import { BLACK, BRASS, DARK_METAL, type PropBuilder, STEEL } from './prop-shape'

const phone: PropBuilder = (s) => {
  s.b.use(s.main('#2d2f33', 'plain', 0.3))
  box(s.b, [0, -0.005, 0], [0.072, 0.009, 0.15], 0.003)
  s.b.use(paint('#4a6a7a', 'plain', 0.1))
  box(s.b, [0, 0.004, 0], [0.064, 0.001, 0.138])
}

/** The part of a telephone that is held: a bar with an ear and a mouth piece that look to the same side. */
const receiver: PropBuilder = (s) => {
  const { b } = s
  b.use(s.main('#1f2023', 'plain', 0.35))
  box(b, [0, 0, 0], [0.03, 0.026, 0.17], 0.012)
  for (const z of [-0.085, 0.085]) ellipsoid(b, [0, 0.012, z], [0.031, 0.026, 0.031], 14, 10)
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

const match: PropBuilder = (s) => {
  s.b.use(paint('#c8a878', 'wood'))
  rod(s.b, [0, 0, -0.01], [0, 0, 0.068], 0.0022)
  s.b.use(glowPaint('#f6b450'))
  ellipsoid(s.b, [0, 0.012, 0.078], [0.006, 0.016, 0.006], 10, 8)
}

/** Held by its neck: the body hangs to the little finger's side, its face where the fingers point. */
const guitar: PropBuilder = (s) => {
  const { b } = s
  const wood = s.main('#b5763a', 'wood', 0.3)
  b.use(shade(wood, 0.5))
  box(b, [0, -0.41, -0.012], [0.052, 0.62, 0.02], 0.006)
  box(b, [0, 0.195, -0.016], [0.07, 0.15, 0.016], 0.006)
  b.use(wood)
  for (const [down, r] of [
    [0.42, 0.135],
    [0.62, 0.18],
  ] as const)
    ellipsoid(b, [0, -down, -0.045], [r, r, 0.048], 28, 12)
  box(b, [0, -0.6, -0.045], [0.2, 0.2, 0.09], 0.03)
  b.use(paint('#1d1613', 'plain', 0.4))
  ellipsoid(b, [0, -0.45, 0.003], [0.045, 0.045, 0.004], 20, 8)
  box(b, [0, -0.67, 0.004], [0.11, 0.02, 0.01], 0.003)
  b.use(STEEL)
  for (let i = 0; i < 6; i++) rod(b, [-0.018 + i * 0.0072, 0.26, 0.001], [-0.026 + i * 0.0104, -0.66, 0.008], 0.0007)
}

const wrench: PropBuilder = (s) => {
  s.b.use(STEEL)
  rod(s.b, [0, 0, -0.1], [0, 0, 0.12], 0.012)
  box(s.b, [0, -0.01, 0.13], [0.06, 0.02, 0.03], 0.006)
  for (const x of [-1, 1]) box(s.b, [x * 0.022, -0.01, 0.155], [0.016, 0.02, 0.04], 0.005)
}

/** A judge's gavel: a turned head across the end of its handle. */
const gavel: PropBuilder = (s) => {
  s.b.use(s.main('#5e3a26', 'wood', 0.35))
  rod(s.b, [0, 0, -0.09], [0, 0, 0.15], 0.011, { top: 0.009, sides: 10 })
  rod(s.b, [0, -0.045, 0.165], [0, 0.045, 0.165], 0.03, { sides: 14 })
  s.b.use(BRASS)
  rod(s.b, [0, -0.006, 0.165], [0, 0.006, 0.165], 0.032, { sides: 14 })
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

/** The lens stands before the middle of the body, to the left of the hand at the grip. */
const levelCamera: PropBuilder = (s) => {
  const { b } = s
  b.use(s.main('#24262a', 'plain', 0.55))
  box(b, [0.06, 0, 0], [0.135, 0.078, 0.045], 0.008)
  box(b, [0.06, 0.047, -0.002], [0.052, 0.022, 0.036], 0.006)
  box(b, [0.004, 0, 0.016], [0.03, 0.074, 0.03], 0.01)
  b.use(BLACK)
  b.at(
    [0.06, -0.002, 0.02],
    () =>
      lathe(
        b,
        [0, 0, 0],
        [
          [0.034, 0],
          [0.034, 0.05],
          [0.031, 0.056],
          [0.026, 0.05],
          [0.01, 0.044],
        ],
        18,
      ),
    0,
    Math.PI / 2,
  )
  b.use(paint('#3c5a78', 'plain', 0.05))
  b.at(
    [0.06, -0.002, 0.064],
    () =>
      lathe(
        b,
        [0, 0, 0],
        [
          [0.024, 0],
          [0, 0.002],
        ],
        14,
      ),
    0,
    Math.PI / 2,
  )
  b.use(STEEL)
  b.at([0.012, 0.04, 0], () =>
    lathe(
      b,
      [0, 0, 0],
      [
        [0.009, 0],
        [0.008, 0.008],
        [0, 0.009],
      ],
      10,
    ),
  )
}

/** How a wrist that is bent as far as it goes holds a camera level at the eye: turned and pitched in the hand, radians. */
const AT_THE_EYE = [-0.33, 0.6] as const
const camera: PropBuilder = (s) => void s.b.at([0, 0, 0], () => levelCamera(s), ...AT_THE_EYE)

/** A cloth crumpled in the fist, its ends hanging out on both sides. */
const cloth: PropBuilder = (s) => {
  const { b } = s
  b.use(s.main(s.rnd.pick(['#d8d2c4', '#a9b8b4', '#c9a97c']), 'fabric', 0.95))
  ellipsoid(b, [0, -0.012, 0.005], [0.075, 0.02, 0.05], 12, 8)
  ellipsoid(b, [0.06, -0.02, -0.012], [0.05, 0.013, 0.04], 10, 6)
  ellipsoid(b, [-0.055, -0.022, 0.02], [0.05, 0.012, 0.036], 10, 6)
}

/** What hands switch, turn and light. */
export const HAND_GADGETS: Readonly<Record<string, HandProp>> = {
  phone: { draw: phone, lie: lifted(0.005) },
  receiver: { draw: receiver, lie: lifted(0.014) },
  flashlight: { draw: flashlight, lie: lifted(0.034) },
  key: { draw: key, lie: lifted(0.004) },
  'photo-camera': { draw: camera, lie: (s) => void s.b.at([0, 0.039, 0], () => levelCamera(s)) },
  cloth: { draw: cloth, lie: lifted(0.03) },
  match: { draw: match, lie: lifted(0.004) },
  guitar: { draw: guitar, lie: (s, draw) => void s.b.at([0, 0.09, 0], () => draw(s), 0, -Math.PI / 2) },
  cigarette: { draw: cigarette, lie: lifted(0.005) },
  wrench: { draw: wrench, lie: lifted(0.012) },
  gavel: { draw: gavel, lie: lifted(0.046) },
  'remote-device': { draw: device, lie: lifted(0.03) },
  lantern: { draw: lantern, lie: lifted(0.28) },
}
