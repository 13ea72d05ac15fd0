/** What a verb of an action line means for the person who does it. */
export type DeedKind =
  | 'walk'
  | 'run'
  | 'sneak'
  | 'limp'
  | 'enter'
  | 'exit'
  | 'sit'
  | 'rise'
  | 'stand'
  | 'kneel'
  | 'crouch'
  | 'lie'
  | 'sleep'
  | 'wake'
  | 'lean'
  | 'fall'
  | 'turn'
  | 'look'
  | 'listen'
  | 'open'
  | 'take'
  | 'drop'
  | 'carry'
  | 'give'
  | 'throw'
  | 'gesture'
  | 'point'
  | 'wave'
  | 'nod'
  | 'shake'
  | 'shrug'
  | 'drink'
  | 'eat'
  | 'pour'
  | 'smoke'
  | 'read'
  | 'write'
  | 'type'
  | 'phone'
  | 'knock'
  | 'push'
  | 'pull'
  | 'punch'
  | 'kick'
  | 'aim'
  | 'jump'
  | 'climb'
  | 'hug'
  | 'laugh'
  | 'cry'
  | 'smile'
  | 'frown'
  | 'startle'
  | 'shout'
  | 'dance'
  | 'wipe'
  | 'raise'
  | 'fold'
  | 'work'
  | 'appear'

/** Base forms by deed; inflected forms follow by rule, irregular ones stand beside them. */
const VERBS: Readonly<Record<DeedKind, string>> = {
  walk: 'walk cross step stride stroll wander pace approach head march move come go hurry rush shuffle follow advance trudge pass wade back came went gone weave drift return circle join',
  run: 'run sprint chase charge race bolt dash gallop ran flee fled scramble tear',
  sneak: 'sneak creep tiptoe crawl crept edge slink',
  limp: 'limp stagger stumble hobble lurch sway',
  enter: 'enter arrive burst barge',
  exit: 'exit leave depart vanish disappear left escape',
  sit: 'sit slump perch sat seat settle',
  rise: 'rise rose get got',
  stand: 'stand stood wait loiter linger',
  kneel: 'kneel knelt',
  crouch: 'crouch duck squat hide hid huddle',
  lie: 'lie lay lain sprawl',
  sleep: 'sleep slept snore doze nap asleep unconscious',
  wake: 'wake woke awaken',
  lean: 'lean slouch',
  fall: 'fall fell fallen collapse faint trip topple slip tumble',
  turn: 'turn spin wheel whirl pivot swivel spun',
  look: 'look watch stare glance gaze eye study examine inspect peer see spot notice observe face scan squint check glare saw search',
  listen: 'listen hear heard',
  open: 'open unlock close shut slam unlatch',
  take: 'take pick grab lift snatch pull-out draw drew took collect retrieve seize catch caught fetch find',
  drop: 'put set place drop lay-down slide lower slid hang hung leave-behind',
  carry: 'carry hold held clutch wear bring lug drag cradle grip weigh brought',
  give: 'give hand pass-to offer gave',
  throw: 'throw toss hurl fling threw thrown lob',
  gesture: 'gesture beckon motion argue haggle explain talk speak say shape plead whisper negotiate',
  point: 'point indicate',
  wave: 'wave salute greet',
  nod: 'nod bow agree',
  shake: 'shake shook',
  shrug: 'shrug',
  drink: 'drink sip gulp drank swig',
  eat: 'eat chew bite ate munch swallow',
  pour: 'pour refill fill',
  smoke: 'smoke exhale',
  read: 'read flip leaf',
  write: 'write scribble sign wrote note draw-on sketch',
  type: 'type tap key',
  phone: 'phone call dial telephone',
  knock: 'knock rap bang pound',
  push: 'push shove press',
  pull: 'pull tug yank haul',
  punch: 'punch hit strike slap fight swing fought struck wrestle attack stab',
  kick: 'kick stomp',
  aim: 'aim shoot fire level shot',
  jump: 'jump leap hop vault lept leapt land dive',
  climb: 'climb scale ascend clamber',
  hug: 'hug embrace kiss hold-close',
  laugh: 'laugh chuckle giggle grin',
  cry: 'cry weep sob wept sniffle',
  smile: 'smile beam smirk',
  frown: 'frown scowl grimace wince sigh hesitate',
  startle: 'startle flinch freeze gasp recoil froze jerk shudder tremble',
  shout: 'shout scream yell bellow bark',
  dance: 'dance waltz',
  wipe: 'wipe clean scrub polish dry wash mop sweep brush dust rinse',
  raise: 'raise',
  fold: 'fold',
  work: 'cook chop stir fix repair tinker prepare adjust fiddle sort count',
  appear: 'appear emerge materialise materialize',
}

const VOWEL = /[aeiou]/
function forms(base: string): string[] {
  const e = base.endsWith('e')
  const y = base.endsWith('y') && !VOWEL.test(base.at(-2) ?? '')
  const hiss = /(?:s|x|z|ch|sh|o)$/.test(base)
  const stem = e ? base.slice(0, -1) : y ? `${base.slice(0, -1)}i` : base
  const double = /^[^aeiou]*[aeiou][bdfgklmnprt]$/.test(base) || base === 'unwrap' ? base + base.at(-1) : base
  const ing = base.endsWith('ie') ? `${base.slice(0, -2)}ying` : e ? `${base.slice(0, -1)}ing` : `${double}ing`
  const third = y ? `${stem}es` : hiss ? `${base}es` : `${base}s`
  const past = e ? `${base}d` : y ? `${stem}ed` : `${double}ed`
  return [base, third, ing, past]
}

/** One form of a verb: what it means, and whether it is the bare form (a noun as easily as a verb). */
export interface VerbForm {
  readonly kind: DeedKind
  readonly bare: boolean
  readonly past: boolean
}

const FORMS = new Map<string, VerbForm>()
for (const [kind, list] of Object.entries(VERBS) as [DeedKind, string][])
  for (const base of list.split(' ')) {
    forms(base).forEach((form, i) => {
      if (!FORMS.has(form)) FORMS.set(form, { kind, bare: i === 0, past: i === 3 })
    })
  }
for (const [word, kind] of [
  ['lies', 'lie'],
  ['lying', 'lie'],
  ['seated', 'sit'],
  ['sits', 'sit'],
  ['asleep', 'sleep'],
  ['kneeling', 'kneel'],
  ['running', 'run'],
  ['leaves', 'exit'],
  ['leaving', 'exit'],
  ['holding', 'carry'],
  ['crying', 'cry'],
] as const)
  FORMS.set(word, { kind, bare: false, past: false })

/** The deed a lower-case word may stand for. */
export const verbForm = (word: string): VerbForm | undefined => FORMS.get(word)

/** Deeds that take somebody somewhere. */
export const TRAVELS: ReadonlySet<DeedKind> = new Set<DeedKind>(['walk', 'run', 'sneak', 'limp', 'enter', 'exit', 'climb'])
