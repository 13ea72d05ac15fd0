import type { Page } from 'playwright'

/** What a page tells, by the name of the function of its window that it tells it with. */
export type PageListeners = Readonly<Record<string, (told: never) => void>>

/** What the page calls to be heard. */
const BINDING = 'oneshotTell'

/** Milliseconds of a page whose words come together: each message to this side leaves something behind in the browser. */
const TOGETHER_MS = 250

/**
 * Gives a page that has started functions to tell things with, and `oneshotFlush` to tell at once what still waits. They
 * answer nothing and nobody waits for them: playwright's own exposed functions have every call answered by a script that
 * the page compiles, and a long run tells a lot.
 * @param togetherMs milliseconds whose words come together.
 */
export async function hearPage(page: Page, listeners: PageListeners, togetherMs = TOGETHER_MS): Promise<void> {
  const session = await page.context().newCDPSession(page)
  session.on('Runtime.bindingCalled', ({ name, payload }) => {
    if (name !== BINDING) return
    for (const [what, told] of JSON.parse(payload) as [string, never][]) listeners[what]?.(told)
  })
  await session.send('Runtime.addBinding', { name: BINDING })
  await page.evaluate(
    ({ binding, names, togetherMs }) => {
      const page = window as unknown as Record<string, (told?: unknown) => void>
      const waiting: unknown[] = []
      const flush = () => {
        if (waiting.length > 0) page[binding]?.(JSON.stringify(waiting.splice(0)))
      }
      for (const name of names)
        page[name] = (told) => {
          if (waiting.push([name, told]) === 1) setTimeout(flush, togetherMs)
        }
      page.oneshotFlush = flush
    },
    { binding: BINDING, names: Object.keys(listeners), togetherMs },
  )
}
