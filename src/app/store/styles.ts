import { createStore } from 'zustand/vanilla'
import { STYLE_GROUPS, STYLES, type Style, type StyleChanges, styleWith } from '../../departments/retro'
import { filmStore } from './film-store'
import { browserShelf, readSaved, type SavedStyle, writeSaved } from './saved-styles'
import { messageOf } from './words'

/** What has been done to styles. Which one is shown is the film store's `style`. */
export interface StylesState {
  /** Changed styles by the id of the one they began with: looking at another style loses nothing. */
  readonly worked: Readonly<Record<string, Style>>
  readonly saved: readonly SavedStyle[]
  /** What is compared with, a style or a still: right of a line across the picture at 0 (left edge) to 1, or as the difference. */
  readonly wipe: { readonly against: string; readonly at: number; readonly how: 'wipe' | 'difference' } | undefined
  /** A line for the reader: what went wrong, or what was done. */
  readonly note: string | undefined
}

const begun = readSaved(browserShelf())

export const stylesStore = createStore<StylesState>(() => ({
  worked: {},
  saved: begun.saved,
  wipe: undefined,
  note: begun.note,
}))

/** Every style there is: built in, then saved, none of them changed. */
export const allStyles = ({ saved }: Pick<StylesState, 'saved'> = stylesStore.getState()): readonly Style[] => [
  ...STYLES,
  ...saved.map((s) => s.style),
]

/** A style as it was before it was worked on; the first one for an id that nothing has any more. */
export const styleBefore = (id: string, state: Pick<StylesState, 'saved'> = stylesStore.getState()): Style =>
  allStyles(state).find((s) => s.id === id) ?? (STYLES[0] as Style)

/** The built-in style that a style began with. */
export const builtInOf = (id: string, state: Pick<StylesState, 'saved'> = stylesStore.getState()): Style =>
  styleBefore(state.saved.find((s) => s.style.id === id)?.base ?? id, state)

/** A style as it is now. */
export const styleNow = (id: string, state: Pick<StylesState, 'saved' | 'worked'> = stylesStore.getState()): Style =>
  state.worked[id] ?? styleBefore(id, state)

/** The style that the film is shown and exported in. */
export const styleInUse = (): Style => styleNow(filmStore.getState().style)

/** Shows the film in a style. */
export function chooseStyle(id: string): void {
  filmStore.setState({ style: id })
  stylesStore.setState({ note: undefined })
}

/** Shows the film in a style as it was at some time, whatever has been done to it since; one that is gone is kept again. */
export function takeStyle(style: Style): void {
  if (!allStyles().some((s) => s.id === style.id)) keepStyle({ base: (STYLES[0] as Style).id, style })
  else {
    setWorked(style.id, style)
    chooseStyle(style.id)
  }
}

/** Goes to the next or previous style of the list. */
export function stepStyle(by: -1 | 1): void {
  const styles = allStyles()
  const at = styles.findIndex((s) => s.id === filmStore.getState().style)
  chooseStyle((styles[(at + by + styles.length) % styles.length] as Style).id)
}

/** Changes the style in use. What makes no style is not done, and said. */
export function changeStyle(changes: StyleChanges): void {
  const id = filmStore.getState().style
  try {
    setWorked(id, styleWith(styleNow(id), changes))
    stylesStore.setState({ note: undefined })
  } catch (error) {
    stylesStore.setState({ note: messageOf(error) })
  }
}

/** Takes back everything that was done to the style in use. */
export function resetStyle(): void {
  setWorked(filmStore.getState().style, undefined)
  stylesStore.setState({ note: undefined })
}

function setWorked(id: string, style: Style | undefined): void {
  const { [id]: _, ...others } = stylesStore.getState().worked
  const same = style === undefined || JSON.stringify(style) === JSON.stringify(styleBefore(id))
  stylesStore.setState({ worked: same ? others : { ...others, [id]: style } })
}

/** Keeps the style in use under a name, and shows it; one of the same name is replaced. @returns what is kept. */
export function saveStyle(name: string): SavedStyle {
  const { style: from } = filmStore.getState()
  const base = builtInOf(from).id
  const made = keepStyle({ base, style: { ...styleInUse(), name: name.trim() || 'My style', aliases: [] } })
  // What was changed lives on in the saved one.
  if (from !== made.style.id) setWorked(from, undefined)
  return made
}

/** Keeps a style, by its name, and shows it. */
export function keepStyle({ base, style }: SavedStyle): SavedStyle {
  const made = { base, style: { ...style, id: idFor(style.name) } }
  const saved = [...stylesStore.getState().saved.filter((s) => s.style.id !== made.style.id), made]
  const note = writeSaved(browserShelf(), saved)
  stylesStore.setState({ saved, note })
  setWorked(made.style.id, undefined)
  filmStore.setState({ style: made.style.id })
  return made
}

/** Deletes a saved style; where it was shown, what it began with is. */
export function deleteStyle(id: string): void {
  const { saved, wipe } = stylesStore.getState()
  const gone = saved.find((s) => s.style.id === id)
  if (!gone) return
  if (filmStore.getState().style === id) filmStore.setState({ style: gone.base })
  const left = saved.filter((s) => s !== gone)
  setWorked(id, undefined)
  stylesStore.setState({ saved: left, note: writeSaved(browserShelf(), left), wipe: wipe?.against === id ? undefined : wipe })
}

/** Kebab-case of a name, and none that a built-in style has. */
export function idFor(name: string): string {
  const id =
    name
      .normalize('NFKD')
      .replace(/\p{M}/gu, '')
      .toLowerCase()
      .replace(/[^a-z0-9]+/g, '-')
      .replace(/^-|-$/g, '') || 'my-style'
  return STYLES.some((s) => s.id === id) ? `${id}-mine` : id
}

/** Styles as lists show them: by what kind of picture they make, saved ones last. */
export function styleGroups(state: Pick<StylesState, 'saved'>): readonly { readonly title: string; readonly styles: readonly Style[] }[] {
  const groups = STYLE_GROUPS.map((group) => ({ title: GROUP_TITLES[group], styles: STYLES.filter((s) => s.group === group) }))
  return [...groups, { title: 'Saved', styles: state.saved.map((s) => s.style) }].filter((g) => g.styles.length > 0)
}

const GROUP_TITLES: Readonly<Record<Style['group'], string>> = {
  film: 'Film',
  drawn: 'Drawn',
  console: 'Consoles',
  handheld: 'Handhelds',
  computer: 'Computers',
  'one-bit': 'One bit',
}
