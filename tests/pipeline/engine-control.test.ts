import { describe, expect, it } from 'vitest'
import { CancelledError, Engine, MemoryStore, type RunRecord, readLog } from '../../src/pipeline'
import { engineOf, FakeClock, fileTask, json, RUN, settle, stageOf } from './fixtures'

/** A task of many frames, between which it can be paused and stopped. */
function filming(id: string, frames: number, drawn: string[]) {
  return fileTask(id, {
    units: frames,
    run: async ({ checkpoint, progress, store }) => {
      for (let f = 0; f < frames; f++) {
        await checkpoint()
        drawn.push(`${id}:${f}`)
        progress(f + 1)
        await new Promise((r) => setTimeout(r, 0))
      }
      await store.write(`out/${id}`, new Uint8Array(1))
      return undefined
    },
    rollback: (store) => store.remove(`out/${id}`),
  })
}

describe('a run that is going', () => {
  it('[C1] pauses between frames, starts nothing meanwhile, and goes on', async () => {
    const drawn: string[] = []
    const { engine, events, clock } = engineOf([stageOf('p', [filming('a', 20, drawn), filming('b', 3, drawn)])])
    const handle = engine.start(RUN)
    while (drawn.length < 5) await new Promise((r) => setTimeout(r, 0))
    expect(handle.pause()).toBe(true)
    expect(handle.pause()).toBe(false)
    const at = drawn.length
    await settle()
    clock.ms += 60_000
    expect(drawn.length).toBeLessThanOrEqual(at + 1)
    expect(handle.status().state).toBe('paused')
    expect((await engine.list('paused')).map((r) => r.runId)).toEqual(['r1'])
    expect(handle.resume()).toBe(true)
    expect(handle.resume()).toBe(false)
    const summary = await handle.done
    expect(drawn).toHaveLength(23)
    expect(summary.seconds).toBe(0)
    expect(events.filter((e) => e.of === 'run' && e.kind !== 'progress').map((e) => e.kind)).toEqual([
      'started',
      'paused',
      'resumed',
      'completed',
    ])
    expect(handle.pause()).toBe(false)
    expect(handle.cancel()).toBe(false)
  })

  it('[C2] holds a phase back that begins while it is paused', async () => {
    const { engine } = engineOf([
      stageOf('p', [
        fileTask('a', {
          run: async () => {
            handle.pause()
            return undefined
          },
        }),
      ]),
      stageOf('q', [fileTask('b', { phase: 'q' })]),
    ])
    const handle = engine.start(RUN)
    await settle()
    expect(handle.graph().phases.map((p) => p.state)).toEqual(['done', 'running'])
    expect(handle.graph().tasks).toHaveLength(1)
    handle.resume()
    expect((await handle.done).ran).toHaveLength(2)
  })

  it.each([false, true])('[C3] is cancelled within a frame and leaves nothing half-made (paused before: %s)', async (paused) => {
    const drawn: string[] = []
    const { engine, store, events } = engineOf([stageOf('p', [filming('a', 50, drawn), filming('b', 3, drawn)])])
    const handle = engine.start(RUN)
    while (drawn.length < 5) await new Promise((r) => setTimeout(r, 0))
    if (paused) handle.pause()
    const at = drawn.length
    expect(engine.cancel('r1')).toBe(true)
    expect(engine.cancel('r1')).toBe(false)
    await expect(handle.done).rejects.toBeInstanceOf(CancelledError)
    expect(drawn.length).toBeLessThanOrEqual(at + 1)
    expect(await store.list('out/')).toEqual([])
    expect(events.at(-1)).toMatchObject({ kind: 'cancelled', of: 'run' })
    expect(await engine.status('r1')).toMatchObject({ state: 'cancelled' })
    expect(engine.cancel('r1')).toBe(false)
    expect((await engine.start(RUN).done).state).toBe('done')
  })

  it('[C4] keeps what a task finished that was told to stop too late', async () => {
    const { engine, store } = engineOf([
      stageOf('p', [
        fileTask('a', {
          run: async (context) => {
            handle.cancel()
            await context.store.write('out/a', new Uint8Array(1))
            return undefined
          },
        }),
        fileTask('b'),
      ]),
    ])
    const handle = engine.start(RUN)
    await expect(handle.done).rejects.toBeInstanceOf(CancelledError)
    expect(await store.list('out/')).toEqual(['out/a'])
    expect((await engine.start(RUN).done).reused.map((t) => t.task)).toEqual(['a'])
  })

  it('[C5] tells listeners of one kind, of several and of all; those who throw harm nothing and are noted', async () => {
    const { engine, store } = engineOf([stageOf('p', [fileTask('a'), fileTask('b')])])
    const heard: string[] = []
    engine.on('completed', (e) => {
      heard.push(`one ${e.of}`)
    })
    const off = engine.on(['queued', 'skipped'], (e) => {
      heard.push(`two ${e.kind}`)
    })
    engine.on('started', () => {
      throw new Error('bang')
    })
    engine.on('queued', async () => {
      throw new Error('later')
    })
    const summary = await engine.start(RUN).done
    expect(summary.state).toBe('done')
    expect(heard).toEqual(['two queued', 'two queued', 'one task', 'one task', 'one phase', 'one run'])
    expect(summary.warnings.filter((w) => w === 'a listener failed at started: bang')).toHaveLength(4)
    expect(summary.warnings).toContain('a listener failed at queued: later')
    const log = await readLog(store, 'film', 'r1')
    expect(log.filter((l) => l.level === 'warn').length).toBe(6)
    expect(log.map((l) => l.message)).toContain('made in 0 ms')
    heard.length = 0
    off()
    engine.mute(true)
    await engine.start(RUN).done
    engine.mute(false)
    engine.clear()
    await engine.start(RUN).done
    expect(heard).toEqual([])
  })
})

describe('runs of a store', () => {
  it('[C6] lists those whose process went away as interrupted', async () => {
    const store = new MemoryStore()
    const lost = engineOf([stageOf('p', [fileTask('a', { run: () => new Promise(() => {}) })])], { store })
    lost.engine.start(RUN)
    await settle()
    expect((await lost.engine.list()).map((r) => r.state)).toEqual(['running'])
    const copy = new MemoryStore()
    for (const name of await store.list()) await copy.write(name, (await store.read(name))!)
    const { engine } = engineOf([stageOf('p', [fileTask('a')])], { store: copy })
    expect(await engine.list()).toMatchObject([{ runId: 'r1', project: 'film', title: 'A film', state: 'interrupted', phase: 'p' }])
    expect(await json<RunRecord>(copy, 'artifacts/film/r1/checkpoint.json')).toMatchObject({ state: 'running', running: ['a'] })
    expect((await engine.list('interrupted')).length).toBe(1)
    await engine.start(RUN).done
    expect((await engine.list()).map((r) => r.state)).toEqual(['done'])
    expect(await engine.status('nobody')).toBeUndefined()
    // Another engine over the same store knows of what is going in the first.
    const other = new Engine({ store, stages: [], now: () => 0, wallClock: new FakeClock().wallClock, resources: {}, computedBy: 'test' })
    expect(await other.remove('r1')).toBe(false)
    expect((await other.status('r1'))?.state).toBe('running')
    expect(other.cancel('r1')).toBe(true)
  })

  it('[C7] removes runs by name, by age and by size, and what no run refers to', async () => {
    const made: string[] = []
    const store = new MemoryStore()
    const segments = (names: readonly string[]) =>
      names.map((n) =>
        fileTask(n, {
          outputs: [`segments/${n}.seg`],
          missing: async (s) => ((await s.has(`segments/${n}.seg`)) ? undefined : 'new'),
          run: async (context) => {
            made.push(n)
            await context.store.write(`segments/${n}.seg`, new Uint8Array(100_000))
            await context.store.write(`segments/${n}.seg.meta.json`, new Uint8Array(1))
            await context.store.write(`pictures/${n}.png`, new Uint8Array(1))
            context.progress(1, 'drawn', `pictures/${n}.png`)
            return undefined
          },
        }),
      )
    const clock = new FakeClock()
    const shoot = (runId: string, names: readonly string[]) =>
      engineOf([stageOf('p', segments(names))], { store, now: clock.now, wallClock: clock.wallClock }).engine.start({ ...RUN, runId }).done
    const { engine } = engineOf([], { store, now: clock.now, wallClock: clock.wallClock })
    const day = 86_400_000
    await shoot('old', ['a', 'b'])
    clock.ms += 10 * day
    await shoot('middle', ['b', 'c'])
    clock.ms += day
    await shoot('new', ['c', 'd'])
    expect((await engine.list()).map((r) => r.runId)).toEqual(['new', 'middle', 'old'])
    await store.write('segments/stray.seg', new Uint8Array(1))

    expect(await engine.cleanUp({ days: 5 })).toBe(1)
    expect((await engine.list()).map((r) => r.runId)).toEqual(['new', 'middle'])
    expect(await store.list('segments/')).toEqual(['b', 'c', 'd'].flatMap((n) => [`segments/${n}.seg`, `segments/${n}.seg.meta.json`]))
    // The middle run found b made and showed no picture of it; what a run wants to keep, its tasks name as outputs.
    expect(await store.list('pictures/')).toEqual(['pictures/c.png', 'pictures/d.png'])
    expect((await store.list('artifacts/film/old/')).length).toBe(0)

    expect(await engine.cleanUp({ bytes: 400_000 })).toBe(0)
    expect(await engine.cleanUp({ bytes: 250_000 })).toBe(1)
    expect((await store.list('segments/')).filter((n) => n.endsWith('.seg'))).toEqual(['segments/c.seg', 'segments/d.seg'])
    expect(await engine.remove('new')).toBe(true)
    expect(await engine.remove('new')).toBe(false)
    expect(await engine.cleanUp({})).toBe(0)
    expect(await store.list()).toEqual([])
  })

  it('[C8] keeps what an interrupted run used until a later go is through', async () => {
    const store = new MemoryStore()
    const first = engineOf([stageOf('p', [fileTask('a', { outputs: ['segments/a.seg'] })])], { store })
    await first.engine.start(RUN).done
    await store.write('segments/a.seg', new Uint8Array(1))
    const stopped = engineOf([stageOf('none', [fileTask('x', { phase: 'none', run: async () => Promise.reject(new Error('no')) })])], {
      store,
    })
    await stopped.engine.start(RUN).done.catch(() => {})
    await stopped.engine.cleanUp({})
    expect(await store.has('segments/a.seg')).toBe(true)
    await engineOf([stageOf('p', [fileTask('b')])], { store }).engine.start(RUN).done
    await stopped.engine.cleanUp({})
    expect(await store.has('segments/a.seg')).toBe(false)
  })
})
