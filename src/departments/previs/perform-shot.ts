import {
  type FrameRate,
  frameToSeconds,
  type Performance,
  type PropTrack,
  roundNumbers,
  type SceneShots,
  type Shot,
  type ShotPlan,
  type Whereabouts,
  whereAt,
} from '../../film'
import type { Blocking } from './block-scene'

export interface PerformShotOptions {
  readonly blocking: Blocking
  readonly sceneShots: SceneShots
  readonly shot: Shot
  readonly fps: FrameRate
}

/** What one shot needs of its scene's blocking, in seconds from the shot's start. */
export interface ShotPerformance {
  readonly performances: Performance[]
  readonly props: PropTrack[]
  readonly doors: ShotPlan['doors']
  /** Absent where all burns as it is found. */
  readonly lamps?: ShotPlan['lamps']
}

/** Less than this of something is nothing, seconds. */
const GRAIN_S = 1e-3
/** How long after a change of place its trace is seen (turning, sitting down), seconds. */
const SETTLE_S = 2

/**
 * Cuts a scene's tracks to a shot. Whatever was over before it is folded into where people are when it begins, and what
 * comes after it is left out: so a longer line before or behind leaves this data, and its hash, alone.
 */
export function performShot({ blocking, shot, fps }: PerformShotOptions): ShotPerformance {
  const start = frameToSeconds(shot.startFrame, fps)
  const length = frameToSeconds(shot.frames, fps)
  const end = start + length
  const performances = blocking.performances.flatMap((p): Performance[] => {
    const off = blocking.offstage[p.character] ?? []
    if (off.some((o) => o.t0 <= start + 1e-6 && o.t1 >= end - 1e-6)) return []
    return [
      {
        character: p.character,
        where: cutWhere(p.where, start, length),
        acts: p.acts
          .filter((a) => a.t0 < end - GRAIN_S && a.t1 > start + GRAIN_S)
          .map((a) => ({ ...a, t0: a.t0 - start, t1: a.t1 - start })),
        speech: p.speech
          .filter((s) => s.t0 < end - GRAIN_S && s.t1 > start + GRAIN_S)
          .map((s) => ({ ...s, t0: s.t0 - start, t1: s.t1 - start })),
        gaze: cutKeys(p.gaze, start, end),
        moods: cutKeys(p.moods, start, end),
      },
    ]
  })
  const seen = new Set(performances.map((p) => p.character))
  const props = blocking.props.flatMap((p): PropTrack[] => {
    const states = cutKeys(p.states, start, end).filter((s) => s.kind !== 'held' || seen.has(s.by))
    return states.length && states.some((s) => s.kind !== 'gone') ? [{ ...p, states }] : []
  })
  const doors: Record<string, { t: number; open: number }[]> = {}
  for (const [key, keys] of Object.entries(blocking.doors)) {
    const cut = cutDoor(keys, start, end)
    if (cut.some((k) => k.open > 0)) doors[key] = cut
  }
  const lamps: Record<string, { t: number; on: number }[]> = {}
  for (const [key, keys] of Object.entries(blocking.lamps)) {
    const cut = cutDoor(
      keys.map((k) => ({ t: k.t, open: k.on })),
      start,
      end,
    )
    if (cut.some((k) => k.open < 1)) lamps[key] = cut.map((k) => ({ t: k.t, on: k.open }))
  }
  return roundNumbers({ performances, props, doors, ...(Object.keys(lamps).length ? { lamps } : {}) })
}

function cutWhere(where: readonly Whereabouts[], start: number, length: number): Whereabouts[] {
  const out: Whereabouts[] = []
  where.forEach((w, i) => {
    const next = where[i + 1]
    const t0 = w.t0 - start
    const t1 = Math.min(w.t1, next?.t0 ?? Number.POSITIVE_INFINITY) - start
    if (t0 >= length - GRAIN_S || (t1 <= -SETTLE_S && next)) return
    if (w.kind === 'stay') out.push({ ...w, t0: Math.max(t0, -SETTLE_S), t1: Math.min(t1, length) })
    else {
      const endYaw = next?.kind === 'stay' ? next.yaw : w.endYaw
      out.push({ ...w, t0, t1: w.t1 - start, ...(endYaw === undefined ? {} : { endYaw }) })
    }
  })
  // Long over: only where it led to matters.
  while (out.length > 1 && out[1]!.t0 <= -SETTLE_S) out.shift()
  if (out[0]?.kind === 'stay' && out[0].t0 < 0 && out.length > 1 && out[1]!.t0 > 0) out[0] = { ...out[0], t0: 0 }
  if (out[0]?.kind === 'stay' && out.length === 1) out[0] = { ...out[0], t0: 0, t1: length }
  if (out.length) return out
  const at = whereAt(where, start)
  return [{ kind: 'stay', t0: 0, t1: length, position: at.position, yaw: at.yaw, stance: at.stance }]
}

/** Keys in force: the last one before the start counts from 0, those after the end are left out. */
function cutKeys<T extends { readonly t0: number }>(keys: readonly T[], start: number, end: number): T[] {
  const out: T[] = []
  for (const k of keys) {
    if (k.t0 >= end - GRAIN_S) break
    if (k.t0 <= start + GRAIN_S) out.length = 0
    out.push({ ...k, t0: k.t0 <= start + GRAIN_S ? 0 : k.t0 - start })
  }
  return out
}

function cutDoor(
  keys: readonly { readonly t: number; readonly open: number }[],
  start: number,
  end: number,
): { t: number; open: number }[] {
  const at = (t: number): number => {
    let before = keys[0]!
    for (const k of keys) {
      if (k.t > t) return before.t === k.t ? k.open : before.open + ((k.open - before.open) * Math.max(0, t - before.t)) / (k.t - before.t)
      before = k
    }
    return before.open
  }
  const inside = keys.filter((k) => k.t > start && k.t < end).map((k) => ({ t: k.t - start, open: k.open }))
  return [{ t: 0, open: at(start) }, ...inside, { t: end - start, open: at(end) }]
}
