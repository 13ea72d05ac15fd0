import { didYouMean, z } from '../../film'
import { isFields } from '../master/plain-data'
import type { DataPath } from '../master/read-yaml'
import { Production } from '../master/schema'
import type { Inspection } from './inspection'
import { either, type Finding, instead, quoted, type Rule } from './rule'

/** What the form of a document gave: values of a wrong kind, and keys that the schema has no name for. */
interface Shape {
  readonly kinds: Finding[]
  readonly keys: Finding[]
}

/** What a value is, in words. */
function kindOf(value: unknown): string {
  if (value === null || value === undefined) return 'nothing'
  if (Array.isArray(value)) return 'a list'
  if (typeof value === 'object') return 'a map of keys'
  return typeof value === 'string' ? 'text' : typeof value === 'number' ? 'a number' : 'true or false'
}

/** What a schema takes, in words; a literal is its own kind. */
function kindsOf(schema: z.ZodType): string[] {
  if (schema instanceof z.ZodOptional || schema instanceof z.ZodNullable) return kindsOf(schema.unwrap() as z.ZodType)
  if (schema instanceof z.ZodUnion) return [...new Set(schema.options.flatMap((o) => kindsOf(o as z.ZodType)))]
  if (schema instanceof z.ZodObject || schema instanceof z.ZodRecord) return ['a map of keys']
  if (schema instanceof z.ZodArray) return ['a list']
  if (schema instanceof z.ZodNumber) return ['a number']
  if (schema instanceof z.ZodBoolean) return ['true or false']
  if (schema instanceof z.ZodLiteral) return [...schema.values].map((v) => `\`${String(v)}\``)
  return schema instanceof z.ZodNull ? ['nothing'] : ['text']
}

const takes = (schema: z.ZodType, value: unknown): boolean =>
  schema instanceof z.ZodUnknown ||
  (schema instanceof z.ZodUnion
    ? schema.options.some((o) => takes(o as z.ZodType, value))
    : schema instanceof z.ZodLiteral
      ? schema.values.has(value as never)
      : kindsOf(schema).includes(kindOf(value)))

/** Holds a value against a schema. `hint` is what the nearest schema above says that one writes there. */
function walk(schema: z.ZodType, value: unknown, path: DataPath, above: string | undefined, out: Shape): void {
  const hint = schema.description ?? above
  // A key that says nothing is as good as none.
  if (value === undefined || value === null || schema instanceof z.ZodUnknown) return
  if (schema instanceof z.ZodOptional || schema instanceof z.ZodNullable) walk(schema.unwrap() as z.ZodType, value, path, hint, out)
  else if (!takes(schema, value)) out.kinds.push(wrongKind(schema, value, path, hint))
  else if (schema instanceof z.ZodUnion) {
    const options = (schema.options as readonly z.ZodType[]).filter((o) => takes(o, value))
    walkNearest(options, value, path, hint, out)
  } else if (schema instanceof z.ZodArray)
    for (const [i, v] of (value as unknown[]).entries()) walk(schema.element as z.ZodType, v, [...path, i], undefined, out)
  else if (schema instanceof z.ZodRecord)
    for (const [k, v] of Object.entries(value)) walk(schema.valueType as z.ZodType, v, [...path, k], undefined, out)
  else if (schema instanceof z.ZodObject) walkFields(schema.shape as Readonly<Record<string, z.ZodType>>, value, path, out)
}

/** Of several forms that a value could have, the one that it misses least. */
function walkNearest(options: readonly z.ZodType[], value: unknown, path: DataPath, hint: string | undefined, out: Shape): void {
  let best: Shape | undefined
  let least = Number.POSITIVE_INFINITY
  for (const option of options) {
    const tried: Shape = { kinds: [], keys: [] }
    walk(option, value, path, hint, tried)
    // Wrong kinds count before strange keys, however many.
    const misses = tried.kinds.length * 1e6 + tried.keys.length
    if (misses < least) [best, least] = [tried, misses]
    if (least === 0) break
  }
  for (const f of best?.kinds ?? []) out.kinds.push(f)
  for (const f of best?.keys ?? []) out.keys.push(f)
}

function walkFields(shape: Readonly<Record<string, z.ZodType>>, value: object, path: DataPath, out: Shape): void {
  const known = Object.keys(shape)
  for (const [k, v] of Object.entries(value)) {
    const field = Object.hasOwn(shape, k) ? shape[k] : undefined
    if (field) walk(field, v, [...path, k], undefined, out)
    // A section without keys in the schema: they are its department's own.
    else if (known.length > 0) out.keys.push(strangeKey(k, known, path))
  }
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

function wrongKind(schema: z.ZodType, value: unknown, path: DataPath, hint: string | undefined): Finding {
  const kinds = kindsOf(schema).filter((k) => k !== 'nothing')
  const near = typeof value === 'string' ? didYouMean(value, literalsOf(schema)) : undefined
  const simple = typeof value === 'object' ? '' : ` (${quoted(value)})`
  return {
    path,
    message: `${nameOf(path)} is ${kindOf(value)}${simple}; expected ${either(kinds)}`,
    remedy: instead(near, kinds, hint ? `write ${either(kinds)}: ${hint}` : `write ${either(kinds)}`),
    value,
  }
}

const literalsOf = (schema: z.ZodType): string[] =>
  schema instanceof z.ZodLiteral
    ? [...schema.values].map(String)
    : schema instanceof z.ZodUnion
      ? schema.options.flatMap((o) => literalsOf(o as z.ZodType))
      : []

/** `fps`; a member of a list by its number: `shots 2`. */
function nameOf(path: DataPath): string {
  const last = path.at(-1)
  if (typeof last !== 'number') return last === undefined ? 'a production' : `\`${quoted(last)}\``
  const list = path.findLast((step) => typeof step === 'string')
  return `\`${quoted(list ?? '')}\` ${last + 1}`
}

function shapeOf({ data }: Inspection): Shape {
  const out: Shape = { kinds: [], keys: [] }
  if (isFields(data)) walk(Production, data, [], undefined, out)
  return out
}

export const SHAPE_RULES: readonly Rule[] = [
  { id: 'shape.kind', severity: 'error', check: (p) => shapeOf(p).kinds },
  { id: 'shape.unknown-key', severity: 'warning', check: (p) => shapeOf(p).keys },
]
