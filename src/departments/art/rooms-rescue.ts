import { type Recipe, TUBE } from './recipe'

const ambulance: Recipe = {
  size: () => [2.4, 4.2, 2.05],
  floor: 'plain',
  floorColour: () => '#59636a',
  walls: 'metal',
  wallColour: () => '#bfc4c2',
  dado: { heightM: 0.5, kind: 'metal', colour: () => '#8f9a9e' },
  ceiling: 'plain',
  ceilingColour: () => '#cfd2ce',
  surroundings: 'street',
  furnish: (l) => {
    // The driver is at +z; one gets in at the back.
    const [west, east] = [-l.w / 2, l.w / 2]
    l.opening('door', 'north', l.w * 0.56, 1.2, 1.82)
    const pane = l.opening('window', 'east', l.d * 0.42, 1.0, 0.44, 1.22)
    l.opening('window', 'south', l.w * 0.5, 0.8, 0.4, 1.25)
    const stretcher = l.put('stretcher', west + 0.66, 0.35, Math.PI, { size: [0.62, 0.98, 1.98], accent: '#c2552f' })
    if (stretcher) l.mark('bed', [stretcher.position[0], 0, stretcher.position[2]], 0, { of: stretcher.key, seatHeightM: 0.6 })
    l.seat(stretcher, 0.6, 'crew', -0.12, 0.5)
    // Cupboards over the stretcher, the monitor among them; the crew's bench across.
    for (const a of [0.26, 0.62]) l.lean('medical-cabinet', 'west', l.d * a, { y: 1.3, size: [1.35, 0.56, 0.28], exact: true })
    l.lamp(l.lean('screen', 'west', l.d * 0.445, { y: 0.98, size: [0.36, 0.28, 0.1] }), {
      kind: 'screen',
      kelvin: 6800,
      lumens: 30,
      flicker: 'screen',
      at: [0, 0.15, 0.1],
    })
    const bench = l.put('squad-bench', east - 0.24, 0.35, -Math.PI / 2, { size: [2.1, 0.92, 0.46], colour: '#35506b' })
    for (const dx of [-0.68, 0, 0.68]) l.seat(bench, 0.46, 'crew', dx, 0.04)
    l.put('gas-bottles', east - 0.22, l.d / 2 - 0.3, -Math.PI / 2, { size: [0.34, 1.0, 0.34], colour: '#e2e0d6' })
    l.lean('wall-panel', 'south', l.w * 0.16, { y: 1.1, size: [0.42, 0.42, 0.06] })
    l.hang('grab-rail', west + 0.66, 0.3, { size: [0.05, 0.16, 2.2] })
    for (const z of [-1.2, 0.2, 1.5])
      l.lamp(l.hang('ceiling-panel', 0.12, z, { size: [0.26, 0.05, 0.9] }), { ...TUBE, kelvin: 5000, lumens: 620, at: [0, 0, 0] })
    l.windowMark(pane)
    for (const z of [-1.1, 0.2]) l.pair(0.2, z, 0, 0.95)
    l.mark('stand', [0.2, 0, 1.4], -Math.PI / 2, { group: 'crew' })
  },
}

const helicopter: Recipe = {
  size: () => [2.3, 4.0, 1.95],
  floor: 'metal',
  floorColour: () => '#54595b',
  walls: 'metal',
  wallColour: () => '#7d8680',
  dado: { heightM: 0.75, kind: 'metal', colour: () => '#59625d' },
  ceiling: 'fabric',
  ceilingColour: () => '#85887d',
  surroundings: 'hills',
  furnish: (l) => {
    // It flies towards +z: windscreen and pilots there, a bench along the bulkhead, doors to both sides.
    const [front, back, east] = [l.d / 2, -l.d / 2, l.w / 2]
    l.opening('door', 'west', l.d * 0.62, 1.1, 1.62)
    l.opening('window', 'south', l.w * 0.27, 0.86, 0.82, 0.9)
    l.opening('window', 'south', l.w * 0.73, 0.86, 0.82, 0.9)
    const panes = [0.3, 0.7].map((a) => l.opening('window', 'east', l.d * a, 1.1, 0.72, 0.92))
    l.opening('window', 'west', l.d * 0.2, 0.8, 0.66, 0.95)
    const dash = l.put('flight-panel', 0, front - 0.24, Math.PI, { size: [1.9, 0.92, 0.4] })
    l.lamp(dash, { kind: 'screen', kelvin: 5200, lumens: 45, flicker: 'none', at: [0, 0.8, 0.16] })
    for (const x of [-1, 1]) {
      const seat = l.put('captain-chair', x * 0.56, front - 0.92, 0, { size: [0.52, 1.12, 0.56], colour: '#3b4038' })
      l.seat(seat, 0.44, 'pilots')
    }
    const bench = l.put('squad-bench', -0.05, back + 0.26, 0, { size: [1.9, 0.95, 0.46], colour: '#5a5a44' })
    for (const dx of [-0.6, 0, 0.6]) l.seat(bench, 0.45, 'cabin', dx, 0.04)
    const side = l.put('squad-bench', east - 0.22, -0.55, -Math.PI / 2, { size: [1.0, 0.92, 0.4], colour: '#5a5a44' })
    for (const dx of [-0.25, 0.25]) l.seat(side, 0.45, 'cabin', dx, 0.04)
    l.lean('fire-extinguisher', 'west', l.d * 0.42, { y: 0.35 })
    l.lean('coat-hooks', 'north', l.w * 0.86, { y: 0.95, size: [0.4, 0.7, 0.14], accent: '#b5582c' })
    for (const z of [-1.1, 0.2])
      l.lamp(l.hang('ceiling-panel', 0, z, { size: [0.2, 0.05, 0.5] }), { ...TUBE, kelvin: 3600, lumens: 260, at: [0, 0, 0] })
    for (const p of panes.slice(0, 1)) l.windowMark(p)
    l.pair(-0.2, -0.5, 0, 0.9)
    l.pair(-0.35, -0.35, Math.PI / 2 - 0.5, 0.85)
    l.mark('stand', [-0.5, 0, -0.9], Math.PI / 2)
    l.mark('stand', [0, 0, 0.35], 0)
  },
}

/** Rooms that come to help. */
export const RESCUE: Readonly<Record<string, Recipe>> = { ambulance, helicopter }
