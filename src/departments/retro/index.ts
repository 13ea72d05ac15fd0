export { cropFor, displaySize, nativeSize, type Rect, type Size } from './framing'
export { GAME_BOY_DMG, NES_2C02 } from './palettes'
export { PixelAspect, Style } from './style'
export { STYLES, styleByName } from './styles'
