import { box, cylinder, glowPaint, lathe, paint, prism, rod, shade } from '../geometry'
import { DARK_METAL, type PropBuilder } from './prop-shape'

/** Bands of a lighthouse's tower, from the ground up. */
const BANDS = 5

/** A tapering tower in bands, a gallery with a railing, a glass lantern under a cap; the door looks to +z. */
const lighthouse: PropBuilder = (s) => {
  const { b, w, h, rnd } = s
  const foot = w * 0.5
  const neck = w * 0.3
  const tower = h * 0.78
  const at = (y: number) => foot + (neck - foot) * (y / tower) ** 0.8
  b.use(paint('#77736b', 'stone'))
  lathe(
    b,
    [0, 0, 0],
    [
      [foot * 1.16, 0],
      [foot * 1.14, 0.45],
      [foot * 1.02, 0.7],
    ],
    28,
  )
  for (let i = 0; i < BANDS; i++) {
    b.use(i % 2 === 0 ? s.main('#d9d3c6', 'plaster') : s.accent('#a23b31', 'plaster'))
    const [y0, y1] = [0.6 + ((tower - 0.6) * i) / BANDS, 0.6 + ((tower - 0.6) * (i + 1)) / BANDS]
    lathe(
      b,
      [0, 0, 0],
      [
        [at(y0), y0],
        [at((y0 + y1) / 2), (y0 + y1) / 2],
        [at(y1), y1],
      ],
      28,
    )
  }
  // windows up the front, a little aside each
  b.use(paint('#2b3236', 'plain', 0.2))
  for (let i = 1; i < BANDS; i++) {
    const y = (tower * (i + 0.35)) / BANDS
    b.at([0, 0, 0], () => box(b, [0, y, at(y) - 0.12], [0.55, 0.95, 0.22], 0.04), rnd.range(-0.5, 0.5))
  }
  b.use(paint('#4a3a2c', 'wood', 0.6))
  box(b, [0, 0.45, foot * 1.02 - 0.1], [1.05, 2.2, 0.3], 0.05)
  b.use(paint('#8d887d', 'stone'))
  box(b, [0, 0, foot * 1.15], [1.6, 0.42, 0.7], 0.03)
  // gallery
  b.use(DARK_METAL)
  const deck = neck * 1.55
  lathe(
    b,
    [0, tower, 0],
    [
      [neck * 1.02, -0.5],
      [deck * 0.96, -0.08],
      [deck, 0],
      [deck, 0.12],
      [0.01, 0.13],
    ],
    28,
  )
  const posts = 16
  const point = (i: number, y: number): [number, number, number] => {
    const a = (i / posts) * Math.PI * 2
    return [Math.sin(a) * deck * 0.96, tower + y, Math.cos(a) * deck * 0.96]
  }
  for (let i = 0; i < posts; i++) {
    rod(b, point(i, 0.1), point(i, 1.1), 0.025, { sides: 5 })
    for (const y of [0.6, 1.08]) rod(b, point(i, y), point(i + 1, y), 0.02, { sides: 5 })
  }
  // lantern
  const glass = h - tower - 1.35
  b.use(glowPaint('#f3dfa0'))
  cylinder(b, [0, tower + 0.55, 0], neck * 0.42, glass * 0.66, { sides: 16 })
  b.use(DARK_METAL)
  cylinder(b, [0, tower + 0.1, 0], neck * 0.8, 0.45, { sides: 20 })
  for (let i = 0; i < 8; i++) {
    const a = (i / 8) * Math.PI * 2
    const [x, z] = [Math.sin(a) * neck * 0.76, Math.cos(a) * neck * 0.76]
    rod(b, [x, tower + 0.5, z], [x, tower + 0.5 + glass * 0.75, z], 0.03, { sides: 5 })
  }
  b.use(s.accent('#8f342c', 'metal', 0.5, 0.4))
  lathe(
    b,
    [0, tower + 0.5 + glass * 0.75, 0],
    [
      [neck * 0.95, 0],
      [neck * 0.86, 0.16],
      [neck * 0.5, 0.62],
      [0.1, 0.95],
      [0.12, 1.06],
      [0.01, 1.2],
    ],
    24,
  )
}

/** A diamond of cloth on crossed sticks, leaning on the wind, with a tail of bows; its string is lost in the distance. */
const flyingKite: PropBuilder = (s) => {
  const { b, w, h } = s
  const cloth = s.main('#c22f2a', 'fabric', 0.8)
  const long = h * 0.62
  const half = w / 2
  b.at(
    [0, h - long, 0],
    () => {
      b.use(cloth)
      const diamond = [
        [0, long],
        [half, long * 0.62],
        [0, 0],
        [-half, long * 0.62],
      ] as const
      prism(b, diamond, -0.008, 0.016)
      b.use(shade(cloth, 0.55))
      rod(b, [0, 0, 0.012], [0, long, 0.012], 0.014, { sides: 6 })
      rod(b, [-half, long * 0.62, 0.012], [half, long * 0.62, 0.012], 0.012, { sides: 6 })
      // The tail, in the wind.
      let from: readonly [number, number, number] = [0, 0, 0]
      for (let i = 1; i <= 9; i++) {
        const to = [Math.sin(i * 0.9) * 0.16 + i * 0.1, -i * h * 0.085, -i * 0.05] as const
        b.use(paint('#e4d8bd', 'fabric', 0.8))
        rod(b, from, to, 0.008, { sides: 4 })
        b.use(i % 2 === 0 ? cloth : paint('#e0c35a', 'fabric', 0.8))
        b.at([to[0], to[1], to[2]], () => prism(b, BOW, -0.006, 0.012), 0, 0, i * 0.7)
        from = to
      }
    },
    0.3,
    -0.4,
  )
}

/** A bow: narrow in the middle. */
const BOW = [
  [-0.14, -0.07],
  [0, -0.015],
  [0.14, -0.07],
  [0.14, 0.07],
  [0, 0.015],
  [-0.14, 0.07],
] as const

/** What is seen from afar, by catalogue id. */
export const LANDMARKS: Readonly<Record<string, PropBuilder>> = { lighthouse, 'flying-kite': flyingKite }
