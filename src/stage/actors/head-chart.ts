import { normalize, type Vec3 } from '../../film'

/** Directions on a head, told by azimuth (0 front, π/2 left) and angle from the crown; the crown may be set back. */
export interface Chart {
  /** Unit direction at an azimuth and an angle from the pole, radians. */
  at(phi: number, psi: number): Vec3
}
/** The chart round a pole. */
export const chart = (towards: Vec3): Chart => {
  const pole = normalize(towards)
  const front = normalize([0, -pole[2], pole[1]])
  return {
    at(phi, psi) {
      const c = Math.cos(psi)
      const k = Math.sin(psi)
      const fwd = Math.cos(phi) * k
      return [Math.sin(phi) * k, pole[1] * c + front[1] * fwd, pole[2] * c + front[2] * fwd]
    },
  }
}
/** The direction a share of the way from one to another along the head. */
export const between = (a: Vec3, b: Vec3, t: number): Vec3 =>
  normalize([a[0] + (b[0] - a[0]) * t, a[1] + (b[1] - a[1]) * t, a[2] + (b[2] - a[2]) * t])
