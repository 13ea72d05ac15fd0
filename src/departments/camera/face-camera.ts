import { type CameraPlan, type Performance, roundTo6, type Vec3 } from '../../film'

/** Stances in which somebody can turn where they are. */
const TURNS: ReadonlySet<string> = new Set(['stand', 'kneel', 'crouch'])

/**
 * Somebody who faces the camera all through a shot: the eyes are on the lens wherever it goes, and whoever stands is turned to
 * where it is in the middle of the shot. Who sits, leans or lies stays as they are.
 * @param performance in seconds of the shot, as the camera's keys are. @param seconds the shot's length.
 */
export function faceCamera(performance: Performance, { keys }: Pick<CameraPlan, 'keys'>, seconds: number): Performance {
  const [x, , z] = lensAt(keys, seconds / 2)
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

/** Where the camera is between its keys, straight on. */
function lensAt(keys: CameraPlan['keys'], t: number): Vec3 {
  const next = keys.findIndex((k) => k.t > t)
  if (next <= 0) return keys[next === 0 ? 0 : keys.length - 1]!.position
  const [a, b] = [keys[next - 1]!, keys[next]!]
  const u = (t - a.t) / (b.t - a.t)
  return [0, 1, 2].map((i) => a.position[i]! + (b.position[i]! - a.position[i]!) * u) as unknown as Vec3
}
