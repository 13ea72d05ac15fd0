import { box, cylinder, ellipsoid, lathe, paint, prism, rod, shade, tube } from '../geometry'
import { type HandProp, lifted } from './hand-prop'
import { type PropBuilder, STEEL, WHITE_WARE } from './prop-shape'

/** A box of card with a lid and string, its near lower edge in the hand. */
const parcel: PropBuilder = (s) => {
  const { b } = s
  const card = s.main('#cdbb9c', 'paper', 0.8)
  b.use(card)
  box(b, [0, -0.02, 0.1], [0.25, 0.12, 0.25], 0.006)
  b.use(shade(card, 1.12))
  box(b, [0, 0.085, 0.1], [0.262, 0.035, 0.262], 0.006)
  b.use(paint('#8a4a3c', 'fabric'))
  box(b, [0, -0.021, 0.1], [0.012, 0.1425, 0.266], 0.002)
  box(b, [0, -0.021, 0.1], [0.266, 0.1425, 0.012], 0.002)
  for (const x of [-1, 1]) b.at([x * 0.028, 0.128, 0.1], () => ellipsoid(b, [0, 0, 0], [0.03, 0.008, 0.014], 8, 5), 0, 0, x * 0.3)
}

/** A wrapped bundle that fits the hand: what nobody knows better. */
const bundle: PropBuilder = (s) => {
  s.b.use(s.main('#8d7a5e', 'fabric'))
  ellipsoid(s.b, [0, 0, 0.02], [0.055, 0.045, 0.065], 12, 8, 0.05)
  s.b.use(paint('#5b4632', 'fabric'))
  lathe(
    s.b,
    [0, 0.036, 0.02],
    [
      [0.018, 0],
      [0.012, 0.012],
      [0.026, 0.034],
    ],
    9,
  )
}

/** A winder with two grips and string on it. */
const reel: PropBuilder = (s) => {
  const { b } = s
  b.use(s.main('#7d5a38', 'wood'))
  for (const x of [-1, 1]) rod(b, [x * 0.055, 0, -0.06], [x * 0.055, 0, 0.12], 0.009, { sides: 8 })
  for (const z of [-0.055, 0.115]) rod(b, [-0.085, 0, z], [0.085, 0, z], 0.008, { sides: 8 })
  b.use(paint('#d8d0bc', 'fabric'))
  b.at([0, 0, 0.03], () => cylinder(b, [0, -0.062, 0], 0.036, 0.124, { sides: 14, bevel: 0.012 }), 0, 0, Math.PI / 2)
}

const kite: PropBuilder = (s) => {
  const cloth = s.main('#b8322a', 'fabric')
  s.b.use(cloth)
  const edge = [
    [0, 0.42],
    [0.3, 0.1],
    [0, -0.46],
    [-0.3, 0.1],
  ] as const
  prism(s.b, edge, -0.004, 0.008)
  s.b.use(shade(cloth, 0.6))
  rod(s.b, [0, -0.46, 0], [0, 0.42, 0], 0.006, { sides: 6 })
  rod(s.b, [-0.3, 0.1, 0], [0.3, 0.1, 0], 0.006, { sides: 6 })
}

/** A pressure or riding helmet, carried by its rim. */
const helmet: PropBuilder = (s) => {
  const { b } = s
  const shell = s.main('#d8d9d6', 'plain', 0.3)
  b.use(shell)
  ellipsoid(b, [0, 0.02, 0.1], [0.135, 0.15, 0.15], 20, 14)
  b.use(shade(shell, 0.55))
  cylinder(b, [0, -0.125, 0.1], 0.12, 0.03, { sides: 20, bevel: 0.008 })
  b.use(paint('#1d242c', 'plain', 0.08))
  ellipsoid(b, [0, 0.03, 0.152], [0.108, 0.088, 0.112], 18, 12)
}

const scissors: PropBuilder = (s) => {
  const { b } = s
  for (const x of [-1, 1]) {
    b.use(STEEL)
    b.at([0, 0, 0.04], () => box(b, [x * 0.006, -0.002, 0.055], [0.012, 0.004, 0.11], 0.001), x * 0.1)
    b.use(s.main('#a33a2c', 'plain', 0.4))
    tube(
      b,
      [0, 1, 2, 3, 4, 5, 6].map((i) => {
        const a = (i / 6) * Math.PI * 2
        return [x * (0.024 + Math.cos(a) * 0.018), 0, -0.01 + Math.sin(a) * 0.026]
      }),
      0.005,
      6,
    )
  }
}

const apple: PropBuilder = (s) => {
  s.b.use(s.main('#a8382c', 'plain', 0.35))
  ellipsoid(s.b, [0, 0, 0], [0.04, 0.036, 0.04], 14, 10)
  s.b.use(paint('#4a3420', 'wood'))
  rod(s.b, [0, 0.03, 0], [0.004, 0.048, 0], 0.002, { sides: 5 })
}

const slice: PropBuilder = (s) => {
  const arc = Array.from({ length: 9 }, (_, i) => {
    const a = Math.PI + (i / 8) * Math.PI
    return [Math.cos(a), Math.sin(a)] as const
  })
  const half = (r: number) => arc.map(([x, y]) => [x * r, y * r + 0.03] as const)
  s.b.use(paint('#4f7038', 'plain', 0.4))
  prism(s.b, half(0.105), -0.017, 0.034)
  s.b.use(s.main('#c4483e', 'plain', 0.5))
  prism(s.b, half(0.092), -0.0185, 0.037)
}

const pencil: PropBuilder = (s) => {
  s.b.use(s.main('#c9a03a', 'plain', 0.5))
  rod(s.b, [0, 0, -0.06], [0, 0, 0.1], 0.0045, { sides: 6 })
  s.b.use(paint('#c8a880', 'wood'))
  rod(s.b, [0, 0, 0.1], [0, 0, 0.118], 0.0045, { top: 0.001, sides: 6 })
}

const fork: PropBuilder = (s) => {
  s.b.use(STEEL)
  rod(s.b, [0, 0, -0.06], [0, 0, 0.08], 0.004, { sides: 6 })
  box(s.b, [0, -0.001, 0.09], [0.022, 0.003, 0.025], 0.001)
  for (const x of [-0.009, -0.003, 0.003, 0.009]) rod(s.b, [x, 0, 0.1], [x, 0.004, 0.14], 0.0015, { sides: 4 })
}

/** A walking stick: its crook in the hand, its foot on the ground. */
const stick: PropBuilder = (s) => {
  s.b.use(s.main('#5b3d26', 'wood'))
  rod(s.b, [0, 0, 0], [0, -0.82, 0], 0.012, { top: 0.009, sides: 9 })
  tube(
    s.b,
    [
      [0, 0, 0],
      [0, 0.03, 0.02],
      [0, 0.035, 0.055],
      [0, 0.015, 0.08],
    ],
    0.012,
    8,
  )
}

const sugarBowl: PropBuilder = (s) => {
  s.b.use({ ...WHITE_WARE, colour: s.main('#d6cfc0').colour })
  lathe(
    s.b,
    [0, -0.045, 0],
    [
      [0.03, 0],
      [0.052, 0.03],
      [0.05, 0.08],
      [0.045, 0.08],
      [0.045, 0.06],
      [0, 0.062],
    ],
    16,
  )
  s.b.use(paint('#efece4', 'paper'))
  for (let i = 0; i < 5; i++)
    s.b.at([Math.cos(i * 2.4) * 0.022, 0.018, Math.sin(i * 2.4) * 0.022], () => box(s.b, [0, 0, 0], [0.018, 0.014, 0.018], 0.002), i)
}

/** Small things people carry about: parcels, toys, fruit, tools of the table. */
export const HAND_PARCELS: Readonly<Record<string, HandProp>> = {
  parcel: { draw: parcel, lie: lifted(0.021) },
  bundle: { draw: bundle, lie: lifted(0.045) },
  reel: { draw: reel, lie: lifted(0.036) },
  kite: { draw: kite, lie: (s, draw) => void s.b.at([0, 0.006, 0], () => draw(s), 0, Math.PI / 2) },
  helmet: { draw: helmet, lie: lifted(0.125) },
  scissors: { draw: scissors, lie: lifted(0.006) },
  apple: { draw: apple, lie: lifted(0.036) },
  slice: { draw: slice, lie: lifted(0.02, Math.PI / 2) },
  pencil: { draw: pencil, lie: lifted(0.005) },
  fork: { draw: fork, lie: lifted(0.004) },
  'walking-stick': { draw: stick, lie: lifted(0.013, Math.PI / 2) },
  'sugar-bowl': { draw: sugarBowl, lie: lifted(0.045) },
}
