import { CANDLE, FIRE, type Recipe } from './recipe'

const castleHall: Recipe = {
  size: (r) => [10.4 * r.range(0.98, 1.05), 16 * r.range(0.98, 1.05), 7],
  floor: 'stone',
  floorColour: () => '#6f6a60',
  walls: 'stone',
  wallColour: () => '#8d8676',
  ceiling: 'planks',
  ceilingColour: () => '#4f3d2c',
  surroundings: 'hills',
  furnish: (l) => {
    const north = -l.d / 2
    const oak = '#4d3523'
    l.opening('door', 'south', l.w * 0.5, 1.9, 2.9)
    l.opening('door', 'west', l.d * 0.31, 1.1, 2.2)
    for (const a of [0.14, 0.36, 0.58, 0.8]) {
      if (Math.abs(a - 0.58) > 0.05) l.opening('window', 'east', l.d * a, 0.95, 2.9, 2.7)
      l.opening('window', 'west', l.d * (1 - a), 0.95, 2.9, 2.7)
    }
    // Where the lord sits: a dais with the throne, banners behind it.
    l.put('dais', 0, north + 1.5, 0, { size: [5.4, 0.36, 3], colour: '#5a4330', accent: oak })
    const seat = l.put('throne', 0, north + 0.95, 0, { colour: oak })
    l.seat(seat, 0.5, 'throne', 0, 0.06)
    const [red, blue] = ['#6b2326', '#2c4358']
    for (const [x, colour] of [
      [-3.1, blue],
      [-1.5, red],
      [1.5, red],
      [3.1, blue],
    ] as const)
      l.lean('banner', 'north', l.w / 2 + x, { y: 2.2, exact: true, colour, gap: 0.06, size: [1.1, 3.6, 0.14] })
    l.lean('shield-and-swords', 'north', l.w / 2, { y: 3.2, exact: true, colour: red, size: [1.3, 1.5, 0.12] })
    for (const x of [-1.9, 1.9])
      l.lamp(l.put('candle-stand', x, north + 1.1, 0, { size: [0.4, 1.6, 0.4] }), { ...CANDLE, lumens: 200, at: [0, 1.6, 0] })
    l.put('rug', 0, 2.2 + north + l.d * 0.08, Math.PI / 2, { size: [3.4, 0.02, 1.4], colour: red, accent: '#b08a3e' })
    // The board along the hall, benches at its sides, a chair at either end.
    const z0 = 1.3
    const table = l.put('table', -0.4, z0, Math.PI / 2, { size: [6, 0.78, 1.1], colour: oak })
    for (const side of [-1, 1])
      for (const k of [-1, 1]) {
        const b = l.put('bench', -0.4 + side * 0.86, z0 + k * 1.42, side > 0 ? -Math.PI / 2 : Math.PI / 2, {
          size: [2.7, 0.46, 0.36],
          colour: oak,
        })
        for (const dx of [-0.75, 0.75]) l.seat(b, 0.46, 'board', dx, 0)
      }
    for (const [k, yaw] of [
      [-1, 0],
      [1, Math.PI],
    ] as const) {
      const c = l.put('judge-chair', -0.4, z0 + k * 3.45, yaw, { colour: red, accent: oak, size: [0.7, 1.4, 0.64] })
      l.seat(c, 0.49, 'board')
    }
    for (const dx of [-2, 0, 2])
      l.lamp(l.on(table, 'candle', dx, 0, 0, { size: [0.11, 0.28, 0.11] }), { ...CANDLE, lumens: 110, at: [0, 0.26, 0] })
    for (const [prop, dx, dz] of [
      ['plate', -2.3, 0.34],
      ['plate', -0.9, -0.34],
      ['plate', 0.8, 0.34],
      ['plate', 2.3, -0.34],
      ['bread', -1.3, 0.06],
      ['fruit-bowl', 1.05, -0.06],
      ['bottles', 0.45, 0.02],
      ['cup', -1.9, 0.2],
      ['cup', -0.5, -0.16],
      ['cup', 1.3, 0.3],
    ] as const)
      l.on(table, prop, dx, dz, dx)
    // The fire, wide enough for a log.
    const fire = l.lean('fireplace', 'east', l.d * 0.58, { size: [2.8, 2.1, 0.75], colour: '#7d766a', exact: true })
    l.lamp(fire, { ...FIRE, lumens: 2600, at: [0, 0.45, 0.15] })
    if (fire) l.put('log', fire.position[0] - 0.35, fire.position[2] + 2.15, Math.PI / 2, { size: [1.1, 0.36, 0.4], colour: '#5c4733' })
    for (const [z, x] of [
      [-0.24, 0],
      [0.14, -0.4],
    ] as const)
      l.lamp(l.hang('wheel-lustre', x, l.d * z, { size: [1.9, l.h - 3.6, 1.9] }), { ...CANDLE, lumens: 900, at: [0, 0.2, 0] })
    for (const x of [-1, 1]) l.put('suit-of-armour', l.w * 0.5 * x - x * 0.5, l.d / 2 - 0.55, Math.PI)
    for (const a of [0.25, 0.47]) l.lean('banner', 'east', l.d * a, { y: 2.5, colour: blue, gap: 0.06, size: [0.9, 2.6, 0.14] })
    for (const a of [0.53, 0.75])
      l.lean('banner', 'west', l.d * a, { y: 2.5, colour: a > 0.5 ? red : blue, gap: 0.06, size: [0.9, 2.6, 0.14] })
    for (const a of [0.24, 0.76]) l.lean('shield-and-swords', 'south', l.w * a, { y: 1.9, colour: blue })
    for (const k of [-0.4, -0.2, 0, 0.2, 0.4]) l.hang('ceiling-beam', 0, l.d * k, { size: [l.w, 0.42, 0.36], colour: '#43301f' })
    for (const [x, z] of [
      [-0.42, 0.06],
      [-0.42, -0.2],
      [0.42, -0.2],
    ] as const)
      l.put('barrel', l.w * x, l.d * z, 0, { colour: oak })
    l.lean('bench', 'west', l.d * 0.25, { colour: oak })
    l.mark('stand', [0, 0, north + 3.9], Math.PI, { group: 'throne' })
    l.mark('stand', [0, 0, north + 2.2], 0, { group: 'throne' })
    if (fire) l.mark('stand', [fire.position[0] - 1.4, 0, fire.position[2]], Math.PI / 2, { group: 'fire' })
    l.pair(-2.9, z0, 0, 1.3)
    l.pair(2.3, z0 - 2.6, 0.4, 1.2)
    l.pair(1.9, z0 + 0.3, 0.2, 1.2)
    l.pair(0, l.d / 2 - 1.9, Math.PI / 2, 1.2)
    l.pair(-2.6, north + 3.9, 0.5, 1.2)
  },
}

/** Recipes by kind. */
export const CASTLE: Readonly<Record<string, Recipe>> = { 'castle-hall': castleHall }
