import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { commands } from 'vitest/browser'
import { Style, styleByName } from '../../src/departments/retro'
import { hashOf } from '../../src/film'
import { type FilmRenderer, QUALITY, type QualityProfile, qualityByName } from '../../src/render'
import { startPlanWorker, startRenderWorker } from '../../src/workers'
import { testSky, writeHdr } from '../departments/lighting/panorama/write-hdr'
import { formatOf, hashFrame, planOf, shadersMade, sharedRenderer, slicesOf, startRenderer, TINY, TINY_FILM } from './studio'

declare module 'vitest/browser' {
  interface BrowserCommands {
    /** Hash of the plan that the command line makes of a screenplay, in Node. */
    planHashInNode: (text: string) => Promise<string>
  }
}

/** `production` with fewer sub-frames. */
const FINE: QualityProfile = { ...QUALITY.production, subframes: 2 }

/** Small, so that what is drawn twice over stays quick. */
const small = (id: string, more: object = {}): Style => {
  const style = styleByName(id)
  return Style.parse({ ...style, id: `small-${id}`, fps: null, resolution: { width: 64, height: 56 }, ...more })
}

const planned = planOf(TINY_FILM)
const { plan } = planned.store
const slices = slicesOf(planned)
const walking = slices.find((s) => s.shot.performances.some((p) => p.where.some((w) => w.kind === 'go')))!
const { address } = plan.shots.find((s) => s.key === walking.shot.key)!
let film: FilmRenderer
let worker: Awaited<ReturnType<typeof startRenderWorker>>

beforeAll(async () => {
  film = await sharedRenderer()
  worker = await startRenderWorker()
})
afterAll(() => worker.terminate())

describe('a movie is a pure function', () => {
  const inOrder: string[] = []

  beforeAll(async () => {
    await film.setFormat(formatOf(), plan.aspect)
    for (let f = 0; f < 4; f++) inOrder.push(await hashFrame(film, walking, f))
  })

  it('n frames drawn back to back are n different pictures', async () => {
    expect(new Set(inOrder).size).toBe(inOrder.length)
    // Without waiting for the GPU between them, too: three's frame clock must not repeat one.
    const pending: Promise<string>[] = []
    for (let f = 0; f < 4; f++) {
      film.draw(f)
      pending.push(film.hash())
    }
    expect(await Promise.all(pending)).toEqual(inOrder)
  })

  it('a frame after a far seek = in sequence', async () => {
    const last = walking.shot.frames - 1
    await hashFrame(film, walking, last)
    expect(await hashFrame(film, walking, 3)).toBe(inOrder[3])
    await hashFrame(film, slices.at(-1)!, 0)
    expect(await hashFrame(film, walking, 1)).toBe(inOrder[1])
  })

  it('shadows of what stands still: drawn anew = kept', async () => {
    await hashFrame(film, slices.at(-1)!, 0)
    const { info } = film.renderer
    const drawn: { readonly hash: string; readonly triangles: number }[] = []
    for (let i = 0; i < 3; i++) {
      info.reset()
      drawn.push({ hash: await hashFrame(film, walking, 2), triangles: info.render.triangles })
    }
    expect(drawn.map((d) => d.hash)).toEqual(Array(3).fill(inOrder[2]))
    // Anew in the first picture, apart in the second, kept in the third.
    expect(drawn[2]!.triangles).toBeLessThan(drawn[0]!.triangles)
  })

  it('the same still twice is the same bytes', async () => {
    await hashFrame(film, walking, 2)
    const once = await film.readPicture()
    film.draw(3)
    film.draw(2)
    expect(hashOf(Array.from(await film.readPicture()))).toBe(hashOf(Array.from(once)))
  })

  it('styles and qualities leave no trace in each other', async () => {
    const { aspect } = plan
    const [nes, gameboy, hollywood] = [small('nes'), small('gameboy'), styleByName('hollywood')]
    const seen: Record<string, string> = {}
    for (const style of [nes, gameboy, hollywood, nes]) {
      await film.setFormat({ ...formatOf(), style }, aspect)
      const hash = await hashFrame(film, walking, 1)
      expect(seen[style.id] ?? hash).toBe(hash)
      seen[style.id] = hash
    }
    await film.setFormat({ ...formatOf(), quality: FINE }, aspect)
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
      expect(await hashFrame(film, walking, 2)).toBe(inOrder[2])
    } finally {
      window.requestAnimationFrame = before
    }
  })

  it('page = worker: a frame drawn alone by a renderer that has drawn nothing before = in sequence here', async () => {
    const still = await worker.still(plan, async () => walking, {
      ...TINY,
      style: 'hollywood',
      quality: 'preview',
      where: { at: `${address}:3` },
      file: 'purity.png',
    })
    expect(still.hash).toBe(inOrder[3])
  })

  it('two renderers on one device, by turns = one alone; the second has its shaders from the first', async () => {
    const known = new Set(shadersMade)
    const before = shadersMade.length
    const other = await startRenderer()
    await other.setFormat(formatOf(), plan.aspect)
    const [here, there] = await Promise.all([hashFrame(film, walking, 3), hashFrame(other, walking, 2)])
    film.draw(1)
    other.draw(0)
    expect([here, there, await film.hash(), await other.hash()]).toEqual([inOrder[3], inOrder[2], inOrder[1], inOrder[0]])
    expect(shadersMade.length).toBeGreaterThan(before)
    // Of three's ambient occlusion one function is named by a number that goes on and on.
    const own = shadersMade.slice(before).filter((code) => !known.has(code) && !code.includes('centerTexel'))
    expect(own).toEqual([])
    other.dispose()
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

  it('a panorama comes and goes with its shots and leaves no trace', async () => {
    const file = writeHdr(256, 128, testSky())
    const yaml = 'locations:\n  FOREST ROAD: { type: hdri, hdri: sky.hdr }\n'
    const under = slicesOf(planOf(TINY_FILM, { yaml, files: { 'sky.hdr': file } })).find((s) => s.panoramas)
    const open = slices.find((s) => s.shot.key === under?.shot.key)
    expect(open).toBeDefined()
    const seen = [await hashFrame(film, open!, 0), await hashFrame(film, under!, 0), await hashFrame(film, open!, 0)]
    expect(seen[2]).toBe(seen[0])
    expect(seen[1]).not.toBe(seen[0])
    expect(await hashFrame(film, walking, 2)).toBe(inOrder[2])
    expect(await hashFrame(film, under!, 0)).toBe(seen[1])
    // Without its file the dome shows the mean of it: the picture is really what was seen.
    const { panoramas: _, ...blind } = under!
    expect(await hashFrame(film, blind, 0)).not.toBe(seen[1])
  })

  it('a plan made in Node = made in Chromium', async () => {
    // With its lines spoken, there and here: shots are as long as they take.
    const { door, terminate } = startPlanWorker()
    try {
      const answer = await door.open({ name: 'film.fountain', bytes: new TextEncoder().encode(TINY_FILM) })
      if (!answer.ok) throw new Error(JSON.stringify(answer.diagnostics))
      expect(answer.film.unspoken).toBe(0)
      expect(answer.film.plan.shots.some((s) => s.why.some((w) => w.includes('as they are spoken')))).toBe(true)
      expect(await commands.planHashInNode(TINY_FILM)).toBe(hashOf(answer.film.plan))
    } finally {
      terminate()
    }
  })

  it('notices a difference', async () => {
    const other = { ...walking, light: { ...walking.light, exposure: walking.light.exposure * 1.5 } }
    expect(await hashFrame(film, other, 3)).not.toBe(inOrder[3])
  })
})

/** What could remember: displays, colours and tones settled by shot, errors handed on, drawn lines. */
const STYLES: readonly Style[] = [
  // Not every tube glows long enough to remember three pictures; this one does, and its dots crawl.
  small('snes', { display: { kind: 'crt', persistence: 0.6, interlace: true, signal: 'composite', crawl: true } }),
  small('nes', { display: { kind: 'plain' } }),
  // One picture back; the tube looks three back.
  small('gameboy', { display: { kind: 'lcd', ghosting: 0.13 } }),
  small('pico8', { dither: { kind: 'floyd-steinberg', local: true } }),
  Style.parse({ ...styleByName('pencil'), id: 'lively-pencil', fps: null }),
  // The tones of the shot go into its ink.
  Style.parse({ ...styleByName('obra'), id: 'small-obra', resolution: { width: 48, height: 27 } }),
]
const SEQUENCE = [8, 9]
const quality = qualityByName('draft')

describe('styles are pure functions too', () => {
  const inOrder = new Map<Style, string[]>()

  beforeAll(async () => {
    for (const style of STYLES) {
      await film.setFormat({ ...TINY, style, quality }, plan.aspect)
      const hashes: string[] = []
      for (const frame of SEQUENCE) hashes.push(await hashFrame(film, walking, frame))
      inOrder.set(style, hashes)
    }
  })

  it('pictures differ from frame to frame and from style to style', () => {
    for (const [style, hashes] of inOrder) expect(new Set(hashes).size, style.id).toBe(SEQUENCE.length)
    expect(new Set([...inOrder.values()].flat()).size).toBe(STYLES.length * SEQUENCE.length)
  })

  it('a frame after a far seek, backwards and after other styles = in sequence', async () => {
    for (const style of [...STYLES].reverse()) {
      await film.setFormat({ ...TINY, style, quality }, plan.aspect)
      await hashFrame(film, walking, walking.shot.frames - 1)
      expect(await hashFrame(film, walking, SEQUENCE[1]!), style.id).toBe(inOrder.get(style)![1])
      expect(await hashFrame(film, walking, SEQUENCE[0]!), style.id).toBe(inOrder.get(style)![0])
    }
  })

  it('a frame alone in a worker = in sequence in the page', async () => {
    for (const style of STYLES) {
      const where = { at: `${address}:${SEQUENCE[1]}` }
      const still = await worker.still(plan, async () => walking, { ...TINY, style, quality: 'draft', where, file: 'purity.png' })
      expect(still.hash, style.id).toBe(inOrder.get(style)![1])
    }
  })

  it('notices a picture that was there before', async () => {
    const [tube] = STYLES
    await film.setFormat({ ...TINY, style: tube!, quality }, plan.aspect)
    const still = await hashFrame(film, walking, 0)
    const short = { ...tube!, display: { ...tube!.display, persistence: 0 } } as Style
    await film.setFormat({ ...TINY, style: short, quality }, plan.aspect)
    expect(await hashFrame(film, walking, 0)).toBe(still)
    expect(await hashFrame(film, walking, SEQUENCE[1]!)).not.toBe(inOrder.get(tube!)![1])
  })
})
