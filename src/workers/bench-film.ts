import { STYLES, styleByName } from '../departments/retro'
import { conformMovie, readSegment } from '../encode'
import type { PlannedShot, RenderPlan } from '../film'
import { type ArtifactStore, MemoryStore } from '../pipeline'
import { type ExportRatio, measureExport, type OutputFormat, type SegmentJob, segmentFile } from '../production'
import type { FilmShotRenderer } from '../production/shooting'
import { type FilmRenderer, qualityByName } from '../render'
import type { SliceFor } from './draw-film-frame'
import type { BenchOptions, BenchReport } from './engine-api'

type Size = Omit<BenchOptions, 'parts'>
type Frames = NonNullable<BenchReport['frames']>

/** Frames that are exported and rendered by turns. */
const EXPORTED_FRAMES = 8
/** Rounds of rendering and export that count. */
export const EXPORT_ROUNDS = 7

const QUALITY = 'preview'

/** Milliseconds a frame of a loaded shot in each style: medians. @param told what was measured, at each step. */
export async function benchStyles(
  film: FilmRenderer,
  plan: RenderPlan,
  shot: PlannedShot,
  { width, height, frames: count }: Size,
  told: (what: string) => void,
): Promise<Frames> {
  const drained = () => film.device.queue.onSubmittedWorkDone()
  const frames: Frames[number][] = []
  for (const style of STYLES) {
    await film.setFormat({ width, height, style, quality: qualityByName(QUALITY) }, plan.aspect)
    film.draw(0)
    await drained()
    const times: number[] = []
    for (let f = 0; f < count; f++) {
      const t = performance.now()
      film.draw(f % shot.frames)
      await drained()
      times.push(performance.now() - t)
    }
    times.sort((a, b) => a - b)
    frames.push({ style: style.id, width, height, quality: QUALITY, msPerFrame: times[times.length >> 1] ?? 0 })
    told(style.name)
  }
  return frames
}

/** What exporting the first frames of a loaded shot takes beside rendering them. @param shotsOn renders segments into a store. */
export async function benchExport(
  film: FilmRenderer,
  plan: RenderPlan,
  shot: PlannedShot,
  shotsOn: (store: ArtifactStore) => FilmShotRenderer,
  sliceFor: SliceFor,
  { width, height }: Size,
  told: (what: string) => void,
): Promise<ExportRatio> {
  const count = Math.min(shot.frames, EXPORTED_FRAMES)
  const output: OutputFormat = { name: 'bench', style: styleByName('hollywood'), quality: QUALITY, container: 'mp4', width, height }
  const memory = new MemoryStore()
  const shots = shotsOn(memory)
  const job: SegmentJob = { key: 'bench', shotKey: shot.key, slice: shot.sliceHash, address: shot.address, first: 0, frames: count }
  await film.setFormat({ width, height, style: output.style, quality: qualityByName(QUALITY) }, plan.aspect)
  return measureExport({
    render: async () => {
      for (let f = 0; f < count; f++) {
        film.draw(f)
        await film.device.queue.onSubmittedWorkDone()
      }
      told('rendering alone')
    },
    encode: async () => {
      await shots.segment(job, output, plan, { sliceFor, gate: async () => true })
      const bytes = (await memory.read(segmentFile(job.key))) as Uint8Array
      await conformMovie([readSegment(bytes)], { width, height, fps: plan.fps, frames: count }, await memory.open('bench.mp4'))
      told('export')
    },
    now: () => performance.now(),
    rounds: EXPORT_ROUNDS,
  })
}
