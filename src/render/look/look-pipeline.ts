import { fxaa } from 'three/addons/tsl/display/FXAANode.js'
import { sRGBTransferEOTF, texture, vec4 } from 'three/tsl'
import {
  type CanvasTarget,
  DepthTexture,
  FloatType,
  HalfFloatType,
  LinearFilter,
  NearestFilter,
  type Node,
  NodeMaterial,
  type PerspectiveCamera,
  QuadMesh,
  RenderPipeline,
  RenderTarget,
  RGBAFormat,
  type Scene,
  type Texture,
  UnsignedByteType,
  type WebGPURenderer,
} from 'three/webgpu'
import type { AirUniforms } from '../../stage'
import type { QualityProfile } from '../quality'
import { beginFrame, withCanvasTarget } from '../three-internals'
import { aimCamera } from './aim-camera'
import { AirPass } from './air-pass'
import { developed } from './develop'
import { finished } from './finish'
import { grainTexture } from './grain-tile'
import type { LookFrame } from './look-frame'
import { LookUniforms } from './look-uniforms'
import { type SubframeSample, samplePattern } from './sample-pattern'
import { scenePassOf } from './scene-pass'
import { standInCanvas } from './stand-in-canvas'

/** Sub-frames see the air at other depths, evenly spread however many there are. */
const GOLDEN = 0.618034

/** Poses scene and camera for a moment inside the frame. */
export type PoseSubframe = (sample: SubframeSample) => void

/** What the scene pass leaves besides its light: of what is not see-through, at the last sub-frame drawn. */
export interface SceneTextures {
  /** Directions in view space, 0 to 1 for −1 to 1. */
  readonly normal: Texture
  /** What each pixel shows, as `sceneId` packs it. */
  readonly id: Texture
  /** Depth of the camera's projection, 0 near to 1 far. */
  readonly depth: Texture
}

/**
 * From a posed scene to a display-referred picture: scene pass (colour, normal, id; the same layout in every style), what
 * `developed` makes of it, then anti-aliasing or the average of jittered sub-frames, then what `finished` does. The picture
 * lands in `picture`, an rgba8unorm target in sRGB; or as light, an rgba16float target of the same picture decoded, in
 * which nothing was ever rounded to eight bits (so FXAA may decide otherwise at an edge). Nothing is kept from one picture
 * to the next, and another look changes uniforms only.
 */
export class LookPipeline {
  readonly picture: RenderTarget
  readonly quality: QualityProfile
  /** Whether `picture` is linear light. */
  readonly light: boolean
  readonly scene: SceneTextures
  readonly #renderer: WebGPURenderer
  readonly #camera: PerspectiveCamera
  /** A second picture, for transitions; made when first asked for. */
  #second: RenderTarget | undefined
  readonly #makePicture: () => RenderTarget
  readonly #canvasTarget: CanvasTarget
  readonly #pipeline: RenderPipeline
  readonly #developed: RenderTarget
  readonly #smooth: RenderTarget
  /** Two float targets take turns, because blending into 32-bit floats is not everywhere. */
  readonly #sums: readonly [RenderTarget, RenderTarget] | undefined
  readonly #quad = new QuadMesh(new NodeMaterial())
  readonly #addMaterials: readonly [NodeMaterial, NodeMaterial] | undefined
  readonly #smoothMaterial = new NodeMaterial()
  readonly #finishMaterial = new NodeMaterial()
  readonly #grain = grainTexture()
  readonly #samples: readonly SubframeSample[]
  readonly #air: AirPass | undefined
  readonly #airUniforms: AirUniforms | undefined
  readonly #u = new LookUniforms()
  #width = 2
  #height = 2

  /**
   * Its size is set by `setSize`.
   * @param light leaves linear light instead of a picture.
   * @param air what hangs in the scene's air; none is ever drawn without it.
   */
  constructor(
    renderer: WebGPURenderer,
    scene: Scene,
    camera: PerspectiveCamera,
    quality: QualityProfile,
    light = false,
    air?: AirUniforms,
  ) {
    this.#renderer = renderer
    this.#camera = camera
    this.quality = quality
    this.light = light
    this.#samples = samplePattern(quality.subframes)

    this.#canvasTarget = standInCanvas()

    const target = (
      type: typeof UnsignedByteType | typeof HalfFloatType | typeof FloatType,
      name: string,
      filter: typeof LinearFilter | typeof NearestFilter = LinearFilter,
    ) => {
      const t = new RenderTarget(this.#width, this.#height, {
        type,
        format: RGBAFormat,
        depthBuffer: false,
        minFilter: filter,
        magFilter: filter,
      })
      t.texture.name = name
      t.texture.generateMipmaps = false
      return t
    }
    this.#makePicture = () => target(light ? HalfFloatType : UnsignedByteType, 'picture', NearestFilter)
    this.picture = this.#makePicture()
    const many = quality.subframes > 1
    const between = many || light ? HalfFloatType : UnsignedByteType
    this.#developed = target(between, 'developed')
    this.#smooth = target(between, 'smooth')
    this.#sums = many ? [target(FloatType, 'sum 0', NearestFilter), target(FloatType, 'sum 1', NearestFilter)] : undefined

    const scenePass = scenePassOf(scene, camera)
    const depth = scenePass.getTexture('depth')
    if (!(depth instanceof DepthTexture)) throw new Error('LookPipeline: the scene pass has no depth texture')
    this.scene = { normal: scenePass.getTexture('normal'), id: scenePass.getTexture('id'), depth }
    this.#airUniforms = air
    this.#air = air && new AirPass(scenePass, air, quality.air)
    this.#pipeline = new RenderPipeline(renderer, developed(scenePass, camera, quality, this.#u, this.#air))
    this.#pipeline.outputColorTransform = false

    if (this.#sums) {
      const adder = (from: RenderTarget) => {
        const m = new NodeMaterial()
        const sum = texture(from.texture).mul(this.#u.keep)
        m.fragmentNode = sum.add(texture(this.#developed.texture).mul(this.#u.subframeWeight))
        return m
      }
      this.#addMaterials = [adder(this.#sums[1]), adder(this.#sums[0])]
    }
    this.#smoothMaterial.fragmentNode = (this.#sums
      ? texture(this.#sums[(quality.subframes - 1) % 2]!.texture)
      : fxaa(texture(this.#developed.texture))) as unknown as Node<'vec4'>
    const codes = finished(this.#smooth.texture, this.#grain, this.#u)
    this.#finishMaterial.fragmentNode = light ? vec4(sRGBTransferEOTF(codes.rgb) as unknown as Node<'vec3'>, 1) : codes
  }

  get width(): number {
    return this.#width
  }

  get height(): number {
    return this.#height
  }

  /**
   * Sets the size of all that is drawn from now on. Targets change, and nothing that is compiled does.
   * @param width even, picture pixels.
   * @param height even.
   * @throws RangeError
   */
  setSize(width: number, height: number): void {
    for (const [name, v] of [
      ['width', width],
      ['height', height],
    ] as const)
      if (!Number.isInteger(v) || v < 2 || v % 2 !== 0) throw new RangeError(`LookPipeline: ${name} must be an even whole number, got ${v}`)
    if (width === this.#width && height === this.#height) return
    this.#width = width
    this.#height = height
    this.#canvasTarget.setSize(width, height, false)
    this.#u.setSize(width, height)
    this.#air?.setSize(width, height)
    for (const t of [this.picture, this.#second, this.#developed, this.#smooth, ...(this.#sums ?? [])]) t?.setSize(width, height)
  }

  /** A second picture beside `picture`, kept from its first use on. */
  get second(): RenderTarget {
    this.#second ??= this.#makePicture()
    return this.#second
  }

  /** How the picture drawn last is bent against what the scene pass left. */
  get bend(): { readonly distortion: number; readonly zoom: number; readonly weave: readonly [number, number] } {
    const { distortion, zoom, weave } = this.#u
    return { distortion: distortion.value, zoom: zoom.value, weave: [weave.value.x, weave.value.y] }
  }

  /**
   * Draws one picture. `pose` is called before each sub-frame; the camera must be posed by it.
   * @param into `picture` or `second`.
   */
  draw(frame: LookFrame, pose: PoseSubframe, into: RenderTarget = this.picture): void {
    const u = this.#u
    const n = this.#samples.length
    const lens = this.quality.depthOfField === 'lens'
    // Sub-frames on the lens lie so far apart that each fills the gap to its neighbours by a blur of its own.
    u.set(frame, lens ? 1.15 / Math.sqrt(n) : 1)
    u.subframeWeight.value = 1 / n
    const r = this.#renderer
    withCanvasTarget(r, this.#canvasTarget, () => {
      this.#samples.forEach((sample, i) => {
        beginFrame(r, frame.timeS)
        pose(sample)
        if (n === 1) this.#camera.clearViewOffset()
        else aimCamera(this.#camera, this, frame, sample, lens)
        this.#airUniforms?.aim(this.#camera, i * GOLDEN)
        this.#air?.begin()
        r.setRenderTarget(this.#developed)
        this.#pipeline.render()
        if (this.#sums && this.#addMaterials) {
          u.keep.value = i === 0 ? 0 : 1
          this.#pass(this.#addMaterials[i % 2]!, this.#sums[i % 2]!)
        }
      })
      this.#pass(this.#smoothMaterial, this.#smooth)
      this.#pass(this.#finishMaterial, into)
      r.setRenderTarget(null)
    })
  }

  /**
   * Makes what it draws with, a piece a task: the first picture would make all of it at once, and hold its thread up. Draws
   * nothing that anybody sees. The scene must be posed.
   */
  async warm(): Promise<void> {
    const pieces = [
      () => this.#pass(this.#smoothMaterial, this.#smooth),
      () => this.#pass(this.#finishMaterial, this.picture),
      () => this.#develop(),
    ]
    for (const piece of pieces) {
      this.#unseen(piece)
      await new Promise((done) => setTimeout(done))
    }
  }

  /** Makes what air is drawn with, if that is not there yet: false if it is. Draws nothing that anybody sees. The scene must be posed. */
  warmAir(): boolean {
    if (!this.#air?.prepare()) return false
    this.#unseen(() => this.#develop())
    return true
  }

  #unseen(piece: () => void): void {
    withCanvasTarget(this.#renderer, this.#canvasTarget, () => {
      beginFrame(this.#renderer, 0)
      piece()
      this.#renderer.setRenderTarget(null)
    })
  }

  #develop(): void {
    this.#airUniforms?.aim(this.#camera, 0)
    this.#air?.begin()
    this.#renderer.setRenderTarget(this.#developed)
    this.#pipeline.render()
  }

  dispose(): void {
    this.#pipeline.dispose()
    this.#air?.dispose()
    for (const m of [this.#smoothMaterial, this.#finishMaterial, ...(this.#addMaterials ?? [])]) m.dispose()
    for (const t of [this.picture, this.#second, this.#developed, this.#smooth, ...(this.#sums ?? [])]) t?.dispose()
    this.#grain.dispose()
    this.#u.dispose()
    this.#canvasTarget.dispose()
  }

  #pass(material: NodeMaterial, into: RenderTarget): void {
    this.#renderer.setRenderTarget(into)
    this.#quad.material = material
    this.#quad.render(this.#renderer)
  }
}
