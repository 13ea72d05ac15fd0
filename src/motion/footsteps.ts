import {
  add,
  alongPath,
  clamp,
  distance,
  type Figure,
  lerpAngle,
  pathLength,
  STAIR_RISER_M,
  smoothstep,
  type Vec3,
  type Whereabouts,
  wrapAngle,
  yawOf,
} from '../film'
import type { Limbs } from './body'
import { type Itinerary, placeAt, seatReach } from './itinerary'
import { SIGN, type Side, turnY } from './rig'
import type { Manner } from './style'

/** One foot on the floor: it does not move from landing to lifting. */
export interface Contact {
  /** Heel strike and toe-off, seconds; −∞ and ∞ at the ends. */
  readonly land: number
  lift: number
  /** Floor point under the ankle. */
  readonly position: Vec3
  readonly yaw: number
  /** The body's facing there; counts on over full turns, as yaw does. */
  readonly facing: number
  /** Pitch of the foot at landing (toes up: negative) and at lift-off (heel up: positive), radians. */
  readonly strike: number
  roll: number
  /** Height of the swing that leads here, metres. */
  readonly lift0: number
  /** True where the feet stand, not walk. */
  readonly rest: boolean
}

/** Rhythm of one walk. */
export interface Stride {
  readonly t0: number
  readonly t1: number
  readonly total: number
  readonly step: number
  readonly gait: keyof typeof GAITS
  /** The foot that steps first: it lands at step 1, 3, 5 … */
  readonly first: Side
  readonly index: number
  readonly speed: number
}

/** All footfalls of one person in one shot. */
export interface Footfalls {
  readonly feet: readonly [readonly Contact[], readonly Contact[]]
  readonly strides: readonly Stride[]
}

/** Where a foot lands and lifts, in steps ahead of and behind the hips; how the foot rolls; how high it swings (of the leg). */
const GAITS = {
  walk: { land: 0.46, lift: 0.7, strike: -0.32, roll: 0.75, rise: 0.075 },
  run: { land: 0.2, lift: 0.46, strike: -0.12, roll: 1.0, rise: 0.24 },
  sneak: { land: 0.42, lift: 0.8, strike: 0.12, roll: 0.5, rise: 0.16 },
  limp: { land: 0.44, lift: 0.7, strike: -0.18, roll: 0.5, rise: 0.06 },
} as const

/** How high a foot swings over a stair's edge, of the leg. */
const STAIR_RISE = 0.1

/**
 * Step length at a speed: grows with the square root of speed and the leg (Alexander's dynamic similarity:
 * relative stride length depends on the Froude number v²/gℓ alone), metres.
 */
export function stepLength(speed: number, leg: number, gait: Stride['gait']): number {
  const froude = (speed * speed) / (9.81 * leg)
  const relative = 1.22 * froude ** 0.3
  const range = { walk: [0.45, 0.92], run: [0.9, 1.75], sneak: [0.4, 0.68], limp: [0.35, 0.62] } as const
  const [lo, hi] = range[gait]
  return leg * clamp(relative, lo, hi)
}

/** Time at which `metres` have been walked: the inverse of film's walkedAt. */
export function timeAtMetres(metres: number, duration: number, total: number): number {
  if (total <= 0 || duration <= 0) return 0
  const ramp = Math.min(0.35, duration / 3)
  const top = total / (duration - ramp)
  const soft = (top * ramp) / 2
  const m = clamp(metres, 0, total)
  if (m <= soft) return Math.sqrt((2 * ramp * m) / top)
  if (m >= total - soft) return duration - Math.sqrt((2 * ramp * (total - m)) / top)
  return m / top + ramp / 2
}

interface Spot {
  readonly position: Vec3
  /** The body's facing there, and the foot's turn away from it. */
  readonly yaw: number
  readonly out: number
}

/** Where a foot stands at ease during a stay. */
function restSpot(side: Side, w: Extract<Whereabouts, { kind: 'stay' }>, f: Figure, limbs: Limbs, m: Manner): Spot {
  const s = SIGN[side]
  const free = m.weight === s ? 0 : 1
  const sit = w.stance === 'sit'
  const x = s * (limbs.hipX * (sit ? 1.25 : 1.04) + m.spread + (free ? m.ahead * 0.4 : 0))
  const z = sit
    ? seatReach(f, w.seatHeightM ?? 0) + (free ? 1.6 : -0.6) * m.ahead
    : w.stance === 'lean'
      ? f.heightM * 0.09 + (free ? m.ahead : 0)
      : w.stance === 'crouch'
        ? (free ? 1 : -1) * m.ahead * 1.2
        : w.stance === 'kneel'
          ? side === 0
            ? limbs.thigh * 0.95
            : -limbs.shin
          : -0.012 * f.heightM + (free ? m.ahead : -m.ahead * 0.3)
  const out = m.toeOut * (free ? 1.5 : 0.9)
  return { position: add(w.position, turnY([x, 0, z], w.yaw)), yaw: w.yaw, out: s * out }
}

const spotOnPath = (side: Side, path: readonly Vec3[], metres: number, f: Figure, limbs: Limbs, gait: Stride['gait']): Spot => {
  const total = pathLength(path)
  const here = alongPath(path, metres)
  const a = alongPath(path, Math.max(0, metres - 0.35)).position
  const b = alongPath(path, Math.min(total, metres + 0.35)).position
  const yaw = distance(a, b) > 1e-6 ? yawOf(a, b) : here.yaw
  const width = limbs.hipX * (gait === 'run' ? 0.35 : gait === 'sneak' ? 0.7 : 0.72)
  return {
    position: add(here.position, turnY([SIGN[side] * width, 0, -0.012 * f.heightM], yaw)),
    yaw,
    out: SIGN[side] * (gait === 'run' ? 0.04 : 0.1),
  }
}

/** Plans every footfall of a person in a shot. */
export function footfallsOf(it: Itinerary, limbs: Limbs, m: Manner): Footfalls {
  const f = it.figure
  const feet: [Contact[], Contact[]] = [[], []]
  const strides: Stride[] = []
  const last = (s: Side) => feet[s][feet[s].length - 1]
  const put = (s: Side, lift: number, land: number, spot: Spot, o: { strike: number; roll: number; rise: number; rest: boolean }) => {
    const before = last(s)
    let from = lift
    const facing = before ? before.facing + wrapAngle(spot.yaw - before.facing) : spot.yaw
    if (before) {
      from = Math.max(lift, before.land + 0.05)
      before.lift = from
      before.roll = o.roll
    }
    feet[s].push({
      land: before ? Math.max(land, from + 0.16) : Number.NEGATIVE_INFINITY,
      lift: Number.POSITIVE_INFINITY,
      position: spot.position,
      // Feet turn the way the body turns: counted on from the last facing, never wrapped.
      yaw: facing + spot.out,
      facing,
      strike: o.strike,
      roll: 0,
      lift0: o.rise,
      rest: o.rest,
    })
  }
  const settle = (w: Extract<Whereabouts, { kind: 'stay' }>) => {
    const spots = [restSpot(0, w, f, limbs, m), restSpot(1, w, f, limbs, m)] as const
    if (!last(0)) {
      for (const s of [0, 1] as const) put(s, 0, 0, spots[s], { strike: 0, roll: 0, rise: 0, rest: true })
      return
    }
    const off = (s: Side) => distance(last(s)!.position, spots[s].position)
    const turn = wrapAngle(spots[0].yaw - last(0)!.facing)
    const near = w.stance === 'stand' ? 0.025 : 0.09
    if (off(0) < near && off(1) < near && Math.abs(turn) < 0.1) return
    // The foot on the inside of the turn goes first; a long turn takes four steps.
    const first: Side = Math.abs(turn) > 0.15 ? (turn > 0 ? 0 : 1) : off(0) >= off(1) ? 0 : 1
    const rounds = Math.abs(turn) > 1.9 || Math.max(off(0), off(1)) > 0.9 ? 2 : 1
    const jump = it.jumps.find((j) => Math.abs(j.t0 - w.t0) < 1e-6)
    const over = Math.min(Math.max(0.75, jump?.over ?? 0.75) + 0.1, Math.max(0.3, w.t1 - w.t0))
    const each = over / (rounds * 2)
    for (let k = 0; k < rounds * 2; k++) {
      const s = (k % 2 === 0 ? first : 1 - first) as Side
      const end = k >= rounds * 2 - 2
      const start = w.t0 + each * k * 0.95
      if (off(s) < 0.02 && Math.abs(turn) < 0.1) continue
      const mid = placeAt(it, w.t0 + over * 0.55)
      const spot = end ? spots[s] : restSpot(s, { ...w, position: mid.position, yaw: mid.yaw }, f, limbs, m)
      put(s, start, start + each * 1.12, spot, {
        strike: 0,
        roll: clamp(off(s) * 1.2, 0.15, 0.5),
        rise: 0.05 + Math.min(0.04, off(s) * 0.1),
        rest: end,
      })
    }
  }
  it.where.forEach((w, index) => {
    if (w.kind === 'stay') {
      settle(w)
      return
    }
    const total = pathLength(w.path)
    const duration = w.t1 - w.t0
    const next = it.where[index + 1]
    const endYaw = next?.kind === 'stay' ? next.yaw : w.endYaw
    const endSpot = (s: Side): Spot => {
      if (next?.kind === 'stay' && distance(next.position, w.path[w.path.length - 1]!) < 0.05)
        return restSpot(s, next.stance === 'stand' || next.stance === 'lean' ? next : { ...next, stance: 'stand' }, f, limbs, m)
      const p = alongPath(w.path, total)
      return restSpot(s, { kind: 'stay', t0: 0, t1: 0, position: p.position, yaw: endYaw ?? p.yaw, stance: 'stand' }, f, limbs, m)
    }
    const p0 = alongPath(w.path, 0)
    if (!last(0)) {
      const stay = { kind: 'stay', t0: 0, t1: 0, position: p0.position, yaw: p0.yaw, stance: 'stand' } as const
      for (const s of [0, 1] as const) put(s, 0, 0, restSpot(s, stay, f, limbs, m), { strike: 0, roll: 0, rise: 0, rest: true })
    }
    // Who swims has no foot on anything until they stand again.
    if (total < 0.02 || duration <= 0.05 || w.gait === 'swim' || w.gait === 'dive') {
      settle({ kind: 'stay', t0: w.t0, t1: w.t1, position: alongPath(w.path, total).position, yaw: endYaw ?? p0.yaw, stance: 'stand' })
      return
    }
    const top = total / (duration - Math.min(0.35, duration / 3))
    const gait = w.gait
    const g = GAITS[gait]
    // On stairs every step is a tread.
    const climb = Math.abs(w.path[w.path.length - 1]![1] - w.path[0]![1])
    const stairs = climb > 0.3 * total
    const n = Math.max(1, Math.round(stairs ? climb / STAIR_RISER_M : total / stepLength(top, limbs.leg, gait)))
    const step = total / n
    const turn = wrapAngle(p0.yaw - last(0)!.facing)
    const first: Side = Math.abs(turn) > 0.3 ? (turn > 0 ? 0 : 1) : m.lead
    strides.push({ t0: w.t0, t1: w.t1, total, step, gait, first, index, speed: top })
    const at = (metres: number) => w.t0 + timeAtMetres(metres, duration, total)
    for (let k = 1; k <= n; k++) {
      const s = (k % 2 === 1 ? first : 1 - first) as Side
      const from = k <= 1 ? 0 : Math.max(0, (k - 2) * step)
      const lift = k === 1 ? w.t0 - 0.06 : at(Math.min(from + g.lift * step, (k - g.land) * step - 0.1 * step))
      const spot = k === n ? endSpot(s) : blendEnd(spotOnPath(s, w.path, k * step, f, limbs, gait), endYaw, (total - k * step) / 0.5)
      // The last foot may stand a little beyond the path's end: it lands when the hips are near enough.
      const beyond = k === n ? forwardOf(w.path, spot.position) : 0
      const land = at((k - g.land) * step + Math.max(0, beyond) * 1.2)
      const weak = gait === 'limp' && s === 1
      put(s, lift, land, spot, {
        strike: stairs ? 0 : g.strike * (k === n ? 0.5 : 1),
        roll: g.roll * (stairs ? 0.4 : 1) * (k === 1 ? 0.7 : 1) * (weak ? 0.5 : 1),
        rise: (stairs ? STAIR_RISE : g.rise) * limbs.leg * (weak ? 0.6 : 1),
        rest: k === n,
      })
    }
    const closing = (n % 2 === 1 ? 1 - first : first) as Side
    const spare = next?.kind === 'go' ? 0 : 0.1
    const lift = at(Math.min(total - step + (g.lift - 0.12) * step, total - 0.12 * step))
    put(closing, lift, Math.max(lift + 0.26, w.t1 + spare), endSpot(closing), {
      strike: 0,
      roll: g.roll * 0.8,
      rise: g.rise * limbs.leg * 0.7,
      rest: true,
    })
  })
  return { feet, strides }
}

/** Near the end of a walk the feet already turn to the final facing. */
const blendEnd = (spot: Spot, endYaw: number | undefined, steps: number): Spot =>
  endYaw === undefined ? spot : { ...spot, yaw: lerpAngle(endYaw, spot.yaw, smoothstep(0, 1, steps) * 0.7 + 0.3) }

/** How far a point lies beyond a path's end, along its last stretch, metres. */
function forwardOf(path: readonly Vec3[], p: Vec3): number {
  const end = path[path.length - 1]!
  const yaw = yawOf(path[path.length - 2]!, end)
  return (p[0] - end[0]) * Math.sin(yaw) + (p[2] - end[2]) * Math.cos(yaw)
}
