import type { z } from '../../film'
import { type Crt, Display, type Lcd } from './style/index'

/** What somebody says of a display: only what is not as usual. */
export type DisplayFields =
  | { readonly kind: 'plain' }
  | Readonly<z.input<typeof Crt>>
  | Readonly<z.input<typeof Lcd>>
  | ({ readonly kind?: undefined } & Readonly<Partial<Omit<z.input<typeof Crt>, 'kind'>>>)

/** A display by name, and what it says of itself: what it leaves open is as usual. */
export interface DisplayPreset {
  readonly id: string
  readonly name: string
  readonly about: string
  readonly aliases: readonly string[]
  readonly fields: DisplayFields
  /** Complete. */
  readonly display: Display
}

/**
 * One display out of several, the later over the earlier: what a later one says wins, what it leaves open stays as the
 * earlier ones said. Of another kind it replaces all before it. Without a kind it changes a tube, and makes one of what
 * is none. @throws ZodError for a value out of its range.
 */
export const combineDisplays = (...displays: readonly DisplayFields[]): Display => Display.parse(combined(displays))

function combined(displays: readonly DisplayFields[]): DisplayFields {
  let fields: DisplayFields = { kind: 'plain' }
  for (const next of displays) {
    const kind = next.kind ?? 'crt'
    fields = { ...(fields.kind === kind ? fields : {}), ...next, kind } as DisplayFields
  }
  return fields
}

const preset = (id: string, name: string, about: string, fields: DisplayFields, aliases: readonly string[] = []): DisplayPreset => ({
  id,
  name,
  about,
  aliases,
  fields,
  display: combineDisplays(fields),
})

/** Every display known by name. The last six are parts, to be combined with a tube: `pvm+composite`. */
export const DISPLAYS: readonly DisplayPreset[] = [
  preset('plain', 'Plain', "The machine's pixels as they are.", { kind: 'plain' }, ['none', 'pixels']),
  preset(
    'pvm',
    'Broadcast monitor',
    'A studio monitor on RGB: crisp lines, fine grille, hardly any stray light.',
    {
      kind: 'crt',
      ...{ beamDark: 0.19, beamBright: 0.36, spot: 0.3, mask: 'aperture', maskStrength: 0.4, corner: 0.012 },
      ...{ bloom: 0.06, halation: 0.012, vignette: 0.04 },
    },
    ['bvm', 'monitor'],
  ),
  preset(
    'trinitron',
    'Trinitron television',
    'A good living-room set: grille, a little bloom, nearly flat.',
    {
      kind: 'crt',
      ...{ beamDark: 0.23, beamBright: 0.41, spot: 0.36, mask: 'aperture', maskStrength: 0.45, curvature: 0.018, corner: 0.02 },
      ...{ bloom: 0.1, halation: 0.025, convergence: 0.1, vignette: 0.1 },
    },
    ['crt', 'tv'],
  ),
  preset('arcade', 'Arcade cabinet', 'Fifteen kilohertz behind a slot mask: bold lines, glowing highlights, bent glass.', {
    kind: 'crt',
    ...{ beamDark: 0.2, beamBright: 0.42, spot: 0.4, mask: 'slot', maskStrength: 0.45, curvature: 0.045, corner: 0.03 },
    ...{ bloom: 0.17, halation: 0.04, convergence: 0.15, vignette: 0.16, brightness: 1.08 },
  }),
  preset(
    'consumer',
    'Consumer television',
    'The set under the Christmas tree: composite cable, slot mask, soft and warm.',
    {
      kind: 'crt',
      ...{ beamDark: 0.27, beamBright: 0.45, spot: 0.45, mask: 'slot', maskStrength: 0.4, curvature: 0.06, corner: 0.04 },
      ...{ bloom: 0.14, halation: 0.05, convergence: 0.35, vignette: 0.2, signal: 'composite' },
    },
    ['composite-tv', 'ntsc'],
  ),
  preset(
    'vga-monitor',
    'VGA monitor',
    'Every line drawn twice and no gap between: fine dots, sharp as it gets.',
    {
      kind: 'crt',
      ...{ beamDark: 0.42, beamBright: 0.48, spot: 0.22, mask: 'shadow', maskStrength: 0.3, curvature: 0.02, corner: 0.015 },
      ...{ bloom: 0.05, halation: 0.015, vignette: 0.06 },
    },
    ['vga-display'],
  ),
  preset(
    'commodore-1084',
    'Commodore 1084',
    'The home computer monitor of the eighties: coarse dots, visible lines, some glow.',
    {
      kind: 'crt',
      ...{ beamDark: 0.24, beamBright: 0.42, spot: 0.34, mask: 'shadow', maskStrength: 0.4, curvature: 0.04, corner: 0.03 },
      ...{ bloom: 0.1, halation: 0.03, convergence: 0.2, vignette: 0.12 },
    },
    ['1084', '1084s'],
  ),
  preset(
    'green',
    'Green monochrome',
    'A terminal of green phosphor with a long tail.',
    {
      kind: 'crt',
      ...{ beamDark: 0.23, beamBright: 0.4, spot: 0.4, mask: 'none', curvature: 0.05, corner: 0.035, phosphor: 'green' },
      ...{ bloom: 0.22, halation: 0.06, vignette: 0.16, persistence: 0.45 },
    },
    ['green-screen'],
  ),
  preset(
    'amber',
    'Amber monochrome',
    'A terminal of amber phosphor, easier on the eyes.',
    {
      kind: 'crt',
      ...{ beamDark: 0.23, beamBright: 0.4, spot: 0.4, mask: 'none', curvature: 0.05, corner: 0.035, phosphor: 'amber' },
      ...{ bloom: 0.22, halation: 0.06, vignette: 0.16, persistence: 0.3 },
    },
    ['amber-screen'],
  ),
  preset(
    'bw-tv',
    'Black-and-white television',
    'A small set on its aerial: soft, round-cornered, grainy.',
    {
      kind: 'crt',
      ...{ beamDark: 0.3, beamBright: 0.46, spot: 0.6, mask: 'none', curvature: 0.09, corner: 0.08, phosphor: 'white' },
      ...{ bloom: 0.2, halation: 0.08, vignette: 0.28, persistence: 0.15, signal: 'rf' },
    },
    ['black-and-white'],
  ),
  preset(
    'handheld-dmg',
    'Grey handheld',
    'The first of them: square pixels over a pea-green reflector, slow to let go.',
    { kind: 'lcd', grid: 0.16, reflective: true, shadow: 0.42, ghosting: 0.4, tint: '#8f9d0c' },
    ['dmg'],
  ),
  preset(
    'handheld-pocket',
    'Pocket handheld',
    'The silver screen after it: clearer and quicker.',
    { kind: 'lcd', grid: 0.14, reflective: true, shadow: 0.34, ghosting: 0.22, tint: '#b9bda4' },
    ['pocket'],
  ),
  preset(
    'handheld-gbc',
    'Colour handheld',
    'A colour screen without a light of its own.',
    { kind: 'lcd', grid: 0.42, stripes: true, shadow: 0.12, ghosting: 0.22, tint: '#fff8e6' },
    ['gbc-screen'],
  ),
  preset(
    'handheld-gba',
    'Advanced handheld',
    'A wider colour screen, lit from the front.',
    { kind: 'lcd', grid: 0.34, stripes: true, shadow: 0, ghosting: 0.16, tint: '#f4f8ff' },
    ['gba-screen'],
  ),
  preset('s-video', 'S-video cable', 'Luma and chroma on wires of their own: colours a little soft.', { signal: 's-video' }),
  preset('composite', 'Composite cable', 'One wire for all: fringes and dots at every edge.', { signal: 'composite' }),
  preset('rf', 'Aerial cable', 'Through the aerial: noise and a ghost.', { signal: 'rf' }),
  preset('interlaced', 'Interlaced', 'Every second line anew with each picture.', { interlace: true }),
  preset('flat-glass', 'Flat glass', 'No curvature, square corners.', { curvature: 0, corner: 0 }),
  preset('curved-glass', 'Curved glass', 'A bulging tube with round corners.', { curvature: 0.09, corner: 0.05 }),
]

const word = (name: string): string => name.toLowerCase().replace(/[^a-z0-9]/g, '')

/**
 * A display by its id, name or alias, compared without case, spaces and punctuation; several joined by `+`, the later over the earlier.
 * @throws RangeError for a name that is none, with those that are.
 */
export function displayByName(name: string): DisplayPreset {
  const parts = name.split('+').map((part) => {
    const found = DISPLAYS.find(({ id, name: full, aliases }) => [id, full, ...aliases].some((known) => word(known) === word(part)))
    if (!found)
      throw new RangeError(`display: expected one of ${DISPLAYS.map(({ id }) => id).join(', ')}, got ${JSON.stringify(part.trim())}`)
    return found
  })
  const [only] = parts
  if (only && parts.length === 1) return only
  const fields = parts.map((part) => part.fields)
  return {
    id: parts.map(({ id }) => id).join('+'),
    name: parts.map((part) => part.name).join(' + '),
    about: parts.map(({ about }) => about).join(' '),
    aliases: [],
    fields: combined(fields),
    display: combineDisplays(...fields),
  }
}
