import type { Habit } from '../../film'

const OWN = '(?:his|her|their|the|both|one)'
/** Mannerisms by what the trade writes of them. */
const WORDS: readonly (readonly [habit: Habit, words: RegExp])[] = [
  ['drums', /\b(?:drum(?:s|ming)?|tap(?:s|ping)?|fidget(?:s|ing|y)?)\b[^.;]{0,24}\bfingers?\b|\bfidget(?:s|ing|y)\b/],
  ['folded', new RegExp(`\\barms? (?:always |usually |tightly )*(?:folded|crossed)|\\b(?:fold|cross)(?:s|es|ed|ing)? ${OWN} arms`)],
  ['behind', new RegExp(`\\bhands? (?:\\w+ ){0,2}behind ${OWN} back`)],
  ['pocket', new RegExp(`\\b(?:a|one|left|right) hand (?:\\w+ ){0,2}in (?:a|${OWN}) (?:\\w+ )?pocket\\b`)],
  ['pockets', /\bhands (?:\w+ ){0,3}in (?:\w+ ){0,2}pockets?\b/],
  ['hip', /\bhands? on (?:\w+ )?hips?\b|\b(?:arms )?akimbo\b/],
  ['clasped', new RegExp(`\\bhands (?:always )?(?:clasped|folded)\\b(?! behind)|\\b(?:clasp|wring)(?:s|ing)? ${OWN} hands\\b`)],
]

/** The mannerisms of the hands that a text tells of somebody: `keeps her hands in her pockets`, `always drums his fingers`. */
export function readHabits(text: string): Habit[] {
  const lower = text.toLowerCase()
  return WORDS.flatMap(([habit, words]) => (words.test(lower) ? [habit] : []))
}
