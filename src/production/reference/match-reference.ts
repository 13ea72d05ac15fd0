import { CAMERA_RANGES } from '../../departments/camera'
import { GRADE_RANGES, RATIO_RANGE, RIGS, type RigName, rigWords } from '../../departments/lighting'
import type { CameraPlan, HandEdit, LightPlan, SetSpec, Vec3 } from '../../film'
import type { ReferenceReading } from './read-reference'

export const REFERENCE_PARTS = ['light', 'grade', 'camera'] as const
/** What of a shot is matched to a photograph. */
export type ReferencePart = (typeof REFERENCE_PARTS)[number]

/** One value that brings a shot nearer to a photograph: an edit that can be seen, changed and taken back. */
export interface ReferenceMatch extends Pick<HandEdit, 'path' | 'value' | 'base'> {
  readonly part: ReferencePart
  /** In words: `key from the left, 45° round and 35° up`. */
  readonly says: string
  /** 0 to 1, of what it was read from. */
  readonly confidence: number
}

/** What a shot's own values are found by. */
export interface MatchedShot {
  readonly camera: CameraPlan
  readonly aspect: number
  readonly set: Pick<SetSpec, 'interior' | 'widthM' | 'depthM' | 'heightM'>
  /** The sun is its key: it cannot be carried. */
  readonly isSunlit: boolean
}

/** Whether the sun is the key of a shot: no lamp of it could be carried. */
export const isSunlit = ({ set, light }: { readonly set: Pick<SetSpec, 'interior'>; readonly light: Pick<LightPlan, 'spots'> }): boolean =>
  !set.interior && (light.spots[0]?.candela ?? 0) === 0

/** What is read from is surer than this, or it is said and not applied. */
const SURE = { key: 0.25, side: 0.5, kelvin: 0.3, horizon: 0.45 } as const
/** Rigs that differ by where their key stands; those with colours of their own are nobody's guess. */
const GUESSED: readonly RigName[] = ['three-point', 'high-key', 'low-key', 'rembrandt', 'butterfly', 'silhouette']
/** From where a key stands so far, metres; and how far from walls and ceiling it keeps. */
const KEY_M = 2.4
const FROM_WALL_M = 0.35
/** Share of half the picture's height that the camera tilts at most, for people to stay in the picture. */
const MOST_TILT = 0.5

/** What of a frame a grade is matched from. */
export type DrawnFrame = Pick<ReferenceReading, 'exposure' | 'contrast' | 'saturation' | 'kelvin'>

/** What a frame of the house is like where nothing asks for another look: what films are matched from when nobody has drawn them yet. */
const USUAL_FRAME: DrawnFrame = {
  exposure: -1,
  contrast: 3.4,
  saturation: 0.38,
  kelvin: 6200,
}

/** How much darker, and how much richer in contrast, a frame is by each doubling of its key to fill; stops. */
const BY_RATIO = { exposure: -0.6, contrast: 0.9 } as const

/** What a frame is like that nobody has drawn: as it usually is, darker and harder where a rig of the photograph's ratio lights it. */
function reckonedFrame({ key }: ReferenceReading, isRigged: boolean): DrawnFrame {
  const doublings = isRigged ? Math.log2(Math.min(key.ratio, 8)) : 0
  return {
    ...USUAL_FRAME,
    exposure: USUAL_FRAME.exposure + BY_RATIO.exposure * doublings,
    contrast: USUAL_FRAME.contrast + BY_RATIO.contrast * doublings,
  }
}

/**
 * The values that bring a shot nearer to a photograph.
 * @param frame what the shot is like with its key where the photograph has it; reckoned where nobody has drawn it.
 * @param shot where its own camera stands; without it what is right for every camera of a scene.
 */
export function matchReference(photo: ReferenceReading, frame?: DrawnFrame, shot?: MatchedShot): readonly ReferenceMatch[] {
  const key = keyOf(photo, shot)
  return [...key, ...gradeOf(photo, frame ?? reckonedFrame(photo, key.length > 0)), ...(shot ? horizonOf(photo, shot) : [])]
}

/** The same as edits of a shot or scene, of the parts that are wanted. */
export const editsOf = (
  target: string,
  { reading, parts }: { readonly reading: ReferenceReading; readonly parts: readonly ReferencePart[] },
  shot?: MatchedShot,
): HandEdit[] =>
  matchReference(reading, undefined, shot).flatMap(({ part, path, value, base }) =>
    parts.includes(part) ? [{ target, path, value, base }] : [],
  )

/** What was read and is not applied, in words. */
export function unmatched({ key, kelvinConfidence, horizon }: ReferenceReading): readonly string[] {
  const percent = (v: number) => `${Math.round(v * 100)} %`
  return [
    ...(key.confidence < SURE.key ? [`where the key comes from cannot be told (${percent(key.confidence)} sure)`] : []),
    ...(key.confidence >= SURE.key && !hasSide(key)
      ? [`which side the key comes from cannot be told (${percent(key.sideConfidence)} sure)`]
      : []),
    ...(kelvinConfidence < SURE.kelvin ? [`the colour of the light cannot be told (${percent(kelvinConfidence)} sure)`] : []),
    ...(horizon.confidence < SURE.horizon ? [`no horizon is seen (${percent(horizon.confidence)} sure)`] : []),
  ]
}

/** A key nearer to the middle than this, degrees, is on no side. */
const OVER_CAMERA = 8

/** Whether a key is surely where it was read, on its side of the camera: a wrong side is worse than none. */
const hasSide = ({ azimuth, sideConfidence }: ReferenceReading['key']): boolean =>
  Math.abs(azimuth) < OVER_CAMERA || sideConfidence >= SURE.side

const clamped = (v: number, [least, most]: readonly [number, number], digits = 2): number =>
  Math.round(Math.min(most, Math.max(least, v)) * 10 ** digits) / 10 ** digits

function keyOf({ key }: ReferenceReading, shot: MatchedShot | undefined): ReferenceMatch[] {
  if (key.confidence < SURE.key) return []
  const { azimuth, altitude, confidence } = key
  const known = hasSide(key)
  const ratio = clamped(Math.round(key.ratio * 2) / 2, [RATIO_RANGE.least, RATIO_RANGE.most], 1)
  const far = (name: RigName) => {
    const { key: k, ratio: usual } = RIGS[name]
    return ((Math.abs(azimuth) - k.azimuth) / 30) ** 2 + ((altitude - k.altitude) / 25) ** 2 + Math.log2(ratio / usual) ** 2
  }
  const name = GUESSED.reduce((best, n) => (far(n) < far(best) ? n : best))
  const side = Math.abs(azimuth) < OVER_CAMERA || !known ? undefined : azimuth < 0 ? ('left' as const) : ('right' as const)
  const matches: ReferenceMatch[] = [
    {
      part: 'light',
      path: 'light.rig',
      value: rigWords({ name, ratio, ...(side ? { from: side } : {}) }),
      base: '',
      says: `${name.replace('-', ' ')} lighting, ${ratio}:1${side ? `, key from the ${side}` : known ? ', key over the camera' : ''}`,
      confidence,
    },
  ]
  if (!shot || shot.isSunlit || !known) return matches
  const first = shot.camera.keys[0]!
  const target = first.target
  const position = keyPosition(first.position, target, azimuth, altitude, shot.set)
  const place = (field: 'position' | 'target', value: Vec3, says: string): ReferenceMatch => ({
    part: 'light',
    path: `lamps.key.${field}`,
    value,
    base: [0, 0, 0],
    says,
    confidence,
  })
  const round = azimuth === 0 ? 'over the camera' : `${Math.abs(azimuth)}° round to the ${azimuth < 0 ? 'left' : 'right'}`
  return [
    ...matches,
    place('position', position, `key ${round}, ${Math.abs(altitude)}° ${altitude < 0 ? 'below' : 'up'}, as this camera sees it`),
    place('target', target, 'key aimed at what the camera looks at'),
    { part: 'light', path: 'lamps.key.soft', value: key.soft, base: 0, says: key.soft < 0.5 ? 'hard edge' : 'soft edge', confidence },
  ]
}

/** Where a key stands that a camera sees at these angles from its subject, inside of the room. */
function keyPosition(camera: Vec3, target: Vec3, azimuth: number, altitude: number, set: MatchedShot['set']): Vec3 {
  const [bx, bz] = [camera[0] - target[0], camera[2] - target[2]]
  const flat = Math.max(Math.hypot(bx, bz), 1e-6)
  const back = [bx / flat, bz / flat] as const
  // The camera's right: from behind it, clockwise seen from above.
  const right = [back[1], -back[0]] as const
  const [a, h] = [(azimuth * Math.PI) / 180, (altitude * Math.PI) / 180]
  const to: Vec3 = [
    (right[0] * Math.sin(a) + back[0] * Math.cos(a)) * Math.cos(h),
    Math.sin(h),
    (right[1] * Math.sin(a) + back[1] * Math.cos(a)) * Math.cos(h),
  ]
  let far = KEY_M
  const within = (axis: 0 | 1 | 2, low: number, high: number) => {
    if (Math.abs(to[axis]) < 1e-6) return
    const reach = ((to[axis] > 0 ? high : low) - target[axis]) / to[axis]
    far = Math.min(far, Math.max(reach, 0.6))
  }
  within(1, 0.2, set.interior ? set.heightM - 0.2 : 40)
  if (set.interior) {
    within(0, FROM_WALL_M - set.widthM / 2, set.widthM / 2 - FROM_WALL_M)
    within(2, FROM_WALL_M - set.depthM / 2, set.depthM / 2 - FROM_WALL_M)
  }
  const at = (v: number, i: 0 | 1 | 2) => Math.round((target[i] + v * far) * 1000) / 1000
  return [at(to[0], 0), at(to[1], 1), at(to[2], 2)]
}

const MIRED = 1e6
/** White of the screen. */
const D65 = 6504

function gradeOf(photo: ReferenceReading, frame: DrawnFrame): ReferenceMatch[] {
  const stops = clamped((photo.exposure - frame.exposure) * 0.9, GRADE_RANGES.stops)
  const contrast = clamped((Math.max(photo.contrast, 0.3) / Math.max(frame.contrast, 0.3)) ** 0.6, GRADE_RANGES.contrast)
  const saturation = clamped((Math.max(photo.saturation, 0.01) / Math.max(frame.saturation, 0.01)) ** 0.8, GRADE_RANGES.saturation)
  const mired = MIRED / photo.kelvin - MIRED / frame.kelvin
  const kelvin = Math.round(clamped(MIRED / Math.max(MIRED / D65 + mired, 20), GRADE_RANGES.kelvin, 0) / 50) * 50
  const grade = (field: string, value: number, base: number, says: string, confidence: number): ReferenceMatch => ({
    part: 'grade',
    path: `grade.${field}`,
    value,
    base,
    says,
    confidence,
  })
  const signed = (v: number) => `${v < 0 ? '−' : '+'}${Math.abs(v)}`
  return [
    ...(Math.abs(stops) >= 0.1 ? [grade('stops', stops, 0, `exposure ${signed(stops)} stops`, 0.9)] : []),
    ...(Math.abs(contrast - 1) >= 0.03 ? [grade('contrast', contrast, 1, `contrast × ${contrast}`, 0.8)] : []),
    ...(Math.abs(saturation - 1) >= 0.03 ? [grade('saturation', saturation, 1, `colours × ${saturation}`, 0.8)] : []),
    ...(photo.kelvinConfidence >= SURE.kelvin && Math.abs(kelvin - D65) >= 150
      ? [
          grade(
            'kelvin',
            kelvin,
            D65,
            `the picture ${kelvin < D65 ? 'warmer' : 'cooler'}, as by light of ${kelvin} K`,
            photo.kelvinConfidence,
          ),
        ]
      : []),
  ]
}

function horizonOf({ horizon }: ReferenceReading, { camera, aspect }: MatchedShot): ReferenceMatch[] {
  if (horizon.confidence < SURE.horizon) return []
  const { position, target } = camera.keys[0]!
  const planned = Math.atan2(target[1] - position[1], Math.hypot(target[0] - position[0], target[2] - position[2]))
  const half = camera.sensorWidthMm / aspect / 2 / camera.lensMm
  const wanted = -Math.atan((2 * horizon.height - 1) * half)
  const most = (Math.atan(half) * MOST_TILT * 180) / Math.PI
  const asked = ((wanted - planned) * 180) / Math.PI
  const tilt = clamped(Math.min(most, Math.max(-most, asked)), CAMERA_RANGES.tilt, 1)
  const roll = clamped(-horizon.roll, CAMERA_RANGES.roll, 1)
  const cut = Math.abs(asked) > most + 0.05 ? ', as far as people stay in the picture' : ''
  const part = 'camera' as const
  const { confidence } = horizon
  return [
    ...(Math.abs(tilt) >= 0.3
      ? [
          {
            part,
            path: 'camera.tilt',
            value: tilt,
            base: 0,
            says: `camera ${Math.abs(tilt)}° ${tilt > 0 ? 'up' : 'down'}: horizon at ${Math.round(horizon.height * 100)} % of the height${cut}`,
            confidence,
          },
        ]
      : []),
    ...(Math.abs(roll) >= 1 ? [{ part, path: 'camera.roll', value: roll, base: 0, says: `camera rolled ${roll}°`, confidence }] : []),
  ]
}
