import {
  cropFor,
  type Downscale,
  displayRect,
  isDiffusion,
  nativeSize,
  type PaletteSet,
  type Rect,
  type Size,
  type Style,
  type Tone,
} from '../../departments/retro'
import { GradeLight } from './grade-light'
import { KernelShelf, kernelsOf } from './kernel-shelf'

/** A linear texture and the picture made of it. */
type Stage = { readonly light: GPUTexture; readonly picture: GPUTexture }

/** What `setStyle` settled. */
type Setup = {
  readonly style: Style
  readonly palettes: PaletteSet | null
  readonly tone: Tone | null
  readonly look: Size
  readonly output: Size
  readonly native: Size
  readonly display: Rect
  /** Light in the machine's pixels; undefined where its picture is the look. */
  readonly light: GPUTexture | undefined
  /** Light after the grade; undefined where that changes nothing. */
  readonly graded: GPUTexture | undefined
  /** The machine's last pictures, as many as its display still shows; none where its picture is the look. */
  readonly pictures: readonly GPUTexture[]
  readonly shrunk: Stage | undefined
}

/** Pictures before a frame's own that a display may still show. */
const MOST_BEFORE = 3

/**
 * Draws a look as a style: the machine's pixels → grade → colours → display. Knows a GPUDevice and nothing of scenes
 * or pages. A style switch writes buffers and makes textures; pipelines are made by `prepare` and `warm`.
 */
export class StyleEngine {
  readonly #device: GPUDevice
  readonly #shelf: KernelShelf
  #setup: Setup | undefined
  /** Which picture holds what, newest last; each key names a frame in a shot. */
  #kept: { readonly key: string; readonly picture: GPUTexture }[] = []

  private constructor(device: GPUDevice, shelf: KernelShelf) {
    this.#device = device
    this.#shelf = shelf
  }

  /** With the kernels of `styles`, or of those that nearly every style needs. */
  static async create(device: GPUDevice, styles: readonly Style[] = []): Promise<StyleEngine> {
    const engine = new StyleEngine(device, new KernelShelf(device))
    for (const style of styles) await engine.prepare(style)
    return engine
  }

  /** Whether a style can be set at once. */
  isPrepared(style: Style): boolean {
    return this.#shelf.has(kernelsOf(style))
  }

  /** Makes the kernels that a style needs. */
  prepare(style: Style): Promise<void> {
    return this.#shelf.make(kernelsOf(style))
  }

  /** Makes one kernel that another style may need, in the background. False when all are there. */
  warm(): Promise<boolean> {
    return this.#shelf.makeOneMore()
  }

  /**
   * Chooses the style and sizes for everything submitted from now on: submit what was encoded before first. Cheap when
   * nothing changed. The picture keeps its aspect: where the output has another, it stands centred between black bars;
   * `displaySize` of the retro department gives an output without bars.
   * @param palettes the style's colours, as `paletteSetFor` settles them; null where it keeps all.
   * @param tone the shot's curve of tones, as `shotTone` settles it; another alone makes no texture.
   * @throws RangeError for a size that is not whole and positive; Error before `prepare`.
   */
  setStyle(style: Style, look: Size, output: Size, palettes: PaletteSet | null, tone: Tone | null = null): void {
    const now = this.#setup
    const native = nativeSize(style, look.width, look.height)
    if (now && now.style === style && now.palettes === palettes && same(now.look, look) && same(now.output, output)) {
      if (now.tone === tone) return
      if (now.graded && tone) {
        this.#shelf.get('grade').configure(style.grade, style.posterise, native.width, native.height, tone)
        this.#setup = { ...now, tone }
        return
      }
    }
    const display = displayRect(style, look, output)
    this.#release()
    const shelf = this.#shelf
    const isGraded = !GradeLight.isIdentity(style.grade, style.posterise, tone)
    const isLook = palettes === null && style.mixes === null && same(native, look) && !isGraded
    if (!isLook) {
      const { downscale } = style
      const crop = cropFor(style, look.width, look.height)
      if (isAveraged(downscale)) shelf.get('area').configure(crop, native.width, native.height)
      else shelf.get('pixelate').configure(downscale, crop, native.width, native.height)
      if (isGraded) shelf.get('grade').configure(style.grade, style.posterise, native.width, native.height, tone)
      this.#setColours(style, palettes, native)
    }
    if (style.display.kind === 'crt') shelf.get('crt').configure(style.display, native, display)
    if (style.display.kind === 'lcd') shelf.get('lcd').configure(style.display, native, display)
    shelf.get('present').configure(display)
    const resizes = !same(native, display) && (style.resolution === null || display.width < native.width || display.height < native.height)
    if (resizes) shelf.get('shrink').configure({ x: 0, y: 0, ...native }, display.width, display.height)
    const before = historyOf(style)
    this.#setup = {
      style,
      palettes,
      tone,
      look: sizeOf(look),
      output: sizeOf(output),
      native,
      display,
      light: isLook ? undefined : this.#texture('style light', native, 'rgba16uint'),
      graded: isLook || !isGraded ? undefined : this.#texture('graded light', native, 'rgba16uint'),
      // A display that shows pictures from before needs its own, even where they are the look.
      pictures:
        isLook && before === 0 ? [] : Array.from({ length: 1 + before }, () => this.#texture('style picture', native, 'rgba8unorm')),
      shrunk: resizes && style.display.kind === 'plain' ? this.#stage(display) : undefined,
    }
  }

  /** Size of the style's own picture. */
  get nativeSize(): Size {
    return this.#settled('nativeSize').native
  }

  /** The colours it was set with, as they were settled; null where it keeps all. */
  get palettes(): PaletteSet | null {
    return this.#settled('palettes').palettes
  }

  /** Where in the output the picture stands, in output pixels. */
  get displayRect(): Rect {
    return this.#settled('displayRect').display
  }

  /** How many pictures before a frame's own are still seen on the style's display: 0 to 3. */
  get history(): number {
    return historyOf(this.#settled('history').style)
  }

  /** Whether the picture of a key is still there. */
  has(key: string): boolean {
    return this.#kept.some((kept) => kept.key === key)
  }

  /** Records look → the style's own picture, and keeps it under a key. `displays` shows it. */
  draw(encoder: GPUCommandEncoder, look: GPUTexture, key: string): GPUTexture {
    const setup = this.#settled('draw')
    expectSize('look', look, setup.look)
    if (setup.pictures.length === 0) {
      this.#kept = [{ key, picture: look }]
      return look
    }
    const again = this.#kept.find((kept) => kept.key === key)
    const free = again?.picture ?? setup.pictures.find((picture) => this.#kept.every((kept) => kept.picture !== picture))
    const picture = free ?? (this.#kept.shift()?.picture as GPUTexture)
    this.#kept = [...this.#kept.filter((kept) => kept.key !== key), { key, picture }]
    if (setup.light) {
      const light = this.#lightOf(encoder, look, setup, setup.light)
      this.#colour(encoder, setup, light, picture)
    } else this.#shelf.get('copy').encode(encoder, look, picture)
    return picture
  }

  /**
   * Records the picture of a key → output, as the display shows it with the pictures before it.
   * @param before keys of the pictures before it, the last one first.
   * @param frame whole frame in the shot: field, noise and dots go by it.
   */
  show(encoder: GPUCommandEncoder, key: string, output: GPUTexture, before: readonly string[] = [], frame = 0): void {
    const setup = this.#settled('show')
    expectSize('output', output, setup.output)
    const pictures = [key, ...before].flatMap((k) => this.#kept.find((kept) => kept.key === k)?.picture ?? [])
    const [picture] = pictures
    if (!picture || !this.has(key)) throw new Error('StyleEngine.show: draw the picture first')
    const { display } = setup.style
    if (display.kind !== 'plain') {
      if (display.kind === 'crt') this.#shelf.get('crt').setFrame(frame)
      this.#shelf.get(display.kind).encode(encoder, pictures, output)
      return
    }
    let shown = picture
    if (setup.shrunk) {
      this.#shelf.get('shrink').encode(encoder, picture, setup.shrunk.light)
      this.#shelf.get('encodeSrgb').encode(encoder, setup.shrunk.light, setup.shrunk.picture)
      shown = setup.shrunk.picture
    }
    const scaler = same(shown, setup.output) ? this.#shelf.get('copy') : this.#shelf.get('present')
    scaler.encode(encoder, shown, output)
  }

  /** Records a single picture: look → output. */
  encode(encoder: GPUCommandEncoder, look: GPUTexture, output: GPUTexture): void {
    this.draw(encoder, look, '')
    this.show(encoder, '', output)
  }

  /** The style's own picture that was drawn last: rgba8unorm, copyable. Valid until the next `setStyle`. */
  get picture(): GPUTexture {
    const last = this.#kept.at(-1)
    if (!last) throw new Error('StyleEngine.picture: draw one first')
    return last.picture
  }

  /**
   * Records look → graded light in the machine's pixels, what colours are chosen for: rgba16uint, copyable, valid until the
   * next `setStyle`. @throws Error where the style keeps the look as it is.
   */
  encodeLight(encoder: GPUCommandEncoder, look: GPUTexture): GPUTexture {
    const setup = this.#settled('encodeLight')
    expectSize('look', look, setup.look)
    if (!setup.light) throw new Error('StyleEngine.encodeLight: this style keeps the look as it is')
    return this.#lightOf(encoder, look, setup, setup.light)
  }

  /** Frees textures and buffers. */
  destroy(): void {
    this.#release()
    this.#setup = undefined
    this.#shelf.destroy()
  }

  #setColours(style: Style, palettes: PaletteSet | null, { width, height }: Size): void {
    const shelf = this.#shelf
    const { dither, distance, mixes, limits } = style
    if (!palettes) {
      if (mixes) shelf.get('levels').configure(mixes, dither, width, height)
      return
    }
    shelf.palettes.set(palettes, distance, width, height)
    if (limits?.kind === 'ham') shelf.get('ham').configure(palettes.ham?.bits ?? limits.bits, width, height)
    else if (isDiffusion(dither.kind))
      shelf.get('diffuse').configure({ dither: { ...dither, kind: dither.kind }, distance }, palettes, width, height)
    else shelf.get('quantise').configure(dither, width, height)
    if (palettes.cells) shelf.get('chooseCells').configure(dither, width, height)
  }

  #lightOf(encoder: GPUCommandEncoder, look: GPUTexture, { style, graded }: Setup, light: GPUTexture): GPUTexture {
    this.#shelf.get(isAveraged(style.downscale) ? 'area' : 'pixelate').encode(encoder, look, light)
    if (!graded) return light
    this.#shelf.get('grade').encode(encoder, light, graded)
    return graded
  }

  #colour(encoder: GPUCommandEncoder, { style, palettes }: Setup, light: GPUTexture, picture: GPUTexture): void {
    const shelf = this.#shelf
    if (!palettes) {
      const kernel = style.mixes ? shelf.get('levels') : shelf.get('encodeSrgb')
      kernel.encode(encoder, light, picture)
      return
    }
    if (palettes.cells) shelf.get('chooseCells').encode(encoder, light)
    const kernel = style.limits?.kind === 'ham' ? 'ham' : isDiffusion(style.dither.kind) ? 'diffuse' : 'quantise'
    shelf.get(kernel).encode(encoder, light, picture)
  }

  #settled(call: string): Setup {
    if (!this.#setup) throw new Error(`StyleEngine.${call}: call setStyle first`)
    return this.#setup
  }

  #stage(size: Size): Stage {
    return { light: this.#texture('shrunk light', size, 'rgba16uint'), picture: this.#texture('shrunk picture', size, 'rgba8unorm') }
  }

  #texture(label: string, { width, height }: Size, format: GPUTextureFormat): GPUTexture {
    const usage = GPUTextureUsage.STORAGE_BINDING | GPUTextureUsage.TEXTURE_BINDING | GPUTextureUsage.COPY_SRC | GPUTextureUsage.COPY_DST
    return this.#device.createTexture({ label, size: [width, height], format, usage })
  }

  #release(): void {
    const setup = this.#setup
    if (!setup) return
    this.#kept = []
    for (const texture of [setup.light, setup.graded, ...setup.pictures, setup.shrunk?.light, setup.shrunk?.picture]) texture?.destroy()
  }
}

/** Whether pixels are plain averages: with `none` of one pixel each. */
const isAveraged = (downscale: Downscale): downscale is 'area' | 'none' => downscale === 'area' || downscale === 'none'

/** What is still seen of a picture three pictures later must be worth the drawing. */
const SEEN = 0.02

function historyOf({ display }: Style): number {
  const left = display.kind === 'crt' ? display.persistence : display.kind === 'lcd' ? display.ghosting : 0
  for (let back = MOST_BEFORE; back > 0; back--) if (left ** back > SEEN) return back
  return 0
}

// A GPUTexture is a Size too, but spreading it copies nothing: its fields are getters.
const sizeOf = ({ width, height }: Size): Size => ({ width, height })

const same = (a: Size, b: Size): boolean => a.width === b.width && a.height === b.height

function expectSize(name: string, texture: GPUTexture, size: Size): void {
  if (!same(texture, size))
    throw new RangeError(`StyleEngine: ${name} is ${texture.width}×${texture.height}, setStyle was given ${size.width}×${size.height}`)
}
