import {
  type CameraPlan,
  type CharacterSpec,
  type ModelFiles,
  modelsFor,
  roundNumbers,
  type ShotSlice,
  type Vec3,
  type Whereabouts,
} from '../../film'
import { gaitOf } from '../../motion'
import { spriteLight, spriteSet } from './sprite-studio'

export const SPRITE_ACTIONS = ['walk', 'idle'] as const
export type SpriteAction = (typeof SPRITE_ACTIONS)[number]

/** Somebody, with the file of the model that stands in for them. */
export interface SpriteCast {
  readonly cast: CharacterSpec
  readonly models?: ModelFiles
}

/** What is drawn of a character. */
export interface SpriteWish extends SpriteCast {
  readonly action: SpriteAction
  readonly directions: 4 | 8
  /** Pictures of one cycle, 2 to 64. */
  readonly framesPerCycle: number
  /** Pictures a second at which it is played; without it the action takes its natural time. */
  readonly fps?: number | undefined
  /** Pixels from sole to crown, 8 to 512. */
  readonly height: number
}

/** A cycle in one direction. */
export interface SpriteTake {
  /** `south` is towards the camera, `east` to the picture's right. */
  readonly direction: string
  /** Whole frames of the shot, in order; the one after the last would be the first again. */
  readonly frames: readonly number[]
}

/** One shot with every direction in it, so that all of them have the same colours. */
export interface SpriteShot {
  readonly slice: ShotSlice
  readonly takes: readonly SpriteTake[]
  /** Size of every picture, even. */
  readonly width: number
  readonly height: number
  /** Where the ground under the figure is in each picture: 0, 0 is its upper left corner and 1, 1 its lower right. */
  readonly pivot: { readonly x: number; readonly y: number }
  /** For how long each picture is seen. */
  readonly durationMs: number
}

/** In the order in which they are taken: each a turn to the left of the one before. */
const DIRECTIONS = {
  4: ['south', 'east', 'north', 'west'],
  8: ['south', 'south-east', 'east', 'north-east', 'north', 'north-west', 'west', 'south-west'],
} as const

/** The camera: metres away, and radians above the level. */
const DISTANCE_M = 10
const ELEVATION = (24 * Math.PI) / 180
const SENSOR_MM = 24.89
/** Seconds from a stand to full speed and back, as film's `walkedAt` has them. */
const RAMP_S = 0.35
/** Steps of every walk; the cycle begins where a heel has just met the ground, long under way and long before its end. */
const STEPS = 8
const FIRST_STEP = 2.6
/** A breath, and how long somebody takes to stand still before it, seconds. */
const BREATH_S = 2.4
const SETTLE_S = 2

/**
 * A shot from which a character's sprites are taken: through an empty studio, a direction after the other, the camera
 * going along, so that a cycle's pictures close to a loop.
 * @throws RangeError for numbers outside their range.
 */
export function spriteShot(wish: SpriteWish): SpriteShot {
  const { cast, models, action, framesPerCycle, fps, height } = wish
  check(wish)
  const yaws = DIRECTIONS[wish.directions].map((_, i) => (i * 2 * Math.PI) / wish.directions)
  const gait = gaitOf(cast)
  const cycleS = action === 'walk' ? gait.cycleS : BREATH_S
  // The shot's own rate gives so many frames a cycle exactly; the walk is fitted to it.
  const rate = { num: Math.round((framesPerCycle / cycleS) * 1000), den: 1000 }
  const frameS = rate.den / rate.num
  const loopS = framesPerCycle * frameS
  const stepM = gait.stepM
  const speed = (2 * stepM) / loopS
  const leadS = action === 'walk' ? (FIRST_STEP * stepM) / speed + RAMP_S / 2 : SETTLE_S
  const lengthS = action === 'walk' ? (STEPS * stepM) / speed + RAMP_S : SETTLE_S + loopS
  const lead = Math.ceil(leadS / frameS)
  // In whole cycles, so that breath begins alike in every direction.
  const span = framesPerCycle * Math.ceil((lead + (lengthS - leadS) / frameS + 1) / framesPerCycle)
  const framing = framingOf(cast.heightM, height)
  const where: Whereabouts[] = []
  const keys: CameraPlan['keys'][number][] = []
  const before = yaws[1]! as number
  where.push({ kind: 'stay', t0: -10, t1: 0, position: [9, 0, 9], yaw: -before, stance: 'stand' })
  const takes = DIRECTIONS[wish.directions].map((direction, i): SpriteTake => {
    const first = i * span + lead
    const t0 = first * frameS - leadS
    const dir: Vec3 = [Math.sin(yaws[i]!), 0, Math.cos(yaws[i]!)]
    const along = (metres: number): Vec3 => [dir[0] * metres, 0, dir[2] * metres]
    const half = (STEPS * stepM) / 2
    // Those who stand do so on a line, too far apart to be walked between.
    const stand: Vec3 = [(i - 3.5) * 2.8, 0, 0]
    where.push(
      action === 'walk'
        ? { kind: 'go', t0, t1: t0 + lengthS, gait: 'walk', path: [along(-half), along(half)] }
        : { kind: 'stay', t0, t1: t0 + lengthS, position: stand, yaw: yaws[i]!, stance: 'stand' },
    )
    // At even speed through the whole stretch: what lies before and after the cycle is not looked at closely.
    const at = (t: number): Vec3 => (action === 'walk' ? along(speed * (t - t0 - RAMP_S / 2) - half) : stand)
    for (const t of [i * span * frameS, ((i + 1) * span - 0.5) * frameS]) {
      const [x, y, z] = at(t)
      const target: Vec3 = [x, y + framing.aimM, z]
      const up = Math.sin(ELEVATION) * DISTANCE_M
      keys.push({ t, position: [x, target[1] + up, z + Math.cos(ELEVATION) * DISTANCE_M], target, roll: 0 })
    }
    return { direction, frames: Array.from({ length: framesPerCycle }, (_, k) => first + k) }
  })
  const aspect = framing.width / framing.height
  const slice: ShotSlice = {
    shot: {
      key: `sprites-${cast.key}-${action}-${wish.directions}`,
      fps: rate,
      frames: span * yaws.length,
      aspect,
      camera: {
        sensorWidthMm: SENSOR_MM,
        lensMm: SENSOR_MM / 2 / aspect / framing.tanHalf,
        fStop: 22,
        shutterAngleDeg: 0,
        keys,
        ease: 'linear',
        handheld: 0,
        focus: { kind: 'distance', metres: DISTANCE_M },
        why: ['a long lens, so that the figure is the same size wherever it turns'],
      },
      performances: [{ character: cast.key, where, acts: [], speech: [], gaze: [], moods: [], loopS }],
      props: [],
      doors: {},
      fadeIn: 0,
      fadeOut: 0,
      captions: [],
    },
    set: spriteSet(),
    cast: [cast],
    light: spriteLight(),
    ...modelsFor([cast], models),
  }
  return {
    // The camera and the loop are not rounded: a millionth would be seen where the loop closes.
    slice: { ...slice, light: roundNumbers(slice.light) },
    takes,
    width: framing.width,
    height: framing.height,
    pivot: { x: 0.5, y: framing.ground / framing.height },
    durationMs: Math.round(1000 / (fps ?? framesPerCycle / cycleS)),
  }
}

/** The camera's frame for a figure of a height in metres that is to be so many pixels high. */
function framingOf(heightM: number, pixels: number) {
  const even = (n: number) => 2 * Math.ceil(n / 2)
  // Room for hair and hats above, for a foot stepping forward below, and for arms and strides beside.
  const above = even(pixels * 1.3)
  const below = even(pixels * 0.3)
  const height = above + below
  const width = even(pixels * 1.5)
  const pixelsAMetre = pixels / (heightM * Math.cos(ELEVATION))
  const tanHalf = height / 2 / pixelsAMetre / DISTANCE_M
  // Aimed so high that the ground under the figure lies on the line between two rows of pixels.
  const down = ((above - height / 2) / (height / 2)) * tanHalf
  const aimM = (down * DISTANCE_M) / (Math.cos(ELEVATION) - down * Math.sin(ELEVATION))
  return { width, height, ground: above, tanHalf, aimM }
}

function check({ framesPerCycle, fps, height, directions }: SpriteWish): void {
  if (!Number.isInteger(framesPerCycle) || framesPerCycle < 2 || framesPerCycle > 64)
    throw new RangeError(`frames: expected a whole number from 2 to 64, got ${framesPerCycle}`)
  if (!Number.isInteger(height) || height < 8 || height > 512)
    throw new RangeError(`height: expected a whole number from 8 to 512 pixels, got ${height}`)
  if (fps !== undefined && !(fps >= 1 && fps <= 60)) throw new RangeError(`fps: expected 1 to 60, got ${fps}`)
  if (directions !== 4 && directions !== 8) throw new RangeError(`directions: expected 4 or 8, got ${directions}`)
}
