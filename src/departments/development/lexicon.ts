import type { Breakdown } from '../../film'

/** What a thing named in an action line is. */
export type Category = Breakdown['scenes'][number]['items'][number]['category']

const WORDS: Readonly<Partial<Record<Category, string>>> = {
  prop: 'table chair stool bench sofa couch armchair bed bunk desk shelf bookcase cupboard cabinet drawer wardrobe mirror curtain carpet rug door window ladder cart trolley crate box barrel basket bucket suitcase bag satchel backpack briefcase handbag purse wallet envelope letter note postcard photograph photo picture painting poster newspaper magazine book notebook diary map menu ticket receipt coin money banknote check pen pencil chalk paper phone telephone cellphone mobile radio television camera laptop computer keyboard screen monitor headset microphone headphones clock watch lamp lantern candle torch flashlight match lighter cigarette cigar pipe ashtray cup mug glass bottle jug pitcher teapot kettle pot pan plate bowl saucer fork knife spoon tray napkin tablecloth stove oven fridge refrigerator sink tap coffee tea milk water wine beer whisky bread cake pie sandwich soup egg apple orange lemon melon watermelon banana fruit cheese fish meat sugar salt pepper ketchup key lock chain rope string kite reel net hook hammer gavel saw axe shovel spade rake pitchfork nail screwdriver wrench needle scissors thread broom mop sponge towel soap toothbrush comb brush razor umbrella cane crutch wheelchair gun pistol revolver rifle shotgun sword dagger bow arrow bomb grenade badge handcuffs helmet mask crown ring necklace bracelet earring glasses sunglasses spectacles hat cap scarf glove coat jacket parka apron sweater dress shirt shoe boot sock tie toy doll ball balloon guitar piano violin drum trumpet flute accordion bell whistle flag sign banner ticket jukebox counter bollard awning stall tent blanket pillow sheet vase flower rose bouquet plant tree leaf branch stone rock brick sandcastle statue fountain fence gate post mailbox wheel tyre tire engine toolbox gravestone coffin cross bible candlestick chandelier fireplace horseshoe saddle trap cage rod boot anchor oar paddle buoy lifejacket parachute telescope microscope syringe pill bandage stretcher skeleton skull trophy medal chessboard chess dice card deck',
  vehicle:
    'car taxi cab van truck lorry bus tram train locomotive carriage wagon bicycle bike motorcycle motorbike scooter moped tractor jeep limousine ambulance boat rowboat sailboat ship ferry yacht canoe kayak raft submarine plane airplane aeroplane jet helicopter rocket spaceship shuttle drone sled sleigh skateboard tank bulldozer crane forklift cart rickshaw gondola hovercraft pickup sedan convertible',
  animal:
    'dog puppy hound cat kitten horse pony donkey mule cow bull calf goat sheep lamb pig chicken hen rooster duck goose swan pigeon seagull gull crow raven owl eagle hawk sparrow parrot bird rabbit hare fox wolf bear deer mouse rat squirrel bat snake lizard frog toad turtle crab lobster shark whale dolphin bee wasp fly butterfly moth spider ant camel elephant lion tiger monkey ape',
  weather:
    'rain drizzle downpour storm thunderstorm snow snowfall blizzard hail sleet fog mist haze wind breeze gust gale hurricane tornado cloud sunshine frost ice heat rainbow puddle sandstorm',
  light:
    'light sunlight sunbeam moonlight moon sun starlight stars candlelight firelight lamplight streetlight headlight headlights spotlight floodlight neon fluorescent flame fire bonfire glow glare beam shadow silhouette darkness flicker spark fireworks lightning dawn dusk twilight sunset sunrise emergency strobe torchlight streetlamp',
  sound:
    'thunder bang crash boom knock slam thud click clatter clang ring buzz beep hiss hum whir roar rumble creak squeak screech whistle siren alarm horn bell applause laughter scream shout whisper music song melody gunshot explosion footstep splash drip tick static silence howl bark meow chirp crackle rustle murmur heartbeat foghorn',
}

const PLURALS: ReadonlyMap<string, string> = new Map([
  ['knives', 'knife'],
  ['leaves', 'leaf'],
  ['mice', 'mouse'],
  ['geese', 'goose'],
  ['wolves', 'wolf'],
  ['shelves', 'shelf'],
  ['scarves', 'scarf'],
  ['calves', 'calf'],
  ['feet', 'foot'],
])

/** Word to the categories it may be in: BELL is a prop and a sound, a match lights. */
const CATEGORIES: ReadonlyMap<string, readonly Category[]> = (() => {
  const map = new Map<string, Category[]>()
  for (const [category, words] of Object.entries(WORDS) as [Category, string][])
    for (const word of new Set(words.split(' '))) map.set(word, [...(map.get(word) ?? []), category])
  return map
})()

/** The singular a plural may be of, as far as the lexicon knows it; the word itself otherwise. */
export function singular(word: string): string {
  const known = PLURALS.get(word)
  if (known) return known
  if (CATEGORIES.has(word)) return word
  for (const [ending, instead] of [
    ['ies', 'y'],
    ['es', ''],
    ['s', ''],
  ] as const) {
    const base = word.endsWith(ending) ? word.slice(0, -ending.length) + instead : ''
    if (base.length > 1 && CATEGORIES.has(base)) return base
  }
  return word
}

/** What a singular noun is, or nothing. */
export const categoriesOf = (noun: string): readonly Category[] => CATEGORIES.get(noun) ?? []
