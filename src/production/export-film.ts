import {
  BITS_PER_PIXEL,
  chooseVideoCodec,
  conformMovie,
  type EncodedSegment,
  readSegment,
  SEGMENT_FRAMES,
  SegmentEncoder,
  type VideoChoice,
  type VideoFamily,
  writeSegment,
} from '../encode'
import { hashOf, type RenderOutput, type RenderPlan, type Segment, type ShotSlice, sha256Hex } from '../film'
import { type ArtifactStore, type OnProgress, PipelineError, progressOf, throwIfCancelled } from '../pipeline'
import type { FilmRenderer, PictureFormat } from '../render'
import type { ShotRange } from './find-frame'

/** What to make of a planned film. */
export interface ExportRequest {
  readonly plan: RenderPlan
  /** In film order. */
  readonly ranges: readonly ShotRange[]
  readonly format: PictureFormat
  readonly codec?: VideoFamily
  /** Name of the movie in the store: `night-owls.mp4`. */
  readonly file: string
  /** Names the graphics adapter and the build of the renderer: both are part of a segment's identity. */
  readonly adapter: string
  readonly build: string
  /** Render again what is already there. */
  readonly force?: boolean
}

export interface ExportContext {
  readonly renderer: FilmRenderer
  /** Canvas of the output's size; pictures pass through it to the encoder. */
  readonly canvas: OffscreenCanvas
  readonly store: ArtifactStore
  /** Everything a shot depends on, by key. */
  readonly sliceFor: (shotKey: string) => Promise<ShotSlice>
  readonly signal?: AbortSignal
  readonly onProgress?: OnProgress
  /** Milliseconds, monotonic. */
  readonly now: () => number
}

/** One segment still to be looked up or made. */
interface SegmentJob {
  readonly key: string
  readonly range: ShotRange
  readonly first: number
  readonly frames: number
}

const segmentName = (key: string) => `segments/${key.slice(0, 40)}.seg`

/** Cuts stretches of shots into segments whose borders stand at multiples of 48 frames of the shot, so that other ranges find them again. */
export function segmentJobs(request: ExportRequest, codec: VideoChoice, probe: string): SegmentJob[] {
  const { format, plan, adapter, build } = request
  const output = {
    width: format.width,
    height: format.height,
    style: format.style,
    quality: format.quality,
    fps: plan.fps,
    codec: { ...codec.config },
    probe,
    adapter,
    build,
  }
  const outputHash = hashOf(JSON.parse(JSON.stringify(output)))
  return request.ranges.flatMap((range) => {
    const jobs: SegmentJob[] = []
    const end = range.first + range.frames
    for (let first = range.first; first < end; ) {
      const frames = Math.min(end, (Math.floor(first / SEGMENT_FRAMES) + 1) * SEGMENT_FRAMES) - first
      jobs.push({ key: hashOf({ slice: range.shot.sliceHash, output: outputHash, first, frames }), range, first, frames })
      first += frames
    }
    return jobs
  })
}

/**
 * Renders what is missing, encodes it by segments, and joins all segments into the movie. Segments are written as they
 * are finished: a run that is cut off goes on where it was, and a changed shot is the only one rendered again.
 * @throws CancelledError within a frame of the signal; PipelineError naming shot and remedy.
 */
export async function exportFilm(request: ExportRequest, context: ExportContext): Promise<RenderOutput> {
  const { plan, format } = request
  const { renderer, canvas, store, signal, now } = context
  const codec = await chooseVideoCodec({
    width: format.width,
    height: format.height,
    fps: plan.fps,
    bitsPerPixel: BITS_PER_PIXEL[format.quality.name],
    ...(request.codec ? { want: request.codec } : {}),
  })
  renderer.setFormat(format, plan.aspect)
  const present = presenter(renderer, canvas)
  const probe = await probeEncode(codec, plan, canvas)
  const jobs = segmentJobs(request, codec, probe)
  const frames = jobs.reduce((n, j) => n + j.frames, 0)
  const progress = progressOf('render', frames, context.onProgress, now)
  const segments: Segment[] = []

  for (const job of jobs) {
    throwIfCancelled(signal, 'render')
    const name = segmentName(job.key)
    const found = request.force ? undefined : await readWhole(store, name, job.key)
    if (found) {
      progress.skip(job.frames, job.range.shot.address)
      segments.push(entryOf(job, found.bytes, found.segment))
      continue
    }
    const slice = await context.sliceFor(job.range.shot.key)
    await renderer.load(slice)
    const encoder = new SegmentEncoder(
      codec,
      plan.fps,
      { key: job.key, shotKey: slice.shot.key, firstFrame: job.first, frames: job.frames },
      signal,
    )
    try {
      for (let f = 0; f < job.frames; f++) {
        throwIfCancelled(signal, 'render')
        renderer.draw(job.first + f)
        const hash = renderer.hash()
        present()
        await encoder.add(canvas, hash)
        progress.step(1, job.range.shot.address)
      }
      const segment = await encoder.finish()
      const bytes = writeSegment(segment)
      throwIfCancelled(signal, 'render')
      await store.write(name, bytes, signal)
      segments.push(entryOf(job, bytes.byteLength, segment))
    } finally {
      encoder.close()
    }
  }

  async function* inOrder(): AsyncGenerator<EncodedSegment> {
    for (const job of jobs) {
      const found = await readWhole(store, segmentName(job.key), job.key)
      if (!found)
        throw new PipelineError(
          'conform',
          segmentName(job.key),
          'the segment has gone from the store',
          'run again: only what is missing is rendered',
        )
      yield found.segment
    }
  }
  const sink = await store.open(request.file)
  const movie = await conformMovie(inOrder(), { width: format.width, height: format.height, fps: plan.fps, frames }, sink, {
    now,
    ...(signal ? { signal } : {}),
    ...(context.onProgress ? { onProgress: context.onProgress } : {}),
  })
  return {
    schema: 'RenderOutput',
    version: '1.0.0',
    file: request.file,
    container: 'mp4',
    codec: movie.codec,
    width: format.width,
    height: format.height,
    fps: plan.fps,
    frames,
    style: format.style.id,
    quality: format.quality.name,
    adapter: request.adapter,
    segments,
    filmHash: sha256Hex(segments.flatMap((s) => s.pictureHashes).join('')),
  }
}

const entryOf = (job: SegmentJob, bytes: number, segment: EncodedSegment): Segment => ({
  key: job.key,
  shotKey: job.range.shot.key,
  firstFrame: job.first,
  frames: job.frames,
  bytes,
  pictureHashes: [...segment.pictureHashes],
})

/** A segment that is there, whole and what its name says; a damaged one counts as missing. */
async function readWhole(store: ArtifactStore, name: string, key: string): Promise<{ segment: EncodedSegment; bytes: number } | undefined> {
  const bytes = await store.read(name)
  if (!bytes) return
  try {
    const segment = readSegment(bytes)
    return segment.key === key ? { segment, bytes: bytes.byteLength } : undefined
  } catch {
    return
  }
}

/** Shows the finished picture on the canvas that frames are taken from; no object of the GPU but the canvas' own texture is made a frame. */
function presenter(renderer: FilmRenderer, canvas: OffscreenCanvas): () => void {
  const { output, device } = renderer
  canvas.width = output.width
  canvas.height = output.height
  const context = canvas.getContext('webgpu')
  if (!context)
    throw new PipelineError('render', 'canvas', 'the browser gives no WebGPU canvas to this worker', 'use a current Chrome, Edge or Safari')
  context.configure({
    device,
    format: 'rgba8unorm',
    usage: GPUTextureUsage.RENDER_ATTACHMENT | GPUTextureUsage.COPY_DST,
    alphaMode: 'opaque',
  })
  const size = [output.width, output.height]
  return () => {
    const encoder = device.createCommandEncoder({ label: 'present' })
    encoder.copyTextureToTexture({ texture: output }, { texture: context.getCurrentTexture() }, size)
    device.queue.submit([encoder.finish()])
  }
}

/** What this encoder writes in front of its packets (avcC), as hex: segments of unlike encoders must not be joined. */
async function probeEncode(codec: VideoChoice, plan: RenderPlan, canvas: OffscreenCanvas): Promise<string> {
  const blank = new OffscreenCanvas(canvas.width, canvas.height)
  blank.getContext('2d')?.fillRect(0, 0, 1, 1)
  const encoder = new SegmentEncoder(codec, plan.fps, { key: 'probe', shotKey: 'probe', firstFrame: 0, frames: 1 })
  try {
    await encoder.add(blank)
    const { decoder } = await encoder.finish()
    return hashOf({ codec: decoder.codec, description: Array.from(decoder.description ?? []) })
  } finally {
    encoder.close()
  }
}
