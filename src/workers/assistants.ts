import { wrap } from 'comlink'
import type { PlannedScene, Share } from '../production'
import type { ProductionInput } from './production-api'

/** Whoever plans a share of a film's scenes. */
export interface Assistant {
  planShare(request: ProductionInput, share: Share): Promise<readonly PlannedScene[]>
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
  const door = wrap<Assistant>(worker)
  return {
    // A worker that does not start, or runs out of memory, answers nothing at all.
    planShare: (request, share) =>
      new Promise((done, failed) => {
        worker.addEventListener('error', failed, { once: true })
        door.planShare(request, share).then(done, failed)
      }),
    dismiss: () => worker.terminate(),
  }
}
