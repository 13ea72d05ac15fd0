import { createJSONStorage, persist, type StateStorage } from 'zustand/middleware'
import { createStore } from 'zustand/vanilla'
import type { RunOptions } from '../../workers'

export const PRIORITIES = ['low', 'normal', 'high'] as const
export type Priority = (typeof PRIORITIES)[number]

/** `waiting` for its turn, `held` by its owner, `running`, or over. `interrupted`: the page went away while it ran. */
export type QueueState = 'waiting' | 'held' | 'running' | 'interrupted' | 'done' | 'failed' | 'cancelled'

/** A production in line to be run. Its files are kept in the store under its input's key. */
export interface QueueEntry {
  readonly id: string
  readonly title: string
  readonly runId: string
  /** Names the kept input. */
  readonly input: string
  readonly options: RunOptions
  readonly priority: Priority
  readonly state: QueueState
  /** What went wrong, or how it went. */
  readonly note?: string
}

export interface RenderQueue {
  readonly entries: readonly QueueEntry[]
  /** While true nothing new starts; what runs goes on. */
  readonly stopped: boolean
}

const rank = (e: QueueEntry) => (e.state === 'running' ? PRIORITIES.length : PRIORITIES.indexOf(e.priority))

/** The order in which entries are run: what runs already, then by priority, then as they stand. */
export const inOrder = (entries: readonly QueueEntry[]): readonly QueueEntry[] =>
  entries
    .map((e, i) => ({ e, i }))
    .sort((a, b) => rank(b.e) - rank(a.e) || a.i - b.i)
    .map(({ e }) => e)

/** What should start now: the first that waits, if nothing runs and the queue is not stopped. */
export function nextUp({ entries, stopped }: RenderQueue): QueueEntry | undefined {
  if (stopped || entries.some((e) => e.state === 'running')) return undefined
  return inOrder(entries).find((e) => e.state === 'waiting')
}

/** Adds at the end. The same run with the same options that still waits is not added twice. */
export function added(entries: readonly QueueEntry[], entry: QueueEntry): readonly QueueEntry[] {
  const twin = entries.find((e) => e.runId === entry.runId && ['waiting', 'held', 'interrupted'].includes(e.state))
  return twin ? entries.map((e) => (e === twin ? { ...entry, id: e.id, priority: e.priority } : e)) : [...entries, entry]
}

/** Moves an entry one place among those of its priority. */
export function moved(entries: readonly QueueEntry[], id: string, by: -1 | 1): readonly QueueEntry[] {
  const at = entries.findIndex((e) => e.id === id)
  const entry = entries[at]
  if (!entry) return entries
  for (let to = at + by; to >= 0 && to < entries.length; to += by) {
    const other = entries[to]
    if (other?.priority !== entry.priority || isOver(other)) continue
    const copy = [...entries]
    copy[at] = other
    copy[to] = entry
    return copy
  }
  return entries
}

export const changed = (entries: readonly QueueEntry[], id: string, change: Partial<QueueEntry>): readonly QueueEntry[] =>
  entries.map((e) => (e.id === id ? { ...e, ...change } : e))

/** Takes an entry out; one that runs stays. */
export const removed = (entries: readonly QueueEntry[], id: string): readonly QueueEntry[] =>
  entries.filter((e) => e.id !== id || e.state === 'running')

export const isOver = (e: QueueEntry): boolean => e.state === 'done' || e.state === 'failed' || e.state === 'cancelled'

/** What a page finds that was closed while something ran: that is interrupted, and waits to be asked. */
export const reopened = (state: RenderQueue): RenderQueue => ({
  ...state,
  entries: state.entries.map((e) => (e.state === 'running' ? { ...e, state: 'interrupted', note: 'the page was closed while it ran' } : e)),
})

/** The queue, kept where the browser keeps small things. @param storage For tests; the browser's own by default. */
export function createQueue(storage: () => StateStorage = () => localStorage) {
  return createStore<RenderQueue>()(
    persist((): RenderQueue => ({ entries: [], stopped: false }), {
      name: 'oneshot-queue',
      version: 1,
      storage: createJSONStorage(storage),
      merge: (kept, now) => (isQueue(kept) ? reopened({ ...now, ...kept }) : now),
    }),
  )
}

const isQueue = (kept: unknown): kept is RenderQueue =>
  typeof kept === 'object' &&
  kept !== null &&
  Array.isArray((kept as RenderQueue).entries) &&
  (kept as RenderQueue).entries.every((e) => typeof e?.id === 'string' && typeof e.input === 'string' && PRIORITIES.includes(e.priority))
