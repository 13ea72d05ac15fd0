import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  asPipelineError,
  isStoreFull,
  isTransient,
  LoopbackStore,
  MemoryStore,
  PipelineError,
  readLog,
  StoreError,
} from '../../src/pipeline'
import { Heap } from '../../src/pipeline/heap'
import { LatestWriter } from '../../src/pipeline/latest-writer'
import { type PoolEntry, ResourcePools } from '../../src/pipeline/resource-pools'
import { RunLog } from '../../src/pipeline/run-log'
import { TimeLeft } from '../../src/pipeline/time-left'

describe('Heap', () => {
  it('[H1] gives everything back in order', () => {
    fc.assert(
      fc.property(fc.array(fc.integer()), fc.integer(), (numbers, limit) => {
        const heap = new Heap<number>((a, b) => a < b)
        for (const n of numbers) heap.push(n)
        const small = heap.takeAll((n) => n < limit)
        expect(small.sort((a, b) => a - b)).toEqual(numbers.filter((n) => n < limit).sort((a, b) => a - b))
        const rest: number[] = []
        while (heap.size > 0) rest.push(heap.pop()!)
        expect(rest).toEqual(numbers.filter((n) => n >= limit).sort((a, b) => a - b))
        expect(heap.pop()).toBeUndefined()
      }),
    )
  })
})

describe('ResourcePools', () => {
  /** Runs entries to the end in rounds, as they are given slots: `affinity@slot`. */
  function shoot(slots: number, affinities: readonly string[], priorities: readonly number[] = []) {
    const pools = new ResourcePools({ render: slots })
    const rounds: string[][] = []
    let now: { name: string; slot: number }[] = []
    const owner = {}
    pools.submit(
      affinities.map((affinity, order): PoolEntry => {
        const start = (slot: number) => void now.push({ name: affinity, slot })
        return { resource: 'render', priority: priorities[order] ?? 0, order, affinity, owner, start }
      }),
    )
    while (now.length > 0) {
      const going = now
      now = []
      rounds.push(going.map((g) => `${g.name}@${g.slot}`))
      for (const { slot } of going) pools.release('render', slot)
    }
    return rounds
  }

  it('[P1] keeps a shot on the slot that has it, and gives a free slot another shot', () => {
    expect(shoot(2, ['a', 'a', 'a', 'b', 'b', 'b'])).toEqual([
      ['a@0', 'b@1'],
      ['a@0', 'b@1'],
      ['a@0', 'b@1'],
    ])
  })
  it('[P2] lets no slot wait for the sake of affinity', () => {
    expect(shoot(2, ['a', 'a', 'a', 'a'])).toEqual([
      ['a@0', 'a@1'],
      ['a@0', 'a@1'],
    ])
  })
  it('[P3] puts priority before affinity, and order in one slot', () => {
    expect(shoot(1, ['a', 'b', 'a', 'b'], [1, 0, 1, 0]).flat()).toEqual(['b@0', 'b@0', 'a@0', 'a@0'])
    expect(shoot(1, ['a', 'b', 'a']).flat()).toEqual(['a@0', 'b@0', 'a@0'])
  })
  it('[P4] refuses pools without slots', () => {
    expect(() => new ResourcePools({ render: 0 })).toThrow(/resources.render: expected a whole number from 1, got 0/)
    expect(() => new ResourcePools({ cpu: 1 }).slots('tape')).toThrow(/no "tape"/)
  })
})

describe('TimeLeft', () => {
  it('[T1] goes by what units of each resource took, the slowest counting', () => {
    const time = new TimeLeft((resource) => (resource === 'render' ? 2 : 1))
    expect(time.seconds()).toBe(0)
    time.add('render', 400)
    time.add('cpu', 10)
    expect(time.seconds()).toBeNull()
    const made = (resource: string, units: number, ms: number) => {
      time.step(resource, units)
      time.measure(resource, units, ms)
    }
    made('render', 100, 9000)
    expect(time.seconds()).toBe(13.5)
    // The first one compiled and loaded: it is forgotten.
    made('render', 100, 1000)
    expect(time.seconds()).toBe(1)
    made('cpu', 1, 2000)
    expect(time.seconds()).toBe(18)
    time.step('cpu', 9)
    expect(time.seconds()).toBe(1)
    time.step('render', 200)
    expect([time.seconds(), time.done, time.total]).toEqual([0, 410, 410])
  })
})

describe('LatestWriter', () => {
  it('[W1] writes the latest, not every one, and goes on after an error', async () => {
    const written: string[] = []
    let fail = false
    class Slow extends MemoryStore {
      override async write(_: string, data: Uint8Array): Promise<void> {
        await new Promise((r) => setTimeout(r, 1))
        if (fail) throw new Error('no')
        written.push(new TextDecoder().decode(data))
      }
    }
    const errors: unknown[] = []
    const writer = new LatestWriter(new Slow(), 'f', (e) => errors.push(e))
    for (const n of [1, 2, 3, 4]) writer.put(() => `${n}`)
    await writer.flush()
    expect(written).toEqual(['1', '4'])
    fail = true
    writer.put(() => '5')
    await writer.flush()
    fail = false
    writer.put(() => '6')
    await writer.flush()
    expect([written, errors.length]).toEqual([['1', '4', '6'], 1])
  })
})

describe('RunLog', () => {
  const options = { project: 'f', runId: 'r', wallClock: () => 't' } as const
  it('[L1] keeps levels apart, grows by chunks of bounded size, and goes on in a later run', async () => {
    const store = new MemoryStore()
    const log = new RunLog(store, { ...options, level: 'info' })
    log.add('debug', 'not kept')
    for (let i = 0; i < 3000; i++) {
      log.add(i % 2 ? 'info' : 'warn', `line ${i}`, { phase: 'p', task: `t${i}` })
      if (i % 500 === 0) await log.flush()
    }
    await log.flush()
    const later = new RunLog(store, { ...options, level: 'error' })
    later.add('warn', 'not kept')
    later.add('error', 'the end')
    await later.flush()
    const names = await store.list()
    expect(names[0]).toBe('artifacts/f/r/log-000.ndjson')
    expect(names.length).toBeGreaterThan(3)
    for (const name of names) expect(await store.size(name)).toBeLessThan(70_000)
    const lines = await readLog(store, 'f', 'r')
    expect(lines.map((l) => l.message)).toEqual([...Array.from({ length: 3000 }, (_, i) => `line ${i}`), 'the end'])
    expect(lines[1]).toEqual({ time: 't', level: 'info', message: 'line 1', phase: 'p', task: 't1' })
  })
  it('[L2] keeps the newest chunks, flushed or not', async () => {
    const store = new MemoryStore()
    const log = new RunLog(store, { ...options, level: 'debug' })
    for (let i = 0; i < 1500; i++) {
      log.add('info', 'x'.repeat(4000))
      if (i % 100 === 0) await log.flush()
    }
    log.add('info', 'the last')
    await log.flush()
    const names = await store.list()
    expect(names.length).toBeLessThanOrEqual(65)
    expect((await readLog(store, 'f', 'r')).at(-1)?.message).toBe('the last')
  })
})

describe('errors', () => {
  it('[X1] tell what can pass from what cannot, also through what caused them', () => {
    const lost = new PipelineError('render', 's', 'lost', 'wait', { type: 'render', transient: true })
    expect([isTransient(lost), isTransient(new Error('x', { cause: lost })), isTransient(new Error('x')), isTransient('x')]).toEqual([
      true,
      true,
      false,
      false,
    ])
    const full = new StoreError('write', 'f', 'no', { cause: Object.assign(new Error('no space'), { code: 'ENOSPC' }), transient: true })
    expect([isStoreFull(full), isTransient(full), full.full]).toEqual([true, false, true])
    expect(PipelineError.from(lost.toJSON())).toMatchObject({ type: 'render', transient: true, message: lost.message })
    expect(asPipelineError(lost, 'p', 't')).toBe(lost)
    expect(asPipelineError('just words', 'p', 't')).toMatchObject({ phase: 'p', task: 't', problem: 'just words', type: 'stage' })
    expect(asPipelineError(new StoreError('read', 'f', 'slow', { transient: true }), 'p', 't')).toMatchObject({
      type: 'store',
      transient: true,
    })
  })

  it('[X2] come from a store behind a server as what they are', async () => {
    const fetched = globalThis.fetch
    try {
      const store = new LoopbackStore('http://127.0.0.1:1/token/')
      globalThis.fetch = async () => new Response('the disk is full', { status: 507 })
      const full = await store.write('a', new Uint8Array(1)).catch((e: unknown) => e)
      expect(isStoreFull(full)).toBe(true)
      globalThis.fetch = async () => Promise.reject(new TypeError('failed to fetch'))
      expect(isTransient(await store.read('a').catch((e: unknown) => e))).toBe(true)
      globalThis.fetch = async () => new Response(null, { headers: { 'Content-Length': '12' } })
      expect(await store.size('a')).toBe(12)
      globalThis.fetch = async () => new Response(null, { status: 404 })
      expect(await store.size('a')).toBeUndefined()
    } finally {
      globalThis.fetch = fetched
    }
  })
})
