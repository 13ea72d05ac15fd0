import {
  BONES,
  type Bone,
  distance,
  type Figure,
  type FrameState,
  figureOf,
  quatConjugate,
  quatMul,
  quatRotate,
  type ShotSlice,
  type Vec3,
} from '../../src/film'
import { frameState, type Joint, worldJoints } from '../../src/motion'

/** Every frame of a slice with its joints. */
export interface Seen {
  readonly state: FrameState
  readonly figures: readonly Figure[]
  readonly joints: readonly Readonly<Record<Bone, Joint>>[]
}

/** Looks at frames of a slice. */
export function look(slice: ShotSlice, frames = slice.shot.frames, step = 1): readonly Seen[] {
  const figures = slice.shot.performances.map((p) => figureOf(slice.cast.find((c) => c.key === p.character)!))
  const out: Seen[] = []
  for (let f = 0; f < frames; f += step) {
    const state = frameState(slice, f)
    out.push({ state, figures, joints: state.actors.map((a, i) => worldJoints(figures[i]!, a)) })
  }
  return out
}

/** Local rotation of a bone. */
export const local = (state: FrameState, actor: number, bone: Bone) =>
  state.actors[actor]!.bones.slice(BONES.indexOf(bone) * 4, BONES.indexOf(bone) * 4 + 4) as [number, number, number, number]

/** Farthest a planted foot slides in one stretch of being planted, metres. */
export function slide(seen: readonly Seen[], actor = 0): number {
  let worst = 0
  for (const side of ['left', 'right'] as const) {
    let since: Record<'Foot' | 'Toes', Vec3> | undefined
    for (const s of seen) {
      const j = s.joints[actor]!
      if (!s.state.actors[actor]!.planted[side === 'left' ? 0 : 1]) {
        since = undefined
        continue
      }
      const now = { Foot: j[`${side}Foot`].position, Toes: j[`${side}Toes`].position }
      since ??= now
      worst = Math.max(worst, distance(since.Foot, now.Foot), distance(since.Toes, now.Toes))
    }
  }
  return worst
}

/** Fastest any joint moves from frame to frame, metres. */
export function worstJump(seen: readonly Seen[], actor = 0): { metres: number; frame: number; bone: string } {
  let worst = { metres: 0, frame: 0, bone: '' }
  for (let i = 1; i < seen.length; i++)
    for (const b of BONES) {
      const d = distance(seen[i]!.joints[actor]![b].position, seen[i - 1]!.joints[actor]![b].position)
      if (d > worst.metres) worst = { metres: d, frame: i, bone: b }
    }
  return worst
}

/** Problems of a pose: numbers, unit quaternions, hinges, limits. */
export function faults(s: Seen, actor = 0): string[] {
  const out: string[] = []
  const a = s.state.actors[actor]!
  const f = s.figures[actor]!
  const j = s.joints[actor]!
  const at = `frame ${s.state.frame}`
  // A sum of numbers is a number.
  let sum = a.yaw
  for (const list of [a.bones, a.hips, a.position, a.visemes, a.expressions, a.gaze, a.blink]) for (const v of list) sum += v
  if (!Number.isFinite(sum)) out.push(`${at}: not finite`)
  for (let i = 0; i < BONES.length; i++) {
    const [x, y, z, w] = [a.bones[i * 4]!, a.bones[i * 4 + 1]!, a.bones[i * 4 + 2]!, a.bones[i * 4 + 3]!]
    const n = Math.sqrt(x * x + y * y + z * z + w * w)
    if (Math.abs(n - 1) > 1e-4) out.push(`${at}: ${BONES[i]} is not a unit quaternion (${n})`)
  }
  for (const [side, x] of [
    ['left', 1],
    ['right', -1],
  ] as const) {
    const elbow = quatRotate(local(s.state, actor, `${side}LowerArm`), [x, 0, 0])
    if (elbow[2] < -0.02 || Math.abs(elbow[1]) > 0.02) out.push(`${at}: ${side} elbow bends the wrong way ${elbow}`)
    const knee = quatRotate(local(s.state, actor, `${side}LowerLeg`), [0, -1, 0])
    if (knee[2] > 0.02 || Math.abs(knee[0]) > 0.02) out.push(`${at}: ${side} knee bends the wrong way ${knee}`)
    const toes = j[`${side}Toes`].position[1] - a.position[1]
    if (toes < -0.012) out.push(`${at}: ${side} toes ${toes} below the floor`)
    if (a.planted[side === 'left' ? 0 : 1] && Math.abs(j[`${side}Foot`].position[1] - a.position[1] - f.joints.leftFoot[1]) > 0.01)
      out.push(`${at}: ${side} foot planted at ${j[`${side}Foot`].position[1]}`)
  }
  const neck = quatMul(quatConjugate(j.upperChest.quaternion), j.head.quaternion)
  const face = quatRotate(neck, [0, 0, 1])
  if (Math.abs(Math.atan2(face[0], face[2])) > (72 * Math.PI) / 180) out.push(`${at}: neck turned ${Math.atan2(face[0], face[2])}`)
  if (Math.abs(a.gaze[0]) > 0.53 || Math.abs(a.gaze[1]) > 0.53) out.push(`${at}: eyes turned ${a.gaze}`)
  return out
}
