import type { ArtifactStore } from './artifact-store'
import { Engine } from './engine'
import { MemoryStore } from './memory-store'
import type { TaskSpec } from './task'

/** What the engine costs by itself. */
export interface EngineBench {
  /** Milliseconds from nothing to the first task. */
  readonly startMs: number
  /** Tasks that do nothing, and milliseconds for all of them. */
  readonly tasks: number
  readonly tasksMs: number
  /** Milliseconds to keep the state after a task: the longest but for one in a hundred. */
  readonly saveMs: number
  /** Milliseconds from an event to the end of its last listener: the longest but for one in a hundred. */
  readonly eventMs: number
}

/**
 * Measures the engine's overhead: a graph of tasks that do nothing, each waiting for one before it, over a store in
 * memory.
 * @param now milliseconds, monotonic.
 * @param tasks how many; 10,000 if it does not say.
 */
export async function benchEngine(now: () => number, tasks = 10_000): Promise<EngineBench> {
  const saves: number[] = []
  const store = timed(new MemoryStore(), now, saves)
  const specs = Array.from(
    { length: tasks },
    (_, i): TaskSpec => ({
      id: `t${i}`,
      phase: 'bench',
      title: `task ${i}`,
      needs: i % 10 === 0 ? [] : [`t${i - 1}`],
      inputs: [],
      outputs: [],
      run: async () => undefined,
    }),
  )
  const engineOf = (some: readonly TaskSpec[]) =>
    new Engine({
      store,
      stages: [{ name: 'bench', title: 'Bench', needs: [], gives: [], tasks: () => some }],
      now,
      wallClock: () => '2000-01-01T00:00:00.000Z',
      resources: { cpu: 4 },
      computedBy: 'bench',
    })

  const begin = now()
  let first = begin
  const small = engineOf(specs.slice(0, 1))
  small.on('started', ({ of }) => {
    if (of === 'task') first = now()
  })
  await small.start({ runId: 'start', project: 'bench', title: 'Bench' }).done

  const events: number[] = []
  const engine = engineOf(specs)
  const start = now()
  for (let listener = 0; listener < 3; listener++)
    engine.on('*', ({ atMs }) => {
      events.push(now() - start - atMs)
    })
  const from = now()
  await engine.start({ runId: 'tasks', project: 'bench', title: 'Bench' }).done
  return { startMs: first - begin, tasks, tasksMs: now() - from, saveMs: almostAll(saves), eventMs: almostAll(events) }
}

/** The 99th percentile. */
function almostAll(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * 0.99))] ?? 0
}

/** A store whose writes of checkpoints are timed. */
function timed(store: ArtifactStore, now: () => number, saves: number[]): ArtifactStore {
  return {
    has: (name) => store.has(name),
    read: (name) => store.read(name),
    open: (name) => store.open(name),
    remove: (name) => store.remove(name),
    list: (prefix) => store.list(prefix),
    write: async (name, data, signal) => {
      const from = now()
      await store.write(name, data, signal)
      if (name.endsWith('checkpoint.json')) saves.push(now() - from)
    },
  }
}
