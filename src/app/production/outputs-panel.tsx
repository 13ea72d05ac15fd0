import { useStore } from 'zustand'
import type { Estimate, RunOptions } from '../../workers'
import { isPicture, isSequence, isSound } from '../store/film-formats'
import { duration, plural, size } from '../store/format'
import { desk } from '../store/production'
import { productionStore } from '../store/production-state'

const PHASES = ['validate', 'prepare', 'characters', 'locations', 'shots', 'post_process', 'export', 'finalize'] as const

/** What is delivered, how it is run, and what that would take. */
export function OutputsPanel() {
  const opened = useStore(productionStore, (s) => s.opened)
  const check = useStore(productionStore, (s) => s.check)
  if (!opened)
    return (
      <p className="empty">{check === 'checking' ? 'Reading the production …' : 'Nothing to deliver yet: mend the file on the left.'}</p>
    )
  return (
    <div className="outputs">
      <h2>Deliver</h2>
      <div className="scroll-x">
        <table className="table" data-testid="outputs">
          <thead>
            <tr>
              {['Output', 'Look', 'Picture', 'File', 'Frames', 'Quality'].map((h) => (
                <th key={h} scope="col">
                  {h}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {opened.outputs.map((o) => (
              <tr key={o.name}>
                <th scope="row">
                  {o.name}
                  {o.preset && o.preset !== o.name && <small>{o.preset}</small>}
                </th>
                <td>{o.style.name}</td>
                <td className="number">{isSound(o.container) ? '' : `${o.width} × ${o.height}`}</td>
                <td>
                  {isSequence(o.container) ? `${o.container.toUpperCase()} sequence` : o.container.toUpperCase()}
                  <small>
                    {o.container === 'exr'
                      ? 'linear light, half floats'
                      : isPicture(o.container)
                        ? 'lossless'
                        : isSound(o.container)
                          ? '48 kHz, 24 bits'
                          : (o.codec ?? 'best codec here')}
                  </small>
                </td>
                <td className="number">{o.frames.toLocaleString('en')}</td>
                <td>{o.quality}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <Options />
      <EstimateBox />
    </div>
  )
}

function Options() {
  const options = useStore(productionStore, (s) => s.options)
  const set = (change: Partial<Record<keyof RunOptions, unknown>>) => desk.setOptions(change as Partial<RunOptions>)
  return (
    <fieldset className="options">
      <legend>Run</legend>
      <label>
        Workers
        <select
          value={options.parallel ?? ''}
          data-testid="option-parallel"
          onChange={(e) => set({ parallel: e.target.value === '' ? undefined : Number(e.target.value) })}
        >
          <option value="">As the machine bears</option>
          {[1, 2, 3, 4].map((n) => (
            <option key={n} value={n}>
              {n}
            </option>
          ))}
        </select>
      </label>
      <label>
        If a shot fails
        <select value={options.onFailure ?? 'stop'} data-testid="option-failure" onChange={(e) => set({ onFailure: e.target.value })}>
          <option value="stop">Stop</option>
          <option value="hole">Leave a hole, fill it later</option>
        </select>
      </label>
      <label>
        Begin at
        <select
          value={options.fromPhase ?? ''}
          data-testid="option-phase"
          onChange={(e) => set({ fromPhase: e.target.value || undefined })}
        >
          <option value="">What is not made yet</option>
          {PHASES.map((p, i) => (
            <option key={p} value={p}>
              {i + 1}. {p.replace('_', '-')}
            </option>
          ))}
        </select>
      </label>
      <label>
        Only
        <input
          type="text"
          value={options.only ?? ''}
          placeholder="whole film, or sc3, sc4.sh2"
          data-testid="option-only"
          onChange={(e) => set({ only: e.target.value.trim() || undefined })}
        />
      </label>
      <label className="tick">
        <input
          type="checkbox"
          checked={options.coarse ?? false}
          data-testid="option-coarse"
          onChange={(e) => set({ coarse: e.target.checked })}
        />
        Coarse first: every tenth frame of every shot, small
      </label>
      <label className="tick">
        <input
          type="checkbox"
          checked={options.force ?? false}
          data-testid="option-force"
          onChange={(e) => set({ force: e.target.checked || undefined })}
        />
        Make again what is there
      </label>
    </fieldset>
  )
}

function EstimateBox() {
  const asked = useStore(productionStore, (s) => s.estimate)
  const check = useStore(productionStore, (s) => s.check)
  return (
    <section className="estimate" aria-label="Estimate">
      <div className="estimate-head">
        <h2>Estimate</h2>
        <button
          type="button"
          disabled={check !== 'good' || asked.kind === 'asking'}
          data-testid="estimate"
          onClick={() => void desk.estimate()}
        >
          {asked.kind === 'asking' ? 'Measuring …' : asked.kind === 'there' ? 'Measure again' : 'Measure this machine'}
        </button>
      </div>
      <div role="status">
        {asked.kind === 'failed' && <p className="error">{asked.message}</p>}
        {asked.kind === 'there' && <Figures estimate={asked.value} />}
        {asked.kind === 'none' && <p className="soft">A few frames are rendered and timed; nothing is kept of them.</p>}
      </div>
    </section>
  )
}

function Figures({ estimate }: { readonly estimate: Estimate }) {
  return (
    <>
      <dl className="figures" data-testid="estimate-figures">
        {estimate.seconds.map(({ workers, seconds }) => (
          <div key={workers}>
            <dt>{plural(workers, 'worker')}</dt>
            <dd>{duration(seconds)}</dd>
          </div>
        ))}
        <div>
          <dt>Disk</dt>
          <dd>{size(estimate.diskBytes)}</dd>
        </div>
        <div>
          <dt>Memory</dt>
          <dd>{size(estimate.memoryBytes)}</dd>
        </div>
        <div>
          <dt>Already made</dt>
          <dd>
            {estimate.segmentsCached} of {plural(estimate.segments, 'segment')}
          </dd>
        </div>
      </dl>
      <p className="soft">
        {plural(estimate.frames, 'frame')}, {Math.round(estimate.msPerFrame)} ms each on {estimate.adapter}, which all workers share
      </p>
    </>
  )
}
