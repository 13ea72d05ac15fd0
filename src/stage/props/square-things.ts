import type { Vec3 } from '../../film'
import { box, ellipsoid, lathe, paint, rod, shade, sheet, tube } from '../geometry'
import { DARK_METAL, type PropBuilder } from './prop-shape'

const phoneBooth: PropBuilder = (s) => {
  const { b, w, h, d } = s
  const red = s.main('#8d3a32', 'metal', 0.45, 0.2)
  b.use(red)
  box(b, [0, 0, 0], [w, 0.14, d], 0.02)
  box(b, [0, h - 0.3, 0], [w, 0.22, d], 0.02)
  box(b, [0, h - 0.08, 0], [w * 0.86, 0.08, d * 0.86], 0.03)
  for (const x of [-1, 1]) for (const z of [-1, 1]) box(b, [x * (w / 2 - 0.05), 0.14, z * (d / 2 - 0.05)], [0.09, h - 0.42, 0.09], 0.01)
  for (const side of [0, 1, 2, 3])
    b.at(
      [0, 0, 0],
      () => {
        b.use(red)
        for (let i = 1; i < 6; i++) box(b, [0, 0.14 + (i * (h - 0.44)) / 6, d / 2 - 0.05], [w - 0.16, 0.025, 0.03])
        for (const x of [-0.14, 0.14]) box(b, [x, 0.14, d / 2 - 0.05], [0.025, h - 0.44, 0.03])
        b.use({ ...paint('#a8bcbc', 'plain', 0.08), pass: 'glass' })
        b.quad(
          [-w / 2 + 0.09, 0.16, d / 2 - 0.06],
          [w / 2 - 0.09, 0.16, d / 2 - 0.06],
          [w / 2 - 0.09, h - 0.32, d / 2 - 0.06],
          [-w / 2 + 0.09, h - 0.32, d / 2 - 0.06],
        )
      },
      (side * Math.PI) / 2,
    )
  b.use(paint('#d8d0b8', 'paper'))
  box(b, [0, h - 0.24, d / 2], [w * 0.7, 0.11, 0.012])
  b.use(DARK_METAL)
  box(b, [0, 1.1, -d / 2 + 0.16], [0.28, 0.42, 0.14], 0.02)
}

const busStop: PropBuilder = (s) => {
  const { b, w, h, d } = s
  b.use(DARK_METAL)
  for (const x of [-1, 1])
    for (const z of [-1, 1]) rod(b, [x * (w / 2 - 0.06), 0, z * (d / 2 - 0.1)], [x * (w / 2 - 0.06), h - 0.1, z * (d / 2 - 0.1)], 0.035)
  b.use(s.main('#5a666a', 'metal', 0.5, 0.3))
  box(b, [0, h - 0.1, 0], [w, 0.09, d], 0.02)
  b.use({ ...paint('#a8bcbc', 'plain', 0.08), pass: 'glass' })
  box(b, [0, 0.3, -d / 2 + 0.1], [w - 0.2, h - 0.5, 0.012])
  b.use(paint('#70563c', 'wood'))
  box(b, [0, 0.44, -d / 2 + 0.35], [w * 0.7, 0.04, 0.34], 0.01)
  b.use(s.accent('#b5683a', 'paper'))
  box(b, [w / 2 - 0.08, 0.6, 0], [0.03, 1.4, d * 0.7], 0.01)
}

const fountain: PropBuilder = (s) => {
  const { b, w, h } = s
  const stone = s.main('#968e7e', 'stone')
  const r = w / 2
  b.use(stone)
  lathe(
    b,
    [0, 0, 0],
    [
      [r, 0],
      [r * 0.98, 0.12],
      [r * 0.92, 0.14],
      [r * 0.92, 0.5],
      [r * 0.97, 0.54],
      [r * 0.97, 0.62],
      [r * 0.82, 0.62],
      [r * 0.8, 0.3],
      [0, 0.28],
    ],
    32,
  )
  b.use(paint('#4f6468', 'plain', 0.06))
  lathe(
    b,
    [0, 0, 0],
    [
      [r * 0.815, 0.5],
      [0, 0.501],
    ],
    28,
  )
  b.use(stone)
  lathe(
    b,
    [0, 0.28, 0],
    [
      [0.36, 0],
      [0.24, 0.14],
      [0.18, 0.6],
      [0.3, h * 0.42],
      [0.85, h * 0.52],
      [0.9, h * 0.56],
      [0.78, h * 0.55],
      [0.2, h * 0.48],
    ],
    22,
  )
  lathe(
    b,
    [0, h * 0.6, 0],
    [
      [0.16, 0],
      [0.12, h * 0.16],
      [0.2, h * 0.22],
      [0.12, h * 0.3],
      [0.02, h * 0.4],
    ],
    16,
  )
}

const statue: PropBuilder = (s) => {
  const { b, w, h, d } = s
  const stone = s.main('#8f8878', 'stone')
  b.use(stone)
  box(b, [0, 0, 0], [w, 0.25, d], 0.03)
  box(b, [0, 0.25, 0], [w * 0.72, h * 0.36, d * 0.72], 0.02)
  box(b, [0, 0.25 + h * 0.36, 0], [w * 0.84, 0.14, d * 0.84], 0.03)
  const y = 0.39 + h * 0.36
  const k = h - y
  b.use(paint('#5f6e62', 'metal', 0.55, 0.5))
  lathe(
    b,
    [0, y, 0],
    [
      [0.3 * k, 0],
      [0.2 * k, k * 0.25],
      [0.16 * k, k * 0.5],
      [0.2 * k, k * 0.72],
      [0.1 * k, k * 0.8],
      [0.05 * k, k * 0.83],
    ],
    14,
    0.75,
  )
  ellipsoid(b, [0, y + k * 0.9, 0.01], [0.075 * k, 0.1 * k, 0.085 * k], 12, 8)
  tube(
    b,
    [
      [0.18 * k, y + k * 0.74, 0],
      [0.27 * k, y + k * 0.56, 0.06],
      [0.2 * k, y + k * 0.45, 0.2],
    ],
    0.05 * k,
    8,
  )
  tube(
    b,
    [
      [-0.18 * k, y + k * 0.74, 0],
      [-0.3 * k, y + k * 0.86, 0.08],
      [-0.36 * k, y + k * 1.04, 0.12],
    ],
    0.048 * k,
    8,
  )
}

const marketStall: PropBuilder = (s) => {
  const { b, w, h, d, rnd } = s
  const wood = paint('#7d6244', 'planks')
  b.use(wood)
  for (const x of [-1, 1]) {
    box(b, [x * (w / 2 - 0.06), 0, d / 2 - 0.12], [0.07, h - 0.35, 0.07], 0.01)
    box(b, [x * (w / 2 - 0.06), 0, -d / 2 + 0.12], [0.07, h - 0.02, 0.07], 0.01)
  }
  box(b, [0, 0.76, 0.12], [w - 0.06, 0.04, d * 0.62], 0.008)
  b.use(shade(wood, 0.85))
  for (let i = 0; i < 10; i++) box(b, [-w / 2 + 0.14 + i * ((w - 0.28) / 9), 0.12, d / 2 - 0.1], [(w - 0.28) / 9 - 0.012, 0.6, 0.02], 0.004)
  const stripes = 12
  const sag = (u: number, v: number): Vec3 => [
    -w / 2 - 0.1 + u * (w + 0.2),
    h - 0.02 - v * 0.48 - 0.04 * Math.sin(Math.PI * v) - 0.015 * Math.sin(u * 25),
    -d / 2 + v * (d + 0.35),
  ]
  for (let i = 0; i < stripes; i++) {
    b.use(i % 2 ? s.main('#a8523c', 'fabric') : paint('#c9bea4', 'fabric'))
    sheet(b, 1, 5, (u, v) => sag((i + u) / stripes, v), { both: true, uv: (_, u, v) => [u * 0.2, v * d] })
    const a = sag(i / stripes, 1)
    const c = sag((i + 1) / stripes, 1)
    sheet(b, 4, 1, (u, v) => [a[0] + (c[0] - a[0]) * u, a[1] - v * (0.13 + 0.06 * Math.sin(Math.PI * u)), a[2] + 0.005], {
      both: true,
      uv: (_, u, v) => [u * 0.2, v * 0.2],
    })
  }
  const kinds = ['#a84a32', '#c08a34', '#7d8c3e', '#b5652f', '#8a3040', '#6f7f3c', '#c0a050', '#7a4a6a']
  const cols = Math.max(3, Math.round(w / 0.55))
  for (let i = 0; i < cols; i++)
    for (let j = 0; j < 2; j++) {
      const x = -w / 2 + 0.2 + (i + 0.5) * ((w - 0.4) / cols)
      b.at(
        [x, 0.8 + (j === 0 ? 0.1 : 0), j === 0 ? -0.14 : 0.32],
        () => {
          b.use(shade(wood, 1.2))
          const bw = (w - 0.4) / cols - 0.03
          for (const z of [-1, 1]) box(b, [0, 0, z * 0.19], [bw, 0.1, 0.014])
          for (const q of [-1, 1]) box(b, [(q * bw) / 2, 0, 0], [0.014, 0.1, 0.38])
          b.use(shade(wood, 0.5))
          box(b, [0, 0, 0], [bw - 0.02, 0.05, 0.36])
          const tone = paint(rnd.pick(kinds), 'plain', 0.45)
          const r = rnd.pick([0.055, 0.065, 0.08])
          for (let u = -bw / 2 + r; u < bw / 2 - r * 0.5; u += r * 2.1)
            for (let v = -0.17 + r; v < 0.17; v += r * 2.1) {
              b.use(shade(tone, rnd.range(0.75, 1.2)))
              ellipsoid(b, [u, 0.08 + rnd.range(-0.01, 0.025), v], [r, r * 0.9, r], 5, 4)
            }
        },
        0,
        j === 0 ? 0 : 0.18,
      )
    }
  for (let i = 0; i < 3; i++) {
    b.use(paint(rnd.pick(['#b09a6c', '#7d8c3e', '#a0603c']), 'plain', 0.6))
    const x = rnd.range(-0.4, 0.4) * w
    rod(b, [x, h - 0.6, -d / 2 + 0.5], [x, h - 0.24, -d / 2 + 0.5], 0.006, { sides: 4 })
    for (let k = 0; k < 5; k++)
      ellipsoid(b, [x + rnd.range(-0.05, 0.05), h - 0.65 - k * 0.05, -d / 2 + 0.5 + rnd.range(-0.05, 0.05)], [0.05, 0.06, 0.05], 5, 4)
  }
}

/** Builders by catalogue id. */
export const SQUARE_THINGS: Readonly<Record<string, PropBuilder>> = {
  fountain: fountain,
  statue: statue,
  'market-stall': marketStall,
  'phone-booth': phoneBooth,
  'bus-stop': busStop,
}
