import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { expect } from '@playwright/test'
import { readWav, samplesAtRate as samplesOf } from '../src/audio/wav/read-wav'
import { show, test, tiny } from './film'
import { heard, listen } from './heard'
import { longestTask, watchThread } from './longest-task'
import { PATIENCE, StudioPage } from './studio-page'

const TALK = `Title: Spoken

INT. OFFICE - NIGHT

ANNA (30) sits at the desk.

ANNA
Nobody was supposed to know about the letter. Nobody.
`

const rmsDb = (samples: Float32Array): number =>
  20 * Math.log10(Math.sqrt(samples.reduce((sum, x) => sum + x * x, 0) / samples.length) + 1e-9)

const fixture = (name: string) => resolve(import.meta.dirname, '../tests/fixtures/scripts', name)

test('a sample opens, plays, scrubs and changes style', async ({ film: studio }) => {
  const { page } = studio
  // Only a page that has no film yet offers samples.
  await studio.open()
  await page.getByTestId('sample-samples/night-owls.fountain').click()
  await studio.drawn()
  expect(await studio.shots.count()).toBeGreaterThan(3)
  const first = await studio.look()
  expect(first.colours).toBeGreaterThan(200)
  expect(first.mean).toBeGreaterThan(4)

  await studio.seek(30)
  await studio.drawn(30)
  await page.keyboard.press('ArrowRight')
  await studio.drawn(31)

  // A style without a display, of fewer lines than the smallest viewport: no more colours than it has, and the bars' black.
  await studio.chooseStyle('pico8')
  await expect.poll(async () => (await studio.look()).colours, { timeout: PATIENCE }).toBeLessThanOrEqual(17)
  expect((await studio.look()).colours).toBeGreaterThan(3)
  await studio.chooseStyle('hollywood')
  await expect.poll(async () => (await studio.look()).colours, { timeout: PATIENCE }).toBeGreaterThan(200)

  const before = await page.getByTestId('timecode').textContent()
  await listen(page)
  await page.getByTestId('play').click()
  await expect(page.getByTestId('timecode')).not.toHaveText(before ?? '', { timeout: PATIENCE })
  // It is heard: pieces of half a second, and rain outside a diner is never silent.
  await expect.poll(async () => (await heard(page)).length, { timeout: PATIENCE }).toBeGreaterThan(2)
  await page.getByTestId('volume').fill('0')
  await page.keyboard.press('k')
  for (const piece of await heard(page)) {
    expect(piece.seconds).toBe(0.5)
    expect(piece.rms).toBeGreaterThan(1e-4)
  }
  await page.getByTestId('free-camera').check()
  await studio.drawn()
  await page.getByTestId('free-camera').uncheck()
  expect(studio.errors).toEqual([])
})

test('a screenplay nobody here wrote, dropped anywhere, becomes a film file', async ({ film: studio }) => {
  const { page } = studio
  await show(studio, 'A film file', 70)
  await page.getByTestId('export').click()
  await page.getByTestId('export-range').selectOption('shot')
  await page.getByTestId('export-height').selectOption('180')
  await page.getByTestId('export-quality').selectOption('draft')
  await page.getByTestId('export-start').click()
  await expect(page.getByTestId('export-done')).toBeVisible({ timeout: PATIENCE })
  const [download] = await Promise.all([page.waitForEvent('download'), page.getByTestId('export-save').click()])
  expect(download.suggestedFilename()).toBe('now-hollywood.mp4')
  // With pictures and sound.
  const movie = readFileSync(await download.path())
  for (const box of ['avc1', 'mp4a']) expect(movie.includes(box), box).toBe(true)
  await page.getByTestId('export-done').getByRole('button', { name: 'Close' }).click()
  expect(studio.errors).toEqual([])
})

test('lines are spoken: the film is as long as they take, and its sound alone is a file', async ({ film: studio }) => {
  const { page } = studio
  await studio.drop('talk.fountain', new TextEncoder().encode(TALK))
  await expect(page.getByRole('heading', { name: 'Spoken' })).toBeVisible()
  await studio.spoken()
  await studio.shots.last().click()
  await expect(page.locator('.why').first()).toContainText('words as they are spoken')
  await page.getByTestId('export').click()
  await page.getByTestId('export-format').selectOption('wav')
  await expect(page.getByTestId('export-height')).toHaveCount(0)
  await page.getByTestId('export-start').click()
  await expect(page.getByTestId('export-done')).toBeVisible({ timeout: PATIENCE })
  const [download] = await Promise.all([page.waitForEvent('download'), page.getByTestId('export-save').click()])
  expect(download.suggestedFilename()).toBe('talk-hollywood.wav')
  // Tenths of a second: speech stands 20 dB over the room.
  const wav = readWav(readFileSync(await download.path()))
  const { left } = samplesOf(wav, 0, wav.samples)
  const levels = Array.from({ length: Math.floor(left.length / 4800) }, (_, i) => rmsDb(left.subarray(i * 4800, (i + 1) * 4800)))
  const loud = levels.filter((db) => db > Math.min(...levels) + 20).length
  expect(loud).toBeGreaterThan(15)
  expect(loud).toBeLessThan(levels.length - 5)
  await page.getByTestId('export-done').getByRole('button', { name: 'Close' }).click()
  await page.getByTestId('export').click()
  await page.getByTestId('export-format').selectOption('mp4')
  await page.getByRole('dialog', { name: 'Export' }).getByRole('button', { name: 'Close' }).click()
  expect(studio.errors).toEqual([])
})

test('an export is cancelled within a frame and leaves the page working', async ({ film: studio }) => {
  const { page } = studio
  await show(studio, 'No film file', 80)
  await page.getByTestId('export').click()
  await page.getByTestId('export-height').selectOption('180')
  await page.getByTestId('export-start').click()
  await page.getByTestId('export-cancel').click()
  await expect(page.getByTestId('export-start')).toBeVisible({ timeout: PATIENCE })
  await page.getByRole('dialog', { name: 'Export' }).getByRole('button', { name: 'Close' }).click()
  await studio.seek(72)
  await studio.drawn(72)
})

test('bad files are named, with what to do, and the open film stays', async ({ film: studio }) => {
  const { page } = studio
  await studio.dropFile(fixture('tea-and-thunder.fountain'))
  await expect(page.getByRole('heading', { name: 'Tea and Thunder' })).toBeVisible()
  for (const [name, bytes, times, says] of [
    ['empty.fountain', new Uint8Array(0), 1, /empty/i],
    ['picture.fountain', Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 1]), 1, /picture|image|PNG|binary/i],
    ['huge.txt', new Uint8Array(1e5).fill(65), 500, /MB|large|big/i],
  ] as const) {
    await studio.drop(name, bytes, times)
    await expect(studio.problems).toContainText(says)
    await studio.problems.getByRole('button', { name: 'Close' }).click()
    await expect(page.getByRole('heading', { name: 'Tea and Thunder' })).toBeVisible()
  }
})

test('without WebGPU the script is still read, planned and listed', async ({ page }) => {
  const studio = new StudioPage(page)
  await page.addInitScript(() => Object.defineProperty(Navigator.prototype, 'gpu', { get: () => undefined }))
  await studio.open()
  await studio.drop('now.fountain', tiny('No card'))
  await expect(page.getByTestId('no-gpu')).toContainText('WebGPU')
  expect(await studio.shots.count()).toBeGreaterThan(0)
})

test('on the floor plan people and cameras are moved by hand, and moved back', async ({ page }) => {
  const studio = new StudioPage(page)
  await page.addInitScript(() => Object.defineProperty(Navigator.prototype, 'gpu', { get: () => undefined }))
  await studio.open()
  await studio.drop('now.fountain', tiny('By hand'))
  await page.getByTestId('show-floor-plan').check()
  const handle = (kind: string) => page.locator(`.plan-handle.of-${kind}`).first()
  const place = async (kind: string) => Number(await handle(kind).getAttribute('cx'))
  const camera = await place('camera')
  await handle('camera').focus()
  await page.keyboard.press('Shift+ArrowRight')
  await expect.poll(() => place('camera')).toBeCloseTo(camera + 0.5, 2)
  const person = await place('person')
  const box = await handle('person').boundingBox()
  if (!box) throw new Error('nobody is on the plan')
  await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2)
  await page.mouse.down()
  await page.mouse.move(box.x + box.width / 2 + 60, box.y + box.height / 2 + 20, { steps: 4 })
  await page.mouse.up()
  await expect(page.getByTestId('edit-count')).toHaveText('2 moves by hand')
  await expect.poll(() => place('person')).not.toBeCloseTo(person, 1)
  await expect(page.getByTestId('floor-plan').getByRole('alert')).toHaveCount(0)
  await page.getByTestId('undo-edit').click()
  await expect.poll(() => place('person')).toBeCloseTo(person, 3)
  await page.getByTestId('undo-edit').click()
  await expect.poll(() => place('camera')).toBeCloseTo(camera, 3)
  await expect(page.getByTestId('edit-count')).toHaveCount(0)
})

test('a lost GPU comes back at the same frame', async ({ film: studio }) => {
  const { page } = studio
  await show(studio, 'Lost', 12)
  const drawn = page.getByTestId('drawn')
  const generation = Number(await drawn.getAttribute('data-generation'))
  expect(generation).toBeGreaterThan(0)
  await page.evaluate(() => window.oneshotLoseGpu?.())
  await expect(drawn).toHaveAttribute('data-generation', String(generation + 1), { timeout: PATIENCE })
  await studio.drawn(12)
  expect((await studio.look()).colours).toBeGreaterThan(200)
})

test('120 pages are read and planned without blocking the page', async ({ page }) => {
  const { longScript } = await import('../src/cli/long-script')
  const studio = new StudioPage(page)
  await page.addInitScript(() => {
    // The viewport's own first draw is measured elsewhere: this is about reading and planning.
    Object.defineProperty(Navigator.prototype, 'gpu', { get: () => undefined })
  })
  await studio.open()
  await watchThread(page)
  await studio.drop('long.fountain', new TextEncoder().encode(longScript(120, 'e2e')))
  await expect(page.getByTestId('shot-list')).toBeVisible({ timeout: 30_000 })
  const longestMs = await longestTask(page)
  console.log(`longest task: ${Math.round(longestMs)} ms`)
  expect(longestMs).toBeLessThan(50)
})
