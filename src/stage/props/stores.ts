import { box, ellipsoid, lathe, paint, rod, shade } from '../geometry'
import { BLACK, DARK_METAL, type PropBuilder } from './prop-shape'

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

/** Builders by catalogue id. */
export const STORES: Readonly<Record<string, PropBuilder>> = {
  crate: crate,
  'crate-stack': crateStack,
  'fruit-crate': fruitCrate,
  pallet: pallet,
  barrel: barrel,
  drum: drum,
  sacks: sacks,
  'gas-bottles': gasBottles,
}
