import {
  type ActorState,
  add,
  type CameraPlan,
  type Figure,
  type Quat,
  quatAxis,
  quatMul,
  quatRotate,
  type SetSpec,
  type Vec3,
} from '../film'
import { worldJoints } from './kinematics'

/** What somebody carries in a frame. */
interface Carried {
  readonly key: string
  readonly position: Vec3
  readonly quaternion: Quat
}

/**
 * Where a mounted camera is: fixed in the frame of a bone or of a thing, it looks where that faces (+z), turned.
 * In a room it stays before the walls. Undefined where what it is mounted on is not in the frame.
 */
export function mountedPose(
  mount: NonNullable<CameraPlan['mount']>,
  actors: readonly ActorState[],
  figureOf: (key: string) => Figure | undefined,
  props: readonly Carried[],
  set: Pick<SetSpec, 'interior' | 'widthM' | 'depthM' | 'heightM'>,
): { readonly position: Vec3; readonly quaternion: Quat } | undefined {
  const frame = frameOf(mount, actors, figureOf, props)
  if (!frame) return undefined
  // A lens looks along −z: half a turn about y makes that what the bone faces.
  const turn = quatMul(quatAxis([0, 1, 0], Math.PI + mount.yaw), quatAxis([1, 0, 0], mount.pitch))
  return {
    position: withinWalls(add(frame.position, quatRotate(frame.quaternion, mount.at)), set),
    quaternion: quatMul(frame.quaternion, turn),
  }
}

/** Nearer to a wall no lens comes, metres: whoever walks up to one has their camera pushed back by it. */
const FROM_WALL_M = 0.12

function withinWalls(
  [x, y, z]: Vec3,
  { interior, widthM, depthM, heightM }: Pick<SetSpec, 'interior' | 'widthM' | 'depthM' | 'heightM'>,
): Vec3 {
  if (!interior) return [x, y, z]
  const within = (v: number, most: number) => Math.min(most, Math.max(-most, v))
  return [within(x, widthM / 2 - FROM_WALL_M), Math.min(y, heightM - FROM_WALL_M), within(z, depthM / 2 - FROM_WALL_M)]
}

function frameOf(
  mount: NonNullable<CameraPlan['mount']>,
  actors: readonly ActorState[],
  figureOf: (key: string) => Figure | undefined,
  props: readonly Carried[],
): { readonly position: Vec3; readonly quaternion: Quat } | undefined {
  if (mount.kind === 'prop') return props.find((p) => p.key === mount.key)
  const state = actors.find((a) => a.key === mount.key)
  const figure = figureOf(mount.key)
  return state && figure && worldJoints(figure, state)[mount.bone]
}
