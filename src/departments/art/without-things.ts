import type { Placement, SetSpec } from '../../film'
import { PROPS } from './catalogue'

/** How near to a thing's top something small stands on it, metres. */
export const ON_TOP = 0.25

/** Keys of the small things that stand on a thing. Things on things are not stood on. */
export function thingsOn(set: Pick<SetSpec, 'placements'>, p: Placement): string[] {
  const top = p.position[1] + p.size[1]
  return set.placements.flatMap((q) => {
    const isSmall = !q.blocks && ['top', undefined].includes(PROPS[q.prop]?.place)
    const far = Math.hypot(q.position[0] - p.position[0], q.position[2] - p.position[2])
    const isOn = q !== p && isSmall && q.position[1] > 0.2 && q.position[1] <= top + ON_TOP && far < Math.max(p.size[0], p.size[2]) / 2
    return isOn ? [q.key] : []
  })
}

/** A set without some things, by key: what stands on them goes too, and their light and their marks. The same set for none. */
export function withoutThings(set: SetSpec, keys: readonly string[]): SetSpec {
  if (keys.length === 0) return set
  const gone = new Set(keys)
  for (const p of set.placements.filter((q) => keys.includes(q.key))) for (const key of thingsOn(set, p)) gone.add(key)
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
