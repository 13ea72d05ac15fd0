import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { cropFor, isDiffusion, STYLES, Style, styleByName } from '../../src/departments/retro'
import type { ShotSlice } from '../../src/film'
import { type FilmRenderer, lookSizeFor, qualityByName } from '../../src/render'
import { sceneObjects } from '../../src/stage'
import { hashFrame, planOf, SMALL, slicesOf, startRenderer, TINY_FILM } from '../purity/studio'

const ASPECT = 16 / 9
const slices = slicesOf(planOf(TINY_FILM))
const walking = slices.find((s) => s.shot.performances.some((p) => p.where.some((w) => w.kind === 'go')))!
const format = (style: Style) => ({ ...SMALL, style, quality: qualityByName('preview') })
/** The bench reads these lines: `npm run must -- styles`. */
const say = (row: string, values: object) => console.log(`must ${row} ${JSON.stringify(values)}`)

let film: FilmRenderer
beforeAll(async () => {
  film = await startRenderer()
})
afterAll(() => film.dispose())

describe('still parts', () => {
  /** Pixels round an actor that count as the actor's: shadow and stray light. */
  const NEAR = 16
  /** Frames between pictures: the slowest machine moves in it. */
  const STEP = 4
  const PICTURES = 4

  /** A locked-off camera, and nobody there but who walks. */
  const lockedOff = (slice: ShotSlice): ShotSlice => {
    const { camera, performances } = slice.shot
    const walkers = performances.filter((p) => p.where.some((w) => w.kind === 'go'))
    const key = camera.keys[Math.floor(camera.keys.length / 2)]!
    const still = { ...camera, keys: [{ ...key, t: 0 }], handheld: 0, focus: { kind: 'distance' as const, metres: 4 } }
    return { ...slice, shot: { ...slice.shot, camera: still, performances: walkers, fadeIn: 0, fadeOut: 0 } }
  }
  const shot = lockedOff(walking)

  /** Which of the style's pixels are the actors', before and after, and near them. */
  function near(style: Style, ids: readonly { ids: Uint32Array; width: number; height: number }[], width: number, height: number) {
    const people = new Set(sceneObjects(shot).flatMap((o) => (o.kind === 'person' ? [o.id] : [])))
    const mask = new Uint8Array(width * height)
    const look = lookSizeFor(format(style), ASPECT)
    const crop = cropFor(style, look.width, look.height)
    for (const picture of ids)
      picture.ids.forEach((id, i) => {
        if (!people.has(id)) return
        const x = Math.floor((((i % picture.width) - crop.x) * width) / crop.width)
        const y = Math.floor(((Math.floor(i / picture.width) - crop.y) * height) / crop.height)
        if (x >= -NEAR && y >= -NEAR && x < width + NEAR && y < height + NEAR)
          for (let v = Math.max(0, y - NEAR); v <= Math.min(height - 1, y + NEAR); v++)
            mask.fill(1, v * width + Math.max(0, x - NEAR), v * width + Math.min(width - 1, x + NEAR) + 1)
      })
    return mask
  }

  /** Shares of the pixels away from the actor that change from picture to picture, and of all pixels. */
  async function changes(style: Style): Promise<{ away: number; whole: number; ofAway: number }> {
    await film.load(shot)
    await film.setFormat(format(style), ASPECT)
    const first = Math.max(0, Math.min(shot.shot.frames - 1 - STEP * (PICTURES - 1), Math.floor(shot.shot.frames / 3)))
    const seen: { rgba: Uint8Array; width: number; height: number; ids: { ids: Uint32Array; width: number; height: number } }[] = []
    for (let k = 0; k < PICTURES; k++) {
      film.draw(first + k * STEP)
      seen.push({ ...(await film.readNative()), ids: await film.readIds() })
    }
    let [changedAway, away, changed, all] = [0, 0, 0, 0]
    for (let k = 1; k < seen.length; k++) {
      const [a, b] = [seen[k - 1]!, seen[k]!]
      const mask = near(style, [a.ids, b.ids], b.width, b.height)
      const [was, is] = [new Uint32Array(a.rgba.slice().buffer), new Uint32Array(b.rgba.slice().buffer)]
      mask.forEach((isNear, i) => {
        const differs = was[i] !== is[i] ? 1 : 0
        all++
        changed += differs
        if (isNear) return
        away++
        changedAway += differs
      })
    }
    return { away: changedAway / Math.max(1, away), whole: changed / all, ofAway: away / all }
  }

  const variant = (kind: 'bayer' | 'blue-noise' | 'floyd-steinberg', local = true): Style =>
    Style.parse({
      ...styleByName('pico8'),
      id: 'still',
      scene: {},
      ink: {},
      dither: { kind, size: 8, local },
      resolution: { width: 320, height: 180 },
    })

  type Changes = Awaited<ReturnType<typeof changes>>

  /** Percents for the table: of what is away from the actor, of all pixels, and how much is away. */
  const inPercent = (measured: ReadonlyMap<string, Changes>) =>
    Object.fromEntries(
      [...measured].map(([name, { away, whole, ofAway }]) => [name, [away, whole, ofAway].map((n) => Math.round(1e5 * n) / 1e3)]),
    )

  it('do not change for ordered dither and blue noise, hardly for local diffusion; and the actor does', async () => {
    const measured = new Map<string, Changes>()
    // The look itself, eight bits a channel: what changes here is scene, not dither.
    measured.set('no dither, all colours', await changes(Style.parse({ ...variant('bayer'), palette: null, dither: {} })))
    for (const kind of ['bayer', 'blue-noise', 'floyd-steinberg'] as const) measured.set(kind, await changes(variant(kind)))
    measured.set('floyd-steinberg, whole picture', await changes(variant('floyd-steinberg', false)))
    say('still', inPercent(measured))
    for (const [name, most] of [
      ['bayer', 0],
      ['blue-noise', 0],
      ['floyd-steinberg', 0.01],
    ] as const) {
      const { away, whole, ofAway } = measured.get(name)!
      expect.soft(whole, name).toBeGreaterThan(0.001)
      expect.soft(ofAway, name).toBeGreaterThan(0.05)
      expect.soft(away, name).toBeLessThanOrEqual(most)
    }
  })

  it('nor in any style as it comes', async () => {
    const measured = new Map<string, Changes>()
    const machines = STYLES.filter((style) => style.palette || style.mixes)
    const most = (style: Style) => (isDiffusion(style.dither.kind) ? 0.01 : 0)
    for (const style of machines) measured.set(style.id, await changes(style))
    const restless = machines.filter((style) => measured.get(style.id)!.away > most(style)).map((style) => style.id)
    say('still-styles', { percent: inPercent(measured), restless })
    expect(restless).toEqual([])
  })
})

it('every style draws, switching costs a frame and no pipeline, and a steady frame makes no GPU object', async () => {
  const { device } = film
  await film.load(walking)
  await film.setFormat(format(styleByName('hollywood')), ASPECT)
  await film.warm()
  const makes = ['createTexture', 'createBuffer', 'createBindGroup', 'createSampler', 'createQuerySet'] as const
  const compiles = [
    'createComputePipeline',
    'createComputePipelineAsync',
    'createRenderPipeline',
    'createRenderPipelineAsync',
    'createShaderModule',
  ] as const
  const count = (calls: readonly (typeof makes | typeof compiles)[number][]) => {
    const spies = calls.map((call) => vi.spyOn(device, call))
    return () => {
      const made = spies.flatMap((spy, i) =>
        spy.mock.calls.map(([what]) => `${calls[i]} ${(what as { label?: string }).label ?? ''}`.trim()),
      )
      for (const spy of spies) spy.mockRestore()
      return made
    }
  }
  const timed = async (work: () => Promise<void> | void): Promise<number> => {
    await device.queue.onSubmittedWorkDone()
    const start = performance.now()
    await work()
    await device.queue.onSubmittedWorkDone()
    return performance.now() - start
  }
  const hashes = new Set<string>()
  const steady: Record<string, string[]> = {}
  const pipelines: Record<string, string[]> = {}
  const switches: { style: string; firstMs: number; extraMs: number; frameMs: number }[] = []
  const other = format(styleByName('hollywood'))
  for (const style of STYLES) {
    const own = format(style)
    const use = () =>
      timed(async () => {
        await film.setFormat(own, ASPECT)
        film.draw(6)
      })
    const firstMs = await use()
    hashes.add(await film.hash())
    await film.setFormat(other, ASPECT)
    film.draw(6)
    const compiled = count(compiles)
    const switchMs = await use()
    const newPipelines = compiled()
    if (newPipelines.length > 0) pipelines[style.id] = newPipelines
    // Pictures before and pools settle in the first frames.
    for (const frame of [7, 8, 9]) film.draw(frame)
    const made = count([...makes, ...compiles])
    const times: number[] = []
    for (const frame of [10, 11, 12]) times.push(await timed(() => void film.draw(frame)))
    const objects = made()
    if (objects.length > 0) steady[style.id] = objects
    const frameMs = times.sort((a, b) => a - b)[1]!
    switches.push({ style: style.id, firstMs: Math.round(firstMs), extraMs: Math.round(switchMs - frameMs), frameMs: Math.round(frameMs) })
  }
  const worst = [...switches].sort((a, b) => b.extraMs - a.extraMs)
  say('steady', { objects: steady })
  say('switch', { pipelines, worst: worst.slice(0, 4), worstFirst: Math.max(...switches.map((s) => s.firstMs - s.frameMs)) })
  say('draws', { styles: STYLES.length, different: hashes.size })
  expect.soft(steady).toEqual({})
  expect.soft(pipelines).toEqual({})
  expect(hashes.size).toBeGreaterThanOrEqual(16)
  expect(await hashFrame(film, walking, 6)).toMatch(/^[0-9a-f]+$/)
})
