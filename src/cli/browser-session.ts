import type { Browser, Page } from 'playwright'
import { type Diagnostic, InputError } from '../film'
import { CancelledError, type ErrorType, type OnProgress, PipelineError, type RunListener } from '../pipeline'
import type { EngineApi } from '../workers/engine-api'
import { GPU_FLAGS } from './chromium-flags'
import { findChromium } from './find-chromium'
import { hearPage } from './hear-page'
import type { AppServer } from './serve-app'

/** The page, its GPU or its browser went away: start another and ask again. */
export class SessionLostError extends Error {
  override readonly name = 'SessionLostError'
}

/** Milliseconds that the page may take to stop before it is ended. */
const STOP_MS = 20_000

/** Seconds without a word from the page after which it is taken for dead: the first compilation on a CPU takes long. */
const SILENCE_S = 300

type Method = keyof EngineApi
type Answer<M extends Method> = Awaited<ReturnType<EngineApi[M]>>

export interface SessionOptions {
  readonly server: AppServer
  readonly signal: AbortSignal
  readonly onProgress: OnProgress
  /** Hears what happens in runs. */
  readonly onEvent?: RunListener
  /** Said to the user. */
  readonly note: (text: string) => void
  /** What the page writes to its console, and how the browser was started. */
  readonly detail: (text: string) => void
  /** Milliseconds that the page may take to start; a minute by default. */
  readonly startUpMs?: number
}

/** One headless Chromium with the built page in it, answering as the engine. */
export class BrowserSession {
  readonly #browser: Browser
  readonly #page: Page
  readonly #options: SessionOptions
  #lost: SessionLostError | undefined
  #onLost: (() => void) | undefined
  #lastWord = 0
  /** Something was drawn: there is a GPU, whatever is said later. */
  #drew = false

  private constructor(browser: Browser, page: Page, options: SessionOptions) {
    this.#browser = browser
    this.#page = page
    this.#options = options
    const lose = (why: string) => {
      this.#lost ??= new SessionLostError(why)
      this.#onLost?.()
    }
    browser.on('disconnected', () => lose('the browser ended'))
    page.on('crash', () => lose('the page crashed'))
  }

  /** Starts a browser and waits for the engine. @throws Error with the remedy. */
  static async start(options: SessionOptions): Promise<BrowserSession> {
    const executablePath = await findChromium(options.note)
    options.detail(`${executablePath} ${GPU_FLAGS.join(' ')}`)
    const { chromium } = await import('playwright')
    // Ctrl-C is ours to handle: the engine stops within a frame, then the browser is closed.
    const browser = await chromium.launch({
      executablePath,
      args: [...GPU_FLAGS],
      handleSIGINT: false,
      handleSIGTERM: false,
      handleSIGHUP: false,
    })
    try {
      const page = await browser.newPage()
      const session = new BrowserSession(browser, page, options)
      const errors: string[] = []
      page.on('console', (m) => options.detail(`page: ${m.type()}: ${m.text()}`))
      page.on('pageerror', (e) => {
        errors.push(e.message)
        options.detail(`page: ${e.stack ?? e.message}`)
      })
      await page.goto(`${options.server.url}?engine=1&store=${encodeURIComponent(`/store/${options.server.token}/`)}`)
      // Asked by the clock: a browser that is busy with other pages may draw no screen frame for long.
      await page
        .waitForFunction(() => window.oneshot !== undefined, undefined, { timeout: options.startUpMs ?? 60_000, polling: 100 })
        .catch((cause: Error) => {
          throw new Error(`the page did not start: ${errors[0] ?? cause.message} (run npm run build, or try --verbose)`, { cause })
        })
      await hearPage(page, {
        oneshotProgress: (event: Parameters<OnProgress>[0]) => {
          session.#lastWord = performance.now()
          options.onProgress(event)
        },
        oneshotEvent: (event: Parameters<RunListener>[0]) => {
          session.#lastWord = performance.now()
          if (event.of === 'task' && event.kind === 'completed') session.#drew ||= event.phase === 'shots' && event.task !== 'shots/plan'
          void options.onEvent?.(event)
        },
      })
      return session
    } catch (error) {
      await browser.close()
      throw error
    }
  }

  /**
   * Calls the engine.
   * @throws what the engine threw: InputError, PipelineError, CancelledError, Error; SessionLostError if it went away.
   */
  async call<M extends Method>(method: M, ...args: Parameters<EngineApi[M]>): Promise<Answer<M>> {
    if (this.#lost) throw this.#lost
    this.#lastWord = performance.now()
    const { signal } = this.#options
    if (signal.aborted) throw new CancelledError(method)
    let watch: NodeJS.Timeout | undefined
    let patience: NodeJS.Timeout | undefined
    let onAbort = () => {}
    const lost = new Promise<never>((_, reject) => {
      onAbort = () => {
        void this.#page.evaluate(() => window.oneshot?.cancel()).catch(() => {})
        patience = setTimeout(() => reject(new CancelledError(method)), STOP_MS)
      }
      signal.addEventListener('abort', onAbort)
      this.#onLost = () => reject(this.#lost)
      watch = setInterval(() => {
        if (performance.now() - this.#lastWord > SILENCE_S * 1000) reject(new SessionLostError(`the page was silent for ${SILENCE_S} s`))
      }, 5000)
    })
    try {
      const answer = await Promise.race([
        this.#page.evaluate(callEngine, { method, args: args as readonly unknown[] }).catch((error: Error) => {
          throw signal.aborted ? new CancelledError(method) : new SessionLostError(`the page went away: ${error.message.split('\n')[0]}`)
        }),
        lost,
      ])
      if (answer.error) throw errorFrom(answer.error, this.#drew)
      return answer.value as Answer<M>
    } catch (error) {
      if (signal.aborted) throw new CancelledError(method)
      throw error
    } finally {
      clearInterval(watch)
      clearTimeout(patience)
      this.#onLost = undefined
      signal.removeEventListener('abort', onAbort)
    }
  }

  /**
   * Opens a screenplay in the page without bringing the plan out: the worker's milliseconds, and the main thread's longest task
   * meanwhile.
   * @param standMs milliseconds that the page stands first, as it does while somebody looks for a file.
   */
  async measureOpen(
    file: { readonly name: string; readonly base64: string },
    standMs: number,
  ): Promise<{ openMs: number; longestTaskMs: number }> {
    return this.#page.evaluate(
      async ({ file, standMs }) => {
        const pause = (ms: number) => new Promise((done) => setTimeout(done, ms))
        window.oneshot?.prepare()
        await pause(standMs)
        let longestTaskMs = 0
        const observer = new PerformanceObserver((list) => {
          for (const task of list.getEntries()) longestTaskMs = Math.max(longestTaskMs, task.duration)
        })
        observer.observe({ type: 'longtask' })
        const answer = await window.oneshot?.open({ files: [file], main: file.name })
        await pause(200)
        observer.disconnect()
        if (!answer?.ok) throw new Error('the screenplay did not open')
        return { openMs: answer.production.film.openMs, longestTaskMs }
      },
      { file, standMs },
    )
  }

  async close(): Promise<void> {
    this.#onLost = undefined
    await this.#browser.close().catch(() => {})
  }
}

/**
 * Works with a browser, and with a fresh one when it or its GPU goes away (after the second crash of its GPU process a
 * browser finds no adapter any more): at most `restarts` times.
 */
export async function withBrowser<T>(options: SessionOptions, work: (session: BrowserSession) => Promise<T>, restarts = 3): Promise<T> {
  for (let left = restarts; ; left--) {
    const session = await BrowserSession.start(options)
    try {
      return await work(session)
    } catch (error) {
      if (!(error instanceof SessionLostError) || options.signal.aborted) throw error
      if (left === 0)
        throw new Error(`${error.message}, ${restarts + 1} times (try a smaller --size or a lower --quality; what is done is kept)`, {
          cause: error,
        })
      options.note(`${error.message}: starting another browser; what is done is kept`)
    } finally {
      await session.close()
    }
  }
}

/** What an error is on its way out of the page. */
interface ErrorData {
  readonly name: string
  readonly message: string
  readonly phase?: string
  readonly task?: string
  readonly problem?: string
  readonly remedy?: string
  readonly type?: ErrorType
  readonly diagnostics?: readonly Diagnostic[]
}

/** Runs in the page: errors come back as data, since playwright keeps only their message. */
async function callEngine({ method, args }: { method: string; args: readonly unknown[] }): Promise<{ value?: unknown; error?: ErrorData }> {
  try {
    const engine = window.oneshot as unknown as Record<string, (...a: readonly unknown[]) => Promise<unknown>>
    return { value: await (engine[method] as (...a: readonly unknown[]) => Promise<unknown>).apply(engine, args as unknown[]) }
  } catch (thrown) {
    const e = thrown as Partial<ErrorData>
    return {
      error: {
        name: e.name ?? 'Error',
        message: e.message ?? String(thrown),
        ...(e.phase === undefined ? {} : { phase: e.phase, task: e.task, problem: e.problem, remedy: e.remedy, type: e.type }),
        ...(e.diagnostics === undefined ? {} : { diagnostics: e.diagnostics }),
      },
    }
  } finally {
    // What was told before the answer is heard before it.
    window.oneshotFlush?.()
  }
}

/** @param drew whether that page has drawn something. */
function errorFrom(data: ErrorData, drew: boolean): Error {
  if (data.diagnostics) return new InputError(data.diagnostics)
  if (data.name === 'CancelledError') return new CancelledError(data.phase ?? 'render')
  // Chromium's words for a device that went away, beside our own.
  if (data.name === 'GpuLostError' || /device (is |was )?lost|lost device|external Instance/i.test(data.message))
    return new SessionLostError(data.message)
  // After the second crash of its GPU process a browser has none: another browser has.
  if (drew && (data.name === 'NoGpuError' || data.type === 'render')) return new SessionLostError(data.problem ?? data.message)
  const { phase, task, problem, remedy, type } = data
  if (phase !== undefined && task !== undefined && problem !== undefined && remedy !== undefined)
    return PipelineError.from({ phase, task, problem, remedy, ...(type ? { type } : {}) })
  const error = new Error(data.message)
  error.name = data.name
  return error
}
