import type { PerspectiveCamera } from 'three/webgpu'
import type { Size } from '../../departments/retro'
import type { LookFrame } from './look-frame'
import type { SubframeSample } from './sample-pattern'

/**
 * Shifts a posed camera to a sample's place on the pixel and on the lens; what is in focus stays where it is.
 * @param size of the picture, pixels. @param onLens whether it looks through the sample's point of the aperture.
 */
export function aimCamera(
  camera: PerspectiveCamera,
  { width, height }: Size,
  frame: Pick<LookFrame, 'lensMm' | 'fStop' | 'scene' | 'lens' | 'focusDistanceM'>,
  { pixel, lens }: SubframeSample,
  onLens: boolean,
): void {
  let [x, y] = pixel
  if (onLens) {
    const radius = ((frame.lensMm / frame.fStop / 2) * frame.scene.focus) / 1000
    const [right, up] = [(lens[0] * radius) / frame.lens.squeeze, lens[1] * radius]
    const pixelsAMetre = height / (2 * Math.tan((camera.fov * Math.PI) / 360) * Math.max(0.2, frame.focusDistanceM))
    camera.translateX(right)
    camera.translateY(up)
    camera.updateMatrixWorld()
    x -= right * pixelsAMetre
    y += up * pixelsAMetre
  }
  camera.setViewOffset(width, height, x, y, width, height)
}
