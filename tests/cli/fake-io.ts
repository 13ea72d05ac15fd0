import type { Io } from '../../src/cli/io'

/** The other end of a command: what it wrote, in two strings. */
export function fakeIo(options: Partial<Io> = {}): Io & { readonly stdout: () => string; readonly stderr: () => string } {
  let out = ''
  let err = ''
  return {
    out: (text) => {
      out += text
    },
    err: (text) => {
      err += text
    },
    errIsTerminal: false,
    columns: 80,
    cwd: process.cwd(),
    env: {},
    signal: new AbortController().signal,
    now: () => 0,
    ...options,
    stdout: () => out,
    stderr: () => err,
  }
}
