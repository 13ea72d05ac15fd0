import { type CameraPlan, type CharacterSpec, EXPRESSIONS, type Expression, figureOf, type Performance, type Vec3 } from '../../film'
import { gaitOf } from '../../motion'

/** One picture of somebody: what they do, how the camera sees them, and what is written under it. */
export interface SheetPicture {
  readonly label: string
  readonly performance: Omit<Performance, 'character'>
  readonly camera: CameraPlan
}

/** When a picture is taken, seconds into its shot: whatever began has come to rest. */
export const TAKEN_S = 2
/** Length of each shot, seconds. */
export const SHOT_S = 2 * TAKEN_S

const SENSOR_MM = 24.89
const ORIGIN: Vec3 = [0, 0, 0]

/** Where the camera stands so that a stretch of heights fills the picture. */
function cameraOn(fromM: number, toM: number, aspect: number, lensMm: number): CameraPlan {
  const tanHalf = SENSOR_MM / aspect / 2 / lensMm
  const metres = (toM - fromM) / 2 / tanHalf
  const middle = (fromM + toM) / 2
  return {
    sensorWidthMm: SENSOR_MM,
    lensMm,
    fStop: 8,
    shutterAngleDeg: 0,
    keys: [{ t: 0, position: [0, middle, metres], target: [0, middle, 0], roll: 0 }],
    ease: 'linear',
    handheld: 0,
    focus: { kind: 'distance', metres },
    why: ['a long lens, level, so that proportions are true'],
  }
}

/** Shows all of somebody, with room for hats, raised arms and shadows. */
const whole = (spec: CharacterSpec, aspect: number): CameraPlan => cameraOn(-0.1 * spec.heightM, spec.heightM * 1.14, aspect, 80)

/** Shows a face, hair and the line of the shoulders. */
function face(spec: CharacterSpec, aspect: number): CameraPlan {
  const { eyeHeightM } = figureOf(spec)
  const head = spec.heightM - eyeHeightM
  return cameraOn(eyeHeightM - 2.3 * head, spec.heightM + 0.9 * head, aspect, 85)
}

const still = (yaw: number, more: Partial<SheetPicture['performance']> = {}): SheetPicture['performance'] => ({
  where: [{ kind: 'stay', t0: -10, t1: 20, position: ORIGIN, yaw, stance: 'stand' }],
  acts: [],
  speech: [],
  gaze: [{ kind: 'ahead', t0: -10 }],
  moods: [],
  ...more,
})

/** The names of an eighth of a turn each, as model sheets have them; a turn to the left goes towards the picture's right. */
const TURNS = ['front', '3/4 right', 'right', '3/4 back right', 'back', '3/4 back left', 'left', '3/4 left'] as const

/** Somebody from eight sides. */
export const turnaround = (spec: CharacterSpec, aspect: number): SheetPicture[] =>
  TURNS.map((label, i) => ({ label, performance: still((i * Math.PI) / 4), camera: whole(spec, aspect) }))

/** Somebody as they stand, seen a little from the side. */
export const portrait = (spec: CharacterSpec, aspect: number, label: string): SheetPicture => ({
  label,
  performance: still(0.4),
  camera: whole(spec, aspect),
})

/** A face at rest, and every expression slight and full. */
export function expressions(spec: CharacterSpec, aspect: number): SheetPicture[] {
  const picture = (label: string, mood?: { readonly expression: Expression; readonly weight: number }): SheetPicture => ({
    label,
    performance: still(0.22, { moods: mood ? [{ t0: -10, ...mood }] : [] }),
    camera: face(spec, aspect),
  })
  return [
    picture('at rest'),
    ...EXPRESSIONS.flatMap((expression) =>
      [0.5, 1].map((weight) => picture(weight === 1 ? expression : `slight ${expression}`, { expression, weight })),
    ),
  ]
}

/** What somebody does in a pose sheet: a stance, a way to go, or a deed. */
const POSES: readonly (readonly [label: string, pose: Pose])[] = [
  ['stand', {}],
  ['walk', { gait: 'walk' }],
  ['run', { gait: 'run' }],
  ['sneak', { gait: 'sneak' }],
  ['kneel', { stance: 'kneel' }],
  ['crouch', { stance: 'crouch' }],
  ['point', { verb: 'point' }],
  ['wave', { verb: 'wave' }],
  ['shrug', { verb: 'shrug' }],
  ['fold arms', { verb: 'fold-arms' }],
  ['hands on hips', { verb: 'hands-on-hips' }],
  ['hands up', { verb: 'hands-up' }],
  ['look round', { verb: 'look-around' }],
  ['laugh', { verb: 'laugh' }],
  ['punch', { verb: 'punch' }],
  ['dance', { verb: 'dance' }],
]

interface Pose {
  readonly gait?: 'walk' | 'run' | 'sneak'
  readonly stance?: 'kneel' | 'crouch'
  readonly verb?: Performance['acts'][number]['verb']
}

/** Somebody in motion. */
export const poses = (spec: CharacterSpec, aspect: number): SheetPicture[] =>
  POSES.map(([label, pose]) => ({ label, performance: posed(spec, pose), camera: whole(spec, aspect) }))

/** Seen from the front quarter, where a stride and an arm both show. */
const QUARTER = 0.7

function posed(spec: CharacterSpec, { gait, stance, verb }: Pose): SheetPicture['performance'] {
  if (gait) {
    // In the middle of the way when the picture is taken.
    const half = (gaitOf(spec).stepM / gaitOf(spec).cycleS) * 2 * TAKEN_S * (gait === 'run' ? 2.2 : gait === 'sneak' ? 0.6 : 1)
    const at = (m: number): Vec3 => [Math.sin(QUARTER) * m, 0, Math.cos(QUARTER) * m]
    return still(QUARTER, { where: [{ kind: 'go', t0: 0, t1: SHOT_S, gait, path: [at(-half), at(half)] }] })
  }
  if (stance) return still(QUARTER, { where: [{ kind: 'stay', t0: -10, t1: 20, position: ORIGIN, yaw: QUARTER, stance }] })
  const acts = verb ? [{ verb, t0: TAKEN_S - 1.1, t1: TAKEN_S + 1.1, energy: 0.7 }] : []
  return still(verb ? 0.35 : QUARTER, { acts })
}
