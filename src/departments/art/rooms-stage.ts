import { BULB, type Recipe } from './recipe'

/** Height of the stage: four treads, metres. */
const STAGE_M = 0.7
const STAGE_DEEP_M = 5.4
const ROWS = 7
const SEATS = 8
const SEAT_M = 0.56

const theatre: Recipe = {
  size: (r) => [13 * r.range(0.99, 1.04), 18 * r.range(0.99, 1.03), 7.4],
  floor: {
    classic: 'fabric',
    modern: 'fabric',
    civic: 'fabric',
    rustic: 'planks',
    industrial: 'concrete',
    'sci-fi': 'metal',
    night: 'fabric',
  },
  floorColour: () => '#5a2f2d',
  walls: 'plaster',
  wallColour: () => '#7d5148',
  dado: { heightM: 1.3, kind: 'wood', colour: () => '#4b3022' },
  ceilingColour: () => '#a3957c',
  surroundings: 'street',
  furnish: (l) => {
    const north = -l.d / 2
    const edge = north + STAGE_DEEP_M
    const velvet = '#7a1f24'
    l.opening('door', 'south', l.w * 0.5, 1.7, 2.4)
    l.opening('door', 'east', l.d * 0.82, 1.0, 2.15)
    // The stage: boards, a frame, curtains drawn aside, a painted cloth at the back.
    l.put('stage-floor', 0, north + STAGE_DEEP_M / 2, 0, {
      size: [l.w - 0.04, STAGE_M, STAGE_DEEP_M],
      colour: '#77573c',
      accent: '#3c271b',
    })
    for (const x of [-3.3, 3.3]) l.put('stage-steps', x, edge + 0.56, 0, { size: [1.2, STAGE_M, 1.1], colour: '#77573c' })
    l.put('proscenium', 0, edge - 0.75, 0, { y: STAGE_M, size: [l.w, l.h - STAGE_M - 0.02, 0.5], colour: '#b39f78' })
    const inner = l.w * 0.4
    for (const x of [-1, 1]) l.put('stage-curtain', x * (inner - 0.75), edge - 1.3, 0, { size: [1.6, 5.1, 0.4], colour: velvet })
    l.put('stage-valance', 0, edge - 1.05, 0, { y: 4.3, size: [inner * 2, 1.25, 0.3], colour: velvet })
    l.put('backcloth', 0, north + 0.25, 0, { y: STAGE_M, size: [l.w * 0.84, 4.6, 0.05] })
    const lights = l.put('footlights', 0, edge - 0.14, 0, { size: [5.2, 0.16, 0.2] })
    l.lamp(lights, { kind: 'strip', kelvin: 2700, lumens: 700, flicker: 'none', at: [0, 0.2, -0.1], direction: [0, 0.5, -0.87] })
    for (const x of [-1, 1]) l.put('footlights', x * (l.w / 4 + 2), edge - 0.14, 0, { size: [l.w / 2 - 4.04, 0.16, 0.2] })
    const table = l.put('round-table', 2.3, north + 2.1, 0, { size: [0.8, 0.74, 0.8], colour: '#5a3f2a' })
    l.on(table, 'candle', 0.1, 0.05)
    l.on(table, 'book', -0.14, 0.08)
    l.seat(l.put('armchair', 3.2, north + 2.2, -Math.PI / 2 + 0.5, { colour: '#70543a' }), 0.44, 'scene')
    l.seat(l.put('chair', 1.5, north + 2.3, Math.PI / 2 - 0.4, { colour: '#5a3f2a', accent: velvet }), 0.46, 'scene')
    // The house: rows of plush on both sides of an aisle.
    const wide = SEATS * SEAT_M
    for (let row = 0; row < ROWS; row++)
      for (const side of [-1, 1]) {
        const p = l.put('theatre-seats', side * (0.8 + wide / 2), edge + 2.7 + row * 1.12, Math.PI, {
          size: [wide, 0.96, 0.7],
          colour: velvet,
        })
        const places = row === 0 ? [0, 1, 2, 3, 4, 5, 6, 7] : [0, SEATS - 1]
        for (const i of places) l.seat(p, 0.47, undefined, (i + 0.5 - SEATS / 2) * SEAT_M, 0.05)
      }
    // Spots on a bar over the first rows, a lustre over the house.
    l.hang('lighting-bar', 0, edge + 1.5, { size: [9, 1.0, 0.1] })
    for (const x of [-3, -1, 1, 3]) {
      const spot = l.put('stage-spot', x, edge + 1.5, Math.PI - x * 0.1, { y: l.h - 1.5, size: [0.34, 0.52, 0.5], blocks: false })
      l.lamp(spot, {
        kind: 'stage-spot',
        kelvin: 3100,
        lumens: 5200,
        flicker: 'none',
        at: [0, 0.2, 0.2],
        direction: [-x * 0.12, -0.8, -0.6],
      })
    }
    for (const z of [0.12, 0.36])
      l.lamp(l.hang('pendant', 0, l.d * z, { colour: '#a5834a', size: [0.9, 2.2, 0.9] }), {
        ...BULB,
        lumens: 900,
        kelvin: 2500,
        at: [0, 0.12, 0],
      })
    l.mark('stand', [0, 0, edge - 2.7], 0, { group: 'solo' })
    l.pair(-0.9, edge - 1.75, Math.PI / 2, 1.4)
    l.pair(1.2, north + 1.2, Math.PI / 2 + 0.3, 1.3)
    l.pair(-2.9, edge - 3.6, 0.7, 1.3)
    l.pair(0, edge + 1.7, Math.PI / 2, 1.2)
    l.pair(0, l.d / 2 - 1.9, 0, 1.2)
  },
}

/** Recipes by kind. */
export const STAGE_ROOMS: Readonly<Record<string, Recipe>> = { theatre }
