import { actorGlb } from '../../stage'
import type { PlannedFilm } from '../phases'
import { characterNamed } from '../sprites'

/**
 * Somebody of a film as a rigged model for other programs: glTF 2.0 binary with VRM 1.0's humanoid and expressions.
 * @throws RangeError for a name that nobody has, and for who has a model of the user's already.
 */
export function actorFile(film: Pick<PlannedFilm, 'script' | 'store'>, name: string): Uint8Array {
  const spec = characterNamed(film, name)
  if (spec.model) throw new RangeError(`character: ${spec.name} is a model of yours already`)
  return actorGlb(spec)
}
