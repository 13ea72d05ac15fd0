import { displayByName, NES_2C02, paletteByName, STYLES, type Style, styleByName, styleWith } from '../../departments/retro'
import { hashOf, type PlannedShot } from '../../film'
import type { ResolvedRetro, ShotStyle } from './resolved'

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

const IN_SHOTS = new WeakMap<Style, Map<string, Style>>()

/**
 * The style of a shot in a film of some style: another one where the production says so, and what is done to it. The same
 * object for the same words.
 * @param isPlain in moving pictures of a machine's own pixels, which have no display.
 */
export function styleOfShot(film: Style, { retro }: Pick<PlannedShot, 'retro'>, isPlain = false): Style {
  if (!retro) return film
  const known = IN_SHOTS.get(film) ?? new Map<string, Style>()
  IN_SHOTS.set(film, known)
  const key = JSON.stringify([retro, isPlain])
  const { style: name, ...said } = retro as ShotStyle
  const base = name === undefined ? film : styleByName(name)
  const made = known.get(key) ?? (Object.keys(said).length > 0 ? withRetro(base, said) : base)
  const shown = isPlain && made.display.kind !== 'plain' ? styleWith(made, { display: { kind: 'plain' } }) : made
  known.set(key, shown)
  return shown
}

/** A style with what is done to it: its id says what it is made of, so that two unlike ones are never taken for one another. */
export function withRetro(base: Style, retro: ResolvedRetro): Style {
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
