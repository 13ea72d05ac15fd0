import type { Layout } from './layout'
import type { Recipe } from './recipe'

/** Ways into a place are kept so clear, metres. */
const WAY_IN_M = 1.2

/** Strews things over the outer part of the playing area, away from its middle and from the ways in. */
export function strew(
  l: Layout,
  props: readonly string[],
  count: number,
  keepM: number,
  o: { scale?: readonly [number, number]; colour?: string } = {},
): void {
  for (let i = 0; i < count; i++) {
    const prop = l.rnd.pick(props)
    for (let tries = 0; tries < 6; tries++) {
      const x = l.rnd.range(-0.48, 0.48) * l.w
      const z = l.rnd.range(-0.48, 0.48) * l.d
      if (
        x * x + z * z < keepM * keepM ||
        l.marks.some((m) => m.kind === 'edge' && Math.hypot(x - m.position[0], z - m.position[2]) < WAY_IN_M)
      )
        continue
      const k = l.rnd.range(...(o.scale ?? [0.8, 1.25]))
      const size = l.sizeOf(prop)
      if (
        l.put(prop, x, z, l.rnd.range(-3, 3), { size: [size[0] * k, size[1] * k, size[2] * k], ...(o.colour ? { colour: o.colour } : {}) })
      )
        break
    }
  }
}

/** Marks for an open place: pairs about the middle, ways in at the edges. */
export function openMarks(l: Layout): void {
  l.pair(0, 0.5, Math.PI / 2)
  l.pair(-3, 1.6, 0.5)
  l.pair(3.2, -1.2, -0.6)
  l.pair(1, 5, Math.PI / 2, 1.5)
  l.pair(-1.5, -5, 1.2, 1.3)
  for (const [x, z, yaw] of [
    [0, l.d / 2 - 1, Math.PI],
    [0, -l.d / 2 + 1, 0],
    [l.w / 2 - 1, 0, -Math.PI / 2],
    [-l.w / 2 + 1, 0, Math.PI / 2],
  ] as const)
    l.mark('edge', [x, 0, z], yaw)
}

const farm: Recipe = {
  size: () => [32, 30, 0],
  floor: 'grass',
  floorColour: () => '#69703f',
  surroundings: 'fields',
  furnish: (l) => {
    l.put('zone-gravel', 2.5, 0, 0, { size: [3.4, 0.02, 30], colour: '#8d7a5c' })
    l.put('zone-soil', 2.5, -4, 0, { size: [15, 0.02, 8], colour: '#7f6d4f' })
    l.outside('house', -9.5, -10.2, 0, { size: [10, 6.4, 7.5], colour: '#a9977c', accent: '#7a4436' })
    for (const x of [-10.6, 11.2]) {
      const lamp = l.put('lantern', x, x < 0 ? -6.15 : -1.2, 0, { y: 2.1, size: [0.2, 0.34, 0.2] })
      l.lamp(lamp, { kind: 'table-lamp', kelvin: 2300, lumens: 900, flicker: 'none', at: [0, 0.12, 0.12] })
    }
    l.keepClear(-9.5, -5.4, 2, 2)
    l.mark('door', [-9.5, 0, -5.6], 0)
    l.outside('barn', 12.5, -6.5, -Math.PI / 2, { size: [12, 7.5, 9], colour: '#84423a', accent: '#b9ae98' })
    for (const [x, z, yaw, n] of [
      [-14.4, 9, 0, 1],
      [-11.4, 9, 0, 1],
      [-8.4, 9, 0, 1],
      [-5.4, 9, 0, 1],
      [-2.4, 9, 0, 1],
      [8, 9, 0, 1],
      [11, 9, 0, 1],
      [14, 9, 0, 1],
    ] as const)
      if (n) l.put('fence', x, z, yaw, { colour: '#7d6b54' })
    l.put('well', -2.6, 1.4, 0.3, { colour: '#8a8274' })
    l.put('cart', 6.6, 2.4, 0.7, { colour: l.pal.wood })
    l.put('hay-bale', 7.6, -1.6, 0.2)
    l.put('hay-bale', 7.3, -3.1, 0.9)
    l.put('tractor', 0.2, -9.5, 0.5, { colour: '#8d3f34' })
    l.put('tree', -13, 3, 0, { size: [1.1, 8.5, 1.1] })
    l.put('tree', -5, 12, 0, { size: [0.9, 7.2, 0.9] })
    l.put('tree', 12.5, 11.5, 0, { size: [1, 7.8, 1] })
    const bench = l.put('bench', -6.6, -5.9, 0, { colour: l.pal.wood })
    l.seat(bench, 0.46, undefined, -0.3)
    l.seat(bench, 0.46, undefined, 0.3)
    l.put('barrel', -4.9, -6.1, 0)
    l.put('barrel', 6.4, -9.6, 0)
    l.put('crate-stack', 6.9, -7, -Math.PI / 2)
    l.put('sacks', 6.7, -5.2, -1.4)
    l.put('clothes-line', -11.5, 0.5, 0.2)
    l.put('stump', -8, 3.2, 0)
    l.put('flower-bed', -13, -5.8, 0, { accent: l.pal.accent })
    l.put('zone-crops', -10, 12, 0, { size: [11, 0.02, 5.5], colour: '#8a8348' })
    l.put('zone-crops', 11.5, 12, 0, { size: [9, 0.02, 5.5], colour: '#8a8348' })
    strew(l, ['bush', 'rock', 'grass-tufts', 'grass-tufts', 'grass-tufts'], 26, 8)
    openMarks(l)
    l.pair(-9.5, -3.2, Math.PI / 2)
  },
}

const forest: Recipe = {
  size: () => [30, 30, 0],
  floor: 'grass',
  floorColour: () => '#5a5638',
  surroundings: 'forest',
  furnish: (l) => {
    l.put('zone-soil', 0.5, 0, 0, { size: [2.4, 0.02, 30], colour: '#6a5740' })
    const log = l.put('log', -2.6, -0.8, 0.9, { colour: '#5f4c38' })
    l.seat(log, 0.45, undefined, -0.5)
    l.seat(log, 0.45, undefined, 0.5)
    const stump = l.put('stump', 2.9, 1.8, 0)
    l.seat(stump, 0.45)
    openMarks(l)
    l.put('rock', 4.6, -2.2, 0.4, { size: [1.7, 1.2, 1.3] })
    strew(l, ['pine', 'pine', 'tree', 'pine', 'tree'], 34, 5.2)
    strew(l, ['bush', 'rock', 'log', 'stump', 'bush'], 14, 4.5)
    strew(l, ['grass-tufts', 'leaves'], 26, 1.5)
  },
}

const outdoors: Recipe = {
  size: () => [30, 28, 0],
  floor: 'grass',
  floorColour: () => '#6b7044',
  surroundings: 'hills',
  furnish: (l) => {
    l.put('zone-gravel', 1, 0, 0, { size: [2.6, 0.02, 28], colour: '#8f7f62' })
    for (const x of [-12, -9, -6, -3]) l.put('fence', x, -6.5, 0, { colour: '#7d6b54' })
    const bench = l.put('park-bench', -3.2, -1.4, 0.3, { colour: l.pal.wood })
    l.seat(bench, 0.45, undefined, -0.35, 0.02)
    l.seat(bench, 0.45, undefined, 0.35, 0.02)
    openMarks(l)
    l.put('tree', -5.5, -4, 0, { size: [1.1, 8.5, 1.1] })
    l.put('tree', 6, -7, 0, { size: [1, 7.2, 1] })
    strew(l, ['tree', 'bush', 'rock', 'rock', 'bush'], 18, 7)
    strew(l, ['grass-tufts'], 22, 2.5)
  },
}

/** Recipes by kind. */
export const LAND_FIRST: Readonly<Record<string, Recipe>> = { farm, forest, outdoors }
