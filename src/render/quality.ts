/** How much work goes into one picture. `final` has no time budget. */
export interface QualityProfile {
  readonly name: QualityName
  /** Jittered sub-frames that are averaged; 1 = none, then FXAA smooths edges. */
  readonly subframes: number
  /** Ambient-occlusion rays a pixel; 0 = off. */
  readonly aoSamples: number
  /** Part of the picture's size at which ambient occlusion is computed. */
  readonly aoScale: number
  /** Taps of the blur that makes depth of field, or between sub-frames on the lens fills the gaps; 0 is none. */
  readonly blurTaps: 0 | 8 | 16
  /** `gather` blurs the picture by depth; `lens` looks through another point of the aperture in each sub-frame. */
  readonly depthOfField: 'gather' | 'lens'
  /** Each sub-frame's lamps shine from another of their points: shadows are as soft as the lamp is big. */
  readonly broadLamps: boolean
  readonly shadowMapSize: number
  readonly bloom: boolean
  /** Steps of a ray through haze, and lines of the picture that it is drawn in: more in larger pictures. */
  readonly air: { readonly steps: number; readonly lines: number }
}

export const QUALITY_NAMES = ['draft', 'preview', 'production', 'final'] as const
export type QualityName = (typeof QUALITY_NAMES)[number]

export const QUALITY: Readonly<Record<QualityName, QualityProfile>> = {
  draft: {
    name: 'draft',
    subframes: 1,
    aoSamples: 0,
    aoScale: 0.5,
    blurTaps: 0,
    depthOfField: 'gather',
    broadLamps: false,
    shadowMapSize: 1024,
    bloom: false,
    air: { steps: 8, lines: 80 },
  },
  preview: {
    name: 'preview',
    subframes: 1,
    aoSamples: 8,
    aoScale: 0.5,
    blurTaps: 16,
    depthOfField: 'gather',
    broadLamps: false,
    shadowMapSize: 2048,
    bloom: true,
    air: { steps: 12, lines: 112 },
  },
  production: {
    name: 'production',
    subframes: 4,
    aoSamples: 12,
    aoScale: 1,
    blurTaps: 16,
    depthOfField: 'gather',
    broadLamps: false,
    shadowMapSize: 2048,
    bloom: true,
    air: { steps: 16, lines: 360 },
  },
  final: {
    name: 'final',
    subframes: 16,
    aoSamples: 16,
    aoScale: 1,
    blurTaps: 16,
    depthOfField: 'lens',
    broadLamps: true,
    shadowMapSize: 4096,
    bloom: true,
    air: { steps: 24, lines: 540 },
  },
}

/**
 * The profile of that name.
 * @throws RangeError naming the value and the choices.
 */
export function qualityByName(name: string): QualityProfile {
  const found = QUALITY[name as QualityName]
  if (!found) throw new RangeError(`quality: expected one of ${QUALITY_NAMES.join(', ')}, got ${JSON.stringify(name)}`)
  return found
}
