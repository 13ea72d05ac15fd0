import type { FilmLook, SceneLook } from '../../departments/retro'
import type { LensCharacter } from '../../film'
import type { Flare } from './flares'
import type { LookTexels } from './look-texels'

/** What a frame asks of the look besides the scene. */
export interface LookFrame {
  /** Shot time, seconds. */
  readonly timeS: number
  /** Scene radiance is multiplied by it before the view transform. */
  readonly exposure: number
  /** 1 the picture, 0 black. */
  readonly level: number
  /** Metres from the camera at which things are sharp. */
  readonly focusDistanceM: number
  readonly fStop: number
  readonly lensMm: number
  /** What the lens adds of its own. */
  readonly lens: LensCharacter
  /** Sensor height in millimetres at the picture's aspect. */
  readonly sensorHeightMm: number
  /** Seeds grain, weave and wear, with the frame; of the shot. */
  readonly shotKey: string
  /** Whole frame in the shot. */
  readonly frame: number
  /** The shot's own grade, around 1: neutral. */
  readonly saturation: number
  readonly contrast: number
  /** Added tint of shadows and highlights, linear, around 1. */
  readonly shadows: readonly [number, number, number]
  readonly highlights: readonly [number, number, number]
  /** The style's part of it. */
  readonly film: FilmLook
  /** Its table of colours, of `LookTables`; null where it changes nothing. */
  readonly table: LookTexels | null
  readonly scene: Pick<SceneLook, 'occlusion' | 'bloom' | 'focus'>
  /** Bright things the lens may flare at, strongest first. */
  readonly flares: readonly Flare[]
}
