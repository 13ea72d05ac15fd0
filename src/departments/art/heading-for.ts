import { PLACES } from './place-words'
import { readPlace } from './read-place'

/** A heading's words. */
export interface PlaceHeading {
  readonly location: string
  readonly setting: 'INT' | 'EXT'
}

/** The shortest way to ask for a kind of set in a heading; undefined for kinds that no word names by itself. */
export function headingFor(kind: string): PlaceHeading | undefined {
  const words = PLACES.filter((p) => p.inside === kind || p.outside === kind).flatMap((p) => p.words.split(' '))
  for (const location of [kind.replaceAll('-', ' '), ...words])
    for (const setting of ['INT', 'EXT'] as const)
      if (readPlace(location, setting).kind === kind) return { location: location.toUpperCase(), setting }
  return undefined
}
