import { slug } from '../../film'
import type { DraftScene } from './build-scenes'
import { type CapsRun, capsRuns, lineCounter, wordsOf } from './caps-runs'
import { categoriesOf, singular } from './lexicon'
import { mentionFinder } from './mentions'
import { GROUP_NOUNS, NOT_NAMES, NUMBER_WORDS, ORDINALS, PERSON_NOUNS, singularPerson, TITLES } from './people-words'
import { addAlias, Cast, isGenericName, isGenericWord, nameWords, newPerson, type Person, titleCase } from './person'
import type { DraftElement, DraftSpeech } from './read-blocks'
import { isOffScreen } from './read-cue'
import { type Introduction, NO_INTRODUCTION, readIntroduction } from './read-introduction'
import { readSexes } from './read-sexes'
import { unnamedPeople } from './unnamed-people'

/**
 * Everybody in the script, in order of first appearance. Fills in who speaks each speech and who is in each scene:
 * those who speak in it on stage and those whom its action names.
 */
export function findCharacters(prelude: readonly DraftElement[], scenes: readonly DraftScene[]): Person[] {
  const elements = [...prelude, ...scenes.flatMap((s) => s.elements)]
  const cast = new Cast()
  const speakers = readCues([prelude, ...scenes.map((s) => s.elements)], cast)
  for (const element of elements) if (element.kind === 'action') introduce(element.text, element.line, cast)
  findMembers(elements, cast)
  for (const element of elements) if (element.kind === 'action') addUnnamed(element.text, element.line, cast)
  addOwnNames(cast)
  const people = cast.all()
  const mentions = mentionFinder(people)
  readSexes(people, [prelude, ...scenes.map((s) => s.elements)], speakers, mentions)
  const order: string[] = []
  const appear = (elementsOf: readonly DraftElement[]): string[] => {
    const here = new Set<string>()
    for (const element of elementsOf) {
      if (element.kind === 'dialogue') {
        const keys = speakers.get(element) ?? []
        order.push(...keys)
        if (!isOffScreen(element.extensions)) for (const key of keys) here.add(key)
      } else if (element.kind === 'action')
        for (const key of mentions(element.text)) {
          here.add(key)
          order.push(key)
        }
    }
    return [...here]
  }
  appear(prelude)
  for (const scene of scenes) scene.characters = appear(scene.elements)
  const ranks = new Map<string, number>()
  for (const key of order) if (!ranks.has(key)) ranks.set(key, ranks.size)
  return people.sort((a, b) => (ranks.get(a.key) ?? ranks.size) - (ranks.get(b.key) ?? ranks.size))
}

/** Cues that mean everybody who is speaking. */
const CHORUS = /^(?:ALL|BOTH|EVERYONE|EVERYBODY|TOGETHER|ALLE|BEIDE|TOUS|TOUTES|TODOS|TODAS|TUTTI|ВСЕ|ВМЕСТЕ)$/

/** Makes a person of every cue; answers the keys behind each speech (several for `ANNA & BEN` and ALL). */
function readCues(groups: readonly (readonly DraftElement[])[], cast: Cast): Map<DraftSpeech, string[]> {
  const speeches = groups.map((elements) => elements.filter((e) => e.kind === 'dialogue'))
  const names = new Set(speeches.flat().map((s) => slug(s.cue)))
  const speakers = new Map<DraftSpeech, string[]>()
  for (const scene of speeches) {
    let recent: string[] = []
    for (const speech of scene) {
      addUnseen(speech)
      const keys =
        CHORUS.test(speech.cue) && recent.length > 1
          ? recent.slice(0, /^(?:BOTH|BEIDE)$/.test(speech.cue) ? 2 : 6)
          : speakersOf(speech.cue, names, cast)
      const said = speech.parts
        .filter((p) => p.kind !== 'parenthetical')
        .reduce((n, p) => n + (p.text.match(/[\p{L}\p{N}][^\s]*/gu)?.length ?? 0), 0)
      for (const key of keys) {
        const person = cast.get(key)
        if (!person) continue
        person.silent = false
        person.lines++
        person.words += said
      }
      speech.character = keys[0] as string
      speakers.set(speech, keys)
      recent = [...new Set([...keys, ...recent])].slice(0, 6)
    }
  }
  return speakers
}

/** A VOICE and a NARRATOR are heard, not seen, also where the cue forgets to say so. */
function addUnseen(speech: DraftSpeech): void {
  const unseen = /(?:^|[\s-])VOICE(?: #?\d+)?$/.test(speech.cue) ? 'O.S.' : /^(?:THE )?NARRATOR$/.test(speech.cue) ? 'V.O.' : ''
  if (unseen && !isOffScreen(speech.extensions)) speech.extensions.push(unseen)
}

/** The people of one cue, made where they are new. */
function speakersOf(cue: string, names: ReadonlySet<string>, cast: Cast): string[] {
  const parts = cue.split(/\s*(?:&|\/|\+|\bAND\b|\bUND\b|\bET\b)\s*/).filter((p) => p !== '')
  const together = parts.length > 1 && parts.every((p) => names.has(slug(p)))
  return (together ? parts : [cue]).map((part) => {
    const owner = /^(.+)['’]S VOICE$/.exec(part)?.[1]
    const name = withoutTitle(withoutArticle(owner && names.has(slug(owner)) ? owner : part, names), names)
    const person = cast.get(slug(name)) ?? newPerson(name)
    cast.add(person)
    if (name !== part && !owner) addAlias(person, titleCase(part))
    return person.key
  })
}

/** `THE STRANGER` is `STRANGER` where the script has both cues. */
function withoutArticle(cue: string, names: ReadonlySet<string>): string {
  const bare = /^THE (\S.*)$/.exec(cue)?.[1]
  return bare && names.has(slug(bare)) ? bare : cue
}

/** `DR. OKONKWO` is `OKONKWO` where the script has both cues. */
function withoutTitle(cue: string, names: ReadonlySet<string>): string {
  const bare =
    /^(?:DR|DOCTOR|PROF|PROFESSOR|CAPTAIN|COMMANDER|DETECTIVE|INSPECTOR|SERGEANT|SGT|OFFICER|LT|LIEUTENANT|COLONEL)\.?\s+(\S.*)$/.exec(
      cue,
    )?.[1]
  return bare && names.has(slug(bare)) ? bare : cue
}

/** Finds introductions in an action text: new silent people and groups, descriptions of those who have a cue. */
function introduce(text: string, line: number, cast: Cast): void {
  const shouted = !/\p{Ll}/u.test(text)
  const lineOf = lineCounter(text, line)
  const runs = capsRuns(text)
  const found: (Person | undefined)[] = []
  const read = (i: number, listed: boolean) => {
    const run = runs[i] as CapsRun
    if (run.words.every((w) => NOT_NAMES.has(w.toLowerCase().replace(/\./g, ''))) || isApposition(text, run, runs[i + 1])) return
    const group = groupOf(text, run)
    const known = cast.named(run.words) ?? (group === undefined ? undefined : sameGroup(run, cast))
    const intro = known?.description ? NO_INTRODUCTION : readIntroduction(text, run, group !== undefined)
    const person = known ?? (shouted && !intro.person ? undefined : newcomer(run, listed ? { ...intro, person: true } : intro, group))
    if (!person) return
    // GUARDS who speak as one are as many as their first words say.
    if (group !== undefined && person.count === 1 && slug(run.text) === person.key) person.count = group
    found[i] = person
    cast.add(person)
    addDescription(person, run, intro, lineOf(run.start))
  }
  for (let i = 0; i < runs.length; i++) read(i, found[i - 1] !== undefined && areListed(text, runs[i - 1], runs[i]))
  for (let i = runs.length - 2; i >= 0; i--) if (!found[i] && found[i + 1] && areListed(text, runs[i], runs[i + 1])) read(i, true)
}

/** `A NURSE, MEI-LING (30)`: what somebody is, before who it is. */
const isApposition = (text: string, run: CapsRun, next: CapsRun | undefined) =>
  next !== undefined &&
  isGenericName(run.text) &&
  !isGenericName(next.text) &&
  text.slice(run.end, next.start) === ', ' &&
  /^\s*\(/.test(text.slice(next.end)) &&
  /\b(?:a|an|the|his|her|their|another)\s+$/i.test(text.slice(0, run.start))

/** `ALICE, BOB and CHARLIE`: who stands in a row with people is one of them. */
const areListed = (text: string, before: CapsRun | undefined, run: CapsRun | undefined) =>
  before !== undefined &&
  run !== undefined &&
  !before.possessive &&
  run.start - before.end < 8 &&
  /^(?:,|,? and|,? und|,? et|,? y| &) $/.test(text.slice(before.end, run.start))

function newcomer(run: CapsRun, intro: Introduction, group: number | undefined): Person | undefined {
  if (run.possessive) return undefined
  if (group !== undefined) return newPerson(run.text, group)
  const last = run.words.at(-1)?.toLowerCase() ?? ''
  const noun = PERSON_NOUNS.has(last) && run.words.slice(0, -1).every((w) => !/['’]S$/.test(w))
  // A COAT RACK may have a hat, and a PHONE be old: of known things an age or a noun must say that it is somebody.
  const thing = categoriesOf(singular(last)).length > 0
  return noun || (thing ? intro.certain : intro.person) ? newPerson(run.text) : undefined
}

function addDescription(person: Person, run: CapsRun, intro: Introduction, line: number): void {
  if (person.description === '' && intro.description !== '') {
    person.description = intro.description
    person.descriptionLine = line
  }
  if (slug(run.text) === person.key || isGenericName(run.text)) return
  const own = nameWords(person.name)
  addAlias(person, titleCase(run.text))
  for (const word of run.words) {
    const plain = word.toLowerCase().replace(/\./g, '')
    if (!own.includes(plain) && !isGenericWord(plain)) addAlias(person, titleCase(word))
  }
}

/** How many a run means (`TWO MEN`, `a dozen SOLDIERS`, CROWD); undefined when it means one. */
function groupOf(text: string, run: CapsRun): number | undefined {
  const words = run.words.map((w) => w.toLowerCase())
  const last = words.at(-1) ?? ''
  const noun =
    GROUP_NOUNS.has(last) || singularPerson(last) !== undefined
      ? last
      : words[1] === 'of' && GROUP_NOUNS.has(words[0] ?? '')
        ? (words[0] as string)
        : undefined
  if (!noun) return undefined
  const before = wordsOf(text.slice(Math.max(0, run.start - 24), run.start))
    .slice(-2)
    .map((w) => w.text.toLowerCase())
  for (const word of [...words, ...before.reverse()]) {
    const n = NUMBER_WORDS.get(word) ?? (/^\d{1,2}$/.test(word) ? Number(word) : undefined)
    if (n && n > 1) return n
  }
  return GROUP_NOUNS.get(noun) ?? 3
}

/** The group met before that `MEN` means after `TWO MEN`. */
function sameGroup(run: CapsRun, cast: Cast): Person | undefined {
  if (run.words.length !== 1) return undefined
  const last = run.words[0]?.toLowerCase() ?? ''
  return cast.withWord(last).find((p) => p.count > 1 && nameWords(p.name).at(-1) === last)
}

/** FIRST MAN, or `the Second Man` in action, are members of TWO MEN and look like them. */
function findMembers(elements: readonly DraftElement[], cast: Cast): void {
  const groups = new Map<string, Person>()
  for (const p of cast.all()) {
    const noun = p.count > 1 ? singularPerson(nameWords(p.name).at(-1) ?? '') : undefined
    if (noun && !groups.has(noun)) groups.set(noun, p)
  }
  if (groups.size === 0) return
  const sizes = new Map<string, number>()
  const join = (person: Person, group: Person) => {
    if (person.memberOf) return
    person.memberOf = group.key
    sizes.set(group.key, (sizes.get(group.key) ?? 0) + 1)
    if (person.description === '') [person.description, person.descriptionLine] = [group.description, group.descriptionLine]
  }
  for (const person of cast.all()) {
    const [first = '', second = '', third] = nameWords(person.name)
    const noun = ORDINALS.has(first) ? second : /^#?\d$/.test(second) ? first : ''
    const group = third === undefined ? groups.get(noun) : undefined
    if (group && person.count === 1) join(person, group)
  }
  for (const element of elements) {
    if (element.kind !== 'action') continue
    const words = wordsOf(element.text)
    for (let i = 0; i + 1 < words.length; i++) {
      const [first, second] = [words[i]?.text ?? '', words[i + 1]?.text ?? '']
      const group = /^\p{Lu}/u.test(second) && ORDINALS.has(first.toLowerCase()) ? groups.get(second.toLowerCase()) : undefined
      if (!group || !/^\p{Lu}/u.test(first) || (sizes.get(group.key) ?? 0) >= group.count) continue
      const person = newPerson(`${first} ${second}`.toUpperCase())
      if (cast.get(person.key)) continue
      cast.add(person)
      join(person, group)
    }
  }
}

/** Makes a person of everybody who does something and has no name, unless somebody of the script is one: a WAITER is `a waiter`. */
function addUnnamed(text: string, line: number, cast: Cast): void {
  const lineOf = lineCounter(text, line)
  for (const { said, name, description, at } of unnamedPeople(text)) {
    const known = cast.get(slug(name))
    if (!known && cast.withWord(nameWords(name).at(-1) ?? '').length > 0) continue
    const person = known ?? newPerson(name)
    cast.add(person)
    if (!known) [person.description, person.descriptionLine] = [description, lineOf(at)]
    addAlias(person, said)
  }
}

/** First and last names by themselves mean their owner: `KATE LIPPI` is Kate, and Lippi. */
function addOwnNames(cast: Cast): void {
  for (const person of cast.all()) {
    const words = nameWords(person.name)
    if (words.length < 2 || person.count > 1 || words.includes('voice')) continue
    for (const word of words) if (!isGenericWord(word) && !TITLES.has(word) && !/['’]s$/.test(word)) addAlias(person, titleCase(word))
  }
}
