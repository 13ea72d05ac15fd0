import { createStore } from 'zustand/vanilla'
import type { Diagnostic } from '../../film'
import type { RunRecord, TaskGraph } from '../../pipeline'
import type { Estimate, OpenedProduction, RunOptions } from '../../workers'
import type { BackgroundState } from './background'
import type { RunProgress } from './run-progress'

export const DESK_TABS = ['outputs', 'render', 'graph', 'results', 'queue'] as const
export type DeskTab = (typeof DESK_TABS)[number]

/** A file of the production on the desk. Those that are text can be edited. */
export interface DeskFile {
  readonly name: string
  readonly bytes: Uint8Array
  /** As it is being edited; undefined for files that are no text. */
  readonly text: string | undefined
  /** As it was opened. */
  readonly original: string | undefined
}

/** What was asked of a worker and is not answered yet, its answer, or why there is none. */
export type Asked<T> =
  | { readonly kind: 'none' }
  | { readonly kind: 'asking' }
  | { readonly kind: 'there'; readonly value: T }
  | { readonly kind: 'failed'; readonly message: string }

/** Everything the production room shows. */
export interface ProductionState {
  readonly files: readonly DeskFile[]
  /** The file to begin with; empty for a folder of sections. */
  readonly main: string
  /** The file in the editor. */
  readonly active: string
  /** Where the editor should go: a click on a finding. `n` tells two clicks on one place apart. */
  readonly jump: { readonly file: string; readonly line: number; readonly column: number; readonly n: number } | undefined
  readonly check: 'empty' | 'checking' | 'good' | 'bad'
  /** What was last understood; stays while the file is being mended. */
  readonly opened: OpenedProduction | undefined
  readonly findings: readonly Diagnostic[]
  readonly options: RunOptions
  readonly graph: Asked<TaskGraph>
  readonly estimate: Asked<Estimate>
  readonly tab: DeskTab
  /** The run that goes, or the last that went. */
  readonly run: RunProgress | undefined
  readonly runs: readonly RunRecord[]
  /** The run shown in the gallery. */
  readonly chosenRun: string | undefined
  readonly background: BackgroundState
  readonly notifyMe: boolean
  /** Something to tell the reader once. */
  readonly note: string | undefined
}

export const EMPTY_DESK: ProductionState = {
  files: [],
  main: '',
  active: '',
  jump: undefined,
  check: 'empty',
  opened: undefined,
  findings: [],
  options: { coarse: true, onFailure: 'stop' },
  graph: { kind: 'none' },
  estimate: { kind: 'none' },
  tab: 'outputs',
  run: undefined,
  runs: [],
  chosenRun: undefined,
  background: { wakeLock: 'off', frozenS: 0 },
  notifyMe: false,
  note: undefined,
}

/** The production room's store. */
export const productionStore = createStore<ProductionState>(() => EMPTY_DESK)

const TEXT = /\.(ya?ml|json|fountain|fdx|txt|md|spmd|srt|vtt)$/i
export const isMaster = (name: string): boolean => /\.(ya?ml|json)$/i.test(name)

/** A file as it comes onto the desk. */
export function deskFile(name: string, bytes: Uint8Array): DeskFile {
  // An editor for more than that is no help.
  const text = TEXT.test(name) && bytes.byteLength < 5_000_000 ? new TextDecoder().decode(bytes) : undefined
  return { name, bytes, text, original: text }
}

/** The bytes of a file as it stands in the editor. */
export const bytesOf = (file: DeskFile): Uint8Array =>
  file.text === file.original ? file.bytes : new TextEncoder().encode(file.text ?? '')

export const isEdited = (file: DeskFile): boolean => file.text !== file.original

/** The file that a dropped set begins with: its only master file, its only file, or none (sections to be merged). */
export function mainOf(names: readonly string[]): string {
  if (names.length === 1) return names[0] as string
  const masters = names.filter(isMaster)
  if (masters.length === 1) return masters[0] as string
  return masters.find((n) => /(^|\/)production\.(ya?ml|json)$/i.test(n)) ?? (masters.length === 0 ? (names[0] ?? '') : '')
}
