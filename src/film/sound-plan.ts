import { SURFACES } from './set'
import { FrameRate } from './time'
import { artifactFields, type Value, z } from './value'
import { Utterance } from './voice'

/** What people and things do that is heard where they touch. */
export const CONTACTS = [
  'step',
  'put-down',
  'pick-up',
  'drop',
  'door-open',
  'door-close',
  'knock',
  'clap',
  'hit',
  'shot',
  'fall',
  'keys',
] as const
export type ContactKind = (typeof CONTACTS)[number]

/** Something touches something: heard from the first frame in which it is seen. */
export const SoundContact = z.object({
  kind: z.enum(CONTACTS),
  /** Frame in the shot. */
  frame: z.int().nonnegative(),
  /** What is touched. */
  surface: z.enum(SURFACES),
  /** 0 hardly, 1 with all force. */
  strength: z.number().min(0).max(1),
  /** Where it is from the camera: −1 left, 1 right; metres. */
  pan: z.number().min(-1).max(1),
  distanceM: z.number().nonnegative(),
})
export type SoundContact = Value<z.infer<typeof SoundContact>>

/** How a voice reaches the audience: from the picture, from beside it, from nowhere (V.O.), out of a telephone or loudspeaker. */
export const VOICE_SOURCES = ['scene', 'off', 'over', 'device'] as const
export type VoiceSource = (typeof VOICE_SOURCES)[number]

/** A line that is heard in a shot, or goes on from the shot before. */
export const SoundLine = z.object({
  utterance: Utterance,
  /** Frame in the shot that it begins with; negative: so long before. */
  frame: z.int(),
  /** Seconds that it takes. */
  seconds: z.number().positive(),
  from: z.enum(VOICE_SOURCES),
  gainDb: z.number(),
  /** Where it is from the camera: −1 left, 1 right; metres. */
  pan: z.number().min(-1).max(1),
  distanceM: z.number().nonnegative(),
})
export type SoundLine = Value<z.infer<typeof SoundLine>>

/** What a place sounds like by itself is put together of these. */
export const AMBIENCES = [
  'air',
  'wind',
  'leaves',
  'rain',
  'surf',
  'birds',
  'crickets',
  'traffic',
  'hum',
  'machine',
  'fire',
  'rails',
] as const
export type AmbienceKind = (typeof AMBIENCES)[number]

/** A place as it is heard: what sounds in it, and how it answers. */
export const PlaceSound = z.object({
  /** Seeds what comes by chance. */
  key: z.string(),
  layers: z.array(
    z.object({
      kind: z.enum(AMBIENCES),
      /** RMS, dB below full scale. */
      levelDb: z.number(),
      /** Heard through walls or glass: above this many hertz nothing is left. */
      lowpassHz: z.number().positive().optional(),
    }),
  ),
  room: z.object({
    /** Seconds until an echo has fallen by 60 dB; 0: there is none. */
    rt60S: z.number().nonnegative(),
    /** Longest way across, metres. */
    sizeM: z.number().positive(),
    /** Level of the echo against what is heard directly at 2 m, dB. */
    wetDb: z.number(),
  }),
})
export type PlaceSound = Value<z.infer<typeof PlaceSound>>

export const SOUND_BUSES = ['dialogue', 'ambience', 'foley', 'effects', 'music'] as const
/** Where sounds meet before they are mixed. */
export type SoundBus = (typeof SOUND_BUSES)[number]

/** A sound file that somebody put into the film. */
export const SoundCue = z.object({
  /** Name of the file in the production's folder. */
  file: z.string(),
  bus: z.enum(SOUND_BUSES),
  /** Film frames; heard until the file ends where no end is said. */
  startFrame: z.int().nonnegative(),
  endFrame: z.int().positive().optional(),
  /** Seconds of the file that are skipped. */
  skipS: z.number().nonnegative(),
  /** Seconds of it that were heard before: of a film's part, in whose midst it is. */
  heardS: z.number().nonnegative().optional(),
  fadeInS: z.number().nonnegative(),
  fadeOutS: z.number().nonnegative(),
  gainDb: z.number(),
  loop: z.boolean(),
  pan: z.number().min(-1).max(1),
})
export type SoundCue = Value<z.infer<typeof SoundCue>>

/** How loud the finished film is. */
export const SoundMaster = z.object({
  /** Integrated loudness (ITU-R BS.1770-5, gated), LUFS. */
  loudnessLufs: z.number(),
  /** Highest true peak, dBTP. */
  peakDbtp: z.number(),
  /** How far a quiet film is lifted at most, dB: room tone is not to be as loud as speech. */
  liftDb: z.number().nonnegative(),
})
export type SoundMaster = Value<z.infer<typeof SoundMaster>>

/** Everything that is heard in a film, and when: all that the mix depends on besides the sound files. */
export const SoundPlan = z.looseObject({
  ...artifactFields('SoundPlan'),
  fps: FrameRate,
  frames: z.int().nonnegative(),
  places: z.record(z.string(), PlaceSound),
  /** In film order; where shots run into each other they overlap. */
  shots: z.array(
    z.object({
      key: z.string(),
      startFrame: z.int().nonnegative(),
      frames: z.int().positive(),
      /** Name of its place. */
      place: z.string(),
      /** Frames of the fade from and to black; sound fades with the picture. */
      fadeIn: z.int().nonnegative(),
      fadeOut: z.int().nonnegative(),
      /** Nothing at all is heard in it. */
      silent: z.boolean(),
      contacts: z.array(SoundContact),
      /** In the order in which they begin; left out where nobody is heard. */
      lines: z.array(SoundLine).optional(),
    }),
  ),
  cues: z.array(SoundCue),
  master: SoundMaster,
})
export type SoundPlan = Value<z.infer<typeof SoundPlan>>
