import { memo, useDeferredValue, useEffect, useRef } from 'react'
import { useStore } from 'zustand'
import type { PlannedShot } from '../../film'
import type { FilmSummary } from '../../workers'
import { filmStore, seek, shotAt } from '../store/film-store'

/**
 * The film's scenes; the one under the playhead with all its shots, and why each is what it is. A click goes there. A long
 * film has hundreds of them: they are made after the picture's place is, a few at a time, and never while the film only plays on.
 */
export function ShotPanel() {
  const film = useDeferredValue<FilmSummary | null>(useStore(filmStore, (s) => s.film) ?? null, null)
  const shot = useDeferredValue<PlannedShot | null>(useStore(filmStore, (s) => shotAt(s.film, s.frame)) ?? null, null)
  return (
    <aside className="shots" aria-label="Shots">
      {film && <SceneList film={film} shot={shot} />}
    </aside>
  )
}

const SceneList = memo(function SceneList({ film, shot }: { readonly film: FilmSummary; readonly shot: PlannedShot | null }) {
  const here = useRef<HTMLLIElement>(null)
  useEffect(() => {
    if (shot) here.current?.scrollIntoView({ block: 'nearest' })
  }, [shot])
  const { plan, diagnostics } = film
  const seconds = Math.round((plan.frames * plan.fps.den) / plan.fps.num)
  return (
    <>
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
      <ol data-testid="scene-list">
        {plan.scenes.map((scene) => (
          <li key={scene.key}>
            <h2>
              <button
                type="button"
                aria-expanded={scene.key === shot?.sceneKey}
                onClick={() => seek(plan.shots.find((s) => s.sceneKey === scene.key)?.startFrame ?? 0)}
              >
                {scene.title}
              </button>
            </h2>
            {scene.key === shot?.sceneKey && (
              <ol data-testid="shot-list">
                {plan.shots
                  .filter((s) => s.sceneKey === scene.key)
                  .map((s) => (
                    <ShotRow key={s.key} shot={s} current={s === shot} ref={s === shot ? here : undefined} />
                  ))}
              </ol>
            )}
          </li>
        ))}
      </ol>
    </>
  )
})

function ShotRow({
  shot,
  current,
  ref,
}: {
  readonly shot: PlannedShot
  readonly current: boolean
  readonly ref: React.Ref<HTMLLIElement> | undefined
}) {
  return (
    <li ref={ref} className={current ? 'here' : ''}>
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
