import { alignWords } from './align-words'
import type { Pronounced } from './flite'
import type { PhoneInTime } from './phone-in-time'

/** Words that carry no stress in a sentence, though the dictionary gives them one. */
const LIGHT = new Set(
  `a an the to of and or in on at it its is i he she we as for from you my me be by was are am were that with but if so than then us our
  your his her him them they their this will would can could shall should do does did has have had been i'm i'll i'd i've it's he's she's
  we're they're you're you've you'll that's there there's`.split(/\s+/),
)

/** The words of a phrase, as it is said. */
export const wordsOf = (text: string): string[] => text.split(' ').map((w) => w.replace(/,+$/, ''))

/**
 * Says of each phone which word it belongs to, and whether its syllable is stressed.
 * @param text the phrase.
 * @param alone how the phrase, and then each of its words by itself, is pronounced.
 */
export function markWords(phones: readonly PhoneInTime[], text: string, alone: readonly (readonly Pronounced[])[]): PhoneInTime[] {
  const sounding = (list: readonly Pronounced[]) => list.filter((p) => p.phone !== 'pau')
  const [phrase = [], ...each] = alone.map(sounding)
  const words = wordsOf(text).map((w) => ({ text: w }))
  const said = phones.filter((p) => p.phone !== 'pau').map((p) => p.phone)
  const counts = alignWords(said, each)
  const owners = words.flatMap((word, i) => Array.from({ length: counts[i] ?? 0 }, () => word))
  let i = 0
  return phones.map((p) => {
    if (p.phone === 'pau') return p
    const word = owners[i]
    const known = phrase[i++]
    const isLight = words.length > 1 && LIGHT.has(word?.text.toLowerCase() ?? '')
    const stressed = known?.stressed === true && known.phone === p.phone && !isLight
    return { ...p, ...(stressed ? { stressed } : {}), ...(word ? { word } : {}) }
  })
}
