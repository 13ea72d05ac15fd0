import type { WebGPURenderer } from 'three/webgpu'
import { cropFor, type Probe, type Size, type Style } from '../departments/retro'
import type { ShotSlice } from '../film'
import { SCENE_IDS, type ShotStage } from '../stage'
import type { StyleEngine } from './kernels'
import { LookPipeline } from './look'
import { heldFrame } from './picture-format'
import type { PictureReader } from './picture-reader'
import { QUALITY } from './quality'
import type { ShotLook } from './shot-look'
import { probeOf } from './shot-palettes'
import { gpuTextureOf } from './three-internals'

/** Lines of the small looks by which a shot's colours are settled. */
const LINES = 180

/** What a prober draws with. */
export interface ProberParts {
  readonly renderer: WebGPURenderer
  readonly device: GPUDevice
  readonly stage: ShotStage
  readonly look: ShotLook
  readonly styles: StyleEngine
  readonly reader: PictureReader
}

/** Looks at a shot, small and plainly, for what its colours are settled by. */
export class ShotProber {
  readonly #parts: ProberParts
  /** Made when first needed. */
  #look: LookPipeline | undefined

  constructor(parts: ProberParts) {
    this.#parts = parts
  }

  /**
   * The machine's pixels of a frame, before colours are chosen, and where people are in them. The shot must be on stage; the
   * engine's style is another afterwards.
   */
  async probe(slice: ShotSlice, frame: number, style: Style): Promise<Probe> {
    const { renderer, device, stage, look, styles, reader } = this.#parts
    const width = 2 * Math.round((LINES * slice.shot.aspect) / 2)
    if (this.#look?.width !== width) {
      this.#look?.dispose()
      this.#look = new LookPipeline(renderer, stage.scene, stage.camera, width, LINES, QUALITY.draft)
    }
    const plain: Style = {
      ...style,
      ink: { ...style.ink, paint: 'plain', outline: 0 },
      film: { ...style.film, grain: 0, weave: 0, wear: 0 },
    }
    const size = { width, height: LINES }
    const { picture } = look.draw(slice, this.#look, plain, heldFrame(frame, slice, plain), 'picture')
    // Any colours: those of the light are wanted, before they are chosen.
    styles.setStyle(plain, size, size, { colours: style.palette ?? ['#000000', '#ffffff'] })
    const encoder = device.createCommandEncoder({ label: 'probe' })
    const light = styles.encodeLight(encoder, picture)
    device.queue.submit([encoder.finish()])
    // Both are on their way before either is there.
    const words = reader.read(light)
    const ids = reader.read(gpuTextureOf(renderer, this.#look.scene.id))
    return { ...probeOf(light, await words), people: peopleIn(await ids, size, plain, light) }
  }

  dispose(): void {
    this.#look?.dispose()
  }
}

/** Who is seen in each of the machine's pixels: 1 + a place in the cast, 0 for nobody. */
function peopleIn(ids: Uint8Array, size: Size, style: Style, native: Size): Uint8Array {
  const crop = cropFor(style, size.width, size.height)
  const people = new Uint8Array(native.width * native.height)
  for (let y = 0; y < native.height; y++)
    for (let x = 0; x < native.width; x++) {
      const from = {
        x: crop.x + Math.floor(((x + 0.5) * crop.width) / native.width),
        y: crop.y + Math.floor(((y + 0.5) * crop.height) / native.height),
      }
      const i = 4 * (from.y * size.width + from.x)
      const id = ids[i]! | (ids[i + 1]! << 8) | (ids[i + 2]! << 16)
      if (id >= SCENE_IDS.person && id < SCENE_IDS.prop) people[y * native.width + x] = 1 + id - SCENE_IDS.person
    }
  return people
}
