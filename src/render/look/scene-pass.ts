import { mrt, output, pass } from 'three/tsl'
import {
  BlendMode,
  NormalBlending,
  type PassNode,
  type PerspectiveCamera,
  type Scene,
  UnsignedByteType,
  type WebGPURenderer,
} from 'three/webgpu'
import { sceneId, sceneNormal } from '../../stage'

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

/**
 * Compiles what the posed camera sees of a scene as `scenePassOf` draws it, at whatever size, without blocking: pictures may
 * be drawn meanwhile.
 */
export async function compileScene(renderer: WebGPURenderer, scene: Scene, camera: PerspectiveCamera): Promise<void> {
  const made = scenePassOf(scene, camera)
  const [target, layers] = [renderer.getRenderTarget(), renderer.getMRT()]
  renderer.setRenderTarget(made.renderTarget)
  renderer.setMRT(LAYERS)
  // three notes these before it waits for the first time.
  const compiled = renderer.compileAsync(scene, camera)
  renderer.setRenderTarget(target)
  renderer.setMRT(layers)
  await compiled
  made.dispose()
}
