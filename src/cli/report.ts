import type { ProgressEvent, RunEvent } from '../pipeline'
import type { Io } from './io'

/** How much is said on standard error. */
export interface Loudness {
  /** Progress and notes as newline-delimited JSON. */
  readonly json: boolean
  /** Errors only. */
  readonly quiet: boolean
  /** Details too. */
  readonly verbose: boolean
}

/** Says things to a person, or to a program with `--json`. */
export interface Reporter {
  readonly progress: (event: ProgressEvent) => void
  /** What happens in a run; all of it with `--json`. */
  readonly event: (event: RunEvent) => void
  readonly note: (text: string) => void
  /** Said only with `--verbose`. */
  readonly detail: (text: string) => void
  readonly error: (text: string, exit: number) => void
  /** Ends the line that is being overwritten, if any. */
  readonly settle: () => void
}

/** The phase of a run that takes the time. */
const LONG_PHASE = 'shots'

/** A reporter on standard error: one line that is overwritten in a terminal, a line every ten per cent elsewhere. */
export function reporterOn(io: Io, { json, quiet, verbose }: Loudness): Reporter {
  let open = false
  let lastTold = ''
  const settle = () => {
    if (open) io.err('\n')
    open = false
  }
  const event = (data: object) => io.err(`${JSON.stringify(data)}\n`)
  const say = (text: string) => {
    settle()
    io.err(`${text}\n`)
  }
  const show = (p: ProgressEvent) => {
    if (quiet) return
    const line = progressLine(p)
    if (io.errIsTerminal) {
      io.err(`\r\x1b[2K${line.slice(0, io.columns - 1)}`)
      open = true
      if (p.done >= p.total) settle()
      return
    }
    const tenth = `${p.phase} ${p.total > 0 ? Math.floor((p.done / p.total) * 10) : 0}`
    if (tenth === lastTold) return
    lastTold = tenth
    io.err(`${line}\n`)
  }
  const note = (text: string) => {
    if (json) event({ event: 'note', text })
    else if (!quiet) say(text)
  }
  const detail = (text: string) => {
    if (json) event({ event: 'detail', text })
    else if (verbose) say(text)
  }
  /** The phase a run is in, and what it works on. */
  let phase = ''
  let work = ''
  let isLong = false
  return {
    settle,
    note,
    detail,
    event: (e) => {
      if (json) {
        const { kind, ...rest } = e
        return event({ event: kind, ...rest })
      }
      if (e.of === 'phase' && e.kind === 'started') {
        phase = e.title ?? e.phase ?? ''
        isLong = e.phase === LONG_PHASE
      }
      if (e.of === 'task' && e.kind === 'started') {
        work = e.title ?? ''
        detail(`${e.phase}: ${work}${e.reason ? `: ${e.reason}` : ''}`)
      }
      if (e.kind === 'warning' && e.reason) note(`warning: ${e.reason}`)
      if (e.kind === 'retried') note(`${e.title ?? e.task}: ${e.reason}: trying again`)
      // Where lines stay, the phases of a second or two are not worth one.
      if (e.of === 'run' && e.kind === 'progress' && e.total && (isLong || io.errIsTerminal))
        show({ phase, done: e.done ?? 0, total: e.total, etaS: e.etaS ?? null, note: work })
    },
    error: (text, exit) => {
      if (json) event({ event: 'error', text, exit })
      else say(text)
    },
    progress: (p) => {
      if (json) event({ event: 'progress', ...p })
      else show(p)
    },
  }
}

/** `render  45 %  324/720  1 min 20 s left  sc2.sh1` */
export function progressLine({ phase, done, total, etaS, note }: ProgressEvent): string {
  const share = total > 0 ? `${Math.floor((done / total) * 100)} %`.padStart(5) : ''
  const left = etaS === null || done >= total ? '' : `${duration(etaS)} left`
  return [phase, share, total > 0 ? `${done}/${total}` : '', left, note ?? ''].filter(Boolean).join('  ')
}

/** `48 s`, `3 min 20 s`, `2 h 5 min` */
export function duration(seconds: number): string {
  const s = Math.max(0, Math.round(seconds))
  if (s < 60) return `${s} s`
  if (s < 3600) return s % 60 ? `${Math.floor(s / 60)} min ${s % 60} s` : `${Math.floor(s / 60)} min`
  const m = Math.round((s % 3600) / 60)
  return m ? `${Math.floor(s / 3600)} h ${m} min` : `${Math.floor(s / 3600)} h`
}
