import type { CameraMount, CameraPlan, Vec3 } from '../../film'
import { cameraAt } from './optics'

/** What carries a camera through a shot, as a grip orders it. */
export interface CameraSupport {
  /** Of the rental house: `dolly`, `fluid head on sticks`. */
  readonly name: string
  /** Straight or bent track under it, metres; none without. */
  readonly trackM?: number
  /** How far its arm reaches up and down, metres; none without. */
  readonly armM?: number
  /** What else goes with it. */
  readonly with: readonly string[]
}

/** Pieces that track comes in, metres. */
export const TRACK_PIECE_M = 2.44
/** A dolly is so long, and brakes within as much: track goes beyond the camera's way by it. */
const DOLLY_M = 1.2
/** Heights of a lens above the floor that a support gives, metres. */
const HI_HAT_M = 0.45
const SHORT_LEGS_M = 0.95
const STICKS_M = 1.85
const RISER_M = 2.6
/** A column of a dolly lifts so far, metres: what rises more is craned. */
const COLUMN_M = 0.6
/** Higher than this no crane of a usual day goes, metres. */
const CRANE_M = 9
/** Less than this is leaning, not going; metres. */
const STILL_M = 0.15

/** The way of a camera: its length along the floor, how far it rises, its highest and lowest points; metres. */
export interface CameraWay {
  readonly floorM: number
  readonly riseM: number
  readonly lowestM: number
  readonly highestM: number
  /** Radians that it turns and tilts over the shot. */
  readonly turns: number
}

const STEPS = 48

/** Measures a camera's way over a shot of so many seconds. */
export function cameraWay(camera: Pick<CameraPlan, 'keys' | 'ease'>, seconds: number): CameraWay {
  const at = Array.from({ length: STEPS + 1 }, (_, i) => cameraAt(camera, (seconds * i) / STEPS))
  let floorM = 0
  let turns = 0
  const yaw = (from: Vec3, to: Vec3) => Math.atan2(to[0] - from[0], to[2] - from[2])
  for (let i = 1; i < at.length; i++) {
    const [a, b] = [at[i - 1]!, at[i]!]
    floorM += Math.hypot(b.position[0] - a.position[0], b.position[2] - a.position[2])
    const turn = yaw(b.position, b.target) - yaw(a.position, a.target)
    turns += Math.abs(Math.atan2(Math.sin(turn), Math.cos(turn)))
  }
  const heights = at.map((p) => p.position[1])
  const [lowestM, highestM] = [Math.min(...heights), Math.max(...heights)]
  return { floorM, riseM: highestM - lowestM, lowestM, highestM, turns }
}

/** What holds a camera that is mounted, as a rental house calls it. */
const MOUNTED: Readonly<Record<CameraMount, CameraSupport>> = {
  bonnet: { name: 'bonnet mount', with: ['suction cups and ratchet straps', 'safety line', 'wireless follow focus'] },
  dash: { name: 'dashboard mount', with: ['suction cup', 'safety line'] },
  door: { name: 'hostess tray (side mount)', with: ['ratchet straps', 'safety line', 'wireless follow focus'] },
  wheel: { name: 'low car mount by the wheel', with: ['suction cups and speed rail', 'safety line', 'remote head'] },
  'back-seat': { name: 'seat rig', with: ['speed rail', 'safety line'] },
  roof: { name: 'roof mount', with: ['suction cups and speed rail', 'safety line', 'remote head'] },
  'camera-car': { name: 'camera car with stabilised head', with: ['precision driver', 'head operator', 'road permit'] },
  wall: { name: 'wall plate', with: ['baby pin', 'safety line'] },
  thing: { name: 'clamp with magic arm', with: ['safety line'] },
  chest: { name: 'body mount vest (chest)', with: ['action camera', 'wireless video'] },
  head: { name: 'helmet mount', with: ['action camera', 'wireless video'] },
  face: { name: 'body rig facing the wearer (SnorriCam)', with: ['wireless follow focus', 'wireless video'] },
  prop: { name: 'clamp on the prop', with: ['action camera', 'wireless video'] },
}

/** What carries a camera: by what it is mounted on, how it is held, how far it goes, how far it rises, and how high it is. */
export function supportFor(camera: Pick<CameraPlan, 'keys' | 'ease' | 'handheld' | 'rig'>, move: string, seconds: number): CameraSupport {
  if (camera.rig) return MOUNTED[camera.rig]
  const { floorM, riseM, lowestM, highestM } = cameraWay(camera, seconds)
  if (highestM > CRANE_M) return { name: 'drone', with: ['pilot and permit', 'spare batteries'] }
  if (move === 'handheld' || camera.handheld >= 0.3)
    return floorM > 3
      ? { name: 'shoulder rig', with: ['wireless follow focus', 'easyrig'] }
      : { name: 'shoulder rig', with: ['wireless follow focus'] }
  if (riseM > COLUMN_M || (floorM > STILL_M && highestM > RISER_M))
    return {
      name: 'crane with remote head',
      armM: Math.ceil(highestM + 1),
      ...(floorM > 1.5 ? { trackM: trackFor(floorM) } : {}),
      with: ['counterweights', 'remote head operator'],
    }
  if (floorM > STILL_M) {
    // Long ways beside somebody are walked: track would be in the picture.
    if (camera.handheld > 0 && floorM > 4) return { name: 'stabiliser (body-worn)', with: ['wireless follow focus', 'monitor'] }
    if (floorM < 1.2) return { name: 'slider 1.2 m on sticks', with: ['fluid head'] }
    return { name: 'dolly with column', trackM: trackFor(floorM), with: ['fluid head', 'wedges and shims'] }
  }
  const height = (lowestM + highestM) / 2
  if (height < HI_HAT_M) return { name: 'hi-hat', with: ['fluid head', 'sandbag'] }
  if (height < SHORT_LEGS_M) return { name: 'short legs', with: ['fluid head'] }
  if (height < STICKS_M) return { name: 'sticks', with: ['fluid head'] }
  if (height < RISER_M) return { name: 'tall sticks', with: ['fluid head', 'apple boxes'] }
  return { name: 'crane with remote head', armM: Math.ceil(highestM + 1), with: ['counterweights', 'remote head operator'] }
}

/** Track for a way, whole pieces, metres. */
const trackFor = (wayM: number): number => Math.ceil((wayM + DOLLY_M) / TRACK_PIECE_M) * TRACK_PIECE_M

/** Focal lengths that Super 35 primes come in, millimetres. */
export const PRIMES_MM = [12, 14, 16, 18, 21, 25, 27, 32, 35, 40, 50, 65, 75, 85, 100, 135, 150, 180, 200, 300] as const
/** A prime stands in for a focal length so near to it. */
const NEAR = 0.06
/** Zooms, millimetres. */
const ZOOMS = [
  [15, 40],
  [28, 76],
  [45, 120],
  [120, 320],
  [25, 250],
] as const

/** The lens for a focal length, or from one to another: the prime that is near enough, else a zoom that covers them. */
export function lensNamed(mm: number, to = mm): string {
  const prime = PRIMES_MM.reduce<number>((a, b) => (Math.abs(b - mm) < Math.abs(a - mm) ? b : a), PRIMES_MM[0])
  if (to === mm && Math.abs(prime - mm) / mm <= NEAR) return `prime ${prime} mm`
  const zoom = ZOOMS.find(([least, most]) => mm >= least && to <= most)
  if (zoom) return `zoom ${zoom[0]}–${zoom[1]} mm`
  return to === mm ? `prime ${prime} mm` : `zoom ${Math.floor(mm)}–${Math.ceil(to)} mm`
}
