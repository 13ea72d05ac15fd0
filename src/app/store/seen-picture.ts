import { createStore } from 'zustand/vanilla'
import type { Size, Style } from '../../departments/retro'
import type { Vec3 } from '../../film'
import type { PictureSight } from '../../production/picture-view'
import type { IdPicture } from '../../render'

/** The picture in the viewport, as what lies over it must know it. */
export interface SeenPicture {
  /** The shot that is seen, and as what it was planned (`PlannedShot.sliceHash`). */
  readonly shotKey: string
  readonly sliceHash: string
  readonly sight: PictureSight
  /** Of the film image, and of the finished picture. */
  readonly look: Size
  readonly output: Size
  readonly style: Style
  /** What each pixel of the look shows, as `sceneObjects` numbers it; undefined where something else is drawn by now. */
  readonly ids: () => Promise<IdPicture | undefined>
}

/** A camera while a hand holds it: the picture is seen from there before it is planned. */
export interface HeldCamera {
  readonly position: Vec3
  readonly target: Vec3
  /** Radians, clockwise; vertical field of view, radians. */
  readonly roll: number
  readonly fovY: number
}

/** What the viewport shows to whoever works on the picture. */
export const seenPicture = createStore<{
  /** Undefined before anything is drawn, and while two shots run into each other. */
  readonly seen: SeenPicture | undefined
  readonly held: HeldCamera | undefined
}>(() => ({ seen: undefined, held: undefined }))
