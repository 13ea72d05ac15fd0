import type { Page } from 'playwright'

/** What a page tells, by the name of the function of its window that it tells it with. */
export type PageListeners = Readonly<Record<string, (told: never) => void>>

/** What the page calls to be heard. */
const BINDING = 'oneshotTell'

/**
 * Gives a page that has started functions to tell things with. They answer nothing and nobody waits for them: playwright's
 * own exposed functions have every call answered by a script that the page compiles, and a long run tells a lot.
 */
export async function hearPage(page: Page, listeners: PageListeners): Promise<void> {
  const session = await page.context().newCDPSession(page)
  session.on('Runtime.bindingCalled', ({ name, payload }) => {
    if (name !== BINDING) return
    const [what, told] = JSON.parse(payload) as [string, never]
    listeners[what]?.(told)
  })
  await session.send('Runtime.addBinding', { name: BINDING })
  await page.evaluate(
    ({ binding, names }) => {
      const page = window as unknown as Record<string, (told: unknown) => void>
      for (const name of names) page[name] = (told) => page[binding]?.(JSON.stringify([name, told]))
    },
    { binding: BINDING, names: Object.keys(listeners) },
  )
}
