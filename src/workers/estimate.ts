import { BITS_PER_PIXEL, holdsPictures, isSoundAlone } from '../encode'
import type { RenderPlan } from '../film'
import type { ArtifactStore } from '../pipeline'
import {
  type FilmRun,
  type FrameCost,
  outputHash,
  type RenderHooks,
  segmentFrames,
  segmentJobs,
  shotsInRange,
  styledRanges,
  whyMissing,
} from '../production'
import type { Estimate } from './production-api'

/** Bits a pixel of a PNG, indexed or not, at most for pictures like ours. */
const PNG_BITS_A_PIXEL = 12

/** Of an OpenEXR file, at most for pictures like ours: three half floats of 48, which grain leaves little to compress in. */
const EXR_BITS_A_PIXEL = 36

/** Bytes that all processes of a browser with one renderer hold beside its pictures, and of each further renderer: read off runs of the samples. */
const BASE_BYTES = 650e6
const RENDERER_BYTES = 250e6

/** Pictures of an output that are held at a time while it is rendered. */
const HELD_PICTURES = 24

/**
 * What a run would take: frames that are missing from the store times milliseconds a frame, measured now on a few
 * frames from the middle of the film.
 */
export async function estimateOf(
  run: FilmRun,
  plan: RenderPlan,
  store: ArtifactStore,
  sliceFor: RenderHooks['sliceFor'],
): Promise<Estimate> {
  const renderer = run.crew.renderers[0]
  const ranges = shotsInRange(plan, run.range)
  const middle = ranges[ranges.length >> 1]
  if (!renderer || !middle) throw new Error('estimate: nothing to render')
  let frames = 0
  let segments = 0
  let cached = 0
  let diskBytes = 0
  let largest = 0
  let adapter = ''
  let perFrame = 0
  const missing: { readonly cost: FrameCost; frames: number }[] = []
  for (const output of run.outputs) {
    if (isSoundAlone(output.container)) continue
    const probe = await renderer.probe(output, plan)
    adapter = probe.adapter
    const styled = styledRanges(ranges, output)
    const jobs = segmentJobs(plan, styled, outputHash(output, probe, plan), segmentFrames(probe), output.fps)
    const cost = await renderer.measure(middle.shot.key, output, plan, sliceFor)
    perFrame = Math.max(perFrame, cost.ms)
    const toRender = { cost, frames: 0 }
    missing.push(toRender)
    // Encoders are asked for so many and come to no more over a film.
    const bits =
      output.container === 'exr'
        ? EXR_BITS_A_PIXEL
        : holdsPictures(output.container)
          ? PNG_BITS_A_PIXEL
          : (BITS_PER_PIXEL[output.quality] ?? 0.14)
    largest = Math.max(largest, output.width * output.height)
    for (const job of jobs) {
      segments++
      frames += job.frames
      // Segments and the movie made of them.
      diskBytes += (2 * job.frames * output.width * output.height * bits) / 8
      if ((await whyMissing(store, job, probe)) === undefined) cached++
      else toRender.frames += job.frames
    }
  }
  const workers = [1, 2, 3, 4]
  return {
    frames,
    segments,
    segmentsCached: cached,
    msPerFrame: Math.round(perFrame * 10) / 10,
    seconds: workers.map((n) => ({ workers: n, seconds: secondsWith(n, missing) })),
    diskBytes: Math.round(diskBytes),
    memoryBytes: Math.round(BASE_BYTES + RENDERER_BYTES + HELD_PICTURES * largest * 4),
    adapter,
  }
}

/**
 * Seconds that frames take with so many workers. What their threads do is done by all at once, what the one graphics adapter
 * does is not: n workers need 1/n of a frame's time, and never less than the adapter's part of it.
 */
export function secondsWith(workers: number, missing: readonly { readonly cost: FrameCost; readonly frames: number }[]): number {
  const ms = missing.reduce((sum, { cost, frames }) => sum + frames * Math.max(cost.ms / workers, cost.ms - cost.threadMs), 0)
  return Math.round(ms / 100) / 10
}
