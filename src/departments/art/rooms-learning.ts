import { BULB, type Recipe, SCREEN, SHADE } from './recipe'
import { homely } from './rooms-home'
import { ceilingLights } from './rooms-work'

const library: Recipe = {
  size: (r) => [12 * r.range(0.99, 1.05), 9.6 * r.range(0.99, 1.05), 4.3],
  floor: { modern: 'fabric', 'sci-fi': 'metal', rustic: 'planks', classic: 'wood', civic: 'wood' },
  floorColour: () => '#6d5039',
  walls: { 'sci-fi': 'metal' },
  wallColour: () => '#a89d80',
  surroundings: { ...homely, classic: 'courtyard', civic: 'courtyard', modern: 'street' },
  furnish: (l) => {
    const wood = '#543824'
    const north = -l.d / 2
    l.opening('door', 'south', l.w * 0.84, 1.4, 2.4)
    const [win] = [0.2, 0.5, 0.8].map((a) => l.opening('window', 'west', l.d * a, 1.3, 2.6, 0.95))
    // The whole end wall is books, with a ladder on wheels before it.
    const bay = (l.w - 0.3) / 3
    for (const i of [-1, 0, 1]) l.put('library-wall', i * bay, north + 0.19, 0, { size: [bay - 0.02, 3.2, 0.34], colour: wood })
    l.put('library-ladder', -1.1, north + 0.86, 0)
    // Stacks with aisles between them.
    for (const z of [-1.75, 0.1, 1.95]) l.put('library-stack', l.w / 2 - 2.35, z, 0, { colour: wood })
    // Long tables under green lamps.
    for (const z of [-1.55, 1.25]) {
      const table = l.put('table', -2.35, z, 0, { size: [2.6, 0.76, 1.05], colour: wood })
      l.seatsAt(table, 'chair', 0.46, ['front', 'back'], { colour: wood, accent: l.pal.cloth, each: 2 })
      for (const dx of [-0.62, 0.62])
        l.lamp(l.on(table, 'reading-lamp', dx, 0, 0), { ...SHADE, kelvin: 2800, lumens: 420, at: [0, 0.28, 0] })
      l.on(table, 'book-stack', 0.05, 0.1, 0.4)
      l.on(table, 'book', -0.95, 0.3, 0.2)
      l.on(table, 'papers', 0.95, -0.3, -0.2)
    }
    const south = l.d / 2
    for (const i of [0, 1])
      l.put('library-wall', l.w / 2 - 1.65 - i * 3.06, south - 0.19, Math.PI, { size: [3.04, 2.45, 0.34], colour: wood })
    // The other end of that wall, under pictures.
    for (const i of [0, 1])
      l.put('library-wall', -l.w / 2 + 1.6 + i * 2.9, south - 0.19, Math.PI, { size: [2.86, 2.45, 0.34], colour: wood })
    const desk = l.put('desk', 1.35, south - 1.85, Math.PI, { size: [1.9, 0.78, 0.8], colour: wood })
    l.seat(l.put('office-chair', 1.35, south - 1.1, Math.PI, { colour: '#4c3a30', size: [0.54, 1, 0.54] }), 0.48, 'librarian')
    l.lamp(l.on(desk, 'reading-lamp', 0.66, -0.1, 0), { ...SHADE, kelvin: 2800, lumens: 420, at: [0, 0.28, 0] })
    l.on(desk, 'book-stack', -0.66, 0, 0.2)
    l.on(desk, 'papers', 0, -0.05)
    l.on(desk, 'telephone', -0.3, -0.12, Math.PI)
    l.lean('card-catalogue', 'west', l.d * 0.35, { colour: wood })
    const globe = l.put('side-table', -l.w / 2 + 0.5, l.d * 0.15, 0, { colour: wood })
    l.on(globe, 'globe')
    const rest = l.put('armchair', -l.w / 2 + 0.75, north + 1.25, 0.9, { colour: '#6a3a2c' })
    l.seat(rest, 0.44)
    l.put('rug', -2.35, -0.15, 0, { size: [4.6, 0.02, 5], colour: '#6e3630', accent: l.pal.accent })
    l.lean('wall-clock', 'south', l.w * 0.5, { y: 2.75, size: [0.5, 0.5, 0.09] })
    for (const [x, z] of [
      [-2.35, -0.2],
      [1.5, -2.4],
      [1.5, 2.4],
      [l.w / 2 - 2.35, 0.95],
    ] as const)
      l.lamp(l.hang('pendant', x, z, { colour: '#a5834a', size: [0.55, l.h - 2.7, 0.55] }), {
        ...BULB,
        lumens: 1300,
        kelvin: 2800,
        at: [0, 0.1, 0],
      })
    if (win) l.windowMark(win)
    l.mark('counter', [-2.2, 0, north + 0.75], Math.PI)
    l.mark('stand', [l.w / 2 - 2.1, 0, -0.85], Math.PI)
    l.pair(0.3, 0.1, 0.3, 1.1)
    l.pair(1.35, south - 2.75, Math.PI / 2, 1)
    l.pair(l.w / 2 - 2.2, 1.02, Math.PI / 2, 1.1)
    l.pair(0.6, north + 1.4, Math.PI / 2, 1.1)
  },
}

const laboratory: Recipe = {
  size: (r) => [9.4 * r.range(0.98, 1.05), 7.4 * r.range(0.98, 1.05), 3],
  floor: { rustic: 'planks', classic: 'tile', modern: 'tile', civic: 'tile', 'sci-fi': 'metal', industrial: 'concrete' },
  floorColour: () => '#83888a',
  walls: { 'sci-fi': 'metal', industrial: 'tile' },
  wallColour: () => '#b3b7b0',
  dado: { heightM: 1.5, kind: 'tile', colour: () => '#c3c8c2', styles: ['civic', 'classic', 'modern'] },
  surroundings: { ...homely, modern: 'skyline', civic: 'courtyard' },
  furnish: (l) => {
    const north = -l.d / 2
    const body = l.pal.metal
    l.opening('door', 'south', l.w * 0.2, 1.05, 2.1)
    const win = l.opening('window', 'east', l.d * 0.42, 2.6, 1.5, 1.05)
    l.opening('window', 'north', l.w * 0.72, 2.4, 1.3, 1.2)
    l.lamp(l.lean('fume-hood', 'north', l.w * 0.22, { size: [1.9, l.h - 0.02, 0.85], exact: true }), {
      kind: 'strip',
      kelvin: 4600,
      lumens: 900,
      flicker: 'none',
      at: [0, 1.85, 0.1],
    })
    const back = l.lean('lab-bench', 'north', l.w * 0.66, { size: [4.4, 0.9, 0.7], exact: true, colour: body })
    l.on(back, 'glassware', -1.4, -0.05)
    l.on(back, 'microscope', -0.35, 0, 0)
    l.lamp(l.on(back, 'monitor', 0.55, -0.12, 0), { ...SCREEN, lumens: 160, at: [0, 0.28, 0.1] })
    l.on(back, 'glassware', 1.55, -0.05)
    const seated = back
      ? l.put('stool', back.position[0] - 0.35, back.position[2] + 0.66, Math.PI, { size: [0.38, 0.62, 0.38] })
      : undefined
    l.seat(seated, 0.62, 'bench')
    // An island that two can work at from both sides.
    const island = l.put('lab-bench', 0.25, 0.55, 0, { size: [3.4, 0.9, 1.5], colour: body })
    for (const [dx, dz] of [
      [-1.2, 0.5],
      [0.95, -0.5],
    ] as const)
      l.on(island, 'glassware', dx, dz)
    l.on(island, 'microscope', -0.75, -0.48, Math.PI)
    l.on(island, 'microscope', 0.75, 0.48)
    l.on(island, 'papers', 0.1, 0.52, 0.2)
    l.on(island, 'laptop', -0.25, -0.5, Math.PI)
    if (island)
      for (const [x, z, yaw] of [
        [0.75, 1.06, Math.PI],
        [-0.75, 1.06, Math.PI],
        [0.75, -1.06, 0],
        [-0.75, -1.06, 0],
      ] as const) {
        const s = l.put('stool', island.position[0] + x, island.position[2] + z, yaw, { size: [0.38, 0.62, 0.38] })
        l.seat(s, 0.62, 'island')
      }
    const side = l.lean('lab-bench', 'west', l.d * 0.55, { size: [2.6, 0.9, 0.66], colour: body })
    l.on(side, 'glassware', -0.7, 0)
    l.on(side, 'jars', 0.5, -0.1)
    l.lean('wall-shelf', 'west', l.d * 0.55, { y: 1.5, size: [2.2, 0.4, 0.24], colour: '#8c9498' })
    l.lean('fridge', 'south', l.w * 0.42, { colour: '#c2c5c0', size: [0.75, 1.85, 0.7] })
    l.lean('filing-cabinet', 'south', l.w * 0.56)
    l.lean('whiteboard', 'south', l.w * 0.76, { y: 1.0, size: [2.4, 1.2, 0.06] })
    l.lean('gas-bottles', 'east', l.d * 0.86)
    l.lean('basin', 'east', l.d * 0.12)
    l.lean('map', 'west', l.d * 0.2, { y: 1.3, size: [0.8, 1.1, 0.02] })
    l.lean('coat-hooks', 'west', l.d * 0.86, { y: 0.95, accent: '#c9ccc4' })
    l.lean('wall-clock', 'south', l.w * 0.5, { y: 2.25 })
    l.put('waste-bin', l.w / 2 - 0.3, l.d * 0.1, 0)
    ceilingLights(l, 3, 2, { lumens: 1700, kelvin: 4300 })
    l.windowMark(win)
    l.before(side)
    l.mark('counter', [-l.w * 0.28, 0, north + 1.3], Math.PI)
    l.pair(0.2, l.d / 2 - 1.1, Math.PI / 2, 1.1)
    l.pair(l.w / 2 - 1.2, 0.5, 0.3, 1.1)
    l.pair(-l.w * 0.29, 0.2, 0.2, 1.1)
  },
}

/** Recipes by kind. */
export const LEARNING: Readonly<Record<string, Recipe>> = { library, laboratory }
