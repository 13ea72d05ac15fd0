import type { Diagnostic } from '../../film'
import type { MasterDocument } from '../master/master-document'
import type { ResolvedProduction } from '../master/resolved'
import { Inspection, type ValidationContext } from './inspection'
import type { Finding, Rule } from './rule'
import { RULES } from './rules'

/** Findings of one rule that are listed. */
const MOST = 100
/** Letters of a message: values that it quotes may be of any length. */
const LONGEST = 600

/**
 * Holds a production against its script, its files and this machine: everything that reading it could not know. All
 * findings at once, in the order of the file. What could not be read at all was said by `loadProduction`.
 */
export function validateProduction(
  document: MasterDocument,
  production: ResolvedProduction | undefined,
  context: ValidationContext = {},
): Diagnostic[] {
  const inspection = new Inspection(document, production, context)
  return inOrder(RULES.flatMap((rule) => findingsOf(rule, inspection)))
}

/**
 * Findings of several checks as one list: in the order of the file, and of those that stand at one place the worst, or
 * the first of equals, unless they are about different values.
 */
export function gatherFindings(...lists: readonly (readonly Diagnostic[])[]): Diagnostic[] {
  const kept = new Map<string, Diagnostic>()
  for (const found of lists.flat()) {
    const d = { ...found, message: shorten(found.message, LONGEST), remedy: shorten(found.remedy, LONGEST) }
    // Findings about a whole file stand all at one place.
    const id = JSON.stringify(d.line === 0 ? d : [d.file, d.line, d.column, d.value])
    const before = kept.get(id)
    if (!before || RANK[d.severity] < RANK[before.severity]) kept.set(id, d)
  }
  return inOrder([...kept.values()])
}

const RANK = { error: 0, warning: 1, info: 2 } as const

function findingsOf(rule: Rule, inspection: Inspection): Diagnostic[] {
  const out: Diagnostic[] = []
  const said = new Set<string>()
  let more = 0
  for (const finding of rule.check(inspection)) {
    const d = diagnosticOf(rule, finding, inspection)
    // What stands in a template is found again in everything that is based on it.
    const id = JSON.stringify(d)
    if (said.has(id)) continue
    if (out.length >= MOST) {
      more++
      continue
    }
    said.add(id)
    out.push(d)
  }
  const last = out.at(-1)
  if (more > 0 && last)
    out.push({
      ...last,
      severity: 'info',
      message: `${more} more findings of this kind are not listed`,
      remedy: 'mend the first ones and look again',
    })
  return out
}

function diagnosticOf(rule: Rule, { path, at, severity, message, remedy, value }: Finding, { document }: Inspection): Diagnostic {
  const { file, line, column } = document.place(path, at)
  return {
    severity: severity ?? rule.severity,
    rule: rule.id,
    message,
    remedy,
    ...(file === '' ? {} : { file }),
    line,
    column,
    ...(value === undefined ? {} : { value: shorten(typeof value === 'string' ? value : (JSON.stringify(value) ?? String(value))) }),
  }
}

const shorten = (text: string, most = 120): string => (text.length > most ? `${text.slice(0, most - 1)}…` : text)

const inOrder = (list: readonly Diagnostic[]): Diagnostic[] =>
  [...list].sort(
    (a, b) =>
      order(a.file ?? '', b.file ?? '') ||
      a.line - b.line ||
      a.column - b.column ||
      RANK[a.severity] - RANK[b.severity] ||
      order(a.rule, b.rule) ||
      order(a.message, b.message),
  )

const order = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)
