import { diagnosticText, InputError } from '../film'
import { CancelledError } from '../pipeline'
import { COMMON_FLAGS, type ExitCode, type Verb } from './command'
import { helpText, verbHelp } from './help'
import type { Io } from './io'
import { packageVersion } from './package-root'
import { parseArguments } from './parse-arguments'
import { type Reporter, reporterOn } from './report'
import { didYouMean, UsageError } from './usage-error'
import { VERBS } from './verbs'

/**
 * The whole command: reads the words, runs the verb, says what went wrong in plain words.
 * @param argv without program and script.
 */
export async function main(argv: readonly string[], io: Io): Promise<ExitCode> {
  const has = (name: string, short?: string) => argv.includes(`--${name}`) || (short !== undefined && argv.includes(`-${short}`))
  const loudness = { json: has('json'), quiet: has('quiet', 'q'), verbose: has('verbose', 'v') }
  const report = reporterOn(io, loudness)
  const [word = '', ...rest] = argv
  try {
    if (word === '--version' || word === 'version') {
      io.out(`${packageVersion()}\n`)
      return 0
    }
    if (word === 'help' || word === '--help' || word === '-h') {
      const topic = rest.find((w) => !w.startsWith('-'))
      io.out(topic === undefined ? helpText(VERBS, packageVersion()) : verbHelp(findVerb(topic)))
      return 0
    }
    if (word === '') {
      io.err(helpText(VERBS, packageVersion()))
      return 2
    }
    const verb = findVerb(word)
    if (rest.includes('--help') || rest.includes('-h')) {
      io.out(verbHelp(verb))
      return 0
    }
    const args = parseArguments(rest, [...verb.flags, ...COMMON_FLAGS], verb.name)
    checkPositionals(verb, args.positionals)
    const code = await verb.run({ args, io, report, json: loudness.json })
    report.settle()
    return code ?? 0
  } catch (error) {
    return fail(error, report, loudness.verbose)
  }
}

/** Says what went wrong and answers the exit code. A stack is shown only with `--verbose`, for failures of ours. */
export function fail(error: unknown, report: Reporter, verbose: boolean): ExitCode {
  report.settle()
  if (error instanceof UsageError) {
    report.error(`oneshot: ${error.message} (${error.remedy})`, 2)
    return 2
  }
  if (error instanceof InputError) {
    for (const d of error.diagnostics) if (d.severity === 'error') report.error(diagnosticText(d), 2)
    return 2
  }
  if (error instanceof CancelledError) {
    report.error('oneshot: stopped; what was rendered is kept, the same command goes on from there', 1)
    return 1
  }
  const e = error instanceof Error ? error : new Error(String(error))
  report.error(`oneshot: ${e.message}`, 1)
  if (verbose && e.stack) report.detail(e.stack)
  return 1
}

function findVerb(name: string): Verb {
  const verb = VERBS.find((v) => v.name === name)
  if (verb) return verb
  const near = didYouMean(name, [...VERBS.map((v) => v.name), 'help'])
  if (name.startsWith('-')) throw new UsageError(`expected a verb first, got ${name}`, 'see oneshot help')
  if (/[./\\]/.test(name)) throw new UsageError(`expected a verb first, got ${JSON.stringify(name)}`, `did you mean oneshot run ${name}?`)
  throw new UsageError(`there is no verb ${JSON.stringify(name)}`, near ? `did you mean ${near}? see oneshot help` : 'see oneshot help')
}

function checkPositionals(verb: Verb, positionals: readonly string[]): void {
  const most = verb.takes ? 1 : 0
  if (positionals.length < most) throw new UsageError(`${verb.name} needs a ${verb.takes}`, `for example oneshot ${verb.examples[0]}`)
  if (positionals.length > most)
    throw new UsageError(
      `${verb.name} takes ${most === 0 ? 'no file' : `one ${verb.takes}`}, got ${positionals.length}: ${positionals.join(' ')}`,
      'put names with spaces in quotes',
    )
}
