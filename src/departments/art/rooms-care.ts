import { type Recipe, SCREEN, SHADE } from './recipe'
import { homely } from './rooms-home'
import { ceilingLights } from './rooms-work'

/** Height on which somebody lies in a hospital bed, metres. */
const LYING_M = 0.6

const hospitalRoom: Recipe = {
  size: (r) => [6.4 * r.range(0.98, 1.05), 5.6 * r.range(0.98, 1.05), 2.8],
  floor: { rustic: 'planks', classic: 'tile', 'sci-fi': 'metal', industrial: 'metal' },
  floorColour: () => '#8f958c',
  walls: { 'sci-fi': 'metal', industrial: 'metal' },
  wallColour: () => '#bdb9aa',
  dado: { heightM: 1.1, kind: 'plain', colour: () => '#93a39f', styles: ['civic', 'classic', 'modern', 'rustic', 'night'] },
  ceilingColour: () => '#d0d2cb',
  surroundings: { ...homely, civic: 'street', modern: 'skyline', classic: 'suburb' },
  furnish: (l) => {
    const north = -l.d / 2
    l.opening('door', 'south', l.w * 0.8, 1.15, 2.1)
    const win = l.opening('window', 'west', l.d * 0.46, 2.2, 1.5, 0.85)
    const beds = [-1.25, 1.55] as const
    beds.forEach((x, i) => {
      // The one by the window is made for a patient, the other stands empty with its back cranked up.
      const bed = l.put('hospital-bed', x, north + 1.14, 0, {
        size: [0.98, i === 0 ? 0.98 : 1.3, 2.14],
        colour: i === 0 ? '#6f9198' : '#8d9a86',
      })
      if (bed && i === 0) {
        l.mark('bed', [x, 0, bed.position[2] - 0.08], 0, { of: bed.key, seatHeightM: LYING_M })
        l.seat(bed, LYING_M, 'bedside', 0, 0.82)
      }
      l.lamp(l.put('bed-head-panel', x, north + 0.075, 0, { y: 1.32, size: [1.3, 0.3, 0.15] }), {
        kind: 'strip',
        kelvin: 3300,
        lumens: i === 0 ? 700 : 320,
        flicker: 'none',
        at: [0, 0.26, 0.08],
      })
    })
    const cabinet = l.put('cabinet', -2.18, north + 0.28, 0, { size: [0.46, 0.82, 0.44], colour: '#b59c78' })
    l.on(cabinet, 'vase', -0.08, -0.04, 0, { size: [0.18, 0.36, 0.18], accent: l.pal.accent })
    l.on(cabinet, 'glass', 0.15, 0.1)
    l.put('drip-stand', -2.06, north + 0.86, 0, { size: [0.46, 1.9, 0.46] })
    l.lamp(l.put('patient-monitor', -0.42, north + 0.42, -0.3), { ...SCREEN, colour: '#7fd8a0', lumens: 130, at: [0, 1.2, 0.2] })
    const over = l.put('overbed-table', 1.42, north + 1.72, Math.PI, { colour: '#b59c78', blocks: false })
    l.on(over, 'cup', 0.1, 0)
    l.on(over, 'book', -0.16, 0.04, 0.3)
    l.put('bed-curtain', 0.15, north + 1.3, -Math.PI / 2, { y: 0, size: [2.5, l.h - 0.02, 0.2], colour: '#7f9c95' })
    // Who visits sits at the bedside, by the window.
    const visitor = l.put('armchair', -l.w / 2 + 0.62, north + 1.78, Math.PI / 2 - 0.25, { size: [0.78, 0.95, 0.8], colour: '#7a6a5c' })
    l.seat(visitor, 0.44, 'bedside')
    l.seat(l.put('chair', 0.62, north + 2.5, Math.PI + 0.9, { colour: l.pal.wood, accent: '#4f6f7c' }), 0.46, 'bedside')
    l.lean('basin', 'east', l.d * 0.72)
    l.lean('mirror', 'east', l.d * 0.72, { y: 1.2, size: [0.5, 0.6, 0.04] })
    l.lean('wall-panel', 'east', l.d * 0.6, { y: 1.2, size: [0.18, 0.28, 0.1] })
    l.put('waste-bin', l.w / 2 - 0.3, l.d * 0.36, 0)
    l.lean('wardrobe', 'south', l.w * 0.3, { size: [0.9, 1.95, 0.5], colour: '#b59c78', accent: l.pal.trim })
    l.lean('tv', 'south', l.w * 0.55, { size: [0.9, 1.1, 0.36], colour: '#b59c78' })
    l.lean('picture', 'east', l.d * 0.36, { y: 1.45, size: [0.7, 0.5, 0.04], accent: l.pal.accent })
    l.lean('wall-clock', 'south', l.w * 0.55, { y: 2.05, size: [0.34, 0.34, 0.07] })
    l.lean('radiator', 'west', l.d * 0.46, { y: 0.1, size: [1.4, 0.6, 0.12] })
    l.lean('notice-board', 'south', l.w * 0.42, { y: 1.3, size: [0.6, 0.5, 0.03] })
    ceilingLights(l, 2, 1, { lumens: 900, kelvin: 3700 })
    l.windowMark(win)
    l.mark('stand', [-0.3, 0, north + 1.5], -Math.PI / 2, { group: 'bedside' })
    l.pair(-1.2, north + 2.95, Math.PI / 2, 1)
    l.pair(1.6, 0.75, 0.6, 1)
    l.pair(-1.6, l.d / 2 - 1.1, 1.2, 1)
  },
}

const waitingRoom: Recipe = {
  size: (r) => [8.2 * r.range(0.97, 1.06), 6.4 * r.range(0.97, 1.06), 2.8],
  floor: { classic: 'tile', civic: 'tile', modern: 'fabric', rustic: 'planks', 'sci-fi': 'metal', industrial: 'concrete' },
  walls: { 'sci-fi': 'metal', industrial: 'concrete' },
  dado: { heightM: 0.95, kind: 'wood', styles: ['civic', 'classic'] },
  surroundings: { ...homely, civic: 'street', modern: 'street', classic: 'street' },
  furnish: (l) => {
    const north = -l.d / 2
    l.opening('door', 'south', l.w * 0.5, 1.15, 2.15)
    l.opening('door', 'east', l.d * 0.2, 0.95, 2.1)
    const win = l.opening('window', 'west', l.d * 0.34, 1.9, 1.45, 0.9)
    l.opening('window', 'west', l.d * 0.7, 1.9, 1.45, 0.9)
    // Reception: a desk one stands at, somebody behind it.
    const desk = l.put('reception-desk', 1.5, north + 1.75, 0, { colour: l.pal.wood })
    l.seat(l.put('office-chair', 1.35, north + 0.9, 0.1, { colour: l.pal.accent2, size: [0.58, 1.15, 0.58] }), 0.54, 'reception')
    if (desk) {
      l.lamp(l.put('monitor', desk.position[0] + 0.55, desk.position[2] - 0.12, Math.PI + 0.3, { y: 0.755, blocks: false }), {
        ...SCREEN,
        lumens: 120,
        at: [0, 0.28, 0.1],
      })
      l.put('telephone', desk.position[0] - 0.55, desk.position[2] - 0.14, Math.PI - 0.2, { y: 0.755, blocks: false })
      l.put('papers', desk.position[0] - 0.05, desk.position[2] - 0.12, 0.1, { y: 0.755, blocks: false })
      l.lamp(l.on(desk, 'table-lamp', -0.85, 0.22, 0, { size: [0.24, 0.38, 0.24] }), { ...SHADE, lumens: 350, at: [0, 0.28, 0] })
    }
    l.mark('counter', [1.3, 0, north + 2.55], Math.PI, { group: 'reception', ...(desk ? { of: desk.key } : {}) })
    l.lean('filing-cabinet', 'north', l.w * 0.5)
    l.lean('filing-cabinet', 'north', l.w * 0.5 + 0.5)
    l.lean('shop-shelf', 'north', l.w * 0.72, { size: [1.4, 1.9, 0.36], colour: l.pal.wood })
    // Those who wait: rows along the walls and back to back in the middle, magazines between.
    const row = (x: number, z: number, yaw: number, n: number, group: string) => {
      const p = l.put('seat-row', x, z, yaw, { size: [n * 0.6, 0.86, 0.58], colour: l.pal.cloth })
      for (let i = 0; i < n; i++) l.seat(p, 0.45, group, (i + 0.5 - n / 2) * 0.6, 0.06)
    }
    row(-l.w / 2 + 0.36, -0.2, Math.PI / 2, 4, 'waiting')
    row(-1.15, 0.0, -Math.PI / 2, 4, 'waiting')
    row(-l.w / 2 + 1.9, l.d / 2 - 0.36, Math.PI, 3, 'waiting-south')
    row(l.w / 2 - 0.36, l.d * 0.28, -Math.PI / 2, 3, 'waiting-east')
    const low = l.put('coffee-table', -l.w / 2 + 1.55, -0.1, Math.PI / 2, { size: [0.9, 0.4, 0.42], colour: l.pal.wood })
    l.clutter(low, ['papers', 'papers', 'book'])
    l.put('house-plant', -l.w / 2 + 0.4, north + 0.45, 0)
    l.put('house-plant', l.w / 2 - 0.4, l.d / 2 - 0.45, 0, { size: [0.6, 1.5, 0.6] })
    l.lean('water-cooler', 'north', l.w * 0.3)
    l.lean('coat-rack', 'south', l.w * 0.3)
    l.lean('notice-board', 'north', l.w * 0.16, { y: 1.2, size: [1.2, 0.8, 0.04] })
    l.lean('wall-clock', 'north', l.w * 0.6, { y: 2.15, size: [0.4, 0.4, 0.08] })
    for (const a of [0.45, 0.62]) l.lean('picture', 'east', l.d * a, { y: 1.4, size: [0.75, 0.55, 0.04], accent: l.pal.accent })
    l.lean('map', 'south', l.w * 0.78, { y: 1.3, size: [0.7, 0.95, 0.02] })
    l.lean('radiator', 'west', l.d * 0.34, { y: 0.1, size: [1.3, 0.6, 0.12] })
    l.put('rug', -l.w / 2 + 1.5, 0, Math.PI / 2, { size: [3, 0.02, 1.9], colour: l.pal.cloth, accent: l.pal.accent })
    ceilingLights(l, 3, 2, { lumens: 1500, kelvin: 3800 })
    l.windowMark(win)
    l.pair(1.3, 0.9, 0.3, 1.1)
    l.pair(0.3, l.d * 0.32, Math.PI / 2, 1.1)
    l.pair(-1.4, north + 1.3, Math.PI / 2, 1.1)
  },
}

/** Recipes by kind. */
export const CARE: Readonly<Record<string, Recipe>> = { 'hospital-room': hospitalRoom, 'waiting-room': waitingRoom }
