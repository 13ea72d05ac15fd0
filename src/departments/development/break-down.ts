import type { Breakdown, Script } from '../../film'
import { capsRuns, lineCounter, type Word, wordsOf } from './caps-runs'
import { type Category, categoriesOf, singular } from './lexicon'
import { type FindMentions, mentionFinder } from './mentions'
import { NOT_NAMES } from './people-words'
import { nameWords, type Person } from './person'
import { baseVerb } from './verbs'

type SceneItems = Breakdown['scenes'][number]
type Item = SceneItems['items'][number]

/**
 * Lists what each scene needs: cast and extras; props, vehicles, animals, weather, light and sounds that its action
 * lines name; and its physical actions. By look-up in an English lexicon; words in capitals that it does not know
 * are taken for props. An item is listed once a scene, at its first mention; actions at each.
 */
export function breakDown(script: Script): Breakdown {
  const people = script.characters.map((c): Person => ({ ...c, aliases: [...c.aliases] }))
  const byKey = new Map(people.map((p) => [p.key, p]))
  const mentions = mentionFinder(people)
  const names = wordsOfNames(people)
  return { schema: 'Breakdown', version: '1.0.0', scenes: script.scenes.map((scene) => breakDownScene(scene, byKey, mentions, names)) }
}

function breakDownScene(
  scene: Script['scenes'][number],
  people: ReadonlyMap<string, Person>,
  mentions: FindMentions,
  names: ReadonlySet<string>,
): SceneItems {
  const items: Item[] = []
  const seen = new Set<string>()
  const add = (category: Category, name: string, text: string, line: number) => {
    if (seen.has(`${category} ${name}`)) return
    seen.add(`${category} ${name}`)
    items.push({ category, name, text, line })
  }
  const addPerson = (key: string, text: string, line: number) => {
    const person = people.get(key)
    if (person) add(person.count > 1 ? 'extras' : 'cast', key, text, line)
  }
  for (const element of scene.elements) {
    if (element.kind === 'dialogue') addPerson(element.character, element.cue, element.line)
    if (element.kind !== 'action') continue
    for (const key of mentions(element.text)) addPerson(key, people.get(key)?.name ?? key, element.line)
    for (const item of itemsOf(element.text, element.line, names)) {
      if (item.category === 'action') items.push(item)
      else add(item.category, item.name, item.text, item.line)
    }
  }
  return { sceneKey: scene.key, items }
}

/** What one action text names, in order. */
function* itemsOf(text: string, firstLine: number, nameWordsOfCast: ReadonlySet<string>): Generator<Item> {
  const words = wordsOf(text)
  const lineOf = lineCounter(text, firstLine)
  for (const [i, word] of words.entries()) {
    const plain = word.text.toLowerCase().replace(/['’]s$/, '')
    const line = lineOf(word.start)
    const verb = baseVerb(plain)
    const before = words[i - 1]
    if (verb && readsAsVerb(plain, before, words[i + 1], text, word)) {
      yield { category: 'action', name: verb, text: word.text, line }
      continue
    }
    const noun = singular(plain)
    const toy = TOYS.test(before?.text ?? '')
    for (const category of new Set(categoriesOf(noun).map((c) => (toy && (c === 'animal' || c === 'vehicle') ? 'prop' : c))))
      yield { category, name: noun, text: word.text, line }
  }
  if (!/\p{Ll}/u.test(text)) return
  for (const run of capsRuns(text)) {
    const name = run.text.toLowerCase()
    const known = run.words.some(
      (w) => categoriesOf(singular(w.toLowerCase())).length > 0 || baseVerb(w.toLowerCase()) || NOT_NAMES.has(w.toLowerCase()),
    )
    if (!known && !run.words.some((w) => nameWordsOfCast.has(w.toLowerCase().replace(/\./g, ''))))
      yield { category: 'prop', name, text: run.text, line: lineOf(run.start) }
  }
}

/** Words in -ing that say what a thing is for when a noun follows: reading glasses, a parking lot. */
const PURPOSES =
  /^(?:reading|cutting|rocking|dining|sleeping|swimming|washing|fishing|frying|serving|walking|writing|drawing|shopping|sewing|rowing|diving|parking|waiting|dressing|driving)$/
/** Words that follow a verb rather than the noun it looks like. */
const AFTER_VERB =
  /^(?:to|into|at|the|a|an|his|her|their|its|it|him|them|up|down|along|across|in|on|around|away|out|off|past|through|towards?|by|over|under|with|alone|and|back|from|after|behind|slowly|quickly)$/
const BEFORE_NOUN =
  /^(?:a|an|the|his|her|their|its|my|your|our|this|that|one|two|three|four|no|some|of|with|in|on|at|from|by|for|without|into)$/

/** Many nouns and adjectives are verbs too (a ring, the light, lean): a verb stands after who or what does it. */
function readsAsVerb(word: string, before: Word | undefined, after: Word | undefined, text: string, self: Word): boolean {
  const previous = before?.text.toLowerCase() ?? ''
  const next = after?.text.toLowerCase() ?? ''
  const adjacent = before !== undefined && text.slice(before.end, self.start) === ' '
  if (adjacent && (BEFORE_NOUN.test(previous) || /['’]s$/.test(previous))) return false
  if (PURPOSES.test(word) && after && text.slice(self.end, after.start) === ' ' && !AFTER_VERB.test(next)) return false
  const afterName = adjacent && /^\p{Lu}/u.test(before.text) && !BEFORE_NOUN.test(previous)
  const opens = before !== undefined && /(?:^|[.!?:]\s*)$/.test(text.slice(Math.max(0, before.start - 3), before.start))
  const both = categoriesOf(singular(word)).length > 0
  // Base forms: `they wait`, `to run`, `Mirjam and Jannik watch`, `the men stop`.
  if (baseVerb(word) === word)
    return (
      adjacent &&
      (/^(?:to|they|we|who|and|then|both|don['’]t|doesn['’]t|not|can|will|neither|all)$/.test(previous) ||
        (afterName && !opens) ||
        (!both && /[^s]s$|men$/.test(previous)))
    )
  if (!both) return true
  if (!after) return false
  if (word.endsWith('s') && /^(?:to|at|the|his|her|into)$/.test(next)) return true
  return (
    afterName ||
    (adjacent && word.endsWith('s') && (/^(?:he|she|it|who|and|then)$/.test(previous) || categoriesOf(singular(previous)).length > 0))
  )
}

/** What a toy stands for is not there. */
const TOYS = /^(?:wooden|toy|stuffed|plastic|paper|rocking|tin|carved|painted|porcelain|inflatable)$/i

/** Every word of every name. */
const wordsOfNames = (people: readonly Person[]): ReadonlySet<string> =>
  new Set(people.flatMap((p) => [p.name, ...p.aliases].flatMap(nameWords)))
