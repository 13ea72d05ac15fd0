import { useStore } from 'zustand'
import { SCOPE_PLOTS, SCOPE_SIDE } from '../../render'
import { roomPictures } from '../store/room-pictures'
import { PictureCanvas } from './picture-canvas'

const TITLES: Readonly<Record<(typeof SCOPE_PLOTS)[number], string>> = {
  waveform: 'Waveform',
  parade: 'RGB parade',
  vectorscope: 'Vectorscope',
  histogram: 'Histogram',
}

/** Where pure colours of three quarters lie, by Cb and Cr in parts of the plot, up and right of its middle. */
const TARGETS = [
  ['R', -0.086, 0.375],
  ['Mg', 0.289, 0.341],
  ['B', 0.375, -0.034],
  ['Cy', 0.086, -0.375],
  ['G', -0.289, -0.341],
  ['Yl', -0.375, 0.034],
] as const

/** What the picture measures: waveform, parade, vectorscope, histogram. */
export function ScopesStrip() {
  const plots = useStore(roomPictures, (s) => s.plots)
  return (
    <section className="scopes" aria-label="Scopes" data-testid="scopes" data-drawn={plots !== undefined}>
      {SCOPE_PLOTS.map((plot, i) => (
        <figure key={plot} className={plot}>
          <div>
            <PictureCanvas picture={plots} from={i * SCOPE_SIDE} width={SCOPE_SIDE} />
            <svg viewBox="0 0 100 100" preserveAspectRatio={plot === 'vectorscope' ? 'xMidYMid' : 'none'} aria-hidden="true">
              {plot === 'vectorscope' ? (
                <Wheel />
              ) : plot === 'histogram' ? (
                <path d="M25 0v100M50 0v100M75 0v100" />
              ) : (
                <path d="M0 1h100M0 25h100M0 50h100M0 75h100M0 99h100" />
              )}
            </svg>
          </div>
          <figcaption>{TITLES[plot]}</figcaption>
        </figure>
      ))}
    </section>
  )
}

const Wheel = () => (
  <>
    <circle cx="50" cy="50" r="49" />
    <path d="M50 1v98M1 50h98" />
    {/* Where skin of any shade lies: 123° from Cb. */}
    <path className="skin" d="M50 50L23.300 8.900" />
    {TARGETS.map(([name, cb, cr]) => (
      <g key={name}>
        <rect x={50 + cb * 100 - 3} y={50 - cr * 100 - 3} width="6" height="6" />
        <text x={50 + cb * 118} y={50 - cr * 118 + 2}>
          {name}
        </text>
      </g>
    ))}
  </>
)
