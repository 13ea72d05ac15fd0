import { type PointerEvent, useEffect, useRef, useState } from 'react'
import { useStore } from 'zustand'
import type { CastEntry, CastSheetKind } from '../../production'
import { castStore, type DrawnSheet, makeBible, sheetName } from '../store/cast'
import { filmStore } from '../store/film-store'

const SHEETS: readonly (readonly [kind: CastSheetKind, name: string])[] = [
  ['turnaround', 'Turntable'],
  ['expressions', 'Expressions'],
  ['poses', 'Poses'],
  ['costumes', 'Costumes'],
  ['line-up', 'The whole cast'],
]

/** Somebody in pictures: a turntable, and sheets. */
export function PersonSheets({ person }: { readonly person: CastEntry }) {
  const kind = useStore(castStore, (s) => s.sheet)
  const style = useStore(filmStore, (s) => s.style)
  const gpu = useStore(filmStore, (s) => s.gpu)
  const sheet = useStore(castStore, (s) => s.sheets[sheetName(kind, person.spec.key, style)])
  const drawing = useStore(castStore, (s) => s.drawing)
  const problem = useStore(castStore, (s) => s.problem)
  return (
    <section className="cast-pictures" aria-label={person.spec.name}>
      <menu className="cast-kinds">
        {SHEETS.map(([k, name]) => (
          <button
            key={k}
            type="button"
            aria-pressed={k === kind}
            data-testid={`sheet-${k}`}
            onClick={() => castStore.setState({ sheet: k })}
          >
            {name}
          </button>
        ))}
        <Bible />
        {sheet && (
          <a className="button" href={sheet.url} download={sheet.name} data-testid="sheet-save">
            Save the sheet
          </a>
        )}
      </menu>
      {problem && (
        <p className="error" role="alert">
          {problem}
        </p>
      )}
      {gpu === 'missing' && <p className="empty">Without WebGPU nobody can be drawn; what is written is all here.</p>}
      {!sheet && drawing && (
        <p className="cast-wait" role="status">
          Drawing {drawing.progress ? `${drawing.progress.done} of ${drawing.progress.total}` : '…'}
          <progress value={drawing.progress?.done ?? 0} max={drawing.progress?.total ?? 1} />
        </p>
      )}
      {sheet &&
        (kind === 'turnaround' ? (
          <Turntable sheet={sheet} name={person.spec.name} />
        ) : (
          <div className="cast-sheet">
            <img src={sheet.url} width={sheet.width} height={sheet.height} alt={sheet.labels.join(', ')} data-testid="sheet-picture" />
          </div>
        ))}
    </section>
  )
}

/** The costume bible as a PDF: of who is looked at, or of everybody. */
function Bible() {
  const bible = useStore(castStore, (s) => s.bible)
  const gpu = useStore(filmStore, (s) => s.gpu)
  if (bible?.kind === 'drawing')
    return (
      <span role="status">
        Bible <progress value={bible.done} max={bible.total} />
      </span>
    )
  return (
    <>
      {bible && (
        <a className="button" href={bible.url} download={bible.name} data-testid="bible-save">
          Save {bible.name}
        </a>
      )}
      <button type="button" disabled={gpu === 'missing'} data-testid="bible-one" onClick={() => void makeBible('one')}>
        Costume bible (PDF)
      </button>
      <button type="button" disabled={gpu === 'missing'} data-testid="bible-all" onClick={() => void makeBible('all')}>
        Bible of everybody
      </button>
    </>
  )
}

/** Turns with the pointer, the arrow keys and the slider. */
function Turntable({ sheet, name }: { readonly sheet: DrawnSheet; readonly name: string }) {
  const [side, setSide] = useState(0)
  const canvas = useRef<HTMLCanvasElement>(null)
  const from = useRef<{ readonly x: number; readonly side: number } | undefined>(undefined)
  const { width, height, gap } = sheet.cell
  const count = sheet.labels.length
  const turn = (to: number) => setSide(((to % count) + count) % count)
  useEffect(() => {
    let gone = false
    const picture = new Image()
    picture.src = sheet.url
    void picture.decode().then(() => {
      const context = canvas.current?.getContext('2d')
      if (gone || !context) return
      const x = gap + (side % sheet.columns) * (width + gap)
      context.drawImage(picture, x, gap, width, height, 0, 0, width, height)
    })
    return () => {
      gone = true
    }
  }, [sheet, side, width, height, gap])
  const onMove = (e: PointerEvent) => {
    if (from.current) turn(from.current.side + Math.round((e.clientX - from.current.x) / 40))
  }
  return (
    <div className="turntable">
      <canvas
        ref={canvas}
        width={width}
        height={height}
        role="img"
        aria-label={`${name}, ${sheet.labels[side]}`}
        data-testid="turntable"
        onPointerDown={(e) => {
          from.current = { x: e.clientX, side }
          e.currentTarget.setPointerCapture(e.pointerId)
        }}
        onPointerMove={onMove}
        onPointerUp={() => {
          from.current = undefined
        }}
      />
      <label>
        <span>{sheet.labels[side]}</span>
        <input
          type="range"
          min={0}
          max={count - 1}
          value={side}
          aria-label="Turn"
          data-testid="turn"
          onChange={(e) => turn(Number(e.target.value))}
        />
      </label>
    </div>
  )
}
