import { type Steering, type Vec3, WHEEL_RADIUS_M } from '../../film'
import { type MeshBatch, rod } from '../geometry'
import { BLACK } from './prop-shape'

/** A rim with three spokes in its own frame, turning about z, its face towards −z. */
export function wheelRim(b: MeshBatch): void {
  b.use(BLACK)
  const n = 18
  const p = (k: number): Vec3 => [Math.cos((k / n) * Math.PI * 2) * WHEEL_RADIUS_M, Math.sin((k / n) * Math.PI * 2) * WHEEL_RADIUS_M, 0]
  for (let i = 0; i < n; i++) rod(b, p(i), p(i + 1), 0.015, { sides: 6 })
  for (const k of [0, 9, 13.5]) rod(b, [0, 0, 0.02], p(k), 0.012, { sides: 5 })
  rod(b, [0, 0, -0.01], [0, 0, 0.3], 0.035, { sides: 10 })
}

/** A wheel that stands still, on its column, towards who sits behind it. */
export function steeringWheel(b: MeshBatch, { at, lean }: Steering): void {
  b.at(at, () => wheelRim(b), 0, lean)
}
