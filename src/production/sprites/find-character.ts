import { type CharacterSpec, didYouMean, slug } from '../../film'
import type { PlannedFilm } from '../phases'

/**
 * The character of that name, as they look where nothing else is said.
 * @throws RangeError naming the film's characters.
 */
export function characterNamed({ script, store }: Pick<PlannedFilm, 'script' | 'store'>, name: string): CharacterSpec {
  const wanted = slug(name)
  const found = script.characters.find((c) => c.key === wanted || [c.name, ...c.aliases].some((n) => slug(n) === wanted))
  const spec = found && store.cast[found.key]
  if (spec) return spec
  const names = script.characters.filter((c) => store.cast[c.key]).map((c) => c.name)
  const near = didYouMean(name, names)
  throw new RangeError(
    `character: there is no ${JSON.stringify(name)}${near ? ` (did you mean ${near}?)` : ''}; the film has ${names.join(', ') || 'nobody'}`,
  )
}
