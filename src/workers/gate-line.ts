import type { RunStanding } from '../pipeline'
import type { RenderHooks } from '../production'

/** How far a renderer is: frames that are finished, and a picture in the store that shows one. */
interface Word {
  readonly done: number
  readonly picture?: string
}

/** Milliseconds between two words of a renderer to whoever sent it to work. */
const EVERY_MS = 250

/**
 * A line to a renderer in another thread, for one piece of work: over it goes how the run stands, when that changes, and
 * back comes how far the renderer is, now and then. Asking across for every frame would be two messages and their garbage
 * a frame, on both sides.
 * @returns the renderer's end, to be sent to it, and how to hang up.
 */
export function lineTo({ gate, watch }: Pick<RenderHooks, 'gate' | 'watch'>): { readonly far: MessagePort; readonly close: () => void } {
  const { port1: near, port2: far } = new MessageChannel()
  // Its answer is known over there already.
  near.onmessage = ({ data: { done, picture } }: MessageEvent<Word>) => void gate(done, picture)
  const stop = watch((standing) => near.postMessage(standing))
  const close = () => {
    stop()
    near.close()
  }
  return { far, close }
}

/** The renderer's end of a line: the gate of a run that goes on in another thread. */
export class GateLine {
  readonly #port: MessagePort
  readonly #now: () => number
  readonly #turn = new MessageChannel()
  #standing: RunStanding = 'going'
  #wake: (() => void) | undefined
  #next: (() => void) | undefined
  #toldAt: number

  /** @param now milliseconds, monotonic. */
  constructor(port: MessagePort, now: () => number) {
    this.#port = port
    this.#now = now
    this.#toldAt = now()
    port.onmessage = ({ data }: MessageEvent<RunStanding>) => {
      this.#standing = data
      this.#wake?.()
    }
    this.#turn.port1.onmessage = () => this.#next?.()
  }

  /** As `RenderHooks.gate`; asked by one at a time. */
  async gate(done: number, picture?: string): Promise<boolean> {
    const now = this.#now()
    if (picture !== undefined || now - this.#toldAt >= EVERY_MS) {
      this.#toldAt = now
      const word: Word = picture === undefined ? { done } : { done, picture }
      this.#port.postMessage(word)
    }
    await this.#listen()
    while (this.#standing === 'paused')
      await new Promise<void>((wake) => {
        this.#wake = wake
      })
    return this.#standing !== 'over'
  }

  close(): void {
    this.#port.close()
    this.#turn.port1.close()
  }

  /** Lets in what has been said meanwhile: a thread that draws one frame after the other hears nothing. */
  #listen(): Promise<void> {
    return new Promise((next) => {
      this.#next = next
      this.#turn.port2.postMessage(null)
    })
  }
}
