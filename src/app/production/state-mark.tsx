import type { RunState, TaskState } from '../../pipeline'

const WORDS: Readonly<Record<string, string>> = {
  waiting: 'waiting',
  queued: 'queued',
  running: 'running',
  done: 'done',
  reused: 'reused',
  hole: 'hole',
  failed: 'failed',
  cancelled: 'cancelled',
  paused: 'paused',
  interrupted: 'interrupted',
  held: 'held',
  starting: 'starting',
}

/** A state as a mark with its word: colour is never the only sign. */
export function StateMark({
  state,
  bare = false,
}: {
  readonly state: TaskState | RunState | 'held' | 'starting'
  readonly bare?: boolean
}) {
  return (
    <span className={`mark is-${state}`}>
      <i aria-hidden="true" />
      <span className={bare ? 'hidden' : ''}>{WORDS[state]}</span>
    </span>
  )
}
