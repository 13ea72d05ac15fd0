import { useStore } from 'zustand'
import { filmStore } from '../store/film-store'
import { chooseStyle, styleGroups, styleNow, stylesStore } from '../store/styles'

/** The look of the whole film, switched live: every style by its group, in a list that opens below its button. */
export function StylePicker() {
  const chosen = useStore(filmStore, (s) => s.style)
  const styles = useStore(stylesStore)
  const style = styleNow(chosen, styles)
  return (
    <div className="picker">
      <button
        type="button"
        className="picker-button"
        popoverTarget="styles"
        aria-haspopup="listbox"
        data-testid="style-picker"
        title="Style ([ and ] step)"
      >
        <span className="hidden">Style: </span>
        {style.name}
        {styles.worked[chosen] && <i className="dot" role="img" aria-label="changed" />}
        <svg viewBox="0 0 16 16" width="10" height="10" aria-hidden="true">
          <path d="M2 5l6 6 6-6" fill="none" stroke="currentColor" strokeWidth="2" />
        </svg>
      </button>
      <div id="styles" popover="auto" className="picker-list" role="radiogroup" aria-label="Style">
        {styleGroups(styles).map((group) => (
          <fieldset key={group.title}>
            <legend>{group.title}</legend>
            {group.styles.map((s) => (
              <label key={s.id} className={s.id === chosen ? 'chosen' : ''} title={s.about}>
                <input
                  type="radio"
                  name="style"
                  value={s.id}
                  checked={s.id === chosen}
                  data-testid={`style-${s.id}`}
                  onChange={() => chooseStyle(s.id)}
                />
                <b>
                  {s.name}
                  {styles.worked[s.id] && <i className="dot" role="img" aria-label="changed" />}
                </b>
              </label>
            ))}
          </fieldset>
        ))}
        <p className="picker-about">{style.about}</p>
      </div>
    </div>
  )
}
