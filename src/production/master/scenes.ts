/** A stretch of scenes by number, both ends in it: `{ from: '1', to: '5' }`. */
export interface SceneSpan {
  readonly from: string
  readonly to: string
}

/** A scene by its place in the film, from 1, and by the number the script prints beside it. */
export interface SceneName {
  readonly index: number
  readonly number?: string | undefined
}

/** All scenes. */
export const EVERY_SCENE: SceneSpan = { from: '0', to: '99999' }

const PREFIX = /^(?:scenes?|sc)(?=[\s_.#-]*\d)[\s_.#-]*/
const SPAN = /^(\d{1,5}[a-z]{0,2})(?:\s*(?:_|-|–|\.\.|to)\s*(?:(?:scene|sc)[\s_.#-]*)?(\d{1,5}[a-z]{0,2}))?$/

/**
 * Reads `3`, `3A`, `1-5`, `scene_1_5`, `scenes 1 to 5`, `sc3`, `all`, a list of these, or several with commas.
 * Undefined when some of it is no scene number, or a stretch runs backwards.
 */
export function readScenes(value: unknown): SceneSpan[] | undefined {
  if (Array.isArray(value)) {
    const all = value.map(readScenes)
    return all.includes(undefined) ? undefined : all.flatMap((s) => s ?? [])
  }
  if (typeof value !== 'string' && typeof value !== 'number') return
  const parts = String(value)
    .toLowerCase()
    .split(/[,;&]/)
    .map((p) => p.trim())
  const spans: SceneSpan[] = []
  for (const part of parts) {
    if (/^(?:all|every|default|\*)(?:[\s_]scenes?)?$/.test(part)) {
      spans.push(EVERY_SCENE)
      continue
    }
    const m = SPAN.exec(part.replace(PREFIX, ''))
    if (!m?.[1]) return
    const span = { from: m[1].toUpperCase(), to: (m[2] ?? m[1]).toUpperCase() }
    if (compareScenes(span.from, span.to) > 0) return
    spans.push(span)
  }
  return spans
}

/** Scene numbers in the order they are shot: 3, 3A, 3B, 4, 10. */
export function compareScenes(a: string, b: string): number {
  const [na, nb] = [Number.parseInt(a, 10), Number.parseInt(b, 10)]
  if (na !== nb) return na - nb
  const [la, lb] = [a.replace(/^\d+/, ''), b.replace(/^\d+/, '')]
  return la.length - lb.length || (la < lb ? -1 : la > lb ? 1 : 0)
}

/**
 * Whether a scene is in one of the spans: by the number printed in the script, or where it has none by its place. `1-5`
 * holds 3A and also 5A; a single `3` holds scene 3 only.
 */
export function inScenes(spans: readonly SceneSpan[], scene: SceneName): boolean {
  const number = (scene.number ?? String(scene.index)).toUpperCase().replace(/[.\s]+$/, '')
  if (!/^\d/.test(number)) return spans.includes(EVERY_SCENE)
  return spans.some(
    ({ from, to }) =>
      compareScenes(number, from) >= 0 &&
      (compareScenes(number, to) <= 0 || (from !== to && Number.parseInt(number, 10) === Number.parseInt(to, 10) && /^\d+$/.test(to))),
  )
}

/** Scenes as people write them, for messages: `1–5, 7A`. */
export const scenesText = (spans: readonly SceneSpan[]): string =>
  spans.map(({ from, to }) => (from === '0' ? 'all scenes' : from === to ? from : `${from}–${to}`)).join(', ')

/** Where a shot is by the planned film: scene number and the shot's place in the scene, from 1. */
export interface ShotAddress {
  /** Undefined when the name says no scene. */
  readonly scene: string | undefined
  readonly shot: number
}

/** Reads `sh2`, `shot 2`, `sc3.sh2`, `sc3_sh2`, `scene_3_shot_2`, `3A.2`; undefined for a name of somebody's own. */
export function readShotName(name: string): ShotAddress | undefined {
  const m = /^(?:(?:scene|sc)?[\s_.-]*(\d{1,5}[a-z]{0,2})[\s_.-]+)?(?:shot|sh)[\s_.-]*(\d{1,4})$/i.exec(name.trim())
  const bare = m ?? /^(\d{1,5}[a-z]{0,2})\.(\d{1,4})$/i.exec(name.trim())
  return bare?.[2] ? { scene: bare[1]?.toUpperCase(), shot: Number(bare[2]) } : undefined
}

/** Most shots that one name may stand for. */
const LONGEST_RUN = 200

/** `sh1-4` is four shots, `sc3.sh1-2` two; any other name is itself. */
export function expandShotName(name: string): string[] {
  const m = /^(.*?(?:shot|sh)[\s_.-]*)(\d{1,4})\s*(?:-|–|\.\.)\s*(\d{1,4})$/i.exec(name.trim())
  if (!m) return [name]
  const [from, to] = [Number(m[2]), Number(m[3])]
  if (to < from || to - from >= LONGEST_RUN) return [name]
  return Array.from({ length: to - from + 1 }, (_, i) => `${m[1]}${from + i}`)
}

/** What of a production says when its scenes play. */
interface Years {
  readonly year?: number
  readonly sceneYears?: readonly (number | undefined)[]
}

/** The year a scene plays in: the production's, else the script's own; today when undefined. */
export const yearOfScene = ({ year, sceneYears }: Years, scene: SceneName): number | undefined => year ?? sceneYears?.[scene.index - 1]

/** The year a film plays in: the production's, else the script's where all of it plays in one; people are dressed for today where it does not. */
export const yearOfFilm = ({ year, sceneYears }: Years): number | undefined =>
  year ?? (sceneYears?.every((y) => y === sceneYears[0]) ? sceneYears[0] : undefined)
