import type { Layout } from './layout'
import { BULB, type Recipe, SHADE, TUBE } from './recipe'
import { homely } from './rooms-home'

/** Lamps in a row along the middle of a carriage or a platform. */
function stripLights(l: Layout, x: number, zs: readonly number[], lumens: number, kelvin: number): void {
  for (const z of zs) l.lamp(l.hang('ceiling-panel', x, z, { size: [0.24, 0.07, 1.7] }), { ...TUBE, kelvin, lumens, at: [0, 0, 0] })
}

const subwayCar: Recipe = {
  size: () => [2.9, 13, 2.3],
  floor: 'plain',
  floorColour: () => '#57585a',
  walls: 'metal',
  wallColour: () => '#a9adab',
  ceiling: 'plain',
  ceilingColour: () => '#c9cac4',
  // Out there is the tunnel.
  surroundings: 'none',
  furnish: (l) => {
    const seat = l.rnd.pick(['#c0662c', '#2f5f8a', '#4a6b45'])
    for (const end of ['south', 'north'] as const) l.opening('door', end, l.w * 0.5, 0.8, 1.95)
    const doors = [-3.9, 0, 3.9]
    const benches = [
      [-5.45, 3],
      [-1.95, 4],
      [1.95, 4],
      [5.45, 3],
    ] as const
    for (const side of ['east', 'west'] as const) {
      const x = side === 'east' ? 1 : -1
      const along = (z: number) => l.d / 2 + x * z
      for (const z of doors) l.lean('sliding-doors', side, along(z), { size: [1.3, 1.98, 0.07], exact: true })
      benches.forEach(([z, n], i) => {
        const pane = l.opening('window', side, along(z), n === 4 ? 2.0 : 1.4, 0.78, 1.02)
        if (n === 4) l.mark('window', [x * 0.45, 0, z], (x * Math.PI) / 2, { of: pane.key })
        l.lean('advert', side, along(z), { y: 1.86, size: [n === 4 ? 2.0 : 1.4, 0.26, 0.03], exact: true })
        const bench = l.put('seat-row', x * (l.w / 2 - 0.3), z, (-x * Math.PI) / 2, { size: [n * 0.55, 0.84, 0.54], colour: seat })
        for (let k = 0; k < n; k++) l.seat(bench, 0.45, `bench-${i}`, (k + 0.5 - n / 2) * 0.55, 0.05)
      })
    }
    // Poles before the doors, rails with straps along the seats.
    for (const z of doors) l.put('grab-pole', 0, z, 0, { size: [0.06, l.h, 0.06] })
    for (const x of [-0.62, 0.62]) for (const z of [-1.95, 1.95]) l.hang('grab-rail', x, z, { size: [0.06, 0.42, 2.6] })
    for (const x of [-0.62, 0.62]) for (const z of [-5.3, 5.3]) l.hang('grab-rail', x, z, { size: [0.06, 0.42, 1.4] })
    stripLights(l, 0, [-5.2, -3.1, -1.04, 1.04, 3.1, 5.2], 700, 4300)
    for (const k of [-0.42, -0.15, 0.15, 0.42]) l.pair(0.02, l.d * k, 0, 1.1)
    l.pair(0.35, 3.9, 0.3, 0.9)
  },
}

const subwayStation: Recipe = {
  size: (r) => [9.2, 24 * r.range(0.98, 1.04), 4],
  floor: 'tile',
  floorColour: () => '#77746c',
  walls: 'tile',
  wallColour: (p) => p.wall,
  dado: { heightM: 1.2, kind: 'tile', colour: (p) => p.dado },
  ceiling: 'concrete',
  ceilingColour: () => '#8d8b84',
  surroundings: 'none',
  furnish: (l) => {
    const [west, east] = [-l.w / 2, l.w / 2]
    l.opening('door', 'south', l.w * 0.72, 1.6, 2.4)
    l.opening('door', 'north', l.w * 0.28, 1.6, 2.4)
    // A train stands at the platform; before it the line one keeps behind.
    l.put('subway-train', east - 1.35, 0, -Math.PI / 2, { size: [l.d - 0.3, 2.75, 2.6], colour: '#a9adab', accent: l.pal.accent })
    l.put('platform-edge', east - 2.98, 0, 0, { size: [0.5, 0.02, l.d] })
    for (const z of [-8, -4, 0, 4, 8]) {
      l.put('column', -0.6, z, 0, { size: [0.42, l.h, 0.42], colour: l.pal.dado })
      l.put('station-sign', -0.36, z, Math.PI / 2, { y: 2.2, size: [0.9, 0.26, 0.05], blocks: false, accent: l.pal.accent })
    }
    for (const z of [-6, 2]) {
      const row = l.put('seat-row', west + 0.36, z, Math.PI / 2, { size: [2.4, 0.86, 0.58], colour: l.pal.accent2 })
      for (let i = 0; i < 4; i++) l.seat(row, 0.45, `row-${z}`, (i - 1.5) * 0.6, 0.06)
    }
    for (const a of [0.2, 0.5, 0.8]) l.lean('station-sign', 'west', l.d * a, { y: 2.05, size: [2.4, 0.6, 0.06], accent: l.pal.accent })
    for (const a of [0.34, 0.66]) l.lean('advert', 'west', l.d * a, { y: 0.95, size: [1.6, 1.0, 0.03] })
    l.lean('map', 'west', l.d * 0.92, { y: 1.1, size: [1.1, 0.9, 0.02] })
    l.put('trash-can', west + 0.4, -2, 0)
    l.lamp(l.put('ticket-machine', west + 0.4, 6, Math.PI / 2), {
      kind: 'screen',
      kelvin: 6000,
      lumens: 90,
      flicker: 'none',
      at: [0, 1.3, 0.3],
    })
    l.lean('wall-clock', 'south', l.w * 0.5, { y: 2.6, size: [0.5, 0.5, 0.08] })
    for (const x of [-2.6, 0.7]) stripLights(l, x, [-10, -6, -2, 2, 6, 10], 1500, 4100)
    for (const [x, z] of [
      [0.5, -6],
      [0.5, -2],
      [0.4, 2.4],
      [-2.2, 4.2],
      [-2.4, -4],
      [0.5, 6.2],
    ] as const)
      l.pair(x, z, 0.4, 1.2)
    l.mark('stand', [0.9, 0, 0.4], Math.PI / 2)
  },
}

const stationHall: Recipe = {
  size: (r) => [18 * r.range(0.98, 1.03), 14.5 * r.range(0.98, 1.03), 7.5],
  floor: { 'sci-fi': 'metal', industrial: 'concrete', classic: 'tile', civic: 'tile', modern: 'tile', rustic: 'tile', night: 'tile' },
  floorColour: () => '#8d8676',
  walls: { modern: 'concrete', industrial: 'brick', 'sci-fi': 'metal' },
  wallColour: () => '#b3a68c',
  dado: { heightM: 1.7, kind: 'tile', colour: () => '#6f6a58' },
  surroundings: { ...homely, classic: 'street', civic: 'street', modern: 'skyline' },
  furnish: (l) => {
    const [north, east] = [-l.d / 2, l.w / 2]
    l.opening('door', 'south', l.w * 0.5, 2.2, 2.8)
    // To the trains.
    for (const k of [0.3, 0.7]) l.opening('door', 'north', l.w * k, 1.8, 2.6)
    const high = [0.16, 0.39, 0.61, 0.84].map((a) => l.opening('window', 'west', l.d * a, 2.2, 4.2, 2.6))
    for (const a of [0.16, 0.84]) l.opening('window', 'south', l.w * a, 2.4, 4.2, 2.6)
    // The board everybody looks up to, and the clock.
    l.lamp(l.put('departure-board', 0, north + 0.2, 0, { y: 3.3, size: [5.2, 1.9, 0.24] }), {
      kind: 'screen',
      colour: '#e0b860',
      lumens: 260,
      flicker: 'none',
      at: [0, 0.9, 0.2],
    })
    l.lean('wall-clock', 'north', l.w * 0.5, { y: 5.5, size: [1.5, 1.5, 0.14], exact: true })
    for (const [k, n] of [
      [0.3, -1],
      [0.7, 1],
    ] as const)
      l.put('station-sign', l.w * (k - 0.5), north + 0.05, 0, {
        y: 2.75,
        size: [1.7, 0.42, 0.06],
        accent: n < 0 ? l.pal.accent : l.pal.accent2,
      })
      // Tickets: windows in a row, somebody behind each, a queue before one.
    ;[-4.2, -1.6, 1.0].forEach((z, i) => {
      const booth = l.put('ticket-booth', east - 0.95, z, -Math.PI / 2, { size: [2.4, 3, 0.9], colour: l.pal.wood })
      if (!booth) return
      l.mark('counter', [east - 1.85, 0, z], Math.PI / 2, { group: `tickets-${i}`, of: booth.key })
      l.lamp(booth, { ...SHADE, lumens: 260, at: [0, 1.9, -0.1] })
    })
    l.mark('stand', [east - 2.9, 0, -1.6], Math.PI / 2, { group: 'queue' })
    l.mark('stand', [east - 3.9, 0, -1.6], Math.PI / 2, { group: 'queue' })
    // Long benches back to back under the windows' light.
    for (const x of [-4.9, -1.9])
      for (const side of [-1, 1]) {
        const pew = l.put('pew', x + side * 0.3, 1.6, (side * Math.PI) / 2, { size: [3.8, 0.95, 0.55], colour: l.pal.wood })
        for (const dx of [-1.4, -0.4, 0.6, 1.4]) l.seat(pew, 0.45, `bench-${x}-${side}`, dx, 0.05)
      }
    l.put('market-stall', 4.4, 4.6, Math.PI, { size: [2.8, 2.6, 1.8], colour: l.pal.wood, accent: l.pal.accent })
    for (const x of [-1, 1]) for (const z of [-4.6, 4.2]) l.put('column', x * 6.3, z, 0, { size: [0.8, l.h, 0.8], colour: '#b3a68c' })
    l.put('luggage-cart', -3.8, -3.6, 0.5)
    l.put('suitcase', -4.9, 4.2, 0.3)
    l.put('trash-can', -0.4, 4.6, 0)
    for (const a of [0.2, 0.8]) l.lean('advert', 'north', l.w * (a - 0.08), { y: 1.0, size: [1.3, 1.8, 0.04] })
    for (const x of [-5, 0, 5])
      for (const z of [-3.2, 3.4])
        l.lamp(l.hang('pendant', x, z, { colour: '#c8b888', size: [1, 2.6, 1] }), { ...BULB, lumens: 5200, kelvin: 3100, at: [0, 0.2, 0] })
    for (const w of high.slice(0, 1)) l.windowMark(w)
    l.pair(0.6, -1.2, Math.PI / 2, 1.2)
    l.pair(0.9, 2.2, 0.3, 1.3)
    l.pair(-3.9, -2, 1.2, 1.2)
    l.pair(-3.9, 4.9, 0.9, 1.2)
    l.pair(3.4, 0.4, 0.2, 1.2)
    l.mark('stand', [0, 0, north + 4.6], Math.PI)
    l.mark('stand', [1.6, 0, north + 4.2], Math.PI)
  },
}

const planeCabin: Recipe = {
  size: () => [3.9, 12, 2.2],
  floor: 'fabric',
  floorColour: () => '#4d5660',
  walls: 'plain',
  wallColour: () => '#b9b7b0',
  ceiling: 'plain',
  ceilingColour: () => '#c9c8c2',
  dado: { heightM: 0.75, kind: 'plain', colour: () => '#8f9296' },
  // High over a haze.
  surroundings: 'plain',
  furnish: (l) => {
    const cloth = l.rnd.pick(['#3d5576', '#5a4a58', '#40615c'])
    l.opening('door', 'south', l.w * 0.5, 0.8, 1.95)
    l.opening('door', 'north', l.w * 0.5, 0.8, 1.95)
    const pitch = 0.98
    const rows = 10
    for (let i = 0; i < rows; i++) {
      const z = (i - (rows - 1) / 2) * pitch
      for (const x of [-1, 1]) {
        const seats = l.put('plane-seat', x * (l.w / 2 - 0.76), z + 0.1, Math.PI, { size: [1.44, 1.1, 0.66], colour: cloth })
        // The one on the aisle and the one at the window.
        for (const dx of [-0.48, 0, 0.48]) l.seat(seats, 0.46, `row-${i}`, dx, 0.03)
      }
    }
    for (const side of ['east', 'west'] as const) {
      for (let i = 0; i < 11; i++) {
        const pane = l.opening('window', side, l.d / 2 + (i - 5) * pitch, 0.3, 0.42, 0.95)
        // Looked out of from the aisle.
        if (i % 4 === 1)
          l.mark('window', [0, 0, (side === 'east' ? 1 : -1) * (i - 5) * pitch], side === 'east' ? Math.PI / 2 : -Math.PI / 2, {
            of: pane.key,
          })
      }
      for (const a of [0.23, 0.5, 0.77]) l.lean('overhead-bin', side, l.d * a, { y: 1.62, size: [l.d * 0.265, 0.4, 0.52], exact: true })
    }
    stripLights(l, 0, [-4.4, -2.2, 0, 2.2, 4.4], 620, 3900)
    l.lamp(l.lean('exit-sign', 'north', l.w * 0.5, { y: 1.98, size: [0.4, 0.16, 0.05], exact: true }), {
      kind: 'emergency',
      colour: '#5fae6a',
      lumens: 20,
      flicker: 'none',
      at: [0, 0.08, 0.05],
    })
    l.lean('curtain', 'north', 0.72, { y: 0.05, size: [1.1, 1.95, 0.12], colour: cloth, accent: cloth })
    l.lean('curtain', 'north', l.w - 0.72, { y: 0.05, size: [1.1, 1.95, 0.12], colour: cloth, accent: cloth })
    for (const k of [-0.44, -0.2, 0, 0.2, 0.44]) l.pair(0, l.d * k, 0, 1.1)
  },
}

const signalBox: Recipe = {
  size: (r) => [5.6 * r.range(0.98, 1.04), 4.2 * r.range(0.98, 1.04), 2.8],
  floor: 'planks',
  walls: 'planks',
  wallColour: () => '#a9a184',
  dado: { heightM: 0.95, kind: 'planks', colour: () => '#5f6a50' },
  ceiling: 'planks',
  surroundings: 'fields',
  furnish: (l) => {
    const [north, east] = [-l.d / 2, l.w / 2]
    l.opening('door', 'south', l.w * 0.2, 0.9, 2.05)
    // Glass all round over the line, the levers before it.
    const wide = (l.w - 0.9) / 3
    const band = [0, 1, 2].map((i) => l.opening('window', 'north', 0.3 + wide / 2 + i * (wide + 0.15), wide, 1.25, 1.05))
    l.opening('window', 'west', l.d * 0.66, 1.7, 1.25, 1.05)
    l.opening('window', 'east', l.d * 0.32, 1.7, 1.25, 1.05)
    const frame = l.put('lever-frame', -0.35, north + 0.72, 0, { size: [3.4, 1.35, 0.7] })
    for (const dx of [-1.2, 0, 1.2]) if (frame) l.before(frame, 0.34, dx)
    l.hang('block-shelf', -0.35, north + 0.62, { size: [3.2, 0.98, 0.28], colour: '#6b4a2e' })
    // The train register, its desk and lamp; the stove; the only comfortable chair.
    const desk = l.lean('desk', 'east', l.d * 0.42, { size: [1.25, 0.9, 0.6], colour: '#6b4a2e', exact: true })
    l.on(desk, 'book', -0.15, 0.06, 0, { size: [0.44, 0.04, 0.32] })
    l.on(desk, 'telephone', 0.42, -0.08, 0.2)
    l.lamp(l.on(desk, 'lantern', -0.5, -0.12), { ...SHADE, kelvin: 2200, lumens: 320, at: [0, 0.14, 0] })
    const stool = l.put('stool', east - 1.0, desk?.position[2] ?? -0.3, Math.PI / 2, { size: [0.36, 0.62, 0.36], colour: '#6b4a2e' })
    l.seat(stool, 0.62, 'register')
    const stove = l.put('iron-stove', -l.w / 2 + 0.5, l.d / 2 - 0.55, Math.PI / 2, { size: [0.55, l.h, 0.55] })
    l.lamp(stove, { kind: 'fire', kelvin: 1900, lumens: 220, flicker: 'fire', at: [0, 0.4, 0.3] })
    const easy = l.put('armchair', -l.w / 2 + 1.45, l.d / 2 - 0.6, Math.PI + 0.5, { size: [0.76, 0.95, 0.76], colour: l.pal.cloth })
    l.seat(easy, 0.44, 'stove')
    l.lean('locker', 'south', l.w * 0.5, { size: [0.9, 1.7, 0.42], colour: '#5f6a50' })
    l.lean('coat-hooks', 'south', l.w * 0.63, { y: 0.95, size: [0.6, 0.95, 0.2] })
    l.lean('wall-clock', 'south', l.w * 0.5, { y: 1.95, size: [0.4, 0.4, 0.08] })
    l.lean('notice-board', 'west', l.d * 0.2, { y: 1.3, size: [0.6, 0.5, 0.03] })
    l.put('rug', 0.2, 0.55, 0, { size: [1.9, 0.02, 1.1], colour: l.pal.accent2, accent: l.pal.accent })
    l.lamp(l.hang('pendant', 0.2, 0.5, { colour: '#4d5a4a', size: [0.42, 0.7, 0.42] }), { ...BULB, lumens: 700, at: [0, 0.08, 0] })
    const mid = band[1]
    if (mid) l.windowMark(mid)
    l.pair(0.3, 0.4, Math.PI / 2, 1)
    l.pair(-0.9, 0.5, 0.6, 0.9)
    l.pair(0.9, 1.2, 0.3, 0.9)
  },
}

/** Recipes by kind. */
export const TRANSIT: Readonly<Record<string, Recipe>> = {
  'subway-car': subwayCar,
  'subway-station': subwayStation,
  'station-hall': stationHall,
  'plane-cabin': planeCabin,
  'signal-box': signalBox,
}
