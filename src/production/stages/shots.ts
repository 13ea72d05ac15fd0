import { styleByName } from '../../departments/retro'
import { frontOf, isSoundAlone, readSegment } from '../../encode'
import type { RenderPlan } from '../../film'
import { type ArtifactStore, PipelineError, type Stage, type TaskContext, type TaskSpec } from '../../pipeline'
import type { OutputFormat, OutputProbe, RoughJob } from '../crew'
import { shotsInRange } from '../find-frame'
import { styleOfShot } from '../master'
import {
  framesInWords,
  type OutputSegments,
  outputHash,
  type SegmentJob,
  segmentFile,
  segmentFrames,
  segmentJobs,
  styledRanges,
} from '../segments'
import type { FilmRun } from './film-run'
import { hooksOf } from './hooks'

/** Which segments each output is made of. */
export interface SegmentList {
  readonly schema: 'SegmentList'
  readonly version: '1.0.0'
  readonly outputs: readonly OutputSegments[]
}

/** Every how many frames the coarse pass looks at a shot, and how wide. */
const ROUGH_STEP = 10
const ROUGH_WIDTH = 192

/** Seconds from which a GIF is too long. */
const LONG_GIF_S = 60

/** Phase 5: the plan, a coarse look at every shot, and all segments of all outputs. */
export const shotsStage = (run: FilmRun): Stage => ({
  name: 'shots',
  title: 'Shots',
  needs: ['AssetManifest', 'ShotList'],
  gives: ['RenderPlan', 'ShotPlans', 'SegmentList'],
  tasks: () => [planTask(run)],
})

function planTask(run: FilmRun): TaskSpec {
  const { planner } = run.crew
  return {
    id: 'shots/plan',
    phase: 'shots',
    title: 'place cameras and light, list the segments',
    needs: [],
    inputs: ['ShotList', 'AssetManifest'],
    outputs: ['RenderPlan', 'ShotPlans', 'SegmentList'],
    cheap: true,
    run: async (context) => {
      const plan = (await planner.artifact('RenderPlan')) as RenderPlan
      const note = { parents: ['ShotList', 'AssetManifest'], parameters: { build: run.build } }
      await context.write('RenderPlan', plan, note)
      await context.write('ShotPlans', await planner.artifact('ShotPlans'), note)
      const outputs = await outputsOf(run, plan, context.slot)
      for (const { output, jobs } of outputs)
        warnOfLength(
          context,
          output,
          jobs.reduce((n, job) => n + job.frames, 0),
          plan,
        )
      const keys = new Set(keysOf(outputs))
      const listing: Listing = { plan, keys, known: new Set(keys), count: 1, waiting: new Map(), expected: new Set() }
      await writeList(run, context, outputs)
      return { more: [...(run.coarse ? roughTasks(run, plan, outputs) : []), ...segmentTasks(run, listing, outputs)] }
    },
  }
}

/** Says it before anything is rendered. */
function warnOfLength(context: TaskContext, { name, container, ...own }: OutputFormat, frames: number, plan: RenderPlan): void {
  const fps = own.fps ?? plan.fps
  const seconds = Math.round((frames * fps.den) / fps.num)
  if (container === 'gif' && seconds > LONG_GIF_S)
    context.warn(`${name} is a GIF of ${seconds} s: it will be very large; a part of the film, webp or mp4 is smaller`)
}

/** What a run makes: another list of segments takes the place of the first where the machine comes to write otherwise. */
interface Listing {
  readonly plan: RenderPlan
  /** Keys of its segments. */
  keys: ReadonlySet<string>
  /** Keys of all segments that were ever listed. */
  readonly known: Set<string>
  /** How many lists there were. */
  count: number
  /** Segments that nobody has begun and that are not known to be made, in the order of the film. */
  readonly waiting: Map<string, SegmentJob>
  /** Shots that were said to be next. */
  readonly expected: Set<string>
}

/** How often a run lists its segments at most. */
const LISTS = 3

const keysOf = (outputs: readonly OutputSegments[]): string[] => outputs.flatMap(({ jobs }) => jobs.map((job) => job.key))

/** All segments, as the machine writes them now. @param slot whose renderer is asked: one that rests. */
async function outputsOf(run: FilmRun, plan: RenderPlan, slot: number): Promise<OutputSegments[]> {
  const renderer = run.crew.renderers[slot]
  if (!renderer) throw new Error(`shots: no renderer in slot ${slot}`)
  const ranges = shotsInRange(plan, run.range)
  const outputs: OutputSegments[] = []
  for (const output of run.outputs) {
    if (isSoundAlone(output.container)) continue
    const probe = await renderer.probe(output, plan)
    const styled = styledRanges(ranges, output)
    outputs.push({ output, probe, jobs: segmentJobs(plan, styled, outputHash(output, probe, plan), segmentFrames(probe), output.fps) })
  }
  return outputs
}

async function writeList(run: FilmRun, context: TaskContext, outputs: readonly OutputSegments[]): Promise<void> {
  const list: SegmentList = { schema: 'SegmentList', version: '1.0.0', outputs }
  await context.write('SegmentList', list, { parents: ['RenderPlan'], parameters: { build: run.build, range: run.range } })
}

/** Outputs that need the same packets share a segment: it is one task. */
function segmentTasks(run: FilmRun, listing: Listing, outputs: readonly OutputSegments[]): TaskSpec[] {
  const jobs = new Map(outputs.flatMap((of) => of.jobs.map((job) => [job.key, { of, job }] as const)).reverse())
  const inOrder = [...jobs.values()].reverse()
  for (const { job } of inOrder) listing.waiting.set(job.key, job)
  return inOrder.map(({ of, job }) => segmentTask(run, listing, of, job))
}

function segmentTask(run: FilmRun, listing: Listing, { output, probe }: OutputSegments, job: SegmentJob): TaskSpec {
  const file = segmentFile(job.key)
  return {
    id: `shots/segment:${job.key.slice(0, 40)}`,
    phase: 'shots',
    title: `${job.address}, ${framesInWords(job)}, ${output.name}`,
    needs: ['shots/plan'],
    inputs: ['RenderPlan', 'ShotPlans'],
    outputs: [file],
    resource: 'render',
    affinity: `${output.name} ${job.shotKey}`,
    units: job.frames,
    optional: run.holes,
    missing: async (store) => {
      const why = await whyMissing(store, job, probe)
      if (why === undefined) listing.waiting.delete(job.key)
      return why
    },
    rollback: (store) => store.remove(file),
    run: async (context) => {
      expectShots(run, listing, job)
      const renderer = run.crew.renderers[context.slot]
      if (!renderer) throw new Error(`shots: no renderer in slot ${context.slot}`)
      if (!listing.keys.has(job.key)) return undefined
      try {
        await renderer.segment(job, output, listing.plan, hooksOf(run, context), probe)
      } catch (error) {
        const more = await listedAnew(run, context, listing, job, error)
        if (!more) throw error
        return { more }
      }
      context.progress(job.frames)
      return undefined
    },
  }
}

/** Has the shot of a segment that begins, and the one after it, built while other things are done. */
function expectShots({ crew }: FilmRun, { waiting, expected }: Listing, { key, shotKey }: SegmentJob): void {
  waiting.delete(key)
  let next: string | undefined
  for (const job of waiting.values())
    if (job.shotKey !== shotKey) {
      next = job.shotKey
      break
    }
  for (const shot of [shotKey, next]) {
    if (shot === undefined || expected.has(shot)) continue
    expected.add(shot)
    crew.expect?.(shot)
  }
}

/**
 * A machine may come to write otherwise in mid-run: a crash takes the hardware's encoder, or the graphics adapter, away.
 * What was made before does not follow what it makes now in one film: all of it is listed anew and made again.
 * @returns tasks that make it; undefined if that is not why the segment failed, or no way out.
 */
async function listedAnew(
  run: FilmRun,
  context: TaskContext,
  listing: Listing,
  job: SegmentJob,
  error: unknown,
): Promise<TaskSpec[] | undefined> {
  if (!(error instanceof PipelineError) || error.type !== 'encode' || context.signal.aborted) return undefined
  // A second try may do.
  if (error.transient && context.attempt === 1) return undefined
  const outputs = await outputsOf(run, listing.plan, context.slot).catch(() => [])
  // Another task has found it out meanwhile.
  if (!listing.keys.has(job.key)) return []
  const fresh = outputs.filter(({ jobs }) => jobs.some(({ key }) => !listing.keys.has(key)))
  // A machine that writes otherwise every time, or as it did before, would go on for ever.
  if (fresh.length === 0 || listing.count >= LISTS || keysOf(fresh).some((key) => listing.known.has(key))) return undefined
  listing.keys = new Set(keysOf(outputs))
  listing.count++
  for (const key of keysOf(fresh)) listing.known.add(key)
  context.warn('the browser writes pictures otherwise than when the run began: what was made before is made again')
  await writeList(run, context, outputs)
  return segmentTasks(run, listing, fresh)
}

/** Why a segment must be rendered; undefined if it is in the store, whole, what its name says, and written as the output is. */
export async function whyMissing(store: ArtifactStore, job: SegmentJob, { probe }: OutputProbe): Promise<string | undefined> {
  const bytes = await store.read(segmentFile(job.key))
  if (!bytes) return 'it is not in the store: new, or something it depends on has changed'
  try {
    const { key, decoder } = readSegment(bytes)
    if (key !== job.key) return 'the store holds something else under its name'
    return frontOf(decoder) === probe ? undefined : 'it was encoded otherwise than the rest of the film'
  } catch (error) {
    return `it is damaged: ${error instanceof Error ? error.message : String(error)}`
  }
}

function roughTasks(run: FilmRun, plan: RenderPlan, outputs: readonly OutputSegments[]): TaskSpec[] {
  const film = outputs[0]?.output.style ?? styleByName('hollywood')
  const height = 2 * Math.round(ROUGH_WIDTH / plan.aspect / 2)
  return shotsInRange(plan, run.range).map(({ shot, first, frames }): TaskSpec => {
    const style = styleOfShot(film, shot)
    const wanted = Array.from({ length: Math.ceil(frames / ROUGH_STEP) }, (_, i) => first + i * ROUGH_STEP)
    const job: RoughJob = {
      shotKey: shot.key,
      frames: wanted,
      files: wanted.map((f) => roughFile(run, shot.sliceHash, style.id, f)),
      width: ROUGH_WIDTH,
      height,
      style,
    }
    return {
      id: `shots/rough:${shot.sliceHash.slice(0, 40)}:${first}`,
      phase: 'shots',
      title: `${shot.address}, a coarse look`,
      needs: ['shots/plan'],
      inputs: ['RenderPlan', 'ShotPlans'],
      outputs: job.files,
      resource: 'render',
      affinity: `rough ${shot.key}`,
      priority: -1,
      units: wanted.length,
      missing: async (store) => {
        for (const file of job.files) if (!(await store.has(file))) return 'nobody has looked at the shot as it is now'
        return undefined
      },
      run: async (context) => {
        try {
          await run.crew.renderers[context.slot]?.rough(job, plan, hooksOf(run, context))
        } catch (error) {
          // Nothing of the film depends on it: whatever is wrong is said again by the segments themselves.
          if (context.signal.aborted) throw error
          context.warn(`${shot.address} could not be looked at: ${error instanceof Error ? error.message : String(error)}`)
        }
        return undefined
      },
    }
  })
}

const roughFile = ({ build }: FilmRun, sliceHash: string, style: string, frame: number): string =>
  `pictures/rough-${sliceHash.slice(0, 32)}-${style}-${build.replace(/[^A-Za-z0-9]/g, '').slice(0, 12)}-${frame}.png`
