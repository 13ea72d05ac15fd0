import { PALETTE_ENDINGS, readPalette, STYLES, type Style, styleByName } from '../../departments/retro'
import { InputError } from '../../film'
import { filmStore } from './film-store'
import { saveFile } from './save-file'
import type { SavedStyle } from './saved-styles'
import { changeStyle, keepStyle, stylesStore } from './styles'
import { messageOf } from './words'

/** Names of files that are styles. */
export const isStyleFile = (name: string): boolean => /\.style\.(?:ya?ml|json)$/i.test(name)

/** Names of files that are palettes. */
export const isPaletteFile = (name: string): boolean => PALETTE_ENDINGS.some((ending) => name.toLowerCase().endsWith(`.${ending}`))

/** Names of files that are tables of colours. */
export const isCubeFile = (name: string): boolean => /\.cube$/i.test(name)

/** Reads a style file, keeps the style and shows it. Whatever is wrong with it is said with its line. */
export const loadStyleFile = (file: File): Promise<void> =>
  reading(file, async (bytes) => {
    const { readStyleFile } = await import('../../production')
    const style = readStyleFile(file.name, bytes)
    const word = /^[\s{,]*"?base"?\s*:\s*["']?([^"'#,\n]+)/m.exec(new TextDecoder().decode(bytes))?.[1]
    keepStyle({ base: styleByName(word ?? 'hollywood').id, style })
  })

/** Reads a palette file into the style in use. */
export const loadPaletteFile = (file: File): Promise<void> =>
  reading(file, async (bytes) => {
    const { name, colours, notes } = readPalette({ name: file.name, bytes })
    changeStyle({ palette: colours })
    stylesStore.setState({ note: [`${name}: ${colours.length} colours.`, ...notes.map((n) => `${n.message}.`)].join(' ') })
  })

/** Reads a `.cube` table of colours into the style in use. */
export const loadCubeFile = (file: File): Promise<void> =>
  reading(file, async (bytes) => {
    const { studio } = await import('./studio')
    const answer = await studio.builder.door.cube(bytes, file.name)
    if (!answer.ok) throw new InputError(answer.diagnostics)
    changeStyle({ film: { lut: answer.table } })
    stylesStore.setState({ note: `${file.name}: a table of ${answer.table.size} × ${answer.table.size} × ${answer.table.size} colours.` })
  })

async function reading(file: File, take: (bytes: Uint8Array) => Promise<void>): Promise<void> {
  stylesStore.setState({ note: undefined })
  filmStore.setState({ problems: [] })
  try {
    await take(new Uint8Array(await file.arrayBuffer()))
  } catch (error) {
    if (error instanceof InputError) filmStore.setState({ problems: error.diagnostics })
    else stylesStore.setState({ note: `${file.name} could not be read: ${messageOf(error)}` })
  }
}

/** Hands a saved style to the reader as a file. */
export async function downloadStyle({ base, style }: SavedStyle): Promise<void> {
  const { writeStyleFile } = await import('../../production')
  const text = writeStyleFile(style, STYLES.find((s) => s.id === base) ?? (STYLES[0] as Style))
  saveFile(`${style.id}.style.yaml`, text, 'application/yaml')
}
