import type { PutWhere, SetWish } from '../../departments/art'
import type { UserModel } from '../../departments/characters'
import type { LampChange, PlacedPanorama } from '../../departments/lighting'
import type { MonthWeather } from '../../departments/locations'
import type { PlacedPerson } from '../../departments/previs'
import type { VoiceWish } from '../../departments/sound'

import type { CharacterSpec, FrameRate, HandEdit, ModelFiles, PanoramaFiles, SetSpec, Shot, TimeOfDay } from '../../film'
import type { ReferencePart, ReferenceReading } from '../reference'
import type { EarthlyPlace } from './location-sun'
import type { ShotStyle } from './resolved'
import type { SceneSpan } from './scenes'
import type { ColourPreset } from './settings'

/** Clothes as words, with the colours that were written as `#rrggbb`. */
export interface OutfitSettings {
  readonly words: string
  /** Words of one garment, and its colour. */
  readonly colours: readonly { readonly words: string; readonly colour: string }[]
}

/** What a production says of somebody in some scenes. */
export interface CharacterChange {
  readonly scenes: readonly SceneSpan[]
  readonly age?: number
  readonly outfit?: OutfitSettings
  /** Hair and beard in words. */
  readonly hair?: string
  readonly mark?: CharacterSpec['marks'][number]
  /** What has become of the clothes. */
  readonly condition?: 'dirty' | 'damaged' | 'bloodied' | 'wet'
}

/** Who somebody is cast after: a note, or a picture that lies beside the production. Kept with them, and shown; it makes no picture. */
export interface ActorReference {
  /** As it was written. */
  readonly note: string
  /** Of a picture. */
  readonly picture?: { readonly name: string; readonly bytes: Uint8Array }
}

/** How somebody sounds, as far as a production says it. */
export interface CharacterVoice extends VoiceWish {
  /** In words, beside those of the introduction. */
  readonly words?: string
  /** Nobody hears them. */
  readonly silent?: true
}

/** What a production says of somebody, over what the script says. */
export interface CharacterSettings {
  /** Key of the script's character, or of one of its aliases as a key. */
  readonly key: string
  readonly name: string
  /** Stands in place of the script's introduction. */
  readonly description?: string
  readonly age?: number
  readonly sex?: 'female' | 'male'
  readonly heightM?: number
  /** `of Korean descent`: how the department reads it; the description overrules it. */
  readonly heritage?: string
  /** Stature, skin, eyes, hair and mannerisms in words; each is read by itself and overrules what the introduction says. */
  readonly traits: readonly string[]
  /** Who they are cast after. */
  readonly reference?: ActorReference
  /** `#rrggbb` */
  readonly skin?: string
  readonly eyes?: string
  /** How they sound, as far as it is said. */
  readonly voice?: CharacterVoice
  /** A model that stands in for the body. */
  readonly model?: UserModel
  /** In order: later ones overrule. */
  readonly changes: readonly CharacterChange[]
}

/** A photograph that was read, and what of it is to be matched. */
export interface ReferenceSettings {
  readonly reading: ReferenceReading
  readonly parts: readonly ReferencePart[]
}

/** What a production says of a place. */
export interface LocationSettings {
  /** Its name as a key: it means the scenes whose headings name it. */
  readonly key: string
  readonly name: string
  /** The scenes it means, whatever their headings say. */
  readonly scenes?: readonly SceneSpan[]
  /** Words of the kind of set to build. */
  readonly kind?: string
  readonly interior?: boolean
  /** A whole set, to be taken as it is. */
  readonly set?: SetSpec
  /** What is wanted otherwise of the set that is designed. */
  readonly wish?: SetWish
  /** A picture that is its sky; */
  readonly panorama?: PlacedPanorama
  /** and, where it is all of its surroundings, the colour of the ground in it, `#rrggbb`. */
  readonly aroundColour?: string
  readonly timeOfDay?: TimeOfDay
  /** Where on the earth it is, and when: its sun stands where it does there. */
  readonly earth?: EarthlyPlace
  /** What its months are like, where that is to be in the picture; */
  readonly months?: readonly MonthWeather[]
  /** and the month it is shot in, 1 to 12, where one is said. */
  readonly month?: number
  /** Weather and light in words. */
  readonly words: readonly string[]
  /** Lamps that are to be other than they are planned. */
  readonly lamps?: readonly LampChange[]
  /** A photograph that its light and grade are matched to. */
  readonly reference?: ReferenceSettings
  /** Things that stand in it, by names of the prop catalogue. */
  readonly props: readonly string[]
}

/** What a production says of one shot. */
export interface ShotSettings {
  /** Number of the scene; of every scene when undefined. */
  readonly scene?: string
  /** The shot's place in the scene, from 1, among those that the script asks for; 0 of one that is added. */
  readonly number: number
  /** A shot that the script does not ask for: what it is called, and the number of the shot that it comes after (0: before the first; the last when left out). */
  readonly added?: { readonly name: string; readonly after?: number }
  readonly size?: Shot['size']
  readonly framing?: Shot['framing']
  readonly angle?: Shot['angle']
  readonly move?: Shot['move']
  /** How far the move goes; 1 is as far as one that nobody is to notice. */
  readonly moveAmount?: number
  /** Names, as keys. */
  readonly subjects?: readonly string[]
  readonly over?: string
  readonly object?: string
  readonly lensMm?: number
  readonly lenses?: Shot['lenses']
  readonly mount?: Shot['mount']
  /** Length. A shot of the script is held or hurried for it. */
  readonly frames?: number
  /** Of a shot of the script: its first and last frame that are in the film, counted from 1. */
  readonly range?: readonly [number, number]
  /** Where it is played instead of its scene's place, in words. */
  readonly location?: string
  /** What stands behind its people instead of the scene's set, in words; wins over the location. */
  readonly backdrop?: string
  /** Its own time, where it is lit otherwise than its scene. */
  readonly timeOfDay?: TimeOfDay
  /** Weather and light in words, over those of its scene. */
  readonly words?: readonly string[]
  /** It says what its weather is, were it only that it is clear: what the place's month is like is none of it. */
  readonly ownWeather?: boolean
  /** Lamps that are to be other than those of its scene. */
  readonly lamps?: readonly LampChange[]
  /** Frames that it comes from black, and goes to it, whatever its scene does. */
  readonly fadeIn?: number
  readonly fadeOut?: number
  /** How much its camera shakes, 0 to 1. */
  readonly shake?: number
  /** A photograph that its light, grade and horizon are matched to. */
  readonly reference?: ReferenceSettings
  /** How it is shown other than the film. */
  readonly retro?: ShotStyle
  /** Who is placed otherwise than their scene has them; `who` and `near` are names as keys. */
  readonly people?: readonly PlacedPerson[]
  /** What its set has more than that of its scene. */
  readonly things?: readonly ShotThing[]
}

/** A thing in a shot: wherever it fits, where it is put, or in somebody's hand. */
export interface ShotThing extends PutWhere {
  /** A name of the prop catalogue. */
  readonly prop: string
  /** Somebody's name as a key. */
  readonly heldBy?: string
}

/** How scenes begin or end. */
export interface TransitionSettings {
  readonly scenes: readonly SceneSpan[]
  readonly at: 'in' | 'out'
  readonly kind: 'cut' | 'fade' | 'black' | 'dissolve' | 'wipe'
  /** Length of a dissolve or wipe. */
  readonly frames: number
}

/** What every shot has of which nothing else is said. */
export type CameraSettings = Pick<ShotSettings, 'size' | 'framing' | 'angle' | 'move' | 'moveAmount' | 'lensMm' | 'lenses' | 'mount'>

/** Everything of a production that changes the plan of its film; plain JSON, but for models and panoramas. */
export interface PlanSettings {
  readonly fps: FrameRate
  /** Width over height. */
  readonly aspect: number
  readonly title?: string
  readonly author?: string
  readonly characters: readonly CharacterSettings[]
  readonly locations: readonly LocationSettings[]
  /** Weather and mood in words, of every scene. */
  readonly words: readonly string[]
  /** Lamps of every scene that are to be other than they are planned. */
  readonly lamps?: readonly LampChange[]
  /** The year the film plays in; today when absent. */
  readonly year?: number
  /** The years that scenes play in by the script's own words, from the first scene; for films of which no year is said. */
  readonly sceneYears?: readonly (number | undefined)[]
  /** Of scenes whose heading says no time. */
  readonly timeOfDay?: TimeOfDay
  /** Of shots of the script. */
  readonly camera?: CameraSettings
  /** Factors on every scene's grade. */
  readonly grade?: ColourPreset
  /** Shots of the script by address; or, when `listed`, one for each scene of the script that was made for them. */
  readonly shots: readonly ShotSettings[]
  readonly listed: boolean
  readonly transitions: readonly TransitionSettings[]
  /** Nobody is heard: lines take as long as they are reckoned to. */
  readonly mute?: boolean
  /** What was moved by hand; none when absent. */
  readonly edits?: readonly HandEdit[]
  /** SHA-256 of the photographs that are matched, by the names they are given. */
  readonly references?: Readonly<Record<string, string>>
  /** Files of the models that people have. */
  readonly models?: ModelFiles
  /** Files of the panoramas that places have for their sky. */
  readonly panoramas?: PanoramaFiles
}
