import type { LampChange } from '../../departments/lighting'
import type { Site } from '../../departments/locations'
import type { DitherKind, Downscale } from '../../departments/retro'
import type { Container, SoundCodec } from '../../encode'
import type { HandEdit, SoundBus } from '../../film'
import type { ReferencePart } from '../reference'
import type { SpriteAction } from '../sprites/sprite-shot'
import type { EarthlyPlace } from './location-sun'
import type { SceneSpan } from './scenes'
import type { ColourPreset, VoicePreset } from './settings'

/** Something by scenes; later entries overrule earlier ones. */
export interface ByScene<T> {
  readonly scenes: readonly SceneSpan[]
  readonly value: T
}

/** A piece of clothing as the master file names it; `words` when it was written as words. */
export interface ResolvedGarment {
  readonly words: string
  /** `#rrggbb`, where the colour was written so. */
  readonly colour?: string
}

/** Somebody as the master file has them: templates resolved, units made plain, ranges read. */
export interface ResolvedCharacter {
  readonly key: string
  readonly name: string
  readonly description?: string
  readonly model?: string
  /** Of the model's file, where it can be used. */
  readonly model_sha256?: string
  readonly actor?: string
  readonly sex?: 'female' | 'male'
  readonly body_type?: string
  readonly height_m?: number
  /** A height in words: `tall`. */
  readonly height_words?: string
  readonly age?: number
  readonly age_words?: string
  readonly ethnicity?: string
  readonly hair?: string
  readonly eyes?: string
  readonly skin?: string
  readonly voice?: ResolvedVoice
  readonly mannerisms: readonly string[]
  readonly wardrobe: readonly ByScene<readonly ResolvedGarment[]>[]
  readonly hairstyles: readonly ByScene<string>[]
  readonly ageing: readonly ByScene<number>[]
  readonly injuries: readonly ByScene<string>[]
}

/** How somebody sounds, as far as the production says it. */
export interface ResolvedVoice {
  /** A voice of the settings by name, or words: gruff, soft-spoken. */
  readonly words?: string
  readonly pitch_hz?: number
  readonly words_per_minute?: number
  /** Nobody hears them. */
  readonly silent?: true
}

export interface ResolvedLight {
  readonly time_of_day?: 'DAY' | 'NIGHT' | 'DAWN' | 'DUSK'
  /** Weather, mood and light in words, as a script would say them. */
  readonly words: readonly string[]
  /** Lamps that are to be other than they are planned. */
  readonly lamps?: readonly LampChange[]
}

/** A photograph that light, grade or camera are matched to. */
export interface ResolvedReference {
  /** As it is named. */
  readonly file: string
  /** Of its bytes, where it is there. */
  readonly sha256?: string
  readonly parts: readonly ReferencePart[]
}

export interface ResolvedLocation {
  readonly key: string
  readonly name: string
  readonly type: string
  /** A kind of set, in words. */
  readonly kind?: string
  /** A panorama's file, */
  readonly hdri?: string
  /** how far it is turned to the right, degrees, and how bright it is against a sky of ours; 0 and 1 when absent. */
  readonly hdri_rotation?: number
  readonly hdri_intensity?: number
  readonly hdri_sha256?: string
  /** A whole set of the house's own format, or what was said of it. */
  readonly set?: unknown
  readonly interior?: boolean
  readonly description?: string
  readonly scenes?: readonly SceneSpan[]
  readonly light: ResolvedLight
  /** Where on the earth it is, and when. */
  readonly earth?: EarthlyPlace
  readonly reference?: ResolvedReference
  /** What a scout knows of it. */
  readonly site?: Site
  /** Month of the year it is shot in, 1 to 12, where a date or month is said. */
  readonly month?: number
  readonly props: readonly string[]
}

/** Where something is in a shot. */
interface InShot {
  /** Metres on the floor plan: [x, z], or [x, y, z]. */
  readonly position?: readonly number[]
  /** A thing of the set: `table`. */
  readonly at?: string
}

export interface ResolvedShot {
  /** Unique in the production. */
  readonly name: string
  readonly scene?: string
  /** Place among the scene's shots, from 1, when the name says one. */
  readonly number?: number
  /** Of a shot that is cut into a scene of the script: the shot before it, by its place in the scene; 0 for none. */
  readonly after?: number
  /** Which of several this is: as it is called, or the name of a variation. */
  readonly take?: string
  /** The one that the shot wants in the film. */
  readonly chosen?: string
  readonly location?: string
  /** First and last frame of the shot, both in it, from 1. */
  readonly frame_range?: readonly [number, number]
  readonly frames?: number
  readonly seconds?: number
  readonly action: readonly string[]
  readonly dialogue: readonly { readonly character: string; readonly line: string; readonly manner?: string }[]
  readonly camera: {
    readonly size?: string
    readonly lens_mm?: number
    readonly lenses?: string
    /** What it is fixed to. */
    readonly mount?: string
    readonly angle?: string
    readonly move?: string
    /** How far the move goes; 1 is as far as one that nobody is to notice. */
    readonly amount?: number
    readonly framing?: string
    readonly subjects?: readonly string[]
    readonly over?: string
    readonly object?: string
  }
  readonly light: ResolvedLight
  readonly reference?: ResolvedReference
  readonly retro?: ShotStyle
  readonly backdrop?: string
  readonly characters: readonly (InShot & {
    readonly name: string
    readonly action?: string
    /** Somebody they are beside. */
    readonly near?: string
    /** Degrees about the vertical, 0 towards +z of the floor plan, 90 towards +x; or somebody, a thing, or north, south, east, west. */
    readonly facing?: number | string
    readonly expression?: string
  })[]
  readonly props: readonly (InShot & { readonly name: string; readonly held_by?: string })[]
  readonly sound?: ResolvedShotSound
  /** Where in the document it stands, for findings. */
  readonly path: readonly (string | number)[]
  /** Effects by name; `number` is what stands behind the name alone. */
  readonly vfx: readonly { readonly name: string; readonly seconds?: number; readonly strength?: number; readonly number?: number }[]
}

/** A sound file in the film, as the master file has it. */
export interface ResolvedCue {
  /** From the production's folder. */
  readonly file: string
  readonly sha256: string
  readonly bus: SoundBus
  /** Where it begins: with a shot by address, with scenes, whose end is its end, or seconds from the film's start. */
  readonly shot?: string
  readonly scenes?: readonly SceneSpan[]
  readonly at_s?: number
  /** Seconds after that. */
  readonly offset_s?: number
  /** No longer than this, seconds. */
  readonly duration_s?: number
  /** Seconds of the file that are left out at its start. */
  readonly skip_s?: number
  readonly fade_in_s?: number
  readonly fade_out_s?: number
  readonly gain_db?: number
  /** −1 left, 1 right. */
  readonly pan?: number
  readonly loop?: boolean
}

/** What a shot says of its sound. */
export interface ResolvedShotSound {
  /** Nothing at all is heard in it. */
  readonly silent?: boolean
  readonly cues: readonly ResolvedCue[]
}

/** What a production says of its sound. */
export interface ResolvedSound extends ResolvedShotSound {
  /** Integrated loudness that is asked for, LUFS: reached also by a quiet film. */
  readonly loudness?: number
  /** Highest true peak, dBTP. */
  readonly true_peak?: number
  /** Added to what is made here of voices, ambience and contacts, dB; null: none is made. */
  readonly dialogue_db?: number | null
  readonly ambience_db?: number | null
  readonly foley_db?: number | null
}

/** What is done to a style, where an output asks for more than its name. */
export interface ResolvedRetro {
  readonly width?: number
  readonly height?: number
  /** A palette by name, or colours. */
  readonly palette?: string | readonly string[]
  /** So many colours, those that suit each shot best. */
  readonly colours?: number
  readonly dither?: DitherKind
  readonly dither_size?: number
  readonly strength?: number
  /** How the look becomes pixels. */
  readonly downscale?: Exclude<Downscale, 'none'>
  /** Steps that each channel is cut into. */
  readonly posterise?: number
  /** Strength of outlines, 0 to 1. */
  readonly outline?: number
  /** A display by name. */
  readonly display?: string
}

/** How one shot is shown other than its film: the id of a style, and what is done to it or to the film's own. */
export interface ShotStyle extends ResolvedRetro {
  readonly style?: string
}

export interface ResolvedOutput {
  /** Unique in the production; the file's name too. */
  readonly name: string
  readonly preset?: string
  readonly style: string
  /** What a style of one's own has other than `style`, as a style file says it. */
  readonly style_changes?: Readonly<Record<string, unknown>>
  readonly quality: string
  readonly width: number
  readonly height: number
  readonly container: Container
  /** As asked: `h264`, `h265`, `av1`, `vp9`, `png`, `prores_422` …; undefined takes the best the machine has. */
  readonly codec?: string
  /** What is written where the machine has no encoder for `codec`: a codec, or `best`. */
  readonly stand_in?: string
  /** As asked: `aac`, `opus` or `none`; undefined takes what suits the container. */
  readonly audio?: SoundCodec | 'none'
  /** Where it is other than the film's. */
  readonly fps?: string
  readonly retro?: ResolvedRetro
}

/** A sheet of sprites: one character in one action. */
export interface ResolvedSprites {
  /** Unique among sheets; the files' name too. */
  readonly name: string
  /** As it was written. */
  readonly character: string
  readonly action: SpriteAction
  readonly directions: 4 | 8
  /** Pictures of one cycle. */
  readonly frames: number
  /** Pixels from sole to crown. */
  readonly height: number
  readonly style: string
  readonly quality: string
}

/** A take of a shot that is in the film. */
export interface ResolvedTake {
  /** Number of the scene; of every scene when undefined. */
  readonly scene?: string
  /** The shot's place in the scene, from 1. */
  readonly number: number
  readonly take: string
}

/** How a scene runs into its neighbours. */
export interface ResolvedTransition {
  readonly scenes: readonly SceneSpan[]
  readonly at: 'in' | 'out'
  readonly kind: 'cut' | 'fade' | 'black' | 'dissolve' | 'wipe'
  readonly frames?: number
}

/**
 * A production with nothing left open: presets, templates, ranges and defaults are filled in, so that another machine's
 * defaults change nothing. Plain JSON.
 */
export interface ResolvedProduction {
  readonly schema: 'Production'
  readonly version: '1.0.0'
  readonly meta: {
    readonly id: string
    readonly title: string
    readonly version: string
    readonly author: string
    readonly description: string
    readonly created: string
  }
  /** Undefined for a production whose shots are listed. */
  readonly script?: { readonly file: string; readonly sha256: string }
  readonly style: {
    /** Id of a style: `hollywood`, `nes`. */
    readonly preset: string
    readonly look?: string
    readonly era?: string
    readonly mood: readonly string[]
    readonly grade?: ColourPreset
    readonly contrast: number
  }
  readonly target_format: string
  /** Width over height. */
  readonly aspect: number
  /** `24`, `24000/1001`. */
  readonly fps: string
  readonly settings: {
    readonly width: number
    readonly height: number
    readonly voices: readonly VoicePreset[]
    readonly fonts: Readonly<Record<string, string>>
    readonly run_folder: string
  }
  readonly characters: readonly ResolvedCharacter[]
  readonly locations: readonly ResolvedLocation[]
  readonly shots: 'auto' | readonly ResolvedShot[]
  /** Which takes of the script's shots are in the film, where somebody says so. */
  readonly takes?: readonly ResolvedTake[]
  readonly light: ResolvedLight
  readonly camera: ResolvedShot['camera']
  readonly transitions: readonly ResolvedTransition[]
  /** Where anything is said of it. */
  readonly sound?: ResolvedSound
  /** What was moved by hand; none when absent. */
  readonly edits?: readonly HandEdit[]
  readonly outputs: readonly ResolvedOutput[]
  /** Where any are wanted. */
  readonly sprites?: readonly ResolvedSprites[]
  readonly render: { readonly coarse: boolean; readonly on_failure: 'stop' | 'hole' }
  /** Sections that later departments read, as they were written. */
  readonly sections: Readonly<Record<string, unknown>>
}
