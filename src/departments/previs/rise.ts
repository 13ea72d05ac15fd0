import type { Stage } from './stage'
import type { StageActor } from './stage-actor'

/** Up from a seat or bed, to a free spot before it. False when there is none. */
export function rise(stage: Stage, a: StageActor, t: number): boolean {
  const { x, z } = a.place.spot
  const front = { x: x + Math.sin(a.place.yaw) * 0.5, z: z + Math.cos(a.place.yaw) * 0.5 }
  const up = stage.places.stand(stage.plan.isFree(a.place.spot) ? a.place.spot : front, a.place.yaw, stage.traffic.taken(a), 0.6)
  if (!up) return false
  if (Math.hypot(up.spot.x - x, up.spot.z - z) < 0.05) {
    a.become(t, { stance: 'stand' })
    return true
  }
  return stage.traffic.send(a, t, up, 'walk') !== undefined
}
