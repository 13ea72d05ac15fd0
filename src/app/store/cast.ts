import { createStore } from 'zustand/vanilla'
import { type Diagnostic, isModelName, type Utterance } from '../../film'
import type { ProgressEvent } from '../../pipeline'
import type { BiblePictures, CastEntry, CastSheetKind } from '../../production'
import { type RenderClient, startRenderWorker } from '../../workers'
import { type Casting, filmStore } from './film-store'
import type { DroppedFile } from './read-files'
import { studio } from './studio'
import { styleInUse } from './styles'
import { messageOf } from './words'

/** Pixels of a sheet's picture from top to bottom. */
const HEIGHT: Readonly<Record<CastSheetKind, number>> = { 'line-up': 300, turnaround: 560, expressions: 240, poses: 300, costumes: 420 }

/** A drawn sheet. */
export interface DrawnSheet {
  readonly url: string
  readonly name: string
  readonly labels: readonly string[]
  readonly columns: number
  readonly width: number
  readonly height: number
  /** Size of one picture in it, and where the first begins. */
  readonly cell: { readonly width: number; readonly height: number; readonly gap: number }
}

/** What the cast room shows. */
export interface CastState {
  readonly people: readonly CastEntry[]
  /** Key of who is looked at. */
  readonly chosen: string | undefined
  readonly sheet: CastSheetKind
  /** By what `sheetName` says. */
  readonly sheets: Readonly<Record<string, DrawnSheet>>
  /** Name of the sheet that is being drawn, and how far it is. */
  readonly drawing: { readonly name: string; readonly progress: ProgressEvent | undefined } | undefined
  /** The costume bible that is being made, or was. */
  readonly bible:
    | { readonly kind: 'drawing'; readonly done: number; readonly total: number }
    | { readonly kind: 'done'; readonly url: string; readonly name: string; readonly bytes: number }
    | undefined
  readonly problem: string
  /** True while the film is planned anew. */
  readonly recasting: boolean
}

const EMPTY: CastState = {
  people: [],
  chosen: undefined,
  sheet: 'turnaround',
  sheets: {},
  drawing: undefined,
  bible: undefined,
  problem: '',
  recasting: false,
}

export const castStore = createStore<CastState>(() => EMPTY)

/** Pixels between a sheet's pictures. */
const GAP = 4

/** What a sheet is kept by. */
export const sheetName = (kind: CastSheetKind, character: string, style: string): string =>
  kind === 'line-up' ? `${kind}/${style}` : `${kind}/${character}/${style}`

let renderer: Promise<RenderClient> | undefined
/** What is being drawn: the renderer does one thing at a time. */
let last: Promise<unknown> = Promise.resolve()
/** Counts films: pictures of another one are not shown. */
let film = 0

/** Brings in everybody of the film that is open. */
export async function loadCast(): Promise<void> {
  const mine = ++film
  const { sheets, chosen, sheet, bible } = castStore.getState()
  if (bible?.kind === 'done') URL.revokeObjectURL(bible.url)
  for (const { url } of Object.values(sheets)) URL.revokeObjectURL(url)
  castStore.setState({ ...EMPTY, sheet })
  const people = await studio.planner.door.castBook()
  if (mine !== film) return
  castStore.setState({ people, chosen: people.some((p) => p.spec.key === chosen) ? chosen : people[0]?.spec.key })
}

/** Draws a sheet of who is looked at in the style in use, unless it is there; another that is being drawn is given up. */
export async function drawSheet(): Promise<void> {
  const { sheet: kind, chosen, people, sheets, drawing } = castStore.getState()
  const person = people.find((p) => p.spec.key === chosen)
  if (!person || filmStore.getState().gpu === 'missing') return
  const style = styleInUse()
  const name = sheetName(kind, person.spec.key, style.id)
  if (sheets[name] || drawing?.name === name) return
  const mine = film
  const isWanted = () => mine === film && castStore.getState().drawing?.name === name
  castStore.setState({ drawing: { name, progress: undefined }, problem: '' })
  try {
    if (drawing) void renderer?.then((r) => r.door.cancel())
    renderer ??= startRenderWorker()
    const client = await renderer
    const planned = await studio.planner.door.castSheet({ kind, character: person.spec.name, style })
    await last.catch(() => {})
    if (!isWanted()) return
    const file = 'cast/sheet.png'
    const height = HEIGHT[kind]
    const request = { kind, style, quality: 'preview', height, file }
    const drawn = client.plannedSheet(planned, request, (progress) => {
      if (isWanted()) castStore.setState({ drawing: { name, progress } })
    })
    last = drawn
    const made = await drawn
    const bytes = await client.door.read(file)
    if (!isWanted() || !bytes) return
    const sheet: DrawnSheet = {
      url: URL.createObjectURL(new Blob([bytes as BlobPart], { type: 'image/png' })),
      name: `${nameOf(person.spec.name)}-${kind}-${style.id}.png`,
      labels: planned.labels,
      columns: planned.columns,
      width: made.width,
      height: made.height,
      cell: { width: 2 * Math.round((height * planned.aspect) / 2), height, gap: GAP },
    }
    castStore.setState((s) => ({ sheets: { ...s.sheets, [name]: sheet }, drawing: undefined }))
  } catch (error) {
    if (!isWanted()) return
    castStore.setState({ drawing: undefined, problem: messageOf(error) })
    // A worker that lost its graphics device is of no more use.
    void renderer?.then((r) => r.terminate())
    renderer = undefined
  }
}

/**
 * Draws the sheets of who is looked at, or of everybody, and offers the costume bible.
 * @returns the file's name; undefined when it was given up or failed, and the reason is shown.
 */
export async function makeBible(whose: 'one' | 'all'): Promise<void> {
  const { people, chosen } = castStore.getState()
  const title = filmStore.getState().film?.plan.title || 'Untitled'
  const cast = people.filter((p) => whose === 'all' || p.spec.key === chosen)
  const mine = film
  castStore.setState({ problem: '', bible: { kind: 'drawing', done: 0, total: cast.length } })
  // Most visits need neither.
  const [{ documentPdf }, { BIBLE_SHEETS, costumeBible }] = await Promise.all([
    import('../../encode'),
    import('../../production/cast-sheets'),
  ])
  const total = cast.length * BIBLE_SHEETS.length
  let done = 0
  // A renderer of its own: the room goes on drawing.
  const client = await startRenderWorker()
  try {
    const pictures = new Map<string, BiblePictures>()
    for (const { spec } of cast) {
      const drawn: { -readonly [K in keyof BiblePictures]: BiblePictures[K] } = {}
      for (const [kind] of BIBLE_SHEETS) {
        const planned = await studio.planner.door.castSheet({ kind, character: spec.name, style: styleInUse() })
        const file = 'cast/bible.png'
        await client.plannedSheet(planned, { style: styleInUse(), quality: 'preview', height: HEIGHT.expressions, file })
        if (mine !== film) return
        const png = await client.door.read(file)
        if (png) drawn[kind] = png
        done++
        castStore.setState({ bible: { kind: 'drawing', done, total } })
      }
      pictures.set(spec.key, drawn)
    }
    const bytes = await documentPdf(costumeBible(title, cast, pictures))
    const url = URL.createObjectURL(new Blob([bytes as BlobPart], { type: 'application/pdf' }))
    if (mine === film) castStore.setState({ bible: { kind: 'done', url, name: `${nameOf(title)}-costumes.pdf`, bytes: bytes.length } })
    else URL.revokeObjectURL(url)
  } catch (error) {
    castStore.setState({ problem: messageOf(error), bible: undefined })
  } finally {
    client.terminate()
  }
}

/** A part of a file's name. */
const nameOf = (words: string) => words.toLowerCase().replace(/[^a-z0-9]+/g, '-')

/** Lets the room's renderer go: its device is not needed elsewhere. */
export function leaveCast(): void {
  castStore.setState({ drawing: undefined })
  void renderer?.then((r) => r.terminate())
  renderer = undefined
}

/** Has a dropped model stand in for who is looked at. */
export async function castModel(file: File): Promise<void> {
  const { chosen, people } = castStore.getState()
  const person = people.find((p) => p.spec.key === chosen)
  if (!person) return
  const { casting, models } = filmStore.getState()
  const { name } = person.spec
  castStore.setState({ recasting: true, problem: '' })
  try {
    const bytes = new Uint8Array(await file.arrayBuffer())
    // The planner takes files by name: another file of this name takes its place.
    const others = models.filter((m) => m.name !== file.name)
    sayProblems(
      await studio.edits.recast({ ...casting, [name]: { ...casting[name], model: file.name } }, [...others, { name: file.name, bytes }]),
    )
  } catch (error) {
    castStore.setState({ problem: messageOf(error) })
  } finally {
    castStore.setState({ recasting: false })
  }
}

/** Has a line heard. */
export async function hearLine(line: Utterance): Promise<void> {
  try {
    await studio.sound.say(line)
  } catch (error) {
    castStore.setState({ problem: messageOf(error) })
  }
}

/** Takes what was dropped on the page: in the cast room a model is for who is looked at. */
export async function openDropped(dropped: readonly DroppedFile[]): Promise<void> {
  const [first] = dropped
  if (first && isModelName(first.name) && filmStore.getState().room === 'cast') return castModel(first.file)
  return studio.openAny(dropped)
}

function sayProblems(problems: readonly Diagnostic[]): void {
  const worst = problems.find((p) => p.severity === 'error') ?? problems[0]
  if (worst) castStore.setState({ problem: `${worst.message}: ${worst.remedy}` })
}

/** Has somebody be otherwise: the film is planned anew, and everybody drawn anew. */
export async function recast(name: string, said: Casting): Promise<void> {
  const { casting } = filmStore.getState()
  castStore.setState({ recasting: true, problem: '' })
  try {
    sayProblems(await studio.edits.recast({ ...casting, [name]: said }))
  } catch (error) {
    castStore.setState({ problem: messageOf(error) })
  } finally {
    castStore.setState({ recasting: false })
  }
}
