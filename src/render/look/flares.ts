import type { FrameState, LightPlan, Vec3 } from '../../film'

/** Flares drawn at once at most. */
export const FLARES = 3

/** A bright thing on the picture. */
export interface Flare {
  /** Parts of the picture from its top left; may lie a little outside. */
  readonly x: number
  readonly y: number
  readonly colour: Vec3
  /** 0 to 1. */
  readonly strength: number
}

/** How far outside the picture a light still reaches the lens, in parts of the picture. */
const RIM = 0.12

/**
 * Where sun and lamps stand in the picture, strongest first. Whether something hides them is seen by the renderer: a flare
 * needs a bright picture where its light stands.
 * @param project from a point in the world (or, with w = 0, a direction) to x and y in parts of the picture and the distance
 *   before the lens; null behind it.
 */
export function flaresOf(
  light: LightPlan,
  state: FrameState['lights'],
  project: (at: Vec3, w: 0 | 1) => { readonly x: number; readonly y: number; readonly distance: number } | null,
): Flare[] {
  const found: Flare[] = []
  const add = (at: Vec3, w: 0 | 1, colour: Vec3, power: (distance: number) => number) => {
    const seen = project(at, w)
    if (!seen) return
    const outside = Math.max(-seen.x, seen.x - 1, -seen.y, seen.y - 1)
    if (outside > RIM) return
    const strength = Math.min(1, power(seen.distance)) * Math.min(1, (RIM - outside) / RIM)
    if (strength < 0.02) return
    const top = Math.max(...colour, 1e-6)
    found.push({ x: seen.x, y: seen.y, colour: [colour[0] / top, colour[1] / top, colour[2] / top], strength })
  }
  const { sun, points, exposure, sky } = light
  if (sky.sunDisc > 0) add(sun.direction, 0, sun.colour, () => Math.min(1, sky.sunDisc) * state.sun)
  // A lamp's strength is what reaches the lens: illuminance, as the picture's exposure takes it.
  points.forEach((p, i) => {
    const candela = p.candela * (state.points[i] ?? 1)
    if (candela > 0) add(p.position, 1, p.colour, (d) => Math.sqrt((candela * exposure) / Math.max(d * d, 0.25)) * 0.8)
  })
  return found.sort((a, b) => b.strength - a.strength).slice(0, FLARES)
}
