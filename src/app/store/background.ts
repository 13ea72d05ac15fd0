/** How well the system lets a run go on while nobody looks. */
export interface BackgroundState {
  /** `held`: the screen stays on. `refused`: the system does not let it. `missing`: this browser has no such thing. */
  readonly wakeLock: 'off' | 'held' | 'refused' | 'missing'
  /** Seconds the system stopped the page while a run went; 0 if it never did. */
  readonly frozenS: number
}

/** Longer without a beat of a one-second clock, in a page with work to do, means that the system stopped it. A minute: timers of hidden pages beat that slowly. */
const FROZEN_MS = 75_000

/**
 * Keeps the screen on while something runs, and notices when the system stops the page all the same.
 * @param tell Hears every change.
 */
export class Background {
  #lock: WakeLockSentinel | undefined
  #clock: ReturnType<typeof setInterval> | undefined
  #beat = 0
  #state: BackgroundState = { wakeLock: 'off', frozenS: 0 }
  #running = false

  constructor(readonly tell: (state: BackgroundState) => void) {}

  /** A run began. */
  start(): void {
    if (this.#running) return
    this.#running = true
    this.#set({ wakeLock: 'off', frozenS: 0 })
    this.#beat = Date.now()
    this.#clock = setInterval(() => this.#tick(), 1000)
    document.addEventListener('visibilitychange', this.#seen)
    void this.#ask()
  }

  /** The run is over: the screen may sleep. */
  stop(): void {
    if (!this.#running) return
    this.#running = false
    clearInterval(this.#clock)
    document.removeEventListener('visibilitychange', this.#seen)
    void this.#lock?.release().catch(() => {})
    this.#lock = undefined
    this.#set({ ...this.#state, wakeLock: 'off' })
  }

  // A lock is lost whenever the page is hidden: it is asked for again when it comes back.
  readonly #seen = () => {
    if (document.visibilityState === 'visible' && this.#running) void this.#ask()
  }

  async #ask(): Promise<void> {
    if (!('wakeLock' in navigator)) return this.#set({ ...this.#state, wakeLock: 'missing' })
    if (document.visibilityState !== 'visible') return
    try {
      const lock = await navigator.wakeLock.request('screen')
      if (!this.#running) return void lock.release()
      this.#lock = lock
      this.#set({ ...this.#state, wakeLock: 'held' })
    } catch {
      if (this.#running) this.#set({ ...this.#state, wakeLock: 'refused' })
    }
  }

  #tick(): void {
    const now = Date.now()
    const gap = now - this.#beat
    this.#beat = now
    if (gap > FROZEN_MS) this.#set({ ...this.#state, frozenS: this.#state.frozenS + Math.round(gap / 1000) })
  }

  #set(state: BackgroundState): void {
    this.#state = state
    this.tell(state)
  }
}

/** Shows a note of the system's own, if it may; only when nobody looks at the page. */
export function notify(title: string, body: string): void {
  if (!('Notification' in globalThis) || Notification.permission !== 'granted' || document.visibilityState === 'visible') return
  try {
    new Notification(title, { body, icon: '/icon.svg', tag: 'oneshot-run' })
  } catch {
    // Some systems allow notes from service workers only: the title says it too.
  }
}

/** What the page's title says of a run: `42 % · Night Owls`. */
export const pageTitle = (percent: number | undefined, title: string): string =>
  percent === undefined ? 'Oneshot' : `${Math.floor(percent * 100)} % · ${title || 'Oneshot'}`
