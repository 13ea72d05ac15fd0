import { mix, normalize, scale, type Vec3 } from '../../../film'
import { toLuminance1 } from '../kelvin'
import type { Brief, Draft } from '../light-draft'

/** The sine of the widest angle from above at which light comes through the surface: 1 over water's refraction. */
const SNELL = 1 / 1.333
/** What water leaves of daylight: half of its red, as cameras are set for it. */
const LEFT: Vec3 = [0.55, 0.95, 1.05]

/**
 * Light as it is under water: the sun comes in steeply (Snell), green and blue are left of it, the sky is a bright disc
 * above and the water dark all round. By night it is the moon's.
 */
export function underWater(draft: Draft, { set, time }: Pick<Brief, 'set' | 'time'>): Draft {
  const [x, , z] = draft.sun.direction
  const flat = Math.hypot(x, z)
  const sine = Math.min(flat, 1) * SNELL
  const direction = flat > 1e-6 ? normalize([(x / flat) * sine, Math.sqrt(1 - sine * sine), (z / flat) * sine]) : ([0, 1, 0] as const)
  const bright = time === 'NIGHT' ? 0.06 : time === 'DAY' ? 1 : 0.55
  const tinted = (c: Vec3): Vec3 => [c[0] * LEFT[0], c[1] * LEFT[1], c[2] * LEFT[2]]
  return {
    ...draft,
    sun: { ...draft.sun, direction, colour: toLuminance1(mix(tinted(draft.sun.colour), LEFT, 0.4)), softness: 0.9 },
    spots: draft.spots.map((s) => ({ ...s, colour: toLuminance1(tinted(s.colour)) })),
    sky: {
      ...draft.sky,
      zenith: scale([0.1, 0.44, 0.6], bright),
      horizon: scale([0.008, 0.075, 0.14], bright),
      ground: scale([0.02, 0.07, 0.08], bright),
      sunDisc: 0,
      clouds: 0,
      stars: 0,
      moon: 0,
    },
    ambient: set.interior ? draft.ambient : { sky: scale([0.03, 0.13, 0.17], bright), ground: scale([0.02, 0.07, 0.08], bright) },
    fog: { colour: scale([0.006, 0.06, 0.11], bright), density: 0.045 },
    why: [...draft.why, 'under water: the sun comes in steeply, red is gone'],
  }
}
