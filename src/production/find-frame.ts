import type { PlannedShot, RenderPlan } from '../film'

/** A frame by shot: what pictures are asked for with. */
export interface FrameAddress {
  readonly shot: PlannedShot
  /** Frame in the shot. */
  readonly frame: number
}

/**
 * Finds `sc2.sh1`, `sc2.sh1:12` (frame in the shot) or `sc2` (its first shot).
 * @throws RangeError naming what was asked and what there is.
 */
export function frameAt(plan: RenderPlan, address: string): FrameAddress {
  const m = /^(sc\w+)(?:\.(sh\w+))?(?::(\d+))?$/i.exec(address.trim())
  if (!m) throw new RangeError(`address: expected sc2.sh1 or sc2.sh1:12, got ${JSON.stringify(address)}`)
  const wanted = m[2] ? `${m[1]}.${m[2]}`.toLowerCase() : `${m[1]?.toLowerCase()}.sh1`
  const shot = plan.shots.find((s) => s.address.toLowerCase() === wanted)
  if (!shot)
    throw new RangeError(
      `address: the film has no shot ${wanted}; its shots run from ${plan.shots[0]?.address ?? 'none'} to ${plan.shots.at(-1)?.address ?? 'none'}`,
    )
  const frame = m[3] ? Number(m[3]) : Math.floor(shot.frames / 2)
  if (frame >= shot.frames) throw new RangeError(`address: ${shot.address} has frames 0 to ${shot.frames - 1}, got ${frame}`)
  return { shot, frame }
}

/**
 * Finds the shot and frame that a film frame number falls in.
 * @throws RangeError outside the film.
 */
export function filmFrameAt(plan: RenderPlan, frame: number): FrameAddress {
  const shot = plan.shots.find((s) => frame >= s.startFrame && frame < s.startFrame + s.frames)
  if (!shot || !Number.isInteger(frame)) throw new RangeError(`frame: the film has frames 0 to ${plan.frames - 1}, got ${frame}`)
  return { shot, frame: frame - shot.startFrame }
}

/** Which part of a film to make. Frames are film frames, `to` not included. */
export interface FilmRange {
  /** Scenes and shots with commas between: `sc2,sc3.sh1`. */
  readonly only?: string
  readonly from?: number
  readonly to?: number
}

/** A stretch of one shot to be made. */
export interface ShotRange {
  readonly shot: PlannedShot
  readonly first: number
  readonly frames: number
}

/**
 * The stretches of shots inside a range, in film order.
 * @throws RangeError when nothing is inside it, or when a scene or shot that is asked for is not in the film.
 */
export function shotsInRange(plan: RenderPlan, { only, from = 0, to = plan.frames }: FilmRange): ShotRange[] {
  const wanted = only?.split(',').map((part) => part.trim().toLowerCase())
  const isPart = (shot: PlannedShot, part: string) => `${shot.address.toLowerCase()}.`.startsWith(`${part}.`)
  const has = `the film has ${plan.shots.length} shots and ${plan.frames} frames`
  const missing = wanted?.find((part) => !plan.shots.some((shot) => isPart(shot, part)))
  if (missing !== undefined) throw new RangeError(`range: there is no scene or shot ${JSON.stringify(missing)}; ${has}`)
  const out = plan.shots.flatMap((shot) => {
    if (wanted && !wanted.some((part) => isPart(shot, part))) return []
    const first = Math.max(0, from - shot.startFrame)
    const end = Math.min(shot.frames, to - shot.startFrame)
    return end > first ? [{ shot, first, frames: end - first }] : []
  })
  if (out.length === 0) throw new RangeError(`range: nothing to make in ${only ? `${only}, ` : ''}frames ${from} to ${to}; ${has}`)
  return out
}
