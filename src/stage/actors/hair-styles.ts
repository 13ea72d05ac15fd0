import type { CharacterSpec } from '../../film'

/** How the shell of a hair style lies and what is laid on it. Lengths in heads (chin to crown). */
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
  readonly clumps: number
  readonly ridge: number
  readonly bumps: number
  /** The front is higher on one side. */
  readonly sweep: number
  readonly ragged: number
  /** What is laid over the shell. */
  readonly over: 'none' | 'tufts' | 'parted' | 'quiff' | 'swept' | 'hung' | 'back' | 'curls' | 'ropes' | 'crest' | 'wreath'
  /** Tufts: length as a share of the way to the hairline, height of the tips, disorder, half width. */
  readonly tuft: readonly [length: number, tip: number, wild: number, width: number]
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
  clumps: 20,
  ridge: 0.008,
  bumps: 0,
  sweep: 0,
  ragged: 0.04,
  over: 'none',
  tuft: [0.4, 0.02, 0.1, 0.06],
  wave: 0,
  shaved: false,
}
/** Every style but `bald`. */
export const STYLES: Readonly<Record<Exclude<CharacterSpec['hair']['style'], 'bald'>, HairStyle>> = {
  buzz: { ...base, top: 0.014, side: 0.01, back: 0.011, ridge: 0.001, ragged: 0 },
  crop: { ...base, top: 0.045, side: 0.02, back: 0.024, fringe: 5, over: 'tufts', tuft: [0.44, 0.004, 0.16, 0.08] },
  short: { ...base, top: 0.07, side: 0.03, back: 0.036, fringe: 3, sweep: 0.35, over: 'tufts', tuft: [0.62, 0.006, 0.1, 0.1] },
  'side-part': { ...base, top: 0.06, side: 0.026, back: 0.032, sweep: 1, over: 'parted', tuft: [0.8, 0.006, 0.05, 0.075] },
  curly: {
    ...base,
    top: 0.1,
    side: 0.075,
    back: 0.075,
    fringe: 8,
    bumps: 0.03,
    ridge: 0,
    ragged: 0,
    over: 'curls',
    tuft: [0, 0.085, 0.2, 0],
  },
  afro: { ...base, top: 0.22, side: 0.2, back: 0.2, bumps: 0.012, ridge: 0, ragged: 0, over: 'curls', tuft: [0, 0.135, 0.05, 0] },
  bob: { ...base, top: 0.055, side: 0.05, back: 0.05, fringe: 17, fall: 0.37, temples: 0.4, over: 'hung', ragged: 0 },
  shoulder: { ...base, top: 0.055, side: 0.045, back: 0.05, sweep: 0.4, fall: 0.62, temples: 0.58, over: 'hung', wave: 0.012 },
  long: { ...base, top: 0.045, side: 0.04, back: 0.045, sweep: 0.2, fall: 1.12, temples: 0.98, over: 'hung' },
  wavy: { ...base, top: 0.075, side: 0.06, back: 0.06, sweep: 0.4, fall: 0.95, temples: 0.85, over: 'hung', wave: 0.036 },
  ponytail: { ...base, top: 0.04, side: 0.024, back: 0.03, ridge: 0.004, over: 'back' },
  bun: { ...base, top: 0.045, side: 0.028, back: 0.03, ridge: 0.004, over: 'back' },
  braid: { ...base, top: 0.042, side: 0.03, back: 0.03, ridge: 0.004, fringe: 2, over: 'back' },
  mohawk: { ...base, top: 0.012, side: 0.008, back: 0.008, ridge: 0, ragged: 0, over: 'crest', shaved: true },
  balding: { ...base, top: -0.02, side: 0.026, back: 0.03, over: 'wreath', tuft: [0.3, 0.012, 0.1, 0.085] },
  messy: { ...base, top: 0.085, side: 0.045, back: 0.055, fringe: 12, ridge: 0.016, over: 'tufts', tuft: [0.46, 0.06, 0.5, 0.08] },
  quiff: { ...base, top: 0.06, side: 0.016, back: 0.022, over: 'quiff', tuft: [0.5, 0.004, 0.08, 0.085] },
  undercut: { ...base, top: 0.04, side: 0.008, back: 0.008, ridge: 0, ragged: 0, over: 'swept', shaved: true },
  spiky: { ...base, top: 0.05, side: 0.028, back: 0.034, fringe: 3, over: 'tufts', tuft: [0.3, 0.13, 0.3, 0.085] },
  locs: { ...base, top: 0.035, side: 0.025, back: 0.03, ridge: 0, fall: 0.5, temples: 0.42, over: 'ropes', tuft: [0, 0.036, 0.25, 0.036] },
  braids: {
    ...base,
    top: 0.018,
    side: 0.014,
    back: 0.016,
    ridge: 0,
    fall: 0.85,
    temples: 0.8,
    over: 'ropes',
    tuft: [0, 0.022, 0.1, 0.023],
  },
}
