import { openMarks, strew } from './outdoors-land'
import { FIRE, type Recipe } from './recipe'

/** A castle from before its gate: the road up to it, curtain walls and towers, the keep above them. */
const castle: Recipe = {
  size: () => [34, 30, 0],
  floor: 'grass',
  floorColour: () => '#666d42',
  surroundings: 'hills',
  furnish: (l) => {
    const stone = l.rnd.pick(['#8f8676', '#98907f', '#857f76'])
    const accent = l.rnd.pick(['#4d5560', '#5c463c', '#4a5246'])
    l.put('zone-gravel', 0, 1.8, 0, { size: [3.6, 0.02, 26.4], colour: '#8d8069' })
    l.outside('castle-gate', 0, -13.2, 0, { size: [9.4, 9.6, 5], colour: stone, accent: l.pal.accent })
    for (const side of [-1, 1]) {
      l.outside('castle-wall', side * 8.5, -13.6, 0, { size: [7.5, 6.6, 1.6], colour: stone })
      l.outside('castle-tower', side * 14.8, -13.2, 0, { size: [5, side < 0 ? 13.5 : 10, 5], colour: stone, accent })
      l.outside('castle-wall', side * 21.1, -15.4, side * -0.28, { size: [6.6, 6.2, 1.6], colour: stone })
      l.outside('castle-tower', side * 27, -17.6, 0, { size: [4.6, side < 0 ? 9 : 12.5, 4.6], colour: stone, accent })
      l.lamp(l.put('fire-basket', side * 3.1, -8.6, side), { ...FIRE, lumens: 1400, at: [0, 1.2, 0] })
    }
    l.outside('castle-keep', -3.4, -25.5, 0.06, { size: [11, 19, 10], colour: stone, accent })
    l.keepClear(0, -9, 3.4, 2.6)
    l.mark('door', [0, 0, -9.2], 0)
    for (const [x, z, yaw] of [
      [-5.4, 6.6, 0.05],
      [5.6, 8.2, -0.04],
      [8.7, 8.1, 0.03],
    ] as const)
      l.put('stone-wall', x, z, yaw, { colour: stone })
    const block = l.put('stone-wall', 4.2, -3.4, 0.5, { size: [1.4, 0.48, 0.7], colour: stone })
    l.seat(block, 0.46)
    l.put('cart', -6.4, -5.4, 0.8, { colour: l.pal.wood })
    l.put('hay-bale', -8.4, -6.2, 0.3)
    l.put('barrel', 6.2, -9.4, 0)
    l.put('crate-stack', 8, -9.6, -0.2)
    l.put('tree', 11.6, 3.4, 0, { size: [1.1, 8.4, 1.1] })
    l.put('tree', -13, 6.4, 0, { size: [1, 7.6, 1] })
    openMarks(l)
    strew(l, ['bush', 'rock', 'rock', 'grass-tufts'], 20, 9, { scale: [0.5, 1.1] })
    for (let i = 0; i < 30; i++) l.put('grass-tufts', l.rnd.range(-16, 16), l.rnd.range(-10, 14), i)
  },
}

/** A face of rock with the mouth of a cave in it, the path that leads there, pines. */
const caveMouth: Recipe = {
  size: () => [30, 28, 0],
  floor: 'grass',
  floorColour: () => '#646846',
  surroundings: 'hills',
  furnish: (l) => {
    const rock = l.rnd.pick(['#7d776c', '#857b6c', '#757470'])
    l.put('zone-gravel', 0.2, 2.4, 0, { size: [2.6, 0.02, 22.8], colour: '#857a66' })
    l.outside('cave-front', 0, -12.6, 0, { size: [26, 12, 6], colour: rock })
    l.keepClear(0, -7.6, 3.2, 3.4)
    l.mark('door', [0, 0, -8.6], 0)
    for (const [x, z, w, h] of [
      [-3.6, -7, 2.2, 1.5],
      [3.9, -6.6, 2.8, 2],
      [-8, -6.2, 3.4, 2.4],
      [9, -6, 3, 2.6],
    ] as const)
      l.put('rock', x, z, x, { size: [w, h, w * 0.8], colour: rock })
    for (const [x, z] of [
      [-2, -5.6],
      [1.8, -6],
      [5.6, -3.8],
    ] as const)
      l.put('scree', x, z, x * 2, { size: [1.7, 0.16, 1.3], colour: rock })
    const seat = l.put('rock', 2.8, 1.8, 0.2, { size: [1, 0.5, 0.8], colour: rock })
    l.seat(seat, 0.48)
    const log = l.put('log', -3.4, -1.6, 0.5)
    l.seat(log, 0.45, undefined, 0.4)
    for (const [x, z, h] of [
      [-10.6, -3.2, 8.4],
      [11.4, -2.4, 9.6],
      [-12.6, 3.4, 7.2],
      [12.8, 5.4, 8],
    ] as const)
      l.put('pine', x, z, x, { size: [0.9, h, 0.9] })
    openMarks(l)
    l.pair(0.2, -5.2, Math.PI / 2, 1.3)
    l.mark('window', [0.4, 0, -8.2], Math.PI)
    strew(l, ['pine', 'rock', 'bush'], 16, 8.5, { scale: [0.5, 1.2] })
    strew(l, ['grass-tufts'], 24, 2.5)
  },
}

/** Recipes by kind. */
export const HEIGHTS: Readonly<Record<string, Recipe>> = { castle, 'cave-mouth': caveMouth }
