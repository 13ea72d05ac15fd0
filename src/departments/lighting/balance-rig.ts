import { add, length, type SetSpec, scale, sub, type Vec3 } from '../../film'
import { lampsWithoutSlot, litSpace } from './bounce-for'
import { bounceVolume, isWindowRole, LAMP_RADIUS, WINDOW_CLEARANCE } from './bounce-volume'
import { type CardLight, lightOnCard, together } from './grey-card'
import { type IrradianceVolume, PROBE_FLOATS } from './irradiance-volume'
import type { LaidRig } from './lay-rig'
import { type Brief, type Draft, darkPoint, darkSpot, FILL_POINT, type Spot } from './light-draft'
import type { LineOfSight } from './meter-faces'
import type { LightBox } from './trace-boxes'

/** A rig whose ratio holds, as lights of a plan. */
export interface BalancedRig {
  readonly draft: Draft
  /** What the card reads, lux before exposure. */
  readonly key: number
  readonly fill: number
}

/** Lux of the key that the place's own light is set against. */
const KEY_LUX = 1.6
/** Steps by which the key is raised until the fill's side is dark enough, and how far. */
const RAISE = 1.1
const MOST_RAISED = 12
/** The barn doors are closed so far when the key's own bounce fills the shadow; so often. */
const CLOSE = 0.78
const CLOSED_TIMES = 3
/** Narrower than this barn doors do not close, radians: half of the beam. */
const LEAST_ANGLE = 0.14

const BLACK: Vec3 = [0, 0, 0]

/**
 * Sets a rig's lamps so that the two halves of the card read the ratio: what comes straight, and what the place bounces,
 * which is traced as the picture will have it. The fill is a lamp like any other and is solved for; where no fill at all is
 * still too much, the key is raised against the place's own light, and its barn doors are closed.
 */
export function balanceRig(
  laid: LaidRig,
  ratio: number,
  { set, reach }: Pick<Brief, 'set' | 'reach'>,
  boxes: readonly LightBox[] | undefined,
  sees: LineOfSight,
): BalancedRig {
  const { card, own, fill } = laid
  const halves = [card.key, card.fill] as const
  const sunny = reach(card.at, own.sun.direction)
  const seen = (spot: Spot): number => (sees(card.at, lampSeenAt(spot, card.at)) ? 1 : isWindowRole(spot.role) ? 0.28 : 0)
  const onCard = (lights: Draft, boxed: readonly LightBox[] | undefined): CardLight[] => {
    const volume = boxed ? bounced(set, boxed, lights) : STILL
    const shadowed = { ...lights, spots: lights.spots.map((s) => (s.shadow && s.candela > 0 ? { ...s, candela: s.candela * seen(s) } : s)) }
    return halves.map((n) => lightOnCard(shadowed, card.at, n, sunny, volume))
  }
  const base = onCard(
    without(own, (s) => s.flicker === 'lightning'),
    boxes,
  )
  const [fillOnKey, fillOnFill] = onCard(only(own, { points: [fill] }), undefined).map((l) => l.direct) as [number, number]
  const startLux = laid.sun > 0 ? laid.sun : KEY_LUX
  let best: Reached | undefined
  for (let turn = 0; turn <= (laid.sun > 0 ? 0 : CLOSED_TIMES); turn++) {
    const spots = laid.spots.map((s, i) => (s && i === 0 ? { ...s, angle: Math.max(s.angle * CLOSE ** turn, LEAST_ANGLE) } : s))
    const keyed = onCard(only(own, { sun: laid.sun > 0 ? 1 : 0, spots }), boxes)
    const lux = (half: 0 | 1, times: number) =>
      together(
        [
          { light: base[half]!, times: 1 },
          { light: keyed[half]!, times },
        ],
        halves[half],
      )
    for (let times = startLux; times < startLux * MOST_RAISED; times *= RAISE) {
      const [key, dark] = [lux(0, times), lux(1, times)]
      const more = (key - ratio * dark) / Math.max(ratio * fillOnFill - fillOnKey, 1e-6)
      if (more >= 0) return balanced(laid, { spots, times, more, key: key + more * fillOnKey, fill: dark + more * fillOnFill })
      if (!best || key / dark > best.key / best.fill) best = { spots, times, more: 0, key, fill: dark }
    }
  }
  const { key, fill: dark } = best as Reached
  return balanced({ ...laid, why: [...laid.why, `what the place bounces leaves ${(key / dark).toFixed(1)}:1 at most`] }, best as Reached)
}

/** How a rig stands when its key is so many times one lux. */
interface Reached {
  readonly spots: LaidRig['spots']
  readonly times: number
  /** Lux that the fill brings. */
  readonly more: number
  readonly key: number
  readonly fill: number
}

function balanced({ own, sun, fill, why }: LaidRig, { spots, times, more, key, fill: dark }: Reached): BalancedRig {
  const draft: Draft = {
    ...own,
    sun: sun > 0 ? { ...own.sun, lux: times } : own.sun,
    spots: own.spots.map((kept, i) => {
      const laid = spots[i]
      return laid ? { ...laid, candela: laid.candela * times } : kept
    }),
    points: own.points.map((p, i) => (i === FILL_POINT ? { ...fill, candela: fill.candela * more } : p)),
    why: [...why, ...own.why],
  }
  return { draft, key, fill: dark }
}

/** Some lights of a place by themselves, under a black sky. */
const only = (
  own: Draft,
  { sun = 0, spots = [], points = [] }: { sun?: number; spots?: LaidRig['spots']; points?: Draft['points'] },
): Draft => ({
  ...own,
  sun: { ...own.sun, lux: sun },
  spots: own.spots.map((_, i) => spots[i] ?? darkSpot(i)),
  points: own.points.map((_, i) => points[i] ?? darkPoint()),
  sky: { ...own.sky, zenith: BLACK, horizon: BLACK, ground: BLACK, sunDisc: 0, panorama: undefined },
  ambient: { sky: BLACK, ground: BLACK },
  glow: {},
})

const without = (own: Draft, isOut: (spot: Spot) => boolean): Draft => ({
  ...own,
  spots: own.spots.map((s) => (isOut(s) ? { ...s, candela: 0 } : s)),
})

/** What lights bounce in a set, as the renderer will have it. */
const bounced = (set: SetSpec, boxes: readonly LightBox[], light: Draft): IrradianceVolume =>
  bounceVolume({ boxes, light, ...litSpace(set), lamps: lampsWithoutSlot(set, light) })

/** No bounce: of a place whose solids are not known. */
const STILL: IrradianceVolume = { min: [0, 0, 0], size: [1, 1, 1], dims: [1, 1, 1], data: new Float32Array(PROBE_FLOATS) }

/** From where a lamp is seen: in front of its own shade; of one outside a window from within the room, because the wall does not shade it. */
function lampSeenAt({ role, position }: Spot, from: Vec3): Vec3 {
  const way = sub(from, position)
  const clear = isWindowRole(role) ? WINDOW_CLEARANCE : LAMP_RADIUS
  return add(position, scale(way, Math.min(1, clear / Math.max(length(way), 1e-3))))
}
