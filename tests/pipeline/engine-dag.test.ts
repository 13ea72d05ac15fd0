import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { CancelledError, MemoryStore, PipelineError, type TaskSpec } from '../../src/pipeline'
import { engineOf, fileTask, RUN, settle, stageOf } from './fixtures'

/** Plans of phases: how many tasks each, and which earlier ones each task needs, by index. */
const plans = fc.array(
  fc.array(
    fc.record({
      needs: fc.array(fc.nat(40), { maxLength: 4 }),
      priority: fc.integer({ min: -2, max: 2 }),
      resource: fc.constantFrom('cpu', 'render'),
      affinity: fc.option(fc.constantFrom('x', 'y', 'z'), { nil: undefined }),
      ticks: fc.nat(3),
      /** Declared at once, or found out about by the first task of its phase. */
      found: fc.boolean(),
      fails: fc.nat(2),
    }),
    { minLength: 1, maxLength: 12 },
  ),
  { minLength: 1, maxLength: 4 },
)
type Plan = typeof plans extends fc.Arbitrary<infer T> ? T : never

/** A world that can be killed: from a number of writes on nothing reaches the store any more, and nobody comes back. */
class MortalStore extends MemoryStore {
  writes = 0
  constructor(readonly lives: number) {
    super()
  }
  override async write(name: string, data: Uint8Array): Promise<void> {
    if (++this.writes > this.lives) return new Promise(() => {})
    return super.write(name, data)
  }
}

interface Worked {
  readonly started: string[]
  readonly finished: string[]
}

function stagesOf(plan: Plan, worked: Worked) {
  const ids: string[] = []
  return plan.map((phase, p) => {
    const first = `p${p}t0`
    const specs = phase.map((t, i): TaskSpec & { readonly found: boolean } => {
      const id = `p${p}t${i}`
      // What is declared at once cannot need what is found out later.
      const found = i > 0 && t.found
      const may = ids.filter((other) => found || !foundOnes.has(other) || !other.startsWith(`p${p}`))
      const needs = [...new Set(t.needs.flatMap((n) => (may.length > 0 ? [may[n % may.length]!] : [])))]
      ids.push(id)
      if (found) foundOnes.add(id)
      const file = `out/${id}`
      return {
        ...fileTask(id, {
          phase: `p${p}`,
          needs,
          priority: t.priority,
          resource: t.resource,
          ...(t.affinity ? { affinity: t.affinity } : {}),
        }),
        ...(i === 0 ? { missing: async () => 'it finds out about others' } : {}),
        found,
        rollback: (store) => store.remove(`${file}-half`),
        run: async ({ store, attempt }) => {
          for (const need of needs) expect(worked.finished.includes(need) || (await store.has(`out/${need}`))).toBe(true)
          if (attempt === 1) worked.started.push(id)
          for (let k = 0; k < t.ticks; k++) await Promise.resolve()
          await store.write(`${file}-half`, new Uint8Array(1))
          if (attempt <= t.fails) throw new PipelineError('x', id, 'for now', 'wait', { transient: true })
          await store.write(file, new TextEncoder().encode(id))
          await store.remove(`${file}-half`)
          worked.finished.push(id)
          return i === 0 ? { more: specs.filter((s) => s.found) } : undefined
        },
      }
    })
    return stageOf(`p${p}`, () => specs.filter((s) => !s.found || s.id === first))
  })
}
const foundOnes = new Set<string>()

const allIds = (plan: Plan) => plan.flatMap((phase, p) => phase.map((_, i) => `p${p}t${i}`))

describe('random graphs', () => {
  it('[G1] run every task once, after what it needs, phase by phase', async () => {
    await fc.assert(
      fc.asyncProperty(plans, async (plan) => {
        foundOnes.clear()
        const worked: Worked = { started: [], finished: [] }
        const { engine, store } = engineOf(stagesOf(plan, worked))
        const summary = await engine.start(RUN).done
        expect([...worked.started].sort()).toEqual(allIds(plan).sort())
        expect([...worked.finished].sort()).toEqual(allIds(plan).sort())
        expect(worked.started.map((id) => id[1])).toEqual(worked.started.map((id) => id[1]).sort())
        expect(summary.ran).toHaveLength(worked.finished.length)
        expect(await store.list('out/')).toEqual(
          allIds(plan)
            .map((id) => `out/${id}`)
            .sort(),
        )
      }),
      { numRuns: 40 },
    )
  })

  it('[G2] killed at any write and started again, do only what was not finished, and end the same', async () => {
    await fc.assert(
      fc.asyncProperty(plans, fc.nat(120), async (plan, lives) => {
        foundOnes.clear()
        const store = new MortalStore(lives)
        const first: Worked = { started: [], finished: [] }
        const run = engineOf(stagesOf(plan, first), { store }).engine.start(RUN)
        await Promise.race([run.done, settle()])
        const survived = new MemoryStore()
        for (const name of await store.list()) await survived.write(name, (await store.read(name))!)
        const whole = (await survived.list('out/')).filter((n) => !n.endsWith('-half')).map((n) => n.slice(4))

        foundOnes.clear()
        const second: Worked = { started: [], finished: [] }
        const summary = await engineOf(stagesOf(plan, second), { store: survived }).engine.start(RUN).done
        const scouts = new Set(plan.map((_, p) => `p${p}t0`))
        expect(second.started.filter((id) => whole.includes(id) && !scouts.has(id))).toEqual([])
        expect(second.started.length + summary.reused.length).toBe(allIds(plan).length)
        expect((await survived.list('out/')).filter((n) => !n.endsWith('-half'))).toEqual(
          allIds(plan)
            .map((id) => `out/${id}`)
            .sort(),
        )
      }),
      { numRuns: 25 },
    )
  })

  it('[G3] cancelled at any moment, leave nothing half-made and can go on', async () => {
    await fc.assert(
      fc.asyncProperty(plans, fc.nat(60), async (plan, after) => {
        foundOnes.clear()
        const { engine, store, events } = engineOf(stagesOf(plan, { started: [], finished: [] }))
        let heard = 0
        const off = engine.on('*', ({ runId }) => {
          if (++heard === after) engine.cancel(runId)
        })
        const ended = await engine.start(RUN).done.then(
          () => 'done',
          (error: unknown) => (error instanceof CancelledError ? 'cancelled' : error),
        )
        off()
        expect(['done', 'cancelled']).toContain(ended)
        expect((await store.list('out/')).filter((n) => n.endsWith('-half'))).toEqual([])
        const told = new Set(events.filter((e) => e.kind === 'completed' && e.of === 'task').map((e) => `out/${e.task}`))
        expect(new Set(await store.list('out/'))).toEqual(told)
        foundOnes.clear()
        const summary = await engineOf(stagesOf(plan, { started: [], finished: [] }), { store }).engine.start(RUN).done
        expect(summary.ran.length + summary.reused.length).toBe(allIds(plan).length)
      }),
      { numRuns: 25 },
    )
  })
})
