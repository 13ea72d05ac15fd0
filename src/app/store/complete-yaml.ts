/** The part of JSON Schema that a master file's schema uses. */
export interface JsonSchema {
  readonly type?: string | readonly string[]
  readonly description?: string
  readonly properties?: Readonly<Record<string, JsonSchema>>
  readonly additionalProperties?: boolean | JsonSchema
  readonly items?: JsonSchema
  readonly anyOf?: readonly JsonSchema[]
  readonly oneOf?: readonly JsonSchema[]
  readonly enum?: readonly unknown[]
  readonly const?: unknown
  readonly $ref?: string
  readonly $defs?: Readonly<Record<string, JsonSchema>>
}

export interface Suggestion {
  readonly label: string
  readonly detail: string
  readonly kind: 'key' | 'value'
}

/** Where the cursor is in a YAML text: the keys above it, and whether a key or a value is being typed. */
export interface YamlPlace {
  /** Keys from the outside in; `*` for an item of a list. */
  readonly path: readonly string[]
  /** The key whose value is being typed; undefined while a key is. */
  readonly key: string | undefined
  /** What stands before the cursor of the word being typed. */
  readonly word: string
  /** Keys of the same mapping that are there already. */
  readonly siblings: readonly string[]
}

const LINE = /^(\s*)((?:- +)*)(?:(["']?)([^\s"':#][^"':#]*?)\3\s*:(?:\s+(.*)|$))?/

interface Read {
  readonly indent: number
  readonly dashes: readonly number[]
  readonly key: string | undefined
  readonly keyColumn: number
}

function readLine(text: string): Read | undefined {
  if (/^\s*(#|$)/.test(text)) return undefined
  const m = LINE.exec(text)
  if (!m) return undefined
  const [, indent = '', marks = '', , key] = m
  const dashes = [...marks.matchAll(/- +/g)].map((d) => indent.length + (d.index ?? 0))
  return { indent: indent.length, dashes, key, keyColumn: indent.length + marks.length }
}

/** Reads the place by indentation alone: a file that is being typed is rarely valid. @param line 0-based. @param column 0-based. */
export function yamlPlace(lines: readonly string[], line: number, column: number): YamlPlace | undefined {
  const before = (lines[line] ?? '').slice(0, column)
  if (/(^|\s)#/.test(before)) return undefined
  const value = /^\s*(?:- +)*(["']?)([^"':#]+?)\1\s*:\s+(\[.*[,[]\s*)?["']?([^"',[\]{}]*)$/.exec(before)
  const lead = /^(\s*(?:- +)*)/.exec(before)?.[1] ?? ''
  const path: string[] = []
  let limit = lead.length
  const addDashes = (dashes: readonly number[]) => {
    for (const at of [...dashes].reverse())
      if (at < limit) {
        path.unshift('*')
        limit = at
      }
  }
  addDashes([...lead.matchAll(/- /g)].map((d) => d.index ?? 0))
  // A list may stand at its key's own column: then the key is found one further out.
  let atDash = path.length > 0
  for (let i = line - 1; i >= 0 && (limit > 0 || atDash); i--) {
    const read = readLine(lines[i] ?? '')
    if (!read) continue
    if (read.key !== undefined && (read.keyColumn < limit || (atDash && read.keyColumn === limit && read.dashes.length === 0))) {
      path.unshift(read.key)
      limit = read.keyColumn
      atDash = false
    }
    const inner = read.dashes.filter((d) => d < limit)
    if (inner.length > 0) {
      addDashes(inner)
      atDash = true
    }
  }
  return {
    path,
    key: value?.[2],
    word: value ? (value[4] ?? '') : before.slice(lead.length),
    siblings: siblingsOf(lines, line, lead.length),
  }
}

function siblingsOf(lines: readonly string[], line: number, column: number): string[] {
  const keys: string[] = []
  const walk = (from: number, step: 1 | -1) => {
    for (let i = from; i >= 0 && i < lines.length; i += step) {
      const read = readLine(lines[i] ?? '')
      if (!read) continue
      if (read.keyColumn < column) return
      const starts = read.dashes.some((d) => d < column)
      if (step === 1 && starts) return
      if (read.keyColumn === column && read.key !== undefined) keys.push(read.key)
      if (step === -1 && starts) return
    }
  }
  if (!/^\s*-/.test(lines[line] ?? '')) walk(line - 1, -1)
  walk(line + 1, 1)
  return keys
}

/** What may be typed at a place: keys of the schema's mapping with what they are, or the values a key takes. */
export function suggest(root: JsonSchema, place: YamlPlace, values: Readonly<Record<string, readonly string[]>> = {}): Suggestion[] {
  const path = place.path[0] === 'production' ? place.path.slice(1) : place.path
  const here = path.reduce<readonly JsonSchema[]>((at, key) => at.flatMap((s) => step(root, s, key)), [root])
  if (place.key !== undefined) {
    const { key } = place
    const found = new Map<string, Suggestion>()
    const add = (label: string, detail: string) => found.set(label, { label, detail, kind: 'value' })
    for (const schema of here.flatMap((s) => step(root, s, key)).flatMap((s) => flat(root, s))) {
      for (const v of schema.enum ?? []) add(String(v), schema.description ?? '')
      if (schema.const !== undefined) add(String(schema.const), schema.description ?? '')
      if (schema.type === 'boolean') for (const v of ['true', 'false']) add(v, '')
    }
    for (const v of values[key] ?? []) add(v, '')
    return [...found.values()]
  }
  const found = new Map<string, Suggestion>()
  for (const schema of here.flatMap((s) => flat(root, s)))
    for (const [label, s] of Object.entries(schema.properties ?? {}))
      if (!place.siblings.includes(label) && !found.has(label))
        found.set(label, { label, detail: s.description ?? flat(root, s).find((f) => f.description)?.description ?? '', kind: 'key' })
  return [...found.values()]
}

/** A schema with its alternatives laid side by side. */
function flat(root: JsonSchema, schema: JsonSchema, depth = 0): JsonSchema[] {
  if (depth > 8) return []
  if (schema.$ref) {
    const target = root.$defs?.[schema.$ref.replace('#/$defs/', '').replace('#/definitions/', '')]
    return target ? flat(root, target, depth + 1) : []
  }
  const inner = [...(schema.anyOf ?? []), ...(schema.oneOf ?? [])]
  return [schema, ...inner.flatMap((s) => flat(root, s, depth + 1))]
}

/** One key further in: a property, an item of a list, or an entry of a mapping with names of its own. */
const step = (root: JsonSchema, schema: JsonSchema, key: string): JsonSchema[] =>
  flat(root, schema).flatMap((s) => {
    if (key === '*') return s.items ? [s.items] : []
    const own = s.properties?.[key]
    if (own) return [own]
    return typeof s.additionalProperties === 'object' ? [s.additionalProperties] : []
  })
