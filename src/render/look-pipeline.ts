import { bloom } from 'three/addons/tsl/display/BloomNode.js'
import { fxaa } from 'three/addons/tsl/display/FXAANode.js'
import { ao } from 'three/addons/tsl/display/GTAONode.js'
import {
  Fn,
  float,
  fract,
  hash,
  Loop,
  luminance,
  mix,
  mrt,
  normalView,
  output,
  pass,
  perspectiveDepthToViewZ,
  renderOutput,
  rtt,
  screenCoordinate,
  screenUV,
  smoothstep,
  texture,
  uniform,
  vec2,
  vec3,
  vec4,
} from 'three/tsl'
import {
  BlendMode,
  CanvasTarget,
  Color,
  FloatType,
  HalfFloatType,
  LinearFilter,
  LinearSRGBColorSpace,
  NearestFilter,
  type Node,
  NodeMaterial,
  NormalBlending,
  type PassNode,
  type PerspectiveCamera,
  QuadMesh,
  RenderPipeline,
  RenderTarget,
  RGBAFormat,
  type Scene,
  SRGBColorSpace,
  type Texture,
  type TextureNode,
  UnsignedByteType,
  type WebGPURenderer,
} from 'three/webgpu'
import { sceneId } from '../stage'
import { VIEW_TRANSFORM } from './create-renderer'
import type { QualityProfile } from './quality'
import { beginFrame, withCanvasTarget } from './three-internals'

/** What a frame asks of the look besides the scene. */
export interface LookFrame {
  /** Shot time, seconds. */
  readonly timeS: number
  /** Scene radiance is multiplied by it before the view transform. */
  readonly exposure: number
  /** 1 the picture, 0 black. */
  readonly level: number
  /** Metres from the camera at which things are sharp. */
  readonly focusDistanceM: number
  readonly fStop: number
  readonly lensMm: number
  /** Sensor height in millimetres at the picture's aspect. */
  readonly sensorHeightMm: number
  /** Whole number that seeds the grain: from the shot and the frame in it. */
  readonly grainSeed: number
  /** 1 film grain, 0 none. */
  readonly grain: number
  /** Around 1: neutral. */
  readonly saturation: number
  readonly contrast: number
  /** Added tint of shadows and highlights, linear, around 1. */
  readonly shadows: readonly [number, number, number]
  readonly highlights: readonly [number, number, number]
}

/** Poses the scene for a moment inside the frame: `part` from 0 to 1 through the open shutter. */
export type PoseSubframe = (part: number) => void

/** Van der Corput radical inverse: evenly spread offsets for sub-frames. */
function radicalInverse(index: number, base: number): number {
  let f = 1
  let r = 0
  for (let i = index; i > 0; i = Math.floor(i / base)) {
    f /= base
    r += f * (i % base)
  }
  return r
}

/**
 * From a posed scene to a display-referred picture: scene pass (colour, normal, id; the same layout in every style), ambient
 * occlusion, depth of field, bloom, view transform, then anti-aliasing or the average of jittered sub-frames, grain and
 * fades. The picture lands in `picture`, an rgba8unorm target in sRGB. Nothing is kept from one picture to the next.
 */
export class LookPipeline {
  readonly picture: RenderTarget
  readonly width: number
  readonly height: number
  readonly quality: QualityProfile
  readonly #renderer: WebGPURenderer
  readonly #camera: PerspectiveCamera
  /** Ids of what each pixel shows, as `sceneId` packs them, at the last sub-frame drawn. */
  readonly ids: Texture
  /** A second picture, for transitions; made when first asked for. */
  #second: RenderTarget | undefined
  readonly #makePicture: () => RenderTarget
  readonly #canvasTarget: CanvasTarget
  readonly #pipeline: RenderPipeline
  readonly #developed: RenderTarget
  /** Two float targets take turns, because blending into 32-bit floats is not everywhere. */
  readonly #sums: readonly [RenderTarget, RenderTarget] | undefined
  readonly #quad = new QuadMesh(new NodeMaterial())
  readonly #addMaterials: readonly [NodeMaterial, NodeMaterial] | undefined
  readonly #finishMaterial: NodeMaterial
  readonly #u = {
    exposure: uniform(1),
    level: uniform(1),
    focus: uniform(3),
    /** focal length² / f-number / sensor height, metres: the thin lens's blur as a part of the picture's height. */
    aperture: uniform(0),
    grainSeed: uniform(0),
    grain: uniform(1),
    saturation: uniform(1),
    contrast: uniform(1),
    shadows: uniform(new Color(1, 1, 1)),
    highlights: uniform(new Color(1, 1, 1)),
    subframeWeight: uniform(1),
    /** 0 starts a new sum, 1 adds to it. */
    keep: uniform(0),
  }

  /**
   * @param width even, picture pixels.
   * @param height even.
   */
  constructor(renderer: WebGPURenderer, scene: Scene, camera: PerspectiveCamera, width: number, height: number, quality: QualityProfile) {
    for (const [name, v] of [
      ['width', width],
      ['height', height],
    ] as const)
      if (!Number.isInteger(v) || v < 2 || v % 2 !== 0) throw new RangeError(`LookPipeline: ${name} must be an even whole number, got ${v}`)
    this.#renderer = renderer
    this.#camera = camera
    this.width = width
    this.height = height
    this.quality = quality

    const stand = typeof OffscreenCanvas === 'undefined' ? document.createElement('canvas') : new OffscreenCanvas(width, height)
    if (!('style' in stand)) Object.defineProperty(stand, 'style', { value: {} })
    this.#canvasTarget = new CanvasTarget(stand as HTMLCanvasElement)
    this.#canvasTarget.setPixelRatio(1)
    this.#canvasTarget.setSize(width, height, false)

    const target = (type: typeof UnsignedByteType | typeof HalfFloatType | typeof FloatType, name: string) => {
      const t = new RenderTarget(width, height, {
        type,
        format: RGBAFormat,
        depthBuffer: false,
        minFilter: LinearFilter,
        magFilter: LinearFilter,
      })
      t.texture.name = name
      t.texture.generateMipmaps = false
      return t
    }
    this.#makePicture = () => {
      const picture = target(UnsignedByteType, 'picture')
      picture.texture.minFilter = NearestFilter
      picture.texture.magFilter = NearestFilter
      return picture
    }
    this.picture = this.#makePicture()
    const many = quality.subframes > 1
    this.#developed = target(many ? HalfFloatType : UnsignedByteType, 'developed')
    this.#sums = many ? [target(FloatType, 'sum 0'), target(FloatType, 'sum 1')] : undefined

    const scenePass = pass(scene, camera)
    scenePass.setMRT(mrt({ output, normal: normalView.mul(0.5).add(0.5), id: sceneId() }).setBlendMode('id', new BlendMode(NormalBlending)))
    for (const name of ['normal', 'id']) scenePass.getTexture(name).type = UnsignedByteType
    this.ids = scenePass.getTexture('id')
    this.#pipeline = new RenderPipeline(renderer, this.#compose(scenePass, camera))
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
    this.#finishMaterial = new NodeMaterial()
    this.#finishMaterial.fragmentNode = this.#finish(
      (this.#sums
        ? texture(this.#sums[(quality.subframes - 1) % 2]!.texture)
        : fxaa(texture(this.#developed.texture))) as unknown as Node<'vec4'>,
    )
  }

  /** A second picture beside `picture`, kept from its first use on. */
  get second(): RenderTarget {
    this.#second ??= this.#makePicture()
    return this.#second
  }

  /**
   * Draws one picture. `pose` is called before each sub-frame; the camera must be posed by it.
   * @param into `picture` or `second`.
   */
  draw(frame: LookFrame, pose: PoseSubframe, into: RenderTarget = this.picture): void {
    const u = this.#u
    u.exposure.value = frame.exposure
    u.level.value = frame.level
    u.focus.value = Math.max(0.2, frame.focusDistanceM)
    u.aperture.value = (frame.lensMm * frame.lensMm) / frame.fStop / frame.sensorHeightMm / 1000
    u.grainSeed.value = frame.grainSeed
    u.grain.value = frame.grain
    u.saturation.value = frame.saturation
    u.contrast.value = frame.contrast
    u.shadows.value.setRGB(...frame.shadows, LinearSRGBColorSpace)
    u.highlights.value.setRGB(...frame.highlights, LinearSRGBColorSpace)
    const n = this.quality.subframes
    u.subframeWeight.value = 1 / n
    const r = this.#renderer
    withCanvasTarget(r, this.#canvasTarget, () => {
      for (let i = 0; i < n; i++) {
        beginFrame(r, frame.timeS)
        pose(n === 1 ? 0.5 : (i + 0.5) / n)
        if (n > 1)
          this.#camera.setViewOffset(
            this.width,
            this.height,
            radicalInverse(i + 1, 2) - 0.5,
            radicalInverse(i + 1, 3) - 0.5,
            this.width,
            this.height,
          )
        else this.#camera.clearViewOffset()
        r.setRenderTarget(this.#developed)
        this.#pipeline.render()
        if (this.#sums && this.#addMaterials) {
          u.keep.value = i === 0 ? 0 : 1
          r.setRenderTarget(this.#sums[i % 2]!)
          this.#quad.material = this.#addMaterials[i % 2]!
          this.#quad.render(r)
        }
      }
      r.setRenderTarget(into)
      this.#quad.material = this.#finishMaterial
      this.#quad.render(r)
      r.setRenderTarget(null)
    })
  }

  dispose(): void {
    this.#pipeline.dispose()
    this.#finishMaterial.dispose()
    for (const m of this.#addMaterials ?? []) m.dispose()
    for (const t of [this.picture, this.#second, this.#developed, ...(this.#sums ?? [])]) t?.dispose()
    this.#canvasTarget.dispose()
  }

  #compose(scenePass: PassNode, camera: PerspectiveCamera): Node {
    const q = this.quality
    const u = this.#u
    const colour = scenePass.getTextureNode('output')
    const depth = scenePass.getTextureNode('depth')

    let light: Node<'vec3'> = colour.rgb
    if (q.aoSamples > 0) {
      const occlusion = ao(depth, null as never, camera)
      occlusion.resolutionScale = q.aoScale
      occlusion.samples.value = q.aoSamples
      occlusion.radius.value = 0.35
      occlusion.thickness.value = 0.6
      occlusion.distanceExponent.value = 1.4
      // Direct light is not occluded: the brighter a point, the less it is darkened.
      const k = mix(float(0.9), float(0.25), smoothstep(float(0.15), float(1.5), luminance(colour.rgb.mul(u.exposure))))
      light = light.mul(mix(float(1), occlusion.getTextureNode().r, k))
    }

    let sharp: Node<'vec3'> = light
    if (q.blurTaps > 0) {
      const reach = this.height / 45
      const viewZ = perspectiveDepthToViewZ(depth.r, float(camera.near), float(camera.far)).negate().max(0.05)
      // Radius of the circle of confusion in pixels (thin lens), negative in front of the focus.
      const confusion = viewZ
        .sub(u.focus)
        .div(viewZ.mul(u.focus))
        .mul(u.aperture)
        .mul(this.height / 2)
        .clamp(-reach, reach)
      const composed = rtt(vec4(light, confusion), null, null, { type: HalfFloatType })
      const blurred = rtt(this.#gather(composed, q.blurTaps, reach), null, null, { type: HalfFloatType, resolutionScale: 0.5 } as never)
      const here = composed.sample(screenUV)
      // What lies in front of the focus spreads over its own edge: the blurred picture's alpha tells how much.
      const soft = blurred.sample(screenUV)
      sharp = mix(here.rgb, soft.rgb, smoothstep(float(0.7), float(2.2), here.a.abs().max(soft.a)))
    }

    let hdr: Node<'vec3'> = sharp.mul(u.exposure)
    if (q.bloom) hdr = hdr.add(bloom(colour.mul(u.exposure), 0.16, 0.65, 1.1).rgb)

    // Grade in scene-linear light around mid grey, then the view transform.
    const graded = Fn(() => {
      const c = hdr.max(0).toVar()
      const l = luminance(c)
      const tone = smoothstep(float(0.02), float(0.6), l)
      const tinted = c.mul(mix(u.shadows as unknown as Node<'vec3'>, u.highlights as unknown as Node<'vec3'>, tone)).toVar()
      const grey = luminance(tinted)
      const saturated = mix(vec3(grey), tinted, u.saturation).max(0)
      return saturated.div(0.18).pow(vec3(u.contrast)).mul(0.18)
    })() as unknown as Node<'vec3'>
    return renderOutput(vec4(graded, 1), VIEW_TRANSFORM, SRGBColorSpace)
  }

  /** Half-size depth of field: a disc of taps around each pixel, each counted if its own blur reaches here. Alpha: blur spread from the foreground. */
  #gather(composed: TextureNode<'vec4'>, taps: number, reach: number): Node<'vec4'> {
    const texel = vec2(1 / this.width, 1 / this.height)
    return Fn(() => {
      const centre = composed.sample(screenUV).toVar()
      const here = centre.a.toVar()
      const sum = centre.rgb.toVar()
      const weight = float(1).toVar()
      const front = float(0).toVar()
      // A turn per pixel makes grain of what would be rings; it is fixed to the screen, so it does not crawl.
      const cell = screenCoordinate.floor()
      const turn = fract(fract(cell.x.mul(0.06711056).add(cell.y.mul(0.00583715))).mul(52.9829189)).mul(Math.PI * 2)
      Loop(taps, ({ i }) => {
        const k = float(i).add(0.5)
        const radius = k.div(taps).sqrt().mul(reach).toVar()
        const angle = k.mul(2.399963).add(turn)
        const there = composed.sample(screenUV.add(vec2(angle.cos(), angle.sin()).mul(radius).mul(texel))).toVar()
        // What lies behind may not bleed over what is sharp in front of it.
        const size = there.a.greaterThan(here).select(there.a.abs().min(here.abs()), there.a.abs())
        const w = smoothstep(radius.sub(1.2), radius.add(0.6), size).toVar()
        sum.addAssign(there.rgb.mul(w))
        weight.addAssign(w)
        front.addAssign(there.a.lessThan(0).select(w.mul(there.a.abs()), 0))
      })
      return vec4(sum.div(weight), front.div(taps / 2))
    })() as unknown as Node<'vec4'>
  }

  /** Vignette, grain, fade; display-referred. */
  #finish(source: Node<'vec4'>): Node<'vec4'> {
    const u = this.#u
    return Fn(() => {
      const c = source.rgb.toVar()
      const out = screenUV.sub(0.5).mul(vec2(1, 0.85)).length()
      const vignette = smoothstep(float(0.35), float(0.85), out).mul(-0.28).add(1)
      const cell = screenCoordinate.floor()
      const seed = cell.x.add(cell.y.mul(8192)).add(u.grainSeed.mul(131.0))
      const noise = hash(seed)
        .add(hash(seed.add(0.5)))
        .sub(1)
      const l = luminance(c)
      const amount = u.grain
        .mul(0.01)
        .mul(smoothstep(float(0.0), float(0.25), l))
        .mul(smoothstep(float(1.05), float(0.5), l).mul(0.7).add(0.3))
      return vec4(c.mul(vignette).add(noise.mul(amount)).clamp(0, 1).mul(u.level), 1)
    })() as unknown as Node<'vec4'>
  }
}
