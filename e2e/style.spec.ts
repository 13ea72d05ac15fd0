import { readFileSync } from 'node:fs'
import { expect } from '@playwright/test'
import { unzipSync } from 'fflate'
import { decodeExr } from '../tests/reference/decode-exr'
import { show, test, tiny } from './film'
import { PATIENCE, StudioPage } from './studio-page'

test('a style is changed, brought back, saved as a file and loaded from it', async ({ page }) => {
  const studio = new StudioPage(page)
  // What is done to styles needs no picture.
  await page.addInitScript(() => Object.defineProperty(Navigator.prototype, 'gpu', { get: () => undefined }))
  await studio.open()
  await studio.drop('now.fountain', tiny('Kept'))
  await page.getByTestId('room-style').click()
  await page.getByTestId('tile-gameboy').check({ force: true })
  await expect(page.getByTestId('style-picker')).toContainText('Game Boy')
  await page.keyboard.press('ArrowRight')
  await expect(page.getByTestId('tile-gameboy')).not.toBeChecked()
  await page.keyboard.press('ArrowLeft')
  await expect(page.getByTestId('tile-gameboy')).toBeChecked()

  const exposure = page.getByTestId('field-grade.exposure')
  await page.getByTestId('section-grade').locator('summary').click()
  const as = await exposure.inputValue()
  await exposure.fill('2')
  await page.getByTestId('reset-grade.exposure').click()
  await expect(exposure).toHaveValue(as)
  await expect(page.getByTestId('reset-grade.exposure')).toBeHidden()
  await exposure.fill('2')

  await page.getByTestId('save-style').click()
  await page.getByTestId('style-name').fill('Bright Boy')
  const [file] = await Promise.all([page.waitForEvent('download'), page.getByTestId('style-keep').click()])
  expect(file.suggestedFilename()).toBe('bright-boy.style.yaml')
  const own = page.getByTestId('tile-bright-boy')
  await expect(own).toBeChecked()
  const text = readFileSync(await file.path())
  expect(text.toString()).toContain('base: gameboy')
  await own.hover({ force: true })
  await page.getByRole('button', { name: 'Delete Bright Boy' }).click({ force: true })
  await expect(page.getByTestId('tile-gameboy')).toBeChecked()
  await studio.drop('bright-boy.style.yaml', text)
  await expect(own).toBeChecked()
  await expect(exposure).toHaveValue('2')

  // Bad files are said with their line, and nothing changes.
  await studio.drop('bad.style.yaml', new TextEncoder().encode('base: nes\ngrade:\n  exposure: 99\n'))
  await expect(studio.problems).toContainText('line 3')
  await studio.problems.getByRole('button', { name: 'Close' }).click()
  await studio.drop('bad.hex', new TextEncoder().encode('ff0000\nred\n'))
  await expect(studio.problems).toContainText('line 2')
  await studio.problems.getByRole('button', { name: 'Close' }).click()
  await expect(own).toBeChecked()

  // What was kept is there in a page opened anew.
  await studio.open()
  await studio.drop('now.fountain', tiny('Kept'))
  await page.getByTestId('room-style').click()
  await expect(own).toBeVisible()
  expect(studio.errors).toEqual([])
})

test('a slider changes the picture, its way back brings the same, a line parts two styles, a still is kept and compared, depth is split, passes are seen and saved', async ({
  film: studio,
}) => {
  const { page } = studio
  await show(studio, 'Sliders', 8)
  await studio.chooseStyle('pico8')
  await expect.poll(async () => (await studio.look()).colours, { timeout: PATIENCE }).toBeLessThanOrEqual(17)
  await page.getByTestId('room-style').click()
  await expect(page.getByTestId('palette')).toContainText('in this picture', { timeout: PATIENCE })
  await expect(page.getByTestId('scopes')).toHaveAttribute('data-drawn', 'true', { timeout: PATIENCE })
  const before = await studio.pictureHash()

  await page.getByTestId('section-grade').locator('summary').click()
  await page.getByTestId('field-grade.exposure').fill('3')
  await expect.poll(() => studio.pictureHash(), { timeout: PATIENCE }).not.toBe(before)
  await page.getByTestId('reset-grade.exposure').click()
  await expect.poll(() => studio.pictureHash(), { timeout: PATIENCE }).toBe(before)

  await page.getByTestId('wipe-against').selectOption('hollywood')
  const line = page.getByTestId('wipe')
  await expect(line).toHaveAttribute('aria-valuenow', '50')
  await expect.poll(async () => (await studio.look()).colours, { timeout: PATIENCE }).toBeGreaterThan(100)
  await line.press('End')
  await expect.poll(() => studio.pictureHash(), { timeout: PATIENCE }).toBe(before)

  // A still: kept with its style, held against another, gone back to.
  await page.getByTestId('wipe-against').selectOption('')
  await page.getByTestId('grab-still').click()
  const still = page.getByTestId('stills').getByRole('img')
  await expect(still).toBeVisible()
  await page.getByTestId('wipe-against').selectOption({ label: (await still.getAttribute('alt')) ?? '' })
  await page.getByTestId('difference').click()
  // It is the picture that is shown: nothing is different.
  await expect.poll(() => studio.brightest(), { timeout: PATIENCE }).toBe(0)
  await studio.chooseStyle('gameboy')
  await expect.poll(() => studio.brightest(), { timeout: PATIENCE }).toBeGreaterThan(40)
  await page.getByTestId('wipe-against').selectOption('')
  await studio.seek(2)
  await page.getByTestId('stills').getByRole('button', { name: /pico/i }).first().click()
  await expect(page.getByTestId('scrub')).toHaveValue('8')
  await expect.poll(() => studio.pictureHash(), { timeout: PATIENCE }).toBe(before)

  // The picture split by distance.
  const [zip] = await Promise.all([page.waitForEvent('download', { timeout: PATIENCE }), page.getByTestId('depth-layers').click()])
  expect(zip.suggestedFilename()).toBe('sc1-sh1-8-pico8-layers.zip')
  const files = unzipSync(new Uint8Array(readFileSync(await zip.path())))
  const listed = JSON.parse(new TextDecoder().decode(files['sc1-sh1-8-pico8.layers.json']))
  expect(listed.layers.length).toBeGreaterThan(1)
  for (const { file } of listed.layers) expect(files[file]?.subarray(1, 4)).toEqual(new TextEncoder().encode('PNG'))

  // Its passes: one to look at, all of them as layers of a file.
  await page.getByTestId('pass').selectOption('motion')
  await expect(page.getByTestId('pass-picture')).toBeVisible({ timeout: PATIENCE })
  await page.getByTestId('pass').selectOption('')
  await expect(page.getByTestId('pass-picture')).toBeHidden()
  const [exr] = await Promise.all([page.waitForEvent('download', { timeout: PATIENCE }), page.getByTestId('save-passes').click()])
  expect(exr.suggestedFilename()).toBe('sc1-sh1-8-pico8.exr')
  const { channels } = decodeExr(new Uint8Array(readFileSync(await exr.path())))
  for (const name of ['B', 'G', 'R', 'Z', 'N.X', 'P.Y', 'forward.u', 'backward.v', 'albedo.R', 'AO.Y', 'shadow.Y', 'CryptoCharacter00.r'])
    expect([...channels.keys()]).toContain(name)
  expect(channels.get('Z')!.some((metres) => metres > 0.5 && metres < 100)).toBe(true)

  await page.getByRole('button', { name: /Delete the still/ }).click({ force: true })
  await expect(page.getByTestId('stills')).toBeHidden()
  await studio.chooseStyle('hollywood')
  expect(studio.errors).toEqual([])
})
