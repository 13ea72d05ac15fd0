import { box, cylinder, lathe, paint, rod, shade } from '../geometry'
import { DARK_METAL, type PropBuilder, STEEL } from './prop-shape'

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

/** Builders by catalogue id. */
export const ROOF_THINGS: Readonly<Record<string, PropBuilder>> = {
  chimney: chimney,
  'vent-unit': ventUnit,
  'water-tank': waterTank,
  skylight: skylight,
  'stair-hut': stairHut,
  antenna: antenna,
  'fire-escape': fireEscape,
}
