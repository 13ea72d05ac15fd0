import { openMarks, strew } from './outdoors-land'
import { FIRE, type Recipe } from './recipe'

/** What is left of an abbey: walls, an arch, a row of columns, fallen stone, grass. */
const ruins: Recipe = {
  size: () => [30, 28, 0],
  floor: 'grass',
  floorColour: () => '#6a7044',
  surroundings: 'hills',
  furnish: (l) => {
    const stone = l.rnd.pick(['#9a9080', '#a3957c', '#8d887e'])
    l.put('zone-paving', 0, -2, 0, { size: [7.2, 0.02, 13], colour: '#8b8474' })
    l.put('ruin-arch', 0, -9.6, 0, { size: [6.4, 6.4, 1.1], colour: stone, blocks: false })
    // Only its piers stand in the way.
    for (const x of [-2.56, 2.56]) l.keepClear(x, -9.6, 1.3, 1.1)
    for (const [x, w, h] of [
      [-7, 6.4, 4.6],
      [7.2, 6.6, 3.8],
      [-12.4, 4, 2.2],
      [12.6, 4, 1.6],
    ] as const)
      l.put('ruin-wall', x, -9.7, 0, { size: [w, h, 0.9], colour: stone })
    for (const [z, h] of [
      [-5.6, 4.4],
      [-1.2, 3.2],
      [4.4, 1.9],
    ] as const)
      l.put('ruin-wall', -11.4, z, Math.PI / 2, { size: [4.2, h, 0.9], colour: stone })
    l.put('ruin-wall', 11.6, 3, Math.PI / 2, { size: [5, 2.6, 0.9], colour: stone })
    for (const [x, z, h] of [
      [-4.3, -6.4, 4.4],
      [4.3, -6.4, 3.1],
      [-4.3, -2.8, 2.2],
      [4.3, -2.8, 4.6],
      [-4.3, 0.8, 3.7],
      [4.3, 0.8, 1.1],
      [-4.3, 4.4, 0.9],
      [4.3, 4.4, 2.4],
    ] as const)
      l.put('broken-column', x, z, 0, { size: [0.95, h, 0.95], colour: stone })
    for (const [x, z] of [
      [-8.4, -7.6],
      [8, -7.8],
      [-9.6, 1.8],
      [6.8, 4.2],
      [-6.8, 5.6],
      [2.6, -7.4],
      [9.7, 6.6],
    ] as const)
      l.put('rubble', x, z, x, { size: [2.0, 0.6, 1.7], colour: stone })
    for (const [x, z, yaw] of [
      [-1.7, -2.3, 0.4],
      [1.9, 2.2, -0.9],
    ] as const) {
      const block = l.put('stone-wall', x, z, yaw, { size: [1.3, 0.48, 0.6], colour: stone })
      l.seat(block, 0.46)
    }
    l.put('tree', 8.8, -4.4, 0, { size: [1.1, 8.2, 1.1] })
    l.put('tree', -13, 8.6, 0, { size: [1.1, 7.4, 1.1] })
    for (let i = 0; i < 46; i++) l.put('grass-tufts', l.rnd.range(-14, 14), l.rnd.range(-13, 13), i)
    strew(l, ['bush', 'rock'], 12, 8, { scale: [0.5, 1] })
    openMarks(l)
    l.pair(0, -5.2, 0.2, 1.3)
    l.mark('stand', [0, 0, -8.3], 0)
  },
}

/** Dust, craters and boulders under a black sky; a landing craft, its flag. */
const moon: Recipe = {
  size: () => [36, 34, 0],
  floor: 'sand',
  floorColour: () => '#625f5b',
  surroundings: 'space',
  furnish: (l) => {
    l.put('lander', 4.6, -6.2, -0.35)
    l.put('moon-flag', -2.6, -3.4, 0.5)
    for (const [x, z, w, h] of [
      [-7.4, 2.4, 5.2, 0.55],
      [8.6, 5.4, 4, 0.42],
      [-11.5, -7.2, 6.2, 0.7],
      [1.6, 10.2, 3, 0.34],
      [12.6, -2.4, 3.4, 0.36],
      [-3.8, -12, 4.6, 0.5],
    ] as const)
      l.put('crater', x, z, 0, { size: [w, h, w * 0.95], colour: '#66635f' })
    const seat = l.put('rock', 2.4, 2.6, 0.3, { size: [1.1, 0.5, 0.9], colour: '#5d5a56' })
    l.seat(seat, 0.46)
    const box = l.put('supply-box', 0.6, -3.9, 0.4, { colour: '#b9b9b4' })
    l.seat(box, 0.42)
    strew(l, ['rock'], 44, 4.5, { scale: [0.2, 1.0], colour: '#5d5a56' })
    openMarks(l)
  },
}

/** Trenches of sandbags, wire, shell holes, splintered trees, fires. */
const battlefield: Recipe = {
  size: () => [34, 32, 0],
  floor: 'sand',
  floorColour: () => '#5f5240',
  surroundings: 'plain',
  furnish: (l) => {
    // The trench runs across: parapet towards −z, its back towards +z, boards between.
    l.put('zone-planks', 0, 4.4, 0, { size: [26, 0.02, 1.1], colour: '#6a5a44' })
    for (let i = 0; i < 8; i++) {
      const x = -12.25 + i * 3.5
      l.put('sandbags', x, 3.0, l.rnd.range(-0.04, 0.04), { size: [i === 4 ? 2.2 : 3.44, l.rnd.range(1.1, 1.3), 0.8] })
      if (i !== 2 && i !== 5) l.put('sandbags', x, 5.9, l.rnd.range(-0.04, 0.04), { size: [3.44, l.rnd.range(0.85, 1.05), 0.8] })
    }
    for (const x of [-12, -8.2, -4.4, -0.4, 5.2, 9, 12.6]) l.put('barbed-wire', x, -5.2 + l.rnd.range(-0.7, 0.7), l.rnd.range(-0.1, 0.1))
    for (const [x, z, w] of [
      [-6, -1.2, 3.4],
      [5.8, -1.9, 4.2],
      [-11.4, -9, 4.6],
      [1.2, -9.4, 3.6],
      [11, -10.4, 4],
      [-8.6, 10.2, 3],
      [10.8, 10.4, 3.4],
    ] as const)
      l.put('shell-hole', x, z, 0, { size: [w, 0.42, w * 0.92] })
    for (const [x, z, h] of [
      [-3.2, -7.6, 4.6],
      [8.4, -6.8, 5.6],
      [-13.6, -4.4, 6],
      [14, -2, 4.4],
      [4.4, -13, 5],
      [-8, -13.4, 5.4],
      [13, 7.4, 5],
      [-13.4, 12.6, 4.2],
    ] as const)
      l.put('broken-tree', x, z, l.rnd.range(0, 6), { size: [0.8, h, 0.8] })
    for (const [x, z] of [
      [-7, 5],
      [2, 4.95],
      [8, 5],
    ] as const)
      l.seat(l.put('supply-box', x, z, Math.PI), 0.42)
    l.lamp(l.put('campfire', 3.6, 8.6, 0), { ...FIRE, at: [0, 0.4, 0] })
    l.lamp(l.put('campfire', -11, -12.6, 0, { size: [1.6, 0.9, 1.6] }), { ...FIRE, lumens: 2400, at: [0, 0.6, 0] })
    l.put('cart', -4.6, 9.4, 0.9, { colour: '#5d4a36' })
    l.put('rubble', 11, 13, 0.4, { colour: '#7a6a54' })
    for (let i = 0; i < 16; i++) {
      const a = (i / 16) * Math.PI * 2 + 0.2
      const away = l.rnd.range(1.25, 2.6)
      const [x, z] = [Math.sin(a) * 19 * away, Math.cos(a) * 18 * away]
      if (i % 2) l.outside('broken-tree', x, z, a, { size: [0.9, l.rnd.range(4, 6.5), 0.9] })
      else l.outside('shell-hole', x, z, a, { size: [5, 0.6, 4.6] })
    }
    strew(l, ['rock', 'log'], 18, 9, { scale: [0.3, 0.8], colour: '#54483a' })
    for (const [x, yaw] of [
      [-9.6, Math.PI / 2],
      [-3, Math.PI / 2],
      [4.6, Math.PI / 2],
      [10, Math.PI / 2],
    ] as const)
      l.pair(x, 4.35, yaw, 1.3)
    l.mark('edge', [-15.6, 0, 4.4], Math.PI / 2)
    l.mark('edge', [15.6, 0, 4.4], -Math.PI / 2)
    l.mark('edge', [0, 0, 14.6], Math.PI)
    l.mark('stand', [3.1, 0, 2.1], Math.PI)
    l.pair(-1.5, 9, 0.4, 1.3)
    l.pair(0, -3.4, 1.2, 1.3)
  },
}

/** Sand under water, rocks, weed, and a boat that went down. */
const seabed: Recipe = {
  size: () => [34, 32, 0],
  floor: 'sand',
  floorColour: () => '#a3977c',
  surroundings: 'desert',
  furnish: (l) => {
    l.put('boat', -5.4, -4.8, 0.9, { colour: '#5d5a4a', accent: '#6f7a66' })
    for (const [x, z, w, h] of [
      [4.6, -5.2, 3, 2.2],
      [7.6, -3.4, 2.2, 1.3],
      [-9.8, 0.8, 2.8, 1.9],
      [10.4, 5.6, 3.4, 2.4],
      [-3.4, 9.4, 2.6, 1.5],
      [0.6, -11, 5, 3.4],
    ] as const)
      l.put('rock', x, z, l.rnd.range(0, 6), { size: [w, h, w * 0.8], colour: '#5f6660' })
    const seat = l.put('rock', 2.4, 2.6, 0.3, { size: [1.1, 0.5, 0.9], colour: '#6a6f66' })
    l.seat(seat, 0.46)
    strew(l, ['rock', 'grass-tufts', 'grass-tufts'], 46, 3.5, { scale: [0.4, 1.2], colour: '#56664f' })
    openMarks(l)
  },
}

/** Recipes by kind. */
export const FAR_LANDS: Readonly<Record<string, Recipe>> = { ruins, moon, battlefield, seabed }
