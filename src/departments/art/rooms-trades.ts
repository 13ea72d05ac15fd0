import type { Layout } from './layout'
import { BULB, type Recipe } from './recipe'
import { hangThings, homely } from './rooms-home'

/** What shops of one trade have in common: a door and a broad window to the street, a till to one side, lamps in a row. */
function trade(size: readonly [number, number, number], furnish: (l: Layout) => void, more: Partial<Recipe> = {}): Recipe {
  return {
    size: (r) => [size[0] * r.range(0.97, 1.08), size[1] * r.range(0.97, 1.08), size[2]],
    floor: { classic: 'wood', rustic: 'planks', modern: 'wood', civic: 'tile', industrial: 'concrete', 'sci-fi': 'metal', night: 'wood' },
    walls: { 'sci-fi': 'metal' },
    surroundings: { ...homely, classic: 'street', rustic: 'street', modern: 'street' },
    ...more,
    furnish: (l) => {
      l.opening('door', 'south', l.w * 0.2, 1.05, 2.15)
      const win = l.opening('window', 'south', l.w * 0.66, 2.5, 1.7, 0.7)
      furnish(l)
      for (const [x, z] of [
        [-l.w * 0.22, -0.1],
        [l.w * 0.18, -l.d * 0.16],
        [l.w * 0.2, l.d * 0.24],
      ] as const)
        l.lamp(l.hang('pendant', x, z, { colour: l.pal.accent, size: [0.42, 0.95, 0.42] }), { ...BULB, lumens: 800, at: [0, 0.08, 0] })
      hangThings(l, ['west', 'east'])
      l.windowMark(win)
    },
  }
}

/** A till to the left of who comes in, with somebody's place behind it and a customer's before it. */
function till(l: Layout, on: readonly string[]): void {
  const counter = l.put('till-counter', -l.w / 2 + 1.15, -0.1, Math.PI / 2, {
    size: [2.2, 1.0, 0.65],
    colour: l.pal.wood,
    accent: l.pal.wood,
  })
  l.clutter(counter, ['till', ...on])
  if (counter)
    l.mark('counter', [counter.position[0] - 0.72, 0, counter.position[2] + 0.2], Math.PI / 2, { of: counter.key, group: 'till' })
  l.before(counter, 0.4, 0.2)
}

/** A counter over the width of a shop, two places behind it and two before it. */
function acrossCounter(l: Layout, on: readonly string[]): void {
  const counter = l.put('counter', 0.1, -l.d / 2 + 1.75, 0, { size: [3.5, 1.0, 0.6], colour: l.pal.wood, accent: l.pal.wood })
  l.clutter(counter, on)
  if (counter) for (const dx of [-0.7, 0.7]) l.mark('counter', [dx, 0, counter.position[2] - 0.62], 0, { of: counter.key, group: 'till' })
  for (const dx of [-0.8, 0.5]) l.before(counter, 0.4, dx)
}

const tailor = trade([7.2, 6.2, 3], (l) => {
  for (const a of [0.2, 0.5]) l.lean('cloth-shelf', 'north', l.w * a, { size: [1.9, 2.05, 0.5], colour: l.pal.wood })
  l.lean('mirror', 'east', l.d * 0.3, { y: 0.25, size: [0.85, 1.85, 0.05] })
  l.lean('clothes-rack', 'north', l.w * 0.83, { size: [1.5, 1.55, 0.5] })
  till(l, ['cloth', 'scissors', 'papers'])
  const cutting = l.put('table', 0.95, -0.55, 0, { size: [2.0, 0.86, 1.0], colour: l.pal.wood })
  l.clutter(cutting, ['cloth', 'scissors', 'cloth', 'book'])
  l.before(cutting, 0.35, -0.4)
  l.before(cutting, 0.35, 0.5)
  const bench = l.put('sewing-table', l.w / 2 - 0.5, 1.15, -Math.PI / 2, { colour: l.pal.wood, accent: l.pal.accent })
  const stool = l.put('stool', l.w / 2 - 1.2, 1.15, Math.PI / 2, { size: [0.38, 0.48, 0.38], colour: l.pal.wood })
  l.seat(stool, 0.48, 'sewing')
  if (bench)
    l.lamp(l.on(bench, 'table-lamp', 0.36, -0.1), { kind: 'table-lamp', kelvin: 2700, lumens: 380, flicker: 'none', at: [0, 0.12, 0] })
  for (const [x, z, tone] of [
    [0.35, l.d / 2 - 0.55, '#3f4a5c'],
    [1.15, l.d / 2 - 0.5, '#6e3b38'],
    [-0.75, -1.3, '#4c4a44'],
  ] as const)
    l.put('dress-form', x, z, z > 0 ? Math.PI : 0.2, { colour: tone })
  l.pair(-0.6, 0.9, 0.4)
  l.pair(-0.9, -0.2, Math.PI / 2)
  l.pair(0.6, 0.75, 0.2)
})

/** A workshop of hands: a bench under a broad window, tools on the wall, timber, shavings on the floor. */
const workshop: Recipe = {
  size: (r) => [8.2 * r.range(0.96, 1.08), 6.6 * r.range(0.96, 1.08), 3.3],
  floor: {
    'sci-fi': 'metal',
    industrial: 'planks',
    classic: 'planks',
    rustic: 'planks',
    modern: 'concrete',
    civic: 'concrete',
    night: 'planks',
  },
  floorColour: () => '#8a7458',
  walls: {
    'sci-fi': 'metal',
    industrial: 'plaster',
    classic: 'plaster',
    rustic: 'plaster',
    modern: 'brick',
    civic: 'plaster',
    night: 'brick',
  },
  wallColour: () => '#b3a68e',
  dado: { heightM: 1.1, kind: 'planks', colour: () => '#7d6a52' },
  ceiling: 'planks',
  ceilingColour: () => '#8d7a62',
  surroundings: { ...homely, classic: 'street', rustic: 'street', modern: 'street', industrial: 'street' },
  furnish: (l) => {
    l.opening('door', 'south', l.w * 0.8, 1.1, 2.15)
    const win = l.opening('window', 'west', l.d * 0.44, 3, 1.6, 0.95)
    l.opening('window', 'north', l.w * 0.24, 1.5, 1.5, 1.05)
    const bench = l.put('workbench', -l.w / 2 + 1.2, -0.35, Math.PI / 2, { size: [2.4, 0.9, 0.8], colour: '#8f6d45' })
    l.clutter(bench, ['toolbox', 'jars', 'rope', 'book'])
    if (bench) l.mark('counter', [bench.position[0] + 0.85, 0, bench.position[2]], -Math.PI / 2, { of: bench.key })
    const second = l.put('workbench', 0.75, 0.1, 0, { size: [2.1, 0.88, 0.85], colour: '#7d5f3f' })
    l.clutter(second, ['box', 'jars', 'papers', 'toolbox'])
    l.before(second, 0.35, -0.5)
    l.before(second, 0.35, 0.6)
    l.lean('tool-wall', 'north', l.w * 0.62, { y: 1.15, size: [2.4, 1.4, 0.16] })
    const side = l.lean('workbench', 'north', l.w * 0.62, { size: [2.4, 0.9, 0.6], colour: '#8f6d45' })
    l.clutter(side, ['jars', 'radio', 'toolbox', 'bottle'])
    l.lean('lumber-rack', 'east', l.d * 0.3, { size: [2.6, 2, 0.62] })
    l.lean('tool-chest', 'east', l.d * 0.66, { colour: l.pal.accent })
    l.lean('shelving-rack', 'south', l.w * 0.3, { size: [2.2, 2.1, 0.5], accent: l.pal.accent2 })
    l.lean('coat-hooks', 'south', l.w * 0.6, { y: 1.1 })
    for (const [x, z] of [
      [-1.2, 0.9],
      [1.9, 1.35],
    ] as const) {
      const stool = l.put('stool', x, z, x, { size: [0.38, 0.55, 0.38], colour: '#7d5f3f' })
      l.seat(stool, 0.53, 'bench')
    }
    for (const [prop, x, z, yaw] of [
      ['crate', 0.42, 0.4, 0.3],
      ['barrel', 0.43, 0.22, 0],
      ['crate-stack', -0.42, 0.4, 0.2],
      ['sacks', 0.36, -0.42, 0.5],
    ] as const)
      l.put(prop, l.w * x, l.d * z, yaw)
    for (const [x, z] of [
      [-1.9, -0.6],
      [0.6, 1.3],
      [-0.6, -1.5],
    ] as const)
      l.put('straw-litter', x, z, x, { size: [1.8, 0.03, 1.5], colour: '#c3a878' })
    for (const [x, z] of [
      [-l.w * 0.28, -0.35],
      [0.75, 0.1],
    ] as const)
      l.lamp(l.hang('pendant', x, z, { colour: '#4f5d56', size: [0.46, 1.1, 0.46] }), { ...BULB, lumens: 1100, at: [0, 0.08, 0] })
    l.windowMark(win)
    l.pair(-1.2, 1.9, 0.3)
    l.pair(0.4, -1.4, Math.PI / 2)
    l.pair(2.3, -0.9, 0.2)
    l.pair(-0.4, 2.3, Math.PI / 2, 1.1)
  },
}

const bookshop = trade([7.6, 6.8, 3.1], (l) => {
  for (const a of [0.1, 0.245, 0.39, 0.535, 0.68, 0.825])
    l.lean('bookcase', 'north', l.w * a, { size: [1.05, 2.35, 0.32], colour: l.pal.wood })
  for (const a of [0.2, 0.37]) l.lean('bookcase', 'east', l.d * a, { size: [1.1, 2.35, 0.32], colour: l.pal.wood })
  for (const x of [0.2, 2.0]) l.put('bookcase', x, -1.15, 0, { size: [1.5, 1.3, 0.36], colour: l.pal.wood })
  l.put('ladder', l.w * 0.05, -l.d / 2 + 0.62, 0, { size: [0.5, 2.2, 0.5] })
  till(l, ['book-stack', 'papers', 'book'])
  const table = l.put('table', 0.75, 0.75, 0, { size: [1.6, 0.78, 0.9], colour: l.pal.wood })
  l.clutter(table, ['book-stack', 'book', 'book-stack', 'book', 'book-stack', 'vase'])
  l.before(table, 0.35)
  const armchair = l.put('armchair', l.w / 2 - 0.6, 0.75, -Math.PI / 2, { colour: l.pal.cloth })
  l.seat(armchair, 0.44, 'reading')
  l.lamp(l.put('floor-lamp', l.w / 2 - 0.35, 0.02, 0), {
    kind: 'floor-lamp',
    kelvin: 2700,
    lumens: 600,
    flicker: 'none',
    at: [0, 1.5, 0],
  })
  l.put('rug', 0.9, 0.8, 0, { size: [2.8, 0.02, 1.9], colour: l.pal.cloth, accent: l.pal.accent })
  l.pair(-0.9, 1.3, 0.5)
  l.pair(-1.1, -0.9, Math.PI / 2)
  l.pair(1.1, -2.1, 0)
})

const bakery = trade(
  [6.6, 5.8, 3],
  (l) => {
    for (const a of [0.17, 0.43, 0.69]) l.lean('bread-rack', 'north', l.w * a, { size: [1.5, 2.0, 0.42], colour: l.pal.wood })
    acrossCounter(l, ['till', 'bread', 'fruit-bowl', 'bread', 'jars'])
    const stand = l.put('cafe-set', l.w / 2 - 1.0, 1.0, 0)
    if (!stand) l.put('round-table', l.w / 2 - 0.8, 1.0, 0, { size: [0.7, 0.74, 0.7] })
    l.lean('sacks', 'west', l.d * 0.62)
    l.lean('sacks', 'west', l.d * 0.8)
    l.lean('blackboard', 'west', l.d * 0.3, { y: 1.3, size: [1.1, 0.8, 0.04] })
    l.pair(-0.9, 0.9, 0.3)
    l.pair(0.6, 0.4, Math.PI / 2)
    l.pair(-1.6, 0.2, 0.1)
  },
  { floor: 'tile' },
)

const pharmacy = trade([6.8, 5.8, 3], (l) => {
  for (const a of [0.17, 0.43, 0.69]) l.lean('apothecary-cabinet', 'north', l.w * a, { size: [1.6, 2.25, 0.45], colour: l.pal.wood })
  acrossCounter(l, ['till', 'jars', 'bottles', 'papers', 'jars'])
  l.lean('shop-shelf', 'east', l.d * 0.62, { colour: l.pal.wood })
  l.lean('wall-cabinet', 'west', l.d * 0.34, { y: 1.3 })
  l.lean('wall-clock', 'west', l.d * 0.6, { y: 2.1 })
  const chair = l.lean('chair', 'west', l.d * 0.72, { colour: l.pal.wood })
  l.seat(chair, 0.46, 'waiting')
  l.pair(-0.9, 1.1, 0.3)
  l.pair(0.7, 0.5, Math.PI / 2)
  l.pair(-1.5, 0.3, 0.1)
})

const barbershop = trade(
  [6.8, 5.8, 3],
  (l) => {
    for (const [i, z] of [-l.d * 0.24, l.d * 0.06].entries()) {
      const shelf = l.put('counter', l.w / 2 - 0.22, z, -Math.PI / 2, { size: [1.3, 0.86, 0.38], colour: l.pal.wood })
      l.clutter(shelf, ['bottles', 'scissors', 'jars', 'cloth'])
      l.lean('mirror', 'east', l.d / 2 + z, { y: 1.0, size: [1.15, 1.1, 0.05] })
      const chair = l.put('barber-chair', l.w / 2 - 1.25, z, Math.PI / 2, { colour: l.pal.cloth })
      l.seat(chair, 0.53, `barber-${i}`)
      l.mark('stand', [l.w / 2 - 2.05, 0, z - 0.15], Math.PI / 2, { group: `barber-behind-${i}` })
    }
    for (const a of [0.26, 0.38, 0.5]) l.seat(l.lean('chair', 'west', l.d * a, { colour: l.pal.wood }), 0.46, 'waiting')
    const low = l.put('coffee-table', -l.w / 2 + 1.35, -l.d * 0.06, Math.PI / 2, { size: [0.8, 0.42, 0.42], colour: l.pal.wood })
    l.clutter(low, ['papers', 'papers'])
    l.lean('basin', 'north', l.w * 0.72)
    l.lean('mirror', 'north', l.w * 0.72, { y: 1.15, size: [0.6, 0.8, 0.05] })
    l.lean('shop-shelf', 'north', l.w * 0.4, { size: [1.4, 1.9, 0.36], colour: l.pal.wood })
    l.lean('coat-rack', 'north', l.w * 0.14)
    l.lean('wall-clock', 'west', l.d * 0.4, { y: 2.1 })
    l.pair(-0.6, 1.2, 0.4)
    l.pair(-0.3, -1.1, Math.PI / 2)
    l.pair(-0.7, 0.1, 0.1)
  },
  { floor: 'tile' },
)

const flowerShop = trade(
  [6.6, 5.8, 3],
  (l) => {
    const bucket = (x: number, z: number, tall = 0.62): void => {
      l.put('flower-bucket', x, z, 0, { size: [0.34, tall, 0.34] })
    }
    for (let i = 0; i < 7; i++) bucket(-l.w / 2 + 0.5 + i * 0.42, -l.d / 2 + 0.3, 0.78)
    for (let i = 0; i < 6; i++) bucket(-l.w / 2 + 0.72 + i * 0.42, -l.d / 2 + 0.72, 0.56)
    for (let i = 0; i < 5; i++) bucket(l.w / 2 - 0.3, -l.d / 2 + 0.9 + i * 0.42, i % 2 ? 0.62 : 0.76)
    for (const dx of [-0.9, -0.45, 0, 0.45, 0.9]) bucket(l.w * 0.16 + dx, l.d / 2 - 0.32, 0.58)
    const table = l.put('workbench', 1.0, -0.5, 0, { size: [1.9, 0.88, 0.8], colour: l.pal.wood })
    l.clutter(table, ['vase', 'scissors', 'papers', 'vase'])
    l.before(table, 0.35, -0.4)
    if (table) l.mark('counter', [1.0, 0, -1.28], 0, { of: table.key, group: 'bench' })
    till(l, ['vase', 'papers'])
    l.lean('wall-shelf', 'north', l.w * 0.72, { y: 1.45, size: [1.8, 0.4, 0.24], accent: l.pal.accent })
    l.put('house-plant', l.w / 2 - 0.45, 1.9, 0, { size: [0.7, 1.7, 0.7] })
    l.put('house-plant', -l.w / 2 + 0.5, l.d / 2 - 0.5, 0, { size: [0.6, 1.3, 0.6] })
    l.pair(-0.7, 1.0, 0.4)
    l.pair(0.5, 0.7, 0.1)
    l.pair(-0.9, -0.3, Math.PI / 2)
  },
  { floor: 'tile' },
)

/** Recipes by kind. */
export const TRADES: Readonly<Record<string, Recipe>> = {
  'tailor-shop': tailor,
  workshop,
  bookshop,
  bakery,
  pharmacy,
  barbershop,
  'flower-shop': flowerShop,
}
