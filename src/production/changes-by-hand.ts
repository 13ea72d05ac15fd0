import type { ThingChange } from '../departments/art'
import { type AirAsk, airWords, type GradeChange, type LampChange } from '../departments/lighting'
import { ASKED_AMOUNT, CAMERA_MOUNTS, CameraMove, type HandEdit, readEditPath, type SceneShots, TimeOfDay } from '../film'

/** A change, and the edits that it is made of. */
export interface ByHand<T> {
  readonly change: T
  readonly edits: readonly HandEdit[]
}

/** What edits say of lamps, lamp by lamp. */
export function lampsIn(edits: readonly HandEdit[]): ByHand<LampChange>[] {
  return grouped(edits, (edit) => {
    const path = readEditPath(edit.path)
    if (path?.kind !== 'lamp') return
    const { value } = edit
    const field = path.field === 'beam' ? 'beamDeg' : path.field
    return { name: path.name, field, value: field === 'on' ? value !== 0 : value, isOf: KIND_OF_LAMP[path.field] }
  }).map(({ name, fields, edits: own }) => ({ change: { lamp: name, ...fields }, edits: own }))
}

/** What edits say of the things of a set, thing by thing. */
export function thingsIn(edits: readonly HandEdit[], setKey: string): ByHand<ThingChange>[] {
  const own = edits.filter((e) => e.target === setKey)
  return grouped(own, (edit) => {
    const path = readEditPath(edit.path)
    if (path?.kind !== 'thing') return
    const { value } = edit
    const said = path.field === 'gone' ? value !== 0 : path.field === 'turn' && typeof value === 'number' ? (value * Math.PI) / 180 : value
    return { name: path.key, field: path.field === 'turn' ? 'yaw' : path.field, value: said, isOf: KIND_OF_THING[path.field] }
  }).map(({ name, fields, edits: of }) => ({ change: { thing: name, ...fields }, edits: of }))
}

type Kind = 'number' | 'string' | 'object'
const KIND_OF_LAMP: Readonly<Record<string, Kind>> = { add: 'object', position: 'object', target: 'object', gel: 'string' }
const KIND_OF_THING: Readonly<Record<string, Kind>> = { position: 'object', add: 'string', prop: 'string' }

/** Fields by what they are of, in the order of the edits. An edit whose value is none of its field's is left out. */
function grouped(
  edits: readonly HandEdit[],
  read: (
    edit: HandEdit,
  ) => { readonly name: string; readonly field: string; readonly value: unknown; readonly isOf: Kind | undefined } | undefined,
): { readonly name: string; readonly fields: Readonly<Record<string, unknown>>; readonly edits: readonly HandEdit[] }[] {
  const all = new Map<string, { fields: Record<string, unknown>; edits: HandEdit[] }>()
  for (const edit of edits) {
    const said = read(edit)
    if (!said || typeof edit.value !== (said.isOf ?? 'number')) continue
    const one = all.get(said.name) ?? { fields: {}, edits: [] }
    one.fields[said.field] = said.value
    one.edits.push(edit)
    all.set(said.name, one)
  }
  return [...all].map(([name, one]) => ({ name, ...one }))
}

/** How edits want the picture graded, the last word of each kind; undefined where they say nothing of it. */
export function gradeIn(edits: readonly HandEdit[]): GradeChange | undefined {
  const said = edits.flatMap((e) => {
    const path = readEditPath(e.path)
    return path?.kind === 'grade' && typeof e.value === 'number' ? [[path.field, e.value] as const] : []
  })
  return said.length > 0 ? Object.fromEntries(said) : undefined
}

/** The rig that edits ask for, in words; undefined for none. */
function rigIn(edits: readonly HandEdit[]): string | undefined {
  const value = edits.findLast((e) => e.path === 'light.rig')?.value
  return typeof value === 'string' ? value : undefined
}

/** The time of day at which edits have a scene play; undefined for its own. */
export function timeIn(edits: readonly HandEdit[]): TimeOfDay | undefined {
  const value = edits.findLast((e) => e.path === 'light.time')?.value
  const time = TimeOfDay.safeParse(typeof value === 'string' ? value.toUpperCase() : undefined)
  return time.success ? time.data : undefined
}

/** The air that edits ask for, in words; undefined for none. A value that is none of its field's is left out. */
function airIn(edits: readonly HandEdit[]): string | undefined {
  const said: Record<string, unknown> = {}
  for (const { path, value } of edits) {
    const of = readEditPath(path)
    if (of?.kind === 'air' && typeof value === (of.field === 'preset' || of.field === 'colour' ? 'string' : 'number'))
      said[of.field] = value
  }
  if (Object.keys(said).length === 0) return undefined
  return airWords({ preset: 'same', ...said } as AirAsk)
}

/** What edits ask of a light in words: its rig, its air. */
export const lightWordsIn = (edits: readonly HandEdit[]): string[] =>
  [rigIn(edits), airIn(edits)].filter((words): words is string => words !== undefined)

/** What edits of one path say of shots, by the shots' keys. */
function saidOf<T extends string>(edits: readonly HandEdit[], path: string, known: readonly T[]): ReadonlyMap<string, T> {
  return new Map(edits.flatMap((e) => (e.path === path && known.includes(e.value as T) ? [[e.target, e.value as T] as const] : [])))
}

/** A scene's shots with the moves and mounts that a hand gave their cameras. */
export function movedByHand(scene: SceneShots, edits: readonly HandEdit[]): SceneShots {
  const moves = saidOf(edits, 'camera.move', CameraMove.options)
  const mounts = saidOf(edits, 'camera.mount', CAMERA_MOUNTS)
  if (moves.size === 0 && mounts.size === 0) return scene
  return {
    ...scene,
    shots: scene.shots.map((shot) => {
      const [move, mount] = [moves.get(shot.key), mounts.get(shot.key)]
      const moved = move
        ? {
            ...shot,
            move,
            moveAmount: shot.moveAmount ?? ASKED_AMOUNT,
            why: [...shot.why.filter((w) => w.of !== 'move'), { of: 'move' as const, rule: 'set by hand' }],
          }
        : shot
      return mount ? { ...moved, mount } : moved
    }),
  }
}
