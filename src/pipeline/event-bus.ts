import type { EventKind, RunEvent, RunListener } from './run-event'

interface Heard {
  readonly kinds: ReadonlySet<EventKind> | undefined
  readonly listener: RunListener
}

/** Tells events to listeners of one kind, of several or of all; one that throws harms nobody. */
export class EventBus {
  #listeners: readonly Heard[] = []
  #muted = false
  readonly #onFault: (error: unknown, event: RunEvent) => void

  /** @param onFault told when a listener throws or rejects. */
  constructor(onFault: (error: unknown, event: RunEvent) => void) {
    this.#onFault = onFault
  }

  /** Adds a listener; answers how to take it off. A listener may be added twice and then hears twice. */
  on(kinds: EventKind | readonly EventKind[] | '*', listener: RunListener): () => void {
    const heard: Heard = { kinds: kinds === '*' ? undefined : new Set(typeof kinds === 'string' ? [kinds] : kinds), listener }
    this.#listeners = [...this.#listeners, heard]
    return () => {
      this.#listeners = this.#listeners.filter((l) => l !== heard)
    }
  }

  /** Takes all listeners off. */
  clear(): void {
    this.#listeners = []
  }

  /** Switches telling off and on; what happens meanwhile is not told later. */
  mute(on: boolean): void {
    this.#muted = on
  }

  /** Tells an event, in the order of the listeners; waits for none of them. */
  tell(event: RunEvent): void {
    if (this.#muted) return
    // The list is replaced, never changed: a listener that takes itself off disturbs nobody.
    for (const { kinds, listener } of this.#listeners) {
      if (kinds && !kinds.has(event.kind)) continue
      try {
        listener(event)?.then(undefined, (error: unknown) => this.#onFault(error, event))
      } catch (error) {
        this.#onFault(error, event)
      }
    }
  }
}
