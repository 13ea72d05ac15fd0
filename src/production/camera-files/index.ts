import type { ShotSlice } from '../../film'
import { afterEffectsFile } from './after-effects'
import { blenderFile } from './blender'
import { type CameraTrack, cameraFrames } from './camera-frames'
import { chanFile } from './chan'
import { gltfFile } from './gltf'

/** Endings of camera files, and what reads them. */
export const CAMERA_FILES = { gltf: 'glTF', chan: 'Nuke', jsx: 'After Effects', py: 'Blender' } as const
export type CameraFileKind = keyof typeof CAMERA_FILES

const WRITERS: Readonly<Record<CameraFileKind, (track: CameraTrack) => string>> = {
  gltf: gltfFile,
  chan: chanFile,
  jsx: afterEffectsFile,
  py: blenderFile,
}

/** A shot's camera as a file for another program. */
export const cameraFile = (slice: ShotSlice, kind: CameraFileKind): string => WRITERS[kind](cameraFrames(slice))

export { type CameraTrack, cameraFrames } from './camera-frames'
