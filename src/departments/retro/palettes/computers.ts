import { cube } from './cube'

/** Commodore 64, as Philip "Pepto" Timmermann measured and computed the VIC-II (2001); in order of its colour numbers. */
export const C64_PEPTO: readonly string[] = [
  ...['#000000', '#ffffff', '#68372b', '#70a4b2', '#6f3d86', '#588d43', '#352879', '#b8c76f'],
  ...['#6f4f25', '#433900', '#9a6759', '#444444', '#6c6c6c', '#9ad284', '#6c5eb5', '#959595'],
]

/** Commodore 64 by Colodore (Timmermann 2017): the same chip on a brighter, warmer monitor. */
export const C64_COLODORE: readonly string[] = [
  ...['#000000', '#ffffff', '#813338', '#75cec8', '#8e3c97', '#56ac4d', '#2e2c9b', '#edf171'],
  ...['#8e5029', '#553800', '#c46c71', '#4a4a4a', '#7b7b7b', '#a9ff9f', '#706deb', '#b2b2b2'],
]

/** Commodore VIC-20 (6561), in order of its colour numbers. */
export const VIC_20: readonly string[] = [
  ...['#000000', '#ffffff', '#782922', '#87d6dd', '#aa5fb6', '#55a049', '#40318d', '#bfce72'],
  ...['#aa7449', '#eab489', '#b86962', '#c7ffff', '#ea9ff6', '#94e089', '#8071cc', '#ffffb2'],
]

/** Sinclair ZX Spectrum: black, seven colours at normal level (D7, as its voltages measure), the same seven bright. */
export const ZX_SPECTRUM: readonly string[] = [
  ...['#000000', '#0000d7', '#d70000', '#d700d7', '#00d700', '#00d7d7', '#d7d700', '#d7d7d7'],
  ...['#0000ff', '#ff0000', '#ff00ff', '#00ff00', '#00ffff', '#ffff00', '#ffffff'],
]

/** IBM CGA, and EGA with 200 lines: RGBI with brown in place of dark yellow (IBM 5153 monitor). */
export const CGA_16: readonly string[] = [
  ...['#000000', '#0000aa', '#00aa00', '#00aaaa', '#aa0000', '#aa00aa', '#aa5500', '#aaaaaa'],
  ...['#555555', '#5555ff', '#55ff55', '#55ffff', '#ff5555', '#ff55ff', '#ffff55', '#ffffff'],
]

/** The 64 colours of EGA with 350 lines: two bits a channel. */
export const EGA_64: readonly string[] = cube([0, 0x55, 0xaa, 0xff])

/** Texas Instruments TMS9918A (MSX, ColecoVision, TI-99), from its data sheet’s voltages; colour 0 is transparent and left out. */
export const MSX_TMS9918: readonly string[] = [
  ...['#000000', '#21c842', '#5edc78', '#5455ed', '#7d76fc', '#d4524d', '#42ebf5', '#fc5554'],
  ...['#ff7978', '#d4c154', '#e6ce80', '#21b03b', '#c95bba', '#cccccc', '#ffffff'],
]

/** Apple II high resolution: black, then the pair violet and green, then the pair blue and orange, white. */
export const APPLE_II_HIRES: readonly string[] = ['#000000', '#ff44fd', '#14f53c', '#14cffd', '#ff6a3c', '#ffffff']

/** Apple II low resolution: 15 colours, both of its greys being one. */
export const APPLE_II_LORES: readonly string[] = [
  ...['#000000', '#e31e60', '#604ebd', '#ff44fd', '#00a360', '#9c9c9c', '#14cffd', '#d0c3ff'],
  ...['#607203', '#ff6a3c', '#ffa0d0', '#14f53c', '#d0dd8d', '#72ffd0', '#ffffff'],
]

/** Amstrad CPC: three levels a channel, 27 colours. */
export const CPC_27: readonly string[] = cube([0, 0x80, 0xff])

/** Teletext and the BBC Micro: each channel on or off. */
export const TELETEXT_8: readonly string[] = cube([0, 0xff])

/** The first Macintosh: black and white. */
export const MAC_1BIT: readonly string[] = ['#000000', '#ffffff']

/** Two tones as a Macintosh monitor of 1984 is remembered: warm black, cool white (our own choice). */
export const OBRA_1BIT: readonly string[] = ['#1c1c14', '#e5ffff']

/** Amber phosphor P3 at four strengths. */
export const PHOSPHOR_AMBER: readonly string[] = ['#120800', '#5a3200', '#b06a00', '#ffb000']

/** Green phosphor P1 at four strengths. */
export const PHOSPHOR_GREEN: readonly string[] = ['#001204', '#0b4a18', '#1e9c3a', '#41ff6a']

/** Sixteen even greys. */
export const GREY_16: readonly string[] = Array.from({ length: 16 }, (_, i) => `#${(17 * i).toString(16).padStart(2, '0').repeat(3)}`)
