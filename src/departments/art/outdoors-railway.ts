import { type Recipe, STREET_LAMP } from './recipe'

/** A platform of a small station: its house, a canopy on iron posts, a clock; beyond its edge the tracks. */
const platform: Recipe = {
  size: () => [11, 38, 0],
  floor: 'stone',
  floorColour: () => '#8a8378',
  surroundings: 'railway',
  furnish: (l) => {
    l.put('zone-paving', -2.6, 0, 0, { size: [5.8, 0.02, 38], colour: '#938b7f' })
    l.put('platform-face', 4.7, 0, 0, { size: [1.6, 0.02, 38] })
    l.outside('station-house', -9.05, -1, Math.PI / 2, { size: [18, 8.4, 7], colour: l.rnd.pick(['#8d5f4c', '#9a7a5c', '#7f6a5e']) })
    l.put('platform-canopy', -3, -1, 0, { size: [4.9, 4.3, 24], accent: l.rnd.pick(['#d8cfb8', '#b9c2b4', '#c9b89a']), colour: l.pal.wood })
    for (const z of [-12, -6, 0, 6, 10]) l.put('canopy-post', -1.1, z - 0.5, 0, { size: [0.34, 3.56, 0.34] })
    for (const z of [-9, -3, 3, 8]) {
      const lamp = l.put('pendant', -3, z - 0.4, 0, { y: 2.75, size: [0.44, 0.85, 0.44] })
      l.lamp(lamp, { kind: 'pendant', kelvin: 2700, lumens: 1400, flicker: 'none', at: [0, 0.1, 0] })
    }
    for (const z of [-16.4, 14.4]) l.lamp(l.put('lamp-post', 1.4, z, 0), { ...STREET_LAMP, at: [0, 3.9, 0] })
    l.put('station-clock', 0.2, 2.6, Math.PI / 2)
    for (const z of [-7.4, 4.6]) {
      const bench = l.put('park-bench', -4.9, z, Math.PI / 2, { colour: l.pal.wood })
      l.seat(bench, 0.45, undefined, -0.35, 0.02)
      l.seat(bench, 0.45, undefined, 0.35, 0.02)
    }
    l.put('cart', -3.9, 11.6, 0.3)
    l.put('crate-stack', -4.6, -11.6, 1.5)
    l.put('trash-can', -5, -4.6, 0)
    l.put('phone-booth', -4.7, 13.6, Math.PI / 2)
    l.put('signpost', 2.9, -8.4, -Math.PI / 2)
    l.put('flower-bed', -4.9, 7.6, Math.PI / 2, { size: [2, 0.55, 0.7], accent: l.pal.accent })
    l.mark('door', [-4.9, 0, -1], Math.PI / 2)
    l.mark('edge', [1, 0, 18], Math.PI)
    l.mark('edge', [1, 0, -18], 0)
    for (const z of [-10.4, -4.6, 1, 7.4]) l.pair(1.2, z, 0.3, 1.3)
    l.mark('stand', [3.2, 0, 0], Math.PI / 2)
  },
}

/** A bridge for trains: a track between two trusses, walkways of planks, a river under it. */
const railwayBridge: Recipe = {
  size: () => [8.6, 40, 0],
  floor: 'planks',
  floorColour: () => '#6d6154',
  surroundings: 'river',
  furnish: (l) => {
    l.put('zone-gravel', 0, 0, 0, { size: [3.2, 0.02, 40], colour: '#6b6459' })
    l.put('rail-track', 0, 0, 0, { size: [2.8, 0.3, 40], y: -0.16 })
    for (const x of [-4.1, 4.1]) l.put('truss', x, 0, 0, { size: [0.34, 4.6, 40] })
    for (const z of [-16, -8, 0, 8, 16]) l.put('bridge-portal', 0, z, 0, { y: 4.6, size: [8.6, 0.9, 0.4] })
    for (const z of [-12, 4]) {
      const lamp = l.put('lantern', 3.7, z, 0, { y: 2.4, size: [0.2, 0.34, 0.2] })
      l.lamp(lamp, { kind: 'table-lamp', kelvin: 2300, lumens: 900, flicker: 'none', at: [-0.2, 0.12, 0] })
    }
    l.put('crate', -3.2, -6.4, 0.4)
    l.put('drum', 3.2, 9.6, 0)
    for (const z of [-6, 0, 6]) l.pair(-2.6, z, 0.1, 1.2)
    l.pair(0, 3, Math.PI / 2, 1.4)
    for (const [x, z, yaw] of [
      [-2.6, 19, Math.PI],
      [2.6, -19, 0],
    ] as const)
      l.mark('edge', [x, 0, z], yaw)
    l.mark('stand', [3.3, 0, -2], Math.PI / 2)
  },
}

/** Platforms and what trains go over. */
export const RAILWAYS: Readonly<Record<string, Recipe>> = { platform, 'railway-bridge': railwayBridge }
