import { add, lerp, mix, smoothstep, type Vec3 } from '../../film'
import { bump, SIGN, type Side } from '../rig'
import { type ActNow, byChest, chestWard, type Hands, type Move } from './kit'
import { before, holdAt, leanTo } from './reaching'
import { touchAt } from './touching'

/** Seconds from one coin or note to the next. */
const PIECE_S = 0.95

/** Where the heap is held, and where from it the next piece is taken: on top of it, root frame. */
function heap(n: ActNow, h: Hands): { readonly at: Vec3; readonly top: Vec3 } {
  const s = SIGN[n.side]
  const held = byChest(h, s * 0.045, -0.14, before(h) + 0.02)
  // Over the table, however low one bends.
  const least = n.act.at && n.target ? n.target[1] + 0.06 * h.build.figure.heightM : held[1]
  // What is raised is held farther out: before the shoulder no finger gets to it.
  const raised = Math.max(0, least - held[1])
  const at: Vec3 = [held[0], held[1] + raised, held[2] + 0.7 * raised]
  return { at, top: add(at, [0, 0.006 * h.build.figure.heightM, 0]) }
}

/** One hand holds coins or notes, palm up; the other takes piece after piece and lays it down, or draws it aside. */
const count: Move = {
  easeIn: 0.5,
  easeOut: 0.5,
  body: (n, b) => {
    const turn = 0.05 * Math.sin((n.s / PIECE_S) * 2 * Math.PI)
    b.torso = add(b.torso, [0.1 * n.w, 0, 0])
    // The head nods a little over each.
    b.head = add(b.head, [(0.2 + 0.03 * Math.max(0, turn / 0.05)) * n.w, -SIGN[n.side] * 0.05 * n.w, 0])
    if (n.act.at && n.target) leanTo(n, b, (1 - n.side) as Side, n.target, n.w)
    return undefined
  },
  hands: (n, h) => {
    const s = SIGN[n.side]
    const { at, top } = heap(n, h)
    holdAt(h, n.side, n.w, at, chestWard(h, -s * 0.75, 0.05, 0.6), chestWard(h, -s * 0.12, 1, -0.1), {
      curl: 0.42,
      index: 0.36,
      thumb: 0.1,
      pole: chestWard(h, s * 0.5, -1, -0.3),
    })
    const u = (n.s / PIECE_S) % 1
    const away = smoothstep(0.2, 0.55, u) * (1 - smoothstep(0.68, 1, u))
    const aside = n.act.at && n.target ? add(n.target, [0, 0.012, 0]) : add(top, chestWard(h, -s * 0.09 * h.build.figure.heightM, 0, 0))
    // Up from the heap and over to where the counted ones lie.
    const lift: Vec3 = [0, 0.02 * h.build.figure.heightM * bump(away), 0]
    touchAt(h, (1 - n.side) as Side, n.w, 'index', add(mix(top, aside, away), lift), {
      fingers: chestWard(h, s * 0.35, -0.75, 0.55),
      palm: chestWard(h, s * 0.4, -0.35, -0.8),
      pole: chestWard(h, -s * 0.8, -0.6, -0.3),
      curl: 0.5,
      index: lerp(0.3, 0.42, bump(u / 0.35)),
      thumb: 0.55,
    })
  },
}

/** What hands do with money. */
export const MONEY_MOVES = { count } as const satisfies Readonly<Record<string, Move>>
