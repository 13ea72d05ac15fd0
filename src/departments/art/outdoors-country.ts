import type { Layout } from './layout'
import { strew } from './outdoors-land'
import type { Recipe } from './recipe'

const ROAD_M = 5.6

const orchard: Recipe = {
  size: () => [34, 30, 0],
  floor: 'grass',
  floorColour: () => '#687440',
  surroundings: 'fields',
  furnish: (l) => {
    for (const x of [-14, -11, -8, -5, -2.9, 2.9, 5, 8, 11, 14])
      l.put('stone-wall', x, 13.4, l.rnd.range(-0.02, 0.02), { size: [Math.abs(x) === 2.9 ? 1.2 : 2.98, 0.95, 0.5] })
    l.put('ladder', 1.35, -0.9, -Math.PI / 2 + 0.15)
    l.put('basket', 1.5, -2.2, 0.4)
    l.put('basket', -1.7, 2.9, 1)
    for (const [x, z, yaw] of [
      [-1.75, -3.6, 0.1],
      [-1.9, -4.3, -0.2],
      [7.2, 0.4, 0.5],
      [-6.9, 4.2, 1.3],
    ] as const)
      l.put('fruit-crate', x, z, yaw)
    const crate = l.put('crate', -1.6, 0.9, 0.3, { colour: l.pal.wood })
    l.seat(crate, 0.5)
    l.put('cart', 4.9, 6.4, 0.9, { colour: l.pal.wood })
    const trunk = (): readonly [number, number, number] => [0.8, l.rnd.range(3.9, 4.6), 0.8]
    for (const x of [-14, -8.4, -2.8, 2.8, 8.4, 14])
      for (const z of [-12.6, -8.4, -4.2, 0, 4.2, 8.4])
        l.put('apple-tree', x + l.rnd.range(-0.2, 0.2), z + l.rnd.range(-0.2, 0.2), 0, { size: trunk() })
    // The rows go on past the place's edge.
    for (const z of [-8.4, -4.2, 0, 4.2, 8.4]) for (const x of [-19.6, 19.6]) l.outside('apple-tree', x, z, 0, { size: trunk() })
    for (const x of [-14, -8.4, -2.8, 2.8, 8.4, 14]) for (const z of [-16.8, -21]) l.outside('apple-tree', x, z, 0, { size: trunk() })
    strew(l, ['grass-tufts'], 34, 0.5)
    strew(l, ['leaves'], 8, 1)
    for (const [x, z, yaw] of [
      [0, 0.6, 0.3],
      [0, 4.6, Math.PI / 2],
      [0, -5.4, 0.2],
      [-5.6, 1.6, 0.4],
      [5.6, -1.4, -0.4],
      [0, -9.4, 0.1],
    ] as const)
      l.pair(x, z, yaw, 1.3)
    l.mark('edge', [0, 0, 14], Math.PI)
    l.mark('edge', [0, 0, -14], 0)
    l.mark('edge', [-16, 0, 2.1], Math.PI / 2)
    l.mark('edge', [16, 0, -2.1], -Math.PI / 2)
  },
}

/** A road between fields along z: verges, a hedge to one side, a fence with a gate to the other, telegraph poles. */
function roadside(l: Layout): void {
  l.put('zone-road', 0, 0, 0, { size: [ROAD_M, 0.02, l.d], colour: '#66645e' })
  for (const x of [-1, 1]) l.put('zone-gravel', x * (ROAD_M / 2 + 0.35), 0, 0, { size: [0.7, 0.02, l.d], colour: '#867b62' })
  for (const side of [-1, 1]) l.put('zone-crops', side * 10.4, 0, 0, { size: [5.2, 0.02, l.d], colour: side < 0 ? '#a0904c' : '#7c8045' })
  for (let z = -l.d / 2 + 1.55; z < l.d / 2 - 1; z += 3.02) {
    if (Math.abs(z - 5) > 2.4) l.put('hedge', -6.7, z, Math.PI / 2, { size: [3.0, l.rnd.range(1.1, 1.4), 0.9] })
    if (Math.abs(z + 5.2) > 1.6) l.put('fence', 6.6, z, Math.PI / 2, { colour: '#7d6f5c' })
    else l.put('gate', 6.6, z, Math.PI / 2, { colour: '#8d8069' })
  }
  for (const z of [-13, 0, 13]) l.put('telegraph-pole', 5.4, z, 0)
  for (const z of [-6.5, 6.5]) l.put('wire-span', 5.4, z, 0, { y: 6.75, size: [1.6, 0.5, 13] })
  for (const [x, z, h] of [
    [-9.2, -8, 8],
    [-9.6, 13, 7],
    [9.4, 8.4, 8.6],
    [10.4, -15, 6.8],
  ] as const)
    l.put('tree', x, z, 0, { size: [1.1, h, 1.1] })
  l.put('signpost', -4.6, 9.4, 0)
  l.put('rock', 4.3, 4.6, 0.4, { size: [0.5, 0.6, 0.4], colour: '#a39c8e' })
  for (const [x, z, yaw] of [
    [-5.3, -4, 0.4],
    [4.7, -9, 1.1],
    [-5.4, 14, 2],
  ] as const)
    l.put('bush', x, z, yaw)
  for (let i = 0; i < 26; i++) l.put('grass-tufts', (i % 2 ? 1 : -1) * l.rnd.range(5, 11), l.rnd.range(-0.46, 0.46) * l.d, i)
  l.mark('edge', [-1.4, 0, l.d / 2 - 1], Math.PI)
  l.mark('edge', [1.4, 0, -l.d / 2 + 1], 0)
  l.pair(-4.5, 2, 0.2, 1.3)
  l.pair(4.3, -2.4, 0.2, 1.3)
  l.pair(-4.3, -8, 0.3, 1.3)
}

const countryRoad: Recipe = {
  size: () => [26, 40, 0],
  floor: 'grass',
  floorColour: () => '#6d7442',
  surroundings: 'fields',
  furnish: (l) => {
    roadside(l)
    const stone = l.put('log', -4.7, 5.4, 0.2, { colour: '#6b5844' })
    l.seat(stone, 0.45)
    l.pair(0, 0.5, 0.3, 1.3)
    l.pair(-3.9, 7.6, 0.1, 1.3)
    l.mark('edge', [-7, 0, 5], Math.PI / 2)
  },
}

/** A pickup on a country road, filmed from within and round about: whoever is `wheel` sits behind it. */
const cab: Recipe = {
  size: () => [26, 40, 0],
  floor: 'grass',
  floorColour: () => '#6d7442',
  surroundings: 'fields',
  furnish: (l) => {
    const ride = l.put('pickup', -1.2, 0, 0, { colour: l.rnd.pick(['#4f6b62', '#7d4438', '#56687a', '#a08a5c']), accent: '#7d6248' })
    l.seat(ride, 0.66, 'wheel', 0.46, -0.1)
    l.seat(ride, 0.66, 'beside-wheel', -0.46, -0.1)
    roadside(l)
    l.mark('stand', [-2.7, 0, 0.2], Math.PI / 2, { group: 'at-the-doors' })
    l.mark('stand', [0.2, 0, 0.2], -Math.PI / 2, { group: 'at-the-doors' })
    l.mark('stand', [-1.2, 0, 3.2], Math.PI)
    l.pair(-1.3, -4.6, 1.4, 1.3)
  },
}

/** Recipes by kind. */
export const COUNTRY: Readonly<Record<string, Recipe>> = { orchard, 'country-road': countryRoad, cab }
