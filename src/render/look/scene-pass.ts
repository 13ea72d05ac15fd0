import { mrt, output, pass } from 'three/tsl'
import {
  BlendMode,
  type MRTNode,
  NormalBlending,
  type Object3D,
  type PassNode,
  type PerspectiveCamera,
  type RenderTarget,
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
  // three notes the target, and what there is to draw, before it waits for the first time.
  await intoLayers(renderer, made.renderTarget, LAYERS, () => withoutCulling(scene, () => renderer.compileAsync(scene, camera)))
  made.dispose()
}

/** Does what draws into a target's layers, and leaves the renderer as it was. */
export function intoLayers<T>(renderer: WebGPURenderer, target: RenderTarget, layers: MRTNode, work: () => T): T {
  const before = [renderer.getRenderTarget(), renderer.getMRT()] as const
  renderer.setRenderTarget(target)
  renderer.setMRT(layers)
  try {
    return work()
  } finally {
    renderer.setRenderTarget(before[0])
    renderer.setMRT(before[1])
  }
}

/** Draws a scene pass's layers by themselves, at the size they have. */
export function drawScenePass(renderer: WebGPURenderer, { renderTarget, scene, camera }: PassNode): void {
  intoLayers(renderer, renderTarget, LAYERS, () => renderer.render(scene as Scene, camera as PerspectiveCamera))
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
    beginFrame(this.renderer, 0)
    drawScenePass(this.renderer, this.#pass)
  }

  dispose(): void {
    this.#pass.dispose()
  }
}
