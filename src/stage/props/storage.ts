import { box, cylinder, ellipsoid, lathe, paint, rod, shade, tube } from '../geometry'
import { BLACK, BRASS, DARK_METAL, type PropBuilder, type PropShape, STEEL, WHITE_WARE } from './prop-shape'
import { fronts } from './tables'

const SPINES = ['#6e3b33', '#3d4f4a', '#8a6a3c', '#4a4c5e', '#7d7263', '#5b4634', '#9a8a6c', '#39444c', '#74524a', '#a07f52']

/** A row of books standing on y between x0 and x1. */
export function books(s: PropShape, x0: number, x1: number, y: number, z: number, height: number, depth: number): void {
  const { b, rnd } = s
  let x = x0
  while (x < x1 - 0.03) {
    if (rnd.chance(0.06)) {
      x += rnd.range(0.04, 0.16)
      continue
    }
    const t = rnd.range(0.018, 0.05)
    if (x + t > x1) break
    const h = height * rnd.range(0.68, 0.96)
    b.use(paint(rnd.pick(SPINES), 'paper', 0.7))
    const lean = rnd.chance(0.1) ? rnd.range(-0.14, 0.14) : 0
    b.at(
      [x + t / 2, y, z + rnd.range(-0.012, 0.012)],
      () => box(b, [0, 0, 0], [t * 0.96, h, depth * rnd.range(0.75, 0.95)], 0.003),
      0,
      0,
      lean,
    )
    x += t + (lean !== 0 ? 0.03 : 0.001)
  }
}

/** A few things that stand on shelves. */
function oddments(s: PropShape, x0: number, x1: number, y: number, z: number): void {
  const { b, rnd } = s
  let x = x0 + 0.08
  while (x < x1 - 0.08) {
    const r = rnd.range(0.035, 0.06)
    const k = rnd.int(0, 3)
    b.use(rnd.chance(0.4) ? WHITE_WARE : paint(rnd.pick(['#7c4a3a', '#5d6a64', '#a58a5c', '#6a6f78', '#8d7d68']), 'plain', 0.4))
    if (k === 0)
      lathe(
        b,
        [x, y, z],
        [
          [r * 0.7, 0],
          [r, 0.04],
          [r * 0.9, 0.11],
          [r * 0.5, 0.13],
          [r * 0.55, 0.15],
        ],
        10,
      )
    else if (k === 1) box(b, [x, y, z], [r * 2, rnd.range(0.06, 0.14), 0.12], 0.006)
    else if (k === 2) cylinder(b, [x, y, z], r, rnd.range(0.09, 0.17), { bevel: 0.006, sides: 10 })
    else
      for (let i = 0; i < 3; i++)
        lathe(
          b,
          [x, y + i * 0.018, z],
          [
            [r, 0],
            [r * 1.5, 0.022],
          ],
          12,
        )
    x += r * 2 + rnd.range(0.04, 0.12)
  }
}

const bookcase: PropBuilder = (s) => {
  const { b, w, h, d } = s
  const wood = s.main('#5e432f', 'wood')
  b.use(shade(wood, 0.6))
  box(b, [0, 0.05, -d / 2 + 0.012], [w - 0.02, h - 0.08, 0.015])
  b.use(wood)
  for (const x of [-1, 1]) box(b, [x * (w / 2 - 0.016), 0, 0], [0.032, h - 0.04, d], 0.004)
  box(b, [0, h - 0.05, 0], [w + 0.03, 0.05, d + 0.02], 0.012)
  box(b, [0, 0, 0.005], [w - 0.06, 0.07, d - 0.02])
  const n = Math.max(3, Math.round((h - 0.12) / 0.37))
  const gap = (h - 0.12) / n
  for (let i = 0; i < n; i++) {
    const y = 0.07 + i * gap
    b.use(wood)
    box(b, [0, y, 0], [w - 0.06, 0.022, d - 0.02], 0.003)
    if (s.rnd.chance(0.25)) {
      books(s, -w / 2 + 0.045, 0, y + 0.022, 0, gap - 0.04, d * 0.75)
      oddments(s, 0.02, w / 2 - 0.05, y + 0.022, 0.02)
    } else books(s, -w / 2 + 0.045, w / 2 - 0.045, y + 0.022, 0, gap - 0.04, d * 0.75)
  }
}
const dresser: PropBuilder = (s) => {
  const { b, w, h, d } = s
  const wood = s.main('#6b4a30', 'wood')
  b.use(wood)
  box(b, [0, 0.06, 0], [w, 0.8, d - 0.02], 0.006)
  b.use(shade(wood, 0.7))
  box(b, [0, 0, 0], [w - 0.06, 0.06, d - 0.06])
  b.use(wood)
  fronts(s, -w / 2 + 0.02, w / 2 - 0.02, 0.68, 0.84, d / 2 - 0.01, 3, 1)
  fronts(s, -w / 2 + 0.02, w / 2 - 0.02, 0.1, 0.67, d / 2 - 0.01, 2, 1)
  box(b, [0, 0.86, 0], [w + 0.03, 0.04, d], 0.01)
  const up = d * 0.6
  b.at([0, 0.9, -d / 2 + up / 2], () => {
    b.use(s.accent('#66705e', 'wood'))
    box(b, [0, 0, -up / 2 + 0.01], [w - 0.06, h - 0.95, 0.014])
    b.use(wood)
    for (const x of [-1, 1]) box(b, [x * (w / 2 - 0.03), 0, 0], [0.035, h - 0.95, up], 0.006)
    box(b, [0, h - 0.97, 0], [w + 0.02, 0.06, up + 0.04], 0.015)
    for (const y of [0.33, 0.68]) {
      b.use(wood)
      box(b, [0, y, 0], [w - 0.08, 0.022, up - 0.02], 0.003)
      for (let i = 0; i < 5; i++) {
        b.use(shade(i % 2 ? WHITE_WARE : s.accent('#66705e', 'plain', 0.3), 1))
        if (s.rnd.chance(0.75))
          b.at(
            [-w / 2 + 0.15 + i * ((w - 0.3) / 4), y + 0.13, -up / 2 + 0.06],
            () =>
              lathe(
                b,
                [0, 0, 0],
                [
                  [0.02, 0],
                  [0.06, 0.004],
                  [0.105, 0.02],
                ],
                16,
              ),
            0,
            Math.PI / 2 - 0.2,
          )
      }
    }
    b.use(BRASS)
    for (let i = 0; i < 5; i++) {
      const x = -w / 2 + 0.16 + i * ((w - 0.32) / 4)
      b.use(i % 2 ? WHITE_WARE : paint('#8a5a44', 'plain', 0.35))
      if (s.rnd.chance(0.8))
        lathe(
          b,
          [x, 0.25, up / 2 - 0.06],
          [
            [0.026, 0],
            [0.036, 0.02],
            [0.038, 0.07],
          ],
          10,
        )
    }
  })
  oddments(s, -w / 2 + 0.06, w / 2 - 0.06, 0.9, d / 2 - 0.16)
}
const cabinet: PropBuilder = (s) => {
  const { b, w, h, d } = s
  const wood = s.main('#6b4a30', 'wood')
  b.use(shade(wood, 0.8))
  for (const x of [-1, 1])
    for (const z of [-1, 1]) cylinder(b, [x * (w / 2 - 0.06), 0, z * (d / 2 - 0.06)], 0.018, 0.13, { top: 0.026, sides: 8 })
  b.use(wood)
  box(b, [0, 0.12, 0], [w, h - 0.15, d - 0.02], 0.008)
  fronts(s, -w / 2 + 0.02, w / 2 - 0.02, 0.14, h - 0.05, d / 2 - 0.01, Math.max(2, Math.round(w / 0.55)), h > 0.7 ? 3 : 2)
  box(b, [0, h - 0.035, 0], [w + 0.03, 0.035, d + 0.01], 0.01)
}
const wardrobe: PropBuilder = (s) => {
  const { b, w, h, d } = s
  const wood = s.main('#63462f', 'wood')
  b.use(shade(wood, 0.75))
  box(b, [0, 0, 0], [w - 0.04, 0.12, d - 0.03], 0.01)
  b.use(wood)
  box(b, [0, 0.12, 0], [w, h - 0.2, d - 0.03], 0.008)
  fronts(s, -w / 2 + 0.02, w / 2 - 0.02, 0.42, h - 0.1, d / 2 - 0.012, 2, 1)
  fronts(s, -w / 2 + 0.02, w / 2 - 0.02, 0.14, 0.41, d / 2 - 0.012, 2, 1)
  box(b, [0, h - 0.09, 0], [w + 0.06, 0.09, d + 0.04], 0.025)
  if (s.rnd.chance(0.6)) {
    b.use(paint('#7c6a52', 'fabric', 0.7))
    box(b, [0.1, h, -0.02], [0.6, 0.2, 0.4], 0.02)
  }
}
const fridge: PropBuilder = (s) => {
  const { b, w, h, d } = s
  const body = s.main('#c9c3b4', 'plain', 0.3)
  b.use(shade(body, 0.4))
  box(b, [0, 0, 0], [w - 0.06, 0.06, d - 0.06])
  b.use(body)
  box(b, [0, 0.06, -0.03], [w, h - 0.06, d - 0.08], 0.03)
  box(b, [0, 0.08, d / 2 - 0.045], [w - 0.006, h * 0.62, 0.06], 0.025)
  box(b, [0, h * 0.62 + 0.1, d / 2 - 0.045], [w - 0.006, h * 0.38 - 0.12, 0.06], 0.025)
  b.use(STEEL)
  for (const y of [h * 0.42, h * 0.7])
    tube(
      b,
      [
        [-w / 2 + 0.08, y, d / 2 - 0.02],
        [-w / 2 + 0.08, y, d / 2 + 0.03],
        [-w / 2 + 0.08, y + 0.24, d / 2 + 0.03],
        [-w / 2 + 0.08, y + 0.24, d / 2 - 0.02],
      ],
      0.011,
      6,
    )
  for (let i = 0; i < 4; i++) {
    b.use(paint(s.rnd.pick(['#c7b98f', '#b0785a', '#8aa09a', '#d2c8b4']), 'paper'))
    b.at(
      [s.rnd.range(-0.2, 0.25), h * s.rnd.range(0.72, 0.92), d / 2 - 0.013],
      () => box(b, [0, -0.04, 0], [0.09, 0.1, 0.004]),
      0,
      0,
      s.rnd.range(-0.2, 0.2),
    )
  }
}
const filingCabinet: PropBuilder = (s) => {
  const { b, w, h, d } = s
  const metal = s.main('#7c8078', 'metal', 0.5, 0.25)
  b.use(metal)
  box(b, [0, 0, -0.01], [w, h, d - 0.03], 0.008)
  for (let i = 0; i < 4; i++) {
    b.use(shade(metal, 1.08))
    box(b, [0, 0.03 + i * ((h - 0.04) / 4), d / 2 - 0.025], [w - 0.03, (h - 0.04) / 4 - 0.02, 0.025], 0.008)
    b.use(STEEL)
    box(b, [0, 0.03 + (i + 0.62) * ((h - 0.04) / 4), d / 2 + 0.002], [0.13, 0.02, 0.02], 0.006)
    b.use(paint('#cfc6ae', 'paper'))
    box(b, [0, 0.03 + (i + 0.75) * ((h - 0.04) / 4), d / 2 - 0.01], [0.09, 0.04, 0.01])
  }
}
const locker: PropBuilder = (s) => {
  const { b, w, h, d } = s
  const metal = s.main('#66757a', 'metal', 0.5, 0.25)
  b.use(shade(metal, 0.85))
  box(b, [0, 0, -0.01], [w, h, d - 0.03], 0.006)
  const n = Math.max(1, Math.round(w / 0.3))
  for (let i = 0; i < n; i++) {
    const x = -w / 2 + (i + 0.5) * (w / n)
    b.use(shade(metal, i % 2 ? 1.05 : 0.97))
    box(b, [x, 0.1, d / 2 - 0.026], [w / n - 0.014, h - 0.13, 0.02], 0.005)
    b.use(shade(metal, 0.4))
    for (let k = 0; k < 5; k++) box(b, [x, h - 0.3 + k * 0.035, d / 2 - 0.012], [w / n - 0.12, 0.01, 0.004])
    b.use(STEEL)
    box(b, [x + w / n / 2 - 0.05, h * 0.52, d / 2 - 0.008], [0.02, 0.09, 0.02], 0.004)
  }
}
/** Open steel racking loaded with boxes. */
const rack: PropBuilder = (s) => {
  const { b, w, h, d } = s
  b.use(s.accent('#4a6070', 'metal', 0.55, 0.3))
  for (const x of [-1, 1]) {
    for (const z of [-1, 1]) box(b, [x * (w / 2 - 0.04), 0, z * (d / 2 - 0.04)], [0.07, h, 0.06])
    for (let i = 0; i < 3; i++)
      rod(b, [x * (w / 2 - 0.04), 0.2 + i * 0.75, -d / 2 + 0.05], [x * (w / 2 - 0.04), 0.85 + i * 0.75, d / 2 - 0.05], 0.012, { sides: 5 })
  }
  const levels = Math.max(2, Math.round(h / 0.9))
  for (let i = 0; i < levels; i++) {
    const y = 0.12 + i * ((h - 0.2) / levels)
    b.use(paint('#b0652f', 'metal', 0.55, 0.2))
    for (const z of [-1, 1]) box(b, [0, y, z * (d / 2 - 0.04)], [w - 0.1, 0.09, 0.04])
    b.use(paint('#8a7252', 'planks'))
    box(b, [0, y + 0.09, 0], [w - 0.12, 0.025, d - 0.08])
    let x = -w / 2 + 0.1
    while (x < w / 2 - 0.4) {
      const bw = s.rnd.range(0.32, 0.62)
      if (x + bw > w / 2 - 0.08) break
      const bh = s.rnd.range(0.22, Math.min(0.6, (h - 0.2) / levels - 0.2))
      if (s.rnd.chance(0.82)) {
        b.use(paint(s.rnd.pick(['#9c7a52', '#8d6f4c', '#a88a60', '#6f6a5c', '#7d5b40', '#5c6a6c']), s.rnd.chance(0.7) ? 'paper' : 'wood'))
        b.at(
          [x + bw / 2, y + 0.115, s.rnd.range(-0.05, 0.05)],
          () => {
            box(b, [0, 0, 0], [bw - 0.02, bh, d * 0.72], 0.008)
            b.use(paint('#c0ad88', 'paper'))
            box(b, [bw * 0.1, bh * 0.4, d * 0.36], [bw * 0.3, bh * 0.25, 0.006])
          },
          s.rnd.range(-0.08, 0.08),
        )
      }
      x += bw + s.rnd.range(0.01, 0.12)
    }
  }
}
const BOTTLES = ['#3f5a3c', '#6b4423', '#8a6a34', '#2f4a44', '#7a2f2a', '#b7a070', '#5d6f70']
/** A bottle of a seeded shape standing on a point. */
export function bottleShape(s: PropShape, x: number, y: number, z: number, height: number, hex?: string): void {
  const { b, rnd } = s
  const r = height * rnd.range(0.12, 0.16)
  b.use(paint(hex ?? rnd.pick(BOTTLES), 'plain', 0.12))
  const neck = rnd.range(0.55, 0.7)
  lathe(
    b,
    [x, y, z],
    [
      [r, 0],
      [r, height * neck * 0.85],
      [r * 0.4, height * (neck + 0.12)],
      [r * 0.34, height * 0.96],
      [r * 0.42, height],
    ],
    7,
  )
  b.use(paint(rnd.pick(['#c9bb94', '#b58a58', '#9c4a3a', '#d0c6ae']), 'paper'))
  lathe(
    b,
    [x, y + height * 0.16, z],
    [
      [r * 1.02, 0],
      [r * 1.02, height * 0.24],
    ],
    7,
  )
}
const backBar: PropBuilder = (s) => {
  const { b, w, h, d } = s
  const wood = s.main('#4e3220', 'wood', 0.4)
  b.use(wood)
  box(b, [0, 0, 0], [w, 0.9, d], 0.01)
  fronts(s, -w / 2 + 0.02, w / 2 - 0.02, 0.08, 0.84, d / 2, Math.round(w / 0.6), 1)
  box(b, [0, 0.9, 0], [w + 0.03, 0.04, d + 0.02], 0.01)
  b.use(paint('#57605e', 'metal', 0.18, 0.6))
  box(b, [0, 0.94, -d / 2 + 0.015], [w - 0.1, h - 1.05, 0.02])
  b.use(shade(wood, 0.9))
  const n = Math.max(2, Math.round(w / 1.1))
  for (let i = 0; i <= n; i++) box(b, [-w / 2 + 0.05 + (i * (w - 0.1)) / n, 0.94, -d / 2 + 0.13], [0.08, h - 1.0, 0.24], 0.01)
  box(b, [0, h - 0.14, -d / 2 + 0.15], [w + 0.04, 0.14, 0.32], 0.03)
  for (const y of [0.94, 1.3, 1.66]) {
    if (y > 1) {
      b.use(wood)
      box(b, [0, y - 0.02, -d / 2 + 0.12], [w - 0.1, 0.022, 0.2], 0.004)
    }
    if (y + 0.36 > h) continue
    for (let x = -w / 2 + 0.14; x < w / 2 - 0.1; x += s.rnd.range(0.085, 0.14))
      if (s.rnd.chance(0.84)) bottleShape(s, x, y, -d / 2 + 0.12, s.rnd.range(0.22, 0.31))
  }
}
const shopShelf: PropBuilder = (s) => {
  const { b, w, h, d } = s
  const wood = s.main('#8a6a48', 'wood')
  b.use(shade(wood, 0.7))
  box(b, [0, 0, -d / 2 + 0.02], [w, h, 0.03])
  b.use(wood)
  for (const x of [-1, 1]) box(b, [x * (w / 2 - 0.015), 0, 0], [0.03, h, d], 0.004)
  const n = 5
  for (let i = 0; i < n; i++) {
    const y = 0.12 + i * ((h - 0.2) / n)
    b.use(wood)
    box(b, [0, y - 0.025, 0], [w - 0.04, 0.025, d], 0.004)
    b.use(paint('#c8b98e', 'paper'))
    box(b, [0, y - 0.022, d / 2 + 0.002], [w - 0.06, 0.02, 0.004])
    const tone = s.rnd.pick(['#a3623e', '#6b7a58', '#b59a5a', '#5b6f78', '#8d4a42', '#c0ae86'])
    const kind = s.rnd.int(0, 2)
    const step = s.rnd.range(0.12, 0.17)
    for (let x = -w / 2 + 0.1; x < w / 2 - 0.08; x += step) {
      if (s.rnd.chance(0.1)) continue
      const hh = s.rnd.range(0.13, 0.24)
      if (kind === 0) bottleShape(s, x, y, s.rnd.range(0, 0.1), hh * 1.1, tone)
      else {
        b.use(shade(paint(s.rnd.chance(0.75) ? tone : '#b8a888', 'paper', 0.6), s.rnd.range(0.8, 1.2)))
        if (kind === 1) cylinder(b, [x, y, 0.08], step * 0.42, hh * 0.7, { sides: 9 })
        else box(b, [x, y, 0.05], [step * 0.88, hh, d * 0.5])
      }
    }
  }
  b.use(shade(wood, 0.9))
  box(b, [0, h - 0.05, 0], [w + 0.02, 0.05, d + 0.02], 0.01)
}
const clothesRack: PropBuilder = (s) => {
  const { b, w, h, d } = s
  b.use(DARK_METAL)
  for (const x of [-1, 1]) {
    rod(b, [x * (w / 2 - 0.05), 0, 0], [x * (w / 2 - 0.05), h, 0], 0.014)
    rod(b, [x * (w / 2 - 0.05), 0.02, -d / 2], [x * (w / 2 - 0.05), 0.02, d / 2], 0.014)
  }
  rod(b, [-w / 2 + 0.05, h - 0.02, 0], [w / 2 - 0.05, h - 0.02, 0], 0.014)
  for (let x = -w / 2 + 0.14; x < w / 2 - 0.1; x += 0.075) {
    b.use(paint(s.rnd.pick(['#5b4a48', '#6a7478', '#8c6a4a', '#3f4a4c', '#8d4a42', '#9a8c74']), 'fabric'))
    const l = s.rnd.range(0.75, 1.05)
    b.at([x, h - 0.1 - l, 0], () => box(b, [0, 0, 0], [0.045, l, d * s.rnd.range(0.7, 0.86)], 0.02), s.rnd.range(-0.08, 0.08))
  }
}
const serverRack: PropBuilder = (s) => {
  const { b, w, h, d } = s
  b.use(s.main('#3d4348', 'metal', 0.5, 0.4))
  box(b, [0, 0, -0.01], [w, h, d - 0.02], 0.01)
  for (let y = 0.1; y < h - 0.15; y += 0.11) {
    b.use(shade(paint('#2a2d30', 'metal', 0.5, 0.4), s.rnd.range(0.8, 1.6)))
    box(b, [0, y, d / 2 - 0.015], [w - 0.08, 0.095, 0.02], 0.004)
    for (let i = 0; i < 4; i++) {
      b.use(paint(s.rnd.pick(['#d0a04a', '#7fae8a', '#8a9aa0', '#b5523a']), 'plain', 0.4))
      box(b, [-w / 2 + 0.1 + i * 0.05, y + 0.04, d / 2 - 0.003], [0.02, 0.016, 0.006])
    }
  }
}
const crate: PropBuilder = (s) => {
  const { b, w, h, d } = s
  const wood = s.main('#8a6c48', 'planks')
  b.use(shade(wood, 0.55))
  box(b, [0, 0.02, 0], [w - 0.06, h - 0.04, d - 0.06])
  b.use(wood)
  const n = 4
  for (let i = 0; i < n; i++) {
    const y = 0.01 + i * (h / n)
    for (const z of [-1, 1]) box(b, [0, y, z * (d / 2 - 0.02)], [w - 0.02, h / n - 0.018, 0.022])
    for (const x of [-1, 1]) box(b, [x * (w / 2 - 0.02), y, 0], [0.022, h / n - 0.018, d - 0.04])
    box(b, [-w / 2 + (i + 0.5) * (w / n), h - 0.025, 0], [w / n - 0.01, 0.025, d - 0.02])
  }
  b.use(shade(wood, 0.85))
  for (const x of [-1, 1]) for (const z of [-1, 1]) box(b, [x * (w / 2 - 0.035), 0, z * (d / 2 - 0.006)], [0.07, h, 0.02], 0.004)
}
const crateStack: PropBuilder = (s) => {
  const { b, w, h } = s
  const part = (x: number, y: number, z: number, k: number, yaw: number) =>
    b.at([x, y, z], () => crate({ ...s, w: k, h: k * 0.86, d: k }), yaw)
  part(-w / 4, 0, 0, 0.62, 0.04)
  part(w / 4, 0, 0.02, 0.62, -0.06)
  if (h > 1) part(-w / 5, 0.54, 0, 0.6, 0.3)
}
const fruitCrate: PropBuilder = (s) => {
  const { b, w, h, d } = s
  const wood = paint('#a3875a', 'planks')
  b.use(shade(wood, 0.6))
  box(b, [0, 0, 0], [w - 0.04, 0.14, d - 0.04])
  b.use(wood)
  for (const y of [0.02, 0.14, 0.25]) {
    for (const z of [-1, 1]) box(b, [0, y, z * (d / 2 - 0.01)], [w, 0.09, 0.014], 0.003)
    for (const x of [-1, 1]) box(b, [x * (w / 2 - 0.01), y, 0], [0.014, 0.09, d], 0.003)
  }
  const tone = s.main(s.rnd.pick(['#a84a32', '#c08a34', '#7d8c3e', '#b5652f', '#8a3040', '#6f7f3c']), 'plain', 0.5)
  const r = s.rnd.pick([0.045, 0.055, 0.085])
  for (let x = -w / 2 + r + 0.02; x < w / 2 - r; x += r * 1.8)
    for (let z = -d / 2 + r + 0.02; z < d / 2 - r; z += r * 1.8) {
      b.use(shade(tone, s.rnd.range(0.75, 1.2)))
      ellipsoid(b, [x + s.rnd.range(-0.01, 0.01), Math.min(h, 0.33) + s.rnd.range(-0.02, 0.03) * (r / 0.05), z], [r, r * 0.92, r], 8, 6)
    }
}
const pallet: PropBuilder = (s) => {
  const { b, w, h, d } = s
  b.use(paint('#9a7d55', 'planks'))
  for (const z of [-1, 0, 1]) box(b, [0, 0, z * (d / 2 - 0.06)], [w, 0.1, 0.1])
  for (let i = 0; i < 6; i++) box(b, [-w / 2 + (i + 0.5) * (w / 6), 0.1, 0], [w / 6 - 0.03, 0.022, d], 0.003)
  const cols = s.rnd.int(2, 3)
  for (let y = 0.125; y < h - 0.25; y += 0.33)
    for (let i = 0; i < cols; i++)
      for (let j = 0; j < 2; j++) {
        if (y > 0.5 && s.rnd.chance(0.25)) continue
        b.use(shade(paint('#9c7a52', 'paper'), s.rnd.range(0.85, 1.12)))
        b.at(
          [-w / 2 + 0.03 + (i + 0.5) * ((w - 0.06) / cols), y, (j - 0.5) * (d / 2 - 0.03)],
          () => box(b, [0, 0, 0], [(w - 0.08) / cols - 0.012, 0.32, d / 2 - 0.05], 0.008),
          s.rnd.range(-0.04, 0.04),
        )
      }
}
const barrel: PropBuilder = (s) => {
  const { b, w, h } = s
  const r = w / 2
  b.use(s.main('#74563a', 'planks'))
  lathe(
    b,
    [0, 0, 0],
    [
      [r * 0.82, 0],
      [r * 0.95, h * 0.22],
      [r, h * 0.5],
      [r * 0.95, h * 0.78],
      [r * 0.82, h],
      [r * 0.78, h],
      [r * 0.76, h - 0.03],
    ],
    18,
  )
  b.use(DARK_METAL)
  for (const [y, k] of [
    [0.06, 0.87],
    [0.26, 0.975],
    [0.68, 0.975],
    [0.88, 0.875],
  ] as const)
    lathe(
      b,
      [0, h * y, 0],
      [
        [r * k + 0.004, 0],
        [r * k + 0.01, 0.02],
        [r * k + 0.004, 0.045],
      ],
      18,
    )
}
const drum: PropBuilder = (s) => {
  const { b, w, h } = s
  const r = w / 2 - 0.01
  b.use(s.main(s.rnd.pick(['#5a6a70', '#8d5a34', '#6a6f50']), 'metal', 0.5, 0.4))
  lathe(
    b,
    [0, 0, 0],
    [
      [r, 0],
      [r, h * 0.32],
      [r + 0.012, h * 0.34],
      [r, h * 0.36],
      [r, h * 0.64],
      [r + 0.012, h * 0.66],
      [r, h * 0.68],
      [r, h],
      [r - 0.02, h],
      [r - 0.03, h - 0.02],
    ],
    20,
  )
}
const sacks: PropBuilder = (s) => {
  const { b, w, h, d } = s
  const p = s.main('#a08a64', 'fabric')
  for (const [x, y, z, k] of [
    [-0.25, 0.16, 0.05, 1],
    [0.25, 0.16, -0.05, 0.95],
    [0, 0.42, 0, 0.9],
  ] as const) {
    b.use(shade(p, s.rnd.range(0.85, 1.1)))
    ellipsoid(b, [x * w, y * (h / 0.6), z * d], [w * 0.27 * k, 0.16 * (h / 0.6), d * 0.42 * k], 12, 8, 0.06)
  }
}
const gasBottles: PropBuilder = (s) => {
  const { b, w, h } = s
  for (const [x, hex] of [
    [-1, '#6a4a40'],
    [1, '#5a6a6c'],
  ] as const) {
    b.use(x < 0 ? s.main(hex, 'metal', 0.45, 0.4) : paint(hex, 'metal', 0.45, 0.4))
    lathe(
      b,
      [x * w * 0.25, 0, 0],
      [
        [0.13, 0],
        [0.135, 0.02],
        [0.135, h * 0.82],
        [0.1, h * 0.9],
        [0.035, h * 0.94],
        [0.035, h],
      ],
      14,
    )
  }
  b.use(BLACK)
  rod(b, [-w / 2, h * 0.6, 0.14], [w / 2, h * 0.6, 0.14], 0.012)
}
export const STORAGE: Readonly<Record<string, PropBuilder>> = {
  bookcase,
  dresser,
  cabinet,
  wardrobe,
  fridge,
  'filing-cabinet': filingCabinet,
  locker,
  'shelving-rack': rack,
  'back-bar': backBar,
  'shop-shelf': shopShelf,
  'clothes-rack': clothesRack,
  'server-rack': serverRack,
  crate,
  'crate-stack': crateStack,
  'fruit-crate': fruitCrate,
  pallet,
  barrel,
  drum,
  sacks,
  'gas-bottles': gasBottles,
}
