import type { Layout } from './layout'
import { BULB, type Recipe, SCREEN, SHADE, TUBE } from './recipe'
import { hangThings, homely } from './rooms-home'

/** Rows of ceiling lamps over a room. */
export function ceilingLights(
  l: Layout,
  columns: number,
  rows: number,
  o: { lumens?: number; kelvin?: number; flicker?: boolean } = {},
): void {
  for (let i = 0; i < columns; i++) {
    for (let j = 0; j < rows; j++) {
      const x = ((i + 0.5) / columns - 0.5) * l.w
      const z = ((j + 0.5) / rows - 0.5) * l.d
      l.lamp(l.hang('ceiling-panel', x, z, { yaw: l.w >= l.d ? 0 : Math.PI / 2 }), {
        ...TUBE,
        lumens: o.lumens ?? 2400,
        kelvin: o.kelvin ?? 4200,
        flicker: o.flicker && i === 0 && j === rows - 1 ? 'fluorescent' : 'none',
        at: [0, 0.0, 0],
      })
    }
  }
}

const technical = { 'sci-fi': 'metal', industrial: 'metal' } as const
const office: Recipe = {
  size: (r) => [6.6 * r.range(0.96, 1.1), 5.4 * r.range(0.96, 1.1), 2.8],
  floor: { civic: 'tile', modern: 'fabric', classic: 'wood', rustic: 'planks', industrial: 'concrete', 'sci-fi': 'metal', night: 'wood' },
  walls: technical,
  dado: { heightM: 1.0, kind: 'wood', styles: ['civic', 'classic'] },
  surroundings: { ...homely, classic: 'street', civic: 'street', modern: 'skyline', rustic: 'street' },
  furnish: (l) => {
    l.opening('door', 'south', l.w * 0.2, 0.95, 2.08)
    const win = l.opening('window', 'north', l.w * 0.3, 1.6, 1.5, 0.9)
    const win2 = l.opening('window', 'north', l.w * 0.7, 1.6, 1.5, 0.9)
    const desk = l.put('desk', -0.4, -0.75, 0, { size: [1.7, 0.76, 0.85], colour: l.pal.wood })
    const boss = l.put('office-chair', -0.35, -1.55, 0.1, { colour: l.pal.accent2 })
    l.seat(boss, 0.47, 'desk')
    const a = l.put('chair', -0.95, 0.2, Math.PI - 0.2, { colour: l.pal.wood, accent: l.pal.cloth })
    const b = l.put('chair', 0.2, 0.2, Math.PI + 0.2, { colour: l.pal.wood, accent: l.pal.cloth })
    l.seat(a, 0.46, 'desk')
    l.seat(b, 0.46, 'desk')
    l.lamp(l.on(desk, 'table-lamp', 0.62, -0.1, 0, { colour: '#6f8a5c', accent: '#a5834a' }), { ...SHADE, at: [0, 0.33, 0] })
    if (l.style === 'modern' || l.style === 'sci-fi')
      l.lamp(l.on(desk, 'monitor', -0.3, 0.05, Math.PI, {}), { ...SCREEN, at: [0, 0.28, 0.1] })
    else l.on(desk, l.rnd.pick(['typewriter', 'papers']), -0.1, -0.08, Math.PI)
    l.clutter(desk, ['telephone', 'papers', 'cup', 'book-stack'])
    l.put('rug', -0.4, -0.1, 0, { size: [3.2, 0.02, 2.5], colour: l.pal.cloth, accent: l.pal.accent })
    const c = l.lean('filing-cabinet', 'east', l.d * 0.25)
    l.lean('filing-cabinet', 'east', l.d * 0.25 + 0.5)
    l.clutter(c, ['book-stack'])
    l.lean('bookcase', 'east', l.d * 0.62, { colour: l.pal.wood, accent: l.pal.accent })
    l.lean('bookcase', 'east', l.d * 0.62 + 1.05, { colour: l.pal.wood, accent: l.pal.accent })
    const d2 = l.lean('desk', 'west', l.d * 0.5, { colour: l.pal.wood, yaw: Math.PI, gap: 0.05 })
    l.clutter(d2, ['papers', 'telephone', 'book-stack', 'radio'])
    const side = d2
      ? l.put('office-chair', d2.position[0] + 0.85, d2.position[2] + 0.2, -Math.PI / 2 + 0.4, { colour: l.pal.accent2 })
      : undefined
    l.seat(side, 0.47)
    l.lean('map', 'west', l.d * 0.3, { y: 1.35 })
    l.lean('notice-board', 'south', l.w * 0.55, { y: 1.2, size: [1.4, 0.9, 0.04] })
    l.lean('wall-clock', 'south', l.w * 0.85, { y: 2.0 })
    l.lean('coat-rack', 'south', 0.5, {})
    l.put('house-plant', -l.w / 2 + 0.45, -l.d / 2 + 0.5, 0)
    l.put('waste-bin', 0.75, -1.15, 0)
    l.lean('cabinet', 'south', l.w * 0.62, { size: [1.2, 0.85, 0.4], colour: l.pal.wood })
    l.lean('radiator', 'north', l.w * 0.3, { y: 0.08, size: [1.3, 0.6, 0.12] })
    ceilingLights(l, 2, 1)
    hangThings(l, ['east', 'south', 'west'])
    l.windowMark(win)
    l.windowMark(win2)
    l.before(c)
    l.pair(1.6, 1.1, 0.6)
    l.pair(-l.w / 2 + 1.5, 1.6, 1.3)
    l.pair(1.7, -1.2, 0)
  },
}

const warehouse: Recipe = {
  size: (r) => [14 * r.range(0.95, 1.15), 11 * r.range(0.95, 1.15), 5.2],
  floor: { rustic: 'planks', industrial: 'concrete', 'sci-fi': 'metal' },
  walls: { industrial: 'brick', rustic: 'planks', 'sci-fi': 'metal', civic: 'brick', modern: 'brick', classic: 'brick', night: 'brick' },
  ceiling: { rustic: 'planks', industrial: 'metal', 'sci-fi': 'metal' },
  surroundings: { ...homely, industrial: 'street', classic: 'street', rustic: 'fields' },
  furnish: (l) => {
    l.opening('door', 'south', l.w * 0.25, 1.1, 2.2)
    l.opening('door', 'east', l.d * 0.7, 1.6, 2.6)
    for (const a of [0.2, 0.5, 0.8]) l.opening('window', 'north', l.w * a, 2.0, 1.4, 2.9)
    const win = l.opening('window', 'west', l.d * 0.5, 2.2, 1.6, 1.1)
    for (const [x, z] of [
      [-0.22, -0.12],
      [0.22, -0.12],
      [-0.22, 0.24],
      [0.22, 0.24],
    ] as const)
      l.put('column', l.w * x, l.d * z, 0, { size: [0.42, l.h, 0.42], colour: l.pal.dado })
    for (const a of [0.14, 0.36, 0.64, 0.86]) l.lean('shelving-rack', 'north', l.w * a, { accent: l.pal.accent2 })
    l.lean('shelving-rack', 'east', l.d * 0.25, { accent: l.pal.accent2 })
    const bench = l.lean('workbench', 'west', l.d * 0.5, { colour: l.pal.wood })
    l.clutter(bench, ['toolbox', 'jars', 'rope', 'radio', 'papers'])
    const table = l.put('table', 0.2, 0.3, 0.1, { size: [1.8, 0.78, 0.9], colour: l.pal.wood })
    l.seatsAt(table, 'chair', 0.46, ['front', 'back', 'left', 'right'], { colour: l.pal.metal, accent: l.pal.cloth })
    l.clutter(table, ['bottle', 'glasses', 'papers', 'cup'])
    l.lamp(l.hang('pendant', 0.2, 0.3, { colour: '#5d6a64', size: [0.6, l.h - 2.1, 0.6] }), {
      ...BULB,
      lumens: 1800,
      kelvin: 3400,
      at: [0, 0.08, 0],
    })
    l.lamp(l.hang('pendant', -l.w * 0.33, -l.d * 0.25, { colour: '#5d6a64', size: [0.6, l.h - 3.4, 0.6] }), {
      ...BULB,
      lumens: 1800,
      kelvin: 3400,
      at: [0, 0.08, 0],
    })
    l.lamp(l.hang('pendant', l.w * 0.33, l.d * 0.2, { colour: '#5d6a64', size: [0.6, l.h - 3.4, 0.6] }), {
      ...BULB,
      lumens: 1800,
      kelvin: 3400,
      at: [0, 0.08, 0],
    })
    for (const [prop, x, z, yaw] of [
      ['pallet', -0.36, 0.36, 0.1],
      ['pallet', -0.26, 0.38, 0.5],
      ['crate-stack', 0.34, 0.05, 0.4],
      ['crate', 0.4, -0.06, 0.2],
      ['barrel', 0.16, 0.4, 0],
      ['drum', 0.21, 0.41, 0],
      ['drum', 0.19, 0.35, 0],
      ['crate', -0.12, -0.22, 0.5],
      ['crate-stack', -0.36, -0.14, 1.4],
      ['sacks', -0.42, 0.14, 1.2],
      ['gas-bottles', 0.45, 0.42, -1.5],
      ['barrel', 0.1, -0.24, 0],
    ] as const)
      l.put(prop, l.w * x, l.d * z, yaw)
    l.lean('locker', 'south', l.w * 0.62, {})
    l.lean('pipe-run', 'south', l.w * 0.75, { y: 3.1, size: [4, 0.6, 0.26] })
    l.lean('fuse-box', 'south', l.w * 0.42, { y: 1.3 })
    l.lean('coat-hooks', 'south', l.w * 0.36, { y: 0.95 })
    l.lean('wall-clock', 'east', l.d * 0.5, { y: 2.4, size: [0.5, 0.5, 0.08] })
    l.windowMark(win)
    l.before(bench)
    l.pair(-2.6, 1.6, 0.8, 1.3)
    l.pair(3.2, 1.9, -0.4, 1.3)
    l.pair(2.7, -2.2, 1.4, 1.3)
    l.pair(-2.4, -1.9, 0.2, 1.3)
  },
}

const classroom: Recipe = {
  size: (r) => [9 * r.range(0.97, 1.08), 7.4 * r.range(0.97, 1.08), 3],
  floor: { civic: 'tile', classic: 'planks', rustic: 'planks', modern: 'tile' },
  dado: { heightM: 1.1, kind: 'plaster' },
  surroundings: { ...homely, civic: 'courtyard' },
  furnish: (l) => {
    l.opening('door', 'south', l.w * 0.86, 1.0, 2.1)
    const w1 = l.opening('window', 'east', l.d * 0.25, 1.7, 1.6, 0.95)
    l.opening('window', 'east', l.d * 0.52, 1.7, 1.6, 0.95)
    l.opening('window', 'east', l.d * 0.79, 1.7, 1.6, 0.95)
    l.lean('blackboard', 'north', l.w * 0.5, { y: 0.95, size: [3.6, 1.3, 0.08] })
    const desk = l.put('desk', -1.9, -l.d / 2 + 1.35, Math.PI, { colour: l.pal.wood })
    l.clutter(desk, ['book-stack', 'papers', 'globe', 'cup'])
    l.put('chair', -1.9, -l.d / 2 + 0.62, 0, { colour: l.pal.wood })
    for (let row = 0; row < 3; row++) {
      for (let i = 0; i < 4; i++) {
        const x = (i - 1.5) * 1.75
        const z = -0.75 + row * 1.42
        const t = l.put('school-desk', x, z, Math.PI, {
          colour: l.pal.wood,
          accent: l.rnd.pick([l.pal.accent, l.pal.accent2, l.pal.cloth]),
        })
        const c = t
          ? l.put('chair', x + l.rnd.range(-0.06, 0.06), z + 0.56, Math.PI + l.rnd.range(-0.1, 0.1), {
              size: [0.42, 0.84, 0.44],
              colour: l.pal.wood,
              accent: l.pal.accent2,
            })
          : undefined
        l.seat(c, 0.45)
      }
    }
    l.lean('bookcase', 'west', l.d * 0.2, { colour: l.pal.wood, size: [1.2, 1.4, 0.32] })
    l.lean('cabinet', 'west', l.d * 0.7, { colour: l.pal.wood, size: [1.4, 0.9, 0.42] })
    l.lean('map', 'west', l.d * 0.48, { y: 1.2, size: [1.6, 1.2, 0.02] })
    l.lean('notice-board', 'south', l.w * 0.4, { y: 1.2, size: [2.2, 0.9, 0.04] })
    l.lean('wall-clock', 'north', l.w * 0.5, { y: 2.4 })
    l.lean('coat-hooks', 'south', l.w * 0.65, { y: 0.95, size: [1.6, 0.95, 0.2] })
    ceilingLights(l, 2, 2)
    l.mark('counter', [0.6, 0, -l.d / 2 + 0.9], 0)
    l.before(desk)
    l.windowMark(w1)
    l.pair(0.3, -l.d / 2 + 1.5, Math.PI / 2)
    l.pair(-l.w / 2 + 0.7, 0.9, 0.1)
  },
}

/** Recipes by kind. */
export const WORK: Readonly<Record<string, Recipe>> = {
  office: office,
  warehouse: warehouse,
  classroom: classroom,
}
