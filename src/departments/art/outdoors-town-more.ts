import { houseRow } from './outdoors-town'
import { type Recipe, STREET_LAMP, TUBE } from './recipe'

const FRUIT = ['#a8523c', '#5a6a5c', '#8a6a3c', '#4f6470', '#7a4a4a', '#b08a4a']
const market: Recipe = {
  size: () => [26, 28, 0],
  floor: 'stone',
  floorColour: () => '#8a8274',
  surroundings: 'street',
  furnish: (l) => {
    l.put('zone-cobbles', 0, 0, 0, { size: [26, 0.02, 28], colour: '#857c6e' })
    houseRow(l, 'north', { shops: 0.7, height: [9, 14] })
    houseRow(l, 'west', { shops: 0.5, height: [8, 13] })
    houseRow(l, 'east', { shops: 0.5, height: [8, 13] })
    l.put('fountain', 0, -3.4, 0, { colour: '#968e7e' })
    const stall = (x: number, z: number, yaw: number) => {
      const s = l.put('market-stall', x, z, yaw, { colour: l.rnd.pick(FRUIT) })
      l.before(s, 0.42)
      if (!s) return
      const dx = Math.sin(yaw)
      const dz = Math.cos(yaw)
      for (const side of [-1, 1]) {
        if (l.rnd.chance(0.7))
          l.put(
            l.rnd.pick(['fruit-crate', 'barrel', 'sacks', 'crate']),
            x - side * dz * 1.75 + dx * 0.3,
            z + side * dx * 1.75 + dz * 0.3,
            yaw + l.rnd.range(-0.3, 0.3),
          )
      }
    }
    for (const z of [-6.4, -1.2, 4.4, 9.4]) stall(-8.9, z, Math.PI / 2)
    for (const z of [-4.6, 1.2, 6.6, 11]) stall(8.9, z, -Math.PI / 2)
    stall(-4.4, 7.4, Math.PI / 2 + Math.PI)
    stall(4.6, 3.2, Math.PI / 2)
    stall(-3.4, -9.6, 0)
    stall(3.6, -9.6, 0)
    l.put('cart', -3.6, 2.4, 0.8, { colour: l.pal.wood })
    l.put('cart', 5.2, -5.6, 2.1, { colour: l.pal.wood })
    for (const [x, z] of [
      [-6, -9.5],
      [6, -11.2],
      [-5.9, 11.8],
      [5.6, 10.4],
    ] as const)
      l.lamp(l.put('lamp-post', x, z, 0), { ...STREET_LAMP, at: [0, 3.9, 0] })
    l.put('tree', -11, -10.5, 0, { size: [0.8, 7, 0.8] })
    l.put('tree', 11, 13, 0, { size: [0.8, 6.5, 0.8] })
    const bench = l.put('park-bench', 2.9, -3.6, -Math.PI / 2, { colour: l.pal.wood })
    l.seat(bench, 0.45, 'bench', -0.35, 0.02)
    l.seat(bench, 0.45, 'bench', 0.35, 0.02)
    for (const [x, z] of [
      [-1.2, 10.6],
      [1.2, 12],
    ] as const) {
      const t = l.put('cafe-set', x, z, 0.3, { colour: l.pal.metal })
      l.seatsAt(t, 'chair', 0.46, ['left', 'right'], { colour: l.pal.metal, accent: l.pal.accent })
      if (t) l.put('parasol', x + 0.3, z - 0.75, 0, { colour: l.rnd.pick(FRUIT) })
    }
    l.put('flower-bed', -11.6, 1.8, Math.PI / 2, { accent: l.pal.accent })
    l.put('crate-stack', -6.2, -3.9, 0.3)
    l.put('barrel', 6.2, 8.7, 0)
    l.put('sacks', 6.6, -2.2, 0.4)
    l.put('crate', -1.9, 6.1, 0.5)
    l.put('bicycle', 11.8, -8, 0.05, { colour: l.pal.accent2 })
    for (const [x, z] of [
      [1.4, 5.2],
      [-6.2, 2.2],
      [4.4, -0.6],
    ] as const)
      l.put('litter', x, z, 0.4)
    l.put('puddle', 1.4, 1.2, 0.3)
    l.mark('edge', [0, 0, 13], Math.PI)
    l.mark('edge', [-6.4, 0, 13.2], Math.PI)
    l.mark('edge', [11.5, 0, 9], -Math.PI / 2)
    l.pair(0, 1.4, Math.PI / 2)
    l.pair(-0.6, 4.4, 0.6, 1.3)
    l.pair(3, 7.6, 1.2, 1.2)
    l.pair(-5.9, 4.6, 0.1, 1.2)
    l.pair(6.5, -0.1, 0.2, 1.2)
    l.pair(0.2, -7.2, 1.4, 1.2)
  },
}

const alley: Recipe = {
  size: () => [6, 26, 0],
  floor: 'stone',
  floorColour: () => '#66625c',
  surroundings: 'street',
  furnish: (l) => {
    l.put('zone-cobbles', 0, 0, 0, { size: [6, 0.02, 26], colour: '#6a655d' })
    houseRow(l, 'west', { shops: 0, height: [9, 14] })
    houseRow(l, 'east', { shops: 0, height: [9, 14] })
    l.outside('yard-wall', 0, -13.15, 0, { size: [6, 3, 0.3], colour: '#7a6052' })
    l.put('fire-escape', -2.42, -5.5, Math.PI / 2, { blocks: false })
    l.put('fire-escape', 2.42, 4.5, -Math.PI / 2, { blocks: false })
    l.put('dumpster', 2.25, -2.2, -Math.PI / 2)
    l.put('trash-can', 2.55, -0.6, 0)
    l.put('trash-can', 2.5, 0.1, 0)
    l.put('crate-stack', -2.35, -8.6, Math.PI / 2)
    l.put('crate', -2.5, -7.4, 0.3)
    l.put('crate', 2.5, 8, 0.2)
    l.put('barrel', 2.55, 8.8, 0)
    l.put('pallet', -2.3, 3.4, Math.PI / 2 + 0.1, { size: [1.2, 0.8, 1.0] })
    l.put('drum', -2.6, 7.9, 0)
    l.put('bicycle', 2.65, -6.8, 0.04, { colour: l.pal.accent2 })
    const step = l.put('crate', -2.5, 0.4, 0.1, { size: [0.6, 0.45, 0.6] })
    l.seat(step, 0.45)
    l.put('sacks', 2.4, 5.9, 1.2)
    for (const [z, x] of [
      [-9.5, 2.86],
      [-1.5, -2.86],
      [6.5, 2.86],
    ] as const)
      l.lamp(l.put('strip-light', x, z, x > 0 ? -Math.PI / 2 : Math.PI / 2, { y: 2.9, size: [0.5, 0.1, 0.2] }), {
        ...STREET_LAMP,
        kind: 'strip',
        lumens: 1500,
        flicker: z < -9 ? 'fluorescent' : 'none',
        at: [0, 0, 0.15],
      })
    l.lamp(l.put('neon-sign', -2.84, 9.6, Math.PI / 2, { y: 2.6 }), {
      kind: 'neon',
      colour: '#d85a3c',
      lumens: 400,
      flicker: 'fluorescent',
      at: [0, 0.2, 0.2],
    })
    for (const [x, z] of [
      [0.6, -4],
      [-0.8, 2.2],
      [0.4, 7.4],
    ] as const)
      l.put('puddle', x, z, z)
    for (const z of [-10, -3, 3, 9]) l.put('litter', l.rnd.range(-2, 2), z, z)
    l.put('clothes-line', 0, 1.4, 0, { y: 5.2, size: [5.6, 2.1, 0.15], blocks: false })
    l.mark('edge', [0, 0, 12.2], Math.PI)
    l.mark('edge', [0.2, 0, -12], 0)
    l.mark('door', [-2.3, 0, -3.2], Math.PI / 2)
    for (const z of [-10, -6.4, -2.4, 1.8, 5.4, 9.4]) l.pair(-0.3 + 0.2 * Math.sin(z), z, 0.15, 1.3)
  },
}

const rooftop: Recipe = {
  size: () => [20, 22, 0],
  floor: 'concrete',
  floorColour: () => '#75716a',
  surroundings: 'skyline',
  furnish: (l) => {
    const wall = (x: number, z: number, w: number, yaw: number) =>
      l.put('stone-wall', x, z, yaw, { size: [w, 0.95, 0.35], colour: '#8a7464' })
    for (let i = 0; i < 5; i++) {
      wall(-8 + i * 4, -10.8, 4, 0)
      wall(-8 + i * 4, 10.8, 4, 0)
    }
    for (let i = 0; i < 5; i++) {
      wall(-9.8, -8.4 + i * 4.2, 4.2, Math.PI / 2)
      wall(9.8, -8.4 + i * 4.2, 4.2, Math.PI / 2)
    }
    const hut = l.put('stair-hut', -5.6, -6.2, 0, { colour: '#8a6a58' })
    if (hut) {
      l.mark('door', [hut.position[0], 0, hut.position[2] + 2.1], 0, { of: hut.key })
      l.lamp(l.put('strip-light', hut.position[0] + 0.85, hut.position[2] + 1.56, 0, { y: 2.15, size: [0.4, 0.1, 0.2] }), {
        ...TUBE,
        kind: 'strip',
        kelvin: 3000,
        lumens: 900,
        at: [0, 0, 0.15],
      })
    }
    l.put('water-tank', 5.8, -6.4, 0.2)
    l.put('chimney', -7.8, 1.4, 0.05)
    l.put('chimney', 8, 4.4, Math.PI / 2)
    l.put('chimney', 1.2, -8.8, 0)
    l.put('vent-unit', 4.6, 1.9, 0.15)
    l.put('vent-unit', -6.4, 6.4, Math.PI / 2)
    l.put('skylight', -2.2, 6.6, 0.1)
    l.put('antenna', 7.9, -1.2, 0.4)
    l.put('antenna', -8.3, -2.2, 1.2)
    l.put('clothes-line', 3.6, 7.6, 0.25)
    const crate = l.put('crate', -2.4, 1.6, 0.3, { size: [0.7, 0.48, 0.6] })
    l.seat(crate, 0.48, 'sit')
    const c2 = l.put('deck-chair', -0.9, 2.3, -2.2, { colour: l.pal.cloth })
    l.seat(c2, 0.36, 'sit')
    l.put('pallet', 7.6, 8.6, 0.2, { size: [1.2, 0.7, 1.0] })
    l.put('drum', 6.6, 9.2, 0)
    l.put('puddle', 1.2, -2.2, 0.5, { size: [2.2, 0.01, 1.5] })
    l.put('puddle', -4.4, 3.4, 1.5)
    for (const x of [-3, 2.5]) l.put('litter', x, -6, x)
    l.mark('edge', [0, 0, -10.1], Math.PI)
    l.mark('edge', [9, 0, 1.5], Math.PI / 2)
    l.mark('edge', [-9, 0, 4.2], -Math.PI / 2)
    l.pair(0.6, -0.4, Math.PI / 2, 1.3)
    l.pair(-3.4, -1.2, 0.5, 1.2)
    l.pair(1.6, 4.6, 1.1, 1.2)
    l.pair(2.2, -5, 0.2, 1.3)
    l.pair(7, 1.4, 0.1, 1.2)
  },
}

const harbour: Recipe = {
  size: () => [34, 22, 0],
  floor: 'stone',
  floorColour: () => '#7f786c',
  surroundings: 'sea',
  furnish: (l) => {
    l.put('zone-cobbles', 0, 3, 0, { size: [34, 0.02, 16], colour: '#7d766a' })
    l.put('zone-planks', 0, -8, 0, { size: [34, 0.02, 6], colour: '#7d6a52' })
    houseRow(l, 'south', { shops: 0.4, height: [7, 11], from: -17, to: 3 })
    l.outside('warehouse', 10, 17, Math.PI, { size: [14, 8, 12], colour: '#83604e' })
    for (const [x, colour, accent] of [
      [-10.5, '#5a6f74', '#8d5a3c'],
      [4.5, '#7d4a3c', '#4f6470'],
    ] as const)
      l.outside('fishing-boat', x, -13.3, Math.PI / 2 + (x > 0 ? 0.04 : Math.PI), { colour, accent })
    l.outside('boat', -2.4, -12.6, 1.4, { colour: '#8a7a5c' })
    l.outside('crane', 14.5, -7.5, 2.6, {})
    l.keepClear(14.5, -7.5, 3.4, 3.4)
    for (let i = 0; i < 9; i++) l.put('bollard', -16 + i * 4 + 0.6, -10.55, 0)
    for (const [prop, x, z, yaw] of [
      ['lobster-pots', -12.6, -7.6, 0.2],
      ['lobster-pots', -11, -7.2, 0.7],
      ['net-pile', -6.6, -8.2, 0.3],
      ['net-pile', 8.4, -8.6, 1.2],
      ['crate-stack', -14.6, -3.4, 0.3],
      ['crate-stack', 3.2, -8.4, 0.2],
      ['crate', 1.4, -7.9, 0.5],
      ['fruit-crate', 2.1, -6.9, 0.2],
      ['barrel', -4.2, -7.4, 0],
      ['barrel', -3.5, -7.9, 0],
      ['drum', 10.4, -7, 0],
      ['container', 14.8, 2.4, 0.04],
      ['container', 11.6, 5, Math.PI / 2],
      ['pallet', 8.2, 3.2, 0.3],
      ['pallet', 9.6, -1.4, 1.2],
      ['cart', -9.4, 1.8, 0.9],
      ['sacks', -12.8, 6.8, 0.5],
      ['truck', 3.4, 6.6, Math.PI / 2],
      ['boat', -14, 2.6, 0.35],
      ['crate', 7, 7.9, 0.2],
      ['barrel', -16, 8.4, 0],
    ] as const)
      l.put(prop, x, z, yaw, prop === 'boat' ? { colour: '#5d6f60' } : {})
    const bench = l.put('park-bench', -1.4, -5.2, Math.PI, { colour: l.pal.wood })
    l.seat(bench, 0.45, undefined, -0.35, 0.02)
    l.seat(bench, 0.45, undefined, 0.35, 0.02)
    const c = l.put('crate', -7.6, -4.4, 0.2, { size: [0.7, 0.48, 0.6] })
    l.seat(c, 0.48)
    for (const x of [-13, -3.6, 6]) l.lamp(l.put('lamp-post', x, -4.6, 0), { ...STREET_LAMP, at: [0, 3.9, 0] })
    l.put('rope', -8.8, -9.4, 0)
    l.put('rope', 5.9, -9.3, 0)
    l.put('puddle', -4.6, 2, 0.3)
    l.put('puddle', 4.2, -2.4, 1.3)
    l.mark('edge', [-16, 0, -1], Math.PI / 2)
    l.mark('edge', [16, 0, -3.4], -Math.PI / 2)
    l.mark('edge', [-9, 0, -9.9], Math.PI)
    l.mark('edge', [0.2, 0, -9.9], Math.PI)
    l.mark('door', [-6.5, 0, 10], Math.PI)
    l.pair(0.4, -1.4, Math.PI / 2, 1.3)
    l.pair(-5.4, -1, 0.8, 1.3)
    l.pair(-9, -6.2, 1.4, 1.2)
    l.pair(5.6, -6.2, 1.2, 1.2)
    l.pair(-2.2, 4.4, 0.4, 1.3)
    l.pair(6.2, 1.2, 1.9, 1.3)
  },
}

/** Recipes by kind. */
export const TOWN: Readonly<Record<string, Recipe>> = {
  market: market,
  alley: alley,
  rooftop: rooftop,
  harbour: harbour,
}
