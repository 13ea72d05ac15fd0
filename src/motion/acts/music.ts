import { add, cross, noise1, normalize, quatRotate, scale, smoothstep, type Vec3 } from '../../film'
import { SIDES, SIGN, type Side } from '../rig'
import { armPoints } from '../skeleton'
import { type ActNow, byChest, chestWard, deepOf, type Hands, type Move } from './kit'
import { holdAt, leanTo, workPoint } from './reaching'
import { touchAt } from './touching'

const other = (s: Side): Side => (1 - s) as Side

/** Tops of the white keys from the point of a piano that is played at, metres. */
const KEY_TOP_M = -0.005

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
      const key: Vec3 = [p[0] + s * 0.105 * k + along(n, side) * k, p[1] + KEY_TOP_M + 0.02 * (1 - down), p[2] + 0.015]
      touchAt(h, side, n.w, 'index', key, {
        fingers: [-s * 0.08, -0.14 - 0.1 * down, 1],
        palm: [0, -1, -0.1],
        pole: chestWard(h, s * 0.8, -1, -0.3),
        curl: 0.3 + 0.14 * down,
        index: 0.3 + 0.1 * down,
        thumb: 0.15,
      })
    }
  },
  face: (n) => ({ lids: 0.28 * smoothstep(-0.2, 0.6, noise1(`${n.key}/lost`, n.s * 0.4)) * n.w }),
}

/** A guitar as it is built, in the frame of the hand at its neck: metres down the neck to the sound hole, the height of its strings, how thick it is behind them. */
const GUITAR = { holeM: 0.47, stringsM: 0.008, deepM: 0.095 } as const
/** Strokes a second, and how far across the strings they go to either side, metres. */
const STROKES = 1.5
const ACROSS_M = 0.045

/** The middle of a closed hand and the way what is in it lies: as things in hands are drawn. */
function gripIn(h: Hands, side: Side): { readonly at: Vec3; readonly up: Vec3; readonly front: Vec3 } {
  const k = h.build.figure.heightM
  const { wrist, hand } = armPoints(side, h.trunk, h.arms[side], h.build.limbs)
  return {
    at: add(wrist, quatRotate(hand, [SIGN[side] * 0.042 * k, -0.018 * k, 0])),
    up: quatRotate(hand, [0, 0, 1]),
    front: quatRotate(hand, [SIGN[side], 0, 0]),
  }
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
    const s = SIGN[n.side]
    // The back of the guitar lies against the belly, its neck goes up to the side of the hand that holds it.
    const neck = normalize(chestWard(h, s * 0.9, 0.36, 0.1))
    const face = normalize(chestWard(h, -s * 0.1, 0.4, 1))
    const hole = add(byChest(h, -s * 0.075, -0.15, 0), chestWard(h, 0, 0, 0.92 * deepOf(h.build.figure) + GUITAR.deepM))
    // Fingers change at the frets; the hand stays on the neck, as the guitar hangs in it.
    const fret = 0.12 * noise1(`${n.key}/fret`, Math.floor(n.s * 0.7) * 3.7)
    holdAt(h, n.side, n.w, add(hole, scale(neck, GUITAR.holeM)), face, cross(face, scale(neck, s)), {
      curl: 0.65 + fret,
      index: 0.55 - fret,
      thumb: 0.4,
      pole: chestWard(h, s * 0.6, -1, 0.1),
    })
    // The other hand strokes over the sound hole: down on the strings, back up a little off them.
    const grip = gripIn(h, n.side)
    const u = n.s * STROKES
    const swing = Math.sin(u * 2 * Math.PI)
    const off = GUITAR.stringsM + 0.022 * Math.max(0, Math.cos(u * 2 * Math.PI))
    const down = normalize(cross(grip.front, grip.up))
    const lower = down[1] < 0 ? down : scale(down, -1)
    const on = add(add(add(grip.at, scale(grip.up, -GUITAR.holeM)), scale(grip.front, off)), scale(lower, -ACROSS_M * swing))
    touchAt(h, other(n.side), n.w, 'index', on, {
      fingers: add(scale(grip.up, 0.75), add(scale(lower, 0.35), scale(grip.front, -0.4))),
      palm: scale(grip.front, -1),
      pole: chestWard(h, -s, -0.35, 0.15),
      curl: 0.4,
      index: 0.4,
      thumb: 0.35,
    })
  },
}

/** What players do. */
export const MUSIC_MOVES = { 'play-keys': playKeys, strum } as const satisfies Readonly<Record<string, Move>>
