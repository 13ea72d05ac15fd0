import { mix, texture, uniform, uv, vec2, vec4 } from 'three/tsl'
import {
  LinearFilter,
  LinearSRGBColorSpace,
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

/** How two pictures are held against each other: parted at 0 (left edge) to 1, or as their difference. */
export interface Comparison {
  readonly at: number
  readonly how: 'wipe' | 'difference'
}

/** Differences are shown so many times as large. */
const DIFFERENCE_GAIN = 4

/** R3F's canvas as a screen: a picture, or the sides of two, is copied into one that three knows and drawn as large as fits. */
export class PictureScreen {
  readonly #renderer: WebGPURenderer
  readonly #device: GPUDevice
  #material = new NodeMaterial()
  readonly #quad = new QuadMesh(this.#material)
  /** 1 where a picture drawn larger than it is stays soft, 0 where its pixels are seen. */
  readonly #smooth = uniform(0)
  #shown: RenderTarget | undefined
  /** Two pictures, and what draws their difference. */
  #pair: readonly [RenderTarget, RenderTarget] | undefined
  #difference: NodeMaterial | undefined
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

  /** The picture in the style in use: what is shown, with what it is compared with left out. */
  get own(): GPUTexture | undefined {
    return this.#sides.get('left') ?? this.picture
  }

  /** Keeps a picture as one side of a comparison, until sides are forgotten. */
  keep(picture: GPUTexture, side: 'left' | 'right'): void {
    const { width, height } = picture
    const kept = this.#sideOf(side, { width, height })
    const encoder = this.#device.createCommandEncoder({ label: 'wipe' })
    encoder.copyTextureToTexture({ texture: picture }, { texture: kept }, [width, height])
    this.#device.queue.submit([encoder.finish()])
  }

  /** As `keep`, for a picture of the page's. */
  keepBitmap(picture: ImageBitmap, side: 'left' | 'right'): void {
    const { width, height } = picture
    const kept = this.#sideOf(side, { width, height })
    this.#device.queue.copyExternalImageToTexture({ source: picture }, { texture: kept }, [width, height])
  }

  #sideOf(side: 'left' | 'right', { width, height }: Size): GPUTexture {
    let kept = this.#sides.get(side)
    if (kept?.width !== width || kept.height !== height) {
      kept?.destroy()
      // A bitmap is copied by a draw.
      const usage = GPUTextureUsage.COPY_SRC | GPUTextureUsage.COPY_DST | GPUTextureUsage.RENDER_ATTACHMENT
      kept = this.#device.createTexture({ label: `${side} of a wipe`, size: [width, height], format: 'rgba8unorm', usage })
      this.#sides.set(side, kept)
    }
    return kept
  }

  forgetSides(): void {
    for (const side of this.#sides.values()) side.destroy()
    this.#sides.clear()
  }

  /**
   * Shows the sides that are kept, parted at 0 (left edge) to 1, or how far they are apart; or else a picture.
   * @param picture Without one, and without sides, what was shown stays and is drawn for the canvas as it is now.
   * @param hasPixels of its own, that are meant to be seen: a machine's. A film's picture stays soft when it is drawn larger.
   */
  show(picture: GPUTexture | undefined, { at, how }: Comparison, canvas: Size, hasPixels: boolean): void {
    this.#smooth.value = hasPixels ? 0 : 1
    const [left, right] = SIDES.map((side) => this.#sides.get(side))
    const compared = left && right && left.width === right.width && left.height === right.height
    if (compared) {
      const shown = this.#ofSize(left.width, left.height)
      const parted = Math.round(at * left.width)
      if (how === 'difference') this.#subtract(left, right, shown)
      else {
        this.#copy(left, shown, 0, parted)
        this.#copy(right, shown, parted, right.width)
      }
    } else if (picture) this.#copy(picture, this.#ofSize(picture.width, picture.height), 0, picture.width)
    if (this.#shown) this.#draw(this.#shown, canvas)
  }

  /** Shows how far two pictures are apart, so many times that little is seen too. */
  #subtract(left: GPUTexture, right: GPUTexture, shown: RenderTarget): void {
    const pair = this.#pair ?? ([this.#target(shown.width, shown.height), this.#target(shown.width, shown.height)] as const)
    this.#pair = pair
    if (!this.#difference) {
      const [a, b] = pair
      this.#difference = new NodeMaterial()
      this.#difference.fragmentNode = vec4(texture(a.texture).rgb.sub(texture(b.texture).rgb).abs().mul(DIFFERENCE_GAIN), 1)
    }
    this.#copy(left, pair[0], 0, left.width)
    this.#copy(right, pair[1], 0, right.width)
    this.#quad.material = this.#difference
    this.#plainly(() => {
      this.#renderer.setRenderTarget(shown)
      this.#quad.render(this.#renderer)
      this.#renderer.setRenderTarget(null)
    })
    this.#quad.material = this.#material
  }

  #forgetPair(): void {
    for (const target of this.#pair ?? []) target.dispose()
    this.#pair = undefined
    this.#difference?.dispose()
    this.#difference = undefined
  }

  #copy(picture: GPUTexture, to: RenderTarget, from: number, until: number): void {
    if (until <= from) return
    const target = gpuTextureOf(this.#renderer, to.texture)
    const encoder = this.#device.createCommandEncoder({ label: 'viewport' })
    encoder.copyTextureToTexture({ texture: picture, origin: [from, 0] }, { texture: target, origin: [from, 0] }, [
      until - from,
      picture.height,
    ])
    this.#device.queue.submit([encoder.finish()])
  }

  dispose(): void {
    this.#shown?.dispose()
    this.#forgetPair()
    this.forgetSides()
    this.#material.dispose()
  }

  #ofSize(width: number, height: number): RenderTarget {
    if (this.#shown && this.#shown.width === width && this.#shown.height === height) return this.#shown
    this.#shown?.dispose()
    this.#forgetPair()
    const shown = this.#target(width, height)
    this.#shown = shown
    this.#material.dispose()
    this.#material = new NodeMaterial()
    // A texel's middle, linearly filtered, is the texel.
    const size = vec2(width, height)
    const middle = uv().mul(size).floor().add(0.5).div(size)
    this.#material.fragmentNode = texture(shown.texture, mix(middle, uv(), this.#smooth))
    this.#quad.material = this.#material
    return shown
  }

  /** A picture that three knows, black. */
  #target(width: number, height: number): RenderTarget {
    const target = new RenderTarget(width, height, {
      type: UnsignedByteType,
      depthBuffer: false,
      generateMipmaps: false,
      minFilter: LinearFilter,
      magFilter: LinearFilter,
    })
    this.#renderer.setRenderTarget(target)
    this.#renderer.clear()
    this.#renderer.setRenderTarget(null)
    return target
  }

  #draw(picture: Size, canvas: Size): void {
    const r = this.#renderer
    const { x, y, width, height } = fitted(picture, canvas)
    this.#plainly(() => {
      r.setClearColor(0x0b0c0e, 1)
      r.setViewport(x, y, width, height)
      this.#quad.render(r)
      r.setViewport(0, 0, canvas.width, canvas.height)
    })
  }

  /** Draws without tone mapping or conversion: pictures are finished. */
  #plainly(draw: () => void): void {
    const r = this.#renderer
    const before = { toneMapping: r.toneMapping, outputColorSpace: r.outputColorSpace }
    r.toneMapping = NoToneMapping
    r.outputColorSpace = LinearSRGBColorSpace
    draw()
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
