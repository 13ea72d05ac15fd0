import { useEffect, useRef } from 'react'
import { useStore } from 'zustand'
import type { PlannedShot } from '../../film'
import { filmStore, seek, shotAt } from '../store/film-store'

/** Every shot of the film with why it is what it is; a click goes there. */
export function ShotPanel() {
  const film = useStore(filmStore, (s) => s.film)
  const frame = useStore(filmStore, (s) => s.frame)
  const here = useRef<HTMLLIElement>(null)
  const shot = shotAt(film, frame)
  useEffect(() => {
    if (shot) here.current?.scrollIntoView({ block: 'nearest' })
  }, [shot])
  if (!film) return null
  const { plan, diagnostics } = film
  const seconds = Math.round((plan.frames * plan.fps.den) / plan.fps.num)
  return (
    <aside className="shots" aria-label="Shots">
      <p className="count">
        {plan.shots.length} shots, {plan.scenes.length} scenes, {Math.floor(seconds / 60)}:{String(seconds % 60).padStart(2, '0')}
      </p>
      {diagnostics.length > 0 && (
        <details className="notes">
          <summary>{diagnostics.length === 1 ? '1 note on the script' : `${diagnostics.length} notes on the script`}</summary>
          <ul>
            {diagnostics.slice(0, 60).map((d, i) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: notes are never reordered
              <li key={i}>
                {d.line > 0 && <b>line {d.line}: </b>}
                {d.message}. {d.remedy}.
              </li>
            ))}
          </ul>
        </details>
      )}
      <ol data-testid="shot-list">
        {plan.shots.map((s, i) => (
          <ShotRow
            key={s.key}
            shot={s}
            current={s === shot}
            first={plan.shots[i - 1]?.sceneKey !== s.sceneKey}
            ref={s === shot ? here : undefined}
          />
        ))}
      </ol>
    </aside>
  )
}

function ShotRow({
  shot,
  current,
  first,
  ref,
}: {
  readonly shot: PlannedShot
  readonly current: boolean
  readonly first: boolean
  readonly ref: React.Ref<HTMLLIElement> | undefined
}) {
  return (
    <li ref={ref} className={current ? 'here' : ''}>
      {first && <h2>{shot.sceneTitle}</h2>}
      <button type="button" onClick={() => seek(shot.startFrame)} aria-current={current}>
        <b>{shot.address}</b> {shot.size} {shot.subjects.length > 0 ? shot.subjects.join(', ').replace(/-/g, ' ') : shot.framing}
        {shot.move !== 'static' && <em> {shot.move}</em>}
      </button>
      {current && (
        <ul className="why">
          {shot.why.map((w) => (
            <li key={w}>{w}</li>
          ))}
        </ul>
      )}
    </li>
  )
}
