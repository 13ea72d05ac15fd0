import type { AirPlan, AirPreset } from '../../../film'

type Preset = Omit<AirPlan, 'preset' | 'floor' | 'drift' | 'plumes' | 'surface'> & {
  /** Metres a second along the wind, and up. */
  readonly drift: readonly [number, number]
}

const CLEAR = [0, 0, 0] as const

/**
 * The presets, at density 1. Visibility is about 3.9 ÷ scattering (Koschmieder 1924): 130 m in haze, 35 m in a smoky room.
 * `fog` and `smoke` are thinner between their banks.
 */
const PRESETS: Readonly<Record<AirPreset, Preset>> = {
  // Hardly any air, and beams drawn strongly: what is not in a beam stays as it is.
  shafts: {
    scattering: 0.022,
    absorption: CLEAR,
    colour: [1, 0.98, 0.94],
    height: 0,
    uneven: 0.6,
    grain: 1.4,
    drift: [0.05, 0.015],
    forward: 0.25,
    veil: 0.15,
    beams: 7,
    caustics: 0,
    motes: 1,
    reach: 40,
  },
  haze: {
    scattering: 0.022,
    absorption: CLEAR,
    colour: [0.97, 0.98, 1],
    height: 0,
    uneven: 0.3,
    grain: 3,
    drift: [0.08, 0.02],
    forward: 0.35,
    veil: 0.4,
    beams: 5,
    caustics: 0,
    motes: 0.3,
    reach: 60,
  },
  fog: {
    scattering: 0.055,
    absorption: CLEAR,
    colour: [0.96, 0.98, 1],
    height: 2.6,
    uneven: 0.85,
    grain: 8,
    drift: [0.5, 0],
    forward: 0.5,
    veil: 0.9,
    beams: 1.2,
    caustics: 0,
    motes: 0,
    reach: 70,
  },
  smoke: {
    scattering: 0.055,
    absorption: [0.012, 0.01, 0.008],
    colour: [0.9, 0.92, 0.96],
    height: 0,
    uneven: 0.9,
    grain: 1.6,
    drift: [0.09, 0.05],
    forward: 0.4,
    veil: 0.5,
    beams: 2.4,
    caustics: 0,
    motes: 0.2,
    reach: 60,
  },
  // Clear coastal water: red is gone first (Pope and Fry 1997, at 600, 540 and 470 nm, with what is dissolved in it).
  underwater: {
    scattering: 0.024,
    absorption: [0.17, 0.05, 0.032],
    colour: [0.7, 0.95, 1],
    height: 0,
    uneven: 0.3,
    grain: 6,
    drift: [0.12, 0.02],
    forward: 0.75,
    veil: 0.32,
    beams: 7,
    caustics: 1,
    motes: 1,
    reach: 40,
  },
}

/** Smoke out of doors is banks near the ground, beside the columns over what burns. */
const OUTSIDE_SMOKE: Partial<Preset> = {
  scattering: 0.036,
  colour: [0.4, 0.38, 0.36],
  beams: 1.2,
  height: 2.6,
  uneven: 1,
  grain: 5,
  drift: [0.8, 0],
  reach: 90,
  veil: 1,
  absorption: CLEAR,
}

/** The figures of a preset, in a room or out of doors. */
export const airPreset = (name: AirPreset, interior: boolean): Preset =>
  name === 'smoke' && !interior ? { ...PRESETS.smoke, ...OUTSIDE_SMOKE } : PRESETS[name]
