import { readFileSync } from 'node:fs'
import { expect } from '@playwright/test'
import { foreignModel } from '../tests/stage/actors/foreign-model'
import { test, tiny } from './film'
import { heard, listen } from './heard'
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

  // A voice is heard, and another one is another.
  await listen(page)
  const hear = async () => {
    const before = (await heard(page)).length
    await page.getByTestId('cast-hear').click()
    await expect.poll(async () => (await heard(page)).length, { timeout: PATIENCE }).toBe(before + 1)
    await expect(page.getByTestId('cast-hear')).toHaveText('Hear', { timeout: PATIENCE })
    return (await heard(page)).at(-1)
  }
  const old = await hear()
  expect(old?.rms).toBeGreaterThan(0.01)
  await page.getByTestId('cast-voice').fill('bass')
  await page.getByTestId('cast-apply').click()
  await expect(page.getByTestId('cast-yaml')).toContainText('voice: bass')
  await expect(page.getByTestId('cast-apply')).toHaveText('Apply')
  expect((await hear())?.seconds).not.toBe(old?.seconds)

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

test('words, clothes, hair and a model each change who is drawn; a bad model is refused with the reason', async ({ film: studio }) => {
  const { page } = studio
  await studio.drop('now.fountain', tiny('Clothes'))
  await expect(page.getByRole('heading', { name: 'Clothes' })).toBeVisible()
  // The page may be in this room already: the film behind it has a bar of its own.
  await page.getByRole('button', { name: 'Cast', exact: true }).click()
  await page.getByTestId('sheet-line-up').click()
  const picture = page.getByTestId('sheet-picture')
  // Empty while a picture gives way to another.
  const drawn = () =>
    picture.evaluate(async (img: HTMLImageElement) => {
      await img.decode().catch(() => {})
      if (img.naturalWidth === 0) return ''
      const canvas = new OffscreenCanvas(img.naturalWidth, img.naturalHeight)
      const context = canvas.getContext('2d')
      context?.drawImage(img, 0, 0)
      const { data = new Uint8ClampedArray() } = context?.getImageData(0, 0, canvas.width, canvas.height) ?? {}
      return [...new Uint8Array(await crypto.subtle.digest('SHA-256', data as Uint8ClampedArray<ArrayBuffer>))].join()
    })
  const seen = new Set([''])
  /** Waits for a picture that was not seen before. */
  const another = async () => {
    let now = ''
    const isNew = async () => {
      now = (await picture.isVisible()) ? await drawn() : ''
      return !seen.has(now)
    }
    await expect.poll(isNew, { timeout: PATIENCE }).toBe(true)
    seen.add(now)
  }
  await another()
  const scenes = page.getByTestId('cast-scenes').locator('> li')
  for (const [field, words, worn] of [
    ['description', '70, small, red coat', 'coat'],
    ['wardrobe', 'green parka, torn jeans, boots', 'parka'],
    ['hair', 'bald, full white beard', 'parka'],
  ] as const) {
    await page.getByTestId(`cast-${field}`).fill(words)
    await page.getByTestId('cast-apply').click()
    await expect(page.getByTestId('cast-yaml')).toContainText(words)
    await expect(scenes.first()).toContainText(worn)
    await another()
  }
  // The second scene is another day of the same clothes, with its own changes.
  await expect(scenes.last()).toContainText('takes off her coat')

  await studio.drop('boxes.vrm', foreignModel({ vrm: 0, manySkins: true }))
  await expect(page.getByTestId('cast-model-name')).toHaveText('boxes.vrm stands in for the body')
  await another()
  await studio.drop('bad.vrm', new TextEncoder().encode('Kaydara FBX Binary, and so on'))
  await expect(page.getByRole('alert')).toContainText('bad.vrm')
  await expect(page.getByRole('alert')).toContainText(/glTF/)
  await expect(page.getByTestId('cast-model-name')).toHaveText('boxes.vrm stands in for the body')

  await page.getByTestId('bible-one').click()
  const save = page.getByTestId('bible-save')
  await expect(save).toBeVisible({ timeout: PATIENCE })
  const [file] = await Promise.all([page.waitForEvent('download'), save.click()])
  expect(file.suggestedFilename()).toBe('clothes-costumes.pdf')
  const pdf = readFileSync(await file.path())
  expect(pdf.subarray(0, 5).toString()).toBe('%PDF-')
  expect(pdf.length).toBeGreaterThan(20_000)
  await page.getByTestId('sheet-turnaround').click()
  await page.getByTestId('cast-reset').click()
  expect(studio.errors).toEqual([])
})
