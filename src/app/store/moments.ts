import type { RenderPlan } from '../../film'
import type { FilmSummary } from '../../workers'

/** The frame of a film that is planned anew in which what was seen in it is seen: the same shot, as far into it as it goes. */
export function sameMoment(before: RenderPlan, frame: number, now: RenderPlan): number {
  const shot = before.shots.findLast((s) => s.startFrame <= frame)
  const same = now.shots.find((s) => s.key === shot?.key)
  return shot && same ? same.startFrame + Math.min(frame - shot.startFrame, same.frames - 1) : Math.min(frame, now.frames - 1)
}

/** Where the playhead stands when a film opens: a second in, past a fade from black. */
export function posterFrame({ plan }: FilmSummary): number {
  const second = Math.round(plan.fps.num / plan.fps.den)
  return Math.min(second, (plan.shots[0]?.frames ?? 1) - 1)
}
