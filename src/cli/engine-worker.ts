import { getHeapStatistics } from 'node:v8'
import { parentPort } from 'node:worker_threads'
import { Engine, MemoryStore } from '../pipeline'
import type { WorkerWord } from './worker-word'

/**
 * The engine alone in a worker, for measuring what it adds to an empty one: it runs one task that says how much memory the
 * worker holds, and ends.
 */
const engine = new Engine({
  store: new MemoryStore(),
  stages: [
    {
      name: 'one',
      title: 'One',
      needs: [],
      gives: [],
      tasks: () => [
        {
          id: 'one/task',
          phase: 'one',
          title: 'say how it is',
          needs: [],
          inputs: [],
          outputs: [],
          run: async () => {
            const { used_heap_size, external_memory, malloced_memory } = getHeapStatistics()
            const word: WorkerWord = { bytes: used_heap_size + external_memory + malloced_memory }
            parentPort?.postMessage(word)
            return undefined
          },
        },
      ],
    },
  ],
  now: () => performance.now(),
  wallClock: () => new Date().toISOString(),
  resources: {},
  computedBy: 'bench',
})
await engine.start({ runId: 'one', project: 'bench', title: 'Bench' }).done
