import { cropFor, displaySize, nativeSize, type Rect, type Size, type Style } from '../../departments/retro'
import { AreaDownscale } from './area-downscale'
import { CandidateGrid } from './candidate-grid'
import { Copy } from './copy'
import { EncodeSrgb } from './encode-srgb'
import { GradeLight } from './grade-light'
import { PaletteBuffers } from './palette-buffers'
import { Quantise } from './quantise'
import { UpscaleNearest } from './upscale-nearest'

/** All pipelines any style needs, made once. */
type Kernels = {
  readonly copy: Copy
  readonly downscale: AreaDownscale
  readonly encodeSrgb: EncodeSrgb
  readonly grade: GradeLight
  readonly palettes: PaletteBuffers
  readonly grid: CandidateGrid
  readonly quantise: Quantise
  /** For a display smaller than the style's own picture: averaged, since dropping pixels would shred it. */
  readonly shrink: AreaDownscale
  readonly present: UpscaleNearest
}

/** A linear texture and the picture made of it. */
type Stage = { readonly light: GPUTexture; readonly graded?: GPUTexture | undefined; readonly picture: GPUTexture }

/** What `setStyle` settled. */
type Setup = {
  readonly style: Style
  readonly look: Size
  readonly output: Size
  readonly native: Size
  readonly display: Rect
  /** The style's own picture; undefined where that is the look. */
  readonly own: Stage | undefined
  readonly shrunk: Stage | undefined
}

/**
 * Draws a look as a style: crop → exact area average → grade → colours → display scaling. Knows a GPUDevice
 * and nothing of scenes or pages. A style switch writes uniforms and makes textures, no pipeline.
 */
export class StyleEngine {
  readonly #device: GPUDevice
  readonly #kernels: Kernels
  #setup: Setup | undefined

  private constructor(device: GPUDevice, kernels: Kernels) {
    this.#device = device
    this.#kernels = kernels
  }

  static async create(device: GPUDevice): Promise<StyleEngine> {
    const palettes = new PaletteBuffers(device)
    const grid = await CandidateGrid.create(device, palettes)
    const [copy, downscale, encodeSrgb, grade, quantise, shrink, present] = await Promise.all([
      Copy.create(device),
      AreaDownscale.create(device),
      EncodeSrgb.create(device),
      GradeLight.create(device),
      Quantise.create(device, palettes, grid),
      AreaDownscale.create(device),
      UpscaleNearest.create(device),
    ])
    return new StyleEngine(device, { copy, downscale, encodeSrgb, grade, palettes, grid, quantise, shrink, present })
  }

  /**
   * Chooses the style and sizes for everything submitted from now on: submit what was encoded before
   * first. Cheap when nothing changed. The picture keeps its aspect: where the output has another, it
   * stands centred between black bars; `displaySize` of the retro department gives an output without bars.
   * @throws RangeError for a size that is not whole and positive.
   */
  setStyle(style: Style, look: Size, output: Size): void {
    const now = this.#setup
    if (now && now.style === style && same(now.look, look) && same(now.output, output)) return
    const native = nativeSize(style, look.width, look.height)
    const display = place(style, look, output)
    this.#release()
    const { downscale, grade, palettes, quantise, shrink, present } = this.#kernels
    present.configure(display)
    let own: Stage | undefined
    if (style.palette !== null || !same(native, look)) {
      downscale.configure(cropFor(style, look.width, look.height), native.width, native.height)
      if (style.palette !== null) {
        palettes.set({ colours: style.palette }, style.distance, native.width, native.height)
        quantise.configure(style.dither, native.width, native.height)
      }
      const graded = !GradeLight.isIdentity(style.grade, style.posterise)
      if (graded) grade.configure(style.grade, style.posterise, native.width, native.height)
      own = this.#stage(native, graded)
    }
    let shrunk: Stage | undefined
    const resizes = !same(native, display) && (style.resolution === null || display.width < native.width || display.height < native.height)
    if (resizes) {
      shrink.configure({ x: 0, y: 0, ...native }, display.width, display.height)
      shrunk = this.#stage(display)
    }
    this.#setup = { style, look: sizeOf(look), output: sizeOf(output), native, display, own, shrunk }
  }

  /** Size of the style's own picture. */
  get nativeSize(): Size {
    return this.#settled('nativeSize').native
  }

  /** Where in the output the picture stands, in output pixels. */
  get displayRect(): Rect {
    return this.#settled('displayRect').display
  }

  /**
   * The style's own picture (rgba8unorm, copyable), before display scaling, once the encoded commands
   * ran. For a style that keeps the look as it is, that is the look. Valid until the next `setStyle`.
   */
  nativeOf(look: GPUTexture): GPUTexture {
    return this.#settled('nativeOf').own?.picture ?? look
  }

  /**
   * Records look → output. `look` is rgba8unorm with TEXTURE_BINDING, display-referred sRGB, of the
   * size given to `setStyle`; `output` rgba8unorm with STORAGE_BINDING, of the output size.
   * @throws Error before `setStyle`; RangeError when a texture has another size.
   */
  encode(encoder: GPUCommandEncoder, look: GPUTexture, output: GPUTexture): void {
    const setup = this.#settled('encode')
    expectSize('look', look, setup.look)
    expectSize('output', output, setup.output)
    const { copy, downscale, encodeSrgb, grade, quantise, shrink, present } = this.#kernels
    const { own, shrunk } = setup
    if (own) {
      downscale.encode(encoder, look, own.light)
      if (own.graded) grade.encode(encoder, own.light, own.graded)
      const colours = setup.style.palette === null ? encodeSrgb : quantise
      colours.encode(encoder, own.graded ?? own.light, own.picture)
    }
    const picture = own?.picture ?? look
    if (shrunk) {
      shrink.encode(encoder, picture, shrunk.light)
      encodeSrgb.encode(encoder, shrunk.light, shrunk.picture)
    }
    const shown = shrunk?.picture ?? picture
    const scaler = same(shown, setup.output) ? copy : present
    scaler.encode(encoder, shown, output)
  }

  /** Frees textures and buffers. */
  destroy(): void {
    this.#release()
    this.#setup = undefined
    for (const kernel of Object.values(this.#kernels)) kernel.destroy()
  }

  #settled(call: string): Setup {
    if (!this.#setup) throw new Error(`StyleEngine.${call}: call setStyle first`)
    return this.#setup
  }

  #stage({ width, height }: Size, withGraded = false): Stage {
    const usage = GPUTextureUsage.STORAGE_BINDING | GPUTextureUsage.TEXTURE_BINDING
    const makeLight = (label: string) => this.#device.createTexture({ label, size: [width, height], format: 'rgba16uint', usage })
    const picture = this.#device.createTexture({
      label: 'style picture',
      size: [width, height],
      format: 'rgba8unorm',
      usage: usage | GPUTextureUsage.COPY_SRC,
    })
    return { light: makeLight('style light'), graded: withGraded ? makeLight('graded light') : undefined, picture }
  }

  #release(): void {
    for (const stage of [this.#setup?.own, this.#setup?.shrunk]) {
      stage?.light.destroy()
      stage?.graded?.destroy()
      stage?.picture.destroy()
    }
  }
}

// A GPUTexture is a Size too, but spreading it copies nothing: its fields are getters.
const sizeOf = ({ width, height }: Size): Size => ({ width, height })

const same = (a: Size, b: Size): boolean => a.width === b.width && a.height === b.height

function place(style: Style, look: Size, output: Size): Rect {
  let size = displaySize(style, output.width, output.height)
  if (style.resolution === null) {
    const scale = Math.min(output.width / look.width, output.height / look.height)
    size = { width: Math.max(1, Math.round(look.width * scale)), height: Math.max(1, Math.round(look.height * scale)) }
  }
  return { x: Math.floor((output.width - size.width) / 2), y: Math.floor((output.height - size.height) / 2), ...size }
}

function expectSize(name: string, texture: GPUTexture, size: Size): void {
  if (!same(texture, size))
    throw new RangeError(
      `StyleEngine.encode: ${name} is ${texture.width}×${texture.height}, setStyle was given ${size.width}×${size.height}`,
    )
}
