import type { LightPlan } from '../../film'
import type { Brief } from './light-draft'

type Grade = LightPlan['grade']

/**
 * The colour of a mood: tint of shadows and highlights, saturation and contrast around mid grey. AgX is a flat base by
 * design, so even a plain day has a little of both.
 */
export function gradeFor({ set, time, mood }: Brief): Grade {
  if (mood.emergency) return { saturation: 1.18, contrast: 1.21, shadows: [0.92, 0.98, 1.06], highlights: [1.04, 1, 0.97] }
  if (mood.storm || mood.rain > 0.5) return { saturation: 0.95, contrast: 1.17, shadows: [0.94, 0.99, 1.07], highlights: [0.99, 1, 1.01] }
  if (set.surroundings === 'space') return { saturation: 1.05, contrast: 1.19, shadows: [0.94, 0.99, 1.07], highlights: [1.01, 1, 0.98] }
  if (time === 'NIGHT')
    return set.interior
      ? { saturation: 1.1, contrast: 1.18, shadows: [0.93, 0.98, 1.08], highlights: [1.05, 1, 0.93] }
      : { saturation: 1.06, contrast: 1.19, shadows: [0.88, 0.97, 1.13], highlights: [1.06, 1, 0.92] }
  if (time === 'DUSK' || mood.sunset) return { saturation: 1.12, contrast: 1.15, shadows: [0.95, 0.98, 1.08], highlights: [1.05, 1, 0.94] }
  if (time === 'DAWN') return { saturation: 1.14, contrast: 1.12, shadows: [0.97, 0.99, 1.07], highlights: [1.05, 1, 0.95] }
  return mood.noon
    ? { saturation: 1.12, contrast: 1.21, shadows: [0.98, 1, 1.03], highlights: [1.04, 1.01, 0.95] }
    : { saturation: 1.14, contrast: 1.14, shadows: [0.98, 1, 1.03], highlights: [1.03, 1, 0.97] }
}
