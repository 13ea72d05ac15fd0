import { type KeyboardEvent, useId } from 'react'
import { stringify } from 'yaml'
import { useStore } from 'zustand'
import type { Diagnostic, HandEdit } from '../../film'
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
  setSnapping,
  reset,
  problems,
}: {
  readonly hand: Hand
  readonly handles: readonly PlanHandle[]
  readonly tab: Tab
  readonly setTab: (tab: Tab) => void
  readonly setSnapping: (isSnapping: boolean) => void
  /** Takes one edit back. */
  readonly reset: (edit: HandEdit) => void
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
      <Deck problems={problems} isSnapping={hand.isSnapping} setSnapping={setSnapping} reset={reset} />
    </div>
  )
}

/** What was changed by hand, and taking it back. */
function Deck({
  problems,
  isSnapping,
  setSnapping,
  reset,
}: {
  readonly problems: readonly Diagnostic[]
  readonly isSnapping: boolean
  readonly setSnapping: (isSnapping: boolean) => void
  readonly reset: (edit: HandEdit) => void
}) {
  const edits = useStore(filmStore, (s) => s.edits)
  const before = useStore(filmStore, (s) => s.editsBefore)
  const after = useStore(filmStore, (s) => s.editsAfter)
  return (
    <div className="plan-deck">
      <button
        type="button"
        disabled={before.length === 0}
        title="Undo (Ctrl Z)"
        data-testid="undo-edit"
        onClick={() => void studio.edits.undo()}
      >
        Undo
      </button>
      <button
        type="button"
        disabled={after.length === 0}
        title="Redo (Ctrl Shift Z)"
        data-testid="redo-edit"
        onClick={() => void studio.edits.redo()}
      >
        Redo
      </button>
      <label className="plan-figure" title="Places keep to 10 cm, turns to 15°; things beside a wall stand against it">
        <input type="checkbox" checked={isSnapping} data-testid="snap" onChange={(e) => setSnapping(e.target.checked)} />
        Snap
      </label>
      <Papers />
      {edits.length > 0 && (
        <details className="notes">
          <summary data-testid="edit-count">{edits.length === 1 ? '1 change by hand' : `${edits.length} changes by hand`}</summary>
          <ul className="plan-list" aria-label="Changes by hand">
            {edits.map((e) => (
              <li key={`${e.target} ${e.path} ${e.base}`}>
                <button type="button" title={`Take back: ${e.target} ${e.path}`} data-testid="reset-edit" onClick={() => reset(e)}>
                  {nameOf(e)} ✕
                </button>
              </li>
            ))}
          </ul>
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

/** What an edit is of, in words: `sofa 1: position`. */
function nameOf({ path }: HandEdit): string {
  const [group = '', ...rest] = path.split('.')
  const field = group === 'people' ? 'place' : (rest.pop() ?? group)
  const whose = group === 'camera' ? ['camera', ...rest.slice(1).map((n) => String(Number(n) + 1))] : rest.length > 0 ? rest : [group]
  return `${whose.join(' ').replaceAll('-', ' ')}: ${field}`
}
