import type { Layout } from './layout'
import { type Recipe, STREET_LAMP } from './recipe'

const FACADES = ['#9a6a55', '#b09a78', '#8d8a80', '#a88468', '#7f8a88', '#b5a58c', '#94705a', '#a0937a', '#8a5f52', '#7c8578']

/** A row of houses along a side of the playing area, their fronts on its edge. */
export function houseRow(
  l: Layout,
  side: 'north' | 'south' | 'east' | 'west',
  options: { setback?: number; shops?: number; height?: readonly [number, number]; from?: number; to?: number } = {},
): void {
  const lengthways = side === 'east' || side === 'west'
  const total = lengthways ? l.d : l.w
  const [from, to] = [options.from ?? -total / 2, options.to ?? total / 2]
  const yaw = side === 'north' ? 0 : side === 'south' ? Math.PI : side === 'east' ? -Math.PI / 2 : Math.PI / 2
  const edge = (lengthways ? l.w : l.d) / 2 + (options.setback ?? 0)
  let t = from
  let last = ''
  while (t < to - 3) {
    let width = Math.round(l.rnd.range(6.5, 11) * 2) / 2
    if (to - t - width < 5) width = to - t
    const height = l.rnd.range(...(options.height ?? [7.5, 13]))
    const depth = 9
    const m = t + width / 2
    const out = edge + depth / 2
    const x = side === 'east' ? out : side === 'west' ? -out : m
    const z = side === 'south' ? out : side === 'north' ? -out : m
    let colour = l.rnd.pick(FACADES)
    if (colour === last) colour = l.rnd.pick(FACADES)
    last = colour
    l.outside(l.rnd.chance(options.shops ?? 0.5) ? 'shopfront' : 'building', x, z, yaw, {
      size: [width, height, depth],
      colour,
      accent: l.rnd.pick([l.pal.accent, l.pal.accent2, l.pal.cloth, l.pal.trim]),
    })
    t += width
  }
}

function streetFurniture(l: Layout, x: number, faceYaw: number): void {
  for (const z of [-l.d * 0.36, -l.d * 0.02, l.d * 0.33]) {
    l.lamp(l.put('lamp-post', x, z, faceYaw), { ...STREET_LAMP, at: [0, 3.9, 0.0] })
  }
}

const street: Recipe = {
  size: () => [20, 36, 0],
  floor: 'asphalt',
  floorColour: () => '#5d5c5a',
  surroundings: 'street',
  furnish: (l) => {
    l.put('zone-paving', -8, 0, 0, { size: [4, 0.02, 36], colour: '#8f8a80' })
    l.put('zone-paving', 8, 0, 0, { size: [4, 0.02, 36], colour: '#8f8a80' })
    l.put('zone-road', 0, 0, 0, { size: [12, 0.02, 36], colour: '#55565a' })
    l.put('crossing', 0, 4, 0, { size: [12, 0.02, 3], colour: '#b9b5aa' })
    houseRow(l, 'west', { shops: 0.75 })
    houseRow(l, 'east', { shops: 0.6 })
    streetFurniture(l, -6.6, Math.PI / 2)
    for (const z of [-l.d * 0.2, l.d * 0.16]) l.lamp(l.put('lamp-post', 6.6, z, -Math.PI / 2), { ...STREET_LAMP, at: [0, 3.9, 0] })
    const paint = ['#7d3a34', '#3f5560', '#8d8a80', '#4f5d46', '#a8894f', '#2f3437', '#b3aea2']
    const cars: readonly (readonly [number, number, number])[] = [
      [-4.9, -12, 0],
      [-4.9, -5.6, 0],
      [4.9, -8, Math.PI],
      [4.9, 10.5, Math.PI],
      [-4.9, 12, 0],
    ]
    for (const [x, z, yaw] of cars) {
      const van = l.rnd.chance(0.22)
      l.put(van ? 'van' : 'car', x, z + l.rnd.range(-0.6, 0.6), yaw + l.rnd.range(-0.02, 0.02), { colour: l.rnd.pick(paint) })
    }
    const bench = l.put('park-bench', -9.2, -2.5, Math.PI / 2, { colour: l.pal.wood })
    l.seat(bench, 0.45, undefined, -0.35, 0.02)
    l.seat(bench, 0.45, undefined, 0.35, 0.02)
    l.put('trash-can', -9.3, -4.2, 0)
    l.put('mailbox', -6.7, 6.4, -Math.PI / 2, { colour: l.pal.accent })
    l.put('hydrant', 6.7, 2.1, 0, { colour: l.pal.accent })
    l.put('phone-booth', 9.2, -4.5, -Math.PI / 2, { colour: '#8d3a32' })
    l.put('bicycle', -9.5, 8.5, 0.05, { colour: l.pal.accent2 })
    l.put('tree', -6.7, -9.2, 0, { size: [0.7, 6.2, 0.7] })
    l.put('tree', 6.8, 7.6, 0, { size: [0.7, 6.8, 0.7] })
    l.put('tree', -6.7, 9.6, 0, { size: [0.7, 5.8, 0.7] })
    const table = l.put('cafe-set', 8.8, 12, 0, { colour: l.pal.metal })
    l.seatsAt(table, 'chair', 0.46, ['left', 'right'], { colour: l.pal.metal, accent: l.pal.accent })
    l.put('flower-bed', 9.4, 3.2, Math.PI / 2, { size: [1.8, 0.55, 0.6], accent: l.pal.accent })
    l.put('signpost', 6.7, 5.8, -Math.PI / 2)
    l.put('puddle', 2.2, -1.5, 0.3)
    l.put('leaves', -7.6, 9, 0.2)
    l.mark('edge', [-8.1, 0, 16], Math.PI)
    l.mark('edge', [8.1, 0, -16], 0)
    l.mark('door', [-9.3, 0, 1.5], Math.PI / 2)
    l.mark('door', [9.3, 0, -10], -Math.PI / 2)
    l.pair(-7.9, 0.8, 0.2)
    l.pair(-8, 6, 0.1)
    l.pair(7.9, 0.2, 0.1)
    l.pair(0.4, 4, Math.PI / 2, 1.4)
    l.pair(8.3, -7.2, 0)
    l.mark('stand', [-2.2, 0, -9], 0.4)
    l.mark('stand', [2.4, 0, 8], 3.4)
  },
}

const CARS = ['#7d3a34', '#3f5560', '#8d8a80', '#4f5d46', '#a8894f', '#b3aea2']

/** A quiet road: lawns, hedges and fences before houses, drives with cars. */
const suburbStreet: Recipe = {
  size: () => [26, 36, 0],
  floor: 'grass',
  floorColour: () => '#69733f',
  surroundings: 'suburb',
  furnish: (l) => {
    l.put('zone-road', 0, 0, 0, { size: [7, 0.02, 36], colour: '#57585b' })
    for (const x of [-4.4, 4.4]) l.put('zone-paving', x, 0, 0, { size: [1.8, 0.02, 36], colour: '#958f84' })
    for (const side of [-1, 1]) {
      for (const z of [-12, 0, 12]) {
        const yaw = (-side * Math.PI) / 2
        l.outside('house', side * 17.4, z + side * 1.2, yaw, {
          size: [9.5, l.rnd.range(6, 7.4), 8],
          colour: l.rnd.pick(['#b5a58c', '#a9977c', '#9aa39c', '#a8826a', '#8f9aa0']),
          accent: l.rnd.pick(['#7a4436', '#5a5450', '#6a5a4a']),
        })
        l.put('zone-gravel', side * 9.2, z + side * 1.2, 0, { size: [7.6, 0.02, 1.3], colour: '#a09478' })
        l.mark('door', [side * 12.2, 0, z + side * 1.2], yaw, {})
        l.put('zone-paving', side * 9.2, z + side * 1.2 + 4.4, 0, { size: [7.6, 0.02, 2.6], colour: '#8d887e' })
        if (l.rnd.chance(0.6)) l.put('car', side * 9.4, z + side * 1.2 + 4.4, yaw, { colour: l.rnd.pick(CARS) })
        l.put('mailbox', side * 5.7, z + side * 1.2 - 1.2, yaw, { colour: l.pal.accent2 })
        for (const k of [-3.6, -6.4])
          l.put(l.rnd.chance(0.5) ? 'hedge' : 'fence', side * 5.8, z + side * 1.2 + k + 0.6, Math.PI / 2, {
            size: [2.6, 1.0, 0.5],
            colour: '#8d8474',
          })
        l.put('tree', side * 8.4, z + side * 1.2 - 3, 0, { size: [0.9, l.rnd.range(5.6, 7.6), 0.9] })
        l.put('flower-bed', side * 12.3, z + side * 1.2 - 2.4, yaw, { accent: l.pal.accent })
        l.put('bush', side * 12.2, z + side * 1.2 + 1.9, 0, {})
      }
    }
    for (const z of [-13, 1, 14]) l.lamp(l.put('lamp-post', -3.75, z, Math.PI / 2), { ...STREET_LAMP, at: [0, 3.9, 0] })
    l.put('hydrant', 3.8, 4, 0, { colour: l.pal.accent })
    l.put('bicycle', 6.9, -2.2, 0.5, { colour: l.pal.cloth })
    l.put('car', -2.4, -7, 0, { colour: l.rnd.pick(CARS) })
    for (let i = 0; i < 8; i++)
      l.put('grass-tufts', (i % 2 ? 1 : -1) * l.rnd.range(7.5, 11), l.rnd.range(-16, 16), i, { size: [3, 0.3, 3] })
    l.mark('edge', [-4.4, 0, 16.5], Math.PI)
    l.mark('edge', [4.4, 0, -16.5], 0)
    for (const [x, z, yaw] of [
      [-4.4, 4, 0.2],
      [4.4, -3, 0.1],
      [0.4, 2, 1.4],
      [-7.4, 2.2, 0.4],
      [4.4, 8, 0.1],
    ] as const)
      l.pair(x, z, yaw, 1.3)
  },
}

/** Recipes by kind. */
export const TOWN_FIRST: Readonly<Record<string, Recipe>> = { street, 'suburb-street': suburbStreet }
