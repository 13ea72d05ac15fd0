import type { Layout } from './layout'
import { houseRow } from './outdoors-town'
import { type Recipe, STREET_LAMP } from './recipe'

const lot: Recipe = {
  size: () => [28, 26, 0],
  floor: 'asphalt',
  floorColour: () => '#58585a',
  surroundings: 'suburb',
  furnish: (l) => {
    l.put('zone-road', 0, 10, 0, { size: [28, 0.02, 6], colour: '#4f5054' })
    l.put('zone-paving', 0, -11.5, 0, { size: [28, 0.02, 3], colour: '#8f8a80' })
    houseRow(l, 'north', { shops: 0.9, height: [5, 7.5] })
    for (const [x, z, yaw] of [
      [-10, -6.4, 0],
      [-7.2, -6.4, 0],
      [-1.4, -6.4, Math.PI],
      [7.4, -6.4, 0],
      [10.2, -6.4, 0],
      [-6, 3.4, Math.PI],
      [8.6, 3.2, 0],
    ] as const)
      l.put(l.rnd.chance(0.2) ? 'van' : 'car', x, z, yaw, {
        colour: l.rnd.pick(['#7d3a34', '#3f5560', '#8d8a80', '#4f5d46', '#a8894f', '#2f3437']),
      })
    for (const x of [-12, 0.4, 12.4]) l.lamp(l.put('lamp-post', x, -1.4, 0, { size: [0.3, 5, 0.3] }), { ...STREET_LAMP, at: [0, 4.6, 0] })
    l.put('dumpster', 12.4, -9, -Math.PI / 2)
    l.put('trash-can', -12.6, -9.4, 0)
    l.put('signpost', -12.4, 6.4, 0)
    l.put('phone-booth', 4.4, -11.8, 0)
    l.put('tree', -12.8, 11.6, 0)
    const b = l.put('bench', -4, -11.9, 0, { colour: l.pal.wood })
    l.seat(b, 0.46, undefined, -0.3)
    l.seat(b, 0.46, undefined, 0.3)
    l.mark('door', [0.5, 0, -12.2], 0)
    l.mark('edge', [-13, 0, 1], Math.PI / 2)
    l.mark('edge', [13, 0, 1], -Math.PI / 2)
    for (const [x, z] of [
      [0.6, 0.6],
      [-3.6, -2],
      [4, -3],
      [2, 5.6],
    ] as const)
      l.pair(x, z, 1, 1.3)
  },
}

/** How a car is stood in its street. */
type Parked = (l: Layout) => void

/** A car stopped in its street: seats inside, its doors within reach. */
const inStreet = (park: Parked): Recipe => ({
  size: () => [20, 30, 0],
  floor: 'asphalt',
  floorColour: () => '#57575a',
  surroundings: 'street',
  furnish: (l) => {
    l.put('zone-paving', -8, 0, 0, { size: [4, 0.02, 30], colour: '#8f8a80' })
    l.put('zone-paving', 8, 0, 0, { size: [4, 0.02, 30], colour: '#8f8a80' })
    houseRow(l, 'west', { shops: 0.6 })
    houseRow(l, 'east', { shops: 0.6 })
    park(l)
    for (const [x, z] of [
      [-4.9, -8],
      [4.9, -6],
      [4.9, 9],
    ] as const)
      l.put('car', x, z, 0, { colour: l.rnd.pick(['#8d8a80', '#2f3437', '#6a5a4a', '#5a6a70']) })
    for (const z of [-9, 3, 12]) l.lamp(l.put('lamp-post', -6.6, z, Math.PI / 2), { ...STREET_LAMP, at: [0, 3.9, 0] })
    for (const z of [-3, 8]) l.lamp(l.put('lamp-post', 6.6, z, -Math.PI / 2), { ...STREET_LAMP, at: [0, 3.9, 0] })
    l.put('tree', -6.7, -4, 0, { size: [0.7, 6.2, 0.7] })
    l.put('tree', 6.7, 3, 0, { size: [0.7, 6.4, 0.7] })
    l.put('trash-can', -9.2, 5, 0)
    l.put('mailbox', 9.2, -1, -Math.PI / 2)
    l.mark('edge', [-8, 0, 13.5], Math.PI)
    l.mark('edge', [8, 0, -13.5], 0)
    l.mark('door', [-9.2, 0, 1], Math.PI / 2)
    l.mark('stand', [-1.45, 0, 0.3], Math.PI / 2)
    l.mark('stand', [1.45, 0, 0.3], -Math.PI / 2)
    l.mark('stand', [0.3, 0, 3.7], Math.PI)
    l.pair(-3, 2.6, 0.4, 1.2)
    l.pair(3, -3, 1.4, 1.2)
  },
})

const COACHWORK = ['#7d3a34', '#3f5560', '#4f5d46', '#a8894f'] as const

/** An open car, filmed from round about. */
const car = inStreet((l) => {
  const ride = l.put('open-car', 0, 0.5, 0, { colour: l.rnd.pick(COACHWORK), accent: '#a08a6a' })
  for (const [dx, dz] of [
    [-0.38, -0.1],
    [0.38, -0.1],
    [-0.38, -1.0],
    [0.38, -1.0],
  ] as const)
    l.seat(ride, 0.42, dz < -0.5 ? 'back-seats' : dx < 0 ? 'wheel' : 'front-seats', dx, dz)
})

/** A car with a roof, filmed from within: whoever is `wheel` sits behind it. */
const sedan = inStreet((l) => {
  const ride = l.put('sedan', -1.2, 0.5, 0, { colour: l.rnd.pick(COACHWORK), accent: l.rnd.pick(['#6f5a48', '#4c4742', '#7d6a52']) })
  for (const [group, dx, dz] of [
    ['wheel', 0.46, -0.1],
    ['beside-wheel', -0.46, -0.1],
    ['back-seats', 0.46, -0.98],
    ['back-seats', -0.46, -0.98],
  ] as const)
    l.seat(ride, 0.44, group, dx, dz)
  l.lamp(ride, { kind: 'screen', kelvin: 3600, lumens: 14, flicker: 'none', at: [0.3, 0.86, 0.5], direction: [0, 0.35, -0.94] })
})

const churchyard: Recipe = {
  size: () => [26, 24, 0],
  floor: 'grass',
  floorColour: () => '#636b40',
  surroundings: 'hills',
  furnish: (l) => {
    l.put('zone-gravel', 0, 1, 0, { size: [2.6, 0.02, 22], colour: '#94866a' })
    l.outside('church-building', 0, -20.2, 0, { colour: '#968c7a' })
    l.mark('door', [0, 0, -11.2], 0)
    for (let row = 0; row < 4; row++)
      for (const x of [-9, -7, -5, -3.4, 3.6, 5.4, 7.4, 9.4])
        if (l.rnd.chance(0.62)) l.put('grave', x + l.rnd.range(-0.3, 0.3), -5.6 + row * 3.4, l.rnd.range(-0.15, 0.15))
    for (const x of [-11.3, -8.3, -5.3, 5.3, 8.3, 11.3]) l.put('stone-wall', x, 11.4, 0, { size: [3, 0.95, 0.5] })
    l.put('tree', -10, -8.5, 0, { size: [1.2, 9, 1.2] })
    l.put('tree', 10.4, 4.5, 0, { size: [1.1, 8, 1.1] })
    l.put('pine', 8.8, -9.4, 0)
    const b = l.put('park-bench', 2.2, 2.4, -Math.PI / 2, { colour: l.pal.wood })
    l.seat(b, 0.45, undefined, -0.35, 0.02)
    l.seat(b, 0.45, undefined, 0.35, 0.02)
    l.lamp(l.put('lamp-post', 1.9, 8, 0), { ...STREET_LAMP, at: [0, 3.9, 0] })
    for (let i = 0; i < 12; i++) l.put('grass-tufts', l.rnd.range(-10, 10), l.rnd.range(-9, 9), i)
    l.mark('edge', [0, 0, 11], Math.PI)
    for (const z of [-8, -3.6, 0.4, 4.8]) l.pair(0, z, 0.2, 1.3)
  },
}

const park: Recipe = {
  size: () => [28, 28, 0],
  floor: 'grass',
  floorColour: () => '#667041',
  surroundings: 'suburb',
  furnish: (l) => {
    l.put('zone-gravel', 0, 0, 0, { size: [2.8, 0.02, 28], colour: '#a0906e' })
    l.put('zone-gravel', 0, 0, 0, { size: [28, 0.02, 2.8], colour: '#a0906e' })
    l.put('zone-gravel', 0, 0, 0, { size: [9, 0.02, 9], colour: '#a0906e' })
    l.put(l.rnd.chance(0.5) ? 'fountain' : 'statue', 0, 0, 0)
    for (const [x, z, yaw] of [
      [-3.6, -2.9, 0.8],
      [3.6, -2.9, -0.8],
      [-3.6, 3, Math.PI - 0.8],
      [3.6, 3, Math.PI + 0.8],
    ] as const) {
      const b = l.put('park-bench', x, z, yaw, { colour: l.pal.wood })
      l.seat(b, 0.45, undefined, -0.35, 0.02)
      l.seat(b, 0.45, undefined, 0.35, 0.02)
    }
    for (const [x, z] of [
      [-1.9, -6],
      [1.9, 6.4],
      [-6.4, 1.9],
      [6.4, -1.9],
    ] as const)
      l.lamp(l.put('lamp-post', x, z, 0), { ...STREET_LAMP, at: [0, 3.9, 0] })
    for (const [x, z, yaw] of [
      [-6.2, -5.4, 0.8],
      [6.2, -5.4, -0.8],
      [6.2, 5.6, 0.8],
    ] as const)
      l.put('flower-bed', x, z, yaw, { accent: l.pal.accent })
    for (const [x, z, h] of [
      [-9, -8, 8.5],
      [8.6, -9.4, 9],
      [-10.4, 6.4, 7.5],
      [9.8, 8.4, 8],
      [4.6, -11.6, 7],
      [-5, 10.6, 7.6],
    ] as const)
      l.put('tree', x, z, 0, { size: [1.1, h, 1.1] })
    for (let i = 0; i < 4; i++) {
      l.put('hedge', -12.2 + i * 3.1, -13.4, 0)
      l.put('hedge', 3.2 + i * 3.1, -13.4, 0)
    }
    for (let i = 0; i < 10; i++) l.put('bush', l.rnd.range(-13, 13), l.rnd.range(-12, 12), i)
    for (let i = 0; i < 10; i++) l.put('grass-tufts', l.rnd.range(-11, 11), l.rnd.range(-11, 11), i)
    l.put('leaves', -6, 7, 0.2)
    l.put('trash-can', -2, -4.6, 0)
    l.mark('edge', [0, 0, 13], Math.PI)
    l.mark('edge', [0, 0, -13], 0)
    l.mark('edge', [13, 0, 0], -Math.PI / 2)
    for (const [x, z] of [
      [0, 3.2],
      [-0.2, -3.4],
      [0, 8.4],
      [-8, 0],
      [7.6, 0.4],
      [-4.6, 6.6],
    ] as const)
      l.pair(x, z, x * 0.3 + 0.4, 1.3)
  },
}

/** Recipes by kind. */
export const QUIET: Readonly<Record<string, Recipe>> = {
  lot: lot,
  car: car,
  sedan,
  churchyard: churchyard,
  park: park,
}
