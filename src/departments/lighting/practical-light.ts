import { distance, hexToLinear, normalize, type Practical, sub, type Vec3 } from '../../film'
import { kelvinRgb, luminance } from './kelvin'
import type { Glow, Point, Spot } from './light-draft'

type Kind = Practical['kind']

/** How each kind of lamp shines: kelvin, half angle of its beam (0 = all round), radiance of what glows at full strength. */
const KINDS: Record<Kind, { kelvin: number; beam: number; glow: number }> = {
  pendant: { kelvin: 2700, beam: 1.12, glow: 7 },
  'table-lamp': { kelvin: 2700, beam: 0, glow: 4.5 },
  'floor-lamp': { kelvin: 2750, beam: 0, glow: 4.5 },
  'ceiling-panel': { kelvin: 4000, beam: 1.2, glow: 3.6 },
  strip: { kelvin: 4300, beam: 1.2, glow: 4.5 },
  neon: { kelvin: 6500, beam: 0, glow: 5 },
  screen: { kelvin: 7500, beam: 1.05, glow: 1.6 },
  fire: { kelvin: 1950, beam: 0, glow: 7 },
  candle: { kelvin: 1900, beam: 0, glow: 8 },
  'street-lamp': { kelvin: 2450, beam: 1.05, glow: 9 },
  'stage-spot': { kelvin: 3100, beam: 0.24, glow: 9 },
  sign: { kelvin: 6500, beam: 0, glow: 3.5 },
  emergency: { kelvin: 1800, beam: 0, glow: 4 },
}

/** Key of the lamps beside what travels, as a glow, and their light. */
export const PASSING_LAMPS = 'passing-lamps'
export const PASSING_KELVIN = 2500

/** Shines by day too. */
export const ALWAYS_ON: readonly Kind[] = ['screen', 'fire', 'candle', 'neon', 'emergency', 'sign']
/** Lights a working room by day. */
export const WORKING_LIGHT: readonly Kind[] = ['ceiling-panel', 'strip']
/** Burns without current. */
export const OWN_FLAME: readonly Kind[] = ['fire', 'candle', 'emergency', 'screen']

export const kelvinOf = (p: Practical): number => p.kelvin ?? KINDS[p.kind].kelvin

/** Its colour for a camera balanced to `balance` kelvin: linear RGB of luminance 1, deep colours held back. */
export const colourOf = (p: Practical, balance: number): Vec3 =>
  p.colour ? held(hexToLinear(p.colour)) : p.kind === 'emergency' ? held([1, 0.05, 0.03]) : kelvinRgb(kelvinOf(p), balance)

/** A pure red of luminance 1 would be five times as strong as white in its channel: meet half way. */
const held = (c: Vec3): Vec3 => {
  const k = 1 / Math.max(0.5 * luminance(c) + 0.5 * Math.max(...c), 1e-4)
  return [c[0] * k + 0.02, c[1] * k + 0.02, c[2] * k + 0.02]
}

/** Photometric intensity, candela: lumens over the solid angle of the beam. */
export const candelaOf = (p: Practical): number => {
  const { beam } = KINDS[p.kind]
  return p.lumens / (beam > 0 ? 2 * Math.PI * (1 - Math.cos(beam)) : 4 * Math.PI)
}

/** The most a sign may throw on its surroundings, candela in plan units: it is there to be seen. */
export const SIGN_LIMIT = 1.6
export const isSign = (p: Practical): boolean => p.kind === 'neon' || p.kind === 'sign' || p.kind === 'screen'

/** A lens before a lamp: no light of it goes anywhere but into its beam. */
export const isFocused = (p: Practical): boolean => p.kind === 'stage-spot'
/** True when it throws its light one way. */
export const isBeam = (p: Practical): boolean => KINDS[p.kind].beam > 0 || p.direction !== undefined

/** The practicals that light a place most first; lowest index wins a tie. */
export const byInfluence = (all: readonly Practical[], at: Vec3): Practical[] =>
  all
    .map((p, i) => ({ p, i, score: Math.round((candelaOf(p) / (1 + distance(p.position, at) ** 2)) * 1e6) }))
    .sort((a, b) => b.score - a.score || a.i - b.i)
    .map((x) => x.p)

/** A spot in the place of a practical: down for what hangs, its direction if it has one, else at the people, as every lamp of a stage. */
export function practicalSpot(p: Practical, people: Vec3, balance: number, candela: number, role: string): Omit<Spot, 'shadow'> {
  const hangs = ['pendant', 'ceiling-panel', 'strip', 'street-lamp'].includes(p.kind)
  const aimed = p.kind === 'stage-spot' ? undefined : p.direction
  const aim: Vec3 = aimed ?? (hangs ? [0, -1, 0] : normalize(sub([people[0], people[1] - 0.3, people[2]], p.position)))
  const from: Vec3 = [p.position[0] + aim[0] * 0.08, p.position[1] + aim[1] * 0.08, p.position[2] + aim[2] * 0.08]
  return {
    role,
    position: from,
    target: [from[0] + aim[0] * 2, from[1] + aim[1] * 2, from[2] + aim[2] * 2],
    colour: colourOf(p, balance),
    candela,
    angle: KINDS[p.kind].beam || 1.25,
    penumbra: 0.85,
    flicker: p.flicker,
  }
}

/** A point in the place of a practical. */
export const practicalPoint = (p: Practical, balance: number, candela: number, role: string): Point => ({
  role,
  position: [p.position[0], p.position[1], p.position[2]],
  colour: colourOf(p, balance),
  candela,
  flicker: p.flicker,
})

/** What the lamp itself looks like; `level` 0 is off. */
export const practicalGlow = (p: Practical, balance: number, level: number): Glow => ({
  colour: colourOf(p, balance),
  strength: KINDS[p.kind].glow * level,
  flicker: p.flicker,
})
