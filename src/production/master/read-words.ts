import { listOf, numberOf, textOf } from './plain-data'
import type { ResolvedLight } from './resolved'

/** A colour as `#rrggbb`, from `#rgb`, `#rrggbb` or `0xrrggbb`; undefined for words. */
export function hexOf(text: string | undefined): string | undefined {
  const m = /^(?:#|0x)([0-9a-f]{3}|[0-9a-f]{6})$/i.exec(text?.trim() ?? '')
  if (!m?.[1]) return
  const digits = m[1].toLowerCase()
  return `#${digits.length === 3 ? [...digits].map((d) => d + d).join('') : digits}`
}

/** A size from `1920x1080`, `1920 × 1080`, `[1920, 1080]` or `{ width, height }`. */
export function sizeOf(value: unknown): { width: number; height: number } | undefined {
  const text = typeof value === 'string' ? /^\s*(\d{1,5})\s*[x×*,:]\s*(\d{1,5})\s*$/i.exec(value) : null
  const pair = text
    ? [text[1], text[2]]
    : Array.isArray(value)
      ? value
      : typeof value === 'object' && value !== null
        ? [(value as { width?: unknown }).width, (value as { height?: unknown }).height]
        : []
  const [width, height] = [numberOf(pair[0]), numberOf(pair[1])]
  return pair.length === 2 && width !== undefined && height !== undefined ? { width, height } : undefined
}

/** Width over height from `16:9`, `2.39:1`, `1.85`, `16/9`. */
export function aspectOf(value: unknown): number | undefined {
  const m = typeof value === 'string' ? /^\s*(\d+(?:\.\d+)?)\s*[:/x×]\s*(\d+(?:\.\d+)?)\s*$/i.exec(value) : null
  const n = m ? Number(m[1]) / Number(m[2]) : numberOf(value)
  return n !== undefined && Number.isFinite(n) && n >= 0.2 && n <= 5 ? n : undefined
}

/** Metres from `1.78`, `178`, `178 cm`, `1.78 m`, `5'10"`, `5 ft 10`; undefined for words. */
export function metresOf(value: unknown): number | undefined {
  const text = String(value).trim().toLowerCase()
  const feet = /^(\d)\s*(?:'|ft|feet|foot|’)\s*(\d{1,2}(?:\.\d+)?)?\s*(?:"|in|inches|”|'')?$/.exec(text)
  if (feet) return Math.round((Number(feet[1]) * 0.3048 + Number(feet[2] ?? 0) * 0.0254) * 1000) / 1000
  const m = /^(\d+(?:\.\d+)?)\s*(cm|m|metres|meters)?$/.exec(text)
  if (!m) return
  const n = Number(m[1])
  const metres = m[2] === 'cm' || (!m[2] && n > 3) ? n / 100 : n
  return metres >= 0.6 && metres <= 2.3 ? metres : undefined
}

/** Frames, both in the stretch and counted from 1: `[1, 48]`, `1-48`. */
export function frameRangeOf(value: unknown): readonly [number, number] | undefined {
  const m = typeof value === 'string' ? /^\s*(\d{1,7})\s*(?:-|–|\.\.|to)\s*(\d{1,7})\s*$/.exec(value) : null
  const pair = m ? [Number(m[1]), Number(m[2])] : Array.isArray(value) && value.length === 2 ? value : []
  const [from, to] = [numberOf(pair[0]), numberOf(pair[1])]
  return from !== undefined && to !== undefined && Number.isInteger(from) && Number.isInteger(to) && from >= 0 && to >= from
    ? [from, to]
    : undefined
}

const TIMES: readonly (readonly [RegExp, NonNullable<ResolvedLight['time_of_day']>, string?])[] = [
  [/^(?:golden[ _-]?hour|magic[ _-]?hour|sunset|dusk|evening|twilight|sundown)$/, 'DUSK'],
  [/^(?:dawn|sunrise|early[ _-]morning|daybreak)$/, 'DAWN'],
  [/^(?:noon|midday)$/, 'DAY', 'noon'],
  [/^(?:day|morning|afternoon|daylight|daytime)$/, 'DAY'],
  [/^(?:night|midnight|moonlight|late)$/, 'NIGHT'],
]

/** A time of day as the lighting knows it, and what else the word asks for. */
export function timeOf(value: unknown): { time: NonNullable<ResolvedLight['time_of_day']>; word?: string } | undefined {
  const text = textOf(value)?.toLowerCase()
  const hit = text === undefined ? undefined : TIMES.find(([r]) => r.test(text))
  return hit ? { time: hit[1], ...(hit[2] ? { word: hit[2] } : {}) } : undefined
}

/** All texts inside a value, whatever its shape, as words for a reader of words: `golden_hour` is `golden hour`. */
export function wordsIn(value: unknown): string[] {
  if (typeof value === 'string') return [value.replace(/_/g, ' ').trim()].filter((w) => w !== '')
  if (Array.isArray(value)) return listOf(value).flatMap(wordsIn)
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(wordsIn) : []
}
