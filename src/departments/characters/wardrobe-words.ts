import type { Garment } from '../../film'

/** Colour words of clothes, as a costume designer would mix them: never the pure screen primaries. */
export const COLOURS: Readonly<Record<string, string>> = {
  red: '#a8322c',
  crimson: '#8f1f2d',
  scarlet: '#b8322a',
  burgundy: '#5c1f2b',
  maroon: '#5a2226',
  pink: '#d98c9c',
  rose: '#c9788a',
  salmon: '#d98a74',
  coral: '#d9725c',
  orange: '#d5752a',
  rust: '#9c4a24',
  copper: '#a55a33',
  terracotta: '#b05f43',
  yellow: '#dcb13c',
  mustard: '#bd8f2c',
  gold: '#c39a3f',
  golden: '#c39a3f',
  green: '#3f6b45',
  olive: '#6a6a3a',
  khaki: '#8a7d57',
  emerald: '#23705a',
  mint: '#9cc9ae',
  teal: '#27696c',
  turquoise: '#3f9c9b',
  blue: '#34588f',
  navy: '#232f4b',
  'sky-blue': '#86aecb',
  indigo: '#343a70',
  denim: '#41597a',
  purple: '#5e3f73',
  violet: '#6a4a86',
  lilac: '#a994bf',
  lavender: '#a79cc4',
  brown: '#6b4a33',
  tan: '#b58c62',
  beige: '#c9b391',
  camel: '#b38b5a',
  cream: '#e6dcc5',
  ivory: '#e8e0cd',
  white: '#d3cfc6',
  grey: '#7b7d80',
  gray: '#7b7d80',
  silver: '#a9adb2',
  charcoal: '#3a3c41',
  black: '#212226',
  dark: '#2c2d33',
  pale: '#cfcabd',
  colourful: '#c2603f',
  colorful: '#c2603f',
}

/** Garment nouns: the word as written, and what it is in this wardrobe. Longer phrases come first. */
export const GARMENT_NOUNS: readonly { words: RegExp; kind: Garment['kind']; material?: Garment['material']; colour?: string }[] = [
  { words: /pressure suit|space ?suit|flight suit|pressuresuit/, kind: 'spacesuit', material: 'nylon', colour: '#c8c5bd' },
  { words: /hazmat suit|boiler ?suit|jumpsuit|coveralls?|overalls?|dungarees/, kind: 'overalls', material: 'denim' },
  { words: /lab ?coat|white coat|doctor'?s coat/, kind: 'lab-coat', colour: '#cfcbc2' },
  { words: /trench ?coat|mackintosh/, kind: 'coat', material: 'cotton', colour: '#ab9066' },
  { words: /rain ?coat|slicker/, kind: 'coat', material: 'nylon', colour: '#c99b2f' },
  { words: /over ?coat|great ?coat|duffel coat|cloak|coats?/, kind: 'coat', material: 'wool' },
  { words: /parkas?|anoraks?|puffer(?: jacket)?|ski jacket|oilskins?/, kind: 'parka', material: 'nylon' },
  { words: /(?:tweed|herringbone|houndstooth) jacket/, kind: 'suit-jacket', material: 'wool', colour: '#6f6149' },
  {
    words: /(?:suit|sports?|dinner|smoking|velvet|linen|corduroy) jacket|blazer|tuxedo|sport ?coat/,
    kind: 'suit-jacket',
    material: 'wool',
  },
  { words: /welder'?s jacket/, kind: 'jacket', material: 'leather', colour: '#7a5a38' },
  { words: /leather jacket|biker jacket|bomber jacket/, kind: 'jacket', material: 'leather', colour: '#2b2422' },
  { words: /hoodie|hooded sweatshirt|sweatshirt/, kind: 'sweater', material: 'cotton' },
  { words: /cardigan|sweaters?|jumper|pullover|turtleneck|jersey/, kind: 'sweater', material: 'wool' },
  { words: /waistcoat|vest/, kind: 'vest', material: 'wool' },
  { words: /swim ?suit|bathing ?suit|bikini|swimming costume|leotard/, kind: 't-shirt', material: 'nylon' },
  { words: /t-?shirt|tee|tank ?top|undershirt|singlet/, kind: 't-shirt' },
  { words: /shirt|blouse/, kind: 'shirt' },
  { words: /jackets?|windbreaker/, kind: 'jacket' },
  { words: /night ?gown|night ?dress|gown|sundress|dress|frock|sari|kimono/, kind: 'dress' },
  { words: /bath ?robe|dressing gown|robes?|cassock|habit|tunic/, kind: 'robe' },
  { words: /skirt|kilt/, kind: 'skirt' },
  { words: /jeans/, kind: 'jeans', material: 'denim', colour: '#41597a' },
  { words: /shorts|swim(?:ming)? trunks/, kind: 'shorts' },
  { words: /trousers|pants|slacks|chinos|leggings|corduroys/, kind: 'trousers' },
  { words: /aprons?/, kind: 'apron' },
  { words: /pyjamas|pajamas|pyjama|pjs/, kind: 'pyjamas' },
  { words: /uniforms?|scrubs|fatigues|tracksuit/, kind: 'uniform' },
  { words: /business suit|three-piece|suits?\b/, kind: 'suit-jacket', material: 'wool' },
  { words: /high heels|heels|loafers|shoes|sandals|slippers|clogs/, kind: 'shoes', material: 'leather' },
  { words: /rubber boots|wellingtons|boots/, kind: 'boots', material: 'leather' },
  { words: /sneakers|trainers|running shoes/, kind: 'sneakers' },
  { words: /bare ?-?feet|bare ?foot(?:ed)?/, kind: 'bare-feet' },
  { words: /gloves?|mittens/, kind: 'gloves', material: 'leather' },
  { words: /head ?scar(?:f|ve)|hijab|kerchief|bandana|bandanna/, kind: 'headscarf', material: 'silk' },
  { words: /scar(?:f|ve)|shawl/, kind: 'scarf', material: 'wool' },
  { words: /straw hat|sun ?hat/, kind: 'straw-hat', material: 'straw', colour: '#c9a765' },
  { words: /baseball cap|flat cap|peaked cap|cap\b/, kind: 'cap' },
  { words: /beanie|woolly hat|wool hat|knit cap|watch cap/, kind: 'beanie', material: 'wool' },
  { words: /fedora|trilby|bowler|derby hat|homburg|cowboy hat|brimmed hat|top hat|stetson|hat\b/, kind: 'brim-hat', material: 'wool' },
  { words: /(?:space|astronaut'?s?|pressure|bubble) ?helmet/, kind: 'space-helmet', material: 'plastic', colour: '#dcdad4' },
  {
    words: /(?:diving|scuba|snorkel(?:ling)?) mask|snorkel|swim(?:ming)? goggles|diving goggles/,
    kind: 'diving-mask',
    material: 'plastic',
    colour: '#23272c',
  },
  { words: /wet ?suit|diving suit|dive suit/, kind: 'overalls', material: 'nylon', colour: '#22282f' },
  { words: /helmet|hard ?hat/, kind: 'helmet', material: 'plastic' },
  { words: /headset|headphones|earphones/, kind: 'headset', material: 'plastic', colour: '#26282c' },
  { words: /sunglasses|shades|aviators|dark glasses/, kind: 'sunglasses', material: 'plastic', colour: '#17181b' },
  { words: /glasses|spectacles|goggles|bespectacled/, kind: 'glasses', material: 'metal', colour: '#26221f' },
  { words: /bow ?tie|neck ?tie|tie\b/, kind: 'tie', material: 'silk' },
  { words: /satchel|handbag|messenger bag|shoulder bag|purse/, kind: 'satchel', material: 'leather', colour: '#6e4527' },
  { words: /backpack|rucksack|knapsack/, kind: 'backpack', material: 'nylon' },
  { words: /necklace|pearls|pendant|medallion|chain\b/, kind: 'necklace', material: 'metal', colour: '#c7b27c' },
  { words: /wrist ?watch|(?<!pocket )watch(?! cap)/, kind: 'watch', material: 'leather', colour: '#3a2a20' },
  { words: /belt/, kind: 'belt', material: 'leather', colour: '#3b2a1f' },
]

export const MATERIAL_WORDS: readonly (readonly [RegExp, Garment['material']])[] = [
  [/leather|suede/, 'leather'],
  [/denim/, 'denim'],
  [/wool|woollen|woolen|tweed|knit|knitted|felt|cashmere/, 'wool'],
  [/silk|silken|satin|velvet|taffeta/, 'silk'],
  [/nylon|plastic|rubber|vinyl|waterproof/, 'nylon'],
  [/cotton|linen|muslin|lace/, 'cotton'],
  [/straw/, 'straw'],
]
export const PATTERN_WORDS: readonly (readonly [RegExp, Garment['pattern']])[] = [
  [/striped|stripes|pinstripe|pin-striped/, 'stripes'],
  [/plaid|tartan|flannel|lumberjack/, 'plaid'],
  [/check|checked|checkered|gingham/, 'check'],
  [/floral|flowered|flowery|flower-print/, 'floral'],
  [/dotted|polka|polka-dot|spotted/, 'dots'],
]
export const CONDITION_WORDS: readonly (readonly [RegExp, Garment['condition']])[] = [
  [/blood|bloody|bloodied|blood-stained|bloodstained/, 'bloodied'],
  [/soaked|wet|drenched|dripping|sodden|rain-soaked/, 'wet'],
  [/torn|ripped|tattered|ragged|shredded|threadbare/, 'damaged'],
  [/dirty|filthy|muddy|grimy|greasy|stained|dusty|grubby/, 'dirty'],
  [/worn|old|worn-out|faded|shabby|patched|frayed|battered|mended/, 'worn'],
]

type Piece = { kind: Garment['kind']; colour?: string; accent?: string; material?: Garment['material']; pattern?: Garment['pattern'] }
/** What a trade wears. A rule adds only pieces of slots that the script left empty. */
export const TRADES: readonly { words: RegExp; wears: readonly Piece[] }[] = [
  {
    words: /\b(astronaut|cosmonaut|spaceman)\b/,
    wears: [
      { kind: 'spacesuit', colour: '#dcdad4', accent: '#c2582e' },
      { kind: 'boots', colour: '#c9c7c0' },
    ],
  },
  {
    words: /\b(diver|frogman|snorkell?er)\b/,
    wears: [
      { kind: 'sweater', colour: '#22282f', accent: '#c99b2f', material: 'nylon' },
      { kind: 'trousers', colour: '#22282f', material: 'nylon' },
      { kind: 'diving-mask', colour: '#c99b2f' },
      { kind: 'bare-feet', colour: '#22282f' },
    ],
  },
  {
    words: /\b(swimmer|bather|lifeguard|swim ?suit|bathing ?suit|bikini|swimming costume|swim(?:ming)? trunks)\b/,
    wears: [
      { kind: 't-shirt', colour: '#a33b34', material: 'nylon' },
      { kind: 'shorts', colour: '#25344f', material: 'nylon' },
      { kind: 'bare-feet', colour: '#22282f' },
    ],
  },
  {
    words: /\b(doctor|dr|surgeon|physician|scientist|professor|chemist|pharmacist|vet|medic)\b/,
    wears: [
      { kind: 'lab-coat', colour: '#cfcbc2' },
      { kind: 'shirt', colour: '#9db3c4' },
      { kind: 'trousers', colour: '#43454c' },
      { kind: 'shoes', colour: '#2f241d' },
    ],
  },
  {
    words: /\b(nurse|paramedic|orderly|caretaker)\b/,
    wears: [
      { kind: 'uniform', colour: '#4f8f93', accent: '#dfe9e6' },
      { kind: 'sneakers', colour: '#c8c5bd' },
    ],
  },
  {
    words: /\b(waitress|waiter|server|barista|baker|grocer|butcher|shopkeeper|stallholder|vendor)\b/,
    wears: [
      { kind: 'shirt', colour: '#c9d3cf' },
      { kind: 'apron', colour: '#a14a3d' },
      { kind: 'trousers', colour: '#34363d' },
      { kind: 'shoes', colour: '#26211e' },
    ],
  },
  {
    words: /\b(bartender|barman|barmaid|barkeep|innkeeper|croupier|butler)\b/,
    wears: [
      { kind: 'shirt', colour: '#d9d5ca' },
      { kind: 'vest', colour: '#31303a' },
      { kind: 'apron', colour: '#2b2a2c' },
      { kind: 'trousers', colour: '#26262b' },
      { kind: 'shoes', colour: '#1f1b19' },
    ],
  },
  {
    words: /\b(cook|chef)\b/,
    wears: [
      { kind: 'uniform', colour: '#e2dfd6', accent: '#8d8a83' },
      { kind: 'apron', colour: '#d3cfc3' },
      { kind: 'cap', colour: '#e2dfd6' },
      { kind: 'shoes', colour: '#28292c' },
    ],
  },
  {
    words: /\b(cop|cops|police|policeman|policewoman|officer|sheriff|deputy|constable|patrolman|security guard|guard)\b/,
    wears: [
      { kind: 'uniform', colour: '#27344f', accent: '#b99a4b' },
      { kind: 'belt', colour: '#1d1b1a' },
      { kind: 'cap', colour: '#222c42' },
      { kind: 'boots', colour: '#1c1b1b' },
    ],
  },
  {
    words: /\b(soldier|sergeant|private|lieutenant|corporal|colonel|general|major|mercenary|sniper)\b/,
    wears: [
      { kind: 'uniform', colour: '#5c6042', accent: '#8a7d57' },
      { kind: 'belt', colour: '#3c3629' },
      { kind: 'boots', colour: '#2f2720' },
      { kind: 'helmet', colour: '#4b5038' },
    ],
  },
  {
    words: /\b(commander|captain|pilot|admiral|skipper|conductor)\b/,
    wears: [
      { kind: 'uniform', colour: '#2b3142', accent: '#c7a24f' },
      { kind: 'boots', colour: '#1f1d1d' },
    ],
  },
  {
    words: /\b(priest|friar|pastor|vicar|father|imam|rabbi|judge)\b/,
    wears: [
      { kind: 'robe', colour: '#26262c', accent: '#e6e3dc' },
      { kind: 'shoes', colour: '#1f1b19' },
    ],
  },
  {
    words: /\b(monk|nun|wizard|witch|druid)\b/,
    wears: [
      { kind: 'robe', colour: '#5b4636', accent: '#3c2e25' },
      { kind: 'belt', colour: '#8a7350' },
      { kind: 'shoes', colour: '#4a3626' },
    ],
  },
  {
    words: /\b(farmer|farmhand|rancher|gardener|peasant|shepherd)\b/,
    wears: [
      { kind: 'shirt', colour: '#a4493a', accent: '#e0d4bd', pattern: 'check' },
      { kind: 'overalls', colour: '#4a5f7c', material: 'denim' },
      { kind: 'straw-hat', colour: '#c9a765', material: 'straw' },
      { kind: 'boots', colour: '#4a3424' },
    ],
  },
  {
    words: /\b(mechanic|engineer|plumber|worker|builder|electrician|janitor|technician|welder|miner)\b/,
    wears: [
      { kind: 't-shirt', colour: '#b9b3a6' },
      { kind: 'overalls', colour: '#5a6472', material: 'cotton' },
      { kind: 'boots', colour: '#5b4128' },
    ],
  },
  {
    words: /\b(detective|inspector|private eye|spy|gumshoe)\b/,
    wears: [
      { kind: 'shirt', colour: '#d6d0c2' },
      { kind: 'tie', colour: '#6b2f33' },
      { kind: 'coat', colour: '#9a8260', material: 'wool' },
      { kind: 'trousers', colour: '#3d3a3b' },
      { kind: 'brim-hat', colour: '#4d443a', material: 'wool' },
      { kind: 'shoes', colour: '#33241a' },
    ],
  },
  {
    words:
      /\b(businessman|businesswoman|lawyer|banker|executive|boss|agent|bodyguard|gangster|mobster|politician|senator|president|mayor|salesman|broker|attorney|undertaker)\b/,
    wears: [
      { kind: 'shirt', colour: '#d9d9d6' },
      { kind: 'suit-jacket', colour: '#2f333e', material: 'wool' },
      { kind: 'tie', colour: '#7a2f35' },
      { kind: 'trousers', colour: '#2f333e', material: 'wool' },
      { kind: 'shoes', colour: '#1f1a18' },
    ],
  },
  {
    words: /\b(sailor|fisherman|dockworker|lighthouse keeper|ferryman)\b/,
    wears: [
      { kind: 'sweater', colour: '#26344a', material: 'wool' },
      { kind: 'beanie', colour: '#8f3b2d', material: 'wool' },
      { kind: 'trousers', colour: '#4a4a46' },
      { kind: 'boots', colour: '#b0913b' },
    ],
  },
  {
    words: /\b(student|schoolboy|schoolgirl|pupil|courier|hiker|traveller|traveler|tourist|backpacker)\b/,
    wears: [
      { kind: 'backpack', colour: '#a8632f', material: 'nylon' },
      { kind: 'sneakers', colour: '#d7d3c8' },
    ],
  },
  {
    words: /\b(teacher|librarian|clerk|receptionist|secretary|accountant|writer|poet)\b/,
    wears: [
      { kind: 'shirt', colour: '#d3c9b3' },
      { kind: 'sweater', colour: '#6f5a3d', material: 'wool' },
      { kind: 'glasses', colour: '#2b2320' },
    ],
  },
  {
    words: /\b(thug|biker|punk|rocker|hitman|robber|thief|burglar)\b/,
    wears: [
      { kind: 't-shirt', colour: '#8c8a86' },
      { kind: 'jacket', colour: '#26211f', material: 'leather' },
      { kind: 'jeans', colour: '#2f3747', material: 'denim' },
      { kind: 'boots', colour: '#1f1b19' },
    ],
  },
  {
    words: /\b(bride)\b/,
    wears: [
      { kind: 'dress', colour: '#ece7dc', material: 'silk' },
      { kind: 'shoes', colour: '#e3dccd' },
      { kind: 'necklace', colour: '#d9d2c2' },
    ],
  },
  {
    words: /\b(groom)\b/,
    wears: [
      { kind: 'suit-jacket', colour: '#25262c', material: 'wool' },
      { kind: 'trousers', colour: '#25262c' },
      { kind: 'shirt', colour: '#e6e3dc' },
      { kind: 'tie', colour: '#b9b4aa' },
    ],
  },
  {
    words: /\b(king|queen|prince|princess)\b/,
    wears: [
      { kind: 'robe', colour: '#6a2036', accent: '#c7a24f', material: 'silk' },
      { kind: 'necklace', colour: '#c7a24f' },
      { kind: 'shoes', colour: '#4b2f22' },
    ],
  },
]
