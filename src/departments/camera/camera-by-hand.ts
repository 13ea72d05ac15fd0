import { type CameraField, type CameraPlan, type HandEdit, readEditPath } from '../../film'

/** A camera as somebody put it, and the edits that find nothing in it. */
export interface CameraByHand {
  readonly camera: CameraPlan
  readonly lost: readonly HandEdit[]
}

/** What a hand may set a camera to: lenses, millimetres; stops; metres; unrest, 0 to 1. */
export const CAMERA_RANGES = {
  lensMm: [8, 400],
  fStop: [0.95, 32],
  focusM: [0.1, 500],
  handheld: [0, 1],
} as const satisfies Partial<Record<CameraField, readonly [number, number]>>

/** Lays what was changed by hand over a shot's camera. Edits of anything else than cameras are lost on it; its move is the shot's. */
export function cameraByHand(camera: CameraPlan, edits: readonly HandEdit[]): CameraByHand {
  const lost: HandEdit[] = []
  let made = camera
  for (const edit of edits) {
    const changed = changedBy(made, edit)
    if (changed) made = changed
    else lost.push(edit)
  }
  return made === camera ? { camera, lost } : { camera: { ...made, why: [...made.why, 'moved by hand'] }, lost }
}

function changedBy(camera: CameraPlan, { path: said, value }: HandEdit): CameraPlan | undefined {
  const path = readEditPath(said)
  if (path?.kind === 'key' && typeof value === 'object' && camera.keys[path.index])
    return { ...camera, keys: camera.keys.map((k, i) => (i === path.index ? { ...k, [path.point]: value } : k)) }
  if (path?.kind !== 'camera') return
  if (path.field === 'ease') return value === 'smooth' || value === 'linear' ? { ...camera, ease: value } : undefined
  if (path.field === 'move' || typeof value !== 'number') return
  const [least, most] = CAMERA_RANGES[path.field]
  const set = Math.min(most, Math.max(least, value))
  // A zoom goes as far from the new lens as it went from the old one.
  const keys = camera.keys.map((k) => (k.lensMm === undefined ? k : { ...k, lensMm: (k.lensMm * set) / camera.lensMm }))
  if (path.field === 'lensMm') return { ...camera, lensMm: set, keys }
  return path.field === 'focusM' ? { ...camera, focus: { kind: 'distance', metres: set } } : { ...camera, [path.field]: set }
}
