import type { Layout } from './layout'
import { BULB, type Recipe, SCREEN, SHADE, STANDING } from './recipe'
import { homely } from './rooms-home'

const hotelRoom: Recipe = {
  size: (r) => [5.0 * r.range(0.98, 1.06), 5.6 * r.range(0.98, 1.05), 2.6],
  floor: { classic: 'fabric', modern: 'fabric', civic: 'fabric', night: 'fabric', 'sci-fi': 'metal', industrial: 'concrete' },
  walls: { 'sci-fi': 'metal' },
  surroundings: { ...homely, classic: 'skyline', modern: 'skyline', civic: 'street' },
  furnish: (l) => {
    const [north, east] = [-l.d / 2, l.w / 2]
    l.opening('door', 'south', l.w * 0.78, 0.95, 2.08)
    l.opening('door', 'west', l.d * 0.2, 0.8, 2.05)
    const win = l.opening('window', 'east', l.d * 0.4, 2.0, 1.55, 0.7)
    const bed = l.put('bed', -0.35, north + 1.06, 0, { size: [1.9, 1.05, 2.06], colour: '#cfc7b4', accent: l.pal.wood })
    if (bed) {
      for (const dx of [-0.45, 0.45]) l.mark('bed', [bed.position[0] + dx, 0, bed.position[2] - 0.1], 0, { of: bed.key, seatHeightM: 0.52 })
      l.seat(bed, 0.52, 'bed', 0, 0.86)
    }
    // The same print hangs over every bed of the house.
    l.put('picture', -0.35, north + 0.025, 0, { y: 1.35, size: [1.1, 0.6, 0.04], accent: l.pal.accent })
    for (const [x, extra] of [
      [-1.6, 'book'],
      [1.02, 'telephone'],
    ] as const) {
      const side = l.put('side-table', x, north + 0.24, 0, { size: [x < 0 ? 0.45 : 0.6, 0.55, 0.42], colour: l.pal.wood })
      l.lamp(l.on(side, 'table-lamp', x < 0 ? -0.06 : 0.16, -0.05, 0, { size: [0.24, 0.44, 0.24], colour: '#d2bd94' }), {
        ...SHADE,
        at: [0, 0.32, 0],
      })
      l.on(side, extra, x < 0 ? 0.1 : -0.13, 0.03, 0, extra === 'telephone' ? { size: [0.22, 0.13, 0.2] } : {})
    }
    // A desk with a lamp and a mirror, and the television, along the wall across from the bed.
    const desk = l.put('desk', 0.35, l.d / 2 - 0.36, Math.PI, { size: [1.3, 0.75, 0.55], colour: l.pal.wood })
    l.lean('mirror', 'south', l.w / 2 - 0.35, { y: 1.1, size: [0.7, 0.9, 0.05], exact: true })
    l.lamp(l.on(desk, 'table-lamp', 0.48, -0.06, 0, { size: [0.26, 0.44, 0.26], colour: '#d2bd94' }), { ...SHADE, at: [0, 0.32, 0] })
    l.on(desk, 'papers', -0.1, 0.02, 0.1)
    const chair = l.put('chair', 0.35, l.d / 2 - 0.95, 0, { colour: l.pal.wood, accent: l.pal.cloth })
    l.seat(chair, 0.46, 'desk')
    l.lamp(l.put('tv', 1.75, l.d / 2 - 0.24, Math.PI, { size: [0.9, 1.1, 0.4], colour: l.pal.wood }), {
      ...SCREEN,
      lumens: 60,
      at: [0, 0.8, 0.2],
    })
    const seat = l.put('armchair', east - 0.62, -0.15, -Math.PI / 2 - 0.4, { size: [0.78, 0.92, 0.78], colour: l.pal.accent2 })
    l.seat(seat, 0.44, 'bed')
    const low = l.put('round-table', east - 0.5, 0.75, 0, { size: [0.55, 0.58, 0.55], colour: l.pal.wood })
    l.clutter(low, ['glass', 'bottle'])
    l.lamp(l.put('floor-lamp', east - 0.3, -l.d / 2 + 0.35, 0), { ...STANDING, lumens: 500 })
    l.lean('wardrobe', 'west', l.d * 0.52, { size: [1.2, 2.1, 0.58], colour: l.pal.wood, accent: l.pal.trim })
    const rack = l.put('bench', -l.w / 2 + 0.26, -1.2, Math.PI / 2, { size: [0.75, 0.44, 0.42], colour: l.pal.wood })
    if (rack) l.put('suitcase', rack.position[0], rack.position[2], Math.PI / 2, { y: 0.44, size: [0.6, 0.22, 0.4], blocks: false })
    // The plan of the way out hangs at the door.
    l.lean('notice-board', 'south', l.w * 0.6, { y: 1.4, size: [0.28, 0.38, 0.02] })
    l.put('rug', -0.35, 0.4, 0, { size: [2.6, 0.02, 1.4], colour: l.pal.cloth, accent: l.pal.accent })
    l.put('waste-bin', 1.15, l.d / 2 - 0.3, 0)
    l.lamp(l.hang('pendant', 0.3, 0.5, { colour: '#d8cdb4', size: [0.42, 0.45, 0.42] }), { ...BULB, lumens: 600, at: [0, 0.1, 0] })
    l.windowMark(win)
    l.pair(0.7, 0.6, 0.3, 1)
    l.pair(-0.6, 1.1, Math.PI / 2, 1)
    l.pair(-1.2, 0.4, 0.2, 0.9)
  },
}

/** Where guests wait: two sofas across from one another over a low table on a rug. */
function lounge(l: Layout, x: number, z: number): void {
  l.put('rug', x, z, 0, { size: [3.4, 0.02, 2.8], colour: l.pal.cloth, accent: l.pal.accent })
  const low = l.put('coffee-table', x, z, 0, { size: [1.2, 0.42, 0.65], colour: l.pal.wood })
  l.on(low, 'papers', -0.3, 0, 0.2)
  l.on(low, 'vase', 0.25, 0, 0, { size: [0.22, 0.42, 0.22], accent: l.pal.accent })
  const group = `lounge-${z < 0 ? 'north' : 'south'}`
  for (const side of [-1, 1]) {
    const sofa = l.put('sofa', x, z + side * 1.15, side > 0 ? Math.PI : 0, { colour: l.pal.accent2 })
    for (const dx of [-0.5, 0.5]) l.seat(sofa, 0.44, group, dx, 0.05)
  }
}

const hotelLobby: Recipe = {
  size: (r) => [12 * r.range(0.97, 1.05), 10 * r.range(0.97, 1.05), 4.2],
  floor: { rustic: 'planks', industrial: 'concrete', 'sci-fi': 'metal', classic: 'tile', modern: 'tile', civic: 'tile', night: 'tile' },
  floorColour: (p, style) => (style === 'rustic' ? p.floor : '#9a8c78'),
  walls: { 'sci-fi': 'metal' },
  dado: { heightM: 1.3, kind: 'wood', styles: ['classic', 'civic', 'night', 'rustic'], colour: (p) => p.wood },
  surroundings: { ...homely, classic: 'street', modern: 'street', civic: 'street' },
  furnish: (l) => {
    const [north, west] = [-l.d / 2, -l.w / 2]
    l.opening('door', 'south', l.w * 0.5, 1.9, 2.5)
    const win = l.opening('window', 'south', l.w * 0.17, 2.4, 2.6, 0.5)
    l.opening('window', 'south', l.w * 0.83, 2.4, 2.6, 0.5)
    l.opening('door', 'west', l.d * 0.82, 1.1, 2.2)
    // The desk, the clerk behind it, keys and letters in their pigeon-holes at the back.
    const deskX = -1.6
    const desk = l.put('reception-desk', deskX, north + 2.0, 0, { size: [3.6, 1.08, 0.8], colour: l.pal.wood })
    l.put('key-rack', deskX, north + 0.16, 0, { y: 0.95, size: [2.6, 1.5, 0.28], colour: l.pal.wood })
    l.put('cabinet', deskX, north + 0.26, 0, { size: [2.8, 0.9, 0.42], colour: l.pal.wood })
    l.mark('counter', [deskX - 0.5, 0, north + 1.25], 0, { group: 'till', ...(desk ? { of: desk.key } : {}) })
    l.mark('counter', [deskX - 0.5, 0, north + 2.85], Math.PI, { group: 'reception', ...(desk ? { of: desk.key } : {}) })
    l.mark('counter', [deskX + 0.7, 0, north + 2.9], Math.PI, { group: 'reception-second', ...(desk ? { of: desk.key } : {}) })
    if (desk) {
      l.on(desk, 'desk-bell', 0.2, 0.22)
      l.on(desk, 'book', -0.55, 0.2, Math.PI, { size: [0.42, 0.04, 0.3] })
      for (const dx of [-1.45, 1.45])
        l.lamp(l.on(desk, 'table-lamp', dx, 0.18, 0, { size: [0.3, 0.52, 0.3], colour: '#d8c49a' }), {
          ...SHADE,
          lumens: 500,
          at: [0, 0.38, 0],
        })
      l.put('telephone', deskX + 0.9, north + 1.85, Math.PI, { y: 0.76, blocks: false })
    }
    // The lifts beside it, with their dial.
    for (const x of [2.1, 4.1]) l.put('lift-doors', x, north + 0.06, 0, { size: [1.3, 2.5, 0.1] })
    l.put('wall-clock', deskX, north + 0.05, 0, { y: 2.75, size: [0.6, 0.6, 0.08] })
    lounge(l, 3.1, 1.3)
    const chairs = [0.4, 2.0].map((z) => l.put('armchair', west + 0.8, z, Math.PI / 2, { colour: l.pal.cloth }))
    for (const c of chairs) l.seat(c, 0.44, 'west-chairs')
    const by = l.put('side-table', west + 0.6, 1.2, 0, { colour: l.pal.wood })
    l.lamp(l.on(by, 'table-lamp', 0, 0, 0, { colour: '#d8c49a' }), { ...SHADE, at: [0, 0.33, 0] })
    l.put('luggage-cart', -3.1, l.d / 2 - 1.9, 0.4)
    l.put('rug', 0, l.d / 2 - 2.4, 0, { size: [1.8, 0.02, 4.4], colour: l.pal.accent2, accent: l.pal.accent })
    for (const x of [-1, 1]) for (const z of [-0.6, 2.9]) l.put('column', x * 4.75, z, 0, { size: [0.5, l.h, 0.5], colour: '#b8ac94' })
    for (const [x, z] of [
      [west + 0.5, l.d / 2 - 0.5],
      [-west - 0.5, l.d / 2 - 0.5],
      [0.9, north + 0.5],
    ] as const)
      l.put('house-plant', x, z, 0, { size: [0.75, 1.9, 0.75] })
    for (const [x, z] of [
      [-1.6, north + 3.2],
      [0, 1.6],
      [3.1, 1.3],
    ] as const)
      l.lamp(l.hang('pendant', x, z, { colour: '#c8a860', size: [0.95, 1.3, 0.95] }), {
        ...BULB,
        lumens: 2200,
        kelvin: 2900,
        at: [0, 0.2, 0],
      })
    for (const a of [0.3, 0.62]) l.lean('picture', 'east', l.d * a, { y: 1.65, size: [1.3, 0.9, 0.05], accent: l.pal.accent })
    l.lean('picture', 'west', l.d * 0.42, { y: 1.65, size: [1.1, 0.8, 0.05], accent: l.pal.accent2 })
    l.windowMark(win)
    l.pair(0.2, 0.2, Math.PI / 2, 1.2)
    l.pair(-2.6, 1.6, 0.4, 1.2)
    l.pair(0.4, 2.7, 0.2, 1.2)
    l.pair(3.1, north + 1.6, Math.PI / 2, 1.2)
  },
}

const elevator: Recipe = {
  size: (r) => [2.5 * r.range(0.99, 1.03), 2.3 * r.range(0.99, 1.03), 2.5],
  floor: { classic: 'wood', rustic: 'planks', industrial: 'metal', 'sci-fi': 'metal', civic: 'plain', modern: 'tile', night: 'tile' },
  floorColour: () => '#5c564e',
  walls: { classic: 'wood', rustic: 'wood', civic: 'metal', modern: 'metal', industrial: 'metal', 'sci-fi': 'metal', night: 'metal' },
  wallColour: (p, style) => (style === 'classic' || style === 'rustic' ? p.wood : '#8f9193'),
  ceiling: 'metal',
  ceilingColour: () => '#b9b9b4',
  surroundings: 'none',
  furnish: (l) => {
    l.opening('door', 'south', l.w * 0.5, 1.1, 2.1)
    // Buttons beside the door, the floor it passes over it; a mirror at the back, a rail round it.
    l.lamp(l.lean('lift-panel', 'south', l.w * 0.5 + 0.82, { y: 0.9, exact: true }), {
      kind: 'screen',
      kelvin: 3400,
      lumens: 25,
      flicker: 'none',
      at: [0, 0.5, 0.05],
    })
    l.put('floor-dial', 0, l.d / 2 - 0.03, Math.PI, { y: 2.16 })
    l.put('mirror', 0, -l.d / 2 + 0.03, 0, { y: 1.08, size: [l.w - 0.5, 1.15, 0.05] })
    l.put('lift-rail', 0, -l.d / 2 + 0.05, 0, { y: 0.86, size: [l.w - 0.3, 0.09, 0.09] })
    for (const side of [-1, 1])
      l.put('lift-rail', (side * l.w) / 2 - side * 0.05, -0.1, (-side * Math.PI) / 2, { y: 0.86, size: [l.d - 0.7, 0.09, 0.09] })
    l.lean('notice-board', 'west', l.d * 0.5, { y: 1.4, size: [0.42, 0.3, 0.02] })
    for (const x of [-0.55, 0.55])
      l.lamp(l.hang('ceiling-panel', x, 0, { size: [0.32, 0.06, 1.4] }), {
        kind: 'ceiling-panel',
        kelvin: 3600,
        lumens: 900,
        flicker: 'none',
        direction: [0, -1, 0],
        at: [0, 0, 0],
      })
    l.pair(0, -0.3, Math.PI / 2, 0.95)
    l.pair(0, 0.1, Math.PI / 2 - 0.7, 0.9)
    l.mark('stand', [-0.55, 0, -0.55], 0.2)
    l.mark('stand', [0.55, 0, -0.6], -0.2)
  },
}

/** Recipes by kind. */
export const GUEST_ROOMS: Readonly<Record<string, Recipe>> = { 'hotel-room': hotelRoom, 'hotel-lobby': hotelLobby, elevator }
