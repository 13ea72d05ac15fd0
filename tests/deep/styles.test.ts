import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { inBrowser, openInPage } from '../../src/cli/in-browser'
import { processIo } from '../../src/cli/io'
import { inScratch } from '../../src/cli/must-production-film'
import { readProduction } from '../../src/cli/read-production'
import { reporterOn } from '../../src/cli/report'
import { storeFile } from '../../src/cli/store-folder'
import { STYLES, type Style } from '../../src/departments/retro'
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

/** The machine's own pixels, without the display: its tube costs as much as the picture, and its glow three pictures before. */
const STILL = { width: 320, height: 180, quality: 'draft', native: true, file: 'frame.png' } as const

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
      const pngOf = async (style: Style, at: string) => {
        await browser.call('still', { ...STILL, style, where: { at } })
        return readFile(storeFile(store, STILL.file))
      }
      // A shot is put on stage once for all modes.
      for (const shot of places)
        for (const style of MODES) {
          const before = breaches.length
          for (let frame = 0; frame < shot!.frames; frame++) {
            const at = `${shot!.address}:${frame}`
            const png = await pngOf({ ...style, display: { kind: 'plain' } }, at)
            for (const breach of checkLimits(decodePng(png), style, suggestedPalettes(png))) breaches.push(`${style.id} ${at}: ${breach}`)
            frames++
            // What it is seen on is not in the machine's own pixels.
            if (frame === 0 && shot === places[0] && !png.equals(await pngOf(style, at)))
              breaches.push(`${style.id} ${at}: its display changes its pixels`)
          }
          console.log(`${shot!.address} ${style.id}: ${shot!.frames} frames, ${breaches.length - before} breaches`)
        }
    })
  })
  console.log(`must modes ${JSON.stringify({ modes: MODES.length, frames, breaches: breaches.slice(0, 20), count: breaches.length })}`)
  expect(breaches).toEqual([])
  expect(MODES.length).toBeGreaterThanOrEqual(only ? only.length : 16)
})
