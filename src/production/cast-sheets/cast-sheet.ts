import { type Style, styleByName } from '../../departments/retro'
import { type CharacterSpec, figureOf, type PlanStore, slug } from '../../film'
import type { PlannedFilm } from '../phases'
import { characterNamed } from '../sprites'
import { sheetFilm } from './sheet-film'
import { expressions, portrait, poses, SHOT_S, type SheetPicture, turnaround } from './sheet-picture'
import { sheetStudio } from './sheet-studio'

/** The kinds of sheets: `line-up` is of everybody, the others of one person. */
export const CAST_SHEETS = ['line-up', 'turnaround', 'expressions', 'poses', 'costumes'] as const
export type CastSheetKind = (typeof CAST_SHEETS)[number]

/** What is wanted of a film's people. */
export interface CastSheetWish {
  readonly kind: CastSheetKind
  /** Whose; not for a line-up. */
  readonly character?: string | undefined
  /** What it will be drawn in: pictures are as wide as a machine's screen, which would cut heads and feet off otherwise. */
  readonly style?: string | Style | undefined
}

/** A sheet as a film of its own: a shot a picture, in order. */
export interface CastSheet {
  readonly store: PlanStore
  /** What stands under each picture. */
  readonly labels: readonly string[]
  readonly columns: number
  /** Width over height of each picture. */
  readonly aspect: number
}

/** How the pictures of a sheet stand. */
const LAYOUT: Readonly<Record<CastSheetKind, { readonly columns: number; readonly aspect: number }>> = {
  'line-up': { columns: 8, aspect: 0.6 },
  turnaround: { columns: 8, aspect: 0.6 },
  expressions: { columns: 6, aspect: 1 },
  poses: { columns: 8, aspect: 0.75 },
  costumes: { columns: 8, aspect: 0.6 },
}

/** Width over height of the screen of a style's machine; undefined for styles that draw at any size. */
const screenAspect = (style: Style | undefined): number | undefined =>
  style?.resolution ? (style.resolution.width * style.pixelAspect.num) / (style.resolution.height * style.pixelAspect.den) : undefined

/** People in a line-up at most: those who speak most come first. */
const LINE_UP_MOST = 40

/**
 * Plans a sheet of a film's people.
 * @throws RangeError for a name that nobody has, or a missing one.
 */
export function castSheet(film: PlannedFilm, { kind, character, style }: CastSheetWish): CastSheet {
  const usual = LAYOUT[kind]
  const aspect = screenAspect(typeof style === 'string' ? styleByName(style) : style) ?? usual.aspect
  const columns = Math.max(1, Math.round((usual.columns * usual.aspect) / aspect))
  const pictures = picturesOf(film, kind, character, aspect)
  const store = sheetFilm(
    { title: film.store.plan.title, author: film.store.plan.author, aspect, seconds: SHOT_S },
    pictures.map(({ spec, picture }, i) => ({
      key: `cast-${slug(spec.key)}-${slug(picture.label)}-${i}`,
      label: picture.label,
      ...sheetStudio(figureOf(spec).eyeHeightM),
      camera: picture.camera,
      cast: { spec, performance: picture.performance },
      size: kind === 'expressions' ? 'CU' : 'FS',
    })),
    film.store.models,
  )
  return { store, labels: pictures.map((p) => p.picture.label), columns: Math.min(columns, pictures.length), aspect }
}

function picturesOf(
  film: PlannedFilm,
  kind: CastSheetKind,
  character: string | undefined,
  aspect: number,
): { readonly spec: CharacterSpec; readonly picture: SheetPicture }[] {
  if (kind === 'line-up') {
    const lines = new Map(film.script.characters.map((c) => [c.key, c.lines]))
    const people = film.script.characters
      .flatMap((c) => film.store.cast[c.key] ?? film.store.cast[`${c.key}#1`] ?? [])
      .sort((a, b) => (lines.get(b.key) ?? 0) - (lines.get(a.key) ?? 0))
      .slice(0, LINE_UP_MOST)
    if (people.length === 0) throw new RangeError('character: the film has nobody in it')
    return people.map((spec) => ({ spec, picture: portrait(spec, aspect, spec.name) }))
  }
  if (character === undefined || character.trim() === '') throw new RangeError('character: whose sheet? Give a name of the cast')
  const spec = characterNamed(film, character)
  if (kind === 'costumes') return costumesOf(film, spec).map(({ worn, label }) => ({ spec: worn, picture: portrait(worn, aspect, label) }))
  const make = { turnaround, expressions, poses }[kind]
  return make(spec, aspect).map((picture) => ({ spec, picture }))
}

/** How somebody looks over the film, each look with the scenes it is in, in film order. */
function costumesOf({ store }: PlannedFilm, spec: CharacterSpec): { readonly worn: CharacterSpec; readonly label: string }[] {
  const scenes = new Map<string, number[]>()
  store.plan.scenes.forEach(({ key, costumes }, i) => {
    const isIn = store.plan.shots.some((s) => s.sceneKey === key && s.subjects.includes(spec.key))
    if (!isIn && !costumes?.[spec.key]) return
    const name = costumes?.[spec.key] ?? spec.key
    scenes.set(name, [...(scenes.get(name) ?? []), i + 1])
  })
  if (scenes.size === 0) scenes.set(spec.key, [])
  return [...scenes].flatMap(([name, list]) => {
    const worn = store.cast[name]
    return worn ? [{ worn, label: list.length > 0 ? `scene ${list.join(', ')}` : 'as cast' }] : []
  })
}
