import { PipelineError } from './pipeline-error'
import type { RunRecord, RunSummary, TaskGraph } from './run-record'
import type { Stage } from './task'

/** How a run goes; none of it changes what is made. */
export interface StartOptions {
  /** Make again what is there. */
  readonly force?: boolean
  /**
   * Make again what is there from this phase on: its name, or its number from 1. Earlier phases make only what is
   * missing.
   */
  readonly fromPhase?: string
  /** What becomes of an optional task that fails after its retries: the run stops (by default), or it is left as a hole. */
  readonly onFailure?: 'stop' | 'hole'
}

/** Which run to start. */
export interface StartRequest {
  /** The same for the same work: its folder in the store. */
  readonly runId: string
  readonly project: string
  readonly title: string
  readonly options?: StartOptions
}

/** A run that was started. */
export interface RunHandle {
  readonly runId: string
  /** The name under which a run in the background is asked about and cancelled: its run id. */
  readonly taskId: string
  /** The summary. Rejects with the PipelineError that stopped it, or with CancelledError; need not be awaited. */
  readonly done: Promise<RunSummary>
  /** Starts nothing more, and stops tasks at their next checkpoint; false if it does not run. */
  pause(): boolean
  /** Goes on; false if it is not paused. */
  resume(): boolean
  /** Stops it; false if it has ended or is being stopped already. */
  cancel(): boolean
  graph(): TaskGraph
  status(): RunRecord
}

/**
 * Index of the first phase that is made again; the number of phases if none is.
 * @throws PipelineError naming the phases there are.
 */
export function forcedFrom({ force, fromPhase }: StartOptions = {}, stages: readonly Stage[]): number {
  if (fromPhase === undefined) return force ? 0 : stages.length
  const number = /^\d+$/.test(fromPhase) ? Number(fromPhase) - 1 : stages.findIndex((s) => s.name === fromPhase)
  if (stages[number]) return number
  const names = stages.map((s, i) => `${i + 1} ${s.name}`).join(', ')
  throw new PipelineError('start', fromPhase, 'there is no such phase', `use one of ${names}`, { type: 'validation' })
}
