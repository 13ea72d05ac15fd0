import { didYouMean, type Habit, MANNERISMS, type Mannerism } from '../../film'
import { MANNERISM_WORDS } from './mannerism-words'

const OWN = '(?:his|her|their|the|both|one)'
/** Ways to rest the hands by what the trade writes of them. */
const RESTS: readonly (readonly [habit: Habit, words: RegExp])[] = [
  ['drums', /\b(?:drum(?:s|ming)?|tap(?:s|ping)?|fidget(?:s|ing|y)?)\b[^.;]{0,24}\bfingers?\b|\bfidget(?:s|ing|y)\b/],
  ['folded', new RegExp(`\\barms? (?:always |usually |tightly )*(?:folded|crossed)|\\b(?:fold|cross)(?:s|es|ed|ing)? ${OWN} arms`)],
  ['behind', new RegExp(`\\bhands? (?:\\w+ ){0,2}behind ${OWN} back`)],
  ['pocket', new RegExp(`\\b(?:a|one|left|right) hand (?:\\w+ ){0,2}in (?:a|${OWN}) (?:\\w+ )?pocket\\b`)],
  ['pockets', /\bhands (?:\w+ ){0,3}in (?:\w+ ){0,2}pockets?\b/],
  ['hip', /\bhands? on (?:\w+ )?hips?\b|\b(?:arms )?akimbo\b/],
  ['clasped', new RegExp(`\\bhands (?:always )?(?:clasped|folded)\\b(?! behind)|\\b(?:clasp)(?:s|ing)? ${OWN} hands\\b`)],
]

/** What says that something is not done once: `always`, `never stops`, `has a habit of`, `a man who`. */
const ALWAYS =
  /\b(?:always|constant(?:ly)?|forever|perpetual(?:ly)?|continual(?:ly)?|compulsive(?:ly)?|habit(?:s|ual|ually)?|tends? to|tendency|given to|prone to|keeps?|kept|never stops?|can(?:no|’|')?t (?:stop|help)|stops? never|a lot|often|incessant(?:ly)?|nervous(?:ly)?|chronic|again and again|every (?:few|time|other)|when(?:ever)? (?:he|she|they|nervous|thinking|lying)|tics?|twitch(?:es|y)?|mannerisms?|who)\b/

/** The rests and mannerisms that a text tells of somebody: `keeps her hands in her pockets`, `chews her lip`, `never stops tapping his foot`. */
export function readHabits(text: string): Habit[] {
  const lower = text.toLowerCase()
  const habits = new Set<Habit>(RESTS.flatMap(([habit, words]) => (words.test(lower) ? [habit] : [])))
  // What is told as done once counts only in a clause that says it is always done.
  const clauses = lower.split(/[.;:!?]+/)
  for (const { mannerism, said, once } of MANNERISM_WORDS)
    if (clauses.some((c) => said.test(c) && (!once || ALWAYS.test(c)))) habits.add(mannerism)
  // And by the names that they have here.
  const plain = lower.replaceAll('-', ' ')
  for (const m of MANNERISMS) if (m.includes('-') && plain.includes(m.replaceAll('-', ' '))) habits.add(m)
  if (habits.has('rocks-on-heels')) habits.delete('sways')
  if (habits.has('avoids-eyes')) habits.delete('stares')
  return [...habits]
}

/** The mannerism that words come nearest to: for a question back. */
export function nearestMannerism(text: string): Mannerism | undefined {
  const words = text
    .toLowerCase()
    .split(/[^a-z]+/)
    .filter((w) => w.length > 2 && !/^(?:the|his|her|their|always|and|with|often)$/.test(w))
  return (didYouMean(words.join('-'), MANNERISMS) as Mannerism | undefined) ?? bestOf(words)
}

/** The mannerism with a word that one of some words may be meant for; the more, the better. */
function bestOf(words: readonly string[]): Mannerism | undefined {
  let best: Mannerism | undefined
  let most = 0
  for (const m of MANNERISMS) {
    const parts = m.split('-')
    const near = parts.filter((p) => words.some((w) => didYouMean(w, [p]) !== undefined)).length / parts.length
    if (near > most) [best, most] = [m, near]
  }
  return most >= 0.5 ? best : undefined
}
