import { type LightPlan, mix, type SetSpec, type Vec3 } from '../../film'
import { bounceVolume } from './bounce-volume'
import type { IrradianceVolume } from './irradiance-volume'
import { candelaOf, colourOf, isFocused } from './practical-light'
import type { LightBox } from './trace-boxes'

/** How far beyond an exterior's playing area probes stand, metres, and how high. */
const MARGIN = 5
const HEIGHT = 7

/** Corners of the space that a set's light is traced in: the room, or the playing area with its edge and the air above. */
export function litSpace(set: SetSpec): { readonly min: Vec3; readonly max: Vec3; readonly interior: boolean } {
  const w = set.widthM / 2 + (set.interior ? 0 : MARGIN)
  const d = set.depthM / 2 + (set.interior ? 0 : MARGIN)
  return { min: [-w, 0, -d], max: [w, set.interior ? set.heightM : HEIGHT, d], interior: set.interior }
}

/**
 * Bounced light of a set under a plan. Lamps that are on but found no slot shine through the probes, as strong against
 * the slotted ones as their lumens say.
 * @param boxes the set as solids, walls with their holes left open.
 */
export function bounceFor(set: SetSpec, boxes: readonly LightBox[], light: LightPlan): IrradianceVolume {
  const traced = bounceVolume({
    boxes: underSnow(set, boxes, light.weather.cover ?? 0),
    light,
    ...litSpace(set),
    lamps: lampsWithoutSlot(set, light),
  })
  const { bounce = 1 } = light
  return bounce === 1 ? traced : { ...traced, data: traced.data.map((v) => v * bounce) }
}

/** What fresh snow gives back, linear light. */
const SNOW: Vec3 = [0.72, 0.76, 0.82]

/** The solids of a place whose ground lies under snow. */
function underSnow(set: SetSpec, boxes: readonly LightBox[], cover: number): readonly LightBox[] {
  if (cover === 0 || set.interior) return boxes
  const isGround = (b: LightBox) => b.center[1] + b.half[1] < 0.05
  return boxes.map((b) => (isGround(b) ? { ...b, albedo: mix(b.albedo, SNOW, cover * 0.8) } : b))
}

/** Practicals that are on and have neither spot nor point. */
export function lampsWithoutSlot(
  set: SetSpec,
  light: Pick<LightPlan, 'spots' | 'points' | 'glow'>,
): { position: Vec3; colour: Vec3; candela: number }[] {
  const slots = [...light.spots, ...light.points].filter((s) => s.candela > 0)
  const slotOf = (key: string) => slots.find((s) => s.role === key || s.role === `key:${key}`)
  const strong = set.practicals.find((p) => slotOf(p.key))
  if (!strong) return []
  const scale = (slotOf(strong.key)?.candela ?? 0) / Math.max(candelaOf(strong), 1)
  return set.practicals
    .filter((p) => (light.glow[p.key]?.strength ?? 0) > 0 && !slotOf(p.key) && !isFocused(p))
    .map((p) => ({
      position: [p.position[0], p.position[1], p.position[2]] as Vec3,
      colour: light.glow[p.key]?.colour ?? colourOf(p, 4000),
      candela: candelaOf(p) * scale * 0.5,
    }))
}
