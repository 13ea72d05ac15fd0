import type { ArtifactStore } from './artifact-store'
import type { Gate } from './gate'
import { CancelledError } from './pipeline-error'
import type { RunArtifacts } from './run-artifacts'
import type { RunSummary } from './run-record'
import type { TaskContext } from './task'
import type { TaskNode } from './task-table'

/** What stands behind the context of every task of a run. */
export interface ContextParts {
  readonly store: ArtifactStore
  readonly artifacts: RunArtifacts
  readonly signal: AbortSignal
  readonly gate: Gate
  readonly summary: () => RunSummary
  readonly onProgress: (node: TaskNode, done: number, note: string | undefined, picture: string | undefined) => void
  readonly onWarning: (message: string, node: TaskNode) => void
}

/** The context of one attempt at a task. */
export function taskContext(parts: ContextParts, node: TaskNode, slot: number, attempt: number): TaskContext {
  const { store, artifacts, signal, gate } = parts
  const refuseCancelled = () => {
    if (signal.aborted) throw new CancelledError(node.spec.phase)
  }
  return {
    signal,
    slot,
    attempt,
    store,
    why: node.why ?? '',
    checkpoint: async () => {
      refuseCancelled()
      // It may be shut again before whoever waited goes on.
      while (gate.isShut) {
        await gate.pass()
        refuseCancelled()
      }
    },
    watch: (listener) => {
      const tell = () => listener(signal.aborted ? 'over' : gate.isShut ? 'paused' : 'going')
      const stop = gate.watch(tell)
      signal.addEventListener('abort', tell)
      tell()
      return () => {
        stop()
        signal.removeEventListener('abort', tell)
      }
    },
    progress: (done, note, picture) => parts.onProgress(node, Math.min(node.units, Math.max(0, done)), note, picture),
    warn: (message) => parts.onWarning(message, node),
    summary: parts.summary,
    read: (name) => artifacts.read(name),
    write: (name, value, note) => artifacts.write(name, value, note),
  }
}
