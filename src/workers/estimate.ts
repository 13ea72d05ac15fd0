import { BITS_PER_PIXEL, holdsPictures } from '../encode'
import type { RenderPlan } from '../film'
import type { ArtifactStore } from '../pipeline'
import { type FilmRun, outputHash, type RenderHooks, segmentJobs, shotsInRange, whyMissing } from '../production'
import type { Estimate } from './production-api'

/** Bits a pixel of a PNG, indexed or not, at most for pictures like ours. */
const PNG_BITS_A_PIXEL = 12

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
  let milliseconds = 0
  let largest = 0
  let adapter = ''
  let perFrame = 0
  for (const output of run.outputs) {
    const probe = await renderer.probe(output, plan)
    adapter = probe.adapter
    const jobs = segmentJobs(plan, ranges, outputHash(output, probe, plan))
    const msPerFrame = await renderer.measure(middle.shot.key, output, plan, sliceFor)
    perFrame = Math.max(perFrame, msPerFrame)
    // Encoders are asked for so many and come to no more over a film.
    const bits = holdsPictures(output.container) ? PNG_BITS_A_PIXEL : (BITS_PER_PIXEL[output.quality] ?? 0.14)
    largest = Math.max(largest, output.width * output.height)
    for (const job of jobs) {
      segments++
      frames += job.frames
      // Segments and the movie made of them.
      diskBytes += (2 * job.frames * output.width * output.height * bits) / 8
      if ((await whyMissing(store, job)) === undefined) cached++
      else milliseconds += job.frames * msPerFrame
    }
  }
  const workers = [1, 2, 3, 4]
  return {
    frames,
    segments,
    segmentsCached: cached,
    msPerFrame: Math.round(perFrame * 10) / 10,
    // One graphics processor draws for all: workers overlap encoding and building, a tenth each.
    seconds: workers.map((n) => ({ workers: n, seconds: Math.round(milliseconds / 100 / (1 + 0.1 * (n - 1))) / 10 })),
    diskBytes: Math.round(diskBytes),
    memoryBytes: Math.round(BASE_BYTES + RENDERER_BYTES + HELD_PICTURES * largest * 4),
    adapter,
  }
}
