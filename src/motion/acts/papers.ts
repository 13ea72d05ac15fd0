import { add, lerp, mix, smoothstep, type Vec3 } from '../../film'
import { bump, SIDES, SIGN, type Side } from '../rig'
import { type ActNow, byChest, chestWard, type Hands, type Move } from './kit'
import { holdAt } from './reaching'

const other = (s: Side): Side => (1 - s) as Side

/** Eyes and head go down to what hands do. */
const bowed: NonNullable<Move['body']> = (n, b) => {
  b.head = add(b.head, [0.16 * n.w, 0, 0])
  return undefined
}

/** A sheet held before the chest by one hand, its face to the reader. */
function holdSheet(n: ActNow, h: Hands, side: Side, at: Vec3): void {
  const s = SIGN[side]
  holdAt(h, side, n.w, at, chestWard(h, -s * 0.2, 0.55, 0.8), chestWard(h, -s * 0.55, 0.65, -0.55), {
    curl: 0.45,
    thumb: 0.35,
    pole: chestWard(h, s * 0.4, -1, -0.2),
  })
}

const breakSeal: Move = {
  easeIn: 0.45,
  easeOut: 0.45,
  body: bowed,
  hands: (n, h) => {
    const s = SIGN[n.side]
    const u = n.s / n.length
    holdSheet(n, h, n.side, byChest(h, s * 0.06, -0.11, 0.19))
    // The other thumb goes under the flap, breaks the wax, and lifts the paper.
    const lift = smoothstep(0.42, 0.62, u)
    const p = byChest(h, lerp(-s * 0.012, -s * 0.05, lift), -0.115 + 0.03 * lift + 0.008 * bump((u - 0.34) / 0.1), 0.195)
    holdAt(h, other(n.side), n.w, p, chestWard(h, s * 0.45, 0.4, 0.75), chestWard(h, s * 0.45, -0.1, -0.85), {
      curl: lerp(0.55, 0.4, lift),
      index: 0.35,
      thumb: 0.6,
      pole: chestWard(h, -s * 0.5, -1, -0.2),
    })
  },
}

/** When in a tear the paper parts, as a share of it. */
export const TORN_AT = 0.42

const tear: Move = {
  easeIn: 0.4,
  easeOut: 0.5,
  body: bowed,
  hands: (n, h) => {
    const u = n.s / n.length
    const rip = smoothstep(TORN_AT - 0.06, TORN_AT + 0.16, u)
    const strain = 0.006 * bump((u - TORN_AT + 0.12) / 0.12)
    for (const side of SIDES) {
      const s = SIGN[side]
      const near = side === n.side ? 1 : -1
      // One hand comes towards the body, the other goes away: that is what tears.
      const together = byChest(h, s * (0.03 + strain), -0.11, 0.2)
      const apart = byChest(h, s * 0.1, -0.12 + near * 0.012, 0.2 - near * 0.045)
      holdAt(
        h,
        side,
        n.w,
        mix(together, apart, rip),
        chestWard(h, -s * 0.55, 0.35, 0.75 - 0.4 * near * rip),
        chestWard(h, -s * 0.5, 0.35, -0.75),
        { curl: 0.6, index: 0.55, thumb: 0.6, pole: chestWard(h, s * 0.7, -0.9, -0.2) },
      )
    }
  },
  face: (n) => ({ expressions: [['tense', 0.3 * n.w]] }),
}

/** What hands do with letters. */
export const PAPER_MOVES = { 'break-seal': breakSeal, tear } as const satisfies Readonly<Record<string, Move>>
