import type { Layout } from './layout'
import { BULB, FIRE, type Recipe, SHADE, STANDING } from './recipe'

const homely = {
  rustic: 'fields',
  classic: 'suburb',
  modern: 'street',
  'sci-fi': 'space',
  industrial: 'sea',
  civic: 'street',
  night: 'street',
} as const
const walls = { 'sci-fi': 'metal', industrial: 'metal' } as const

/** Pictures, a clock, hooks and shelves on what wall is left. */
function hangThings(l: Layout, sides: readonly ('north' | 'south' | 'east' | 'west')[]): void {
  const plain = l.style === 'sci-fi' || l.style === 'industrial'
  for (const side of sides) {
    const length = side === 'north' || side === 'south' ? l.w : l.d
    const n = l.rnd.int(1, 2)
    for (let i = 0; i < n; i++) {
      const prop = plain
        ? l.rnd.pick(['wall-panel', 'vent', 'fuse-box', 'pipe-run'])
        : l.rnd.pick(['picture', 'picture', 'picture', 'mirror', 'map'])
      const k = l.rnd.range(0.8, 1.35)
      const size = prop === 'picture' ? ([0.55 * k, 0.45 * l.rnd.range(0.8, 1.5) * k, 0.04] as const) : undefined
      l.lean(prop, side, length * l.rnd.range(0.2, 0.8), {
        y: prop === 'mirror' ? 1.15 : 1.4 + l.rnd.range(0, 0.15),
        ...(size ? { size } : {}),
        accent: l.rnd.pick([l.pal.accent, l.pal.accent2, l.pal.cloth]),
      })
    }
  }
}

const kitchen: Recipe = {
  size: (r) => [5.2 * r.range(0.96, 1.1), 4.5 * r.range(0.97, 1.08), 2.6],
  floor: { rustic: 'planks', industrial: 'metal', 'sci-fi': 'metal', modern: 'wood', classic: 'tile', civic: 'tile' },
  walls,
  dado: { heightM: 1.15, kind: 'tile', styles: ['classic', 'modern', 'civic'] },
  surroundings: homely,
  furnish: (l) => {
    const steel = l.style === 'sci-fi' || l.style === 'industrial'
    l.opening('door', 'south', l.w * 0.24, 0.92, 2.05)
    const win = l.opening('window', 'north', l.w * 0.5, steel ? 0.9 : 1.4, steel ? 0.7 : 1.15, 1.08)
    const side = l.opening('window', 'west', l.d * 0.5, steel ? 0.7 : 1.1, steel ? 0.7 : 1.25, steel ? 1.15 : 0.95)
    const c = l.pal.dado
    const sink = l.lean('sink-counter', 'north', l.w * 0.5, { size: [1.3, 0.9, 0.62], colour: c, accent: l.pal.wood, exact: true })
    const left = l.lean('counter', 'north', l.w * 0.5 - 1.215, { size: [1.1, 0.9, 0.62], colour: c, accent: l.pal.wood, exact: true })
    const stove = l.lean('stove', 'north', l.w * 0.5 + 0.97, { colour: steel ? l.pal.metal : '#b9b2a4', exact: true })
    const right = l.lean('counter', 'north', l.w * 0.5 + 1.645, { size: [0.7, 0.9, 0.62], colour: c, accent: l.pal.wood, exact: true })
    l.lean('fridge', 'north', 0.42, { colour: steel ? l.pal.metal : l.rnd.pick([l.pal.accent2, '#c9c3b4', l.pal.accent]) })
    l.lean('wall-cabinet', 'north', l.w * 0.5 - 1.25, { y: 1.5, colour: c, accent: l.pal.wood })
    l.lean('pan-rack', 'north', l.w * 0.5 + 1.25, { y: 1.55 })
    if (l.style === 'rustic') {
      l.lamp(l.lean('fireplace', 'east', l.d * 0.62, { colour: l.pal.dado }), { ...FIRE, lumens: 600, at: [0, 0.3, 0.05] })
      l.lean('dresser', 'south', l.w * 0.66, { colour: l.pal.wood, accent: l.pal.accent2 })
    } else {
      l.lean('dresser', 'east', l.d * 0.6, { colour: l.pal.wood, accent: l.pal.accent2 })
      l.lean('cabinet', 'south', l.w * 0.66, { colour: l.pal.wood })
    }
    const table = l.put('table', -0.4, 0.42, 0, { size: [1.5, 0.75, 0.9], colour: l.pal.wood })
    l.seatsAt(table, 'chair', 0.46, ['left', 'right', 'front', 'back'], { colour: l.pal.wood, accent: l.pal.cloth })
    l.put('rug', -0.4, 0.42, 0, { size: [3, 0.02, 2.1], colour: l.pal.cloth, accent: l.pal.accent })
    l.lamp(l.hang('pendant', -0.4, 0.42, { colour: l.pal.accent, size: [0.46, l.h - 1.72, 0.46] }), { ...BULB, at: [0, 0.08, 0] })
    l.clutter(table, l.rnd.shuffle(['cup', 'cup', 'plate', l.rnd.pick(['fruit-bowl', 'teapot', 'bread'])]).slice(0, 4), {
      accent: l.pal.accent,
    })
    if (l.rnd.chance(0.6)) l.clutter(table, ['papers'])
    l.on(stove, 'kettle', -0.14, -0.1, 0.4, { colour: l.pal.accent })
    l.on(stove, 'pan', 0.14, 0.12, 0.8)
    l.clutter(left, ['jars', 'coffee-machine', 'plate'], { accent: l.pal.accent })
    l.clutter(right, ['bread', 'bottles'])
    l.clutter(sink, ['vase'], { size: [0.2, 0.34, 0.2], accent: l.pal.accent })
    l.lean('wall-shelf', 'west', l.d * 0.16, { y: 1.45, colour: l.pal.wood, accent: l.pal.accent, size: [0.9, 0.4, 0.2] })
    l.lean('wall-clock', 'south', l.w * 0.5, { y: 1.95 })
    l.lean('coat-hooks', 'south', l.w * 0.24 + 1, { y: 0.95, accent: l.pal.cloth, size: [0.7, 0.95, 0.2] })
    l.lean('radiator', 'west', l.d * 0.5, { y: 0.1 })
    l.put('doormat', l.w / 2 - l.w * 0.24, l.d / 2 - 0.35, 0, { colour: l.pal.accent2 })
    hangThings(l, ['east', 'west'])
    l.before(sink)
    l.before(stove)
    l.before(left)
    l.windowMark(side)
    l.windowMark(win)
    l.pair(l.w / 2 - 0.75, 0.5, 0.3)
    l.pair(l.w / 2 - 1.2, -0.75, 1.2)
  },
}

const livingRoom: Recipe = {
  size: (r) => [6.5 * r.range(1, 1.1), 5.4 * r.range(1, 1.08), 2.75],
  floor: { 'sci-fi': 'fabric', industrial: 'concrete', rustic: 'planks', classic: 'wood', modern: 'wood', civic: 'wood', night: 'wood' },
  walls: { 'sci-fi': 'metal', industrial: 'brick' },
  dado: { heightM: 0.95, kind: 'wood', styles: ['classic', 'night'] },
  surroundings: homely,
  furnish: (l) => {
    l.opening('door', 'south', l.w * 0.2, 0.95, 2.08)
    const win = l.opening('window', 'west', l.d * 0.52, 1.7, 1.5, 0.75)
    const win2 = l.opening('window', 'north', l.w * 0.2, 1.1, 1.5, 0.75)
    l.lamp(l.lean('fireplace', 'north', l.w * 0.56, { colour: l.pal.trim, accent: l.pal.dado }), { ...FIRE, at: [0, 0.3, 0.05] })
    l.lean('bookcase', 'north', l.w * 0.56 - 1.35, { colour: l.pal.wood, accent: l.pal.accent })
    l.lean('bookcase', 'north', l.w * 0.56 + 1.35, { colour: l.pal.wood, accent: l.pal.accent })
    l.put('rug', -0.15, -0.35, 0, { size: [3.2, 0.02, 2.4], colour: l.pal.cloth, accent: l.pal.accent })
    const table = l.put('coffee-table', -0.15, -0.38, 0, { size: [0.95, 0.42, 0.56], colour: l.pal.wood })
    const sofa = l.put('sofa', -0.15, 1.16, Math.PI, { colour: l.pal.cloth, accent: l.pal.accent })
    l.seat(sofa, 0.44, 'sofa', -0.48, 0.05)
    l.seat(sofa, 0.44, 'sofa', 0.48, 0.05)
    const chairA = l.put('armchair', -1.92, -0.55, Math.PI / 2 - 0.35, { colour: l.pal.accent2, accent: l.pal.accent })
    const chairB = l.put('armchair', 1.62, -0.55, -Math.PI / 2 + 0.35, { colour: l.pal.accent2, accent: l.pal.cloth })
    l.seat(chairA, 0.44, 'sofa', 0, 0.04)
    l.seat(chairB, 0.44, 'sofa', 0, 0.04)
    const lampTable = l.put('side-table', -1.45, 1.25, 0, { colour: l.pal.wood })
    l.lamp(l.on(lampTable, 'table-lamp', 0, 0, 0, { colour: '#cdb890', accent: l.pal.accent }), { ...SHADE, at: [0, 0.33, 0] })
    l.lamp(l.put('floor-lamp', l.w / 2 - 0.5, -l.d / 2 + 1, 0, { colour: '#d0bd98', accent: l.pal.metal }), {
      ...STANDING,
      at: [0, 1.42, 0],
    })
    const side = l.lean('cabinet', 'east', l.d * 0.52, { size: [1.5, 0.8, 0.45], colour: l.pal.wood })
    if (l.style === 'modern' || l.style === 'sci-fi') l.lean('screen', 'east', l.d * 0.52, { y: 1.25, accent: l.pal.accent2 })
    l.clutter(side, ['vase', 'radio', 'book-stack', 'table-lamp'], { accent: l.pal.accent, colour: l.pal.accent })
    l.clutter(table, ['book-stack', 'cup', 'fruit-bowl'], { accent: l.pal.accent })
    if (l.rnd.chance(0.5)) l.lean('piano', 'south', l.w * 0.68, { colour: l.pal.wood })
    else l.clutter(l.lean('desk', 'south', l.w * 0.68, { colour: l.pal.wood }), ['table-lamp', 'papers', 'book-stack', 'telephone'])
    l.put('house-plant', -l.w / 2 + 0.45, -l.d / 2 + 0.45, 0, {})
    l.put('house-plant', l.w / 2 - 0.45, l.d / 2 - 0.45, 0, { size: [0.5, 1.0, 0.5] })
    l.lean('coat-rack', 'south', 0.5, {})
    l.put('doormat', l.w / 2 - l.w * 0.2, l.d / 2 - 0.35, 0, { colour: l.pal.accent2 })
    l.lean('radiator', 'west', l.d * 0.52, { y: 0.08, size: [1.2, 0.6, 0.12] })
    l.lean('mirror', 'north', l.w * 0.56, { y: 1.4, size: [0.9, 0.8, 0.05] })
    hangThings(l, ['east', 'south', 'west', 'south', 'east'])
    l.windowMark(win)
    l.windowMark(win2)
    l.before(side, 0.35)
    l.pair(l.w / 2 - 1.2, 0.9, 0.9)
    l.pair(-l.w / 2 + 1.1, 0.7, 0.2)
    l.pair(0.3, l.d / 2 - 0.75, Math.PI / 2)
  },
}

const bedroom: Recipe = {
  size: (r) => [4.9 * r.range(0.96, 1.1), 4.4 * r.range(0.97, 1.1), 2.6],
  floor: { 'sci-fi': 'fabric', industrial: 'concrete', rustic: 'planks', classic: 'wood', modern: 'wood' },
  walls: { 'sci-fi': 'metal', industrial: 'concrete' },
  surroundings: homely,
  furnish: (l) => {
    l.opening('door', 'south', l.w * 0.22, 0.9, 2.05)
    const win = l.opening('window', 'east', l.d * 0.45, 1.4, 1.35, 0.85)
    const bed = l.lean('bed', 'north', l.w * 0.52, { size: [1.6, 1.0, 2.05], colour: l.pal.cloth, accent: l.pal.wood })
    l.put('rug', 0.1, 0.2, 0, { size: [2.9, 0.02, 1.9], colour: l.pal.accent2, accent: l.pal.accent })
    const a = l.lean('side-table', 'north', l.w * 0.52 - 1.1, { colour: l.pal.wood })
    const b = l.lean('side-table', 'north', l.w * 0.52 + 1.1, { colour: l.pal.wood })
    l.lamp(l.on(a, 'table-lamp', 0, 0, 0, { colour: '#d2bd94', accent: l.pal.accent }), { ...SHADE, at: [0, 0.33, 0] })
    l.clutter(b, ['book-stack', 'cup'])
    const wardrobe = l.lean('wardrobe', 'west', l.d * 0.42, { colour: l.pal.wood, accent: l.pal.trim })
    const dresser = l.lean('cabinet', 'south', l.w * 0.66, { size: [1.2, 0.8, 0.45], colour: l.pal.wood })
    l.clutter(dresser, ['vase', 'jars', 'book-stack'], { accent: l.pal.accent })
    l.lean('mirror', 'south', l.w * 0.66, { y: 1.1, size: [0.7, 0.9, 0.05] })
    const chair = l.put('armchair', l.w / 2 - 0.7, l.d / 2 - 0.8, Math.PI + 0.7, { colour: l.pal.accent2 })
    l.seat(chair, 0.44, 'bed')
    l.lamp(l.hang('pendant', 0, 0.5, { colour: '#d8cdb4', size: [0.5, 0.6, 0.5] }), { ...BULB, lumens: 700, at: [0, 0.1, 0] })
    l.lean('radiator', 'east', l.d * 0.45, { y: 0.08 })
    hangThings(l, ['west', 'north', 'south', 'east'])
    if (bed) {
      l.mark('bed', [bed.position[0], 0, bed.position[2] - 0.1], 0, { of: bed.key, seatHeightM: 0.52 })
      l.seat(bed, 0.52, 'bed', 0, 0.85)
    }
    l.windowMark(win)
    l.before(wardrobe)
    l.before(dresser)
    l.pair(0, l.d / 2 - 0.9, Math.PI / 2)
    l.pair(-l.w / 2 + 1.3, 0.9, 0.5)
  },
}

const bathroom: Recipe = {
  size: (r) => [3.6 * r.range(0.97, 1.12), 3.2 * r.range(0.97, 1.12), 2.6],
  floor: 'tile',
  dado: { heightM: 1.5, kind: 'tile' },
  surroundings: homely,
  furnish: (l) => {
    l.opening('door', 'south', l.w * 0.25, 0.85, 2.03)
    const win = l.opening('window', 'north', l.w * 0.6, 0.8, 0.8, 1.3)
    const tub = l.lean('bathtub', 'north', l.w * 0.6, { colour: '#cfc9bd' })
    const basin = l.lean('basin', 'east', l.d * 0.55, { colour: '#cfc9bd' })
    l.lamp(l.lean('mirror', 'east', l.d * 0.55, { y: 1.2 }), {
      kind: 'strip',
      kelvin: 3600,
      lumens: 700,
      flicker: 'none',
      at: [0, 0.82, 0.06],
    })
    l.lean('toilet', 'west', l.d * 0.6, { colour: '#cfc9bd' })
    l.lean('radiator', 'west', l.d * 0.25, { y: 0.1, size: [0.5, 1.2, 0.1] })
    l.put('doormat', 0.1, 0.1, 0, { size: [0.9, 0.02, 0.6], colour: l.pal.cloth })
    l.lean('coat-hooks', 'south', l.w * 0.75, { y: 0.9, size: [0.6, 0.95, 0.18], accent: l.pal.cloth })
    l.lean('wall-cabinet', 'west', l.d * 0.62, { y: 1.45, size: [0.6, 0.6, 0.22], colour: l.pal.trim })
    l.lamp(l.hang('pendant', 0, 0.2, { colour: '#d8d2c4', size: [0.34, 0.4, 0.34] }), { ...BULB, lumens: 800, at: [0, 0.1, 0] })
    l.before(basin)
    l.before(tub)
    l.windowMark(win)
    if (tub) l.seat(tub, 0.56, undefined, 0.3, 0.3)
    l.pair(0, 0.4, Math.PI / 2, 1)
    l.pair(0, 0.6, 0.4, 1)
  },
}

const room: Recipe = {
  size: (r) => [5.6 * r.range(0.95, 1.12), 4.8 * r.range(0.95, 1.12), 2.7],
  floor: { 'sci-fi': 'metal', industrial: 'concrete', rustic: 'planks', classic: 'wood', modern: 'wood', civic: 'tile', night: 'wood' },
  walls: { 'sci-fi': 'metal', industrial: 'brick' },
  dado: { heightM: 0.95, kind: 'wood', styles: ['classic', 'civic'] },
  surroundings: homely,
  furnish: (l) => {
    l.opening('door', 'south', l.w * 0.22, 0.95, 2.08)
    const win = l.opening('window', 'west', l.d * 0.5, 1.5, 1.4, 0.85)
    const table = l.put('round-table', 0.4, 0.1, 0, { size: [1.1, 0.75, 1.1], colour: l.pal.wood })
    l.seatsAt(table, 'chair', 0.46, ['left', 'right', 'back'], { colour: l.pal.wood, accent: l.pal.cloth })
    l.put('round-rug', 0.4, 0.1, 0, { size: [2.9, 0.02, 2.9], colour: l.pal.cloth, accent: l.pal.accent })
    l.lamp(l.hang('pendant', 0.4, 0.1, { colour: l.pal.accent, size: [0.46, l.h - 1.75, 0.46] }), { ...BULB, at: [0, 0.08, 0] })
    l.clutter(table, ['cup', 'cup', 'papers'])
    const a = l.lean('bookcase', 'north', l.w * 0.28, { colour: l.pal.wood, accent: l.pal.accent })
    const b = l.lean('cabinet', 'north', l.w * 0.66, { size: [1.4, 0.85, 0.45], colour: l.pal.wood })
    l.lamp(l.on(b, 'table-lamp', -0.4, 0, 0, { colour: '#d2bd94' }), { ...SHADE, at: [0, 0.33, 0] })
    l.clutter(b, ['book-stack', 'vase', 'radio'], { accent: l.pal.accent })
    const c = l.lean('armchair', 'east', l.d * 0.3, { colour: l.pal.accent2, yaw: 0.3, gap: 0.15 })
    l.seat(c, 0.44)
    l.lean('wardrobe', 'east', l.d * 0.75, { colour: l.pal.wood })
    l.lean('coat-rack', 'south', 0.5, {})
    l.put('house-plant', -l.w / 2 + 0.45, -l.d / 2 + 0.45, 0, {})
    l.lean('radiator', 'west', l.d * 0.5, { y: 0.08 })
    l.lean('wall-clock', 'south', l.w * 0.6, { y: 1.9 })
    if (l.style === 'rustic') l.clutter(table, ['candle'])
    hangThings(l, ['north', 'east', 'south', 'west', 'north'])
    l.windowMark(win)
    l.before(b)
    l.before(a)
    l.pair(l.w / 2 - 1.3, l.d / 2 - 1.1, Math.PI / 2)
    l.pair(-l.w / 2 + 1, 0.3, 0.3)
    l.pair(0.3, l.d / 2 - 0.8, Math.PI / 2)
  },
}

/** Recipes by kind. */
export const HOME: Readonly<Record<string, Recipe>> = { kitchen, 'living-room': livingRoom, bedroom, bathroom, room }
export { hangThings, homely }
