import { APART, clearOf, type FloorPlan, facing, type Spot } from './floor-plan'
import { type Doing, toolFor } from './handle-thing'
import { report } from './report-finding'
import type { Place, StageActor } from './stage-actor'

/** How far behind a head that is shorn one stands, metres: what fits first; and how far round from straight behind, radians. */
const BEHIND_M = [0.72, 0.8, 0.64, 0.9, 1] as const
const ROUND = [0, 0.3, -0.3, 0.6, -0.6, 0.95, -0.95] as const

/** A free spot behind somebody, facing their head; undefined where there is none. */
export function behindHead(plan: FloorPlan, { spot, yaw }: Pick<Place, 'spot' | 'yaw'>, taken: readonly Spot[]): Place | undefined {
  for (const turn of ROUND)
    for (const far of BEHIND_M) {
      const away = yaw + Math.PI + turn
      const s = { x: spot.x + Math.sin(away) * far, z: spot.z + Math.cos(away) * far }
      if (plan.isReachable(s) && clearOf(s, taken, APART + 0.02)) return { spot: s, yaw: facing(s, spot), stance: 'stand' }
    }
  return undefined
}

/** Cuts or combs somebody's hair: from behind them, scissors in hand. Whoever has no one to cut, sees to their own. */
export function cutsHair(d: Doing, a: StageActor, other: StageActor | undefined, t: number, seconds: number): void {
  const { stage } = d
  if (!other) {
    a.acts.push({ verb: 'touch-face', t0: t, t1: t + 2.4, energy: 0.4 })
    return
  }
  const taken = stage.actors.filter((b) => b !== a && b !== other && !b.isOff).map((b) => b.place.spot)
  const to = behindHead(stage.plan, other.place, taken)
  const far = to && Math.hypot(to.spot.x - a.place.spot.x, to.spot.z - a.place.spot.z)
  const there = to && (far! < 0.12 ? Math.max(t, a.busyUntil) : stage.traffic.send(a, t, to, 'walk'))
  if (there === undefined) {
    report(stage, d.beat, 'out-of-reach', a, `cannot get behind ${other.spec.name}`)
    return
  }
  const tool = toolFor(d, a, 'barber', there)
  const start = Math.max(tool?.t ?? there, a.busyUntil)
  const long = Math.max(3, Math.min(8, seconds * 1.4))
  a.acts.push({ verb: 'cut-hair', t0: start, t1: start + long, hand: tool?.hand ?? 'right', to: other.key, energy: 0.5 })
  a.gaze.push({ kind: 'actor', t0: start - 0.2, actor: other.key })
  // Whoever is shorn keeps still and looks ahead.
  other.gaze.push({ kind: 'ahead', t0: start })
  a.busyUntil = Math.max(a.busyUntil, start + long - 0.4)
}
