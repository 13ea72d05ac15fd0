import { add, lerp, type Quat, quatMul, quatRotate, smoothstep, type Vec3, type Whereabouts } from '../film'
import { armOf, type Body, blendBody, type Foot } from './body'
import type { Itinerary } from './itinerary'
import { bend, rx, SIDES, SIGN, type Side } from './rig'
import type { Build } from './stances'

/** Seconds a swimmer takes to lie down into the stroke, and to come upright from it. */
const PRONE_S = 1.3
/** Height of the hips of whoever swims, of the body's, over where the feet of the same body upright would be. */
export const SWIM_HIPS = 0.785
/** Cycles a second: arms of a crawl and of a breaststroke, legs of a flutter, hands that scull. */
const HZ = { crawl: 0.62, breast: 0.52, flutter: 1.5, scull: 0.75 } as const

/** How somebody is in the water at a time. */
export interface InWater {
  /** How much they lie in the stroke, 0 upright to 1. */
  readonly prone: number
  /** Whether arms come out of the water. */
  readonly crawls: boolean
}

const isStroke = (w: Whereabouts | undefined): w is Extract<Whereabouts, { kind: 'go' }> =>
  w?.kind === 'go' && (w.gait === 'swim' || w.gait === 'dive')

/** Whether a stretch is in the water. */
export const isAfloat = (w: Whereabouts): boolean => isStroke(w) || (w.kind === 'stay' && (w.stance === 'swim' || w.stance === 'float'))

/** How somebody swims at a time, by the stretch that is in force. */
export function inWaterAt({ where }: Pick<Itinerary, 'where'>, t: number): InWater {
  let i = 0
  for (let k = 0; k < where.length; k++) if (where[k]!.t0 <= t) i = k
  const w = where[i]!
  if (!isStroke(w)) return { prone: 0, crawls: false }
  // Who swims on from one stretch to the next does not come up between.
  const into = isStroke(where[i - 1]) ? 1 : smoothstep(0, PRONE_S, t - w.t0)
  const out = isStroke(where[i + 1]) ? 1 : smoothstep(0, PRONE_S, w.t1 - t)
  return { prone: into * out, crawls: w.gait === 'swim' }
}

/** A leg of a body in the water: the ankle behind or under the hips, its toes pointed. */
function leg(
  side: Side,
  { hips, hipsRot }: Pick<Body, 'hips' | 'hipsRot'>,
  b: Build,
  along: Vec3,
  knee: Vec3,
  pitch: number,
  turn: number,
): Foot {
  const { limbs: l } = b
  const joint = add(hips, quatRotate(hipsRot, [SIGN[side] * l.hipX, -l.hipDrop, 0]))
  return {
    ankle: add(joint, [along[0] * l.leg, along[1] * l.leg, along[2] * l.leg]),
    rot: quatMul(rx(pitch), [0, 0, Math.sin((SIGN[side] * turn) / 2), Math.cos(turn / 2)]),
    toe: -0.15,
    planted: false,
    knee,
  }
}

/** Upright in the water: hands scull at the sides, legs turn slowly under the body. */
export function treading(b: Build, t: number): Body {
  const h = b.figure.heightM
  const a = 2 * Math.PI * HZ.scull * t
  const hips: Vec3 = [0, b.figure.joints.hips[1] + 0.012 * h * Math.sin(a * 0.5), 0]
  const arms = SIDES.map((side) =>
    armOf(side, {
      out: 0.72 + 0.2 * Math.sin(a),
      forward: 0.42 + 0.16 * Math.cos(a),
      turn: 0.5,
      flex: 0.75 + 0.25 * Math.cos(a),
      twist: -0.7 - 0.35 * Math.sin(a),
      wrist: 0.1,
      curl: 0.16,
    }),
  ) as Body['arms']
  const hipsRot: Quat = bend(0.16, 0.04 * Math.sin(a * 0.5), 0.03 * Math.sin(a * 0.5))
  return {
    rest: [undefined, undefined],
    shrug: [0, 0],
    head: [0, 0, 0],
    hips,
    hipsRot,
    torso: [0.06, 0, 0],
    arms,
    feet: SIDES.map((side) => {
      const u = Math.sin(a * 0.8 + (side === 0 ? 0 : Math.PI))
      return leg(
        side,
        { hips, hipsRot },
        b,
        [SIGN[side] * 0.06, -0.86 - 0.06 * u, 0.1 + 0.2 * u],
        [SIGN[side] * 0.3, 0, 1],
        0.75 + 0.3 * u,
        0,
      )
    }) as Body['feet'],
  }
}

/** On the back at the surface, arms spread, hardly moving. */
export function floating(b: Build, t: number): Body {
  const h = b.figure.heightM
  const swell = Math.sin(2 * Math.PI * 0.22 * t)
  const hips: Vec3 = [0, (0.815 + 0.006 * swell) * h, 0]
  const hipsRot: Quat = bend(-1.42 + 0.02 * swell, 0, 0.015 * swell)
  return {
    rest: [undefined, undefined],
    shrug: [0, 0],
    hips,
    hipsRot,
    torso: [-0.05, 0, 0],
    head: [0.06, 0, 0],
    arms: SIDES.map((side) =>
      armOf(side, { out: 1.15 + 0.05 * swell, forward: 0, turn: 0.2, flex: 0.35, twist: 0.5, curl: 0.24 }),
    ) as Body['arms'],
    feet: SIDES.map((side) =>
      leg(side, { hips, hipsRot }, b, [SIGN[side] * 0.13, 0.02 + 0.02 * swell * SIGN[side], 0.97], [SIGN[side] * 0.3, 1, 0], -0.75, 0.3),
    ) as Body['feet'],
  }
}

/** Face down along the way: legs flutter; arms crawl over the water, or part it under it. */
function stroke(b: Build, t: number, crawls: boolean): Body {
  const h = b.figure.heightM
  const a = 2 * Math.PI * (crawls ? HZ.crawl : HZ.breast) * t
  const kick = 2 * Math.PI * HZ.flutter * t
  const roll = crawls ? 0.42 * Math.sin(a) : 0
  const surge = crawls ? 0 : Math.sin(a)
  const hips: Vec3 = [0, (SWIM_HIPS + 0.008 * surge) * h, 0.012 * h * surge]
  const arms = SIDES.map((side) => (crawls ? crawlArm(side, a + (side === 0 ? 0 : Math.PI)) : breastArm(side, a))) as Body['arms']
  const hipsRot: Quat = quatMul(rx(1.38), [0, Math.sin(roll / 4), 0, Math.cos(roll / 4)])
  return {
    rest: [undefined, undefined],
    hips,
    hipsRot,
    torso: [-0.12 + 0.05 * surge, roll * 0.5, 0],
    head: [crawls ? -0.2 : -0.5, crawls ? 0.5 * smoothstep(0.3, 0.95, Math.sin(a)) : 0, 0],
    shrug: [0.12, 0.12],
    arms,
    feet: SIDES.map((side) => {
      const u = Math.sin(kick + (side === 0 ? 0 : Math.PI))
      // The knee gives when the leg comes down, and is straight when it goes up.
      const bent = Math.max(0, Math.cos(kick + (side === 0 ? 0 : Math.PI)))
      return leg(
        side,
        { hips, hipsRot },
        b,
        [SIGN[side] * 0.02, -0.14 + 0.13 * u, -0.97 + 0.07 * bent],
        [SIGN[side] * 0.1, -1, -0.12],
        2.35 - 0.3 * u,
        0,
      )
    }) as Body['feet'],
  }
}

/** Reaches ahead, pulls down and back under the body, and comes forward over the water with a high elbow. */
function crawlArm(side: Side, a: number): Body['arms'][number] {
  const u = (a / (2 * Math.PI)) % 1
  const phase = u < 0 ? u + 1 : u
  // From overhead (2.9) down to the thigh (-0.35), and on round over the back to overhead.
  const pull = smoothstep(0.08, 0.6, phase)
  const back = smoothstep(0.6, 1.02, phase)
  const forward = lerp(lerp(2.9, -0.35, pull), 2.9 - 2 * Math.PI, back)
  const out = 0.14 + 0.85 * Math.sin(Math.PI * back) ** 1.2
  const flex = 0.18 + 1.05 * Math.sin(Math.PI * pull) * (1 - back) + 1.25 * Math.sin(Math.PI * back)
  return armOf(side, { out, forward, turn: 0.2 + 0.7 * Math.sin(Math.PI * back), flex, twist: -0.35, wrist: 0.05, curl: 0.12 })
}

/** Both arms out from ahead, round to the chest, and ahead again: the body glides. */
function breastArm(side: Side, a: number): Body['arms'][number] {
  const u = (a / (2 * Math.PI)) % 1
  const phase = u < 0 ? u + 1 : u
  const sweep = smoothstep(0.3, 0.62, phase) * (1 - smoothstep(0.66, 0.98, phase))
  const tuck = smoothstep(0.5, 0.68, phase) * (1 - smoothstep(0.72, 1, phase))
  return armOf(side, {
    out: 0.12 + 1.0 * sweep * (1 - 0.55 * tuck),
    forward: 2.85 - 1.35 * tuck - 0.5 * sweep,
    turn: 0.3,
    flex: 0.12 + 0.35 * sweep + 1.35 * tuck,
    twist: -0.5 + 0.3 * sweep,
    wrist: 0.08,
    curl: 0.12,
  })
}

/** The body of somebody who is in the water, from treading to the stroke. */
export function swimming(b: Build, t: number, { prone, crawls }: InWater): Body {
  if (prone <= 0) return treading(b, t)
  return blendBody(treading(b, t), stroke(b, t, crawls), prone)
}
