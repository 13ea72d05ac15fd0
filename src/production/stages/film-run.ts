import type { Diagnostic } from '../../film'
import type { Crew, OutputFormat, SpriteJob } from '../crew'
import type { FilmRange } from '../find-frame'

/** Everything the phases of one run work from. */
export interface FilmRun {
  readonly crew: Crew
  readonly project: string
  readonly runId: string
  /** The resolved production as plain data. */
  readonly production: unknown
  /** What validation found. */
  readonly diagnostics: readonly Diagnostic[]
  /** The files it was made from: the screenplay and the master file, by name. */
  readonly sources: readonly { readonly name: string; readonly bytes: Uint8Array }[]
  readonly outputs: readonly OutputFormat[]
  readonly sprites: readonly SpriteJob[]
  readonly range: FilmRange
  /** Every tenth frame of every shot first, small. */
  readonly coarse: boolean
  /** Shots that fail leave holes. */
  readonly holes: boolean
  /** Names the build of the program. */
  readonly build: string
}

/** Where a file of a run is kept. */
export const runFile = ({ project, runId }: Pick<FilmRun, 'project' | 'runId'>, name: string): string =>
  `artifacts/${project}/${runId}/${name}`
