import { readFileSync } from 'node:fs'
import { expect } from '@playwright/test'
import { test, tiny } from './film'
import { PATIENCE } from './studio-page'

test('people are described anew, drawn, turned and saved', async ({ film: studio }) => {
  const { page } = studio
  await studio.drop('now.fountain', tiny('People'))
  await page.getByTestId('room-cast').click()
  await expect(page.getByTestId('cast-noor')).toContainText('NOOR')
  const scenes = page.getByTestId('cast-scenes')
  await expect(scenes.locator('> li')).toHaveCount(2)
  await expect(scenes.locator('> li').first()).toContainText('coat')
  await expect(scenes.locator('> li').last()).toContainText('takes off')

  // Other words make somebody else of them, in the film as well.
  await page.getByTestId('cast-description').fill('70, small, green apron, white bun')
  await page.getByTestId('cast-apply').click()
  await expect(page.getByText(/female, 70|male, 70/)).toBeVisible({ timeout: PATIENCE })
  await expect(scenes.locator('> li').first()).toContainText('apron')
  await expect(page.getByTestId('cast-yaml')).toContainText('name: NOOR')

  // Drawn from all sides; the slider turns them.
  const turntable = page.getByTestId('turntable')
  await expect(turntable).toBeVisible({ timeout: PATIENCE })
  const seen = () =>
    turntable.evaluate((c: HTMLCanvasElement) => {
      const data = c.getContext('2d')?.getImageData(0, 0, c.width, c.height).data ?? []
      let sum = 0
      for (let i = 0; i < data.length; i += 4) sum = (Math.imul(sum, 31) + (data[i] as number) + (data[i + 1] as number)) | 0
      return sum
    })
  const front = await seen()
  await page.getByTestId('turn').fill('4')
  await expect(turntable).toHaveAttribute('aria-label', 'NOOR, back')
  await expect.poll(seen).not.toBe(front)
  const [file] = await Promise.all([page.waitForEvent('download'), page.getByTestId('sheet-save').click()])
  expect(file.suggestedFilename()).toBe('noor-turnaround-hollywood.png')
  expect(readFileSync(await file.path()).length).toBeGreaterThan(10_000)

  await page.getByTestId('cast-reset').click()
  await expect(page.getByText(/female, 30|male, 30/)).toBeVisible({ timeout: PATIENCE })
  await expect(page.getByTestId('cast-yaml')).toBeHidden()
  expect(studio.errors).toEqual([])
})
