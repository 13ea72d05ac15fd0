import {
  DepthTexture,
  type Light,
  type LightShadow,
  type Object3D,
  RenderTarget,
  type Scene,
  ShadowNode,
  type WebGPURenderer,
} from 'three/webgpu'

/** The layer of what stands where it is within a set: shadow maps draw it by itself. */
export const STANDING_LAYER = 1

interface ShadowFrame {
  readonly renderer: WebGPURenderer
  readonly scene: Scene
}

/** What of three's shadow node its types do not say. */
interface ShadowParts {
  readonly light: Light
  readonly shadow: LightShadow & { readonly standing?: Object3D }
  readonly shadowMap: RenderTarget
  renderShadow(frame: ShadowFrame): void
}

const Parts = ShadowNode as unknown as new (light: Light, shadow: LightShadow) => ShadowParts

/**
 * A shadow map that draws what stands still once, and then only what moves, on a copy of it: the map of a set is most of a
 * small picture's work. What is nearest counts, in whatever order it is drawn, so the map is the one that drawing all of
 * it makes. A lamp that shines from another place in every picture (a broad lamp's sub-frames) has all drawn at once.
 *
 * Assign to `shadow.shadowNode`. `shadow.standing` is the group of what stands, its meshes in STANDING_LAYER too.
 */
export class StandingShadowNode extends Parts {
  static get type() {
    return 'StandingShadowNode'
  }

  /** From where, and of what, the map was drawn last. */
  #last = ''
  /** From where, and of what, `#kept` was drawn. */
  #keptOf = ''
  #kept: RenderTarget | undefined

  override renderShadow(frame: ShadowFrame): void {
    const { light, shadow, shadowMap } = this
    const { renderer, scene } = frame
    const { standing } = shadow
    shadow.updateMatrices(light)
    const { camera, mapSize } = shadow
    const of = `${standing?.id} ${mapSize.width} ${camera.projectionMatrix.elements} ${camera.matrixWorldInverse.elements}`
    const isAgain = of === this.#last
    this.#last = of
    if (!standing?.visible || !isAgain) {
      super.renderShadow(frame)
      return
    }
    const kept = this.#standingMap(shadowMap, mapSize.width)
    if (of !== this.#keptOf) {
      const { mask } = camera.layers
      camera.layers.set(STANDING_LAYER)
      renderer.setRenderTarget(kept)
      renderer.render(scene, camera)
      camera.layers.mask = mask
      this.#keptOf = of
    }
    renderer.copyTextureToTexture(kept.depthTexture!, shadowMap.depthTexture!)
    renderer.setRenderTarget(shadowMap)
    const { autoClear } = renderer
    renderer.autoClear = false
    standing.visible = false
    renderer.render(scene, camera)
    standing.visible = true
    renderer.autoClear = autoClear
  }

  /** A map like the other, for what stands alone. */
  #standingMap({ texture, depthTexture }: RenderTarget, size: number): RenderTarget {
    if (!this.#kept) {
      const depth = new DepthTexture(size, size, depthTexture?.type)
      depth.name = 'standing shadows'
      this.#kept = new RenderTarget(size, size, { type: texture.type, depthTexture: depth })
    }
    this.#kept.setSize(size, size)
    return this.#kept
  }

  /** Frees what stands' own map; three frees the other. */
  disposeStanding(): void {
    this.#kept?.dispose()
    this.#kept = undefined
    this.#keptOf = ''
  }
}
