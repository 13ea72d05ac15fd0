import { type KeyboardEvent, useId } from 'react'
import { stringify } from 'yaml'
import { useStore } from 'zustand'
import type { Diagnostic } from '../../film'
import type { PlanHandle } from '../../production/plan-view'
import { filmStore } from '../store/film-store'
import { studio } from '../store/studio'
import { CameraTab } from './camera-tab'
import { type Hand, TABS, type Tab } from './hand'
import { LightTab } from './light-tab'
import { PeopleTab } from './people-tab'
import { Papers } from './plan-papers'
import { SetTab } from './set-tab'

const NAMES: Readonly<Record<Tab, string>> = { set: 'Set', light: 'Light', camera: 'Camera', people: 'People' }

/** What is picked on the plan, in figures: a tab for the set, the light, the camera and the people; and what was changed. */
export function Inspector({
  hand,
  handles,
  tab,
  setTab,
  problems,
}: {
  readonly hand: Hand
  readonly handles: readonly PlanHandle[]
  readonly tab: Tab
  readonly setTab: (tab: Tab) => void
  readonly problems: readonly Diagnostic[]
}) {
  const id = useId()
  const byKey = (e: KeyboardEvent) => {
    const by = { ArrowLeft: -1, ArrowRight: 1 }[e.key]
    if (!by) return
    e.preventDefault()
    e.stopPropagation()
    const next = TABS[(TABS.indexOf(tab) + by + TABS.length) % TABS.length] as Tab
    setTab(next)
    document.getElementById(`${id}-${next}`)?.focus()
  }
  return (
    <div className="plan-inspector">
      <div role="tablist" aria-label="What is changed" className="plan-tabs" onKeyDown={byKey}>
        {TABS.map((t) => (
          <button
            key={t}
            type="button"
            role="tab"
            id={`${id}-${t}`}
            aria-selected={t === tab}
            aria-controls={`${id}-panel`}
            tabIndex={t === tab ? 0 : -1}
            data-testid={`tab-${t}`}
            onClick={() => setTab(t)}
          >
            {NAMES[t]}
          </button>
        ))}
      </div>
      <div role="tabpanel" id={`${id}-panel`} aria-labelledby={`${id}-${tab}`} className="plan-panel">
        {tab === 'set' && <SetTab {...hand} />}
        {tab === 'light' && <LightTab {...hand} />}
        {tab === 'camera' && <CameraTab {...hand} />}
        {tab === 'people' && <PeopleTab {...hand} handles={handles} />}
      </div>
      <Deck problems={problems} />
    </div>
  )
}

/** What was changed by hand, and taking it back. */
function Deck({ problems }: { readonly problems: readonly Diagnostic[] }) {
  const edits = useStore(filmStore, (s) => s.edits)
  const before = useStore(filmStore, (s) => s.editsBefore)
  return (
    <div className="plan-deck">
      <button type="button" disabled={before.length === 0} data-testid="undo-edit" onClick={() => void studio.edits.undo()}>
        Undo
      </button>
      <Papers />
      {edits.length > 0 && (
        <details className="notes">
          <summary data-testid="edit-count">{edits.length === 1 ? '1 change by hand' : `${edits.length} changes by hand`}</summary>
          <p>They are in every export, and kept here for this film. To have them elsewhere, put this into the production:</p>
          <pre>{stringify({ edits }, { lineWidth: 110 })}</pre>
        </details>
      )}
      {problems.map((d) => (
        <p key={`${d.rule} ${d.message}`} className="plan-problem" role="alert">
          {d.message}. {d.remedy}.
        </p>
      ))}
    </div>
  )
}
