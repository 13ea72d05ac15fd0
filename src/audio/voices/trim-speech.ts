import type { FliteSpeech } from './flite'
import type { PhoneInTime } from './phone-in-time'

/** Silence that stays before and behind, seconds. */
const MARGIN_S = 0.008
/** What is this much quieter than the loudest sample is silence: 46 dB. */
const SILENT = 0.005

/** Without the silence around it. Lengths of phones in seconds as the engine has them, scaled to its samples. */
export function trimSpeech({ samples, rate, phones }: FliteSpeech): { samples: Float32Array; phones: PhoneInTime[] } {
  let peak = 0
  for (const x of samples) peak = Math.max(peak, Math.abs(x))
  const total = phones.at(-1)?.endS ?? 0
  const scale = total > 0 ? samples.length / total : 0
  const isSilent = (i: number) => Math.abs(samples[i] as number) <= peak * SILENT
  const margin = Math.round(MARGIN_S * rate)
  const first = phones[0]
  const last = phones.at(-1)
  let from = 0
  if (first?.phone === 'pau') {
    const limit = Math.round(first.endS * scale)
    while (from < limit && isSilent(from)) from++
    from = Math.max(0, from - margin)
  }
  let to = samples.length
  if (last?.phone === 'pau') {
    const limit = Math.round((phones.at(-2)?.endS ?? 0) * scale)
    while (to > limit && isSilent(to - 1)) to--
    to = Math.min(samples.length, to + margin)
  }
  let at = from
  const out: PhoneInTime[] = []
  for (const p of phones) {
    const end = Math.min(to, Math.max(from, p.endS * scale))
    if (end > at) out.push({ phone: p.phone, s: end - at })
    at = Math.max(at, end)
  }
  return { samples: samples.slice(from, to), phones: out }
}
