import { mrt, output, pass } from 'three/tsl'
import {
  BlendMode,
  NormalBlending,
  type Object3D,
  type PassNode,
  type PerspectiveCamera,
  type Scene,
  UnsignedByteType,
  type WebGPURenderer,
} from 'three/webgpu'
import { sceneId, sceneNormal } from '../../stage'
import { beginFrame } from '../three-internals'

/** What the scene pass leaves, a layer each: one object for all looks, because three builds every material anew for another. */
const LAYERS = mrt({ output, normal: sceneNormal(), id: sceneId() })
for (const name of ['normal', 'id']) LAYERS.setBlendMode(name, new BlendMode(NormalBlending))

/** The pass that draws a scene: colour, normal and id, in the same layout in every style. */
export function scenePassOf(scene: Scene, camera: PerspectiveCamera): PassNode {
  const made = pass(scene, camera)
  made.setMRT(LAYERS)
  for (const name of ['normal', 'id']) made.getTexture(name).type = UnsignedByteType
  return made
}

/** Runs `work` with nothing left out for being out of the camera's sight. */
export function withoutCulling<T>(scene: Scene, work: () => T): T {
  const culled: Object3D[] = []
  scene.traverseVisible((o) => {
    if (o.frustumCulled) culled.push(o)
  })
  for (const o of culled) o.frustumCulled = false
  try {
    return work()
  } finally {
    for (const o of culled) o.frustumCulled = true
  }
}

/**
 * Compiles a scene as `scenePassOf` draws it, at whatever size, without blocking: pictures may be drawn meanwhile. All of it,
 * since what the camera does not see yet comes into sight in the midst of the shot.
 */
export async function compileScene(renderer: WebGPURenderer, scene: Scene, camera: PerspectiveCamera): Promise<void> {
  const made = scenePassOf(scene, camera)
  const [target, layers] = [renderer.getRenderTarget(), renderer.getMRT()]
  renderer.setRenderTarget(made.renderTarget)
  renderer.setMRT(LAYERS)
  // three notes these, and what there is to draw, before it waits for the first time.
  const compiled = withoutCulling(scene, () => renderer.compileAsync(scene, camera))
  renderer.setRenderTarget(target)
  renderer.setMRT(layers)
  await compiled
  made.dispose()
}

/** Draws the scene pass by itself, shadow maps and all, into targets of its own: for measuring what a scene costs. */
export class SceneDrawing {
  readonly #pass: PassNode

  constructor(
    readonly renderer: WebGPURenderer,
    readonly scene: Scene,
    readonly camera: PerspectiveCamera,
    width: number,
    height: number,
  ) {
    this.#pass = scenePassOf(scene, camera)
    this.#pass.renderTarget.setSize(width, height)
  }

  draw(): void {
    const { renderer } = this
    const [target, layers] = [renderer.getRenderTarget(), renderer.getMRT()]
    beginFrame(renderer, 0)
    renderer.setRenderTarget(this.#pass.renderTarget)
    renderer.setMRT(LAYERS)
    renderer.render(this.scene, this.camera)
    renderer.setRenderTarget(target)
    renderer.setMRT(layers)
  }

  dispose(): void {
    this.#pass.dispose()
  }
}
