import { texture } from 'three/tsl'
import {
  LinearSRGBColorSpace,
  NearestFilter,
  NodeMaterial,
  NoToneMapping,
  QuadMesh,
  RenderTarget,
  UnsignedByteType,
  type WebGPURenderer,
} from 'three/webgpu'
import type { Size } from '../../departments/retro'
import { gpuTextureOf } from '../../render'

const SIDES = ['left', 'right'] as const

/** R3F's canvas as a screen: a picture, or the sides of two, is copied into one that three knows and drawn as large as fits. */
export class PictureScreen {
  readonly #renderer: WebGPURenderer
  readonly #device: GPUDevice
  readonly #quad = new QuadMesh(new NodeMaterial())
  #shown: RenderTarget | undefined
  /** Pictures of one size, of which a line shows the left of the one and the right of the other. */
  readonly #sides = new Map<(typeof SIDES)[number], GPUTexture>()

  constructor(renderer: WebGPURenderer, device: GPUDevice) {
    this.#renderer = renderer
    this.#device = device
  }

  /** The picture that is shown: rgba8unorm, COPY_SRC and TEXTURE_BINDING; undefined before the first. */
  get picture(): GPUTexture | undefined {
    return this.#shown && gpuTextureOf(this.#renderer, this.#shown.texture)
  }

  /** Keeps a picture as one side of a wipe, until sides are forgotten. */
  keep(picture: GPUTexture, side: 'left' | 'right'): void {
    const { width, height } = picture
    let kept = this.#sides.get(side)
    if (kept?.width !== width || kept.height !== height) {
      kept?.destroy()
      const usage = GPUTextureUsage.COPY_SRC | GPUTextureUsage.COPY_DST
      kept = this.#device.createTexture({ label: `${side} of a wipe`, size: [width, height], format: 'rgba8unorm', usage })
      this.#sides.set(side, kept)
    }
    const encoder = this.#device.createCommandEncoder({ label: 'wipe' })
    encoder.copyTextureToTexture({ texture: picture }, { texture: kept }, [width, height])
    this.#device.queue.submit([encoder.finish()])
  }

  forgetSides(): void {
    for (const side of this.#sides.values()) side.destroy()
    this.#sides.clear()
  }

  /**
   * Shows the sides that are kept, parted at 0 (left edge) to 1, or else a picture.
   * @param picture Without one, and without sides, what was shown stays and is drawn for the canvas as it is now.
   */
  show(picture: GPUTexture | undefined, at: number, canvas: Size): void {
    const [left, right] = SIDES.map((side) => this.#sides.get(side))
    if (left && right && left.width === right.width) {
      const parted = Math.round(at * left.width)
      this.#copy(left, 0, parted)
      this.#copy(right, parted, right.width)
    } else if (picture) this.#copy(picture, 0, picture.width)
    if (this.#shown) this.#draw(this.#shown, canvas)
  }

  #copy(picture: GPUTexture, from: number, to: number): void {
    const shown = this.#ofSize(picture.width, picture.height)
    if (to <= from) return
    const target = gpuTextureOf(this.#renderer, shown.texture)
    const encoder = this.#device.createCommandEncoder({ label: 'viewport' })
    encoder.copyTextureToTexture({ texture: picture, origin: [from, 0] }, { texture: target, origin: [from, 0] }, [
      to - from,
      picture.height,
    ])
    this.#device.queue.submit([encoder.finish()])
  }

  dispose(): void {
    this.#shown?.dispose()
    this.forgetSides()
    ;(this.#quad.material as NodeMaterial).dispose()
  }

  #ofSize(width: number, height: number): RenderTarget {
    if (this.#shown && this.#shown.width === width && this.#shown.height === height) return this.#shown
    this.#shown?.dispose()
    const shown = new RenderTarget(width, height, {
      type: UnsignedByteType,
      depthBuffer: false,
      generateMipmaps: false,
      minFilter: NearestFilter,
      magFilter: NearestFilter,
    })
    this.#shown = shown
    this.#renderer.setRenderTarget(shown)
    this.#renderer.clear()
    this.#renderer.setRenderTarget(null)
    const material = new NodeMaterial()
    material.fragmentNode = texture(shown.texture)
    ;(this.#quad.material as NodeMaterial).dispose()
    this.#quad.material = material
    return shown
  }

  #draw(picture: Size, canvas: Size): void {
    const r = this.#renderer
    const { x, y, width, height } = fitted(picture, canvas)
    const before = { toneMapping: r.toneMapping, outputColorSpace: r.outputColorSpace }
    r.toneMapping = NoToneMapping
    r.outputColorSpace = LinearSRGBColorSpace
    r.setClearColor(0x0b0c0e, 1)
    r.setViewport(x, y, width, height)
    this.#quad.render(r)
    r.setViewport(0, 0, canvas.width, canvas.height)
    r.toneMapping = before.toneMapping
    r.outputColorSpace = before.outputColorSpace
  }
}

/** Where a picture stands on a canvas: as large as fits, in the middle. */
export function fitted(picture: Size, canvas: Size): Size & { readonly x: number; readonly y: number } {
  const fit = Math.min(canvas.width / picture.width, canvas.height / picture.height)
  const width = Math.round(picture.width * fit)
  const height = Math.round(picture.height * fit)
  return { x: Math.round((canvas.width - width) / 2), y: Math.round((canvas.height - height) / 2), width, height }
}
