import type { PlanHandle } from '../../production/plan-view'
import { Figure } from './figure'
import type { Hand } from './hand'

/** Who is in the shot, and where; whoever walks is moved where they come from or go to. */
export function PeopleTab({ handles, picked, pick, put }: Hand & { readonly handles: readonly PlanHandle[] }) {
  const people = handles.filter((h) => h.kind === 'person')
  if (people.length === 0) return <p className="plan-problem">Nobody stands still here at this moment.</p>
  return people.map(({ key, title, place }) => (
    <fieldset key={key} className="plan-row" aria-label={title}>
      <button
        type="button"
        className="plan-name"
        aria-pressed={picked?.kind === 'person' && picked.key === key}
        onClick={() => pick({ kind: 'person', key })}
      >
        {title}
      </button>
      {([0, 2] as const).map((axis) => (
        <Figure
          key={axis}
          label={axis === 0 ? 'x' : 'z'}
          unit="m"
          value={place[axis]}
          least={-100}
          most={100}
          step={0.1}
          onChange={(v) =>
            void put(
              { kind: 'person', key, place },
              { place: axis === 0 ? [v, place[1], place[2]] : [place[0], place[1], v], isFree: true },
            )
          }
        />
      ))}
    </fieldset>
  ))
}
