import { proxy, transfer, wrap } from 'comlink'
import type { RunEvent } from '../pipeline'
import { unwrap } from './answers'
import type { ProductionApi } from './production-api'
import type { ProductionDoor } from './production-door'
import { END } from './run-port'

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
    open: (input, speech, onSpoken) => door.open(input, speech, onSpoken && proxy(onSpoken)),
    graph: async (options) => unwrap(await door.graph(options), 'graph', 'production'),
    estimate: async (options) => unwrap(await door.estimate(options), 'estimate', 'production'),
    run: async (options, onEvent) => {
      if (!onEvent) return unwrap(await door.run(options), 'run', 'production')
      const { port, heardAll, close } = listenWith(onEvent)
      try {
        const answer = await door.runTelling(options, transfer(port, [port]))
        await heardAll
        return unwrap(answer, 'run', 'production')
      } finally {
        close()
      }
    },
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

/** A port whose messages a listener hears, until `END` says that there are no more. */
function listenWith(onEvent: (event: RunEvent) => void) {
  const { port1, port2 } = new MessageChannel()
  const heardAll = new Promise<void>((resolve) => {
    port1.onmessage = ({ data }: MessageEvent<readonly RunEvent[] | typeof END>) => {
      if (data === END) resolve()
      else for (const event of data) onEvent(event)
    }
  })
  return { port: port2, heardAll, close: () => port1.close() }
}
