import { add, noise1, smoothstep, type Vec3 } from '../../film'
import { SIDES, SIGN, type Side } from '../rig'
import { type ActNow, byChest, chestWard, type Move, reachFor } from './kit'
import { holdAt, leanTo, workPoint } from './reaching'

const other = (s: Side): Side => (1 - s) as Side

/** Chords a second that hands at a keyboard change to. */
const CHORDS = 0.8

/** Where a hand is along the keys, heights from their middle: it goes from chord to chord. */
function along(n: ActNow, side: Side): number {
  const beat = n.s * CHORDS + (side === 0 ? 0.35 : 0)
  const k = Math.floor(beat)
  const at = (i: number) => noise1(`${n.key}/chord${side}`, i * 7.31) * 0.07
  return at(k) + (at(k + 1) - at(k)) * smoothstep(0.62, 0.95, beat - k)
}

const playKeys: Move = {
  easeIn: 0.6,
  easeOut: 0.6,
  body: (n, b) => {
    // Into the keys and back with the phrase.
    b.torso = add(b.torso, [(0.1 + 0.04 * Math.sin(n.s * 1.7)) * n.w, 0.03 * Math.sin(n.s * 1.1) * n.w, 0.02 * Math.sin(n.s * 0.9) * n.w])
    b.head = add(b.head, [0.08 * n.w, 0, 0.03 * Math.sin(n.s * 1.3) * n.w])
    leanTo(n, b, n.side, workPoint(n, 0.27), n.w * 0.6)
    return undefined
  },
  hands: (n, h) => {
    const k = h.build.figure.heightM
    const p = workPoint(n, 0.27)
    for (const side of SIDES) {
      const s = SIGN[side]
      const beat = n.s * CHORDS * 2 + (side === 0 ? 0.4 : 0)
      const down = Math.max(0, Math.sin(beat * Math.PI * 2)) ** 3
      const wrist: Vec3 = [p[0] + s * 0.13 * k + along(n, side) * k, p[1] + 0.032 * k - 0.008 * k * down, p[2] - 0.062 * k]
      reachFor(h, side, n.w, {
        wrist,
        fingers: [-s * 0.08, -0.14 - 0.1 * down, 1],
        palm: [0, -1, -0.1],
        pole: chestWard(h, s * 0.8, -1, -0.3),
        curl: 0.3 + 0.14 * down,
        index: 0.26 + 0.18 * Math.max(0, Math.sin(beat * Math.PI * 2 + 1.2)),
        thumb: 0.15,
      })
    }
  },
  face: (n) => ({ lids: 0.28 * smoothstep(-0.2, 0.6, noise1(`${n.key}/lost`, n.s * 0.4)) * n.w }),
}

const strum: Move = {
  easeIn: 0.6,
  easeOut: 0.6,
  body: (n, b) => {
    b.torso = add(b.torso, [0.07 * n.w, SIGN[n.side] * 0.1 * n.w, 0.02 * Math.sin(n.s * 2.4) * n.w])
    b.head = add(b.head, [0.1 * n.w, -SIGN[n.side] * 0.08 * n.w, 0])
    return undefined
  },
  hands: (n, h) => {
    // One hand holds the neck and goes from fret to fret, the other strokes over the sound hole.
    const s = SIGN[n.side]
    const neck = other(n.side)
    const fret = 0.025 * noise1(`${n.key}/fret`, Math.floor(n.s * 0.7) * 3.7)
    holdAt(h, n.side, n.w, byChest(h, s * 0.2 + fret * s, -0.13, 0.15), chestWard(h, 0.15 * s, 0.45, 0.9), chestWard(h, -s * 0.5, 0.8, 0), {
      curl: 0.65,
      index: 0.55,
      thumb: 0.4,
      pole: chestWard(h, s * 0.6, -1, 0.1),
    })
    const swing = Math.sin(n.s * 2 * Math.PI * 1.5)
    reachFor(h, neck, n.w, {
      wrist: byChest(h, -s * 0.085, -0.22 + 0.028 * swing, 0.185),
      fingers: chestWard(h, s * 0.75, -0.45, 0.25),
      palm: chestWard(h, 0, -0.1, -1),
      pole: chestWard(h, -s, -0.35, 0.15),
      curl: 0.35,
      index: 0.35,
      thumb: 0.3,
    })
  },
}

/** What players do. */
export const MUSIC_MOVES = { 'play-keys': playKeys, strum } as const satisfies Readonly<Record<string, Move>>
