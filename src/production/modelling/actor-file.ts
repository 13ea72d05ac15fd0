import type { PlannedFilm } from '../phases'
import { characterNamed } from '../sprites'
import { actorModel } from './actor-model'

/**
 * Somebody of a film as a rigged model for other programs: glTF 2.0 binary with VRM 1.0's humanoid and expressions, and what
 * they can do as animations.
 * @throws RangeError for a name that nobody has, and for who has a model of the user's already.
 */
export async function actorFile(film: Pick<PlannedFilm, 'script' | 'store'>, name: string): Promise<Uint8Array> {
  const spec = characterNamed(film, name)
  if (spec.model) throw new RangeError(`character: ${spec.name} is a model of yours already`)
  return actorModel(spec)
}
