import { useEffect } from 'react'
import { useStore } from 'zustand'
import { castStore, drawSheet, leaveCast, loadCast } from '../store/cast'
import { filmStore } from '../store/film-store'
import './cast.css'
import { PersonDetails } from './person-details'
import { PersonSheets } from './person-sheets'

/** The room of the people: who they are, how they look from every side and in every scene. */
export function CastRoom() {
  const film = useStore(filmStore, (s) => s.film)
  const style = useStore(filmStore, (s) => s.style)
  const people = useStore(castStore, (s) => s.people)
  const chosen = useStore(castStore, (s) => s.chosen)
  const sheet = useStore(castStore, (s) => s.sheet)
  // biome-ignore lint/correctness/useExhaustiveDependencies: another film has other people
  useEffect(() => void loadCast(), [film])
  // biome-ignore lint/correctness/useExhaustiveDependencies: what is drawn is read from the stores
  useEffect(() => void drawSheet(), [people, chosen, sheet, style])
  useEffect(() => leaveCast, [])
  const person = people.find((p) => p.spec.key === chosen)
  if (people.length === 0) return <p className="empty">Nobody is in this film.</p>
  return (
    <div className="cast-room" data-testid="cast-room">
      <nav className="cast-list" aria-label="People">
        {people.map(({ spec, lines, seconds }) => (
          <button
            key={spec.key}
            type="button"
            aria-current={spec.key === chosen ? 'true' : undefined}
            data-testid={`cast-${spec.key}`}
            onClick={() => castStore.setState({ chosen: spec.key })}
          >
            <b>{spec.name}</b>
            <small>
              {lines} {lines === 1 ? 'line' : 'lines'}, {Math.round(seconds)} s
            </small>
          </button>
        ))}
      </nav>
      {person && <PersonSheets person={person} />}
      {person && <PersonDetails key={person.spec.key} person={person} />}
    </div>
  )
}
