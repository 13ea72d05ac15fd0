import { wrap } from 'comlink'
import type { PlannedScene, SpokenLines } from '../production'
import type { PlanDoor } from './plan-door'
import type { ProductionInput } from './production-api'

/** Whoever plans some of a film's scenes. */
export interface Assistant {
  /** Has it read a production: it is asked for scenes of it next. */
  read(request: ProductionInput): void
  /** Tells it what was spoken of what it read last. */
  hear(lines: SpokenLines): void
  /** Plans scenes of what it read last, by their places in the film. @throws what planning throws, also when it cannot answer */
  planScenes(which: readonly number[]): Promise<readonly PlannedScene[]>
  /** Ends what it does before it is asked for anything. */
  rest(): void
  dismiss(): void
}

/** Assistants at most: each holds a copy of the program. */
const MOST = 3

/** How many assistants are of use beside the planner itself. */
export const assistantCount = (cores = navigator.hardwareConcurrency): number => Math.max(0, Math.min(MOST, cores - 1))

/** What an assistant's worker is called; it has no assistants itself. */
export const ASSISTANT = 'plan-assistant'

/** Starts an assistant: the planner's own worker, once more. */
export function startAssistant(): Assistant {
  const worker = new Worker(self.location.href, { type: 'module', name: ASSISTANT })
  const door = wrap<Pick<PlanDoor, 'read' | 'hear' | 'planScenes' | 'rest'>>(worker)
  return {
    // It is heard of when scenes are asked for.
    read: (request) => void door.read(request).catch(() => {}),
    hear: (lines) => void door.hear(lines).catch(() => {}),
    // A worker that does not start, or runs out of memory, answers nothing at all.
    planScenes: (which) =>
      new Promise((done, failed) => {
        worker.addEventListener('error', failed, { once: true })
        door.planScenes(which).then(done, failed)
      }),
    rest: () => void door.rest().catch(() => {}),
    dismiss: () => worker.terminate(),
  }
}
