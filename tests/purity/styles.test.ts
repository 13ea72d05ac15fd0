import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { Style, styleByName } from '../../src/departments/retro'
import { type FilmRenderer, qualityByName } from '../../src/render'
import { startRenderWorker } from '../../src/workers'
import { hashFrame, planOf, SMALL, slicesOf, startRenderer, TINY_FILM } from './studio'

/** Small, so that what is drawn twice over stays quick. */
const small = (id: string, more: object = {}): Style => {
  const style = styleByName(id)
  return Style.parse({ ...style, id: `small-${id}`, fps: null, resolution: { width: 64, height: 56 }, ...more })
}

/** What could remember: displays, colours settled by shot, errors handed on, drawn lines. */
const STYLES: readonly Style[] = [
  // Not every tube glows long enough to remember three pictures; this one does, and its dots crawl.
  small('snes', { display: { kind: 'crt', persistence: 0.6, interlace: true, signal: 'composite', crawl: true } }),
  small('nes', { display: { kind: 'plain' } }),
  small('gameboy', { display: { kind: 'lcd', ghosting: 0.5 } }),
  small('pico8', { dither: { kind: 'floyd-steinberg', local: true } }),
  Style.parse({ ...styleByName('pencil'), id: 'lively-pencil', fps: null }),
]
const SEQUENCE = [8, 9, 10]
const quality = qualityByName('draft')

describe('styles are pure functions too', () => {
  const planned = planOf(TINY_FILM)
  const { plan } = planned.store
  const slices = slicesOf(planned)
  const walking = slices.find((s) => s.shot.performances.some((p) => p.where.some((w) => w.kind === 'go')))!
  const { address } = plan.shots.find((s) => s.key === walking.shot.key)!
  const inOrder = new Map<Style, string[]>()
  let film: FilmRenderer

  beforeAll(async () => {
    film = await startRenderer()
    for (const style of STYLES) {
      await film.setFormat({ ...SMALL, style, quality }, plan.aspect)
      const hashes: string[] = []
      for (const frame of SEQUENCE) hashes.push(await hashFrame(film, walking, frame))
      inOrder.set(style, hashes)
    }
  })
  afterAll(() => film.dispose())

  it('pictures differ from frame to frame and from style to style', () => {
    for (const [style, hashes] of inOrder) expect(new Set(hashes).size, style.id).toBe(SEQUENCE.length)
    expect(new Set([...inOrder.values()].flat()).size).toBe(STYLES.length * SEQUENCE.length)
  })

  it('a frame after a far seek, backwards and after other styles = in sequence', async () => {
    for (const style of [...STYLES].reverse()) {
      await film.setFormat({ ...SMALL, style, quality }, plan.aspect)
      await hashFrame(film, walking, walking.shot.frames - 1)
      expect(await hashFrame(film, walking, SEQUENCE[2]!), style.id).toBe(inOrder.get(style)![2])
      expect(await hashFrame(film, walking, SEQUENCE[0]!), style.id).toBe(inOrder.get(style)![0])
    }
  })

  it('a frame alone, in a worker = in sequence, in the page', async () => {
    const worker = await startRenderWorker()
    for (const style of STYLES) {
      const where = { at: `${address}:${SEQUENCE[1]}` }
      const still = await worker.still(plan, async () => walking, { ...SMALL, style, quality: 'draft', where, file: 'purity.png' })
      expect(still.hash, style.id).toBe(inOrder.get(style)![1])
    }
    worker.terminate()
  })

  it('notices a picture that was there before', async () => {
    const [tube] = STYLES
    await film.setFormat({ ...SMALL, style: tube!, quality }, plan.aspect)
    const still = await hashFrame(film, walking, 0)
    const short = { ...tube!, display: { ...tube!.display, persistence: 0 } } as Style
    await film.setFormat({ ...SMALL, style: short, quality }, plan.aspect)
    expect(await hashFrame(film, walking, 0)).toBe(still)
    expect(await hashFrame(film, walking, SEQUENCE[2]!)).not.toBe(inOrder.get(tube!)![2])
  })
})
