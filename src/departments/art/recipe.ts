import type { Random, SetSpec, SurfaceKind } from '../../film'
import type { Layout } from './layout'
import type { Palette, Style } from './palette'

/** A surface for every style. */
export type Look = Readonly<Record<Style, SurfaceKind>>

/** How a kind of place is made. */
export interface Recipe {
  /** Width, depth, height in metres; height 0 outside. */
  readonly size: (rnd: Random, style: Style) => readonly [number, number, number]
  readonly floor: SurfaceKind | Partial<Look>
  readonly walls?: SurfaceKind | Partial<Look>
  readonly dado?: {
    readonly heightM: number
    readonly kind: SurfaceKind
    readonly styles?: readonly Style[]
    readonly colour?: (p: Palette) => string
  }
  readonly ceiling?: SurfaceKind | Partial<Look>
  /** Colours from the palette, fixed, or named by the heading. */
  readonly floorColour?: (p: Palette, style: Style, location: string) => string
  readonly wallColour?: (p: Palette, style: Style, location: string) => string
  readonly ceilingColour?: (p: Palette, style: Style, location: string) => string
  readonly surroundings: SetSpec['surroundings'] | Partial<Readonly<Record<Style, SetSpec['surroundings']>>>
  readonly furnish: (l: Layout) => void
}

/** Warm white bulbs and the like, so that lamps of a kind agree over all sets. */
export const BULB = { kind: 'pendant', kelvin: 2800, lumens: 900, flicker: 'none' } as const
export const SHADE = { kind: 'table-lamp', kelvin: 2700, lumens: 450, flicker: 'none' } as const
export const STANDING = { kind: 'floor-lamp', kelvin: 2700, lumens: 700, flicker: 'none' } as const
export const TUBE = { kind: 'ceiling-panel', kelvin: 4200, lumens: 2400, flicker: 'none', direction: [0, -1, 0] } as const
export const FIRE = { kind: 'fire', kelvin: 1900, lumens: 900, flicker: 'fire' } as const
export const CANDLE = { kind: 'candle', kelvin: 1850, lumens: 60, flicker: 'fire' } as const
export const SCREEN = { kind: 'screen', kelvin: 7000, lumens: 220, flicker: 'screen' } as const
export const STREET_LAMP = { kind: 'street-lamp', kelvin: 2300, lumens: 3600, flicker: 'none' } as const
