import type { RenderOutput } from '../../film'

/** What a film is delivered in, as one file. */
export type FilmFormat = Exclude<RenderOutput['container'], 'png' | 'exr'>

/** Files that films become, with their names for people and their types for browsers. */
export const FILM_FORMATS: readonly { readonly container: FilmFormat; readonly label: string; readonly type: string }[] = [
  { container: 'mp4', label: 'MP4 movie', type: 'video/mp4' },
  { container: 'webm', label: 'WebM movie', type: 'video/webm' },
  { container: 'gif', label: 'GIF, 256 colours', type: 'image/gif' },
  { container: 'apng', label: 'APNG, every colour', type: 'image/apng' },
  { container: 'webp', label: 'WebP, every colour', type: 'image/webp' },
  { container: 'wav', label: 'WAV, the sound alone', type: 'audio/wav' },
]

/** Of a file by its ending. */
export const filmFormat = (name: string) => FILM_FORMATS.find(({ container }) => name.toLowerCase().endsWith(`.${container}`))

/** Whether it is a folder of numbered pictures. */
export const isSequence = (container: RenderOutput['container']): boolean => !FILM_FORMATS.some((format) => format.container === container)

/** Whether it is heard and not seen. */
export const isSound = (container: RenderOutput['container']): boolean => container === 'wav'

/** Whether a browser shows it as a picture that moves by itself. */
export const isPicture = (container: RenderOutput['container']): boolean =>
  container !== 'mp4' && container !== 'webm' && !isSound(container)
