import { useEffect, useState } from 'react'
import { useStore } from 'zustand'
import { filmStore } from '../store/film-store'
import { studio } from '../store/studio'
import { Viewport } from '../viewport/viewport'
import { Captions } from './captions'
import { ExportPanel } from './export-panel'
import { Problems } from './problems'
import { ShotPanel } from './shot-panel'
import { StartPage } from './start-page'
import { StyleSwitch } from './style-switch'
import { Transport } from './transport'

/** The whole page. A screenplay may be dropped anywhere on it at any time. */
export function StudioPage() {
  const film = useStore(filmStore, (s) => s.film)
  const opening = useStore(filmStore, (s) => s.opening)
  const dropping = useDrop()
  return (
    <>
      {film ? (
        <div className="studio">
          <header className="bar">
            <h1 className="title" title={film.plan.author ? `by ${film.plan.author}` : undefined}>
              {film.plan.title}
            </h1>
            <StyleSwitch />
            <div className="bar-end">
              <OpenButton />
              <ExportPanel />
            </div>
          </header>
          <main className="picture">
            <Viewport />
            <Captions />
          </main>
          <ShotPanel />
          <Transport />
        </div>
      ) : (
        <StartPage />
      )}
      <Problems />
      {opening && (
        <p className="toast" role="status">
          Reading {opening} …
        </p>
      )}
      {dropping && <div className="drop-veil">Drop the screenplay</div>}
    </>
  )
}

/** Opens a file by the system's dialogue. */
export function OpenButton({ primary = false }: { readonly primary?: boolean }) {
  return (
    <label className={primary ? 'button primary' : 'button'}>
      Open screenplay …
      <input
        type="file"
        accept=".fountain,.txt,.spmd,text/plain"
        data-testid="open-file"
        onChange={(e) => {
          const file = e.target.files?.[0]
          if (file) void studio.open(file)
          e.target.value = ''
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
      depth = 0
      setOver(false)
      const file = e.dataTransfer?.files[0]
      if (file) void studio.open(file)
    }
    window.addEventListener('dragenter', enter)
    window.addEventListener('dragleave', leave)
    window.addEventListener('dragover', hover)
    window.addEventListener('drop', drop)
    return () => {
      window.removeEventListener('dragenter', enter)
      window.removeEventListener('dragleave', leave)
      window.removeEventListener('dragover', hover)
      window.removeEventListener('drop', drop)
    }
  }, [])
  return over
}
