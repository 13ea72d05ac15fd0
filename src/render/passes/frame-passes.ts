import type { IdPass, MeasuredPass } from '../../film'

/** Whose each pixel is, once for every sub-frame. */
export interface IdLayer {
  /** What the numbers are called; 0 is nobody and has no name. */
  readonly names: ReadonlyMap<number, string>
  /** A number a pixel, top row first. */
  readonly samples: readonly Uint16Array[]
}

/** Passes of a frame in memory: those that were asked for. */
export interface FramePasses {
  readonly width: number
  readonly height: number
  /** Channels of a pixel one after another (`PASS_CHANNELS`), top row first. */
  readonly measured: ReadonlyMap<MeasuredPass, Float32Array>
  readonly ids: ReadonlyMap<IdPass, IdLayer>
}
