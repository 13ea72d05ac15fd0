import { memo } from 'react'
import { useStore } from 'zustand'
import { type PlannedShot, type RenderPlan, timecode } from '../../film'
import { filmStore, seek, shotAt, stepShot, togglePlay } from '../store/film-store'

/** More pieces than this on a line cannot be told apart. */
const MOST_PIECES = 240

/** What the line is divided into: shots, or in a long film its scenes. */
const pieces = (plan: RenderPlan): readonly { readonly key: string; readonly frames: number }[] =>
  plan.shots.length > MOST_PIECES ? plan.scenes : plan.shots

/** Play, step, scrub; the film's shots along a line. */
export function Transport() {
  const film = useStore(filmStore, (s) => s.film)
  const frame = useStore(filmStore, (s) => s.frame)
  const playing = useStore(filmStore, (s) => s.playing)
  const gpu = useStore(filmStore, (s) => s.gpu)
  const view = useStore(filmStore, (s) => s.view)
  const floorPlan = useStore(filmStore, (s) => s.floorPlan)
  const drawn = useStore(filmStore, (s) => s.drawn)
  const building = useStore(filmStore, (s) => s.building)
  const generation = useStore(filmStore, (s) => s.gpuGeneration)
  if (!film) return null
  const { plan } = film
  const shot = shotAt(film, frame)
  return (
    <footer className="transport">
      <div className="controls">
        <button type="button" onClick={() => stepShot(-1)} title="Previous shot (↑)" aria-label="Previous shot">
          <Icon path="M4 3h2v10H4zM13 3v10L6.500 8z" />
        </button>
        <button type="button" onClick={() => seek(frame - 1)} title="One frame back (←)" aria-label="One frame back">
          <Icon path="M11 3 5 8l6 5z" />
        </button>
        <button
          type="button"
          className="play"
          onClick={togglePlay}
          disabled={gpu !== 'ready'}
          title="Play or pause (space)"
          data-testid="play"
        >
          {playing ? 'Pause' : 'Play'}
        </button>
        <button type="button" onClick={() => seek(frame + 1)} title="One frame on (→)" aria-label="One frame on">
          <Icon path="M5 3l6 5-6 5z" />
        </button>
        <button type="button" onClick={() => stepShot(1)} title="Next shot (↓)" aria-label="Next shot">
          <Icon path="M10 3h2v10h-2zM3 3l6.500 5L3 13z" />
        </button>
        <output className="timecode" data-testid="timecode">
          {timecode(frame, plan.fps)} / {timecode(plan.frames, plan.fps)}
        </output>
        <span className="now">{building ? `building ${building} …` : shot ? `${shot.address} ${shot.size} ${shot.lensMm} mm` : ''}</span>
        {film.unspoken > 0 && (
          <span className="now" data-testid="unspoken">
            voices are being recorded …
          </span>
        )}
        <Volume />
        <label className="check">
          <input
            type="checkbox"
            checked={view === 'free'}
            data-testid="free-camera"
            onChange={(e) => filmStore.setState({ view: e.target.checked ? 'free' : 'shot' })}
          />
          Free camera
        </label>
        <label className="check">
          <input
            type="checkbox"
            checked={floorPlan}
            data-testid="show-floor-plan"
            onChange={(e) => filmStore.setState({ floorPlan: e.target.checked })}
          />
          Floor plan
        </label>
        {drawn && (
          <span
            className="drawn"
            data-testid="drawn"
            data-frame={drawn.frame}
            data-shot={drawn.sliceHash === shot?.sliceHash ? 'as planned' : 'before'}
            data-style={drawn.style}
            data-generation={generation}
          >
            {drawn.width} × {drawn.height}, {drawn.ms} ms
          </span>
        )}
      </div>
      <div className="line">
        <Strip plan={plan} shot={shot} />
        <input
          type="range"
          min={0}
          max={plan.frames - 1}
          step={1}
          value={frame}
          aria-label="Frame"
          data-testid="scrub"
          onChange={(e) => seek(Number(e.target.value))}
        />
      </div>
    </footer>
  )
}

/** How loud the film is played. */
function Volume() {
  const volume = useStore(filmStore, (s) => s.volume)
  return (
    <label className="volume">
      Volume
      <input
        type="range"
        min={0}
        max={1}
        step={0.05}
        value={volume}
        data-testid="volume"
        onChange={(e) => filmStore.setState({ volume: Number(e.target.value) })}
      />
    </label>
  )
}

/** The film along a line, to scale. Drawn anew at a cut, not at every frame. */
const Strip = memo(function Strip({ plan, shot }: { readonly plan: RenderPlan; readonly shot: PlannedShot | undefined }) {
  return (
    <div className="strip" aria-hidden="true">
      {pieces(plan).map((p) => (
        <span key={p.key} className={p.key === shot?.key || p.key === shot?.sceneKey ? 'here' : ''} style={{ flexGrow: p.frames }} />
      ))}
    </div>
  )
})

const Icon = ({ path }: { readonly path: string }) => (
  <svg viewBox="0 0 16 16" width="14" height="14" aria-hidden="true">
    <path d={path} fill="currentColor" />
  </svg>
)
