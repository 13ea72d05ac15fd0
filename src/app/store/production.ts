import type { StoreApi } from 'zustand/vanilla'
import { type ArtifactStore, OpfsStore } from '../../pipeline'
import { type ProductionClient, type ProductionInput, type RunOptions, startProduction } from '../../workers'
import { Background, notify } from './background'
import { dropInput, keepInput, keptInput } from './inputs'
import { bytesOf, deskFile, EMPTY_DESK, isMaster, mainOf, type ProductionState, productionStore } from './production-state'
import { added, changed, createQueue, type QueueEntry, type RenderQueue } from './queue'
import { RunLine } from './run-line'
import { startedProgress } from './run-progress'
import { type RunWorkers, runWorkers } from './run-workers'
import { messageOf } from './words'

/** Milliseconds of quiet after a keystroke before the production is read again. */
const SETTLE_MS = 450

/** What the desk is made of; tests hand in their own. */
export interface DeskParts {
  readonly start: () => Promise<ProductionClient>
  readonly workers: Pick<RunWorkers, 'take' | 'giveBack'>
  readonly store: () => ArtifactStore
  readonly state: StoreApi<ProductionState>
  readonly queue: StoreApi<RenderQueue>
  readonly background: Pick<Background, 'start' | 'stop'>
  readonly notify: (title: string, body: string) => void
  /** Turns canonical JSON into a master file as people write it. */
  readonly toYaml: (json: string, script: string) => Promise<string>
}

/**
 * The production behind the room: one worker reads what is on the desk, another measures and runs, so that a file can be
 * edited while the film before is made.
 */
export class ProductionDesk {
  #reader: Promise<ProductionClient> | undefined
  #store: ArtifactStore | undefined
  #settle: ReturnType<typeof setTimeout> | undefined
  /** Counts questions: an answer to an older one is not shown. */
  #asked = 0
  /** The last question that needs a graphics device: they are answered one after the other. */
  #turn: Promise<unknown> = Promise.resolve()
  /** What runs, and what runs next. */
  readonly line: RunLine

  constructor(readonly parts: DeskParts) {
    this.line = new RunLine({
      ...parts,
      store: () => this.store,
      onShown: (entry) => this.openEntry(entry),
      onOver: () => this.refreshRuns(),
    })
  }

  get store(): ArtifactStore {
    this.#store ??= this.parts.store()
    return this.#store
  }

  /** Puts files on the desk and reads them. A screenplay alone brings the production of defaults it stands for. */
  async open(
    files: readonly { readonly name: string; readonly bytes: Uint8Array }[],
    main = mainOf(files.map((f) => f.name)),
  ): Promise<void> {
    const { state } = this.parts
    const desk = files.map((f) => deskFile(f.name, f.bytes))
    const { options, runs, run, background, notifyMe, tab } = state.getState()
    state.setState({
      ...EMPTY_DESK,
      tab,
      options,
      runs,
      run,
      background,
      notifyMe,
      files: desk,
      main,
      active: main || (desk[0]?.name ?? ''),
    })
    await this.check()
    const { opened } = state.getState()
    if (opened && files.length === 1 && /\.(fountain|txt|spmd|fdx|md)$/i.test(main)) await this.#addMaster(opened.resolved, main)
  }

  async #addMaster(resolved: string, script: string): Promise<void> {
    const text = await this.parts.toYaml(resolved, script)
    const { state } = this.parts
    if (state.getState().main !== script) return
    const file = deskFile('production.yaml', new TextEncoder().encode(text))
    // The screenplay stays what is run until the master file is touched: it says the same.
    state.setState((s) => ({ files: [file, ...s.files], active: file.name }))
  }

  /** Changes a file in the editor; the production is read again when the hands rest. */
  edit(name: string, text: string): void {
    const { state } = this.parts
    state.setState((s) => ({
      files: s.files.map((f) => (f.name === name ? { ...f, text } : f)),
      // The first touch makes a shown master file the one that counts.
      main: isMaster(name) && s.main !== '' && !isMaster(s.main) ? name : s.main,
    }))
    clearTimeout(this.#settle)
    this.#settle = setTimeout(() => void this.check(), SETTLE_MS)
  }

  /** Takes back all edits of a file. */
  reset(name: string): void {
    const file = this.parts.state.getState().files.find((f) => f.name === name)
    if (file?.original !== undefined) this.edit(name, file.original)
  }

  /** What is on the desk, as the door takes it. While a screenplay is the main file, the master file beside it only shows what it stands for. */
  input(): ProductionInput {
    const { files, main } = this.parts.state.getState()
    const taken = main === '' || isMaster(main) ? files : files.filter((f) => !isMaster(f.name))
    return { main, files: taken.map((f) => ({ name: f.name, bytes: bytesOf(f) })) }
  }

  /** Reads what is on the desk: findings, outputs, and what would run. */
  async check(): Promise<void> {
    const { state } = this.parts
    const mine = ++this.#asked
    if (state.getState().files.length === 0) return
    state.setState({ check: 'checking' })
    try {
      const reader = await this.#read()
      const answer = await reader.open(this.input(), 'known')
      if (mine !== this.#asked) return
      if (answer.ok)
        state.setState({
          check: 'good',
          opened: answer.production,
          findings: answer.production.diagnostics,
          graph: { kind: 'none' },
          estimate: { kind: 'none' },
        })
      else state.setState({ check: 'bad', findings: answer.diagnostics })
    } catch (error) {
      if (mine !== this.#asked) return
      state.setState({
        check: 'bad',
        findings: [
          {
            severity: 'error',
            rule: 'page.open',
            message: `the production could not be read: ${messageOf(error)}`,
            remedy: 'try again',
            line: 0,
            column: 0,
          },
        ],
      })
    }
  }

  /** Asks what would run and why. */
  async plan(): Promise<void> {
    await this.#ask('graph', (door, options) => door.graph(options))
  }

  /** Measures what a run would take. */
  async estimate(): Promise<void> {
    await this.#ask('estimate', (door, options) => door.estimate(options))
  }

  async #ask<K extends 'graph' | 'estimate'>(
    key: K,
    question: (door: ProductionClient, options: RunOptions) => Promise<Extract<ProductionState[K], { kind: 'there' }>['value']>,
  ): Promise<void> {
    const { state } = this.parts
    if (state.getState().check !== 'good') return
    const mine = this.#asked
    const set = (answer: unknown) => mine === this.#asked && state.setState({ [key]: answer } as Pick<ProductionState, K>)
    set({ kind: 'asking' })
    const turn = this.#turn.then(() => (mine === this.#asked ? this.#probe(question) : undefined))
    this.#turn = turn.catch(() => {})
    try {
      const value = await turn
      if (value) set({ kind: 'there', value })
    } catch (error) {
      set({ kind: 'failed', message: messageOf(error) })
    }
  }

  /** Asks a run's worker, which has a graphics device then: a run after it begins the sooner. */
  async #probe<T>(question: (door: ProductionClient, options: RunOptions) => Promise<T>): Promise<T> {
    const { workers, state } = this.parts
    const door = await workers.take()
    try {
      const answer = await door.open(this.input())
      if (!answer.ok) throw new Error(answer.diagnostics[0]?.message ?? 'the production does not open')
      const value = await question(door, state.getState().options)
      workers.giveBack(door)
      return value
    } catch (error) {
      door.terminate()
      throw error
    }
  }

  setOptions(change: Partial<RunOptions>): void {
    this.parts.state.setState((s) => ({ options: { ...s.options, ...change }, graph: { kind: 'none' }, estimate: { kind: 'none' } }))
  }

  /** Puts what is on the desk in the queue. @param front Before all others of its priority, and started at once if nothing runs. */
  async enqueue(front = false): Promise<void> {
    const { state, queue } = this.parts
    const { opened, options, check, run } = state.getState()
    if (!opened || check !== 'good') return
    // Keeping the files takes a moment, in which nobody should read how the run before ended.
    const starts = front && queue.getState().entries.every((e) => e.state !== 'running')
    if (starts) state.setState({ run: startedProgress(opened.runId, opened.title) })
    const input = `${opened.runId.slice(0, 32)}-${Date.now().toString(36)}`
    try {
      await keepInput(this.store, input, this.input())
    } catch (error) {
      // The commonest cause is a full disk: the message says so.
      state.setState({ note: `the files could not be kept for the run: ${messageOf(error)}`, ...(starts ? { run } : {}) })
      return
    }
    const entry: QueueEntry = {
      id: input,
      title: opened.title,
      runId: opened.runId,
      input,
      options,
      priority: front ? 'high' : 'normal',
      state: 'waiting',
    }
    queue.setState((s) => ({ entries: added(s.entries, entry), ...(front ? { stopped: false } : {}) }))
    void this.line.pump()
  }

  /** Puts an earlier run in the queue again; false if its files are not kept. */
  async resumeRun(runId: string): Promise<boolean> {
    const { queue } = this.parts
    const entry = queue.getState().entries.findLast((e) => e.runId === runId)
    if (!entry || !(await keptInput(this.store, entry.input))) return false
    queue.setState((s) => ({ entries: changed(s.entries, entry.id, { state: 'waiting', note: '' }), stopped: false }))
    void this.line.pump()
    return true
  }

  /** Opens the kept files of a queue entry on the desk. */
  async openEntry(entry: QueueEntry): Promise<void> {
    const input = await keptInput(this.store, entry.input)
    if (input) await this.open(input.files, input.main)
    else this.parts.state.setState({ note: `the files of ${entry.title} are no longer kept` })
  }

  async refreshRuns(): Promise<void> {
    const runs = await (await this.#read()).runs()
    this.parts.state.setState({ runs: [...runs].sort((a, b) => b.updatedAt.localeCompare(a.updatedAt)) })
  }

  async removeRun(runId: string): Promise<void> {
    const { queue, state } = this.parts
    await (await this.#read()).removeRun(runId)
    for (const entry of queue.getState().entries.filter((e) => e.runId === runId && e.state !== 'running' && e.state !== 'waiting')) {
      await dropInput(this.store, entry.input)
      queue.setState((s) => ({ entries: s.entries.filter((e) => e !== entry) }))
    }
    if (state.getState().chosenRun === runId) state.setState({ chosenRun: undefined })
    await this.refreshRuns()
  }

  async cleanUp(limits: { readonly days?: number; readonly bytes?: number }): Promise<number> {
    const count = await (await this.#read()).cleanUp(limits)
    await this.refreshRuns()
    return count
  }

  #read(): Promise<ProductionClient> {
    this.#reader ??= this.parts.start()
    return this.#reader
  }
}

/** The queue of this browser. */
export const queueStore = createQueue()

export const desk = new ProductionDesk({
  start: startProduction,
  workers: runWorkers,
  store: () => new OpfsStore(),
  state: productionStore,
  queue: queueStore,
  background: new Background((background) => productionStore.setState({ background })),
  notify: (title, body) => {
    if (productionStore.getState().notifyMe) notify(title, body)
  },
  toYaml: async (json, script) => (await import('./master-text')).masterText(json, script),
})
