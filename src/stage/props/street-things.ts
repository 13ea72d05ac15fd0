import type { Vec3 } from '../../film'
import { box, cylinder, ellipsoid, glowPaint, lathe, leaves, paint, rod, shade, sheet, tube } from '../geometry'
import { BLACK, DARK_METAL, type PropBuilder, STEEL } from './prop-shape'

const lampPost: PropBuilder = (s) => {
  const { b, h } = s
  b.use(s.main('#3c4444', 'metal', 0.5, 0.5))
  lathe(
    b,
    [0, 0, 0],
    [
      [0.16, 0],
      [0.15, 0.12],
      [0.1, 0.16],
      [0.1, 0.55],
      [0.06, 0.65],
      [0.045, h * 0.5],
      [0.035, h - 0.55],
      [0.09, h - 0.5],
      [0.06, h - 0.46],
    ],
    12,
  )
  b.use(glowPaint('#e8cf96'))
  lathe(
    b,
    [0, h - 0.46, 0],
    [
      [0.07, 0],
      [0.14, 0.26],
    ],
    8,
  )
  b.use(s.main('#3c4444', 'metal', 0.5, 0.5))
  lathe(
    b,
    [0, h - 0.2, 0],
    [
      [0.17, 0],
      [0.09, 0.1],
      [0.02, 0.14],
      [0.025, 0.2],
    ],
    12,
  )
  for (let i = 0; i < 4; i++)
    b.at([0, 0, 0], () => rod(b, [0.07, h - 0.46, 0], [0.145, h - 0.2, 0], 0.01, { sides: 5 }), (i * Math.PI) / 2 + 0.4)
  rod(b, [-0.3, h - 0.72, 0], [0.3, h - 0.72, 0], 0.016, { sides: 6 })
}
const bollard: PropBuilder = (s) => {
  s.b.use(s.main('#3f4446', 'metal', 0.5, 0.5))
  lathe(
    s.b,
    [0, 0, 0],
    [
      [0.14, 0],
      [0.12, 0.06],
      [0.09, 0.12],
      [0.08, s.h * 0.7],
      [0.12, s.h * 0.8],
      [0.12, s.h * 0.92],
      [0.05, s.h],
    ],
    14,
  )
}
const hydrant: PropBuilder = (s) => {
  const { b, h } = s
  b.use(s.main('#9c4030', 'metal', 0.45, 0.2))
  lathe(
    b,
    [0, 0, 0],
    [
      [0.16, 0],
      [0.16, 0.04],
      [0.1, 0.06],
      [0.1, h * 0.72],
      [0.13, h * 0.74],
      [0.12, h * 0.8],
      [0.06, h * 0.94],
      [0.03, h],
    ],
    14,
  )
  rod(b, [-0.18, h * 0.52, 0], [0.18, h * 0.52, 0], 0.055, { sides: 10 })
  rod(b, [0, h * 0.45, 0], [0, h * 0.45, 0.18], 0.07, { sides: 10 })
}
const trashCan: PropBuilder = (s) => {
  const { b, w, h } = s
  b.use(s.main('#6d7270', 'metal', 0.45, 0.6))
  const r = w * 0.42
  lathe(
    b,
    [0, 0, 0],
    [
      [r * 0.86, 0],
      [r, h * 0.84],
      [r * 1.05, h * 0.86],
    ],
    18,
  )
  for (let i = 0; i < 18; i++)
    b.at([0, 0, 0], () => rod(b, [r * 0.87, 0.03, 0], [r * 0.99, h * 0.8, 0], 0.012, { sides: 4 }), (i / 18) * Math.PI * 2)
  lathe(
    b,
    [0.01, h * 0.86, 0.01],
    [
      [r * 1.1, 0],
      [r * 1.08, 0.04],
      [r * 0.5, 0.1],
      [0.02, 0.12],
    ],
    18,
  )
  tube(
    b,
    [
      [-0.09, h * 0.94, 0],
      [-0.07, h, 0],
      [0.07, h, 0],
      [0.09, h * 0.94, 0],
    ],
    0.012,
    5,
  )
}
const dumpster: PropBuilder = (s) => {
  const { b, w, h, d } = s
  const p = s.main(s.rnd.pick(['#4d5f58', '#4a5a6a', '#6a5a44']), 'metal', 0.55, 0.3)
  b.use(p)
  box(b, [0, 0.16, 0], [w, h - 0.3, d], 0.02)
  b.use(shade(p, 0.85))
  for (const x of [-0.36, -0.12, 0.12, 0.36]) box(b, [x * w, 0.2, d / 2], [0.07, h - 0.42, 0.06], 0.01)
  box(b, [0, h - 0.2, 0], [w + 0.08, 0.07, d + 0.08], 0.015)
  b.use(paint('#33373a', 'plain', 0.6))
  b.at([-w / 4, h - 0.13, -d / 2 + 0.05], () => box(b, [0, 0, d / 2 - 0.02], [w / 2 - 0.02, 0.05, d], 0.02), 0, -0.12)
  b.at([w / 4, h - 0.13, -d / 2 + 0.05], () => box(b, [0, 0, d / 2 - 0.02], [w / 2 - 0.02, 0.05, d], 0.02), 0, -0.02)
  b.use(BLACK)
  for (const x of [-1, 1])
    for (const z of [-1, 1])
      b.at([x * (w / 2 - 0.15), 0.08, z * (d / 2 - 0.15)], () => cylinder(b, [0, -0.03, 0], 0.08, 0.06, { sides: 12 }), 0, 0, Math.PI / 2)
}
const mailbox: PropBuilder = (s) => {
  const { b, w, h, d } = s
  b.use(s.main('#7d3c32', 'metal', 0.4, 0.2))
  box(b, [0, 0.16, 0], [w, h - 0.34, d], 0.02)
  b.at([0, h - 0.2, 0], () => b.at([-w / 2, 0, 0], () => rod(b, [0, 0, 0], [w, 0, 0], d / 2, { sides: 18 })))
  for (const x of [-1, 1]) for (const z of [-1, 1]) box(b, [x * (w / 2 - 0.05), 0, z * (d / 2 - 0.05)], [0.06, 0.18, 0.06])
  b.use(BLACK)
  box(b, [0, h - 0.3, d / 2], [w * 0.6, 0.03, 0.02])
  b.use(paint('#c8bc9c', 'paper'))
  box(b, [0, h * 0.5, d / 2], [w * 0.4, 0.16, 0.012])
}
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
const signpost: PropBuilder = (s) => {
  const { b, h } = s
  b.use(DARK_METAL)
  rod(b, [0, 0, 0], [0, h, 0], 0.03)
  b.use(s.main('#3f5a60', 'metal', 0.5, 0.2))
  box(b, [0, h - 0.34, 0.035], [0.68, 0.17, 0.02], 0.006)
  b.at([0, h - 0.6, 0.03], () => box(b, [0, 0, 0], [0.62, 0.15, 0.02], 0.006), 0.5)
  b.use(paint('#d0c8b4', 'paper'))
  box(b, [0, h - 0.28, 0.047], [0.5, 0.05, 0.004])
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
const cart: PropBuilder = (s) => {
  const { b, w, d } = s
  const wood = s.main('#76593c', 'planks')
  b.use(wood)
  box(b, [0, 0.6, -0.1], [w - 0.28, 0.06, d * 0.68], 0.01)
  for (const x of [-1, 1]) for (const y of [0.68, 0.84]) box(b, [x * (w / 2 - 0.16), y, -0.1], [0.03, 0.12, d * 0.68], 0.006)
  for (const z of [-1, 1]) for (const y of [0.68, 0.84]) box(b, [0, y, -0.1 + z * d * 0.34], [w - 0.3, 0.12, 0.03], 0.006)
  for (const x of [-1, 1]) {
    rod(b, [x * 0.3, 0.6, 0.4], [x * 0.34, 0.5, d / 2], 0.03)
    b.at([x * (w / 2 - 0.06), 0.5, -0.15], () => {
      const R = 0.48
      for (let i = 0; i < 16; i++) {
        const a = (i / 16) * Math.PI * 2
        const c = ((i + 1) / 16) * Math.PI * 2
        rod(b, [0, Math.cos(a) * R, Math.sin(a) * R], [0, Math.cos(c) * R, Math.sin(c) * R], 0.035, { sides: 6 })
        if (i % 2) rod(b, [0, 0, 0], [0, Math.cos(a) * R, Math.sin(a) * R], 0.018, { sides: 5 })
      }
      b.at([-0.08, 0, 0], () => rod(b, [0, 0, 0], [0.16, 0, 0], 0.08, { sides: 10 }))
    })
  }
  b.use(paint('#a8904e', 'grass'))
  ellipsoid(b, [0, 0.85, -0.15], [w * 0.33, 0.26, d * 0.29], 14, 8, 0.12)
}
const well: PropBuilder = (s) => {
  const { b, w, h } = s
  const stone = s.main('#8a8274', 'stone')
  const r = w * 0.46
  for (let row = 0; row < 4; row++)
    for (let i = 0; i < 12; i++) {
      b.use(shade(stone, s.rnd.range(0.75, 1.18)))
      b.at([0, row * 0.19, 0], () => box(b, [0, 0, r - 0.1], [0.34, 0.185, 0.22], 0.035), ((i + (row % 2) * 0.5) / 12) * Math.PI * 2)
    }
  b.use(paint('#1d1d1c', 'plain', 0.9))
  cylinder(b, [0, 0.1, 0], r - 0.18, 0.5, { sides: 16 })
  b.use(paint('#6a5138', 'wood'))
  for (const x of [-1, 1]) box(b, [x * (r - 0.04), 0.5, 0], [0.1, h - 1.0, 0.1], 0.012)
  rod(b, [-r, 1.3, 0], [r + 0.15, 1.3, 0], 0.05)
  for (const z of [-1, 1]) b.at([0, h - 0.5, 0], () => box(b, [0, 0.16, z * 0.32], [w + 0.1, 0.04, 0.8], 0.01), 0, z * 0.62)
  b.use(paint('#9a8260', 'fabric'))
  rod(b, [0.05, 0.95, 0], [0.05, 1.3, 0], 0.012)
  b.use(paint('#7a6a58', 'wood'))
  lathe(
    b,
    [0.05, 0.72, 0],
    [
      [0.1, 0],
      [0.13, 0.22],
      [0.12, 0.22],
      [0.09, 0.02],
    ],
    12,
  )
}
/** Fence panels, rails, walls of field stones: as long as they are asked for. */
const fence: PropBuilder = (s) => {
  const { b, w, h } = s
  const wood = s.main('#7d6b54', 'planks')
  const posts = Math.max(1, Math.round(w / 1.5))
  b.use(shade(wood, 0.9))
  for (let i = 0; i <= posts; i++)
    b.at([-w / 2 + (i * w) / posts, 0, 0], () => box(b, [0, 0, 0], [0.1, h, 0.1], 0.015), 0, 0, s.rnd.range(-0.03, 0.03))
  b.use(wood)
  for (const y of [0.3, 0.62, 0.92])
    b.at([0, y * h, 0.06], () => box(b, [0, 0, 0], [w, 0.11, 0.03], 0.008), 0, 0, s.rnd.range(-0.012, 0.012))
}
const gate: PropBuilder = (s) => {
  fence(s)
  s.b.use(s.main('#7d6b54', 'planks'))
  rod(s.b, [-s.w / 2 + 0.1, 0.25, 0.08], [s.w / 2 - 0.1, s.h * 0.9, 0.08], 0.03)
}
const stoneWall: PropBuilder = (s) => {
  const { b, w, h, d } = s
  const stone = s.main('#8a8272', 'stone')
  const rows = Math.max(2, Math.round(h / 0.22))
  for (let j = 0; j < rows; j++) {
    let x = -w / 2 - (j % 2) * 0.1
    while (x < w / 2 - 0.1) {
      const k = Math.min(s.rnd.range(0.26, 0.5), w / 2 - x)
      b.use(shade(stone, s.rnd.range(0.75, 1.15)))
      b.at(
        [x + k / 2, (j * h) / rows, 0],
        () => box(b, [0, 0, 0], [k - 0.012, h / rows - 0.008, d * s.rnd.range(0.86, 1)], 0.04),
        s.rnd.range(-0.03, 0.03),
      )
      x += k
    }
  }
}
const railing: PropBuilder = (s) => {
  const { b, w, h } = s
  b.use(s.main('#3f4648', 'metal', 0.5, 0.5))
  rod(b, [-w / 2, h, 0], [w / 2, h, 0], 0.028)
  rod(b, [-w / 2, 0.15, 0], [w / 2, 0.15, 0], 0.018)
  const n = Math.max(2, Math.round(w / 0.14))
  for (let i = 0; i <= n; i++)
    rod(b, [-w / 2 + (i * w) / n, i % 8 === 0 ? 0 : 0.15, 0], [-w / 2 + (i * w) / n, h, 0], i % 8 === 0 ? 0.026 : 0.01, { sides: 6 })
}
const flowerBed: PropBuilder = (s) => {
  const { b, w, h, d, rnd } = s
  b.use(paint('#7a6a58', 'stone'))
  for (const z of [-1, 1]) box(b, [0, 0, z * (d / 2 - 0.05)], [w, h * 0.42, 0.1], 0.02)
  for (const x of [-1, 1]) box(b, [x * (w / 2 - 0.05), 0, 0], [0.1, h * 0.42, d - 0.2], 0.02)
  b.use(paint('#4a3a2a', 'sand'))
  box(b, [0, 0, 0], [w - 0.16, h * 0.36, d - 0.16])
  const n = Math.round(w * 9)
  for (let i = 0; i < n; i++) {
    const at: Vec3 = [rnd.range(-w / 2 + 0.14, w / 2 - 0.14), h * 0.5, rnd.range(-d / 2 + 0.14, d / 2 - 0.14)]
    b.use(paint('#61703c', 'foliage'))
    leaves(b, at, [0.1, 0.1, 0.1], 4, 0.07)
    b.use(i % 3 ? s.accent('#b5683a', 'paper') : paint('#c9b87a', 'paper'))
    for (let k = 0; k < 2; k++)
      ellipsoid(b, [at[0] + rnd.range(-0.06, 0.06), h * rnd.range(0.66, 0.95), at[2] + rnd.range(-0.06, 0.06)], [0.035, 0.026, 0.035], 6, 4)
  }
}
const clothesLine: PropBuilder = (s) => {
  const { b, w, h, rnd } = s
  b.use(paint('#76593c', 'wood'))
  for (const x of [-1, 1]) {
    rod(b, [x * w * 0.48, 0, 0], [x * w * 0.48, h, 0], 0.04)
    rod(b, [x * w * 0.48, h - 0.1, -0.3], [x * w * 0.48, h - 0.1, 0.3], 0.025)
  }
  b.use(paint('#c8c0ac', 'fabric'))
  rod(b, [-w * 0.48, h - 0.08, 0], [w * 0.48, h - 0.08, 0], 0.006, { sides: 4 })
  for (let x = -w * 0.4; x < w * 0.36; ) {
    const k = rnd.range(0.4, 0.9)
    const l = rnd.range(0.5, 1.1)
    b.use(paint(rnd.pick(['#cdc5b2', '#8a9aa0', '#a8604a', '#bfae88', '#6a7a70']), 'fabric'))
    sheet(b, 8, 5, (u, v) => [x + u * k, h - 0.08 - v * l, 0.05 * Math.sin(u * 9 + x * 3) * v + 0.08 * v * v], {
      both: true,
      uv: (_, u, v) => [u * k, v * l],
    })
    x += k + rnd.range(0.08, 0.25)
  }
}
const scarecrow: PropBuilder = (s) => {
  const { b, w, h } = s
  b.use(paint('#76593c', 'wood'))
  rod(b, [0, 0, 0], [0, h * 0.8, 0], 0.03)
  rod(b, [-w / 2, h * 0.66, 0], [w / 2, h * 0.68, 0], 0.025)
  b.use(paint('#6a5a48', 'fabric'))
  lathe(
    b,
    [0, h * 0.35, 0],
    [
      [0.24, 0],
      [0.2, h * 0.2],
      [0.18, h * 0.33],
      [0.05, h * 0.37],
    ],
    10,
    0.6,
  )
  for (const x of [-1, 1]) rod(b, [x * 0.1, h * 0.66, 0], [x * w * 0.42, h * 0.66, 0], 0.09, { top: 0.06 })
  b.use(paint('#b09a6c', 'fabric'))
  ellipsoid(b, [0, h * 0.83, 0], [0.13, 0.15, 0.13], 12, 8)
  b.use(paint('#8a7440', 'fabric'))
  lathe(
    b,
    [0, h * 0.88, 0],
    [
      [0.26, 0],
      [0.25, 0.01],
      [0.13, 0.03],
      [0.1, 0.16],
      [0, 0.18],
    ],
    14,
  )
}
const campfire: PropBuilder = (s) => {
  const { b, w } = s
  for (let i = 0; i < 9; i++) {
    b.use(shade(paint('#7a756c', 'stone'), s.rnd.range(0.7, 1.1)))
    const a = (i / 9) * Math.PI * 2
    ellipsoid(b, [Math.cos(a) * w * 0.42, 0.07, Math.sin(a) * w * 0.42], [0.13, 0.1, 0.11], 8, 6, 0.15)
  }
  b.use(paint('#4a3826', 'bark'))
  for (let i = 0; i < 6; i++)
    b.at([0, 0, 0], () => rod(b, [0.32, 0.03, 0], [0.02, 0.34, 0], 0.04, { sides: 7 }), (i / 6) * Math.PI * 2 + 0.2)
  b.use(glowPaint('#d0702a'))
  for (const [x, z, k] of [
    [0, 0, 1],
    [0.09, 0.05, 0.7],
    [-0.08, 0.04, 0.75],
    [0.01, -0.1, 0.65],
  ] as const)
    lathe(
      b,
      [x, 0.1, z],
      [
        [0.07 * k, 0],
        [0.1 * k, 0.12 * k],
        [0.05 * k, 0.34 * k],
        [0.003, 0.52 * k],
      ],
      8,
    )
}
const parasol: PropBuilder = (s) => {
  const { b, h } = s
  b.use(paint('#7d6244', 'wood'))
  rod(b, [0, 0, 0], [0, h, 0], 0.025)
  for (let i = 0; i < 8; i++) {
    b.use(i % 2 ? s.main('#a8523c', 'fabric') : paint('#c9bea4', 'fabric'))
    const a = (i / 8) * Math.PI * 2
    const c = ((i + 1) / 8) * Math.PI * 2
    sheet(
      b,
      1,
      4,
      (u, v) => {
        const t = a + (c - a) * u
        return [Math.cos(t) * 1.35 * v, h - 0.02 - 0.42 * v * v - 0.12 * v, -Math.sin(t) * 1.35 * v]
      },
      { both: true, uv: (_, u, v) => [u, v] },
    )
  }
}
const tent: PropBuilder = (s) => {
  const { b, w, h, d } = s
  b.use(s.main('#7d7648', 'fabric'))
  for (const x of [-1, 1])
    sheet(
      b,
      8,
      6,
      (u, v) => [x * (w / 2) * (1 - v) * (1 - 0.08 * Math.sin(v * Math.PI)), h * v - 0.06 * Math.sin(Math.PI * u) * v, x * (u - 0.5) * -d],
      { both: true, uv: (_, u, v) => [u * d, v * h] },
    )
  sheet(b, 2, 4, (u, v) => [(u - 0.5) * w * (1 - v), h * v, -d / 2], { both: true })
}
const chimney: PropBuilder = (s) => {
  const { b, w, h, d } = s
  b.use(s.main('#8a5a48', 'brick'))
  box(b, [0, 0, 0], [w, h - 0.45, d], 0.01)
  box(b, [0, h - 0.45, 0], [w + 0.12, 0.12, d + 0.12], 0.015)
  b.use(paint('#9a5f44', 'plain', 0.8))
  for (const x of [-1, 1])
    lathe(
      b,
      [x * w * 0.25, h - 0.33, 0],
      [
        [0.13, 0],
        [0.11, 0.26],
        [0.14, 0.3],
        [0.1, 0.33],
        [0.09, 0.05],
      ],
      12,
    )
}
const ventUnit: PropBuilder = (s) => {
  const { b, w, h, d } = s
  const p = s.main('#848a88', 'metal', 0.5, 0.4)
  b.use(DARK_METAL)
  for (const x of [-1, 1]) box(b, [x * (w / 2 - 0.12), 0, 0], [0.12, 0.12, d], 0.01)
  b.use(p)
  box(b, [0, 0.12, 0], [w, h - 0.12, d], 0.015)
  b.use(shade(p, 0.4))
  for (let i = 0; i < 9; i++) box(b, [-w * 0.2, 0.24 + i * 0.085, d / 2], [w * 0.5, 0.05, 0.012])
  b.use(shade(p, 0.8))
  lathe(
    b,
    [w * 0.08, h, 0],
    [
      [0.4, 0],
      [0.42, 0.1],
      [0.38, 0.1],
      [0.36, 0.02],
    ],
    20,
  )
  b.use(DARK_METAL)
  for (let i = 0; i < 5; i++) b.at([w * 0.08, h + 0.05, 0], () => box(b, [0.18, 0, 0], [0.34, 0.02, 0.1]), (i / 5) * Math.PI * 2, 0.3)
  rod(b, [w / 2 - 0.1, 0.4, d / 2], [w / 2 - 0.1, 0, d / 2 + 0.15], 0.04)
}
const waterTank: PropBuilder = (s) => {
  const { b, w, h } = s
  b.use(paint('#5a4836', 'wood'))
  const r = w * 0.42
  for (const x of [-1, 1]) for (const z of [-1, 1]) rod(b, [x * r * 0.85, 0, z * r * 0.85], [x * r * 0.7, h * 0.42, z * r * 0.7], 0.07)
  for (const x of [-1, 1]) {
    rod(b, [x * r * 0.8, 0.3, -r * 0.8], [x * r * 0.75, h * 0.36, r * 0.75], 0.025)
    rod(b, [-r * 0.8, 0.3, x * r * 0.8], [r * 0.75, h * 0.36, x * r * 0.75], 0.025)
  }
  b.use(paint('#76593c', 'planks'))
  cylinder(b, [0, h * 0.4, 0], r, h * 0.38, { sides: 22, top: r * 0.96 })
  b.use(DARK_METAL)
  for (const y of [0.44, 0.56, 0.7])
    lathe(
      b,
      [0, h * y, 0],
      [
        [r * 1.0, 0],
        [r * 1.01, 0.025],
        [r * 0.995, 0.05],
      ],
      22,
    )
  b.use(paint('#5c5048', 'wood'))
  lathe(
    b,
    [0, h * 0.78, 0],
    [
      [r * 1.1, 0],
      [0.04, h * 0.2],
      [0.03, h * 0.22],
    ],
    22,
  )
}
const skylight: PropBuilder = (s) => {
  const { b, w, h, d } = s
  b.use(paint('#5d6466', 'metal', 0.5, 0.3))
  box(b, [0, 0, 0], [w, h * 0.4, d], 0.01)
  const pitch = Math.atan2(h * 0.6, d / 2)
  for (const z of [-1, 1]) {
    b.at(
      [0, h * 0.4, (z * d) / 2],
      () => {
        b.use(paint('#3c464a', 'metal', 0.5, 0.4))
        const l = Math.sqrt((h * 0.6) ** 2 + (d / 2) ** 2)
        for (let i = 0; i <= 4; i++) box(b, [-w / 2 + 0.03 + (i * (w - 0.06)) / 4, 0, -l / 2], [0.05, 0.05, l])
        b.use(paint('#62777c', 'plain', 0.08))
        box(b, [0, 0.01, -l / 2], [w - 0.04, 0.02, l - 0.02])
      },
      z > 0 ? 0 : Math.PI,
      pitch,
    )
  }
}
const stairHut: PropBuilder = (s) => {
  const { b, w, h, d } = s
  b.use(s.main('#8a7464', 'brick'))
  box(b, [0, 0, 0], [w, h - 0.15, d])
  b.use(paint('#6a6660', 'concrete'))
  box(b, [0, h - 0.15, 0], [w + 0.24, 0.15, d + 0.24], 0.02)
  b.use(s.accent('#4a5a58', 'metal', 0.5, 0.3))
  box(b, [0, 0, d / 2], [0.95, 2.05, 0.06], 0.01)
  b.use(STEEL)
  box(b, [0.34, 1.0, d / 2 + 0.05], [0.12, 0.025, 0.05], 0.008)
  b.use(paint('#5d574e', 'metal', 0.5, 0.3))
  for (const x of [-0.52, 0.52]) box(b, [x, 0, d / 2], [0.09, 2.12, 0.1], 0.01)
  box(b, [0, 2.05, d / 2], [1.13, 0.09, 0.1], 0.01)
}
const antenna: PropBuilder = (s) => {
  const { b, h } = s
  b.use(STEEL)
  rod(b, [0, 0, 0], [0, h, 0], 0.022)
  for (let i = 0; i < 6; i++) rod(b, [-0.45 + i * 0.04, h - 0.1 - i * 0.1, 0], [0.45 - i * 0.04, h - 0.1 - i * 0.1, 0], 0.008, { sides: 4 })
  rod(b, [0, h - 0.7, -0.02], [0, h - 0.05, 0.3], 0.01, { sides: 4 })
}
const netPile: PropBuilder = (s) => {
  const { b, w, h, d, rnd } = s
  b.use(s.main('#5f6e62', 'fabric'))
  ellipsoid(b, [0, h * 0.28, 0], [w * 0.46, h * 0.5, d * 0.44], 16, 8, 0.14)
  ellipsoid(b, [w * 0.2, h * 0.5, -d * 0.1], [w * 0.26, h * 0.36, d * 0.3], 12, 8, 0.14)
  b.use(paint('#a8643a', 'plain', 0.6))
  for (let i = 0; i < 9; i++)
    ellipsoid(b, [rnd.range(-0.36, 0.36) * w, h * rnd.range(0.5, 0.85), rnd.range(-0.3, 0.3) * d], [0.07, 0.05, 0.05], 7, 5)
}
const lobsterPots: PropBuilder = (s) => {
  const { b, w, h, d } = s
  for (const [x, y, z, yaw] of [
    [-0.24, 0, 0, 0.1],
    [0.25, 0, 0.05, -0.2],
    [0, 0.44, 0, 0.4],
  ] as const)
    b.at(
      [x * w, y * (h / 0.9), z * d],
      () => {
        b.use(paint('#76593c', 'planks'))
        for (const u of [-0.26, 0, 0.26])
          for (let i = 0; i < 6; i++) {
            const a = (i / 6) * Math.PI
            const c = ((i + 1) / 6) * Math.PI
            rod(b, [u, 0.06 + Math.sin(a) * 0.34, Math.cos(a) * 0.24], [u, 0.06 + Math.sin(c) * 0.34, Math.cos(c) * 0.24], 0.015, {
              sides: 4,
            })
          }
        for (let i = 0; i < 7; i++) {
          const a = (i / 6) * Math.PI
          rod(b, [-0.28, 0.06 + Math.sin(a) * 0.35, Math.cos(a) * 0.25], [0.28, 0.06 + Math.sin(a) * 0.35, Math.cos(a) * 0.25], 0.012, {
            sides: 4,
          })
        }
        box(b, [0, 0, 0], [0.58, 0.05, 0.5])
      },
      yaw,
    )
}
const container: PropBuilder = (s) => {
  const { b, w, h, d } = s
  const p = s.main(s.rnd.pick(['#8a4a38', '#44606a', '#7a6a3c', '#5a6a58']), 'metal', 0.55, 0.25)
  b.use(p)
  box(b, [0, 0.05, 0], [w - 0.08, h - 0.1, d - 0.08])
  b.use(shade(p, 0.9))
  for (const x of [-1, 1])
    for (let z = -d / 2 + 0.2; z < d / 2 - 0.1; z += 0.28) box(b, [x * (w / 2 - 0.03), 0.12, z], [0.06, h - 0.24, 0.14])
  for (let x = -w / 2 + 0.2; x < w / 2 - 0.1; x += 0.28) box(b, [x, 0.12, -d / 2 + 0.03], [0.14, h - 0.24, 0.06])
  b.use(shade(p, 0.75))
  for (const y of [0, h - 0.14]) for (const x of [-1, 1]) box(b, [x * (w / 2 - 0.05), y, 0], [0.1, 0.14, d])
  for (const x of [-1, 1]) for (const z of [-1, 1]) box(b, [x * (w / 2 - 0.06), 0, z * (d / 2 - 0.06)], [0.12, h, 0.12])
  b.use(STEEL)
  for (const x of [-0.6, -0.2, 0.2, 0.6]) rod(b, [x, 0.1, d / 2 + 0.01], [x, h - 0.1, d / 2 + 0.01], 0.025)
}
const crane: PropBuilder = (s) => {
  const { b, w, h } = s
  const p = s.main('#8d6a34', 'metal', 0.55, 0.3)
  b.use(p)
  const truss = (from: Vec3, to: Vec3, k: number, n: number) => {
    const at = (t: number, x: number, y: number): Vec3 => [
      from[0] + (to[0] - from[0]) * t + x,
      from[1] + (to[1] - from[1]) * t + y,
      from[2] + (to[2] - from[2]) * t,
    ]
    const up = Math.abs(to[1] - from[1]) > Math.abs(to[0] - from[0])
    const corner = (t: number, i: number): Vec3 => {
      const q = at(t, 0, 0)
      return up ? [q[0] + (i % 2 ? k : -k), q[1], q[2] + (i < 2 ? k : -k)] : [q[0], q[1] + (i % 2 ? k : -k), q[2] + (i < 2 ? k : -k)]
    }
    for (let i = 0; i < 4; i++) rod(b, corner(0, i), corner(1, i), 0.06, { sides: 5 })
    for (let j = 0; j < n; j++)
      for (const [i, m] of [
        [0, 1],
        [2, 3],
        [0, 2],
        [1, 3],
      ] as const)
        rod(b, corner(j / n, i), corner((j + 1) / n, m), 0.035, { sides: 4 })
  }
  truss([0, 0.4, 0], [0, h - 1.5, 0], 0.6, 9)
  truss([-3, h - 1.2, 0], [9, h - 0.6, 0], 0.4, 10)
  box(b, [0, 0, 0], [w, 0.5, w], 0.03)
  box(b, [0.5, h - 2.3, 0.9], [1.4, 1.2, 1.2], 0.03)
  b.use(paint('#6d6a64', 'concrete'))
  box(b, [-2.7, h - 2.2, 0], [1.2, 1.2, 1], 0.03)
  b.use(BLACK)
  rod(b, [8, h - 0.8, 0], [8, h * 0.35, 0], 0.02, { sides: 4 })
  rod(b, [0, h + 0.3, 0], [8.5, h - 0.5, 0], 0.02, { sides: 4 })
}
const fireEscape: PropBuilder = (s) => {
  const { b, w, h, d } = s
  b.use(s.main('#3a3d3c', 'metal', 0.6, 0.4))
  const levels = Math.max(1, Math.floor((h - 1) / 3.1))
  for (let i = 0; i < levels; i++) {
    const y = 3.1 + i * 3.1
    box(b, [0, y, 0], [w, 0.06, d])
    for (const x of [-1, 1]) rod(b, [x * (w / 2), y, d / 2], [x * (w / 2), y + 1, d / 2], 0.02, { sides: 5 })
    for (const k of [0.5, 1]) {
      rod(b, [-w / 2, y + k, d / 2], [w / 2, y + k, d / 2], 0.016, { sides: 5 })
      for (const x of [-1, 1]) rod(b, [x * (w / 2), y + k, -d / 2], [x * (w / 2), y + k, d / 2], 0.016, { sides: 5 })
    }
    for (const x of [-1, 1]) rod(b, [x * (w / 2 - 0.1), y, d / 2], [x * (w / 2 - 0.1), y - 0.9, -d / 2], 0.02, { sides: 5 })
    if (i < levels - 1)
      for (const z of [0.1, 0.4]) {
        rod(b, [-w / 2 + 0.3, y + 0.05, z], [w / 2 - 0.3, y + 3.1, z], 0.025, { sides: 5 })
        if (z === 0.1)
          for (let k = 1; k < 10; k++) box(b, [-w / 2 + 0.3 + (k / 10) * (w - 0.6), y + (k / 10) * 3.1, 0.25], [0.22, 0.03, 0.34])
      }
  }
  for (const x of [-0.2, 0.2]) rod(b, [w * 0.3 + x, 3.1, d / 2 - 0.1], [w * 0.3 + x, 1.9, d / 2 - 0.1], 0.018, { sides: 5 })
  for (let k = 0; k < 4; k++)
    rod(b, [w * 0.3 - 0.2, 2 + k * 0.3, d / 2 - 0.1], [w * 0.3 + 0.2, 2 + k * 0.3, d / 2 - 0.1], 0.012, { sides: 4 })
}
const grave: PropBuilder = (s) => {
  const { b, w, h, d } = s
  b.use(s.main(s.rnd.pick(['#85807a', '#8d8878', '#74746e']), 'stone'))
  b.at(
    [0, 0, 0],
    () => {
      box(b, [0, 0, 0.03], [w + 0.2, 0.14, d + 0.2], 0.03)
      box(b, [0, 0.1, 0], [w, h * 0.66, d], 0.02)
      b.at([0, h * 0.72, -d / 2], () => b.at([0, 0, 0], () => rod(b, [0, 0, 0], [0, d, 0], w / 2, { sides: 18 }), 0, Math.PI / 2))
    },
    0,
    s.rnd.range(-0.06, 0.05),
    s.rnd.range(-0.05, 0.05),
  )
}
const puddle: PropBuilder = (s) => {
  s.b.use(paint('#3c4448', 'plain', 0.04))
  s.b.begin()
  const n = 14
  const mid = s.b.vertex([0, 0.006, 0], [0, 1, 0], 0, 0)
  let last = -1
  for (let i = 0; i <= n; i++) {
    const a = (i / n) * Math.PI * 2
    const k = 0.82 + 0.18 * Math.sin(a * 3 + s.w) * Math.cos(a * 2)
    const id = s.b.vertex([(Math.cos(a) * s.w * k) / 2, 0.004, (-Math.sin(a) * s.d * k) / 2], [0, 1, 0], 0, 0)
    if (i > 0) s.b.tri(mid, last, id)
    last = id
  }
}
const litter: PropBuilder = (s) => {
  for (let i = 0; i < 8; i++) {
    s.b.use(paint(s.rnd.pick(['#c8c0ac', '#9a7a52', '#7d3f38', '#a8a090']), 'paper'))
    s.b.at(
      [s.rnd.range(-0.5, 0.5) * s.w, 0.01, s.rnd.range(-0.5, 0.5) * s.d],
      () => box(s.b, [0, 0, 0], [0.1, 0.012, 0.14], 0.004),
      s.rnd.range(0, 6),
      s.rnd.range(0, 0.2),
    )
  }
}
/** Rugs: border, field, a row of figures. */
const rug: PropBuilder = (s) => {
  const { b, w, d } = s
  const main = s.main('#8f4a3a', 'fabric')
  const second = s.accent('#b08a4a', 'fabric')
  const keep = b.groundShade
  b.groundShade = 0
  b.use(main)
  box(b, [0, 0, 0], [w, 0.012, d], 0.004)
  b.use(second)
  const flat = (x: number, z: number, pw: number, pd: number, y: number) => box(b, [x, y, z], [pw, 0.0015, pd])
  flat(0, 0, w - 0.16, d - 0.16, 0.012)
  b.use(shade(main, 0.75))
  flat(0, 0, w - 0.24, d - 0.24, 0.0135)
  b.use(shade(main, 1.12))
  flat(0, 0, w - 0.5, d - 0.5, 0.015)
  b.use(second)
  const n = Math.max(3, Math.round((w - 0.6) / 0.36))
  for (let i = 0; i < n; i++)
    for (const z of [-0.24, 0.24])
      b.at([-w / 2 + 0.3 + (i + 0.5) * ((w - 0.6) / n), 0, z * (d - 0.5)], () => flat(0, 0, 0.12, 0.12, 0.0165), Math.PI / 4)
  b.use(paint('#c4b594', 'fabric'))
  for (const x of [-1, 1]) for (let z = -d / 2 + 0.03; z < d / 2; z += 0.06) flat(x * (w / 2 + 0.03), z, 0.07, 0.02, 0)
  b.groundShade = keep
}
const roundRug: PropBuilder = (s) => {
  const { b, w } = s
  const keep = b.groundShade
  b.groundShade = 0
  const rings = 7
  for (let i = 0; i < rings; i++) {
    b.use(i % 3 === 1 ? s.accent('#b08a4a', 'fabric') : shade(s.main('#8f4a3a', 'fabric'), 1 - (i % 2) * 0.2))
    cylinder(b, [0, 0, 0], (w / 2) * (1 - i / rings), 0.012 + i * 0.0012, { sides: 36 })
  }
  b.groundShade = keep
}
const doormat: PropBuilder = (s) => {
  const keep = s.b.groundShade
  s.b.groundShade = 0
  s.b.use(s.main('#6a5a45', 'fabric'))
  box(s.b, [0, 0, 0], [s.w, 0.014, s.d], 0.005)
  s.b.use(shade(s.main('#6a5a45', 'fabric'), 0.6))
  box(s.b, [0, 0.012, 0], [s.w - 0.1, 0.004, s.d - 0.1])
  s.b.groundShade = keep
}
const crossing: PropBuilder = (s) => {
  const { b, w, d } = s
  b.use(s.main('#b9b5aa', 'asphalt', 0.8))
  const n = Math.round(w / 1.1)
  for (let i = 0; i < n; i++) box(b, [-w / 2 + (i + 0.5) * (w / n), 0, 0], [w / n / 2, 0.006, d])
}
export const STREET_THINGS: Readonly<Record<string, PropBuilder>> = {
  'lamp-post': lampPost,
  bollard,
  hydrant,
  'trash-can': trashCan,
  dumpster,
  mailbox,
  'phone-booth': phoneBooth,
  'bus-stop': busStop,
  signpost,
  fountain,
  statue,
  'market-stall': marketStall,
  cart,
  well,
  fence,
  gate,
  'stone-wall': stoneWall,
  railing,
  'flower-bed': flowerBed,
  'clothes-line': clothesLine,
  scarecrow,
  campfire,
  parasol,
  tent,
  chimney,
  'vent-unit': ventUnit,
  'water-tank': waterTank,
  skylight,
  'stair-hut': stairHut,
  antenna,
  'net-pile': netPile,
  'lobster-pots': lobsterPots,
  container,
  crane,
  'fire-escape': fireEscape,
  grave,
  puddle,
  litter,
  rug,
  'round-rug': roundRug,
  doormat,
  crossing,
}
