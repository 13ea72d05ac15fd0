import { clamp, EXPRESSIONS, type Performance, smoothstep } from '../film'

/** How long a face takes to change, seconds. */
const CHANGE_S = 0.4

/** Weights of the 8 expressions at a time: moods follow one another, each blended in over 0.4 s. */
export function expressionsAt(moods: Performance['moods'], t: number): number[] {
  const out = EXPRESSIONS.map(() => 0)
  const ordered = [...moods].sort((a, b) => a.t0 - b.t0)
  ordered.forEach((m, i) => {
    // The first mood is already on the face when the shot begins.
    const w = i === 0 ? 1 : smoothstep(m.t0, m.t0 + CHANGE_S, t)
    if (w <= 0) return
    for (let k = 0; k < out.length; k++) out[k] = out[k]! * (1 - w)
    const k = EXPRESSIONS.indexOf(m.expression)
    out[k] = out[k]! + m.weight * w
  })
  return out.map((v) => clamp(v, 0, 1))
}

/** Adds to one expression. */
export function addExpression(weights: number[], name: (typeof EXPRESSIONS)[number], by: number): void {
  const k = EXPRESSIONS.indexOf(name)
  weights[k] = clamp(weights[k]! + by, 0, 1)
}
