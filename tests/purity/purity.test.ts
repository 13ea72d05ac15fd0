import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { commands } from 'vitest/browser'
import { hashOf } from '../../src/film'
import type { FilmRenderer } from '../../src/render'
import { startRenderWorker } from '../../src/workers'
import { formatOf, hashFrame, planOf, SMALL, slicesOf, startRenderer, TINY_FILM } from './studio'

declare module 'vitest/browser' {
  interface BrowserCommands {
    /** Hash of the plan that the command line makes of a screenplay, in Node. */
    planHashInNode: (text: string) => Promise<string>
  }
}

describe('a movie is a pure function', () => {
  const planned = planOf(TINY_FILM)
  const slices = slicesOf(planned)
  const walking = slices.find((s) => s.shot.performances.some((p) => p.where.some((w) => w.kind === 'go'))) ?? slices[0]!
  let film: FilmRenderer
  const inOrder: string[] = []

  beforeAll(async () => {
    film = await startRenderer()
    await film.setFormat(formatOf(), planned.store.plan.aspect)
    for (let f = 0; f < 5; f++) inOrder.push(await hashFrame(film, walking, f))
  })
  afterAll(() => film.dispose())

  it('n frames drawn back to back are n different pictures', async () => {
    expect(new Set(inOrder).size).toBe(inOrder.length)
    // Without waiting for the GPU between them, too: three's frame clock must not repeat one.
    const pending: Promise<string>[] = []
    for (let f = 0; f < 5; f++) {
      film.draw(f)
      pending.push(film.hash())
    }
    expect(await Promise.all(pending)).toEqual(inOrder)
  })

  it('a frame alone = in sequence = after a far seek', async () => {
    const last = walking.shot.frames - 1
    await hashFrame(film, walking, last)
    expect(await hashFrame(film, walking, 3)).toBe(inOrder[3])
    await hashFrame(film, slices.at(-1)!, 0)
    expect(await hashFrame(film, walking, 1)).toBe(inOrder[1])
    const alone = await startRenderer()
    await alone.setFormat(formatOf(), planned.store.plan.aspect)
    expect(await hashFrame(alone, walking, 2)).toBe(inOrder[2])
    alone.dispose()
  })

  it('the same still twice is the same bytes', async () => {
    await hashFrame(film, walking, 2)
    const once = await film.readPicture()
    film.draw(4)
    film.draw(2)
    expect(hashOf(Array.from(await film.readPicture()))).toBe(hashOf(Array.from(once)))
  })

  it('styles and qualities leave no trace in each other', async () => {
    const aspect = planned.store.plan.aspect
    const seen: Record<string, string> = {}
    for (const style of ['nes', 'gameboy', 'hollywood', 'nes']) {
      await film.setFormat(formatOf(style), aspect)
      const hash = await hashFrame(film, walking, 1)
      expect(seen[style] ?? hash).toBe(hash)
      seen[style] = hash
    }
    await film.setFormat(formatOf('hollywood', 'production'), aspect)
    const fine = await hashFrame(film, walking, 1)
    expect(await hashFrame(film, walking, 1)).toBe(fine)
    await film.setFormat(formatOf(), aspect)
    expect(await hashFrame(film, walking, 1)).toBe(inOrder[1])
    expect(new Set([...Object.values(seen), fine]).size).toBe(4)
  })

  it('requestAnimationFrame stubbed changes nothing', async () => {
    const before = window.requestAnimationFrame
    window.requestAnimationFrame = () => 0
    try {
      expect(await hashFrame(film, walking, 4)).toBe(inOrder[4])
    } finally {
      window.requestAnimationFrame = before
    }
  })

  it('page = worker', async () => {
    const worker = await startRenderWorker()
    const index = planned.store.plan.shots.find((s) => s.key === walking.shot.key)!
    const still = await worker.still(planned.store.plan, async () => walking, {
      ...SMALL,
      style: 'hollywood',
      quality: 'preview',
      where: { at: `${index.address}:3` },
      file: 'purity.png',
    })
    worker.terminate()
    expect(still.hash).toBe(inOrder[3])
  })

  it('a scene inserted in front leaves every later picture as it was', async () => {
    const more = slicesOf(
      planOf(
        TINY_FILM.replace(
          'INT. KITCHEN',
          'EXT. BEACH - DAWN\n\nA DOG WALKER (50s, red scarf) stops.\n\nDOG WALKER\nNo dog.\n\nINT. KITCHEN',
        ),
      ),
    )
    const same = more.find((s) => s.shot.key === walking.shot.key)
    expect(same).toBeDefined()
    expect(await hashFrame(film, same!, 2)).toBe(inOrder[2])
  })

  it('a plan made in Node = made in Chromium', async () => {
    expect(await commands.planHashInNode(TINY_FILM)).toBe(hashOf(planned.store.plan))
  })

  it('notices a difference', async () => {
    const other = { ...walking, light: { ...walking.light, exposure: walking.light.exposure * 1.5 } }
    expect(await hashFrame(film, other, 3)).not.toBe(inOrder[3])
  })
})
