import { useStore } from 'zustand'
import { plural } from '../store/format'
import { desk, queueStore } from '../store/production'
import { productionStore } from '../store/production-state'
import { changed, inOrder, isOver, moved, PRIORITIES, type Priority, type QueueEntry, removed } from '../store/queue'
import { share } from '../store/run-progress'
import { StateMark } from './state-mark'

/** Productions in line: order, priority, hold, take out. One runs at a time. */
export function QueuePanel() {
  const entries = useStore(queueStore, (s) => s.entries)
  const stopped = useStore(queueStore, (s) => s.stopped)
  const check = useStore(productionStore, (s) => s.check)
  const line = inOrder(entries.filter((e) => !isOver(e)))
  const over = entries.filter(isOver).reverse()
  return (
    <div className="queue">
      <div className="queue-head">
        <h2>{line.length === 0 ? 'Nothing in line' : `${plural(line.length, 'production')} in line`}</h2>
        <button type="button" disabled={check !== 'good'} data-testid="enqueue" onClick={() => void desk.enqueue()}>
          Add this production
        </button>
        <button
          type="button"
          aria-pressed={stopped}
          data-testid="queue-stop"
          onClick={() => {
            queueStore.setState({ stopped: !stopped })
            void desk.line.pump()
          }}
        >
          {stopped ? 'Let the queue go on' : 'Stop after this one'}
        </button>
      </div>
      <ol data-testid="queue">
        {line.map((e) => (
          <Entry key={e.id} entry={e} />
        ))}
      </ol>
      {over.length > 0 && (
        <>
          <div className="queue-head">
            <h2>Over</h2>
            <button type="button" onClick={() => queueStore.setState((s) => ({ entries: s.entries.filter((e) => !isOver(e)) }))}>
              Clear
            </button>
          </div>
          <ol>
            {over.map((e) => (
              <Entry key={e.id} entry={e} />
            ))}
          </ol>
        </>
      )}
    </div>
  )
}

function Entry({ entry }: { readonly entry: QueueEntry }) {
  const run = useStore(productionStore, (s) => s.run)
  const change = (part: Partial<QueueEntry>) => {
    queueStore.setState((s) => ({ entries: changed(s.entries, entry.id, part) }))
    void desk.line.pump()
  }
  const move = (by: -1 | 1) => queueStore.setState((s) => ({ entries: moved(s.entries, entry.id, by) }))
  const waits = entry.state === 'waiting' || entry.state === 'held' || entry.state === 'interrupted'
  return (
    <li className="queue-entry" data-state={entry.state}>
      <span className="queue-title">
        <b>{entry.title}</b>
        <StateMark state={entry.state} />
        <small>{entry.state === 'running' && run ? `${Math.floor(share(run) * 100)} %` : entry.note}</small>
      </span>
      {waits && (
        <span className="queue-deeds">
          <select
            aria-label={`Priority of ${entry.title}`}
            value={entry.priority}
            onChange={(e) => change({ priority: e.target.value as Priority })}
          >
            {PRIORITIES.map((p) => (
              <option key={p}>{p}</option>
            ))}
          </select>
          <button type="button" aria-label={`Move ${entry.title} up`} onClick={() => move(-1)}>
            ↑
          </button>
          <button type="button" aria-label={`Move ${entry.title} down`} onClick={() => move(1)}>
            ↓
          </button>
          {entry.state === 'waiting' ? (
            <button type="button" onClick={() => change({ state: 'held' })}>
              Hold
            </button>
          ) : (
            <button type="button" data-testid="queue-go" onClick={() => change({ state: 'waiting', note: '' })}>
              {entry.state === 'held' ? 'Release' : 'Resume'}
            </button>
          )}
        </span>
      )}
      <span className="queue-deeds">
        {(entry.state === 'failed' || entry.state === 'cancelled') && (
          <button type="button" onClick={() => change({ state: 'waiting', note: '' })}>
            Resume
          </button>
        )}
        <button type="button" onClick={() => void desk.openEntry(entry)}>
          Open
        </button>
        {entry.state !== 'running' && (
          <button
            type="button"
            aria-label={`Remove ${entry.title}`}
            onClick={() => queueStore.setState((s) => ({ entries: removed(s.entries, entry.id) }))}
          >
            Remove
          </button>
        )}
      </span>
    </li>
  )
}
