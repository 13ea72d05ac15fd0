import type { CharacterSpec } from '../../film'

/** How the mass of a hair style lies and what is laid on it. Lengths in heads (chin to crown). */
export interface HairStyle {
  /** Thickness on top, at the sides, at the back. */
  readonly top: number
  readonly side: number
  readonly back: number
  /** How far the fringe falls over the forehead, degrees beyond the hairline. */
  readonly fringe: number
  /** Length hung at the back and sides, and at the temples. */
  readonly fall: number
  readonly temples: number
  /** Where strands begin: at the crown, along a parting, or at a knot behind to which all is drawn. */
  readonly flow: 'crown' | 'parting' | 'knot'
  /** Where a parting meets the hairline, radians from the middle. */
  readonly part: number
  /** Bundles all round, depth of the grooves between them, and how far their tips differ. */
  readonly clumps: number
  readonly groove: number
  readonly ragged: number
  /** How far tips stand off, and how far strands turn round the crown, radians. */
  readonly flick: number
  readonly swirl: number
  /** The front is higher on one side. */
  readonly sweep: number
  /** The front rises in a roll. */
  readonly roll: number
  /** Radius and depth of curls; 0 for combed hair. */
  readonly curl: readonly [radius: number, depth: number]
  /** What is laid over the mass. */
  readonly over: 'none' | 'spikes' | 'swept' | 'ropes' | 'crest'
  /** Half width of ropes, and disorder. */
  readonly rope: readonly [width: number, wild: number]
  /** Waves along hanging hair. */
  readonly wave: number
  /** Sides shaved to stubble. */
  readonly shaved: boolean
}
const base: HairStyle = {
  top: 0.06,
  side: 0.035,
  back: 0.045,
  fringe: 0,
  fall: 0,
  temples: 0,
  flow: 'crown',
  part: 0,
  clumps: 20,
  groove: 0.016,
  ragged: 0.04,
  flick: 0,
  swirl: 0.5,
  sweep: 0,
  roll: 0,
  curl: [0, 0],
  over: 'none',
  rope: [0, 0],
  wave: 0,
  shaved: false,
}
const hung: HairStyle = { ...base, flow: 'parting', swirl: 0, side: 0.05, back: 0.055, top: 0.06, groove: 0.018, clumps: 20 }
const drawn: HairStyle = { ...base, flow: 'knot', top: 0.046, side: 0.03, back: 0.034, clumps: 26, groove: 0.011, ragged: 0.012 }
/** Every style but `bald`. */
export const STYLES: Readonly<Record<Exclude<CharacterSpec['hair']['style'], 'bald'>, HairStyle>> = {
  buzz: { ...base, top: 0.014, side: 0.01, back: 0.011, clumps: 0 },
  crop: { ...base, top: 0.055, side: 0.024, back: 0.028, fringe: 4, groove: 0.015, ragged: 0.09, flick: 0.015, clumps: 22 },
  short: { ...base, top: 0.09, side: 0.028, back: 0.036, sweep: 0.5, roll: 0.05, flick: 0.02, ragged: 0.06, swirl: -0.5, clumps: 18 },
  'side-part': { ...base, flow: 'parting', part: 0.5, top: 0.085, side: 0.03, back: 0.034, sweep: 0.5, groove: 0.013, ragged: 0.02 },
  curly: { ...base, top: 0.12, side: 0.085, back: 0.085, fringe: 7, clumps: 0, curl: [0.17, 0.095] },
  afro: { ...base, top: 0.27, side: 0.25, back: 0.25, clumps: 0, curl: [0.2, 0.075] },
  bob: { ...hung, fringe: 17, fall: 0.37, temples: 0.4, ragged: 0.02 },
  shoulder: { ...hung, part: 0.34, fall: 0.62, temples: 0.58, sweep: 0.3, wave: 0.014, ragged: 0.1 },
  long: { ...hung, part: 0.08, fall: 1.12, temples: 0.98, top: 0.05, ragged: 0.1 },
  wavy: { ...hung, part: 0.3, fall: 0.95, temples: 0.85, top: 0.075, side: 0.06, sweep: 0.4, wave: 0.036, groove: 0.026, ragged: 0.12 },
  ponytail: drawn,
  bun: { ...drawn, top: 0.05 },
  braid: { ...drawn, fringe: 2 },
  mohawk: { ...base, top: 0.012, side: 0.008, back: 0.008, clumps: 0, over: 'crest', shaved: true },
  balding: { ...base, top: 0.024, side: 0.026, back: 0.034, groove: 0.008, ragged: 0.03, swirl: 0.15, clumps: 22 },
  messy: { ...base, top: 0.115, side: 0.05, back: 0.06, fringe: 10, groove: 0.032, ragged: 0.15, flick: 0.07, swirl: 0.9, clumps: 17 },
  quiff: { ...base, top: 0.075, side: 0.022, back: 0.028, groove: 0.016, ragged: 0.02, roll: 0.19, swirl: -0.35, clumps: 17 },
  undercut: { ...base, top: 0.04, side: 0.008, back: 0.008, clumps: 0, over: 'swept', shaved: true },
  spiky: { ...base, top: 0.06, side: 0.032, back: 0.036, fringe: 3, groove: 0.02, ragged: 0.06, flick: 0.02, over: 'spikes' },
  locs: { ...base, top: 0.035, side: 0.025, back: 0.03, clumps: 0, fall: 0.5, temples: 0.42, over: 'ropes', rope: [0.036, 0.25] },
  braids: { ...base, top: 0.018, side: 0.014, back: 0.016, clumps: 0, fall: 0.85, temples: 0.8, over: 'ropes', rope: [0.023, 0.1] },
}
