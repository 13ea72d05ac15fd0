import type { Layout } from './layout'
import { type Recipe, SCREEN } from './recipe'
import { homely } from './rooms-home'
import { ceilingLights } from './rooms-work'

const meetingRoom: Recipe = {
  size: (r) => [7.4 * r.range(0.98, 1.06), 5.6 * r.range(0.98, 1.05), 2.9],
  floor: { modern: 'fabric', civic: 'fabric', classic: 'wood', rustic: 'planks', 'sci-fi': 'metal', industrial: 'concrete' },
  walls: { 'sci-fi': 'metal', industrial: 'concrete' },
  dado: { heightM: 1.0, kind: 'wood', styles: ['classic', 'civic'] },
  surroundings: { ...homely, modern: 'skyline', classic: 'skyline', civic: 'street' },
  furnish: (l) => {
    l.opening('door', 'south', l.w * 0.14, 1.0, 2.15)
    const win = l.opening('window', 'north', l.w * 0.27, 2.5, 1.75, 0.75)
    l.opening('window', 'north', l.w * 0.73, 2.5, 1.75, 0.75)
    const table = l.put('table', 0, 0.05, 0, { size: [3.7, 0.75, 1.35], colour: l.pal.wood })
    l.seatsAt(table, 'office-chair', 0.48, ['front', 'back'], { each: 4, colour: l.pal.accent2 })
    l.seatsAt(table, 'office-chair', 0.48, ['left', 'right'], { colour: l.pal.accent2, size: [0.62, 1.16, 0.6] })
    l.on(table, 'conference-phone', 0, 0)
    for (const [prop, dx, dz, yaw] of [
      ['laptop', -1.35, 0.38, 0],
      ['laptop', 0.5, -0.4, Math.PI],
      ['papers', -0.5, 0.42, 0.1],
      ['papers', 1.3, -0.42, 0.2],
      ['papers', 0.45, 0.44, -0.15],
      ['cup', -0.9, -0.4, 0],
      ['cup', 1.3, 0.42, 0],
      ['glass', -0.2, -0.42, 0],
      ['bottles', -0.55, 0, 0.3],
      ['glasses', 0.55, 0, 0.1],
    ] as const)
      l.on(table, prop, dx, dz, yaw)
    l.lamp(l.lean('screen', 'east', l.d * 0.5, { y: 1.05, size: [1.9, 1.08, 0.07], exact: true }), {
      ...SCREEN,
      lumens: 420,
      at: [0, 0.54, 0.1],
    })
    l.lean('whiteboard', 'west', l.d * 0.5, { y: 0.95, size: [2.2, 1.15, 0.06] })
    const side = l.lean('cabinet', 'south', l.w * 0.6, { size: [2.2, 0.8, 0.45], colour: l.pal.wood })
    l.on(side, 'coffee-machine', -0.75, 0)
    l.on(side, 'glasses', -0.2, 0)
    l.on(side, 'fruit-bowl', 0.3, 0)
    l.on(side, 'vase', 0.85, 0, 0, { accent: l.pal.accent })
    l.put('house-plant', l.w / 2 - 0.42, -l.d / 2 + 0.45, 0, { size: [0.6, 1.5, 0.6] })
    l.put('house-plant', -l.w / 2 + 0.42, -l.d / 2 + 0.45, 0)
    l.lean('picture', 'south', l.w * 0.6, { y: 1.5, size: [1.5, 0.8, 0.04], accent: l.pal.accent })
    l.lean('wall-clock', 'south', l.w * 0.88, { y: 2.1, size: [0.36, 0.36, 0.07] })
    l.put('waste-bin', l.w / 2 - 0.35, l.d / 2 - 0.35, 0)
    for (const z of [-0.55, 0.65])
      l.lamp(l.hang('ceiling-panel', 0, z, { size: [3.4, 0.08, 0.26] }), {
        kind: 'ceiling-panel',
        kelvin: 3700,
        lumens: 3000,
        flicker: 'none',
        direction: [0, -1, 0],
        at: [0, 0, 0],
      })
    l.windowMark(win)
    l.mark('counter', [l.w / 2 - 0.75, 0, 0.95], -Math.PI / 2 - 0.3, { group: 'speaker' })
    l.mark('stand', [-l.w / 2 + 0.75, 0, -0.9], Math.PI / 2, { group: 'speaker' })
    l.before(side, 0.35, 0.5)
    l.pair(-l.w / 2 + 1, l.d / 2 - 1.3, 0.4, 1)
    l.pair(0.4, -l.d / 2 + 0.6, Math.PI / 2, 1.1)
  },
}

/** Four desks back to back under one screen between them, somebody's things on each. */
function island(l: Layout, x: number, z: number, group: string): void {
  l.put('desk-divider', x, z, 0, { size: [3.1, 1.22, 0.07], colour: l.pal.accent2 })
  for (const side of [-1, 1])
    for (const k of [-1, 1]) {
      const [dx, dz, yaw] = [x + k * 0.78, z + side * 0.44, side > 0 ? Math.PI : 0]
      const desk = l.put('desk', dx, dz, yaw, { size: [1.5, 0.74, 0.76], colour: l.pal.wood })
      l.lamp(l.on(desk, 'monitor', l.rnd.range(-0.2, 0.2), 0.18, Math.PI + l.rnd.range(-0.2, 0.2)), {
        ...SCREEN,
        lumens: 110,
        at: [0, 0.28, 0.1],
      })
      l.clutter(desk, [l.rnd.pick(['cup', 'glass']), 'papers', l.rnd.pick(['telephone', 'book-stack', 'vase', 'papers'])])
      const chair = l.put('office-chair', dx + l.rnd.range(-0.08, 0.08), z + side * 1.16, yaw + l.rnd.range(-0.25, 0.25), {
        colour: l.rnd.pick([l.pal.accent, l.pal.accent2, '#3d444a']),
      })
      l.seat(chair, 0.48, group)
    }
}

const openPlan: Recipe = {
  size: (r) => [14.5 * r.range(0.98, 1.05), 11 * r.range(0.98, 1.05), 3],
  floor: { modern: 'fabric', civic: 'fabric', industrial: 'concrete', classic: 'wood', rustic: 'planks', 'sci-fi': 'metal' },
  floorColour: () => '#6d7270',
  walls: { industrial: 'brick', 'sci-fi': 'metal' },
  surroundings: { ...homely, modern: 'skyline', civic: 'skyline', classic: 'skyline' },
  furnish: (l) => {
    const north = -l.d / 2
    l.opening('door', 'south', l.w * 0.12, 1.3, 2.2)
    l.opening('door', 'west', l.d * 0.8, 0.95, 2.1)
    const wins = [0.14, 0.38, 0.62, 0.86].map((a) => l.opening('window', 'north', l.w * a, 2.5, 1.75, 0.8))
    for (const [i, x] of [-4.1, 0.35, 4.8].entries()) for (const z of [-2.5, 1.5]) island(l, x, z, `desks-${i}-${z > 0 ? 'b' : 'a'}`)
    l.lean('copier', 'south', l.w * 0.36)
    l.lean('filing-cabinet', 'south', l.w * 0.46)
    l.lean('filing-cabinet', 'south', l.w * 0.46 + 0.5)
    l.lean('water-cooler', 'south', l.w * 0.62)
    l.lean('shop-shelf', 'east', l.d * 0.3, { size: [1.8, 1.9, 0.38], colour: l.pal.wood })
    l.lean('notice-board', 'east', l.d * 0.55, { y: 1.1, size: [2, 1.0, 0.04] })
    l.lean('whiteboard', 'west', l.d * 0.4, { y: 0.95, size: [2.6, 1.2, 0.06] })
    const sofa = l.lean('sofa', 'south', l.w * 0.8, { colour: l.pal.cloth, accent: l.pal.accent })
    l.seat(sofa, 0.44, 'sofa', -0.45, 0.1)
    l.seat(sofa, 0.44, 'sofa', 0.45, 0.1)
    l.put('house-plant', l.w / 2 - 0.45, north + 0.5, 0, { size: [0.65, 1.6, 0.65] })
    l.put('house-plant', -l.w / 2 + 0.45, north + 0.5, 0, { size: [0.65, 1.7, 0.65] })
    l.put('house-plant', l.w / 2 - 0.45, l.d / 2 - 0.5, 0)
    l.put('coat-rack', -l.w / 2 + 0.4, l.d / 2 - 0.5, 0)
    l.lean('wall-clock', 'south', l.w * 0.5, { y: 2.2, size: [0.45, 0.45, 0.08] })
    ceilingLights(l, 4, 3, { lumens: 1700, kelvin: 4000 })
    if (wins[1]) l.windowMark(wins[1])
    l.pair(-1.9, 2.6, 0.2, 1.1)
    l.pair(2.6, 1.2, 0.1, 1.1)
    l.pair(-1.9, -2.6, 0.2, 1.1)
    l.pair(0.4, l.d / 2 - 1.1, Math.PI / 2, 1.1)
    l.pair(-5, l.d / 2 - 1.6, Math.PI / 2, 1.1)
  },
}

/** Recipes by kind. */
export const DESKS: Readonly<Record<string, Recipe>> = { 'meeting-room': meetingRoom, 'open-plan': openPlan }
