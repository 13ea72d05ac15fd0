import { BULB, FIRE, type Recipe } from './recipe'

const LANTERN = { ...BULB, kind: 'table-lamp', kelvin: 2200, lumens: 700 } as const

/** Rock all round, a mouth to the daylight, a fire. */
const cave: Recipe = {
  size: (r) => [11 * r.range(0.95, 1.1), 12 * r.range(0.95, 1.1), 4.6],
  floor: 'sand',
  floorColour: () => '#6b5f4e',
  walls: 'concrete',
  wallColour: () => '#5d564c',
  ceiling: 'concrete',
  ceilingColour: () => '#5d5852',
  surroundings: 'hills',
  furnish: (l) => {
    l.opening('window', 'south', l.w / 2, 3.3, 2.5, 0)
    // A crawl that leads deeper.
    l.opening('arch', 'north', l.w * 0.24, 1.2, 1.9)
    l.put('cave-vault', 0, 0, 0, { size: [l.w, l.h, l.d], blocks: false, colour: '#7b7062' })
    l.mark('door', [0, 0, l.d / 2 - 1.1], Math.PI)
    // Rock where the vault comes down: nobody stands in it.
    for (const x of [-1, 1])
      for (const z of [-1, 1])
        l.put('rock', x * (l.w / 2 - 1.3), z * (l.d / 2 - 1.3), Math.PI / 4, { size: [2.6, 1.5, 1], colour: '#5f584e' })
    for (const x of [-1, 1])
      for (const z of [-2.2, 1.6]) l.put('rock', x * (l.w / 2 - 0.5), z, 0, { size: [0.9, 1, 2.6], colour: '#5f584e' })
    const fire = l.put('campfire', -0.5, 0.2, 0)
    l.lamp(fire, { ...FIRE, at: [0, 0.4, 0] })
    for (const [x, z, yaw] of [
      [-2.1, 0.5, Math.PI / 2 - 0.2],
      [1.1, -0.3, -Math.PI / 2 - 0.2],
      [-0.9, -1.5, 0.25],
    ] as const) {
      const seat = l.put('rock', x, z, yaw, { size: [0.95, 0.5, 0.8], colour: '#7d766b' })
      l.seat(seat, 0.46, 'fire')
    }
    for (const [x, z, h] of [
      [-3.2, -3.4, 1.5],
      [-2.6, -3.9, 0.8],
      [3.3, -3.1, 1.9],
      [3.7, -2.3, 0.9],
      [-3.9, 1.6, 0.7],
      [3.6, 2.6, 1.1],
    ] as const)
      l.put('stalagmite', x, z, 0, { size: [h * 0.42, h, h * 0.42] })
    for (const [x, z, h] of [
      [-2.3, -2.9, 1.4],
      [-1.5, -3.4, 0.9],
      [2.4, -2.6, 1.7],
      [1.5, -3.3, 1.1],
      [0.4, -2.4, 0.8],
      [-2.9, 0.8, 1.0],
      [2.9, 1.3, 1.2],
      [1.9, 0.4, 0.7],
      [-1.2, 2.3, 0.6],
    ] as const)
      l.put('stalactite', x, z, 0, { y: l.h - 0.5 - h, size: [h * 0.34, h, h * 0.34], blocks: false })
    for (const [x, z, w, h] of [
      [-4.3, -1.4, 1.5, 1.2],
      [4.4, 0.5, 1.4, 1.0],
      [2.6, 4.6, 1.6, 1.3],
      [-2.9, 4.4, 1.5, 1.1],
    ] as const)
      l.put('rock', x, z, x, { size: [w, h, w * 0.8], colour: '#6d675e' })
    for (const [x, z] of [
      [1.8, 2.2],
      [-2.4, 2.6],
      [0.6, -3.6],
      [-3.3, -0.4],
    ] as const)
      l.put('scree', x, z, x * 2, { size: [1.5, 0.16, 1.2] })
    const box = l.put('crate', 2.2, -1.6, 0.4, { colour: '#76593c' })
    l.lamp(l.on(box, 'lantern', 0, 0), { ...LANTERN, at: [0, 0.14, 0] })
    const bed = l.put('straw-heap', -2.8, -1.5, 0.3, { size: [1.2, 0.34, 1.8] })
    if (bed) l.mark('bed', [bed.position[0], 0, bed.position[2] + 0.2], Math.PI / 2, { of: bed.key, seatHeightM: 0.3 })
    l.mark('window', [0.5, 0, l.d / 2 - 0.9], 0)
    l.pair(1.2, 2.1, 1.2, 1.2)
    l.pair(-1.3, 2.9, 0.4, 1.2)
    l.pair(1.9, -2.9, 0.9, 1.1)
    l.mark('stand', [0.2, 0, 1.3], Math.PI)
  },
}

/** Under the slopes of a roof: trunks, things under sheets, a window in the gable. */
const attic: Recipe = {
  size: (r) => [6.8 * r.range(0.96, 1.08), 8.4 * r.range(0.96, 1.08), 3.5],
  floor: 'planks',
  floorColour: () => '#7d6850',
  walls: 'planks',
  wallColour: () => '#85715a',
  ceiling: 'planks',
  surroundings: 'suburb',
  furnish: (l) => {
    l.opening('door', 'south', l.w * 0.5, 0.9, 2.0)
    const win = l.opening('window', 'north', l.w * 0.5, 1.25, 1.35, 0.75)
    l.put('attic-roof', 0, 0, 0, { size: [l.w, l.h, l.d], blocks: false, colour: '#765c43' })
    const side = l.w / 2 - 0.62
    for (const [prop, s, z, yaw] of [
      ['travel-trunk', -1, -2.2, Math.PI / 2],
      ['cartons', -1, -0.6, Math.PI / 2],
      ['sheeted-chest', -1, 1.2, Math.PI / 2],
      ['cartons', -1, 2.9, Math.PI / 2],
      ['travel-trunk', 1, 0.9, -Math.PI / 2],
      ['cartons', 1, 2.4, -Math.PI / 2],
      ['sheeted-chest', 1, -2.4, -Math.PI / 2],
    ] as const)
      l.put(prop, s * side, z, yaw)
    const chair = l.put('sheeted-chair', 1.15, -1.1, -0.7)
    l.seat(chair, 0.46)
    const trunk = l.put('travel-trunk', -0.75, -1.5, 0.35, { colour: '#4f5a52' })
    l.seat(trunk, 0.5)
    l.clutter(trunk, ['book-stack'])
    const stool = l.put('stool', 0.35, 0.3, 0, { size: [0.38, 0.48, 0.38] })
    l.seat(stool, 0.48)
    l.put('dress-form', -1.5, 2.1, 0.4)
    l.put('suitcase', 1.3, 0.9, 0.3)
    l.put('floor-lamp', 1.4, 1.9, 0)
    l.put('rug', 0, -0.6, 0.1, { colour: '#7a4a3c', accent: '#b9a070' })
    l.lamp(l.hang('pendant', 0, 0.7, { size: [0.22, 1.0, 0.22], colour: '#c9bd9c' }), { ...BULB, lumens: 620, at: [0, 0.1, 0] })
    l.windowMark(win)
    l.before(trunk)
    l.pair(0.1, 1.6, Math.PI / 2, 1.2)
    l.pair(0.1, -2.5, Math.PI / 2, 1.1)
    l.pair(0.6, 2.9, 0.8, 1.1)
    l.mark('stand', [0, 0, -0.5], Math.PI)
  },
}

/** Under the house: steps down, boiler and pipes, one bulb, boxes, a high small window. */
const basement: Recipe = {
  size: (r) => [7 * r.range(0.96, 1.1), 6.4 * r.range(0.96, 1.08), 2.75],
  floor: 'concrete',
  floorColour: () => '#6f6b64',
  walls: { rustic: 'stone', classic: 'brick', civic: 'concrete', modern: 'concrete' },
  wallColour: () => '#8a8378',
  dado: { heightM: 1.0, kind: 'concrete', styles: ['industrial', 'modern'] },
  ceiling: 'planks',
  ceilingColour: () => '#6a5843',
  surroundings: 'suburb',
  furnish: (l) => {
    l.opening('door', 'south', l.w * 0.78, 0.95, 2.05)
    l.opening('window', 'north', l.w * 0.3, 0.95, 0.5, 2.0)
    l.opening('window', 'west', l.d * 0.35, 0.95, 0.5, 2.0)
    l.put('stair-flight', l.w / 2 - 0.75, -l.d / 2 + 1.85, 0, { size: [1.15, l.h, 3.4], colour: '#6d5842' })
    const boiler = l.lean('boiler', 'north', l.w * 0.62, { size: [1.0, l.h - 0.02, 1.0], gap: 0.12 })
    l.lamp(boiler, { ...FIRE, lumens: 120, at: [0, 0.5, 0.6] })
    l.lean('pipe-run', 'west', l.d * 0.7, { y: 1.6, size: [2.6, 0.5, 0.22] })
    l.lean('pipe-run', 'south', l.w * 0.6, { y: 2.2, size: [2.4, 0.4, 0.2] })
    l.lean('fuse-box', 'south', l.w * 0.56, { y: 1.3 })
    const bench = l.lean('workbench', 'west', l.d * 0.64, { colour: l.pal.wood, size: [1.9, 0.9, 0.66] })
    l.clutter(bench, ['toolbox', 'jars', 'radio', 'candle'])
    l.lean('shelving-rack', 'north', l.w * 0.25, { size: [1.9, 1.85, 0.5], accent: l.pal.accent2 })
    for (const [prop, x, z, yaw] of [
      ['cartons', -0.34, 0.38, Math.PI],
      ['cartons', -0.08, 0.4, Math.PI + 0.2],
      ['barrel', -0.42, -0.22, 0],
      ['sacks', -0.4, -0.06, 1.4],
      ['bicycle', 0.4, 0.22, 0.2],
      ['travel-trunk', 0.1, -0.12, 0.5],
    ] as const)
      l.put(prop, l.w * x, l.d * z, yaw)
    const crate = l.put('crate', -l.w * 0.08, l.d * 0.08, 0.3, { colour: '#76593c' })
    l.seat(crate, 0.5)
    const chair = l.put('chair', l.w * 0.1, l.d * 0.16, -1.1, { colour: l.pal.wood })
    l.seat(chair, 0.46)
    l.lamp(l.hang('pendant', -0.2, 0.1, { size: [0.16, 0.62, 0.16], colour: '#b9b09c' }), { ...BULB, lumens: 1500, at: [0, 0.06, 0] })
    for (const z of [-0.3, -0.02, 0.26]) l.hang('ceiling-beam', 0, z * l.d, { size: [l.w, 0.2, 0.14], colour: '#5d4a36' })
    l.before(bench)
    l.before(boiler, 0.45)
    l.mark('stand', [l.w / 2 - 0.75, 0, -l.d / 2 + 3.95], Math.PI)
    l.pair(0.2, 1.9, 1.2, 1.2)
    l.pair(-0.9, -0.9, 0.9, 1.2)
    l.pair(0.9, 0.4, 0.2, 1.1)
  },
}

/** Canvas on poles: camp beds, a table of maps, a lantern, the flap thrown back. */
const campTent: Recipe = {
  size: (r) => [4.8 * r.range(0.97, 1.06), 6 * r.range(0.97, 1.06), 3],
  floor: 'grass',
  floorColour: () => '#6e6a48',
  walls: 'fabric',
  wallColour: () => '#a09270',
  ceiling: 'fabric',
  ceilingColour: () => '#a09270',
  surroundings: 'fields',
  furnish: (l) => {
    l.opening('window', 'south', l.w / 2, 1.7, 2.1, 0)
    l.opening('arch', 'north', l.w * 0.5, 0.9, 1.7)
    l.put('canvas-roof', 0, 0, 0, { size: [l.w, l.h, l.d], blocks: false, colour: '#a89a78' })
    l.mark('door', [0.55, 0, l.d / 2 - 0.7], Math.PI)
    l.put('zone-planks', 0, 0, 0, { size: [1.6, 0.02, l.d], colour: '#7a6a50' })
    for (const [x, z] of [
      [-l.w / 2 + 0.7, -1.5],
      [l.w / 2 - 0.7, -1.5],
    ] as const) {
      const bed = l.put('camp-bed', x, z, 0)
      if (bed) l.mark('bed', [bed.position[0], 0, bed.position[2] + 0.2], Math.PI / 2, { of: bed.key, seatHeightM: 0.44 })
      l.seat(bed, 0.44, undefined, x < 0 ? 0.16 : -0.16, 0.5)
    }
    const table = l.put('table', -l.w / 2 + 0.75, 1.1, Math.PI / 2, { size: [1.3, 0.74, 0.7], colour: '#76603f' })
    l.clutter(table, ['papers', 'cup'])
    l.lamp(l.on(table, 'lantern', 0.3, 0.05), { ...LANTERN, at: [0, 0.14, 0] })
    const stool = l.put('stool', -l.w / 2 + 1.5, 1.1, -Math.PI / 2, { size: [0.38, 0.46, 0.38] })
    l.seat(stool, 0.46)
    for (const z of [0.6, 1.3]) {
      const box = l.put('supply-box', l.w / 2 - 0.55, z, -Math.PI / 2)
      l.seat(box, 0.42)
    }
    l.put('sacks', l.w / 2 - 0.6, 2.2, -Math.PI / 2, { size: [0.8, 0.5, 0.6] })
    l.put('satchel', -l.w / 2 + 0.5, 2.1, 0.4)
    l.lamp(l.put('lantern', 0.12, 0.6, 0, { y: 2.0, size: [0.18, 0.3, 0.18], blocks: false }), {
      ...LANTERN,
      lumens: 900,
      at: [0, 0.14, 0],
    })
    l.mark('window', [-0.5, 0, l.d / 2 - 0.9], 0)
    l.pair(0.5, -0.4, 0.1, 1.1)
    l.pair(0.55, 1.4, 0.2, 1.1)
    l.mark('stand', [-0.5, 0, -0.4], Math.PI / 2)
    l.mark('stand', [0.5, 0, -1.9], 0)
  },
}

/** Where cars are mended: one on the lift, one on the floor, benches, tools on the wall, roller door. */
const garage: Recipe = {
  size: (r) => [11 * r.range(0.97, 1.08), 9.4 * r.range(0.97, 1.08), 4.6],
  floor: 'concrete',
  floorColour: () => '#6c6a66',
  walls: { industrial: 'brick', classic: 'brick', rustic: 'brick', modern: 'concrete', civic: 'concrete' },
  wallColour: () => '#a39a8a',
  dado: { heightM: 1.3, kind: 'plaster' },
  ceiling: 'metal',
  ceilingColour: () => '#77797a',
  surroundings: 'street',
  furnish: (l) => {
    l.opening('door', 'south', l.w * 0.13, 0.95, 2.1)
    const win = l.opening('window', 'west', l.d * 0.5, 2.4, 1.3, 1.5)
    l.opening('window', 'south', l.w * 0.6, 2.6, 0.9, 3.3)
    l.lean('roller-door', 'south', l.w * 0.6, { exact: true, size: [3.6, 3.0, 0.14], colour: '#8d9a96' })
    l.put('car-lift', l.w * 0.2, -0.7, 0, { colour: l.rnd.pick(['#7d3a34', '#3f5560', '#8d8a80']) })
    l.put('car', -l.w * 0.2, -0.5, 0.06, { colour: l.rnd.pick(['#5f7d78', '#a8894f', '#6a5a4a']) })
    const bench = l.lean('workbench', 'north', l.w * 0.35, { colour: l.pal.wood, size: [2.4, 0.92, 0.7] })
    l.clutter(bench, ['toolbox', 'jars', 'radio', 'papers', 'wrench'])
    l.lean('tool-wall', 'north', l.w * 0.35, { y: 1.15, size: [2.6, 1.5, 0.16] })
    const bench2 = l.lean('workbench', 'east', l.d * 0.3, { colour: l.pal.wood })
    l.clutter(bench2, ['toolbox', 'cup', 'telephone'])
    l.lean('tool-wall', 'east', l.d * 0.3, { y: 1.15, size: [1.9, 1.4, 0.16] })
    l.put('tool-chest', 0.1, -1.9, 0)
    for (const [x, z, h] of [
      [-0.44, -0.4, 1.0],
      [-0.36, -0.42, 0.6],
      [0.44, 0.3, 0.8],
      [0.44, 0.38, 1.0],
      [-0.05, 0.22, 0.4],
    ] as const)
      l.put('tyre-stack', l.w * x, l.d * z, 0, { size: [0.66, h, 0.66] })
    l.put('drum', -l.w * 0.44, l.d * 0.1, 0, { colour: '#3f5a6a' })
    l.put('drum', -l.w * 0.44, l.d * 0.18, 0, { colour: '#8d3a2c' })
    l.lean('gas-bottles', 'east', l.d * 0.6, {})
    l.lean('locker', 'west', l.d * 0.85, {})
    l.lean('wall-clock', 'north', l.w * 0.66, { y: 2.6, size: [0.42, 0.42, 0.08] })
    l.lean('map', 'west', l.d * 0.2, { y: 1.5, colour: '#b9a478' })
    l.lean('shelving-rack', 'north', l.w * 0.82, { size: [2.2, 2.4, 0.6], accent: l.pal.accent2 })
    for (const [x, z] of [
      [-0.2, -0.25],
      [0.2, -0.25],
      [-0.2, 0.25],
      [0.2, 0.25],
    ] as const)
      l.lamp(l.hang('ceiling-panel', x * l.w, z * l.d, { size: [1.5, 0.08, 0.3] }), {
        kind: 'ceiling-panel',
        kelvin: 4400,
        lumens: 2400,
        flicker: x < 0 && z > 0 ? 'fluorescent' : 'none',
        direction: [0, -1, 0],
        at: [0, 0, 0],
      })
    const stool = l.put('stool', l.w * 0.02, l.d * 0.02, 0.4, { size: [0.38, 0.52, 0.38] })
    l.seat(stool, 0.52)
    const crate = l.put('crate', l.w * 0.03, l.d * 0.32, 0.3)
    l.seat(crate, 0.5)
    l.before(bench)
    l.before(bench2)
    l.windowMark(win)
    l.mark('stand', [-l.w * 0.2, 0, l.d / 2 - 1.5], Math.PI)
    l.mark('stand', [l.w * 0.2, 0, 1.9], Math.PI)
    l.pair(0.2, 0.9, 0.2, 1.2)
    l.pair(0.4, l.d * 0.4, Math.PI / 2, 1.3)
    l.pair(-l.w * 0.36, 2.5, 0.7, 1.2)
  },
}

/** Recipes by kind. */
export const HIDDEN_ROOMS: Readonly<Record<string, Recipe>> = { cave, attic, basement, 'camp-tent': campTent, garage }
