import { defined, fieldsOf, textOf } from './plain-data'
import { type Resolving, sayAt } from './resolve-bases'
import type { ResolvedShot, ResolvedTake } from './resolved'
import { readShotName } from './scenes'

/** Name of what a shot is where nothing varies it. */
export const FIRST_TAKE = 'v1'

/** Which takes are in the film, as the section `takes:` says it; undefined for nothing. */
export function resolveTakes(r: Resolving): readonly ResolvedTake[] | undefined {
  const takes = Object.entries(fieldsOf(r.document.data.takes)).flatMap(([name, value]): ResolvedTake[] => {
    const address = readShotName(name)
    const take = textOf(value)
    if (address && take !== undefined) return [defined({ scene: address.scene, number: address.shot, take }) as ResolvedTake]
    sayAt(r, 'warning', 'production.take', ['takes', name], `${name} is no shot of the script`, 'write sc3.sh2: v2', name)
    return []
  })
  return takes.length > 0 ? takes : undefined
}

/** Name of a shot without that of its take. */
const ownName = ({ name, take }: ResolvedShot): string => (name.endsWith(`.${take}`) ? name.slice(0, -1 - (take ?? '').length) : name)

/** The listed takes of each shot that has several. */
export function takesOf(shots: readonly ResolvedShot[]): readonly (readonly ResolvedShot[])[] {
  const groups = new Map<string, ResolvedShot[]>()
  for (const shot of shots) {
    if (shot.take === undefined) continue
    const key = `${shot.scene ?? ''}/${shot.number ?? ownName(shot)}`
    groups.set(key, [...(groups.get(key) ?? []), shot])
  }
  return [...groups.values()].filter((g) => new Set(g.map((s) => s.take)).size > 1)
}

/** The take of a shot that is in the film: the one chosen under `takes:`, by the shot itself, the shot as it varies nothing, or the last one listed. */
export function chosenTake(group: readonly ResolvedShot[], takes: readonly ResolvedTake[] = []): string | undefined {
  const of = (t: ResolvedTake) => t.number === group[0]?.number && (t.scene === undefined || t.scene === group[0]?.scene)
  const named = takes.findLast(of)?.take ?? group.find((s) => s.chosen !== undefined)?.chosen
  if (named !== undefined && group.some((s) => s.take === named)) return named
  return group.some((s) => s.take === FIRST_TAKE) ? FIRST_TAKE : group.at(-1)?.take
}

/** The shots of a script that are in its film: of several takes of one the chosen. */
export function shotsInFilm(shots: readonly ResolvedShot[], takes?: readonly ResolvedTake[]): readonly ResolvedShot[] {
  const left = new Set(
    takesOf(shots).flatMap((group) => {
      const chosen = chosenTake(group, takes)
      return group.filter((s) => s.take !== chosen)
    }),
  )
  return shots.filter((s) => !left.has(s))
}
