export { FilmShotRenderer, type FilmShotRendererParts, formatOf } from './film-shot-renderer'
export { cutOut, type SpriteFiles, type SpriteOrder, shootSprites } from './sprite-shooter'
