import {
  type CameraField,
  type CameraPlan,
  type CameraPoint,
  cameraPointIndex,
  cameraPointNumber,
  type HandEdit,
  readEditPath,
  roundNumbers,
  throughKeys,
  type Vec3,
} from '../../film'

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
  // Points are there before they are moved, and leave last: nothing is said of a point by its place among the others.
  for (const edit of [...edits].sort((a, b) => turnOf(a) - turnOf(b))) {
    const changed = changedBy(made, edit)
    if (changed) made = changed
    else lost.push(edit)
  }
  return made === camera ? { camera, lost } : { camera: { ...made, why: [...made.why, 'moved by hand'] }, lost }
}

const TURNS: Readonly<Record<CameraPoint, number>> = { at: 0, position: 1, target: 1, gone: 2 }

function turnOf({ path }: HandEdit): number {
  const read = readEditPath(path)
  return read?.kind === 'key' ? TURNS[read.point] : 1
}

/** Nearer in time than this two points of a way would be one, seconds. */
export const POINT_APART_S = 0.04

/** Points of a way, each with its number, in the order of time. */
const inTime = (camera: CameraPlan, keys: CameraPlan['keys']): CameraPlan => ({ ...camera, keys: [...keys].sort((a, b) => a.t - b.t) })

/** A camera with one point of its way moved, looked from elsewhere, at another time, new or gone; undefined where that cannot be. */
function withPoint(camera: CameraPlan, n: number, point: CameraPoint, value: HandEdit['value']): CameraPlan | undefined {
  const index = cameraPointIndex(camera, n)
  if (point === 'position' || point === 'target') {
    if (typeof value !== 'object' || index < 0) return
    return { ...camera, keys: camera.keys.map((k, i) => (i === index ? { ...k, [point]: value } : k)) }
  }
  if (typeof value !== 'number') return
  const numbered = camera.keys.map((k, i) => ({ ...k, n: cameraPointNumber(camera, i) }))
  const others = numbered.filter((k) => k.n !== n)
  if (point === 'gone') return index < 0 || others.length === 0 || value !== 1 ? undefined : { ...camera, keys: others }
  if (value < 0 || others.some((k) => Math.abs(k.t - value) < POINT_APART_S)) return
  const key = numbered[index] ?? { ...cameraWayAt(camera, value), n }
  return inTime(camera, [...others, { ...key, t: value }])
}

/** The point of a camera's way where it is at a time, seconds from the shot's start. */
export function cameraWayAt({ keys, ease, lensMm }: CameraPlan, t: number): CameraPlan['keys'][number] {
  const ts = keys.map((k) => k.t)
  const value = (of: (k: CameraPlan['keys'][number]) => number) => throughKeys(ts, keys.map(of), t, ease === 'smooth')
  const at = (of: 'position' | 'target'): Vec3 => [value((k) => k[of][0]), value((k) => k[of][1]), value((k) => k[of][2])]
  const zooms = keys.some((k) => k.lensMm !== undefined)
  return roundNumbers({
    t,
    position: at('position'),
    target: at('target'),
    roll: value((k) => k.roll),
    ...(zooms ? { lensMm: value((k) => k.lensMm ?? lensMm) } : {}),
  })
}

function changedBy(camera: CameraPlan, { path: said, value }: HandEdit): CameraPlan | undefined {
  const path = readEditPath(said)
  if (path?.kind === 'key') return withPoint(camera, path.index, path.point, value)
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
