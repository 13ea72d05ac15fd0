import { type Recipe, SCREEN, TUBE } from './recipe'

const tvStudio: Recipe = {
  size: (r) => [14 * r.range(0.98, 1.04), 12 * r.range(0.98, 1.03), 5.6],
  floor: 'plain',
  floorColour: () => '#5c6068',
  walls: 'fabric',
  wallColour: () => '#4d5560',
  ceiling: 'concrete',
  ceilingColour: () => '#4a4b4d',
  surroundings: 'none',
  furnish: (l) => {
    const [north, west, east] = [-l.d / 2, -l.w / 2, l.w / 2]
    const tint = l.rnd.pick(['#2f5f8a', '#8a3a35', '#3c6f6a'])
    l.opening('door', 'south', l.w * 0.14, 1.6, 2.4)
    // The news: a raised floor, a lit wall, a desk for two.
    l.put('dais', -1.6, north + 2.3, 0, { size: [7.4, 0.18, 3.8], colour: '#5a5f66', accent: '#3a3e44' })
    l.lamp(l.put('video-wall', -1.6, north + 0.3, 0, { y: 0.35, size: [7.2, 3.1, 0.24], colour: tint, blocks: false }), {
      ...SCREEN,
      kelvin: 6500,
      lumens: 420,
      flicker: 'none',
      at: [0, 1.6, 0.4],
    })
    const desk = l.put('news-desk', -1.6, north + 2.7, 0, { size: [3.6, 1.02, 1.0], colour: '#d5d3cc', accent: tint })
    for (const dx of [-0.75, 0.75]) {
      const chair = l.put('office-chair', -1.6 + dx, north + 1.72, dx < 0 ? 0.12 : -0.12, { colour: '#2e3033' })
      l.seat(chair, 0.48, 'anchors')
    }
    for (const dx of [-0.7, 0.75]) l.on(desk, 'papers', dx, -0.22, 0.1)
    l.on(desk, 'laptop', 0.1, -0.22, Math.PI)
    l.on(desk, 'cup', -1.3, -0.18)
    // A corner to sit and talk.
    l.put('round-rug', 4.3, north + 2.7, 0, { size: [3.6, 0.02, 3.6], colour: '#8d8577' })
    const table = l.put('round-table', 4.3, north + 2.9, 0, { size: [0.6, 0.45, 0.6], colour: '#6b4c35' })
    l.on(table, 'glass', 0.1, 0.1)
    l.on(table, 'glass', -0.12, 0)
    for (const x of [-1, 1]) {
      const easy = l.put('armchair', 4.3 + x * 1.15, north + 2.5, -x * 0.95, { size: [0.8, 0.92, 0.8], colour: x < 0 ? tint : '#a8865a' })
      l.seat(easy, 0.43, 'guests')
    }
    l.put('house-plant', 6.2, north + 0.7, 0)
    // Cameras look at both, a monitor on its stand faces who speaks, the floor's people stand by.
    for (const [x, z, yaw] of [
      [-3.9, 1.1, Math.PI - 0.45],
      [-1.5, 1.7, Math.PI],
      [1.6, 0.6, Math.PI + 0.62],
    ] as const) {
      const camera = l.put('studio-camera', x, z, yaw)
      if (camera) l.mark('stand', [x - Math.sin(yaw) * 0.85, 0, z - Math.cos(yaw) * 0.85], yaw, { of: camera.key, group: 'cameras' })
    }
    l.lamp(l.put('floor-monitor', 0.2, 1.4, Math.PI), { ...SCREEN, lumens: 60, flicker: 'none', at: [0, 1.25, 0.1] })
    const seats = [-1, 0, 1].map((i) => l.put('seat-row', i * 2.8 + 2.2, l.d / 2 - 0.9, Math.PI, { size: [2.4, 0.86, 0.58], colour: tint }))
    seats.forEach((row, i) => {
      for (let k = 0; k < 4; k++) l.seat(row, 0.45, `audience-${i}`, (k - 1.5) * 0.6, 0.06)
    })
    const table2 = l.lean('table', 'east', l.d * 0.62, { size: [1.6, 0.75, 0.7], colour: '#4c4f52' })
    l.clutter(table2, ['monitor', 'papers', 'cup'])
    const chair2 = l.put('office-chair', east - 1.3, l.d * 0.12, Math.PI / 2)
    l.seat(chair2, 0.48)
    for (const z of [-2.2, 0.6]) l.put('flight-case', west + 0.5, z, Math.PI / 2)
    for (const [x, z] of [
      [-4.4, -1.4],
      [-1.6, -1.0],
      [1.2, -1.4],
      [4.3, -1.2],
      [-2.8, -4.2],
      [5.6, -4.0],
    ] as const) {
      l.put('stage-spot', x, z, z < -3 ? 0 : Math.PI, { y: l.h - 1.5, size: [0.36, 0.52, 0.5], blocks: false })
    }
    for (const z of [-1.2, -4.1]) l.hang('lighting-bar', 0, z, { size: [12, 1.0, 0.1] })
    l.hang('lighting-bar', 0, 2.6, { size: [12, 1.0, 0.1] })
    // What the house is lit with, above the bars.
    for (const x of [-3.4, 3.4])
      for (const z of [-2.8, 2.4])
        l.lamp(l.hang('ceiling-panel', x, z, { size: [0.5, 0.08, 2.2] }), { ...TUBE, kelvin: 4600, lumens: 26000, at: [0, 0, 0] })
    l.lamp(l.lean('on-air-sign', 'south', l.w * 0.14, { y: 2.62, exact: true }), {
      kind: 'sign',
      colour: '#e0402e',
      lumens: 60,
      flicker: 'none',
      at: [0, 0.12, 0.08],
    })
    l.pair(-0.4, 3.4, Math.PI / 2, 1.2)
    l.pair(3.8, 1.6, 0.5, 1.2)
    l.pair(-4.6, 3.2, 0.9, 1.2)
    l.pair(-1.6, -0.4, Math.PI / 2, 1.2)
    l.mark('stand', [2.9, 0, 0.2], Math.PI)
  },
}

/** Where television is made. */
export const TELEVISION: Readonly<Record<string, Recipe>> = { 'tv-studio': tvStudio }
