import { add, dot, type LightPlan, length, normalize, type SetSpec, scale, smoothstep, sub, type Vec3 } from '../../film'
import { luminance } from './kelvin'
import { leavesThrough } from './openings'

/** Illuminance at people's faces, in the plan's lux, before exposure. */
export interface FaceReading {
  /** Brightest side of the average face. */
  readonly key: number
  /** Darkest side. */
  readonly fill: number
  /** key ÷ fill. */
  readonly ratio: number
}

/** Lights of a plan, as far as a meter needs them. */
export type Metered = Pick<LightPlan, 'sun' | 'spots' | 'points' | 'ambient'>

/** Which parts of a light reach a point that faces `normal`: unshadowed illuminance in lux. */
export function illuminance(lights: Metered, at: Vec3, normal: Vec3, sunVisible: boolean): number {
  let e = sunVisible ? lights.sun.lux * luminance(lights.sun.colour) * Math.max(0, dot(normal, lights.sun.direction)) : 0
  for (const s of lights.spots) {
    const to = sub(s.position, at)
    const d = Math.max(length(to), 0.1)
    const l = scale(to, 1 / d)
    const cos = -dot(l, normalize(sub(s.target, s.position)))
    const inner = Math.cos(s.angle * (1 - s.penumbra))
    const cone = smoothstep(Math.cos(s.angle), Math.max(inner, Math.cos(s.angle) + 1e-4), cos)
    e += ((s.candela * luminance(s.colour) * cone) / (d * d)) * Math.max(0, dot(normal, l))
  }
  for (const p of lights.points) {
    const to = sub(p.position, at)
    const d = Math.max(length(to), 0.1)
    e += ((p.candela * luminance(p.colour)) / (d * d)) * Math.max(0, dot(normal, scale(to, 1 / d)))
  }
  const up = normal[1] * 0.5 + 0.5
  return e + luminance(lights.ambient.sky) * up + luminance(lights.ambient.ground) * (1 - up)
}

/** The sun or moon reaches the point: outside always, inside through a window or arch. */
export const sunReaches = (set: SetSpec, lights: Metered, at: Vec3): boolean =>
  !set.interior || leavesThrough(set, at, lights.sun.direction)

/**
 * Walks round each head with a meter, as a gaffer does: eight directions tilted 10° up.
 * @param people heads, at least one.
 * @param bounced expected indirect light on a face, lux: added to every reading.
 */
export function meterFaces(set: SetSpec, lights: Metered, people: readonly Vec3[], bounced = 0): FaceReading {
  let key = 0
  let fill = 0
  for (const head of people) {
    const readings = [0, 1, 2, 3, 4, 5, 6, 7].map((i) => {
      const a = (i * Math.PI) / 4
      const n = normalize([Math.sin(a), 0.18, Math.cos(a)])
      const at = add(head, scale(n, 0.1))
      return illuminance(lights, at, n, sunReaches(set, lights, at)) + bounced
    })
    key += Math.max(...readings) / people.length
    fill += Math.min(...readings) / people.length
  }
  return { key, fill, ratio: key / Math.max(fill, 1e-6) }
}
