import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { inBrowser, openInPage } from '../../src/cli/in-browser'
import { processIo } from '../../src/cli/io'
import { inScratch } from '../../src/cli/must-production-film'
import { readProduction } from '../../src/cli/read-production'
import { reporterOn } from '../../src/cli/report'
import { storeFile } from '../../src/cli/store-folder'
import { STYLES } from '../../src/departments/retro'
import { checkLimits } from '../reference/check-limits'
import { decodePng, suggestedPalettes } from '../reference/decode-png'

/** Few pictures a second, so that all frames of a shot can be drawn in every machine's mode. */
const PRODUCTION = `meta: { title: Walk, id: walk }
script: walk.fountain
fps: 6
`
const SCRIPT = `Title: Walk

INT. KITCHEN - NIGHT

MARA (34, tall, green coat, black hair) sits at the table. OTTO (61, round, brown suit, grey beard) walks in.

MARA
You are late.

EXT. FOREST ROAD - DAY

Otto runs down the road.
`

/** Shots that move, and how many of their frames are looked at: all of them. */
const SHOTS = 2

/** `ONESHOT_MODES=nes,c64` takes these alone: all of them are half an hour without a GPU. */
const only = process.env.ONESHOT_MODES?.split(',')
const MODES = STYLES.filter((style) => (style.palette || style.mixes) && (!only || only.includes(style.id)))

it('every machine could have shown every frame of a moving shot, by its exported PNG', async () => {
  const io = processIo()
  const context = { io, report: reporterOn(io, { json: false, quiet: true, verbose: false }) }
  const breaches: string[] = []
  let frames = 0
  await inScratch(async (folder) => {
    await writeFile(join(folder, 'walk.yaml'), PRODUCTION)
    await writeFile(join(folder, 'walk.fountain'), SCRIPT)
    const source = await readProduction(join(folder, 'walk.yaml'), folder)
    const store = join(folder, 'store')
    await inBrowser(store, context, async (browser) => {
      const { plan } = (await openInPage(browser, source, context)).film
      const places = [plan.shots[0], plan.shots.at(-1)].slice(0, SHOTS)
      for (const style of MODES)
        for (const shot of places)
          for (let frame = 0; frame < shot!.frames; frame++) {
            const at = `${shot!.address}:${frame}`
            const request = { style: style.id, width: 320, height: 180, quality: 'draft', native: true, where: { at }, file: 'frame.png' }
            await browser.call('still', request)
            const png = await readFile(storeFile(store, 'frame.png'))
            for (const breach of checkLimits(decodePng(png), style, suggestedPalettes(png))) breaches.push(`${style.id} ${at}: ${breach}`)
            frames++
          }
    })
  })
  console.log(`must modes ${JSON.stringify({ modes: MODES.length, frames, breaches: breaches.slice(0, 20), count: breaches.length })}`)
  expect(breaches).toEqual([])
  expect(MODES.length).toBeGreaterThanOrEqual(only ? only.length : 16)
})
