import { styleByName } from '../../departments/retro'
import type { ShotSlice } from '../../film'
import type { FilmRenderer } from '../film-renderer'
import { Copy } from '../kernels/copy'
import { QUALITY } from '../quality'
import { BenchTextures, timeJob } from './bench-job'
import { manyProps } from './many-props'
import { median } from './median'

/** Size of the picture, how often each side is drawn, and for which numbers of things. */
export type WorldBenchOptions = {
  readonly width: number
  readonly height: number
  readonly runs: number
  readonly props: readonly number[]
}

/** A frame's cost: milliseconds are medians from the draw to the end of the queue. */
type FrameCost = { readonly ms: number; readonly drawCalls: number }

/** What preview frames of a film cost, what its cuts compile, and what things cost. */
export type WorldBench = {
  readonly width: number
  readonly height: number
  readonly runs: number
  /** A compute copy of such a picture in the same run: the floor. */
  readonly copyMs: number
  readonly shots: readonly (FrameCost & { readonly key: string })[]
  /** Pipelines that cuts to shots made, by shot; the first shot of all, and what warming up makes, apart. */
  readonly compiled: Readonly<Record<string, number>>
  readonly cuts: number
  readonly props: readonly (FrameCost & { readonly props: number })[]
}

const COMPILES = ['createRenderPipeline', 'createRenderPipelineAsync', 'createComputePipeline', 'createComputePipelineAsync'] as const

/**
 * Draws shots of a film one after the other as the preview does, some frames of each; then one floor with more and more things.
 * @param told how many steps are done, of how many.
 */
export async function benchWorld(
  film: FilmRenderer,
  slices: readonly ShotSlice[],
  { width, height, runs, props: counts }: WorldBenchOptions,
  told: (done: number, all: number) => void = () => {},
): Promise<WorldBench> {
  const { device, renderer } = film
  const [first] = slices
  if (!first) throw new RangeError('benchWorld: expected at least one shot, got none')
  const steps = slices.length + counts.length
  const drained = () => device.queue.onSubmittedWorkDone()
  await film.setFormat({ width, height, style: styleByName('hollywood'), quality: QUALITY.preview }, first.shot.aspect)
  const cost = async ({ shot }: ShotSlice): Promise<FrameCost> => {
    const times: number[] = []
    // The first frame binds what is new; shadows of what stands still are kept from the second on.
    for (let i = -2; i < runs; i++) {
      await drained()
      const start = performance.now()
      film.draw((i + 2) % shot.frames)
      await drained()
      if (i >= 0) times.push(performance.now() - start)
    }
    return { ms: median(times), drawCalls: renderer.info.render.drawCalls }
  }
  await film.load(first)
  film.draw(0)
  while (await film.warm());
  const compiled: Record<string, number> = {}
  const shots: WorldBench['shots'][number][] = []
  for (const [i, slice] of slices.entries()) {
    const { key } = slice.shot
    const made = await counted(device, async () => {
      await film.load(slice)
      film.draw(0)
      await drained()
    })
    if (made > 0) compiled[key] = made
    shots.push({ key, ...(await cost(slice)) })
    told(i + 1, steps)
  }
  const props: WorldBench['props'][number][] = []
  for (const [i, count] of counts.entries()) {
    const slice = manyProps(count)
    await film.load(slice)
    props.push({ props: count, ...(await cost(slice)) })
    told(slices.length + i + 1, steps)
  }
  return { width, height, runs, copyMs: await copyMs(device, width, height), shots, compiled, cuts: slices.length, props }
}

/** How many pipelines `work` has a device make. */
async function counted(device: GPUDevice, work: () => Promise<void>): Promise<number> {
  let made = 0
  for (const name of COMPILES) {
    const make = device[name].bind(device) as (of: never) => never
    Object.defineProperty(device, name, {
      configurable: true,
      value: (of: never) => {
        made++
        return make(of)
      },
    })
  }
  try {
    await work()
  } finally {
    for (const name of COMPILES) Reflect.deleteProperty(device, name)
  }
  return made
}

async function copyMs(device: GPUDevice, width: number, height: number): Promise<number> {
  const copy = await Copy.create(device)
  const textures = new BenchTextures(device)
  const [from, to] = [textures.colourful(width, height), textures.make(width, height)]
  const job = { name: 'copy', work: `${width}×${height}`, encode: (encoder: GPUCommandEncoder) => copy.encode(encoder, from, to) }
  await timeJob(device, job, 1)
  const ms = await timeJob(device, job, 16)
  textures.destroy()
  copy.destroy()
  return ms
}
