import { useStore } from 'zustand'
import type { Diagnostic } from '../../film'
import { plural } from '../store/format'
import { productionStore } from '../store/production-state'

const RANK = { error: 0, warning: 1, info: 2 } as const
/** More are not read on a page; the rest are mended with the first. */
const MOST_SHOWN = 300

/** Everything found about the production, worst first. A click goes to the line. */
export function FindingList() {
  const findings = useStore(productionStore, (s) => s.findings)
  const active = useStore(productionStore, (s) => s.active)
  if (findings.length === 0) return null
  const sorted = [...findings].sort((a, b) => RANK[a.severity] - RANK[b.severity] || a.line - b.line)
  const count = (severity: Diagnostic['severity']) => findings.filter((f) => f.severity === severity).length
  return (
    <section className="findings" aria-label="Findings" data-testid="findings">
      <p className="findings-head">
        {count('error') > 0 && <b className="bad">{plural(count('error'), 'error')}</b>}
        {count('warning') > 0 && <b className="warn">{plural(count('warning'), 'warning')}</b>}
        {count('info') > 0 && <b>{plural(count('info'), 'note')}</b>}
      </p>
      <ul>
        {sorted.slice(0, MOST_SHOWN).map((f, i) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: findings come as a whole list, and two may be alike
          <li key={i} className={`finding is-${f.severity}`}>
            <button type="button" onClick={() => jumpTo(f)} disabled={f.line === 0}>
              <span className="where">
                <span className="hidden">{f.severity} </span>
                {f.line > 0 ? `${f.line}:${f.column}` : 'file'}
              </span>
              <span>
                {f.message}
                <em>
                  {f.remedy}
                  {f.file !== undefined && f.file !== active && ` · ${f.file}`}
                </em>
              </span>
            </button>
          </li>
        ))}
      </ul>
    </section>
  )
}

let jumps = 0
function jumpTo({ file, line, column }: Diagnostic): void {
  const { files, active } = productionStore.getState()
  const name = file !== undefined && files.some((f) => f.name === file && f.text !== undefined) ? file : active
  productionStore.setState({ active: name, jump: { file: name, line, column, n: ++jumps } })
}
