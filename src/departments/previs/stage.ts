import type { Diagnostic, Performance } from '../../film'
import type { HandProps } from './carry-props'
import type { Places } from './find-place'
import type { FloorPlan } from './floor-plan'
import type { StageActor, Traffic } from './stage-actor'

/** The stage while a scene is blocked. */
export interface Stage {
  readonly places: Places
  readonly plan: FloorPlan
  readonly traffic: Traffic
  readonly actors: readonly StageActor[]
  /** The small things people hold. */
  readonly props: HandProps
  /** What everybody does again and again, by key. */
  readonly habits: ReadonlyMap<string, Performance['acts'][number]['verb']>
  /** What could not be done as the script says. */
  readonly findings: Diagnostic[]
  /** Doors as they move: opening key → [time, how far open]. */
  readonly doors: Map<string, { t: number; open: number }[]>
  /** Flames and lamps as they are lit and put out: practical key → [time, how much they burn]. */
  readonly lamps: Map<string, { t: number; on: number }[]>
  /** Whoever was last looked at or spoke: people turn to them. */
  focus?: StageActor | undefined
}
