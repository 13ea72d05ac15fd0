import type { ArtifactStore } from './artifact-store'
import { runFolder } from './run-artifacts'

export const LOG_LEVELS = ['debug', 'info', 'warn', 'error'] as const
export type LogLevel = (typeof LOG_LEVELS)[number]

/** One line of a run's log. */
export interface LogLine {
  /** ISO 8601. */
  readonly time: string
  readonly level: LogLevel
  readonly message: string
  readonly phase?: string
  readonly task?: string
}

/** Characters of a chunk: what is written again at most when a line is added. */
const CHUNK = 1 << 16
/** Milliseconds between two writes while a run goes. */
const FLUSH_EVERY_MS = 2000
/** Chunks that are kept of a run, the newest. */
const CHUNKS = 64

/**
 * A run's log in the store, as `log-000.ndjson`, `log-001.ndjson` …: a store cannot add to a file, so the newest chunk
 * is written whole, and kept small. Memory and disk are bounded whatever the length of the run.
 */
export class RunLog {
  readonly #store: ArtifactStore
  readonly #folder: string
  readonly #level: number
  readonly #wallClock: () => string
  #index = -1
  #text = ''
  #dirty = false
  readonly #full: string[] = []
  #busy: Promise<void> = Promise.resolve()
  #flushedAt = Number.NEGATIVE_INFINITY

  constructor(store: ArtifactStore, options: { project: string; runId: string; level: LogLevel; wallClock: () => string }) {
    this.#store = store
    this.#folder = runFolder(options.project, options.runId)
    this.#level = LOG_LEVELS.indexOf(options.level)
    this.#wallClock = options.wallClock
  }

  /** Adds a line if its level is kept. It reaches the store at the next `flush`. */
  add(level: LogLevel, message: string, where: { readonly phase?: string; readonly task?: string } = {}): void {
    if (LOG_LEVELS.indexOf(level) < this.#level) return
    const line: LogLine = { time: this.#wallClock(), level, message: message.slice(0, 4000), ...where }
    this.#text += `${JSON.stringify(line)}\n`
    this.#dirty = true
    if (this.#text.length < CHUNK) return
    this.#full.push(this.#text)
    // Nobody flushed for very long: the oldest lines go, not the memory.
    if (this.#full.length > CHUNKS) this.#full.shift()
    this.#text = ''
  }

  /** Writes what is new. @throws StoreError */
  flush(): Promise<void> {
    const work = this.#busy.then(() => this.#write())
    this.#busy = work.catch(() => {})
    return work
  }

  /** Writes what is new if that has not been done for a while; a log that cannot be written stops nothing. */
  flushSometimes(nowMs: number): void {
    if (nowMs - this.#flushedAt < FLUSH_EVERY_MS) return
    this.#flushedAt = nowMs
    this.flush().catch(() => {})
  }

  async #write(): Promise<void> {
    if (!this.#dirty) return
    this.#dirty = false
    if (this.#index < 0) {
      const names = await this.#store.list(`${this.#folder}log-`)
      this.#index = Math.max(-1, ...names.map((n) => Number(/log-(\d+)\.ndjson$/.exec(n)?.[1] ?? -1))) + 1
    }
    for (let chunk = this.#full.shift(); chunk; chunk = this.#full.shift()) {
      await this.#put(chunk)
      this.#index++
      if (this.#index >= CHUNKS) await this.#store.remove(this.#name(this.#index - CHUNKS))
    }
    if (this.#text !== '') await this.#put(this.#text)
  }

  #put(text: string): Promise<void> {
    return this.#store.write(this.#name(this.#index), new TextEncoder().encode(text))
  }

  #name(index: number): string {
    return `${this.#folder}log-${String(index).padStart(3, '0')}.ndjson`
  }
}

/** A run's log as it was kept, oldest first; lines that cannot be read are left out. */
export async function readLog(store: ArtifactStore, project: string, runId: string): Promise<readonly LogLine[]> {
  const lines: LogLine[] = []
  const prefix = `${runFolder(project, runId)}log-`
  const names = [...(await store.list(prefix))].sort((a, b) => a.length - b.length || (a < b ? -1 : 1))
  for (const name of names) {
    for (const line of new TextDecoder().decode(await store.read(name)).split('\n')) {
      if (line === '') continue
      try {
        lines.push(JSON.parse(line) as LogLine)
      } catch {
        // A line that was cut off says nothing.
      }
    }
  }
  return lines
}
