import { type Garment, type Random, random } from '../../film'
import { type NamedGarment, readWardrobe, shade } from './read-wardrobe'
import { TRADES } from './wardrobe-words'

type Kind = Garment['kind']
type Slot = 'top' | 'outer' | 'legs' | 'feet' | 'head' | 'eyes' | 'over'
const SLOT: Readonly<Record<Kind, Slot>> = {
  't-shirt': 'top',
  shirt: 'top',
  sweater: 'top',
  vest: 'over',
  dress: 'top',
  pyjamas: 'top',
  spacesuit: 'top',
  uniform: 'top',
  robe: 'outer',
  jacket: 'outer',
  coat: 'outer',
  parka: 'outer',
  'lab-coat': 'outer',
  'suit-jacket': 'outer',
  skirt: 'legs',
  trousers: 'legs',
  jeans: 'legs',
  shorts: 'legs',
  overalls: 'legs',
  apron: 'over',
  shoes: 'feet',
  boots: 'feet',
  sneakers: 'feet',
  'bare-feet': 'feet',
  gloves: 'over',
  scarf: 'over',
  headscarf: 'head',
  cap: 'head',
  beanie: 'head',
  'straw-hat': 'head',
  'brim-hat': 'head',
  helmet: 'head',
  headset: 'over',
  glasses: 'eyes',
  sunglasses: 'eyes',
  tie: 'over',
  satchel: 'over',
  backpack: 'over',
  belt: 'over',
  necklace: 'over',
}
/** Clothes that also cover the legs. */
const WHOLE: readonly Kind[] = ['dress', 'pyjamas', 'spacesuit', 'robe', 'uniform']
/** Inner to outer, so that the stage can build shell upon shell. */
const ORDER: readonly Kind[] = [
  'bare-feet',
  'shoes',
  'sneakers',
  'boots',
  't-shirt',
  'shirt',
  'pyjamas',
  'uniform',
  'dress',
  'spacesuit',
  'trousers',
  'jeans',
  'shorts',
  'skirt',
  'sweater',
  'overalls',
  'tie',
  'vest',
  'belt',
  'suit-jacket',
  'jacket',
  'lab-coat',
  'coat',
  'parka',
  'robe',
  'apron',
  'necklace',
  'scarf',
  'gloves',
  'satchel',
  'backpack',
  'glasses',
  'sunglasses',
  'headset',
  'headscarf',
  'cap',
  'beanie',
  'straw-hat',
  'brim-hat',
  'helmet',
]

/** Palettes of four that hang together: the strong colour, its companion, a dark and a light. */
const PALETTES: readonly (readonly [string, string, string, string])[] = [
  ['#a4452f', '#3d5a6c', '#2b2d36', '#dccfb4'],
  ['#c08a2e', '#3f5147', '#33302e', '#e0d8c4'],
  ['#2f6b68', '#b5653f', '#27303a', '#d9d3c3'],
  ['#5a3f6b', '#8a7a4e', '#2a2833', '#d6cbd0'],
  ['#34588f', '#a88b60', '#2a2f3b', '#e2ddd0'],
  ['#8c2f45', '#5d6b70', '#2e2a2e', '#dac9bd'],
  ['#55703f', '#9a5b3a', '#31302b', '#ddd6bd'],
  ['#c46a50', '#2f4f5f', '#34323a', '#e3d2c0'],
  ['#4a6d8f', '#c7a35a', '#2c3140', '#d3d8d8'],
  ['#7a5236', '#5f7f7c', '#2d2a28', '#d8c8ab'],
  ['#b2556e', '#495a7a', '#2b2a36', '#e2d3cf'],
  ['#3d7a5c', '#c9953f', '#2a322f', '#dfdcc8'],
]

/** Whole looks for somebody of whom the script says nothing; numbers are places in the palette. */
const LOOKS: readonly { for: 'all' | 'female' | 'male' | 'child' | 'old'; pieces: readonly (readonly [Kind, 0 | 1 | 2 | 3])[] }[] = [
  {
    for: 'all',
    pieces: [
      ['sweater', 0],
      ['jeans', 1],
      ['sneakers', 3],
    ],
  },
  {
    for: 'all',
    pieces: [
      ['t-shirt', 3],
      ['jacket', 0],
      ['jeans', 2],
      ['boots', 2],
    ],
  },
  {
    for: 'all',
    pieces: [
      ['shirt', 1],
      ['vest', 0],
      ['trousers', 2],
      ['shoes', 2],
    ],
  },
  {
    for: 'all',
    pieces: [
      ['sweater', 3],
      ['coat', 0],
      ['trousers', 2],
      ['shoes', 2],
    ],
  },
  {
    for: 'all',
    pieces: [
      ['t-shirt', 0],
      ['overalls', 1],
      ['boots', 2],
    ],
  },
  {
    for: 'all',
    pieces: [
      ['shirt', 0],
      ['trousers', 2],
      ['belt', 2],
      ['shoes', 2],
    ],
  },
  {
    for: 'all',
    pieces: [
      ['sweater', 1],
      ['scarf', 0],
      ['trousers', 2],
      ['boots', 2],
    ],
  },
  {
    for: 'male',
    pieces: [
      ['shirt', 3],
      ['suit-jacket', 0],
      ['trousers', 2],
      ['shoes', 2],
    ],
  },
  {
    for: 'male',
    pieces: [
      ['shirt', 3],
      ['sweater', 0],
      ['trousers', 1],
      ['shoes', 2],
    ],
  },
  {
    for: 'female',
    pieces: [
      ['dress', 0],
      ['belt', 2],
      ['shoes', 2],
    ],
  },
  {
    for: 'female',
    pieces: [
      ['shirt', 3],
      ['skirt', 0],
      ['shoes', 2],
    ],
  },
  {
    for: 'female',
    pieces: [
      ['sweater', 0],
      ['skirt', 1],
      ['boots', 2],
    ],
  },
  {
    for: 'female',
    pieces: [
      ['shirt', 3],
      ['coat', 0],
      ['trousers', 2],
      ['scarf', 1],
      ['shoes', 2],
    ],
  },
  {
    for: 'child',
    pieces: [
      ['t-shirt', 0],
      ['shorts', 1],
      ['sneakers', 3],
    ],
  },
  {
    for: 'child',
    pieces: [
      ['sweater', 0],
      ['trousers', 1],
      ['sneakers', 3],
    ],
  },
  {
    for: 'child',
    pieces: [
      ['t-shirt', 3],
      ['overalls', 0],
      ['sneakers', 1],
    ],
  },
  {
    for: 'old',
    pieces: [
      ['shirt', 3],
      ['sweater', 0],
      ['trousers', 1],
      ['shoes', 2],
    ],
  },
  {
    for: 'old',
    pieces: [
      ['shirt', 1],
      ['vest', 0],
      ['trousers', 2],
      ['cap', 2],
      ['shoes', 2],
    ],
  },
]
const MATERIAL: Partial<Record<Kind, Garment['material']>> = {
  sweater: 'wool',
  coat: 'wool',
  vest: 'wool',
  'suit-jacket': 'wool',
  skirt: 'wool',
  scarf: 'wool',
  beanie: 'wool',
  jeans: 'denim',
  parka: 'nylon',
  shoes: 'leather',
  boots: 'leather',
  sneakers: 'cotton',
  belt: 'leather',
  satchel: 'leather',
  gloves: 'leather',
  tie: 'silk',
  headscarf: 'silk',
  spacesuit: 'nylon',
  helmet: 'plastic',
  headset: 'plastic',
  glasses: 'metal',
  sunglasses: 'plastic',
  necklace: 'metal',
  'straw-hat': 'straw',
  backpack: 'nylon',
}
const SHOE_COLOURS = ['#2b211b', '#4a3020', '#1f1d1d', '#5f3f27', '#37302c']

/** A whole wardrobe: what the script names, then what the trade wears, then a designed look from the seed. Innermost first. */
export function dressCharacter(
  key: string,
  name: string,
  description: string,
  age: number,
  sex: 'female' | 'male',
): { wardrobe: Garment[]; named: NamedGarment[]; seeded: Kind[] } {
  const rng = random(`${key}/wardrobe`)
  const named = readWardrobe(description)
  // What the script colours should stand out, so the rest comes from a palette of another strong colour.
  const apart = PALETTES.filter((p) => named.every((g) => !g.colour || distance(g.colour, p[0]) > 0.34))
  const palette = rng.pick(apart.length > 0 ? apart : PALETTES)
  const worn = new Map<Kind, Garment>()
  const seeded: Kind[] = []
  const has = (slot: Slot) => [...worn.keys()].some((k) => SLOT[k] === slot)
  const whole = () => [...worn.keys()].some((k) => WHOLE.includes(k) && k !== 'robe') || worn.has('overalls')
  const put = (kind: Kind, colour: string, extra: Partial<Garment> = {}) => {
    if (worn.has(kind)) return
    worn.set(kind, { kind, colour, pattern: 'plain', material: MATERIAL[kind] ?? 'cotton', condition: 'pristine', ...extra })
  }
  for (const g of named) {
    put(g.kind, g.colour ?? colourFor(g.kind, palette, rng), {
      ...(g.accent ? { accent: g.accent } : g.pattern ? { accent: shade(palette[3], 1.1) } : {}),
      ...(g.material ? { material: g.material } : {}),
      pattern: g.pattern ?? 'plain',
      condition: g.condition ?? 'pristine',
    })
    if (g.suit) {
      const { kind: _, ...cloth } = worn.get('suit-jacket')!
      put('trousers', cloth.colour, { ...cloth, material: 'wool' })
    }
  }
  const trade = TRADES.find((t) => t.words.test(`${name} ${description}`.toLowerCase()))
  if (trade) {
    const taken = new Set([...worn.keys()].map((k) => SLOT[k]))
    const topless = !taken.has('top') && !taken.has('outer')
    for (const p of trade.wears) {
      const slot = SLOT[p.kind]
      if (slot === 'feet' && worn.has('spacesuit') && p.kind === 'boots' && trade.wears[0]!.kind !== 'spacesuit') continue
      if (worn.has(p.kind) || (slot !== 'over' && taken.has(slot)) || (slot === 'over' && !topless) || (slot === 'head' && taken.size > 0))
        continue
      if ((WHOLE.includes(p.kind) && taken.has('outer')) || (slot === 'outer' && worn.has('apron')) || (p.kind === 'overalls' && whole()))
        continue
      put(p.kind, p.colour ?? palette[0], {
        ...(p.accent ? { accent: p.accent } : {}),
        ...(p.material ? { material: p.material } : {}),
        ...(p.pattern ? { pattern: p.pattern } : {}),
      })
      seeded.push(p.kind)
    }
  }
  const seed = (kind: Kind, colour: string, extra: Partial<Garment> = {}) => {
    if (worn.has(kind)) return
    put(kind, colour, extra)
    seeded.push(kind)
  }
  if (!has('top') && !has('legs') && !has('outer')) {
    const group = age < 13 ? 'child' : age > 68 && rng.chance(0.6) ? 'old' : rng.chance(0.45) ? sex : 'all'
    const fitting = LOOKS.filter((l) => l.for === group)
    const look = rng.pick(fitting)
    const apron = worn.has('apron')
    for (const [piece, place] of look.pieces) {
      const kind: Kind = piece === 'trousers' && sex === 'female' && age > 60 && rng.chance(0.65) ? 'skirt' : piece
      if (apron && (SLOT[kind] === 'outer' || kind === 'vest')) continue
      if (SLOT[kind] === 'feet' && has('feet')) continue
      if ((SLOT[kind] === 'head' && (has('head') || apron)) || (kind === 'scarf' && worn.has('headscarf'))) continue
      const patterned = (kind === 'shirt' || kind === 'dress' || kind === 'sweater') && rng.chance(0.3)
      const colour = SLOT[kind] === 'feet' && place === 2 ? rng.pick(SHOE_COLOURS) : palette[place]
      seed(
        kind,
        colour,
        patterned
          ? {
              pattern: kind === 'dress' ? 'dots' : kind === 'sweater' ? 'stripes' : rng.pick(['check', 'stripes'] as const),
              accent: place === 3 ? palette[1] : palette[3],
            }
          : {},
      )
    }
  }
  if (!has('top') && !worn.has('robe')) {
    const inner: Kind =
      worn.has('suit-jacket') || worn.has('lab-coat') || worn.has('vest')
        ? 'shirt'
        : worn.has('skirt')
          ? rng.pick(['shirt', 'sweater'] as const)
          : rng.pick(['t-shirt', 'shirt', 'sweater'] as const)
    const light = worn.has('suit-jacket') || worn.has('lab-coat') || rng.chance(0.5)
    seed(inner, light ? palette[3] : palette[1])
  }
  if (!has('legs') && !whole() && !worn.has('robe')) {
    const kind: Kind =
      age < 10 && rng.chance(0.4)
        ? 'shorts'
        : sex === 'female' && age > 60 && rng.chance(0.75)
          ? 'skirt'
          : rng.chance(0.4)
            ? 'jeans'
            : 'trousers'
    seed(kind, kind === 'jeans' ? rng.pick(['#3f5674', '#2c3950', '#566a82']) : rng.pick([palette[2], palette[1], palette[2]]))
  }
  if (!has('feet')) {
    const outdoors = worn.has('parka') || worn.has('spacesuit') || worn.has('overalls')
    const kind: Kind = worn.has('pyjamas') ? 'bare-feet' : outdoors ? 'boots' : age < 25 && !worn.has('suit-jacket') ? 'sneakers' : 'shoes'
    const white = worn.get('spacesuit')?.colour
    seed(kind, white ?? (kind === 'sneakers' ? palette[3] : rng.pick(SHOE_COLOURS)))
  }
  const wardrobe = [...worn.values()].sort((a, b) => ORDER.indexOf(a.kind) - ORDER.indexOf(b.kind))
  return { wardrobe, named, seeded }
}

/** How far two colours are apart in display RGB. */
function distance(a: string, b: string): number {
  const at = (hex: string, i: number) => Number.parseInt(hex.slice(i, i + 2), 16) / 255
  return Math.hypot(at(a, 1) - at(b, 1), at(a, 3) - at(b, 3), at(a, 5) - at(b, 5))
}

function colourFor(kind: Kind, palette: readonly [string, string, string, string], rng: Random): string {
  if (kind === 'shoes' || kind === 'boots' || kind === 'belt') return rng.pick(SHOE_COLOURS)
  if (kind === 'shirt' || kind === 't-shirt' || kind === 'sneakers') return palette[3]
  if (kind === 'trousers' || kind === 'shorts') return palette[2]
  if (['jacket', 'cap', 'scarf', 'backpack', 'beanie', 'tie', 'gloves'].includes(kind)) return palette[1]
  return palette[0]
}
