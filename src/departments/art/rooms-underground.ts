import { BULB, type Recipe, SHADE } from './recipe'

/** A lamp in a cage on a wall: what lights tunnels. */
const CAGED = { kind: 'strip', kelvin: 2900, lumens: 700, flicker: 'none' } as const

const tunnel: Recipe = {
  size: (r) => [6.4, 26 * r.range(0.97, 1.05), 4.6],
  floor: 'sand',
  floorColour: () => '#5d5a55',
  walls: 'brick',
  wallColour: () => '#77695c',
  ceiling: 'brick',
  ceilingColour: () => '#6d6258',
  surroundings: 'none',
  furnish: (l) => {
    l.opening('door', 'west', l.d * 0.3, 0.9, 2.05)
    l.opening('arch', 'south', l.w * 0.5, 4, 3.4)
    l.opening('arch', 'north', l.w * 0.5, 4, 3.4)
    l.put('tunnel-vault', 0, 0, 0, { size: [l.w, l.h, l.d], blocks: false, colour: '#7d6a5a' })
    l.put('rail-track', 0.7, 0, 0, { size: [2.8, 0.3, l.d], y: -0.14 })
    for (let i = 0; i < 5; i++) {
      const z = (i - 2) * (l.d / 5)
      l.lamp(l.put('caged-lamp', -l.w / 2 + 0.3, z, Math.PI / 2, { y: 2.35 }), { ...CAGED, at: [0, 0.1, 0.15] })
    }
    for (const z of [-4, 6.5]) l.put('puddle', -1.7, z, 0.4, { size: [1.3, 0.01, 0.9] })
    l.put('pipe-run', l.w / 2 - 0.28, -4, -Math.PI / 2, { y: 0.9, size: [9, 0.5, 0.22] })
    l.put('fuse-box', -l.w / 2 + 0.22, -2.2, Math.PI / 2, { y: 1.2 })
    l.put('rubble', 2.4, 8, 0.7, { size: [1.1, 0.4, 0.9] })
    for (const z of [-8, -3, 1.5, 5, 9]) l.pair(-1.6, z, 0.1, 1.2)
    l.pair(-1.5, -5.5, Math.PI / 2 - 0.5, 1.1)
  },
}

const sewer: Recipe = {
  size: (r) => [6, 20 * r.range(0.97, 1.05), 3.6],
  floor: 'stone',
  floorColour: () => '#4c4a42',
  walls: 'brick',
  wallColour: () => '#5f5648',
  ceiling: 'brick',
  ceilingColour: () => '#584f44',
  surroundings: 'none',
  furnish: (l) => {
    l.opening('door', 'west', l.d * 0.24, 0.85, 1.95)
    l.opening('arch', 'south', l.w * 0.5, 3.4, 2.6)
    l.opening('arch', 'north', l.w * 0.5, 3.4, 2.6)
    l.put('tunnel-vault', 0, 0, 0, { size: [l.w, l.h, l.d], blocks: false, colour: '#66594a' })
    l.put('sewer-channel', 0, 0, 0, { size: [1.9, 0.14, l.d] })
    l.put('ladder', 2.35, -2.6, -Math.PI / 2, { size: [0.6, 3.2, 0.4] })
    for (const [x, z] of [
      [-1, -6.5],
      [1, -1.8],
      [-1, 2.6],
      [1, 7],
    ] as const)
      l.lamp(l.put('caged-lamp', x * (l.w / 2 - 0.3), z, (-x * Math.PI) / 2, { y: 1.85 }), {
        ...CAGED,
        kelvin: 2600,
        lumens: 520,
        at: [0, 0.1, 0.15],
      })
    l.put('pipe-run', -l.w / 2 + 0.26, -1.5, Math.PI / 2, { y: 1.15, size: [7, 0.42, 0.22] })
    l.put('vent', l.w / 2 - 0.1, 3.4, -Math.PI / 2, { y: 0.7 })
    for (const z of [-5, 4.4]) l.put('puddle', 1.7, z, 0.6, { size: [1, 0.01, 0.7] })
    for (const z of [-7, -3.5, 0.4, 4.6, 8]) l.pair(-1.75, z, 0.05, 1.1)
    for (const z of [-6, 1.5, 6]) l.pair(1.8, z, 0.05, 1.1)
  },
}

const mine: Recipe = {
  size: (r) => [5, 18 * r.range(0.97, 1.05), 2.9],
  floor: 'sand',
  floorColour: () => '#51483d',
  walls: 'concrete',
  wallColour: () => '#544c42',
  ceiling: 'concrete',
  ceilingColour: () => '#4a443c',
  surroundings: 'none',
  furnish: (l) => {
    l.opening('arch', 'south', l.w * 0.5, 2.4, 2.2)
    l.opening('arch', 'north', l.w * 0.5, 2.4, 2.2)
    l.put('cave-vault', 0, 0, 0, { size: [l.w, l.h, l.d], blocks: false, colour: '#5c5247' })
    l.put('mine-rails', 0.55, 0, 0, { size: [1.1, 0.1, l.d - 1.2] })
    l.put('mine-cart', 0.55, -4.2, 0)
    // Timber sets every few metres hold the roof; a lantern on some.
    const sets = [-7, -4.6, -2.2, 0.2, 2.6, 5, 7.4]
    sets.forEach((z, i) => {
      for (const x of [-1, 1]) l.put('timber-post', x * 1.72, z, 0, { size: [0.22, 2.28, 0.22], colour: '#6b5138' })
      l.hang('ceiling-beam', 0, z, { size: [3.9, 0.24, 0.24], colour: '#6b5138' })
      if (i % 2 === 0) {
        const lamp = l.put('lantern', -1.52, z, 0, { y: 1.55, blocks: false })
        l.lamp(lamp, { ...SHADE, kelvin: 2100, lumens: 520, flicker: 'fire', at: [0, 0.14, 0.02] })
      }
    })
    l.lamp(l.hang('pendant', -0.2, -1, { colour: '#3a3a38', size: [0.3, 0.95, 0.3] }), {
      ...BULB,
      kelvin: 2500,
      lumens: 500,
      at: [0, 0.1, 0],
    })
    l.put('rock', -1.6, -5.8, 0.4, { size: [0.9, 0.7, 0.8], colour: '#5f564a' })
    l.put('rubble', 1.5, 6.2, 0.2, { size: [0.9, 0.45, 1.2] })
    l.put('crate', -1.55, 3.8, 0.1, { colour: '#6b5138' })
    l.put('barrel', -1.6, 1.4, 0, { size: [0.5, 0.75, 0.5] })
    for (const z of [-6, -3, -0.8, 2, 4.4, 6.4]) l.pair(-0.55, z, 0.05, 1.05)
  },
}

/** Recipes by kind. */
export const UNDERGROUND: Readonly<Record<string, Recipe>> = { tunnel, sewer, mine }
