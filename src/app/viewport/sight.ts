import type { CameraView } from '../../render'
import type { Moment } from './moment'

/** What is to be drawn: a moment of the film, seen from where. */
export interface Sight {
  readonly moment: Moment
  readonly frame: number
  readonly aspect: number
  readonly view: CameraView | undefined
  /** Names all of this. */
  readonly key: string
}
