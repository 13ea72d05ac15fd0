import type { Layout } from './layout'
import { BULB, type Recipe, SHADE, TUBE } from './recipe'
import { homely } from './rooms-home'

const DAIS_M = 0.36
/** Courts are panelled in one dark wood. */
const MAHOGANY = '#5a3a28'

/** Two rows of six behind a rail along the east wall, the second a step higher, an aisle between them. */
function jury(l: Layout, from: number, to: number, wood: string): void {
  const [mid, long] = [(from + to) / 2, to - from]
  const east = l.w / 2
  l.put('dais', east - 0.42, mid, -Math.PI / 2, { size: [long, 0.18, 0.8], colour: wood, accent: wood })
  l.put('court-rail', east - 2.36, mid, -Math.PI / 2, { size: [long, 0.85, 0.1], colour: wood })
  l.put('court-rail', east - 1.2, from - 0.06, 0, { size: [2.4, 0.85, 0.1], colour: wood })
  for (let i = 0; i < 6; i++) {
    const z = from + ((i + 0.5) / 6) * long
    for (const back of [0.34, 1.86]) {
      const seat = l.put('chair', east - back, z, -Math.PI / 2, { colour: wood, accent: '#5a2622', size: [0.5, 0.98, 0.5] })
      l.seat(seat, 0.46, 'jury')
    }
  }
}

const courtroom: Recipe = {
  size: (r) => [12 * r.range(0.99, 1.05), 14 * r.range(0.99, 1.04), 5],
  floor: { civic: 'wood', classic: 'wood', modern: 'fabric', rustic: 'planks', 'sci-fi': 'metal', industrial: 'concrete' },
  walls: { 'sci-fi': 'metal' },
  floorColour: () => '#7d6349',
  wallColour: () => '#b3aa94',
  dado: { heightM: 2.1, kind: 'wood', colour: () => '#634330', styles: ['civic', 'classic', 'modern', 'rustic', 'night'] },
  surroundings: { ...homely, classic: 'street', civic: 'street', rustic: 'street' },
  furnish: (l) => {
    const wood = MAHOGANY
    const north = -l.d / 2
    l.opening('door', 'south', l.w * 0.5, 1.7, 2.5)
    l.opening('door', 'north', l.w * 0.1, 0.95, 2.1)
    for (const a of [0.2, 0.42, 0.64, 0.86]) l.opening('window', 'west', l.d * (1 - a), 1.3, 2.5, 1.65)
    l.opening('window', 'east', l.d * 0.86, 1.3, 2.2, 1.95)
    // The bench: a dais, the judge behind it, flags and the seal at their back.
    l.put('dais', 0, north + 1.2, 0, { size: [4.8, DAIS_M, 2.4], colour: wood, accent: wood })
    const bench = l.put('judge-bench', 0, north + 2.0, 0, { size: [3.4, 0.97, 0.72], colour: wood })
    const chair = l.put('judge-chair', 0, north + 0.98, 0, { accent: wood })
    l.seat(chair, 0.49, 'judge', 0, 0.04)
    l.on(bench, 'book-stack', -1.2, -0.12, 0.3)
    l.on(bench, 'papers', -0.62, -0.12, 0.1)
    l.lamp(l.on(bench, 'table-lamp', 1.25, -0.1, 0, { colour: '#4d6a4c', accent: '#a5834a', size: [0.28, 0.4, 0.28] }), {
      ...SHADE,
      at: [0, 0.3, 0],
    })
    for (const x of [-2.8, 2.8]) l.put('flag', x, north + 0.4, x < 0 ? 0 : Math.PI, { accent: l.pal.accent })
    l.put('court-rail', 0, north + 0.07, 0, { size: [3.2, 3.5, 0.1], colour: wood })
    l.put('wall-seal', 0, north + 0.19, 0, { y: 2.3 })
    // Beside it the witness, below it the clerk.
    const stand = l.put('witness-stand', 3.1, north + 1.9, -0.3, { colour: wood })
    l.seat(stand, 0.47, 'witness', 0, -0.13)
    const desk = l.put('desk', -0.9, north + 3.55, Math.PI, { colour: wood, size: [1.5, 0.75, 0.65] })
    l.seat(l.put('office-chair', -0.9, north + 2.97, 0, { colour: '#3d444a', size: [0.5, 0.95, 0.5] }), 0.47, 'clerk')
    l.on(desk, 'typewriter', 0.2, -0.02, 0)
    l.on(desk, 'papers', -0.35, 0, 0.2)
    // The parties at their tables, facing the bench.
    for (const x of [-1, 1]) {
      const group = x < 0 ? 'prosecution' : 'defence'
      const table = l.put('table', x * 1.75 - 0.6, 0.3, Math.PI, { size: [2.2, 0.76, 0.85], colour: wood })
      for (const dx of [-0.5, 0.5]) {
        const c = l.put('chair', x * 1.75 - 0.6 + dx, 1.05, Math.PI + l.rnd.range(-0.08, 0.08), { colour: wood, accent: l.pal.cloth })
        l.seat(c, 0.46, group)
      }
      l.on(table, 'papers', 0.5, -0.08, 0.1)
      l.on(table, 'papers', -0.55, -0.1, -0.2)
      l.on(table, 'book-stack', 0.9, 0.14, 0.2)
      l.on(table, 'glass', 0.05, 0.22)
    }
    jury(l, north + 3.6, north + 7.6, wood)
    // The bar with its gate, and the public behind it.
    const bar = 2.15
    for (const x of [-1, 1]) l.put('court-rail', x * (l.w / 4 + 0.3), bar, 0, { size: [l.w / 2 - 0.62, 0.9, 0.12], colour: wood })
    for (let row = 0; row < 3; row++)
      for (const x of [-1, 1]) {
        const pew = l.put('pew', x * 2.75, bar + 1.15 + row * 1.2, Math.PI, { size: [3.6, 0.95, 0.55], colour: wood })
        for (const dx of [-1.45, 1.45]) l.seat(pew, 0.45, undefined, dx, 0.05)
      }
    for (const [x, z] of [
      [-2.6, -3.2],
      [2.6, -3.2],
      [-2.6, 1.4],
      [2.6, 1.4],
      [0, 5],
    ] as const)
      l.lamp(l.hang('pendant', x, z, { colour: '#a5834a', size: [0.6, l.h - 3.1, 0.6] }), {
        ...BULB,
        lumens: 2400,
        kelvin: 3000,
        at: [0, 0.1, 0],
      })
    l.lean('wall-clock', 'south', l.w * 0.5, { y: 3.1, size: [0.55, 0.55, 0.09], exact: true })
    l.lean('bookcase', 'west', 0.9, { colour: wood, accent: l.pal.accent, size: [1.2, 2.05, 0.34] })
    l.lean('radiator', 'west', l.d * 0.36, { size: [1.3, 0.62, 0.14] })
    l.lean('notice-board', 'south', l.w * 0.82, { y: 1.2 })
    l.mark('stand', [0.6, 0, north + 4.3], 0.4, { group: 'examine' })
    l.mark('stand', [2.1, 0, north + 3.6], Math.PI * 0.9, { group: 'witness-examined' })
    l.pair(0.9, -1.55, Math.PI / 2, 1.2)
    l.pair(-3.9, -1.4, 0.4, 1.2)
    l.pair(0, 2.75, 0.2, 1.1)
    l.pair(-4.4, 0.6, 1.2, 1.1)
    l.pair(3.6, l.d / 2 - 0.9, Math.PI / 2, 1.1)
  },
}

const interrogationRoom: Recipe = {
  size: (r) => [4.4 * r.range(0.98, 1.05), 5 * r.range(0.98, 1.05), 2.8],
  floor: 'concrete',
  floorColour: () => '#66655f',
  walls: { civic: 'plaster', classic: 'plaster', modern: 'plaster', night: 'plaster', rustic: 'brick', 'sci-fi': 'metal' },
  wallColour: () => '#82867f',
  dado: { heightM: 1.15, kind: 'plain', colour: () => '#565d58' },
  ceilingColour: () => '#7d7d78',
  surroundings: 'none',
  furnish: (l) => {
    const north = -l.d / 2
    l.opening('door', 'south', l.w * 0.24, 0.95, 2.08)
    // Who is behind the mirror sees them both in profile.
    l.put('mirror', 0.1, north + 0.035, 0, { y: 1.0, size: [2.6, 1.15, 0.06] })
    const table = l.put('table', 0, -0.35, 0, { size: [1.0, 0.75, 1.5], colour: '#6d7072' })
    for (const x of [-1, 1]) {
      const chair = l.put('chair', x * 0.86, -0.35, (-x * Math.PI) / 2, { colour: '#4a4c4d', accent: '#3d3f40' })
      l.seat(chair, 0.46, 'questioned')
    }
    l.on(table, 'papers', 0.22, 0.1, 1.5)
    l.on(table, 'cup', -0.26, -0.35)
    l.on(table, 'remote-device', 0.05, -0.5, 0.4)
    // One lamp, low over the table: all else is dim.
    l.lamp(l.hang('pendant', 0, -0.35, { colour: '#3f4a44', size: [0.52, 0.98, 0.52] }), {
      ...BULB,
      kelvin: 3600,
      lumens: 1500,
      direction: [0, -1, 0],
      at: [0, 0.08, 0],
    })
    l.lamp(l.lean('strip-light', 'south', l.w * 0.66, { y: 2.4 }), { ...TUBE, lumens: 350, at: [0, 0, 0.06] })
    const spare = l.put('chair', l.w / 2 - 0.4, l.d / 2 - 0.6, -Math.PI / 2 - 0.5, { colour: '#4a4c4d', accent: '#3d3f40' })
    l.seat(spare, 0.46, 'watching')
    l.lean('wall-clock', 'west', l.d * 0.5, { y: 2.0 })
    l.lean('vent', 'east', l.d * 0.3, { y: 2.25 })
    l.lean('wall-panel', 'south', l.w * 0.46, { y: 1.25, size: [0.16, 0.24, 0.07] })
    l.pair(-1.0, l.d / 2 - 1.5, Math.PI / 2, 1)
    l.pair(0.9, 1.3, 0.4, 1)
    l.pair(-1.5, 0.9, 0.2, 0.9)
    l.mark('stand', [0.1, 0, north + 0.5], 0)
  },
}

/** Recipes by kind. */
export const LAW: Readonly<Record<string, Recipe>> = { courtroom, 'interrogation-room': interrogationRoom }
