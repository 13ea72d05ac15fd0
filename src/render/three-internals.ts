import type { CanvasTarget, Texture, WebGPURenderer } from 'three/webgpu'

/**
 * Everything we take from inside three.js that it does not promise: pinned to three 0.187.0, watched by a canary test
 * (tests/purity/three-internals.test.ts).
 */
interface Internals {
  readonly _nodes: { readonly nodeFrame: { update(): void; frameId: number; time: number; deltaTime: number } }
  readonly backend: { readonly device: GPUDevice; get(object: object): { texture?: GPUTexture } }
  readonly _animation: { stop(): void }
  getCanvasTarget(): CanvasTarget
  setCanvasTarget(target: CanvasTarget): void
}

const inside = (renderer: WebGPURenderer) => renderer as unknown as Internals

/** The one GPUDevice of this thread. The renderer must have been initialised. */
export const deviceOf = (renderer: WebGPURenderer): GPUDevice => inside(renderer).backend.device

/**
 * The GPUTexture behind a three texture.
 * @throws Error when nothing has been drawn to it or uploaded yet.
 */
export function gpuTextureOf(renderer: WebGPURenderer, texture: Texture): GPUTexture {
  const found = inside(renderer).backend.get(texture).texture
  if (!found) throw new Error(`gpuTextureOf: ${texture.name || 'texture'} has no GPU texture yet; draw to it first`)
  return found
}

/**
 * Starts a picture. three advances its frame id only in its own requestAnimationFrame loop; without this, pictures drawn
 * back to back, or in a hidden tab, repeat the first post-processed one and lights go stale.
 * @param timeS shot time in seconds, for nodes that read three's `time`.
 */
export function beginFrame(renderer: WebGPURenderer, timeS: number): void {
  const frame = inside(renderer)._nodes.nodeFrame
  frame.update()
  frame.time = timeS
  frame.deltaTime = 0
  renderer.info.autoReset = false
  renderer.info.reset()
}

/** Runs `draw` with the renderer believing its canvas is `target`: its passes take their size from it. */
export function withCanvasTarget<T>(renderer: WebGPURenderer, target: CanvasTarget, draw: () => T): T {
  const r = inside(renderer)
  const before = r.getCanvasTarget()
  r.setCanvasTarget(target)
  try {
    return draw()
  } finally {
    r.setCanvasTarget(before)
  }
}

/**
 * In a worker, puts the next task in place of the next screen frame: three waits for frames between compilations, a
 * worker that was started by a worker has none (asking for one throws), and in a hidden tab none come. Call once, before
 * there is a renderer.
 */
export function drawWithoutFrames(): void {
  if (typeof document !== 'undefined') return
  const soon = (callback: FrameRequestCallback) => setTimeout(() => callback(0), 0)
  Object.assign(globalThis, { requestAnimationFrame: soon, cancelAnimationFrame: clearTimeout })
}

/** Stops three's own loop, which draws nothing here: whoever wants a picture calls `beginFrame`. */
export function stopLoop(renderer: WebGPURenderer): void {
  inside(renderer)._animation.stop()
}
