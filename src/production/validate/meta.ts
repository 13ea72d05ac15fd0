import { slug } from '../../film'
import { fieldsOf, textOf } from '../master/plain-data'
import type { Inspection } from './inspection'
import { type Finding, quoted, type Rule } from './rule'

const meta = (p: Inspection) => fieldsOf(p.data.meta)

function* title(p: Inspection): Iterable<Finding> {
  const { title } = meta(p)
  if (textOf(title) || (title === undefined && p.context.script?.title)) return
  yield {
    path: ['meta', 'title'],
    severity: title === undefined ? 'info' : 'warning',
    message: title === undefined ? 'the production has no title' : 'the title is empty',
    remedy: 'write `title:` under `meta:`; the film and its files are named after it',
  }
}

function* id(p: Inspection): Iterable<Finding> {
  const text = textOf(meta(p).id)
  if (text === undefined || /^[a-z0-9]+(?:[-_.][a-z0-9]+)*$/i.test(text.slice(0, 81))) return
  yield {
    path: ['meta', 'id'],
    message: `the id ${quoted(text)} cannot name a folder as it is`,
    remedy: `use letters, digits and dashes: ${slug(text.slice(0, 200)).slice(0, 80)}`,
    value: text,
  }
}

function* created(p: Inspection): Iterable<Finding> {
  const text = textOf(meta(p).created)
  if (text === undefined) return
  const [, day] = /^(\d{4}-\d{2}-\d{2})(?:[T ].{0,40})?$/.exec(text) ?? []
  const date = day === undefined ? undefined : new Date(`${day}T00:00:00Z`)
  if (date && !Number.isNaN(date.getTime()) && date.toISOString().startsWith(day ?? '')) return
  yield { path: ['meta', 'created'], message: `${quoted(text)} is no date`, remedy: 'write year, month and day: 2026-11-20', value: text }
}

function* version(p: Inspection): Iterable<Finding> {
  const text = textOf(meta(p).version)
  if (text === undefined || /^v?\d{1,9}(?:\.\d{1,9}){0,3}(?:[-+][\w.-]{1,40})?$/.test(text)) return
  yield { path: ['meta', 'version'], message: `${quoted(text)} is no version`, remedy: 'write numbers with dots: 1.0.0', value: text }
}

export const META_RULES: readonly Rule[] = [
  { id: 'meta.title', severity: 'warning', check: title },
  { id: 'meta.id', severity: 'warning', check: id },
  { id: 'meta.created', severity: 'warning', check: created },
  { id: 'meta.version', severity: 'warning', check: version },
]
