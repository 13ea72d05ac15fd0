import type { Diagnostic } from '../../film'

/** Notes a finding: severity, rule, line, column (1-based), message, what was there and what to do. */
export type Report = (
  severity: Diagnostic['severity'],
  rule: string,
  line: number,
  column: number,
  message: string,
  more: { readonly value?: string; readonly remedy: string },
) => void

/** More findings than this of one rule are counted, not listed. */
const LISTED_PER_RULE = 50

/** A list of findings and the function that adds to it. `finish` adds what was left out, as a count. */
export function reporter(file: string | undefined): { report: Report; finish: () => Diagnostic[] } {
  const list: Diagnostic[] = []
  const counts = new Map<string, number>()
  return {
    report: (severity, rule, line, column, message, { value, remedy }) => {
      const n = (counts.get(rule) ?? 0) + 1
      counts.set(rule, n)
      if (n <= LISTED_PER_RULE) list.push(finding(severity, rule, line, column, message, remedy, file, value))
    },
    finish: () => {
      const more = [...counts].filter(([, n]) => n > LISTED_PER_RULE)
      const rest = more.map(([rule, n]) =>
        finding(
          'info',
          rule,
          0,
          0,
          `${n - LISTED_PER_RULE} more of the same kind.`,
          'Correct those listed and read the script again.',
          file,
        ),
      )
      return [...list].sort((a, b) => a.line - b.line || a.column - b.column).concat(rest)
    },
  }
}

/** One finding, its value shortened to 120 characters. */
export function finding(
  severity: Diagnostic['severity'],
  rule: string,
  line: number,
  column: number,
  message: string,
  remedy: string,
  file?: string,
  value?: string,
): Diagnostic {
  const short = value === undefined ? undefined : Array.from(value.slice(0, 240).trim()).slice(0, 120).join('')
  return { severity, rule, message, remedy, line, column, ...(file ? { file } : {}), ...(short ? { value: short } : {}) }
}
