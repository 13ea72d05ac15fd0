import code from '../../../shaders/lcd.wgsl?raw'
import lightFunctions from '../../../shaders/lib/light.wgsl?raw'
import type { Lcd, Rect, Size } from '../../departments/retro'
import { wordBuffer } from './compute-kernel'
import { PICTURES } from './crt-params'
import { BufferShelf, GpuPass, GroupByTexture } from './gpu-pass'
import { ghostWeights, LCD_BYTES, lcdTables } from './lcd-tables'

type Passes = { readonly settle: GpuPass; readonly show: GpuPass }

type Groups = {
  /** By how many pictures are used, less one, and by place of the picture, 0 is the one shown. */
  readonly settle: GroupByTexture<readonly (readonly GPUBindGroup[])[]>
  readonly show: GroupByTexture
}

type Setup = { readonly lcd: Lcd; readonly native: Size }

/** A machine's picture on a handheld's screen: grid, stripes, reflector, shadow, ghosting. Of its pictures alone. */
export class LcdDisplay {
  readonly #device: GPUDevice
  readonly #passes: Passes
  readonly #params: GPUBuffer
  readonly #steps: readonly (readonly GPUBuffer[])[]
  readonly #shelf: BufferShelf<'light' | 'columns' | 'rows'>
  #groups: Groups | undefined
  #setup: Setup | undefined

  private constructor(device: GPUDevice, passes: Passes) {
    this.#device = device
    this.#passes = passes
    this.#params = wordBuffer(device, 'lcd params', LCD_BYTES / 4, 'uniform')
    this.#steps = Array.from({ length: PICTURES }, (_, more) =>
      Array.from({ length: more + 1 }, (_, back) => wordBuffer(device, `lcd picture ${back} of ${more + 1}`, 4, 'uniform')),
    )
    this.#shelf = new BufferShelf(device, 'lcd')
  }

  /** Makes all pipelines a screen can need. */
  static async create(device: GPUDevice): Promise<LcdDisplay> {
    const make = (entry: string) => GpuPass.create(device, `lcd ${entry}`, lightFunctions + code, entry)
    const [settle, show] = await Promise.all([make('settle'), make('show')])
    return new LcdDisplay(device, { settle, show })
  }

  /**
   * Sets the screen for a picture of size `native` shown in `rect` of the output, for everything submitted after it.
   * @throws RangeError for sizes that are not whole and positive.
   */
  configure(lcd: Lcd, native: Size, rect: Rect): void {
    for (const [name, value] of Object.entries({ native: native.width, lines: native.height, width: rect.width, height: rect.height }))
      if (!Number.isInteger(value) || value < 1)
        throw new RangeError(`LcdDisplay.configure: ${name} must be whole and positive, got ${value}`)
    const { params, columns, rows } = lcdTables(lcd, native, rect)
    const shelf = this.#shelf
    const sizes = { light: native.width * native.height * 4, columns: columns.length, rows: rows.length }
    let grown = false
    for (const [name, words] of Object.entries(sizes) as [keyof typeof sizes, number][]) grown = shelf.fit(name, words) || grown
    if (grown || !this.#groups) this.#groups = this.#makeGroups()
    shelf.write('columns', columns)
    shelf.write('rows', rows)
    const { queue } = this.#device
    queue.writeBuffer(this.#params, 0, params)
    for (const steps of this.#steps)
      for (const [back, weight] of ghostWeights(lcd.ghosting, steps.length).entries()) {
        const words = new Float32Array(4)
        words[0] = weight
        new Uint32Array(words.buffer)[1] = back === 0 ? 1 : 0
        queue.writeBuffer(steps[back]!, 0, words)
      }
    this.#setup = { lcd, native: { width: native.width, height: native.height } }
  }

  /** Pictures that `encode` makes use of: the one shown and those before it that are still seen. */
  get depth(): number {
    return this.#settled('depth').lcd.ghosting > 0 ? PICTURES : 1
  }

  /**
   * Records pictures → output. `pictures` are rgba8unorm of the native size, the one shown first, then those
   * before it in the shot, as many as there are (at most `depth` are used). `output` is an rgba8unorm storage texture.
   * @throws Error before `configure`; RangeError without a picture or for one of another size.
   */
  encode(encoder: GPUCommandEncoder, pictures: readonly GPUTexture[], output: GPUTexture): void {
    const { native } = this.#settled('encode')
    if (pictures.length === 0) throw new RangeError('LcdDisplay.encode: at least one picture')
    const used = pictures.slice(0, this.depth)
    for (const [back, picture] of used.entries()) {
      if (picture.width !== native.width || picture.height !== native.height)
        throw new RangeError(
          `LcdDisplay.encode: picture ${back} is ${picture.width}×${picture.height}, configure was given ${native.width}×${native.height}`,
        )
      this.#passes.settle.encode(encoder, this.#groups!.settle.of(picture)[used.length - 1]![back]!, native.width, native.height)
    }
    this.#passes.show.encode(encoder, this.#groups!.show.of(output), output.width, output.height)
  }

  /** Frees the buffers; the display must not be used again. */
  destroy(): void {
    this.#shelf.destroy()
    for (const buffer of [this.#params, ...this.#steps.flat()]) buffer.destroy()
    this.#setup = undefined
  }

  #settled(call: string): Setup {
    if (!this.#setup) throw new Error(`LcdDisplay.${call}: call configure first`)
    return this.#setup
  }

  #makeGroups(): Groups {
    const [params, light, columns, rows] = [this.#params, this.#shelf.get('light'), this.#shelf.get('columns'), this.#shelf.get('rows')]
    const { settle, show } = this.#passes
    return {
      settle: new GroupByTexture((picture) =>
        this.#steps.map((steps) => steps.map((step) => settle.group({ 0: params, 1: step, 2: picture, 3: light }))),
      ),
      show: new GroupByTexture((output) => show.group({ 0: params, 3: light, 4: columns, 5: rows, 6: output })),
    }
  }
}
