import type { CameraTrack } from './camera-frames'

const FLOAT = 5126

/** A glTF 2.0 file with the camera as an animated node: metres, y up, it looks along −z. A glTF camera cannot zoom: it has
 * the lens that the shot begins with, and all of them in its `extras`. */
export function gltfFile({ name, fps, aspect, sensorWidthMm, frames }: CameraTrack): string {
  const times = frames.map((_, i) => (i * fps.den) / fps.num)
  const data = new Float32Array([...times, ...frames.flatMap((f) => f.position), ...frames.flatMap((f) => f.quaternion)])
  const bytes = new Uint8Array(data.buffer)
  let text = ''
  for (const byte of bytes) text += String.fromCharCode(byte)
  const n = frames.length
  const view = (from: number, floats: number) => ({ buffer: 0, byteOffset: from * 4, byteLength: floats * 4 })
  const first = frames[0] ?? { position: [0, 0, 0], quaternion: [0, 0, 0, 1], fovY: 1, lensMm: 0 }
  const zooms = frames.some((f) => f.lensMm !== first.lensMm)
  return `${JSON.stringify({
    asset: { version: '2.0', generator: 'Oneshot' },
    scene: 0,
    scenes: [{ nodes: [0] }],
    nodes: [{ name, camera: 0, translation: first.position, rotation: first.quaternion }],
    cameras: [
      {
        name,
        type: 'perspective',
        perspective: { yfov: first.fovY, aspectRatio: aspect, znear: 0.05, zfar: 2000 },
        extras: { lensMm: first.lensMm, ...(zooms ? { lensMmByFrame: frames.map((f) => f.lensMm) } : {}), sensorWidthMm },
      },
    ],
    animations: [
      {
        name,
        samplers: [
          { input: 0, output: 1, interpolation: 'LINEAR' },
          { input: 0, output: 2, interpolation: 'LINEAR' },
        ],
        channels: [
          { sampler: 0, target: { node: 0, path: 'translation' } },
          { sampler: 1, target: { node: 0, path: 'rotation' } },
        ],
      },
    ],
    accessors: [
      { bufferView: 0, componentType: FLOAT, count: n, type: 'SCALAR', min: [times[0] ?? 0], max: [times.at(-1) ?? 0] },
      { bufferView: 1, componentType: FLOAT, count: n, type: 'VEC3' },
      { bufferView: 2, componentType: FLOAT, count: n, type: 'VEC4' },
    ],
    bufferViews: [view(0, n), view(n, 3 * n), view(4 * n, 4 * n)],
    buffers: [{ byteLength: bytes.length, uri: `data:application/octet-stream;base64,${btoa(text)}` }],
  })}\n`
}
