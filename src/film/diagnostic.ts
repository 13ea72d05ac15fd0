import { type Value, z } from './value'

/** One finding about somebody's input: where, which rule, what was there, and what to do. */
export const Diagnostic = z.object({
  severity: z.enum(['error', 'warning', 'info']),
  /** Stable id of the rule, e.g. `script.no-scenes`. */
  rule: z.string(),
  message: z.string(),
  remedy: z.string(),
  file: z.string().optional(),
  /** 1-based; 0 when the finding is about the whole file. */
  line: z.int().nonnegative(),
  column: z.int().nonnegative(),
  /** What was found there, shortened to 120 characters. */
  value: z.string().optional(),
})
export type Diagnostic = Value<z.infer<typeof Diagnostic>>

/** Bad input from outside: carries every finding. Doors throw it; the page lists it, the CLI exits 2. */
export class InputError extends Error {
  readonly diagnostics: readonly Diagnostic[]
  constructor(diagnostics: readonly Diagnostic[]) {
    super(diagnostics.map(diagnosticText).join('\n'))
    this.name = 'InputError'
    this.diagnostics = diagnostics
  }
}

/** `file:line:column: severity: message (remedy)` */
export function diagnosticText(d: Diagnostic): string {
  const place = [d.file, d.line > 0 ? `${d.line}:${d.column}` : ''].filter(Boolean).join(':')
  return `${place ? `${place}: ` : ''}${d.severity}: ${d.message} (${d.remedy})`
}
