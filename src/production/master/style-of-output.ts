import {
  displayByName,
  NES_2C02,
  paletteByName,
  STYLES,
  type Style,
  type StyleChanges,
  styleByName,
  styleWith,
} from '../../departments/retro'
import { isAnimation } from '../../encode'
import { hashOf } from '../../film'
import type { ResolvedOutput } from './resolved'

/** Names of palettes beside those of machines. */
export const PALETTE_NAMES = ['16bit', '8bit'] as const

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
      return NES_2C02
    default:
      return paletteByName(palette)?.colours ?? STYLES.find((s) => s.id === palette)?.palette ?? undefined
  }
}

/**
 * The style of an output: the named one, or with retro settings a style of its own, whose id says what it is made of so
 * that two unlike ones are never taken for one another.
 */
export function styleOfOutput(output: ResolvedOutput): Style {
  const style = asked(output)
  // A moving picture is made of the machine's own pixels; a display gives a GIF more colours than it holds.
  const plain = output.container === 'gif' || (isAnimation(output.container) && output.retro?.display === undefined)
  return plain && style.display.kind !== 'plain' ? styleWith(style, { display: { kind: 'plain' } }) : style
}

function asked(output: ResolvedOutput): Style {
  const { retro, style_changes: changes } = output
  const named = styleByName(output.style)
  const id = `${named.id}-${hashOf(changes ?? {}).slice(0, 8)}`
  const base = changes ? styleWith(named, { ...(changes as StyleChanges), id, aliases: [] }) : named
  if (!retro) return base
  const palette = retro.palette === undefined ? undefined : colours(retro.palette)
  const display = retro.display === undefined ? undefined : displayByName(retro.display).display
  return styleWith(base, {
    id: `${base.id}-${hashOf(retro).slice(0, 8)}`,
    aliases: [],
    // With a size of its own it is no longer that machine's screen.
    ...(retro.width !== undefined && retro.height !== undefined ? { resolution: { width: retro.width, height: retro.height } } : {}),
    ...(retro.downscale ? { downscale: retro.downscale } : {}),
    ...(palette ? { palette } : retro.colours ? { mixes: { levels: [256, 256, 256], count: retro.colours } } : {}),
    ...(retro.posterise ? { posterise: retro.posterise } : {}),
    ...(display ? { display } : {}),
    ...(retro.outline === undefined ? {} : { ink: { outline: retro.outline } }),
    dither: { kind: retro.dither, size: retro.dither_size as Style['dither']['size'] | undefined, strength: retro.strength },
    // Grain only makes a dither crawl.
    film: palette || retro.colours || base.palette ? { grain: 0 } : {},
  })
}
