import { stringify } from 'yaml'
import type { FilmState } from './film-store'

type Casting = FilmState['casting']

/** What is said of people, to be laid over those of a production; nothing when nothing is said. */
export function castingOverrides(casting: Casting): { readonly casting?: readonly Record<string, string>[] } {
  const characters = Object.entries(casting).flatMap(([name, said]) => {
    const words = Object.entries(said).filter((e): e is [string, string] => typeof e[1] === 'string' && e[1].trim() !== '')
    return words.length > 0 ? [{ name, ...Object.fromEntries(words) }] : []
  })
  return characters.length > 0 ? { casting: characters } : {}
}

/** The same as text for a master file; empty when nothing is said. */
export function castingYaml(casting: Casting): string {
  const { casting: characters } = castingOverrides(casting)
  return characters ? stringify({ characters }, { lineWidth: 110 }) : ''
}
