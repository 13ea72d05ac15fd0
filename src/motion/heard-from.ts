import { cross, dot, frameToSeconds, length, quatRotate, type ShotSlice, type SoundContact, sub, type Vec3 } from '../film'
import { cameraAt } from './camera-track'
import { placeAt } from './itinerary'
import { scoresOf } from './score'

/** Where something sounds, seen from the camera: −1 left to 1 right, and metres. */
export type HeardFrom = Pick<SoundContact, 'pan' | 'distanceM'>

/** Height of a mouth over the floor, metres, by what its owner does. */
const MOUTH_M: Readonly<Record<string, number>> = { stand: 1.5, lean: 1.45, sit: 1.15, kneel: 1.05, crouch: 0.8, lie: 0.5 }

/** Where the camera of a frame has a point. */
export function heardFrom({ shot }: ShotSlice, frame: number, at: Vec3): HeardFrom {
  const camera = cameraAt(shot.camera, shot.aspect, shot.key, frameToSeconds(frame, shot.fps))
  const to = sub(at, camera.position)
  const ahead = quatRotate(camera.quaternion, [0, 0, -1])
  const right = cross(ahead, [0, 1, 0])
  const off = length(to)
  const wide = length(right)
  return { pan: off > 1e-6 && wide > 1e-6 ? Math.max(-1, Math.min(1, dot(to, right) / (off * wide))) : 0, distanceM: off }
}

/**
 * Where the camera of a frame has somebody's mouth; undefined for who is not there.
 * @param character key of the script's character: of several that are one, the first.
 */
export function voiceFrom(slice: ShotSlice, character: string, frame: number): HeardFrom | undefined {
  const score = scoresOf(slice).find(({ spec }) => spec.key === character || spec.key.startsWith(`${character}#`))
  if (!score) return undefined
  const { position, stance } = placeAt(score.itinerary, frameToSeconds(frame, slice.shot.fps))
  const [x, y, z] = position
  return heardFrom(slice, frame, [x, y + (MOUTH_M[stance] ?? 1.5), z])
}
