/** What the art department has in store; sizes are metres [width, height, depth], front towards +z. */
export interface PropInfo {
  readonly size: readonly [number, number, number]
  /** Height of a top on which things can stand. */
  readonly surfaceHeight?: number
  /** False where people may walk: rugs, pictures, things on tables, lamps overhead. */
  readonly blocks: boolean
  /** Where it belongs. */
  readonly place: 'floor' | 'wall' | 'top' | 'ceiling' | 'ground'
  /** True for what a hand can carry. */
  readonly hand?: boolean
  /** Further words that mean it. */
  readonly words?: readonly string[]
}

type Size = readonly [number, number, number]
const floor = (size: Size, surfaceHeight?: number, ...words: string[]): PropInfo => ({
  size,
  blocks: true,
  place: 'floor',
  words,
  ...(surfaceHeight === undefined ? {} : { surfaceHeight }),
})
const wall = (size: Size, ...words: string[]): PropInfo => ({ size, blocks: false, place: 'wall', words })
const top = (size: Size, ...words: string[]): PropInfo => ({ size, blocks: false, place: 'top', words })
const hand = (size: Size, ...words: string[]): PropInfo => ({ size, blocks: false, place: 'top', hand: true, words })
const over = (size: Size, ...words: string[]): PropInfo => ({ size, blocks: false, place: 'ceiling', words })
const ground = (size: Size, ...words: string[]): PropInfo => ({ size, blocks: false, place: 'ground', words })

/** Everything in store, by id. */
export const PROPS: Readonly<Record<string, PropInfo>> = {
  // tables and what stands like one
  table: floor([1.5, 0.75, 0.9], 0.75, 'tisch', 'mesa', 'tavolo'),
  'round-table': floor([1.0, 0.74, 1.0], 0.74),
  desk: floor([1.5, 0.75, 0.75], 0.75, 'schreibtisch', 'bureau', 'escritorio'),
  'coffee-table': floor([1.1, 0.42, 0.6], 0.42),
  'side-table': floor([0.45, 0.55, 0.42], 0.55, 'nightstand', 'bedside'),
  workbench: floor([1.9, 0.9, 0.7], 0.9),
  counter: floor([1.2, 0.9, 0.62], 0.9),
  'sink-counter': floor([1.2, 0.9, 0.62], 0.9, 'sink'),
  stove: floor([0.62, 0.9, 0.62], 0.9, 'oven', 'cooker', 'range', 'herd'),
  fridge: floor([0.7, 1.8, 0.68], undefined, 'refrigerator', 'freezer'),
  'bar-counter': floor([3.4, 1.1, 0.65], 1.1),
  'till-counter': floor([1.8, 1.0, 0.65], 1.0),
  'diner-table': floor([0.75, 0.75, 1.15], 0.75),
  'school-desk': floor([0.65, 0.74, 0.5], 0.74),
  altar: floor([2.0, 1.0, 0.8], 1.0),
  console: floor([1.6, 1.05, 0.85], 0.78, 'controls', 'panel'),
  // storage
  dresser: floor([1.3, 2.0, 0.48], 0.9, 'hutch', 'sideboard', 'cupboard'),
  cabinet: floor([1.0, 0.85, 0.45], 0.85, 'chest', 'drawer'),
  bookcase: floor([1.0, 2.0, 0.32], undefined, 'bookshelf', 'shelf'),
  wardrobe: floor([1.25, 2.05, 0.6], undefined, 'closet'),
  'filing-cabinet': floor([0.46, 1.32, 0.6], 1.32),
  locker: floor([0.9, 1.9, 0.5], undefined, 'lockers'),
  'shelving-rack': floor([2.4, 2.7, 0.8], undefined, 'rack'),
  'back-bar': floor([3.2, 2.2, 0.42]),
  'shop-shelf': floor([1.6, 1.9, 0.45]),
  'clothes-rack': floor([1.2, 1.5, 0.5]),
  // trades
  'dress-form': floor([0.5, 1.62, 0.5], undefined, 'dummy', 'mannequin', 'schneiderpuppe'),
  'cloth-shelf': floor([1.9, 2.05, 0.5]),
  'sewing-table': floor([1.05, 0.76, 0.5], 0.76, 'sewing machine', 'nahmaschine'),
  'bread-rack': floor([1.5, 2.0, 0.42]),
  'apothecary-cabinet': floor([1.6, 2.25, 0.45]),
  'barber-chair': floor([0.72, 1.16, 1.0], undefined, 'barber chair'),
  'flower-bucket': floor([0.34, 0.6, 0.34], undefined, 'bouquets'),
  'server-rack': floor([0.65, 2.0, 0.8], undefined, 'server', 'computer'),
  // seats and beds
  chair: floor([0.44, 0.94, 0.48], undefined, 'stuhl', 'silla', 'chaise', 'sedia'),
  'office-chair': floor([0.58, 1.05, 0.58]),
  armchair: floor([0.86, 0.92, 0.86], undefined, 'sessel'),
  sofa: floor([2.0, 0.84, 0.9], undefined, 'couch', 'settee'),
  stool: floor([0.38, 0.75, 0.38], undefined, 'barstool'),
  bench: floor([1.4, 0.46, 0.38]),
  'park-bench': floor([1.6, 0.85, 0.6]),
  'diner-booth': floor([1.3, 1.12, 0.62], undefined, 'booth'),
  pew: floor([2.6, 0.95, 0.55]),
  'train-seat': floor([1.0, 1.2, 0.62]),
  'captain-chair': floor([0.66, 1.2, 0.7]),
  bed: floor([1.5, 0.95, 2.05], undefined, 'bett', 'cama', 'lit', 'letto'),
  'single-bed': floor([0.95, 0.85, 2.0], undefined, 'cot'),
  'bunk-bed': floor([0.95, 1.75, 2.0], undefined, 'bunk', 'berth'),
  // halls and stages: floors that are walked on
  dais: { size: [4, 0.36, 2], blocks: false, place: 'floor', words: ['podium', 'platform'] },
  'stage-floor': { size: [9, 0.7, 5], blocks: false, place: 'floor' },
  'stage-steps': { size: [1.2, 0.7, 1.2], blocks: false, place: 'floor' },
  // courts
  'judge-bench': floor([3.2, 0.97, 0.72], 0.77),
  'judge-chair': floor([0.72, 1.35, 0.66]),
  'witness-stand': floor([1.05, 0.95, 1.0], undefined, 'dock'),
  'court-rail': floor([3, 0.9, 0.12]),
  flag: floor([0.7, 2.5, 0.5], undefined, 'banner-pole'),
  // sickrooms and waiting rooms
  'hospital-bed': floor([0.98, 0.98, 2.14], undefined, 'sickbed', 'krankenbett'),
  'drip-stand': floor([0.5, 1.9, 0.5], undefined, 'drip', 'infusion'),
  'patient-monitor': floor([0.52, 1.5, 0.5], undefined, 'heart-monitor'),
  'overbed-table': floor([0.85, 0.92, 0.42], 0.92),
  'seat-row': floor([2.4, 0.86, 0.58]),
  'reception-desk': floor([2.4, 1.0, 0.8], 1.0, 'front-desk'),
  'water-cooler': floor([0.34, 1.25, 0.34]),
  // libraries and laboratories
  'library-stack': floor([3.2, 2.3, 0.62]),
  'library-wall': floor([3.6, 3.2, 0.34]),
  'library-ladder': floor([0.55, 2.9, 0.9]),
  'card-catalogue': floor([1.3, 1.2, 0.5]),
  'lab-bench': floor([2.6, 0.9, 0.7], 0.9),
  'fume-hood': floor([1.9, 2.4, 0.85]),
  // theatres
  'stage-curtain': floor([1.6, 5, 0.4]),
  'stage-valance': { size: [9, 1.2, 0.3], blocks: false, place: 'ceiling' },
  proscenium: { size: [13, 6.7, 0.5], blocks: false, place: 'floor' },
  backcloth: { size: [10, 4.6, 0.05], blocks: false, place: 'wall', words: ['backdrop', 'scenery'] },
  'theatre-seats': floor([4.48, 0.96, 0.7]),
  footlights: floor([4, 0.16, 0.2]),
  'wheel-lustre': over([1.9, 3, 1.9]),
  'stage-spot': over([0.34, 0.52, 0.5], 'spotlight'),
  'lighting-bar': over([9, 1, 0.1]),
  // castles
  throne: floor([0.95, 2.1, 0.8], undefined, 'thron', 'trone', 'trono'),
  'suit-of-armour': floor([0.8, 2.0, 0.7], undefined, 'armour', 'armor'),
  // offices
  'desk-divider': floor([3.1, 1.22, 0.07]),
  copier: floor([1.0, 1.05, 0.65], undefined, 'photocopier', 'printer'),
  // rooms
  fireplace: floor([1.5, 1.25, 0.5], 1.25, 'hearth', 'kamin'),
  piano: floor([1.45, 1.25, 0.62], 1.25),
  jukebox: floor([0.9, 1.5, 0.62]),
  tv: floor([1.1, 1.15, 0.4], undefined, 'television'),
  toilet: floor([0.4, 0.78, 0.66]),
  bathtub: floor([1.65, 0.58, 0.75], undefined, 'bath', 'tub'),
  basin: floor([0.6, 0.86, 0.46], 0.86, 'washbasin'),
  'stair-flight': floor([1.3, 2.7, 3.3], undefined, 'stairs', 'staircase'),
  column: floor([0.5, 3, 0.5], undefined, 'pillar'),
  'coat-rack': floor([0.42, 1.75, 0.42]),
  'house-plant': floor([0.55, 1.25, 0.55], undefined, 'plant', 'fern'),
  radiator: floor([0.9, 0.62, 0.14]),
  'waste-bin': floor([0.3, 0.36, 0.3], undefined, 'bin', 'wastebasket'),
  'floor-lamp': floor([0.4, 1.6, 0.4], undefined, 'lamp'),
  'candle-stand': floor([0.35, 1.3, 0.35], undefined, 'candelabra'),
  // stores and yards
  crate: floor([0.62, 0.55, 0.62], 0.55, 'chest', 'trunk'),
  'crate-stack': floor([1.3, 1.3, 0.75]),
  'fruit-crate': floor([0.6, 0.42, 0.42], undefined, 'vegetable', 'fruit'),
  pallet: floor([1.2, 1.1, 1.0]),
  barrel: floor([0.6, 0.9, 0.6], 0.9, 'keg', 'cask'),
  drum: floor([0.6, 0.9, 0.6], 0.9),
  sacks: floor([0.9, 0.6, 0.7], undefined, 'sack', 'grain'),
  'gas-bottles': floor([0.7, 1.4, 0.4], undefined, 'cylinder', 'tank'),
  // things on the wall
  picture: wall([0.55, 0.45, 0.04], 'painting', 'portrait', 'frame'),
  mirror: wall([0.55, 0.8, 0.05]),
  'wall-clock': wall([0.32, 0.32, 0.07], 'clock'),
  'wall-shelf': wall([1.0, 0.4, 0.22]),
  'wall-cabinet': wall([0.9, 0.7, 0.34]),
  'pan-rack': wall([1.0, 0.5, 0.14], 'pan', 'ladle'),
  'coat-hooks': wall([0.9, 0.95, 0.2], 'coat', 'jacket'),
  blackboard: wall([3.0, 1.2, 0.08], 'board', 'chalkboard'),
  whiteboard: wall([2.4, 1.2, 0.06]),
  map: wall([1.1, 0.8, 0.02], 'chart', 'poster'),
  'notice-board': wall([1.0, 0.7, 0.04]),
  'pipe-run': wall([2.4, 0.5, 0.22], 'pipe'),
  'wall-panel': wall([0.7, 0.9, 0.1], 'keypad', 'switch'),
  vent: wall([0.6, 0.4, 0.05]),
  screen: wall([1.4, 0.8, 0.07], 'monitor', 'display'),
  'neon-sign': wall([1.1, 0.42, 0.07], 'neon', 'sign'),
  'strip-light': wall([1.2, 0.07, 0.09]),
  'tool-wall': wall([2.2, 1.5, 0.16], 'pitchfork', 'rake', 'scythe'),
  'barn-doors': wall([3.4, 3.0, 0.14]),
  'wall-seal': wall([1.1, 1.1, 0.12], 'seal'),
  cross: wall([0.9, 1.4, 0.1], 'crucifix'),
  'life-ring': wall([0.7, 0.7, 0.12]),
  curtain: wall([1.6, 2.1, 0.16]),
  banner: wall([1.1, 3.2, 0.14], 'tapestry'),
  'shield-and-swords': wall([1.2, 1.4, 0.12], 'shield'),
  'bed-curtain': { size: [2.5, 2.6, 0.2], blocks: false, place: 'ceiling' },
  'bed-head-panel': wall([1.3, 0.3, 0.15]),
  'emergency-light': wall([0.22, 0.2, 0.16], 'alarm'),
  'fuse-box': wall([0.5, 0.7, 0.16]),
  // overhead
  'ceiling-beam': over([5, 0.2, 0.18]),
  'hay-loft': over([8, 1.5, 3]),
  'wire-span': over([1.5, 0.5, 13]),
  pendant: over([0.44, 0.95, 0.44], 'chandelier'),
  'ceiling-panel': over([1.2, 0.08, 0.4]),
  'ceiling-fan': over([1.3, 0.45, 1.3], 'fan'),
  // on tops
  'table-lamp': top([0.3, 0.46, 0.3], 'lamp'),
  candle: top([0.09, 0.2, 0.09]),
  kettle: top([0.26, 0.24, 0.2], 'wasserkessel'),
  teapot: top([0.24, 0.16, 0.15]),
  pan: top([0.42, 0.1, 0.24], 'skillet', 'pot', 'saucepan'),
  plate: top([0.25, 0.03, 0.25], 'dish', 'pie', 'food', 'breakfast', 'sandwich', 'cake'),
  'fruit-bowl': top([0.3, 0.17, 0.3], 'bowl'),
  vase: top([0.26, 0.46, 0.26], 'flower', 'rose', 'bouquet'),
  'book-stack': top([0.26, 0.16, 0.2]),
  papers: top([0.34, 0.03, 0.26], 'paper', 'document', 'contract', 'file', 'newspaper', 'blueprint'),
  laptop: top([0.34, 0.24, 0.3]),
  monitor: top([0.52, 0.44, 0.2], 'computer'),
  typewriter: top([0.4, 0.2, 0.36]),
  radio: top([0.36, 0.24, 0.16], 'transistor'),
  telephone: top([0.24, 0.14, 0.22], 'telefon'),
  jars: top([0.5, 0.2, 0.16], 'jar', 'spice'),
  bottles: top([0.34, 0.32, 0.2]),
  glasses: top([0.28, 0.13, 0.18]),
  'coffee-machine': top([0.4, 0.42, 0.4], 'espresso'),
  till: top([0.4, 0.36, 0.42], 'register'),
  condiments: top([0.2, 0.19, 0.12], 'ketchup', 'salt'),
  globe: top([0.3, 0.42, 0.3]),
  bread: top([0.38, 0.12, 0.26], 'loaf'),
  'reading-lamp': top([0.4, 0.4, 0.2]),
  glassware: top([0.6, 0.4, 0.3], 'flask', 'beaker', 'test-tube', 'vial'),
  'conference-phone': top([0.34, 0.08, 0.34]),
  microscope: top([0.2, 0.38, 0.26], 'mikroskop'),
  toolbox: top([0.44, 0.24, 0.22], 'tool'),
  // things to hold
  cup: hand([0.12, 0.1, 0.09], 'mug', 'tea', 'coffee', 'tasse', 'saucer'),
  glass: hand([0.08, 0.13, 0.08], 'drink', 'whiskey', 'whisky', 'tumbler'),
  bottle: hand([0.08, 0.3, 0.08], 'wine', 'beer', 'rum'),
  book: hand([0.15, 0.03, 0.22], 'diary', 'notebook', 'journal', 'ledger', 'bible'),
  photograph: hand([0.16, 0.2, 0.1], 'photo', 'picture'),
  letter: hand([0.22, 0.01, 0.11], 'envelope', 'note', 'telegram', 'postcard'),
  phone: hand([0.08, 0.015, 0.15], 'cellphone', 'smartphone', 'mobile', 'handy'),
  receiver: hand([0.06, 0.05, 0.23], 'handset', 'earpiece'),
  pistol: hand([0.15, 0.05, 0.2], 'gun', 'revolver', 'weapon'),
  rifle: hand([0.18, 0.07, 1.0], 'shotgun'),
  knife: hand([0.05, 0.02, 0.3], 'dagger', 'blade'),
  axe: hand([0.2, 0.04, 0.75], 'hatchet'),
  flashlight: hand([0.06, 0.06, 0.22], 'torch', 'taschenlampe'),
  key: hand([0.05, 0.01, 0.1], 'keys'),
  'photo-camera': hand([0.14, 0.1, 0.13], 'polaroid', 'camcorder'),
  cloth: hand([0.2, 0.05, 0.14], 'rag', 'towel', 'dishcloth', 'duster', 'sponge'),
  match: hand([0.005, 0.03, 0.08], 'matchstick'),
  guitar: hand([1.15, 0.11, 0.36], 'lute', 'banjo', 'ukulele', 'mandolin'),
  'torn-paper': hand([0.11, 0.01, 0.11]),
  cigarette: hand([0.1, 0.01, 0.01], 'cigar'),
  suitcase: { size: [0.62, 0.48, 0.2], blocks: true, place: 'floor', hand: true, words: ['briefcase', 'luggage', 'case', 'koffer'] },
  satchel: {
    size: [0.42, 0.34, 0.16],
    blocks: true,
    place: 'floor',
    hand: true,
    words: ['bag', 'backpack', 'handbag', 'rucksack', 'purse'],
  },
  parcel: hand([0.26, 0.13, 0.26], 'box', 'package', 'carton', 'gift', 'present', 'pizza'),
  reel: hand([0.17, 0.08, 0.18], 'spool', 'winder'),
  helmet: hand([0.27, 0.31, 0.3]),
  scissors: hand([0.09, 0.012, 0.2], 'shears'),
  apple: hand([0.08, 0.09, 0.08], 'orange', 'peach', 'pear', 'lemon', 'egg'),
  slice: hand([0.21, 0.11, 0.04]),
  pencil: hand([0.01, 0.01, 0.18], 'pen', 'chalk', 'brush', 'stylus'),
  fork: hand([0.03, 0.01, 0.2], 'spoon'),
  'walking-stick': hand([0.9, 0.05, 0.1], 'stick', 'cane', 'crutch'),
  'sugar-bowl': hand([0.11, 0.09, 0.11], 'sugar'),
  umbrella: hand([0.14, 0.14, 0.9]),
  'wooden-horse': hand([0.24, 0.24, 0.09], 'horse', 'toy', 'figurine', 'carving', 'doll'),
  melon: hand([0.26, 0.24, 0.24], 'watermelon', 'pumpkin', 'ball'),
  hat: hand([0.32, 0.14, 0.34], 'cap', 'fedora'),
  money: hand([0.18, 0.06, 0.1], 'cash', 'coin', 'banknote'),
  tablet: hand([0.2, 0.015, 0.27], 'clipboard'),
  gavel: hand([0.09, 0.06, 0.28], 'mallet'),
  wrench: hand([0.07, 0.03, 0.28], 'spanner', 'hammer', 'screwdriver'),
  'remote-device': hand([0.12, 0.05, 0.18], 'radio-set', 'walkie', 'communicator', 'scanner', 'device', 'detonator'),
  lantern: hand([0.16, 0.28, 0.16], 'laterne', 'oil-lamp'),
  rope: top([0.45, 0.14, 0.45], 'coil'),
  // outside
  tree: floor([1.0, 7.5, 1.0], undefined, 'oak', 'baum', 'arbre'),
  pine: floor([0.9, 10, 0.9], undefined, 'fir'),
  'apple-tree': floor([0.8, 4.2, 0.8], undefined, 'fruit-tree', 'apfelbaum'),
  bush: floor([1.4, 1.1, 1.2], undefined, 'shrub'),
  hedge: floor([3.0, 1.3, 0.7]),
  cactus: floor([0.9, 2.6, 0.7]),
  palm: floor([0.6, 7, 0.6]),
  rock: floor([1.4, 0.9, 1.1], undefined, 'boulder', 'stone'),
  log: floor([2.6, 0.5, 0.55], undefined, 'trunk'),
  stump: floor([0.6, 0.45, 0.6], 0.45),
  fence: floor([3.0, 1.15, 0.14]),
  'stone-wall': floor([3.0, 0.95, 0.5], 0.95),
  railing: floor([3.0, 1.05, 0.1]),
  gate: floor([3.0, 1.25, 0.16]),
  'hay-bale': floor([1.2, 1.2, 1.2], undefined, 'hay', 'straw'),
  'straw-bale': floor([1.0, 0.46, 0.52], 0.46, 'bale'),
  'straw-heap': floor([2.4, 0.5, 1.7], undefined, 'straw-pile', 'haystack'),
  'stall-side': floor([2.4, 1.35, 0.14]),
  'timber-post': floor([0.26, 3, 0.26]),
  ladder: floor([0.75, 2.3, 1.15], undefined, 'stepladder', 'leiter'),
  basket: floor([0.5, 0.5, 0.42], undefined, 'korb'),
  cart: floor([1.3, 1.35, 2.3], 0.85, 'wagon', 'wheelbarrow', 'handcart'),
  well: floor([1.4, 2.2, 1.4], undefined, 'fountain-well'),
  tractor: floor([1.9, 2.4, 3.3]),
  scarecrow: floor([1.3, 1.9, 0.3]),
  'market-stall': floor([2.6, 2.5, 1.7], 0.85, 'stall', 'booth'),
  'lamp-post': floor([0.3, 4.2, 0.3], undefined, 'streetlight', 'lamppost'),
  'telegraph-pole': floor([1.6, 7.4, 0.36], undefined, 'utility-pole', 'telephone-pole'),
  bollard: floor([0.3, 0.75, 0.3]),
  hydrant: floor([0.36, 0.75, 0.36]),
  'trash-can': floor([0.55, 0.95, 0.55], undefined, 'trash', 'garbage', 'dustbin'),
  dumpster: floor([1.9, 1.35, 1.1], undefined, 'skip'),
  mailbox: floor([0.5, 1.15, 0.45], undefined, 'postbox'),
  'phone-booth': floor([0.95, 2.35, 0.95]),
  'bus-stop': floor([2.8, 2.4, 1.4]),
  signpost: floor([0.7, 2.4, 0.2], undefined, 'signboard', 'road-sign'),
  fountain: floor([3.6, 2.2, 3.6]),
  statue: floor([1.3, 3.4, 1.3], undefined, 'monument'),
  'cafe-set': floor([0.7, 0.74, 0.7], 0.74),
  parasol: floor([0.4, 2.5, 0.4]),
  'flower-bed': floor([2.2, 0.55, 0.9], undefined, 'planter'),
  'clothes-line': floor([4.0, 2.1, 0.15], undefined, 'laundry', 'washing'),
  boat: floor([1.7, 1.1, 4.6], undefined, 'rowboat', 'dinghy'),
  'fishing-boat': floor([3.2, 4.6, 9.0], undefined, 'ship', 'trawler'),
  crane: floor([3.0, 14, 3.0]),
  container: floor([2.4, 2.6, 6.0]),
  'net-pile': floor([1.6, 0.6, 1.2], undefined, 'net', 'fishing'),
  'lobster-pots': floor([1.3, 0.9, 0.8], undefined, 'trap'),
  'deck-chair': floor([0.65, 0.95, 1.2]),
  chimney: floor([0.9, 1.9, 0.7]),
  'vent-unit': floor([1.5, 1.1, 1.1]),
  'water-tank': floor([2.4, 4.2, 2.4]),
  skylight: floor([2.2, 0.9, 1.4]),
  'stair-hut': floor([2.6, 2.6, 3.0]),
  antenna: floor([0.5, 3.2, 0.5], undefined, 'aerial'),
  tent: floor([2.4, 1.6, 2.8]),
  campfire: floor([1.1, 0.6, 1.1], undefined, 'fire', 'bonfire'),
  car: floor([1.8, 1.45, 4.4], undefined, 'auto', 'taxi', 'sedan', 'coche', 'voiture'),
  sedan: floor([1.74, 1.48, 4.6]),
  'open-car': floor([1.8, 1.2, 4.4], undefined, 'convertible', 'cabriolet'),
  van: floor([2.0, 2.3, 5.2], undefined, 'ambulance', 'minibus'),
  truck: floor([2.3, 2.9, 6.6], undefined, 'lorry'),
  pickup: floor([1.74, 1.72, 4.9], undefined, 'pickup-truck'),
  bicycle: floor([0.5, 1.05, 1.75], undefined, 'bike', 'fahrrad'),
  motorcycle: floor([0.7, 1.15, 2.1], undefined, 'motorbike', 'scooter'),
  'fire-escape': floor([2.6, 7.4, 1.1]),
  grave: floor([0.7, 1.0, 0.2], undefined, 'tombstone', 'gravestone'),
  // buildings: a size of their own where they are placed
  building: floor([10, 10, 9]),
  shopfront: floor([9, 9, 9]),
  house: floor([8, 6.5, 8]),
  barn: floor([10, 7.5, 13]),
  warehouse: floor([16, 8, 12]),
  'church-building': floor([9, 18, 16]),
  'yard-wall': floor([6, 2.6, 0.3]),
  lighthouse: floor([5.2, 19, 5.2], undefined, 'leuchtturm', 'phare', 'faro'),
  // in the air
  'flying-kite': top([1.9, 3.4, 0.5]),
  // what lies flat
  rug: ground([2.2, 0.02, 1.5], 'carpet', 'teppich'),
  'round-rug': ground([2.2, 0.02, 2.2]),
  doormat: ground([0.75, 0.02, 0.45]),
  'zone-road': ground([8, 0.02, 40]),
  'zone-paving': ground([4, 0.02, 40]),
  'zone-cobbles': ground([20, 0.02, 20]),
  'zone-grass': ground([20, 0.02, 20]),
  'zone-soil': ground([20, 0.02, 20]),
  'zone-gravel': ground([3, 0.02, 20]),
  'zone-planks': ground([4, 0.02, 20]),
  'zone-sand': ground([20, 0.02, 20]),
  'zone-crops': ground([20, 0.02, 20]),
  crossing: ground([8, 0.02, 3]),
  puddle: ground([1.6, 0.01, 1.1]),
  'grass-tufts': ground([4, 0.35, 4]),
  litter: ground([1.2, 0.05, 1.0], 'rubbish'),
  leaves: ground([3, 0.03, 3]),
  'straw-litter': ground([3, 0.03, 3]),
}

/** Catalogue entry of an id; an unknown id is a small thing that stands on a top. */
export const propInfo = (id: string): PropInfo => PROPS[id] ?? { size: [0.3, 0.25, 0.25], blocks: false, place: 'top' }

const BY_WORD = new Map<string, string>(Object.keys(PROPS).map((id) => [id, id]))
for (const [id, info] of Object.entries(PROPS)) {
  for (const word of info.words ?? []) if (!BY_WORD.has(word)) BY_WORD.set(word, id)
}

/** The prop a word of a script means: exact, then singular, then its last word, then an ending; undefined when none. */
export function propForWord(name: string): string | undefined {
  const text = name
    .toLowerCase()
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .trim()
  const tries = [text, text.replaceAll(' ', '-')]
  const last = text.split(/[\s-]+/).at(-1) ?? text
  tries.push(last)
  for (const t of [...tries]) {
    if (t.endsWith('es')) tries.push(t.slice(0, -2))
    if (t.endsWith('s')) tries.push(t.slice(0, -1))
  }
  for (const t of tries) {
    const id = BY_WORD.get(t)
    if (id) return id
  }
  for (const [word, id] of BY_WORD) if (word.length >= 4 && last.endsWith(word)) return id
  return undefined
}
