import type { ErrorData } from './run-event'
import type { RunRecord, RunSummary } from './run-record'
import type { ArtifactRef } from './task'
import type { TaskNode } from './task-table'

/** What a run came to. */
export function summaryOf(run: {
  readonly record: RunRecord
  readonly nodes: Iterable<TaskNode>
  /** Milliseconds of work by phase, in order. */
  readonly phases: ReadonlyMap<string, number>
  readonly ms: number
  readonly warnings: readonly string[]
  readonly artifacts: readonly ArtifactRef[]
  readonly error: ErrorData | undefined
}): RunSummary {
  const { record, error } = run
  const counts = new Map([...run.phases.keys()].map((name) => [name, { ran: 0, reused: 0, failed: 0 }]))
  const ran: RunSummary['ran'][number][] = []
  const reused: RunSummary['reused'][number][] = []
  const holes: RunSummary['holes'][number][] = []
  for (const node of run.nodes) {
    const { id: task, title, phase } = node.spec
    const count = counts.get(phase)
    if (node.state === 'done') {
      ran.push({ task, title, why: node.why ?? '', seconds: seconds(node.ms), attempts: node.attempts })
      if (count) count.ran++
    } else if (node.state === 'reused') {
      reused.push({ task, title })
      if (count) count.reused++
    } else if (node.state === 'hole' || node.state === 'failed') {
      if (node.state === 'hole' && node.error) holes.push({ task, title, error: node.error })
      if (count) count.failed++
    }
  }
  return {
    schema: 'RunSummary',
    version: '1.0.0',
    runId: record.runId,
    project: record.project,
    title: record.title,
    state: record.state,
    startedAt: record.startedAt,
    endedAt: record.updatedAt,
    seconds: seconds(run.ms),
    phases: [...run.phases].map(([name, ms]) => ({ name, seconds: seconds(ms), ...counts.get(name)! })),
    ran,
    reused,
    holes,
    warnings: run.warnings,
    ...(error ? { error } : {}),
    artifacts: run.artifacts,
  }
}

const seconds = (ms: number): number => Math.round(ms) / 1000
