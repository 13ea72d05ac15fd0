import code from '../../../shaders/grade-light.wgsl?raw'
import { LINEAR_OF_SRGB, type PixelGrade, SRGB_THRESHOLDS, type Tone, tonedLight } from '../../departments/retro'
import { ComputeKernel, tableBuffer, wordBuffer } from './compute-kernel'

/** Light of middle grey, 18 %, of 65535: contrast leaves it where it is. */
const MIDDLE = 0.18 * 65535

/** Grades 16-bit linear light for a small palette: edges, the shot's tone, exposure, contrast, saturation, posterise, in this order. */
export class GradeLight {
  readonly #kernel: ComputeKernel
  readonly #params: GPUBuffer
  readonly #curve: GPUBuffer
  readonly #posterised: GPUBuffer
  readonly #tone: GPUBuffer

  private constructor(kernel: ComputeKernel, params: GPUBuffer, curve: GPUBuffer, posterised: GPUBuffer, tone: GPUBuffer) {
    this.#kernel = kernel
    this.#params = params
    this.#curve = curve
    this.#posterised = posterised
    this.#tone = tone
  }

  static async create(device: GPUDevice): Promise<GradeLight> {
    const params = wordBuffer(device, 'grade-light params', 8, 'uniform')
    const curve = wordBuffer(device, 'contrast curve', 32768, 'storage')
    const posterised = wordBuffer(device, 'posterised light', 256, 'storage')
    const tone = wordBuffer(device, 'tone curve', 32768, 'storage')
    const kernel = await ComputeKernel.create(device, 'grade-light', code, [
      { binding: 2, buffer: params },
      { binding: 3, buffer: curve },
      { binding: 4, buffer: posterised },
      { binding: 5, buffer: tableBuffer(device, 'srgb thresholds', SRGB_THRESHOLDS) },
      { binding: 6, buffer: tone },
    ])
    return new GradeLight(kernel, params, curve, posterised, tone)
  }

  /** Whether a grade changes no picture, so that the pass may be left out. */
  static isIdentity({ exposure, contrast, saturation, edges }: PixelGrade, posterise: number | null, tone: Tone | null = null): boolean {
    const ones = [exposure, saturation].every((value) => of256(value) === 256)
    return ones && contrast === 1 && of256(edges) === 0 && posterise === null && tone === null
  }

  /**
   * Sets grade and size; takes effect for everything submitted after it.
   * @param posterise steps of a channel, 2 to 64; null is all of them.
   * @param tone the shot's own curve; null is none.
   */
  configure(grade: PixelGrade, posterise: number | null, width: number, height: number, tone: Tone | null = null): void {
    const { queue } = this.#kernel.device
    if (grade.contrast !== 1) queue.writeBuffer(this.#curve, 0, contrastCurve(grade.contrast))
    if (tone)
      queue.writeBuffer(
        this.#tone,
        0,
        inPairs((v) => tonedLight(tone, v)),
      )
    if (posterise !== null) queue.writeBuffer(this.#posterised, 0, posterisedLight(posterise))
    const { exposure, saturation, edges, contrast } = grade
    const words = [of256(exposure), of256(saturation), of256(edges), contrast === 1 ? 0 : 1, posterise ?? 0, tone ? 1 : 0]
    queue.writeBuffer(this.#params, 0, new Uint32Array([width, height, ...words]))
  }

  /** `source` and `target` are rgba16uint of the configured size, `target` a storage texture. */
  encode(encoder: GPUCommandEncoder, source: GPUTexture, target: GPUTexture): void {
    this.#kernel.encode(encoder, source, target, target.width, target.height)
  }

  destroy(): void {
    this.#kernel.destroy()
  }
}

const of256 = (value: number): number => Math.round(value * 256)

/** m (v / m)^contrast about middle grey, at most 65535. */
const contrastCurve = (contrast: number): Uint32Array<ArrayBuffer> =>
  inPairs((v) => Math.min(65535, Math.round(MIDDLE * (v / MIDDLE) ** contrast)))

/** What each light from 0 to 65535 becomes, two to a word. */
function inPairs(of: (light: number) => number): Uint32Array<ArrayBuffer> {
  const light = Uint16Array.from({ length: 65536 }, (_, v) => of(v))
  return Uint32Array.from({ length: 32768 }, (_, i) => light[2 * i]! | (light[2 * i + 1]! << 16))
}

/** Light of each sRGB code value when there are only so many: step ⌊code · steps / 256⌋, spread evenly from 0 to 255. */
const posterisedLight = (steps: number): Uint32Array<ArrayBuffer> =>
  Uint32Array.from({ length: 256 }, (_, value) => LINEAR_OF_SRGB[Math.round((Math.floor((value * steps) / 256) * 255) / (steps - 1))]!)
