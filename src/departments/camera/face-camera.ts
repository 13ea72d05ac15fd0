import { type CameraPlan, type Performance, roundTo6 } from '../../film'
import { cameraAt } from './optics'

/** Stances in which somebody can turn where they are. */
const TURNS: ReadonlySet<string> = new Set(['stand', 'kneel', 'crouch'])

/**
 * Somebody who faces the camera all through a shot: the eyes are on the lens wherever it goes, and whoever stands is turned to
 * where it is in the middle of the shot. Who sits, leans or lies stays as they are.
 * @param performance in seconds of the shot, as the camera's keys are. @param seconds the shot's length.
 */
export function faceCamera(performance: Performance, camera: Pick<CameraPlan, 'keys' | 'ease'>, seconds: number): Performance {
  const [x, , z] = cameraAt(camera, seconds / 2).position
  const turned = performance.where.map((w) =>
    w.kind === 'stay' && TURNS.has(w.stance) ? { ...w, yaw: roundTo6(Math.atan2(x - w.position[0], z - w.position[2])) } : w,
  )
  return {
    ...performance,
    where: turned.map((w, i) => {
      const next = turned[i + 1]
      return w.kind === 'go' && next?.kind === 'stay' ? { ...w, endYaw: next.yaw } : w
    }),
    gaze: [{ kind: 'camera', t0: 0 }],
  }
}
