import { useEffect, useId, useMemo, useRef, useState } from 'react'
import type { DocumentDrawing, DocumentPicture, DocumentTable, PrintedDocument } from '../../encode'
import { messageOf } from '../store/words'
import './paper-page.css'

/**
 * A paper of the film to read in the page: what its PDF has, with a way to each section.
 * @param close called when it is put away. @param save hands it over as a PDF.
 */
export function PaperPage({
  paper,
  close,
  save,
}: {
  readonly paper: PrintedDocument
  readonly close: () => void
  readonly save: () => Promise<void>
}) {
  const dialog = useRef<HTMLDialogElement>(null)
  const id = useId()
  const [problem, setProblem] = useState<string>()
  useEffect(() => dialog.current?.showModal(), [])
  return (
    <dialog ref={dialog} className="paper-page" aria-label={paper.subtitle} data-testid="paper-page" onClose={close}>
      <div className="paper-bar">
        <nav aria-label="Sections">
          {paper.sections.map(({ heading }, i) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: sections of one paper, in its order
            <a key={i} href={`#${id}${i}`}>
              {heading}
            </a>
          ))}
        </nav>
        <button
          type="button"
          data-testid="paper-pdf"
          onClick={() => save().catch((error: unknown) => setProblem(`The PDF could not be set: ${messageOf(error)}`))}
        >
          Save as PDF
        </button>
        <button type="button" onClick={() => dialog.current?.close()}>
          Close
        </button>
      </div>
      <article className="paper-sheet">
        {problem && <p role="alert">{problem}</p>}
        <h2>{paper.title}</h2>
        <p className="paper-soft">{paper.subtitle}</p>
        {paper.lines.map((line) => (
          <div key={line}>{line}</div>
        ))}
        {paper.sections.map(({ heading, subtitle, paragraphs, pictures, drawings = [], table, tables = [] }, i) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: sections of one paper, in its order
          <section key={i} aria-labelledby={`${id}${i}`}>
            <h3 id={`${id}${i}`}>{heading}</h3>
            {subtitle && <p className="paper-soft">{subtitle}</p>}
            {paragraphs.map((text) => (
              <p key={text}>{text}</p>
            ))}
            {pictures.length + drawings.length > 0 && (
              <div className="paper-figures">
                {pictures.map((picture) => (
                  <Picture key={picture.caption} picture={picture} />
                ))}
                {drawings.map((drawing) => (
                  <Drawing key={drawing.caption} drawing={drawing} />
                ))}
              </div>
            )}
            {table && <Table table={table} />}
            {tables.map(({ title, table: more }) => (
              <div key={title}>
                <h4>{title}</h4>
                <Table table={more} />
              </div>
            ))}
          </section>
        ))}
      </article>
    </dialog>
  )
}

function Picture({ picture: { png, caption, mostHeight } }: { readonly picture: DocumentPicture }) {
  const url = useMemo(() => URL.createObjectURL(new Blob([png as BlobPart], { type: 'image/png' })), [png])
  useEffect(() => () => URL.revokeObjectURL(url), [url])
  return (
    <figure>
      <img src={url} alt={caption} style={{ maxHeight: mostHeight * PIXELS }} />
      <figcaption>{caption}</figcaption>
    </figure>
  )
}

/** Points across a page between its edges; and screen pixels to a point. */
const PAGE_POINTS = 770
const PIXELS = 1.3

function Drawing({ drawing: { box, paths, labels, caption, mostHeight } }: { readonly drawing: DocumentDrawing }) {
  // As large as on paper: lines and letters are measured in points there.
  const scale = Math.min(PAGE_POINTS / box.width, mostHeight / box.height)
  const point = 1 / scale
  return (
    <figure style={{ maxWidth: Math.round(box.width * scale * PIXELS) }}>
      <svg viewBox={`${box.x} ${box.y} ${box.width} ${box.height}`} role="img" aria-label={caption}>
        {paths.map(({ d, fill, opacity, stroke, width = 1, dash }, i) => (
          <path
            // biome-ignore lint/suspicious/noArrayIndexKey: paths of one drawing, in its order
            key={i}
            d={d}
            fill={fill ?? 'none'}
            opacity={opacity}
            stroke={stroke}
            strokeWidth={width * point}
            strokeDasharray={dash?.map((v) => v * point).join(' ')}
          />
        ))}
        {labels.map(({ at: [x, y], text, size, bold, ink }, i) => (
          <text
            // biome-ignore lint/suspicious/noArrayIndexKey: labels of one drawing, in its order
            key={i}
            x={x}
            y={y}
            fontSize={size * point}
            fontWeight={bold ? 700 : undefined}
            fill={ink ?? '#222226'}
            textAnchor="middle"
            dominantBaseline="central"
          >
            {text}
          </text>
        ))}
      </svg>
      <figcaption>{caption}</figcaption>
    </figure>
  )
}

function Table({ table: { head, shares, rows } }: { readonly table: DocumentTable }) {
  const whole = shares.reduce((a, b) => a + b, 0)
  return (
    <table>
      <colgroup>
        {shares.map((share, i) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: columns of one table
          <col key={i} style={{ width: `${(100 * share) / whole}%` }} />
        ))}
      </colgroup>
      {head.some((cell) => cell !== '') && (
        <thead>
          <tr>
            {head.map((cell, i) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: columns of one table
              <th key={i} scope="col">
                {cell}
              </th>
            ))}
          </tr>
        </thead>
      )}
      <tbody>
        {rows.map((cells, i) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: rows of one table
          <tr key={i}>
            {cells.map((cell, k) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: columns of one table
              <td key={k}>{cell}</td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}
