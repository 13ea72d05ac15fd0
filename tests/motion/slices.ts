import type { Act, CharacterSpec, LightPlan, Performance, SetSpec, ShotPlan, ShotSlice, Vec3, Whereabouts } from '../../src/film'

/** A person for tests. */
export const person = (key: string, more: Partial<CharacterSpec> = {}): CharacterSpec => ({
  key,
  name: key.toUpperCase(),
  age: 35,
  sex: 'female',
  heightM: 1.72,
  build: 0.45,
  muscle: 0.3,
  stoop: 0.05,
  skin: '#c68e6a',
  eyes: '#4a3320',
  hair: { style: 'short', colour: '#2a1c12', beard: 'none' },
  face: {
    width: 0,
    jaw: 0,
    chin: 0,
    cheek: 0,
    brow: 0,
    noseLength: 0,
    noseWidth: 0,
    eyeSize: 0,
    eyeSpacing: 0,
    mouthWidth: 0,
    lips: 0,
    ears: 0,
  },
  marks: [],
  wardrobe: [{ kind: 'shirt', colour: '#405060', pattern: 'plain', material: 'cotton', condition: 'worn' }],
  provenance: [],
  ...more,
})

/** A plain room, 6 m by 5 m. */
export const room = (): SetSpec => {
  const surface = { kind: 'plaster', colour: '#c8c0b0', roughness: 0.8, metalness: 0 } as const
  const mark = (key: string, x: number, z: number) => ({
    key,
    kind: 'stand' as const,
    position: [x, 0, z] as [number, number, number],
    yaw: 0,
  })
  return {
    key: 'int-room',
    name: 'Room',
    kind: 'room',
    interior: true,
    seed: 1,
    widthM: 6,
    depthM: 5,
    heightM: 2.6,
    floor: surface,
    walls: surface,
    ceiling: surface,
    trim: '#ffffff',
    openings: [],
    placements: [],
    marks: [mark('a', -1, 0), mark('b', 1, 0), mark('c', 0, 1), mark('d', 0, -1)],
    practicals: [],
    surroundings: 'none',
    why: 'a test',
  }
}

/** Even light with one lamp of every flicker. */
export const light = (): LightPlan => ({
  key: 'light-room',
  sun: { direction: [0.3, -0.8, 0.5], colour: [1, 1, 1], lux: 1000, softness: 0.1 },
  spots: [],
  points: (['none', 'fluorescent', 'fire', 'screen', 'pulse', 'lightning'] as const).map((flicker) => ({
    role: `lamp-${flicker}`,
    position: [0, 2, 0],
    colour: [1, 1, 1],
    candela: 100,
    flicker,
  })),
  sky: { zenith: [0, 0, 0], horizon: [0, 0, 0], ground: [0, 0, 0], sunDisc: 0, clouds: 0, stars: 0, moon: 0, moonDirection: [0, 1, 0] },
  ambient: { sky: [0.1, 0.1, 0.1], ground: [0.05, 0.05, 0.05] },
  fog: { colour: [0, 0, 0], density: 0 },
  weather: { rain: 0, snow: 0, wind: 0, wet: 0 },
  exposure: 1,
  glow: { tv: { colour: [1, 1, 1], strength: 1, flicker: 'screen' } },
  grade: { saturation: 1, contrast: 1, shadows: [1, 1, 1], highlights: [1, 1, 1] },
  why: [],
})

/** Somebody staying somewhere. */
export const stay = (
  position: Vec3 = [0, 0, 0],
  yaw = 0,
  stance: Extract<Whereabouts, { kind: 'stay' }>['stance'] = 'stand',
  t0 = 0,
  t1 = 10,
  seatHeightM?: number,
): Whereabouts => ({ kind: 'stay', t0, t1, position, yaw, stance, ...(seatHeightM === undefined ? {} : { seatHeightM }) })

/** Somebody going somewhere at the gait's usual speed, or in a given time. */
export const go = (
  path: readonly Vec3[],
  t0: number,
  t1: number,
  gait: Extract<Whereabouts, { kind: 'go' }>['gait'] = 'walk',
): Whereabouts => ({
  kind: 'go',
  t0,
  t1,
  gait,
  path: path as Vec3[],
})

/** An act with its defaults. */
export const act = (verb: Act['verb'], t0 = 0.5, t1 = 3, more: Partial<Act> = {}): Act => ({ verb, t0, t1, energy: 0.6, ...more })

/** A performance with nothing but what is given. */
export const performance = (character: string, more: Partial<Performance> = {}): Performance => ({
  character,
  where: [stay()],
  acts: [],
  speech: [],
  gaze: [],
  moods: [],
  ...more,
})

/** A slice around performances; the cast is made to fit unless given. */
export function sliceOf(
  performances: readonly Performance[],
  more: { shot?: Partial<ShotPlan>; cast?: readonly CharacterSpec[] } = {},
): ShotSlice {
  return {
    shot: {
      key: 'int-room~abc.ms-a.1',
      fps: { num: 24, den: 1 },
      frames: 144,
      aspect: 16 / 9,
      camera: {
        sensorWidthMm: 24.89,
        lensMm: 35,
        fStop: 2.8,
        shutterAngleDeg: 180,
        keys: [{ t: 0, position: [0, 1.5, 4], target: [0, 1.3, 0], roll: 0 }],
        ease: 'smooth',
        handheld: 0,
        focus: { kind: 'distance', metres: 4 },
        why: [],
      },
      performances,
      props: [],
      doors: {},
      fadeIn: 0,
      fadeOut: 0,
      captions: [],
      ...more.shot,
    },
    set: room(),
    cast: more.cast ?? performances.map((p) => person(p.character)),
    light: light(),
  }
}
