/** How far a piece of work is. */
export interface ProgressEvent {
  /** What is being done: `parse`, `plan`, `compile`, `render`, `conform` … */
  readonly phase: string
  /** Units finished: frames, shots or bytes, whatever `total` counts. */
  readonly done: number
  readonly total: number
  /** Seconds left by what has been measured in this phase; null until there is something to measure. */
  readonly etaS: number | null
  /** What it is working on, in words. */
  readonly note?: string
}

export type OnProgress = (event: ProgressEvent) => void

/**
 * Counts one phase and tells its listener, at most ten times a second and always at the end. Work that was found done
 * (segments of an earlier run) is counted but not measured: it would make the estimate too hopeful.
 * @param now Milliseconds, monotonic: the caller's clock.
 */
export function progressOf(phase: string, total: number, listener: OnProgress | undefined, now: () => number) {
  const start = now()
  let done = 0
  let measured = 0
  // The first step carries what happens once (compiling, loading): the estimate forgets it as soon as there is another.
  let first: { t: number; units: number } | undefined
  let lastTold = Number.NEGATIVE_INFINITY
  const tell = (note?: string) => {
    if (!listener) return
    const t = now()
    if (done < total && t - lastTold < 100) return
    lastTold = t
    const msPerUnit =
      first && measured > first.units ? (t - first.t) / (measured - first.units) : measured > 0 ? (t - start) / measured : null
    const etaS = done >= total ? 0 : msPerUnit === null ? null : Math.round((msPerUnit * (total - done)) / 100) / 10
    listener({ phase, done, total, etaS, ...(note === undefined ? {} : { note }) })
  }
  tell()
  return {
    /** Units that were worked on. */
    step(units = 1, note?: string): void {
      done += units
      measured += units
      first ??= { t: now(), units }
      tell(note)
    },
    /** Units that were found done. */
    skip(units: number, note?: string): void {
      done += units
      tell(note)
    },
  }
}
