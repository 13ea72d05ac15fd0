import { fieldsOf, isFields, textOf } from '../master/plain-data'
import type { DataPath } from '../master/read-yaml'
import { EVERY_SCENE, readScenes, type SceneSpan, scenesText } from '../master/scenes'
import type { Inspection } from './inspection'
import { type Finding, quoted } from './rule'

/** Something that is said for a range of scenes. */
export interface Ranged {
  /** The range as it was written. */
  readonly range: string
  readonly spans: readonly SceneSpan[]
  readonly value: unknown
  readonly path: DataPath
}

/** Ranges of a map of scene ranges, or of a list whose members have `scenes`. */
export function rangesOf(p: Inspection, value: unknown, path: DataPath): Ranged[] {
  if (Array.isArray(value))
    return value.slice(0, 500).flatMap((v, i): Ranged[] => {
      const scenes = fieldsOf(v).scenes ?? fieldsOf(v).scene
      return scenes === undefined ? [] : [{ range: quoted(scenes), spans: p.spans(scenes), value: v, path: [...path, i] }]
    })
  if (!isFields(value)) return []
  return Object.entries(value)
    .slice(0, 500)
    .flatMap(([range, v]): Ranged[] => (readScenes(range) ? [{ range, spans: p.spans(range), value: v, path: [...path, range] }] : []))
}

/** Ranges that hold no scene of the script, or run past its last one. */
export function* outside(p: Inspection, ranges: readonly Ranged[], whose: string): Iterable<Finding> {
  if (p.scenes.length === 0) return
  for (const { range, spans, path } of ranges) {
    const missing = spans.filter((s) => s !== EVERY_SCENE && s.to !== EVERY_SCENE.to && misses(p, s))
    if (missing.length === 0) continue
    const nothing = p.scenesIn(spans).length === 0
    yield {
      path,
      at: 'key',
      message: nothing
        ? `the script has no scene ${scenesText(missing)}: this ${whose} is never seen`
        : `the script has not all of the scenes ${scenesText(missing)}`,
      remedy: `its scenes are ${p.sceneRange}`,
      value: range,
    }
  }
}

/** Whether one of a span's ends is no scene of the script. */
const misses = (p: Inspection, span: SceneSpan): boolean =>
  [span.from, span.to].some((end) => p.scenesIn([{ from: end, to: end }]).length === 0)

/** Ranges that claim the same scene. The one for all scenes is what the others are exceptions to. */
export function* overlapping(p: Inspection, ranges: readonly Ranged[], whose: string): Iterable<Finding> {
  const narrow = ranges.filter((r) => !r.spans.includes(EVERY_SCENE))
  for (const [i, later] of narrow.entries()) {
    const earlier = narrow.slice(0, Math.min(i, 100)).find((e) => shared(p, e, later) !== undefined)
    if (!earlier) continue
    yield {
      path: later.path,
      at: 'key',
      message: `scene ${shared(p, earlier, later)} has two ${whose}s: ${quoted(earlier.range)} and ${quoted(later.range)}`,
      remedy: 'let the ranges not overlap; of two, the later one is taken',
      value: later.range,
    }
  }
}

/** A scene that both hold: of the script, or by number where there is none. */
function shared(p: Inspection, a: Ranged, b: Ranged): string | undefined {
  if (p.scenes.length > 0) {
    const inB = new Set(p.scenesIn(b.spans))
    const both = p.scenesIn(a.spans).find((i) => inB.has(i))
    return both === undefined ? undefined : (p.scenes[both]?.number ?? String(both + 1))
  }
  for (const x of a.spans)
    for (const y of b.spans) {
      const from = Math.max(Number.parseInt(x.from, 10), Number.parseInt(y.from, 10))
      if (from <= Math.min(Number.parseInt(x.to, 10), Number.parseInt(y.to, 10)) && !lettered(x, y)) return String(from)
    }
  return
}

/** 3A and 3B are of one number and yet two scenes: without a script, letters decide nothing. */
const lettered = (...spans: readonly SceneSpan[]): boolean => spans.some((s) => /[A-Z]/.test(s.from + s.to))

/** Keys that look like scenes and are none: `scen_1`, `scene_5_1`. */
export function* unreadable(value: unknown, path: DataPath): Iterable<Finding> {
  if (!isFields(value)) return
  const keys = Object.keys(value).slice(0, 500)
  for (const key of keys) {
    if (readScenes(key) || !/^sc\w{0,5}[\s_.-]*\d|^\d+[\s_–-]/i.test(key)) continue
    yield {
      path: [...path, key],
      at: 'key',
      message: `${quoted(key)} is no range of scenes`,
      remedy: `write ${suggestion(key)}`,
      value: textOf(key),
    }
  }
}

const suggestion = (key: string): string => {
  const [a, b] = (key.match(/\d{1,5}/g) ?? []).map(Number)
  if (a === undefined) return 'scene_1_5, 3 or 1-5'
  return b === undefined ? `scene_${a}` : `scene_${Math.min(a, b)}_${Math.max(a, b)}`
}
