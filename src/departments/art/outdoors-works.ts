import { openMarks, strew } from './outdoors-land'
import { type Recipe, STREET_LAMP } from './recipe'

/** Where a house is being built: its frame of concrete, scaffold, an excavator, what waits to be built in. */
const constructionSite: Recipe = {
  size: () => [34, 30, 0],
  floor: 'sand',
  floorColour: () => '#83725a',
  surroundings: 'street',
  furnish: (l) => {
    l.put('zone-gravel', 6.4, 0, 0, { size: [4.4, 0.02, 30], colour: '#8d8473' })
    // What is being built closes the view; the crane stands over it.
    l.outside('concrete-frame', -4.5, -18.6, 0, { size: [22, 12.4, 9] })
    l.outside('scaffold', -9.3, -13.5, 0, { size: [11.4, 9.6, 1.1] })
    l.outside('crane', 12.6, -20, 0.5, { size: [3.4, 24, 3.4], colour: '#c9942e' })
    l.outside('site-cabin', -16, 2.6, Math.PI / 2, { size: [6, 2.6, 2.4] })
    l.outside('site-cabin', -16, -3.8, Math.PI / 2, { size: [6, 2.6, 2.4], colour: '#8b8f88' })
    for (const z of [-13, -9.5, -6, -2.5, 1, 4.5, 8, 11.5]) l.put('site-fence', 16.2, z, -Math.PI / 2)
    for (const x of [-15, -11.5, -8, -4.5, -1, 11.5, 15]) l.put('site-fence', x, 14.4, Math.PI)
    l.put('excavator', 10.8, -6.2, -0.5, { size: [3, 3.2, 7.2] })
    l.put('sand-heap', 12.4, 3.6, 0.4, { size: [5, 1.7, 4.2], colour: '#a08a62' })
    l.put('cement-mixer', 2.3, -8.4, 0.5)
    for (const [x, z, yaw] of [
      [-2.4, -9.6, 0.1],
      [-4.3, -9.4, -0.05],
      [-3.3, -7.3, 0.5],
    ] as const)
      l.put('brick-pallet', x, z, yaw)
    l.put('pipe-stack', -8.6, -6.4, 0.2, { size: [4.2, 1.1, 1.5] })
    l.put('lumber-rack', 0.4, -11.4, 0)
    l.put('pipe-stack', 9.4, 8.8, Math.PI / 2 + 0.1, { size: [4.4, 0.62, 1.3], colour: '#8a5a3c' })
    const bench = l.put('crate', -5.4, -1.6, 0.3, { colour: '#8a7048' })
    l.seat(bench, 0.5)
    const boards = l.put('brick-pallet', -6.9, 3.4, 0.2, { size: [1.2, 0.46, 1.0] })
    l.seat(boards, 0.46, 'break', -0.3)
    l.seat(boards, 0.46, 'break', 0.3)
    const wagon = l.put('cart', 3.4, 3.6, 0.9, { size: [0.8, 0.75, 1.5], colour: '#5a6a5c' })
    if (wagon) l.mark('stand', [3.4 - 1.1, 0, 3.6 - 0.9], 0.9, { of: wagon.key })
    for (const [x, z] of [
      [4, -3.6],
      [4.05, -1],
      [4.1, 1.6],
      [8.9, -2],
      [8.8, 5.6],
    ] as const)
      l.put('traffic-cone', x, z, x)
    for (const [x, z, yaw] of [
      [-11.6, -9.8, 0.7],
      [13.6, -12.6, -0.6],
    ] as const)
      l.lamp(l.put('site-lamp', x, z, yaw), { ...STREET_LAMP, kelvin: 4300, lumens: 9000, at: [0, 3.5, 0.2] })
    l.lamp(l.put('site-lamp', -3.2, 12.6, Math.PI), { ...STREET_LAMP, kelvin: 4300, lumens: 7000, at: [0, 3.5, 0.2] })
    l.put('puddle', 5.9, 2.2, 0.4)
    l.put('puddle', 7.2, -8.4, 1.2)
    openMarks(l)
    l.pair(-1, -5.2, 0.5, 1.3)
    strew(l, ['rubble', 'scree', 'litter'], 12, 6, { scale: [0.5, 1] })
  },
}

/** A football ground from the touchline: the pitch, a goal, stands all round, masts with lamps. */
const stadium: Recipe = {
  size: () => [46, 40, 0],
  floor: 'grass',
  floorColour: () => '#5f7a3c',
  surroundings: 'plain',
  furnish: (l) => {
    const seats = l.rnd.pick(['#2f568a', '#9a3a34', '#2f6b52'])
    // Mown in stripes; what is beyond the lines is turf too.
    for (let i = 0; i < 5; i++) l.put('zone-grass', 0, -13.2 + i * 6.2, 0, { size: [40, 0.02, 3.1], colour: '#6d8746' })
    l.put('pitch-lines', 0, 0, 0, { size: [40, 0.02, 34] })
    l.put('goal-frame', 0, -17.9, 0, { size: [7.3, 2.44, 2] })
    l.outside('grandstand', 0, -28.5, 0, { size: [58, 12.5, 14], colour: seats, accent: '#c9c6ba' })
    for (const x of [-1, 1]) {
      l.outside('grandstand', x * 32, 0, (-x * Math.PI) / 2, { size: [50, 11.5, 13], colour: seats, accent: '#c9c6ba' })
      for (const z of [-1, 1]) {
        l.outside('grandstand', x * 30.4, z * 26.9, Math.atan2(-x, -z), { size: [13, 11.8, 11], colour: seats, accent: '#c9c6ba' })
        l.lamp(l.outside('floodlight', x * 37, z * 33, Math.atan2(-x, -z), { size: [3.4, 24, 1.4] }), {
          ...STREET_LAMP,
          kelvin: 5200,
          lumens: 90000,
          at: [0, 22.4, 0.6],
          direction: [-x * 0.62, -0.55, -z * 0.56],
        })
      }
    }
    l.outside('grandstand', 0, 28.5, Math.PI, { size: [58, 12.5, 14], colour: seats, accent: '#c9c6ba' })
    // Coaches' benches on the touchline, boards behind it.
    for (const z of [-7.2, 5.2]) {
      const dugout = l.put('dugout', 21.6, z, -Math.PI / 2, { size: [5.2, 2.1, 1.5] })
      for (const dx of [-1.8, -0.9, 0, 0.9, 1.8]) l.seat(dugout, 0.44, `bench-${z}`, dx, 0.12)
    }
    for (const x of [-18, -12, 12, 18]) l.put('ad-board', x, -19.5, 0, { size: [5.8, 0.9, 0.12] })
    for (const z of [-13, -1, 12]) l.put('ad-board', -22.4, z, Math.PI / 2, { size: [5.8, 0.9, 0.12] })
    for (const x of [-1, 1]) for (const z of [-1, 1]) l.put('corner-flag', x * 19.9, z * 16.9, 0)
    l.pair(0, 1.5, Math.PI / 2, 1.4)
    l.pair(-3, 3.4, 0.5, 1.3)
    l.pair(4, -2, -0.6, 1.3)
    l.pair(18.8, -1, 0.2, 1.3)
    l.pair(1, -12.6, Math.PI / 2, 1.6)
    l.mark('stand', [0, 0, -17], 0)
    for (const [x, z, yaw] of [
      [22.2, -1, -Math.PI / 2],
      [0, 19, Math.PI],
      [-21.4, 5.4, Math.PI / 2],
    ] as const)
      l.mark('edge', [x, 0, z], yaw)
  },
}

/** Where things are built, and where crowds go. */
export const WORKS: Readonly<Record<string, Recipe>> = { 'construction-site': constructionSite, stadium }
