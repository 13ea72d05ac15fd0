import { add, lerp, mix, normalize, scale, smoothstep, sub, type Vec3 } from '../../film'
import { bump, SIGN, type Side } from '../rig'
import { type ActNow, byChest, chestWard, type Hands, headWard, type Move, mouthOf } from './kit'
import { holdAt, leanTo, workPoint } from './reaching'

const other = (s: Side): Side => (1 - s) as Side

/** When in lighting something the match catches, and when the wick does; when in blowing something out the flame goes: shares of the act. */
export const STRUCK_AT = 0.26
export const CAUGHT_AT = 0.6
export const BLOWN_AT = 0.58

/** The match's head stands so far from the middle of the hand, heights. */
const MATCH = 0.045

/** Where the hand is whose match touches a point. */
const touching = (n: ActNow, h: Hands, flame: Vec3): Vec3 => {
  const k = h.build.figure.heightM
  const away = normalize(sub(flame, h.trunk.armJoint[n.side]))
  return sub(flame, scale(away, MATCH * k))
}

const kindle: Move = {
  easeIn: 0.4,
  easeOut: 0.5,
  body: (n, b) => {
    const u = n.s / n.length
    const there = smoothstep(0.4, 0.56, u) * (1 - smoothstep(0.8, 0.98, u))
    if (n.act.at && n.target) leanTo(n, b, n.side, workPoint(n), there * n.w)
    b.head = add(b.head, [0.14 * n.w, 0, 0])
    return undefined
  },
  hands: (n, h) => {
    const s = SIGN[n.side]
    const u = n.s / n.length
    // Along the box, flaring at its end; then over to the wick, or up before the face.
    const stroke = smoothstep(STRUCK_AT - 0.08, STRUCK_AT, u)
    const box = byChest(h, -s * 0.045, -0.14, 0.19)
    const strike = add(box, chestWard(h, s * lerp(0.045, 0.13, stroke), 0.03 * bump((u - STRUCK_AT + 0.08) / 0.08), 0.01))
    const wick = n.act.at && n.target ? touching(n, h, n.target) : byChest(h, s * 0.05, 0.02, 0.2)
    const go = smoothstep(0.36, 0.54, u) * (1 - smoothstep(0.82, 1, u))
    holdAt(
      h,
      n.side,
      n.w,
      mix(strike, wick, go),
      chestWard(h, -s * lerp(0.7, 0.2, go), 0.2, lerp(0.6, 1, go)),
      chestWard(h, -s * 0.4, -0.6, -0.6),
      {
        curl: 0.7,
        index: 0.6,
        thumb: 0.75,
        pole: chestWard(h, s * 0.6, -0.9, -0.2),
      },
    )
    holdAt(h, other(n.side), n.w * (1 - go), box, chestWard(h, s * 0.6, 0.15, 0.8), chestWard(h, s * 0.4, 0.5, -0.7), {
      curl: 0.6,
      index: 0.55,
      thumb: 0.6,
      pole: chestWard(h, -s * 0.5, -1, -0.2),
    })
  },
}

const blow: Move = {
  easeIn: 0.5,
  easeOut: 0.6,
  body: (n, b) => {
    const u = n.s / n.length
    const down = smoothstep(0.05, 0.45, u) * (1 - smoothstep(0.72, 1, u))
    const breath = bump((u - 0.22) / 0.3)
    const k = n.build.figure.heightM
    if (n.act.at && n.target) {
      // Face to flame: as low as it stands, as far as it is.
      const eyes = (n.upright > 0.5 ? 0.9 : 0.6) * k
      const low = Math.max(0, Math.min(1, (eyes - n.target[1]) / (0.5 * k)))
      b.torso = add(b.torso, [0.6 * low * down, 0, 0])
      b.hips = add(b.hips, [0, -0.02 * k * low * down, -0.03 * k * low * down])
    }
    b.torso = add(b.torso, [-0.06 * breath + 0.08 * bump((u - 0.44) / 0.26), 0, 0])
    b.shrug[0] += 0.08 * breath
    b.shrug[1] += 0.08 * breath
    b.head = add(b.head, [0.08 * down, 0, 0])
    return undefined
  },
  hands: (n, h) => {
    if (!(n.act.at && n.target)) return
    // A hand behind the flame keeps the wax from flying.
    const s = SIGN[n.side]
    const k = h.build.figure.heightM
    const u = n.s / n.length
    const near = smoothstep(0.15, 0.42, u) * (1 - smoothstep(0.7, 0.95, u))
    const from = normalize(sub(mouthOf(h), n.target))
    const cup = add(add(n.target, scale(from, -0.05 * k)), chestWard(h, s * 0.03 * k, -0.01 * k, 0))
    holdAt(h, n.side, near * n.w, cup, headWard(h, -s * 0.5, 0.7, 0.3), headWard(h, -s * 0.5, 0, -0.8), {
      curl: 0.3,
      index: 0.25,
      thumb: 0.2,
    })
  },
  face: (n) => {
    const u = n.s / n.length
    const puff = smoothstep(0.4, 0.48, u) * (1 - smoothstep(0.64, 0.72, u))
    return { mouth: [['ou', 0.9 * puff * n.w]], lids: 0.35 * puff }
  },
}

/** What people do with flames. */
export const FLAME_MOVES = { kindle, blow } as const satisfies Readonly<Record<string, Move>>
