import { useEffect } from 'react'
import { useStore } from 'zustand'
import './production.css'
import './desk.css'
import './library.css'
import './render.css'
import { desk, queueStore } from '../store/production'
import { DESK_TABS, type DeskTab, productionStore } from '../store/production-state'
import { messageOf } from '../store/words'
import { EmptyDesk } from './empty-desk'
import { GraphPanel } from './graph-panel'
import { MasterEditor } from './master-editor'
import { OutputsPanel } from './outputs-panel'
import { QueuePanel } from './queue-panel'
import { RenderPanel } from './render-panel'
import { ResultsPanel } from './results-panel'
import { RunDeck } from './run-deck'

const TITLES: Readonly<Record<DeskTab, string>> = {
  outputs: 'Outputs',
  render: 'Render',
  graph: 'Graph',
  results: 'Results',
  queue: 'Queue',
}

/** The room where a production is written, run and looked at. */
export function ProductionRoom() {
  const tab = useStore(productionStore, (s) => s.tab)
  const note = useStore(productionStore, (s) => s.note)
  const empty = useStore(productionStore, (s) => s.files.length === 0)
  const waiting = useStore(
    queueStore,
    (s) => s.entries.filter((e) => e.state !== 'done' && e.state !== 'failed' && e.state !== 'cancelled').length,
  )
  useEffect(() => {
    void desk.refreshRuns().catch((error: unknown) => productionStore.setState({ note: messageOf(error) }))
  }, [])
  return (
    <div className="production" data-testid="production-room">
      {empty ? <EmptyDesk /> : <MasterEditor />}
      <section className="desk" aria-label="Production">
        <div className="tabs" role="tablist" aria-label="Production" onKeyDown={(e) => step(e, tab)}>
          {DESK_TABS.map((t) => (
            <button
              key={t}
              type="button"
              role="tab"
              id={`tab-${t}`}
              aria-selected={t === tab}
              aria-controls="desk-panel"
              tabIndex={t === tab ? 0 : -1}
              data-testid={`tab-${t}`}
              onClick={() => productionStore.setState({ tab: t })}
            >
              {TITLES[t]}
              {t === 'queue' && waiting > 0 && <span className="badge">{waiting}</span>}
            </button>
          ))}
        </div>
        <div className="panel" id="desk-panel" role="tabpanel" aria-labelledby={`tab-${tab}`}>
          {tab === 'outputs' && <OutputsPanel />}
          {tab === 'render' && <RenderPanel />}
          {tab === 'graph' && <GraphPanel />}
          {tab === 'results' && <ResultsPanel />}
          {tab === 'queue' && <QueuePanel />}
        </div>
      </section>
      <RunDeck />
      {note && (
        <p className="toast" role="status">
          {note}{' '}
          <button type="button" onClick={() => productionStore.setState({ note: undefined })}>
            Close
          </button>
        </p>
      )}
    </div>
  )
}

/** Arrow keys go from tab to tab, as everywhere. */
function step(event: React.KeyboardEvent, tab: DeskTab): void {
  const by = event.key === 'ArrowRight' ? 1 : event.key === 'ArrowLeft' ? -1 : 0
  if (by === 0) return
  event.preventDefault()
  const next = DESK_TABS[(DESK_TABS.indexOf(tab) + by + DESK_TABS.length) % DESK_TABS.length] as DeskTab
  productionStore.setState({ tab: next })
  document.getElementById(`tab-${next}`)?.focus()
}
