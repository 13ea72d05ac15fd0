import { useStore } from 'zustand'
import { filmStore, shotAt } from '../store/film-store'

/** The line that is being spoken, under the picture. */
export function Captions() {
  const film = useStore(filmStore, (s) => s.film)
  const frame = useStore(filmStore, (s) => s.frame)
  const shown = useStore(filmStore, (s) => s.captions)
  const shot = shotAt(film, frame)
  if (!film || !shot || !shown) return null
  const t = ((frame - shot.startFrame) * film.plan.fps.den) / film.plan.fps.num
  const line = shot.captions.find((c) => t >= c.t0 && t < c.t1)
  return line ? (
    <p className="caption">
      <b>{line.speaker}</b> {line.text}
    </p>
  ) : null
}
