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
import type { Ink as InkStyle } from '../../departments/retro'
import { wordBuffer } from './compute-kernel'
import { InkPass } from './ink-pass'

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

type Passes = Readonly<
  Record<'edges' | 'mend' | 'plain' | 'flatten' | 'cel' | 'tensor' | 'flow' | 'oil' | 'varnish' | 'pencil' | 'stipple', InkPass>
>

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
  readonly #passes: Passes
  #between: Between | undefined
  #style: InkStyle | undefined

  private constructor(device: GPUDevice, params: GPUBuffer, passes: Passes) {
    this.#device = device
    this.#params = params
    this.#passes = passes
  }

  static async create(device: GPUDevice): Promise<Ink> {
    const params = wordBuffer(device, 'ink params', 12, 'uniform')
    const make = (label: string, code: string, uses = true) => InkPass.create(device, `ink ${label}`, code, uses ? params : undefined)
    const [e, m, p, f, c, t, w, o, v, g, s] = await Promise.all([
      make('edges', lib + edges),
      make('mend', mend, false),
      make('plain', lib + line + plain),
      make('flatten', lib + flatten),
      make('cel', lib + line + cel),
      make('tensor', tensor, false),
      make('flow', lib + flow),
      make('oil', lib + oil),
      make('varnish', lib + line + varnish),
      make('pencil', lib + line + pencil),
      make('stipple', lib + line + stipple),
    ])
    return new Ink(device, params, {
      edges: e,
      mend: m,
      plain: p,
      flatten: f,
      cel: c,
      tensor: t,
      flow: w,
      oil: o,
      varnish: v,
      pencil: g,
      stipple: s,
    })
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
    this.#device.queue.writeBuffer(this.#params, 0, words)
    if (Ink.changes(ink)) this.#fit(width, height)
  }

  /**
   * Records look → output, an rgba8unorm storage texture of the configured size.
   * @throws Error before `configure`; RangeError when a texture has another size.
   */
  encode(encoder: GPUCommandEncoder, { look, normal, depth, id }: InkSources, output: GPUTexture): void {
    const between = this.#between
    const style = this.#style
    if (!between || !style) throw new Error('Ink.encode: call configure with ink that changes something first')
    for (const [name, t] of Object.entries({ look, normal, depth, id, output }))
      if (t.width !== between.width || t.height !== between.height)
        throw new RangeError(`Ink.encode: ${name} is ${t.width}×${t.height}, configure was given ${between.width}×${between.height}`)
    const { edges, first, second } = between
    const p = this.#passes
    const from = (binding: number, texture: GPUTexture) => ({ binding, texture })
    if (style.outline > 0) {
      p.edges.encode(encoder, first, from(0, normal), from(2, depth), from(3, id))
      p.mend.encode(encoder, edges, from(0, first))
    }
    const flat = () => {
      p.flatten.encode(encoder, first, from(0, look), from(3, id))
      p.flatten.encode(encoder, second, from(0, first), from(3, id))
    }
    switch (style.paint) {
      case 'plain':
        p.plain.encode(encoder, output, from(0, look), from(2, edges))
        break
      case 'cel':
        flat()
        p.cel.encode(encoder, output, from(0, second), from(2, edges))
        break
      case 'oil':
        p.tensor.encode(encoder, between.tensor, from(0, look))
        p.flow.encode(encoder, between.flow, from(0, between.tensor))
        p.oil.encode(encoder, first, from(0, look), from(3, between.flow))
        p.varnish.encode(encoder, output, from(0, first), from(2, edges), from(3, between.flow))
        break
      case 'pencil':
        flat()
        p.pencil.encode(encoder, output, from(0, second), from(2, edges))
        break
      case 'stipple':
        flat()
        p.stipple.encode(encoder, output, from(0, second), from(2, edges))
        break
    }
  }

  /** Frees buffer and textures; the kernel must not be used again. */
  destroy(): void {
    this.#release()
    this.#params.destroy()
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
    for (const pass of Object.values(this.#passes)) pass.forget()
    if (!this.#between) return
    const { edges, first, second, tensor, flow } = this.#between
    for (const texture of [edges, first, second, tensor, flow]) texture.destroy()
    this.#between = undefined
  }
}
