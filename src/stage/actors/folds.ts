import { clamp, smoothstep, type Vec3 } from '../../film'
import type { Body } from './body-field'
import { FOLD_ZONES, type Fold } from './mesh-builder'

/** Metres that one tile of the fold relief spans from fold to fold, in statures: eight folds a tile. */
const TILE = 0.17
const NONE: Fold = [0, 0, 0, 0]
const bell = (v: number, width: number) => Math.exp(-((v / width) ** 2))

/** The deepest folds win, by as much as they are deeper: where one kind gives way to another, cloth is smooth. */
function contest() {
  let best = NONE
  let second = 0
  return {
    offer: (u: number, v: number, depth: number, zone: number) => {
      if (depth > best[2]) {
        second = best[2]
        best = [u, v, depth, zone]
      } else second = Math.max(second, depth)
    },
    // Well before the change, for between two vertices places of different kinds would run into one another.
    won: (): Fold => [best[0], best[1], best[2] * smoothstep(0.12, 0.6, (best[2] - second) / (best[2] || 1)), best[3]],
  }
}

/** How deep a cloth folds (1 a soft cotton, less for stiff cloth), and how its trunk gathers. */
export interface Gather {
  readonly depth: number
  /** Gathered into a waistband: folds run upright there. */
  readonly tucked?: boolean
  /** Hangs open below the hips in upright folds. */
  readonly hangs?: boolean
}

/** Folds of tops by place alone: rings in the elbow's bend, rays from the armpit, slack at the waist, upright folds where cloth hangs. */
export function topFolds(body: Body, gather: Gather): (p: Vec3) => Fold {
  const { h } = body
  const [s, e, w] = [body.shoulder, body.elbow, body.wrist]
  const upper = Math.hypot(e[0] - s[0], e[1] - s[1])
  const dir: Vec3 = [(e[0] - s[0]) / upper, (e[1] - s[1]) / upper, 0]
  const lower = Math.hypot(w[0] - e[0], w[1] - e[1])
  const deep = 0.0098 * h * gather.depth
  return (p) => {
    const x = Math.abs(p[0])
    const along = (x - s[0]) * dir[0] + (p[1] - s[1]) * dir[1]
    const off = (x - s[0]) * -dir[1] + (p[1] - s[1]) * dir[0]
    const onArm = smoothstep(-0.004 * h, 0.014 * h, along) * (x > s[0] * 0.9 ? 1 : 0)
    const { offer, won } = contest()
    // Pulled apart from the middle of the front and back alike, so that nothing mirrors at a seam.
    const turn = Math.atan2(p[2] - (s[2] + e[2]) / 2, off)
    if (onArm > 0) {
      const inner = 0.5 + 0.5 * Math.sin(turn)
      const d = along - upper
      offer(
        turn * 0.16 + (p[0] > 0 ? 0.13 : 0.61),
        (d * 1.0 + 0.012 * h * Math.sin(turn * 2 + 0.7) + off * 0.35) / (TILE * h),
        onArm * deep * (bell(d, 0.052 * h) * (0.45 + 0.75 * inner) + 0.3 * bell(along - upper - lower, 0.06 * h) + 0.16),
        FOLD_ZONES.elbow,
      )
    }
    // A few rays from the armpit across chest and back, inward and up: all round it they would read as a star.
    const [ax, ay] = [s[0] * 0.9, s[1] - 0.062 * h]
    const r = Math.hypot(x - ax, p[1] - ay)
    const phi = Math.atan2(p[1] - ay, ax - x)
    offer(
      r / (0.3 * h) + (p[0] > 0 ? 0.37 : 0.83) + (p[2] > s[2] ? 0 : 0.21),
      phi * 0.2 + (p[2] > s[2] ? 0.1 : 0.55),
      deep *
        0.9 *
        smoothstep(1.25, 0.55, Math.abs(phi - 0.2)) *
        smoothstep(0.012 * h, 0.055 * h, r) *
        smoothstep(0.15 * h, 0.06 * h, r) *
        (1 - 0.5 * onArm) *
        smoothstep(0.004 * h, 0.022 * h, Math.abs(p[2] - s[2])),
      FOLD_ZONES.armpit,
    )
    if (onArm < 0.5) {
      const side = smoothstep(0, 0.07 * h, x)
      const girth = Math.atan2(p[0], p[2])
      const above = p[1] - body.waistY
      if (gather.tucked)
        offer(p[1] / (0.34 * h), girth * 0.095 * (h / (TILE * h)), deep * 0.8 * smoothstep(0.12 * h, 0.0, above), FOLD_ZONES.waist)
      else if (gather.hangs && p[1] < body.hipY + 0.03 * h)
        offer(
          p[1] / (0.8 * h) + 0.3,
          (girth * 0.1 * h) / (TILE * 1.35 * h),
          deep * smoothstep(body.hipY + 0.03 * h, body.hipY - 0.12 * h, p[1]),
          FOLD_ZONES.still,
        )
      else
        offer(
          (p[0] * 0.7 + p[2] * 0.5) / (0.3 * h) + 0.2,
          (above + x * 0.32 * clamp(p[2] / (0.06 * h), -1, 1)) / (TILE * h),
          deep * 0.85 * bell(above + 0.012 * h, 0.05 * h) * (0.35 + 0.65 * side),
          FOLD_ZONES.waist,
        )
    }
    return won()
  }
}

/** Folds of trousers: whiskers from the crotch, rings behind the knee, a break over the shoe. */
export function legFolds(body: Body, gather: Gather, hemY: number): (p: Vec3) => Fold {
  const { h, hipY } = body
  const knee = body.pose.at('leftLowerLeg')
  const hip = body.pose.at('leftUpperLeg')
  const deep = 0.01 * h * gather.depth
  return (p) => {
    const x = Math.abs(p[0])
    const { offer, won } = contest()
    const turn = Math.atan2(x - knee[0], p[2] - knee[2])
    const d = p[1] - knee[1]
    const behind = 0.5 - 0.5 * Math.cos(turn)
    const shift = p[0] > 0 ? 0.11 : 0.57
    offer(
      turn * 0.17 + shift,
      (d + 0.014 * h * Math.cos(turn * 2 + 0.4) + (x - knee[0]) * 0.5) / (TILE * 1.1 * h),
      // Gone where those of the hip begin.
      deep * (bell(d + 0.01 * h, 0.055 * h) * (0.5 + 0.6 * behind) + 0.13 * bell(d, 0.1 * h)),
      FOLD_ZONES.knee,
    )
    offer(
      turn * 0.17 + shift + 0.3,
      (p[1] - hemY + 0.02 * h * Math.cos(turn)) / (TILE * 1.15 * h),
      deep *
        1.15 *
        smoothstep(0.088 * h, 0.022 * h, p[1] - hemY) *
        smoothstep(0.002 * h, 0.012 * h, p[1] - hemY) *
        (0.75 + 0.35 * Math.cos(turn)),
      FOLD_ZONES.still,
    )
    const [cx, cy] = [hip[0] * 0.12, hipY - 0.052 * h]
    const r = Math.hypot(x - cx, p[1] - cy)
    // Whiskers: outward and up.
    const phi = Math.atan2(p[1] - cy, x - cx)
    offer(
      r / (0.3 * h) + shift,
      phi * 0.15 + (p[2] > 0 ? 0.2 : 0.7),
      deep *
        0.62 *
        smoothstep(1.3, 0.6, Math.abs(phi - 0.25)) *
        smoothstep(0.006 * h, 0.03 * h, r) *
        smoothstep(0.115 * h, 0.04 * h, r) *
        smoothstep(0.004 * h, 0.02 * h, Math.abs(p[2])),
      FOLD_ZONES.hip,
    )
    return won()
  }
}
