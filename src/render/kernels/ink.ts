import cel from '../../../shaders/ink-cel.wgsl?raw'
import edges from '../../../shaders/ink-edges.wgsl?raw'
import flatten from '../../../shaders/ink-flatten.wgsl?raw'
import flow from '../../../shaders/ink-flow.wgsl?raw'
import mend from '../../../shaders/ink-mend.wgsl?raw'
import oil from '../../../shaders/ink-oil.wgsl?raw'
import pencil from '../../../shaders/ink-pencil.wgsl?raw'
import plain from '../../../shaders/ink-plain.wgsl?raw'
import stipple from '../../../shaders/ink-stipple.wgsl?raw'
import tensor from '../../../shaders/ink-tensor.wgsl?raw'
import varnish from '../../../shaders/ink-varnish.wgsl?raw'
import lib from '../../../shaders/lib/ink.wgsl?raw'
import line from '../../../shaders/lib/ink-line.wgsl?raw'
import { EVEN_TONE, type Ink as InkStyle, type Tone } from '../../departments/retro'
import { wordBuffer } from './compute-kernel'
import { type InkBinding, InkPass } from './ink-pass'

/** What ink is drawn from: all of one size. */
export interface InkSources {
  /** rgba8unorm, display-referred sRGB. */
  readonly look: GPUTexture
  /** rgba8unorm: normals in view space, 0 to 1 for −1 to 1. */
  readonly normal: GPUTexture
  /** A depth texture, 0 near to 1 far. */
  readonly depth: GPUTexture
  /** rgba8unorm: what each pixel shows, three bytes of one number, 0 the sky. */
  readonly id: GPUTexture
}

/** Widths at which a look has finished lines, pixels: thinner ones would break up. */
const THINNEST_LINE = 1
const LINES_OF_SCALE_1 = 540

/** Where in the parameters the shot's tone stands, and how long it is: 33 numbers in fours. */
const TONE_AT = 12
const TONE_WORDS = 36

/** Code of each pass, and whether it reads the parameters. */
const PASSES = {
  edges: [lib + edges, true],
  mend: [mend, false],
  plain: [lib + line + plain, true],
  flatten: [lib + flatten, true],
  cel: [lib + line + cel, true],
  tensor: [tensor, false],
  flow: [lib + flow, true],
  oil: [lib + oil, true],
  varnish: [lib + line + varnish, true],
  pencil: [lib + line + pencil, true],
  stipple: [lib + line + stipple, true],
} as const
type PassName = keyof typeof PASSES
const PASS_NAMES = Object.keys(PASSES) as PassName[]

const OF_PAINT: Readonly<Record<InkStyle['paint'], readonly PassName[]>> = {
  plain: ['plain'],
  cel: ['flatten', 'cel'],
  oil: ['tensor', 'flow', 'oil', 'varnish'],
  pencil: ['flatten', 'pencil'],
  stipple: ['flatten', 'stipple'],
}

/** Textures between the passes. */
interface Between {
  readonly width: number
  readonly height: number
  readonly edges: GPUTexture
  readonly first: GPUTexture
  readonly second: GPUTexture
  readonly tensor: GPUTexture
  readonly flow: GPUTexture
}

/**
 * What a hand does to a finished look: outlines where depth breaks, surfaces turn and things end, and paint: cel, oil,
 * pencil or stipple. Everything is fixed to the screen and a function of the picture alone.
 */
export class Ink {
  readonly #device: GPUDevice
  readonly #params: GPUBuffer
  readonly #passes = new Map<PassName, InkPass>()
  #between: Between | undefined
  #style: InkStyle | undefined
  #tone: Tone | undefined

  private constructor(device: GPUDevice) {
    this.#device = device
    this.#params = wordBuffer(device, 'ink params', TONE_AT + TONE_WORDS, 'uniform')
    this.setTone(null)
  }

  /** @param inks those that it begins with the passes for, more by `prepare`; by default it has all. */
  static async create(device: GPUDevice, inks?: readonly InkStyle[]): Promise<Ink> {
    const made = new Ink(device)
    await made.#make(inks ? inks.flatMap(passesOf) : PASS_NAMES)
    return made
  }

  /** Whether all passes of an ink are made. */
  isPrepared(ink: InkStyle): boolean {
    return passesOf(ink).every((name) => this.#passes.has(name))
  }

  /** Makes the passes that an ink needs. */
  prepare(ink: InkStyle): Promise<void> {
    return this.#make(passesOf(ink))
  }

  /** Makes a pass that another ink may need, in the background. False when all are there. */
  async warm(): Promise<boolean> {
    const next = PASS_NAMES.find((name) => !this.#passes.has(name))
    if (next) await this.#make([next])
    return next !== undefined
  }

  /** Whether a style's ink changes a look at all. */
  static changes(ink: InkStyle): boolean {
    return ink.paint !== 'plain' || ink.outline > 0
  }

  /**
   * Sets ink and size for everything submitted from now on. Makes textures when the size is new, no pipeline.
   * @param camera distances of its near and far plane, metres.
   */
  configure(ink: InkStyle, width: number, height: number, camera: { readonly near: number; readonly far: number }): void {
    this.#style = ink
    const words = new Float32Array(12)
    const scale = Math.max(0.5, height / LINES_OF_SCALE_1)
    words[0] = (ink.size * height) / 1000
    words[1] = Math.max(THINNEST_LINE, (ink.outlineWidth * height) / 1000)
    words[2] = ink.outline
    words[3] = scale
    for (let k = 0; k < 3; k++) words[4 + k] = Number.parseInt(ink.outlineColour.slice(1 + 2 * k, 3 + 2 * k), 16) / 255
    words[7] = 1
    words[8] = 1 / camera.near
    words[9] = 1 / camera.near - 1 / camera.far
    words[10] = ink.outlined === 'people' ? 1 : 0
    this.#device.queue.writeBuffer(this.#params, 0, words)
    if (Ink.changes(ink)) this.#fit(width, height)
  }

  /** Sets the shot's curve of tones, which `stipple` draws by, for everything submitted from now on; null is none. */
  setTone(tone: Tone | null): void {
    const next = tone ?? EVEN_TONE
    if (next === this.#tone) return
    this.#tone = next
    this.#device.queue.writeBuffer(this.#params, TONE_AT * 4, Float32Array.from(next))
  }

  /**
   * Records look → output, an rgba8unorm storage texture of the configured size.
   * @throws Error before `configure` and `prepare`; RangeError when a texture has another size.
   */
  encode(encoder: GPUCommandEncoder, { look, normal, depth, id }: InkSources, output: GPUTexture): void {
    const between = this.#between
    const style = this.#style
    if (!between || !style) throw new Error('Ink.encode: call configure with ink that changes something first')
    for (const [name, t] of Object.entries({ look, normal, depth, id, output }))
      if (t.width !== between.width || t.height !== between.height)
        throw new RangeError(`Ink.encode: ${name} is ${t.width}×${t.height}, configure was given ${between.width}×${between.height}`)
    const { edges, first, second } = between
    const run = (name: PassName, target: GPUTexture, ...inputs: readonly InkBinding[]) => {
      const pass = this.#passes.get(name)
      if (!pass) throw new Error(`Ink.encode: pass ${name} is not made yet: call prepare first`)
      pass.encode(encoder, target, ...inputs)
    }
    const from = (binding: number, texture: GPUTexture) => ({ binding, texture })
    if (style.outline > 0) {
      run('edges', first, from(0, normal), from(2, depth), from(3, id))
      run('mend', edges, from(0, first))
    }
    const flat = () => {
      run('flatten', first, from(0, look), from(3, id))
      run('flatten', second, from(0, first), from(3, id))
    }
    switch (style.paint) {
      case 'plain':
        run('plain', output, from(0, look), from(2, edges))
        break
      case 'cel':
        flat()
        run('cel', output, from(0, second), from(2, edges))
        break
      case 'oil':
        run('tensor', between.tensor, from(0, look))
        run('flow', between.flow, from(0, between.tensor))
        run('oil', first, from(0, look), from(3, between.flow))
        run('varnish', output, from(0, first), from(2, edges), from(3, between.flow))
        break
      case 'pencil':
        flat()
        run('pencil', output, from(0, second), from(2, edges))
        break
      case 'stipple':
        flat()
        run('stipple', output, from(0, second), from(2, edges))
        break
    }
  }

  /** Frees buffer and textures; the kernel must not be used again. */
  destroy(): void {
    this.#release()
    this.#params.destroy()
  }

  async #make(names: readonly PassName[]): Promise<void> {
    const make = async (name: PassName): Promise<void> => {
      const [code, reads] = PASSES[name]
      this.#passes.set(name, await InkPass.create(this.#device, `ink ${name}`, code, reads ? this.#params : undefined))
    }
    await Promise.all([...new Set(names)].filter((name) => !this.#passes.has(name)).map(make))
  }

  #fit(width: number, height: number): void {
    if (this.#between?.width === width && this.#between.height === height) return
    this.#release()
    const make = (label: string, format: GPUTextureFormat) =>
      this.#device.createTexture({
        label: `ink ${label}`,
        size: [width, height],
        format,
        usage: GPUTextureUsage.STORAGE_BINDING | GPUTextureUsage.TEXTURE_BINDING,
      })
    this.#between = {
      width,
      height,
      edges: make('edges', 'rgba8unorm'),
      first: make('first', 'rgba8unorm'),
      second: make('second', 'rgba8unorm'),
      tensor: make('tensor', 'rgba16float'),
      flow: make('flow', 'rgba16float'),
    }
  }

  #release(): void {
    for (const pass of this.#passes.values()) pass.forget()
    if (!this.#between) return
    const { edges, first, second, tensor, flow } = this.#between
    for (const texture of [edges, first, second, tensor, flow]) texture.destroy()
    this.#between = undefined
  }
}

function passesOf(ink: InkStyle): readonly PassName[] {
  if (!Ink.changes(ink)) return []
  return ink.outline > 0 ? ['edges', 'mend', ...OF_PAINT[ink.paint]] : OF_PAINT[ink.paint]
}
