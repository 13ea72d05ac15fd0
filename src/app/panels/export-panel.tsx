import { useRef, useState } from 'react'
import { useStore } from 'zustand'
import { displaySize, wholeSize } from '../../departments/retro'
import type { RenderOutput } from '../../film'
import { QUALITY_NAMES } from '../../render'
import { FILM_FORMATS, type FilmFormat, isPicture, isSound } from '../store/film-formats'
import { type ExportState, filmStore, shotAt } from '../store/film-store'
import { studio } from '../store/studio'
import { styleNow, stylesStore } from '../store/styles'

const HEIGHTS = [180, 360, 540, 720, 1080] as const
type Range = 'film' | 'scene' | 'shot'

/** Makes a file of the film: format, size, quality, range; progress with time left; cancel. */
export function ExportPanel() {
  const film = useStore(filmStore, (s) => s.film)
  const style = useStore(filmStore, (s) => s.style)
  const styles = useStore(stylesStore)
  const gpu = useStore(filmStore, (s) => s.gpu)
  const exporting = useStore(filmStore, (s) => s.exporting)
  const dialog = useRef<HTMLDialogElement>(null)
  const [height, setHeight] = useState<number>(720)
  const [format, setFormat] = useState<FilmFormat>('mp4')
  const [quality, setQuality] = useState<string>('preview')
  const [range, setRange] = useState<Range>('film')
  if (!film) return null

  const shown = styleNow(style, styles)
  const start = () => {
    const { plan } = film
    // Moving pictures keep the machine's pixels whole, movies its shape.
    const sized = isPicture(format) ? wholeSize : displaySize
    const size = sized(shown, 2 * Math.round((height * plan.aspect) / 2), height)
    void studio.exporter.start(plan, { container: format, style: shown, quality, ...size }, rangeOf(range))
  }
  return (
    <>
      <button
        type="button"
        className="button primary"
        disabled={gpu === 'missing'}
        data-testid="export"
        onClick={() => dialog.current?.showModal()}
      >
        Export …
      </button>
      <dialog ref={dialog} className="export" aria-label="Export">
        <h2>Export</h2>
        {exporting.kind === 'idle' || exporting.kind === 'failed' ? (
          <>
            {exporting.kind === 'failed' && (
              <p className="error" role="alert">
                {exporting.message}
              </p>
            )}
            <label>
              What
              <select value={range} data-testid="export-range" onChange={(e) => setRange(e.target.value as Range)}>
                <option value="film">The whole film</option>
                <option value="scene">This scene</option>
                <option value="shot">This shot</option>
              </select>
            </label>
            <label>
              Format
              <select value={format} data-testid="export-format" onChange={(e) => setFormat(e.target.value as FilmFormat)}>
                {FILM_FORMATS.map((f) => (
                  <option key={f.container} value={f.container}>
                    {f.label}
                  </option>
                ))}
              </select>
            </label>
            {!isSound(format) && (
              <>
                <label>
                  Height
                  <select value={height} data-testid="export-height" onChange={(e) => setHeight(Number(e.target.value))}>
                    {HEIGHTS.map((h) => (
                      <option key={h} value={h}>
                        {h} lines
                      </option>
                    ))}
                  </select>
                </label>
                <label>
                  Quality
                  <select value={quality} data-testid="export-quality" onChange={(e) => setQuality(e.target.value)}>
                    {QUALITY_NAMES.map((q) => (
                      <option key={q}>{q}</option>
                    ))}
                  </select>
                </label>
              </>
            )}
            <menu>
              <button type="button" onClick={() => dialog.current?.close()}>
                Close
              </button>
              <button type="button" className="primary" data-testid="export-start" onClick={start}>
                {isSound(format) ? 'Make the sound' : 'Make the film'}
              </button>
            </menu>
          </>
        ) : (
          <Running exporting={exporting} onClose={() => dialog.current?.close()} />
        )}
      </dialog>
    </>
  )
}

/** What a sound came to. */
const sounds = ({ sound }: RenderOutput): string =>
  sound ? `${(sound.samples / 48000).toFixed(1)} s${sound.loudnessLufs === undefined ? '' : `, ${sound.loudnessLufs} LUFS`}` : ''

/** What was made, to be seen and heard. */
function Made({ output, url }: { readonly output: RenderOutput; readonly url: string }) {
  if (isPicture(output.container)) return <img src={url} alt="The film" />
  // biome-ignore lint/a11y/useMediaCaption: the captions are on the page, and a file of their own
  if (isSound(output.container)) return <audio src={url} controls />
  // biome-ignore lint/a11y/useMediaCaption: the captions are on the page, and a file of their own
  return <video src={url} controls />
}

function Running({
  exporting,
  onClose,
}: {
  readonly exporting: Extract<ExportState, { kind: 'running' | 'done' }>
  readonly onClose: () => void
}) {
  if (exporting.kind === 'done')
    return (
      <div data-testid="export-done">
        <Made output={exporting.output} url={exporting.url} />
        <p>
          {isSound(exporting.output.container)
            ? `${sounds(exporting.output)}, `
            : `${exporting.output.frames} frames, ${exporting.output.width} × ${exporting.output.height}, ${exporting.output.codec}, `}
          {(exporting.bytes / 1e6).toFixed(1)} MB
        </p>
        <menu>
          <button
            type="button"
            onClick={() => {
              studio.exporter.close()
              onClose()
            }}
          >
            Close
          </button>
          <a className="button primary" href={exporting.url} download={exporting.output.file} data-testid="export-save">
            Save {exporting.output.file}
          </a>
        </menu>
      </div>
    )
  const { progress } = exporting
  return (
    <>
      <progress value={progress?.done ?? 0} max={progress?.total ?? 1} data-testid="export-progress" />
      <p role="status">
        {progress
          ? `${progress.phase}: ${progress.done} of ${progress.total}${progress.note ? `, ${progress.note}` : ''}${left(progress.etaS)}`
          : 'Starting …'}
      </p>
      <menu>
        <button type="button" data-testid="export-cancel" onClick={() => void studio.exporter.cancel()}>
          Cancel
        </button>
      </menu>
    </>
  )
}

const left = (s: number | null) => (s === null ? '' : s < 90 ? `, ${Math.ceil(s)} s left` : `, ${Math.ceil(s / 60)} min left`)

/** Film frames of this scene or shot; undefined for the whole film. */
function rangeOf(range: Range): { from: number; to: number } | undefined {
  const { film, frame } = filmStore.getState()
  const shot = shotAt(film, frame)
  if (!film || !shot || range === 'film') return undefined
  const inside = film.plan.shots.filter((s) => (range === 'shot' ? s === shot : s.sceneKey === shot.sceneKey))
  const last = inside.at(-1) ?? shot
  return { from: (inside[0] ?? shot).startFrame, to: last.startFrame + last.frames }
}
