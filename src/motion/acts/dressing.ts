import { add, lerp, mix, smoothstep, type Vec3 } from '../../film'
import { bump, SIDES, SIGN, type Side } from '../rig'
import { type ActNow, byChest, chestWard, type Hands, headWard, type Move, reachFor } from './kit'
import { before } from './reaching'
import { onHead, touchAt } from './touching'

/** When each sleeve is gone through, as shares of the act, the leading arm first; then both hands set the fronts straight. */
const SLEEVES = [
  [0.05, 0.42],
  [0.36, 0.74],
] as const

/** How far an arm is in its sleeve, 0 to 1. */
const inSleeve = (u: number, first: boolean): number => smoothstep(SLEEVES[first ? 0 : 1][0], SLEEVES[first ? 0 : 1][1], u)

/** A hand on the front of what is worn, by the collar. */
const lapel = (h: Hands, side: Side, low: number): Vec3 => byChest(h, SIGN[side] * 0.055, lerp(-0.02, -0.16, low), before(h) - 0.035)

/** Into a coat or out of it: one arm after the other reaches back and out, and comes forward; then the fronts are pulled straight. */
function sleeves(on: boolean): Move {
  const share = (n: ActNow) => (on ? n.s / n.length : 1 - n.s / n.length)
  return {
    easeIn: 0.4,
    easeOut: 0.45,
    body: (n, b) => {
      const u = share(n)
      const s = SIGN[n.side]
      // The shoulder that goes in leads; the back rounds over it.
      const lead = bump(inSleeve(u, true)) - bump(inSleeve(u, false))
      b.torso = add(b.torso, [0.07 * n.w, s * 0.16 * lead * n.w, s * 0.07 * lead * n.w])
      b.head = add(b.head, [0.12 * n.w, s * 0.16 * lead * n.w, 0])
      b.shrug[n.side] += 0.16 * bump(inSleeve(u, true)) * n.w
      b.shrug[1 - n.side]! += 0.16 * bump(inSleeve(u, false)) * n.w
      return undefined
    },
    hands: (n, h) => {
      const u = share(n)
      for (const side of SIDES) {
        const s = SIGN[side]
        const first = side === n.side
        const through = inSleeve(u, first)
        // Down and back to the sleeve's mouth, then out and forward through it.
        const back = byChest(h, s * 0.19, -0.24, -0.07)
        const out = byChest(h, s * 0.25, -0.1, 0.13)
        const at = through < 0.5 ? mix(back, out, smoothstep(0.1, 0.5, through)) : mix(out, lapel(h, side, 0), smoothstep(0.5, 1, through))
        // The hand that is not in its sleeve yet holds the collar for the other.
        const waits = first ? 0 : 1 - smoothstep(0.3, 0.5, u)
        const straight = smoothstep(0.74, 0.95, u)
        const hold = mix(mix(at, lapel(h, side, 0), waits), lapel(h, side, straight), smoothstep(0.7, 0.8, u))
        reachFor(h, side, n.w * 0.95, {
          wrist: hold,
          pole: chestWard(h, s, -0.7, -0.35),
          curl: lerp(0.5, 0.7, Math.max(waits, straight)),
          thumb: 0.5,
        })
      }
    },
  }
}

/** Up to the brim or to both temples, there a moment, and down again with it, or without: the same on and off. */
const headwear: Move = {
  easeIn: 0.5,
  easeOut: 0.5,
  body: (n, b) => {
    b.head = add(b.head, [0.14 * n.w, 0, 0])
    return undefined
  },
  hands: (n, h) => {
    // From before the chest to the head and back.
    const up = smoothstep(0.15, 0.42, n.s / n.length) * (1 - smoothstep(0.6, 0.9, n.s / n.length))
    for (const side of n.both ? SIDES : [n.side]) {
      const s = SIGN[side]
      const low = byChest(h, s * 0.07, -0.12, before(h) + 0.03)
      const high = n.both ? onHead(h, s * 0.4, 0.1, 0.42) : onHead(h, s * 0.16, 0.42, 0.5)
      touchAt(h, side, n.w, 'index', mix(low, high, up), {
        fingers: headWard(h, -s * 0.35, lerp(0.3, 0.8, up), lerp(0.9, -0.1, up)),
        palm: headWard(h, -s * 0.8, 0.1, -0.5),
        pole: chestWard(h, s * 0.9, -0.8, 0),
        curl: 0.4,
        index: 0.3,
        thumb: 0.6,
      })
    }
  },
  face: (n) => ({ lids: 0.35 * bump(n.s / n.length) }),
}

/** One hand before the chest, the other draws along it from the fingers to the wrist; then the other way round. */
const gloves: Move = {
  easeIn: 0.45,
  easeOut: 0.45,
  body: (n, b) => {
    b.torso = add(b.torso, [0.05 * n.w, 0, 0])
    b.head = add(b.head, [0.24 * n.w, 0, 0])
    return undefined
  },
  hands: (n, h) => {
    const k = h.build.figure.heightM
    const u = (2 * n.s) / n.length
    const change = smoothstep(0.9, 1.1, u)
    for (const side of SIDES) {
      const s = SIGN[side]
      // How much this hand is the one that goes in.
      const goes = side === n.side ? 1 - change : change
      const along = lerp(0.085, 0.005, smoothstep(0.15, 0.8, u % 1))
      const still = byChest(h, s * 0.045, -0.13, before(h) + 0.05)
      const draws = add(byChest(h, -s * 0.045, -0.13, before(h) + 0.05), chestWard(h, s * (along + 0.03) * k, 0.02 * k, 0.02 * k))
      reachFor(h, side, n.w, {
        wrist: mix(draws, still, goes),
        fingers: chestWard(h, -s, lerp(-0.1, 0.35, goes), 0.35),
        palm: chestWard(h, -s * 0.1, lerp(-0.5, -0.2, goes), -1),
        pole: chestWard(h, s, -0.8, -0.1),
        curl: lerp(0.75, 0.12, goes),
        index: lerp(0.7, 0.1, goes),
        thumb: lerp(0.6, 0.15, goes),
      })
    }
  },
}

/** Moves of getting dressed. */
export const DRESSING_MOVES = { dress: sleeves(true), undress: sleeves(false), headwear, gloves } as const satisfies Readonly<
  Record<string, Move>
>
