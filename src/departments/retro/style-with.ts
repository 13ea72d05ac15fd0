import type { z } from '../../film'
import { Style } from './style/index'

/** A section of a style, any of it. */
type Part<T> = T extends readonly unknown[] ? T : T extends object ? { readonly [K in keyof T]?: Part<T[K]> | undefined } : T

/** What somebody asks of a style beside its name: any of its fields; of a section only what is other. */
export type StyleChanges = {
  readonly [K in keyof Style]?: K extends 'palette' | 'mixes' | 'limits' | 'resolution' | 'pixelAspect' ? Style[K] : Part<Style[K]>
}

const SECTIONS = ['scene', 'film', 'ink', 'grade', 'dither', 'display'] as const

/**
 * A style with some of it changed. Colours given by hand stand in place of those the machine had, and of its limits; a
 * size of one's own has square pixels unless it says otherwise.
 * @throws RangeError naming field and value where the outcome would be no style.
 */
export function styleWith(style: Style, changes: StyleChanges): Style {
  const given = withoutUndefined(changes) as StyleChanges
  if (Object.keys(given).length === 0) return style
  const merged: Record<string, unknown> = { ...style, ...given }
  for (const section of SECTIONS) {
    const change = given[section]
    if (!change) continue
    // Another kind of display has nothing in common with this one.
    const isOther = section === 'display' && 'kind' in change && change.kind !== style.display.kind
    merged[section] = isOther ? change : { ...style[section], ...(withoutUndefined(change) as object) }
  }
  if (given.palette) Object.assign(merged, { mixes: null, limits: given.limits ?? null })
  if (given.mixes) Object.assign(merged, { palette: null, limits: given.limits ?? null })
  if (given.resolution) {
    merged.downscale = given.downscale ?? (style.downscale === 'none' ? 'area' : style.downscale)
    merged.pixelAspect = given.pixelAspect ?? { num: 1, den: 1 }
  }
  if (given.dither?.kind && given.dither.kind !== 'pattern') (merged.dither as Record<string, unknown>).pattern = null
  const read = Style.safeParse(merged)
  if (read.success) return read.data
  const { path, message } = read.error.issues[0] as z.core.$ZodIssue
  throw new RangeError(`${path.join('.') || 'style'}: ${message}, got ${JSON.stringify(at(merged, path)) ?? 'nothing'}`)
}

const withoutUndefined = (value: object) => Object.fromEntries(Object.entries(value).filter(([, v]) => v !== undefined))

const at = (value: unknown, path: readonly PropertyKey[]): unknown =>
  path.reduce<unknown>((inside, key) => (inside as Record<PropertyKey, unknown> | undefined)?.[key], value)
