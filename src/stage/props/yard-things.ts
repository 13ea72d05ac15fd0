import type { Vec3 } from '../../film'
import { box, cylinder, ellipsoid, glowPaint, lathe, leaves, paint, rod, shade, sheet } from '../geometry'
import type { PropBuilder } from './prop-shape'

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

/** Builders by catalogue id. */
export const YARD_THINGS: Readonly<Record<string, PropBuilder>> = {
  fence: fence,
  gate: gate,
  'stone-wall': stoneWall,
  railing: railing,
  well: well,
  cart: cart,
  scarecrow: scarecrow,
  'clothes-line': clothesLine,
  'flower-bed': flowerBed,
  campfire: campfire,
  tent: tent,
  grave: grave,
  parasol: parasol,
}
