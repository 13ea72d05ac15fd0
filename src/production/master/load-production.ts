import { decodeScript, plainText } from '../../departments/development'
import { type Diagnostic, didYouMean, hashOf, InputError, roundNumbers, sha256Hex } from '../../film'
import { placedInMaster } from './inline-script'
import { finding, isMasterName, type MasterDocument, type ProductionFile, readMaster, textHash } from './master-document'
import { type Fields, fieldsOf, fromPairs, isFields, laidOver, listOf, textOf } from './plain-data'
import type { DataPath } from './read-yaml'
import { type Resolving, sayAt } from './resolve-bases'
import { resolvePath } from './resolve-path'
import { resolveProduction } from './resolve-production'
import type { ResolvedProduction } from './resolved'
import { SETTINGS } from './settings'
import { wellShaped } from './well-shaped'

/** A production as it was read, whatever was wrong with it. */
export interface LoadedProduction {
  readonly production: ResolvedProduction
  /** What was written, overrides laid over it, with places; `data` of a bare script names the script only. */
  readonly document: MasterDocument
  /** The screenplay; undefined when the shots are listed, or when it could not be found. */
  readonly script: ProductionFile | undefined
  /** Moves a finding of a script that stands in the master file to its lines there; others stay as they are. */
  readonly placed: (d: Diagnostic) => Diagnostic
  /** Everything that is wrong or worth knowing; with one error in it the production is not to be made. */
  readonly diagnostics: readonly Diagnostic[]
}

/**
 * Laid over a production as flags are: the master file's sections; `each_output`, laid over every output; and `casting`, a list of
 * characters by name, each laid over the one of that name.
 */
export type ProductionOverrides = Readonly<Record<string, unknown>>

/** Names of files that are screenplays. */
export const isScriptName = (name: string): boolean => /\.(?:fountain|spmd|fdx|md|markdown|txt|srt|vtt)$/i.test(name)

/**
 * Reads a production: a master file, a folder of them (`main` empty: all are merged by section), or a bare script, which
 * is a production of defaults. Never throws: every finding is in `diagnostics`.
 */
export function loadProduction(files: readonly ProductionFile[], main: string, overrides: ProductionOverrides = {}): LoadedProduction {
  const diagnostics: Diagnostic[] = []
  let more = 0
  const say = (d: Diagnostic) => {
    if (diagnostics.length < MOST_FINDINGS) diagnostics.push(d)
    else more++
  }
  const bare = bareScript(files, main)
  const written = bare ? bareDocument(bare) : readMaster(files, main, say)
  if (!bare && main !== '' && !files.some((f) => f.name === main))
    say(
      finding(
        'error',
        'production.no-file',
        `there is no file ${main}`,
        'name a file of the production',
        { file: main, line: 0, column: 0 },
        main,
      ),
    )
  if (!bare && main === '' && !files.some((f) => isMasterName(f.name)))
    say(
      finding(
        'error',
        'production.no-master',
        'the folder holds no master file and not one script',
        'add a .yaml file, or drop one script',
        { file: '', line: 0, column: 0 },
      ),
    )
  const { each_output: eachOutput, casting, ...flags } = overrides
  const flagged = recast(chosenOutputs(written.data, flags), casting)
  const document: MasterDocument = { data: flagged, place: written.place }
  const r: Resolving = { document: { ...document, data: wellShaped(flagged) }, files, say }
  const script =
    bare ??
    scriptOf(
      r,
      files,
      diagnostics.some((d) => d.rule.startsWith('yaml.') && d.severity === 'error'),
    )
  const text = script && textOfScript(script, say)
  const production = resolveProduction(r, {
    ...(script
      ? { script: { file: script.name, sha256: text === undefined ? sha256Hex(script.bytes) : textHash(text), ...titleOf(script, text) } }
      : {}),
    fps: bare ? SETTINGS.scriptFps : SETTINGS.fps,
    eachOutput: fieldsOf(eachOutput),
  })
  if (more > 0)
    diagnostics.push(
      finding('info', 'production.more', `${more} more findings are not listed`, 'mend the first ones and look again', {
        file: main,
        line: 0,
        column: 0,
      }),
    )
  const inline = script !== undefined && !files.includes(script)
  const placed = inline
    ? placedInMaster({ name: script.name, text: text ?? '' }, document.place(scriptPath(document)), files)
    : (d: Diagnostic) => d
  return { production, document, script, placed, diagnostics }
}

/** Behind these the file is something else. */
const MOST_FINDINGS = 500

/** The file that is a production by itself. */
function bareScript(files: readonly ProductionFile[], main: string): ProductionFile | undefined {
  if (main !== '') return isMasterName(main) ? undefined : files.find((f) => f.name === main)
  const scripts = files.filter((f) => isScriptName(f.name))
  return scripts.length === 1 && !files.some((f) => isMasterName(f.name)) ? scripts[0] : undefined
}

const bareDocument = (script: ProductionFile): MasterDocument => ({
  data: { script: script.name },
  place: () => ({ file: script.name, line: 0, column: 0 }),
})

/** A production with people as they are wanted: said over those it has, and beside them. A list stays a list, a map a map. */
function recast(data: Fields, casting: unknown): Fields {
  const wanted = listOf(casting).filter(isFields)
  if (wanted.length === 0) return data
  const named = (name: unknown, who: unknown) => textOf(name)?.toUpperCase() === textOf(who)?.toUpperCase()
  if (isFields(data.characters)) {
    const pairs = new Map(Object.entries(data.characters))
    for (const { name, ...said } of wanted) {
      const key = [...pairs.keys()].find((k) => named(fieldsOf(pairs.get(k)).name ?? k, name)) ?? String(name)
      pairs.set(key, laidOver(fieldsOf(pairs.get(key)), said))
    }
    return { ...data, characters: fromPairs(pairs) }
  }
  const list = [...listOf(data.characters)]
  for (const said of wanted) {
    const at = list.findIndex((c) => named(isFields(c) ? c.name : c, said.name))
    if (at < 0) list.push(said)
    else list[at] = laidOver(isFields(list[at]) ? list[at] : { name: list[at] }, said)
  }
  return { ...data, characters: list }
}

/** Flags over sections; presets chosen by flag are outputs of the production where it has one of that name or preset. */
function chosenOutputs(data: Fields, flags: Fields): Fields {
  const { outputs } = flags
  const listed = data.outputs
  if (!Array.isArray(outputs) || listed === undefined) return fieldsOf(laidOver(data, flags))
  const named = Array.isArray(listed)
    ? listed.map((o) => [textOf(fieldsOf(o).name) ?? textOf(fieldsOf(o).preset) ?? textOf(o), o] as const)
    : Object.entries(fieldsOf(listed)).map(([name, o]) => [name, isFields(o) ? { name, ...o } : { name, preset: o }] as const)
  const chosen = outputs.map((o) => (typeof o === 'string' ? (named.find(([name]) => name === o)?.[1] ?? o) : o))
  return { ...fieldsOf(laidOver(data, fromPairs(Object.entries(flags).filter(([k]) => k !== 'outputs')))), outputs: chosen }
}

/** The screenplay that a master file names or holds. */
function scriptOf(r: Resolving, files: readonly ProductionFile[], broken: boolean): ProductionFile | undefined {
  const { script, shots } = r.document.data
  const named = isFields(script) ? (textOf(script.file) ?? '') : (textOf(script) ?? '')
  const inline = isFields(script)
    ? typeof script.text === 'string'
      ? script.text
      : undefined
    : named.includes('\n')
      ? (script as string)
      : undefined
  const at = r.document.place(['script'])
  if (inline !== undefined) return { name: `${at.file.replace(/\.[^.]*$/, '')}.fountain`, bytes: new TextEncoder().encode(inline) }
  if (named === '') {
    if (!broken && (shots === undefined || shots === 'auto' || listOf(shots).length === 0) && !isFields(shots))
      sayAt(
        r,
        'error',
        'production.no-script',
        [],
        'the production has neither a script nor shots',
        'write `script: my-script.fountain`, or list `shots:`',
      )
    return
  }
  const path = resolvePath(at.file, named)
  const where: DataPath = isFields(script) ? ['script', 'file'] : ['script']
  if (path === undefined) {
    sayAt(
      r,
      'error',
      'production.path-outside',
      where,
      `${named} lies outside the production's folder`,
      'put the file into the folder and name it from there',
      named,
    )
    return
  }
  const file = files.find((f) => f.name === path) ?? files.find((f) => f.name.toLowerCase() === path.toLowerCase())
  if (!file) {
    const near = didYouMean(
      path,
      files.filter((f) => isScriptName(f.name)).map((f) => f.name),
    )
    sayAt(
      r,
      'error',
      'production.script-missing',
      where,
      `there is no file ${path}`,
      near ? `did you mean ${near}?` : 'put the script beside the master file, or drop both together',
      named,
    )
  }
  return file
}

const scriptPath = ({ data }: MasterDocument): DataPath => (isFields(data.script) ? ['script', 'text'] : ['script'])

function textOfScript(script: ProductionFile, say: (d: Diagnostic) => void): string | undefined {
  try {
    return decodeScript(script.bytes, script.name)
  } catch (error) {
    if (!(error instanceof InputError)) throw error
    for (const d of error.diagnostics) say(d)
    return
  }
}

/** Title and author as the script's title page has them. */
function titleOf(script: ProductionFile, text: string | undefined): { title: string; author: string } {
  const head = /^(?:\s*\n)*([\s\S]*?)(?:\r?\n\s*\r?\n|$)/.exec(text?.slice(0, 4000) ?? '')?.[1] ?? ''
  const said = (key: string) => new RegExp(`^\\s*(?:${key})\\s*:\\s*(.+)$`, 'im').exec(head)?.[1]
  const plain = (words: string | undefined) => words && plainText(words).text.trim()
  const file = script.name
    .replace(/^.*\//, '')
    .replace(/\.[^.]+$/, '')
    .replace(/[-_]+/g, ' ')
    .trim()
  return {
    title: plain(said('title|titel|titre|título|titolo')) || file || 'Untitled',
    author: plain(said('authors?|by|written by')) ?? '',
  }
}

/**
 * What a run is named after: the production without what no artifact depends on. The day it was begun, the folder it runs
 * in and the name of its script's file are such; title and author stand in the film's own titles and are not. Of the script
 * its text counts.
 */
export function canonicalProduction(production: ResolvedProduction): unknown {
  const { meta, settings, ...rest } = production
  const { created: _created, ...told } = meta
  const { run_folder: _folder, ...used } = settings
  const script = rest.script && { sha256: rest.script.sha256 }
  return roundNumbers(withoutPaths({ ...rest, ...(script ? { script } : {}), meta: told, settings: used }))
}

/** Where a shot stands in the document is for findings. */
function withoutPaths(value: Fields): Fields {
  const { shots } = value
  if (!Array.isArray(shots)) return value
  return { ...value, shots: shots.map((s) => fromPairs(Object.entries(fieldsOf(s)).filter(([k]) => k !== 'path'))) }
}

/** Identity of a production: 64 hex digits; the same for the same production however its YAML is laid out. */
export const productionHash = (production: ResolvedProduction): string => hashOf(canonicalProduction(production))

/** Folder name of a production's artifacts: its id, or its title, as a key. */
export const projectId = (production: ResolvedProduction): string => production.meta.id.slice(0, 80)
