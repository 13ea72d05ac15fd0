import { type Diagnostic, didYouMean } from '../../film'
import { finding, type MasterDocument, type ProductionFile } from './master-document'
import { type Fields, fieldsOf, fromPairs, laidOver, textOf, textsOf } from './plain-data'
import type { DataPath } from './read-yaml'

const MOST_BASES = 8
/** Values in one template with all that it is based on: each user of it gets a copy. */
const MOST_VALUES = 1000

/** Templates with their own bases laid under them, by the section they stand in. */
const known = new WeakMap<object, Map<string, Fields>>()

/** What resolving needs at hand: the document and where findings go. */
export interface Resolving {
  readonly document: MasterDocument
  /** Files around the master file, which it may name. */
  readonly files?: readonly ProductionFile[]
  readonly say: (d: Diagnostic) => void
}

/** Says a finding about a path of the document. */
export function sayAt(
  r: Resolving,
  severity: Diagnostic['severity'],
  rule: string,
  path: DataPath,
  message: string,
  remedy: string,
  value?: unknown,
): void {
  r.say(
    finding(
      severity,
      rule,
      message,
      remedy,
      r.document.place(path),
      value === undefined ? undefined : (textOf(value) ?? (Array.isArray(value) ? 'a list' : typeof value)),
    ),
  )
}

/** A part laid over the templates it names in `extends` or `template`, theirs over what they name. Later ones win. */
export function withBases(r: Resolving, part: Fields, path: DataPath, chain: readonly string[] = []): Fields {
  const templates = fieldsOf(r.document.data.templates)
  let base: Fields = {}
  for (const key of ['extends', 'template']) {
    for (const name of textsOf(part[key])) {
      const template = Object.hasOwn(templates, name) ? fieldsOf(templates[name]) : undefined
      if (!template) {
        const near = didYouMean(name, Object.keys(templates))
        const remedy = near ? `did you mean ${near}?` : `write it under \`templates:\` as \`${name}:\``
        sayAt(r, 'error', 'production.unknown-template', [...path, key], `there is no template ${name}`, remedy, name)
      } else if (chain.includes(name) || chain.length >= MOST_BASES)
        sayAt(
          r,
          'error',
          'production.template-cycle',
          ['templates', chain[0] ?? name],
          chain.includes(name)
            ? `the template ${name} is based on itself: ${[...chain, name].join(' → ')}`
            : `more than ${MOST_BASES} templates stand upon one another`,
          'take one `extends` out',
          name,
        )
      else base = fieldsOf(laidOver(base, resolved(r, templates, name, template, chain)))
    }
  }
  const own = fromPairs(Object.entries(part).filter(([k]) => k !== 'extends' && k !== 'template'))
  return fieldsOf(laidOver(base, own))
}

function resolved(r: Resolving, templates: Fields, name: string, template: Fields, chain: readonly string[]): Fields {
  const done = known.get(templates) ?? new Map<string, Fields>()
  known.set(templates, done)
  const before = done.get(name)
  if (before) return before
  let fields = withBases(r, template, ['templates', name], [...chain, name])
  if (valuesIn(fields) > MOST_VALUES) {
    sayAt(
      r,
      'error',
      'production.template-too-large',
      ['templates', name],
      `the template ${name} holds more than ${MOST_VALUES} values`,
      'make it smaller',
      name,
    )
    fields = {}
  }
  done.set(name, fields)
  return fields
}

/** How many values there are all the way down; counting ends above the limit. */
function valuesIn(value: unknown): number {
  let n = 0
  const rest: unknown[] = [value]
  while (rest.length > 0 && n <= MOST_VALUES) {
    const v = rest.pop()
    n++
    if (typeof v === 'object' && v !== null) for (const x of Object.values(v).slice(0, MOST_VALUES + 1)) rest.push(x)
  }
  return n
}
