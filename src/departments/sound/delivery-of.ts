import type { Delivery } from '../../film'

const SAID: readonly (readonly [RegExp, Delivery])[] = [
  [/\b(?:whisper\w*|sotto|under (?:his|her|their) breath|mouth(?:s|ing)|hush(?:ed|es)?)\b/i, 'whisper'],
  [/\b(?:shout\w*|yell\w*|scream\w*|bellow\w*|roar\w*|call(?:s|ing) out|at the top of|holler\w*)\b/i, 'shout'],
  [/\b(?:soft(?:ly)?|quiet(?:ly)?|gentl[ey]|tender(?:ly)?|murmur\w*|mutter\w*|to (?:him|her|them)sel(?:f|ves)|weak(?:ly)?|low)\b/i, 'soft'],
]

/** How a line is said, from its parenthetical, and from capitals that a writer shouts in. */
export function deliveryOf(text: string, manner = ''): Delivery {
  const said = SAID.find(([words]) => words.test(manner))
  if (said) return said[1]
  const letters = text.replace(/[^\p{L}]/gu, '')
  const shouts = letters.length > 4 && letters === letters.toUpperCase() && letters !== letters.toLowerCase()
  return shouts && /!/.test(text) ? 'shout' : 'plain'
}
