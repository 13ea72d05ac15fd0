export { type CellUse, type ColourCount, cellUse, countColours } from './cell-use'
export { readCube, tableColour, thinnedTable } from './cube-lut'
export { type DepthLayer, type DepthPicture, depthLayers, MOST_LAYERS } from './depth-layers'
export { diffuseSerpentine, type SerpentineOptions } from './diffuse-serpentine'
export {
  DIFFUSION_KERNELS,
  DIFFUSION_WHITE,
  type DiffusionColour,
  type DiffusionKernel,
  type DiffusionOptions,
  diffusionBound,
  diffusionColours,
  diffusionValue,
  FINE_OF_LIGHT,
  LIGHT_OF_FINE,
  LIGHT_OF_TONE,
} from './diffusion'
export { combineDisplays, DISPLAYS, type DisplayFields, type DisplayPreset, displayByName } from './displays'
export { isWhole, mostColours, wholeSize } from './exact-picture'
export { FILM_STYLES } from './film-styles'
export { cropFor, displayRect, displaySize, nativeSize, type Rect, type Size } from './framing'
export { GRADES, Grade, gradeByName, gradeColour } from './grades'
export { CUBE_ROOTS, coordinates, DISTANCE_MODES, LINEAR_OF_SRGB, SRGB_THRESHOLDS, srgbOf } from './integer-colour'
export { keepsLook } from './keeps-look'
export { hasCellPalettes, paletteSetFor } from './limits/index'
export { applyLookTable, LOOK_TABLE_SIZE, lookTable } from './look-table'
export * from './palette-files/index'
export * from './palette-from-picture/index'
export type { CellPalettes, PaletteSet, Probe } from './palette-set'
export * from './palettes/index'
export { type Pattern, patternOf, thresholdsOf } from './patterns'
export { EVEN_TONE, hasShotTone, mixedTone, shotTone, TONE_STEPS, type Tone, tonedLight } from './shot-tone'
export * from './style/index'
export { type StyleChanges, styleWith } from './style-with'
export { STYLES, styleByName } from './styles/index'
