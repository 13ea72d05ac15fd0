import { isMoney } from './count-money'
import { type DeedKind, TRAVELS } from './deed-table'
import { verbForm } from './lexicon'
import type { NameFinder, Word } from './name-finder'

/** One thing done in an action line. */
export interface Deed {
  readonly kind: DeedKind
  /** Script character keys of whoever does it, at least one. */
  readonly who: readonly string[]
  /** People it is done to. */
  readonly to: readonly string[]
  /** Lower-case words after the verb, to the end of its clause. */
  readonly rest: readonly string[]
  /** The verb as written, lower case. */
  readonly word: string
}

/** An action line taken apart. */
export interface ActionReading {
  readonly deeds: readonly Deed[]
  /** Everybody named or meant, in order. */
  readonly people: readonly string[]
  /** Names that stand without a verb of their own (`KENJI (28, thin) …`). */
  readonly bare: readonly string[]
  /** A door that opens without anybody doing it. */
  readonly doorOpens: boolean
  /** Lower-case words for what falls by itself: `The gun falls to the floor`. */
  readonly falls: readonly string[]
}

/** Who a pronoun means. */
export interface Pronouns {
  /** The last person spoken of, by sex where that is known. */
  last(pronoun: 'he' | 'she', but?: readonly string[]): string | undefined
  /** Whether a pronoun may mean somebody, as far as is known. */
  may(key: string, pronoun: 'he' | 'she'): boolean
  /** Who was spoken of and has not gone, the newest last. */
  all(): readonly string[]
}

const BREAK_WORDS = new Set(['and', 'then', 'while', 'as', 'but', 'who', 'before', 'when', 'until'])
const PLURAL = new Set(['they', 'both', 'neither', 'everyone', 'everybody', 'all'])
const EVERYBODY = new Set(['everyone', 'everybody', 'all'])
const NOT = /^(?:not|never|neither|nobody|none|no one|cannot)$|n['’]t$/
/** Words before which a bare verb form is a noun: `a walk`, `her look`. */
const BEFORE_NOUN = new Set('a an the his her their its this that one no of in on at from with for to every each some my your'.split(' '))

interface Segment {
  readonly words: Word[]
  readonly first: number
}

/** Reads who does what in one or more sentences of action. Pronouns look back through `pronouns`. */
export function readAction(text: string, names: NameFinder, pronouns: Pronouns): ActionReading {
  // What stands in brackets describes; it does nothing.
  const plain = text.replace(/\([^)]*\)/g, ' ')
  const { words, hits } = names.read(plain)
  const owner = new Map<number, string>()
  for (const h of hits) for (let i = 0; i < h.words; i++) owner.set(h.word + i, h.key)
  const deeds: Deed[] = []
  const people: string[] = []
  const bare: string[] = []
  const meet = (key: string) => {
    if (!people.includes(key)) people.push(key)
  }
  let subject: string[] = []
  let waiting: string[] = []
  /** Whoever did something together, or one to the other, last: who `they` are. */
  let pair: readonly string[] = []
  let doorOpens = false
  const falls: string[] = []
  const plural = (lead: readonly string[]): readonly string[] => {
    const all = [...pronouns.all().filter((k) => !people.includes(k)), ...people]
    if (lead.some((w) => EVERYBODY.has(w))) return all
    return pair.length > 1 ? pair : all.slice(-2)
  }
  /** `he` is whoever did the last thing, if that may be; else the last man spoken of. */
  const single = (p: 'he' | 'she'): string[] => {
    const may = subject.filter((k) => pronouns.may(k, p))
    if (may.length === 1) return may
    const said = pronouns.last(p)
    return said ? [said] : subject
  }
  /** Whom `him` means: somebody else than who does it, best somebody of this line. */
  const object = (p: 'he' | 'she'): string | undefined =>
    people.findLast((k) => !subject.includes(k) && pronouns.may(k, p)) ?? pronouns.last(p, subject)

  let stopped = false
  /** Who was named last, after what somebody else does: `Dana kneels beside Roy, who lies there`. */
  let lastNamed: string | undefined
  for (const { words: seg, first } of segments(words)) {
    // A sentence of its own has its own people: `A BARBER, bald. LUIS sits`.
    const apart = stopped
    stopped = /[.!?]/.test(seg.at(-1)?.after ?? '')
    const verbAt = seg.findIndex((w, i) => isVerb(seg, i, w, owner.has(first + i), owner.has(first + i - 1)))
    const named: { at: number; key: string; last: number }[] = []
    for (const h of hits)
      if (h.word >= first && h.word < first + seg.length) named.push({ at: h.word - first, key: h.key, last: h.word - first + h.words - 1 })
    const possessive = (at: number) => /['’]s?$/u.test(seg[at]?.text ?? '')
    const before = named.filter((n) => (verbAt < 0 || n.at < verbAt) && !possessive(n.last)).map((n) => n.key)
    const after = named.filter((n) => verbAt >= 0 && n.at > verbAt).map((n) => n.key)
    for (const n of named) if (!possessive(n.last)) meet(n.key)
    const ofWhom = apart ? undefined : lastNamed
    lastNamed = verbAt < 0 && named.length === 0 ? lastNamed : after.at(-1)
    if (verbAt < 0) {
      if (before.length) {
        if (apart) waiting = []
        waiting.push(...before)
        bare.push(...before)
        subject = [...waiting]
      } else if (seg.some((w) => w.lower === 'they' || w.lower === 'both' || w.lower === 'neither')) for (const k of plural([])) meet(k)
      else if (/^(?:he|she)$/.test(seg[0]?.lower ?? '')) {
        subject = single(seg[0]!.lower as 'he' | 'she')
        for (const k of subject) meet(k)
      }
      continue
    }
    const lead = seg.slice(0, verbAt).map((w) => w.lower)
    const word = seg[verbAt]!.lower
    const form = verbForm(word)!
    let who: string[] = []
    const isAside = lead[0] === 'who' && ofWhom !== undefined && before.length === 0 && waiting.length === 0
    if (isAside) who = [ofWhom]
    else if (before.length) who = [...(apart ? [] : waiting), ...before]
    else if (lead.some((w) => PLURAL.has(w))) who = plural(lead).length ? [...plural(lead)] : subject
    else if (lead.includes('he') || lead.includes('she')) who = single(lead.includes('he') ? 'he' : 'she')
    else if (lead.some((w) => w === 'door' || w === 'hatch' || w === 'gate') && /^(?:open|swing|burst|slide)/.test(seg[verbAt]!.lower)) {
      doorOpens = true
      continue
    } else if (form.kind === 'fall' && lead.some((w) => !BREAK_WORDS.has(w) && !BEFORE_NOUN.has(w))) {
      falls.push(...lead)
      continue
    } else if (lead.filter((w) => !BREAK_WORDS.has(w) && !w.endsWith('ly') && !BEFORE_NOUN.has(w)).length === 0 || subject.length === 0)
      who = lead.some((w) => BEFORE_NOUN.has(w)) ? [] : subject.length ? subject : waiting
    else continue
    waiting = []
    // What is said of them in passing leaves the sentence to whoever it is about.
    if (who.length && !isAside) subject = [...new Set(who)]
    for (const key of isAside ? who : subject) meet(key)
    // What is not done is not done: `Neither moves`, `He doesn't turn`.
    if (lead.some((w) => NOT.test(w))) continue
    // Nor is what comes to an end: `stops eating`.
    if (/ing$/.test(seg[verbAt]!.lower) && lead.some((w) => /^(?:stop|finish|quit)/.test(w))) continue
    const rest = seg.slice(verbAt + 1).map((w) => w.lower)
    // `followed by rain`: done to them.
    if (form.past && rest[0] === 'by') continue
    let kind = refine(form.kind, word, rest)
    const to = [...after]
    // Who is grabbed is no thing: it is a pull at them.
    if (
      kind === 'take' &&
      /^(?:grab|seiz|catch|caught)/.test(word) &&
      (owner.has(first + verbAt + 1) || /^(?:him|her)$/.test(rest.at(0) ?? ''))
    )
      kind = 'pull'
    // Nor is who is dragged.
    if (kind === 'carry' && /^(?:drag|lug|haul)/.test(word) && (owner.has(first + verbAt + 1) || /^(?:him|her)$/.test(rest[0] ?? '')))
      kind = 'pull'
    if (!to.length && kind) {
      const said = meant(rest, kind, (p) => subject.every((k) => pronouns.may(k, p)))
      const other = said && object(said)
      if (other) {
        to.push(other)
        if (pronouns.all().includes(other)) meet(other)
      }
    }
    // A hand on one's own face is no hand on somebody's.
    if (kind === 'touch' && !to.length) {
      if (who.length && OWN_FACE.test(rest.join(' '))) deeds.push({ kind: 'think', who: [...new Set(who)], to, rest, word })
      continue
    }
    if (who.length) pair = [...new Set([...who, ...to])]
    if (kind && who.length) deeds.push({ kind, who: [...new Set(who)], to, rest, word })
  }
  return { deeds, people, bare: bare.filter((k) => !deeds.some((d) => d.who.includes(k))), doorOpens, falls }
}

const OWN_FACE = /^(?:(?:his|her|their) )?(?:face|mouth|lips?|chin|cheeks?|forehead|brow|temples?|nose|beard|moustache)\b/
/** Deeds to somebody by a part of them: `takes his hand`, `strokes her hair`. */
const BY_PART =
  /\b(his|her) (?:\w+ )?(?:hands?|arms?|shoulders?|hair|beard|fringe|cheeks?|face|head|forehead|back|wrists?|sleeve|chin|fingers|ear)\b/

/** The pronoun of whoever a deed is done to, `him` or `his hand`; undefined when it is done to nobody, or to oneself. */
function meant(rest: readonly string[], kind: DeedKind, own: (p: 'he' | 'she') => boolean): 'he' | 'she' | undefined {
  const said = rest.find((w) => w === 'him' || (w === 'her' && personalHer(rest)))
  if (said) return said === 'him' ? 'he' : 'she'
  if (kind !== 'touch' && kind !== 'clasp' && kind !== 'whisper' && kind !== 'barber') return undefined
  const part = BY_PART.exec(rest.join(' '))
  if (!part) return undefined
  const p = part[1] === 'his' ? 'he' : 'she'
  return OWN_FACE.test(part[0]) && own(p) ? undefined : p
}

/** `her` ends the clause or stands before a preposition or an article: a person, not a possessive. */
const personalHer = (rest: readonly string[]): boolean => {
  const i = rest.indexOf('her')
  return (
    i === rest.length - 1 ||
    /^(?:in|on|at|to|by|with|from|and|up|down|an?|the|some|another|one|two|out|off|into|over|towards?|around|hard|back|again|gently|tightly)$/.test(
      rest[i + 1] ?? '',
    )
  )
}

/** What a full stop follows that ends nothing: `MR. HOBB`. */
const TITLE = /^(?:mr|mrs|ms|dr|st|prof|sgt|lt|capt|col|gen|rev|fr)$/

function segments(words: readonly Word[]): Segment[] {
  const out: Segment[] = []
  let seg: Word[] = []
  let first = 0
  for (let i = 0; i < words.length; i++) {
    const w = words[i]!
    if (BREAK_WORDS.has(w.lower) && seg.length) {
      out.push({ words: seg, first })
      seg = []
      first = i
    }
    if (!seg.length) first = i
    seg.push(w)
    if (/[,;:.!?–—…]|--/.test(w.after) && !TITLE.test(w.lower)) {
      out.push({ words: seg, first })
      seg = []
    }
  }
  if (seg.length) out.push({ words: seg, first })
  return out
}

function isVerb(seg: readonly Word[], i: number, w: Word, name: boolean, nameBefore: boolean): boolean {
  if (name) return false
  const form = verbForm(w.lower)
  if (!form) return false
  const prev = seg[i - 1]?.lower ?? ''
  const before = seg[i - 2]?.lower ?? ''
  // `Starts to laugh` is a laugh.
  if (form.bare && prev === 'to' && /^(?:start|beg[ai]n|proceed|continue)/.test(before)) return true
  if (BEFORE_NOUN.has(prev)) return false
  // `A small key`.
  if (form.bare && BEFORE_NOUN.has(before) && !verbForm(prev) && !nameBefore && !/(?:s|men|people|children)$/.test(prev)) return false
  if (form.bare && i === 0 && seg.length > 1 && !/^(?:asleep|unconscious|came|went|ran|sat|fell|stood)$/.test(w.lower))
    return w.text === w.lower
  return true
}

/** Particles decide: `walks out` is an exit, `picks up`, `stands up`, `looks around`. Undefined when nothing is done after all. */
function refine(kind: DeedKind, word: string, rest: readonly string[]): DeedKind | undefined {
  const [a = '', b = ''] = rest
  const has = (...w: string[]) => w.some((x) => rest.includes(x))
  const dressed = dressing(kind, word, rest)
  if (dressed !== null) return dressed
  const made = withThings(kind, word, rest)
  if (made !== null) return made
  const more = phrase(kind, word, rest)
  if (more !== null) return more
  // `Treads carefully` is a step, and eyes swim.
  if (kind === 'float' && /^tread/.test(word) && !has('water')) return 'walk'
  if (/^follow/.test(word) && has('eyes', 'gaze', 'look', 'glance')) return 'look'
  if (/^lower/.test(word) && has('gun', 'pistol', 'rifle', 'revolver', 'weapon', 'eyes', 'head', 'voice')) return undefined
  if (kind === 'push' && a === 'through') return 'walk'
  if (TRAVELS.has(kind) && kind !== 'climb' && kind !== 'swim') {
    if (a === 'out' && COVER.test(rest.join(' '))) return 'appear'
    if (/^(?:back|step|shrink|edge|inch)/.test(word) && (a === 'away' || a === 'back')) return 'walk'
    if (/^(?:in|into|inside)$/.test(a) && !has('circle', 'circles', 'place')) return 'enter'
    if (/^(?:out|outside|away|off)$/.test(a) || (kind === 'exit' && !has('it', 'them'))) return 'exit'
    if (kind === 'walk' && word.startsWith('back') && !has('away')) return undefined
    if (kind === 'walk' && /^(?:go|come)/.test(word) && !rest.length) return undefined
  }
  if (kind === 'stand' && /^(?:up)$/.test(a)) return 'rise'
  if (/^(?:get|got)/.test(word) && has('knee', 'knees')) return 'kneel'
  if (/^(?:get|got)/.test(word)) return a === 'up' ? 'rise' : a === 'out' ? 'exit' : undefined
  if (kind === 'rise' && has('sun', 'smoke')) return undefined
  if (kind === 'take' && /^(?:draw|drew)/.test(word) && has('pistol', 'gun', 'revolver', 'rifle', 'weapon')) return 'aim'
  if (kind === 'take' && has('off') && /^t(?:ake|ook)/.test(word)) return 'drop'
  if (kind === 'take' && (a === 'seat' || b === 'seat')) return 'sit'
  if (kind === 'raise' && !has('hands', 'hand', 'arms')) return has('gun', 'pistol', 'rifle', 'weapon') ? 'aim' : 'take'
  if (kind === 'shake' && !has('head', 'hand', 'hands')) return 'startle'
  if (kind === 'fold' && !has('arms')) return 'work'
  if (kind === 'frown' && has('arms')) return 'fold'
  if (kind === 'lie' && word === 'lay' && rest.length > 1) return 'drop'
  if (kind === 'fall' && has('asleep')) return 'sleep'
  if (kind === 'gesture' && /^(?:say|said|note)/.test(word)) return undefined
  if (kind === 'drop' && word.startsWith('slid') && has('under', 'over', 'along')) return 'run'
  return kind
}

/** What one takes with a camera, and not in the hand: `takes a picture of the bay`. */
const A_PICTURE =
  /^(?:(?:an?|another|some|more|his|her|their)(?: (?:few|quick|last|good))? )?(?:pictures?|photos?|photographs?|snapshots?|selfies?)(?:$| of\b| with\b)/

/** What somebody comes out from who was there unseen. */
const COVER = /\b(?:behind|shadows?|hiding|dark|darkness|crowd|fog|mist|smoke|bush|bushes|trees|woods)\b/
const SEATS = /^(?:chair|armchair|seat|sofa|couch|bench|stool|throne|pew)s?$/
const GUNS = /^(?:gun|pistol|revolver|rifle|shotgun|weapon)$/
/** What one gives, takes or throws that is no thing: `gives a nod`, `takes a sip`, `throws a punch`. */
const GESTURES: readonly (readonly [RegExp, DeedKind])[] = [
  [/^(?:nod)$/, 'nod'],
  [/^(?:shrug)$/, 'shrug'],
  [/^(?:smile|grin|smirk)$/, 'smile'],
  [/^(?:hug|embrace)$/, 'hug'],
  [/^(?:kiss|peck)$/, 'kiss'],
  [/^(?:wave)$/, 'wave'],
  [/^(?:bow|curtsy)$/, 'bow'],
  [/^(?:salute)$/, 'salute'],
  [/^(?:look|glance|stare)$/, 'look'],
  [/^(?:sip|drink|swig|gulp|mouthful)$/, 'drink'],
  [/^(?:bite)$/, 'eat'],
  [/^(?:drag|puff)$/, 'smoke'],
  [/^(?:punch|swing)$/, 'punch'],
  [/^(?:slap)$/, 'slap'],
  [/^(?:push|shove)$/, 'push'],
  [/^(?:kick)$/, 'kick'],
  [/^(?:step|steps)$/, 'walk'],
  [/^(?:nap)$/, 'sleep'],
]

const SHEETS =
  /^(?:letter|paper|papers|page|pages|photo|photograph|picture|note|envelope|ticket|contract|check|cheque|telegram|map|will|poster|it|them)$/
const HAIR = /^(?:hair|beard|fringe|curls|locks|neck|moustache|head|sides)$/
const CUTS =
  /^(?:bread|cake|meat|vegetables?|onions?|carrots?|paper|cloth|fabric|string|rope|wire|hedge|roses?|flowers?|fish|cheese|pie|apple|tomato(?:es)?|wood)$/
const BURNS = /^(?:candles?|candelabra|candlestick|lamp|lantern|lanterns|fire|match|matches|stove|wick|fuse|torch|fireplace|flames?|taper)$/
const KEYED =
  /^(?:piano|pianoforte|fortepiano|harpsichord|organ|keyboard|keys|notes?|chords?|scales?|tune|melody|chopin|bach|mozart|sonata|waltz)$/
const WOUND = /^(?:clock|clocks|watch|wristwatch|gramophone|phonograph|toy|crank|winch|music-box|box|spring|mechanism|key)$/
const STRINGED = /^(?:guitar|lute|banjo|ukulele|mandolin)$/

/** What has sleeves, and is put on and taken off. */
const SLEEVED =
  /^(?:coat|overcoat|raincoat|greatcoat|jacket|parka|blazer|cardigan|sweater|jumper|hoodie|robe|dressing-gown|shirt|waistcoat|vest|lab-coat|anorak|lifejacket|uniform|clothes|costume)s?$/

/** What is put on the head and on the hands. */
const HEADWEAR =
  /^(?:hat|cap|helmet|fedora|beanie|bonnet|hood|crown|tiara|wig|mask|veil|turban|headscarf|glasses|sunglasses|spectacles|shades|goggles|headphones|headset)$/
const GLOVES = /^(?:gloves?|mittens?)$/

/** Into or out of what has sleeves: `puts on her coat`, `shrugs off the jacket`; null when it is none of that. */
function dressing(kind: DeedKind, word: string, rest: readonly string[]): DeedKind | undefined | null {
  const sleeved = rest.some((w) => SLEEVED.test(w))
  const small = rest.some((w) => HEADWEAR.test(w)) ? 'headwear' : rest.some((w) => GLOVES.test(w)) ? 'gloves' : undefined
  if (small && !sleeved) {
    const by = /^(?:put|pull|slip|t[ao]k|remov|don|doff|peel|tug|lift)/.test(word)
    return by &&
      (/^(?:remov|don|doff)/.test(word) ||
        rest[0] === 'on' ||
        rest[0] === 'off' ||
        (/^(?:on|off)$/.test(rest.at(-1) ?? '') && rest.length < 5))
      ? small
      : null
  }
  if (kind === 'dress') return sleeved || rest.length === 0 || /^don/.test(word) ? 'dress' : undefined
  // A lid that is removed is taken.
  if (kind === 'undress') return sleeved || /^(?:undress|disrob)/.test(word) ? 'undress' : /^remov/.test(word) ? 'take' : undefined
  if (!sleeved || !/^(?:put|pull|slip|shrug|t[ao]k|throw|threw|slid|get|got|peel|tear|tore|climb)/.test(word)) return null
  const [first, last] = [rest[0], rest.at(-1)]
  if (first === 'on' || (last === 'on' && rest.length < 5) || (first === 'into' && /^(?:slip|shrug|climb|get|got)/.test(word)))
    return 'dress'
  return first === 'off' ||
    (last === 'off' && rest.length < 5) ||
    (first === 'out' && rest[1] === 'of' && !/^(?:take|took|pull)/.test(word))
    ? 'undress'
    : null
}

/** What is done with arms, letters, flames and keys, by what follows the verb; null when it is none of that. */
function withThings(kind: DeedKind, word: string, rest: readonly string[]): DeedKind | undefined | null {
  const has = (...w: string[]) => w.some((x) => rest.includes(x))
  const any = (re: RegExp) => rest.some((w) => re.test(w))
  if (/^cross/.test(word) && has('arms')) return 'fold'
  if (/^cross/.test(word) && has('legs', 'fingers')) return undefined
  if (has('head') && (kind === 'bow' || (kind === 'drop' && /^(?:lower|hang|hung|drop)/.test(word)))) return 'look-down'
  if (/^bur(?:y|ie)/.test(word)) return has('face', 'head') ? 'cry' : undefined
  if (kind === 'look' && /\b(?:his|her|their|the|a) (?:\w+ )?(?:watch|wristwatch|timepiece)\b/.test(rest.join(' '))) return 'check-watch'
  if (/^(?:break|broke|snap|crack)/.test(word)) return has('seal') ? 'seal' : kind === 'photograph' ? null : undefined
  if (kind === 'open' && has('letter', 'envelope', 'telegram', 'seal')) return 'seal'
  if (kind === 'tear') {
    if (any(SHEETS) || (has('up', 'half', 'two', 'pieces') && !has('street', 'stairs', 'road'))) return has('open') ? 'seal' : 'tear'
    return /^(?:across|down|through|off|out|away|after|into|past|up|along|towards?)$/.test(rest[0] ?? '') && !/^(?:rip|shred)/.test(word)
      ? refine('run', 'runs', rest)
      : undefined
  }
  if (kind === 'kindle') {
    if (
      has('cigarette', 'cigarettes', 'cigar', 'pipe', 'smoke') ||
      (rest[0] === 'up' && rest.length === 1) ||
      (rest[0] === 'one' && rest.length === 1)
    )
      return 'smoke'
    return any(BURNS) ? 'kindle' : undefined
  }
  if (kind === 'punch' && /^str(?:ike|uck)/.test(word) && has('match')) return 'kindle'
  // Hair that is cut is somebody's; whatever else is cut, is worked at.
  if (kind === 'barber') return any(HAIR) ? 'barber' : /^(?:cut|snip|clip|trim)/.test(word) && any(CUTS) ? 'work' : undefined
  if (kind === 'blow') return any(BURNS) || (has('out') && has('it', 'them')) || /^(?:snuff|exting)/.test(word) ? 'blow' : undefined
  if (kind === 'play') return any(STRINGED) ? 'strum' : any(KEYED) ? 'play' : undefined
  if (kind === 'strum') return 'strum'
  // Whoever counts what is no money looks it over; to ten one counts without hands.
  if (kind === 'count')
    return isMoney(rest) ? 'count' : rest.length === 0 || /^(?:to|down|on|himself|herself)$/.test(rest[0]!) ? undefined : 'point'
  // A clock is wound, a road winds.
  if (kind === 'work' && /^wind/.test(word)) return any(WOUND) ? 'work' : undefined
  if (kind === 'whisper') return has('ear') ? 'whisper' : 'gesture'
  return null
}

/** Turns of phrase whose words together mean something else; null when they mean what they say, undefined when nothing is done. */
function phrase(kind: DeedKind, word: string, rest: readonly string[]): DeedKind | undefined | null {
  const has = (...w: string[]) => w.some((x) => rest.includes(x))
  const steps = has('stairs', 'steps', 'staircase', 'stairway')
  const to = /^(?:to|on|onto|into|in)$/.test(rest[0] ?? '') || (/^(?:down|back|heavily|slowly)$/.test(rest[0] ?? '') && rest.length > 1)
  if (to && has('knee', 'knees') && (kind === 'fall' || kind === 'drop' || kind === 'sit' || kind === 'walk')) return 'kneel'
  if (rest[0] === 'to' && has('feet') && !has('at') && kind !== 'fall') return 'rise'
  if (to && (kind === 'fall' || kind === 'drop') && rest.some((w) => SEATS.test(w)) && !has('on') && /^(?:fall|fell|drop|coll)/.test(word))
    return 'sit'
  // Whoever drops without anything to drop, drops themselves.
  if (kind === 'drop' && /^drop/.test(word) && /^(?:to|into|down)$/.test(rest[0] ?? '')) return has('floor', 'ground') ? 'fall' : 'jump'
  if (kind === 'walk' && /^(?:himself|herself|themselves)$/.test(rest[0] ?? '')) return undefined
  if (kind === 'dodge' && has('behind', 'under', 'down', 'below', 'beneath')) return 'crouch'
  if (kind === 'wipe' && /^sw(?:eep|ept)/.test(word)) {
    if (/^(?:in|into)$/.test(rest[0] ?? '')) return 'enter'
    if (rest[0] === 'out' && (rest.length === 1 || rest[1] === 'of')) return 'exit'
  }
  // What is struck before one is no door.
  if (kind === 'knock' && has('gavel')) return 'hammer'
  if (kind === 'knock' && has('table', 'desk', 'counter', 'bar', 'bench') && !has('door')) return 'hammer'
  if (kind === 'punch' && has('gavel')) return 'hammer'
  if (kind === 'take' && /^t(?:ake|ook)/.test(word) && has('stand', 'bench') && has('the', 'witness')) return 'sit'
  if (kind === 'climb' && has('window') && /^(?:in|into|through)$/.test(rest[0] ?? '')) return 'enter'
  if (kind === 'climb' && has('window') && rest[0] === 'out') return 'exit'
  if (kind === 'pull' && has('curtain', 'curtains', 'blind', 'blinds')) return 'pull'
  if (kind === 'take' && /^dr[ae]w/.test(word) && has('curtain', 'curtains', 'blind', 'blinds')) return 'pull'
  if (
    kind === 'pull' &&
    has('from', 'out') &&
    rest[0] !== 'him' &&
    has('pocket', 'bag', 'jacket', 'coat', 'purse', 'drawer', 'handbag', 'belt')
  )
    return rest.some((w) => GUNS.test(w)) ? 'aim' : 'take'
  if (kind === 'pull' && /^help/.test(word) && !has('up', 'feet')) return undefined
  if (kind === 'point' && (rest[0] === 'it' || rest.some((w) => GUNS.test(w))) && has('at')) return 'aim'
  if (kind === 'take' && A_PICTURE.test(rest.join(' '))) return 'photograph'
  if (kind === 'take' && /^lift/.test(word) && has('hand', 'head', 'eyes', 'face', 'chin', 'gaze')) return undefined
  if (kind === 'carry' && has('up') && has('hands')) return 'raise'
  if (
    /^(?:take|took|hold|held|grab|clutch|grip)/.test(word) &&
    /^(?:(?:his|her|their) |each other['’]s |\w+['’]s )(?:\w+ )?hands?$/.test(rest.slice(0, 3).join(' '))
  )
    return 'clasp'
  if ((kind === 'climb' || kind === 'stairs') && steps) return has('down') ? 'walk' : 'stairs'
  if (kind === 'look' && has('around', 'about')) return 'look-around'
  if (kind === 'look' && rest.some((w) => /^(?:down|floor|ground|hands)$/.test(w))) return 'look-down'
  if (kind === 'shake' && has('hand', 'hands')) return 'clasp'
  if ((kind === 'open' || kind === 'close') && has('eyes', 'mouth', 'eye')) return undefined
  if (kind === 'shoot' && has('look', 'glance')) return 'look'
  if (kind === 'phone' && /^answer/.test(word) && !has('phone', 'telephone', 'call')) return undefined
  if (kind === 'pull' && rest[0] === 'out') return rest.some((w) => GUNS.test(w)) ? 'aim' : 'take'
  if ((kind === 'drop' || kind === 'throw') && has('arms', 'arm') && has('around')) return 'hug'
  if (kind === 'drop' && /^(?:hang|hung)/.test(word) && rest[0] === 'up' && rest.length === 1) return undefined
  if (kind === 'punch' && has('floor', 'ground', 'deck')) return 'fall'
  if (kind === 'punch' && (has('switch', 'button', 'lights', 'light', 'key', 'bell') || rest[0] === 'open')) return 'push'
  if (kind === 'sleep' && has('bag')) return undefined
  if (kind === 'give' || kind === 'take' || kind === 'throw') {
    const [noun] = rest.filter((w) => !/^(?:an?|the|one|his|her|their|him|them|quick|little|small|long|last|deep|slow|slight)$/.test(w))
    const found = noun === undefined ? undefined : GESTURES.find(([re]) => re.test(noun))
    if (found && has('a', 'an', 'one', 'another', 'quick')) return found[1]
    if (kind === 'take' && noun !== undefined && /^(?:breath|moment|beat|time|aim|notice|cover|care|place|stock|turn)$/.test(noun))
      return noun === 'aim' ? 'aim' : noun === 'cover' ? 'crouch' : undefined
  }
  return null
}
