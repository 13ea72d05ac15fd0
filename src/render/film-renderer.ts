import type { RenderTarget, WebGPURenderer } from 'three/webgpu'
import type { Size, Style } from '../departments/retro'
import type { FrameState, ShotSlice } from '../film'
import { frameState } from '../motion'
import { type CameraView, type DetailBake, type ShotParts, ShotStage } from '../stage'
import { type MixKind, MixPictures, mixParams, type PendingHash, PictureHash, StyleEngine } from './kernels'
import { type Flare, flaresOf, LookPipeline } from './look'
import { PictureReader } from './picture-reader'
import type { QualityProfile } from './quality'
import { deviceOf, gpuTextureOf } from './three-internals'

/** What pictures come out: even sizes in pixels. */
export interface PictureFormat {
  readonly width: number
  readonly height: number
  readonly style: Style
  readonly quality: QualityProfile
}

/** The style's own pixels. */
export interface NativePicture {
  readonly width: number
  readonly height: number
  /** Four bytes a pixel, top row first. */
  readonly rgba: Uint8Array
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

/** How many look pixels are drawn for each of a machine's own, across and down: enough for a clean average. */
const LOOK_PIXELS_A_NATIVE_PIXEL = 2

/**
 * The size at which a style's look is drawn for an output: the output's own, or for a machine's small screen a multiple
 * of its lines, at the film's aspect; even.
 */
export function lookSizeFor({ width, height, style }: Pick<PictureFormat, 'width' | 'height' | 'style'>, aspect: number): Size {
  const even = (n: number) => Math.max(2, 2 * Math.round(n / 2))
  if (style.resolution) {
    const lines = style.resolution.height * LOOK_PIXELS_A_NATIVE_PIXEL
    return { width: even(lines * aspect), height: even(lines) }
  }
  // A picture of another aspect stands between bars: the look keeps the film's.
  return width / height > aspect
    ? { width: even(height * aspect), height: even(height) }
    : { width: even(width), height: even(width / aspect) }
}

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
  #look: LookPipeline | undefined
  #format: PictureFormat | undefined
  #output: GPUTexture | undefined
  #slice: ShotSlice | undefined
  /** The shot that `slice` runs into, when both are loaded. */
  #next: ShotSlice | undefined
  /** Both shots' looks as one; made by the first transition. */
  #mixture: GPUTexture | undefined
  /** The look that the finished picture was made of. */
  #shown: GPUTexture | undefined
  readonly #reader: PictureReader

  private constructor(renderer: WebGPURenderer, stage: ShotStage, styles: StyleEngine, hash: PictureHash, mix: MixPictures) {
    this.renderer = renderer
    this.device = deviceOf(renderer)
    this.stage = stage
    this.#styles = styles
    this.#hash = hash
    this.#mix = mix
    this.#reader = new PictureReader(this.device)
  }

  /** @param renderer initialised and configured by `createRenderer` or `configureRenderer`. */
  static async create(renderer: WebGPURenderer, bake: DetailBake): Promise<FilmRenderer> {
    const device = deviceOf(renderer)
    const [styles, hash, mix] = await Promise.all([StyleEngine.create(device), PictureHash.create(device, 4), MixPictures.create(device)])
    return new FilmRenderer(renderer, new ShotStage(bake), styles, hash, mix)
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
   * Chooses size, style and quality. A style switch writes uniforms and textures and compiles nothing.
   * @throws RangeError for sizes that are not even.
   */
  setFormat(format: PictureFormat, aspect: number): void {
    const { width, height, style, quality } = format
    for (const [name, v] of [
      ['width', width],
      ['height', height],
    ] as const)
      if (!Number.isInteger(v) || v < 2 || v % 2 !== 0) throw new RangeError(`size: ${name} must be an even whole number, got ${v}`)
    const look = lookSizeFor(format, aspect)
    if (!this.#look || this.#look.width !== look.width || this.#look.height !== look.height || this.#look.quality !== quality) {
      this.#look?.dispose()
      this.#mixture?.destroy()
      this.#mixture = undefined
      this.#shown = undefined
      this.stage.setShadowMapSize(quality.shadowMapSize)
      this.#look = new LookPipeline(this.renderer, this.stage.scene, this.stage.camera, look.width, look.height, quality)
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
    this.#styles.setStyle(style, look, { width, height })
    this.#format = format
  }

  /**
   * Puts a shot on stage: builds what is new, compiles without blocking.
   * @param parts made by a worker; without them they are built here.
   */
  async load(slice: ShotSlice, parts?: ShotParts): Promise<void> {
    if (this.#slice === slice && !this.#next) return
    await this.stage.load(slice, this.renderer, parts)
    this.#slice = slice
    this.#next = undefined
  }

  /**
   * Puts two shots on stage that run into each other, for `drawTransition`. They share one scene, its lights, shadow
   * maps and targets: two shots' meshes and one more picture is all that a transition costs in memory. `draw` then
   * draws the first.
   * @param partsA made by a worker; without them they are built here.
   */
  async loadPair(sliceA: ShotSlice, sliceB: ShotSlice, partsA?: ShotParts, partsB?: ShotParts): Promise<void> {
    if (this.#slice === sliceA && this.#next === sliceB) return
    if (this.#slice !== sliceA || this.#next) await this.stage.load(sliceA, this.renderer, partsA)
    await this.stage.load(sliceB, this.renderer, partsB, sliceA)
    this.#slice = sliceA
    this.#next = sliceB
  }

  /**
   * Draws one frame of the loaded shot into `output`.
   * @param frame whole frame in the shot.
   * @param view replaces the shot's camera.
   * @returns the state that was drawn (at the middle of the shutter).
   */
  draw(frame: number, view?: CameraView): FrameState {
    const { slice, look, format } = this.#settled('draw')
    const state = this.#drawLook(slice, look, format, heldFrame(frame, slice, format), look.picture, view)
    this.#finish(gpuTextureOf(this.renderer, look.picture.texture))
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
    const frameA = heldFrame(transition.frameA, slice, format)
    // Both hold together: what the first has been held back by, the second and the mixture are as well.
    const late = transition.frameA - frameA
    const frameB = Math.max(0, transition.frameB - late)
    const t = transition.length ? Math.max(0, transition.t - late / transition.length) : transition.t
    const { part } = mixParams(transition.kind, t, look.width)
    const seesA = transition.kind === 'fade-black' ? part <= 2048 : part < 4096
    const seesB = transition.kind === 'fade-black' ? part > 2048 : part > 0
    const a = seesA ? this.#drawLook(slice, look, format, frameA, look.picture) : undefined
    const b = seesB ? this.#drawLook(next, look, format, frameB, look.second) : undefined
    const first = gpuTextureOf(this.renderer, (seesA ? look.picture : look.second).texture)
    // What is not seen has no weight: any picture stands in for it.
    const second = seesB ? gpuTextureOf(this.renderer, look.second.texture) : first
    this.#mixture ??= this.device.createTexture({
      label: 'mixture',
      size: [look.width, look.height],
      format: 'rgba8unorm',
      usage: GPUTextureUsage.STORAGE_BINDING | GPUTextureUsage.TEXTURE_BINDING | GPUTextureUsage.COPY_SRC,
    })
    this.#mix.configure(transition.kind, t, look.width)
    const encoder = this.device.createCommandEncoder({ label: 'mix' })
    this.#mix.encode(encoder, first, second, this.#mixture)
    this.device.queue.submit([encoder.finish()])
    this.#finish(this.#mixture)
    return { a, b }
  }

  /** Draws a shot's look at a frame into one of the pipeline's pictures. */
  #drawLook(slice: ShotSlice, look: LookPipeline, format: PictureFormat, frame: number, into: RenderTarget, view?: CameraView): FrameState {
    const { style, quality } = format
    const state = frameState(slice, frame)
    const drawn = style.ink.paint !== 'plain' || style.ink.outline > 0
    // What is drawn by hand is drawn sharp: its lines would not follow a blur.
    const shutter = drawn ? 0 : slice.shot.camera.shutterAngleDeg / 360
    const { light } = slice
    const aspect = look.width / look.height
    this.stage.setSceneLook(style.scene)
    let flares: readonly Flare[] = []
    if (style.film.flare > 0) {
      this.stage.pose(state, slice, aspect, view)
      flares = flaresOf(light, state.lights, (at, w) => this.stage.project(at, w))
    }
    look.draw(
      {
        timeS: state.timeS,
        exposure: state.exposure,
        level: state.level,
        focusDistanceM: state.camera.focusDistanceM,
        fStop: state.camera.fStop,
        lensMm: state.camera.lensMm,
        sensorHeightMm: slice.shot.camera.sensorWidthMm / slice.shot.aspect,
        shotKey: slice.shot.key,
        frame,
        saturation: light.grade.saturation,
        contrast: light.grade.contrast,
        shadows: light.grade.shadows,
        highlights: light.grade.highlights,
        film: style.film,
        scene: style.scene,
        flares,
      },
      ({ part, lamp }) => {
        const moving = quality.subframes > 1
        const s = moving ? frameState(slice, frame + (part - 0.5) * shutter) : state
        this.stage.pose(s, slice, aspect, view, quality.broadLamps ? lamp : undefined)
      },
      into,
    )
    return state
  }

  /** Makes the style of a look, into `output`. */
  #finish(look: GPUTexture): void {
    const encoder = this.device.createCommandEncoder({ label: 'style' })
    this.#styles.encode(encoder, look, this.output)
    this.device.queue.submit([encoder.finish()])
    this.#shown = look
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

  /** The style's own pixels (256×240 for a NES), before display scaling. As with `readPicture`, draw on and await later. */
  async readNative(): Promise<NativePicture> {
    if (!this.#shown) throw new Error('FilmRenderer.readNative: draw first')
    const texture = this.#styles.nativeOf(this.#shown)
    const { width, height } = texture
    return { width, height, rgba: await this.#reader.read(texture) }
  }

  /**
   * What each pixel of the look shows, as ids of `sceneObjects(slice)`, 0 for the sky: of the shot drawn last, where rays
   * through its last sub-frame meet what is not see-through. The size is the look's, not the output's.
   */
  async readIds(): Promise<IdPicture> {
    const { look } = this.#settled('readIds')
    const { width, height } = look
    const bytes = await this.#reader.read(gpuTextureOf(this.renderer, look.scene.id))
    const ids = new Uint32Array(width * height)
    for (let i = 0; i < ids.length; i++) ids[i] = bytes[i * 4]! | (bytes[i * 4 + 1]! << 8) | (bytes[i * 4 + 2]! << 16)
    return { width, height, ids }
  }

  dispose(): void {
    this.#look?.dispose()
    this.#styles.destroy()
    this.#hash.destroy()
    this.#mix.destroy()
    this.#reader.destroy()
    this.#mixture?.destroy()
    this.#output?.destroy()
    this.stage.dispose()
  }
}

/** A machine that animated slower holds each pose: still a function of the frame alone. */
function heldFrame(frame: number, { shot }: ShotSlice, { style }: PictureFormat): number {
  const shotFps = shot.fps.num / shot.fps.den
  const rate = style.fps
  return rate && rate < shotFps ? Math.floor((Math.floor((frame * rate) / shotFps) * shotFps) / rate) : frame
}

/** Copies an rgba8unorm texture to memory. Texture needs COPY_SRC. */
export async function readTexture(device: GPUDevice, texture: GPUTexture): Promise<Uint8Array> {
  const reader = new PictureReader(device)
  const read = reader.read(texture)
  reader.destroy()
  return read
}
