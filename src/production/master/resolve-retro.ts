import { DISPLAYS, DITHERS, type DitherKind, DOWNSCALES, PALETTES, paletteByName, STYLES, styleByName } from '../../departments/retro'
import { didYouMean } from '../../film'
import { defined, type Fields, isFields, numberOf, textOf } from './plain-data'
import { hexOf, sizeOf } from './read-words'
import type { DataPath } from './read-yaml'
import { type Resolving, sayAt } from './resolve-bases'
import type { ResolvedRetro } from './resolved'
import { PALETTE_NAMES } from './style-of-shot'

/** What people call the dithers, beside their own names. */
const DITHER_WORDS: Readonly<Record<string, DitherKind>> = {
  off: 'none',
  no: 'none',
  ordered: 'bayer',
  error_diffusion: 'floyd-steinberg',
  diffusion: 'floyd-steinberg',
  fs: 'floyd-steinberg',
  jjn: 'jarvis-judice-ninke',
  bluenoise: 'blue-noise',
  noise: 'blue-noise',
  halftone: 'cluster-45',
  pattern: 'cluster',
}

function ditherOf(word: string): DitherKind | undefined {
  const plain = word.toLowerCase().trim()
  if (/^(?:bayer|ordered)[ _-]?\d+(?:x\d+)?$/.test(plain)) return 'bayer'
  const said = DITHER_WORDS[plain.replace(/[ -]/g, '_')]
  return said ?? DITHERS.find((kind) => kind !== 'pattern' && kind === plain.replace(/[ _]/g, '-'))
}

/** What an output's retro section asks of its style. */
export function retroOf(
  r: Resolving,
  f: Fields,
  path: DataPath,
  output: { readonly width: number; readonly height: number },
): ResolvedRetro | undefined {
  const size = f.resolution === undefined ? undefined : sizeOf(f.resolution)
  if (f.resolution !== undefined && !size)
    sayAt(r, 'error', 'production.retro-resolution', [...path, 'resolution'], 'this is no size', 'write 320x180', f.resolution)
  const pixel = within(r, f.pixel_size, [...path, 'pixel_size'], 1, 256)
  const key = f.dither === undefined && f.dither_mode !== undefined ? 'dither_mode' : 'dither'
  const said = f[key]
  const word = isFields(said) ? textOf(said.kind) : said === true ? 'bayer' : said === false ? 'none' : textOf(said)
  const kind = word === undefined ? undefined : ditherOf(word)
  if (word !== undefined && !kind)
    sayAt(
      r,
      'warning',
      'production.dither',
      [...path, key],
      `there is no dither ${word}; the style's own is taken`,
      `write ${didYouMean(word, DITHERS) ?? DITHERS.filter((d) => d !== 'pattern').join(', ')}`,
      word,
    )
  const asked = isFields(said) ? numberOf(said.size) : numberOf(/\d+/.exec(word ?? '')?.[0])
  const strength = numberOf(isFields(said) ? (said.strength ?? f.strength) : f.strength)
  const limit = f.color_limit === undefined ? 'color_depth' : 'color_limit'
  const edges =
    f.edge_detection === true ? 0.8 : f.edge_detection === false ? 0 : within(r, f.edge_detection, [...path, 'edge_detection'], 0, 1)
  const retro = defined({
    width: size?.width ?? (pixel === undefined ? undefined : Math.max(1, Math.round(output.width / pixel))),
    height: size?.height ?? (pixel === undefined ? undefined : Math.max(1, Math.round(output.height / pixel))),
    palette: paletteOf(r, f.palette, [...path, 'palette']),
    colours: within(r, f[limit], [...path, limit], 2, 256),
    dither: kind,
    dither_size: asked !== undefined && [2, 4, 8, 16].includes(asked) ? asked : undefined,
    strength: strength === undefined ? undefined : Math.min(1, Math.max(0, strength)),
    downscale: downscaleOf(r, f, path),
    posterise: within(r, f.posterize_levels, [...path, 'posterize_levels'], 2, 64),
    outline: edges,
    display: displayOf(r, f, path),
  }) as ResolvedRetro
  return Object.keys(retro).length > 0 ? retro : undefined
}

/** A whole number within bounds, or with `most` 1 any number; said when it is none. */
function within(r: Resolving, value: unknown, path: DataPath, least: number, most: number): number | undefined {
  if (value === undefined || value === null || value === false) return
  const n = numberOf(value)
  if (n !== undefined && n >= least && n <= most && (most === 1 || Number.isInteger(n))) return n
  sayAt(
    r,
    'warning',
    'production.retro-number',
    path,
    `${JSON.stringify(value)} is not from ${least} to ${most}; it is left out`,
    `write ${least} to ${most}`,
    value,
  )
  return
}

/** `mode`: how the look becomes pixels. */
function downscaleOf(r: Resolving, f: Fields, path: DataPath): ResolvedRetro['downscale'] {
  const word = textOf(f.mode)?.toLowerCase().replace(/[_ ]/g, '-')
  if (word === undefined) return
  const found = word === 'contrast-aware' || word === 'edge-keeping' ? 'edge' : word === 'average' || word === 'pixelate' ? 'area' : word
  const known = DOWNSCALES.find((d) => d === found)
  if (known && known !== 'none') return known
  const ways = DOWNSCALES.filter((d) => d !== 'none')
  sayAt(
    r,
    'warning',
    'production.retro-mode',
    [...path, 'mode'],
    `there is no way ${word} to make pixels; area is taken`,
    `write ${ways.join(', ')}`,
    word,
  )
  return
}

/** `crt` names a display, `crt: true` or `scanlines: true` take a tube; `false` is none. */
function displayOf(r: Resolving, f: Fields, path: DataPath): string | undefined {
  if (f.crt === undefined) return f.scanlines === undefined ? undefined : f.scanlines ? 'trinitron' : 'plain'
  if (typeof f.crt === 'boolean') return f.crt ? 'trinitron' : 'plain'
  const word = textOf(f.crt)?.toLowerCase().replace(/[_ ]/g, '-') ?? ''
  if (DISPLAYS.some((d) => d.id === word)) return word
  const names = DISPLAYS.map((d) => d.id)
  sayAt(
    r,
    'warning',
    'production.crt',
    [...path, 'crt'],
    `there is no display ${word}; trinitron is taken`,
    `write ${didYouMean(word, names) ?? names.join(', ')}`,
    word,
  )
  return 'trinitron'
}

function paletteOf(r: Resolving, value: unknown, path: DataPath): ResolvedRetro['palette'] {
  if (value === undefined) return
  if (Array.isArray(value)) {
    const colours = [...new Set(value.flatMap((c) => hexOf(textOf(c)) ?? []))]
    if (colours.length === value.length && colours.length >= 2 && colours.length <= 256) return colours
    sayAt(r, 'error', 'production.palette', path, 'a palette is 2 to 256 different colours', "write them as '#rrggbb', in quotes")
    return
  }
  const name =
    textOf(value)
      ?.toLowerCase()
      .replace(/[-_ ]+/g, '') ?? ''
  const known = PALETTE_NAMES.find((p) => p === name || p === name.replace(/bit(?:colou?rs?)?$/, 'bit'))
  if (known) return known
  const machine = paletteByName(name)
  if (machine) return machine.id
  try {
    const style = styleByName(name)
    if (style.palette) return style.id
  } catch (error) {
    if (!(error instanceof RangeError)) throw error
  }
  const near = didYouMean(name, [...PALETTE_NAMES, ...PALETTES.map((p) => p.id), ...STYLES.filter((s) => s.palette).map((s) => s.id)])
  sayAt(
    r,
    'warning',
    'production.palette',
    path,
    `there is no palette ${textOf(value) ?? ''}; 16bit stands in for it`,
    near ? `did you mean ${near}?` : `write a list of '#rrggbb', or one of ${[...PALETTE_NAMES, ...PALETTES.map((p) => p.id)].join(', ')}`,
    value,
  )
  return '16bit'
}
