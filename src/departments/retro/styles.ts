import { GAME_BOY_DMG, NES_2C02 } from './palettes'
import { Style } from './style/index'

/** Every style, in the order lists show them. Parsed here, so that a wrong entry fails at load. */
export const STYLES: readonly Style[] = [
  Style.parse({
    id: 'hollywood',
    name: 'Hollywood',
    aliases: ['photorealistic', 'photoreal', 'cinematic', 'film', 'movie', 'none', 'default'],
    resolution: null,
    downscale: 'none',
  }),
  Style.parse({
    id: 'nes',
    name: 'NES',
    aliases: ['8bit', '8-bit', 'famicom', 'nintendo', 'nintendo entertainment system'],
    resolution: { width: 256, height: 240 },
    pixelAspect: { num: 8, den: 7 },
    downscale: 'area',
    palette: NES_2C02,
    distance: 'oklab',
    dither: { kind: 'bayer' },
    // Film colours are muted and dark; this palette is neither.
    grade: { exposure: 1.15, saturation: 1.3, edges: 0.8 },
    film: { grain: 0 },
  }),
  Style.parse({
    id: 'gameboy',
    name: 'Game Boy',
    aliases: ['gb', 'dmg', 'game boy', 'gameboy classic', 'nintendo game boy'],
    resolution: { width: 160, height: 144 },
    pixelAspect: { num: 1, den: 1 },
    downscale: 'area',
    palette: GAME_BOY_DMG,
    distance: 'tone',
    dither: { kind: 'bayer', contrastPenalty: 0.05 },
    // Edges as strong as the Game Boy Camera's own: with three useful shades they are what is read.
    grade: { exposure: 1.6, saturation: 1, edges: 2 },
    film: { grain: 0 },
  }),
]

/**
 * The style somebody named: an id, a name or an alias, whatever its case, spaces and punctuation.
 * @throws RangeError when nothing has that name; the message says which names exist and which is nearest.
 */
export function styleByName(name: string): Style {
  const wanted = plain(name)
  const found = STYLES.find((style) => namesOf(style).includes(wanted))
  if (found) return found
  const nearest = STYLES.map((style) => ({ style, far: Math.min(...namesOf(style).map((n) => editDistance(n, wanted))) })).reduce((a, b) =>
    b.far < a.far ? b : a,
  )
  const hint = nearest.far <= Math.max(2, wanted.length / 3) ? ` Did you mean "${nearest.style.id}"?` : ''
  throw new RangeError(`no style is called "${name}".${hint} Styles: ${STYLES.map((style) => style.id).join(', ')}`)
}

const plain = (name: string): string => name.toLowerCase().replace(/[^a-z0-9]/g, '')

const namesOf = (style: Style): readonly string[] => [style.id, style.name, ...style.aliases].map(plain)

/** Levenshtein distance. */
function editDistance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, j) => j)
  for (let i = 1; i <= a.length; i++) {
    const next = [i]
    for (let j = 1; j <= b.length; j++) {
      const change = row[j - 1]! + (a[i - 1] === b[j - 1] ? 0 : 1)
      next.push(Math.min(change, row[j]! + 1, next[j - 1]! + 1))
    }
    row = next
  }
  return row[b.length]!
}
