import { useEffect, useState } from 'react'
import { useStore } from 'zustand'
import './stills.css'
import { againstStill, type KeptStill, stillName, stillsStore } from '../store/still'
import { deleteStill, downloadLayers, grabStill, loadStills, recallStill } from '../store/stills'
import { allStyles, stylesStore } from '../store/styles'

/** Layers that a picture is split into where nobody says otherwise: foreground, people, what is behind them, and the far. */
const USUAL_LAYERS = 4
const LAYER_COUNTS = [2, 3, 4, 5, 6, 8, 12, 16]

/** What the picture is compared with, and how. */
export function CompareWith() {
  const styles = useStore(stylesStore)
  const stills = useStore(stillsStore, (s) => s.stills)
  const { wipe } = styles
  const set = (against: string) =>
    stylesStore.setState({ wipe: against ? { against, at: wipe?.at ?? 0.5, how: wipe?.how ?? 'wipe' } : undefined })
  return (
    <>
      <label>
        Compare with
        <select value={wipe?.against ?? ''} data-testid="wipe-against" onChange={(e) => set(e.target.value)}>
          <option value="">nothing</option>
          {stills.length > 0 && (
            <optgroup label="Stills">
              {stills.map(({ still }) => (
                <option key={still.id} value={againstStill(still.id)}>
                  {stillName(still)}
                </option>
              ))}
            </optgroup>
          )}
          <optgroup label="Styles">
            {allStyles(styles).map((s) => (
              <option key={s.id} value={s.id}>
                {s.name}
              </option>
            ))}
          </optgroup>
        </select>
      </label>
      {wipe && (
        <button
          type="button"
          aria-pressed={wipe.how === 'difference'}
          data-testid="difference"
          title="How far the two are apart, four times as strong; black where they are the same"
          onClick={() => stylesStore.setState({ wipe: { ...wipe, how: wipe.how === 'wipe' ? 'difference' : 'wipe' } })}
        >
          Difference
        </button>
      )}
    </>
  )
}

/** Grabs the picture; splits it. */
export function StillTools() {
  const [count, setCount] = useState(USUAL_LAYERS)
  return (
    <>
      <button type="button" data-testid="grab-still" title="Keep this picture, and what made it" onClick={() => void grabStill()}>
        Grab still
      </button>
      <span className="split">
        <button
          type="button"
          data-testid="depth-layers"
          title="The picture split by distance: PNGs with alpha, the farthest first, in a zip"
          onClick={() => void downloadLayers(count)}
        >
          Depth layers
        </button>
        <select aria-label="How many layers" value={count} onChange={(e) => setCount(Number(e.target.value))}>
          {LAYER_COUNTS.map((n) => (
            <option key={n}>{n}</option>
          ))}
        </select>
      </span>
    </>
  )
}

/** The stills that are kept, along the picture's edge. A click goes back to where one was grabbed. */
export function StillsStrip() {
  const stills = useStore(stillsStore, (s) => s.stills)
  useEffect(() => {
    void loadStills()
  }, [])
  if (stills.length === 0) return null
  return (
    <ul className="stills" aria-label="Stills" data-testid="stills">
      {stills.map((kept) => (
        <StillTile key={kept.still.id} kept={kept} />
      ))}
    </ul>
  )
}

function StillTile({ kept }: { readonly kept: KeptStill }) {
  const name = stillName(kept.still)
  return (
    <li>
      <button type="button" className="recall" title={`${name}: go back to it`} onClick={() => recallStill(kept)}>
        <img src={kept.url} alt={name} width={kept.still.width} height={kept.still.height} />
        <span>{name}</span>
      </button>
      <button type="button" className="gone" aria-label={`Delete the still ${name}`} onClick={() => void deleteStill(kept)}>
        ×
      </button>
    </li>
  )
}
