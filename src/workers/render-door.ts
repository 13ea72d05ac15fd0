import { type Remote, wrap } from 'comlink'
import { applyLookTable, lookTable, STYLES, type Style, styleByName } from '../departments/retro'
import { encodePng } from '../encode'
import { type PassName, type RenderPlan, type Segment, type ShotSlice, sha256Hex } from '../film'
import { type ArtifactStore, LoopbackStore, type OnProgress, OpfsStore, progressOf, throwIfCancelled } from '../pipeline'
import {
  type FilmShape,
  type FrameCost,
  filmFrameAt,
  frameAt,
  type OutputFormat,
  type OutputProbe,
  type RenderHooks,
  type RoughJob,
  type SegmentJob,
  type SpriteCast,
  type SpriteJob,
  styleOfShot,
} from '../production'
import { FilmShotRenderer, formatOf, shootSprites } from '../production/shooting'
import { adapterName, createRenderer, drawWithoutFrames, FilmRenderer, GpuLostError, readTexture, styleImage } from '../render'
import type { ActorBench, ActorBenchOptions, KernelBench, KernelBenchOptions, WorldBench, WorldBenchOptions } from '../render/bench'
import { StyleEngine } from '../render/kernels'
import { type Answer, answer } from './answers'
import type { BuildDoor } from './build-door'
import { startBuildWorker } from './clients'
import { ContactSheet } from './contact-sheet'
import { DETAIL_SIZE } from './detail-size'
import { drawFilmFrame, type SliceFor } from './draw-film-frame'
import type {
  BenchOptions,
  BenchReport,
  SheetRequest,
  SpritesRequest,
  StillRequest,
  StyleImageRequest,
  StyleRef,
  Where,
  WrittenPicture,
  WrittenSprites,
  WrittenStill,
} from './engine-api'
import { GateLine } from './gate-line'
import { layerFiles } from './layer-files'
import { passesExr, passViews } from './pass-files'
import type { PlanDoor } from './plan-door'

export type { SliceFor }

/** Changes with every build of the program: part of a segment's identity. */
declare const __BUILD_ID__: string

/**
 * A renderer's door: stills, contact sheets, films, pictures through a style; on the device of its thread, in a worker or
 * inline. One thing at a time; `cancel` stops it within a frame.
 */
export class RenderDoor {
  #film: FilmRenderer | undefined
  #starting: Promise<FilmRenderer> | undefined
  #adapter = 'none'
  #stop: AbortController | undefined
  #onLost: ((error: GpuLostError) => void) | undefined
  readonly #store: ArtifactStore
  #shotRenderer: FilmShotRenderer | undefined
  #planner: Pick<Remote<PlanDoor>, 'slice'> | undefined
  #builder: Pick<Remote<BuildDoor>, 'bake' | 'parts'> | undefined

  /** @param storeBase URL of a loopback store ending in `/`; without it, the browser's own disk. */
  constructor(storeBase?: string) {
    this.#store = storeBase ? new LoopbackStore(storeBase) : new OpfsStore()
    drawWithoutFrames()
  }

  /**
   * Tells whom to ask for slices while segments are rendered: whoever sends this renderer to work has no use for them, and
   * every message that only passes through a thread stays there until its garbage is collected.
   */
  meetPlanner(port: MessagePort): void {
    this.#planner = wrap<PlanDoor>(port)
  }

  /** Tells who builds what shots are made of: one for all renderers of a run. Without it this renderer starts its own. */
  meetBuilder(port: MessagePort): void {
    this.#builder = wrap<BuildDoor>(port)
  }

  #building(): Pick<Remote<BuildDoor>, 'bake' | 'parts'> {
    this.#builder ??= startBuildWorker().door
    return this.#builder
  }

  /** Starts before there is anything to draw. What is wrong is said when there is. */
  async warm(): Promise<void> {
    await this.#renderer().catch(() => {})
  }

  /** Names the graphics adapter. @throws NoGpuError */
  async adapter(): Promise<string> {
    await this.#renderer()
    return this.#adapter
  }

  /** Stops what is running; it throws CancelledError. */
  cancel(): void {
    this.#stop?.abort()
  }

  /** One frame as a PNG in the store. */
  async still(plan: RenderPlan, sliceFor: SliceFor, request: StillRequest): Promise<WrittenStill> {
    return this.#run(async () => {
      const film = await this.#renderer()
      const { shot, frame } = find(plan, request.where)
      await film.setFormat(formatOf(named(request)), plan.aspect)
      // Two shots that run into each other have no one distance.
      const alone = request.layers !== undefined || request.passes !== undefined
      await drawFilmFrame(film, plan, { shot, frame }, sliceFor, 'frame' in request.where && !alone)
      const hash = await film.hash()
      if (request.layers !== undefined) {
        const picture = await film.readDepth()
        const [stem, name] = [request.file.replace(/\.png$/, ''), request.called ?? 'picture']
        const about = { shot: shot.address, frame, style: named(request).style.id }
        const { layers, files } = await layerFiles(picture, request.layers, name, about)
        const written = [...files].map(([called, bytes]) => ({ file: stem + called.slice(name.length), called, bytes }))
        for (const { file, bytes } of written) await this.#store.write(file, bytes)
        const beside = written.slice(1).map(({ file, called }) => ({ file, called }))
        return { file: request.file, width: picture.width, height: picture.height, hash, layers, beside }
      }
      if (request.passes !== undefined) return this.#passes(film, plan, frame, request.passes, request, hash)
      const native = request.native ? await film.readNative() : undefined
      const picture = native ?? { width: request.width, height: request.height, rgba: await film.readPicture() }
      const palettes = native?.palettes
      await this.#store.write(request.file, await encodePng(picture.rgba, picture.width, picture.height, palettes && { palettes }))
      return { file: request.file, width: picture.width, height: picture.height, hash }
    })
  }

  /** The passes of the frame that was drawn last: layers of one EXR, or PNGs beside the picture's. */
  async #passes(
    film: FilmRenderer,
    plan: RenderPlan,
    frame: number,
    wanted: readonly PassName[],
    { file, called = 'picture', ...size }: StillRequest,
    hash: string,
  ): Promise<WrittenStill> {
    const picture = file.endsWith('.exr') ? undefined : await film.readPicture()
    const passes = await film.passes(frame, wanted)
    const { width, height } = picture ? size : passes
    const made = { file, width, height, hash, passes: wanted }
    if (!picture) {
      await this.#store.write(file, passesExr(passes, plan.fps))
      return made
    }
    await this.#store.write(file, await encodePng(picture, width, height))
    const beside: { file: string; called: string }[] = []
    for (const [name, bytes] of await passViews(passes)) {
      const view = `${file.replace(/\.png$/, '')}.${name}`
      await this.#store.write(view, bytes)
      beside.push({ file: view, called: `${called}.${name}` })
    }
    return { ...made, beside }
  }

  /** A frame from the middle of every shot, in rows; with several styles a row a shot and a column a style. */
  async sheet(plan: RenderPlan, sliceFor: SliceFor, request: SheetRequest, onProgress?: OnProgress): Promise<WrittenPicture> {
    return this.#run(async (signal) => {
      const film = await this.#renderer()
      const styles = request.styles && request.styles.length > 0 ? request.styles : [request.style]
      const shots = request.addresses
        ? request.addresses.map((a) => frameAt(plan, a))
        : plan.shots.map((shot) => ({ shot, frame: Math.floor(shot.frames / 2) }))
      const cells = shots.length * styles.length
      // A row a shot, where there are several; else as square as it goes.
      const isGrid = styles.length > 1 && shots.length > 1
      const columns = isGrid ? styles.length : Math.max(1, Math.min(request.columns ?? Math.ceil(Math.sqrt(cells)), cells))
      const sheet = new ContactSheet(request, columns, cells, request.labels !== undefined)
      const progress = progressOf('sheet', cells, onProgress, () => performance.now())
      let cell = 0
      for (const { shot, frame } of shots) {
        await film.load(await sliceFor(shot.key))
        for (const wanted of styles) {
          throwIfCancelled(signal, 'sheet')
          const style = request.own ? styleOfShot(styleOfRef(wanted), shot) : wanted
          await film.setFormat(formatOf(named({ ...request, style })), plan.aspect)
          film.draw(frame)
          sheet.put(cell, await film.readPicture())
          const label = request.labels?.[cell]
          if (label !== undefined) sheet.label(cell, label)
          cell++
          progress.step(1, `${shot.address} ${styleOfRef(style).id}`)
        }
      }
      const { width, height } = sheet
      const png = await encodePng(sheet.rgba, width, height)
      await this.#store.write(request.file, png)
      return { file: request.file, width, height, hash: sha256Hex(png) }
    })
  }

  /** A character's cycles as a sprite sheet in the store: PNG, and TexturePacker's JSON beside it. */
  async sprites(cast: SpriteCast, request: SpritesRequest, onProgress?: OnProgress): Promise<WrittenSprites> {
    return this.#run(async (signal) => {
      const film = await this.#renderer()
      const { quality, folder, name } = request
      const order = { style: styleOfRef(request.style), quality, file: `${name}.png`, signal, onProgress, now: () => performance.now() }
      const { pages, ...made } = await shootSprites(film, { ...request, ...cast }, order)
      const files: WrittenSprites['files'][number][] = []
      for (const [i, { png, json }] of pages.entries())
        for (const [ending, { file: called, bytes }] of Object.entries({ png, json })) {
          const file = `${folder}sprites-${i}.${ending}`
          await this.#store.write(file, bytes)
          files.push({ file, called, bytes: bytes.byteLength })
        }
      const sizes = pages.map(({ width, height }) => ({ width, height }))
      return { ...made, pages: sizes, files }
    })
  }

  /** How this machine writes an output. */
  probe(output: OutputFormat, film: FilmShape): Promise<Answer<OutputProbe>> {
    return answer(() => this.#run(() => this.#shots().probe(output, film)))
  }

  /** Renders one segment into the store. */
  segment(job: SegmentJob, output: OutputFormat, film: FilmShape, line: MessagePort, promised?: OutputProbe): Promise<Answer<Segment>> {
    return answer(() => this.#hooked(line, (hooks) => this.#shots().segment(job, output, film, hooks, promised)))
  }

  /** Writes a card in place of a segment that could not be made. */
  slate(job: SegmentJob, output: OutputFormat, film: FilmShape, text: string): Promise<Answer<Segment>> {
    return answer(() => this.#shots().slate(job, output, film, text))
  }

  /** Writes small pictures of a shot. */
  rough(job: RoughJob, film: FilmShape, line: MessagePort): Promise<Answer<void>> {
    return answer(() => this.#hooked(line, (hooks) => this.#shots().rough(job, film, hooks)))
  }

  /** Draws a sheet of sprites into a folder of the store; answers the names of its files. */
  spriteSheet(job: SpriteJob, who: SpriteCast, folder: string, line: MessagePort): Promise<Answer<readonly string[]>> {
    return answer(() => this.#hooked(line, (hooks) => this.#shots().sprites(job, who, folder, hooks)))
  }

  /** What a frame of an output takes. */
  measure(shotKey: string, output: OutputFormat, film: FilmShape): Promise<Answer<FrameCost>> {
    return answer(() => this.#run(() => this.#shots().measure(shotKey, output, film, this.#slice)))
  }

  /** The bytes of a file in the store. */
  async read(file: string): Promise<Uint8Array | undefined> {
    return this.#store.read(file)
  }

  /** Somebody's picture through the style engine, as a PNG in the store. */
  async styleImage(request: StyleImageRequest): Promise<WrittenPicture> {
    return this.#run(async () => {
      const { device } = await this.#renderer()
      const bitmap = await createImageBitmap(new Blob([request.image as BlobPart]), { colorSpaceConversion: 'none' })
      const usage =
        GPUTextureUsage.TEXTURE_BINDING |
        GPUTextureUsage.STORAGE_BINDING |
        GPUTextureUsage.COPY_SRC |
        GPUTextureUsage.COPY_DST |
        GPUTextureUsage.RENDER_ATTACHMENT
      const texture = (width: number, height: number) => device.createTexture({ size: [width, height], format: 'rgba8unorm', usage })
      const look = texture(bitmap.width, bitmap.height)
      device.queue.copyExternalImageToTexture({ source: bitmap }, { texture: look }, [bitmap.width, bitmap.height])
      const style = styleOfRef(request.style)
      // Of the film's look, what a finished picture can still be given: grade, CDL and table.
      const table = lookTable(style.film)
      if (table) {
        const graded = await readTexture(device, look)
        applyLookTable(table, graded)
        device.queue.writeTexture({ texture: look }, graded, { bytesPerRow: look.width * 4 }, [look.width, look.height])
      }
      const size = { width: request.width ?? bitmap.width, height: request.height ?? bitmap.height }
      const out = texture(size.width, size.height)
      const engine = await StyleEngine.create(device, [style])
      try {
        const shown = await styleImage(device, engine, style, look, out)
        const picture = request.native ? shown : out
        const rgba = await readTexture(device, picture)
        const png = await encodePng(rgba, picture.width, picture.height)
        await this.#store.write(request.file, png)
        return { file: request.file, width: picture.width, height: picture.height, hash: sha256Hex(png) }
      } finally {
        engine.destroy()
        look.destroy()
        out.destroy()
        bitmap.close()
      }
    })
  }

  /** Milliseconds a frame in every style, every kernel against a copy, and export against rendering alone. */
  async bench(plan: RenderPlan, sliceFor: SliceFor, { parts, ...size }: BenchOptions, onProgress?: OnProgress): Promise<BenchReport> {
    const { benchKernels } = await import('../render/bench')
    const { benchExport, benchStyles, EXPORT_ROUNDS } = await import('./bench-film')
    const film = await this.#renderer()
    const runs = 5
    // Rounds of the export, with the one that does not count, are of two works.
    const steps = { kernels: runs + 1, styles: STYLES.length, export: 2 * (EXPORT_ROUNDS + 1) }
    const total = parts.reduce((sum, part) => sum + steps[part], 0)
    const progress = progressOf('bench', total, onProgress, () => performance.now())
    const { width, height } = size
    const kernels = parts.includes('kernels')
      ? await benchKernels(film.device, { width, height, runs }, () => progress.step(1, 'kernels'))
      : undefined
    const shot = plan.shots[0]
    if (!shot) throw new Error('bench: the film has no shots')
    await film.load(await sliceFor(shot.key))
    const told = (what: string) => progress.step(1, what)
    const frames = parts.includes('styles') ? await benchStyles(film, plan, shot, size, told) : undefined
    const exported = parts.includes('export')
      ? await benchExport(film, plan, shot, (store) => this.#shotRendererOn(store), sliceFor, size, told)
      : undefined
    return {
      adapter: this.#adapter,
      ...(kernels && { kernels }),
      ...(frames && { frames }),
      ...(exported && { exportOverRender: exported.ratio, exported }),
    }
  }

  /** Kernels against a compute copy. */
  async benchKernels(options: KernelBenchOptions, onProgress?: OnProgress): Promise<KernelBench> {
    const { benchKernels } = await import('../render/bench')
    const { device } = await this.#renderer()
    const progress = progressOf('bench', options.runs + 1, onProgress, () => performance.now())
    return benchKernels(device, options, () => progress.step(1, 'kernels'))
  }

  /** Ten people against ten boxes, and how long posing them takes. */
  async benchActors(options: ActorBenchOptions): Promise<ActorBench & { readonly adapter: string }> {
    const { benchActors } = await import('../render/bench')
    const { renderer } = await this.#renderer()
    return { adapter: this.#adapter, ...(await benchActors(renderer, options)) }
  }

  /** Preview frames of every shot of a film, its cuts, and one floor with more and more things. */
  async benchWorld(
    plan: RenderPlan,
    sliceFor: SliceFor,
    options: WorldBenchOptions,
    onProgress?: OnProgress,
  ): Promise<WorldBench & { readonly adapter: string }> {
    const { benchWorld } = await import('../render/bench')
    const film = await this.#renderer()
    const slices = await Promise.all(plan.shots.map((s) => sliceFor(s.key)))
    const progress = progressOf('bench', slices.length + options.props.length, onProgress, () => performance.now())
    return { adapter: this.#adapter, ...(await benchWorld(film, slices, options, () => progress.step(1, 'frames'))) }
  }

  #shots(): FilmShotRenderer {
    this.#shotRenderer ??= this.#shotRendererOn(this.#store)
    return this.#shotRenderer
  }

  #shotRendererOn(store: ArtifactStore): FilmShotRenderer {
    return new FilmShotRenderer({
      film: () => this.#renderer(),
      store,
      adapter: () => this.#adapter,
      build: __BUILD_ID__,
      now: () => performance.now(),
    })
  }

  /** The renderer on this thread's device; one, also where it is asked for while it starts. @throws NoGpuError */
  #renderer(): Promise<FilmRenderer> {
    if (this.#film) return Promise.resolve(this.#film)
    this.#starting ??= this.#start().finally(() => {
      this.#starting = undefined
    })
    return this.#starting
  }

  async #start(): Promise<FilmRenderer> {
    const builder = this.#building()
    const baked = builder.bake(DETAIL_SIZE)
    const renderer = await createRenderer(new OffscreenCanvas(16, 16))
    this.#adapter = await adapterName()
    const film = await FilmRenderer.create(renderer, await baked, { parts: async (slice, have) => builder.parts(slice, have) })
    this.#film = film
    void film.device.lost.then((info) => {
      if (this.#film !== film) return
      this.#film = undefined
      this.#onLost?.(new GpuLostError(info.message))
    })
    return film
  }

  readonly #slice = async (shotKey: string): Promise<ShotSlice> => {
    if (!this.#planner) throw new Error('this renderer knows no planner')
    return this.#planner.slice(shotKey)
  }

  /** Work that a run in another thread pauses and stops. */
  async #hooked<T>(port: MessagePort, work: (hooks: Pick<RenderHooks, 'sliceFor' | 'gate'>) => Promise<T>): Promise<T> {
    const line = new GateLine(port, () => performance.now())
    try {
      return await this.#run(() => work({ sliceFor: this.#slice, gate: (done, picture) => line.gate(done, picture) }))
    } finally {
      line.close()
    }
  }

  async #run<T>(work: (signal: AbortSignal) => Promise<T>): Promise<T> {
    if (this.#stop) throw new Error('the renderer is busy: cancel what is running, or wait for it')
    const stop = new AbortController()
    this.#stop = stop
    try {
      await this.#renderer()
      // One listener for a device's life: promises that wait for its end would be kept as long as it lives.
      return await new Promise<T>((resolve, reject) => {
        this.#onLost = reject
        work(stop.signal).then(resolve, reject)
      })
    } finally {
      this.#onLost = undefined
      this.#stop = undefined
    }
  }
}

const find = (plan: RenderPlan, where: Where) => ('at' in where ? frameAt(plan, where.at) : filmFrameAt(plan, where.frame))

/** With the style that is named. @throws RangeError */
const named = <T extends { readonly style: StyleRef }>(request: T) => ({ ...request, style: styleOfRef(request.style) })

/** @throws RangeError for a name that none has. */
const styleOfRef = (style: StyleRef): Style => (typeof style === 'string' ? styleByName(style) : style)
