import { memo, useMemo } from 'react'
import { useStore } from 'zustand'
import type { TaskState } from '../../pipeline'
import { plural } from '../store/format'
import { productionStore } from '../store/production-state'
import { type RunProgress, shotPictures } from '../store/run-progress'
import { StateMark } from './state-mark'
import { useStorePicture } from './store-picture'
import { TaskList } from './task-list'

/** The run as it goes: what is being drawn, the film filling in, every task and why it is made. */
export function RenderPanel() {
  const run = useStore(productionStore, (s) => s.run)
  if (!run)
    return (
      <p className="empty">
        Nothing has been run yet. “Run” below makes the film; it can be paused, and goes on after the page was closed.
      </p>
    )
  return (
    <div className="render">
      <div className="render-top">
        <Monitor run={run} />
        <Notes run={run} />
      </div>
      <Filmstrip run={run} />
      <TaskList tasks={run.tasks} />
    </div>
  )
}

function Monitor({ run }: { readonly run: RunProgress }) {
  const url = useStorePicture(run.picture?.name)
  const task = run.picture ? run.tasks.get(run.picture.task) : undefined
  return (
    <figure className="monitor" data-testid="monitor">
      {url ? (
        <img src={url} alt={task ? `Newest picture: ${task.title}` : 'Newest picture'} />
      ) : (
        <div className="no-picture">No picture yet</div>
      )}
      <figcaption>{task?.title ?? ' '}</figcaption>
    </figure>
  )
}

function Notes({ run }: { readonly run: RunProgress }) {
  const { summary, error, warnings } = run
  return (
    <div className="run-notes">
      <h2>
        {run.title} <StateMark state={run.state} />
      </h2>
      {error && (
        <div className="error-box" role="alert" data-testid="run-error">
          <strong>{error.problem}</strong>
          <p>{error.remedy}</p>
          {error.task && (
            <small>
              {error.phase}, {error.task}
            </small>
          )}
        </div>
      )}
      {summary && (
        <p data-testid="run-summary" data-ran={summary.ran.length} data-reused={summary.reused.length}>
          {plural(summary.ran.length, 'task')} worked on, {summary.reused.length} found made
          {summary.holes.length > 0 && `, ${plural(summary.holes.length, 'hole')}`}, in {Math.round(summary.seconds)} s.{' '}
          <button type="button" className="link" onClick={() => productionStore.setState({ tab: 'results' })}>
            See the results
          </button>
        </p>
      )}
      {warnings.length > 0 && (
        <details open={warnings.length < 4}>
          <summary>{plural(warnings.length, 'warning')}</summary>
          <ul className="warnings">
            {warnings.map((w) => (
              <li key={w}>{w}</li>
            ))}
          </ul>
        </details>
      )}
      {!error && !summary && warnings.length === 0 && (
        <p className="soft">What is made is kept at once: this can be stopped at any time and loses nothing.</p>
      )}
    </div>
  )
}

/** Every shot of the film with its newest picture: the coarse pass fills it within the first minute. */
function Filmstrip({ run }: { readonly run: RunProgress }) {
  const shots = useMemo(() => [...shotPictures(run.tasks.values())], [run.tasks])
  if (shots.length === 0) return null
  return (
    <ol className="filmstrip" aria-label="Shots" data-testid="filmstrip" tabIndex={-1}>
      {shots.map(([address, { picture, state }]) => (
        <Cell key={address} address={address} picture={picture} state={state} />
      ))}
    </ol>
  )
}

/** One shot of the strip; hundreds stand there, and a step of one shot draws that one again. */
const Cell = memo(function Cell({
  address,
  picture,
  state,
}: {
  readonly address: string
  readonly picture: string | undefined
  readonly state: TaskState
}) {
  const url = useStorePicture(picture)
  return (
    <li className={`is-${state}`}>
      {url ? <img src={url} alt="" loading="lazy" /> : <div className="no-picture" />}
      <span>
        <StateMark state={state} bare /> {address}
      </span>
    </li>
  )
})
