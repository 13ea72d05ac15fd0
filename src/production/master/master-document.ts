import { decodeScript } from '../../departments/development'
import { type Diagnostic, didYouMean, InputError, sha256Hex } from '../../film'
import { fieldsOf, fromPairs, isFields, laidOver, textOf, textsOf, withoutNulls } from './plain-data'
import { type DataPath, readYaml, type SourcePlace, type YamlDocument } from './read-yaml'
import { SECTIONS } from './schema'
import { TEMPLATES } from './templates'

/** A file of a production; its name is its path relative to the production's folder, forward slashes. */
export interface ProductionFile {
  readonly name: string
  readonly bytes: Uint8Array
}

/** A production's text as data, whatever number of files it came from. */
export interface MasterDocument {
  /** Sections by name, without the `production:` around them and without what extends it. */
  readonly data: Readonly<Record<string, unknown>>
  /** Where something of `data` was written; the file's beginning for what nobody wrote. */
  place(path: DataPath, of?: 'value' | 'key'): SourcePlace
}

/** Longest chain of productions and templates based on one another. */
const MOST_BASES = 8

/** A layer of the document: one file's sections. */
interface Layer {
  readonly data: Readonly<Record<string, unknown>>
  readonly yaml: YamlDocument
  /** What stands before the sections in the file: `['production']`, or the name of the one section it is. */
  readonly prefix: DataPath
  /** How much of a path the file's top already is. */
  readonly drop: number
  readonly file: string
}

/** Whether a name is of a master file or part of one. */
export const isMasterName = (name: string): boolean => /\.(?:ya?ml|json)$/i.test(name)

/**
 * Reads the master file, or merges all YAML files of a folder by section (later ones by name order; the same value said
 * differently twice is a finding), and lays it over what it extends.
 */
export function readMaster(files: readonly ProductionFile[], main: string, say: (d: Diagnostic) => void): MasterDocument {
  const wanted =
    main === '' ? files.filter((f) => isMasterName(f.name) && !/(?:^|\/)\./.test(f.name)) : files.filter((f) => f.name === main)
  const layers: Layer[] = []
  for (const file of [...wanted].sort((a, b) => (a.name < b.name ? -1 : 1))) {
    const layer = readLayer(file, main === '', say)
    if (layer) layers.push(layer)
  }
  const based = layers.flatMap((l) => [...basesOf(l, files, say, [l.file]), l])
  let data: Readonly<Record<string, unknown>> = {}
  const own = new Set(layers)
  let merged: Readonly<Record<string, unknown>> = {}
  for (const layer of based) {
    if (own.has(layer)) {
      findConflicts(merged, layer, say)
      merged = fieldsOf(laidOver(merged, layer.data))
    }
    data = fieldsOf(laidOver(data, layer.data))
  }
  const latest = [...based].reverse()
  return {
    data: fromPairs(Object.entries(data).filter(([k]) => k !== 'extends')),
    place(path, of) {
      const layer = latest.find((l) => has(l.data, path)) ?? latest.find((l) => has(l.data, path.slice(0, 1))) ?? latest[0]
      return layer ? layer.yaml.place([...layer.prefix, ...path.slice(layer.drop)], of) : { file: main, line: 0, column: 0 }
    },
  }
}

function readLayer(file: ProductionFile, folder: boolean, say: (d: Diagnostic) => void): Layer | undefined {
  const yaml = readYaml(textIn(file, say), file.name)
  for (const d of yaml.diagnostics) say(d)
  const top = withoutNulls(yaml.data)
  if (top === undefined || top === null) {
    // An empty file in a folder says nothing; alone it is no production.
    if (!folder && !yaml.diagnostics.some((d) => d.severity === 'error'))
      say(finding('error', 'production.empty', 'the file says nothing', 'write at least `script: my-script.fountain`', yaml.place([])))
    return
  }
  const section = sectionOf(file.name)
  if (isFields(top)) {
    if (isFields(top.production)) {
      for (const key of Object.keys(top))
        if (key !== 'production')
          say(
            finding(
              'warning',
              'production.beside',
              `\`${key}\` stands beside \`production:\` and is not read`,
              `move it under \`production:\``,
              yaml.place([key], 'key'),
            ),
          )
      return { data: top.production, yaml, prefix: ['production'], drop: 0, file: file.name }
    }
    // `characters.yaml` may hold the section's own content.
    const known = Object.keys(top).some((k) => SECTIONS.includes(k))
    if (!folder || !section || known) return { data: top, yaml, prefix: [], drop: 0, file: file.name }
  }
  if (folder && section) return { data: { [section]: top }, yaml, prefix: [], drop: 1, file: file.name }
  say(
    finding(
      'error',
      'production.not-a-map',
      'a production is a map of sections',
      'begin with `production:` and indent `meta:`, `script:` … under it',
      yaml.place([]),
    ),
  )
  return
}

/** The section that a file of a folder is named after: `02-characters.yaml`. */
const sectionOf = (name: string): string | undefined => {
  const base = name
    .replace(/^.*\//, '')
    .replace(/\.[^.]*$/, '')
    .replace(/^\d+[-_. ]*/, '')
    .replace(/[- ]/g, '_')
    .toLowerCase()
  return SECTIONS.find((s) => s === base || s === `${base}s`)
}

function textIn(file: ProductionFile, say: (d: Diagnostic) => void): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(file.bytes)
  } catch {
    try {
      const text = decodeScript(file.bytes, file.name)
      say({
        ...finding('warning', 'production.encoding', 'the file is not UTF-8', 'save it as UTF-8', { file: file.name, line: 0, column: 0 }),
      })
      return text
    } catch (error) {
      if (!(error instanceof InputError)) throw error
      for (const d of error.diagnostics) say(d)
      return ''
    }
  }
}

/** What a layer is based on, farthest first. */
function basesOf(layer: Layer, files: readonly ProductionFile[], say: (d: Diagnostic) => void, chain: readonly string[]): Layer[] {
  return textsOf(layer.data.extends).flatMap((name): Layer[] => {
    const at = layer.yaml.place([...layer.prefix, 'extends'])
    const template = TEMPLATES[name]
    const file = template
      ? { name: `template:${name}`, bytes: new TextEncoder().encode(template.yaml) }
      : files.find((f) => f.name === name)
    if (!file) {
      const near = didYouMean(name, [...Object.keys(TEMPLATES), ...files.map((f) => f.name)])
      const remedy = near ? `did you mean ${near}?` : `name a file of this folder, or one of ${Object.keys(TEMPLATES).join(', ')}`
      say(finding('error', 'production.unknown-base', `nothing is called ${name}`, remedy, at, name))
      return []
    }
    if (chain.includes(file.name) || chain.length >= MOST_BASES) {
      const what = chain.includes(file.name) ? 'is based on itself' : `is based on more than ${MOST_BASES} others`
      say(
        finding(
          'error',
          'production.base-cycle',
          `${chain[0]} ${what}: ${[...chain, file.name].join(' → ')}`,
          'take one `extends` out',
          at,
          name,
        ),
      )
      return []
    }
    const base = readLayer(file, false, say)
    if (!base) return []
    // A template's script and title are examples.
    const data = template ? fromPairs(Object.entries(base.data).filter(([k]) => k !== 'script' && k !== 'meta')) : base.data
    return [...basesOf(base, files, say, [...chain, file.name]), { ...base, data }]
  })
}

/** Files of a folder that say the same thing differently. */
function findConflicts(before: unknown, layer: Layer, say: (d: Diagnostic) => void): void {
  const walk = (a: unknown, b: unknown, path: DataPath): void => {
    if (isFields(a) && isFields(b)) {
      for (const [k, v] of Object.entries(b)) if (Object.hasOwn(a, k)) walk(a[k], v, [...path, k])
      return
    }
    if (JSON.stringify(a) === JSON.stringify(b)) return
    say(
      finding(
        'warning',
        'production.conflict',
        `${path.join('.')} is also said in another file of the folder; ${layer.file} wins`,
        'say it in one file only',
        layer.yaml.place([...layer.prefix, ...path.slice(layer.drop)], 'key'),
        textOf(b),
      ),
    )
  }
  walk(before, layer.data, [])
}

function has(data: unknown, path: DataPath): boolean {
  let at = data
  for (const step of path) {
    if (typeof at !== 'object' || at === null || !Object.hasOwn(at, step)) return false
    at = (at as Record<string | number, unknown>)[step]
  }
  return true
}

/** A finding at a place. */
export function finding(
  severity: Diagnostic['severity'],
  rule: string,
  message: string,
  remedy: string,
  place: SourcePlace,
  value?: string,
): Diagnostic {
  return { severity, rule, message, remedy, ...place, ...(value === undefined ? {} : { value: value.slice(0, 120) }) }
}

/** SHA-256 of a script's text, without what no reader can see: line ends and a byte order mark. */
export const textHash = (text: string): string => sha256Hex(text.replace(/^\ufeff/, '').replace(/\r\n?/g, '\n'))
