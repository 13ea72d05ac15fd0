import { type ScriptCharacter, slug } from '../../film'

/** Somebody named in a text: which word, how many words, who. */
export interface NameHit {
  readonly word: number
  readonly words: number
  readonly key: string
}

/** A word of a text with what follows it. */
export interface Word {
  readonly text: string
  readonly lower: string
  /** Punctuation between this word and the next. */
  readonly after: string
}

const GENERIC = new Set(
  'the a an first second third fourth fifth old young big little man men woman women boy girl kid child guard guards cop officer soldier driver waiter waitress doctor nurse dr mr mrs ms miss sir lady captain commander detective sergeant lieutenant agent king queen prince princess voice crowd people group two three four five six mother father brother sister of in and'.split(
    ' ',
  ),
)

/** Splits a text into words; an apostrophe-s is dropped from the compared form. */
export function wordsOf(text: string): Word[] {
  const out: Word[] = []
  for (const m of text.matchAll(/([\p{L}\p{N}]+(?:['’-][\p{L}\p{N}]+)*)([^\p{L}\p{N}]*)/gu)) {
    const word = m[1]!
    out.push({ text: word, lower: word.toLowerCase().replace(/['’]s?$/u, ''), after: m[2]! })
  }
  return out
}

/** Words in front of a group that is known. */
const OF_ALL: ReadonlySet<string> = new Set(['the', 'both', 'all', 'two', 'three', 'four', 'five', 'six'])

const isCapital = (word: string) => word[0] !== word[0]!.toLowerCase() || word[0]!.toLowerCase() === word[0]!.toUpperCase()

/** Last words of names that say what somebody is. */
const ROLE =
  /(?:[^v]er|[ct]or|ist|ian|man|woman|ess|boy|girl|judge|nurse|clerk|guard|priest|monk|nun|king|queen|bride|groom|child|chef|cook|thief|spy|pilot|patient|defendant|accused|bailiff|attorney|counsel|agent|student|assistant|attendant)$/
/** Whether a name in small letters means its bearer: `the judge`; not in `the witness stand`. */
const isRole = (before: Word | undefined, name: readonly string[], after: Word | undefined): boolean =>
  before?.lower === 'the' &&
  ROLE.test(name.at(-1) ?? '') &&
  !/^(?:stand|box|bench|table|seat|chair|room|door|desk|bed|call|coat)s?$/.test(after?.lower ?? '')

/** A text in words, and who is named in it. */
export interface NamedText {
  readonly words: readonly Word[]
  readonly hits: readonly NameHit[]
}

const FINDERS = new WeakMap<readonly ScriptCharacter[], NameFinder>()

/** Finds the script's people in texts by name, alias, or the telling part of a name. */
export class NameFinder {
  /** Texts are read for the shots, for who is who and for the blocking. */
  private readonly texts = new Map<string, NamedText>()
  private readonly groups = new Set<string>()
  private readonly byFirst = new Map<string, { readonly words: readonly string[]; readonly key: string }[]>()

  /** The finder of a script's people; made once for each list of them. */
  static of(characters: readonly ScriptCharacter[]): NameFinder {
    let finder = FINDERS.get(characters)
    if (!finder) {
      finder = new NameFinder(characters)
      FINDERS.set(characters, finder)
    }
    return finder
  }

  constructor(characters: readonly ScriptCharacter[]) {
    const single = new Map<string, string[]>()
    const lasts = new Map<string, string[]>()
    for (const c of characters) {
      if (c.count > 1) {
        this.groups.add(c.key)
        // FOUR SOLDIERS are the soldiers from then on.
        const last = wordsOf(c.name).at(-1)?.lower
        if (last !== undefined) lasts.set(last, [...(lasts.get(last) ?? []), c.key])
      }
      for (const name of [c.name, ...c.aliases]) {
        const words = wordsOf(name).map((w) => w.lower)
        while (words.length > 1 && words[0] === 'the') words.shift()
        this.put(words, c.key)
        for (const w of words)
          if (words.length > 1 && w.length > 2 && !GENERIC.has(w) && !/\d/.test(w)) single.set(w, [...(single.get(w) ?? []), c.key])
      }
    }
    for (const [w, [key, other]] of lasts) if (key !== undefined && other === undefined && !this.byFirst.has(w)) this.put([w], key)
    for (const [w, keys] of single) if (new Set(keys).size === 1) this.put([w], keys[0]!)
  }

  private put(words: readonly string[], key: string): void {
    const first = words[0]
    if (first === undefined) return
    const list = this.byFirst.get(first) ?? []
    if (!list.some((e) => e.words.join(' ') === words.join(' '))) list.push({ words, key })
    list.sort((a, b) => b.words.length - a.words.length || (slug(a.key) < slug(b.key) ? -1 : 1))
    this.byFirst.set(first, list)
  }

  /** A text's words and names; read once. */
  read(text: string): NamedText {
    let read = this.texts.get(text)
    if (!read) {
      const words = wordsOf(text)
      read = { words, hits: this.find(words) }
      this.texts.set(text, read)
    }
    return read
  }

  /** Everybody named, left to right. A name counts only where it is capitalised, is what somebody is (the judge), or is a group's: the guards, both men. */
  find(words: readonly Word[]): NameHit[] {
    const out: NameHit[] = []
    for (let i = 0; i < words.length; i++) {
      const hit = this.byFirst.get(words[i]!.lower)?.find((e) => e.words.every((w, j) => words[i + j]?.lower === w))
      if (!hit) continue
      const i1 = i + hit.words.length
      if (
        !isCapital(words[i]!.text) &&
        !isRole(words[i - 1], hit.words, words[i1 - 1]?.after === ' ' ? words[i1] : undefined) &&
        !(this.groups.has(hit.key) && OF_ALL.has(words[i - 1]?.lower ?? ''))
      )
        continue
      out.push({ word: i, words: hit.words.length, key: hit.key })
      i += hit.words.length - 1
    }
    return out
  }
}
