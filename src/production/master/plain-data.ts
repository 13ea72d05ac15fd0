import type { DataPath } from './read-yaml'

export type Fields = Readonly<Record<string, unknown>>

/** Whether it is an object of fields, not a list. */
export const isFields = (value: unknown): value is Fields => typeof value === 'object' && value !== null && !Array.isArray(value)

/** Its fields, or none. */
export const fieldsOf = (value: unknown): Fields => (isFields(value) ? value : {})

/** A word or number as trimmed text; undefined for anything else and for nothing. */
export const textOf = (value: unknown): string | undefined =>
  typeof value === 'string' || typeof value === 'number' ? String(value).trim() || undefined : undefined

/** A finite number, also when it was written as text; undefined for anything else. */
export const numberOf = (value: unknown): number | undefined => {
  const n = typeof value === 'number' ? value : typeof value === 'string' && value.trim() !== '' ? Number(value) : Number.NaN
  return Number.isFinite(n) ? n : undefined
}

/** A list, its only member as a list, or nothing as none. */
export const listOf = (value: unknown): readonly unknown[] =>
  Array.isArray(value) ? value : value === undefined || value === null ? [] : [value]

/** The texts in a list or its only member. */
export const textsOf = (value: unknown): string[] => listOf(value).flatMap((v) => textOf(v) ?? [])

/** Lists and maps of named things as one: `[name, value, path]`; a map's key is the name. */
export function entriesOf(value: unknown, path: DataPath): { name: string | undefined; value: unknown; path: DataPath }[] {
  if (Array.isArray(value))
    return value.flatMap((v, i) =>
      v === undefined ? [] : [{ name: typeof v === 'string' ? v : textOf(fieldsOf(v).name), value: v, path: [...path, i] }],
    )
  return Object.entries(fieldsOf(value)).map(([key, v]) => ({ name: textOf(fieldsOf(v).name) ?? key, value: v, path: [...path, key] }))
}

/** The same without keys that say nothing (null), all the way down; lists keep their places. */
export function withoutNulls(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutNulls)
  if (!isFields(value)) return value
  return fromPairs(Object.entries(value).flatMap(([k, v]) => (v === null ? [] : [[k, withoutNulls(v)] as const])))
}

/** `over` laid on `base`: maps by key, all the way down; anything else, lists too, is replaced. */
export function laidOver(base: unknown, over: unknown): unknown {
  if (over === undefined) return base
  if (!isFields(base) || !isFields(over)) return over
  const pairs = new Map<string, unknown>(Object.entries(base))
  for (const [k, v] of Object.entries(over)) pairs.set(k, laidOver(pairs.get(k), v))
  return fromPairs(pairs)
}

/** An object of these keys; the ones that would touch prototypes are left out. */
export function fromPairs(pairs: Iterable<readonly [string, unknown]>): Fields {
  const out: Record<string, unknown> = {}
  for (const [k, v] of pairs) if (k !== '__proto__') out[k] = v
  return out
}

/** Without the keys whose value is undefined: what JSON keeps. */
export const defined = <T extends object>(value: T): { [K in keyof T]: Exclude<T[K], undefined> } =>
  Object.fromEntries(Object.entries(value).filter(([, v]) => v !== undefined)) as { [K in keyof T]: Exclude<T[K], undefined> }
