import type { Layout } from './layout'
import { BULB, type Recipe, SCREEN, SHADE, STANDING } from './recipe'
import { homely } from './rooms-home'
import { ceilingLights } from './rooms-work'

/** Windows in a row along the north: somebody behind each, a place before it. */
function counters(l: Layout, xs: readonly number[], z: number): void {
  xs.forEach((x, i) => {
    const booth = l.put('teller-booth', x, z, 0, { colour: l.pal.wood })
    if (!booth) return
    l.seat(l.put('office-chair', x, z - 0.95, 0, { colour: l.pal.cloth, size: [0.55, 1.15, 0.55] }), 0.6, `teller-${i}`)
    l.mark('counter', [x, 0, z + 0.85], Math.PI, { group: `teller-${i}`, of: booth.key })
    l.lamp(booth, { ...SHADE, lumens: 260, at: [0, 1.5, -0.2] })
  })
}

const bank: Recipe = {
  size: (r) => [12 * r.range(0.98, 1.04), 10 * r.range(0.98, 1.04), 5],
  floor: { 'sci-fi': 'metal', industrial: 'concrete', rustic: 'planks', classic: 'tile', civic: 'tile', modern: 'tile', night: 'tile' },
  floorColour: () => '#938a78',
  walls: { 'sci-fi': 'metal' },
  wallColour: () => '#b5aa92',
  dado: { heightM: 1.4, kind: 'wood', styles: ['classic', 'civic', 'rustic', 'modern', 'night'], colour: () => '#5d3f2b' },
  surroundings: { ...homely, classic: 'street', civic: 'street', modern: 'street' },
  furnish: (l) => {
    const [north, east] = [-l.d / 2, l.w / 2]
    l.opening('door', 'south', l.w * 0.5, 1.8, 2.6)
    l.opening('door', 'west', l.d * 0.88, 0.9, 2.1)
    const win = l.opening('window', 'south', l.w * 0.2, 2.0, 3.0, 0.9)
    l.opening('window', 'south', l.w * 0.8, 2.0, 3.0, 0.9)
    counters(l, [-3.9, -1.3, 1.3], north + 2.3)
    // Money sleeps behind the round door.
    l.put('vault-door', 4.3, north + 0.3, 0)
    // Ropes lead the queue.
    for (const x of [-2.9, -0.6, 1.7]) l.put('rope-stanchion', x, 0.1, 0, { size: [1.9, 1, 0.3] })
    const table = l.put('table', 0.2, 2.2, 0, { size: [1.8, 1.05, 0.7], colour: l.pal.wood })
    l.clutter(table, ['papers', 'papers'])
    const desk = l.put('desk', east - 1.6, 1.4, -Math.PI / 2, { size: [1.6, 0.75, 0.8], colour: l.pal.wood })
    l.seat(l.put('office-chair', east - 0.75, 1.4, -Math.PI / 2, { colour: l.pal.cloth }), 0.48, 'manager')
    l.seat(l.put('chair', east - 2.45, 1.4, Math.PI / 2, { colour: l.pal.wood, accent: l.pal.cloth }), 0.46, 'manager')
    l.on(desk, 'papers', -0.2, 0.1, 0.1)
    l.on(desk, 'telephone', 0.55, -0.1, 0)
    l.lamp(l.on(desk, 'table-lamp', -0.6, -0.1, 0, { colour: '#3f5f48', size: [0.28, 0.42, 0.28] }), { ...SHADE, at: [0, 0.3, 0] })
    for (const x of [-1, 1]) l.put('column', x * 5.1, -0.6, 0, { size: [0.6, l.h, 0.6], colour: '#b5aa92' })
    l.put('house-plant', -l.w / 2 + 0.5, l.d / 2 - 0.5, 0, { size: [0.7, 1.7, 0.7] })
    const bench = l.lean('bench', 'west', l.d * 0.35, { size: [1.8, 0.46, 0.42], colour: l.pal.wood })
    for (const dx of [-0.45, 0.45]) l.seat(bench, 0.46, 'waiting', dx)
    l.lean('wall-clock', 'north', l.w * 0.39, { y: 3.7, size: [0.8, 0.8, 0.1], exact: true })
    l.lean('picture', 'west', l.d * 0.5, { y: 1.7, size: [1.1, 1.4, 0.05], accent: l.pal.accent })
    for (const x of [-3.2, 0, 3.2])
      for (const z of [-0.8, 2.6])
        l.lamp(l.hang('pendant', x, z, { colour: '#b9a468', size: [0.8, 1.5, 0.8] }), {
          ...BULB,
          lumens: 2000,
          kelvin: 3100,
          at: [0, 0.2, 0],
        })
    l.windowMark(win)
    l.pair(-2.2, 1.5, Math.PI / 2, 1.2)
    l.pair(2.3, 3.3, 0.4, 1.2)
    l.pair(-2.4, 3.2, 0.8, 1.2)
    l.pair(3.9, north + 2.4, Math.PI / 2, 1.1)
  },
}

const postOffice: Recipe = {
  size: (r) => [9 * r.range(0.98, 1.04), 7.6 * r.range(0.98, 1.04), 3.4],
  floor: { 'sci-fi': 'metal', rustic: 'planks', classic: 'tile', civic: 'tile', modern: 'tile', industrial: 'concrete', night: 'tile' },
  walls: { 'sci-fi': 'metal' },
  dado: { heightM: 1.2, kind: 'wood', styles: ['classic', 'civic', 'rustic'] },
  surroundings: { ...homely, classic: 'street', civic: 'street', modern: 'street', rustic: 'street' },
  furnish: (l) => {
    const north = -l.d / 2
    l.opening('door', 'south', l.w * 0.5, 1.3, 2.3)
    l.opening('door', 'west', l.d * 0.88, 0.9, 2.1)
    const win = l.opening('window', 'south', l.w * 0.2, 1.8, 1.7, 0.9)
    l.opening('window', 'south', l.w * 0.8, 1.8, 1.7, 0.9)
    counters(l, [-2.3, 0.3], north + 2.2)
    l.put('key-rack', -1, north + 0.16, 0, { y: 0.9, size: [3.6, 1.6, 0.28], colour: l.pal.wood })
    l.put('cabinet', 3.1, north + 2.2, 0, { size: [1.8, 0.95, 0.7], colour: l.pal.wood })
    l.put('crate-stack', 3.2, north + 0.5, 0, { colour: '#a5825a' })
    for (const [x, z] of [
      [2.6, north + 2.1],
      [3.3, north + 2.25],
    ] as const)
      l.put('parcel', x, z, 0.3, { y: 0.95, size: [0.36, 0.22, 0.28], blocks: false })
    // Where one writes, standing.
    const table = l.put('table', 2.4, 1.5, 0, { size: [1.7, 1.05, 0.6], colour: l.pal.wood })
    l.clutter(table, ['papers', 'papers', 'book'])
    l.before(table, 0.34)
    l.put('mailbox', -l.w / 2 + 0.5, 2.4, Math.PI / 2, { colour: '#c29a2e' })
    l.lean('key-rack', 'east', l.d * 0.45, { y: 0.7, size: [2.2, 1.4, 0.24], colour: '#8c8a80' })
    const bench = l.lean('bench', 'west', l.d * 0.38, { colour: l.pal.wood })
    for (const dx of [-0.35, 0.35]) l.seat(bench, 0.46, 'waiting', dx)
    l.lean('wall-clock', 'north', l.w * 0.5, { y: 2.7, size: [0.5, 0.5, 0.08] })
    l.lean('notice-board', 'west', l.d * 0.55, { y: 1.3 })
    l.lean('map', 'west', l.d * 0.36, { y: 1.3 })
    for (const x of [-1.8, 1.8])
      for (const z of [-0.4, 2.2])
        l.lamp(l.hang('pendant', x, z, { colour: '#c8c0a8', size: [0.5, 0.8, 0.5] }), {
          ...BULB,
          lumens: 1200,
          kelvin: 3100,
          at: [0, 0.12, 0],
        })
    l.windowMark(win)
    l.pair(-0.6, 1, Math.PI / 2, 1.2)
    l.pair(-2.2, 1.7, 0.5, 1.1)
    l.pair(0.7, 2.4, 0.4, 1.1)
  },
}

const supermarket: Recipe = {
  size: (r) => [14 * r.range(0.98, 1.03), 13 * r.range(0.98, 1.03), 3.6],
  floor: { 'sci-fi': 'metal', industrial: 'concrete' },
  floorColour: () => '#b0aea4',
  walls: { 'sci-fi': 'metal' },
  wallColour: () => '#b9b7ab',
  surroundings: { ...homely, modern: 'street', classic: 'street', civic: 'street' },
  furnish: (l) => {
    const [north, west] = [-l.d / 2, -l.w / 2]
    l.opening('door', 'south', l.w * 0.18, 1.8, 2.3)
    const win = l.opening('window', 'south', l.w * 0.5, 3.6, 2.0, 0.7)
    l.opening('window', 'south', l.w * 0.82, 2.8, 2.0, 0.7)
    // Aisles between gondolas, glass doors with light behind along the back, tills by the windows.
    ;[-3.4, -0.9, 1.6, 4.1].forEach((x, i) => {
      l.put('gondola', x, -1.2, Math.PI / 2, { size: [6.4, 1.85, 0.95] })
      l.hang('station-sign', x + 1.25, 1.2, { size: [1.1, 0.32, 0.06], accent: i % 2 ? l.pal.accent : l.pal.accent2, yaw: 0 })
    })
    for (const x of [-4.6, -2.1, 0.4, 2.9, 5.4])
      l.lamp(l.put('fridge-wall', x, north + 0.42, 0, { size: [2.44, 2.1, 0.8] }), {
        kind: 'strip',
        kelvin: 5600,
        lumens: 420,
        flicker: 'none',
        at: [0, 1.6, 0.5],
      })
    for (const x of [-3.6, -0.9, 1.8]) {
      const till = l.put('till-counter', x, 4.2, Math.PI / 2, { size: [2.5, 0.92, 0.7], colour: '#8f9296', accent: '#3a3c3e' })
      l.on(till, 'till', -0.75, 0, Math.PI)
      l.on(till, 'parcel', 0.5, 0.05, 0.2)
      if (till) {
        l.seat(l.put('office-chair', x + 0.85, 4.7, -Math.PI / 2, { colour: l.pal.accent2, size: [0.5, 1.0, 0.5] }), 0.5, `till-${x}`)
        l.mark('counter', [x - 0.75, 0, 4.5], Math.PI / 2, { of: till.key, group: `till-${x}` })
      }
    }
    l.put('shopping-cart', -2.1, 0.9, Math.PI)
    l.put('shopping-cart', 5.6, 5.4, -0.3)
    for (const z of [-3.6, -2.4, -1.2, 0]) l.put('fruit-crate', west + 0.6, z, Math.PI / 2, { size: [1.1, 0.85, 0.8] })
    ceilingLights(l, 4, 3, { lumens: 3000, kelvin: 4300 })
    l.windowMark(win)
    for (const x of [-2.15, 0.35, 2.85]) for (const z of [-2.8, -0.9]) l.pair(x, z, 0.03, 1.15)
    l.pair(-5.2, 1.4, 0.8, 1.1)
    l.pair(3.6, 3.4, 0.8, 1.1)
  },
}

const laundromat: Recipe = {
  size: (r) => [8.6 * r.range(0.98, 1.05), 6 * r.range(0.98, 1.05), 3],
  floor: { 'sci-fi': 'metal', industrial: 'concrete', modern: 'tile', classic: 'tile', civic: 'tile', rustic: 'tile', night: 'tile' },
  floorColour: () => '#a3a198',
  walls: { 'sci-fi': 'metal' },
  dado: { heightM: 1.5, kind: 'tile', styles: ['classic', 'civic', 'modern', 'night', 'rustic'], colour: () => '#86a39e' },
  surroundings: { ...homely, modern: 'street', classic: 'street', civic: 'street' },
  furnish: (l) => {
    const north = -l.d / 2
    l.opening('door', 'south', l.w * 0.16, 1.05, 2.2)
    const win = l.opening('window', 'south', l.w * 0.6, 4.2, 1.9, 0.6)
    const n = Math.floor((l.w - 0.4) / 0.72)
    for (let i = 0; i < n; i++) {
      const m = l.put('washing-machine', (i - (n - 1) / 2) * 0.72, north + 0.36, 0, { size: [0.68, 1.05, 0.68] })
      if (i % 3 === 1) l.before(m, 0.34)
    }
    for (let i = 0; i < 5; i++) l.put('washing-machine', l.w / 2 - 0.38, -1.0 + i * 0.74, -Math.PI / 2, { size: [0.7, 1.8, 0.7] })
    const row = l.put('seat-row', 0, 0.25, 0, { size: [2.4, 0.86, 0.58], colour: '#c0662c' })
    for (let i = 0; i < 4; i++) l.seat(row, 0.45, 'waiting', (i - 1.5) * 0.6, 0.06)
    const back = l.put('seat-row', 0, -0.36, Math.PI, { size: [2.4, 0.86, 0.58], colour: '#c0662c' })
    for (let i = 0; i < 4; i++) l.seat(back, 0.45, 'watching', (i - 1.5) * 0.6, 0.06)
    const table = l.put('table', -2.7, 0.3, Math.PI / 2, { size: [1.8, 0.9, 0.8], colour: '#c9c6ba' })
    l.clutter(table, ['cloth', 'cloth', 'basket', 'cloth'])
    l.put('basket', -1.5, -1.2, 0.3)
    l.lean('wall-clock', 'west', l.d * 0.5, { y: 2.1 })
    l.lean('notice-board', 'west', l.d * 0.3, { y: 1.3 })
    l.lean('ticket-machine', 'west', l.d * 0.72, { size: [0.7, 1.6, 0.4] })
    for (const x of [-2.2, 0, 2.2])
      l.lamp(l.hang('ceiling-panel', x, 0, { size: [0.3, 0.08, 2.4] }), {
        kind: 'ceiling-panel',
        kelvin: 4400,
        lumens: 2200,
        flicker: x > 1 ? 'fluorescent' : 'none',
        direction: [0, -1, 0],
        at: [0, 0, 0],
      })
    l.windowMark(win)
    l.pair(1.9, 1.2, 0.8, 1.1)
    l.pair(-1.5, 1.6, Math.PI / 2, 1.1)
    l.pair(2.0, -1.1, 0.6, 1)
  },
}

const museum: Recipe = {
  size: (r) => [13 * r.range(0.98, 1.04), 10 * r.range(0.98, 1.04), 5],
  floor: { 'sci-fi': 'metal', industrial: 'concrete' },
  floorColour: () => '#8a6c4c',
  walls: { 'sci-fi': 'metal' },
  wallColour: (_p, style) => (style === 'modern' ? '#c9c7bf' : '#7d4a42'),
  surroundings: { ...homely, classic: 'courtyard', civic: 'courtyard', modern: 'street' },
  furnish: (l) => {
    const [north, west, east] = [-l.d / 2, -l.w / 2, l.w / 2]
    l.opening('door', 'south', l.w * 0.5, 2.0, 2.9)
    const gap = l.opening('window', 'south', l.w * 0.16, 1.6, 2.9, 1.2)
    l.opening('window', 'south', l.w * 0.84, 1.6, 2.9, 1.2)
    l.opening('door', 'west', l.d * 0.2, 1.4, 2.5)
    // Paintings in gilt frames, each under its lamp, a rope before the great one.
    const hung = (x: number, z: number, yaw: number, w: number, h: number) => {
      l.put('gilt-painting', x, z, yaw, { y: 2.15 - h / 2, size: [w, h, 0.09] })
    }
    hung(0, north + 0.06, 0, 3.2, 2.1)
    hung(-4.3, north + 0.06, 0, 1.7, 1.3)
    hung(4.3, north + 0.06, 0, 1.5, 1.9)
    for (const z of [-3.2, -0.6, 2.2]) hung(east - 0.06, z, -Math.PI / 2, 1.7, 1.3 + (z > 0 ? 0.5 : 0))
    for (const z of [-2.6, -0.4]) hung(west + 0.06, z, Math.PI / 2, 1.5, 1.2)
    l.put('rope-stanchion', 0, north + 1.15, 0, { size: [3.4, 1, 0.3] })
    for (const x of [-1, 1]) l.put('statue', x * 2.9, north + 0.95, 0, { size: [0.9, 2.5, 0.9], colour: '#cfc8b8' })
    for (const [x, z] of [
      [-3.6, 0.6],
      [3.4, 0.6],
      [-3.6, 3.1],
    ] as const) {
      const glass = l.put('display-case', x, z, 0)
      l.lamp(glass, { kind: 'strip', kelvin: 3600, lumens: 160, flicker: 'none', at: [0, 1.42, 0] })
      l.before(glass, 0.4)
    }
    const bench = l.put('bench', 0, -0.3, 0, { size: [2.2, 0.46, 0.6], colour: '#4f3626' })
    for (const dx of [-0.6, 0.6]) {
      l.mark('seat', [dx, 0, -0.3], Math.PI, { seatHeightM: 0.46, group: 'bench', ...(bench ? { of: bench.key } : {}) })
    }
    const guard = l.put('chair', east - 0.5, l.d / 2 - 0.6, Math.PI + 0.7, { colour: '#4f3626', accent: '#7a3030' })
    l.seat(guard, 0.46, 'guard')
    for (const x of [-4, 0, 4])
      for (const z of [-2.4, 2.2])
        l.lamp(l.hang('stage-spot', x, z, { size: [0.3, 0.5, 0.46] }), {
          kind: 'ceiling-panel',
          kelvin: 3200,
          lumens: 2600,
          flicker: 'none',
          direction: [0, -1, 0],
          at: [0, 0, 0],
        })
    l.windowMark(gap)
    l.pair(0, north + 2.4, Math.PI / 2, 1.2)
    l.pair(1.7, 2, 0.5, 1.2)
    l.pair(-1.6, 2.2, 0.9, 1.2)
    l.pair(4.6, -1.6, Math.PI / 2, 1.1)
  },
}

const ballroom: Recipe = {
  size: (r) => [16 * r.range(0.98, 1.04), 13 * r.range(0.98, 1.04), 6],
  floor: 'wood',
  floorColour: () => '#8f6b44',
  wallColour: () => '#b5a684',
  dado: { heightM: 1.1, kind: 'wood', colour: () => '#d2c7a8' },
  surroundings: { ...homely, classic: 'courtyard', rustic: 'hills', modern: 'skyline' },
  furnish: (l) => {
    const [north, west, east] = [-l.d / 2, -l.w / 2, l.w / 2]
    l.opening('door', 'south', l.w * 0.5, 2.2, 3.1)
    const wins = [0.18, 0.5, 0.82].map((a) => l.opening('window', 'east', l.d * a, 1.8, 3.8, 0.6))
    for (const a of [0.2, 0.8]) l.opening('window', 'north', l.w * a, 1.8, 3.8, 0.6)
    // The band on its dais, chairs along the walls, the floor left to those who dance.
    l.put('dais', 0, north + 1.3, 0, { size: [5.4, 0.36, 2.6], colour: '#6b4a30', accent: '#6b4a30' })
    l.put('piano', -1.5, north + 1.1, 0, { colour: '#241a16' })
    l.lean('curtain', 'north', l.w * 0.5, { y: 0.4, size: [5.4, 4.6, 0.2], colour: '#7a2c30', accent: '#7a2c30' })
    for (const side of [-1, 1])
      for (const z of [-3.4, -1.2, 1, 3.2]) {
        for (const dz of [-0.35, 0.35]) {
          const c = l.put('chair', side * (l.w / 2 - 0.45), z + dz, (-side * Math.PI) / 2, { colour: '#b99a5c', accent: '#7a2c30' })
          l.seat(c, 0.46, `chairs-${side}-${z}`)
        }
      }
    for (const [x, z] of [
      [west + 0.5, l.d / 2 - 0.5],
      [east - 0.5, l.d / 2 - 0.5],
    ] as const)
      l.put('house-plant', x, z, 0, { size: [0.8, 2, 0.8] })
    const buffet = l.put('table', -5.2, l.d / 2 - 0.6, Math.PI, { size: [3, 0.85, 0.8], colour: '#d8d2c4' })
    l.clutter(buffet, ['glasses', 'glasses', 'vase', 'bottles', 'plate', 'fruit-bowl'])
    for (const a of [0.3, 0.7]) l.lean('mirror', 'west', l.d * a, { y: 1.3, size: [1.5, 2.6, 0.07] })
    for (const x of [-4, 4])
      for (const z of [-1.6, 2.4])
        l.lamp(l.hang('wheel-lustre', x, z, { size: [1.9, 2.2, 1.9] }), { ...BULB, kelvin: 2700, lumens: 3600, at: [0, 0.3, 0] })
    for (const x of [-1, 1]) l.lamp(l.put('floor-lamp', x * 3.2, north + 0.5, 0), { ...STANDING, lumens: 600 })
    for (const w of wins.slice(1, 2)) l.windowMark(w)
    for (const [x, z, yaw] of [
      [0, 0.4, 0.3],
      [-2.8, 1.2, 1.1],
      [2.8, 0.8, 0.7],
      [0.6, 3.4, Math.PI / 2],
      [-4.6, -1.8, 0.4],
    ] as const)
      l.pair(x, z, yaw, 0.9)
    l.mark('stand', [0.8, 0, north + 1.7], 0, { group: 'band' })
  },
}

const airport: Recipe = {
  size: (r) => [18 * r.range(0.98, 1.03), 14 * r.range(0.98, 1.03), 5.2],
  floor: { 'sci-fi': 'metal', industrial: 'concrete', modern: 'tile', civic: 'tile', classic: 'tile', rustic: 'tile', night: 'tile' },
  floorColour: () => '#8f9290',
  walls: { 'sci-fi': 'metal' },
  wallColour: () => '#b4b6b2',
  surroundings: 'plain',
  furnish: (l) => {
    const [north, west, east] = [-l.d / 2, -l.w / 2, l.w / 2]
    l.opening('door', 'south', l.w * 0.5, 2.4, 2.6)
    const glass = [0.2, 0.5, 0.8].map((a) => l.opening('window', 'north', l.w * a, 4.4, 3.6, 0.5))
    // The gate: a desk, the board over it, the door to the aeroplane.
    l.opening('door', 'east', l.d * 0.2, 1.4, 2.4)
    const desk = l.put('reception-desk', east - 2.0, -1.0, -Math.PI / 2, { size: [2.4, 1.08, 0.8], colour: '#6f7a86' })
    l.mark('counter', [east - 1.1, 0, -1.0], -Math.PI / 2, { group: 'till', ...(desk ? { of: desk.key } : {}) })
    l.mark('counter', [east - 2.9, 0, -1.0], Math.PI / 2, { group: 'gate', ...(desk ? { of: desk.key } : {}) })
    l.lamp(l.put('departure-board', east - 0.16, -0.4, -Math.PI / 2, { y: 2.9, size: [4.4, 1.6, 0.24] }), {
      kind: 'screen',
      colour: '#e0c070',
      lumens: 260,
      flicker: 'none',
      at: [0, 0.8, 0.2],
    })
    for (const z of [-4.6, -1.6, 1.4])
      for (const x of [-5.4, -1.2])
        for (const side of [-1, 1]) {
          const row = l.put('seat-row', x, z + side * 0.32, side > 0 ? 0 : Math.PI, { size: [3, 0.86, 0.58], colour: '#3d4a58' })
          for (let i = 0; i < 5; i++) if (i % 2 === 0) l.seat(row, 0.45, `seats-${x}-${z}-${side}`, (i - 2) * 0.6, 0.06)
        }
    for (const [x, z] of [
      [-3.2, -4.2],
      [1.4, -1.8],
      [-7.8, 1.2],
    ] as const)
      l.put('suitcase', x, z, 0.4)
    l.put('luggage-cart', 4.2, 4.2, 0.6)
    for (const z of [2.6, 3.9]) l.lamp(l.put('ticket-machine', east - 0.4, z, -Math.PI / 2), { ...SCREEN, lumens: 90, at: [0, 1.2, 0.3] })
    for (const a of [0.18, 0.82]) l.lean('advert', 'south', l.w * a, { y: 0.9, size: [2.6, 1.7, 0.04] })
    for (const [x, n] of [
      [-4.5, 0],
      [3.2, 1],
    ] as const)
      l.hang('station-sign', x, 1.8, { size: [2.6, 0.5, 0.08], accent: n ? '#c29a2e' : '#c29a2e' })
    for (const x of [-7.6, 3.4]) l.put('column', x, -3.4, 0, { size: [0.6, l.h, 0.6], colour: '#b4b6b2' })
    l.put('house-plant', west + 0.6, north + 0.6, 0, { size: [0.9, 2, 0.9] })
    ceilingLights(l, 4, 3, { lumens: 3600, kelvin: 4400 })
    for (const w of glass.slice(1, 2)) l.windowMark(w)
    l.pair(1.8, 0.4, Math.PI / 2, 1.2)
    l.pair(-3.3, 3.4, 0.4, 1.2)
    l.pair(2.2, 3.6, 0.8, 1.2)
    l.pair(4.2, -3.8, 0.4, 1.2)
  },
}

/** Recipes by kind. */
export const COUNTERS: Readonly<Record<string, Recipe>> = {
  bank,
  'post-office': postOffice,
  supermarket,
  laundromat,
  museum,
  ballroom,
  airport,
}
