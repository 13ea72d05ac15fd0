import { add, distance, type Figure, type Place, scale, sub, type Vec3, type Whereabouts, whereAt, wrapAngle } from '../film'
import { ease, turnY } from './rig'

/** How long a change of stance takes, seconds. */
export const STANCE_CHANGE_S = { sit: 0.9, lie: 1.7, other: 0.8 } as const

/** Where the ankles are in front of a seat, metres from the hips' ground point. */
export const seatReach = (f: Figure, seatHeightM: number): number => {
  const knee = seatHeightM + f.heightM * 0.04
  return knee < f.heightM * 0.16 ? f.heightM * 0.42 : f.heightM * 0.235
}

/** Two stances and how far the change from one to the other has come. */
export interface StanceAt {
  readonly from: Place['stance']
  readonly to: Place['stance']
  readonly fromSeatM: number
  readonly toSeatM: number
  /** Room for the legs of whoever lies, metres; none where it is as long as they are. */
  readonly legRoomM?: number | undefined
  /** 0 to 1, linear in time. */
  readonly progress: number
}

/** Somebody's way through a shot, tidied: nobody stands inside the chair they rise from, no place or facing jumps. */
export interface Itinerary {
  readonly where: readonly Whereabouts[]
  readonly figure: Figure
  /** Jumps of place and facing at the start of each stretch, smoothed away after it. */
  readonly jumps: readonly {
    readonly t0: number
    readonly start: number
    readonly over: number
    readonly move: Vec3
    readonly turn: number
  }[]
}

/** A jump farther than this is meant (a cut within the plan), and stays a jump. Metres. */
const MEANT_JUMP = 2.5

/** A change that must be over before the stretch is; at least 0.3 s. */
const fitting = (seconds: number, w: Whereabouts): number => Math.min(seconds, Math.max(0.3, w.t1 - w.t0))

/** Prepares a person's whereabouts. */
export function itineraryOf(where: readonly Whereabouts[], figure: Figure): Itinerary {
  const tidy = where.map((w): Whereabouts => w)
  for (let i = 0; i < tidy.length; i++) {
    const seat = where[i]!
    if (seat.kind !== 'stay' || seat.stance !== 'sit') continue
    const front = add(seat.position, turnY([0, 0, seatReach(figure, seat.seatHeightM ?? 0) * 0.95], seat.yaw))
    const near = (p: Vec3) => distance(p, seat.position) < 0.25
    for (const j of [i - 1, i + 1]) {
      const w = tidy[j]
      if (w?.kind === 'stay' && w.stance !== 'sit' && w.stance !== 'lie' && near(w.position)) tidy[j] = { ...w, position: front }
      if (w?.kind === 'go') {
        const path = [...w.path]
        const k = j < i ? path.length - 1 : 0
        if (near(path[k]!)) path[k] = front
        tidy[j] = { ...w, path }
      }
    }
  }
  const jumps = tidy.flatMap((w, i) => {
    if (i === 0) return []
    const before = whereAt(tidy.slice(0, i), w.t0)
    const after = whereAt(tidy.slice(i), w.t0)
    const move = sub(before.position, after.position)
    const both = tidy[i - 1]!.kind === 'stay' && w.kind === 'stay'
    // whereAt turns by itself at both ends of a walk and between stays; only stays are turned again, more slowly.
    const turn = both ? wrapAngle(before.yaw - after.yaw) : 0
    const far = Math.sqrt(move[0] * move[0] + move[2] * move[2])
    if (far > MEANT_JUMP || (far < 1e-4 && Math.abs(move[1]) < 1e-4 && Math.abs(turn) < 1e-4)) return []
    const rises = w.kind === 'go' && stanceOf(tidy[i - 1]!) === 'sit'
    const start = w.t0 - (rises ? STANCE_CHANGE_S.sit * 0.85 : 0)
    return [{ t0: w.t0, start, move, turn, over: rises ? 0.8 : fitting(Math.max(0.8, 0.55 + Math.abs(turn) * 0.3), w) }]
  })
  return { where: tidy, figure, jumps }
}

/** Place and facing on a walk, averaged over up to half a second: corners are rounded and take a moment. */
function smoothed(where: readonly Whereabouts[], w: Whereabouts, t: number, here: Place): { position: Vec3; yaw: number } {
  // Short of the end: there the next stretch begins.
  const half = Math.min(0.24, t - w.t0, w.t1 - t - 1e-4)
  if (!(half > 0.01)) return here
  let turn = 0
  let position = scale(here.position, 0.08)
  for (const [k, weight] of SMOOTH) {
    const p = whereAt(where, t + k * half)
    turn += wrapAngle(p.yaw - here.yaw) * weight
    position = add(position, scale(p.position, weight))
  }
  return { position, yaw: here.yaw + turn }
}
const SMOOTH = [
  [-1, 0.12],
  [-0.66, 0.16],
  [-0.33, 0.18],
  [0.33, 0.18],
  [0.66, 0.16],
  [1, 0.12],
] as const

/** Where somebody is, jumps smoothed. */
export function placeAt(it: Itinerary, t: number): Place {
  const p = whereAt(it.where, t)
  const w = it.where[p.index]!
  let { position, yaw } = w.kind === 'stay' ? { position: p.position, yaw: w.yaw } : smoothed(it.where, w, t, p)
  for (const j of it.jumps) {
    if (t < j.start || t > j.start + j.over) continue
    const left = (t >= j.t0 ? 1 : 0) - ease((t - j.start) / j.over)
    position = add(position, scale(j.move, left))
    yaw += j.turn * left
  }
  return { ...p, position, yaw: wrapAngle(yaw) }
}

const durationOf = (a: Place['stance'], b: Place['stance']): number =>
  a === 'lie' || b === 'lie' ? STANCE_CHANGE_S.lie : a === 'sit' || b === 'sit' ? STANCE_CHANGE_S.sit : STANCE_CHANGE_S.other

const stanceOf = (w: Whereabouts): Place['stance'] =>
  w.kind === 'stay' ? w.stance : w.gait === 'swim' || w.gait === 'dive' ? 'swim' : 'stand'
const seatOf = (w: Whereabouts): number => (w.kind === 'stay' ? (w.seatHeightM ?? 0) : 0)

const roomOf = (w: Whereabouts): number | undefined => (w.kind === 'stay' ? w.legRoomM : undefined)

/** The stance in force, and the change under way. People rise before they walk off, and sit down once they have come. */
export function stanceAt(it: Itinerary, t: number): StanceAt {
  let i = 0
  for (let k = 1; k < it.where.length; k++) {
    const w = it.where[k]!
    const a = stanceOf(it.where[k - 1]!)
    const lead = w.kind === 'go' && a !== 'stand' && stanceOf(w) === 'stand' ? durationOf(a, 'stand') * 0.85 : 0
    if (t >= w.t0 - lead) i = k
  }
  const w = it.where[i]!
  const to = stanceOf(w)
  const toSeatM = seatOf(w)
  const before = it.where[i - 1]
  const legRoomM = roomOf(w) ?? (before && roomOf(before))
  if (!before) return { from: to, to, fromSeatM: toSeatM, toSeatM, legRoomM, progress: 1 }
  const from = stanceOf(before)
  const fromSeatM = seatOf(before)
  if (from === to && Math.abs(fromSeatM - toSeatM) < 1e-3) return { from, to, fromSeatM, toSeatM, legRoomM, progress: 1 }
  const over = durationOf(from, to)
  const start = w.kind === 'go' && from !== 'stand' && to === 'stand' ? w.t0 - over * 0.85 : w.t0
  return { from, to, fromSeatM, toSeatM, legRoomM, progress: Math.min(1, (t - start) / over) }
}
