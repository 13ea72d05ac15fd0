import { didYouMean, UsageError } from './usage-error'

/** One flag of a verb. */
export interface Flag {
  /** Without dashes. */
  readonly name: string
  /** One letter, without its dash. */
  readonly short?: string
  /** What stands for its value in the help; a flag without is on or off. */
  readonly value?: string
  /** It may be given several times: its values are then joined by commas. */
  readonly many?: boolean
  readonly help: string
}

/** What was typed, by flag name. */
export interface Arguments {
  readonly positionals: readonly string[]
  readonly values: ReadonlyMap<string, string>
  readonly switches: ReadonlySet<string>
}

/**
 * Reads `--flag value`, `--flag=value`, `-o value`, `--switch` and positionals; `--` ends the flags.
 * @throws UsageError for an unknown flag (with the nearest one that exists), a missing or a doubled value.
 */
export function parseArguments(argv: readonly string[], flags: readonly Flag[], verb: string): Arguments {
  const positionals: string[] = []
  const values = new Map<string, string>()
  const switches = new Set<string>()
  const help = `see oneshot help${verb ? ` ${verb}` : ''}`
  for (let i = 0; i < argv.length; i++) {
    const word = argv[i] as string
    if (word === '--') {
      positionals.push(...argv.slice(i + 1))
      break
    }
    if (!word.startsWith('-') || word === '-') {
      positionals.push(word)
      continue
    }
    const [, dashes = '', name = '', inline] = /^(--?)([^=]*)(?:=(.*))?$/s.exec(word) ?? []
    const flag = flags.find((f) => (dashes === '--' ? f.name === name : f.short === name))
    if (!flag) throw unknownFlag(word.split('=', 1)[0] as string, flags, verb, help)
    if (flag.value === undefined) {
      if (inline !== undefined) throw new UsageError(`--${flag.name} takes no value, got ${JSON.stringify(inline)}`, help)
      switches.add(flag.name)
      continue
    }
    const value = inline ?? argv[++i]
    if (value === undefined || (inline === undefined && value.startsWith('--')))
      throw new UsageError(`--${flag.name} needs a value: --${flag.name} ${flag.value}`, help)
    const before = values.get(flag.name)
    if (before !== undefined && !flag.many) throw new UsageError(`--${flag.name} is given twice`, 'give it once')
    values.set(flag.name, before === undefined ? value : `${before},${value}`)
  }
  return { positionals, values, switches }
}

function unknownFlag(word: string, flags: readonly Flag[], verb: string, help: string): UsageError {
  const known = flags.flatMap((f) => [`--${f.name}`, ...(f.short ? [`-${f.short}`] : [])])
  const near = didYouMean(word, known)
  return new UsageError(`${verb || 'oneshot'} has no flag ${word}`, near ? `did you mean ${near}? ${help}` : help)
}
