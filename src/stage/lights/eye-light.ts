import { isWindowRole } from '../../departments/lighting'
import { add, dot, type FrameState, type LightPlan, length, normalize, scale, smoothstep, sub, type Vec3 } from '../../film'

/** Where a pair of eyes is, and which way they look. World space, metres; `gaze` is of unit length. */
export interface EyesAt {
  readonly at: Vec3
  readonly gaze: Vec3
}

/** The one light that is seen in a pair of eyes. */
export interface EyeLight {
  /** Where on each ball, from its middle: of unit length, world space. */
  readonly normal: Vec3
  /** Radiance of a white card that is mirrored there, in the plan's scale; 0 for none. */
  readonly radiance: number
}

/** A source as eyes have it: towards it, and its illuminance there. */
interface Source {
  readonly towards: Vec3
  readonly lux: number
}

/** How much of the sun that a plan has is thought to reach eyes in a room. */
const SUN_INDOORS = 0.25
/** Sources count by this power of their strength: the strongest wins, and none takes over at once while somebody turns. */
const WINNER = 5
/** What is mirrored stands this far from the middle of what the camera sees of an eye, radians: over the pupil, on its rim. */
const LEAST_ASIDE = 0.28
const MOST_ASIDE = 0.42
/** The cornea is a smaller ball set before the eye's: of its radius and its middle's distance, shares of the whole (7.8 of 12.3 mm). */
const CORNEA = 0.62

/** Sources that shine on the front of eyes at a moment. */
function sourcesAt(plan: LightPlan, state: FrameState['lights'], at: Vec3, interior: boolean): Source[] {
  const sources: Source[] = [
    {
      towards: normalize(plan.sun.direction),
      lux: plan.sun.lux * state.sun * Math.max(0, plan.sun.direction[1]) ** 0.25 * (interior ? SUN_INDOORS : 1),
    },
  ]
  plan.spots.forEach((spot, i) => {
    const to = sub(spot.position, at)
    const d = length(to)
    const axis = normalize(sub(spot.target, spot.position))
    const cone = smoothstep(Math.cos(spot.angle), Math.cos(spot.angle * (1 - spot.penumbra)) + 1e-4, -dot(axis, to) / (d || 1))
    // A window is broad: it is seen in eyes from beside its axis, too.
    const share = isWindowRole(spot.role) ? Math.max(0.3, cone) : cone
    sources.push({ towards: scale(to, 1 / (d || 1)), lux: (spot.candela * (state.spots[i] ?? 1) * share) / Math.max(0.25, d * d) })
  })
  plan.points.forEach((point, i) => {
    const to = sub(point.position, at)
    const d = length(to)
    sources.push({ towards: scale(to, 1 / (d || 1)), lux: (point.candela * (state.points[i] ?? 1)) / Math.max(0.25, d * d) })
  })
  return sources
}

/**
 * The catch-light that a cameraman leaves in eyes: of all that shines on them the key alone, mirrored in the cornea, and
 * where the key is behind or aside, an eye light beside the lens on its side. A pure function of plan, state and places.
 * @param camera where the lens is.
 * @param interior whether walls stand between the sun and the eyes.
 */
export function eyeLight(plan: LightPlan, state: FrameState['lights'], eyes: EyesAt, camera: Vec3, interior: boolean): EyeLight {
  const view = normalize(sub(camera, eyes.at))
  const sources = sourcesAt(plan, state, eyes.at, interior)
  const skyLux = Math.PI * (0.2126 * plan.ambient.sky[0] + 0.7152 * plan.ambient.sky[1] + 0.0722 * plan.ambient.sky[2]) * state.ambient
  let towards: Vec3 = [0, 0, 0]
  let lux = skyLux * 0.5
  const strongest = Math.max(1e-9, ...sources.map((s) => s.lux))
  for (const s of sources) {
    const front = smoothstep(-0.75, 0.35, dot(s.towards, view))
    towards = add(towards, scale(s.towards, ((front * s.lux) / strongest) ** WINNER))
    lux += s.lux * front
  }
  // No key but the sky: from above the lens.
  towards = add(towards, scale(add(view, [0, 0.7, 0]), 0.02))
  // Along the picture, and never from below the lens: what lies under an iris reads as a tear.
  const flat = sub(towards, scale(view, dot(towards, view)))
  const level = normalize([view[2], 0, -view[0]])
  const up = sub([0, 1, 0], scale(view, view[1]))
  const [across, rise] = [dot(flat, level), dot(flat, normalize(up))]
  const aside = normalize(add(scale(level, across), scale(normalize(up), Math.max(rise, 0.45 * Math.abs(across) + 0.05 * length(towards)))))
  const half = Math.acos(Math.min(1, Math.max(-1, dot(normalize(towards), view)))) / 2
  const angle = Math.min(MOST_ASIDE, Math.max(LEAST_ASIDE, half))
  const mirrored = add(scale(view, Math.cos(angle)), scale(aside, Math.sin(angle)))
  const normal = normalize(add(scale(mirrored, CORNEA), scale(eyes.gaze, 1 - CORNEA)))
  // As bright as a card in that light, held between what is just seen and what is a white of its own: calm at night.
  const seen = (lux / Math.PI) * plan.exposure
  const night = smoothstep(0.1, 0.6, Math.max(plan.sky.stars, plan.sky.moon))
  return { normal, radiance: ((0.14 + 0.8 * smoothstep(0.05, 1.2, seen)) * (1 - 0.5 * night)) / plan.exposure }
}
