import { Matrix4, type PerspectiveCamera, Vector4 } from 'three/webgpu'
import type { Size } from '../../departments/retro'

/**
 * How the sky moves over the picture: it is at infinity, so only turning and zooming count.
 * @param camera posed as it is now, its whole picture in view.
 * @param views from world to clip space before and after.
 * @returns by pixel (top row first) and channel: forward x and y, backward x and y; pixels, y up.
 */
export function skyMotion(camera: PerspectiveCamera, [before, after]: readonly [Matrix4, Matrix4], { width, height }: Size) {
  const back = new Matrix4().multiplyMatrices(camera.matrixWorld, camera.projectionMatrixInverse)
  const [at, seen] = [new Vector4(), new Vector4()]
  const {
    x: ex,
    y: ey,
    z: ez,
  } = { x: camera.matrixWorld.elements[12]!, y: camera.matrixWorld.elements[13]!, z: camera.matrixWorld.elements[14]! }
  return (pixel: number, channel: number): number => {
    const x = (((pixel % width) + 0.5) / width) * 2 - 1
    const y = 1 - ((Math.floor(pixel / width) + 0.5) / height) * 2
    at.set(x, y, 0.5, 1).applyMatrix4(back)
    at.set(at.x / at.w - ex, at.y / at.w - ey, at.z / at.w - ez, 0)
    seen.copy(at).applyMatrix4(channel < 2 ? after : before)
    const w = Math.max(1e-6, seen.w)
    return channel % 2 === 0 ? ((seen.x / w - x) * width) / 2 : ((seen.y / w - y) * height) / 2
  }
}
