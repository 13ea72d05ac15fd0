import type { LightBox } from '../../../src/departments/lighting'
import { hexToLinear, type SetSpec, type Vec3 } from '../../../src/film'

const surface = (colour: string) => ({ kind: 'plaster' as const, colour, roughness: 0.9, metalness: 0 })

/** A kitchen of 5.6 × 4.6 m: a wide window west, a small one north, a pendant over the table, a lamp in a corner. */
export const KITCHEN: SetSpec = {
  key: 'int-kitchen',
  name: 'Kitchen',
  kind: 'kitchen',
  interior: true,
  seed: 1,
  widthM: 5.6,
  depthM: 4.6,
  heightM: 2.7,
  floor: surface('#8a5a38'),
  walls: surface('#b9b49c'),
  ceiling: surface('#d8d5cc'),
  trim: '#dddddd',
  openings: [
    { key: 'win-w', kind: 'window', wall: 'west', along: 2, width: 1.7, height: 1.35, sill: 0.9 },
    { key: 'win-n', kind: 'window', wall: 'north', along: 4.4, width: 1, height: 1.1, sill: 1 },
    { key: 'door', kind: 'door', wall: 'east', along: 3.4, width: 0.9, height: 2.05, sill: 0 },
  ],
  placements: [],
  marks: [
    { key: 'm1', kind: 'seat', position: [-0.85, 0, 0.1], yaw: Math.PI / 2, seatHeightM: 0.46 },
    { key: 'm2', kind: 'seat', position: [1, 0, 0], yaw: -Math.PI / 2, seatHeightM: 0.46 },
    { key: 'm3', kind: 'stand', position: [1.9, 0, -1.5], yaw: 0 },
    { key: 'm4', kind: 'door', position: [2.4, 0, 1.1], yaw: 0 },
  ],
  practicals: [
    { key: 'pendant', kind: 'pendant', position: [0.05, 1.82, 0], lumens: 900, flicker: 'none' },
    { key: 'lamp', kind: 'table-lamp', position: [2.3, 1.15, -1.9], lumens: 350, flicker: 'none' },
  ],
  surroundings: 'suburb',
  why: 'KITCHEN',
}

/** A street 12 × 9 m with two lamps and a neon sign. */
export const STREET: SetSpec = {
  ...KITCHEN,
  key: 'ext-street',
  kind: 'street',
  interior: false,
  widthM: 12,
  depthM: 9,
  heightM: 0,
  openings: [],
  practicals: [
    { key: 'lamp-1', kind: 'street-lamp', position: [-2.6, 4.2, -1.2], lumens: 4500, flicker: 'none' },
    { key: 'lamp-2', kind: 'street-lamp', position: [6.5, 4.2, -1.2], lumens: 4500, flicker: 'none' },
    { key: 'neon', kind: 'neon', position: [2.6, 2.7, -3.3], colour: '#ff3366', lumens: 400, flicker: 'none' },
  ],
  surroundings: 'street',
  why: 'STREET',
}

/** Heads of two people at the table. */
export const PEOPLE: Vec3[] = [
  [-0.82, 1.2, 0.1],
  [0.97, 1.2, 0.05],
]

export const SETS: readonly { name: string; set: SetSpec }[] = [
  { name: 'kitchen', set: KITCHEN },
  { name: 'cellar without windows', set: { ...KITCHEN, key: 'int-cellar', openings: [] } },
  { name: 'room without lamps', set: { ...KITCHEN, key: 'int-bare', practicals: [] } },
  { name: 'black box', set: { ...KITCHEN, key: 'int-void', openings: [], practicals: [] } },
  { name: 'space station', set: { ...KITCHEN, key: 'int-station', surroundings: 'space' } },
  { name: 'street', set: STREET },
  { name: 'field', set: { ...STREET, key: 'ext-field', practicals: [], surroundings: 'fields' } },
  { name: 'outer space', set: { ...STREET, key: 'ext-space', practicals: [], surroundings: 'space' } },
]

/** A box from corner to corner. */
export const box = (min: Vec3, max: Vec3, colour = '#b9b49c'): LightBox => ({
  center: [(min[0] + max[0]) / 2, (min[1] + max[1]) / 2, (min[2] + max[2]) / 2],
  half: [(max[0] - min[0]) / 2, (max[1] - min[1]) / 2, (max[2] - min[2]) / 2],
  yaw: 0,
  albedo: hexToLinear(colour),
})

/** Six walls round a space of 4 × 3 × 4 m, each with its own colour; the roof may be left open. */
export const cell = (colours: { east?: string; west?: string } = {}, roof = true): LightBox[] => [
  box([-2.2, -0.2, -2.2], [2.2, 0, 2.2], '#808080'),
  ...(roof ? [box([-2.2, 3, -2.2], [2.2, 3.2, 2.2], '#808080')] : []),
  box([2, 0, -2.2], [2.2, 3, 2.2], colours.east ?? '#808080'),
  box([-2.2, 0, -2.2], [-2, 3, 2.2], colours.west ?? '#808080'),
  box([-2, 0, 2], [2, 3, 2.2], '#808080'),
  box([-2, 0, -2.2], [2, 3, -2], '#808080'),
]
