import { sineOf } from '../dsp/sine'
import type { PhoneInTime } from './phone-in-time'

/** By what factor the voice has risen at the end of a question; the engine lets it fall there. */
const RISE = 1.5
/** Alike enough to be the same vibration again: correlation of two neighbouring periods. */
const VOICED = 0.5

/** A place where the vocal cords close, samples; how long until the next; whether they sound. */
interface Mark {
  readonly at: number
  readonly period: number
  readonly voiced: boolean
}

/**
 * Lets the voice rise from the last stressed vowel on, as in a question that wants a yes or a no, by moving its vibrations
 * closer together (PSOLA: E. Moulines and F. Charpentier, 1990): neither lengths nor resonances change.
 * @param phones of all the samples, lengths in samples.
 * @param hz the voice's mean fundamental.
 */
export function riseAtEnd(samples: Float32Array, rate: number, phones: readonly PhoneInTime[], hz: number): Float32Array {
  const from = nucleusOf(phones)
  if (from === undefined) return samples
  const marks = marksFrom(samples, from, rate / hz)
  if (marks.length < 4) return samples
  const first = (marks[0] as Mark).at
  const sum = new Float64Array(samples.length - first)
  const weight = new Float64Array(samples.length - first)
  let i = 0
  for (let at = first; at < samples.length; ) {
    while (i + 1 < marks.length && Math.abs((marks[i + 1] as Mark).at - at) <= Math.abs((marks[i] as Mark).at - at)) i++
    const mark = marks[i] as Mark
    const centre = Math.round(at)
    for (let k = -mark.period; k <= mark.period; k++) {
      const to = centre + k
      if (to < first || to >= samples.length) continue
      const w = 0.5 + 0.5 * sineOf(k / (2 * mark.period) + 0.25)
      sum[to - first] = (sum[to - first] as number) + w * (samples[mark.at + k] ?? 0)
      weight[to - first] = (weight[to - first] as number) + w
    }
    const u = (at - first) / (samples.length - first)
    at += mark.voiced ? mark.period / (1 + (RISE - 1) * u) : mark.period
  }
  const out = samples.slice()
  const blend = (marks[0] as Mark).period
  for (let n = 0; n < sum.length; n++) {
    const w = weight[n] as number
    if (w < 0.05) continue
    const share = Math.min(1, n / blend)
    out[first + n] = (out[first + n] as number) * (1 - share) + ((sum[n] as number) / w) * share
  }
  return out
}

/** Where the last stressed vowel begins, or else the last vowel; undefined where there is none. */
function nucleusOf(phones: readonly PhoneInTime[]): number | undefined {
  let at = 0
  let vowel: number | undefined
  let stressed: number | undefined
  for (const p of phones) {
    if (/^[aeiou]/.test(p.phone)) vowel = at
    if (p.stressed) stressed = at
    at += p.s
  }
  return stressed ?? vowel
}

/** Where the cords close, from a place on. @param usual period, samples. */
function marksFrom(samples: Float32Array, from: number, usual: number): Mark[] {
  const out: Mark[] = []
  const [shortest, longest] = [Math.floor(usual / 1.8), Math.ceil(usual * 1.7)]
  const start = Math.round(from)
  let at = strongest(samples, start, start + longest)
  const sign = (samples[at] as number) < 0 ? -1 : 1
  while (at < samples.length) {
    let best = 0
    let period = Math.round(usual)
    for (let lag = shortest; lag <= longest; lag++) {
      const c = likeness(samples, at, lag)
      if (c > best) {
        best = c
        period = lag
      }
    }
    const voiced = best > VOICED
    if (!voiced) period = Math.round(usual)
    out.push({ at, period, voiced })
    const reach = voiced ? Math.round(period * 0.12) : 0
    let next = at + period
    for (let k = at + period - reach; k <= at + period + reach; k++)
      if (sign * (samples[k] as number) > sign * (samples[next] as number)) next = k
    at = next
  }
  return out
}

function strongest(samples: Float32Array, from: number, to: number): number {
  let best = Math.max(0, from)
  for (let i = best; i < Math.min(to, samples.length); i++) if (Math.abs(samples[i] as number) > Math.abs(samples[best] as number)) best = i
  return best
}

/** Correlation of a period with the next. */
function likeness(samples: Float32Array, at: number, lag: number): number {
  let [product, one, other] = [0, 0, 0]
  const half = lag >> 1
  for (let k = -half; k < half; k++) {
    const a = samples[at + k] ?? 0
    const b = samples[at + lag + k] ?? 0
    product += a * b
    one += a * a
    other += b * b
  }
  return one > 0 && other > 0 ? product / Math.sqrt(one * other) : 0
}
