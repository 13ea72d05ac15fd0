import { LENS_SETS } from './lens'
import { CAMERA_MOUNTS } from './mount'
import { FrameRate } from './time'
import { artifactFields, type Value, z } from './value'
import { SpokenLine } from './voice'

/** Shot sizes from farthest to nearest. */
export const ShotSize = z.enum(['EWS', 'WS', 'FS', 'MLS', 'MS', 'MCU', 'CU', 'ECU'])
export type ShotSize = z.infer<typeof ShotSize>

export const Framing = z.enum([
  'establishing',
  'master',
  'single',
  'over-shoulder',
  'two-shot',
  'group',
  'moving',
  'insert',
  'pov',
  'reaction',
])
export type Framing = z.infer<typeof Framing>

/** Moves in the words of a grip; a bare `pan`, `tilt`, `truck`, `pedestal` or `crane` leaves its direction to the department. */
export const CAMERA_MOVES = [
  'static',
  'push-in',
  'pull-out',
  'pan',
  'pan-left',
  'pan-right',
  'whip-pan',
  'tilt',
  'tilt-up',
  'tilt-down',
  'truck',
  'truck-left',
  'truck-right',
  'pedestal',
  'pedestal-up',
  'pedestal-down',
  'track',
  'steadicam',
  'handheld',
  'crane',
  'crane-up',
  'crane-down',
  'drone',
  'orbit',
  'turntable',
  'zoom-in',
  'zoom-out',
  'dolly-zoom',
  'rack-focus',
] as const
export const CameraMove = z.enum(CAMERA_MOVES)
export type CameraMove = z.infer<typeof CameraMove>

/** How far a move goes that somebody asks for without saying how far: see `moveAmount`. */
export const ASKED_AMOUNT = 2

/** A stretch of scene time that belongs to one line or one action. */
export const Beat = z.object({
  /** Anchored in content, unique in the scene. */
  key: z.string(),
  kind: z.enum(['line', 'action', 'pause']),
  /** Index into the scene's elements. */
  element: z.int().nonnegative(),
  /** The speaker of a line. */
  character: z.string().optional(),
  text: z.string(),
  /** The parenthetical in force, without brackets. */
  manner: z.string().optional(),
  /** Spoken by somebody who is not seen: V.O., O.S., radio. */
  offScreen: z.boolean().optional(),
  /** How long it takes its voice, sound by sound; left out where nobody is heard. */
  spoken: SpokenLine.optional(),
  /** Scene time, in frames. */
  startFrame: z.int().nonnegative(),
  frames: z.int().positive(),
  /** Source line. */
  line: z.int().positive(),
})
export type Beat = Value<z.infer<typeof Beat>>

/** Why a shot is what it is: the rule, in plain words, and the script line behind it. */
export const Reason = z.object({
  of: z.enum(['size', 'lens', 'move', 'length', 'framing', 'angle']),
  rule: z.string(),
  line: z.int().optional(),
})

export const Shot = z.object({
  /** `int-diner-night~4f2.cu-mara.7c1`: scene key, size and subjects, anchor of the first beat. */
  key: z.string(),
  /** `sc3.sh2`: an address at the doors, never part of what a picture depends on. */
  address: z.string(),
  sceneKey: z.string(),
  /** What it is called, where a production cuts it in between those that the script asks for. */
  added: z.string().optional(),
  /** Which of the places it is shot in, where a scene plays in several (INTERCUT, MONTAGE); counted from 0, which is also meant when it is left out. */
  part: z.int().nonnegative().optional(),
  size: ShotSize,
  framing: Framing,
  angle: z.enum(['eye', 'low', 'high', 'overhead']),
  move: CameraMove,
  /** How far it goes, where somebody asked for the move: 1 is as far as a move that nobody is to notice. */
  moveAmount: z.number().min(0.1).max(4).optional(),
  /** Character keys the frame is about, most important first; empty for a place or thing. */
  subjects: z.array(z.string()),
  /** Whose shoulder the camera looks over. */
  over: z.string().optional(),
  /** What an insert shows. */
  object: z.string().optional(),
  lensMm: z.number().min(8).max(800),
  lenses: z.enum(LENS_SETS).optional(),
  /** What the camera is fixed to, where somebody asks for it. */
  mount: z.enum(CAMERA_MOUNTS).optional(),
  /** Scene time covered: [startFrame, startFrame + frames). Shots of a scene tile it without gaps, but for what a production cuts off. */
  startFrame: z.int().nonnegative(),
  frames: z.int().positive(),
  /** Frames that the script's own plan gives it, where a production asks for another length. */
  plannedFrames: z.int().positive().optional(),
  why: z.array(Reason),
})
export type Shot = Value<z.infer<typeof Shot>>

export const SceneShots = z.object({
  sceneKey: z.string(),
  frames: z.int().positive(),
  beats: z.array(Beat),
  shots: z.array(Shot),
  /** How the scene ends: into the next by a cut, or with a fade to or from black. */
  transitionIn: z.enum(['cut', 'fade']),
  transitionOut: z.enum(['cut', 'fade', 'black']),
})
export type SceneShots = Value<z.infer<typeof SceneShots>>

export const ShotList = z.looseObject({
  ...artifactFields('ShotList'),
  fps: FrameRate,
  scenes: z.array(SceneShots),
})
export type ShotList = Value<z.infer<typeof ShotList>>
