import { Engine, type EngineOptions, MemoryStore, type RunEvent, type Stage, type TaskSpec } from '../../src/pipeline'

/** A clock that moves only when told. */
export class FakeClock {
  ms = 0
  readonly now = (): number => this.ms
  readonly wallClock = (): string => new Date(Date.UTC(2030, 0, 1) + this.ms).toISOString()
}

/** A task of phase `p` that writes its name into the store under `out/<id>`, and is there if that file is. */
export function fileTask(id: string, more: Partial<TaskSpec> = {}): TaskSpec {
  const file = `out/${id}`
  return {
    id,
    phase: 'p',
    title: `task ${id}`,
    needs: [],
    inputs: [],
    outputs: [file],
    missing: async (store) => ((await store.has(file)) ? undefined : 'it is not made yet'),
    run: async ({ store }) => {
      await store.write(file, new TextEncoder().encode(id))
      return undefined
    },
    ...more,
  }
}

/** A stage of given tasks. */
export function stageOf(name: string, tasks: Stage['tasks'] | readonly TaskSpec[], more: Partial<Stage> = {}): Stage {
  return { name, title: `the ${name}`, needs: [], gives: [], tasks: typeof tasks === 'function' ? tasks : () => tasks, ...more }
}

/** An engine over a store in memory that remembers what it told. */
export function engineOf(stages: readonly Stage[], options: Partial<EngineOptions> = {}) {
  const clock = new FakeClock()
  const store = options.store ?? new MemoryStore()
  const engine = new Engine({
    store,
    stages,
    now: clock.now,
    wallClock: clock.wallClock,
    resources: { cpu: 1, render: 2 },
    computedBy: 'test',
    retry: {
      attempts: 3,
      baseMs: 100,
      wait: async (ms) => {
        clock.ms += ms
      },
    },
    ...options,
  })
  const events: RunEvent[] = []
  engine.on('*', (e) => {
    events.push(e)
  })
  return { engine, store, clock, events }
}

export const RUN = { runId: 'r1', project: 'film', title: 'A film' } as const

/** A JSON file of a store. */
export async function json<T>(store: EngineOptions['store'], name: string): Promise<T> {
  return JSON.parse(new TextDecoder().decode(await store.read(name))) as T
}

/** Lets everything happen that needs no time. */
export async function settle(): Promise<void> {
  for (let i = 0; i < 20; i++) await new Promise((r) => setTimeout(r, 0))
}
