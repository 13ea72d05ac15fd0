import { type CameraField, type CameraPlan, type HandEdit, readEditPath, type Vec3 } from '../../film'

/** A camera as somebody put it, and the edits that find nothing in it. */
export interface CameraByHand {
  readonly camera: CameraPlan
  readonly lost: readonly HandEdit[]
}

/** What a hand may set a camera to: lenses, millimetres; stops; metres; unrest, 0 to 1; degrees over what is planned. */
export const CAMERA_RANGES = {
  lensMm: [8, 400],
  fStop: [0.95, 32],
  focusM: [0.1, 500],
  handheld: [0, 1],
  tilt: [-30, 30],
  roll: [-30, 30],
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
  if (path.field === 'move' || path.field === 'mount' || typeof value !== 'number') return
  const [least, most] = CAMERA_RANGES[path.field]
  const set = Math.min(most, Math.max(least, value))
  if (path.field === 'tilt') return { ...camera, keys: camera.keys.map((k) => ({ ...k, target: tilted(k, (set * Math.PI) / 180) })) }
  if (path.field === 'roll') return { ...camera, keys: camera.keys.map((k) => ({ ...k, roll: k.roll + (set * Math.PI) / 180 })) }
  // A zoom goes as far from the new lens as it went from the old one.
  const keys = camera.keys.map((k) => (k.lensMm === undefined ? k : { ...k, lensMm: (k.lensMm * set) / camera.lensMm }))
  if (path.field === 'lensMm') return { ...camera, lensMm: set, keys }
  return path.field === 'focusM' ? { ...camera, focus: { kind: 'distance', metres: set } } : { ...camera, [path.field]: set }
}

/** Steeper than this no camera looks: its picture would turn over. */
const STEEPEST = 1.4

/** What a camera looks at that is tilted by an angle, radians upwards: as far away as before. */
function tilted({ position, target }: CameraPlan['keys'][number], by: number): Vec3 {
  const [x, y, z] = [target[0] - position[0], target[1] - position[1], target[2] - position[2]]
  const flat = Math.hypot(x, z)
  const far = Math.hypot(flat, y)
  if (flat < 1e-6) return target
  const pitch = Math.min(STEEPEST, Math.max(-STEEPEST, Math.atan2(y, flat) + by))
  const k = (Math.cos(pitch) * far) / flat
  return [position[0] + x * k, position[1] + Math.sin(pitch) * far, position[2] + z * k]
}
