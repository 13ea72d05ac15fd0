import type { HandEdit, PlannedShot, ShotSlice, Vec3 } from '../../film'
import type { PlanHandle } from '../../production/plan-view'

export const TABS = ['set', 'light', 'camera', 'people'] as const
export type Tab = (typeof TABS)[number]

/** What is picked on the plan. */
export interface Picked {
  readonly kind: PlanHandle['kind']
  readonly key: string
}

/** What a tab of the inspector edits with. */
export interface Hand {
  readonly slice: ShotSlice
  readonly shot: PlannedShot
  readonly picked: Picked | undefined
  readonly pick: (picked: Picked | undefined) => void
  /** Lamps and rig of the whole scene, or of this shot. */
  readonly lightOf: 'scene' | 'shot'
  readonly setLightOf: (of: 'scene' | 'shot') => void
  /** Plans the film with edits; one step to be undone. */
  readonly edit: (...edits: readonly HandEdit[]) => Promise<void>
  /** Takes back what a hand said of a lamp or thing. */
  readonly unedit: (target: string, of: string) => Promise<void>
}

/** Which tab has what a handle moves. */
export const tabOf = (kind: PlanHandle['kind']): Tab =>
  kind === 'thing' ? 'set' : kind === 'lamp' || kind === 'lamp-aim' ? 'light' : kind === 'person' ? 'people' : 'camera'

/** Whose lamps are set: the scene's, or this shot's. */
export const lightTarget = ({ shot, lightOf }: Pick<Hand, 'shot' | 'lightOf'>): string => (lightOf === 'shot' ? shot.key : shot.sceneKey)

/** What moving a handle edits: whose, and which of its values. */
export function targetOf({ kind, key }: PlanHandle, hand: Pick<Hand, 'shot' | 'slice' | 'lightOf'>): Pick<HandEdit, 'target' | 'path'> {
  switch (kind) {
    case 'person':
      return { target: hand.shot.sceneKey, path: `people.${key}` }
    case 'thing':
      return { target: hand.slice.set.key, path: `things.${key}.position` }
    case 'lamp':
    case 'lamp-aim':
      return { target: lightTarget(hand), path: `lamps.${key}.${kind === 'lamp' ? 'position' : 'target'}` }
    default:
      return { target: hand.shot.key, path: `camera.keys.${key}.${kind === 'camera' ? 'position' : 'target'}` }
  }
}

/** A value that a hand gave, of all that were; undefined for none. */
export const handValue = (edits: readonly HandEdit[], target: string, path: string): HandEdit['value'] | undefined =>
  edits.findLast((e) => e.target === target && e.path === path)?.value

/** A name for one more lamp or thing, that nothing has, nor had. */
export function newName(of: 'lamps' | 'things', taken: readonly string[], edits: readonly HandEdit[], stem: string): string {
  const all = new Set([...taken, ...edits.flatMap(({ path }) => (path.startsWith(`${of}.`) ? (path.split('.')[1] ?? []) : []))])
  let n = 1
  while (all.has(`${stem}${n}`)) n++
  return `${stem}${n}`
}

/** Things that somebody put into a set are named so. */
export const ADDED_THING = 'hand-'

/** Takes a thing out of its set: one that a hand put there is not there any more. */
export function takeOut({ slice, pick, edit, unedit }: Hand, key: string): void {
  pick(undefined)
  const target = slice.set.key
  void (key.startsWith(ADDED_THING) ? unedit(target, `things.${key}`) : edit({ target, path: `things.${key}.gone`, value: 1, base: 0 }))
}

export const NOWHERE: Vec3 = [0, 0, 0]
