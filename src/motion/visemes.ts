import { clamp, hash32, smoothstep, VISEMES, type Viseme } from '../film'

/** One mouth shape in time. */
export interface VisemeCue {
  /** Seconds: where the shape begins, and how long it holds. */
  readonly t: number
  readonly s: number
  readonly viseme: Viseme
  /** 0 to 1: how fully the mouth makes it. */
  readonly peak: number
  /** True on the vowel of a stressed syllable: where head, brows and hands beat. */
  readonly stressed: boolean
}

interface Unit {
  readonly viseme: Viseme
  readonly long: number
  readonly peak: number
  stressed: boolean
}

const vowel = (viseme: Viseme, long = 1): Unit => ({ viseme, long, peak: 1, stressed: false })
const consonant = (viseme: Viseme, long = 0.55): Unit => ({ viseme, long, peak: viseme === 'PP' ? 1 : 0.75, stressed: false })
const pause = (long: number): Unit => ({ viseme: 'sil', long, peak: 1, stressed: false })

const VOWELS: ReadonlySet<string> = new Set(['aa', 'E', 'ih', 'oh', 'ou'])

/** Spellings, longest first; each gives the shapes it sounds like. English and the Latin alphabet's common ground. */
const SPELLINGS: readonly (readonly [string, readonly Unit[]])[] = (
  [
    ['eigh', 'E'],
    ['ough', 'oh'],
    ['augh', 'oh'],
    ['igh', 'aa ih'],
    ['tch', 'CH'],
    ['sch', 'CH'],
    ['dge', 'CH'],
    ['tion', 'CH ih nn'],
    ['sion', 'CH ih nn'],
    ['ture', 'CH RR'],
    ['ous', 'ih SS'],
    ['qu', 'kk ou'],
    ['th', 'TH'],
    ['sh', 'CH'],
    ['ch', 'CH'],
    ['zh', 'CH'],
    ['ph', 'FF'],
    ['wh', 'ou'],
    ['wr', 'RR'],
    ['kn', 'nn'],
    ['gn', 'nn'],
    ['ck', 'kk'],
    ['ng', 'nn'],
    ['gh', ''],
    ['oo', 'ou'],
    ['ou', 'aa ou'],
    ['ow', 'oh ou'],
    ['oi', 'oh ih'],
    ['oy', 'oh ih'],
    ['oa', 'oh'],
    ['oe', 'oh'],
    ['ee', 'ih'],
    ['ea', 'ih'],
    ['ie', 'ih'],
    ['ai', 'E ih'],
    ['ay', 'E ih'],
    ['ei', 'E ih'],
    ['ey', 'E ih'],
    ['au', 'oh'],
    ['aw', 'oh'],
    ['eu', 'ou'],
    ['ew', 'ou'],
    ['ue', 'ou'],
    ['ui', 'ou'],
    ['er', 'E RR'],
    ['ir', 'E RR'],
    ['ur', 'E RR'],
    ['a', 'aa'],
    ['e', 'E'],
    ['i', 'ih'],
    ['o', 'oh'],
    ['u', 'ou'],
    ['y', 'ih'],
    ['b', 'PP'],
    ['p', 'PP'],
    ['m', 'PP'],
    ['f', 'FF'],
    ['v', 'FF'],
    ['w', 'ou'],
    ['r', 'RR'],
    ['l', 'nn'],
    ['n', 'nn'],
    ['d', 'DD'],
    ['t', 'DD'],
    ['s', 'SS'],
    ['z', 'SS'],
    ['x', 'kk SS'],
    ['c', 'kk'],
    ['k', 'kk'],
    ['q', 'kk'],
    ['g', 'kk'],
    ['j', 'CH'],
    ['h', ''],
  ] as const
).map(([spelling, shapes]) => [
  spelling,
  shapes
    .split(' ')
    .filter(Boolean)
    .map((v) => (VOWELS.has(v) ? vowel(v as Viseme, spelling.length === 1 && spelling !== 'w' ? 1 : 0.8) : consonant(v as Viseme))),
])

/** Cyrillic and Greek letters as they sound in Latin ones. */
const LETTERS: Readonly<Record<string, string>> = Object.fromEntries(
  (
    'а:a б:b в:v г:g д:d е:e ё:o ж:zh з:z и:i й:y к:k л:l м:m н:n о:o п:p р:r с:s т:t у:u ф:f х:h ц:ts ч:ch ш:sh щ:sh ъ: ы:i ь: э:e ю:yu я:ya і:i ї:yi є:ye ґ:g ' +
    'α:a β:v γ:g δ:th ε:e ζ:z η:i θ:th ι:i κ:k λ:l μ:m ν:n ξ:x ο:o π:p ρ:r σ:s ς:s τ:t υ:i φ:f χ:h ψ:ps ω:o'
  )
    .split(' ')
    .map((p) => [p[0]!, p.slice(2)]),
)

/** Vowels of the kana, in the order of the syllabary's rows. */
const KANA_VOWELS: readonly Viseme[] = ['aa', 'ih', 'ou', 'E', 'oh']
/** Shapes of the 19 initial consonants and 21 vowels of hangul syllables (Unicode chapter 3.12). */
const HANGUL_INITIALS = 'kk kk nn DD DD RR PP PP PP SS SS  CH CH CH kk DD PP '.split(' ')
const HANGUL_VOWELS = 'aa E aa E oh E oh E oh ou ou E oh ou ou E ou ou ou ih ih'.split(' ')

/** A letter of a script without spelling rules here: one syllable, its shapes seeded by the letter. */
function syllable(ch: string): Unit[] {
  const code = ch.codePointAt(0)!
  if (code >= 0xac00 && code <= 0xd7a3) {
    const i = code - 0xac00
    const first = HANGUL_INITIALS[Math.floor(i / 588)]
    const out = [vowel((HANGUL_VOWELS[Math.floor((i % 588) / 28)] ?? 'aa') as Viseme)]
    return first ? [consonant(first as Viseme), ...out] : out
  }
  const kana = code >= 0x3041 && code <= 0x30fe
  const h = hash32(ch)
  const v = kana ? KANA_VOWELS[code % 5]! : (['aa', 'E', 'ih', 'oh', 'ou'] as const)[h % 5]!
  const c = (['DD', 'kk', 'nn', 'SS', 'PP', 'CH', 'RR'] as const)[(h >>> 8) % 7]!
  return [consonant(c), vowel(v)]
}

/** The shapes of a word. */
function wordUnits(word: string): Unit[] {
  let w = ''
  for (const ch of word.toLowerCase().normalize('NFC')) {
    if (ch === 'ä') w += 'e'
    else if (ch === 'ö' || ch === 'ü' || ch === 'ø') w += 'u'
    else if (ch === 'ß') w += 's'
    else if (ch === 'ç') w += 's'
    else if (ch === 'æ') w += 'e'
    else w += LETTERS[ch] ?? ch
  }
  w = w.replace(/[a-zà-ɏ]/g, (c) => c.normalize('NFKD').replace(/\p{M}/gu, ''))
  if (w.length > 3 && /[^aeiouy]e$/.test(w)) w = w.slice(0, -1)
  const out: Unit[] = []
  for (let i = 0; i < w.length; ) {
    if (w[i] === w[i + 1] && !/[eo]/.test(w[i]!)) {
      i++
      continue
    }
    if (w[i] === 'c' && /[eiy]/.test(w[i + 1] ?? '')) {
      out.push(consonant('SS'))
      i++
      continue
    }
    const rule = SPELLINGS.find(([s]) => w.startsWith(s, i))
    if (rule) {
      for (const u of rule[1]) out.push({ ...u })
      i += rule[0].length
      continue
    }
    const ch = String.fromCodePoint(w.codePointAt(i)!)
    if (/\p{N}/u.test(ch)) out.push(consonant('nn'), vowel('ih'), consonant('SS'), vowel('E'))
    else if (/\p{L}/u.test(ch)) out.push(...syllable(ch))
    i += ch.length
  }
  return out
}

/** Short words that carry no stress of their own. */
const LIGHT =
  /^(a|an|the|to|of|and|or|in|on|at|it|is|i|he|we|as|for|you|my|me|be|by|was|are|that|with|but|if|so|de|la|le|el|les|un|une|der|die|das|und|et|y)$/i

/** Pauses after a word, in vowels' lengths. */
function pauseAfter(text: string): number {
  if (/[.!?…。！？]|--|—/.test(text)) return 2.4
  if (/[,;:–、，]/.test(text)) return 1.3
  return 0.08
}

/**
 * Reads mouth shapes off a spelling, spread over [t0, t1] seconds at an even speaking rate with pauses at punctuation.
 * Works in any language: spelling rules for the Latin alphabet, letters' sounds for Cyrillic, Greek, hangul and kana,
 * a syllable a character for the rest. Cues are in order and do not overlap; pauses are `sil`.
 */
export function visemesOf(text: string, t0: number, t1: number): VisemeCue[] {
  const units: Unit[] = []
  for (const m of text.matchAll(/([\p{L}\p{M}\p{N}'’]+)([^\p{L}\p{M}\p{N}'’]*)/gu)) {
    const word = wordUnits(m[1]!.replace(/['’]/g, ''))
    if (word.length === 0) continue
    const strong = word.find((u) => VOWELS.has(u.viseme))
    if (strong && !LIGHT.test(m[1]!)) strong.stressed = true
    units.push(...word, pause(pauseAfter(m[2]!)))
  }
  if (units.at(-1)?.viseme === 'sil') units.pop()
  if (units.length === 0 || t1 <= t0) return []
  const lengthOf = (u: Unit, i: number): number => {
    const closing = VOWELS.has(u.viseme) && (units[i + 1]?.long ?? 3) > 1 && units[i + 1]?.viseme !== undefined
    return u.long * (u.stressed ? 1.3 : 1) * (closing ? 1.3 : 1)
  }
  const lengths = units.map(lengthOf)
  const total = lengths.reduce((a, b) => a + b, 0)
  const rate = (t1 - t0) / total
  const out: VisemeCue[] = []
  let t = t0
  units.forEach((u, i) => {
    const s = lengths[i]! * rate
    if (u.viseme !== 'sil' || s > 0.05) out.push({ t, s, viseme: u.viseme, peak: u.peak * (u.stressed ? 1 : 0.82), stressed: u.stressed })
    t += s
  })
  return out
}

const SIL = VISEMES.indexOf('sil')
const PP = VISEMES.indexOf('PP')

/** How long a shape is prepared and let go, seconds. */
const ATTACK_S = 0.07
const RELEASE_S = 0.09

/**
 * Weights of the 15 shapes at a time, in VISEMES order; they sum to 1, `sil` being a closed mouth. Neighbours overlap
 * (co-articulation); M, B and P win over their neighbours so that the lips really meet.
 */
export function mouthAt(cues: readonly VisemeCue[], t: number, energy: number): number[] {
  const out: number[] = VISEMES.map(() => 0)
  let lo = 0
  let hi = cues.length
  while (lo < hi) {
    const mid = (lo + hi) >> 1
    if (cues[mid]!.t + cues[mid]!.s + RELEASE_S < t) lo = mid + 1
    else hi = mid
  }
  const open = clamp(0.62 + 0.5 * energy, 0.35, 1)
  let closed = 0
  for (let i = lo; i < cues.length; i++) {
    const c = cues[i]!
    if (c.t - ATTACK_S > t) break
    const w =
      smoothstep(c.t - ATTACK_S, c.t + Math.min(0.03, c.s * 0.4), t) *
      (1 - smoothstep(c.t + c.s - Math.min(0.02, c.s * 0.3), c.t + c.s + RELEASE_S, t))
    if (c.viseme === 'sil') closed = Math.max(closed, w)
    else if (c.viseme === 'PP') {
      const lips = smoothstep(c.t - 0.04, c.t + 0.012, t) * (1 - smoothstep(c.t + c.s - 0.012, c.t + c.s + 0.05, t))
      out[PP] = Math.max(out[PP]!, lips)
    } else {
      const k = VISEMES.indexOf(c.viseme)
      out[k] = Math.max(out[k]!, w * c.peak * open)
    }
  }
  const free = (1 - out[PP]!) * (1 - closed)
  let sum = 0
  for (let k = 0; k < out.length; k++) if (k !== PP) sum += out[k]! * free
  const room = 1 - out[PP]!
  const fit = sum > room ? room / sum : 1
  let total = out[PP]!
  for (let k = 0; k < out.length; k++)
    if (k !== PP) {
      out[k] = out[k]! * free * fit
      total += out[k]!
    }
  out[SIL] = Math.max(0, 1 - total)
  return out
}
