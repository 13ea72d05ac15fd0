import { useEffect, useRef, useState } from 'react'
import { pictureOfFile } from '../store/picture-of-file'
import { desk } from '../store/production'

/** A picture sequence, played on a canvas. Small pictures are drawn with their pixels kept square and sharp. */
export function FlipBook({ pictures }: { readonly pictures: readonly string[] }) {
  const canvas = useRef<HTMLCanvasElement>(null)
  const [at, setAt] = useState(0)
  const [playing, setPlaying] = useState(false)
  const name = pictures[Math.min(at, pictures.length - 1)]
  useEffect(() => {
    if (!name) return
    let here = true
    void (async () => {
      const bytes = await desk.store.read(name)
      if (!bytes || !here) return
      const picture = await pictureOfFile(name, bytes)
      const target = canvas.current
      if (here && target) {
        target.width = picture.width
        target.height = picture.height
        target.getContext('2d')?.drawImage(picture, 0, 0)
        target.dataset.drawn = name
      }
      picture.close()
    })()
    return () => {
      here = false
    }
  }, [name])
  // biome-ignore lint/correctness/useExhaustiveDependencies: where it starts is read once
  useEffect(() => {
    if (!playing) return
    const start = performance.now()
    const first = at
    const timer = setInterval(() => setAt((first + Math.floor(((performance.now() - start) * 24) / 1000)) % pictures.length), 1000 / 24)
    return () => clearInterval(timer)
  }, [playing, pictures.length])
  return (
    <div className="film flip">
      <canvas ref={canvas} data-testid="flip-book" role="img" aria-label={`Picture ${at + 1} of ${pictures.length}`} />
      <p className="film-line">
        <button type="button" onClick={() => setPlaying(!playing)} aria-pressed={playing}>
          {playing ? 'Pause' : 'Play'}
        </button>
        <input
          type="range"
          min={0}
          max={pictures.length - 1}
          value={at}
          aria-label="Picture"
          onChange={(e) => {
            setPlaying(false)
            setAt(Number(e.target.value))
          }}
        />
        <output>
          {at + 1} / {pictures.length}
        </output>
      </p>
    </div>
  )
}
