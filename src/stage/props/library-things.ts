import { box, cylinder, glowPaint, paint, rod, shade } from '../geometry'
import { BRASS, type PropBuilder, type PropShape } from './prop-shape'

const SPINES = ['#6e3b33', '#3d4f4a', '#8a6a3c', '#4a4c5e', '#7d7263', '#5b4634', '#9a8a6c', '#39444c', '#74524a', '#a07f52', '#566b52']

/** A shelf full of books in few faces: many shelves stand in one room. `z` is where their backs are, `out` 1 or −1 their spines' side. */
function fullShelf(s: PropShape, x0: number, x1: number, y: number, z: number, high: number, deep: number, out: 1 | -1): void {
  const { b, rnd } = s
  let x = x0
  while (x < x1 - 0.04) {
    // A set of volumes now and then: the same height and cloth.
    const volumes = rnd.chance(0.16) ? rnd.int(3, 6) : 1
    const [t, h, d] = [rnd.range(0.032, 0.062), high * rnd.range(0.68, 0.95), deep * rnd.range(0.78, 0.96)]
    const cloth = shade(paint(rnd.pick(SPINES), 'paper', 0.7), rnd.range(0.8, 1.2))
    for (let i = 0; i < volumes && x + t < x1; i++) {
      b.use(cloth)
      box(b, [x + t / 2, y, z + (out * d) / 2], [t * 0.95, h, d])
      x += t
    }
    if (volumes > 2) {
      b.use(paint('#a08446', 'plain', 0.5))
      box(b, [x - (volumes * t) / 2, y + h * 0.72, z + out * (d + 0.0005)], [volumes * t * 0.94, 0.012, 0.002])
    }
    x += t + (rnd.chance(0.05) ? rnd.range(0.05, 0.2) : 0.002)
  }
}

/** Sides, shelves and books between them; `faces` says on which sides. */
function stack(s: PropShape, faces: readonly (1 | -1)[]): void {
  const { b, w, h, d } = s
  const wood = s.main('#513825', 'wood')
  b.use(shade(wood, 0.6))
  box(b, [0, 0.06, faces.length === 2 ? 0 : -d / 2 + 0.012], [w - 0.04, h - 0.12, 0.02])
  b.use(wood)
  const bays = Math.max(1, Math.round(w / 1.05))
  for (let i = 0; i <= bays; i++) box(b, [-w / 2 + 0.02 + (i * (w - 0.04)) / bays, 0, 0], [0.04, h - 0.06, d], 0.005)
  box(b, [0, h - 0.07, 0], [w + 0.04, 0.07, d + 0.04], 0.018)
  box(b, [0, 0, 0], [w - 0.04, 0.09, d - 0.04])
  const shelves = Math.max(3, Math.round((h - 0.18) / 0.38))
  const gap = (h - 0.18) / shelves
  const deep = faces.length === 2 ? d / 2 - 0.03 : d - 0.05
  for (let k = 0; k < shelves; k++) {
    const y = 0.09 + k * gap
    b.use(wood)
    if (k > 0) box(b, [0, y - 0.012, 0], [w - 0.04, 0.024, d - 0.02])
    for (const out of faces)
      for (let i = 0; i < bays; i++) {
        const [x0, x1] = [-w / 2 + 0.045 + (i * (w - 0.04)) / bays, -w / 2 - 0.005 + ((i + 1) * (w - 0.04)) / bays]
        fullShelf(s, x0, x1, y + 0.012, faces.length === 2 ? out * 0.014 : -d / 2 + 0.026, gap - 0.05, deep, out)
      }
  }
  b.use(BRASS)
  for (const x of [-1, 1]) box(b, [x * (w / 2 + 0.002), h * 0.66, 0], [0.006, 0.09, Math.min(0.2, d * 0.5)])
}

/** A ladder on a rail, leant on the shelves behind it: its foot on wheels towards the front. */
const libraryLadder: PropBuilder = (s) => {
  const { b, w, h, d } = s
  const wood = s.main('#6b4a30', 'wood', 0.4)
  b.use(wood)
  const z = (y: number) => d / 2 - (y / h) * d
  for (const x of [-1, 1]) rod(b, [x * (w / 2 - 0.03), 0.06, z(0.06)], [x * (w / 2 - 0.06), h, z(h)], 0.026, { sides: 8 })
  const n = Math.round(h / 0.29)
  for (let i = 1; i < n; i++) {
    const y = (i * h) / n
    b.use(shade(wood, 1.15))
    box(b, [0, y, z(y)], [w - 0.1, 0.028, 0.1], 0.006)
  }
  b.use(BRASS)
  for (const x of [-1, 1]) {
    b.at([x * (w / 2 - 0.03), 0.05, z(0.05)], () => rod(b, [-0.014, 0, 0], [0.014, 0, 0], 0.05, { sides: 12 }))
    rod(b, [x * (w / 2 - 0.06), h - 0.03, z(h) - 0.02], [x * (w / 2 - 0.06), h - 0.03, z(h) + 0.1], 0.012, { sides: 6 })
  }
}

/** A banker's lamp: brass foot and arm, a green glass shade lying over the page. */
const greenLamp: PropBuilder = (s) => {
  const { b, w, h } = s
  b.use(BRASS)
  cylinder(b, [0, 0, 0], 0.085, 0.02, { sides: 18, bevel: 0.006 })
  rod(b, [0, 0.02, 0], [0, h - 0.06, 0], 0.011, { sides: 8 })
  rod(b, [-w * 0.34, h - 0.1, 0], [w * 0.34, h - 0.1, 0], 0.008, { sides: 6 })
  rod(b, [0.04, h - 0.13, 0.03], [0.04, h - 0.24, 0.03], 0.002, { sides: 4 })
  b.use({ ...s.main('#2f6a48', 'plain', 0.2), pass: 'glow' })
  const n = 7
  for (let i = 0; i < n; i++) {
    const a = -0.2 + (i / (n - 1)) * (Math.PI + 0.4)
    const [y, z] = [h - 0.1 + Math.sin(a) * 0.07, Math.cos(a) * 0.09]
    b.at([0, y, z], () => box(b, [0, -0.022, 0], [w, 0.05, 0.008], 0.003), 0, Math.PI / 2 - a + Math.PI / 2)
  }
  b.use(glowPaint('#f4e4b4'))
  rod(b, [-w * 0.3, h - 0.09, 0], [w * 0.3, h - 0.09, 0], 0.016, { sides: 8 })
}

/** A card catalogue: small drawers with brass pulls and labels, on legs. */
const cardCatalogue: PropBuilder = (s) => {
  const { b, w, h, d } = s
  const wood = s.main('#6b4a30', 'wood')
  b.use(wood)
  box(b, [0, 0.3, 0], [w, h - 0.3, d - 0.02], 0.008)
  b.use(shade(wood, 0.8))
  for (const x of [-1, 1]) for (const z of [-1, 1]) box(b, [x * (w / 2 - 0.05), 0, z * (d / 2 - 0.05)], [0.06, 0.3, 0.06])
  const [nx, ny] = [Math.round(w / 0.2), Math.round((h - 0.36) / 0.15)]
  for (let i = 0; i < nx; i++)
    for (let j = 0; j < ny; j++) {
      const [x, y] = [((i + 0.5) / nx - 0.5) * (w - 0.04), 0.33 + (j * (h - 0.38)) / ny]
      b.use(shade(wood, 1.12))
      box(b, [x, y + 0.008, d / 2 - 0.008], [(w - 0.04) / nx - 0.016, (h - 0.38) / ny - 0.016, 0.02])
      b.use(paint('#d6ccb0', 'paper'))
      box(b, [x, y + (h - 0.38) / ny / 2, d / 2 + 0.003], [0.07, 0.03, 0.003])
      b.use(BRASS)
      box(b, [x, y + 0.025, d / 2 + 0.006], [0.03, 0.014, 0.014])
    }
}

/** Builders by catalogue id. */
export const LIBRARY_THINGS: Readonly<Record<string, PropBuilder>> = {
  'library-stack': (s) => stack(s, [1, -1]),
  'library-wall': (s) => stack(s, [1]),
  'library-ladder': libraryLadder,
  'reading-lamp': greenLamp,
  'card-catalogue': cardCatalogue,
}
