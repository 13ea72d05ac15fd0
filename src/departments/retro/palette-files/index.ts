export { type NamedPalette, PALETTE_ENDINGS, type PaletteFile, readPalette } from './read-palette'
export { PALETTE_FORMATS, type PaletteFormat, writePalette } from './write-palette'
