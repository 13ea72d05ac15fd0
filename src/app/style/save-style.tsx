import { useRef, useState } from 'react'
import { useStore } from 'zustand'
import type { Style } from '../../departments/retro'
import { downloadStyle } from '../store/style-files'
import { idFor, saveStyle, stylesStore } from '../store/styles'

/** Keeps the style under a name, here and as a file. */
export function SaveStyle({ style }: { readonly style: Style }) {
  const saved = useStore(stylesStore, (s) => s.saved)
  const dialog = useRef<HTMLDialogElement>(null)
  const [name, setName] = useState('')
  const [download, setDownload] = useState(true)
  const replaces = saved.find((s) => s.style.id === idFor(name))
  return (
    <>
      <button
        type="button"
        data-testid="save-style"
        onClick={() => {
          setName(saved.some((s) => s.style.id === style.id) ? style.name : `My ${style.name}`)
          dialog.current?.showModal()
        }}
      >
        Save …
      </button>
      <dialog ref={dialog} className="export" aria-label="Save style">
        <form
          method="dialog"
          onSubmit={(e) => {
            e.preventDefault()
            const made = saveStyle(name)
            dialog.current?.close()
            if (download) void downloadStyle(made)
          }}
        >
          <h2>Save style</h2>
          <label>
            Name
            <input
              type="text"
              value={name}
              maxLength={60}
              required
              autoFocus
              data-testid="style-name"
              onChange={(e) => setName(e.target.value)}
            />
          </label>
          <label>
            File
            <span>
              <input type="checkbox" checked={download} onChange={(e) => setDownload(e.target.checked)} /> {idFor(name)}.style.yaml
            </span>
          </label>
          {replaces && <p className="hint">This replaces {replaces.style.name}.</p>}
          <menu>
            <button type="button" onClick={() => dialog.current?.close()}>
              Cancel
            </button>
            <button type="submit" className="primary" data-testid="style-keep">
              Save
            </button>
          </menu>
        </form>
      </dialog>
    </>
  )
}
