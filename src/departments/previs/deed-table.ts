import type { Expression, Performance } from '../../film'

type Verb = Performance['acts'][number]['verb']

/** What hands, head and body do for a deed: the motion, for how long (seconds), with how much force (0 to 1). */
export interface ActShape {
  readonly verb: Verb
  readonly seconds: number
  readonly energy: number
  readonly hand?: 'left' | 'right' | 'both'
}

/** What must be so before a deed can be done. `feet`: on one's feet. */
export type Need = 'feet' | 'seat' | 'bed' | 'hand' | 'partner' | 'door' | 'thing'

/** What is different afterwards. */
export type Effect = 'seated' | 'lying' | 'standing' | 'kneeling' | 'crouching' | 'elsewhere' | 'here' | 'gone' | 'holding' | 'let-go'

/** What a deed is done with. */
export interface Tool {
  readonly like: RegExp
  readonly prop: string
  /** Other things for other words, of the verb or after it. */
  readonly instead?: readonly (readonly [words: RegExp, prop: string | undefined])[]
  /** What it is on one's feet. */
  readonly standing?: string
}

/** One verb of action lines: its words, its conditions, its effect and its motion. */
export interface DeedRow {
  /** Synonyms in their base form, and irregular forms; regular ones follow by rule. */
  readonly words: string
  readonly needs?: readonly Need[]
  readonly effect?: Effect
  readonly act?: ActShape
  /** What a partner does at the same time, and how much later (seconds). */
  readonly answer?: ActShape & { readonly lateS: number }
  /** How far from the partner it is done, metres between the bodies' middles. */
  readonly apartM?: number
  /** What is in the hand meanwhile: something like this is used if it is there, else this is taken out. */
  readonly tool?: Tool
  /** The face that goes with it. */
  readonly mood?: readonly [Expression, number]
}

const act = (verb: Verb, seconds: number, energy: number, hand?: ActShape['hand']): ActShape => ({
  verb,
  seconds,
  energy,
  ...(hand ? { hand } : {}),
})
const late = (shape: ActShape, lateS: number) => ({ ...shape, lateS })
const FEET: readonly Need[] = ['feet']
const HAND: readonly Need[] = ['hand']
const THING: readonly Need[] = ['hand', 'thing']
const PARTNER: readonly Need[] = ['feet', 'partner']
const GUN = { like: /\b(?:gun|pistol|revolver|rifle|shotgun|weapon|bow)\b/, prop: 'pistol' }

const ROWS = {
  walk: {
    words:
      'walk cross step stride stroll wander pace approach head march move come go hurry rush shuffle follow advance trudge pass wade back came went gone weave drift return circle join saunter amble plod storm stalk breeze glide waddle',
    needs: FEET,
    effect: 'elsewhere',
  },
  run: {
    words: 'run sprint chase charge race bolt dash gallop ran flee fled scramble jog',
    needs: FEET,
    effect: 'elsewhere',
    mood: ['tense', 0.5],
  },
  sneak: { words: 'sneak creep tiptoe crawl crept edge slink prowl', needs: FEET, effect: 'elsewhere' },
  limp: { words: 'limp stagger stumble hobble lurch sway totter', needs: FEET, effect: 'elsewhere' },
  enter: { words: 'enter arrive burst barge', effect: 'here' },
  appear: { words: 'appear emerge materialise materialize', effect: 'here' },
  exit: { words: 'exit leave depart vanish disappear left escape', effect: 'gone' },
  sit: { words: 'sit slump perch sat seat settle sink sank sunk flop', needs: ['seat'], effect: 'seated' },
  rise: { words: 'rise rose get got', effect: 'standing' },
  stand: { words: 'stand stood wait loiter linger', effect: 'standing' },
  kneel: { words: 'kneel knelt genuflect', effect: 'kneeling' },
  crouch: { words: 'crouch squat hide hid huddle cower', effect: 'crouching', act: act('crouch', 2, 0.5) },
  lie: { words: 'lie lay lain sprawl', needs: ['bed'], effect: 'lying' },
  sleep: { words: 'sleep slept snore doze nap asleep unconscious', needs: ['bed'], effect: 'lying', act: act('sleep', 60, 0.2) },
  wake: { words: 'wake woke awaken', act: act('look-around', 2, 0.3) },
  lean: { words: 'lean slouch', act: act('lean-in', 1.6, 0.4) },
  fall: {
    words: 'fall fell fallen collapse faint trip topple slip tumble crumple',
    needs: FEET,
    effect: 'lying',
    act: act('fall', 1.2, 0.9),
    mood: ['fear', 0.6],
  },
  die: { words: 'die dying perish expire succumb', needs: FEET, effect: 'lying', act: act('die', 2, 0.6), mood: ['sorrow', 0.4] },
  dodge: { words: 'duck dodge evade sidestep', needs: FEET, act: act('dodge', 0.9, 0.8), mood: ['fear', 0.4] },
  turn: { words: 'turn spin wheel whirl pivot swivel spun' },
  look: {
    words:
      'look watch stare glance gaze eye study examine inspect peer see spot notice observe face scan squint check glare saw search regard consult',
  },
  'look-around': { words: 'survey', act: act('look-around', 2.2, 0.4) },
  'look-down': { words: '', act: act('look-down', 1.8, 0.4) },
  listen: { words: 'listen hear heard' },
  open: {
    words: 'open unlock unlatch unfold unwrap unroll unseal',
    needs: HAND,
    act: act('open', 1.3, 0.5, 'right'),
  },
  close: { words: 'close shut slam lock', needs: HAND, act: act('close', 1.3, 0.5, 'right') },
  take: {
    words: 'take pick grab lift snatch pocket pull-out draw drew took collect retrieve seize catch caught fetch find',
    needs: THING,
    effect: 'holding',
    act: act('pick-up', 1.5, 0.5, 'right'),
  },
  drop: {
    words: 'put set place drop lay-down slide lower slid hang hung leave-behind',
    needs: ['thing'],
    effect: 'let-go',
    act: act('put-down', 1.5, 0.5, 'right'),
  },
  carry: {
    words: 'carry hold held clutch wear bring lug drag cradle grip weigh brought show',
    needs: THING,
    effect: 'holding',
    act: act('carry', 6, 0.4, 'right'),
  },
  give: {
    words: 'give hand pass-to offer gave',
    needs: ['feet', 'partner', 'thing'],
    effect: 'let-go',
    act: act('hand-over', 2, 0.5, 'right'),
    answer: late(act('receive', 2, 0.5, 'right'), 0),
    apartM: 0.86,
  },
  throw: {
    words: 'throw toss hurl fling threw thrown lob',
    needs: ['thing'],
    effect: 'let-go',
    act: act('throw', 1.1, 0.8, 'right'),
  },
  gesture: {
    words: 'gesture motion argue haggle explain talk speak say shape plead negotiate',
    act: act('gesture', 2.2, 0.6),
  },
  beckon: { words: 'beckon', act: act('beckon', 1.8, 0.5, 'right') },
  point: { words: 'point indicate', act: act('point', 1.6, 0.6, 'right') },
  wave: { words: 'wave greet', act: act('wave', 1.8, 0.6, 'right'), mood: ['joy', 0.4] },
  salute: { words: 'salute', act: act('salute', 1.8, 0.6, 'right') },
  bow: { words: 'bow curtsy', needs: FEET, act: act('bow', 1.7, 0.5) },
  clap: { words: 'clap applaud', act: act('clap', 2.6, 0.6, 'both'), mood: ['joy', 0.6] },
  nod: { words: 'nod agree', act: act('nod', 1.1, 0.5) },
  shake: { words: 'shake shook', act: act('shake-head', 1.4, 0.5) },
  clasp: {
    words: '',
    needs: PARTNER,
    act: act('shake-hands', 2.2, 0.5, 'right'),
    answer: late(act('shake-hands', 2.2, 0.5, 'right'), 0),
    apartM: 0.86,
  },
  shrug: { words: 'shrug', act: act('shrug', 1.2, 0.5) },
  drink: {
    words: 'drink sip gulp drank swig',
    needs: HAND,
    act: act('drink', 2.6, 0.4, 'right'),
    tool: { like: /\b(?:cup|mug|glass|coffee|tea|beer|wine|bottle|drink|flask|water|whisky|whiskey|can)\b/, prop: 'cup' },
  },
  eat: {
    words: 'eat chew bite ate munch swallow',
    needs: HAND,
    act: act('eat', 2.4, 0.4, 'right'),
    tool: {
      like: /\b(?:apple|orange|peach|pear|banana|fruit|sandwich|bread|roll|toast|croissant|bun|cake|pie|pizza|slice|burger|cookie|biscuit|fork|spoon|chocolate|sausage)s?\b/,
      prop: 'fork',
      standing: 'apple',
      instead: [[/\b(?:lips?|nails?|tongue|words?|gum)\b/, undefined]],
    },
  },
  pour: {
    words: 'pour refill fill',
    needs: HAND,
    act: act('pour', 2.4, 0.4, 'right'),
    tool: {
      like: /\b(?:bottle|wine|beer|whisky|whiskey|kettle|teapot|pot|jug|pitcher|carafe|flask|can)\b/,
      prop: 'bottle',
      instead: [[/\b(?:tea|coffee)\b/, 'teapot']],
    },
  },
  smoke: {
    words: 'smoke exhale puff inhale',
    needs: HAND,
    act: act('smoke', 3, 0.4, 'right'),
    tool: { like: /\b(?:cigarettes?|cigar|pipe|smoke)\b/, prop: 'cigarette' },
  },
  read: {
    words: 'read flip leaf',
    needs: HAND,
    act: act('read', 4, 0.4, 'both'),
    tool: {
      like: /\b(?:book|letter|paper|newspaper|note|map|menu|file|folder|magazine|card|page|document|photo|photograph|tablet)s?\b/,
      prop: 'book',
    },
  },
  write: {
    words: 'write scribble sign wrote note draw-on sketch',
    needs: HAND,
    act: act('write', 3, 0.4, 'right'),
    tool: { like: /\b(?:pen|pencil|chalk|marker)\b/, prop: 'pencil' },
  },
  type: { words: 'type tap key', act: act('type', 3, 0.5, 'both') },
  photograph: {
    words: 'photograph film snap',
    needs: HAND,
    act: act('photograph', 3.2, 0.4, 'right'),
    tool: {
      like: /\b(?:camera|polaroid|camcorder|phone|smartphone|cellphone)\b/,
      prop: 'photo-camera',
      instead: [[/\b(?:fingers?|selfies?|shut|open|back|off|at)\b/, undefined]],
    },
  },
  phone: {
    words: 'phone call dial telephone answer',
    needs: HAND,
    act: act('phone', 4, 0.4, 'right'),
    tool: { like: /\b(?:phone|telephone|receiver|handset|cellphone|mobile)\b/, prop: 'phone' },
  },
  drive: { words: 'drive steer drove', needs: ['seat'], effect: 'seated', act: act('drive', 8, 0.4, 'both') },
  knock: { words: 'knock rap bang pound', needs: ['feet', 'door'], act: act('knock', 1.3, 0.6, 'right') },
  hammer: {
    words: 'hammer gavel',
    needs: HAND,
    act: act('hammer', 1.9, 0.7, 'right'),
    tool: {
      like: /\b(?:gavel|hammer|mallet)\b/,
      prop: 'wrench',
      instead: [
        [/\bgavel/, 'gavel'],
        [/\b(?:fists?|hands?|table|desk|counter|bar|wall|bench|door)\b/, undefined],
      ],
    },
  },
  push: { words: 'push shove press', needs: FEET, act: act('push', 1.6, 0.7, 'both') },
  pull: { words: 'pull tug yank haul help', needs: FEET, act: act('pull', 1.6, 0.7, 'right') },
  punch: {
    words: 'punch hit strike fight swing fought struck wrestle attack stab tackle struggle grapple',
    needs: PARTNER,
    act: act('punch', 0.9, 0.9, 'right'),
    answer: late(act('flinch', 0.9, 0.9), 0.4),
    apartM: 0.78,
    mood: ['anger', 0.8],
  },
  slap: {
    words: 'slap',
    needs: PARTNER,
    act: act('slap', 0.9, 0.8, 'right'),
    answer: late(act('flinch', 1, 0.7), 0.4),
    apartM: 0.72,
    mood: ['anger', 0.7],
  },
  kick: { words: 'kick stomp', needs: FEET, act: act('kick', 0.9, 0.9) },
  aim: { words: 'aim level', needs: HAND, effect: 'holding', act: act('aim', 5, 0.7, 'right'), tool: GUN, mood: ['tense', 0.7] },
  shoot: {
    words: 'shoot fire shot',
    needs: HAND,
    effect: 'holding',
    act: act('shoot', 1.8, 0.8, 'right'),
    tool: GUN,
    mood: ['tense', 0.7],
  },
  swim: { words: 'swim swam swum snorkel', effect: 'elsewhere' },
  float: { words: 'float tread', effect: 'elsewhere' },
  jump: { words: 'jump leap hop vault lept leapt land dive', needs: FEET, effect: 'elsewhere', act: act('jump', 1.1, 0.9) },
  climb: { words: 'climb scale clamber', needs: FEET, effect: 'elsewhere', act: act('climb', 2.6, 0.7) },
  stairs: { words: 'ascend descend', needs: FEET, effect: 'elsewhere', act: act('stairs', 2.6, 0.6) },
  hug: {
    words: 'hug embrace hold-close',
    needs: PARTNER,
    act: act('hug', 2.6, 0.5, 'both'),
    answer: late(act('hug', 2.6, 0.5, 'both'), 0.1),
    apartM: 0.72,
    mood: ['joy', 0.5],
  },
  touch: {
    words: 'touch pat stroke caress cover squeeze comfort console nudge',
    act: act('reach', 2.2, 0.4, 'right'),
    apartM: 0.8,
  },
  kiss: {
    words: 'kiss smooch',
    needs: PARTNER,
    act: act('kiss', 2.4, 0.4, 'right'),
    answer: late(act('kiss', 2.3, 0.4, 'right'), 0.1),
    apartM: 0.72,
    mood: ['joy', 0.4],
  },
  whisper: {
    words: 'whisper murmur',
    needs: PARTNER,
    act: act('whisper', 2.8, 0.4, 'right'),
    answer: late(act('lean-in', 2.4, 0.3), 0.3),
    apartM: 0.72,
  },
  seal: { words: 'break broke broken', needs: THING, act: act('break-seal', 2.2, 0.5, 'right') },
  tear: { words: 'tear tore torn rip shred', needs: THING, act: act('tear', 1.8, 0.7, 'right') },
  kindle: { words: 'light lit kindle ignite', needs: HAND, act: act('kindle', 3.2, 0.5, 'right') },
  blow: { words: 'blow blew blown snuff extinguish', act: act('blow', 2.4, 0.6, 'right') },
  play: { words: 'play', needs: HAND, act: act('play-keys', 8, 0.6, 'both') },
  strum: {
    words: 'strum',
    needs: HAND,
    act: act('strum', 8, 0.5, 'left'),
    tool: { like: /\b(?:guitar|lute|banjo|ukulele|mandolin)\b/, prop: 'guitar' },
  },
  barber: {
    words: 'cut trim shear snip comb clip',
    act: act('cut-hair', 8, 0.5, 'right'),
    tool: {
      like: /\b(?:scissors|shears|comb|razor|clippers)\b/,
      prop: 'scissors',
    },
  },
  'check-watch': { words: '', act: act('check-watch', 2, 0.4, 'left') },
  laugh: { words: 'laugh chuckle giggle grin guffaw', act: act('laugh', 2, 0.7), mood: ['joy', 0.9] },
  cry: { words: 'cry weep sob wept sniffle bury', act: act('cry', 2.6, 0.6), mood: ['sorrow', 0.9] },
  smile: { words: 'smile beam smirk', mood: ['joy', 0.7] },
  frown: { words: 'frown scowl grimace wince sigh hesitate', mood: ['tense', 0.6] },
  cough: { words: 'cough sneeze choke splutter', act: act('cough', 1.6, 0.6, 'right') },
  startle: { words: 'startle flinch freeze gasp recoil froze jerk shudder tremble', act: act('flinch', 0.8, 0.8), mood: ['surprise', 0.8] },
  shout: { words: 'shout scream yell bellow bark', mood: ['anger', 0.7] },
  think: { words: 'think ponder muse thought consider', act: act('touch-face', 2.4, 0.4) },
  dance: { words: 'dance waltz', needs: FEET, act: act('dance', 5, 0.7), mood: ['joy', 0.6] },
  wipe: {
    words: 'wipe clean scrub polish dry wash mop sweep brush dust rinse',
    needs: HAND,
    act: act('wipe', 2.6, 0.5, 'right'),
    tool: {
      like: /\b(?:cloth|rag|towel|dishcloth|duster|sponge|handkerchief|sleeve|brush|broom|mop)\b/,
      prop: 'cloth',
      instead: [
        [/^(?:sweep|swept|mop|brush|wash|rins)|\b(?:tears?|eyes?|face|nose|mouth|lips?|brow|forehead|sweat|hands?|off|away)\b/, undefined],
      ],
    },
  },
  raise: { words: 'raise', act: act('hands-up', 4, 0.5, 'both') },
  fold: { words: 'fold', act: act('fold-arms', 5, 0.3, 'both') },
  count: { words: 'count recount tally', needs: HAND, act: act('count', 5, 0.4, 'left') },
  dress: { words: 'don dress', act: act('dress', 2.8, 0.5) },
  undress: { words: 'undress remove shed disrobe', act: act('undress', 2.8, 0.5) },
  headwear: { words: '', act: act('headwear', 1.8, 0.4, 'right') },
  gloves: { words: '', act: act('gloves', 2.6, 0.4) },
  work: {
    words: 'cook chop stir fix repair tinker prepare adjust fiddle sort rummage build peel mix saw-at',
    act: act('work', 3, 0.4, 'both'),
    tool: {
      like: /\b(?:knife|spoon|fork|wrench|hammer|screwdriver|spanner|scissors|tool)\b/,
      prop: 'wrench',
      instead: [
        [/^(?:cook|stir|mix)/, 'fork'],
        [/^(?:chop|peel|saw|prepar)/, 'knife'],
        [/^(?:adjust|fiddl|sort|rummag|tinker|build|wind)/, undefined],
        // What one fixes about oneself wants no tool.
        [/\b(?:hair|tie|collar|bow|dress|make-?up|lipstick|breakfast|lunch|dinner|supper|drinks?|meal|bed)\b/, undefined],
      ],
    },
  },
} as const satisfies Readonly<Record<string, DeedRow>>

/** What a verb of an action line means for the person who does it. */
export type DeedKind = keyof typeof ROWS

/** Every verb the planners know. */
export const DEEDS: Readonly<Record<DeedKind, DeedRow>> = ROWS

/** Deeds that go on until something else is done: nobody waits for their end. */
export const LASTING: ReadonlySet<DeedKind> = new Set<DeedKind>([
  'aim',
  'barber',
  'carry',
  'count',
  'crouch',
  'dance',
  'drive',
  'fold',
  'phone',
  'play',
  'raise',
  'read',
  'sleep',
  'smoke',
  'strum',
  'type',
  'work',
  'write',
])

/** Deeds that take somebody somewhere. */
export const TRAVELS: ReadonlySet<DeedKind> = new Set<DeedKind>([
  'walk',
  'run',
  'sneak',
  'limp',
  'enter',
  'exit',
  'climb',
  'stairs',
  'swim',
])
