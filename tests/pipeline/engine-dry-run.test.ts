import { describe, expect, it } from 'vitest'
import { formatGraph, MemoryStore, type TaskSpec } from '../../src/pipeline'
import { engineOf, fileTask, RUN, stageOf } from './fixtures'

/** A task that writes an artifact, if it is stale. */
const making = (name: string, stale: (name: string) => Promise<string | undefined>, more: Partial<TaskSpec> = {}) =>
  fileTask(`make ${name}`, {
    outputs: [name],
    missing: () => stale(name),
    run: async ({ write }) => {
      await write(name, { name })
      return undefined
    },
    ...more,
  })

async function contents(store: MemoryStore): Promise<Record<string, string>> {
  const out: Record<string, string> = {}
  for (const name of await store.list()) out[name] = new TextDecoder().decode(await store.read(name))
  return out
}

describe('dry run', () => {
  const stages = (cheap: boolean, ran: string[] = []) => [
    stageOf('p', (run) => [making('Script', run.stale, { cheap })], { gives: ['Script'] }),
    stageOf(
      'shots',
      async (run) => {
        await run.read('Script')
        return [
          fileTask('scout', {
            phase: 'shots',
            cheap: true,
            missing: undefined as never,
            outputs: [],
            run: async () => {
              ran.push('scout')
              return { more: [shot('a'), shot('b')] }
            },
          }),
        ]
      },
      { needs: ['Script'] },
    ),
    stageOf('export', (run) => [making('Movie', run.stale, { phase: 'export', needs: ['a', 'b'] })], { gives: ['Movie'] }),
    stageOf('finalize', async (run) => [fileTask('package', { phase: 'finalize', inputs: Object.keys(await run.read<object>('Movie')) })]),
  ]
  const shot = (id: string) => fileTask(id, { phase: 'shots', resource: 'render', units: 48, outputs: [`out/${id}`] })

  it('[D1] says what is there, what would run and why, does what is cheap in memory, and writes nothing', async () => {
    const store = new MemoryStore()
    await store.write('out/a', new Uint8Array(1))
    const before = await contents(store)
    const ran: string[] = []
    const { engine, events } = engineOf(stages(true, ran), { store })
    const graph = await engine.graph(RUN)
    expect(await contents(store)).toEqual(before)
    expect(events).toEqual([])
    expect(ran).toEqual(['scout'])
    expect(graph.tasks.map((t) => [t.id, t.state, t.why])).toEqual([
      ['make Script', 'waiting', 'it is not made yet'],
      ['scout', 'waiting', 'it is made in every run'],
      ['a', 'reused', undefined],
      ['b', 'waiting', 'it is not made yet'],
      ['make Movie', 'waiting', 'it is not made yet'],
    ])
    expect(graph.phases.map((p) => [p.name, p.state, p.why])).toEqual([
      ['p', 'waiting', undefined],
      ['shots', 'waiting', undefined],
      ['export', 'waiting', undefined],
      ['finalize', 'waiting', 'Movie must be made first: it is not made yet'],
    ])
    expect(formatGraph(graph)).toBe(`run r1

1 p: the p (1 task, 0 made)
  #1 run  task make Script [cpu]
       because it is not made yet
       → Script

2 shots: the shots (3 tasks, 1 made)
  #2 run  task scout [cpu]
       because it is made in every run
  #3 have task a [render, 48 units]
       → out/a
  #4 run  task b [render, 48 units]
       because it is not made yet
       → out/b

3 export: the export (1 task, 0 made)
  #5 run  task make Movie [cpu] after #3 #4
       because it is not made yet
       → Movie

4 finalize: the finalize
  not known yet: Movie must be made first: it is not made yet
`)
  })

  it('[D2] says which phases it cannot see into when what they read costs work', async () => {
    const { engine } = engineOf(stages(false))
    const graph = await engine.graph(RUN)
    expect(graph.phases[1]).toEqual({ name: 'shots', title: 'the shots', state: 'waiting', why: 'Script must be made first' })
    await expect(engine.start(RUN).done).resolves.toMatchObject({ state: 'done' })
    const after = await engine.graph(RUN)
    expect(after.phases.map((p) => p.state)).toEqual(['reused', 'waiting', 'reused', 'reused'])
    // Made again, the script is not what later phases read now.
    const forced = await engine.graph({ ...RUN, options: { force: true } })
    expect(forced.tasks.map((t) => [t.id, t.why])).toEqual([
      ['make Script', 'it was asked to be made again'],
      ['make Movie', 'it was asked to be made again'],
    ])
  })

  it('[D3] fails as the run would when a stage or a cheap task fails', async () => {
    const bad = fileTask('bad', { cheap: true, run: async () => Promise.reject(new Error('wrong from the start')) })
    await expect(engineOf([stageOf('p', [bad])]).engine.graph(RUN)).rejects.toMatchObject({ phase: 'p', problem: 'wrong from the start' })
    await expect(engineOf([stageOf('p', [fileTask('a', { needs: ['b'] })])]).engine.graph(RUN)).rejects.toThrow(/needs task "b"/)
    await expect(engineOf([stageOf('p', [])]).engine.graph({ ...RUN, options: { fromPhase: 'x' } })).rejects.toThrow(/no such phase/)
  })
})
