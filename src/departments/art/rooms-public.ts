import { BULB, CANDLE, type Recipe, TUBE } from './recipe'
import { hangThings, homely } from './rooms-home'

const bar: Recipe = {
  size: (r) => [9 * r.range(0.97, 1.1), 7 * r.range(0.97, 1.1), 3],
  floor: { night: 'planks', rustic: 'planks', modern: 'wood', 'sci-fi': 'metal', industrial: 'concrete', classic: 'wood', civic: 'wood' },
  walls: { 'sci-fi': 'metal', industrial: 'brick', modern: 'brick' },
  dado: { heightM: 1.15, kind: 'wood' },
  surroundings: { ...homely, night: 'street', rustic: 'street' },
  furnish: (l) => {
    l.opening('door', 'south', l.w * 0.2, 1.05, 2.1)
    const win = l.opening('window', 'south', l.w * 0.66, 2.2, 1.4, 0.95)
    l.lean('back-bar', 'north', l.w * 0.44, { size: [3.6, 2.3, 0.42], colour: l.pal.wood })
    const counter = l.put('bar-counter', l.w * -0.06, -l.d / 2 + 1.75, 0, {
      size: [4.2, 1.1, 0.65],
      colour: l.pal.wood,
      accent: l.pal.accent,
    })
    l.clutter(counter, ['glasses', 'bottle', 'glass', 'till', 'glasses', 'candle'])
    if (counter) {
      for (let i = 0; i < 4; i++) {
        const x = counter.position[0] + (i - 1.5) * 0.95
        const s = l.put('stool', x, counter.position[2] + 0.65, Math.PI + l.rnd.range(-0.3, 0.3), { colour: l.pal.cloth })
        l.seat(s, 0.75, 'bar')
      }
      l.mark('counter', [counter.position[0] - 0.6, 0, counter.position[2] - 0.75], 0, { of: counter.key, group: 'bar' })
      l.mark('counter', [counter.position[0] + 0.8, 0, counter.position[2] - 0.75], 0, { of: counter.key, group: 'bar' })
      for (const dx of [-1.3, 0, 1.3])
        l.lamp(l.hang('pendant', counter.position[0] + dx, counter.position[2], { colour: l.pal.accent, size: [0.32, 0.95, 0.32] }), {
          ...BULB,
          lumens: 380,
          kelvin: 2500,
          at: [0, 0.08, 0],
        })
    }
    for (const [x, z] of [
      [-0.3, 0.16],
      [0.1, 0.22],
    ] as const) {
      const t = l.put('round-table', l.w * x, l.d * z, 0, { size: [0.85, 0.75, 0.85], colour: l.pal.wood })
      l.seatsAt(t, 'chair', 0.46, ['left', 'right'], { colour: l.pal.wood, accent: l.pal.cloth })
      l.clutter(t, ['glass', 'bottle', 'candle'])
    }
    for (const k of [0, 1]) {
      const z = -l.d * 0.12 + k * 2.3
      const t = l.put('table', l.w / 2 - 0.72, z, 0, { size: [1.2, 0.75, 0.7], colour: l.pal.wood })
      const a = l.put('diner-booth', l.w / 2 - 0.72, z - 0.7, 0, { colour: l.pal.cloth, accent: l.pal.wood })
      const b = l.put('diner-booth', l.w / 2 - 0.72, z + 0.7, Math.PI, { colour: l.pal.cloth, accent: l.pal.wood })
      l.seat(a, 0.46, `booth-${k}`, -0.3, 0.1)
      l.seat(b, 0.46, `booth-${k}`, 0.3, 0.1)
      l.lamp(l.on(t, 'candle', 0, 0), { ...CANDLE, at: [0, 0.16, 0] })
      l.clutter(t, ['glass', 'bottle'])
    }
    l.lamp(l.lean('jukebox', 'west', l.d * 0.72, { colour: l.pal.wood }), {
      kind: 'sign',
      colour: '#d8904a',
      lumens: 260,
      flicker: 'none',
      at: [0, 0.8, 0.4],
    })
    l.lamp(l.lean('neon-sign', 'west', l.d * 0.36, { y: 1.75 }), {
      kind: 'neon',
      colour: '#d85a3c',
      lumens: 260,
      flicker: 'none',
      at: [0, 0.2, 0.1],
    })
    l.lean('coat-rack', 'south', 0.5, {})
    l.lean('mirror', 'west', l.d * 0.2, { y: 1.3, size: [0.9, 0.8, 0.05] })
    if (l.rnd.chance(0.5)) l.lean('piano', 'west', l.d * 0.4, { colour: l.pal.wood })
    else l.put('barrel', -l.w / 2 + 0.5, -l.d / 2 + 2.2, 0)
    hangThings(l, ['east', 'east', 'north', 'south', 'west'])
    l.windowMark(win)
    l.pair(-0.6, l.d * 0.4, Math.PI / 2)
    l.pair(l.w * 0.1, 0.2, 0.9)
    l.pair(-l.w * 0.32, -0.5, 0.6)
  },
}

const diner: Recipe = {
  size: (r) => [10 * r.range(0.98, 1.06), 7 * r.range(0.98, 1.06), 3],
  floor: { modern: 'tile', classic: 'wood', rustic: 'planks', 'sci-fi': 'metal', industrial: 'concrete', civic: 'tile', night: 'wood' },
  walls: { 'sci-fi': 'metal' },
  dado: { heightM: 1.0, kind: 'tile', styles: ['modern', 'civic'] },
  surroundings: { ...homely, modern: 'street', classic: 'street', rustic: 'street' },
  furnish: (l) => {
    l.opening('door', 'south', l.w * 0.1, 1.05, 2.15)
    const wins = [0.32, 0.57, 0.82].map((a) => l.opening('window', 'south', l.w * a, 2.0, 1.5, 0.95))
    // booths along the windows: x runs east to west along the south wall
    for (let k = 0; k < 3; k++) {
      const x = l.w / 2 - l.w * (0.3 + k * 0.225)
      const z = l.d / 2 - 0.68
      const t = l.put('diner-table', x, z, 0, { size: [0.75, 0.75, 1.15], accent: l.pal.accent })
      const a = l.put('diner-booth', x - 0.71, z, Math.PI / 2, { size: [1.25, 1.12, 0.62], colour: l.pal.cloth, accent: l.pal.metal })
      const b = l.put('diner-booth', x + 0.71, z, -Math.PI / 2, { size: [1.25, 1.12, 0.62], colour: l.pal.cloth, accent: l.pal.metal })
      l.seat(a, 0.46, `booth-${k + 1}`, 0.24, 0.1)
      l.seat(b, 0.46, `booth-${k + 1}`, -0.24, 0.1)
      l.on(t, 'condiments', 0, 0.42, 0)
      l.clutter(t, ['cup', 'plate', 'cup'].slice(0, 1 + l.rnd.int(0, 2)))
      l.lamp(l.hang('pendant', x, z, { colour: l.pal.accent, size: [0.4, l.h - 1.75, 0.4] }), {
        ...BULB,
        lumens: 600,
        kelvin: 2700,
        at: [0, 0.08, 0],
      })
    }
    const counter = l.put('bar-counter', -0.6, -l.d / 2 + 1.95, 0, { size: [5.6, 1.05, 0.65], colour: l.pal.accent2, accent: l.pal.accent })
    l.clutter(counter, ['coffee-machine', 'plate', 'cup', 'condiments', 'till', 'cup', 'condiments', 'plate'])
    if (counter) {
      for (let i = 0; i < 5; i++) {
        const s = l.put('stool', counter.position[0] + (i - 2) * 1.0, counter.position[2] + 0.68, Math.PI + l.rnd.range(-0.25, 0.25), {
          colour: l.pal.cloth,
        })
        l.seat(s, 0.75, 'counter')
      }
      for (const dx of [-1.2, 0.9])
        l.mark('counter', [counter.position[0] + dx, 0, counter.position[2] - 0.8], 0, { of: counter.key, group: 'counter' })
    }
    for (const a of [0.24, 0.4, 0.55]) {
      const c = l.lean('counter', 'north', l.w * a, { size: [1.5, 0.9, 0.55], colour: l.pal.dado, accent: l.pal.metal })
      l.clutter(c, [l.rnd.pick(['coffee-machine', 'jars']), 'plate', 'glasses'])
    }
    l.lean('wall-shelf', 'north', l.w * 0.3, { y: 1.55, size: [1.8, 0.4, 0.24], accent: l.pal.accent })
    l.lean('wall-shelf', 'north', l.w * 0.52, { y: 1.55, size: [1.8, 0.4, 0.24], accent: l.pal.accent2 })
    l.lean('fridge', 'north', l.w * 0.7, { size: [0.85, 1.9, 0.7], colour: l.pal.metal })
    l.lean('wall-clock', 'north', l.w * 0.42, { y: 2.2, size: [0.42, 0.42, 0.08] })
    l.lamp(l.lean('neon-sign', 'north', l.w * 0.84, { y: 1.9 }), {
      kind: 'neon',
      colour: '#d85a3c',
      lumens: 300,
      flicker: 'none',
      at: [0, 0.2, 0.1],
    })
    l.lamp(l.lean('jukebox', 'east', l.d * 0.35, { colour: l.pal.wood }), {
      kind: 'sign',
      colour: '#d8904a',
      lumens: 300,
      flicker: 'none',
      at: [0, 0.8, 0.4],
    })
    l.lean('coat-rack', 'east', l.d * 0.62)
    l.lean('map', 'west', l.d * 0.45, { y: 1.35, size: [1.2, 0.8, 0.02] })
    l.put('house-plant', -l.w / 2 + 0.45, -l.d / 2 + 2.2, 0)
    for (const x of [-0.3, 0.05])
      l.lamp(l.hang('ceiling-panel', l.w * x, -l.d * 0.14, { size: [1.6, 0.08, 0.3] }), {
        ...TUBE,
        lumens: 1400,
        kelvin: 3800,
        at: [0, 0, 0],
      })
    hangThings(l, ['east', 'west', 'west'])
    if (wins[0]) l.mark('window', [wins[0] ? l.w / 2 - 1.9 : 0, 0, l.d / 2 - 1.9], 0)
    l.pair(0.2, 0.75, Math.PI / 2)
    l.pair(-2.6, 0.8, 0.3, 1)
    l.pair(l.w / 2 - 1.2, 0.9, 0.4)
    l.pair(2.6, -0.4, 0.1)
  },
}

const shop: Recipe = {
  size: (r) => [7.6 * r.range(0.97, 1.1), 6.4 * r.range(0.97, 1.1), 3],
  floor: { classic: 'wood', rustic: 'planks', modern: 'tile', civic: 'tile', industrial: 'concrete', 'sci-fi': 'metal', night: 'wood' },
  walls: { 'sci-fi': 'metal' },
  surroundings: { ...homely, classic: 'street', rustic: 'street', modern: 'street' },
  furnish: (l) => {
    l.opening('door', 'south', l.w * 0.22, 1.05, 2.15)
    // The shop window, and light over the shelves from high up.
    const win = l.opening('window', 'south', l.w * 0.66, 3.2, 1.85, 0.6)
    l.opening('window', 'west', l.d * 0.28, 1.7, 1.3, 1.3)
    for (const a of [0.13, 0.36, 0.6, 0.84]) l.lean('shop-shelf', 'north', l.w * a, { colour: l.pal.wood })
    for (const a of [0.28, 0.55]) l.lean('shop-shelf', 'east', l.d * a, { colour: l.pal.wood })
    const till = l.put('till-counter', -l.w / 2 + 1.15, 0.1, Math.PI / 2, {
      size: [2.3, 1.0, 0.65],
      colour: l.pal.wood,
      accent: l.pal.wood,
    })
    l.clutter(till, ['till', 'jars', 'papers', 'book-stack'])
    if (till) l.mark('counter', [till.position[0] - 0.72, 0, till.position[2] + 0.3], Math.PI / 2, { of: till.key, group: 'till' })
    l.mark('stand', [-l.w / 2 + 2.05, 0, 0.4], -Math.PI / 2, { group: 'till' })
    const mid = l.put('table', 0.75, -0.3, 0, { size: [1.6, 0.8, 0.95], colour: l.pal.wood })
    l.clutter(mid, ['jars', 'fruit-bowl', 'book-stack', 'vase', 'bottles', 'bread'], { accent: l.pal.accent })
    for (const dx of [-0.5, 0.3]) l.lean('fruit-crate', 'south', l.w * 0.66 + dx, {})
    l.put('barrel', l.w / 2 - 0.5, l.d / 2 - 0.6, 0)
    l.lean('sacks', 'west', l.d * 0.85)
    for (const [x, z] of [
      [-1.6, -0.2],
      [1.2, -0.6],
      [1.2, 1.5],
    ] as const)
      l.lamp(l.hang('pendant', x, z, { colour: l.pal.accent, size: [0.42, 0.95, 0.42] }), { ...BULB, lumens: 800, at: [0, 0.08, 0] })
    l.lean('wall-shelf', 'west', l.d * 0.4, { y: 1.5, size: [1.6, 0.4, 0.22], accent: l.pal.accent })
    l.lean('wall-clock', 'west', l.d * 0.62, { y: 2.1 })
    hangThings(l, ['west', 'east', 'south'])
    l.windowMark(win)
    l.before(mid, 0.35)
    l.pair(1.2, 1.5, 1.3)
    l.pair(-0.9, 1.4, 0.5)
    l.pair(0.2, -1.7, Math.PI / 2)
  },
}

const church: Recipe = {
  size: (r) => [10 * r.range(0.98, 1.08), 16 * r.range(0.98, 1.06), 7],
  floor: 'stone',
  walls: { classic: 'stone', rustic: 'stone', civic: 'plaster', modern: 'plaster' },
  wallColour: () => '#aaa291',
  dado: { heightM: 1.2, kind: 'planks', styles: ['classic', 'rustic'], colour: (p) => p.wood },
  ceiling: { classic: 'planks', rustic: 'planks', civic: 'plaster' },
  surroundings: { ...homely, classic: 'courtyard', rustic: 'hills', civic: 'courtyard' },
  furnish: (l) => {
    l.opening('door', 'south', l.w * 0.5, 1.8, 2.8)
    for (const a of [0.2, 0.42, 0.64, 0.86]) {
      l.opening('window', 'east', l.d * a, 1.2, 3.2, 2.2)
      l.opening('window', 'west', l.d * (1 - a), 1.2, 3.2, 2.2)
    }
    for (const k of [-0.24, 0.02, 0.28])
      for (const x of [-0.38, 0.38]) l.put('column', l.w * x, l.d * k, 0, { size: [0.55, l.h, 0.55], colour: '#b5ad9c' })
    const altar = l.put('altar', 0, -l.d / 2 + 1.6, 0, { size: [2.2, 1.0, 0.85], accent: l.pal.accent })
    for (const dx of [-0.75, 0.75]) l.lamp(l.on(altar, 'candle', dx, 0), { ...CANDLE, at: [0, 0.17, 0] })
    l.on(altar, 'book', 0, 0.05)
    for (const x of [-1.7, 1.7]) l.lamp(l.put('candle-stand', x, -l.d / 2 + 1.9, 0), { ...CANDLE, lumens: 120, at: [0, 1.32, 0] })
    l.lean('cross', 'north', l.w * 0.5, { y: 2.4, size: [1.3, 2.2, 0.14], colour: l.pal.wood })
    for (let row = 0; row < 6; row++) {
      for (const x of [-1, 1]) {
        const p = l.put('pew', x * 2.1, -l.d * 0.16 + row * 1.35, Math.PI, { size: [2.6, 0.95, 0.55], colour: l.pal.wood })
        l.seat(p, 0.45, undefined, x * 0.7, 0.05)
      }
    }
    l.put('rug', 0, 0.4, Math.PI / 2, { size: [l.d * 0.72, 0.02, 1.3], colour: l.pal.cloth, accent: l.pal.accent })
    for (const z of [-0.14, 0.16])
      l.lamp(l.hang('pendant', 0, l.d * z, { colour: l.pal.accent, size: [0.8, 3.2, 0.8] }), {
        ...BULB,
        lumens: 1500,
        kelvin: 2500,
        at: [0, 0.1, 0],
      })
    for (const x of [0.18, 0.82])
      l.lean('banner', 'north', l.w * x, { y: 2, size: [1, 3, 0.14], colour: l.pal.cloth, accent: l.pal.accent })
    for (const a of [0.3, 0.7]) l.lean('picture', 'west', l.d * a, { y: 1.3, size: [0.9, 1.3, 0.06] })
    l.put('vase', 1.3, -l.d / 2 + 1.1, 0, { size: [0.5, 0.9, 0.5], accent: l.pal.accent })
    l.lean('bench', 'south', l.w * 0.86, { colour: l.pal.wood })
    l.mark('counter', [0, 0, -l.d / 2 + 0.85], 0, { group: 'altar' })
    l.pair(0, -l.d / 2 + 3.1, Math.PI / 2)
    l.pair(0, -1.2, 0, 1.4)
    l.pair(0, 3.5, 0.1, 1.4)
    l.pair(-3.4, l.d / 2 - 1.4, 0.8)
    l.pair(3.3, -l.d / 2 + 2.6, 0.4)
  },
}

const train: Recipe = {
  size: () => [3.0, 12, 2.4],
  floor: { civic: 'plain', classic: 'fabric', 'sci-fi': 'metal', rustic: 'planks' },
  walls: { civic: 'plain', classic: 'wood', 'sci-fi': 'metal', modern: 'plain' },
  dado: { heightM: 0.9, kind: 'wood', styles: ['civic', 'classic', 'rustic'] },
  surroundings: 'fields',
  furnish: (l) => {
    l.opening('door', 'south', l.w * 0.5, 0.85, 2.0)
    l.opening('door', 'north', l.w * 0.5, 0.85, 2.0)
    const wins = [0, 1, 2, 3, 4].map((i) => l.opening('window', 'east', l.d * (0.14 + 0.18 * i), 1.5, 0.95, 0.95))
    for (let i = 0; i < 5; i++) {
      l.opening('window', 'west', l.d * (0.14 + 0.18 * i), 1.5, 0.95, 0.95)
    }
    for (let i = 0; i < 4; i++) {
      const z = l.d * (-0.33 + 0.22 * i)
      for (const x of [-1, 1]) {
        const group = `bay-${i}-${x}`
        const a = l.put('train-seat', x * (l.w / 2 - 0.54), z - 0.82, 0, { colour: l.pal.cloth, accent: '#b9ac94' })
        const b = l.put('train-seat', x * (l.w / 2 - 0.54), z + 0.82, Math.PI, { colour: l.pal.cloth, accent: '#b9ac94' })
        l.seat(a, 0.45, group, x * 0.22, 0.05)
        l.seat(b, 0.45, group, -x * 0.22, 0.05)
        const t = l.put('side-table', x * (l.w / 2 - 0.3), z, 0, { size: [0.55, 0.7, 0.42], colour: l.pal.wood })
        if (l.rnd.chance(0.6)) l.clutter(t, [l.rnd.pick(['cup', 'book', 'papers'])])
      }
      l.lamp(l.hang('ceiling-panel', 0, z, { size: [0.28, 0.07, 1.4] }), { ...TUBE, kelvin: 3200, lumens: 800, at: [0, 0, 0] })
    }
    l.lean('wall-panel', 'south', 0.5, { y: 1.3, size: [0.5, 0.6, 0.06] })
    l.lean('map', 'north', 0.5, { y: 1.35, size: [0.7, 0.5, 0.02] })
    for (const k of [-0.36, -0.08, 0.1, 0.36]) l.pair(0.02, l.d * k, 0, 1.2)
    for (const w of wins.slice(1, 4)) l.windowMark(w)
  },
}

/** Recipes by kind. */
export const PUBLIC: Readonly<Record<string, Recipe>> = { bar, diner, shop, church, train }
