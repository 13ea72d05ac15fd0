import { GRADES, isDiffusion, ORDERED_DITHERS, Style, type StyleChanges } from '../../departments/retro'
import { z } from '../../film'
import { choiceWord, limitsStart, SECTIONS, type SectionKey, wordsFor } from './style-words'

/** Where a value stands in a style. */
export type FieldPath = readonly string[]

/** How a value is chosen. */
export type FieldKind =
  | { readonly kind: 'number'; readonly min: number; readonly max: number | undefined; readonly step: number }
  /** Three numbers: red, green, blue. */
  | { readonly kind: 'triple'; readonly min: number; readonly max: number; readonly step: number }
  | { readonly kind: 'choice'; readonly choices: readonly { readonly value: string | number | null; readonly label: string }[] }
  | { readonly kind: 'switch' }
  | { readonly kind: 'colour' }
  /** Whole numbers in rows, or in one row. */
  | { readonly kind: 'rows'; readonly deep: 1 | 2 }
  /** A palette, which has an editor of its own; a table of colours, which comes from a file. */
  | { readonly kind: 'palette' }
  | { readonly kind: 'table' }
  /** Something that is there or not, and whose own fields follow. */
  | { readonly kind: 'presence' }

/** One value of a style, with all that a control for it needs to know. */
export type Field = FieldKind & {
  readonly path: FieldPath
  readonly label: string
  readonly unit: string
  /** What it does, where the label does not say. */
  readonly help: string | undefined
  /** For what may be left out: what it is when it is put in. */
  readonly start: unknown
}

export interface FieldSection {
  readonly key: SectionKey
  readonly title: string
  readonly fields: readonly Field[]
}

/** A JSON Schema, as far as those of styles go. */
interface Shape {
  readonly type?: string
  readonly properties?: Readonly<Record<string, Shape>>
  readonly prefixItems?: readonly Shape[]
  readonly items?: Shape | boolean
  readonly anyOf?: readonly Shape[]
  readonly oneOf?: readonly Shape[]
  readonly enum?: readonly string[]
  readonly const?: string | number
  readonly minimum?: number
  readonly maximum?: number
  readonly exclusiveMinimum?: number
  readonly pattern?: string
}

/** Fields that say which style it is, not what it looks like. */
const IDENTITY = ['id', 'name', 'aliases', 'about', 'group']
/** A range beyond which a slider is no help. */
const WIDEST_SLIDER = 1100

let schema: Shape | undefined
const styleSchema = (): Shape => {
  schema ??= z.toJSONSchema(Style) as Shape
  return schema
}

/** Every value of a style that may be chosen, by section, in the order in which they are applied. Made from the schema. */
export function fieldSections(style: Style): readonly FieldSection[] {
  const top = Object.entries(styleSchema().properties ?? {}).filter(([key]) => !IDENTITY.includes(key))
  return SECTIONS.map(({ key, title, of }: { key: SectionKey; title: string; of: readonly string[] }) => ({
    key,
    title,
    fields: top.filter(([name]) => of.includes(name)).flatMap(([name, shape]) => fieldsOf(shape, [name], style)),
  }))
}

/** The keys of a style that no section shows; none, unless the schema has grown. */
export const unshownKeys = (): readonly string[] =>
  Object.keys(styleSchema().properties ?? {}).filter(
    (key) => !IDENTITY.includes(key) && !SECTIONS.some(({ of }) => (of as readonly string[]).includes(key)),
  )

function fieldsOf(shape: Shape, path: FieldPath, style: Style): readonly Field[] {
  if (!applies(path, style)) return []
  const { label, unit, help, range, start } = wordsFor(path)
  const field = (kind: FieldKind, optional: unknown = undefined): Field => ({ ...kind, path, label, unit, help, start: optional })
  const options = shape.anyOf ?? shape.oneOf
  if (options?.some((o) => o.type === 'null')) {
    const inner = options.find((o) => o.type !== 'null') as Shape
    const value = valueAt(style, path)
    if (inner.oneOf) return kindsOf(inner.oneOf, true)
    if (inner.type === 'object' && !('values' in (inner.properties ?? {})))
      return [field({ kind: 'presence' }, start), ...(value === null ? [] : inside(inner))]
    // A pattern stays as long as the dither is one.
    return fieldsOf(inner, path, style).map((f) => (path[1] === 'pattern' ? f : { ...f, start }))
  }
  if (options?.every((o) => o.type === 'object')) return kindsOf(options, false)
  if (options || shape.enum) {
    const values = shape.enum ?? (options ?? []).map((o) => o.const as string | number)
    const open = path[0] === 'downscale' && style.resolution !== null ? values.filter((v) => v !== 'none') : values
    return [field({ kind: 'choice', choices: open.map((value) => ({ value, label: choiceWord(path, value) })) })]
  }
  switch (shape.type) {
    case 'object':
      return 'values' in (shape.properties ?? {}) ? [field({ kind: 'table' })] : inside(shape)
    case 'number':
    case 'integer':
      return [field({ kind: 'number', ...rangeOf(shape, range) })]
    case 'boolean':
      return [field({ kind: 'switch' })]
    case 'array': {
      if (path[0] === 'palette') return [field({ kind: 'palette' })]
      const first = shape.prefixItems?.[0]
      if (first) return [field({ kind: 'triple', ...(rangeOf(first, range) as { min: number; max: number; step: number }) })]
      return [field({ kind: 'rows', deep: (shape.items as Shape).type === 'array' ? 2 : 1 })]
    }
    default:
      if (path.join('.') === 'film.grade') {
        const choices = [{ value: 'none', label: 'None' }, ...GRADES.map((g) => ({ value: g.id, label: g.name }))]
        return [field({ kind: 'choice', choices })]
      }
      return [field({ kind: 'colour' })]
  }

  function inside(object: Shape): readonly Field[] {
    return Object.entries(object.properties ?? {})
      .filter(([key]) => key !== 'kind' || path[0] === 'dither')
      .flatMap(([key, part]) => (valueAt(style, [...path, key]) === undefined ? [] : fieldsOf(part, [...path, key], style)))
  }

  /** One of several shapes, told apart by their `kind`, or none of them. */
  function kindsOf(shapes: readonly Shape[], orNone: boolean): readonly Field[] {
    const kinds = shapes.map((s) => s.properties?.kind?.const as string)
    const value = valueAt(style, path) as { readonly kind: string } | null
    const choices = [...(orNone ? [null] : []), ...kinds].map((k) => ({ value: k, label: choiceWord(path, k ?? 'none') }))
    const chosen = shapes.find((s) => s.properties?.kind?.const === value?.kind)
    return [{ ...field({ kind: 'choice', choices }), path: [...path, 'kind'] }, ...(value && chosen ? inside(chosen) : [])]
  }
}

function rangeOf(shape: Shape, wished: readonly [number, number] | undefined): { min: number; max: number | undefined; step: number } {
  const whole = shape.type === 'integer'
  const min = shape.minimum ?? wished?.[0] ?? (whole ? 1 : 0)
  const most = shape.maximum ?? Number.POSITIVE_INFINITY
  const max = wished?.[1] ?? (most - min <= WIDEST_SLIDER ? most : undefined)
  const width = (max ?? 1000) - min
  return { min, max, step: whole ? 1 : width <= 0.7 ? 0.005 : width <= 4 ? 0.01 : width <= 12 ? 0.05 : 0.5 }
}

/** Whether a value changes anything in this style: of a dither those of its kind. */
function applies(path: FieldPath, { dither }: Style): boolean {
  if (path[0] !== 'dither' || path.length < 2) return true
  const ordered = (ORDERED_DITHERS as readonly string[]).includes(dither.kind)
  switch (path[1]) {
    case 'size':
      return dither.kind === 'bayer'
    case 'pattern':
      return dither.kind === 'pattern'
    case 'strength':
      return dither.kind !== 'none'
    case 'contrastPenalty':
      return ordered
    case 'linear':
    case 'serpentine':
    case 'local':
      return isDiffusion(dither.kind)
    default:
      return true
  }
}

/** The value that stands there; undefined where nothing does. */
export const valueAt = (style: Style, path: FieldPath): unknown =>
  path.reduce<unknown>((inside, key) => (inside as Readonly<Record<string, unknown>> | null | undefined)?.[key], style)

/** The path that a field is the head of: of a `kind` the whole, since the rest of it depends on that. */
const ownPath = (path: FieldPath): FieldPath => (path.at(-1) === 'kind' && path[0] !== 'dither' ? path.slice(0, -1) : path)

/** Whether a field differs from what it was. */
export const isChanged = (field: Pick<Field, 'path'>, style: Style, before: Style): boolean =>
  JSON.stringify(compared(field.path, style)) !== JSON.stringify(compared(field.path, before))

/** A value for comparison: of what has fields of its own only whether, and of which kind, it is there. */
function compared(path: FieldPath, style: Style): unknown {
  const value = valueAt(style, path)
  return value && typeof value === 'object' && !Array.isArray(value) && !('values' in value) ? 'there' : value
}

/** The change of a style that sets one value. */
export function changeTo(style: Style, path: FieldPath, value: unknown): StyleChanges {
  const own = ownPath(path)
  const [key, ...rest] = own as [keyof Style, ...string[]]
  const head = own.length < path.length
  const put = head && value !== null ? startOf(key, value as string) : value
  const whole = setIn(style[key], rest, put)
  switch (key) {
    case 'palette':
      // Colours changed one by one keep the machine's limits; another palette has none.
      if (put === null) return { palette: null, limits: null }
      return { palette: put as Style['palette'], limits: (put as string[]).length === style.palette?.length ? style.limits : null }
    case 'mixes':
      return put === null ? { mixes: null, limits: null } : ({ mixes: whole, limits: style.mixes ? style.limits : null } as StyleChanges)
    case 'dither':
      return whole && (whole as Style['dither']).kind === 'pattern' && style.dither.pattern === null
        ? { dither: { ...(whole as Style['dither']), pattern: wordsFor(['dither', 'pattern']).start as number[][] } }
        : ({ dither: whole } as StyleChanges)
    case 'resolution':
      return {
        resolution: whole as Style['resolution'],
        pixelAspect: style.pixelAspect,
        downscale: style.downscale === 'none' ? 'area' : style.downscale,
      }
    default:
      return { [key]: whole }
  }
}

/** The change that brings values back to what they were. */
export function changesBack(style: Style, before: Style, fields: readonly Pick<Field, 'path'>[]): StyleChanges {
  const changes: Record<string, unknown> = {}
  for (const { path } of fields) {
    const own = ownPath(path)
    const [key, ...rest] = own as [keyof Style, ...string[]]
    const now = key in changes ? changes[key] : style[key]
    // Of another kind or of nothing there is no part to bring back: the whole comes.
    const there = rest.length > 0 && valueAt(before, own) !== undefined && now !== null
    changes[key] = there ? setIn(now, rest, valueAt(before, own)) : before[key]
  }
  const colours = ['palette', 'mixes', 'limits'].some((key) => key in changes && before[key as keyof Style] !== style[key as keyof Style])
  if (colours && ('palette' in changes || ('mixes' in changes && (style.mixes === null) !== (before.mixes === null))))
    Object.assign(changes, { palette: before.palette, mixes: before.mixes, limits: before.limits })
  else if ('mixes' in changes && !('limits' in changes)) changes.limits = style.limits
  const dither = changes.dither as Style['dither'] | undefined
  if (dither?.kind === 'pattern' && dither.pattern === null) changes.dither = { ...dither, pattern: before.dither.pattern }
  if ('resolution' in changes || 'pixelAspect' in changes || 'downscale' in changes) {
    const same = 'resolution' in changes ? before : style
    changes.pixelAspect ??= same.pixelAspect
    changes.downscale ??= same.downscale
  }
  return changes as StyleChanges
}

const startOf = (key: string, kind: string): unknown => (key === 'limits' ? limitsStart(kind) : { kind })

function setIn(value: unknown, path: readonly string[], to: unknown): unknown {
  const [key, ...rest] = path
  if (key === undefined) return to
  if (Array.isArray(value)) return value.map((part, i) => (i === Number(key) ? setIn(part, rest, to) : part))
  const object = value as Readonly<Record<string, unknown>>
  return { ...object, [key]: setIn(object[key], rest, to) }
}
