import { useEffect, useRef } from 'react'
import { useStore } from 'zustand'
import type { Style } from '../../departments/retro'
import { filmStore } from '../store/film-store'
import { roomPictures, tilesInSight } from '../store/room-pictures'
import { allStyles, chooseStyle, deleteStyle, styleGroups, stylesStore } from '../store/styles'
import { PictureCanvas } from './picture-canvas'

/** The frame under the playhead in every style; a click shows the film in one. */
export function StyleWall() {
  const styles = useStore(stylesStore)
  const chosen = useStore(filmStore, (s) => s.style)
  const all = allStyles(styles)
  const at = all.findIndex((s) => s.id === chosen)
  return (
    <aside className="wall" aria-label="Styles" data-testid="style-wall">
      <label className="slide">
        <span>{all[0]?.name}</span>
        <input
          type="range"
          min={0}
          max={all.length - 1}
          step={1}
          value={Math.max(0, at)}
          aria-label="From film to one bit"
          aria-valuetext={all[at]?.name}
          data-testid="style-slide"
          style={{ '--at': `${(100 * Math.max(0, at)) / (all.length - 1)}%` } as React.CSSProperties}
          onChange={(e) => chooseStyle((all[Number(e.target.value)] as Style).id)}
        />
        <span>{styles.saved.length > 0 ? 'Saved' : '1-bit'}</span>
      </label>
      <div className="wall-list" role="radiogroup" aria-label="Styles">
        {styleGroups(styles).map((group) => (
          <fieldset key={group.title}>
            <legend>{group.title}</legend>
            <div className="tiles">
              {group.styles.map((style) => (
                <Tile
                  key={style.id}
                  style={style}
                  chosen={style.id === chosen}
                  changed={style.id in styles.worked}
                  own={group.title === 'Saved'}
                />
              ))}
            </div>
          </fieldset>
        ))}
      </div>
    </aside>
  )
}

function Tile({
  style,
  chosen,
  changed,
  own,
}: {
  readonly style: Style
  readonly chosen: boolean
  readonly changed: boolean
  readonly own: boolean
}) {
  const thumbnail = useStore(roomPictures, (s) => s.thumbnails[style.id])
  const tile = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (chosen) tile.current?.scrollIntoView({ block: 'nearest' })
  }, [chosen])
  useEffect(() => {
    const watch = new IntersectionObserver(([entry]) => {
      if (entry?.isIntersecting) tilesInSight.add(style.id)
      else tilesInSight.delete(style.id)
    })
    if (tile.current) watch.observe(tile.current)
    return () => {
      watch.disconnect()
      tilesInSight.delete(style.id)
    }
  }, [style.id])
  return (
    <div className={`tile${chosen ? ' chosen' : ''}`} ref={tile}>
      <label title={style.about}>
        <input
          type="radio"
          name="wall"
          checked={chosen}
          data-testid={`tile-${style.id}`}
          data-drawn={thumbnail !== undefined}
          onChange={() => chooseStyle(style.id)}
        />
        <PictureCanvas picture={thumbnail} className={thumbnail ? 'thumb' : 'thumb waiting'} />
        <span className="name">
          {style.name}
          {changed && <i className="dot" role="img" aria-label="changed" />}
        </span>
      </label>
      {own && (
        <button type="button" className="remove" aria-label={`Delete ${style.name}`} title="Delete" onClick={() => deleteStyle(style.id)}>
          ×
        </button>
      )}
    </div>
  )
}
