import { useEffect, useState } from 'react'
import { useStore } from 'zustand'
import type { RunRecord, RunState } from '../../pipeline'
import { ago, plural } from '../store/format'
import { desk } from '../store/production'
import { productionStore } from '../store/production-state'
import { messageOf } from '../store/words'
import { Gallery } from './gallery'
import { StateMark } from './state-mark'

const DAY_CHOICES = [1, 7, 30, 90] as const
const SIZE_CHOICES = [1, 5, 20, 100] as const

/** Earlier runs, and what the chosen one made. */
export function ResultsPanel() {
  const runs = useStore(productionStore, (s) => s.runs)
  const chosen = useStore(productionStore, (s) => s.chosenRun)
  const [only, setOnly] = useState<RunState>()
  useEffect(() => {
    void desk.refreshRuns().catch((error: unknown) => productionStore.setState({ note: messageOf(error) }))
  }, [])
  const states = [...new Set(runs.map((r) => r.state))]
  const shown = only ? runs.filter((r) => r.state === only) : runs
  const record = runs.find((r) => r.runId === chosen) ?? runs.find((r) => r.state === 'done')
  return (
    <div className="results">
      <section className="runs" aria-label="Runs">
        <div className="task-filter">
          <button type="button" aria-pressed={!only} onClick={() => setOnly(undefined)}>
            {plural(runs.length, 'run')}
          </button>
          {states.map((s) => (
            <button key={s} type="button" aria-pressed={only === s} onClick={() => setOnly(only === s ? undefined : s)}>
              <StateMark state={s} />
            </button>
          ))}
        </div>
        <ul data-testid="runs">
          {shown.map((r) => (
            <RunRow key={r.runId} record={r} chosen={r === record} />
          ))}
        </ul>
        <CleanUp />
      </section>
      {record ? <Gallery key={record.runId} record={record} /> : <p className="empty">Films appear here when they are made.</p>}
    </div>
  )
}

function RunRow({ record, chosen }: { readonly record: RunRecord; readonly chosen: boolean }) {
  const running = useStore(productionStore, (s) => s.run)
  const [asking, setAsking] = useState(false)
  const isLive =
    running?.runId === record.runId && (running.state === 'running' || running.state === 'paused' || running.state === 'starting')
  const state = isLive ? running.state : record.state
  const canResume = !isLive && record.state !== 'done'
  return (
    <li className={chosen ? 'on' : ''} data-state={state}>
      <button
        type="button"
        className="run-name"
        aria-pressed={chosen}
        onClick={() => productionStore.setState({ chosenRun: record.runId })}
      >
        <b>{record.title}</b>
        <StateMark state={state} />
        <small>
          {ago(record.updatedAt, Date.now())}, {record.total > 0 ? `${Math.round((100 * record.done) / record.total)} %` : record.phase},{' '}
          <code>{record.runId.slice(0, 8)}</code>
        </small>
      </button>
      <span className="run-deeds">
        {canResume && (
          <button
            type="button"
            data-testid="run-resume"
            onClick={() =>
              void desk.resumeRun(record.runId).then((ok) => {
                if (!ok) productionStore.setState({ note: `open ${record.title} again and run it: what is made is kept` })
              })
            }
          >
            Resume
          </button>
        )}
        {!isLive && (
          <button
            type="button"
            className={asking ? 'danger' : ''}
            aria-label={`Delete ${record.title}`}
            onBlur={() => setAsking(false)}
            onClick={() => (asking ? void desk.removeRun(record.runId) : setAsking(true))}
          >
            {asking ? 'Really?' : 'Delete'}
          </button>
        )}
      </span>
    </li>
  )
}

function CleanUp() {
  const busy = useStore(productionStore, (s) => s.run?.state === 'running' || s.run?.state === 'paused' || s.run?.state === 'starting')
  const [limit, setLimit] = useState('d30')
  const [told, setTold] = useState('')
  const clean = async () => {
    const n = Number(limit.slice(1))
    const count = await desk.cleanUp(limit.startsWith('d') ? { days: n } : { bytes: n * 1e9 })
    setTold(count === 0 ? 'Nothing to remove.' : `${plural(count, 'run')} removed.`)
  }
  return (
    <div className="clean-up">
      <label>
        Clean up
        <select value={limit} onChange={(e) => setLimit(e.target.value)}>
          {DAY_CHOICES.map((d) => (
            <option key={d} value={`d${d}`}>
              older than {plural(d, 'day')}
            </option>
          ))}
          {SIZE_CHOICES.map((g) => (
            <option key={g} value={`g${g}`}>
              until {g} GB are left
            </option>
          ))}
        </select>
      </label>
      <button
        type="button"
        disabled={busy}
        title={busy ? 'when the run is over' : undefined}
        onClick={() => void clean().catch((e: unknown) => setTold(messageOf(e)))}
      >
        Clean up
      </button>
      <span role="status">{told}</span>
    </div>
  )
}
