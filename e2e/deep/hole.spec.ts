import { expect, test } from '@playwright/test'
import { ProductionPage, SMALL_FILM } from '../production-page'

/** A renderer's encoder refuses one segment as often as it is tried, and takes all others, and the card in its place. */
const REFUSE = `
  const { configure } = VideoEncoder.prototype
  let asked = 0
  VideoEncoder.prototype.configure = function (config) {
    asked++
    if (asked >= 3 && asked <= 6) throw new DOMException('the encoder is out of order', 'EncodingError')
    configure.call(this, config)
  }
`

/** Put before the scheduler's program: the renderers that it starts have such an encoder. */
const SPOIL = `
  self.Worker = class extends Worker {
    constructor(url, options) {
      const program = new Blob(['import ' + JSON.stringify(String(url)) + ';' + ${JSON.stringify(REFUSE)}], { type: 'text/javascript' })
      super(/render\\.worker/.test(url) ? URL.createObjectURL(program) : url, options)
    }
  };
`

test('an encoder that refuses leaves a hole where that is accepted; the next run fills it, and the film is the same', async ({ page }) => {
  const room = new ProductionPage(page)
  await room.open('small.yaml', SMALL_FILM)
  await room.run()
  await room.ended('done')
  const undisturbed = await room.filmHash('small')
  const all = (await room.files(/\.seg$/)).length
  await room.forgetSegments()

  let isBroken = true
  await page.context().route(/production\.worker/, async (route) => {
    if (!isBroken) return route.continue()
    const program = await route.fetch()
    return route.fulfill({ response: program, body: SPOIL + (await program.text()) })
  })
  await page.reload()
  await room.bring('small.yaml', SMALL_FILM)
  await page.getByTestId('tab-outputs').click()
  await page.getByTestId('option-failure').selectOption('hole')
  await room.run()
  await room.ended('done')
  await expect(page.getByTestId('run-summary')).toContainText('1 hole')
  const summary = await room.summary()
  expect(summary.holes).toMatchObject([{ error: { problem: 'the encoder is out of order' } }])
  expect(await room.filmHash('small')).not.toBe(undisturbed)

  isBroken = false
  await page.reload()
  await room.bring('small.yaml', SMALL_FILM)
  await room.run()
  await room.ended('done')
  const filled = await room.summary()
  expect(filled.holes).toEqual([])
  expect(filled.reused.filter((t) => /segment/.test(t.task)).length).toBe(all - 1)
  expect(await room.filmHash('small')).toBe(undisturbed)
})
