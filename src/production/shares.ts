import type { Script } from '../film'

/** Films of fewer scenes are planned by one alone: sending them about takes longer. */
const LEAST_SCENES = 24

/** What one scene is of work beside its elements: a set, light, blocking. In elements. */
const SCENE_WORK = 4

/** Portions for each planner: small enough that all end together, large enough that little is sent about. */
const PORTIONS = 16

/**
 * Cuts a film's scenes into portions of about the same work, to be planned by whoever has nothing to do; scenes of one place
 * stand together, since they share the set.
 * @returns the places of each portion's scenes in the film; of short films, and where one plans alone, a single portion.
 */
export function portionsOf({ scenes }: Pick<Script, 'scenes'>, planners: number): number[][] {
  if (planners < 2 || scenes.length < LEAST_SCENES) return [[...scenes.keys()]]
  const places = new Map<string, number[]>()
  scenes.forEach(({ heading }, i) => {
    const place = `${heading.setting} ${heading.locationKey}`
    const there = places.get(place)
    if (there) there.push(i)
    else places.set(place, [i])
  })
  const work = scenes.map((s) => SCENE_WORK + s.elements.length)
  const all = work.reduce((a, b) => a + b, 0)
  const portions: number[][] = Array.from({ length: planners * PORTIONS }, () => [])
  let done = 0
  for (const i of [...places.values()].flat()) {
    const mine = work[i] ?? 0
    const middle = (done + mine / 2) / all
    portions[Math.min(portions.length - 1, Math.floor(middle * portions.length))]?.push(i)
    done += mine
  }
  return portions.filter((p) => p.length > 0)
}
