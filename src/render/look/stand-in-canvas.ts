import { CanvasTarget } from 'three/webgpu'

/** A canvas that nobody sees: three's passes take their size from one. Set it with `setSize(width, height, false)`. */
export function standInCanvas(): CanvasTarget {
  const stand = typeof OffscreenCanvas === 'undefined' ? document.createElement('canvas') : new OffscreenCanvas(2, 2)
  if (!('style' in stand)) Object.defineProperty(stand, 'style', { value: {} })
  const target = new CanvasTarget(stand as HTMLCanvasElement)
  target.setPixelRatio(1)
  return target
}
