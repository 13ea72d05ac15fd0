import { type BrowserContext, chromium, expect, test } from '@playwright/test'
import { ProductionPage } from '../production-page'
import { PATIENCE } from '../studio-page'

/** A film of several segments. */
const FILM = `script: |
  Title: Long walk

  INT. CORRIDOR - NIGHT

  NOOR (30, red coat) waits by the door.

  NOOR
  Now.

  EXT. STREET - DAY

  NOOR walks away.

  INT. KITCHEN - DAY

  NOOR
  Here.

  EXT. FIELD - NIGHT

  NOOR runs.
fps: 8
outputs:
  - {name: small, style: hollywood, width: 64, height: 36, quality: draft}
`

/** Ends the browser's graphics process, as a crash does. */
async function killGpu(context: BrowserContext): Promise<void> {
  const browser = context.browser()
  if (!browser) throw new Error('the context has no browser of its own')
  const session = await browser.newBrowserCDPSession()
  const { processInfo } = (await session.send('SystemInfo.getProcessInfo')) as { processInfo: { type: string; id: number }[] }
  const gpu = processInfo.find((p) => p.type.toUpperCase() === 'GPU')
  if (!gpu) throw new Error('the browser has no graphics process')
  process.kill(gpu.id, 'SIGKILL')
  await session.detach()
}

test('the graphics process killed once: the run goes on; twice: it says to restart, and resumes after, the same film', async ({
  baseURL,
  launchOptions,
}, info) => {
  const profile = { ...launchOptions, ...(baseURL ? { baseURL } : {}) }
  const folder = info.outputPath('profile')
  const before = await chromium.launchPersistentContext(folder, profile)
  const room = new ProductionPage(await before.newPage())
  await room.open('walk.yaml', FILM)
  const made = async (context: ProductionPage, more: number) =>
    expect.poll(async () => (await context.files(/\.seg$/)).length, { timeout: PATIENCE, intervals: [50] }).toBeGreaterThanOrEqual(more)
  await room.run()
  await made(room, 1)
  await killGpu(before)
  // It goes on by itself: more is made after than was there before.
  const then = (await room.files(/\.seg$/)).length
  await made(room, then + 1)
  await killGpu(before)
  await room.ended('failed')
  await expect(room.page.getByTestId('run-error')).toContainText('graphics process crashed')
  await expect(room.page.getByTestId('run-error')).toContainText('close the browser')
  const kept = await room.files(/\.seg$/)
  const encoded = await Promise.all(kept.map((name) => room.bytes(name)))
  await before.close()

  const after = await chromium.launchPersistentContext(folder, profile)
  const again = new ProductionPage(await after.newPage())
  await again.page.goto('/')
  await again.page.getByTestId('room-production').click()
  await again.page.getByTestId('interrupted').getByRole('button', { name: 'Resume' }).click()
  await again.ended('done')
  const summary = await again.summary()
  for (const name of kept) {
    const key = /([0-9a-f]+)\.seg$/.exec(name)?.[1] as string
    expect(summary.reused.some(({ task }) => task.endsWith(key))).toBe(true)
    expect(summary.ran.some(({ task }) => task.endsWith(key))).toBe(false)
  }
  const film = await again.filmHash('small')
  await again.forgetSegments()
  await again.page.getByTestId('tab-outputs').click()
  await again.page.getByTestId('run').click()
  await again.ended('done')
  expect(await again.filmHash('small')).toBe(film)
  // Hashes are of what was drawn: that it was encoded, too, and not black, only the packets say.
  for (const [i, name] of kept.entries()) expect((await again.bytes(name)).equals(encoded[i] as Buffer)).toBe(true)
  await after.close()
})
