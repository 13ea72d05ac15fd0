import type { SetSpec } from '../../film'
import { PROPS } from './catalogue'

/** How near to a thing's top something small stands on it, metres. */
const ON_TOP = 0.25

/** A set without some things, by key: what stands on them goes too, and their light and their marks. The same set for none. */
export function withoutThings(set: SetSpec, keys: readonly string[]): SetSpec {
  if (keys.length === 0) return set
  const gone = new Set(keys)
  // Things on things are not stood on: one round is enough.
  for (const p of set.placements.filter((q) => gone.has(q.key))) {
    const top = p.position[1] + p.size[1]
    for (const q of set.placements) {
      const isSmall = !q.blocks && ['top', undefined].includes(PROPS[q.prop]?.place)
      const far = Math.hypot(q.position[0] - p.position[0], q.position[2] - p.position[2])
      if (isSmall && q.position[1] > 0.2 && q.position[1] <= top + ON_TOP && far < Math.max(p.size[0], p.size[2]) / 2) gone.add(q.key)
    }
  }
  const stays = (of: string | undefined) => of === undefined || !gone.has(of)
  const marks = set.marks.filter((m) => stays(m.of))
  return {
    ...set,
    placements: set.placements.filter((p) => !gone.has(p.key)),
    practicals: set.practicals.filter((p) => stays(p.of)),
    // A film needs four marks in a place: where so many went with their things, all stay.
    marks: marks.length >= 4 ? marks : set.marks,
  }
}
