import { BULB, type Recipe } from './recipe'

const LANTERN = { ...BULB, kind: 'table-lamp', kelvin: 2200, lumens: 700 } as const

const barn: Recipe = {
  size: (r) => [11 * r.range(0.97, 1.08), 10 * r.range(0.97, 1.08), 5.2],
  floor: 'planks',
  floorColour: () => '#7a6446',
  walls: 'planks',
  wallColour: () => '#80634a',
  ceiling: 'planks',
  ceilingColour: () => '#6b543d',
  surroundings: 'fields',
  furnish: (l) => {
    const timber = '#5d4731'
    l.opening('door', 'south', l.w * 0.14, 1.1, 2.15)
    const win = l.opening('window', 'west', l.d * 0.36, 1.6, 1.1, 1.5)
    l.opening('window', 'east', l.d * 0.6, 1.8, 1.2, 1.5)
    l.opening('window', 'south', l.w * 0.55, 2.6, 1.2, 3.35)
    l.lean('barn-doors', 'south', l.w * 0.55, { exact: true, colour: '#7a5c42' })
    // Posts carry the loft and the beams.
    const [px, loftZ] = [l.w * 0.3, -l.d / 2 + 3.1]
    for (const x of [-px, px])
      for (const z of [loftZ - 0.2, l.d * 0.22]) l.put('timber-post', x, z, 0, { size: [0.22, l.h - 0.28, 0.22], colour: timber })
    for (const z of [loftZ - 0.2, l.d * 0.0, l.d * 0.22, l.d * 0.42])
      l.hang('ceiling-beam', 0, z, { size: [l.w, 0.3, 0.26], colour: timber })
    for (const x of [-px, px]) l.hang('ceiling-beam', x, 0.5, { yaw: Math.PI / 2, size: [l.d - 1, 0.5, 0.2], colour: timber })
    l.put('hay-loft', 0, -l.d / 2 + 1.55, 0, { y: 2.55, size: [l.w - 0.06, 1.6, 3.0], colour: '#66503a' })
    for (const x of [-0.17, 0.17]) l.put('stall-side', l.w * x, -l.d / 2 + 1.25, Math.PI / 2, { colour: '#6f563c' })
    const bed = l.put('straw-heap', l.w * 0.34, -l.d / 2 + 1.5, 0, { size: [2.4, 0.46, 2.1] })
    if (bed) l.mark('bed', [bed.position[0], 0, bed.position[2] + 0.35], Math.PI / 2, { of: bed.key, seatHeightM: 0.4 })
    l.put('straw-heap', -l.w * 0.34, -l.d / 2 + 1.2, 0.1, { size: [2.2, 0.6, 1.6] })
    // Bales along the west wall, two to sit on.
    const west = -l.w / 2 + 0.6
    for (const [dx, z, yaw, y] of [
      [0, 0.9, 0, 0],
      [0, 1.46, 0.03, 0],
      [0, 2.02, -0.02, 0],
      [0.02, 1.18, 0, 0.46],
      [-0.02, 1.74, 0.02, 0.46],
      [0, 1.46, 0.03, 0.92],
    ] as const)
      l.put('straw-bale', west + dx, z, yaw, { y, ...(y > 0 ? { blocks: false } : {}) })
    for (const [x, z, yaw] of [
      [-l.w * 0.13, -0.5, 0.5],
      [l.w * 0.12, -1.1, -0.7],
    ] as const) {
      const bale = l.put('straw-bale', x, z, yaw)
      l.seat(bale, 0.46)
    }
    l.put('cart', l.w / 2 - 1.3, l.d * 0.12, 0.15, { colour: '#76593c' })
    l.put('ladder', -l.w * 0.08, loftZ + 0.75, Math.PI, { size: [0.75, 2.5, 1.0] })
    l.lean('tool-wall', 'east', l.d * 0.86, { y: 0.75 })
    l.lean('tool-wall', 'west', l.d * 0.62, { y: 0.75, size: [1.8, 1.5, 0.16] })
    const barrel = l.put('barrel', l.w * 0.3 + 0.1, l.d * 0.22 - 0.62, 0)
    l.lamp(l.on(barrel, 'lantern', 0, 0), { ...LANTERN, at: [0, 0.14, 0] })
    l.lamp(l.put('lantern', -px + 0.3, l.d * 0.22, 0, { y: 1.95, size: [0.2, 0.34, 0.2] }), {
      ...LANTERN,
      lumens: 900,
      at: [0.12, 0.12, 0.12],
    })
    l.lamp(l.lean('lantern', 'north', l.w * 0.5, { y: 1.7, size: [0.2, 0.34, 0.2], gap: 0.02 }), { ...LANTERN, at: [0, 0.12, 0.2] })
    l.put('sacks', l.w / 2 - 0.8, l.d * 0.4, -Math.PI / 2)
    l.put('sacks', l.w / 2 - 1.7, l.d / 2 - 0.6, Math.PI)
    l.put('crate', -l.w / 2 + 0.5, l.d * 0.3, 0.1, { colour: '#76593c' })
    l.put('fruit-crate', -l.w / 2 + 0.5, l.d * 0.36, 0.2)
    l.put('basket', -l.w * 0.36, -0.6, 0.4)
    for (const [x, z, w, d] of [
      [0, 0.9, 4.5, 3],
      [l.w * 0.28, -l.d * 0.12, 3, 2],
      [-l.w * 0.26, -l.d * 0.08, 2.6, 2],
      [0, -l.d * 0.34, 3, 2.4],
      [l.w * 0.05, l.d * 0.36, 3.4, 1.6],
    ] as const)
      l.put('straw-litter', x, z, 0, { size: [w, 0.03, d] })
    l.windowMark(win)
    l.before(barrel)
    l.pair(-0.2, 1.3, Math.PI / 2, 1.3)
    l.pair(l.w * 0.22, -0.4, 0.3, 1.2)
    l.pair(-l.w * 0.22, 2.6, 0.4, 1.2)
    l.pair(0.4, l.d * 0.36, 1.3, 1.2)
    l.mark('stand', [l.w * 0.2, 0, -l.d / 2 + 3.5], Math.PI)
  },
}

/** Recipes by kind. */
export const FARM_ROOMS: Readonly<Record<string, Recipe>> = { barn }
