import { type Quat, quatRotate, type ShotSlice, type Vec3 } from '../../film'
import { cameraAt, frameState } from '../../motion'

/** A camera in one frame. */
export interface CameraFrame {
  readonly position: Vec3
  readonly quaternion: Quat
  /** Vertical field of view, radians. */
  readonly fovY: number
  readonly lensMm: number
}

/** A shot's camera from its first frame to its last. */
export interface CameraTrack {
  /** The shot's key. */
  readonly name: string
  readonly fps: { readonly num: number; readonly den: number }
  /** Picture, width over height. */
  readonly aspect: number
  /** Width of the film back; its height is this over the aspect. */
  readonly sensorWidthMm: number
  readonly frames: readonly CameraFrame[]
}

/** The camera of a shot, a pose a frame: that of the frame's state. */
export function cameraFrames(slice: ShotSlice): CameraTrack {
  const { shot } = slice
  const { key, fps, aspect, camera } = shot
  const frames = Array.from({ length: shot.frames }, (_, frame) =>
    // What is mounted on somebody goes with their bones.
    camera.mount ? frameState(slice, frame).camera : cameraAt(camera, aspect, key, (frame * fps.den) / fps.num),
  )
  return {
    name: key,
    fps,
    aspect,
    sensorWidthMm: camera.sensorWidthMm,
    frames,
  }
}

/** Columns of the rotation: where the camera's right, up and back point. */
export const axesOf = ({ quaternion }: CameraFrame): readonly [right: Vec3, up: Vec3, back: Vec3] => [
  quatRotate(quaternion, [1, 0, 0]),
  quatRotate(quaternion, [0, 1, 0]),
  quatRotate(quaternion, [0, 0, 1]),
]

export const degrees = (radians: number): number => (radians * 180) / Math.PI

/** An angle with whole turns added so that it is nearest to another: what is read between keys does not spin. Degrees. */
export const nearestTurn = (angle: number, to: number): number => angle + 360 * Math.round((to - angle) / 360)

/** A number in a text file: six digits, no minus before nothing. */
export const figure = (v: number): string => {
  const text = (Math.round(v * 1e6) / 1e6).toFixed(6)
  return /^-0\.0+$/.test(text) ? text.slice(1) : text
}
