import { hashOf, hashOnce } from './canonical'
import { BONES, CharacterSpec, EXPRESSIONS } from './character'
import { LENS_SETS } from './lens'
import { LightPlan } from './light'
import { CAMERA_MOUNTS } from './mount'
import { SetSpec } from './set'
import { FrameRate } from './time'
import { type Value, Vec3, z } from './value'
import { SpokenLine } from './voice'

/** Where somebody is over a shot; times are seconds from the shot's start (may begin before 0 or end after it). */
export const Stay = z.object({
  kind: z.literal('stay'),
  t0: z.number(),
  t1: z.number(),
  position: Vec3,
  yaw: z.number(),
  /** `swim`: upright in deep water; `float`: on the back at its surface. `position` is then where the feet would be, upright. */
  stance: z.enum(['stand', 'sit', 'lie', 'kneel', 'crouch', 'lean', 'swim', 'float']),
  /** Top of the seat or bed above the floor at position.y, for sit and lie. */
  seatHeightM: z.number().optional(),
  /** Room for the legs of whoever lies on something short, from the hips, metres: knees are drawn up, the head is on its arm. */
  legRoomM: z.number().positive().optional(),
})
export const Go = z.object({
  kind: z.literal('go'),
  t0: z.number(),
  t1: z.number(),
  /** `swim` crawls at the surface, `dive` swims under it. */
  gait: z.enum(['walk', 'run', 'sneak', 'limp', 'swim', 'dive']),
  /** At least two floor points, metres; y is the floor's height. */
  path: z.array(Vec3).min(2),
  /** Facing at the end, if it differs from the last stretch. */
  endYaw: z.number().optional(),
})
export const Whereabouts = z.discriminatedUnion('kind', [Stay, Go])
export type Whereabouts = Value<z.infer<typeof Whereabouts>>

export const VERBS = [
  'gesture',
  'point',
  'wave',
  'nod',
  'shake-head',
  'shrug',
  'look-around',
  'look-down',
  'reach',
  'pick-up',
  'put-down',
  'hand-over',
  'hold',
  'drink',
  'eat',
  'pour',
  'smoke',
  'read',
  'write',
  'type',
  'phone',
  'knock',
  'open',
  'push',
  'pull',
  'throw',
  'punch',
  'kick',
  'aim',
  'fall',
  'jump',
  'climb',
  'crouch',
  'hug',
  'shake-hands',
  'laugh',
  'cry',
  'sleep',
  'dance',
  'wipe',
  'hands-up',
  'fold-arms',
  'hands-on-hips',
  'lean-in',
  'flinch',
  'carry',
  'kiss',
  'slap',
  'receive',
  'dodge',
  'shoot',
  'die',
  'stairs',
  'bow',
  'salute',
  'clap',
  'beckon',
  'cough',
  'drive',
  'close',
  'work',
  'touch-face',
  'rub-neck',
  'smooth-clothes',
  'shift-weight',
  'photograph',
  'break-seal',
  'tear',
  'kindle',
  'blow',
  'play-keys',
  'strum',
  'whisper',
  'check-watch',
  'hammer',
  'cut-hair',
  'count',
  'dress',
  'undress',
  'headwear',
  'gloves',
] as const

/** Something somebody does on top of being where they are. */
export const Act = z.object({
  verb: z.enum(VERBS),
  t0: z.number(),
  t1: z.number(),
  hand: z.enum(['left', 'right', 'both']).optional(),
  /** A point in the set the act is aimed at. */
  at: Vec3.optional(),
  /** Or a person. */
  to: z.string().optional(),
  /** What opens or shuts under the hand: its key in `ShotPlan.doors`, and how the point `at` moves with it when it opens. */
  leaf: z.object({ key: z.string(), by: Vec3.optional(), round: Vec3.optional(), turn: z.number().optional() }).optional(),
  /** 0 to 1. */
  energy: z.number(),
})
export type Act = Value<z.infer<typeof Act>>

export const Speech = z.object({
  t0: z.number(),
  t1: z.number(),
  text: z.string(),
  energy: z.number(),
  /** What the mouth says, from `t0` on; without them it is read off the spelling. */
  phones: SpokenLine.shape.phones.optional(),
})
export type Speech = Value<z.infer<typeof Speech>>

export const GazeTarget = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('actor'), t0: z.number(), actor: z.string() }),
  z.object({ kind: z.literal('point'), t0: z.number(), at: Vec3 }),
  z.object({ kind: z.literal('ahead'), t0: z.number() }),
  /** Into the lens, wherever the camera goes. */
  z.object({ kind: z.literal('camera'), t0: z.number() }),
])
export const Mood = z.object({ t0: z.number(), expression: z.enum(EXPRESSIONS), weight: z.number().min(0).max(1) })

/** One person in one shot. */
export const Performance = z.object({
  character: z.string(),
  where: z.array(Whereabouts).min(1),
  acts: z.array(Act),
  speech: z.array(Speech),
  gaze: z.array(GazeTarget),
  moods: z.array(Mood),
  /** Seconds after which what is done repeats: then nothing comes by chance, and breath keeps this time. */
  loopS: z.number().positive().optional(),
})
export type Performance = Value<z.infer<typeof Performance>>

/** A prop that is carried or moved: follows a hand, or lies somewhere. */
export const PropTrack = z.object({
  key: z.string(),
  prop: z.string(),
  colour: z.string().optional(),
  states: z.array(
    z.discriminatedUnion('kind', [
      z.object({ kind: z.literal('held'), t0: z.number(), by: z.string(), hand: z.enum(['left', 'right']) }),
      z.object({
        kind: z.literal('placed'),
        t0: z.number(),
        position: Vec3,
        yaw: z.number(),
        /** Let go of or thrown: seconds it is in the air from the hand it left, before it strikes and bounces. Laid down without. */
        fallS: z.number().positive().optional(),
      }),
      z.object({ kind: z.literal('gone'), t0: z.number() }),
    ]),
  ),
})
export type PropTrack = Value<z.infer<typeof PropTrack>>

export const CameraKey = z.object({
  t: z.number(),
  position: Vec3,
  target: Vec3,
  roll: z.number(),
  /** Focal length here, where the shot zooms; the shot's own lens otherwise. */
  lensMm: z.number().optional(),
  /** Its number in what is changed by hand, where points were put in or taken out: its place among the keys otherwise. */
  n: z.number().int().optional(),
})

export const CameraPlan = z.object({
  /** Super 35 gate unless the production says otherwise. */
  sensorWidthMm: z.number(),
  lensMm: z.number(),
  /** The set that its lens is of; one that draws nothing of its own when absent. */
  lenses: z.enum(LENS_SETS).optional(),
  fStop: z.number(),
  shutterAngleDeg: z.number(),
  /** One key: a locked-off camera. More: eased through all of them. */
  keys: z.array(CameraKey).min(1),
  ease: z.enum(['linear', 'smooth']),
  /** 0 locked, 1 very shaky. */
  handheld: z.number(),
  /** What it is mounted on, in the words of a grip, where it is. */
  rig: z.enum(CAMERA_MOUNTS).optional(),
  /** What it is fixed to, where that moves: a bone of somebody, or what is carried. It goes and looks with it; its keys say about where that is. */
  mount: z
    .discriminatedUnion('kind', [
      z.object({ kind: z.literal('actor'), key: z.string(), bone: z.enum(BONES), at: Vec3, yaw: z.number(), pitch: z.number() }),
      z.object({ kind: z.literal('prop'), key: z.string(), at: Vec3, yaw: z.number(), pitch: z.number() }),
    ])
    .optional(),
  focus: z.discriminatedUnion('kind', [
    z.object({ kind: z.literal('actor'), actor: z.string() }),
    z.object({ kind: z.literal('distance'), metres: z.number() }),
    /** Pulled from one to the next: each key is a person or a distance, held until `t0` of the one after and reached at its `t1`. */
    z.object({
      kind: z.literal('pull'),
      keys: z.array(z.object({ t0: z.number(), t1: z.number(), actor: z.string().optional(), metres: z.number().optional() })).min(1),
    }),
  ]),
  why: z.array(z.string()),
})
export type CameraPlan = Value<z.infer<typeof CameraPlan>>

/** The number by which edits know a point of a camera's way. @param index its place among the keys. */
export const cameraPointNumber = ({ keys }: Pick<CameraPlan, 'keys'>, index: number): number => keys[index]?.n ?? index

/** Where among a camera's keys the point is that edits know by a number; −1 for none. */
export const cameraPointIndex = ({ keys }: Pick<CameraPlan, 'keys'>, n: number): number => keys.findIndex((k, i) => (k.n ?? i) === n)

/** Everything a picture of this shot depends on besides set, cast and light; in shot time, with no address in it. */
export const ShotPlan = z.object({
  key: z.string(),
  fps: FrameRate,
  frames: z.int().positive(),
  /** Picture aspect, width over height. */
  aspect: z.number(),
  camera: CameraPlan,
  performances: z.array(Performance),
  props: z.array(PropTrack),
  /** Doors that move: opening key → keys of how far open (0–1). */
  doors: z.record(z.string(), z.array(z.object({ t: z.number(), open: z.number() }))),
  /** Flames and lamps that people light or put out: practical key → keys of how much they burn (0–1). */
  lamps: z.record(z.string(), z.array(z.object({ t: z.number(), on: z.number() }))).optional(),
  /** Level of the picture: fades from and to black, in frames from either end; 0 = none. */
  fadeIn: z.int().nonnegative(),
  fadeOut: z.int().nonnegative(),
  /** Dialogue heard in it, for captions and timing. */
  captions: z.array(z.object({ t0: z.number(), t1: z.number(), speaker: z.string(), text: z.string() })),
})
export type ShotPlan = Value<z.infer<typeof ShotPlan>>

/** All that is needed to shoot one shot: its hash is the picture's identity. */
export const ShotSlice = z.object({ shot: ShotPlan, set: SetSpec, cast: z.array(CharacterSpec), light: LightPlan })
export type ShotSlice = Value<z.infer<typeof ShotSlice>> & {
  /** Files of the user's models that its cast names, by SHA-256: they are their names' contents, so no hash needs them. */
  readonly models?: ModelFiles
  /** The panorama that its light has for the sky. */
  readonly panoramas?: PanoramaFiles
}

/** Files of models by the SHA-256 of their bytes. */
export type ModelFiles = Readonly<Record<string, Uint8Array>>

/** Panoramas as Radiance pictures, by the SHA-256 of the files that the user gave. */
export type PanoramaFiles = Readonly<Record<string, Uint8Array>>

/** The panoramas that some lights have for their sky, of those that are there; nothing where they have none. */
export function panoramasFor(lights: readonly LightPlan[], panoramas: PanoramaFiles = {}): { readonly panoramas?: PanoramaFiles } {
  const named = lights.flatMap(({ sky: { panorama } }): [string, Uint8Array][] => {
    const bytes = panorama && panoramas[panorama.sha256]
    return bytes ? [[panorama.sha256, bytes]] : []
  })
  return named.length > 0 ? { panoramas: Object.fromEntries(named) } : {}
}

/** Names of photographs, which light, grade and horizon may be matched to. */
export const isPhotoName = (name: string): boolean => /\.(?:png|jpe?g)$/i.test(name)

/** Names of files that may be a sky. */
export const isPanoramaName = (name: string): boolean => /\.(?:hdr|exr)$/i.test(name)

/** Names of files that may stand in for people. */
export const isModelName = (name: string | undefined): name is string => name !== undefined && /\.(?:vrm|glb|gltf)$/i.test(name)

/** The files that some people's specs name, of those that are there; nothing where they name none. */
export function modelsFor(cast: readonly CharacterSpec[], models: ModelFiles = {}): { readonly models?: ModelFiles } {
  const named = cast.flatMap(({ model }): [string, Uint8Array][] => {
    const bytes = model && models[model.sha256]
    return bytes ? [[model.sha256, bytes]] : []
  })
  return named.length > 0 ? { models: Object.fromEntries(named) } : {}
}

/** The identity of a shot's pictures: a hash over the hashes of shot, set, cast and light, so that what shots share is hashed once. */
export const sliceHashOf = ({ shot, set, cast, light }: ShotSlice): string =>
  hashOf({ shot: hashOnce(shot), set: hashOnce(set), cast: cast.map((c) => hashOnce(c)), light: hashOnce(light) })
