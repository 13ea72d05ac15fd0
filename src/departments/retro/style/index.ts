export { DISTANCES, type Distance, Limits, Mixes } from './colours'
export { Crt, Display, Lcd } from './display'
export {
  DIFFUSION_DITHERS,
  DITHERS,
  type DiffusionDither,
  Dither,
  type DitherKind,
  isDiffusion,
  ORDERED_DITHERS,
  type OrderedDither,
} from './dither'
export { Cdl, ColourTable, FilmLook, Skin, VIEWS, type View } from './film'
export { DOWNSCALES, type Downscale, PixelAspect, PixelGrade } from './pixels'
export { Ink, SceneLook } from './scene'
export { STYLE_GROUPS, Style } from './style'
