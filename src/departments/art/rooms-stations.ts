import { BULB, type Recipe, SCREEN, TUBE } from './recipe'
import { homely } from './rooms-home'

const corridor: Recipe = {
  size: (r, style) =>
    style === 'classic' || style === 'rustic'
      ? [3 * r.range(1, 1.15), 8 * r.range(0.95, 1.1), 2.6]
      : [3 * r.range(1, 1.12), 10 * r.range(0.95, 1.15), 2.6],
  floor: { civic: 'tile', 'sci-fi': 'metal', industrial: 'concrete', rustic: 'planks', classic: 'wood', modern: 'tile', night: 'fabric' },
  walls: { 'sci-fi': 'metal', industrial: 'concrete' },
  dado: { heightM: 1.05, kind: 'wood', styles: ['civic', 'classic', 'rustic'] },
  surroundings: homely,
  furnish: (l) => {
    l.opening('door', 'south', l.w * 0.5, 1.0, 2.1)
    l.opening('door', 'east', l.d * 0.28, 0.92, 2.06)
    l.opening('door', 'west', l.d * 0.42, 0.92, 2.06)
    l.opening('door', 'east', l.d * 0.72, 0.92, 2.06)
    const win = l.opening('window', 'north', l.w * 0.5, 1.1, 1.3, 0.95)
    const n = Math.round(l.d / 3)
    for (let i = 0; i < n; i++) {
      const z = ((i + 0.5) / n - 0.5) * l.d
      if (l.style === 'classic' || l.style === 'rustic') {
        if (i % 2 === 0)
          l.lamp(l.hang('pendant', 0, z, { colour: '#c4b594', size: [0.34, 0.6, 0.34] }), { ...BULB, lumens: 500, at: [0, 0.1, 0] })
      } else {
        l.lamp(l.hang('ceiling-panel', 0, z, { size: [0.3, 0.08, 1.2] }), {
          ...TUBE,
          lumens: 1700,
          flicker: i === 0 ? 'fluorescent' : 'none',
          at: [0, 0, 0],
        })
      }
    }
    if (l.style === 'sci-fi' || l.style === 'industrial') {
      for (const a of [0.14, 0.5, 0.86]) l.lean('pipe-run', 'west', l.d * a, { y: 1.85, size: [2.2, 0.5, 0.2] })
      for (const a of [0.5, 0.9]) l.lean('wall-panel', 'east', l.d * a, { y: 1.05, accent: l.pal.accent })
      l.lean('locker', 'west', l.d * 0.75, { size: [1.2, 1.75, 0.42] })
      l.lean('vent', 'east', l.d * 0.12, { y: 0.3 })
      l.lean('vent', 'west', l.d * 0.6, { y: 0.3 })
      l.lamp(l.lean('emergency-light', 'east', l.d * 0.42, { y: 2.15 }), {
        kind: 'emergency',
        colour: '#c8402a',
        lumens: 160,
        flicker: 'pulse',
        at: [0, 0.1, 0.1],
      })
      l.lean('crate', 'east', l.d * 0.55, { colour: l.pal.metal, size: [0.5, 0.45, 0.45] })
      l.lean('fuse-box', 'west', l.d * 0.25, { y: 1.2 })
      l.lean('gas-bottles', 'west', l.d * 0.9)
    } else {
      const side = l.lean('cabinet', 'west', l.d * 0.72, { size: [1.1, 0.85, 0.36], colour: l.pal.wood })
      l.clutter(side, ['vase', 'telephone', 'book-stack'], { accent: l.pal.accent })
      const bench = l.lean('bench', 'east', l.d * 0.5, { colour: l.pal.wood })
      l.seat(bench, 0.46, undefined, -0.32)
      l.seat(bench, 0.46, undefined, 0.32)
      l.lean('mirror', 'west', l.d * 0.72, { y: 1.15 })
      l.lean('coat-hooks', 'west', l.d * 0.88, { y: 0.9 })
      l.put('house-plant', l.w / 2 - 0.4, -l.d / 2 + 0.4, 0)
      if (l.style === 'civic') {
        l.lean('notice-board', 'west', l.d * 0.25, { y: 1.25, size: [1.4, 0.8, 0.04] })
        l.lean('waste-bin', 'east', l.d * 0.6)
      } else l.put('rug', 0, 0, Math.PI / 2, { size: [l.d * 0.8, 0.02, 1.1], colour: l.pal.cloth, accent: l.pal.accent })
      for (const a of [0.14, 0.88]) l.lean('picture', 'east', l.d * a, { y: 1.4, accent: l.pal.accent })
      for (const a of [0.12, 0.58]) l.lean('picture', 'west', l.d * a, { y: 1.4, accent: l.pal.accent2 })
      l.lean('radiator', 'north', l.w * 0.5, { y: 0.1 })
    }
    l.windowMark(win)
    for (const k of [-0.32, -0.14, 0.06, 0.24]) l.pair(0.05, l.d * k, 0.12, 1.2)
  },
}

const stairwell: Recipe = {
  size: (r) => [5.2 * r.range(1, 1.1), 6.4 * r.range(1, 1.08), 3.2],
  floor: { civic: 'tile', classic: 'tile', rustic: 'planks', industrial: 'concrete', 'sci-fi': 'metal', modern: 'concrete' },
  walls: { industrial: 'concrete', 'sci-fi': 'metal' },
  dado: { heightM: 1.25, kind: 'plaster', styles: ['civic', 'classic', 'modern', 'industrial'] },
  surroundings: homely,
  furnish: (l) => {
    l.opening('door', 'south', l.w * 0.3, 1.0, 2.1)
    l.opening('door', 'east', l.d * 0.75, 0.95, 2.08)
    const win = l.opening('window', 'north', l.w * 0.68, 1.2, 1.7, 1.1)
    const stairs = l.put('stair-flight', -l.w / 2 + 0.75, -l.d / 2 + 1.9, 0, { size: [1.35, 2.9, 3.5], colour: l.pal.wood })
    if (stairs) {
      l.seat(stairs, 0.35, undefined, 0.2, 1.72)
      l.mark('stand', [stairs.position[0], 0, stairs.position[2] + 2.2], Math.PI)
    }
    l.lamp(l.hang('pendant', 0.6, 0.4, { colour: '#c9bd9c', size: [0.5, 0.8, 0.5] }), { ...BULB, lumens: 900, at: [0, 0.1, 0] })
    l.lamp(l.lean('strip-light', 'east', l.d * 0.3, { y: 2.4 }), {
      kind: 'strip',
      kelvin: 3800,
      lumens: 900,
      flicker: 'fluorescent',
      at: [0, 0, 0.1],
    })
    l.lean('locker', 'south', l.w * 0.72, { size: [1.2, 1.2, 0.35], colour: l.pal.metal })
    l.put('bicycle', l.w / 2 - 0.35, -l.d / 2 + 1.2, 0, { colour: l.pal.accent })
    l.lean('radiator', 'north', l.w * 0.68, { y: 0.1 })
    l.lean('notice-board', 'south', l.w * 0.72, { y: 1.4, size: [1.0, 0.7, 0.04] })
    l.lean('fuse-box', 'east', l.d * 0.5, { y: 1.3 })
    l.put('house-plant', l.w / 2 - 0.45, -l.d / 2 + 0.5, 0)
    l.lean('waste-bin', 'east', l.d * 0.95)
    l.put('doormat', l.w * 0.2, l.d / 2 - 0.4, 0, { colour: l.pal.accent2 })
    l.windowMark(win)
    l.pair(0.9, 0.2, 1.2)
    l.pair(0.3, 2.2, 0.4)
    l.pair(1.4, -1.6, 0.2)
    l.pair(1.3, 1.5, 1.6)
  },
}

const controlRoom: Recipe = {
  size: (r) => [8.2 * r.range(0.96, 1.1), 6.6 * r.range(0.96, 1.08), 2.9],
  floor: { 'sci-fi': 'metal', industrial: 'metal', civic: 'tile', modern: 'fabric' },
  walls: { 'sci-fi': 'metal', industrial: 'metal' },
  ceiling: { 'sci-fi': 'metal', industrial: 'metal' },
  surroundings: {
    'sci-fi': 'space',
    industrial: 'sea',
    civic: 'skyline',
    modern: 'skyline',
    rustic: 'hills',
    classic: 'hills',
    night: 'skyline',
  },
  furnish: (l) => {
    l.opening('door', 'south', l.w * 0.22, 1.1, 2.15)
    l.opening('door', 'west', l.d * 0.25, 1.0, 2.1)
    const view = l.opening('window', 'north', l.w * 0.5, 3.6, 1.2, 1.15)
    const front = l.put('console', -1.7, -l.d / 2 + 1.15, Math.PI, { size: [1.7, 1.05, 0.9] })
    const right = l.put('console', 1.7, -l.d / 2 + 1.15, Math.PI, { size: [1.7, 1.05, 0.9] })
    const mid = l.put('console', 0, -l.d / 2 + 1.15, Math.PI, { size: [1.6, 1.05, 0.9] })
    for (const c of [front, mid, right]) l.lamp(c, { ...SCREEN, lumens: 160, at: [0, 0.98, -0.2] })
    for (const [c, x] of [
      [front, -1.7],
      [right, 1.7],
    ] as const) {
      if (!c) continue
      const chair = l.put('captain-chair', x, -l.d / 2 + 2.1, Math.PI + (x > 0 ? 0.25 : -0.25), {
        colour: l.pal.accent2,
        accent: l.pal.accent,
      })
      l.seat(chair, 0.48)
    }
    const captain = l.put('captain-chair', 0, 0.35, Math.PI, { colour: l.pal.cloth, accent: l.pal.accent })
    l.seat(captain, 0.48)
    const east = l.lean('console', 'east', l.d * 0.42, { size: [2.2, 1.1, 0.8] })
    l.lamp(east, { ...SCREEN, lumens: 160, at: [0, 0.98, 0] })
    l.lamp(l.lean('screen', 'east', l.d * 0.42, { y: 1.45, size: [2.0, 0.95, 0.08] }), { ...SCREEN, at: [0, 0.5, 0.1] })
    const stoolAt = east
      ? l.put('stool', east.position[0] - 0.95, east.position[2] + 0.2, Math.PI / 2, { size: [0.38, 0.6, 0.38] })
      : undefined
    l.seat(stoolAt, 0.6)
    l.lean('server-rack', 'west', l.d * 0.62)
    l.lean('server-rack', 'west', l.d * 0.62 + 0.7)
    l.lean('server-rack', 'west', l.d * 0.62 + 1.4)
    l.lean('locker', 'south', l.w * 0.66, { size: [1.2, 1.9, 0.45] })
    const table = l.lean('table', 'south', l.w * 0.44, { size: [1.3, 0.76, 0.7], colour: l.pal.metal })
    l.clutter(table, ['papers', 'cup', 'remote-device', 'tablet', 'cup'])
    l.lean('pipe-run', 'west', l.d * 0.5, { y: 2.25, size: [3.6, 0.45, 0.2] })
    l.lean('pipe-run', 'south', l.w * 0.6, { y: 2.3, size: [3.0, 0.4, 0.2] })
    l.lean('wall-panel', 'east', l.d * 0.82, { y: 1.05, accent: l.pal.accent })
    l.lean('wall-panel', 'south', l.w * 0.32, { y: 1.05 })
    l.lean('vent', 'east', l.d * 0.14, { y: 0.3 })
    l.lamp(l.lean('emergency-light', 'south', l.w * 0.22, { y: 2.35 }), {
      kind: 'emergency',
      colour: '#c8402a',
      lumens: 160,
      flicker: 'pulse',
      at: [0, 0.1, 0.1],
    })
    for (const x of [-0.3, 0.3]) {
      l.lamp(l.hang('ceiling-panel', l.w * x, 0.2, { size: [1.6, 0.08, 0.36], yaw: Math.PI / 2 }), {
        ...TUBE,
        kelvin: 5200,
        lumens: 1500,
        at: [0, 0, 0],
      })
    }
    l.windowMark(view)
    l.before(mid)
    l.before(east, 0.35, 0.7)
    l.pair(-2, 0.9, 0.9)
    l.pair(1.7, 1.4, 0.4)
    l.pair(0.3, 1.7, Math.PI / 2)
    l.pair(-1.1, -0.6, 0.2)
  },
}

const bunks: Recipe = {
  size: (r) => [5.6 * r.range(1, 1.1), 5.6 * r.range(1, 1.1), 2.5],
  floor: { 'sci-fi': 'metal', industrial: 'metal', civic: 'tile', rustic: 'planks', classic: 'planks', modern: 'fabric' },
  walls: { 'sci-fi': 'metal', industrial: 'metal', rustic: 'planks' },
  surroundings: homely,
  furnish: (l) => {
    const ward = l.style === 'civic' || l.style === 'modern'
    l.opening('door', 'south', l.w * 0.5, 1.0, 2.08)
    const win = l.opening('window', 'north', l.w * 0.5, ward ? 1.4 : 0.8, ward ? 1.3 : 0.7, ward ? 0.9 : 1.3)
    const bed = ward ? 'single-bed' : 'bunk-bed'
    for (const [side, a] of [
      ['west', 0.26],
      ['west', 0.74],
      ['east', 0.26],
      ['east', 0.74],
    ] as const) {
      const p = ward
        ? l.lean(bed, side, l.d * a, { colour: '#a7aca8', accent: '#b5b2a8' })
        : l.lean(bed, side, l.d * a, { size: [2.0, 1.75, 0.95], yaw: 0 })
      if (!p) continue
      if (ward) {
        l.mark('bed', [p.position[0], 0, p.position[2]], p.yaw, { of: p.key, seatHeightM: 0.52 })
        l.seat(p, 0.52, 'beds', 0.25, 0.4)
      } else {
        l.mark('bed', [p.position[0], 0, p.position[2]], p.yaw + Math.PI / 2, { of: p.key, seatHeightM: 0.46 })
        l.seat(p, 0.46, 'beds', 0.3, 0.2)
      }
    }
    l.lean('locker', 'north', l.w * 0.16, { size: [0.9, 1.85, 0.42] })
    l.lean('locker', 'north', l.w * 0.84, { size: [0.9, 1.85, 0.42] })
    const table = l.put('table', 0, -l.d / 2 + 1.3, 0, { size: [1.1, 0.75, 0.65], colour: l.pal.wood })
    l.seatsAt(table, 'stool', 0.5, ['front'], { size: [0.36, 0.5, 0.36], colour: l.pal.cloth })
    l.clutter(table, ['cup', 'papers', 'book-stack', 'radio'])
    l.lean('crate', 'south', l.w * 0.78, { colour: l.pal.metal })
    l.lean('coat-hooks', 'south', l.w * 0.25, { y: 0.95, accent: l.pal.cloth })
    l.lean('emergency-light', 'south', l.w * 0.5, { y: 2.15 })
    if (!ward) {
      l.lean('pipe-run', 'north', l.w * 0.5, { y: 2.1, size: [l.w * 0.9, 0.36, 0.16] })
      l.lean('vent', 'south', l.w * 0.8, { y: 1.9 })
    }
    for (const z of [-0.24, 0.24])
      l.lamp(l.hang('ceiling-panel', 0, l.d * z, { size: [1.1, 0.08, 0.3] }), { ...TUBE, kelvin: 3600, lumens: 1300, at: [0, 0, 0] })
    l.put('rug', 0, 0.5, Math.PI / 2, { size: [2.2, 0.02, 1.2], colour: l.pal.cloth, accent: l.pal.accent })
    l.windowMark(win)
    l.pair(0.1, 0.5, 0.3, 1.2)
    l.pair(0, 1.7, 1.4, 1.1)
    l.pair(-0.1, -0.3, 1.5, 1.1)
  },
}

const cell: Recipe = {
  size: (r) => [3.6 * r.range(1, 1.12), 4.2 * r.range(1, 1.1), 2.8],
  floor: 'concrete',
  walls: { industrial: 'concrete', rustic: 'stone', 'sci-fi': 'metal', civic: 'brick', classic: 'stone' },
  ceiling: 'concrete',
  surroundings: { ...homely, industrial: 'courtyard', civic: 'courtyard' },
  furnish: (l) => {
    l.opening('door', 'south', l.w * 0.4, 0.95, 2.05)
    const win = l.opening('window', 'north', l.w * 0.5, 0.75, 0.6, 1.75)
    const bed = l.lean('single-bed', 'west', l.d * 0.45, {
      size: [0.85, 0.7, 1.95],
      yaw: Math.PI / 2,
      gap: -0.52,
      colour: '#7a7468',
      accent: l.pal.metal,
    })
    const cot = bed ?? l.put('single-bed', -l.w / 2 + 0.48, -0.5, 0, { size: [0.85, 0.7, 1.95], colour: '#7a7468', accent: l.pal.metal })
    if (cot) {
      l.mark('bed', [cot.position[0], 0, cot.position[2]], 0, { of: cot.key, seatHeightM: 0.5 })
      l.mark('seat', [cot.position[0] + 0.25, 0, cot.position[2] + 0.3], Math.PI / 2, { of: cot.key, seatHeightM: 0.5, group: 'cell' })
    }
    l.lean('toilet', 'north', l.w - 0.45, { colour: l.pal.metal })
    l.lean('basin', 'east', l.d * 0.42, { colour: '#a9a79e' })
    const stool = l.put('stool', l.w / 2 - 0.7, 0.7, -Math.PI / 2, { size: [0.36, 0.46, 0.36], colour: l.pal.wood })
    l.seat(stool, 0.46, 'cell')
    l.lamp(l.hang('ceiling-panel', 0, 0.2, { size: [0.9, 0.08, 0.3] }), {
      ...TUBE,
      kelvin: 3600,
      lumens: 1400,
      flicker: 'fluorescent',
      at: [0, 0, 0],
    })
    l.lean('pipe-run', 'east', l.d * 0.5, { y: 2.2, size: [3, 0.4, 0.18] })
    l.lean('wall-shelf', 'west', l.d * 0.8, { y: 1.3, size: [0.7, 0.4, 0.2], colour: l.pal.metal })
    l.windowMark(win)
    l.pair(0.35, 0.2, 0.3, 1)
    l.pair(0.2, 0.9, 1.5, 1)
    l.pair(0.4, -0.7, 0.5, 1)
  },
}

/** Recipes by kind. */
export const STATIONS: Readonly<Record<string, Recipe>> = {
  corridor: corridor,
  stairwell: stairwell,
  'control-room': controlRoom,
  bunks: bunks,
  cell: cell,
}
