import type { Garment } from '../../film'

/** A kind of garment. */
export type Kind = Garment['kind']
/** Where on the body a garment goes; one garment a slot, except `over`. */
export type Slot = 'top' | 'outer' | 'legs' | 'feet' | 'head' | 'eyes' | 'over'
/** The slot of every garment. */
export const SLOT: Readonly<Record<Kind, Slot>> = {
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
  'space-helmet': 'head',
  'diving-mask': 'eyes',
  headset: 'over',
  glasses: 'eyes',
  sunglasses: 'eyes',
  tie: 'over',
  satchel: 'over',
  backpack: 'over',
  belt: 'over',
  necklace: 'over',
  watch: 'over',
}
/** Clothes that also cover the legs. */
export const WHOLE: readonly Kind[] = ['dress', 'pyjamas', 'spacesuit', 'robe', 'uniform']
/** Inner to outer, so that the stage can build shell upon shell. */
export const ORDER: readonly Kind[] = [
  'bare-feet',
  'watch',
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
  'space-helmet',
  'diving-mask',
]

/** Palettes of four that hang together: the strong colour, its companion, a dark and a light. */
export const PALETTES: readonly (readonly [string, string, string, string])[] = [
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
export const LOOKS: readonly { for: 'all' | 'female' | 'male' | 'child' | 'old'; pieces: readonly (readonly [Kind, 0 | 1 | 2 | 3])[] }[] = [
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
/** What a garment is made of when nobody says. */
export const MATERIAL: Partial<Record<Kind, Garment['material']>> = {
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
  'space-helmet': 'plastic',
  'diving-mask': 'plastic',
  headset: 'plastic',
  glasses: 'metal',
  sunglasses: 'plastic',
  necklace: 'metal',
  watch: 'leather',
  'straw-hat': 'straw',
  backpack: 'nylon',
}
/** Colours of trousers that go with any palette. */
export const LEG_COLOURS = ['#57402f', '#6b7078', '#a38d69', '#29344d', '#4d5238', '#b9ad98'] as const
/** Leathers. */
export const SHOE_COLOURS = ['#2b211b', '#4a3020', '#1f1d1d', '#5f3f27', '#37302c']
