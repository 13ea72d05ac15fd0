import { NoToneMapping, PCFShadowMap, SRGBColorSpace, WebGPURenderer } from 'three/webgpu'
import { orderCameraValues, threadDevice } from './thread-device'
import { stopLoop } from './three-internals'

/** Said when there is no WebGPU: a state of the interface, with the remedy in its message. */
export class NoGpuError extends Error {
  constructor(reason: string) {
    super(`WebGPU is not available (${reason}). Use a current Chrome, Edge, Safari or Firefox with hardware acceleration switched on.`)
    this.name = 'NoGpuError'
  }
}

/** The graphics device went away in the middle of the work; what was finished before is kept. */
export class GpuLostError extends Error {
  constructor(reason: string) {
    super(`the graphics device was lost${reason ? ` (${reason})` : ''}: run again, and it goes on where it was`)
    this.name = 'GpuLostError'
  }
}

/** Settings under which the page's picture equals the worker's; every renderer of the house has them. */
export function configureRenderer(renderer: WebGPURenderer): void {
  renderer.setPixelRatio(1)
  renderer.shadowMap.enabled = true
  renderer.shadowMap.type = PCFShadowMap
  renderer.toneMapping = NoToneMapping
  renderer.outputColorSpace = SRGBColorSpace
  renderer.info.autoReset = false
}

/**
 * A renderer on a canvas of its own, without a screen; on the device of its thread.
 * @param canvas an OffscreenCanvas (workers) or canvas; a small one does: pictures are drawn to render targets.
 * @throws NoGpuError when there is no adapter.
 */
export async function createRenderer(canvas: OffscreenCanvas | HTMLCanvasElement): Promise<WebGPURenderer> {
  if (!('gpu' in navigator) || !navigator.gpu) throw new NoGpuError('the browser has no navigator.gpu')
  const adapter = await navigator.gpu.requestAdapter()
  if (!adapter) throw new NoGpuError('no graphics adapter')
  // three sets canvas.style when it sizes a canvas; an OffscreenCanvas has none.
  if (!('style' in canvas)) Object.defineProperty(canvas, 'style', { value: {} })
  const device = await threadDevice(adapter)
  const renderer = new WebGPURenderer({ canvas: canvas as HTMLCanvasElement, antialias: false, alpha: false, device })
  await renderer.init()
  stopLoop(renderer)
  configureRenderer(renderer)
  await orderCameraValues(renderer)
  return renderer
}

/** A short name of the adapter that draws, for manifests and segment keys. */
export async function adapterName(): Promise<string> {
  const adapter = await navigator.gpu?.requestAdapter()
  if (!adapter) return 'none'
  const { vendor, architecture, device, description } = adapter.info
  return [vendor, architecture, device, description].filter(Boolean).join(' ') || 'unknown'
}
