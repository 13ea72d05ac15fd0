/** Where a camera is fixed, in the words of a grip: on what is driven or stands there, on a wall, on somebody, on what they carry. */
export const CAMERA_MOUNTS = [
  'bonnet',
  'dash',
  'door',
  'wheel',
  'back-seat',
  'roof',
  'camera-car',
  'wall',
  'thing',
  'chest',
  'head',
  'face',
  'prop',
] as const
export type CameraMount = (typeof CAMERA_MOUNTS)[number]
