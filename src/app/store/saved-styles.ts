import { STYLES, Style } from '../../departments/retro'

/** A style that somebody made and keeps. */
export interface SavedStyle {
  /** Id of the built-in style it began with. */
  readonly base: string
  readonly style: Style
}

const KEY = 'oneshot.styles'
const VERSION = 1
/** More are not kept: a browser gives a page little room. */
const MOST = 200

type Shelf = Pick<Storage, 'getItem' | 'setItem'>

/** The styles that were kept here, and a note where some of them could not be read. */
export function readSaved(shelf: Shelf | undefined): { readonly saved: readonly SavedStyle[]; readonly note: string | undefined } {
  let text: string | null = null
  try {
    text = shelf?.getItem(KEY) ?? null
  } catch {
    // A browser that keeps nothing for this page has kept no styles.
  }
  if (text === null) return { saved: [], note: undefined }
  let data: unknown
  try {
    data = JSON.parse(text)
  } catch {
    return { saved: [], note: 'The saved styles could not be read: what is kept in this browser is damaged.' }
  }
  const { version, styles } = (data ?? {}) as { version?: unknown; styles?: unknown }
  if (version !== VERSION || !Array.isArray(styles))
    return { saved: [], note: 'The saved styles are of another version of the studio and were left alone.' }
  const saved = styles.slice(0, MOST).flatMap((entry: unknown): SavedStyle[] => {
    const { base, style } = (entry ?? {}) as { base?: unknown; style?: unknown }
    const read = Style.safeParse(style)
    return read.success && STYLES.some((s) => s.id === base) ? [{ base: base as string, style: read.data }] : []
  })
  const bad = styles.length - saved.length
  return { saved, note: bad === 0 ? undefined : `${bad} of ${styles.length} saved styles could not be read.` }
}

/** Keeps the styles. @returns why that was not possible, or undefined. */
export function writeSaved(shelf: Shelf | undefined, saved: readonly SavedStyle[]): string | undefined {
  if (!shelf) return 'This browser keeps nothing for the page: download the style to keep it.'
  if (saved.length > MOST) return `${MOST} styles are kept at most: delete some.`
  try {
    shelf.setItem(KEY, JSON.stringify({ version: VERSION, styles: saved }))
    return undefined
  } catch {
    return 'There is no room for another style in this browser: download it to keep it.'
  }
}

/** The browser's own shelf; undefined where it is forbidden. */
export function browserShelf(): Shelf | undefined {
  try {
    return globalThis.localStorage
  } catch {
    return undefined
  }
}
