import type { Io } from './io'
import type { Arguments, Flag } from './parse-arguments'
import type { Reporter } from './report'

/** What a command ends with: done, failed, or called with bad input. */
export type ExitCode = 0 | 1 | 2

/** What a verb works with. */
export interface Context {
  readonly args: Arguments
  readonly io: Io
  readonly report: Reporter
  /** `--json` was given: results on standard output are JSON too. */
  readonly json: boolean
}

/** One verb of the command. */
export interface Verb {
  readonly name: string
  /** What it takes besides flags, for the help: `FILE`. */
  readonly takes?: string
  /** At most 70 characters. */
  readonly summary: string
  readonly flags: readonly Flag[]
  readonly examples: readonly string[]
  /** Answers another exit code than 0 where its data says why. @throws UsageError, InputError (exit 2), anything else (exit 1). */
  readonly run: (context: Context) => Promise<ExitCode | undefined> | Promise<void>
}

/** Flags that every verb takes. */
export const COMMON_FLAGS: readonly Flag[] = [
  { name: 'json', help: 'progress as newline-delimited JSON on standard error' },
  { name: 'quiet', short: 'q', help: 'say errors only' },
  { name: 'verbose', short: 'v', help: 'say details too' },
  { name: 'help', short: 'h', help: 'this help' },
]
