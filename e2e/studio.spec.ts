import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { expect } from '@playwright/test'
import { readWav, samplesAtRate as samplesOf } from '../src/audio/wav/read-wav'
import { show, test, tiny } from './film'
import { heard, listen } from './heard'
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
  await page.keyboard.press('Shift+ArrowLeft')
  await expect.poll(() => place('camera')).toBeCloseTo(camera - 0.5, 2)
  const person = await place('person')
  const box = await handle('person').boundingBox()
  if (!box) throw new Error('nobody is on the plan')
  await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2)
  await page.mouse.down()
  await page.mouse.move(box.x + box.width / 2 + 60, box.y + box.height / 2 + 20, { steps: 4 })
  await page.mouse.up()
  await expect(page.getByTestId('edit-count')).toHaveText('2 changes by hand')
  await expect.poll(() => place('person')).not.toBeCloseTo(person, 1)
  await expect(page.getByTestId('floor-plan').getByRole('alert')).toHaveCount(0)
  await page.getByTestId('undo-edit').click()
  await expect.poll(() => place('person')).toBeCloseTo(person, 3)
  await page.getByTestId('undo-edit').click()
  await expect.poll(() => place('camera')).toBeCloseTo(camera, 3)
  await expect(page.getByTestId('edit-count')).toHaveCount(0)

  // A mount is chosen; one that there is nothing for is said.
  await page.getByTestId('tab-camera').click()
  await page.getByTestId('camera-mount').selectOption('wall')
  await expect(page.getByTestId('edit-count')).toHaveText('1 change by hand')
  await expect.poll(() => place('camera')).not.toBeCloseTo(camera, 2)
  await page.getByTestId('camera-mount').selectOption('bonnet')
  await expect(page.getByTestId('floor-plan')).toContainText('it stands as planned')
  await page.getByTestId('camera-mount').selectOption('')
  await expect(page.getByTestId('edit-count')).toHaveCount(0)

  // The catalogue is searched, and what is found is taken out.
  await page.getByTestId('tab-set').click()
  await page.getByTestId('open-catalogue').click()
  await page.getByTestId('seek-catalogue').fill('armch')
  const [glb] = await Promise.all([page.waitForEvent('download', { timeout: PATIENCE }), page.getByTestId('save-model-props').click()])
  expect(glb.suggestedFilename()).toBe('armchair.glb')
  await page.getByTestId('catalogue-materials').click()
  await page.getByTestId('seek-catalogue').fill('brick')
  await expect(page.getByTestId('catalogue')).toContainText('brick')
  await page.getByTestId('seek-catalogue').fill('zzz')
  await expect(page.getByTestId('catalogue')).toContainText('nothing is called so')

  // A paper is read, and saved.
  await page.getByTestId('papers').selectOption('equipment')
  await expect(page.getByTestId('paper-page')).toContainText('What the film takes')
  const [pdf] = await Promise.all([page.waitForEvent('download', { timeout: PATIENCE }), page.getByTestId('paper-pdf').click()])
  expect(pdf.suggestedFilename()).toBe('by-hand-equipment.pdf')
})

test('what was changed by hand is there again when the page is opened again, and is taken back in one step', async ({ page }) => {
  const studio = new StudioPage(page)
  await page.addInitScript(() => Object.defineProperty(Navigator.prototype, 'gpu', { get: () => undefined }))
  await studio.open()
  await studio.drop('now.fountain', tiny('Kept'))
  await page.getByTestId('show-floor-plan').check()
  await page.getByTestId('tab-camera').press('ArrowLeft')
  await page.getByTestId('light-rig').selectOption('rembrandt')
  await page.getByTestId('lamp-rig:rembrandt').click()
  await page.getByTestId('lamp-fields').getByLabel('Level').fill('-1')
  await page.getByTestId('lamp-fields').getByLabel('Level').press('Enter')
  await expect(page.getByTestId('edit-count')).toHaveText('2 changes by hand')
  await studio.open()
  await studio.drop('now.fountain', tiny('Kept'))
  await page.getByTestId('show-floor-plan').check()
  await expect(page.getByTestId('edit-count')).toHaveText('2 changes by hand')
  await page.getByTestId('tab-light').click()
  await expect(page.getByTestId('light-rig')).toHaveValue('rembrandt')
  await page.getByTestId('undo-edit').click()
  await expect(page.getByTestId('edit-count')).toHaveCount(0)
  await expect(page.getByTestId('light-rig')).not.toHaveValue('rembrandt')
})

test('lamps and things of a set are changed by hand, and the picture follows', async ({ film: studio }) => {
  const { page } = studio
  await show(studio, 'Rooms', 12)
  const plan = page.getByTestId('floor-plan')
  const changes = page.getByTestId('edit-count')
  const asPlanned = await studio.pictureHash()
  const isOther = (than: string) => expect.poll(() => studio.pictureHash(), { timeout: PATIENCE }).not.toBe(than)
  await page.getByTestId('show-floor-plan').check()
  await page.getByTestId('tab-light').click()
  await page.getByTestId('air-preset').selectOption('smoke')
  await expect(changes).toHaveText('1 change by hand')
  await isOther(asPlanned)
  const smoky = await studio.pictureHash()
  await page.getByTestId('air-fields').getByLabel('Density').fill('3')
  await page.getByTestId('air-fields').getByLabel('Density').press('Enter')
  await isOther(smoky)
  await page.getByTestId('undo-edit').click()
  await page.getByTestId('undo-edit').click()
  await expect(changes).toHaveCount(0)
  await expect.poll(() => studio.pictureHash(), { timeout: PATIENCE }).toBe(asPlanned)
  await page.getByTestId('light-rig').selectOption('noir')
  await expect(changes).toHaveText('1 change by hand')
  await isOther(asPlanned)
  const noir = await studio.pictureHash()
  await page.getByTestId('lamp-rig:noir').click()
  await page.getByTestId('lamp-on').click()
  await isOther(noir)
  await page.getByTestId('add-lamp').click()
  await expect(page.getByTestId('handle-lamp-hand-1')).toBeVisible()

  await page.getByTestId('tab-set').click()
  await page.getByTestId('add-thing').click()
  await page.getByTestId('seek-prop').fill('armch')
  await page.getByTestId('prop-armchair').click()
  const thing = page.getByTestId('handle-thing-hand-1')
  await expect(thing).toBeVisible()
  await expect(changes).toHaveText('6 changes by hand')
  await thing.press('r')
  await expect(changes).toHaveText('7 changes by hand')
  await thing.press('Delete')
  await expect(thing).toHaveCount(0)
  await expect(changes).toHaveText('4 changes by hand')
  // Taken back one by one, the picture is as it was planned.
  for (let i = 0; i < 6; i++) {
    await expect(plan.locator('.is-planning')).toHaveCount(0)
    await page.getByTestId('undo-edit').click()
  }
  await expect(changes).toHaveCount(0)
  await expect.poll(() => studio.pictureHash(), { timeout: PATIENCE }).toBe(asPlanned)
  await page.getByTestId('show-floor-plan').uncheck()
  expect(studio.errors).toEqual([])
})

test('in the picture people and the camera are taken hold of; walls hold things back; all of it is taken back', async ({
  film: studio,
}) => {
  const { page } = studio
  await show(studio, 'In the picture', 12)
  const asPlanned = await studio.pictureHash()
  await page.getByTestId('show-floor-plan').check()
  const changes = page.getByTestId('edit-count')
  await page.getByTestId('tab-people').click()
  const mark = page.locator('.gizmo-mark.of-person').first()
  const box = await mark.boundingBox()
  if (!box) throw new Error('nobody is in the picture')
  // Her mark is where she is seen: what is under it is she.
  await page.mouse.click(box.x + box.width / 2, box.y + box.height / 2)
  await expect(page.getByTestId('picked')).toContainText('NOOR')
  const where = await page.getByTestId('picked').textContent()
  await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2)
  await page.mouse.down()
  await page.mouse.move(box.x - 30, box.y + 20, { steps: 4 })
  await page.mouse.up()
  await expect(changes).toHaveText('1 change by hand')
  await expect(page.getByTestId('picked')).not.toHaveText(where ?? '')
  await page.keyboard.press('Control+z')
  await expect(changes).toHaveCount(0)
  await page.keyboard.press('Control+Shift+z')
  await expect(changes).toHaveText('1 change by hand')
  await page.keyboard.press('Control+z')
  await expect(changes).toHaveCount(0)

  await page.getByTestId('tab-camera').click()
  const pan = page.getByRole('spinbutton', { name: 'Pan °' })
  const panned = Number(await pan.inputValue())
  await page.getByTestId('gizmo-ground').focus()
  await page.keyboard.press('Shift+ArrowRight')
  await expect(changes).toHaveText('1 change by hand')
  await expect(pan).toHaveValue(new RegExp(`^${Math.trunc(panned + 5)}`))
  // A corridor is no hall.
  const x = page.getByRole('spinbutton', { name: 'Camera x m' })
  await x.fill('99')
  await x.press('Enter')
  await expect(page.getByTestId('gizmo-note')).toContainText('hold it back')
  await expect.poll(async () => Number(await x.inputValue())).toBeLessThan(10)
  // It is disabled as soon as the last change is taken back.
  const undo = page.getByTestId('undo-edit')
  await expect(async () => {
    if (await undo.isEnabled()) await undo.click({ timeout: 1000 })
    await expect(changes).toHaveCount(0, { timeout: 1000 })
  }).toPass({ timeout: PATIENCE })
  await expect.poll(() => studio.pictureHash(), { timeout: PATIENCE }).toBe(asPlanned)
  await page.getByTestId('show-floor-plan').uncheck()
  expect(studio.errors).toEqual([])
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
