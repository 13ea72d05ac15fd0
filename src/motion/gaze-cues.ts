import type { Act, Habit, Performance, Vec3 } from '../film'
import type { Bout } from './mannerisms/bouts'
import { avoidEyes, stare } from './mannerisms/eyes'

/** What somebody looks at from a time on; `rel` is a direction from the body's front, radians (left and up positive). */
export type GazeCue =
  | Performance['gaze'][number]
  | { readonly kind: 'rel'; readonly t0: number; readonly yaw: number; readonly pitch: number }

interface Span {
  readonly t0: number
  readonly t1: number
  readonly cues: readonly GazeCue[]
}

const rel = (t0: number, yaw: number, pitch: number): GazeCue => ({ kind: 'rel', t0, yaw, pitch })

/** Where an act takes the eyes, if it does. */
function lookOf(a: Act): Span | undefined {
  const at = (p: Vec3): GazeCue => ({ kind: 'point', t0: a.t0, at: p })
  const span = (...cues: GazeCue[]): Span => ({ t0: a.t0, t1: a.t1, cues })
  switch (a.verb) {
    case 'look-around': {
      const d = a.t1 - a.t0
      return span(rel(a.t0, 0.75, 0.03), rel(a.t0 + d * 0.36, -0.7, 0.06), rel(a.t0 + d * 0.72, 0.25, -0.05))
    }
    case 'look-down':
      return span(a.at ? at(a.at) : rel(a.t0, 0.05, -0.62))
    case 'read':
      return span(rel(a.t0, 0, -0.55))
    case 'write':
    case 'type':
      return span(a.at ? at(a.at) : rel(a.t0, 0, -0.6))
    case 'sleep':
      return span(rel(a.t0, 0.1, -0.25))
    case 'cry':
      return span(rel(a.t0, 0.08, -0.5))
    case 'work':
      return span(a.at ? at(a.at) : rel(a.t0, -0.05, -0.6))
    case 'bow':
      return span(rel(a.t0, 0, -0.55))
    case 'rub-neck':
      return span(rel(a.t0, 0.3, -0.4))
    case 'smooth-clothes':
      return span(rel(a.t0, 0.05, -0.6))
    case 'die':
      return { t0: a.t0, t1: Number.POSITIVE_INFINITY, cues: [rel(a.t0, 0, -0.5), rel(a.t0 + 0.9, 0.2, 0)] }
    case 'drive':
      return span(rel(a.t0, 0, -0.02))
    case 'pour':
    case 'eat':
      return span(a.at ? at(a.at) : rel(a.t0, 0, -0.45))
    case 'reach':
    case 'pick-up':
    case 'put-down':
    case 'point':
    case 'aim':
    case 'shoot':
    case 'close':
    case 'open':
    case 'wipe':
    case 'knock':
    case 'hammer':
      return a.at
        ? span(at(a.at))
        : a.to && (a.verb === 'point' || a.verb === 'aim' || a.verb === 'shoot')
          ? span({ kind: 'actor', t0: a.t0, actor: a.to })
          : undefined
    case 'fall':
      return { t0: a.t0, t1: Number.POSITIVE_INFINITY, cues: [rel(a.t0, 0.2, 0)] }
    default:
      return undefined
  }
}

/** Acts that need no eyes of their own when the plan already says where to look during them. */
const YIELDS: ReadonlySet<Act['verb']> = new Set([
  'point',
  'close',
  'drive',
  'work',
  'reach',
  'pick-up',
  'put-down',
  'open',
  'wipe',
  'knock',
  'eat',
])

/** Where a mannerism takes the eyes, if it does. */
function lookOfBout({ row, t0, t1, hand }: Bout): Span | undefined {
  return row.eyes && { t0, t1, cues: row.eyes(t0, t1, hand === 'left' ? 1 : -1) }
}

/**
 * The plan's gaze with what acts and mannerisms add to it, in order of time; never empty.
 * @param key seeds what comes by chance. @param seconds the shot's length.
 */
export function gazeCues(
  p: Performance,
  bouts: readonly Bout[],
  habits: readonly Habit[],
  key: string,
  seconds: number,
): readonly GazeCue[] {
  const plan: GazeCue[] = [...p.gaze].sort((a, b) => a.t0 - b.t0)
  const own = habits.includes('avoids-eyes') ? avoidEyes(plan, key, seconds) : habits.includes('stares') ? stare(plan) : plan
  const out: GazeCue[] = own.length > 0 ? [...own] : [{ kind: 'ahead', t0: 0 }]
  const spans = [
    ...p.acts.flatMap((act) => {
      const yields = YIELDS.has(act.verb) && p.gaze.some((g) => g.t0 > act.t0 - 0.3 && g.t0 < act.t1)
      const span = yields ? undefined : lookOf(act)
      return span ? [span] : []
    }),
    ...bouts.flatMap((bout) => lookOfBout(bout) ?? []),
  ]
  for (const span of spans) {
    // Eyes lead: a reach is looked at before the hand moves.
    const from = span.t0 - 0.12
    let back: GazeCue = out[0]!
    for (const g of out) if (g.t0 <= span.t1) back = g
    const kept = out.filter((g, i) => i === 0 || g.t0 < from || g.t0 > span.t1)
    out.length = 0
    out.push(...kept, ...span.cues.map((c) => ({ ...c, t0: c.t0 - 0.12 })))
    if (Number.isFinite(span.t1)) out.push({ ...back, t0: span.t1 - 0.1 })
    out.sort((a, b) => a.t0 - b.t0)
  }
  return out
}
