import { describe, expect, it } from 'vitest'
import { PipelineError, StoreError, type TaskSpec } from '../../src/pipeline'
import { engineOf, fileTask, json, RUN, stageOf } from './fixtures'

/** A task that writes an artifact. */
const artifactTask = (phase: string, name: string, value: unknown, more: Partial<TaskSpec> = {}): TaskSpec => ({
  ...fileTask(`${phase}/${name}`, { phase, outputs: [name] }),
  missing: undefined as never,
  run: async (context) => {
    await context.write(name, value)
    return undefined
  },
  ...more,
})

describe('Engine', () => {
  it('[E1] runs phases in order and the tasks of a phase after what they need, by priority', async () => {
    const order: string[] = []
    const step = (id: string, phase: string, needs: string[] = [], priority = 0) =>
      fileTask(id, {
        phase,
        needs,
        priority,
        run: async () => {
          order.push(id)
          return undefined
        },
      })
    const { engine, events } = engineOf([
      stageOf('one', [step('c', 'one', ['b']), step('b', 'one', ['a']), step('a', 'one', [], 5), step('first', 'one', [], -1)]),
      stageOf('two', [step('d', 'two', ['a'])]),
    ])
    const summary = await engine.start(RUN).done
    expect(order).toEqual(['first', 'a', 'b', 'c', 'd'])
    expect(summary.state).toBe('done')
    expect(summary.ran.map((t) => [t.task, t.why])).toContainEqual(['a', 'it is not made yet'])
    expect(events.filter((e) => e.of === 'task' && e.task === 'a').map((e) => e.kind)).toEqual(['queued', 'started', 'completed'])
    expect(events.filter((e) => e.of === 'run' && e.kind !== 'progress').map((e) => e.kind)).toEqual(['started', 'completed'])
    expect(events.filter((e) => e.of === 'phase').map((e) => `${e.kind} ${e.phase}`)).toEqual([
      'started one',
      'completed one',
      'started two',
      'completed two',
    ])
  })

  it('[E2] finds made what is made, and says why it made the rest', async () => {
    const { engine, store } = engineOf([stageOf('p', [fileTask('a'), fileTask('b', { needs: ['a'] })])])
    await engine.start(RUN).done
    await store.remove('out/b')
    const second = await engine.start(RUN).done
    expect(second.ran.map((t) => t.task)).toEqual(['b'])
    expect(second.reused.map((t) => t.task)).toEqual(['a'])
    expect(second.phases).toEqual([{ name: 'p', seconds: 0, ran: 1, reused: 1, failed: 0 }])
    const third = await engine.start({ ...RUN, options: { force: true } }).done
    expect(third.ran.map((t) => t.why)).toEqual(['it was asked to be made again', 'it was asked to be made again'])
    expect(await json(store, 'artifacts/film/r1/run_summary.json')).toEqual(JSON.parse(JSON.stringify(third)))
  })

  it('[E3] makes again from a phase on, by name or number, and refuses phases that there are not', async () => {
    const { engine } = engineOf(['a', 'b', 'c'].map((p) => stageOf(p, [fileTask(`${p}1`, { phase: p })])))
    await engine.start(RUN).done
    for (const fromPhase of ['b', '2'])
      expect((await engine.start({ ...RUN, options: { fromPhase } }).done).ran.map((t) => t.task)).toEqual(['b1', 'c1'])
    await expect(engine.start({ ...RUN, options: { fromPhase: 'd' } }).done).rejects.toMatchObject({
      type: 'validation',
      remedy: 'use one of 1 a, 2 b, 3 c',
    })
    await expect(engine.start({ ...RUN, options: { fromPhase: '0' } }).done).rejects.toThrow(/no such phase/)
  })

  it('[E4] lets tasks that a task finds out about join', async () => {
    const found = [fileTask('x', { needs: ['scout'] }), fileTask('y', { needs: ['x'] })]
    const scout = fileTask('scout', { run: async () => ({ more: found }) })
    const { engine } = engineOf([stageOf('p', [scout])])
    const handle = engine.start(RUN)
    const summary = await handle.done
    expect(summary.ran.map((t) => t.task)).toEqual(['scout', 'x', 'y'])
    expect(handle.graph().tasks.map((t) => t.state)).toEqual(['done', 'done', 'done'])
    expect(handle.status()).toMatchObject({ state: 'done', done: 3, total: 3 })
  })

  it.each([
    [
      'a circle',
      [fileTask('a', { needs: ['c'] }), fileTask('b', { needs: ['a'] }), fileTask('c', { needs: ['b'] })],
      /circle: .*a → c → b → a/,
    ],
    ['a task that needs itself', [fileTask('a', { needs: ['a'] })], /circle: a → a/],
    ['an unknown need', [fileTask('a', { needs: ['nobody'] })], /needs task "nobody", which there is not/],
    ['an id used twice', [fileTask('a'), fileTask('a')], /its id is taken/],
    ['another phase', [fileTask('a', { phase: 'q' })], /belongs to phase "q"/],
    ['an unknown resource', [fileTask('a', { resource: 'tape' })], /resource "tape", of which there is none/],
  ])('[E5] refuses %s by name', async (_, tasks, message) => {
    const { engine, store } = engineOf([stageOf('p', tasks)])
    await expect(engine.start(RUN).done).rejects.toThrow(message)
    expect((await store.list()).filter((n) => n.startsWith('out/'))).toEqual([])
    expect(await engine.status('r1')).toMatchObject({ state: 'failed', error: { type: 'stage', phase: 'p' } })
  })

  it('[E6] refuses a stage whose needs are not there, and one that breaks its promise, by name', async () => {
    const one = engineOf([stageOf('p', [fileTask('a')], { needs: ['Script'] })])
    await expect(one.engine.start(RUN).done).rejects.toThrow(/the p: it needs Script, which no phase before it has made/)
    const two = engineOf([stageOf('p', [fileTask('a')], { gives: ['Script'] })])
    await expect(two.engine.start(RUN).done).rejects.toThrow(/promised Script and did not make it/)
    const both = engineOf([
      stageOf('p', [artifactTask('p', 'Script', { schema: 'Script', version: '1.0.0' })], { gives: ['Script'] }),
      stageOf('q', async (run) => [fileTask(`q-${Object.keys(await run.read<object>('Script')).length}`, { phase: 'q' })], {
        needs: ['Script'],
      }),
    ])
    const summary = await both.engine.start(RUN).done
    expect(summary.ran.map((t) => t.task)).toEqual(['p/Script', 'q-2'])
    expect(summary.artifacts.map((a) => a.name)).toEqual(['Script'])
  })

  it('[E7] makes a corrupted artifact again', async () => {
    let made = 0
    const { engine, store } = engineOf([
      stageOf('p', (run) => [
        artifactTask(
          'p',
          'Script',
          { lines: 3 },
          {
            missing: () => run.stale('Script'),
            run: async (context) => {
              made++
              await context.write('Script', { lines: 3 })
              return undefined
            },
          },
        ),
      ]),
    ])
    await engine.start(RUN).done
    await engine.start(RUN).done
    expect(made).toBe(1)
    await store.write('artifacts/film/r1/Script.json', new TextEncoder().encode('{"lines":4}'))
    const summary = await engine.start(RUN).done
    expect(summary.ran.map((t) => t.why)).toEqual(['it is damaged'])
    expect(made).toBe(2)
    expect(await json(store, 'artifacts/film/r1/Script.json')).toEqual({ lines: 3 })
  })

  it('[E8] puts a stage in the place of another, before one, after one', async () => {
    const { engine } = engineOf([stageOf('a', []), stageOf('b', [fileTask('old', { phase: 'b' })])])
    engine.register(stageOf('c', []), { before: 'a' })
    engine.register(stageOf('d', []), { after: 'a' })
    engine.register(stageOf('b2', [fileTask('new', { phase: 'b2' })]), { replace: 'b' })
    engine.register(stageOf('z', []))
    expect(engine.stages.map((s) => s.name)).toEqual(['c', 'a', 'd', 'b2', 'z'])
    expect((await engine.start(RUN).done).ran.map((t) => t.task)).toEqual(['new'])
    expect(() => engine.register(stageOf('a', []))).toThrow(/a stage of this name is registered/)
    expect(() => engine.register(stageOf('y', []), { after: 'nobody' })).toThrow(/no stage "nobody" \(there are c, a, d, b2, z\)/)
  })

  it('[E9] refuses the same run twice at once, and ids that name no folder', async () => {
    const { engine } = engineOf([stageOf('p', [fileTask('a')])])
    const first = engine.start(RUN)
    expect(() => engine.start(RUN)).toThrow(PipelineError)
    await first.done
    await engine.start(RUN).done
    expect(() => engine.start({ ...RUN, runId: '../../etc' })).toThrow(StoreError)
  })

  it('[E10] gives slots by resource, and never more than there are', async () => {
    const going: Record<string, number> = { cpu: 0, render: 0 }
    const most: Record<string, number> = { cpu: 0, render: 0 }
    const slots = new Set<number>()
    const busy = (id: string, resource: string) =>
      fileTask(id, {
        resource,
        run: async ({ slot }) => {
          most[resource] = Math.max(most[resource]!, ++going[resource]!)
          if (resource === 'render') slots.add(slot)
          await new Promise((r) => setTimeout(r, 1))
          going[resource]!--
          return undefined
        },
      })
    const tasks = Array.from({ length: 12 }, (_, i) => busy(`t${i}`, i % 2 ? 'render' : 'cpu'))
    await engineOf([stageOf('p', tasks)]).engine.start(RUN).done
    expect(most).toEqual({ cpu: 1, render: 2 })
    expect([...slots].sort()).toEqual([0, 1])
  })

  it('[E11] tells how far it is and how long it will take, by what was measured', async () => {
    const { engine, clock, events } = engineOf([
      stageOf(
        'p',
        Array.from({ length: 4 }, (_, i) =>
          fileTask(`t${i}`, {
            units: 10,
            run: async ({ progress }) => {
              clock.ms += 1000
              progress(5, 'half')
              clock.ms += 1000
              return undefined
            },
          }),
        ),
      ),
    ])
    await engine.start(RUN).done
    const run = events.filter((e) => e.of === 'run' && e.kind === 'progress')
    expect(run.map((e) => [e.done, e.total, e.etaS])).toEqual([
      [5, 40, null],
      [10, 40, 6],
      [15, 40, 5],
      [20, 40, 4],
      [25, 40, 3],
      [30, 40, 2],
      [35, 40, 1],
      [40, 40, 0],
    ])
    expect(events.find((e) => e.of === 'task' && e.kind === 'progress')).toMatchObject({ done: 5, total: 10, reason: 'half', atMs: 1000 })
  })
})
