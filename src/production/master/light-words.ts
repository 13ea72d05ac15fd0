import { airNamed, airWords, RIG_NAMES, readAir, readMood, readRig, rigForMood, rigNamed, rigWords } from '../../departments/lighting'
import type { DataPath } from './read-yaml'
import { type Resolving, sayAt } from './resolve-bases'

/** Words for light that the lighting knows; others are said. */
export function lightWords(r: Resolving, words: readonly string[], path: DataPath): string[] {
  return words.flatMap((word) => {
    const rig = rigNamed(word) ?? rigForMood(word)
    if (rig) return [rigWords({ name: rig })]
    const air = airNamed(word)
    // Fog is weather: its sky is grey.
    if (air && air !== 'clear' && air !== 'fog') return [airWords({ preset: air })]
    if (readRig([word]) || readAir([word])) return [word]
    return isWeather(r, word, path) ? [word] : []
  })
}

/** Whether the lighting has a use for a word of weather or mood. */
function isWeather(r: Resolving, word: string, path: DataPath): boolean {
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
      `words it knows: rain, drizzle, storm, snow, fog, mist, wind, overcast, noon, golden hour, candle, neon, flicker, blackout, shafts, haze, smoke, underwater; and rigs: ${RIG_NAMES.join(', ')}`,
      word,
    )
  return known
}
