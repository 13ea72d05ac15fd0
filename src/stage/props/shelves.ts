import { box, cylinder, paint, rod, shade } from '../geometry'
import { DARK_METAL, type PropBuilder } from './prop-shape'
import { bottleShape } from './storage'
import { fronts } from './tables'

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

/** Builders by catalogue id. */
export const SHELVES: Readonly<Record<string, PropBuilder>> = {
  'shelving-rack': rack,
  'back-bar': backBar,
  'shop-shelf': shopShelf,
  'clothes-rack': clothesRack,
  'server-rack': serverRack,
}
