import faceCode from '../../../shaders/crt.wgsl?raw'
import beamCode from '../../../shaders/crt-beam.wgsl?raw'
import glowCode from '../../../shaders/crt-glow.wgsl?raw'
import lightCode from '../../../shaders/crt-light.wgsl?raw'
import crtStructs from '../../../shaders/lib/crt.wgsl?raw'
import lightFunctions from '../../../shaders/lib/light.wgsl?raw'
import signalCode from '../../../shaders/signal.wgsl?raw'
import type { Crt, Rect, Size } from '../../departments/retro'
import { wordBuffer } from './compute-kernel'
import { CRT_BYTES, crtTables, FILTER_WEIGHTS, GLOW_WEIGHTS, PERSISTENCE_OF_GREEN, PICTURES, SIGNAL_BYTES } from './crt-params'
import { BufferShelf, GpuPass, GroupByTexture } from './gpu-pass'

type Passes = {
  readonly send: GpuPass
  readonly receive: GpuPass
  readonly fromPicture: GpuPass
  readonly fromSignal: GpuPass
  readonly gather: GpuPass
  readonly across: GpuPass
  readonly down: GpuPass
  readonly beam: GpuPass
  /** As `faceOf` counts them. */
  readonly faces: readonly GpuPass[]
}

/** Bind groups of one set of buffers. */
type Groups = {
  /** By place of the picture, 0 is the one shown: pictures take turns, and each comes to every place. */
  readonly send: GroupByTexture<readonly GPUBindGroup[]>
  readonly fromPicture: GroupByTexture<readonly GPUBindGroup[]>
  readonly fromSignal: readonly GPUBindGroup[]
  readonly receive: GPUBindGroup
  readonly gather: GPUBindGroup
  readonly across: GPUBindGroup
  readonly down: GPUBindGroup
  readonly beam: GPUBindGroup
  readonly faces: readonly GroupByTexture[]
}

type BufferName = 'light' | 'wire' | 'received' | 'cells' | 'strayed' | 'drawn' | 'spots' | 'mask' | 'gaussians' | 'filters'

type Setup = {
  readonly crt: Crt
  readonly native: Size
  readonly rect: Rect
  readonly columns: number
  readonly glow: Size
  readonly face: number
}

/** Which pipeline draws a face: four, since a processor that stands in for a GPU pays for what is not there too. */
const faceOf = (isCurved: boolean, isFar: boolean): number => (isCurved ? 1 : 0) + (isFar ? 2 : 0)

/** Lines of a thread in crt-beam.wgsl. */
const BEAM_LINES = 4

/** A picture and how it is reached back to: eight words, `Step` of shaders/lib/crt.wgsl. */
const STEP_WORDS = 8

/**
 * A machine's picture on a tube: cable, persistence, beam, mask, bloom, halation, glass. Works in floats; what it
 * shows depends on the pictures and the number of the frame in its shot only.
 */
export class CrtDisplay {
  readonly #device: GPUDevice
  readonly #passes: Passes
  readonly #params: GPUBuffer
  readonly #signal: GPUBuffer
  readonly #steps: readonly GPUBuffer[]
  readonly #shelf: BufferShelf<BufferName>
  #groups: Groups | undefined
  #setup: Setup | undefined

  private constructor(device: GPUDevice, passes: Passes) {
    this.#device = device
    this.#passes = passes
    this.#params = wordBuffer(device, 'crt params', CRT_BYTES / 4, 'uniform')
    this.#signal = wordBuffer(device, 'signal params', SIGNAL_BYTES / 4, 'uniform')
    this.#steps = Array.from({ length: PICTURES }, (_, i) => wordBuffer(device, `crt picture ${i}`, STEP_WORDS, 'uniform'))
    this.#shelf = new BufferShelf(device, 'crt')
  }

  /** Makes all pipelines a tube can need. */
  static async create(device: GPUDevice): Promise<CrtDisplay> {
    const make = (name: string, code: string, entry = 'main', constants: Record<string, number> = {}) =>
      GpuPass.create(device, `crt ${name}`, lightFunctions + crtStructs + code, entry, constants)
    const [send, receive, fromPicture, fromSignal, gather, across, down, beam, ...faces] = await Promise.all([
      make('send', signalCode, 'send'),
      make('receive', signalCode, 'receive'),
      make('from picture', lightCode, 'fromPicture'),
      make('from signal', lightCode, 'fromSignal'),
      make('gather', glowCode, 'gather'),
      make('across', glowCode, 'across'),
      make('down', glowCode, 'down'),
      make('beam', beamCode),
      make('flat face', faceCode, 'main', { curved: 0, far: 0 }),
      make('curved face', faceCode, 'main', { curved: 1, far: 0 }),
      make('flat far face', faceCode, 'main', { curved: 0, far: 1 }),
      make('curved far face', faceCode, 'main', { curved: 1, far: 1 }),
    ])
    return new CrtDisplay(device, { send, receive, fromPicture, fromSignal, gather, across, down, beam, faces })
  }

  /**
   * Sets the tube for a picture of size `native` shown in `rect` of the output, for everything submitted after it. Writes
   * buffers; makes them only when they must be greater. The frame is 0 until `setFrame`.
   * @throws RangeError for sizes that are not whole and positive, or a rect narrower than two pixels.
   */
  configure(crt: Crt, native: Size, rect: Rect): void {
    for (const [name, value] of Object.entries({ native: native.width, lines: native.height, width: rect.width - 1, height: rect.height }))
      if (!Number.isInteger(value) || value < 1)
        throw new RangeError(`CrtDisplay.configure: ${name} must be whole and positive, got ${value}`)
    const { columns, glow, reach, ...tables } = crtTables(crt, native, rect)
    const shelf = this.#shelf
    const samples = columns * native.height
    const wired = crt.signal === 'rgb' ? 1 : samples
    const sizes = {
      light: samples,
      wire: wired * 4,
      received: wired * 4,
      cells: glow.width * glow.height,
      strayed: glow.width * glow.height * 2,
      drawn: rect.width * (native.height + glow.height + 1),
      spots: tables.spots.length,
      mask: tables.mask.length,
      gaussians: GLOW_WEIGHTS * 4,
      filters: FILTER_WEIGHTS * 4,
    }
    let grown = false
    for (const [name, words] of Object.entries(sizes) as [keyof typeof sizes, number][]) grown = shelf.fit(name, words) || grown
    if (grown || !this.#groups) this.#groups = this.#makeGroups()
    shelf.write('spots', tables.spots)
    shelf.write('mask', tables.mask)
    shelf.write('gaussians', tables.gaussians)
    shelf.write('filters', tables.filters)
    this.#device.queue.writeBuffer(this.#params, 0, tables.params)
    this.#device.queue.writeBuffer(this.#signal, 0, tables.signal)
    this.#setup = {
      crt,
      native: { width: native.width, height: native.height },
      rect: { ...rect },
      columns,
      glow,
      face: faceOf(crt.curvature > 0, reach > 1),
    }
    this.setFrame(0)
  }

  /** The number of the frame in its shot, from 0, for everything submitted from now on: field, noise and dots go by it. */
  setFrame(frameInShot: number): void {
    const { crt } = this.#settled('setFrame')
    for (const [back, buffer] of this.#steps.entries()) {
      const words = new ArrayBuffer(STEP_WORDS * 4)
      new Float32Array(words).set(PERSISTENCE_OF_GREEN.map((share) => (crt.persistence * share) ** back))
      new Uint32Array(words).set([Math.max(0, frameInShot - back), back === 0 ? 1 : 0], 4)
      this.#device.queue.writeBuffer(buffer, 0, words)
    }
  }

  /** Pictures that `encode` makes use of: the one shown and those before it that have not faded. */
  get depth(): number {
    return this.#settled('depth').crt.persistence > 0 ? PICTURES : 1
  }

  /**
   * Records pictures → output. `pictures` are rgba8unorm of the native size, the one shown first, then those
   * before it in the shot, as many as there are (at most `depth` are used). `output` is an rgba8unorm storage texture.
   * @throws Error before `configure`; RangeError without a picture or for one of another size.
   */
  encode(encoder: GPUCommandEncoder, pictures: readonly GPUTexture[], output: GPUTexture): void {
    const { crt, native, rect, columns, glow, face } = this.#settled('encode')
    if (pictures.length === 0) throw new RangeError('CrtDisplay.encode: at least one picture')
    const groups = this.#groups!
    const passes = this.#passes
    for (const [back, picture] of pictures.slice(0, this.depth).entries()) {
      if (picture.width !== native.width || picture.height !== native.height)
        throw new RangeError(
          `CrtDisplay.encode: picture ${back} is ${picture.width}×${picture.height}, configure was given ${native.width}×${native.height}`,
        )
      if (crt.signal === 'rgb') passes.fromPicture.encode(encoder, groups.fromPicture.of(picture)[back]!, columns, native.height)
      else {
        passes.send.encode(encoder, groups.send.of(picture)[back]!, columns, native.height)
        passes.receive.encode(encoder, groups.receive, columns, native.height)
        passes.fromSignal.encode(encoder, groups.fromSignal[back]!, columns, native.height)
      }
    }
    if (crt.bloom + crt.halation > 0) {
      passes.gather.encode(encoder, groups.gather, glow.width, glow.height)
      passes.across.encode(encoder, groups.across, glow.width, glow.height)
      passes.down.encode(encoder, groups.down, glow.width, glow.height)
    }
    passes.beam.encode(encoder, groups.beam, rect.width, Math.ceil(native.height / BEAM_LINES))
    passes.faces[face]!.encode(encoder, groups.faces[face]!.of(output), output.width, output.height)
  }

  /** Frees the buffers; the display must not be used again. */
  destroy(): void {
    this.#shelf.destroy()
    for (const buffer of [this.#params, this.#signal, ...this.#steps]) buffer.destroy()
    this.#setup = undefined
  }

  #settled(call: string): Setup {
    if (!this.#setup) throw new Error(`CrtDisplay.${call}: call configure first`)
    return this.#setup
  }

  #makeGroups(): Groups {
    const buffer = (name: BufferName) => this.#shelf.get(name)
    const [params, signal, steps, passes] = [this.#params, this.#signal, this.#steps, this.#passes]
    const [light, wire, received] = [buffer('light'), buffer('wire'), buffer('received')]
    const [cells, strayed, drawn] = [buffer('cells'), buffer('strayed'), buffer('drawn')]
    const [spots, mask, gaussians, filters] = [buffer('spots'), buffer('mask'), buffer('gaussians'), buffer('filters')]
    return {
      send: new GroupByTexture((picture) =>
        steps.map((step) => passes.send.group({ 0: signal, 1: step, 2: picture, 3: wire, 4: filters })),
      ),
      receive: passes.receive.group({ 0: signal, 3: wire, 4: filters, 5: received }),
      fromPicture: new GroupByTexture((picture) =>
        steps.map((step) => passes.fromPicture.group({ 0: params, 1: step, 2: light, 3: picture })),
      ),
      fromSignal: steps.map((step) => passes.fromSignal.group({ 0: params, 1: step, 2: light, 4: received })),
      gather: passes.gather.group({ 0: params, 1: light, 2: cells }),
      across: passes.across.group({ 0: params, 2: cells, 3: gaussians, 4: strayed }),
      down: passes.down.group({ 0: params, 2: cells, 3: gaussians, 4: strayed }),
      beam: passes.beam.group({ 0: params, 1: steps[0]!, 2: light, 3: cells, 4: spots, 5: drawn }),
      faces: passes.faces.map((pass) => new GroupByTexture((output) => pass.group({ 0: params, 1: drawn, 2: mask, 3: output }))),
    }
  }
}
