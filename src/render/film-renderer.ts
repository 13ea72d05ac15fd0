import type { WebGPURenderer } from 'three/webgpu'
import { cropFor, type DepthPicture, mixedTone, type Style, type Tone } from '../departments/retro'
import type { FrameState, PassName, ShotSlice } from '../film'
import { frameState } from '../motion'
import { type CameraView, prepareInline, type ShotParts, ShotStage, type StageBake } from '../stage'
import { Distance, Ink, type MixKind, MixPictures, mixParams, type PendingHash, PictureHash, StyleEngine } from './kernels'
import { compileScene, LookPipeline, LookTables, type MakeLookTable } from './look'
import { type FramePasses, PassDrawing } from './passes'
import { expectEven, expectLook, heldFrame, lookSizeFor, type PictureFormat } from './picture-format'
import { PictureReader } from './picture-reader'
import { idsOf, lightInFrame, palettesOf } from './read-values'
import { type DrawnLook, type LookPlace, ShotLook } from './shot-look'
import { ShotPalettes, type ShotSettings, type SolvePalettes } from './shot-palettes'
import { ShotProber } from './shot-prober'
import { compileInTurn } from './thread-device'
import { deviceOf, gpuTextureOf } from './three-internals'

/** The style's own pixels. */
export interface NativePicture {
  readonly width: number
  readonly height: number
  /** Four bytes a pixel, top row first. */
  readonly rgba: Uint8Array<ArrayBuffer>
  /** Of a machine whose cells take one palette each: those palettes, of colours as `0xrrggbb`. */
  readonly palettes?: readonly (readonly number[])[]
}

/** A finished picture as display-referred linear light: 0 is black, 1 is white; Rec. 709 primaries. */
export interface LightPicture {
  readonly width: number
  readonly height: number
  /** Half floats as bits, four a pixel, top row first. */
  readonly light: Uint16Array
}

/** Whole numbers that tell the scene's objects apart, a pixel each, top row first. */
export interface IdPicture {
  readonly width: number
  readonly height: number
  readonly ids: Uint32Array
}

/** A moment at which two shots are seen at once. */
export interface TransitionFrame {
  readonly kind: MixKind
  /** Whole frame in the shot that goes. */
  readonly frameA: number
  /** Whole frame in the shot that comes. */
  readonly frameB: number
  /** 0 all the first shot, 1 all the second. */
  readonly t: number
  /** Frames that the transition lasts: with it, a machine that animates slower holds the mixture with its poses. */
  readonly length?: number
}

/** What takes longer than a page may be held up: done in this thread where it is not said who does it. */
export interface Elsewhere {
  /** Settles shots' colours. */
  readonly palettes?: SolvePalettes
  /** Makes film looks' tables of colours. */
  readonly table?: MakeLookTable
  /** Builds what shots are made of; see `prepareShot`. */
  readonly parts?: (slice: ShotSlice, have: readonly string[]) => Promise<ShotParts>
}

/** Whether a style's ink, and not its pixels, makes a shot's tones: it leaves few of them. */
const makesTones = ({ ink }: Style): boolean => ink.paint === 'stipple'

/** Looks that are kept, one a quality: of the picture, of thumbnails. */
const MOST_LOOKS = 2

/**
 * Draws frames of a film: the same for the viewport and for export. Frame state → stage → look → style, all on one
 * device; the finished picture is in `output` (rgba8unorm). Nothing of a picture depends on what was drawn before.
 */
export class FilmRenderer {
  readonly renderer: WebGPURenderer
  readonly device: GPUDevice
  readonly stage: ShotStage
  readonly #styles: StyleEngine
  readonly #hash: PictureHash
  readonly #mix: MixPictures
  /** Made by the first format of light. */
  #lightMix: MixPictures | undefined
  readonly #ink: Ink
  readonly #shotLook: ShotLook
  readonly #prober: ShotProber
  #look: LookPipeline | undefined
  /** Looks of the qualities drawn last, latest first: making one anew takes many frames' time. */
  #looks: LookPipeline[] = []
  #format: PictureFormat | undefined
  #output: GPUTexture | undefined
  #slice: ShotSlice | undefined
  /** The shot that `slice` runs into, when both are loaded. */
  #next: ShotSlice | undefined
  /** Both shots' looks as one; made by the first transition. */
  #mixture: GPUTexture | undefined
  /** The light drawn last, as large as the look. */
  #light: GPUTexture | undefined
  readonly #palettes: ShotPalettes
  readonly #tables: LookTables
  readonly #partsOf: NonNullable<Elsewhere['parts']>
  /** Numbers that tell slices apart, for the pictures that are kept. */
  readonly #numbers = new WeakMap<ShotSlice, number>()
  #slices = 0
  readonly #reader: PictureReader
  /** Made when passes are first asked for. */
  #passes: PassDrawing | undefined
  /** Made when layers are first asked for. */
  #distance: Distance | undefined

  private constructor(
    renderer: WebGPURenderer,
    stage: ShotStage,
    styles: StyleEngine,
    hash: PictureHash,
    mix: MixPictures,
    ink: Ink,
    elsewhere: Elsewhere,
  ) {
    this.renderer = renderer
    this.device = deviceOf(renderer)
    this.stage = stage
    this.#styles = styles
    this.#hash = hash
    this.#mix = mix
    this.#ink = ink
    this.#reader = new PictureReader(this.device)
    this.#tables = new LookTables(elsewhere.table)
    this.#partsOf = elsewhere.parts ?? prepareInline
    this.#shotLook = new ShotLook(renderer, this.device, stage, ink, this.#tables)
    this.#prober = new ShotProber({ renderer, device: this.device, stage, look: this.#shotLook, styles, reader: this.#reader })
    this.#palettes = new ShotPalettes((slice, frame, style, tone) => this.#prober.probe(slice, frame, style, tone), elsewhere.palettes)
  }

  /**
   * @param renderer initialised and configured by `createRenderer` or `configureRenderer`.
   * @param elsewhere does what takes long, for a thread that must not be held up.
   */
  static async create(renderer: WebGPURenderer, bake: StageBake, elsewhere: Elsewhere = {}): Promise<FilmRenderer> {
    const device = deviceOf(renderer)
    const kernels = () =>
      Promise.all([StyleEngine.create(device), PictureHash.create(device, 4), MixPictures.create(device), Ink.create(device, [])])
    const [styles, hash, mix, ink] = await compileInTurn(device, kernels)
    return new FilmRenderer(renderer, new ShotStage(bake), styles, hash, mix, ink, elsewhere)
  }

  /** The finished picture after `draw`: rgba8unorm, COPY_SRC and TEXTURE_BINDING. Valid until the format changes. */
  get output(): GPUTexture {
    if (!this.#output) throw new Error('FilmRenderer.output: call setFormat first')
    return this.#output
  }

  /** The shot that is loaded; of a pair the one that goes. */
  get slice(): ShotSlice | undefined {
    return this.#slice
  }

  /**
   * Whether `setFormat` would apply at once: the style's kernels and its table of colours are made, and the colours of what
   * is on stage are settled in it.
   */
  isReady({ style, light }: PictureFormat): boolean {
    return (
      (!light || this.#lightMix !== undefined) &&
      this.#styles.isPrepared(style) &&
      this.#ink.isPrepared(style.ink) &&
      this.#tables.of(style.film) !== undefined &&
      this.#loaded().every((slice) => this.#palettes.of(slice, style) !== undefined)
    )
  }

  /**
   * Chooses size, style and quality; `draw` goes on with the format before until it is done. Where `isReady`, it applies
   * before this returns: a style switch then writes uniforms and textures and compiles nothing.
   * @throws RangeError for sizes that are not even, and for light of a style that has none.
   */
  async setFormat(format: PictureFormat, aspect: number): Promise<void> {
    expectEven(format)
    expectLook(format)
    if (!this.isReady(format)) {
      if (format.light) this.#lightMix ??= await MixPictures.create(this.device, 'light')
      await compileInTurn(this.device, () => Promise.all([this.#styles.prepare(format.style), this.#ink.prepare(format.style.ink)]))
      await this.#tables.settle(format.style.film)
      for (const slice of this.#loaded()) await this.#palettes.settle(slice, format.style)
    }
    this.#use(format, aspect)
  }

  #use(format: PictureFormat, aspect: number): void {
    const { width, height, style, quality, light = false } = format
    const look = lookSizeFor(format, aspect)
    const now = this.#look
    if (!now || now.quality !== quality || now.light !== light || now.width !== look.width || now.height !== look.height) {
      this.#mixture?.destroy()
      this.#mixture = undefined
      this.#light = undefined
      this.#shotLook.release()
      const kept = this.#looks.find((l) => l.quality === quality && l.light === light)
      this.#look = kept ?? new LookPipeline(this.renderer, this.stage.scene, this.stage.camera, quality, light, this.stage.air)
      this.#look.setSize(look.width, look.height)
      this.#looks = [this.#look, ...this.#looks.filter((l) => l !== kept)]
      for (const old of this.#looks.splice(MOST_LOOKS)) old.dispose()
    }
    if (!this.#output || this.#output.width !== width || this.#output.height !== height) {
      this.#output?.destroy()
      this.#output = this.device.createTexture({
        label: 'film picture',
        size: [width, height],
        format: 'rgba8unorm',
        usage: GPUTextureUsage.STORAGE_BINDING | GPUTextureUsage.TEXTURE_BINDING | GPUTextureUsage.COPY_SRC | GPUTextureUsage.COPY_DST,
      })
    }
    this.#ink.configure(style.ink, look.width, look.height, this.stage.camera)
    this.#format = format
  }

  /**
   * Makes one of the kernels that other styles or shots than the present need, in the background: call it again, when there is time,
   * until it answers false. Then neither a style switch nor a cut compiles anything.
   */
  async warm(): Promise<boolean> {
    return (await this.#styles.warm()) || (await this.#ink.warm()) || (this.#slice !== undefined && this.#look?.warmAir() === true)
  }

  /**
   * Puts a shot on stage: builds what is new, compiles without blocking.
   * @param parts built before; without them they are built now.
   */
  async load(slice: ShotSlice, parts?: ShotParts): Promise<void> {
    if (this.#slice === slice && !this.#next) return
    await this.#putOnStage(slice, parts)
    this.#slice = slice
    this.#next = undefined
    await this.#settle(slice)
  }

  /**
   * Puts two shots on stage that run into each other, for `drawTransition`. They share one scene, its lights, shadow
   * maps and targets: two shots' meshes and one more picture is all that a transition costs in memory. `draw` then
   * draws the first.
   * @param partsA built before; without them they are built now.
   */
  async loadPair(sliceA: ShotSlice, sliceB: ShotSlice, partsA?: ShotParts, partsB?: ShotParts): Promise<void> {
    if (this.#slice === sliceA && this.#next === sliceB) return
    if (this.#slice !== sliceA || this.#next) await this.#putOnStage(sliceA, partsA)
    await this.#putOnStage(sliceB, partsB, sliceA)
    this.#slice = sliceA
    this.#next = sliceB
    await this.#settle(sliceA)
    await this.#settle(sliceB)
  }

  /** Builds a shot on stage and compiles what its first frame shows. */
  async #putOnStage(slice: ShotSlice, parts?: ShotParts, beside?: ShotSlice): Promise<void> {
    const { stage } = this
    stage.load(slice, parts ?? (await this.#partsOf(slice, stage.partKeys())), beside)
    await stage.ready()
    stage.pose(frameState(slice, 0), slice, slice.shot.aspect)
    await compileInTurn(this.device, () => compileScene(this.renderer, stage.scene, stage.camera))
  }

  /** Settles what the present style leaves open: a shot's colours, and the film look's table, which may be forgotten by now. */
  async #settle(slice: ShotSlice): Promise<void> {
    if (!this.#format) return
    const { style } = this.#format
    await this.#tables.settle(style.film)
    await this.#palettes.settle(slice, style)
  }

  #loaded(): ShotSlice[] {
    return [this.#slice, this.#next].flatMap((slice) => slice ?? [])
  }

  /**
   * Draws one frame of the loaded shot into `output`. Where the style's display still shows pictures before it, those are
   * drawn too, unless they are the ones drawn last: the picture is the same either way. In a format of light `output` stays
   * as it was, and `readLight` has the picture.
   * @param frame in the shot; between two where an output has another rate than the film.
   * @param view replaces the shot's camera; then nothing is seen of pictures before.
   * @returns the state that was drawn (at the middle of the shutter).
   */
  draw(frame: number, view?: CameraView): FrameState {
    const steps = this.drawing(frame, view)
    for (;;) {
      const step = steps.next()
      if (step.done) return step.value
    }
  }

  /**
   * As `draw`, a picture a step: a display whose glow outlasts a frame shows frames before it too, and whoever may not be held
   * up draws them in turns of their own. Nothing else may be drawn or loaded between its steps.
   */
  *drawing(frame: number, view?: CameraView): Generator<void, FrameState> {
    const { slice, look, format } = this.#settled('draw')
    if (format.light) {
      const { state, picture } = this.#drawLook(slice, look, format.style, heldFrame(frame, slice, format.style), 'picture', view)
      this.#light = picture
      return state
    }
    this.#setStyle(slice, look, format)
    const made = (f: number, key: string) => {
      const { state, picture } = this.#drawLook(slice, look, format.style, heldFrame(f, slice, format.style), 'picture', view)
      const encoder = this.device.createCommandEncoder({ label: 'style' })
      this.#styles.draw(encoder, picture, key)
      this.device.queue.submit([encoder.finish()])
      return state
    }
    const keyAt = (f: number) => `${this.#numberOf(slice)} ${format.quality.name} ${heldFrame(f, slice, format.style)}`
    const count = view ? 0 : Math.min(Math.floor(frame), this.#styles.history)
    const before = Array.from({ length: count }, (_, i) => frame - 1 - i)
    for (const f of [...before].reverse()) {
      if (this.#styles.has(keyAt(f))) continue
      made(f, keyAt(f))
      yield
    }
    const key = view ? '' : keyAt(frame)
    const state = made(frame, key)
    this.#show(key, before.map(keyAt), Math.floor(frame))
    return state
  }

  /**
   * Draws a moment of the transition between the pair into `output`: each shot through its own light and grade, the two
   * looks mixed, and the style made of the mixture, so that there is one set of colours and one dither. At t = 0 and 1
   * the picture is that of `draw`, and the shot that is not seen is not drawn.
   * @returns the states that were drawn; undefined for a shot that is not seen.
   */
  drawTransition(transition: TransitionFrame): { readonly a: FrameState | undefined; readonly b: FrameState | undefined } {
    const { slice, look, format } = this.#settled('drawTransition')
    const next = this.#next
    if (!next) throw new Error('FilmRenderer.drawTransition: call loadPair first')
    const frameA = heldFrame(transition.frameA, slice, format.style)
    // Both hold together: what the first has been held back by, the second and the mixture are as well.
    const late = transition.frameA - frameA
    const frameB = Math.max(0, transition.frameB - late)
    const t = transition.length ? Math.max(0, transition.t - late / transition.length) : transition.t
    const { part } = mixParams(transition.kind, t, look.width)
    const seesA = transition.kind === 'fade-black' ? part <= 2048 : part < 4096
    const seesB = transition.kind === 'fade-black' ? part > 2048 : part > 0
    const a = seesA ? this.#drawLook(slice, look, format.style, frameA, 'picture') : undefined
    const b = seesB ? this.#drawLook(next, look, format.style, frameB, 'second') : undefined
    // What is not seen has no weight: any picture stands in for it.
    const [first, second] = [a ?? b, b ?? a].map((drawn) => drawn?.picture) as [GPUTexture, GPUTexture]
    this.#mixture ??= this.device.createTexture({
      label: 'mixture',
      size: [look.width, look.height],
      format: look.light ? 'rgba16float' : 'rgba8unorm',
      usage: GPUTextureUsage.STORAGE_BINDING | GPUTextureUsage.TEXTURE_BINDING | GPUTextureUsage.COPY_SRC,
    })
    const mix = look.light ? (this.#lightMix as MixPictures) : this.#mix
    mix.configure(transition.kind, t, look.width)
    const encoder = this.device.createCommandEncoder({ label: 'mix' })
    mix.encode(encoder, first, second, this.#mixture)
    this.device.queue.submit([encoder.finish()])
    if (look.light) {
      this.#light = this.#mixture
      return { a: a?.state, b: b?.state }
    }
    // The colours change with what is seen most of: each shot has its own. Tones go over with the pictures.
    const tone = mixedTone(this.#toneOf(slice, format.style), this.#toneOf(next, format.style), t)
    this.#setStyle(t < 0.5 ? slice : next, look, format, tone)
    const styling = this.device.createCommandEncoder({ label: 'style' })
    this.#styles.draw(styling, this.#mixture, '')
    this.device.queue.submit([styling.finish()])
    this.#show('', [], Math.floor(transition.frameA))
    return { a: a?.state, b: b?.state }
  }

  /** A shot's look; ink that makes tones of its own makes them by the shot's. */
  #drawLook(slice: ShotSlice, look: LookPipeline, style: Style, frame: number, into: LookPlace, view?: CameraView): DrawnLook {
    this.#ink.setTone(makesTones(style) ? this.#settingsOf(slice, style).tone : null)
    return this.#shotLook.draw(slice, look, style, frame, into, view)
  }

  #setStyle(slice: ShotSlice, look: LookPipeline, { style, width, height }: PictureFormat, tone = this.#toneOf(slice, style)): void {
    const { palettes } = this.#settingsOf(slice, style)
    this.#styles.setStyle(style, { width: look.width, height: look.height }, { width, height }, palettes, tone)
  }

  /** The shot's tone where pixels take it. */
  #toneOf(slice: ShotSlice, style: Style): Tone | null {
    return makesTones(style) ? null : this.#settingsOf(slice, style).tone
  }

  #settingsOf(slice: ShotSlice, style: Style): ShotSettings {
    const settings = this.#palettes.of(slice, style)
    if (settings === undefined) throw new Error('FilmRenderer.draw: await setFormat and load first')
    return settings
  }

  /** Shows a picture as the style's display does, in `output`. */
  #show(key: string, before: readonly string[], frame: number): void {
    const encoder = this.device.createCommandEncoder({ label: 'display' })
    this.#styles.show(encoder, key, this.output, before, frame)
    this.device.queue.submit([encoder.finish()])
  }

  #numberOf(slice: ShotSlice): number {
    let number = this.#numbers.get(slice)
    if (number === undefined) {
      number = this.#slices++
      this.#numbers.set(slice, number)
    }
    return number
  }

  #settled(call: string): { readonly slice: ShotSlice; readonly look: LookPipeline; readonly format: PictureFormat } {
    const [slice, look, format] = [this.#slice, this.#look, this.#format]
    if (!slice || !look || !format) throw new Error(`FilmRenderer.${call}: call setFormat and load first`)
    return { slice, look, format }
  }

  /** Starts hashing the finished picture; await the answer later, pictures may go on. */
  hash(): Promise<string> {
    const encoder = this.device.createCommandEncoder({ label: 'picture hash' })
    const pending: PendingHash = this.#hash.encode(encoder, this.output)
    this.device.queue.submit([encoder.finish()])
    return this.#hash.read(pending)
  }

  /**
   * Reads the finished picture back: rgba, width × height × 4 bytes, top row first. The copy is submitted before this
   * returns: draw the next picture, then await; nothing stalls.
   */
  readPicture(): Promise<Uint8Array> {
    return this.#reader.read(this.output)
  }

  /**
   * Reads the light of the picture drawn last, in a format of light: between black bars where the film has another aspect.
   * As with `readPicture`, draw on and await later.
   * @throws Error where nothing was drawn in such a format.
   */
  async readLight(): Promise<LightPicture> {
    const { format } = this.#settled('readLight')
    if (!this.#light) throw new Error('FilmRenderer.readLight: set a format with light, and draw')
    const [lit, { width, height }] = [this.#light, format]
    const bytes = await this.#reader.read(lit)
    return { width, height, light: lightInFrame(new Uint16Array(bytes.buffer), lit, { width, height }) }
  }

  /** The style's own pixels (256×240 for a NES), before display scaling. As with `readPicture`, draw on and await later. */
  async readNative(): Promise<NativePicture> {
    const texture = this.#styles.picture
    const { width, height } = texture
    const palettes = this.#format?.style.limits?.kind === 'palettes' ? palettesOf(this.#styles.palettes) : undefined
    return { width, height, rgba: await this.#reader.read(texture), ...(palettes && { palettes }) }
  }

  /**
   * The style's own pixels with the distances of what they show, for `depthLayers`: of the shot drawn last, where rays
   * through its last sub-frame meet what is not see-through. Draw the next picture when it is there.
   */
  async readDepth(): Promise<DepthPicture> {
    const { look, format } = this.#settled('readDepth')
    const { width, height } = look
    this.#distance ??= await Distance.create(this.device)
    const [native, metres] = await Promise.all([
      this.readNative(),
      this.#distance.read(gpuTextureOf(this.renderer, look.scene.depth), this.stage.camera, look.bend),
    ])
    return { ...native, look: { width, height }, metres, crop: cropFor(format.style, width, height) }
  }

  /**
   * Passes of a frame of the loaded shot, read to memory: a function of the frame, as its picture is, and of the look's size.
   * The first that are asked for compile what draws them; `output` stays as it was. Load no other shot until they are there.
   * @param frame in the shot; between two where an output has another rate.
   * @param view replaces the shot's camera.
   */
  async passes(frame: number, wanted: Iterable<PassName>, view?: CameraView): Promise<FramePasses> {
    const { slice, look, format } = this.#settled('passes')
    const { width, height, quality } = look
    const { style } = format
    this.#passes ??= new PassDrawing(this.renderer, this.stage, this.#reader)
    const moment = this.#shotLook.moment(slice, look, style, heldFrame(frame, slice, style), view)
    return this.#passes.draw(new Set(wanted), slice, moment, { width, height }, quality)
  }

  /** The camera that the picture drawn last was drawn with, how its lens bends it, and how large its look is, pixels. */
  get sight(): CameraView & {
    readonly aspect: number
    readonly bend: LookPipeline['bend']
    readonly width: number
    readonly height: number
  } {
    const { look } = this.#settled('sight')
    const { position, quaternion, fov, aspect } = this.stage.camera
    const { width, height, bend } = look
    return {
      position: [...position.toArray()],
      quaternion: [...quaternion.toArray()],
      fovY: (fov * Math.PI) / 180,
      aspect,
      bend,
      width,
      height,
    }
  }

  /**
   * What each pixel of the look shows, as ids of `sceneObjects(slice)`, 0 for the sky: of the shot drawn last, where rays
   * through its last sub-frame meet what is not see-through. The size is the look's, not the output's.
   */
  async readIds(): Promise<IdPicture> {
    const { look } = this.#settled('readIds')
    const { width, height } = look
    return { width, height, ids: idsOf(await this.#reader.read(gpuTextureOf(this.renderer, look.scene.id))) }
  }

  dispose(): void {
    for (const look of this.#looks) look.dispose()
    this.#prober.dispose()
    this.#shotLook.release()
    this.#styles.destroy()
    this.#hash.destroy()
    this.#mix.destroy()
    this.#lightMix?.destroy()
    this.#reader.destroy()
    this.#distance?.destroy()
    this.#passes?.dispose()
    this.#ink.destroy()
    this.#mixture?.destroy()
    this.#output?.destroy()
    this.stage.dispose()
  }
}
