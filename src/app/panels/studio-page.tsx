import { lazy, Suspense, useDeferredValue, useEffect, useState } from 'react'
import { useStore } from 'zustand'
import { openDropped } from '../store/cast'
import { filmStore, ROOMS, type Room } from '../store/film-store'
import { productionStore } from '../store/production-state'
import { chosenFiles, droppedFiles } from '../store/read-files'
import { studio } from '../store/studio'
import { stylesStore } from '../store/styles'
import { Viewport } from '../viewport/viewport'
import { Captions } from './captions'
import { ExportPanel } from './export-panel'
import { Problems } from './problems'
import { ShotPanel } from './shot-panel'
import { SpritePanel } from './sprite-panel'
import { StartPage } from './start-page'
import { StylePicker } from './style-picker'
import { Transport } from './transport'

const ProductionRoom = lazy(() => import('../production/production-room').then((m) => ({ default: m.ProductionRoom })))

const FloorPlan = lazy(() => import('../blocking/floor-plan').then((m) => ({ default: m.FloorPlan })))
const CastRoom = lazy(() => import('../cast/cast-room').then((m) => ({ default: m.CastRoom })))
const StyleRoom = lazy(() => import('../style/style-room').then((m) => ({ default: m.StyleRoom })))
const PictureOverlay = lazy(() => import('../style/style-room').then((m) => ({ default: m.PictureOverlay })))
const ROOM_NAMES: Readonly<Record<Room, string>> = { film: 'Film', cast: 'Cast', style: 'Style', production: 'Production' }

const DROP_WORDS: Readonly<Record<Room, string>> = {
  film: 'Drop the screenplay',
  cast: 'Drop the screenplay',
  style: 'Drop a style, a palette or a screenplay',
  production: 'Drop the production',
}

/** The whole page. A screenplay or a production may be dropped anywhere on it at any time. */
export function StudioPage() {
  // Made in slices between which the page answers.
  const film = useDeferredValue(useStore(filmStore, (s) => s.film) ?? null, null)
  const room = useStore(filmStore, (s) => s.room)
  const opening = useStore(filmStore, (s) => s.opening)
  const floorPlan = useStore(filmStore, (s) => s.floorPlan)
  const dropping = useDrop()
  // The film stays on the page while its production is worked on: its pictures need not be built again.
  return (
    <>
      {film && (
        <div className={`studio in-${room}`} hidden={room === 'production' || room === 'cast'}>
          <header className="bar">
            <RoomSwitch />
            <h1 className="title" title={film.plan.author ? `by ${film.plan.author}` : undefined}>
              {film.plan.title}
            </h1>
            <StylePicker />
            <div className="bar-end">
              <OpenButton />
              <SpritePanel />
              <ExportPanel />
            </div>
          </header>
          <main className="picture">
            <Viewport />
            <Captions />
            {floorPlan && room === 'film' && (
              <Suspense>
                <FloorPlan />
              </Suspense>
            )}
            {room === 'style' && (
              <Suspense>
                <PictureOverlay />
              </Suspense>
            )}
          </main>
          {room === 'style' && (
            <Suspense fallback={<p className="empty">Opening the room …</p>}>
              <StyleRoom />
            </Suspense>
          )}
          <ShotPanel />
          <Transport />
        </div>
      )}
      {!film && room !== 'production' && <StartPage />}
      {film && room === 'cast' && (
        <div className="studio-room">
          <header className="bar">
            <RoomSwitch />
            <h1 className="title">{film.plan.title}</h1>
            <StylePicker />
            <div className="bar-end">
              <OpenButton />
              <SpritePanel />
            </div>
          </header>
          <main>
            <Suspense fallback={<p className="empty">Opening the room …</p>}>
              <CastRoom />
            </Suspense>
          </main>
        </div>
      )}
      {room === 'production' && (
        <div className="studio-room">
          <header className="bar">
            <RoomSwitch />
            <ProductionTitle />
            <div className="bar-end">
              <OpenFolder />
              <OpenButton what="production" />
            </div>
          </header>
          <main>
            <Suspense fallback={<p className="empty">Opening the room …</p>}>
              <ProductionRoom />
            </Suspense>
          </main>
        </div>
      )}
      <Problems />
      <StyleNote />
      {opening && (
        <p className="toast" role="status">
          Reading {opening} …
        </p>
      )}
      {dropping && <div className="drop-veil">{DROP_WORDS[room]}</div>}
    </>
  )
}

/** What is to be said of styles. */
function StyleNote() {
  const note = useStore(stylesStore, (s) => s.note)
  if (!note) return null
  return (
    <p className="toast" role="status" data-testid="style-note">
      {note}{' '}
      <button type="button" onClick={() => stylesStore.setState({ note: undefined })}>
        Close
      </button>
    </p>
  )
}

function ProductionTitle() {
  const opened = useStore(productionStore, (s) => s.opened)
  return <h1 className="title">{opened?.title ?? 'Production'}</h1>
}

/** From the film to what makes it, and back. */
export function RoomSwitch() {
  const room = useStore(filmStore, (s) => s.room)
  return (
    <nav className="rooms" aria-label="Rooms">
      {ROOMS.map((r) => (
        <button
          key={r}
          type="button"
          aria-current={r === room ? 'page' : undefined}
          data-testid={`room-${r}`}
          onClick={() => studio.enter(r)}
        >
          {ROOM_NAMES[r]}
        </button>
      ))}
    </nav>
  )
}

/** Opens a file, or the files of a production, by the system's dialogue. */
export function OpenButton({
  primary = false,
  what = 'screenplay',
}: {
  readonly primary?: boolean
  readonly what?: 'screenplay' | 'production'
}) {
  return (
    <label className={primary ? 'button primary' : 'button'}>
      Open {what} …
      <input
        type="file"
        multiple={what === 'production'}
        // A production has pictures, models and sounds beside it.
        accept={what === 'screenplay' ? '.fountain,.txt,.spmd,.yaml,.yml,.json,text/plain' : undefined}
        data-testid={what === 'screenplay' ? 'open-file' : 'open-production'}
        onChange={(e) => {
          const files = [...(e.target.files ?? [])]
          e.target.value = ''
          void studio.openAny(files.map((file) => ({ name: file.name, file })))
        }}
      />
    </label>
  )
}

/** Opens a folder of sections by the system's dialogue. */
function OpenFolder() {
  return (
    <label className="button">
      Folder …
      <input
        type="file"
        ref={(input) => input?.setAttribute('webkitdirectory', '')}
        onChange={(e) => {
          const files = chosenFiles(e.target.files ?? new DataTransfer().files)
          e.target.value = ''
          void studio.openAny(files)
        }}
      />
    </label>
  )
}

/** Takes files dropped anywhere on the window; true while one hovers. */
function useDrop(): boolean {
  const [over, setOver] = useState(false)
  useEffect(() => {
    let depth = 0
    const hasFiles = (e: DragEvent) => e.dataTransfer?.types.includes('Files') ?? false
    const enter = (e: DragEvent) => {
      if (!hasFiles(e)) return
      depth++
      setOver(true)
    }
    const leave = (e: DragEvent) => {
      if (!hasFiles(e)) return
      depth = Math.max(0, depth - 1)
      if (depth === 0) setOver(false)
    }
    const hover = (e: DragEvent) => e.preventDefault()
    const drop = (e: DragEvent) => {
      e.preventDefault()
      if (e.dataTransfer) void droppedFiles(e.dataTransfer).then(openDropped)
    }
    // Whoever takes what is dropped: nothing hovers any more.
    const landed = () => {
      depth = 0
      setOver(false)
    }
    window.addEventListener('drop', landed, true)
    window.addEventListener('dragenter', enter)
    window.addEventListener('dragleave', leave)
    window.addEventListener('dragover', hover)
    window.addEventListener('drop', drop)
    return () => {
      window.removeEventListener('drop', landed, true)
      window.removeEventListener('dragenter', enter)
      window.removeEventListener('dragleave', leave)
      window.removeEventListener('dragover', hover)
      window.removeEventListener('drop', drop)
    }
  }, [])
  return over
}
