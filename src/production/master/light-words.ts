import { readMood } from '../../departments/lighting'
import type { DataPath } from './read-yaml'
import { type Resolving, sayAt } from './resolve-bases'

/** Words for light that the lighting knows; others are said. */
export function lightWords(r: Resolving, words: readonly string[], path: DataPath): string[] {
  return words.filter((word) => {
    // What is so anyway needs no word.
    if (
      /^(?:clear|sunny|dry|fair|neutral|natural|soft|calm|normal|none|auto|(?:day|moon|sun)light|day|night|dawn|dusk|sunset|sunrise)$/i.test(
        word,
      )
    )
      return /sunset|sunrise/i.test(word)
    const known = readMood([word]).why.length > 0
    if (!known)
      sayAt(
        r,
        'warning',
        'film.light-words',
        path,
        `the lighting knows nothing of ${word}`,
        'words it knows: rain, drizzle, storm, snow, fog, mist, wind, overcast, noon, golden hour, candle, neon, flicker, blackout',
        word,
      )
    return known
  })
}
