export { type ArtifactStore, nameParts, type StoreData, StoreError, type StoreSink, TEMPORARY_SUFFIX } from './artifact-store'
export { contentKey } from './content-key'
export { LoopbackStore } from './loopback-store'
export { MemoryStore } from './memory-store'
export { OpfsStore } from './opfs-store'
export { CancelledError, PipelineError, throwIfCancelled } from './pipeline-error'
export { type OnProgress, type ProgressEvent, progressOf } from './progress'
export { type ErrorData, EVENT_KINDS, type EventKind, type RunEvent, type RunListener } from './run-event'
export {
  type GraphTask,
  RUN_STATES,
  type RunRecord,
  type RunState,
  type RunSummary,
  TASK_STATES,
  type TaskGraph,
  type TaskState,
} from './run-record'
export type { ArtifactNote, ArtifactRef, RunView, Stage, TaskContext, TaskSpec } from './task'
