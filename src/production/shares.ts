import type { Script } from '../film'

/** Films of fewer scenes are planned by one alone: sending them about takes longer. */
const LEAST_SCENES = 24

/** What one scene is of work beside its elements: a set, light, blocking. In elements. */
const SCENE_WORK = 4

/**
 * Shares a film's scenes out among planners, so that all have as much to do; scenes of one place go to one of them where
 * that can be, since they share the set. A pure function: whoever has the script knows everybody's share.
 * @param first how much the first, who also puts the parts together, takes of an equal share; above 0.
 * @returns for each planner the places of its scenes in the film; in short films all for the first.
 */
export function shareScenes({ scenes }: Pick<Script, 'scenes'>, planners: number, first = 1): number[][] {
  const shares: number[][] = Array.from({ length: planners }, () => [])
  if (planners < 2 || scenes.length < LEAST_SCENES) return [[...scenes.keys()], ...shares.slice(1)]
  const places = new Map<string, number[]>()
  scenes.forEach(({ heading }, i) => {
    const place = `${heading.setting} ${heading.locationKey}`
    const there = places.get(place)
    if (there) there.push(i)
    else places.set(place, [i])
  })
  const work = scenes.map((s) => SCENE_WORK + s.elements.length)
  const all = work.reduce((a, b) => a + b, 0)
  let done = 0
  for (const i of [...places.values()].flat()) {
    const middle = ((done + (work[i] ?? 0) / 2) / all) * (planners - 1 + first)
    shares[middle < first ? 0 : Math.min(planners - 1, 1 + Math.floor(middle - first))]?.push(i)
    done += work[i] ?? 0
  }
  return shares
}
