import { useState } from 'react'
import { saveEquipment, saveLightPlot, saveScoutReport } from '../store/paperwork'

/** Papers of the film that come of its plan. */
const PAPERS = {
  'light-plot': { name: 'Light plot and power schedule (.pdf)', save: saveLightPlot },
  scout: { name: 'Scout report (.pdf)', save: saveScoutReport },
  equipment: { name: 'Equipment list (.pdf)', save: () => saveEquipment('pdf') },
  'equipment-table': { name: 'Equipment list (.csv)', save: () => saveEquipment('csv') },
} as const

/** Saves the light plot or the equipment list. */
export function Papers() {
  const [state, setState] = useState<'idle' | 'setting' | 'failed'>('idle')
  const save = async (paper: keyof typeof PAPERS) => {
    setState('setting')
    try {
      await PAPERS[paper].save()
      setState('idle')
    } catch {
      setState('failed')
    }
  }
  return (
    <>
      <select
        aria-label="Save a paper of the film"
        data-testid="save-paper"
        value=""
        disabled={state === 'setting'}
        onChange={(e) => void save(e.target.value as keyof typeof PAPERS)}
      >
        <option value="" disabled>
          {state === 'setting' ? 'Setting …' : 'Save paper …'}
        </option>
        {Object.entries(PAPERS).map(([key, { name }]) => (
          <option key={key} value={key}>
            {name}
          </option>
        ))}
      </select>
      {state === 'failed' && (
        <p className="plan-problem" role="alert">
          The paper could not be set. Try again when the film is planned.
        </p>
      )}
    </>
  )
}
