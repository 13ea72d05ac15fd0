import { lazy, Suspense, useState } from 'react'
import type { PrintedDocument } from '../../encode'
import { type Paper, readPaper, saveEquipmentTable, savePaper } from '../store/paperwork'

const PaperPage = lazy(() => import('../panels/paper-page').then((m) => ({ default: m.PaperPage })))

/** Papers of the film that come of its plan. */
const PAPERS: Readonly<Record<Paper, string>> = {
  'light-plot': 'Light plot and power schedule',
  scout: 'Scout report',
  equipment: 'Equipment list',
}

/** Opens the papers of the film to be read, and saved from there. */
export function Papers() {
  const [state, setState] = useState<'idle' | 'setting' | 'failed'>('idle')
  const [open, setOpen] = useState<{ readonly paper: Paper; readonly document: PrintedDocument }>()
  const choose = async (chosen: Paper | 'equipment-table') => {
    setState('setting')
    try {
      if (chosen === 'equipment-table') await saveEquipmentTable()
      else setOpen({ paper: chosen, document: await readPaper(chosen) })
      setState('idle')
    } catch {
      setState('failed')
    }
  }
  return (
    <>
      <select
        aria-label="A paper of the film"
        data-testid="papers"
        value=""
        disabled={state === 'setting'}
        onChange={(e) => void choose(e.target.value as Paper | 'equipment-table')}
      >
        <option value="" disabled>
          {state === 'setting' ? 'Setting …' : 'Papers …'}
        </option>
        {Object.entries(PAPERS).map(([key, name]) => (
          <option key={key} value={key}>
            {name}
          </option>
        ))}
        <option value="equipment-table">Equipment list as a table (.csv)</option>
      </select>
      {state === 'failed' && (
        <p className="plan-problem" role="alert">
          The paper could not be set. Try again when the film is planned.
        </p>
      )}
      {open && (
        <Suspense>
          <PaperPage paper={open.document} close={() => setOpen(undefined)} save={() => savePaper(open.paper, open.document)} />
        </Suspense>
      )}
    </>
  )
}
