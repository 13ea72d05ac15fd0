import { type Browser, chromium, expect } from '@playwright/test'
import { test } from './film'
import { ProductionPage, SMALL_FILM } from './production-page'
import { PATIENCE, StudioPage } from './studio-page'

const MASTER = `script: |
  Title: Now

  INT. CORRIDOR - NIGHT

  NOOR (30, red coat) waits by the door.

  NOOR
  Now.
fps: 12
ouputs: []
outputs:
  - {name: small, style: hollywood, width: 64, height: 36, quality: draft}
`

/** Pictures of one place: so many that they are still being made when they are paused, and when they are cancelled. */
const STRIP = `meta: { title: Strip, id: strip }
fps: 4
outputs:
  - {name: strip, style: hollywood, container: png, width: 64, height: 36, quality: draft}
shots:
  - {name: a, location: empty field, frames: 120, camera: {size: WS, move: pan}}
`

test('a master file is checked as it is typed, and a click on a finding goes to its line', async ({ page }) => {
  const studio = new StudioPage(page)
  await studio.open()
  await page.getByTestId('room-production').click()
  await studio.drop('now.yaml', new TextEncoder().encode(MASTER))
  await expect(page.getByTestId('production-check')).toHaveAttribute('data-check', 'good')
  await expect(page.getByTestId('findings')).toContainText('did you mean')
  // What is on the desk is what the film room shows.
  await page.getByTestId('room-film').click()
  await expect(page.getByTestId('shot-list')).toContainText('noor')
  await page.getByTestId('room-production').click()
  await page
    .getByTestId('findings')
    .getByRole('button', { name: /ouputs/ })
    .click()
  await expect(page.locator('.cm-activeLine')).toContainText('ouputs')
  await page.keyboard.press('Control+End')
  await page.keyboard.type('aspect_ratio: wide')
  await expect(page.getByTestId('production-check')).toHaveAttribute('data-check', 'bad')
  await page
    .getByTestId('findings')
    .getByRole('button', { name: /error 14:/ })
    .click()
  await expect(page.locator('.cm-activeLine')).toContainText('aspect_ratio')
  await page.getByTestId('master-reset').click()
  await expect(page.getByTestId('production-check')).toHaveAttribute('data-check', 'good')
  expect(studio.errors).toEqual([])
})

test('a screenplay shows the production it stands for, and its graph is drawn', async ({ film: studio }) => {
  const { page } = studio
  await new ProductionPage(page, studio).enter()
  await studio.drop('graph.fountain', new TextEncoder().encode('INT. CORRIDOR - NIGHT\n\nNOOR waits.\n\nNOOR\nNow.\n'))
  await expect(page.getByRole('tab', { name: 'production.yaml' })).toBeVisible()
  await expect(page.getByTestId('master-editor')).toContainText('script: graph.fountain')
  await expect(page.getByTestId('outputs')).toContainText('film')
  await page.getByTestId('tab-graph').click()
  await expect(page.getByTestId('graph')).toContainText('Finalize')
})

/** What a film of the browser's own disk is checked against: the small film as nobody disturbed it, made once. */
let undisturbed: string | undefined

test('a production runs to its film; a full disk stops it, room made lets it go on; results, player, report', async ({ film, baseURL }) => {
  const { page } = film
  const room = new ProductionPage(page, film)
  await room.bring('small.yaml', SMALL_FILM)
  await room.run()
  await room.ended('done')
  undisturbed = await room.filmHash('small')
  const disk = await page.context().newCDPSession(page)
  const quota = (more: { quotaSize?: number }) =>
    disk.send('Storage.overrideQuotaForOrigin', { origin: new URL(baseURL ?? page.url()).origin, ...more })
  await room.forgetSegments()
  await room.run()
  await expect.poll(() => room.files(/\.seg$/), { timeout: PATIENCE, intervals: [20] }).not.toEqual([])
  await quota({ quotaSize: 1000 })
  await room.ended('failed')
  await expect(page.getByTestId('run-error')).toContainText('is full')
  await expect(page.getByTestId('run-error')).toContainText('make room')
  await quota({})
  await page.getByTestId('run').click()
  await room.ended('done')
  expect((await room.summary()).reused.length).toBeGreaterThan(0)
  expect(await room.filmHash('small')).toBe(undisturbed)
  await expect(page.getByTestId('run-summary')).toBeVisible()
  await page.getByTestId('tab-results').click()
  await expect
    .poll(() => page.getByTestId('player').evaluate((v: HTMLVideoElement) => v.duration), { timeout: PATIENCE })
    .toBeGreaterThan(0.5)
  await page.getByTestId('player').evaluate((v: HTMLVideoElement) => {
    v.muted = true
    return v.play()
  })
  await expect.poll(() => page.getByTestId('player').evaluate((v: HTMLVideoElement) => v.ended)).toBe(true)
  const [saved] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: 'Save package.zip' }).click()])
  expect(saved.suggestedFilename()).toBe('package.zip')
  await page.getByTestId('open-report').click()
  await expect(page.getByTestId('report').contentFrame().locator('body')).toContainText('Small film')
  await page.getByRole('dialog', { name: 'Report' }).getByRole('button', { name: 'Close' }).click()
  await expect(page.getByTestId('report')).toBeHidden()
  expect(room.studio.errors).toEqual([])
})

test('a picture sequence is estimated, paused, gone on with, cancelled, finished, and leafed through', async ({ film }) => {
  const { page } = film
  const room = new ProductionPage(page, film)
  await room.bring('strip.yaml', STRIP)
  await page.getByTestId('tab-outputs').click()
  await page.getByTestId('estimate').click()
  await expect(page.getByTestId('estimate-figures')).toContainText('1 worker', { timeout: PATIENCE })
  await room.run()
  const state = page.getByTestId('run-state')
  await expect(state).toHaveAttribute('data-state', 'running')
  await page.getByTestId('pause').click()
  await expect(state).toHaveAttribute('data-state', 'paused')
  await page.getByTestId('resume').click()
  await expect(state).toHaveAttribute('data-state', 'running')
  await page.getByTestId('cancel').click()
  await room.ended('cancelled')
  await page.getByTestId('run').click()
  await room.ended('done')
  await page.getByTestId('tab-results').click()
  const book = page.getByTestId('flip-book')
  await expect(book).toHaveAttribute('data-drawn', /\.png$/)
  const first = await book.getAttribute('data-drawn')
  await page.getByRole('slider', { name: 'Picture' }).fill('2')
  await expect(book).not.toHaveAttribute('data-drawn', first ?? '')
  expect(room.studio.errors).toEqual([])
})

test('a tab closed in mid-run loses nothing: reopened, it goes on, makes nothing twice, and the film is the same', async ({
  browser,
  baseURL,
  launchOptions,
}, info) => {
  undisturbed ??= await makeUndisturbed(browser, baseURL)
  const profile = { ...launchOptions, ...(baseURL ? { baseURL } : {}) }
  const folder = info.outputPath('profile')
  const before = await chromium.launchPersistentContext(folder, profile)
  const first = new ProductionPage(await before.newPage())
  await first.open('small.yaml', SMALL_FILM)
  const second = new ProductionPage(await before.newPage())
  await second.open('small.yaml', SMALL_FILM)
  await first.run()
  await expect(first.page.getByTestId('run-state')).toHaveAttribute('data-state', 'running')
  // A second tab of the same film is told who makes it.
  await second.run()
  await second.ended('failed')
  await expect(second.page.getByTestId('run-error')).toContainText('another tab is making this film')
  await second.page.close()
  await expect.poll(() => first.files(/\.seg$/), { timeout: PATIENCE, intervals: [100] }).not.toEqual([])
  const made = await first.files(/\.seg$/)
  await first.page.close()
  await before.close()

  const after = await chromium.launchPersistentContext(folder, profile)
  const again = new ProductionPage(await after.newPage())
  await again.page.goto('/')
  await again.page.getByTestId('room-production').click()
  await again.page.getByTestId('interrupted').getByRole('button', { name: 'Resume' }).click()
  await again.ended('done')
  const summary = await again.summary()
  const keys = (tasks: readonly { readonly task: string }[]) => tasks.map((t) => t.task)
  for (const name of made) {
    const key = /([0-9a-f]+)\.seg$/.exec(name)?.[1] as string
    expect(keys(summary.reused).some((task) => task.endsWith(key))).toBe(true)
    expect(keys(summary.ran).some((task) => task.endsWith(key))).toBe(false)
  }
  expect(await again.filmHash('small')).toBe(undisturbed)
  await after.close()
})

async function makeUndisturbed(browser: Browser, baseURL: string | undefined): Promise<string> {
  const whole = new ProductionPage(await browser.newPage({ ...(baseURL ? { baseURL } : {}) }))
  await whole.open('small.yaml', SMALL_FILM)
  await whole.run()
  await whole.ended('done')
  const hash = await whole.filmHash('small')
  await whole.page.close()
  return hash
}
