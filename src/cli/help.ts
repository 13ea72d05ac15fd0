import { COMMON_FLAGS, type Verb } from './command'
import type { Flag } from './parse-arguments'

/** The help of the whole command. */
export function helpText(verbs: readonly Verb[], version: string): string {
  const width = Math.max(...verbs.map((v) => usage(v).length))
  return [
    `oneshot ${version}: a screenplay goes in, a film comes out`,
    '',
    'Usage: oneshot VERB [FILE] [flags]',
    '',
    ...verbs.map((v) => `  ${usage(v).padEnd(width)}  ${v.summary}`),
    `  ${'help [VERB]'.padEnd(width)}  what there is, or what a verb takes`,
    '',
    'FILE is a screenplay (.fountain, or plain text as .txt or .md), a production (.yaml, .json), or a folder of one.',
    'Data goes to standard output, progress to standard error. Exit: 0 done, 1 failed, 2 bad input or usage.',
    '',
  ].join('\n')
}

/** The help of one verb. */
export function verbHelp(verb: Verb): string {
  const flags = [...verb.flags, ...COMMON_FLAGS]
  const width = Math.max(...flags.map((f) => flagText(f).length))
  return [
    `oneshot ${usage(verb)}: ${verb.summary}`,
    '',
    ...flags.map((f) => `  ${flagText(f).padEnd(width)}  ${f.help}`),
    '',
    ...verb.examples.map((e) => `  oneshot ${e}`),
    '',
  ].join('\n')
}

const usage = (verb: Verb) => `${verb.name}${verb.takes ? ` ${verb.takes}` : ''}`
const flagText = (f: Flag) => `${f.short ? `-${f.short}, ` : ''}--${f.name}${f.value ? ` ${f.value}` : ''}`
