import { createStore } from 'zustand/vanilla'
import type { DepthPicture, Style } from '../../departments/retro'
import type { PassName } from '../../film'
import type { FramePasses, PaletteWish } from '../../render'

/** A picture in memory: four bytes a pixel, top row first. */
export interface SmallPicture {
  readonly width: number
  readonly height: number
  readonly rgba: Uint8Array<ArrayBuffer>
}

/** What the viewport draws for the style room beside the picture itself, and what the room asks for. */
export interface RoomPictures {
  /** The frame under the playhead in each style, by the style's id. */
  readonly thumbnails: Readonly<Record<string, SmallPicture & { readonly style: Style }>>
  /** Waveform, parade, vectorscope and histogram side by side, of the picture that is shown. */
  readonly plots: SmallPicture | undefined
  /** The style's own pixels, where they are few, and in which style. */
  readonly native: (SmallPicture & { readonly style: Style }) | undefined
  readonly showScopes: boolean
  readonly showCells: boolean
  /** Takes a palette from the frame under the playhead, as it is before colours are chosen; there while a viewport is. */
  readonly takePalette: ((wish: PaletteWish) => Promise<readonly string[]>) | undefined
  /** The picture that is shown, with what compares it left out; there while a viewport is. */
  readonly grab: (() => Promise<SmallPicture>) | undefined
  /** The pass that is looked at instead of the picture; none while a film plays. */
  readonly pass: PassName | undefined
  /** Passes of the frame under the playhead in the style in use: coarse to look at, fine to keep; there while a viewport is. */
  readonly takePasses: ((names: readonly PassName[], how: 'look' | 'keep') => Promise<FramePasses>) | undefined
  /** The frame under the playhead in the style in use, with distances; there while a viewport is. */
  readonly takeDepth: (() => Promise<DepthPicture>) | undefined
}

export const roomPictures = createStore<RoomPictures>(() => ({
  thumbnails: {},
  plots: undefined,
  native: undefined,
  showScopes: true,
  showCells: false,
  takePalette: undefined,
  grab: undefined,
  takeDepth: undefined,
  pass: undefined,
  takePasses: undefined,
}))

/** Ids of the styles whose tiles are in sight: theirs are drawn first. */
export const tilesInSight = new Set<string>()
