import { type Value, Vec3, z } from './value'

/**
 * Something that was moved by hand, laid over what is planned. Targets are keys, which are anchored in the script's words: an
 * edit outlives scenes that are put in front. What can be edited:
 * - of a shot (`target` is its key): `camera.keys.N.position` and `camera.keys.N.target`, metres; `camera.lensMm`, millimetres.
 * - of a scene (`target` is its key): `people.KEY`, where somebody stands or sits: `base` says which of their places, metres.
 */
export const HandEdit = z.object({
  target: z.string(),
  path: z.string(),
  value: z.union([z.number(), Vec3]),
  /** What the plan said when it was made. */
  base: z.union([z.number(), Vec3]),
})
export type HandEdit = Value<z.infer<typeof HandEdit>>

/** What of a shot or scene an edit changes; undefined for a path that nothing has. */
export type EditPath =
  | { readonly kind: 'camera'; readonly index: number; readonly point: 'position' | 'target' }
  | { readonly kind: 'lens' }
  | { readonly kind: 'person'; readonly key: string }

/** Takes the path of an edit apart; undefined for one that nothing has. */
export function readEditPath(path: string): EditPath | undefined {
  const point = /^camera\.keys\.(\d{1,3})\.(position|target)$/.exec(path)
  if (point) return { kind: 'camera', index: Number(point[1]), point: point[2] as 'position' | 'target' }
  if (path === 'camera.lensMm') return { kind: 'lens' }
  return path.startsWith('people.') ? { kind: 'person', key: path.slice('people.'.length) } : undefined
}

/** Adds an edit to others: what it is about is taken back first, and an edit that brings nothing new is none. */
export function withEdit(edits: readonly HandEdit[], edit: HandEdit): readonly HandEdit[] {
  // Somebody who was moved is moved on from where the plan had them.
  const before = edits.find((e) => isSame(e, edit) || (isOf(e, edit) && edit.path.startsWith('people.') && isAt(e.value, edit.base)))
  const others = edits.filter((e) => e !== before)
  const made = before ? { ...edit, base: before.base } : edit
  return isAt(made.value, made.base) ? others : [...others, made]
}

const isOf = (a: HandEdit, b: HandEdit): boolean => a.target === b.target && a.path === b.path
/** Places of one person are told apart by where the plan has them; anything else by its path. */
const isSame = (a: HandEdit, b: HandEdit): boolean => isOf(a, b) && (!a.path.startsWith('people.') || isAt(a.base, b.base))

/** Nearer than this two places are one, metres. */
const SAME_M = 0.01

function isAt(a: HandEdit['value'], b: HandEdit['value']): boolean {
  if (typeof a === 'number' || typeof b === 'number') return a === b
  return Math.hypot(a[0] - b[0], a[1] - b[1], a[2] - b[2]) < SAME_M
}

/** True for places less than a centimetre apart. */
export const isSamePlace = (a: Vec3, b: Vec3): boolean => isAt(a, b)
