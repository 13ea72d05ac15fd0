import type { Breakdown, Script } from '../../film'
import { capsRuns, type Word, wordsOf } from './caps-runs'
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

/** Words in -ing that say what a thing is for: reading glasses, a fishing rod. */
const PURPOSES =
  /^(?:reading|cutting|rocking|dining|sleeping|swimming|washing|fishing|frying|serving|walking|writing|drawing|shopping|sewing|rowing|diving)$/

/** Nouns that are verbs too (a ring, the light) follow an article or adjective; verbs follow who or what does it. */
function readsAsVerb(word: string, before: Word | undefined, after: Word | undefined, text: string, self: Word): boolean {
  const previous = before?.text.toLowerCase() ?? ''
  if (
    /^(?:a|an|the|his|her|their|its|my|your|our|this|that|one|two|three|four|no|some|of|with|in|on|at|from|by|for|without|into)$/.test(
      previous,
    )
  )
    return false
  if (/['’]s$/.test(previous)) return false
  if (PURPOSES.test(word) && after && categoriesOf(singular(after.text.toLowerCase())).length > 0) return false
  if (categoriesOf(singular(word)).length === 0) return true
  if (!before || !after || text.slice(before.end, self.start) !== ' ') return false
  if (/^\p{Lu}/u.test(before.text)) return !/^(?:the|a|an)$/.test(previous)
  return word.endsWith('s') && (/^(?:he|she|it|who|and|then)$/.test(previous) || categoriesOf(singular(previous)).length > 0)
}

/** What a toy stands for is not there. */
const TOYS = /^(?:wooden|toy|stuffed|plastic|paper|rocking|tin|carved|painted|porcelain|inflatable)$/i

/** Every word of every name. */
const wordsOfNames = (people: readonly Person[]): ReadonlySet<string> =>
  new Set(people.flatMap((p) => [p.name, ...p.aliases].flatMap(nameWords)))

/** Line of a place in a text; places must be asked for in order or are counted anew. */
function lineCounter(text: string, firstLine: number): (at: number) => number {
  let from = 0
  let line = firstLine
  return (at) => {
    if (at < from) [from, line] = [0, firstLine]
    for (let k = text.indexOf('\n', from); k >= 0 && k < at; k = text.indexOf('\n', k + 1)) {
      line++
      from = k + 1
    }
    from = Math.max(from, at)
    return line
  }
}
