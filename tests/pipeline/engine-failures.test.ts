import { describe, expect, it } from 'vitest'
import { InputError } from '../../src/film'
import { MemoryStore, PipelineError, type RunSummary, StoreError } from '../../src/pipeline'
import { engineOf, fileTask, json, RUN, stageOf } from './fixtures'

const gpuLost = () => new PipelineError('render', 'sc1.sh1', 'the GPU was lost', 'it is started again', { type: 'render', transient: true })

describe('failures', () => {
  it('[F1] tries again what can pass, waiting twice as long each time, and undoes what an attempt left', async () => {
    const waits: number[] = []
    const seen: number[] = []
    let undone = 0
    const task = fileTask('a', {
      run: async ({ attempt, store }) => {
        seen.push(attempt)
        await store.write('out/half', new Uint8Array(1))
        if (attempt < 3) throw gpuLost()
        return undefined
      },
      rollback: async (store) => {
        undone++
        await store.remove('out/half')
      },
    })
    const wait = async (ms: number) => {
      waits.push(ms)
    }
    const { engine, events } = engineOf([stageOf('p', [task])], { retry: { attempts: 3, baseMs: 100, wait } })
    const summary = await engine.start(RUN).done
    expect(seen).toEqual([1, 2, 3])
    expect(waits).toEqual([100, 200])
    expect(undone).toBe(2)
    expect(summary.ran[0]).toMatchObject({ task: 'a', attempts: 3 })
    expect(events.filter((e) => e.kind === 'retried').map((e) => [e.attempt, e.error?.problem])).toEqual([
      [1, 'the GPU was lost'],
      [2, 'the GPU was lost'],
    ])
  })

  it('[F2] gives up after so many attempts; what cannot pass fails at once', async () => {
    let tries = 0
    const failing = (error: () => Error) =>
      fileTask('a', {
        run: async () => {
          tries++
          throw error()
        },
      })
    await expect(engineOf([stageOf('p', [failing(gpuLost)])]).engine.start(RUN).done).rejects.toMatchObject({
      type: 'render',
      task: 'sc1.sh1',
    })
    expect(tries).toBe(3)
    tries = 0
    const { engine, store } = engineOf([stageOf('p', [failing(() => new TypeError('x is not a function'))])])
    await expect(engine.start(RUN).done).rejects.toMatchObject({
      name: 'PipelineError',
      type: 'stage',
      phase: 'p',
      task: 'task a',
      problem: 'x is not a function',
      remedy: 'resume: what is finished is kept',
    })
    expect(tries).toBe(1)
    const summary = await json<RunSummary>(store, 'artifacts/film/r1/run_summary.json')
    expect(summary).toMatchObject({ state: 'failed', error: { problem: 'x is not a function' }, phases: [{ name: 'p', failed: 1 }] })
  })

  it('[F3] stops all others when one fails, undoing what they left, and can be resumed', async () => {
    const left: string[] = []
    let broken = true
    const slow = fileTask('slow', {
      resource: 'render',
      run: async ({ signal, store }) => {
        await store.write('out/slow-half', new Uint8Array(1))
        await new Promise<void>((resolve, reject) => {
          if (!broken) resolve()
          signal.addEventListener('abort', () => reject(signal.reason))
        })
        await store.write('out/slow', new Uint8Array(1))
        return undefined
      },
      rollback: (store) => store.remove('out/slow-half'),
    })
    const bad = fileTask('bad', {
      resource: 'render',
      run: async ({ store }) => {
        await new Promise((r) => setTimeout(r, 5))
        if (broken) throw new Error('no')
        await store.write('out/bad', new Uint8Array(1))
        return undefined
      },
    })
    const { engine, store, events } = engineOf([stageOf('p', [slow, bad, fileTask('after', { needs: ['bad'] })])])
    await expect(engine.start(RUN).done).rejects.toThrow('no')
    left.push(...(await store.list('out/')))
    expect(left).toEqual([])
    expect(
      events
        .filter((e) => e.of === 'task')
        .map((e) => `${e.kind} ${e.task}`)
        .slice(-2),
    ).toEqual(['failed bad', 'cancelled slow'])
    broken = false
    expect((await engine.start(RUN).done).ran.map((t) => t.task).sort()).toEqual(['after', 'bad', 'slow'])
  })

  it('[F4] leaves holes where it may, goes on, and fills them later', async () => {
    let broken = true
    const tasks = [
      fileTask('shot', {
        optional: true,
        run: async ({ store }) => {
          if (broken) throw new Error('it came out black')
          await store.write('out/shot', new Uint8Array(1))
          return undefined
        },
      }),
      fileTask('conform', { needs: ['shot'], missing: async () => 'always' }),
    ]
    const { engine, store } = engineOf([stageOf('p', tasks)])
    await expect(engine.start(RUN).done).rejects.toThrow('it came out black')
    const options = { onFailure: 'hole' } as const
    const summary = await engine.start({ ...RUN, options }).done
    expect(summary.state).toBe('done')
    expect(summary.holes).toMatchObject([{ task: 'shot', error: { problem: 'it came out black' } }])
    expect(summary.warnings).toEqual(['task shot is left as a hole: it came out black'])
    expect(await json(store, 'artifacts/film/r1/checkpoint.json')).toMatchObject({ state: 'done', holes: ['shot'] })
    broken = false
    const filled = await engine.start({ ...RUN, options }).done
    expect(filled.holes).toEqual([])
    expect(filled.ran.map((t) => t.task)).toEqual(['shot', 'conform'])
  })

  it('[F5] stops clearly when the disk is full, hole or not, and resumes', async () => {
    let full = true
    class SmallDisk extends MemoryStore {
      override async write(name: string, data: Uint8Array): Promise<void> {
        if (full && name === 'out/b') throw new StoreError('write', name, 'no', { cause: new DOMException('full', 'QuotaExceededError') })
        await super.write(name, data)
      }
    }
    const { engine } = engineOf([stageOf('p', [fileTask('a'), fileTask('b', { optional: true }), fileTask('c')])], {
      store: new SmallDisk(),
    })
    const options = { onFailure: 'hole' } as const
    await expect(engine.start({ ...RUN, options }).done).rejects.toMatchObject({
      type: 'store',
      problem: 'the disk, or the space this page may use, is full',
      remedy: 'make room and resume: what is finished is kept',
    })
    full = false
    const summary = await engine.start({ ...RUN, options }).done
    expect(summary.reused.map((t) => t.task)).toEqual(['a'])
    expect(summary.ran.map((t) => t.task)).toEqual(['b', 'c'])
  })

  it('[F6] stops when not even the records can be written', async () => {
    let full = false
    class SmallDisk extends MemoryStore {
      override async write(name: string, data: Uint8Array): Promise<void> {
        if (full) throw new StoreError('write', name, 'no', { full: true })
        await super.write(name, data)
      }
    }
    const fill = fileTask('fill', {
      run: async () => {
        full = true
        return undefined
      },
    })
    const { engine } = engineOf([stageOf('p', [fill]), stageOf('q', [fileTask('b', { phase: 'q' })])], { store: new SmallDisk() })
    const handle = engine.start(RUN)
    await expect(handle.done).rejects.toMatchObject({ type: 'store', problem: 'the disk, or the space this page may use, is full' })
    expect(handle.status().state).toBe('failed')
  })

  it('[F7] watches the quota before and during a run', async () => {
    const quota = 1 << 30
    let usage = quota - 1
    const grow = (id: string) =>
      fileTask(id, {
        run: async ({ store }) => {
          clock.ms += 2000
          usage += 300 << 20
          await store.write(`out/${id}`, new Uint8Array(1))
          return undefined
        },
      })
    const { engine, clock } = engineOf([stageOf('p', ['a', 'b', 'c', 'd', 'e', 'f'].map(grow))], { quota: async () => ({ usage, quota }) })
    await expect(engine.start(RUN).done).rejects.toThrow(/the store has 0 MiB left of 1024 MiB \(make room for 32 MiB and resume/)
    await expect(engine.start(RUN).done).rejects.toThrow(/make room/)
    usage = 0
    const handle = engine.start(RUN)
    await expect(handle.done).rejects.toMatchObject({ type: 'store', phase: 'p' })
    expect(handle.graph().tasks.map((t) => t.state)).toEqual(['done', 'done', 'done', 'done', 'failed', 'queued'])
  })

  it('[F7b] goes on where nobody knows how much room there is', async () => {
    const { engine } = engineOf([stageOf('p', [fileTask('a')])], { quota: async () => Promise.reject(new Error('not here')) })
    expect((await engine.start(RUN).done).state).toBe('done')
  })

  it('[F8] keeps all findings of bad input', async () => {
    const finding = { severity: 'error', rule: 'r', message: 'wrong', remedy: 'right', line: 3, column: 1 } as const
    const { engine } = engineOf([
      stageOf('validate', () => {
        throw new InputError([finding, finding])
      }),
    ])
    const error = await engine.start(RUN).done.catch((e: unknown) => e)
    expect(error).toMatchObject({ type: 'validation', phase: 'validate' })
    expect((error as Error).cause).toBeInstanceOf(InputError)
  })

  it('[F9] asks a store again that did not answer', async () => {
    let asked = 0
    const task = fileTask('a', {
      missing: async () => {
        if (++asked < 3) throw new StoreError('has', 'x', 'the server does not answer', { transient: true })
        return undefined
      },
    })
    expect((await engineOf([stageOf('p', [task])]).engine.start(RUN).done).reused).toHaveLength(1)
    asked = -10
    await expect(engineOf([stageOf('p', [task, fileTask('b')])]).engine.start(RUN).done).rejects.toMatchObject({ type: 'store' })
  })
})
