import { isWhole, keepsLook } from '../../departments/retro'
import {
  BITS_PER_PIXEL,
  chooseVideoCodec,
  type EncodedSegment,
  encodePng,
  exrChoice,
  frontOf,
  holdsPictures,
  isAnimation,
  isSoundAlone,
  lightOfPicture,
  openPictureEncoder,
  type PictureChoice,
  type PictureLight,
  pictureOfLight,
  pngChoice,
  SegmentEncoder,
  type VideoChoice,
  writeSegment,
} from '../../encode'
import { type FrameRate, hashOf, type Segment, type ShotSlice, sha256Hex } from '../../film'
import { type ArtifactStore, CancelledError, PipelineError } from '../../pipeline'
import { type FilmRenderer, type NativePicture, type PictureFormat, qualityByName } from '../../render'
import type { FilmShape, FrameCost, OutputFormat, OutputProbe, RenderHooks, RoughJob, ShotRenderer, SpriteJob } from '../crew'
import { styleOfShot } from '../master'
import { frameOfPicture, type SegmentJob, segmentFile, segmentPicture } from '../segments'
import type { SpriteCast } from '../sprites'
import { drawSlate } from './draw-slate'
import { FrameCanvas } from './frame-canvas'
import { shootSprites } from './sprite-shooter'

/** What the house's renderer works with. */
export interface FilmShotRendererParts {
  /** The renderer on this thread's device; a new one after the device was lost. @throws NoGpuError */
  readonly film: () => Promise<FilmRenderer>
  readonly store: ArtifactStore
  /** Names the graphics adapter, once there is a renderer. */
  readonly adapter: () => string
  /** Names the build of the renderer. */
  readonly build: string
  /** Milliseconds, monotonic. */
  readonly now: () => number
}

/** What a renderer asks while it draws. */
type Asking = Pick<RenderHooks, 'sliceFor' | 'gate'>

/** Width of the small pictures that show how a segment looks. */
const PICTURE_WIDTH = 320

/** Renders shots with the house's own FilmRenderer, and encodes them. One thing at a time. */
export class FilmShotRenderer implements ShotRenderer {
  readonly #parts: FilmShotRendererParts
  #film: FilmRenderer | undefined
  #small = new OffscreenCanvas(2, 2)
  #frames: FrameCanvas | undefined
  /** Of the segment drawn last, by hash: another copy of the same slice would be built anew. */
  #slices: ReadonlyMap<string, ShotSlice> = new Map()

  constructor(parts: FilmShotRendererParts) {
    this.#parts = parts
  }

  async probe(output: OutputFormat, film: FilmShape): Promise<OutputProbe> {
    const { device } = await this.#renderer()
    const choice = await choiceFor(output, film)
    if (choice.family === 'png' || choice.family === 'exr')
      return { codec: choice.codec, probe: choice.codec, adapter: this.#parts.adapter(), build: this.#parts.build }
    const front = { codec: choice.codec, probe: await this.#probeEncode(device, choice, output.fps ?? film.fps) }
    const { asked } = choice
    return { ...front, ...(asked ? { asked } : {}), adapter: this.#parts.adapter(), build: this.#parts.build }
  }

  async segment(job: SegmentJob, of: OutputFormat, film: FilmShape, hooks: Asking, promised?: OutputProbe): Promise<Segment> {
    const output = { ...of, style: styleOfShot(of.style, job, isAnimation(of.container)) }
    const renderer = await this.#ready(output, film)
    await this.#putOnStage(renderer, job, hooks)
    const encoder = openPictureEncoder(await choiceFor(output, film), output.fps ?? film.fps, headOf(job))
    const frames = encoder.needs === 'canvas' ? this.#frameCanvas(renderer.device, renderer.output) : undefined
    const middle = job.frames >> 1
    let picture: string | undefined
    try {
      for (let f = 0; f < job.frames; f++) {
        if (!(await hooks.gate(f, picture))) throw new CancelledError('render')
        drawPicture(renderer, job, f)
        if (frames) {
          const hash = renderer.hash()
          frames.show(renderer.output)
          const shown = f === middle ? this.#shrink(frames.canvas) : undefined
          await encoder.add(frames.canvas, hash)
          if (shown) picture = await this.#keepPicture(shown, job.key)
        } else {
          const { width, height } = output
          const exact = encoder.needs === 'light' ? await this.#light(renderer, output) : await this.#pixels(renderer, output)
          if (f === middle) {
            const rgba = 'light' in exact ? pictureOfLight(exact.light) : exact.rgba
            picture = await this.#keepPicture(this.#shrink(pictureCanvas(rgba, width, height)), job.key)
          }
          await encoder.add(exact, sha256Hex('light' in exact ? bytesOf(exact.light) : exact.rgba))
        }
      }
      const segment = await encoder.finish()
      if (promised) this.#check(segment, job.address, promised)
      return await this.#write(job, segment)
    } finally {
      encoder.close()
    }
  }

  async slate(job: SegmentJob, output: OutputFormat, film: FilmShape, text: string): Promise<Segment> {
    const hole = { ...job, key: hashOf({ hole: job.key }) }
    const encoder = openPictureEncoder(await choiceFor(output, film), output.fps ?? film.fps, headOf(hole))
    const card = drawSlate(output.width, output.height, [job.address, text])
    const rgba = card.getContext('2d')?.getImageData(0, 0, output.width, output.height).data
    try {
      const exact = rgba && (encoder.needs === 'light' ? { light: lightOfPicture(rgba) } : { rgba })
      for (let f = 0; f < job.frames; f++) await encoder.add(encoder.needs === 'canvas' || !exact ? card : exact, 'hole')
      return { ...(await this.#write(hole, await encoder.finish())), hole: true }
    } finally {
      encoder.close()
    }
  }

  async rough(job: RoughJob, film: FilmShape, hooks: Asking): Promise<void> {
    const { store } = this.#parts
    const renderer = await this.#ready({ ...job, quality: 'draft' }, film)
    await renderer.load(await hooks.sliceFor(job.shotKey))
    let last: string | undefined
    for (const [i, frame] of job.frames.entries()) {
      if (!(await hooks.gate(i, last))) throw new CancelledError('render')
      renderer.draw(frame)
      last = job.files[i] as string
      await store.write(last, await encodePng(await renderer.readPicture(), job.width, job.height))
    }
    await hooks.gate(job.frames.length, last)
  }

  async sprites(job: SpriteJob, who: SpriteCast, folder: string, { gate }: Pick<RenderHooks, 'gate'>): Promise<readonly string[]> {
    const { store, now } = this.#parts
    const renderer = await this.#parts.film()
    const { name, style, quality, frames } = job
    const order = { style, quality, file: `${name}.png`, now, gate }
    const { pages } = await shootSprites(renderer, { ...job, ...who, framesPerCycle: frames }, order)
    const files = pages.flatMap(({ png, json }) => [png, json])
    for (const { file, bytes } of files) await store.write(`${folder}${file}`, bytes)
    return files.map(({ file }) => file)
  }

  async measure(shotKey: string, output: OutputFormat, film: FilmShape, sliceFor: RenderHooks['sliceFor']): Promise<FrameCost> {
    const renderer = await this.#ready(output, film)
    const slice = await sliceFor(shotKey)
    await renderer.load(slice)
    const times: FrameCost[] = []
    // The first frame compiles and uploads: it is drawn and not counted.
    for (let f = 0; f < 4; f++) {
      const start = this.#parts.now()
      renderer.draw(Math.min(f, slice.shot.frames - 1))
      const threadMs = this.#parts.now() - start
      await renderer.device.queue.onSubmittedWorkDone()
      if (f > 0) times.push({ ms: this.#parts.now() - start, threadMs })
    }
    return times.sort((a, b) => a.ms - b.ms)[1] as FrameCost
  }

  /** Canvases of a renderer that was lost are as good as lost too. */
  async #renderer(): Promise<FilmRenderer> {
    const film = await this.#parts.film()
    if (film !== this.#film) {
      this.#film = film
      this.#frames = undefined
      this.#small = new OffscreenCanvas(2, 2)
    }
    return film
  }

  async #ready(output: PictureWish & Partial<Pick<OutputFormat, 'container'>>, { aspect }: FilmShape): Promise<FilmRenderer> {
    const renderer = await this.#renderer()
    const light = output.container === 'exr' && keepsLook(output.style)
    await renderer.setFormat({ ...formatOf(output), ...(light ? { light } : {}) }, aspect)
    return renderer
  }

  async #write(job: SegmentJob, segment: Parameters<typeof writeSegment>[0]): Promise<Segment> {
    const bytes = writeSegment(segment)
    await this.#parts.store.write(segmentFile(job.key), bytes)
    return {
      key: job.key,
      shotKey: job.shotKey,
      firstFrame: Math.floor(job.first),
      frames: job.frames,
      bytes: bytes.byteLength,
      pictureHashes: [...segment.pictureHashes],
    }
  }

  /** Builds what a segment shows; what stands there already for the segment before is left standing. */
  async #putOnStage(renderer: FilmRenderer, { shotKey, slice, cross }: SegmentJob, { sliceFor }: Asking): Promise<void> {
    const wanted = [{ shotKey, slice }, ...(cross ? [cross] : [])]
    const slices: ShotSlice[] = []
    for (const { shotKey, slice } of wanted) slices.push(this.#slices.get(slice) ?? (await sliceFor(shotKey)))
    this.#slices = new Map(wanted.map((w, i) => [w.slice, slices[i] as ShotSlice]))
    const [first, second] = slices as [ShotSlice, ShotSlice?]
    await (second ? renderer.loadPair(first, second) : renderer.load(first))
  }

  /** The picture's light where the style keeps the look; else its eight-bit colours, decoded. */
  async #light(renderer: FilmRenderer, output: OutputFormat): Promise<PictureLight> {
    if (keepsLook(output.style)) return renderer.readLight()
    return { light: lightOfPicture((await this.#pixels(renderer, output)).rgba) }
  }

  /** The machine's own pixels where they are what is delivered, or whole numbers of them; else the picture. */
  async #pixels(renderer: FilmRenderer, { width, height, style }: OutputFormat): Promise<{ readonly rgba: Uint8Array }> {
    const own = style.resolution?.width === width && style.resolution.height === height
    if (own) return renderer.readNative()
    const whole = style.display.kind === 'plain' && isWhole(style, { width, height })
    return { rgba: whole ? enlarged(await renderer.readNative(), width, height) : await renderer.readPicture() }
  }

  /** A picture, small. */
  #shrink(canvas: OffscreenCanvas): OffscreenCanvas {
    const { width, height } = canvas
    this.#small.width = Math.min(PICTURE_WIDTH, width)
    this.#small.height = Math.max(1, Math.round((this.#small.width * height) / width))
    this.#small.getContext('2d')?.drawImage(canvas, 0, 0, this.#small.width, this.#small.height)
    return this.#small
  }

  async #keepPicture(canvas: OffscreenCanvas, key: string): Promise<string> {
    const blob = await canvas.convertToBlob({ type: 'image/jpeg', quality: 0.8 })
    const file = segmentPicture(key)
    await this.#parts.store.write(file, new Uint8Array(await blob.arrayBuffer()))
    return file
  }

  /** The canvas that frames are taken from: another one for every size. */
  #frameCanvas(device: GPUDevice, size: { readonly width: number; readonly height: number }): FrameCanvas {
    if (!this.#frames?.fits(size)) this.#frames = new FrameCanvas(device, size.width, size.height)
    return this.#frames
  }

  /** Hash of what this encoder writes in front of its packets (avcC): segments of unlike encoders must not be joined. */
  async #probeEncode(device: GPUDevice, choice: VideoChoice, fps: FrameRate): Promise<string> {
    const frames = this.#frameCanvas(device, choice.config)
    const encoder = new SegmentEncoder(choice, fps, { key: 'probe', shotKey: 'probe', firstFrame: 0, frames: 1 })
    try {
      frames.clear()
      await encoder.add(frames.canvas)
      return frontOf((await encoder.finish()).decoder)
    } finally {
      encoder.close()
    }
  }

  /** @throws PipelineError where a segment is of another encoder or adapter than its key says. */
  #check(segment: EncodedSegment, address: string, { probe, adapter }: OutputProbe): void {
    const now = this.#parts.adapter()
    const problem =
      now !== adapter
        ? `the graphics adapter is ${now} now, it was ${adapter}`
        : frontOf(segment.decoder) !== probe
          ? `the browser encodes ${segment.decoder.codec} otherwise than it did`
          : undefined
    if (problem === undefined) return
    this.#frames = undefined
    throw new PipelineError('encode', address, problem, 'run again: what does not belong together is rendered again', {
      type: 'encode',
      transient: true,
    })
  }
}

/** Draws a segment's picture, `n` from 0: of one shot, or of two that run into each other. */
function drawPicture(renderer: FilmRenderer, job: SegmentJob, n: number): void {
  const { cross, step } = job
  const frame = frameOfPicture(job, n)
  if (!cross) {
    renderer.draw(frame)
    return
  }
  const { kind, length, at } = cross
  // Neither end is all one shot: those frames stand before and after.
  const t = (frameOfPicture({ first: at, step }, n) + 1) / (length + 1)
  renderer.drawTransition({ kind, frameA: frame, frameB: frameOfPicture({ first: cross.first, step }, n), t, length })
}

/** A picture of whole numbers of columns and lines for each pixel. */
function enlarged(native: NativePicture, width: number, height: number): Uint8Array {
  const from = new Uint32Array(native.rgba.buffer, native.rgba.byteOffset, native.width * native.height)
  const to = new Uint32Array(width * height)
  const [across, down] = [width / native.width, height / native.height]
  for (let y = 0; y < native.height; y++) {
    const row = y * down * width
    for (let x = 0; x < native.width; x++) to.fill(from[y * native.width + x]!, row + x * across, row + (x + 1) * across)
    for (let line = 1; line < down; line++) to.copyWithin(row + line * width, row, row + width)
  }
  return new Uint8Array(to.buffer)
}

/** Half floats as bytes, little endian as every machine that browsers run on. */
const bytesOf = ({ buffer, byteOffset, byteLength }: Uint16Array): Uint8Array => new Uint8Array(buffer, byteOffset, byteLength)

const headOf = ({ key, shotKey, first, frames }: SegmentJob) => ({ key, shotKey, firstFrame: Math.floor(first), frames })

/** @throws RangeError naming quality or size. */
export function formatOf({ style, width, height, quality }: PictureWish): PictureFormat {
  return { style, width, height, quality: qualityByName(quality) }
}

type PictureWish = Pick<OutputFormat, 'width' | 'height' | 'style' | 'quality'>

async function choiceFor(
  { width, height, quality, container, codec, standIn, ...own }: OutputFormat,
  film: FilmShape,
): Promise<PictureChoice> {
  if (container === 'exr') return exrChoice(width, height)
  if (holdsPictures(container)) return pngChoice(width, height)
  if (isSoundAlone(container)) throw new RangeError('shots: a sound has no pictures')
  return chooseVideoCodec({
    width,
    height,
    fps: own.fps ?? film.fps,
    container,
    bitsPerPixel: BITS_PER_PIXEL[quality] ?? 0.14,
    ...(codec ? { want: codec } : {}),
    ...(standIn === undefined ? {} : { standIn }),
  })
}

function pictureCanvas(rgba: Uint8Array | Uint8ClampedArray, width: number, height: number): OffscreenCanvas {
  const canvas = new OffscreenCanvas(width, height)
  canvas.getContext('2d')?.putImageData(new ImageData(new Uint8ClampedArray(rgba), width, height), 0, 0)
  return canvas
}
