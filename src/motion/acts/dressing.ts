import { add, lerp, mix, smoothstep, type Vec3 } from '../../film'
import { bump, SIDES, SIGN, type Side } from '../rig'
import { type ActNow, byChest, chestWard, type Hands, type Move, reachFor } from './kit'
import { before } from './reaching'

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

/** Moves of getting dressed. */
export const DRESSING_MOVES = { dress: sleeves(true), undress: sleeves(false) } as const satisfies Readonly<Record<string, Move>>
