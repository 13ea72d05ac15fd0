import { useEffect, useState } from 'react'
import { useStore } from 'zustand'
import { CATALOGUE_KINDS, type CatalogueKind, findInCatalogue } from '../../production/catalogue/catalogue'
import { SaveModel } from '../panels/save-model'
import { filmStore } from '../store/film-store'
import { drawStore, type StoreSheet } from '../store/models'
import { messageOf } from '../store/words'

/** As many are shown at once. */
const SHOWN = 24
/** Pixels of a picture from top to bottom. */
const HEIGHT: Readonly<Record<CatalogueKind, number>> = { sets: 120, props: 120, costumes: 200, materials: 120 }

type Drawn = StoreSheet | { readonly done: number; readonly total: number } | { readonly problem: string }

/** What is in store: sets, things, costumes and materials, to be searched, seen, and saved for other programs. */
export function Catalogue() {
  const [kind, setKind] = useState<CatalogueKind>('props')
  const [seek, setSeek] = useState('')
  const [drawn, setDrawn] = useState<Drawn>()
  const gpu = useStore(filmStore, (s) => s.gpu)
  const found = findInCatalogue(kind, seek)
  const shown = found.slice(0, SHOWN)
  const names = shown.map((e) => e.name).join(' ')
  // Pictures are of what is shown: others are given back.
  // biome-ignore lint/correctness/useExhaustiveDependencies: they are what makes pictures old
  useEffect(() => setDrawn(undefined), [names, kind])
  useEffect(
    () => () => {
      if (drawn && 'url' in drawn) URL.revokeObjectURL(drawn.url)
    },
    [drawn],
  )
  const draw = () => {
    setDrawn({ done: 0, total: shown.length })
    const asked = names
    const isWanted = (d: Drawn | undefined) => d !== undefined && 'done' in d && asked === names
    drawStore(
      kind,
      shown.map((e) => e.name),
      HEIGHT[kind],
      (done, total) => setDrawn((d) => (isWanted(d) ? { done, total } : d)),
    ).then(
      (sheet) => setDrawn((d) => (isWanted(d) ? sheet : d)),
      (error: unknown) => setDrawn((d) => (isWanted(d) ? { problem: messageOf(error) } : d)),
    )
  }
  return (
    <section className="plan-props" aria-label="Catalogue" data-testid="catalogue">
      <div className="plan-row">
        {CATALOGUE_KINDS.map((k) => (
          <button key={k} type="button" aria-pressed={k === kind} data-testid={`catalogue-${k}`} onClick={() => setKind(k)}>
            {k}
          </button>
        ))}
        <input
          type="search"
          placeholder={`Search ${findInCatalogue(kind, '').length} ${kind}`}
          aria-label="Search the catalogue"
          data-testid="seek-catalogue"
          value={seek}
          onChange={(e) => setSeek(e.target.value)}
        />
        <button
          type="button"
          data-testid="draw-catalogue"
          disabled={gpu === 'missing' || shown.length === 0 || (drawn !== undefined && 'done' in drawn)}
          onClick={draw}
        >
          Show pictures
        </button>
        {drawn && 'done' in drawn && <progress aria-label="Drawing" value={drawn.done} max={drawn.total} />}
      </div>
      {drawn && 'problem' in drawn && (
        <p className="error" role="alert">
          {drawn.problem}
        </p>
      )}
      {drawn && 'url' in drawn && (
        <img
          className="catalogue-sheet"
          src={drawn.url}
          width={drawn.width}
          height={drawn.height}
          alt={shown.map((e) => e.name).join(', ')}
          data-testid="catalogue-sheet"
        />
      )}
      <ul className="plan-list" aria-label={`${found.length} ${kind}`}>
        {shown.map(({ name }) => (
          <li key={name}>
            {kind === 'materials' ? (
              name
            ) : (
              <SaveModel wish={{ kind, name }} name={name}>
                {name.replaceAll('-', ' ')} ⤓
              </SaveModel>
            )}
          </li>
        ))}
        {found.length > SHOWN && <li>and {found.length - SHOWN} more</li>}
        {found.length === 0 && <li>nothing is called so</li>}
      </ul>
    </section>
  )
}
