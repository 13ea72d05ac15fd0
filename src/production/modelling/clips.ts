import type { ActorState, CharacterSpec, Performance, ShotSlice, VERBS, Vec3 } from '../../film'
import { frameState, gaitOf } from '../../motion'
import { spriteShot } from '../sprites'
import { spriteLight, spriteSet } from '../sprites/sprite-studio'

/** Something somebody does, as states at times. */
export interface Clip {
  readonly name: string
  /** Seconds from its beginning. */
  readonly times: Float32Array
  readonly states: readonly ActorState[]
  readonly extras: {
    /** Its end is its beginning. */
    readonly loop: boolean
    /** Metres a second that a walk in place goes. */
    readonly speedMps?: number
  }
}

/** States a second. */
const RATE = 30
/** A cycle of a walk, or a breath, in so many states. */
const CYCLE = 30
/** Seconds that a deed takes, and somebody stands before and after it. */
const DEED_S = 2.2
const REST_S = 0.3
const ORIGIN: Vec3 = [0, 0, 0]

/** What everybody can do, in the order of the list in a file. */
const DEEDS = [
  'wave',
  'point',
  'nod',
  'shake-head',
  'shrug',
  'look-around',
  'laugh',
  'clap',
  'bow',
  'fold-arms',
  'hands-on-hips',
  'hands-up',
  'punch',
  'jump',
  'dance',
] as const satisfies readonly (typeof VERBS)[number][]

type Deed = Omit<Performance, 'character'>

/** What a body does, sampled: idle and walk as loops in place, then stances, talk and deeds. */
export function clipsOf(spec: CharacterSpec): Clip[] {
  return [
    loop(spec, 'idle'),
    loop(spec, 'walk'),
    run(spec),
    acted(spec, 'sit', still('sit')),
    acted(spec, 'kneel', still('kneel')),
    acted(spec, 'crouch', still('crouch')),
    acted(spec, 'talk', {
      ...still('stand'),
      speech: [{ t0: REST_S, t1: REST_S + DEED_S, text: 'I never thought that we would see this place again.', energy: 0.5 }],
    }),
    ...DEEDS.map((verb) => acted(spec, verb, { ...still('stand'), acts: [{ verb, t0: REST_S, t1: REST_S + DEED_S, energy: 0.7 }] })),
  ]
}

/** Sits on a chair of the usual height. */
const SEAT_M = 0.45

const still = (stance: 'stand' | 'sit' | 'kneel' | 'crouch'): Deed => ({
  where: [{ kind: 'stay', t0: -10, t1: 20, position: ORIGIN, yaw: 0, stance, ...(stance === 'sit' ? { seatHeightM: SEAT_M } : {}) }],
  acts: [],
  speech: [],
  gaze: [{ kind: 'ahead', t0: -10 }],
  moods: [],
})

/** A cycle that closes, towards +z and in place. */
function loop(spec: CharacterSpec, action: 'walk' | 'idle'): Clip {
  const { slice, takes } = spriteShot({ cast: spec, action, directions: 4, framesPerCycle: CYCLE, height: 64 })
  const { fps } = slice.shot
  const first = takes[0]!.frames[0]!
  const speedMps = action === 'walk' ? (2 * gaitOf(spec).stepM * fps.num) / fps.den / CYCLE : 0
  return inPlace(slice, action, first, CYCLE, speedMps)
}

/** Samples so many frames from one on, and the one that closes the loop; ground that is covered is taken off. */
function inPlace(slice: ShotSlice, name: string, first: number, count: number, speedMps: number): Clip {
  const { fps } = slice.shot
  const at = (i: number): number => (i * fps.den) / fps.num
  const open = Array.from({ length: count }, (_, i): ActorState => {
    const state = frameState(slice, first + i).actors[0]!
    return { ...state, position: [0, state.position[1], 0], yaw: 0 }
  })
  return {
    name,
    times: Float32Array.from({ length: count + 1 }, (_, i) => at(i)),
    states: [...open, open[0]!],
    extras: { loop: true, ...(speedMps > 0 ? { speedMps: Math.round(speedMps * 1000) / 1000 } : {}) },
  }
}

/** A run on the spot, as long as it takes to be under way: no loop. */
function run(spec: CharacterSpec): Clip {
  const speed = (2 * gaitOf(spec).stepM * 2.2) / gaitOf(spec).cycleS
  const slice = staged(spec, {
    ...still('stand'),
    where: [{ kind: 'go', t0: 0, t1: 4, gait: 'run', path: [ORIGIN, [0, 0, speed * 4]] }],
  })
  const count = RATE
  const states = Array.from({ length: count + 1 }, (_, i): ActorState => {
    const state = frameState(slice, RATE + i).actors[0]!
    return { ...state, position: [0, state.position[1], 0] }
  })
  return {
    name: 'run',
    times: Float32Array.from(states, (_, i) => i / RATE),
    states,
    extras: { loop: false, speedMps: Math.round(speed * 1000) / 1000 },
  }
}

/** Something that is done once, from rest to rest. */
function acted(spec: CharacterSpec, name: string, deed: Deed): Clip {
  const slice = staged(spec, deed)
  const count = Math.round((DEED_S + 2 * REST_S) * RATE)
  const states = Array.from({ length: count + 1 }, (_, i) => frameState(slice, i).actors[0]!)
  return { name, times: Float32Array.from(states, (_, i) => i / RATE), states, extras: { loop: false } }
}

/** Somebody alone on an empty plain. */
const staged = (spec: CharacterSpec, deed: Deed): ShotSlice => ({
  shot: {
    key: `clip-${spec.key}`,
    fps: { num: RATE, den: 1 },
    frames: RATE * 4,
    aspect: 1,
    camera: {
      sensorWidthMm: 24.89,
      lensMm: 50,
      fStop: 8,
      shutterAngleDeg: 0,
      keys: [{ t: 0, position: [0, 1.4, 6], target: [0, 1, 0], roll: 0 }],
      ease: 'linear',
      handheld: 0,
      focus: { kind: 'distance', metres: 6 },
      why: [],
    },
    performances: [{ character: spec.key, ...deed }],
    props: [],
    doors: {},
    fadeIn: 0,
    fadeOut: 0,
    captions: [],
  },
  set: spriteSet(),
  cast: [spec],
  light: spriteLight(),
})
