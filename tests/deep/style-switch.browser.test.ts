import { afterAll, beforeAll, expect, it, vi } from 'vitest'
import { STYLES, type Style, styleByName } from '../../src/departments/retro'
import type { FilmRenderer } from '../../src/render'
import { planOf, QUICK, slicesOf, startRenderer, TINY_FILM } from '../purity/studio'

const ASPECT = 16 / 9
const slices = slicesOf(planOf(TINY_FILM))
const walking = slices.find((s) => s.shot.performances.some((p) => p.where.some((w) => w.kind === 'go')))!
/**
 * Every style as it comes, but for the number of its pixels: most of a frame's time goes into a look of a machine's whole
 * screen, which makes the same objects as one of a quarter. Whole cells of any machine fit.
 */
const SCREEN = { width: 112, height: 64 } as const
const SHOWN = { width: 224, height: 128 } as const
const format = (style: Style) => ({ ...SHOWN, style: style.resolution ? { ...style, resolution: SCREEN } : style, quality: QUICK })
/** The bench reads these lines: `npm run must -- styles`. */
const say = (row: string, values: object) => console.log(`must ${row} ${JSON.stringify(values)}`)

let film: FilmRenderer
beforeAll(async () => {
  film = await startRenderer()
})
afterAll(() => film.dispose())

const MAKES = ['createTexture', 'createBuffer', 'createBindGroup', 'createSampler', 'createQuerySet'] as const
const COMPILES = [
  'createComputePipeline',
  'createComputePipelineAsync',
  'createRenderPipeline',
  'createRenderPipelineAsync',
  'createShaderModule',
] as const

/** Counts calls of the device while `work` is done: each as its name and the label of what it made. */
async function madeBy(
  calls: readonly ((typeof MAKES)[number] | (typeof COMPILES)[number])[],
  work: () => Promise<void>,
): Promise<string[]> {
  const spies = calls.map((call) => vi.spyOn(film.device, call))
  await work()
  const made = spies.flatMap((spy, i) =>
    spy.mock.calls.map(([what]) => `${calls[i]} ${(what as { label?: string } | undefined)?.label ?? ''}`.trim()),
  )
  for (const spy of spies) spy.mockRestore()
  return made
}

async function timed(work: () => Promise<void> | void): Promise<number> {
  await film.device.queue.onSubmittedWorkDone()
  const start = performance.now()
  await work()
  await film.device.queue.onSubmittedWorkDone()
  return performance.now() - start
}

/** Draws the first picture in a style, from whatever style was there before. */
const switchTo = (style: Style) =>
  timed(async () => {
    await film.setFormat(format(style), ASPECT)
    film.draw(6)
  })
const frame = (n: number) => timed(() => void film.draw(n))

it('counts what is made', async () => {
  const made = await madeBy(MAKES, async () => film.device.createBuffer({ label: 'one', size: 4, usage: GPUBufferUsage.UNIFORM }).destroy())
  expect(made).toEqual(['createBuffer one'])
})

it('every style draws, switching costs a frame and no pipeline, and a steady frame makes no GPU object', async () => {
  await film.load(walking)
  await film.setFormat(format(styleByName('hollywood')), ASPECT)
  while (await film.warm());
  const hashes = new Set<string>()
  const [first, switches, frames] = [new Map<string, number>(), new Map<string, number[]>(), new Map<string, number[]>()]
  for (const style of STYLES) {
    first.set(style.id, await switchTo(style))
    hashes.add(await film.hash())
  }
  const steady: Record<string, string[]> = {}
  const pipelines: Record<string, string[]> = {}
  for (const style of STYLES) {
    const compiled = await madeBy(COMPILES, async () => void switches.set(style.id, [await switchTo(style)]))
    if (compiled.length > 0) pipelines[style.id] = compiled
    // What comes into sight is bound once.
    await frame(7)
    const objects = await madeBy([...MAKES, ...COMPILES], async () => {
      frames.set(style.id, [await frame(8), await frame(9)])
    })
    if (objects.length > 0) steady[style.id] = objects
  }
  // Times once more, from the last style to the first: of two the less, since others are at work on the machine.
  for (const style of STYLES.toReversed()) {
    switches.get(style.id)!.push(await switchTo(style))
    frames.get(style.id)!.push(await frame(7))
  }
  const least = (times: ReadonlyMap<string, number[]>, id: string) => Math.min(...times.get(id)!)
  const costs = STYLES.map(({ id }) => {
    const frameMs = least(frames, id)
    const [firstMs, extraMs] = [first.get(id)!, least(switches, id)].map((ms) => Math.round(ms - frameMs))
    return { style: id, firstMs: firstMs!, extraMs: extraMs!, frameMs: Math.round(frameMs) }
  })
  const worst = costs.toSorted((a, b) => b.extraMs - a.extraMs)
  say('steady', { styles: STYLES.length, objects: steady })
  say('switch', { pipelines, worst: worst.slice(0, 4), worstFirst: Math.max(...costs.map((c) => c.firstMs)) })
  say('draws', { styles: STYLES.length, different: hashes.size })
  expect.soft(steady).toEqual({})
  expect.soft(pipelines).toEqual({})
  expect(hashes.size).toBe(STYLES.length)
})
