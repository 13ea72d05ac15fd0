import type { Diagnostic } from '../../film'
import type { DataPath } from '../master/read-yaml'
import type { Inspection } from './inspection'

/** One thing that a rule found. */
export interface Finding {
  /** Where in the document; a path that nobody wrote points to what is nearest above it. */
  readonly path: DataPath
  /** Points at the key instead of its value. */
  readonly at?: 'key'
  /** Other than the rule's own. */
  readonly severity?: Diagnostic['severity']
  readonly message: string
  readonly remedy: string
  /** What was found there. */
  readonly value?: unknown
}

/** One check of a production. */
export interface Rule {
  /** Stable, with its family in front: `outputs.codec-missing`. */
  readonly id: string
  readonly severity: Diagnostic['severity']
  /** Everything it finds; never throws, whatever the document holds. */
  readonly check: (production: Inspection) => Iterable<Finding>
}

/** A value as people would write it, short enough for a sentence. */
export function quoted(value: unknown): string {
  const text = typeof value === 'string' ? value : (JSON.stringify(value) ?? String(value))
  const flat = text.replace(/\s+/g, ' ')
  return flat.length > 60 ? `${flat.slice(0, 59)}…` : flat
}

/** `a, b or c`; long lists end with how many more there are. */
export function either(words: readonly string[], most = 12): string {
  if (words.length > most) return `${words.slice(0, most).join(', ')} … (${words.length - most} more)`
  return words.length < 2 ? (words[0] ?? 'nothing') : `${words.slice(0, -1).join(', ')} or ${words.at(-1)}`
}

/** What to write instead of a name that is not known. */
export const instead = (near: string | undefined, known: readonly string[], otherwise = `write ${either(known)}`): string =>
  near === undefined ? otherwise : `did you mean ${near}?`
