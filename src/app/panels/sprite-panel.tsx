import { useRef, useState } from 'react'
import { useStore } from 'zustand'
import { filmStore } from '../store/film-store'
import { cancelSprites, closeSprites, makeSprites, type SpritesChoice, spritesStore } from '../store/sprites'
import { styleInUse } from '../store/styles'
import './sprite-panel.css'

const HEIGHTS = [16, 24, 32, 48, 64, 96, 128] as const
const FRAMES = { walk: 8, idle: 4 } as const

/** A character's sprite sheet in the present style: PNG, and TexturePacker's JSON. */
export function SpritePanel() {
  const people = useStore(filmStore, (s) => s.film?.characters)
  const gpu = useStore(filmStore, (s) => s.gpu)
  const dialog = useRef<HTMLDialogElement>(null)
  if (!people || people.length === 0) return null
  return (
    <>
      <button
        type="button"
        className="button"
        disabled={gpu === 'missing'}
        data-testid="sprites"
        onClick={() => dialog.current?.showModal()}
      >
        Sprites …
      </button>
      <dialog ref={dialog} className="export" aria-label="Sprite sheet">
        <h2>Sprite sheet</h2>
        <Sheet names={people.map((p) => p.name)} onClose={() => dialog.current?.close()} />
      </dialog>
    </>
  )
}

function Sheet({ names, onClose }: { readonly names: readonly string[]; readonly onClose: () => void }) {
  const state = useStore(spritesStore)
  const styleId = useStore(filmStore, (s) => s.style)
  const [chosen, setCharacter] = useState<string>()
  const [action, setAction] = useState<SpritesChoice['action']>('walk')
  const [directions, setDirections] = useState<4 | 8>(4)
  const [height, setHeight] = useState<number>(48)
  // Of another film nobody is called that.
  const character = names.find((n) => n === chosen) ?? (names[0] as string)

  if (state.kind === 'running') {
    const { progress } = state
    return (
      <>
        <progress value={progress?.done ?? 0} max={progress?.total ?? 1} data-testid="sprites-progress" />
        <p role="status">{progress ? `${progress.done} of ${progress.total}, ${progress.note ?? ''}` : 'Starting …'}</p>
        <menu>
          <button type="button" data-testid="sprites-cancel" onClick={cancelSprites}>
            Cancel
          </button>
        </menu>
      </>
    )
  }
  if (state.kind === 'done') {
    const { made, files } = state
    const page = made.pages[0]
    return (
      <div data-testid="sprites-done">
        <div className="sprite-sheet">
          <img src={files[0]?.url} alt="The sheet" style={{ width: (page?.width ?? 1) * 2 }} />
        </div>
        <p>
          {made.sprites} sprites, {page?.width} × {page?.height}, {made.colours.toLocaleString('en')} colours
        </p>
        <menu>
          <button
            type="button"
            onClick={() => {
              closeSprites()
              onClose()
            }}
          >
            Close
          </button>
          {files.map((f) => (
            <a key={f.name} className="button primary" href={f.url} download={f.name} data-testid="sprites-save">
              Save {f.name}
            </a>
          ))}
        </menu>
      </div>
    )
  }
  return (
    <>
      {state.kind === 'failed' && (
        <p className="error" role="alert">
          {state.message}
        </p>
      )}
      <label>
        Who
        <select value={character} data-testid="sprites-character" onChange={(e) => setCharacter(e.target.value)}>
          {names.map((n) => (
            <option key={n}>{n}</option>
          ))}
        </select>
      </label>
      <label>
        Does
        <select value={action} data-testid="sprites-action" onChange={(e) => setAction(e.target.value as SpritesChoice['action'])}>
          <option value="walk">Walks</option>
          <option value="idle">Stands and breathes</option>
        </select>
      </label>
      <label>
        Directions
        <select value={directions} data-testid="sprites-directions" onChange={(e) => setDirections(e.target.value === '8' ? 8 : 4)}>
          <option value={4}>4</option>
          <option value={8}>8</option>
        </select>
      </label>
      <label>
        Height
        <select value={height} data-testid="sprites-height" onChange={(e) => setHeight(Number(e.target.value))}>
          {HEIGHTS.map((h) => (
            <option key={h} value={h}>
              {h} pixels
            </option>
          ))}
        </select>
      </label>
      <p key={styleId}>In the style {styleInUse().name}.</p>
      <menu>
        <button type="button" onClick={onClose}>
          Close
        </button>
        <button
          type="button"
          className="primary"
          data-testid="sprites-start"
          onClick={() => void makeSprites({ character, action, directions, height, framesPerCycle: FRAMES[action], style: styleInUse() })}
        >
          Make the sheet
        </button>
      </menu>
    </>
  )
}
