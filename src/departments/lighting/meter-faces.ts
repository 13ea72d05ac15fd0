import { add, dot, type LightPlan, length, normalize, type SetSpec, scale, smoothstep, sub, type Vec3 } from '../../film'
import { luminance } from './kelvin'
import { leavesThrough } from './openings'
import { BoxScene, type Hit, type LightBox } from './trace-boxes'

/** Illuminance at people's faces, in the plan's lux, before exposure. */
export interface FaceReading {
  /** Bright side of the average face: mean of the three brightest of eight directions. */
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

/** Tells whether a far light in a direction (unit, towards it) reaches a point. */
export type Reach = (at: Vec3, direction: Vec3) => boolean

/** What reaches a point: with boxes, whatever no box hides; without, everything outside, and inside what windows and arches let in. */
export function reachIn(set: SetSpec, boxes?: readonly LightBox[]): Reach {
  if (!boxes || boxes.length === 0) return (at, direction) => !set.interior || leavesThrough(set, at, direction)
  const scene = new BoxScene(boxes)
  const hit: Hit = { distance: 0, box: 0, nx: 0, ny: 0, nz: 0 }
  return (at, direction) => !scene.trace(at, direction, 400, hit, true)
}

/** An upright surface somebody sees when they look around. */
export interface Surround {
  readonly normal: Vec3
  /** Metres away. */
  readonly distance: number
  /** True when nothing stands between it and a far light. */
  readonly sees: (direction: Vec3) => boolean
}

/** Looks around a point, slightly up, in 24 directions, as far as 60 m. */
export function lookAround(boxes: readonly LightBox[] | undefined): (from: Vec3) => readonly Surround[] {
  if (!boxes || boxes.length === 0) return () => []
  const scene = new BoxScene(boxes)
  const hit: Hit = { distance: 0, box: 0, nx: 0, ny: 0, nz: 0 }
  const shadow: Hit = { distance: 0, box: 0, nx: 0, ny: 0, nz: 0 }
  return (from) =>
    Array.from({ length: 24 }, (_, i) => {
      const a = ((i + 0.5) * Math.PI) / 12
      const d = normalize([Math.sin(a), 0.08, Math.cos(a)])
      if (!scene.trace(from, d, 60, hit) || Math.abs(hit.ny) > 0.5) return undefined
      const normal: Vec3 = [hit.nx, hit.ny, hit.nz]
      const at = add(add(from, scale(d, hit.distance)), scale(normal, 0.01))
      return { normal, distance: hit.distance, sees: (direction: Vec3) => !scene.trace(at, direction, 400, shadow, true) }
    }).filter((s) => s !== undefined)
}

/**
 * Walks round each head with a meter, as a gaffer does: eight upright directions. The bright side
 * is the mean of three, so that a lamp overhead or an edge light does not pass for a key.
 * @param people heads, at least one.
 * @param reach which points the sun reaches.
 * @param bounced expected indirect light on a face, lux: added to every reading.
 */
export function meterFaces(lights: Metered, people: readonly Vec3[], reach: Reach, bounced = 0): FaceReading {
  let key = 0
  let fill = 0
  for (const head of people) {
    const readings = [0, 1, 2, 3, 4, 5, 6, 7].map((i) => {
      const a = (i * Math.PI) / 4
      const n: Vec3 = [Math.sin(a), 0, Math.cos(a)]
      const at = add(head, scale(n, 0.1))
      return illuminance(lights, at, n, reach(at, lights.sun.direction)) + bounced
    })
    readings.sort((a, b) => b - a)
    key += ((readings[0] as number) + (readings[1] as number) + (readings[2] as number)) / 3 / people.length
    fill += (readings[7] as number) / people.length
  }
  return { key, fill, ratio: key / Math.max(fill, 1e-6) }
}
