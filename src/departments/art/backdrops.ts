import { slug } from '../../film'
import type { Layout } from './layout'
import type { Recipe } from './recipe'

/** Studio backdrops: a floor that runs into its wall without an edge, lit from a grid overhead. */
const BACKDROP_KINDS: readonly string[] = ['cyclorama', 'gradient']
export const isBackdrop = (kind: string): boolean => BACKDROP_KINDS.includes(kind)

/** Radius of the curve from floor to wall, metres: small enough that cameras by the wall stand above it. */
export const BACKDROP_CURVE_M = 1.1

/** Paints of studios by name. White is what a painted wall reflects, 80 %; black is not a hole. */
const PAINTS: Readonly<Record<string, string>> = {
  white: '#e6e4e0',
  black: '#17171a',
  grey: '#85868a',
  gray: '#85868a',
  silver: '#a9abae',
  red: '#a82a25',
  crimson: '#8e1f2c',
  orange: '#cf6b22',
  amber: '#d08d27',
  yellow: '#d9b532',
  gold: '#b98d36',
  green: '#3f7d45',
  mint: '#9cc9ae',
  teal: '#2a7273',
  turquoise: '#3c9d9b',
  cyan: '#3ba3b5',
  blue: '#2f5b96',
  navy: '#1d2a4a',
  sky: '#8fb6d6',
  purple: '#5d3b82',
  violet: '#6a4a9c',
  lavender: '#a99bc9',
  pink: '#d18aa0',
  magenta: '#a83277',
  rose: '#c4747d',
  brown: '#6b4a34',
  tan: '#b0906a',
  beige: '#c9b796',
  cream: '#ddd0b4',
  // For keying: as even and as far from skin as paint gets.
  greenscreen: '#1f9a48',
  bluescreen: '#1c4fa8',
}

const UNNAMED = '#a4a5a8'

/** A paint by one word: `teal`. */
export const colourNamed = (word: string): string | undefined => PAINTS[word]

/** The colours a heading names, in order: `RED AND BLUE BACKDROP`; `GREEN SCREEN` is one, the keying green. */
function paintsIn(location: string): string[] {
  const words = slug(location)
    .replace(/\b(green|blue)-screen\b/g, '$1screen')
    .split('-')
  return words.flatMap((w) => PAINTS[w] ?? [])
}

/**
 * The words that hang a backdrop of what somebody calls it: `white`, `red and blue gradient`, `green screen`, `infinite curve`.
 * Undefined for what is no backdrop, such as another place.
 */
export function backdropWords(name: string): string | undefined {
  const text = name.replace(/[_-]+/g, ' ').trim()
  if (/\b(?:cyclorama|cyc|backdrop|seamless|gradient|graded)\b|\b(?:green|blue) ?screen\b/i.test(text)) return text.toUpperCase()
  if (/\b(?:infinite|infinity) (?:curve|cove|wall)\b|\bstudio\b|\blimbo\b|\bpaper\b/i.test(text)) return `${text.toUpperCase()} BACKDROP`
  return paintsIn(text).length > 0 &&
    slug(text)
      .split('-')
      .every((w) => w in PAINTS || /^(?:and|to|dark|light|plain)$/.test(w))
    ? `${text.toUpperCase()} BACKDROP`
    : undefined
}

/** A studio's three lights; the key stands off to one side before the middle, the top light gives shadows under people. */
function rig(l: Layout): void {
  const aim = (from: readonly [number, number, number], at: readonly [number, number, number]) => {
    const d = [at[0] - from[0], at[1] - from[1], at[2] - from[2]] as const
    const length = Math.sqrt(d[0] * d[0] + d[1] * d[1] + d[2] * d[2])
    return [d[0] / length, d[1] / length, d[2] / length] as const
  }
  const lamp = (key: string, position: readonly [number, number, number], at: readonly [number, number, number], lumens: number) =>
    l.practicals.push({
      key,
      kind: 'ceiling-panel',
      position: [...position],
      direction: [...aim(position, at)],
      kelvin: 5200,
      lumens,
      flicker: 'none',
    })
  lamp('studio-key', [2.4, 3.7, 3.1], [0, 1.2, 0], 16000)
  lamp('studio-top', [-0.5, 4.7, -0.3], [-0.3, 0, -0.3], 9000)
}

function furnish(l: Layout): void {
  rig(l)
  l.pair(0, 0, Math.PI / 2, 1.2)
  l.pair(0, 1.4, Math.PI / 2 + 0.2, 1.3)
  l.pair(-2, 0.4, Math.PI / 2 - 0.15, 1.2)
  l.pair(2.1, -0.2, Math.PI / 2 + 0.1, 1.2)
  const side = l.w / 2 - BACKDROP_CURVE_M - 0.4
  l.mark('edge', [-side, 0, 0.8], Math.PI / 2)
  l.mark('edge', [side, 0, 0.8], -Math.PI / 2)
  l.mark('stand', [0, 0, 0.7], 0)
}

const first = (location: string): string => paintsIn(location)[0] ?? UNNAMED

/** A cyclorama: one colour all round. */
const cyclorama: Recipe = {
  size: () => [11, 10, 5],
  floor: 'plain',
  walls: 'plain',
  ceiling: 'plain',
  floorColour: (_p, _style, location) => first(location),
  wallColour: (_p, _style, location) => first(location),
  ceilingColour: (_p, _style, location) => first(location),
  surroundings: 'none',
  furnish,
}

/** A graded backdrop: from the floor's colour to the wall's; of one colour named, from it into the dark. */
const gradient: Recipe = {
  ...cyclorama,
  wallColour: (_p, _style, location) => paintsIn(location)[1] ?? PAINTS.black!,
  ceilingColour: (_p, _style, location) => paintsIn(location)[1] ?? PAINTS.black!,
}

export const BACKDROPS: Readonly<Record<string, Recipe>> = { cyclorama, gradient }
