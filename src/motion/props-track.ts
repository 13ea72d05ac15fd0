import {
  type ActorState,
  add,
  type Figure,
  mix,
  type PropTrack,
  type Quat,
  quatAxis,
  quatFromBasis,
  quatRotate,
  quatSlerp,
  scale,
  smoothstep,
  type Vec3,
} from '../film'
import { flightAt, type Lie } from './flight'
import { worldJoints } from './kinematics'
import { SIDE_NAMES, SIGN, type Side } from './rig'

/** A prop in a frame. */
export interface PropPose {
  readonly position: Vec3
  readonly quaternion: Quat
  readonly visible: boolean
}

/** Time a thing takes from table to hand, seconds. */
const HANDOVER_S = 0.14

/** The middle of a closed hand, and the way a thing sits in it: its up along the thumb's side, its front along the fingers. */
export function gripOf(figure: Figure, actor: ActorState, side: Side): { readonly position: Vec3; readonly quaternion: Quat } {
  const joints = worldJoints(figure, actor)
  const hand = joints[`${SIDE_NAMES[side]}Hand`]
  const s = SIGN[side]
  const h = figure.heightM
  const up = quatRotate(hand.quaternion, [0, 0, 1])
  const front = quatRotate(hand.quaternion, [s, 0, 0])
  const palm = quatRotate(hand.quaternion, [0, -1, 0])
  const position = add(hand.position, add(scale(front, 0.042 * h), scale(palm, 0.018 * h)))
  const x: Vec3 = [up[1] * front[2] - up[2] * front[1], up[2] * front[0] - up[0] * front[2], up[0] * front[1] - up[1] * front[0]]
  return { position, quaternion: quatFromBasis(x, up, front) }
}

type State = PropTrack['states'][number]

/** A person's grip at a time (now, where none is given), if they are in the shot. */
export type HandOf = (by: string, side: Side, at?: number) => Lie | undefined

/** Where a prop is at a time. */
export function propAt(track: PropTrack, t: number, handOf: HandOf): PropPose {
  let i = 0
  track.states.forEach((s, k) => {
    if (s.t0 <= t) i = k
  })
  const poseOf = (s: State | undefined): PropPose | undefined => {
    if (!s || s.kind === 'gone') return undefined
    if (s.kind === 'placed') return { position: s.position, quaternion: quatAxis([0, 1, 0], s.yaw), visible: true }
    const g = handOf(s.by, s.hand === 'left' ? 0 : 1)
    return g && { ...g, visible: true }
  }
  const now = track.states[i]
  const pose = poseOf(now)
  if (!now || !pose) return { position: [0, 0, 0], quaternion: [0, 0, 0, 1], visible: false }
  const last = track.states[i - 1]
  if (now.kind === 'placed' && now.fallS !== undefined && last?.kind === 'held') {
    const left = handOf(last.by, last.hand === 'left' ? 0 : 1, now.t0)
    return left ? { ...flightAt(left, pose, t - now.t0, now.fallS), visible: true } : pose
  }
  const before = i > 0 ? poseOf(last) : undefined
  if (!before || t - now.t0 >= HANDOVER_S) return pose
  const w = smoothstep(0, HANDOVER_S, t - now.t0)
  return { position: mix(before.position, pose.position, w), quaternion: quatSlerp(before.quaternion, pose.quaternion, w), visible: true }
}
