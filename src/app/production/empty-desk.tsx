import { useStore } from 'zustand'
import { desk, queueStore } from '../store/production'
import { changed } from '../store/queue'

/** Nothing is open: what can be opened, and what was cut short when the page was closed. */
export function EmptyDesk() {
  const entries = useStore(queueStore, (s) => s.entries)
  const cut = entries.filter((e) => e.state === 'interrupted' || e.state === 'failed')
  const resume = (id: string) => {
    queueStore.setState((s) => ({ entries: changed(s.entries, id, { state: 'waiting', note: '' }), stopped: false }))
    void desk.line.pump()
  }
  return (
    <section className="master empty-desk" aria-label="Files">
      {cut.length > 0 && (
        <div data-testid="interrupted">
          <h2>Not finished</h2>
          <p>What was made is kept: a run goes on where it was.</p>
          <ul>
            {cut.map((e) => (
              <li key={e.id}>
                <span>
                  <b>{e.title}</b>
                  <small>{e.note}</small>
                </span>
                <button type="button" className="primary" onClick={() => resume(e.id)}>
                  Resume
                </button>
                <button type="button" onClick={() => void desk.openEntry(e)}>
                  Open
                </button>
              </li>
            ))}
          </ul>
        </div>
      )}
      <div>
        <h2>Nothing open</h2>
        <p>Open a master file, a folder or a screenplay, or drop one anywhere.</p>
      </div>
    </section>
  )
}
