import { useEffect } from 'react'
import { useStore } from 'zustand'
import { pageTitle } from '../store/background'
import { timeLeft } from '../store/format'
import { desk, queueStore } from '../store/production'
import { productionStore } from '../store/production-state'
import { share } from '../store/run-progress'
import { StateMark } from './state-mark'

const PHASES = ['Validate', 'Prepare', 'Characters', 'Locations', 'Shots', 'Post-process', 'Export', 'Finalize'] as const

/** Run, pause, resume, cancel; the eight phases; how far the whole is and how long it takes yet. */
export function RunDeck() {
  const run = useStore(productionStore, (s) => s.run)
  const check = useStore(productionStore, (s) => s.check)
  const waiting = useStore(queueStore, (s) => s.entries.filter((e) => e.state === 'waiting').length)
  const going = run?.state === 'running' || run?.state === 'starting'
  const live = going || run?.state === 'paused'
  const done = run ? share(run) : 0
  useEffect(() => {
    document.title = pageTitle(live ? done : undefined, run?.title ?? '')
    return () => {
      document.title = 'Oneshot'
    }
  }, [live, done, run?.title])
  const phases = run && run.phases.length > 0 ? run.phases : PHASES.map((title) => ({ name: title, title, state: 'waiting' as const }))
  return (
    <footer className="deck">
      <div className="deck-deeds">
        {!live && (
          <button type="button" className="primary" disabled={check !== 'good'} data-testid="run" onClick={() => void desk.enqueue(true)}>
            {run?.state === 'failed' || run?.state === 'cancelled' ? 'Run again' : 'Run'}
          </button>
        )}
        {going && (
          <button
            type="button"
            className="primary"
            disabled={run.state === 'starting'}
            data-testid="pause"
            onClick={() => void desk.line.pause()}
          >
            Pause
          </button>
        )}
        {run?.state === 'paused' && (
          <button type="button" className="primary" data-testid="resume" onClick={() => void desk.line.resume()}>
            Resume
          </button>
        )}
        {live && (
          <button type="button" data-testid="cancel" onClick={() => void desk.line.cancel()}>
            Cancel
          </button>
        )}
      </div>
      <div className="deck-middle">
        <ol className="phases" aria-label="Phases">
          {phases.map((p) => (
            <li key={p.name} className={`is-${p.state}`}>
              <StateMark state={p.state} bare />
              <span>{p.title}</span>
            </li>
          ))}
        </ol>
        <progress value={done} max={1} aria-label="The whole run" data-testid="run-progress" />
      </div>
      <p className="deck-left" role="status" data-testid="run-state" data-state={run?.state ?? 'none'}>
        {run ? (
          <>
            <b>{live ? `${Math.floor(done * 100)} %` : <StateMark state={run.state} />}</b>
            <span className="deck-note">{run.state === 'paused' ? 'paused' : live ? timeLeft(run.etaS) : ''}</span>
          </>
        ) : (
          <span className="deck-note">{check === 'good' ? 'Ready' : ''}</span>
        )}
        {waiting > 0 && <small className="deck-note">{waiting} waiting in line</small>}
      </p>
      <BackgroundLine live={live} />
    </footer>
  )
}

/** What the system does to a run nobody looks at, in words. */
function BackgroundLine({ live }: { readonly live: boolean }) {
  const { wakeLock, frozenS } = useStore(productionStore, (s) => s.background)
  const notifyMe = useStore(productionStore, (s) => s.notifyMe)
  const canNotify = 'Notification' in globalThis
  const askNotify = async (on: boolean) => {
    if (!on) return productionStore.setState({ notifyMe: false })
    const answer = await Notification.requestPermission()
    productionStore.setState(
      answer === 'granted' ? { notifyMe: true } : { notifyMe: false, note: 'the browser does not let this page show notifications' },
    )
  }
  return (
    <p className="deck-background">
      {live && wakeLock === 'held' && <span>The screen stays on while this runs. It goes on in a hidden tab.</span>}
      {live && (wakeLock === 'missing' || wakeLock === 'refused') && (
        <span className="warn">The system may let this machine sleep: the run then stops, and goes on when it wakes.</span>
      )}
      {frozenS > 0 && <span className="warn">The system stopped this page for {frozenS} s.</span>}
      {canNotify && (
        <label className="tick">
          <input type="checkbox" checked={notifyMe} onChange={(e) => void askNotify(e.target.checked)} />
          Notify me when it is done
        </label>
      )}
    </p>
  )
}
