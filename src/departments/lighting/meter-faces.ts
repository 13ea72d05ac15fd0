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

/** A meter for these lights: unshadowed illuminance in lux at a point that faces `normal`. What depends on the lights only is worked out once. */
export function meterFor(lights: Metered): (at: Vec3, normal: Vec3, sunVisible: boolean) => number {
  const sun = lights.sun.lux * luminance(lights.sun.colour)
  const spots = lights.spots
    .filter((s) => s.candela !== 0)
    .map((s) => ({
      position: s.position,
      aim: normalize(sub(s.target, s.position)),
      strength: s.candela * luminance(s.colour),
      outer: Math.cos(s.angle),
      inner: Math.max(Math.cos(s.angle * (1 - s.penumbra)), Math.cos(s.angle) + 1e-4),
    }))
  const points = lights.points
    .filter((p) => p.candela !== 0)
    .map((p) => ({ position: p.position, strength: p.candela * luminance(p.colour) }))
  const sky = luminance(lights.ambient.sky)
  const ground = luminance(lights.ambient.ground)
  return (at, normal, sunVisible) => {
    let e = sunVisible ? sun * Math.max(0, dot(normal, lights.sun.direction)) : 0
    for (const s of spots) {
      const to = sub(s.position, at)
      const d = Math.max(length(to), 0.1)
      const l = scale(to, 1 / d)
      const cone = smoothstep(s.outer, s.inner, -dot(l, s.aim))
      e += ((s.strength * cone) / (d * d)) * Math.max(0, dot(normal, l))
    }
    for (const p of points) {
      const to = sub(p.position, at)
      const d = Math.max(length(to), 0.1)
      e += (p.strength / (d * d)) * Math.max(0, dot(normal, scale(to, 1 / d)))
    }
    const up = normal[1] * 0.5 + 0.5
    return e + sky * up + ground * (1 - up)
  }
}

/** Tells whether a far light in a direction (unit, towards it) reaches a point. */
export type Reach = (at: Vec3, direction: Vec3) => boolean

const SCENES = new WeakMap<readonly LightBox[], BoxScene>()

/** The tree over a set's solids; made once for each list of them. */
function sceneOf(boxes: readonly LightBox[]): BoxScene {
  let scene = SCENES.get(boxes)
  if (!scene) {
    scene = new BoxScene(boxes)
    SCENES.set(boxes, scene)
  }
  return scene
}

/** What reaches a point: with boxes, whatever no box hides; without, everything outside, and inside what windows and arches let in. */
export function reachIn(set: SetSpec, boxes?: readonly LightBox[]): Reach {
  if (!boxes || boxes.length === 0) return (at, direction) => !set.interior || leavesThrough(set, at, direction)
  const scene = sceneOf(boxes)
  const hit: Hit = { distance: 0, box: 0, nx: 0, ny: 0, nz: 0 }
  return (at, direction) => !scene.trace(at, direction, 400, hit, true)
}

/** Tells whether nothing stands between two points. */
export type LineOfSight = (from: Vec3, to: Vec3) => boolean

/** What solids leave to be seen; everything where they are not known. */
export function lineOfSight(boxes?: readonly LightBox[]): LineOfSight {
  if (!boxes || boxes.length === 0) return () => true
  const scene = sceneOf(boxes)
  const hit: Hit = { distance: 0, box: 0, nx: 0, ny: 0, nz: 0 }
  return (from, to) => {
    const way = sub(to, from)
    const metres = length(way)
    return metres < 1e-3 || !scene.trace(from, scale(way, 1 / metres), metres, hit, true)
  }
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
  const scene = sceneOf(boxes)
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

/** The eight upright directions a face may be lit from. */
const SIDES: readonly Vec3[] = [0, 1, 2, 3, 4, 5, 6, 7].map((i) => {
  const a = (i * Math.PI) / 4
  return [Math.sin(a), 0, Math.cos(a)]
})

/**
 * A meter for these heads, to be read again and again while lights change: walks round each head as a gaffer does, in
 * eight upright directions. The bright side is the mean of three, so that a lamp overhead or an edge light does not pass
 * for a key. Where the sun reaches is looked up once for each direction object of it.
 * @param people heads, at least one.
 * @param reach which points the sun reaches.
 */
export function faceMeter(people: readonly Vec3[], reach: Reach): (lights: Metered, bounced?: number) => FaceReading {
  let direction: Vec3 | undefined
  let sunny: boolean[] = []
  const spots = people.map((head) => SIDES.map((n) => add(head, scale(n, 0.1))))
  return (lights, bounced = 0) => {
    if (lights.sun.direction !== direction) {
      const towards = lights.sun.direction
      direction = towards
      sunny = spots.flatMap((round) => round.map((at) => reach(at, towards)))
    }
    const meter = meterFor(lights)
    let key = 0
    let fill = 0
    spots.forEach((round, p) => {
      const readings = round.map((at, i) => meter(at, SIDES[i]!, sunny[p * SIDES.length + i]!) + bounced)
      readings.sort((a, b) => b - a)
      key += (readings[0]! + readings[1]! + readings[2]!) / 3 / people.length
      fill += readings[7]! / people.length
    })
    return { key, fill, ratio: key / Math.max(fill, 1e-6) }
  }
}

/**
 * Reads the meter once.
 * @param bounced expected indirect light on a face, lux: added to every reading.
 */
export const meterFaces = (lights: Metered, people: readonly Vec3[], reach: Reach, bounced = 0): FaceReading =>
  faceMeter(people, reach)(lights, bounced)
