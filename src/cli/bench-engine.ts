import { join } from 'node:path'
import { Worker } from 'node:worker_threads'
import { benchEngine, type EngineBench } from '../pipeline'
import { packageRoot } from './package-root'
import type { WorkerWord } from './worker-word'

/** What the engine costs: by itself, and over a worker that does nothing. */
export interface EngineReport extends EngineBench {
  /** Milliseconds from the start of a worker to the engine's first task over those of an empty worker: the least of nine each. */
  readonly workerStartMs: number
  /** The same in milliseconds of processor time, which others at work on the machine do not lengthen as much. */
  readonly workerCpuMs: number
  /** Bytes that such a worker holds over an empty one: the median of nine, garbage included. */
  readonly workerBytes: number
}

/** Does what the engine's worker does, without an engine. */
const EMPTY = `const { getHeapStatistics } = require('node:v8')
const s = getHeapStatistics()
require('node:worker_threads').parentPort.postMessage({ bytes: s.used_heap_size + s.external_memory + s.malloced_memory })`

const ROUNDS = 9

interface Start {
  readonly ms: number
  readonly cpuMs: number
  readonly bytes: number
}

/** Measures the engine in this process and in workers, which need the built command line. */
export async function measureEngine(now: () => number): Promise<EngineReport> {
  const file = join(packageRoot(), 'dist/cli/engine-worker.js')
  const empty: Start[] = []
  const full: Start[] = []
  for (let i = 0; i < ROUNDS; i++) {
    empty.push(await startOf(() => new Worker(EMPTY, { eval: true }), now))
    full.push(await startOf(() => new Worker(file), now))
  }
  const least = (of: (s: Start) => number) => Math.min(...full.map(of)) - Math.min(...empty.map(of))
  const median = (values: readonly number[]) => values.toSorted((a, b) => a - b)[ROUNDS >> 1] ?? 0
  return {
    ...(await benchEngine(now)),
    workerStartMs: least((s) => s.ms),
    workerCpuMs: least((s) => s.cpuMs),
    workerBytes: median(full.map((s) => s.bytes)) - median(empty.map((s) => s.bytes)),
  }
}

/** Starts a worker and waits for its word. */
async function startOf(make: () => Worker, now: () => number): Promise<Start> {
  const used = process.cpuUsage()
  const from = now()
  const worker = make()
  const { bytes } = await new Promise<WorkerWord>((done, fail) => {
    worker.once('message', done)
    worker.once('error', fail)
  })
  const ms = now() - from
  const { user, system } = process.cpuUsage(used)
  await worker.terminate()
  return { ms, cpuMs: (user + system) / 1000, bytes }
}
