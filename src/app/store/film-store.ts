import { createStore } from 'zustand/vanilla'
import type { Diagnostic, HandEdit, PlannedShot, RenderOutput } from '../../film'
import type { ProgressEvent } from '../../pipeline'
import type { FilmSummary, SourceFile } from '../../workers'

/** What the page knows of the graphics card. */
export type GpuState = 'starting' | 'ready' | 'missing' | 'lost'

export const ROOMS = ['film', 'cast', 'style', 'production'] as const
export type Room = (typeof ROOMS)[number]

/** An export, from the click to the file. */
export type ExportState =
  | { readonly kind: 'idle' }
  | { readonly kind: 'running'; readonly file: string; readonly progress: ProgressEvent | undefined }
  | { readonly kind: 'done'; readonly output: RenderOutput; readonly url: string; readonly bytes: number }
  | { readonly kind: 'failed'; readonly message: string }

/** How somebody is to be, in words; what is left out stays as the screenplay has it. */
export interface Casting {
  readonly description?: string | undefined
  readonly wardrobe?: string | undefined
  readonly hair?: string | undefined
  readonly voice?: string | undefined
  /** Name of a file of `models` that stands in for the body. */
  readonly model?: string | undefined
}

/** Files that a film is planned from. */
export interface FilmSource {
  /** The file to begin with; empty for a folder of sections. */
  readonly main: string
  readonly files: readonly SourceFile[]
  /** Hand edits that the files hold. */
  readonly edits: readonly HandEdit[]
}

/** Everything the interface shows. No three objects, no film facts that can be computed from it. */
export interface FilmState {
  /** Where the reader is: with the film, with the style it is shown in, or with the production that makes it. */
  readonly room: Room
  /** What the film is made of: a screenplay, or the files of a production. */
  readonly source: FilmSource | undefined
  /** What was said in the cast room over the screenplay, by name: goes into everything that is made of the film. */
  readonly casting: Readonly<Record<string, Casting>>
  /** Models that were dropped in the cast room. */
  readonly models: readonly SourceFile[]
  /** What was changed by hand on the floor plan, and what each was before, the last last: goes into everything that is made of the film. */
  readonly edits: readonly HandEdit[]
  readonly editsBefore: readonly (readonly HandEdit[])[]
  /** What was taken back and may be made again, the last last. */
  readonly editsAfter: readonly (readonly HandEdit[])[]
  /** `opening` while a dropped file is read and planned; the film before stays until it succeeds. */
  readonly opening: string | undefined
  readonly fileName: string | undefined
  readonly film: FilmSummary | undefined
  /** Why the last file could not be opened; empty when it could. */
  readonly problems: readonly Diagnostic[]
  readonly gpu: GpuState
  readonly gpuReason: string
  /** How many times a graphics device was set up: more than once after losses. */
  readonly gpuGeneration: number
  /** Film frame under the playhead. */
  readonly frame: number
  readonly playing: boolean
  /** How loud it is played, 0 to 1. */
  readonly volume: number
  /** Id of the style it is shown in; what was changed of it is in the styles' store. */
  readonly style: string
  /** Through the shot's camera, or round it freely. */
  readonly view: 'shot' | 'free'
  /** The shot from above, beside its picture. */
  readonly floorPlan: boolean
  readonly captions: boolean
  readonly exporting: ExportState
  /** What the viewport last drew: its film frame, as what its shot was planned (`PlannedShot.sliceHash`), and milliseconds it took. */
  readonly drawn:
    | {
        readonly frame: number
        readonly sliceHash: string
        readonly style: string
        readonly width: number
        readonly height: number
        readonly ms: number
      }
    | undefined
  /** The shot being built for the viewport. */
  readonly building: string | undefined
}

export const INITIAL_STATE: FilmState = {
  room: 'film',
  source: undefined,
  casting: {},
  models: [],
  edits: [],
  editsBefore: [],
  editsAfter: [],
  opening: undefined,
  fileName: undefined,
  film: undefined,
  problems: [],
  gpu: 'starting',
  gpuReason: '',
  gpuGeneration: 0,
  frame: 0,
  playing: false,
  volume: 1,
  style: 'hollywood',
  view: 'shot',
  floorPlan: false,
  captions: true,
  exporting: { kind: 'idle' },
  drawn: undefined,
  building: undefined,
}

/** The page's one store. */
export const filmStore = createStore<FilmState>(() => INITIAL_STATE)

/** The shot under a film frame; the last one past the end. */
export function shotAt(film: FilmSummary | undefined, frame: number): PlannedShot | undefined {
  const shots = film?.plan.shots
  if (!shots || shots.length === 0) return undefined
  let low = 0
  let high = shots.length - 1
  while (low < high) {
    const mid = (low + high + 1) >> 1
    if ((shots[mid] as PlannedShot).startFrame <= frame) low = mid
    else high = mid - 1
  }
  return shots[low]
}

/** Moves the playhead, inside the film. */
export function seek(frame: number): void {
  const last = (filmStore.getState().film?.plan.frames ?? 1) - 1
  filmStore.setState({ frame: Math.max(0, Math.min(last, Math.round(frame))) })
}

/** Moves by whole shots: −1 to the start of this shot, or of the one before when already there. */
export function stepShot(direction: -1 | 1): void {
  const { film, frame } = filmStore.getState()
  const shot = shotAt(film, frame)
  if (!film || !shot) return
  const index = film.plan.shots.indexOf(shot)
  if (direction === 1) seek(film.plan.shots[index + 1]?.startFrame ?? film.plan.frames - 1)
  else if (frame > shot.startFrame) seek(shot.startFrame)
  else seek(film.plan.shots[index - 1]?.startFrame ?? 0)
}

/** Plays or stops; at the end it starts over. */
export function togglePlay(): void {
  const { playing, frame, film, gpu } = filmStore.getState()
  if (!film || gpu !== 'ready') return
  if (!playing && frame >= film.plan.frames - 1) seek(0)
  filmStore.setState({ playing: !playing })
}
