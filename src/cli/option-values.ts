import { type FrameRate, parseFrameRate } from '../film'
import type { QualityName } from '../render'
import type { Arguments } from './parse-arguments'
import { didYouMean, UsageError } from './usage-error'

/** How much work a picture gets, least first. */
export const QUALITIES = ['draft', 'preview', 'production', 'final'] as const satisfies readonly QualityName[]

/** Delivered size for each quality when nobody asks for one. */
export const QUALITY_SIZES: Readonly<Record<QualityName, Size>> = {
  draft: { width: 480, height: 270 },
  preview: { width: 640, height: 360 },
  production: { width: 1280, height: 720 },
  final: { width: 1920, height: 1080 },
}

/** Width and height in pixels. */
export interface Size {
  readonly width: number
  readonly height: number
}

/** `--size 1280x720`. @throws UsageError outside 16 to 8192, or odd where movies are meant. */
export function sizeOf(args: Arguments, { even }: { even: boolean }): Size | undefined {
  const text = args.values.get('size')
  if (text === undefined) return undefined
  const match = /^(\d{1,5})[x×*](\d{1,5})$/i.exec(text.trim())
  if (!match) throw new UsageError(`--size: expected WIDTHxHEIGHT, got ${JSON.stringify(text)}`, 'for example --size 1280x720')
  const size = { width: Number(match[1]), height: Number(match[2]) }
  for (const [field, n] of Object.entries(size)) {
    if (n < 16 || n > 8192) throw new UsageError(`--size: ${field} must be 16 to 8192, got ${n}`, 'for example --size 1280x720')
    if (even && n % 2) throw new UsageError(`--size: ${field} must be even, got ${n}`, `use ${n + 1}`)
  }
  return size
}

/** `--quality`. @throws UsageError for another word. */
export function qualityOf(args: Arguments, fallback: QualityName): QualityName {
  return choiceOf(args, 'quality', QUALITIES) ?? fallback
}

/** One of some words. @throws UsageError with the nearest word. */
export function choiceOf<T extends string>(args: Arguments, flag: string, words: readonly T[]): T | undefined {
  const text = args.values.get(flag)
  if (text === undefined) return undefined
  const found = words.find((w) => w === text)
  if (found) return found
  const near = didYouMean(text, words)
  throw new UsageError(
    `--${flag}: expected one of ${words.join(', ')}, got ${JSON.stringify(text)}`,
    near ? `did you mean ${near}?` : `for example --${flag} ${words[0]}`,
  )
}

/** `--fps`. @throws UsageError outside 1 to 240. */
export function fpsOf(args: Arguments): FrameRate | undefined {
  const text = args.values.get('fps')
  if (text === undefined) return undefined
  try {
    return parseFrameRate(text)
  } catch {
    throw new UsageError(`--fps: expected 1 to 240, got ${JSON.stringify(text)}`, 'for example --fps 24, --fps 23.976 or --fps 30000/1001')
  }
}

/** A whole number in a flag. @throws UsageError outside its range. */
export function wholeNumberOf(args: Arguments, flag: string, least: number, most: number): number | undefined {
  const text = args.values.get(flag)
  if (text === undefined) return undefined
  const n = Number(text)
  if (text.trim() === '' || !Number.isInteger(n) || n < least || n > most)
    throw new UsageError(
      `--${flag}: expected a whole number from ${least} to ${most}, got ${JSON.stringify(text)}`,
      `for example --${flag} ${least}`,
    )
  return n
}

/** A number in a flag. @throws UsageError outside its range. */
export function numberOf(args: Arguments, flag: string, least: number, most: number): number | undefined {
  const text = args.values.get(flag)
  if (text === undefined) return undefined
  const n = Number(text)
  if (text.trim() === '' || !(n >= least && n <= most))
    throw new UsageError(
      `--${flag}: expected a number from ${least} to ${most}, got ${JSON.stringify(text)}`,
      `for example --${flag} ${(least + most) / 2}`,
    )
  return n
}

/** `--layers 4`: so many; `--layers 1.5,4,12`: cut at these metres. @throws UsageError */
export function layersOf(args: Arguments, most: number): number | readonly number[] | undefined {
  const text = args.values.get('layers')
  if (text === undefined) return undefined
  const example = 'for example --layers 4, or cut at metres of your own: --layers 1.5,4,12'
  const words = text.split(',').map((w) => w.trim().replace(/\s*m$/, ''))
  const numbers = words.map(Number)
  const bad = words.findIndex((w, i) => w === '' || !Number.isFinite(numbers[i]))
  if (bad >= 0) throw new UsageError(`--layers: expected a number, or metres with commas between, got ${JSON.stringify(text)}`, example)
  const [first = 0] = numbers
  if (numbers.length === 1 && Number.isInteger(first) && !/m\s*$/.test(text)) {
    if (first < 1 || first > most) throw new UsageError(`--layers: expected 1 to ${most} layers, got ${first}`, example)
    return first
  }
  if (numbers.length >= most) throw new UsageError(`--layers: ${numbers.length + 1} layers are more than ${most}`, 'cut at fewer distances')
  const falls = numbers.findIndex((n, i) => n <= (numbers[i - 1] ?? 0))
  if (falls >= 0)
    throw new UsageError(`--layers: distances must ascend from above 0 m, got ${words[falls]} after ${words[falls - 1] ?? 0}`, example)
  return numbers
}

/** `10s-20s`, `1:30-2:00`, `-15s`, `90s-` in seconds; an open end is undefined. @throws UsageError */
export function rangeOf(args: Arguments): { readonly from: number; readonly to: number | undefined } | undefined {
  const text = args.values.get('range')
  if (text === undefined) return undefined
  const parts = text.split('-')
  const [from, to] = parts.map(secondsOf)
  if (
    parts.length !== 2 ||
    from === null ||
    to === null ||
    (from === undefined && to === undefined) ||
    (to !== undefined && to <= (from ?? 0))
  )
    throw new UsageError(
      `--range: expected FROM-TO with FROM before TO, got ${JSON.stringify(text)}`,
      'for example --range 10s-20s or --range 1:30-2:00',
    )
  return { from: from ?? 0, to }
}

/** Seconds of `10`, `10s`, `1m30s`, `1:30`, `0:01:30.5`; undefined if empty, null if it is no time. */
function secondsOf(text: string): number | undefined | null {
  const t = text.trim()
  if (t === '') return undefined
  const clock = /^(?:(\d+):)?(\d+):(\d+(?:\.\d+)?)$/.exec(t)
  if (clock) return Number(clock[1] ?? 0) * 3600 + Number(clock[2]) * 60 + Number(clock[3])
  const words = /^(?:(\d+(?:\.\d+)?)m)?(?:(\d+(?:\.\d+)?)s?)?$/.exec(t)
  return words ? Number(words[1] ?? 0) * 60 + Number(words[2] ?? 0) : null
}
