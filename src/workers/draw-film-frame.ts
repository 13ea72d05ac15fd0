import type { RenderPlan, ShotSlice } from '../film'
import type { FrameAddress } from '../production'
import type { FilmRenderer } from '../render'

/** Who answers what a shot depends on: the planner, wherever it runs. */
export type SliceFor = (shotKey: string) => Promise<ShotSlice>

/** Draws a frame of a shot; counted from the film's start, a frame in which two shots run into each other shows both. */
export async function drawFilmFrame(
  film: FilmRenderer,
  plan: RenderPlan,
  { shot, frame }: FrameAddress,
  sliceFor: SliceFor,
  ofFilm: boolean,
): Promise<void> {
  const cross = ofFilm ? plan.transitions?.find((t) => t.from === shot.key) : undefined
  const at = cross ? frame - (shot.frames - cross.frames) : -1
  if (!cross || at < 0) {
    await film.load(await sliceFor(shot.key))
    film.draw(frame)
    return
  }
  await film.loadPair(await sliceFor(shot.key), await sliceFor(cross.to))
  film.drawTransition({ kind: cross.kind, frameA: frame, frameB: at, t: (at + 1) / (cross.frames + 1), length: cross.frames })
}
