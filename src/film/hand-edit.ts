import { type Value, Vec3, z } from './value'

/** A number, words (a rig, a thing, a gel), or a place. */
const Edited = z.union([z.number(), z.string().max(120), Vec3])

/**
 * Something that was changed by hand, laid over what is planned. Targets are keys, which are anchored in the script's words: an
 * edit outlives scenes that are put in front. What can be edited:
 * - of a shot (`target` is its key): of the points of its camera's way `camera.keys.N.position` and `camera.keys.N.target`, metres,
 *   `camera.keys.N.at`, seconds from its start (of an N that is not planned: one point more, where the camera is then), and
 *   `camera.keys.N.gone` (1); `camera.lensMm`, millimetres;
 *   `camera.fStop`; `camera.focusM`, metres; `camera.handheld`, 0 to 1; `camera.ease` (smooth, linear); `camera.move` (push-in …); `camera.mount` (bonnet …); `camera.tilt` (up) and
 *   `camera.roll` (clockwise), degrees over what is planned.
 * - of a scene: `people.KEY`, where somebody stands or sits: `base` says which of their places, metres.
 * - of a scene, or of one shot of it: `light.rig`, in words (`noir lighting 8:1 key from the left`, or the key's side alone); `air.` and
 *   `preset` (one of AIR_PRESETS, or `clear`), `density` (times the preset), `height` (metres), `drift` (m/s), `colour` (#rrggbb); `lamps.NAME.` and
 *   `position`, `target` (metres), `stops` (over what is planned), `kelvin`, `gel` (a correction, or #rrggbb), `beam` (degrees,
 *   all of it), `soft` (0 to 1), `on` (1, 0), or `add` (where a lamp that nobody planned stands). NAME is a lamp's role, or its practical's key.
 *   `grade.stops` (of exposure), `grade.kelvin` (of a white that the picture is tinted to), `grade.contrast`, `grade.saturation` (factors).
 * - of a scene: `light.time`, when it plays, in words (`dawn`, `day`, `dusk`, `night`), whatever its heading says.
 * - of a set (`target` is its location's key, so of all its scenes): `things.KEY.` and `position`, `turn` (degrees: 0 towards
 *   +z), `prop` (what stands there instead), `gone` (1), or `add` (what is put there under a new key).
 */
export const HandEdit = z.object({
  target: z.string(),
  path: z.string(),
  value: Edited,
  /** What the plan said when it was made. */
  base: Edited,
})
export type HandEdit = Value<z.infer<typeof HandEdit>>

const LAMP_FIELDS = ['add', 'position', 'target', 'stops', 'kelvin', 'gel', 'beam', 'soft', 'on'] as const
const THING_FIELDS = ['add', 'position', 'turn', 'prop', 'gone'] as const
const CAMERA_FIELDS = ['lensMm', 'fStop', 'focusM', 'handheld', 'ease', 'move', 'mount', 'tilt', 'roll'] as const
const CAMERA_POINTS = ['position', 'target', 'at', 'gone'] as const
const GRADE_FIELDS = ['stops', 'kelvin', 'contrast', 'saturation'] as const
const AIR_FIELDS = ['preset', 'density', 'height', 'drift', 'colour'] as const
export type LampField = (typeof LAMP_FIELDS)[number]
export type ThingField = (typeof THING_FIELDS)[number]
export type AirField = (typeof AIR_FIELDS)[number]
export type CameraField = (typeof CAMERA_FIELDS)[number]
export type CameraPoint = (typeof CAMERA_POINTS)[number]
export type GradeField = (typeof GRADE_FIELDS)[number]

/** What of a shot, scene or set an edit changes; undefined for a path that nothing has. */
export type EditPath =
  | { readonly kind: 'key'; readonly index: number; readonly point: CameraPoint }
  | { readonly kind: 'camera'; readonly field: CameraField }
  | { readonly kind: 'person'; readonly key: string }
  | { readonly kind: 'rig' }
  | { readonly kind: 'grade'; readonly field: GradeField }
  | { readonly kind: 'time' }
  | { readonly kind: 'air'; readonly field: AirField }
  | { readonly kind: 'lamp'; readonly name: string; readonly field: LampField }
  | { readonly kind: 'thing'; readonly key: string; readonly field: ThingField }

const isOneOf = <T extends string>(all: readonly T[], word: string): word is T => (all as readonly string[]).includes(word)

/** Takes the path of an edit apart; undefined for one that nothing has. */
export function readEditPath(path: string): EditPath | undefined {
  const [, index, point = ''] = /^camera\.keys\.(\d{1,3})\.([a-z]+)$/.exec(path) ?? []
  if (index && isOneOf(CAMERA_POINTS, point)) return { kind: 'key', index: Number(index), point }
  if (path === 'light.rig') return { kind: 'rig' }
  if (path === 'light.time') return { kind: 'time' }
  if (path.startsWith('people.')) return { kind: 'person', key: path.slice('people.'.length) }
  const [, group = '', name = '', field = ''] = /^(camera|grade|air|lamps|things)(?:\.(.+))?\.([a-zA-Z]+)$/.exec(path) ?? []
  if (group === 'camera' && name === '' && isOneOf(CAMERA_FIELDS, field)) return { kind: 'camera', field }
  if (group === 'grade' && name === '' && isOneOf(GRADE_FIELDS, field)) return { kind: 'grade', field }
  if (group === 'air' && name === '' && isOneOf(AIR_FIELDS, field)) return { kind: 'air', field }
  if (group === 'lamps' && name !== '' && isOneOf(LAMP_FIELDS, field)) return { kind: 'lamp', name, field }
  if (group === 'things' && name !== '' && isOneOf(THING_FIELDS, field)) return { kind: 'thing', key: name, field }
  return undefined
}

/** Adds an edit to others: what it is about is taken back first, and an edit that brings nothing new is none. */
export function withEdit(edits: readonly HandEdit[], edit: HandEdit): readonly HandEdit[] {
  // Somebody who was moved is moved on from where the plan had them.
  const before = edits.find((e) => isSame(e, edit) || (isOf(e, edit) && edit.path.startsWith('people.') && isAt(e.value, edit.base)))
  const others = edits.filter((e) => e !== before)
  const made = before ? { ...edit, base: before.base } : edit
  return isAt(made.value, made.base) ? others : [...others, made]
}

/** Edits without all that is said of one lamp or thing (`lamps.rim`, `things.sofa-1`), or of one value (`camera.mount`). */
export const withoutEditsOf = (edits: readonly HandEdit[], target: string, of: string): readonly HandEdit[] =>
  edits.filter((e) => e.target !== target || (e.path !== of && !e.path.startsWith(`${of}.`)))

/** Edits without one of them. */
export const withoutEdit = (edits: readonly HandEdit[], edit: HandEdit): readonly HandEdit[] => edits.filter((e) => !isSame(e, edit))

const isOf = (a: HandEdit, b: HandEdit): boolean => a.target === b.target && a.path === b.path
/** Places of one person are told apart by where the plan has them; anything else by its path. */
const isSame = (a: HandEdit, b: HandEdit): boolean => isOf(a, b) && (!a.path.startsWith('people.') || isAt(a.base, b.base))

/** Nearer than this two places are one, metres. */
const SAME_M = 0.01

function isAt(a: HandEdit['value'], b: HandEdit['value']): boolean {
  if (typeof a !== 'object' || typeof b !== 'object') return a === b
  return Math.hypot(a[0] - b[0], a[1] - b[1], a[2] - b[2]) < SAME_M
}

/** True for places less than a centimetre apart. */
export const isSamePlace = (a: Vec3, b: Vec3): boolean => isAt(a, b)
