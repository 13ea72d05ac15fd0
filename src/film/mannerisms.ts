import type { CharacterSpec, Garment } from './character'

/**
 * Small things that somebody does again and again: those that come in bouts, by what does them, then those that are there
 * all the time. `src/motion/mannerisms` has how each is done and how often.
 */
export const MANNERISMS = [
  // A hand at the head.
  'pushes-glasses',
  'strokes-chin',
  'strokes-beard',
  'rubs-neck',
  'scratches-head',
  'tugs-ear',
  'rubs-nose',
  'pinches-nose',
  'rubs-eyes',
  'rubs-temple',
  'wipes-brow',
  'bites-nails',
  'clears-throat',
  'coughs',
  'yawns',
  'twirls-hair',
  'tucks-hair',
  'combs-hair',
  // Hands at each other or at the clothes.
  'rubs-hands',
  'wrings-hands',
  'cracks-knuckles',
  'steeples-fingers',
  'picks-nails',
  'checks-watch',
  'fixes-cuffs',
  'fixes-tie',
  'fixes-collar',
  'fingers-necklace',
  'smooths-clothes',
  'dusts-shoulder',
  'rubs-arm',
  // Legs and trunk.
  'taps-foot',
  'bounces-knee',
  'shifts-weight',
  'rocks-on-heels',
  'sways',
  'rolls-shoulders',
  'shrugs',
  'sighs',
  // Head and face.
  'tilts-head',
  'nods',
  'shakes-head',
  'lifts-chin',
  'cracks-neck',
  'looks-over-shoulder',
  'rolls-eyes',
  'raises-eyebrow',
  'frowns',
  'squints',
  'half-smile',
  'licks-lips',
  'bites-lip',
  'purses-lips',
  'sniffs',
  'wrinkles-nose',
  'clenches-jaw',
  // All the time.
  'avoids-eyes',
  'stares',
  'blinks',
  'slouches',
  'limps',
  'tiptoes',
] as const
export type Mannerism = (typeof MANNERISMS)[number]

const IS_MANNERISM: ReadonlySet<string> = new Set(MANNERISMS)
/** Whether a habit is a mannerism, and not a way to rest the hands. */
export const isMannerism = (habit: string): habit is Mannerism => IS_MANNERISM.has(habit)

type Wearer = Pick<CharacterSpec, 'hair' | 'wardrobe' | 'age'>
interface Need {
  /** What is missing where it does not hold. */
  readonly what: string
  readonly holds: (spec: Wearer) => boolean
}

const wears =
  (...kinds: readonly Garment['kind'][]) =>
  ({ wardrobe }: Wearer): boolean =>
    wardrobe.some((g) => kinds.includes(g.kind))
const hatted = wears('cap', 'beanie', 'straw-hat', 'brim-hat', 'helmet', 'space-helmet', 'headscarf')
const SHUT_IN = wears('helmet', 'space-helmet', 'spacesuit', 'diving-mask')
const HANGING: ReadonlySet<string> = new Set(['bob', 'shoulder', 'long', 'wavy', 'locs', 'braids'])
const SCANT: ReadonlySet<string> = new Set(['bald', 'buzz', 'balding', 'mohawk'])

const FACE: Need = { what: 'a face that hands can reach', holds: (s) => !SHUT_IN(s) }
const LOCKS: Need = { what: 'hair that hangs', holds: (s) => HANGING.has(s.hair.style) && !wears('helmet', 'headscarf', 'spacesuit')(s) }

const NEEDS: Readonly<Partial<Record<Mannerism, Need>>> = {
  'pushes-glasses': { what: 'glasses', holds: (s) => wears('glasses', 'sunglasses')(s) && !SHUT_IN(s) },
  'strokes-chin': FACE,
  'strokes-beard': { what: 'a beard', holds: (s) => ['goatee', 'short', 'full'].includes(s.hair.beard) && !SHUT_IN(s) },
  'rubs-neck': FACE,
  'scratches-head': { what: 'a bare head', holds: (s) => !hatted(s) && !SHUT_IN(s) },
  'tugs-ear': {
    what: 'ears that show',
    holds: (s) => !HANGING.has(s.hair.style) && !wears('headset', 'headscarf', 'helmet', 'spacesuit')(s),
  },
  'rubs-nose': FACE,
  'pinches-nose': { what: 'a face without glasses', holds: (s) => !wears('glasses', 'sunglasses')(s) && !SHUT_IN(s) },
  'rubs-eyes': { what: 'a face without glasses', holds: (s) => !wears('glasses', 'sunglasses')(s) && !SHUT_IN(s) },
  'rubs-temple': FACE,
  'wipes-brow': { what: 'a bare forehead', holds: (s) => !hatted(s) && !SHUT_IN(s) },
  'bites-nails': { what: 'bare hands', holds: (s) => !wears('gloves')(s) && !SHUT_IN(s) },
  'clears-throat': FACE,
  coughs: FACE,
  yawns: FACE,
  'twirls-hair': LOCKS,
  'tucks-hair': LOCKS,
  'combs-hair': { what: 'hair on a bare head', holds: (s) => !SCANT.has(s.hair.style) && !hatted(s) && !SHUT_IN(s) },
  'picks-nails': { what: 'bare hands', holds: (s) => !wears('gloves', 'spacesuit')(s) },
  'checks-watch': { what: 'a watch', holds: wears('watch') },
  'fixes-cuffs': {
    what: 'long sleeves',
    holds: wears('shirt', 'jacket', 'coat', 'parka', 'lab-coat', 'suit-jacket', 'uniform', 'sweater'),
  },
  'fixes-tie': { what: 'a tie', holds: wears('tie') },
  'fixes-collar': { what: 'a collar', holds: wears('shirt', 'jacket', 'coat', 'suit-jacket', 'uniform', 'lab-coat') },
  'fingers-necklace': { what: 'a necklace', holds: wears('necklace') },
}

/** What somebody lacks for a mannerism, in words; undefined where nothing. */
export const lacksFor = (mannerism: Mannerism, spec: Wearer): string | undefined => {
  const need = NEEDS[mannerism]
  return need && !need.holds(spec) ? need.what : undefined
}
