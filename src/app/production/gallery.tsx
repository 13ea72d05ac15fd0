import { useEffect, useRef, useState } from 'react'
import { useStore } from 'zustand'
import type { RunRecord } from '../../pipeline'
import { type FilmFormat, filmFormat, isPicture, isSound } from '../store/film-formats'
import { size } from '../store/format'
import { desk } from '../store/production'
import { productionStore } from '../store/production-state'
import { baseName, type RunResults, runFolder, sortResults } from '../store/results'
import { FlipBook } from './flip-book'
import { fileUrl, useStoreFile } from './store-picture'

/** What a run made: films to watch, sequences to flip through, the report, the package, its documents. */
export function Gallery({ record }: { readonly record: RunRecord }) {
  const [results, setResults] = useState<RunResults>()
  const [chosen, setChosen] = useState<string>()
  const [report, setReport] = useState<string>()
  const ended = useStore(productionStore, (s) => s.run?.summary)
  // biome-ignore lint/correctness/useExhaustiveDependencies: a run that ends leaves other files
  useEffect(() => {
    let here = true
    void desk.store.list(runFolder(record.project, record.runId)).then((names) => here && setResults(sortResults(names)))
    return () => {
      here = false
    }
  }, [record, ended])
  if (!results) return <p className="empty">Looking …</p>
  const playable = [...results.films, ...results.sequences.map((s) => s.folder)]
  const shown = chosen && playable.includes(chosen) ? chosen : playable[0]
  const sequence = results.sequences.find((s) => s.folder === shown)
  return (
    <section className="gallery" aria-label={`Results of ${record.title}`} data-testid="gallery">
      {playable.length > 1 && (
        <div className="file-tabs" role="tablist" aria-label="Outputs">
          {playable.map((name) => (
            <button key={name} type="button" role="tab" aria-selected={name === shown} onClick={() => setChosen(name)}>
              {baseName(name)}
            </button>
          ))}
        </div>
      )}
      {sequence ? (
        <FlipBook key={sequence.folder} pictures={sequence.pictures} />
      ) : shown ? (
        <Film key={shown} name={shown} />
      ) : (
        <p className="empty">This run made no film yet.</p>
      )}
      <ul className="result-files">
        {results.reports.map((name) => (
          <li key={name}>
            <button type="button" className="primary" data-testid="open-report" onClick={() => setReport(name)}>
              Open the report
            </button>
            <Save name={name} type="text/html" />
          </li>
        ))}
        {results.packages.map((name) => (
          <li key={name}>
            <span>Package: all that is needed to render it again</span>
            <Save name={name} type="application/zip" />
          </li>
        ))}
      </ul>
      {results.documents.length > 0 && (
        <details className="documents">
          <summary>Manifest, artifacts and log ({results.documents.length})</summary>
          <ul className="result-files">
            {results.documents.map((name) => (
              <li key={name}>
                <span>{baseName(name)}</span>
                <Save name={name} type="application/json" />
              </li>
            ))}
          </ul>
        </details>
      )}
      {report && <Report name={report} onClose={() => setReport(undefined)} />}
    </section>
  )
}

function Film({ name }: { readonly name: string }) {
  const format = filmFormat(name)
  const file = useStoreFile(name, format?.type ?? 'video/mp4')
  return (
    <div className="film">
      <Player file={file?.url} name={name} container={format?.container ?? 'mp4'} />
      <p className="film-line">
        <span>
          {baseName(name)} {file && <small>{size(file.bytes)}</small>}
        </span>
        {file && (
          <a className="button" href={file.url} download={baseName(name)} data-testid="save-film">
            Save
          </a>
        )}
      </p>
    </div>
  )
}

function Player({ file, name, container }: { readonly file: string | undefined; readonly name: string; readonly container: FilmFormat }) {
  if (!file) return <div className="no-picture" />
  if (isPicture(container)) return <img src={file} alt={baseName(name)} data-testid="player" />
  // biome-ignore lint/a11y/useMediaCaption: the captions are a file of their own beside the film
  if (isSound(container)) return <audio src={file} controls data-testid="player" />
  // biome-ignore lint/a11y/useMediaCaption: the captions are a file of their own beside the film
  return <video src={file} controls data-testid="player" />
}

/** Saves a file of the store; it is read when asked for. */
function Save({ name, type }: { readonly name: string; readonly type: string }) {
  const save = async () => {
    const file = await fileUrl(name, type)
    if (!file) return productionStore.setState({ note: `${baseName(name)} is no longer there` })
    const link = document.createElement('a')
    link.href = file.url
    link.download = baseName(name)
    link.click()
    setTimeout(() => URL.revokeObjectURL(file.url), 60_000)
  }
  return (
    <button type="button" aria-label={`Save ${baseName(name)}`} onClick={() => void save()}>
      Save {baseName(name)}
    </button>
  )
}

/** The report in a frame that may run nothing and fetch nothing. */
function Report({ name, onClose }: { readonly name: string; readonly onClose: () => void }) {
  const dialog = useRef<HTMLDialogElement>(null)
  const [html, setHtml] = useState<string>()
  useEffect(() => {
    dialog.current?.showModal()
    void desk.store.read(name).then((bytes) => setHtml(bytes ? new TextDecoder().decode(bytes) : '<p>The report is no longer there.</p>'))
  }, [name])
  return (
    <dialog ref={dialog} className="report" aria-label="Report" onClose={onClose}>
      <header>
        <h2>Report</h2>
        <button type="button" onClick={() => dialog.current?.close()}>
          Close
        </button>
      </header>
      {html !== undefined && <iframe title="Report" sandbox="" srcDoc={html} data-testid="report" />}
    </dialog>
  )
}
