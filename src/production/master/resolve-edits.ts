import { HandEdit, readEditPath, roundNumbers, type Value } from '../../film'
import { listOf } from './plain-data'
import { type Resolving, sayAt } from './resolve-bases'

/** What was moved by hand, as a master file lists it; undefined for nothing. What is no edit is said and left out. */
export function resolveEdits(r: Resolving): readonly HandEdit[] | undefined {
  const edits = listOf(r.document.data.edits).flatMap((said, i): HandEdit[] => {
    const read = HandEdit.safeParse(said)
    if (read.success && readEditPath(read.data.path)) return [roundNumbers(read.data as Value<HandEdit>)]
    sayAt(
      r,
      'warning',
      'production.edit',
      ['edits', i],
      'this edit moves nothing',
      'write target, path (camera.keys.0.position, camera.lensMm, people.mara), value and base',
    )
    return []
  })
  return edits.length > 0 ? edits : undefined
}
