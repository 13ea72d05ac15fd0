import { expect, test } from '@playwright/test'
import { StudioPage } from './studio-page'

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

test('a master file is checked as it is typed, and a click on a finding goes to its line', async ({ page }) => {
  const studio = new StudioPage(page)
  await studio.open()
  await page.getByTestId('room-production').click()
  await studio.drop('now.yaml', new TextEncoder().encode(MASTER))
  await expect(page.getByTestId('production-check')).toHaveAttribute('data-check', 'good')
  await expect(page.getByTestId('findings')).toContainText('did you mean')
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

test('a screenplay shows the production it stands for, and its graph is drawn', async ({ page }) => {
  const studio = new StudioPage(page)
  await studio.open()
  await page.getByTestId('room-production').click()
  await studio.drop('now.fountain', new TextEncoder().encode('INT. CORRIDOR - NIGHT\n\nNOOR waits.\n\nNOOR\nNow.\n'))
  await expect(page.getByRole('tab', { name: 'production.yaml' })).toBeVisible()
  await expect(page.getByTestId('master-editor')).toContainText('script: now.fountain')
  await expect(page.getByTestId('outputs')).toContainText('film')
  await page.getByTestId('tab-graph').click()
  await expect(page.getByTestId('graph')).toContainText('Finalize')
})

test('a production runs to its film: pictures, results, player, report', async ({ page }) => {
  const studio = new StudioPage(page)
  await studio.open()
  await page.getByTestId('room-production').click()
  await studio.drop('now.yaml', new TextEncoder().encode(MASTER))
  await expect(page.getByTestId('production-check')).toHaveAttribute('data-check', 'good')
  await page.getByTestId('run').click()
  await expect(page.getByTestId('run-state')).toHaveAttribute('data-state', 'done', { timeout: 150_000 })
  await expect(page.getByTestId('run-summary')).toBeVisible()
  await page.getByTestId('tab-results').click()
  await expect
    .poll(() => page.getByTestId('player').evaluate((v: HTMLVideoElement) => v.duration), { timeout: 20_000 })
    .toBeGreaterThan(0.5)
  await page.getByTestId('open-report').click()
  await expect(page.getByTestId('report').contentFrame().locator('body')).toContainText('Now')
  expect(studio.errors).toEqual([])
})
