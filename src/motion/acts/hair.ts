import { add, lerp, noise1, normalize, scale, sub, type Vec3 } from '../../film'
import { SIGN, type Side } from '../rig'
import { type ActNow, chestWard, type Move } from './kit'
import { holdAt, leanTo } from './reaching'

const other = (s: Side): Side => (1 - s) as Side

/** Locks a second that scissors take. */
const LOCKS = 0.7

/** The head whose hair is cut: its eyes are known, its middle lies behind them as seen by whoever stands behind it. Root frame. */
function shornHead(n: ActNow): { readonly middle: Vec3; readonly to: Vec3; readonly aside: Vec3 } {
  const k = n.build.figure.heightM
  const eyes = n.target ?? [0, n.chestM + 0.12 * k, 0.4 * k]
  const flat: Vec3 = normalize([eyes[0], 0, eyes[2]])
  return { middle: sub(add(eyes, [0, 0.035, 0]), scale(flat, 0.085)), to: flat, aside: [flat[2], 0, -flat[0]] }
}

/** Where the comb lifts a lock: round the back of the head, one place after the other, metres from its middle. */
function lockAt(n: ActNow): { readonly at: Vec3; readonly snip: number } {
  const { middle, to, aside } = shornHead(n)
  const beat = n.s * LOCKS
  const i = Math.floor(beat)
  const place = (j: number): Vec3 => {
    const round = noise1(`${n.key}/lock`, j * 7.31) * 0.9
    const up = 0.03 + 0.055 * noise1(`${n.key}/up`, j * 5.17)
    return add(add(scale(to, -0.125 * Math.cos(round)), scale(aside, 0.125 * Math.sin(round))), [0, up, 0])
  }
  const u = beat - i
  const go = Math.min(1, Math.max(0, (u - 0.72) / 0.28))
  const smooth = go * go * (3 - 2 * go)
  const [a, b] = [place(i), place(i + 1)]
  const mid: Vec3 = [lerp(a[0], b[0], smooth), lerp(a[1], b[1], smooth), lerp(a[2], b[2], smooth)]
  // Between locks the hands come away from the head.
  const off = 1 + 0.5 * Math.sin(Math.PI * go)
  return { at: add(middle, scale(mid, off)), snip: u < 0.68 ? Math.abs(Math.sin(u * 14)) : 0 }
}

/** A lock held up by comb and fingers, and cut: from behind. */
const cutHair: Move = {
  easeIn: 0.7,
  easeOut: 0.7,
  body: (n, b) => {
    leanTo(n, b, n.side, lockAt(n).at, n.w * 0.7)
    b.head = add(b.head, [0.16 * n.w, 0, 0.05 * Math.sin(n.s * 1.3) * n.w])
    return undefined
  },
  hands: (n, h) => {
    const s = SIGN[n.side]
    const { at, snip } = lockAt(n)
    const { aside, to } = shornHead(n)
    const k = h.build.figure.heightM
    const out = (x: number, y: number, z: number): Vec3 => add(at, add(add(scale(aside, x * k), [0, y * k, 0]), scale(to, z * k)))
    // Scissors stand so far beyond the fist, the comb lies under the lock.
    holdAt(h, n.side, n.w, out(s * 0.06, 0.012, -0.045), chestWard(h, -s * 0.85, 0.12, 0.5), chestWard(h, 0, -0.4, 0.9), {
      curl: 0.55 + 0.2 * snip,
      index: 0.35 + 0.3 * snip,
      thumb: 0.45 + 0.3 * snip,
      pole: chestWard(h, s, -0.35, -0.2),
    })
    holdAt(h, other(n.side), n.w, out(-s * 0.05, -0.008, -0.03), chestWard(h, s * 0.75, 0.35, 0.55), chestWard(h, s * 0.2, -0.2, 1), {
      curl: 0.35,
      index: 0.2,
      thumb: 0.35,
      pole: chestWard(h, -s, -0.4, -0.2),
    })
  },
}

/** What is done to somebody else's hair. */
export const HAIR_MOVES = { 'cut-hair': cutHair } as const satisfies Readonly<Record<string, Move>>
