export {
  type ArtifactStore,
  isStoreFull,
  nameParts,
  type StoreData,
  StoreError,
  type StoreErrorOptions,
  type StoreSink,
  TEMPORARY_SUFFIX,
} from './artifact-store'
export type { RetryPolicy } from './attempt-task'
export { benchEngine, type EngineBench } from './bench-engine'
export { Engine, type EngineOptions, type StagePlace } from './engine'
export { asPipelineError, errorData, isTransient } from './failures'
export { formatGraph } from './format-graph'
export { LoopbackStore } from './loopback-store'
export { MemoryStore } from './memory-store'
export { OpfsStore } from './opfs-store'
export { OverlayStore, sizeOf } from './overlay-store'
export {
  CancelledError,
  ERROR_TYPES,
  type ErrorType,
  PipelineError,
  type PipelineErrorJson,
  type PipelineErrorOptions,
  throwIfCancelled,
} from './pipeline-error'
export { type OnProgress, type ProgressEvent, progressOf } from './progress'
export { type ArtifactMeta, RunArtifacts, runFolder } from './run-artifacts'
export type { Checkpoint } from './run-book'
export { type ErrorData, EVENT_KINDS, type EventKind, type RunEvent, type RunListener } from './run-event'
export type { CleanUpLimits } from './run-library'
export { LOG_LEVELS, type LogLevel, type LogLine, readLog } from './run-log'
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
export type { RunHandle, StartOptions, StartRequest } from './start-request'
export type { ArtifactNote, ArtifactRef, RunStanding, RunView, Stage, TaskContext, TaskSpec } from './task'
