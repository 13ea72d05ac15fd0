import { useStore } from 'zustand'
import { STYLES } from '../../departments/retro'
import { filmStore } from '../store/film-store'

/** The look of the whole film, switched live. */
export function StyleSwitch() {
  const style = useStore(filmStore, (s) => s.style)
  return (
    <fieldset className="switch">
      <legend className="hidden">Style</legend>
      {STYLES.map((s) => (
        <label key={s.id} className={s.id === style ? 'chosen' : ''}>
          <input
            type="radio"
            name="style"
            value={s.id}
            checked={s.id === style}
            data-testid={`style-${s.id}`}
            onChange={() => filmStore.setState({ style: s.id })}
          />
          {s.name}
        </label>
      ))}
    </fieldset>
  )
}
