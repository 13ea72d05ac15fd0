import { type Habit, random } from '../../film'
import type { GazeCue } from '../gaze-cues'

/** How often somebody blinks, in times of the usual: who stares hardly does. */
export const paceOf = (habits: readonly Habit[]): number => (habits.includes('blinks') ? 3.2 : habits.includes('stares') ? 0.35 : 1)

/** A look away that is shorter than this is a moment's, seconds. */
const MOMENT_S = 1.3

/** The looks of somebody whose eyes do not leave whom they look at: those of a moment fall away. */
export const stare = (cues: readonly GazeCue[]): readonly GazeCue[] =>
  cues.filter(
    (c, i) => !(c.kind === 'ahead' && cues[i - 1]?.kind === 'actor' && cues[i + 1]?.kind === 'actor' && cues[i + 1]!.t0 - c.t0 < MOMENT_S),
  )

/** The looks of somebody who cannot look people in the eye: a glance, and away again, down and aside. @param seconds the shot's length. */
export function avoidEyes(cues: readonly GazeCue[], key: string, seconds: number): readonly GazeCue[] {
  return cues.flatMap((cue, i): GazeCue[] => {
    if (cue.kind !== 'actor') return [cue]
    const until = cues[i + 1]?.t0 ?? seconds
    const r = random(`${key}/avoids${i}`)
    const out: GazeCue[] = []
    let t = cue.t0
    // A shot that begins on them may begin with the eyes away.
    if (t > 0.05 || r.chance(0.4)) {
      out.push(cue)
      t += r.range(0.4, 0.8)
    }
    while (t < until - 0.3) {
      out.push({ kind: 'rel', t0: t, yaw: (r.chance(0.5) ? 1 : -1) * r.range(0.25, 0.6), pitch: -r.range(0.22, 0.45) })
      t += r.range(1.2, 2.6)
      if (t > until - 0.9) break
      out.push({ ...cue, t0: t })
      t += r.range(0.35, 0.7)
    }
    return out
  })
}
