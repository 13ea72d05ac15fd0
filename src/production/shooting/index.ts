export { FilmShotRenderer, type FilmShotRendererParts, formatOf } from './film-shot-renderer'
