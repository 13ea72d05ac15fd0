import { openMarks, strew } from './outdoors-land'
import { type Recipe, STREET_LAMP } from './recipe'

/** A bridge of stone over a river: a road between two pavements, parapets, lamps. */
const bridge: Recipe = {
  size: () => [9, 40, 0],
  floor: 'stone',
  floorColour: () => '#8a8376',
  surroundings: 'river',
  furnish: (l) => {
    const stone = l.rnd.pick(['#948b7c', '#9a8f7c', '#88827a'])
    l.put('zone-road', 0, 0, 0, { size: [4.8, 0.02, 40], colour: '#57585c' })
    for (const x of [-3.2, 3.2]) l.put('zone-paving', x, 0, 0, { size: [1.7, 0.02, 40], colour: '#918a7e' })
    for (const side of [-1, 1]) {
      for (const z of [-16, -8, 0, 8, 16]) l.put('stone-wall', side * 4.2, z, Math.PI / 2, { size: [7.3, 0.92, 0.4], colour: stone })
      for (const z of [-12, -4, 4, 12]) l.put('stone-wall', side * 4.15, z, 0, { size: [0.6, 1.3, 0.6], colour: stone })
      for (const z of [-12, 4]) l.lamp(l.put('lamp-post', side * 3.7, z + side * 4 - 0.6, 0), { ...STREET_LAMP, at: [0, 3.9, 0] })
    }
    for (const z of [-8, 1, 9]) l.pair(-3.1, z, 0.1, 1.2)
    l.pair(0, -2.4, Math.PI / 2, 1.4)
    for (const [x, z, yaw] of [
      [-3.1, 19, Math.PI],
      [3.1, -19, 0],
      [0, 19, Math.PI],
    ] as const)
      l.mark('edge', [x, 0, z], yaw)
    for (const [x, z] of [
      [3.5, -1],
      [-3.5, 5],
    ] as const)
      l.mark('stand', [x, 0, z], (Math.sign(x) * Math.PI) / 2)
  },
}

/** The bank of a lake or a slow river: grass, pebbles, a jetty, a boat drawn up. */
const lakeside: Recipe = {
  size: () => [34, 26, 0],
  floor: 'grass',
  floorColour: () => '#697140',
  surroundings: 'lake',
  furnish: (l) => {
    l.put('zone-sand', 0, -11.6, 0, { size: [34, 0.02, 2.8], colour: '#8f8264' })
    l.put('zone-gravel', 0, -9.6, 0, { size: [34, 0.02, 1.2], colour: '#857d6a' })
    l.put('zone-planks', 4, -11, 0, { size: [2, 0.02, 4], colour: '#77674f' })
    l.outside('jetty', 4, -16.4, 0, { size: [2, 0.9, 7.2] })
    l.put('boat', -4.6, -10.4, 0.5, { colour: '#5f7472', accent: '#c0b494' })
    // Afloat: the water lies lower than the bank.
    l.outside('boat', 7.4, -16.6, 0.2, { y: -0.4, colour: '#8a4f3e', accent: '#c0b494' })
    const log = l.put('log', -2.6, -4.6, 0.2)
    l.seat(log, 0.45, 'log', -0.6)
    l.seat(log, 0.45, 'log', 0.6)
    const bench = l.put('park-bench', 7, -4.4, Math.PI, { colour: l.pal.wood })
    l.seat(bench, 0.45, undefined, -0.35, 0.02)
    l.seat(bench, 0.45, undefined, 0.35, 0.02)
    for (const [x, z] of [
      [-11, -5],
      [-13, 4],
      [12.6, -5.4],
      [10.4, 6],
      [-6, 9.6],
    ] as const)
      l.put('tree', x, z, 0, { size: [1.1, l.rnd.range(6.5, 9), 1.1] })
    for (const x of [-15, -12.4, -9.6, 12, 14.6]) l.put('reeds', x, -11.8, x, { size: [1.1, 1.4, 0.9] })
    strew(l, ['rock', 'bush', 'bush', 'stump'], 14, 7.5, { scale: [0.5, 1.1] })
    strew(l, ['grass-tufts'], 40, 3)
    openMarks(l)
    l.mark('stand', [4, 0, -12.2], Math.PI)
    l.mark('edge', [0, 0, -9], Math.PI)
  },
}

/** A fall over a face of rock into its pool, wet stones and trees about it. */
const waterfall: Recipe = {
  size: () => [30, 26, 0],
  floor: 'grass',
  floorColour: () => '#5b653a',
  surroundings: 'hills',
  furnish: (l) => {
    const rock = l.rnd.pick(['#6f6e69', '#767067', '#66686a'])
    l.outside('waterfall', 0, -16.1, 0, { size: [34, 13.5, 6.5], colour: rock })
    l.put('zone-gravel', 0.6, -3.2, 0, { size: [17, 0.02, 3.4], colour: '#7b7668' })
    l.put('plunge-pool', 0, -8.75, 0, { size: [15, 0.1, 8], colour: '#3f6468' })
    for (const [x, z, w, h] of [
      [-8.6, -7.4, 2.4, 1.7],
      [8.8, -8, 2.8, 2.1],
      [-7.9, -4.7, 1.6, 0.8],
      [8.2, -4.5, 1.9, 1.1],
      [-10.8, -10, 3, 2.6],
      [11.2, -10.6, 3.2, 3],
      [-4.6, -3.6, 1.1, 0.45],
      [5.2, -3.4, 0.9, 0.4],
    ] as const)
      l.put('rock', x, z, x, { size: [w, h, w * 0.85], colour: rock })
    const flat = l.put('rock', -1.9, -3.5, 0.2, { size: [1.3, 0.5, 0.95], colour: rock })
    l.seat(flat, 0.48)
    const log = l.put('log', 4.4, -0.4, -0.5)
    l.seat(log, 0.45, 'log', -0.5)
    l.seat(log, 0.45, 'log', 0.5)
    for (const [x, z, h] of [
      [-12.4, -4, 9.4],
      [12.6, -3.4, 10.4],
    ] as const)
      l.put(x < 0 ? 'pine' : 'tree', x, z, x, { size: [1, h, 1] })
    for (const x of [-7.2, -6.2, 6.6, 7.4]) l.put('reeds', x, -4.3, x, { size: [0.9, 0.9, 0.7] })
    openMarks(l)
    l.pair(0.4, -2.4, Math.PI / 2, 1.3)
    l.mark('stand', [0.9, 0, -3.9], Math.PI)
    strew(l, ['bush', 'rock', 'bush', 'stump'], 16, 8.5, { scale: [0.5, 1.1] })
    strew(l, ['grass-tufts'], 34, 2.5)
  },
}

/** Places by still and running water. */
export const WATERS: Readonly<Record<string, Recipe>> = { bridge, lakeside, waterfall }
