import { STYLES, Style, styleByName } from '../../departments/retro'
import { hashOf } from '../../film'
import type { ResolvedOutput } from './resolved'

/** Palettes that belong to no machine. */
export const PALETTE_NAMES = ['16bit', '8bit', 'grey', '1bit'] as const

const hex = (n: number): string =>
  Math.round(n * 255)
    .toString(16)
    .padStart(2, '0')
const steps = (n: number): number[] => Array.from({ length: n }, (_, i) => i / (n - 1))

/** 252 colours, 6 × 7 × 6 even steps of red, green and blue: as many as a 16-bit console puts on one screen. */
const CUBE = steps(6).flatMap((r) => steps(7).flatMap((g) => steps(6).map((b) => `#${hex(r)}${hex(g)}${hex(b)}`)))

function colours(palette: string | readonly string[]): readonly string[] | undefined {
  if (typeof palette !== 'string') return palette
  switch (palette) {
    case '16bit':
      return CUBE
    case '8bit':
      return styleByName('nes').palette ?? undefined
    case 'grey':
      return steps(16).map((v) => `#${hex(v)}${hex(v)}${hex(v)}`)
    case '1bit':
      return ['#000000', '#ffffff']
    default:
      return STYLES.find((s) => s.id === palette)?.palette ?? undefined
  }
}

/**
 * The style of an output: the named one, or with retro settings a style of its own, whose id says what it is made of so
 * that two unlike ones are never taken for one another.
 */
export function styleOfOutput(output: ResolvedOutput): Style {
  const base = styleByName(output.style)
  const { retro } = output
  if (!retro) return base
  const palette = retro.palette === undefined ? base.palette : (colours(retro.palette) ?? base.palette)
  const resolution =
    retro.width !== undefined && retro.height !== undefined ? { width: retro.width, height: retro.height } : base.resolution
  // With a size of its own it is no longer that machine's screen.
  const pixelAspect = retro.width === undefined ? base.pixelAspect : { num: 1, den: 1 }
  return Style.parse({
    ...base,
    id: `${base.id}-${hashOf(retro).slice(0, 8)}`,
    aliases: [],
    resolution,
    pixelAspect,
    downscale: resolution === null ? 'none' : 'area',
    palette,
    grade: palette === null ? { exposure: 1, saturation: 1, edges: 0 } : base.grade,
    dither: {
      ...base.dither,
      ...(retro.dither ? { kind: retro.dither } : {}),
      ...(retro.dither_size ? { size: retro.dither_size } : {}),
      ...(retro.strength === undefined ? {} : { strength: retro.strength }),
    },
    scene: palette === null ? base.scene : { ...base.scene, grain: false },
  })
}
