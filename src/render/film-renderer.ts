import type { WebGPURenderer } from 'three/webgpu'
import type { Size, Style } from '../departments/retro'
import { type FrameState, hash32, type ShotSlice } from '../film'
import { frameState } from '../motion'
import { type CameraView, type DetailBake, type ShotParts, ShotStage } from '../stage'
import { type PendingHash, PictureHash, StyleEngine } from './kernels'
import { LookPipeline } from './look-pipeline'
import type { QualityProfile } from './quality'
import { deviceOf, gpuTextureOf } from './three-internals'

/** What pictures come out: even sizes in pixels. */
export interface PictureFormat {
  readonly width: number
  readonly height: number
  readonly style: Style
  readonly quality: QualityProfile
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
  #look: LookPipeline | undefined
  #format: PictureFormat | undefined
  #output: GPUTexture | undefined
  #slice: ShotSlice | undefined

  private constructor(renderer: WebGPURenderer, stage: ShotStage, styles: StyleEngine, hash: PictureHash) {
    this.renderer = renderer
    this.device = deviceOf(renderer)
    this.stage = stage
    this.#styles = styles
    this.#hash = hash
  }

  /** @param renderer initialised and configured by `createRenderer` or `configureRenderer`. */
  static async create(renderer: WebGPURenderer, bake: DetailBake): Promise<FilmRenderer> {
    const device = deviceOf(renderer)
    const [styles, hash] = await Promise.all([StyleEngine.create(device), PictureHash.create(device, 4)])
    return new FilmRenderer(renderer, new ShotStage(bake), styles, hash)
  }

  /** The finished picture after `draw`: rgba8unorm, COPY_SRC and TEXTURE_BINDING. Valid until the format changes. */
  get output(): GPUTexture {
    if (!this.#output) throw new Error('FilmRenderer.output: call setFormat first')
    return this.#output
  }

  /** The shot that is on stage. */
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
    if (this.#slice === slice) return
    await this.stage.load(slice, this.renderer, parts)
    this.#slice = slice
  }

  /**
   * Draws one frame of the loaded shot into `output`.
   * @param frame whole frame in the shot.
   * @param view replaces the shot's camera.
   * @returns the state that was drawn (at the middle of the shutter).
   */
  draw(frame: number, view?: CameraView): FrameState {
    const slice = this.#slice
    const look = this.#look
    const format = this.#format
    if (!slice || !look || !format) throw new Error('FilmRenderer.draw: call setFormat and load first')
    const rate = format.style.fps
    const shotFps = slice.shot.fps.num / slice.shot.fps.den
    // A machine that animated slower holds each pose: still a function of the frame alone.
    const held = rate && rate < shotFps ? Math.floor((Math.floor((frame * rate) / shotFps) * shotFps) / rate) : frame
    const state = frameState(slice, held)
    const shutter = slice.shot.camera.shutterAngleDeg / 360
    const { light } = slice
    look.draw(
      {
        timeS: state.timeS,
        exposure: state.exposure,
        level: state.level,
        focusDistanceM: state.camera.focusDistanceM,
        fStop: state.camera.fStop,
        lensMm: state.camera.lensMm,
        sensorHeightMm: slice.shot.camera.sensorWidthMm / slice.shot.aspect,
        grainSeed: (hash32(slice.shot.key) % 4096) + held * 17,
        grain: format.style.scene.grain ? 1 : 0,
        saturation: light.grade.saturation,
        contrast: light.grade.contrast,
        shadows: light.grade.shadows,
        highlights: light.grade.highlights,
      },
      (part) => {
        const moving = format.quality.subframes > 1
        const s = moving ? frameState(slice, held + (part - 0.5) * shutter) : state
        this.stage.pose(s, slice, look.width / look.height, view)
      },
    )
    const encoder = this.device.createCommandEncoder({ label: 'style' })
    this.#styles.encode(encoder, gpuTextureOf(this.renderer, look.picture.texture), this.output)
    this.device.queue.submit([encoder.finish()])
    return state
  }

  /** Starts hashing the finished picture; await the answer later, pictures may go on. */
  hash(): Promise<string> {
    const encoder = this.device.createCommandEncoder({ label: 'picture hash' })
    const pending: PendingHash = this.#hash.encode(encoder, this.output)
    this.device.queue.submit([encoder.finish()])
    return this.#hash.read(pending)
  }

  /** Reads the finished picture back: rgba, width × height × 4 bytes, top row first. */
  readPicture(): Promise<Uint8Array> {
    return readTexture(this.device, this.output)
  }

  /** The style's own pixels (256×240 for a NES), before display scaling. */
  async readNative(): Promise<{ readonly width: number; readonly height: number; readonly rgba: Uint8Array }> {
    const look = this.#look
    if (!look) throw new Error('FilmRenderer.readNative: draw first')
    const texture = this.#styles.nativeOf(gpuTextureOf(this.renderer, look.picture.texture))
    return { width: texture.width, height: texture.height, rgba: await readTexture(this.device, texture) }
  }

  dispose(): void {
    this.#look?.dispose()
    this.#styles.destroy()
    this.#hash.destroy()
    this.#output?.destroy()
    this.stage.dispose()
  }
}

/** Copies an rgba8unorm texture to memory. Texture needs COPY_SRC. */
export async function readTexture(device: GPUDevice, texture: GPUTexture): Promise<Uint8Array> {
  const { width, height } = texture
  const bytesPerRow = Math.ceil((width * 4) / 256) * 256
  const buffer = device.createBuffer({ size: bytesPerRow * height, usage: GPUBufferUsage.COPY_DST | GPUBufferUsage.MAP_READ })
  const encoder = device.createCommandEncoder()
  encoder.copyTextureToBuffer({ texture }, { buffer, bytesPerRow }, [width, height])
  device.queue.submit([encoder.finish()])
  await buffer.mapAsync(GPUMapMode.READ)
  const padded = new Uint8Array(buffer.getMappedRange())
  const out = new Uint8Array(width * height * 4)
  for (let y = 0; y < height; y++) out.set(padded.subarray(y * bytesPerRow, y * bytesPerRow + width * 4), y * width * 4)
  buffer.unmap()
  buffer.destroy()
  return out
}
