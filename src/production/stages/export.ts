import {
  type ConformOptions,
  conformAnimation,
  conformMovie,
  conformSequence,
  type EncodedSegment,
  EXR_VALUES,
  isAnimation,
  isSequence,
  isSoundAlone,
  type MovieShape,
  readSegment,
  SEQUENCE_FILE,
} from '../../encode'
import { type RenderOutput, type RenderPlan, type Segment, type SoundPlan, sha256Hex } from '../../film'
import { PipelineError, type Stage, type TaskContext, type TaskSpec } from '../../pipeline'
import type { OutputFormat } from '../crew'
import { framesInWords, type OutputSegments, type SegmentJob, segmentFile } from '../segments'
import { type FilmRun, runFile } from './film-run'
import type { SegmentList } from './shots'
import { type FilmSound, hasSound, mixReport, movieSound, soundFiles, soundOf, wavOf } from './sound'
import { spriteArtifact, spriteTasks } from './sprites'

/** Name of the artifact that says what an output came to be. */
export const outputArtifact = (name: string): string => `RenderOutput.${name}`

/** Where an output stands in the store: a film, or for pictures the file that lists them in their folder. */
export const outputFile = (
  run: Pick<FilmRun, 'project' | 'runId'>,
  { name, container }: Pick<OutputFormat, 'name' | 'container'>,
): string => runFile(run, isSequence(container) ? `${name}/${SEQUENCE_FILE}` : `${name}.${container}`)

/** Phase 7: each output is joined from its segments without encoding anything again. */
export const exportStage = (run: FilmRun): Stage => ({
  name: 'export',
  title: 'Export',
  needs: ['RenderPlan', 'SegmentList', 'PictureCheck', 'Characters', ...(hasSound(run) ? ['SoundPlan'] : [])],
  gives: [...run.outputs.map((o) => outputArtifact(o.name)), ...run.sprites.map((s) => spriteArtifact(s.name))],
  tasks: async (view) => {
    const sound = hasSound(run) ? soundOf(run, await view.read<SoundPlan>('SoundPlan')) : undefined
    const { outputs } = await view.read<SegmentList>('SegmentList')
    const alone = sound ? run.outputs.filter((o) => isSoundAlone(o.container)).map((o) => soundAloneTask(run, o, sound)) : []
    return [...outputs.map((output) => exportTask(run, output, output.output.sound && sound)), ...alone, ...spriteTasks(run)]
  },
})

function exportTask(run: FilmRun, { output, probe, jobs }: OutputSegments, sound: FilmSound | undefined): TaskSpec {
  const heard = output.sound === 'wav' ? undefined : output.sound
  const file = outputFile(run, output)
  return {
    id: `export/${output.name}`,
    phase: 'export',
    title: `join ${output.name}`,
    needs: [],
    inputs: ['SegmentList', ...jobs.map((j) => segmentFile(j.key)), ...(sound && heard ? soundFiles(sound, heard) : [])],
    outputs: [outputArtifact(output.name), file],
    units: jobs.reduce((n, j) => n + j.frames, 0),
    rollback: (store) => store.remove(file),
    run: async (context) => {
      const plan = await context.read<RenderPlan>('RenderPlan')
      const fps = output.fps ?? plan.fps
      const segments: Segment[] = []
      const frames = jobs.reduce((n, j) => n + j.frames, 0)
      let done = 0
      async function* inOrder(): AsyncGenerator<EncodedSegment> {
        for (const job of jobs) {
          await context.checkpoint()
          const { entry, segment } = await segmentOf(run, context, job, output, plan)
          segments.push(entry)
          yield segment
          done += job.frames
          context.progress(done)
        }
      }
      const shape = { width: output.width, height: output.height, fps, frames }
      const track = sound && heard && (await movieSound(context.store, sound, heard))
      const codec = await conform(run, context, output, inOrder, () => again(context, segments), shape, track)
      const made: RenderOutput = {
        schema: 'RenderOutput',
        version: '1.0.0',
        file: file.slice(runFile(run, '').length),
        container: output.container,
        codec,
        ...(probe.asked ? { asked: probe.asked } : {}),
        ...(output.container === 'exr' ? { values: EXR_VALUES } : {}),
        width: output.width,
        height: output.height,
        fps,
        frames,
        style: output.style.id,
        quality: output.quality,
        adapter: probe.adapter,
        ...(sound && output.sound ? { sound: { codec: output.sound, ...(await mixReport(context.store, sound)) } } : {}),
        segments,
        filmHash: sha256Hex(segments.flatMap((s) => s.pictureHashes).join('')),
      }
      await context.write(outputArtifact(output.name), made, { parents: ['SegmentList'], parameters: { build: run.build } })
      return undefined
    },
  }
}

/** The film's sound without its pictures: the mix wrote it, here it is said what it came to be. */
function soundAloneTask(run: FilmRun, output: OutputFormat, sound: FilmSound): TaskSpec {
  const file = wavOf(run, output)
  return {
    id: `export/${output.name}`,
    phase: 'export',
    title: `hand over ${output.name}`,
    needs: [],
    inputs: ['SoundPlan', file],
    outputs: [outputArtifact(output.name)],
    run: async (context) => {
      const { width, height, style, quality, container } = output
      const made: RenderOutput = {
        schema: 'RenderOutput',
        version: '1.0.0',
        file: file.slice(runFile(run, '').length),
        container,
        codec: 'pcm',
        width,
        height,
        fps: sound.plan.fps,
        frames: sound.plan.frames,
        style: style.id,
        quality,
        adapter: 'none',
        sound: { codec: 'wav', ...(await mixReport(context.store, sound)) },
        segments: [],
        filmHash: sha256Hex(''),
      }
      await context.write(outputArtifact(output.name), made, { parents: ['SoundPlan'], parameters: { build: run.build } })
      return undefined
    },
  }
}

/**
 * Joins segments into a movie, a folder of pictures or a moving picture; answers the codec that was written.
 * @param inOrder all segments, cards in place of holes.
 * @param onceMore the same, when all have been asked for.
 */
async function conform(
  run: FilmRun,
  { store, signal }: TaskContext,
  output: OutputFormat,
  inOrder: () => AsyncIterable<EncodedSegment>,
  onceMore: () => AsyncIterable<EncodedSegment>,
  shape: MovieShape,
  sound?: ConformOptions['sound'],
): Promise<string> {
  const { container, style } = output
  if (isSequence(container)) {
    await conformSequence(inOrder(), shape, store, { folder: runFile(run, output.name), format: container, signal })
    return container
  }
  if (isSoundAlone(container)) throw new RangeError('export: a sound is not joined from segments')
  const sink = await store.open(outputFile(run, output))
  if (!isAnimation(container)) return (await conformMovie(inOrder(), shape, sink, { container, signal, ...(sound ? { sound } : {}) })).codec
  const palette = style.palette?.map((colour) => Number.parseInt(colour.slice(1), 16))
  let passes = 0
  const segments = () => (passes++ === 0 ? inOrder() : onceMore())
  await conformAnimation(container, segments, shape, sink, { signal, ...(palette ? { palette } : {}) })
  return container
}

/** Segments that have been found, from the store once more. */
async function* again({ store, checkpoint }: TaskContext, found: readonly Segment[]): AsyncGenerator<EncodedSegment> {
  for (const { key } of found) {
    await checkpoint()
    const bytes = await store.read(segmentFile(key))
    if (!bytes) throw gone(key)
    yield readSegment(bytes)
  }
}

const gone = (key: string): PipelineError =>
  new PipelineError('export', segmentFile(key), 'the segment has gone from the store', 'run again: only what is missing is rendered')

/** A segment from the store, or a card in its place where a hole was accepted. */
async function segmentOf(
  run: FilmRun,
  { store, warn }: TaskContext,
  job: SegmentJob,
  output: OutputFormat,
  plan: RenderPlan,
): Promise<{ entry: Segment; segment: EncodedSegment }> {
  const bytes = await store.read(segmentFile(job.key))
  if (bytes) {
    const segment = readSegment(bytes)
    return {
      segment,
      entry: {
        key: job.key,
        shotKey: job.shotKey,
        firstFrame: Math.floor(job.first),
        frames: job.frames,
        bytes: bytes.byteLength,
        pictureHashes: [...segment.pictureHashes],
      },
    }
  }
  const renderer = run.crew.renderers[0]
  if (!run.holes || !renderer) throw gone(job.key)
  warn(`${job.address}, ${framesInWords(job)}, is a hole in ${output.name}: run again to fill it`)
  const entry = await renderer.slate(job, output, plan, 'missing')
  const card = await store.read(segmentFile(entry.key))
  if (!card) throw new PipelineError('export', segmentFile(entry.key), 'the card for a hole is not in the store', 'run again')
  return { entry, segment: readSegment(card) }
}
