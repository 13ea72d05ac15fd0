import { actorModel, propModel, setModel } from '../modelling'
import { type CatalogueKind, catalogueEntry, wearerOf } from './catalogue'
import { setInStore } from './catalogue-sheet'

/**
 * Something in store as a glTF 2.0 binary for other programs.
 * @throws RangeError for a name that nothing has, and for materials, which have no shape.
 */
export async function catalogueFile(kind: CatalogueKind, name: string): Promise<Uint8Array> {
  const entry = catalogueEntry(kind, name)
  if (kind === 'materials') throw new RangeError('name: a material has no shape; take a thing or a set that has it')
  if (kind === 'costumes') return actorModel(wearerOf(entry))
  return kind === 'props' ? propModel(entry.name) : setModel(setInStore(entry.name))
}
