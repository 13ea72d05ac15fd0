import { stringify } from 'yaml'
import { Style, type StyleChanges, styleByName, styleWith } from '../../departments/retro'
import { type Diagnostic, didYouMean, InputError } from '../../film'
import { isFields } from './plain-data'
import { readYaml, type SourcePlace } from './read-yaml'

/** Sections and fields that a style file may say. */
const FIELDS = ['base', ...Object.keys(Style.shape)]

/** Names of files that are styles. */
export const isStyleFileName = (name: string): boolean => /\.style\.(?:ya?ml|json)$/i.test(name)

/**
 * Reads a style that somebody saved: `base`, the id of a style to begin with (hollywood where it is left out), and what is
 * other than in it. YAML or JSON.
 * @throws InputError with every finding: line, value and remedy.
 */
export function readStyleFile(name: string, bytes: Uint8Array): Style {
  const document = readYaml(textOf(bytes, name), name)
  const found: Diagnostic[] = [...document.diagnostics]
  const say = (rule: string, message: string, remedy: string, place: SourcePlace, value?: unknown) =>
    found.push({ severity: 'error', rule, message, remedy, ...place, ...(value === undefined ? {} : { value: JSON.stringify(value) }) })
  const { data } = document
  if (!isFields(data)) {
    say('style.empty', 'the file says nothing of a style', 'write base: and what is other', { file: name, line: 1, column: 1 })
    throw new InputError(found)
  }
  for (const key of Object.keys(data).filter((k) => !FIELDS.includes(k))) {
    const near = didYouMean(key, FIELDS)
    say(
      'style.unknown-field',
      `a style has no ${key}`,
      near ? `did you mean ${near}?` : `it has ${FIELDS.join(', ')}`,
      document.place([key], 'key'),
    )
  }
  let base: Style | undefined
  try {
    base = styleByName(typeof data.base === 'string' ? data.base : 'hollywood')
  } catch (error) {
    if (!(error instanceof RangeError)) throw error
    say('style.base', error.message, 'name one of the styles', document.place(['base']), data.base)
  }
  if (!base || found.some((d) => d.severity === 'error')) throw new InputError(found)
  const { base: _base, ...changes } = data
  try {
    return styleWith(base, { name: base.name, ...changes, id: idOf(changes.id, name), aliases: [] } as StyleChanges)
  } catch (error) {
    if (!(error instanceof RangeError)) throw error
    const path = (/^([\w.]+):/.exec(error.message)?.[1] ?? '').split('.').filter((p) => p !== 'style' && p !== '')
    say('style.value', error.message, 'see the JSON Schema Style.v1.json for what each field takes', document.place(path))
    throw new InputError(found)
  }
}

/** @throws InputError where it is no UTF-8. */
function textOf(bytes: Uint8Array, file: string): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    const finding = { rule: 'style.encoding', message: 'the file is no text in UTF-8', remedy: 'save it as UTF-8' } as const
    throw new InputError([{ severity: 'error', ...finding, file, line: 0, column: 0 }])
  }
}

/** A style as a file that `readStyleFile` reads: what is other than in the style it began with. */
export function writeStyleFile(style: Style, base: Style): string {
  const said: Record<string, unknown> = { base: base.id, id: style.id, name: style.name }
  for (const key of Object.keys(Style.shape) as (keyof Style)[]) {
    if (key === 'id' || key === 'name' || key === 'aliases') continue
    const [mine, theirs] = [style[key], base[key]]
    if (JSON.stringify(mine) === JSON.stringify(theirs)) continue
    said[key] =
      isFields(mine) && isFields(theirs) && key !== 'limits' && key !== 'mixes' && key !== 'resolution' ? other(mine, theirs) : mine
  }
  return stringify(said)
}

/** The fields of a section that differ; `kind` always, since it says what the others mean. */
const other = (mine: Readonly<Record<string, unknown>>, theirs: Readonly<Record<string, unknown>>) =>
  Object.fromEntries(Object.entries(mine).filter(([k, v]) => k === 'kind' || JSON.stringify(v) !== JSON.stringify(theirs[k])))

function idOf(id: unknown, name: string): string {
  const word = typeof id === 'string' ? id : name.replace(/\.style\.\w+$|\.\w+$/i, '')
  return (
    word
      .toLowerCase()
      .replace(/[^a-z0-9]+/g, '-')
      .replace(/^-|-$/g, '') || 'custom'
  )
}
