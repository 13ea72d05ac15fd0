import { box, cylinder, ellipsoid, lathe, paint, rod, shade, tube } from '../geometry'
import { isFront, onLeaf } from './opened'
import { BLACK, BRASS, DARK_METAL, type PropBuilder, type PropShape, STEEL } from './prop-shape'

/** Four legs under a frame, top on it. */
function legged(s: PropShape, topM: number, leg: number, apron: number, inset = 0.05): void {
  const { b, w, h, d } = s
  const wood = s.main('#70503a', 'wood')
  b.use(wood)
  box(b, [0, h - topM, 0], [w, topM, d], 0.008)
  b.use(shade(wood, 0.82))
  for (const x of [-1, 1])
    for (const z of [-1, 1])
      b.at([x * (w / 2 - inset - leg / 2), 0, z * (d / 2 - inset - leg / 2)], () =>
        lathe(
          b,
          [0, 0, 0],
          [
            [leg * 0.32, 0],
            [leg * 0.45, (h - topM) * 0.12],
            [leg * 0.55, (h - topM) * 0.86],
            [leg * 0.62, h - topM],
          ],
          8,
        ),
      )
  const y = h - topM - apron
  for (const z of [-1, 1]) box(b, [0, y, z * (d / 2 - inset - leg / 2)], [w - 2 * inset - leg, apron, 0.022])
  for (const x of [-1, 1]) box(b, [x * (w / 2 - inset - leg / 2), y, 0], [0.022, apron, d - 2 * inset - leg])
}

/** A row of drawer or door fronts with handles on the +z side. */
export function fronts(
  s: PropShape,
  x0: number,
  x1: number,
  y0: number,
  y1: number,
  z: number,
  columns: number,
  rows: number,
  knob: 'bar' | 'knob' = 'knob',
): void {
  const { b } = s
  const keep = b.paint
  const cw = (x1 - x0) / columns
  const rh = (y1 - y0) / rows
  for (let i = 0; i < columns; i++) {
    for (let j = 0; j < rows; j++) {
      const x = x0 + (i + 0.5) * cw
      const y = y0 + j * rh
      const apart = s.leaves.find(({ leaf }) => isFront(leaf, x, y + rh / 2, z))
      onLeaf(b, apart, keep, (b) => {
        b.use(shade(keep, 1.06))
        box(b, [x, y + 0.012, z], [cw - 0.024, rh - 0.024, 0.02], 0.006)
        if (rh > 0.35) {
          b.use(shade(keep, 0.9))
          box(b, [x, y + 0.08, z + 0.008], [cw - 0.15, rh - 0.16, 0.012], 0.004)
        }
        b.use(BRASS)
        if (knob === 'bar') box(b, [x, y + rh * 0.72, z + 0.02], [Math.min(0.14, cw * 0.4), 0.012, 0.018], 0.004)
        else {
          const side = rh > 0.35 ? (i % 2 === 0 ? 1 : -1) * (cw / 2 - 0.06) : 0
          ellipsoid(b, [x + side, y + rh * 0.55, z + 0.025], [0.016, 0.016, 0.016], 8, 5)
        }
      })
    }
  }
  b.use(keep)
}

const table: PropBuilder = (s) => legged(s, 0.035, 0.075, 0.09)
const coffeeTable: PropBuilder = (s) => {
  legged(s, 0.03, 0.06, 0.05)
  s.b.use(shade(s.main('#70503a', 'wood'), 0.9))
  box(s.b, [0, 0.12, 0], [s.w - 0.16, 0.02, s.d - 0.16], 0.004)
}

const sideTable: PropBuilder = (s) => {
  legged(s, 0.025, 0.045, 0.14, 0.02)
  s.b.use(s.main('#70503a', 'wood'))
  fronts(s, -s.w / 2 + 0.05, s.w / 2 - 0.05, s.h - 0.16, s.h - 0.03, s.d / 2 - 0.02, 1, 1)
}

const roundTable: PropBuilder = (s) => {
  const { b, w, h } = s
  b.use(s.main('#70503a', 'wood'))
  cylinder(b, [0, h - 0.035, 0], w / 2, 0.035, { sides: 28, bevel: 0.008 })
  b.use(shade(s.main('#70503a', 'wood'), 0.8))
  lathe(
    b,
    [0, 0.05, 0],
    [
      [0.05, 0],
      [0.09, 0.1],
      [0.045, 0.25],
      [0.06, 0.5],
      [0.14, h - 0.09],
    ],
    14,
  )
  for (let i = 0; i < 4; i++)
    b.at([0, 0, 0], () => rod(b, [0.03, 0.1, 0], [w * 0.34, 0.02, 0], 0.03, { top: 0.022 }), (i * Math.PI) / 2 + 0.4)
}

const dinerTable: PropBuilder = (s) => {
  const { b, w, h, d } = s
  b.use(s.main('#b8ad98', 'plain', 0.3))
  box(b, [0, h - 0.04, 0], [w, 0.04, d], 0.01)
  b.use(STEEL)
  box(b, [0, h - 0.036, 0], [w + 0.012, 0.03, d + 0.012], 0.01)
  lathe(
    b,
    [0, 0, 0],
    [
      [0.2, 0],
      [0.19, 0.02],
      [0.045, 0.06],
      [0.04, h - 0.05],
    ],
    14,
  )
}

const desk: PropBuilder = (s) => {
  const { b, w, h, d } = s
  const wood = s.main('#6d5038', 'wood')
  b.use(wood)
  box(b, [0, h - 0.04, 0], [w, 0.04, d], 0.01)
  b.use(shade(wood, 0.88))
  for (const x of [-1, 1]) {
    box(b, [x * (w / 2 - 0.22), 0.05, 0], [0.4, h - 0.09, d - 0.08], 0.006)
    b.at([x * (w / 2 - 0.22), 0, 0], () => {
      // drawers on the sitter's side, which is the back of the desk
      b.at([0, 0, 0], () => fronts(s, -0.18, 0.18, 0.08, h - 0.06, d / 2 - 0.045, 1, 3), Math.PI)
    })
  }
  box(b, [0, h * 0.35, d / 2 - 0.06], [w - 0.86, h * 0.6, 0.02])
}

const workbench: PropBuilder = (s) => {
  legged(s, 0.06, 0.11, 0.12)
  const { b, w, d } = s
  b.use(shade(s.main('#70503a', 'planks'), 0.75))
  box(b, [0, 0.2, 0], [w - 0.15, 0.03, d - 0.12])
  b.use(DARK_METAL)
  box(b, [w / 2 - 0.25, s.h, d / 2 - 0.12], [0.14, 0.13, 0.2], 0.01)
  rod(b, [w / 2 - 0.36, s.h + 0.06, d / 2 - 0.02], [w / 2 - 0.14, s.h + 0.06, d / 2 - 0.02], 0.009)
}

/** A base cabinet with plinth, doors and a worktop. */
const counter: PropBuilder = (s) => {
  const { b, w, h, d } = s
  const body = s.main('#8a8a7a', 'wood', 0.55)
  b.use(shade(body, 0.5))
  box(b, [0, 0, -0.03], [w, 0.09, d - 0.1])
  b.use(body)
  box(b, [0, 0.09, -0.01], [w, h - 0.13, d - 0.04], 0.004)
  const n = Math.max(1, Math.round(w / 0.5))
  fronts(s, -w / 2 + 0.01, w / 2 - 0.01, h - 0.24, h - 0.05, d / 2 - 0.035, n, 1, 'bar')
  fronts(s, -w / 2 + 0.01, w / 2 - 0.01, 0.1, h - 0.25, d / 2 - 0.035, n, 1)
  b.use(s.accent('#8b6b4a', 'wood', 0.4))
  box(b, [0, h - 0.04, 0], [w + 0.004, 0.04, d], 0.008)
}

const sinkCounter: PropBuilder = (s) => {
  counter(s)
  const { b, h, d } = s
  b.use(shade(STEEL, 0.5))
  box(b, [0.1, h - 0.003, 0.02], [0.5, 0.006, 0.36])
  b.use(STEEL)
  for (const x of [-0.26, 0.26]) box(b, [0.1 + x, h - 0.004, 0.02], [0.03, 0.014, 0.42], 0.004)
  for (const z of [-0.19, 0.19]) box(b, [0.1, h - 0.004, 0.02 + z], [0.5, 0.014, 0.03], 0.004)
  tube(
    b,
    [
      [0.1, h, -d / 2 + 0.08],
      [0.1, h + 0.24, -d / 2 + 0.08],
      [0.1, h + 0.29, -d / 2 + 0.13],
      [0.1, h + 0.27, -d / 2 + 0.25],
      [0.1, h + 0.2, -d / 2 + 0.26],
    ],
    0.012,
  )
  for (const x of [-0.08, 0.28]) cylinder(b, [x, h, -d / 2 + 0.08], 0.014, 0.07, { top: 0.02, sides: 8 })
}

const stove: PropBuilder = (s) => {
  const { b, w, h, d } = s
  const body = s.main('#b9b2a4', 'metal', 0.4, 0.3)
  b.use(shade(body, 0.45))
  box(b, [0, 0, -0.02], [w - 0.04, 0.08, d - 0.08])
  b.use(body)
  box(b, [0, 0.08, -0.01], [w, h - 0.1, d - 0.03], 0.01)
  b.use(shade(body, 0.9))
  box(b, [0, 0.16, d / 2 - 0.03], [w - 0.06, 0.48, 0.03], 0.01)
  b.use(BLACK)
  box(b, [0, 0.27, d / 2 - 0.012], [w - 0.2, 0.24, 0.016], 0.008)
  b.use(STEEL)
  rod(b, [-w / 2 + 0.09, 0.6, d / 2 + 0.02], [w / 2 - 0.09, 0.6, d / 2 + 0.02], 0.012)
  for (let i = 0; i < 5; i++)
    b.at(
      [-w / 2 + 0.1 + i * ((w - 0.2) / 4), h - 0.14, d / 2 - 0.02],
      () => cylinder(b, [0, 0, 0], 0.024, 0.03, { sides: 10, bevel: 0.005 }),
      0,
      Math.PI / 2,
    )
  b.use(paint('#2b2b2c', 'metal', 0.6, 0.4))
  box(b, [0, h - 0.025, 0], [w + 0.004, 0.025, d], 0.006)
  for (const x of [-0.14, 0.14])
    for (const z of [-0.12, 0.13]) {
      lathe(
        b,
        [x, h, z],
        [
          [0.09, 0],
          [0.09, 0.012],
          [0.06, 0.014],
          [0.055, 0.006],
        ],
        14,
      )
      for (const t of [0, Math.PI / 2]) b.at([x, h + 0.012, z], () => box(b, [0, 0, 0], [0.21, 0.01, 0.012]), t)
    }
  b.use(body)
  box(b, [0, h - 0.02, -d / 2 + 0.03], [w, 0.13, 0.03], 0.008)
}

const barCounter: PropBuilder = (s) => {
  const { b, w, h, d } = s
  const wood = s.main('#56351f', 'wood', 0.35)
  b.use(shade(wood, 0.6))
  box(b, [0, 0, -0.04], [w - 0.04, 0.1, d - 0.16])
  b.use(wood)
  box(b, [0, 0.1, -0.03], [w, h - 0.17, d - 0.14], 0.005)
  const n = Math.round(w / 0.6)
  for (let i = 0; i < n; i++) {
    const x = -w / 2 + (i + 0.5) * (w / n)
    b.use(shade(wood, 1.15))
    box(b, [x, 0.22, d / 2 - 0.1], [w / n - 0.1, h - 0.5, 0.025], 0.008)
    b.use(shade(wood, 0.8))
    box(b, [x, 0.3, d / 2 - 0.09], [w / n - 0.22, h - 0.66, 0.02], 0.006)
  }
  b.use(shade(wood, 0.9))
  box(b, [0, h - 0.07, 0], [w + 0.04, 0.07, d], 0.02)
  b.use(BRASS)
  rod(b, [-w / 2 + 0.05, 0.2, d / 2 + 0.03], [w / 2 - 0.05, 0.2, d / 2 + 0.03], 0.02)
  for (let i = 0; i <= 4; i++)
    rod(b, [-w / 2 + 0.1 + (i * (w - 0.2)) / 4, 0.2, d / 2 - 0.1], [-w / 2 + 0.1 + (i * (w - 0.2)) / 4, 0.2, d / 2 + 0.03], 0.012)
}

const tillCounter: PropBuilder = (s) => {
  counter(s)
}

const schoolDesk: PropBuilder = (s) => {
  const { b, w, h, d } = s
  b.use(s.main('#936f4c', 'wood'))
  box(b, [0, h - 0.03, 0], [w, 0.03, d], 0.01)
  b.use(DARK_METAL)
  for (const x of [-1, 1]) {
    rod(b, [x * (w / 2 - 0.06), h - 0.03, -d / 2 + 0.08], [x * (w / 2 - 0.04), 0, -d / 2 + 0.04], 0.013)
    rod(b, [x * (w / 2 - 0.06), h - 0.03, d / 2 - 0.08], [x * (w / 2 - 0.04), 0, d / 2 - 0.04], 0.013)
  }
  box(b, [0, h - 0.16, 0.02], [w - 0.14, 0.012, d - 0.14])
  b.use(s.accent('#7a4436', 'paper'))
  box(b, [-0.08, h - 0.148, 0], [0.2, 0.03, 0.26])
}

const altar: PropBuilder = (s) => {
  const { b, w, h, d } = s
  b.use(paint('#a49a88', 'stone'))
  box(b, [0, 0, 0], [w, 0.1, d], 0.02)
  box(b, [0, 0.1, 0], [w - 0.16, h - 0.2, d - 0.16], 0.02)
  box(b, [0, h - 0.1, 0], [w, 0.1, d], 0.02)
  b.use(paint('#cdc5b4', 'fabric'))
  box(b, [0, h, 0], [w * 0.5, 0.012, d + 0.02], 0.004)
  box(b, [0, h - 0.55, d / 2 + 0.008], [w * 0.5, 0.56, 0.012], 0.004)
  b.use(s.accent('#8d6a34', 'fabric'))
  box(b, [0, h - 0.5, d / 2 + 0.016], [0.12, 0.42, 0.008])
}

const cafeSet: PropBuilder = (s) => {
  const { b, w, h } = s
  b.use(s.main('#6a6a66', 'metal', 0.5, 0.5))
  cylinder(b, [0, h - 0.025, 0], w / 2, 0.025, { sides: 22, bevel: 0.006 })
  rod(b, [0, 0.02, 0], [0, h, 0], 0.025)
  for (let i = 0; i < 3; i++) b.at([0, 0, 0], () => rod(b, [0, 0.1, 0], [w * 0.38, 0.01, 0], 0.016), (i * Math.PI * 2) / 3)
}

/** Builders by catalogue id. */
export const TABLES: Readonly<Record<string, PropBuilder>> = {
  table,
  'coffee-table': coffeeTable,
  'side-table': sideTable,
  'round-table': roundTable,
  'diner-table': dinerTable,
  desk,
  workbench,
  counter,
  'sink-counter': sinkCounter,
  stove,
  'bar-counter': barCounter,
  'till-counter': tillCounter,
  'school-desk': schoolDesk,
  altar,
  'cafe-set': cafeSet,
}
