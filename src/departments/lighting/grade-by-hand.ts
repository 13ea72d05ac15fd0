import { type LightPlan, roundNumbers, type Vec3 } from '../../film'
import { kelvinRgb } from './kelvin'

/** How somebody wants a light's picture graded, over what is planned. */
export interface GradeChange {
  /** Of exposure. */
  readonly stops?: number
  /** The picture is tinted as if its white light had this temperature; 6504 tints nothing. */
  readonly kelvin?: number
  /** Factors; 1 changes nothing. */
  readonly contrast?: number
  readonly saturation?: number
}

/** What a hand may ask of a grade. */
export const GRADE_RANGES = { stops: [-3, 3], kelvin: [2500, 12000], contrast: [0.5, 2], saturation: [0, 2] } as const satisfies Record<
  keyof GradeChange,
  readonly [number, number]
>

/** White of the screen, kelvin. */
const D65 = 6504

/** Grades a light as somebody wants it; values outside of their ranges are cut to them. */
export function gradeByHand(light: LightPlan, change: GradeChange): LightPlan {
  const of = (name: keyof GradeChange, none: number) => {
    const [least, most] = GRADE_RANGES[name]
    return Math.min(most, Math.max(least, change[name] ?? none))
  }
  const tint = kelvinRgb(of('kelvin', D65), D65)
  const tinted = (c: Vec3): Vec3 => [c[0] * tint[0], c[1] * tint[1], c[2] * tint[2]]
  const { grade } = light
  return roundNumbers({
    ...light,
    exposure: light.exposure * 2 ** of('stops', 0),
    grade: {
      saturation: grade.saturation * of('saturation', 1),
      contrast: grade.contrast * of('contrast', 1),
      shadows: change.kelvin === undefined ? grade.shadows : tinted(grade.shadows),
      highlights: change.kelvin === undefined ? grade.highlights : tinted(grade.highlights),
    },
    why: [...light.why, 'graded by hand'],
  })
}
