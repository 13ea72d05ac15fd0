import type { PlannedShot } from '../../film'
import type { TransitionFrame } from '../../render'
import type { FilmSummary } from '../../workers'
import { shotAt } from '../store/film-store'

/** What is seen at a film frame: one shot, or one that runs into another. */
export interface Moment {
  /** The shot under the playhead; of two the one that comes. */
  readonly shot: PlannedShot
  /** Whole frame in that shot. */
  readonly frame: number
  /** The shot that goes, and how the two are mixed. */
  readonly cross: { readonly from: PlannedShot; readonly at: TransitionFrame } | undefined
  /** Names what must be on stage. */
  readonly stage: string
}

/**
 * Finds what is seen at a film frame.
 * @param alone One shot only: a free camera stands in one set.
 */
export function momentAt(film: FilmSummary, filmFrame: number, alone = false): Moment | undefined {
  const shot = shotAt(film, filmFrame)
  if (!shot) return undefined
  const frame = filmFrame - shot.startFrame
  const into = alone ? undefined : film.plan.transitions?.find((t) => t.to === shot.key && frame < t.frames)
  const from = into && film.plan.shots.find((s) => s.key === into.from)
  if (!into || !from) return { shot, frame, cross: undefined, stage: shot.sliceHash }
  const at: TransitionFrame = {
    kind: into.kind,
    frameA: from.frames - into.frames + frame,
    frameB: frame,
    // Neither end is all one shot: those frames stand before and after.
    t: (frame + 1) / (into.frames + 1),
    length: into.frames,
  }
  return { shot, frame, cross: { from, at }, stage: `${from.sliceHash} ${shot.sliceHash}` }
}
