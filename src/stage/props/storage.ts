import { box, cylinder, lathe, type MeshBatch, paint, shade, tube } from '../geometry'
import { carcass, isFront, onLeaf } from './opened'
import { BRASS, type PropBuilder, type PropShape, STEEL, WHITE_WARE } from './prop-shape'
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
  carcass(s, [0, 0.06, 0], [w, 0.8, d - 0.02], 0.006, 'ware')
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
  carcass(s, [0, 0.12, 0], [w, h - 0.2, d - 0.03], 0.008, 'clothes')
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
  carcass(s, [0, 0.06, -0.03], [w, h - 0.06, d - 0.08], 0.03, 'food')
  box(b, [0, h * 0.62 + 0.1, d / 2 - 0.045], [w - 0.006, h * 0.38 - 0.12, 0.06], 0.025)
  const apart = s.leaves.find(({ leaf }) => leaf.kind === 'door')
  const grip = (b: MeshBatch, y: number) => {
    b.use(STEEL)
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
  }
  onLeaf(b, apart, body, (b) => {
    b.use(body)
    box(b, [0, 0.08, d / 2 - 0.045], [w - 0.006, h * 0.62, 0.06], 0.025)
    grip(b, h * 0.42)
  })
  grip(b, h * 0.7)
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
    const y = 0.03 + i * ((h - 0.04) / 4)
    const apart = s.leaves.find(({ leaf }) => isFront(leaf, 0, y + (h - 0.04) / 8, d / 2 - 0.025))
    onLeaf(b, apart, metal, (b) => {
      b.use(shade(metal, 1.08))
      box(b, [0, y, d / 2 - 0.025], [w - 0.03, (h - 0.04) / 4 - 0.02, 0.025], 0.008)
      b.use(STEEL)
      box(b, [0, y + 0.62 * ((h - 0.04) / 4), d / 2 + 0.002], [0.13, 0.02, 0.02], 0.006)
      b.use(paint('#cfc6ae', 'paper'))
      box(b, [0, y + 0.75 * ((h - 0.04) / 4), d / 2 - 0.01], [0.09, 0.04, 0.01])
    })
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

/** Builders by catalogue id. */
export const STORAGE: Readonly<Record<string, PropBuilder>> = {
  bookcase: bookcase,
  dresser: dresser,
  cabinet: cabinet,
  wardrobe: wardrobe,
  fridge: fridge,
  'filing-cabinet': filingCabinet,
  locker: locker,
}
