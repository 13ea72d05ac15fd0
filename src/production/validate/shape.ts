import { didYouMean, z } from '../../film'
import { isFields } from '../master/plain-data'
import type { DataPath } from '../master/read-yaml'
import { Production } from '../master/schema'
import { either, type Finding, instead, quoted, type Rule } from './rule'

/** Whether a value is of the kind that a schema takes. */
function takes(schema: z.ZodType, value: unknown): boolean {
  if (schema instanceof z.ZodOptional || schema instanceof z.ZodNullable) return takes(schema.unwrap() as z.ZodType, value)
  if (schema instanceof z.ZodUnion) return schema.options.some((o) => takes(o as z.ZodType, value))
  if (schema instanceof z.ZodObject || schema instanceof z.ZodRecord) return isFields(value)
  return schema instanceof z.ZodArray && Array.isArray(value)
}

/** Keys that the schema has no name for. Values of wrong kinds are said where the schema is checked. */
function strangeKeys(schema: z.ZodType, value: unknown, path: DataPath): Finding[] {
  if (schema instanceof z.ZodOptional || schema instanceof z.ZodNullable) return strangeKeys(schema.unwrap() as z.ZodType, value, path)
  if (schema instanceof z.ZodUnion)
    return fewest(
      (schema.options as readonly z.ZodType[]).filter((o) => takes(o, value)),
      value,
      path,
    )
  if (!takes(schema, value)) return []
  if (schema instanceof z.ZodArray) return (value as unknown[]).flatMap((v, i) => strangeKeys(schema.element as z.ZodType, v, [...path, i]))
  const entries = Object.entries(value as object)
  if (schema instanceof z.ZodRecord) return entries.flatMap(([k, v]) => strangeKeys(schema.valueType as z.ZodType, v, [...path, k]))
  if (!(schema instanceof z.ZodObject)) return []
  const shape = schema.shape as Readonly<Record<string, z.ZodType>>
  const known = Object.keys(shape)
  return entries.flatMap(([k, v]) => {
    const field = Object.hasOwn(shape, k) ? shape[k] : undefined
    if (field) return strangeKeys(field, v, [...path, k])
    // A section without keys in the schema: they are its department's own.
    return known.length > 0 ? [strangeKey(k, known, path)] : []
  })
}

/** Of several forms that a value could have, the one that has names for most of its keys. */
function fewest(options: readonly z.ZodType[], value: unknown, path: DataPath): Finding[] {
  let best: Finding[] | undefined
  for (const option of options) {
    const found = strangeKeys(option, value, path)
    if (!best || found.length < best.length) best = found
    if (best.length === 0) break
  }
  return best ?? []
}

function strangeKey(key: string, known: readonly string[], path: DataPath): Finding {
  const section = path.findLast((step) => typeof step === 'string')
  return {
    path: [...path, key],
    at: 'key',
    message: `${section === undefined ? 'a production' : `\`${quoted(section)}\``} has no key \`${quoted(key)}\`; nothing reads it`,
    remedy: instead(didYouMean(key, known), known, `keys here are ${either(known)}`),
    value: key,
  }
}

export const SHAPE_RULES: readonly Rule[] = [
  { id: 'shape.unknown-key', severity: 'warning', check: (p) => strangeKeys(Production, p.data, []) },
]
