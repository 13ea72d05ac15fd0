import type { Size } from './framing'

/** The colours a picture may have, and which of them together. What a style's limits leave open is settled in it. */
export interface PaletteSet {
  /** All of them, `#rrggbb`, no two equal, 1 to 256. */
  readonly colours: readonly string[]
  /** Which may be seen together in one cell of the machine's pixels; without it, all of them anywhere. */
  readonly cells?: CellPalettes
  /** Hold and modify: a pixel is one of `colours`, or its left neighbour with one channel set to a level of so many bits. */
  readonly ham?: { readonly bits: number }
}

/** Palettes of which each cell takes one. */
export interface CellPalettes {
  readonly size: Size
  /** 1 to 512 lists of 1 to 16 places in `colours`. */
  readonly palettes: readonly (readonly number[])[]
}

/**
 * The machine's pixels of one picture of a shot, before colours are chosen: what palettes are settled by. Linear light,
 * 0 to 65535, three words a pixel, top row first; in the size of the style's own picture.
 */
export interface Probe extends Size {
  readonly light: Uint16Array
  /** Who is seen in each pixel: 1 and more tell people apart, 0 is nobody; left out where there are none. */
  readonly people?: Uint8Array
}
