import type { PropTrack } from '../film'
import { smoothstep } from '../film'
import { byChest, chestWard, type Hands, poseArm, reachFor } from './acts/kit'
import { armOf } from './body'
import { SIGN, type Side } from './rig'

/** A thing in a hand, and how firmly the arm already holds it (0 to 1). */
export interface Grip {
  readonly side: Side
  readonly prop: string
  readonly weight: number
}

/** Things that hang from a straight arm, and things held low until aimed. */
const HANGS = /suitcase|briefcase|bag|bucket|basket|luggage|toolbox|lantern|satchel|jerrycan/
const LOW = /gun|pistol|revolver|rifle|knife|torch|flashlight|hammer|axe|key|cigarette|club|bat|sword/

/** What a person's hands hold at a time. */
export function gripsAt(props: readonly PropTrack[], character: string, t: number): readonly Grip[] {
  const out: Grip[] = []
  for (const p of props) {
    let i = -1
    p.states.forEach((s, k) => {
      if (s.t0 <= t || k === 0) i = k
    })
    const now = p.states[i]
    const side = (s: typeof now): Side | undefined => (s?.kind === 'held' && s.by === character ? (s.hand === 'left' ? 0 : 1) : undefined)
    const held = side(now)
    if (held !== undefined) out.push({ side: held, prop: p.prop, weight: i === 0 ? 1 : smoothstep(now!.t0, now!.t0 + 0.35, t) })
    else if (now && i > 0) {
      const before = side(p.states[i - 1])
      if (before !== undefined) out.push({ side: before, prop: p.prop, weight: 1 - smoothstep(now.t0, now.t0 + 0.35, t) })
    }
  }
  return out
}

/** Arms of somebody who holds something and does nothing with it. */
export function carryProps(h: Hands, grips: readonly Grip[], upright: number): void {
  for (const g of grips) {
    const s = SIGN[g.side]
    if (HANGS.test(g.prop) && upright > 0.5) {
      poseArm(h, g.side, g.weight, {
        ...armOf(g.side, { out: 0.17, forward: 0.03, turn: 0.1, flex: 0.1, twist: -0.1, curl: 0.85 }),
        index: 0.85,
        thumb: 0.7,
      })
      continue
    }
    if (LOW.test(g.prop)) {
      const arm = h.arms[g.side]
      poseArm(h, g.side, g.weight, { ...arm, flex: Math.max(arm.flex, 0.45), curl: 0.8, index: 0.45, thumb: 0.7 })
      continue
    }
    reachFor(h, g.side, g.weight, {
      wrist: byChest(h, s * 0.085, upright > 0.5 ? -0.175 : -0.165, 0.15),
      fingers: chestWard(h, -s * 0.25, 0.12, 1),
      palm: chestWard(h, -s, 0, -0.2),
      pole: chestWard(h, s * 0.45, -1, -0.55),
      curl: 0.58,
      index: 0.5,
      thumb: 0.55,
    })
  }
}
