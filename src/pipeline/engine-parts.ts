import type { ArtifactStore } from './artifact-store'
import type { FullRetryPolicy } from './attempt-task'
import type { EventBus } from './event-bus'
import type { QuotaWatch } from './quota-watch'
import type { ResourcePools } from './resource-pools'
import type { LogLevel } from './run-log'

/** What an engine lends its runs. */
export interface EngineParts {
  readonly store: ArtifactStore
  readonly pools: ResourcePools
  readonly bus: EventBus
  readonly quota: QuotaWatch
  readonly retry: FullRetryPolicy
  readonly now: () => number
  readonly wallClock: () => string
  readonly computedBy: string
  readonly logLevel: LogLevel
}
