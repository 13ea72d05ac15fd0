import type { WebGPURenderer } from 'three/webgpu'
import { cropFor, type Probe, type Size, type Style, type Tone } from '../departments/retro'
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
const LINES = 108

/** A screen that every machine's pixels fit in. Nothing is shown on it. */
const SCREEN: Size = { width: 8192, height: 8192 }

/** A small look as it was read back, and the ids of what is seen in it: four bytes a pixel each. */
interface Seen {
  readonly picture: Uint8Array<ArrayBuffer>
  readonly ids: Uint8Array
}

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
  /** A look that was seen before, brought back to the device. */
  #again: GPUTexture | undefined
  /** By frame and by what of a style changes it: many styles look at a scene in the same way. */
  readonly #seen = new WeakMap<ShotSlice, Map<string, Seen>>()

  constructor(parts: ProberParts) {
    this.#parts = parts
  }

  /**
   * The machine's pixels of a frame, toned and graded, before colours are chosen, and where people are in them. The shot must be on stage; the
   * engine's style is another afterwards.
   */
  async probe(slice: ShotSlice, frame: number, style: Style, tone: Tone | null): Promise<Probe> {
    const { device, styles, reader } = this.#parts
    const plain = plainOf(style)
    const size = { width: 2 * Math.round((LINES * slice.shot.aspect) / 2), height: LINES }
    const held = heldFrame(frame, slice, plain)
    const { picture, ids } = await this.#see(slice, held, plain, `${held} ${sceneKeyOf(style)}`, size)
    const again = this.#pictureOf(size)
    device.queue.writeTexture({ texture: again }, picture, { bytesPerRow: size.width * 4 }, [size.width, size.height])
    // Any colours: those of the light are wanted, before they are chosen.
    const colours = style.palette || style.mixes ? { colours: style.palette ?? ['#000000', '#ffffff'] } : null
    styles.setStyle(plain, size, style.resolution ? SCREEN : size, colours, tone)
    const encoder = device.createCommandEncoder({ label: 'probe' })
    const light = styles.encodeLight(encoder, again)
    device.queue.submit([encoder.finish()])
    return { ...probeOf(light, await reader.read(light)), people: peopleIn(ids, size, plain, light) }
  }

  /** A small look; drawn once. */
  async #see(slice: ShotSlice, frame: number, style: Style, key: string, size: Size): Promise<Seen> {
    const { renderer, stage, look, reader } = this.#parts
    const known = this.#seen.get(slice) ?? new Map<string, Seen>()
    this.#seen.set(slice, known)
    let seen = known.get(key)
    if (!seen) {
      if (!this.#look) {
        this.#look = new LookPipeline(renderer, stage.scene, stage.camera, QUALITY.draft, false, stage.air)
        this.#look.setSize(size.width, size.height)
        await this.#look.warm()
      }
      this.#look.setSize(size.width, size.height)
      const { picture } = look.draw(slice, this.#look, style, frame, 'picture', undefined, false)
      // Both are on their way before either is there.
      const [words, ids] = [reader.read(picture), reader.read(gpuTextureOf(renderer, this.#look.scene.id))]
      seen = { picture: (await words) as Uint8Array<ArrayBuffer>, ids: await ids }
      known.set(key, seen)
    }
    return seen
  }

  #pictureOf({ width, height }: Size): GPUTexture {
    if (this.#again?.width !== width) {
      this.#again?.destroy()
      this.#again = this.#parts.device.createTexture({
        label: 'probe',
        size: [width, height],
        format: 'rgba8unorm',
        usage: GPUTextureUsage.TEXTURE_BINDING | GPUTextureUsage.COPY_DST,
      })
    }
    return this.#again
  }

  dispose(): void {
    this.#look?.dispose()
    this.#again?.destroy()
  }
}

const plains = new WeakMap<Style, Style>()

/** A style without what hides colours, and without a display: tubes take tables that nobody would look at. */
function plainOf(style: Style): Style {
  let plain = plains.get(style)
  if (!plain) {
    plain = {
      ...style,
      ink: { ...style.ink, paint: 'plain', outline: 0 },
      film: { ...style.film, grain: 0, weave: 0, wear: 0 },
      display: { kind: 'plain' },
    }
    plains.set(style, plain)
  }
  return plain
}

const sceneKeys = new WeakMap<Style, string>()

/** Equal for styles that draw a scene alike before it is made pixels. */
function sceneKeyOf(style: Style): string {
  let key = sceneKeys.get(style)
  if (key === undefined) {
    key = JSON.stringify([style.scene, style.film])
    sceneKeys.set(style, key)
  }
  return key
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
