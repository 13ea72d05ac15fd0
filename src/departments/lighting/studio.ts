import { clamp, distance, type SetSpec, type Vec3 } from '../../film'
import { kelvinRgb, toLuminance1 } from './kelvin'
import { type Brief, type Draft, emptySlots, FILL_POINT, type Point, RIM_SPOT, radians, type Spot, towards } from './light-draft'
import { skyFor } from './sky-for'

/** Key of the lamp that only studios with a painted backdrop have. */
const KEY_LAMP = 'studio-key'
/** Lamps stay this far from the backdrop, metres. */
const FROM_WALL = 1.5
/** A studio's lamps are of one colour, and cameras are set to it. */
const BALANCE = 5200

/** A backdrop studio, as the art department hangs it. */
export const isStudio = (set: SetSpec): boolean => set.practicals.some((p) => p.key === KEY_LAMP)

/**
 * Three-point lighting before a backdrop: a soft key from the front quarter, a fill opposite, a rim from behind; a top light
 * for the shadow under people; and washes on the backdrop, so that it is as bright as its paint. By night the washes are
 * low and the fill is less.
 */
export function lightStudio(brief: Brief): Draft {
  const { set, centre, people, mood } = brief
  const night = brief.time === 'NIGHT'
  const slots = emptySlots()
  const wash = night || mood.blackout ? 0.22 : 1
  const white = kelvinRgb(BALANCE, BALANCE)
  /** A place in the studio, seen from the people: to their side, up, and before them (+z, where cameras first stand). */
  const at = (x: number, y: number, z: number): Vec3 => [
    clamp(centre[0] + x, FROM_WALL - set.widthM / 2, set.widthM / 2 - FROM_WALL),
    Math.min(y, set.heightM - 0.3),
    clamp(centre[2] + z, FROM_WALL - set.depthM / 2, set.depthM / 2 - FROM_WALL),
  ]
  const spot = (role: string, position: Vec3, target: Vec3, colour: Vec3, lux: number, angle: number, shadow: boolean): Spot => {
    const d = distance(position, centre)
    return { role, position, target, colour, candela: lux * d * d, angle, penumbra: 1, shadow, flicker: 'none' }
  }
  const point = (role: string, position: Vec3, candela: number): Point => ({
    role,
    position,
    colour: white,
    candela: candela * wash,
    flicker: 'none',
  })
  const chest: Vec3 = [centre[0], centre[1] - 0.3, centre[2]]
  const floor: Vec3 = [centre[0], 0, centre[2] - 0.2]
  const spread = Math.max(...people.map((p) => distance(p, centre)), 0.4) + 0.5
  slots.spots[0] = spot(`key:${KEY_LAMP}`, at(2.3, 3.6, 2.9), chest, white, 1.7, radians(62), true)
  slots.spots[1] = spot('studio-top', at(0, set.heightM - 0.3, -0.4), floor, white, 1, radians(68), true)
  const rim = at(-2.1, 3.4, -3)
  const rimAngle = clamp(Math.atan2(spread, distance(rim, centre)), 0.12, 0.6)
  slots.spots[RIM_SPOT] = spot('rim', rim, centre, kelvinRgb(6000, BALANCE), 0.9, rimAngle, false)
  slots.points[0] = point('wash', at(-2.9, 4, -2.3), 7)
  slots.points[1] = point('wash', at(2.9, 4, -2.3), 7)
  slots.points[2] = point('wash', at(0.6, 4.2, 3.2), 7)
  slots.points[FILL_POINT] = { ...point('fill', at(-2.8, 1.9, 2.9), 0), colour: toLuminance1([1, 0.98, 0.96]) }
  return {
    ...slots,
    sun: { direction: towards(0, 0.8), colour: white, lux: 0, softness: 1 },
    sky: skyFor(brief, 1, towards(0, 0.8)),
    ambient: { sky: [0.13 * wash, 0.13 * wash, 0.13 * wash], ground: [0.07 * wash, 0.07 * wash, 0.07 * wash] },
    fog: { colour: [0, 0, 0], density: 0 },
    glow: Object.fromEntries(set.practicals.map((p) => [p.key, { colour: white, strength: 1, flicker: 'none' as const }])),
    bounced: night ? 0.16 : 0.35,
    balance: BALANCE,
    keyTarget: night ? 2.3 : 2.5,
    ratioTarget: night ? 4 : 2.6,
    why: ['key: a soft studio light from the front quarter; fill opposite, rim from behind', 'washes on the backdrop'],
  }
}
