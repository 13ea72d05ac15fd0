import { BULB, type Recipe, SHADE } from './recipe'
import { homely } from './rooms-home'

/** A long room with beds in two rows, a chest at each one's foot. */
const dormitory: Recipe = {
  size: (r) => [6.4 * r.range(0.98, 1.05), 11 * r.range(0.97, 1.04), 3.2],
  floor: { modern: 'wood', civic: 'wood', classic: 'wood', rustic: 'planks', 'sci-fi': 'metal', industrial: 'concrete' },
  walls: { 'sci-fi': 'metal', industrial: 'brick' },
  dado: { heightM: 1.2, kind: 'wood', styles: ['classic', 'civic'] },
  surroundings: { ...homely, civic: 'suburb', modern: 'suburb' },
  furnish: (l) => {
    const blanket = l.rnd.pick(['#5b6f86', '#7d4a42', '#5d6b4a'])
    l.opening('door', 'south', l.w * 0.5, 1.1, 2.1)
    const end = l.opening('window', 'north', l.w * 0.5, 1.5, 1.6, 1.0)
    const rows = [-3.9, -1.6, 0.7, 3.0]
    const panes = rows.slice(0, 3).map((z) => l.opening('window', 'east', l.d / 2 + z + 1.15, 0.95, 1.5, 1.15))
    for (const x of [-1, 1])
      rows.forEach((z, i) => {
        const bed = l.put('single-bed', x * (l.w / 2 - 1.02), z, (-x * Math.PI) / 2, {
          size: [0.95, 0.85, 1.96],
          colour: blanket,
          accent: '#6b4a30',
        })
        if (bed) l.mark('bed', [bed.position[0], 0, z], (-x * Math.PI) / 2, { of: bed.key, seatHeightM: 0.52 })
        l.seat(bed, 0.52, `beds-${i}`, 0.25, 0.4)
        const stand = l.put('side-table', x * (l.w / 2 - 0.27), z + 0.76, (-x * Math.PI) / 2, {
          size: [0.42, 0.58, 0.4],
          colour: l.pal.wood,
        })
        if (i % 2 === (x < 0 ? 0 : 1)) l.lamp(l.on(stand, 'table-lamp'), { ...SHADE, lumens: 300, at: [0, 0.32, 0] })
        else l.clutter(stand, [l.rnd.pick(['book-stack', 'book', 'glass'])])
        l.put('travel-trunk', x * (l.w / 2 - 2.3), z, (-x * Math.PI) / 2, {
          size: [0.8, 0.44, 0.44],
          colour: l.rnd.pick(['#5a4632', '#46524a']),
        })
        if (x < 0) l.lean('picture', 'west', l.d / 2 - z, { y: 1.6, size: [0.36, 0.46, 0.03], accent: l.pal.accent2 })
      })
    const table = l.put('table', 0, -l.d / 2 + 0.62, 0, { size: [1.3, 0.75, 0.6], colour: l.pal.wood })
    l.clutter(table, ['book-stack', 'globe', 'papers'])
    l.lean('wardrobe', 'south', l.w * 0.14, { size: [1.3, 2.05, 0.55], colour: l.pal.wood })
    l.lean('notice-board', 'south', l.w * 0.8, { y: 1.3, size: [0.9, 0.7, 0.03] })
    l.lean('wall-clock', 'south', l.w * 0.5, { y: 2.4, size: [0.4, 0.4, 0.08] })
    l.put('rug', 0, 0, Math.PI / 2, { size: [7.6, 0.02, 1.2], colour: l.pal.accent2, accent: l.pal.accent })
    for (const z of [-3, 0.2, 3.4])
      l.lamp(l.hang('pendant', 0, z, { size: [0.44, 0.9, 0.44], colour: '#c8bda0' }), { ...BULB, lumens: 950, at: [0, 0.1, 0] })
    l.windowMark(end)
    for (const w of panes.slice(1, 2)) l.windowMark(w)
    for (const k of [-2.7, -0.4, 1.9]) l.pair(0, k, 0, 1.15)
    l.pair(0.1, 4.1, Math.PI / 2, 1.1)
  },
}

/** A student's room for two: beds, desks under shelves, posters, a string of lights. */
const dormRoom: Recipe = {
  size: (r) => [4.6 * r.range(0.98, 1.06), 5.2 * r.range(0.98, 1.05), 2.6],
  floor: { modern: 'fabric', civic: 'fabric', classic: 'wood', rustic: 'planks', 'sci-fi': 'metal' },
  floorColour: () => '#7b7468',
  walls: { modern: 'brick', civic: 'plaster', 'sci-fi': 'metal' },
  wallColour: () => '#b8b0a0',
  surroundings: { ...homely, modern: 'suburb', civic: 'suburb' },
  furnish: (l) => {
    const tints = ['#4f6f8c', '#a3573f', '#5f7a58', '#8a6a9a'] as const
    l.opening('door', 'south', l.w * 0.5, 0.92, 2.06)
    const win = l.opening('window', 'north', l.w * 0.5, 1.5, 1.25, 0.95)
    for (const [i, x] of [-1, 1].entries()) {
      const side = x < 0 ? 'west' : 'east'
      const tint = tints[(i + l.rnd.int(0, 3)) % 4] as string
      const bed = l.put('single-bed', x * (l.w / 2 - 0.54), -1.05, 0, { size: [0.98, 0.85, 1.96], colour: tint, accent: '#8a7352' })
      if (bed) l.mark('bed', [bed.position[0], 0, bed.position[2]], 0, { of: bed.key, seatHeightM: 0.52 })
      l.seat(bed, 0.52, 'beds', -x * 0.3, 0.3)
      // Head to head across the room one would sit with one's back to the other: desks stand along the side walls.
      const z = 1.15
      const desk = l.put('desk', x * (l.w / 2 - 0.36), z, (-x * Math.PI) / 2, { size: [1.2, 0.75, 0.62], colour: '#a08258' })
      l.on(desk, 'laptop', 0.05, 0.02, 0)
      l.clutter(desk, ['book-stack', 'cup', 'papers'])
      const lamp = l.on(desk, 'table-lamp', -0.45, -0.12)
      l.lamp(lamp, { ...SHADE, lumens: 380, at: [0, 0.32, 0] })
      const chair = l.put('office-chair', x * (l.w / 2 - 1.05), z, (x * Math.PI) / 2, { colour: '#3a3f45' })
      l.seat(chair, 0.47, 'desks')
      l.lean('wall-shelf', side, x < 0 ? l.d / 2 - z : l.d / 2 + z, { y: 1.5, size: [1.1, 0.4, 0.24], colour: '#a08258' })
      for (const [dz, w] of [
        [-1.55, 0.6],
        [-0.7, 0.7],
      ] as const)
        l.lean('advert', side, x < 0 ? l.d / 2 - dz : l.d / 2 + dz, { y: 1.3, size: [w, 0.85, 0.02] })
    }
    l.lean('fridge', 'south', l.w * 0.16, { size: [0.5, 0.85, 0.5] })
    l.lean('wardrobe', 'south', l.w * 0.87, { size: [0.95, 2.0, 0.5], colour: '#a08258' })
    l.put('side-table', 0, -l.d / 2 + 0.3, 0, { size: [0.6, 0.55, 0.42], colour: '#a08258' })
    l.put('round-rug', 0, 0.1, 0, { size: [1.5, 0.02, 1.5], colour: l.pal.accent2 })
    l.put('satchel', 0.75, 2.05, 0.4, { colour: l.pal.accent })
    l.lamp(l.hang('pendant', 0, 0.2, { size: [0.5, 0.36, 0.5], colour: '#d5ccb4' }), { ...BULB, lumens: 900, at: [0, 0.05, 0] })
    l.windowMark(win)
    l.pair(0, 0.1, 0.5, 1.0)
    l.pair(0, 1.3, 0.2, 1.0)
    l.pair(0.05, -0.7, Math.PI / 2 - 0.6, 0.9)
  },
}

/** Where many sleep. */
export const LODGING: Readonly<Record<string, Recipe>> = { dormitory, 'dorm-room': dormRoom }
