import { vec4 } from 'three/tsl'
import {
  DataUtils,
  HalfFloatType,
  type Matrix4,
  type Node,
  type PassNode,
  RenderPipeline,
  RenderTarget,
  type WebGPURenderer,
} from 'three/webgpu'
import type { Size } from '../../departments/retro'
import { ID_PASSES, type IdPass, type MeasuredPass, type PassName, type ShotSlice, SKY_DEPTH } from '../../film'
import { materialNames, type SceneObject, type ShotStage, sceneObjects } from '../../stage'
import {
  AirPass,
  aimCamera,
  drawScenePass,
  intoLayers,
  LookUniforms,
  type SubframeSample,
  samplePattern,
  sceneLight,
  scenePassOf,
  standInCanvas,
} from '../look'
import type { PictureReader } from '../picture-reader'
import type { QualityProfile } from '../quality'
import { idsOf } from '../read-values'
import type { Moment } from '../shot-look'
import { beginFrame, gpuTextureOf, withCanvasTarget } from '../three-internals'
import type { FramePasses, IdLayer } from './frame-passes'
import { whereabouts, withWhereabouts } from './moved-geometry'
import { MEASURE_UNIFORMS, MEASURES, SURFACE_LAYERS, targetOf } from './pass-layers'
import { skyMotion } from './sky-motion'

/** Rays a pixel of the occlusion, at least. */
const LEAST_AO = 8
/** Least direct light, of what is seen, that a shadow can be told from. */
const LEAST_LIGHT = 1e-4

/** What passes of light are drawn with. */
interface LitDrawing {
  readonly scenePass: PassNode
  readonly air: AirPass
  readonly pipeline: RenderPipeline
  /** Light, and in alpha how open a point is. */
  readonly target: RenderTarget
}

/**
 * Draws the passes of a frame and brings them to memory. What is light, colour or whose a pixel is, is the mean of the
 * picture's own sub-frames; what is measured is of the pixel's middle at the middle of the shutter. All of it before the
 * lens bends the picture. Everything that draws is made by the first pass that needs it.
 */
export class PassDrawing {
  readonly #renderer: WebGPURenderer
  readonly #stage: ShotStage
  readonly #reader: PictureReader
  readonly #canvas = standInCanvas()
  readonly #u = new LookUniforms()
  readonly #lit = new Map<QualityProfile, LitDrawing>()
  #surface: RenderTarget | undefined
  #measures: RenderTarget | undefined

  constructor(renderer: WebGPURenderer, stage: ShotStage, reader: PictureReader) {
    this.#renderer = renderer
    this.#stage = stage
    this.#reader = reader
  }

  /**
   * The passes of a moment of a loaded shot. The stage must not be loaded anew until it is done; pictures may be drawn meanwhile.
   * @param size of the look, pixels.
   */
  async draw(wanted: ReadonlySet<PassName>, slice: ShotSlice, moment: Moment, size: Size, quality: QualityProfile): Promise<FramePasses> {
    const wants = (...names: PassName[]) => names.some((n) => wanted.has(n))
    const count = size.width * size.height
    const measured = new Map<MeasuredPass, Float32Array>()
    const ids = new Map<IdPass, IdLayer>()
    const sum = (name: MeasuredPass, width: number) => {
      if (wanted.has(name)) measured.set(name, new Float32Array(count * width))
    }
    for (const [name, width] of [
      ['beauty', 3],
      ['albedo', 3],
      ['ao', 1],
      ['shadow', 1],
    ] as const)
      sum(name, width)
    const seen: Record<IdPass, Uint16Array[]> = { object: [], material: [], character: [] }
    const samples = samplePattern(quality.subframes)
    const people = peopleOf(slice)
    for (const sample of samples) {
      const share = 1 / samples.length
      if (wants('beauty', 'ao', 'shadow', 'object', 'character')) {
        const lit = await this.#drawLit(moment, size, quality, sample, wanted.has('shadow'))
        addHalfs(measured.get('beauty'), lit.light, 0, 3, share)
        addHalfs(measured.get('ao'), lit.light, 3, 1, share)
        if (lit.parts) addShadow(measured.get('shadow')!, lit.parts, share)
        const objects = Uint16Array.from(lit.ids)
        if (wanted.has('object')) seen.object.push(objects)
        if (wanted.has('character')) seen.character.push(objects.map((id) => (people.has(id) ? id : 0)))
      }
      if (wants('albedo', 'material')) {
        const { albedo, material } = await this.#drawSurface(moment, size, quality, sample)
        addHalfs(measured.get('albedo'), albedo, 0, 3, share)
        if (wanted.has('material')) seen.material.push(Uint16Array.from({ length: count }, (_, i) => material[i * 4]!))
      }
    }
    if (wants('depth', 'normal', 'position', 'motion')) await this.#measure(moment, size, wanted, measured)
    const names = { object: namesOf(sceneObjects(slice)), material: materialNames(), character: people }
    for (const name of ID_PASSES) if (wanted.has(name)) ids.set(name, { names: names[name], samples: seen[name] })
    return { ...size, measured, ids }
  }

  dispose(): void {
    for (const { scenePass, air, pipeline, target } of this.#lit.values())
      for (const made of [scenePass, air, pipeline, target]) made.dispose()
    this.#surface?.dispose()
    this.#measures?.dispose()
    this.#u.dispose()
    this.#canvas.dispose()
  }

  /** Poses stage and camera for a sub-frame as the picture does. */
  #begin({ frame, pose }: Moment, size: Size, quality: QualityProfile, sample: SubframeSample): void {
    const { camera } = this.#stage
    beginFrame(this.#renderer, frame.timeS)
    pose(sample)
    if (quality.subframes === 1) camera.clearViewOffset()
    else aimCamera(camera, size, frame, sample, quality.depthOfField === 'lens')
  }

  /** A sub-frame's light and ids; of shadows direct light with them, without, and what shines without any. */
  async #drawLit(moment: Moment, size: Size, quality: QualityProfile, sample: SubframeSample, withShadow: boolean) {
    const { scenePass, air, pipeline, target } = this.#litFor(quality)
    const [r, stage] = [this.#renderer, this.#stage]
    const id = scenePass.getTexture('id')
    const colour = scenePass.getTexture('output')
    const reads = withCanvasTarget(r, this.#canvas, () => {
      this.#canvas.setSize(size.width, size.height, false)
      target.setSize(size.width, size.height)
      air.setSize(size.width, size.height)
      this.#u.setSize(size.width, size.height)
      this.#u.set(moment.frame, 1)
      this.#begin(moment, size, quality, sample)
      stage.air.aim(stage.camera, 0)
      air.begin()
      r.setRenderTarget(target)
      pipeline.render()
      r.setRenderTarget(null)
      const drawn = [this.#read(target.texture), this.#read(id)]
      if (!withShadow) return drawn
      const parts = (['direct', 'unshadowed', 'none'] as const).map((part) => {
        stage.isolate(part)
        beginFrame(r, moment.frame.timeS)
        drawScenePass(r, scenePass)
        return this.#read(colour)
      })
      return [...drawn, ...parts]
    })
    const [light, ids, ...parts] = await Promise.all(reads)
    return { light: halfs(light!), ids: idsOf(ids!), parts: withShadow ? parts.map(halfs) : undefined }
  }

  #litFor(quality: QualityProfile): LitDrawing {
    const has = this.#lit.get(quality)
    if (has) return has
    const { scene, camera, air: uniforms } = this.#stage
    const scenePass = scenePassOf(scene, camera)
    const air = new AirPass(scenePass, uniforms, quality.air)
    const finest = { aoSamples: Math.max(LEAST_AO, quality.aoSamples), aoScale: 1 }
    const { light, open } = sceneLight(scenePass, camera, finest, this.#u, air)
    const pipeline = new RenderPipeline(this.#renderer, vec4(light.mul(this.#u.exposure), open) as unknown as Node)
    pipeline.outputColorTransform = false
    const target = new RenderTarget(2, 2, { type: HalfFloatType, depthBuffer: false })
    target.texture.generateMipmaps = false
    const made = { scenePass, air, pipeline, target }
    this.#lit.set(quality, made)
    return made
  }

  /** A sub-frame's colours of surfaces, and what they are of. */
  async #drawSurface(moment: Moment, size: Size, quality: QualityProfile, sample: SubframeSample) {
    this.#surface ??= targetOf(['albedo', 'material'])
    const target = this.#surface
    target.setSize(size.width, size.height)
    this.#begin(moment, size, quality, sample)
    this.#drawSolids(target, SURFACE_LAYERS)
    const [albedo, material] = await Promise.all(target.textures.map((t) => this.#read(t)))
    return { albedo: halfs(albedo!), material: material! }
  }

  #drawSolids(target: RenderTarget, layers: typeof MEASURES): void {
    const { scene, camera } = this.#stage
    this.#stage.withSolids(() => intoLayers(this.#renderer, target, layers, () => this.#renderer.render(scene, camera)))
  }

  /** Depth, normal, position and motion at the middle of everything. */
  async #measure(
    { frame, poseAt }: Moment,
    size: Size,
    wanted: ReadonlySet<PassName>,
    into: Map<MeasuredPass, Float32Array>,
  ): Promise<void> {
    this.#measures ??= targetOf(['position', 'normal', 'motion'])
    const [target, stage, u] = [this.#measures, this.#stage, MEASURE_UNIFORMS]
    const { camera, scene } = stage
    const posed = (frames: number, view: { readonly value: Matrix4 }) => {
      poseAt(frames)
      camera.clearViewOffset()
      view.value.multiplyMatrices(camera.projectionMatrix, camera.matrixWorldInverse)
    }
    target.setSize(size.width, size.height)
    u.half.value.set(size.width / 2, size.height / 2)
    posed(-1, u.before)
    const before = whereabouts(scene)
    posed(1, u.after)
    const after = whereabouts(scene)
    beginFrame(this.#renderer, frame.timeS)
    posed(0, u.now)
    const sky = skyMotion(camera, [u.before.value, u.after.value], size)
    withWhereabouts(scene, before, after, () => this.#drawSolids(target, MEASURES))
    const [position, normal, motion] = await Promise.all(target.textures.map((t) => this.#read(t)))
    const places = new Float32Array(position!.buffer)
    const count = size.width * size.height
    const isSky = (i: number) => !(places[i * 4 + 3]! > 0)
    const take = (name: MeasuredPass, width: number, value: (i: number, c: number) => number) => {
      if (!wanted.has(name)) return
      const out = new Float32Array(count * width)
      for (let i = 0; i < count; i++) for (let c = 0; c < width; c++) out[i * width + c] = value(i, c)
      into.set(name, out)
    }
    take('depth', 1, (i) => (isSky(i) ? SKY_DEPTH : places[i * 4 + 3]!))
    take('position', 3, (i, c) => places[i * 4 + c]!)
    const faces = halfs(normal!)
    take('normal', 3, (i, c) => numberOf(faces[i * 4 + c]!))
    const moves = halfs(motion!)
    take('motion', 4, (i, c) => (isSky(i) ? sky(i, c) : numberOf(moves[i * 4 + c]!)))
  }

  #read(texture: Parameters<typeof gpuTextureOf>[1]): Promise<Uint8Array<ArrayBuffer>> {
    return this.#reader.read(gpuTextureOf(this.#renderer, texture))
  }
}

const halfs = (bytes: Uint8Array<ArrayBuffer>): Uint16Array => new Uint16Array(bytes.buffer)

let numbers: Float32Array | undefined
/** The number of a half float. */
function numberOf(half: number): number {
  numbers ??= Float32Array.from({ length: 65536 }, (_, h) => DataUtils.fromHalfFloat(h))
  return numbers[half]!
}

/** Adds channels of half floats, four a pixel, to a sum. */
function addHalfs(to: Float32Array | undefined, from: Uint16Array, first: number, width: number, share: number): void {
  if (!to) return
  for (let i = 0, at = first; i < to.length; i += width, at += 4)
    for (let c = 0; c < width; c++) to[i + c]! += share * numberOf(from[at + c]!)
}

/** Adds how much of the direct light is there, by luminance. */
function addShadow(to: Float32Array, [direct, unshadowed, none]: readonly Uint16Array[], share: number): void {
  const luminance = (light: Uint16Array, i: number) =>
    0.2126 * numberOf(light[i]!) + 0.7152 * numberOf(light[i + 1]!) + 0.0722 * numberOf(light[i + 2]!)
  for (let i = 0; i < to.length; i++) {
    const dark = luminance(none!, i * 4)
    const all = luminance(unshadowed!, i * 4) - dark
    const there = luminance(direct!, i * 4) - dark
    to[i]! += share * (all > LEAST_LIGHT * (1 + dark) ? Math.min(1, Math.max(0, there / all)) : 1)
  }
}

const namesOf = (objects: readonly SceneObject[]): ReadonlyMap<number, string> =>
  new Map(objects.map(({ id, kind, key }) => [id, kind === 'set' || kind === 'surroundings' ? kind : key]))

const peopleOf = (slice: ShotSlice): ReadonlyMap<number, string> => namesOf(sceneObjects(slice).filter((o) => o.kind === 'person'))
