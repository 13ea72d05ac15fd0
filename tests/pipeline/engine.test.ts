import { describe, expect, it } from 'vitest'

import { engineOf, fileTask, json, RUN, stageOf } from './fixtures'

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
    const stages = [stageOf('p', [fileTask('a'), fileTask('b', { needs: ['a'] })])]
    const { engine, store } = engineOf(stages)
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
})
