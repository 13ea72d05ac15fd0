import { useEffect, useRef, useState } from 'react'
import { useStore } from 'zustand'
import { cellUse, displayRect, type Size } from '../../departments/retro'
import { filmStore } from '../store/film-store'
import { roomPictures } from '../store/room-pictures'
import { stillAgainst, stillName } from '../store/still'
import { styleNow, stylesStore } from '../store/styles'
import { fitted } from '../viewport/picture-screen'
import { useSize } from '../viewport/use-size'
import { PassMenu, PassPicture } from './pass-menu'
import { CompareWith, StillsStrip, StillTools } from './stills'

/** Lies over the picture: the line between two styles, the machine's cells, and the buttons for both. */
export function PictureOverlay() {
  const box = useRef<HTMLDivElement>(null)
  const size = useSize(box)
  const drawn = useStore(filmStore, (s) => s.drawn)
  const style = useStore(filmStore, (s) => s.style)
  const styles = useStore(stylesStore)
  const { showCells, showScopes } = useStore(roomPictures)
  const rect = drawn && size && fitted(drawn, size)
  const { limits } = styleNow(style, styles)
  const hasCells = limits !== null && 'cell' in limits
  return (
    <div className="overlay" ref={box}>
      {rect && (
        <div className="overlay-picture" style={{ left: rect.x, top: rect.y, width: rect.width, height: rect.height }}>
          <PassPicture />
          {showCells && hasCells && drawn && <Cells output={drawn} until={styles.wipe?.at ?? 1} />}
          {styles.wipe?.how === 'wipe' && <WipeLine />}
        </div>
      )}
      <StillsStrip />
      <div className="tools">
        <CompareWith />
        {hasCells && (
          <button
            type="button"
            aria-pressed={showCells}
            data-testid="show-cells"
            title="The machine’s cells and how many colours each holds; red where it could not have shown that"
            onClick={() => roomPictures.setState({ showCells: !showCells })}
          >
            Cells
          </button>
        )}
        <button
          type="button"
          aria-pressed={showScopes}
          data-testid="show-scopes"
          onClick={() => roomPictures.setState({ showScopes: !showScopes })}
        >
          Scopes
        </button>
        <PassMenu />
        <StillTools />
      </div>
    </div>
  )
}

/** The line across the picture: left of it the style in use, right of it the other. */
function WipeLine() {
  const styles = useStore(stylesStore)
  const style = useStore(filmStore, (s) => s.style)
  const { against, at } = styles.wipe ?? { against: style, at: 1 }
  const move = (to: number) => stylesStore.setState({ wipe: { against, at: Math.min(1, Math.max(0, to)), how: 'wipe' } })
  const still = stillAgainst(against)
  const drag = (e: React.PointerEvent<HTMLDivElement>) => {
    const box = e.currentTarget.parentElement?.getBoundingClientRect()
    if (box && e.currentTarget.hasPointerCapture(e.pointerId)) move((e.clientX - box.left) / box.width)
  }
  return (
    <>
      <span className="side left">{styleNow(style, styles).name}</span>
      <span className="side right">{still ? stillName(still.still) : styleNow(against, styles).name}</span>
      <div
        className="wipe"
        role="slider"
        tabIndex={0}
        aria-label="Line between the pictures"
        aria-orientation="horizontal"
        aria-valuemin={0}
        aria-valuemax={100}
        aria-valuenow={Math.round(at * 100)}
        data-testid="wipe"
        style={{ left: `${at * 100}%` }}
        onPointerDown={(e) => {
          e.currentTarget.setPointerCapture(e.pointerId)
          drag(e)
        }}
        onPointerMove={drag}
        onKeyDown={(e) => {
          const by = { ArrowLeft: -0.02, ArrowRight: 0.02, Home: -1, End: 1 }[e.key]
          if (by === undefined) return
          e.preventDefault()
          e.stopPropagation()
          move(at + by * (e.shiftKey ? 5 : 1))
        }}
      />
    </>
  )
}

/** Outlines of the cells, and in each how many colours it holds, where there is room for a number; as far as the style in use is seen. */
function Cells({ output, until }: { readonly output: Size; readonly until: number }) {
  const native = useStore(roomPictures, (s) => s.native)
  const canvas = useRef<HTMLCanvasElement>(null)
  const box = useSize(canvas)
  const [told, setTold] = useState('')
  useEffect(() => {
    const target = canvas.current
    const use = native?.style.limits && cellUse(native.rgba, native.width, native.height, native.style.limits, native.style.palette)
    if (!target || !box || !native || !use) return setTold('')
    const sharp = Math.min(2, window.devicePixelRatio)
    target.width = box.width * sharp
    target.height = box.height * sharp
    const pen = target.getContext('2d') as CanvasRenderingContext2D
    // Where the machine's picture stands in the finished one.
    const shown = displayRect(native.style, native, output)
    const scale = target.width / output.width
    const [left, top] = [shown.x * scale, shown.y * scale]
    const [sx, sy] = [(shown.width / native.width) * scale, (shown.height / native.height) * scale]
    const [w, h] = [use.cell.width * sx, use.cell.height * sy]
    const numbers = w >= 15 * sharp && h >= 11 * sharp
    pen.font = `${9 * sharp}px system-ui, sans-serif`
    pen.textBaseline = 'top'
    pen.lineWidth = sharp
    let broken = 0
    for (const red of [0, 1])
      for (let i = 0; i < use.colours.length; i++) {
        if (use.broken[i] !== red) continue
        broken += red
        const x = left + (i % use.across) * w
        const y = top + Math.floor(i / use.across) * h
        pen.strokeStyle = red ? '#ff4d3d' : '#ffffff38'
        pen.strokeRect(x + 0.5, y + 0.5, Math.min(w, left + native.width * sx - x), Math.min(h, top + native.height * sy - y))
        if (!numbers) continue
        pen.fillStyle = '#000000a0'
        pen.fillRect(x + sharp, y + sharp, 8 * sharp, 10 * sharp)
        pen.fillStyle = red ? '#ff7a6b' : '#ffffff'
        pen.fillText(String(use.colours[i]), x + 2 * sharp, y + sharp)
      }
    const most = use.colours.reduce((a, b) => Math.max(a, b), 0)
    setTold(
      `${use.across} × ${use.down} cells of ${use.cell.width} × ${use.cell.height}; at most ${use.allowed} colours each, ${most} used; ` +
        (broken === 0 ? 'none is broken' : `${broken} broken`),
    )
  }, [native, box, output])
  return (
    <>
      <canvas ref={canvas} className="cells" role="img" aria-label={told} style={{ clipPath: `inset(0 ${100 * (1 - until)}% 0 0)` }} />
      {told && (
        <p className="cells-told" data-testid="cells-told">
          {told}
        </p>
      )}
    </>
  )
}
