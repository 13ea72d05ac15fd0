import { clamp, smoothstep } from '../../film'
import type { Body } from './body-field'
import { type Field, march, smin } from './sdf'

/** How cloth falls from the chest. */
export interface Fall {
  /** Height of the hem, metres. */
  readonly hemY: number
  /** 0 hangs straight from the widest place above, 1 follows the body inward at the waist. */
  readonly fit: number
  /** How much it widens below the hips, per metre. */
  readonly flare: number
}

const STEPS = 28

/**
 * Cloth about the trunk as it hangs: each section is at least the body's, and narrows below a wider one only as far as the cut is
 * shaped (`fit`). Gravity makes straight lines where an even offset of the body would look blown up.
 */
export function drape(body: Body, fall: Fall): Field {
  const { h, hipY, chestY } = body
  const topY = chestY + 0.01 * h
  const lowest = hipY - 0.015 * h
  const bare: Field = (x, y, z) => (y < body.waistY ? smin(body.torso(x, y, z), body.legs(x, y, z), 0.03 * h) : body.torso(x, y, z))
  const span = (topY - lowest) / (STEPS - 1)
  const wide: number[] = []
  const front: number[] = []
  const back: number[] = []
  const held = (list: number[], own: number) => {
    const above = list.at(-1)
    list.push(above === undefined ? own : Math.max(own, own + (above - own) * (1 - fall.fit)))
  }
  for (let i = 0; i < STEPS; i++) {
    const y = topY - span * i
    const z = body.section(y)[2]
    const reach = 0.3 * h
    held(wide, march(bare, 0, y, z, 1, 0, 0, reach))
    held(front, Math.max(march(bare, 0, y, z, 0, 0, 1, reach), march(bare, 0.042 * h, y, z, 0, 0, 1, reach)) + z)
    held(back, Math.max(march(bare, 0, y, z, 0, 0, -1, reach), march(bare, 0.04 * h, y, z, 0, 0, -1, reach)) - z)
  }
  const at = (list: readonly number[], y: number) => {
    const s = clamp((topY - y) / span, 0, STEPS - 1.0001)
    const i = Math.floor(s)
    return list[i]! + (list[i + 1]! - list[i]!) * (s - i)
  }
  const waves = smoothstep(0.02, 0.22, fall.flare)
  return (x, y, z) => {
    const drop = Math.max(0, hipY - y)
    let w = at(wide, y) + fall.flare * drop
    const f = at(front, y) + fall.flare * drop * 0.8
    const b = at(back, y) + fall.flare * drop * 0.95
    const zc = (f - b) / 2
    let d = (f + b) / 2
    if (drop > 0.02 * h && waves > 0) {
      // Godets: flared cloth stands in a few uneven tubes that deepen towards the hem.
      const a = Math.atan2(Math.abs(x), z - zc)
      const lift = 1 + Math.min(0.075, (drop - 0.02 * h) * 0.34) * waves * (Math.cos(a * 7.6 + 0.5) + 0.45 * Math.cos(a * 12.3 + 2.1))
      w *= lift
      d *= lift
    }
    const ax = Math.abs(x) / w
    const az = Math.abs(z - zc) / d
    const r = Math.sqrt(ax * ax + az * az + 0.3 * ax * ax * az * az)
    return Math.max((r - 1) * Math.min(w, d), y - topY)
  }
}
