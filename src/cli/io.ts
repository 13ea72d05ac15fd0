/** The command's connections to the world, so that tests can hold the other end. */
export interface Io {
  /** Data: standard output. */
  readonly out: (text: string) => void
  /** Everything said to a person: standard error. */
  readonly err: (text: string) => void
  /** Standard error is a terminal: a line may be overwritten. */
  readonly errIsTerminal: boolean
  /** Characters in a line of the terminal. */
  readonly columns: number
  readonly cwd: string
  readonly env: Readonly<Record<string, string | undefined>>
  /** Fires when the user presses Ctrl-C. */
  readonly signal: AbortSignal
  /** Milliseconds, monotonic. */
  readonly now: () => number
}

/** The real world. A reader that goes away (`oneshot plan x | head`) ends the command quietly. */
export function processIo(): Io {
  const controller = new AbortController()
  let presses = 0
  process.on('SIGINT', () => {
    if (++presses > 1) process.exit(1)
    controller.abort()
  })
  process.on('SIGTERM', () => controller.abort())
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code === 'EPIPE') process.exit(0)
    throw error
  })
  return {
    out: (text) => void process.stdout.write(text),
    err: (text) => void process.stderr.write(text),
    errIsTerminal: process.stderr.isTTY === true,
    columns: process.stderr.columns ?? 100,
    cwd: process.cwd(),
    env: process.env,
    signal: controller.signal,
    now: () => performance.now(),
  }
}
