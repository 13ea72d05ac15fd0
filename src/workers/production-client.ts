import { proxy, wrap } from 'comlink'
import { unwrap } from './answers'
import type { ProductionApi } from './production-api'
import type { ProductionDoor } from './production-door'

/** The production's door in its worker, with the listener of a run handed to it. */
export type ProductionClient = ProductionApi & {
  /** Ends the worker and those it started; a run that goes is left interrupted, to be resumed. */
  terminate(): void
}

/**
 * Starts the scheduler's worker, which starts its own planner and renderers.
 * @param storeBase loopback store; without it the browser's own disk.
 */
export async function startProduction(storeBase?: string): Promise<ProductionClient> {
  const worker = new Worker(new URL('./production.worker.ts', import.meta.url), { type: 'module', name: 'production' })
  const Door = wrap<typeof ProductionDoor>(worker)
  const door = await new Door(storeBase)
  return {
    open: (input) => door.open(input),
    graph: async (options) => unwrap(await door.graph(options), 'graph', 'production'),
    estimate: async (options) => unwrap(await door.estimate(options), 'estimate', 'production'),
    run: async (options, onEvent) => unwrap(await door.run(options, onEvent ? proxy(onEvent) : undefined), 'run', 'production'),
    pause: () => door.pause(),
    resume: () => door.resume(),
    cancel: () => door.cancel(),
    runs: () => door.runs(),
    current: () => door.current(),
    removeRun: (runId) => door.removeRun(runId),
    cleanUp: (limits) => door.cleanUp(limits),
    terminate: () => worker.terminate(),
  }
}
