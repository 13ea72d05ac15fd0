import { openMarks, strew } from './outdoors-land'
import { FIRE, type Recipe } from './recipe'

const beach: Recipe = {
  size: () => [34, 26, 0],
  floor: 'sand',
  floorColour: () => '#b39d76',
  surroundings: 'sea',
  furnish: (l) => {
    l.put('zone-sand', 0, -10.5, 0, { size: [34, 0.02, 5], colour: '#8a7858' })
    l.put('boat', -7.5, -4.5, 0.7, { colour: '#5f7472', accent: '#c0b494' })
    l.put('boat', 9.5, -3, -0.5, { colour: '#8a4f3e', accent: '#c0b494' })
    const log = l.put('log', 2.8, 2.2, 0.3, { colour: '#8d7f6c' })
    l.seat(log, 0.45, 'log', -0.6)
    l.seat(log, 0.45, 'log', 0.6)
    l.put('net-pile', -5, -2.2, 0.4)
    l.put('crate', -4, -3.4, 0.6)
    for (const [x, z] of [
      [-3, 5.5],
      [-1, 6.1],
    ] as const) {
      const c = l.put('deck-chair', x, z, Math.PI + 0.2, { colour: l.pal.cloth })
      l.seat(c, 0.36, 'chairs')
    }
    l.put('parasol', -2, 6.9, 0, { colour: l.pal.accent })
    for (let i = 0; i < 8; i++) l.put('fence', -14 + i * 4, 12, l.rnd.range(-0.05, 0.05), { size: [3, 0.9, 0.14], colour: '#94866c' })
    strew(l, ['rock', 'rock', 'log'], 12, 9, { scale: [0.5, 1.3] })
    strew(l, ['grass-tufts'], 16, 9)
    openMarks(l)
    l.mark('edge', [-2, 0, -10], Math.PI)
  },
}

const desert: Recipe = {
  size: () => [36, 34, 0],
  floor: 'sand',
  floorColour: () => '#ad8f60',
  surroundings: 'desert',
  furnish: (l) => {
    l.put('zone-gravel', 0, 0, 0, { size: [3.6, 0.02, 34], colour: '#9a7d56' })
    l.put('rock', 4.4, -1.4, 0.4, { size: [2.4, 1.5, 1.8], colour: '#94705a' })
    l.put('rock', -6, -5, 1.2, { size: [3.4, 2.6, 2.6], colour: '#8d6850' })
    l.put('truck', -4.6, 3.4, 0.25, { colour: '#7d6a50' })
    const seat = l.put('rock', 3.2, 2.4, 0.2, { size: [1.0, 0.5, 0.8], colour: '#94705a' })
    l.seat(seat, 0.48)
    l.put('signpost', 2.4, -7, 0.3)
    for (let i = 0; i < 5; i++)
      l.put('fence', 9, -8 + i * 3.4, Math.PI / 2 + l.rnd.range(-0.06, 0.06), { size: [3, 1.1, 0.14], colour: '#8a7458' })
    strew(l, ['cactus', 'rock', 'rock', 'bush'], 30, 6.5, { scale: [0.6, 1.5] })
    strew(l, ['grass-tufts'], 18, 3)
    openMarks(l)
  },
}

const mountain: Recipe = {
  size: () => [32, 30, 0],
  floor: 'grass',
  floorColour: () => '#6a6c48',
  surroundings: 'hills',
  furnish: (l) => {
    l.put('zone-gravel', -0.5, 0, 0, { size: [2.4, 0.02, 30], colour: '#8a7f6c' })
    l.put('rock', -4.4, -3, 0.2, { size: [3.2, 2.4, 2.4] })
    l.put('rock', 5.4, -5, 1.2, { size: [4, 3.4, 3] })
    const seat = l.put('rock', 2.8, 1.8, 0.2, { size: [1.0, 0.5, 0.8] })
    l.seat(seat, 0.48)
    const log = l.put('log', -3, 2.2, 0.5)
    l.seat(log, 0.45, undefined, 0.4)
    l.lamp(l.put('campfire', -2.2, 4.2, 0), { ...FIRE, at: [0, 0.4, 0] })
    l.put('tent', -6.2, 5.4, 0.9)
    for (const x of [-13, -10, 8, 11, 14]) l.put('stone-wall', x, -10, 0.03, {})
    strew(l, ['pine', 'pine', 'rock', 'rock', 'bush'], 30, 7.5, { scale: [0.6, 1.4] })
    strew(l, ['grass-tufts'], 22, 2.5)
    openMarks(l)
  },
}

const headland: Recipe = {
  size: () => [32, 28, 0],
  floor: 'grass',
  floorColour: () => '#6d7448',
  surroundings: 'sea',
  furnish: (l) => {
    l.put('zone-gravel', 0.8, 1, 0, { size: [2.2, 0.02, 26], colour: '#9a9080' })
    l.put('lighthouse', 7.5, -8.2, -0.25, { colour: '#ddd7ca', accent: '#a23b31' })
    l.keepClear(6.6, -4.6, 2, 2)
    l.mark('door', [6.7, 0, -4.7], -0.2)
    // The edge of the cliff, with a railing where people stand.
    for (let i = 0; i < 4; i++) l.put('railing', -10.5 + i * 3.05, -11.4, 0, { colour: '#5b5f60' })
    for (const x of [1.2, 4.2]) l.put('stone-wall', x, -11.6, 0.04, {})
    const bench = l.put('park-bench', -4.2, -7.4, Math.PI, { colour: '#7d6b52' })
    l.seat(bench, 0.48, 'bench', -0.4)
    l.seat(bench, 0.48, 'bench', 0.4)
    const rock = l.put('rock', 3.4, 3.2, 0.4, { size: [1.1, 0.5, 0.9], colour: '#8d887c' })
    l.seat(rock, 0.48)
    l.put('signpost', -1.6, 7.2, 0.2)
    for (const z of [6, 9.2]) l.put('stone-wall', -6.4, z, Math.PI / 2 + 0.05, {})
    strew(l, ['rock', 'rock', 'bush'], 16, 8, { scale: [0.5, 1.3], colour: '#847f74' })
    strew(l, ['grass-tufts'], 34, 2.5)
    openMarks(l)
    l.mark('edge', [-6, 0, -10.2], Math.PI)
  },
}

/** Recipes by kind. */
export const WILD: Readonly<Record<string, Recipe>> = { beach, desert, headland, mountain }
