import { type Recipe, TUBE } from './recipe'
import { homely } from './rooms-home'
import { ceilingLights } from './rooms-work'

const gym: Recipe = {
  size: (r) => [11 * r.range(0.97, 1.05), 9 * r.range(0.97, 1.05), 3.6],
  floor: { rustic: 'planks', 'sci-fi': 'metal', classic: 'wood' },
  floorColour: () => '#5a5b5d',
  walls: { industrial: 'brick', 'sci-fi': 'metal', rustic: 'brick' },
  wallColour: () => '#a39f94',
  surroundings: { ...homely, modern: 'street', civic: 'street', industrial: 'street' },
  furnish: (l) => {
    const [north, east] = [-l.d / 2, l.w / 2]
    l.opening('door', 'south', l.w * 0.2, 1.3, 2.2)
    const wins = [0.22, 0.5, 0.78].map((a) => l.opening('window', 'east', l.d * a, 2.0, 1.7, 1.1))
    // Treadmills look out of the windows; iron along the mirror.
    for (const z of [-2.7, -0.9, 0.9, 2.7]) {
      const t = l.put('treadmill', east - 1.5, z, Math.PI / 2)
      if (t) l.mark('stand', [east - 2.7, 0, z], Math.PI / 2, { group: 'treadmills', of: t.key })
    }
    l.put('mirror', -1.2, north + 0.035, 0, { y: 0.5, size: [5.6, 2.0, 0.06] })
    for (const x of [-3.0, 0.4]) l.put('dumbbell-rack', x, north + 0.45, 0, { size: [2.2, 0.95, 0.6] })
    for (const x of [-2.9, -0.4]) {
      const bench = l.put('weight-bench', x, -1.5, 0)
      l.seat(bench, 0.45, 'benches', 0, 0.45)
    }
    for (const [x, z] of [
      [-4.2, 1.4],
      [-2.6, 2.6],
    ] as const)
      l.put('punching-bag', x, z, 0, { size: [0.42, l.h, 0.42] })
    l.put('rug', -0.3, 2.0, 0, { size: [2.6, 0.03, 2.6], colour: '#35507a', accent: '#35507a' })
    for (const x of [0.9, 2.2]) l.put('punching-bag', x, 3.4, 0, { size: [0.36, l.h, 0.36] })
    const seat = l.lean('bench', 'west', l.d * 0.5, { size: [1.6, 0.46, 0.4], colour: l.pal.wood })
    for (const dx of [-0.4, 0.4]) l.seat(seat, 0.46, 'rest', dx)
    l.lean('locker', 'west', l.d * 0.8, { size: [1.8, 1.9, 0.5], colour: l.pal.accent2 })
    l.lean('water-cooler', 'west', l.d * 0.64)
    l.lean('wall-clock', 'west', l.d * 0.5, { y: 2.5, size: [0.5, 0.5, 0.08] })
    for (const a of [0.5, 0.78]) l.lean('advert', 'south', l.w * a, { y: 1.1, size: [1.0, 1.4, 0.03] })
    ceilingLights(l, 3, 2, { lumens: 2200, kelvin: 4100 })
    for (const w of wins.slice(1, 2)) l.windowMark(w)
    l.pair(-0.2, 0.3, Math.PI / 2, 1.2)
    l.pair(0.2, 2.2, 0.4, 1.2)
    l.pair(-1.7, 0.9, 0.9, 1.2)
  },
}

const swimmingPool: Recipe = {
  size: (r) => [15 * r.range(0.98, 1.03), 24 * r.range(0.98, 1.03), 6],
  floor: 'tile',
  floorColour: () => '#a9aaa2',
  walls: 'tile',
  wallColour: () => '#a8b4b2',
  dado: { heightM: 1.6, kind: 'tile', colour: () => '#4f7c8a' },
  ceiling: { rustic: 'planks', classic: 'planks', civic: 'planks' },
  ceilingColour: () => '#b9aa8c',
  surroundings: { ...homely, civic: 'suburb', modern: 'suburb' },
  furnish: (l) => {
    const [north, west] = [-l.d / 2, -l.w / 2]
    l.opening('door', 'south', l.w * 0.14, 1.2, 2.2)
    l.opening('door', 'west', l.d * 0.12, 1.1, 2.2)
    const wins = [0.16, 0.39, 0.61, 0.84].map((a) => l.opening('window', 'east', l.d * a, 3.6, 3.4, 1.0))
    for (const a of [0.3, 0.7]) l.opening('window', 'north', l.w * a, 3.4, 2.6, 1.6)
    // Six lanes, blocks at their heads.
    l.put('pool-basin', 0.7, 0, 0, { size: [9, 0.16, l.d - 5.6] })
    for (let i = 0; i < 5; i++) l.put('starting-block', 0.7 + (i - 2) * 1.75, north + 2.25, 0)
    const chair = l.put('lifeguard-chair', west + 1.4, 0.6, Math.PI / 2)
    if (chair) l.mark('stand', [west + 2.3, 0, 1.6], Math.PI / 2, { of: chair.key, group: 'guard' })
    for (const z of [-6.2, -3.4, 4.2]) {
      const bench = l.put('bench', west + 0.35, z, Math.PI / 2, { size: [2.2, 0.46, 0.42], colour: '#8c6a48' })
      for (const dx of [-0.6, 0.6]) l.seat(bench, 0.46, `bench-${z}`, dx)
    }
    for (const z of [-1.6, 6.2]) l.lean('life-ring', 'west', l.d / 2 - z, { y: 1.2 })
    l.lean('wall-clock', 'north', l.w * 0.5, { y: 4.3, size: [0.9, 0.9, 0.1], exact: true })
    l.lean('notice-board', 'west', l.d * 0.62, { y: 1.2, size: [1.2, 0.8, 0.03] })
    for (const z of [7.6, 9]) {
      const dc = l.put('deck-chair', west + 1.6, z, Math.PI / 2, { accent: l.pal.accent })
      l.seat(dc, 0.36, 'deck')
    }
    for (const x of [-0.25, 0.25])
      for (const z of [-0.36, -0.12, 0.12, 0.36])
        l.lamp(l.hang('ceiling-panel', l.w * x, l.d * z, { size: [1.6, 0.08, 0.4] }), {
          ...TUBE,
          lumens: 4200,
          kelvin: 4600,
          at: [0, 0, 0],
        })
    for (const w of wins.slice(1, 2)) l.windowMark(w)
    l.pair(west + 1.9, -5, 0.1, 1.2)
    l.pair(west + 1.9, -2.2, 0.1, 1.2)
    l.pair(0, l.d / 2 - 1.4, Math.PI / 2, 1.2)
    l.pair(3, l.d / 2 - 1.4, Math.PI / 2, 1.2)
    l.pair(-2.6, north + 1.2, Math.PI / 2, 1.2)
    l.mark('stand', [0.7, 0, l.d / 2 - 2.2], Math.PI)
  },
}

/** Recipes by kind. */
export const SPORT: Readonly<Record<string, Recipe>> = { gym, 'swimming-pool': swimmingPool }
