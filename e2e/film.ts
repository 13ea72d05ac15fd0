import { test as alone } from '@playwright/test'
import { StudioPage } from './studio-page'

/** Two short scenes and one person. */
export const TINY = new TextEncoder().encode(`INT. CORRIDOR - NIGHT

NOOR (30, tall, red coat) waits by the door.

NOOR
Now.

EXT. YARD - DAY

Noor takes off her coat.
`)

/**
 * Tests whose page has drawn already: `film` is one page for all of them, since compiling what it draws with takes a machine
 * without a GPU longer than most tests do. Each drops its own film and leaves the style as it found it; after a failure the
 * next one has a new page. Tests of what a page begins with take `page`.
 */
export const test = alone.extend<{ film: StudioPage }, { opened: StudioPage }>({
  opened: [
    async ({ browser }, use, { project }) => {
      const { baseURL, viewport } = project.use
      const page = await browser.newPage({ ...(baseURL ? { baseURL } : {}), ...(viewport ? { viewport } : {}) })
      const studio = new StudioPage(page)
      await studio.open()
      await use(studio)
      await page.close()
    },
    { scope: 'worker' },
  ],
  film: async ({ opened }, use) => {
    opened.errors.length = 0
    await use(opened)
  },
})
