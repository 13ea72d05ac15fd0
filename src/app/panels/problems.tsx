import { useStore } from 'zustand'
import { filmStore } from '../store/film-store'

/** Why the last file could not be opened, each with its place and what to do. */
export function Problems() {
  const problems = useStore(filmStore, (s) => s.problems)
  if (problems.length === 0) return null
  return (
    <div className="problems" role="alert" data-testid="problems">
      <ul>
        {problems.slice(0, 12).map((p, i) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the list is shown once and never reordered
          <li key={i} className={p.severity}>
            <strong>{[p.file, p.line > 0 ? `line ${p.line}` : ''].filter(Boolean).join(', ') || 'This file'}</strong>: {p.message}.{' '}
            {p.remedy}.
          </li>
        ))}
      </ul>
      <button type="button" onClick={() => filmStore.setState({ problems: [] })}>
        Close
      </button>
    </div>
  )
}
