import { test as alone, expect } from '@playwright/test'
import { StudioPage } from './studio-page'

/** Two short scenes and one person; her one word, from frame 64, is the shortest shot. */
const TINY = `INT. CORRIDOR - NIGHT

NOOR (30, tall, red coat) waits by the door.

NOOR
Now.

EXT. YARD - DAY

Noor takes off her coat.
`

/** The screenplay of two scenes, under a title: the page says by that which film is open. */
export const tiny = (title: string): Uint8Array => new TextEncoder().encode(`Title: ${title}\n\n${TINY}`)

/** Drops the screenplay of two scenes, waits until it is open, and goes to a frame of it. */
export async function show(studio: StudioPage, title: string, frame: number): Promise<void> {
  await studio.drop('now.fountain', tiny(title))
  await expect(studio.page.getByRole('heading', { name: title })).toBeVisible()
  await studio.spoken()
  // The film before may have been left at this very frame: what is there then is not yet this film's.
  for (const at of [frame + 1, frame]) {
    await studio.seek(at)
    await studio.drawn(at)
  }
}

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
