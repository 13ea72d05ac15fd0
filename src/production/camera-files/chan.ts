import { axesOf, type CameraTrack, degrees, figure, nearestTurn } from './camera-frames'

/**
 * Nuke's `.chan`: a line a frame, `frame tx ty tz rx ry rz vfov` between tabs; metres, degrees, y up, rotation order ZXY (z is turned
 * first). The film back is not in the file: it goes by `sensorWidthMm`.
 */
export function chanFile(track: CameraTrack): string {
  let before: readonly [number, number, number] = [0, 0, 0]
  const lines = track.frames.map((frame, i) => {
    const [right, up, back] = axesOf(frame)
    // R = Ry · Rx · Rz, columns right, up, back.
    const x = degrees(Math.asin(Math.max(-1, Math.min(1, -back[1]))))
    const y = nearestTurn(degrees(Math.atan2(back[0], back[2])), before[1])
    const z = nearestTurn(degrees(Math.atan2(right[1], up[1])), before[2])
    before = [x, y, z]
    return [String(i + 1), ...frame.position.map(figure), figure(x), figure(y), figure(z), figure(degrees(frame.fovY))].join('\t')
  })
  return `${lines.join('\n')}\n`
}
