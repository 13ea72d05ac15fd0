import type { Mark, Placement, Practical, Vec3 } from '../../film'
import { BULB, CANDLE, FIRE, SCREEN, SHADE, STANDING, STREET_LAMP, TUBE } from './recipe'

/** Seats of a thing that is put somewhere by itself: height of the seat, metres, and where they are across its width, as shares of it. */
const SEATS: Readonly<Record<string, { readonly heightM: number; readonly across: readonly number[] }>> = {
  chair: { heightM: 0.46, across: [0] },
  'office-chair': { heightM: 0.48, across: [0] },
  'captain-chair': { heightM: 0.48, across: [0] },
  armchair: { heightM: 0.44, across: [0] },
  sofa: { heightM: 0.44, across: [-0.25, 0.25] },
  stool: { heightM: 0.75, across: [0] },
  bench: { heightM: 0.45, across: [-0.25, 0.25] },
  'park-bench': { heightM: 0.45, across: [-0.25, 0.25] },
  'diner-booth': { heightM: 0.46, across: [-0.25, 0.25] },
  pew: { heightM: 0.46, across: [-0.25, 0.25] },
  'train-seat': { heightM: 0.46, across: [-0.25, 0.25] },
}
const BEDS: ReadonlySet<string> = new Set(['bed', 'single-bed', 'hospital-bed'])

type Lamp = Omit<Practical, 'key' | 'of' | 'position'>
const NEON = { kind: 'neon', colour: '#d85a3c', lumens: 280, flicker: 'none' } as const

/** What shines of a thing, and how high in it as a share of its height. */
const LAMPS: Readonly<Record<string, { readonly lamp: Lamp; readonly high: number }>> = {
  'floor-lamp': { lamp: STANDING, high: 0.89 },
  'table-lamp': { lamp: SHADE, high: 0.72 },
  'reading-lamp': { lamp: SHADE, high: 0.7 },
  lantern: { lamp: { ...SHADE, kelvin: 2300, lumens: 300 }, high: 0.45 },
  pendant: { lamp: BULB, high: 0.15 },
  'ceiling-panel': { lamp: TUBE, high: 0 },
  'strip-light': { lamp: { kind: 'strip', kelvin: 3800, lumens: 900, flicker: 'none' }, high: 0 },
  'neon-sign': { lamp: NEON, high: 0.5 },
  'emergency-light': { lamp: { kind: 'emergency', colour: '#c8402a', lumens: 160, flicker: 'pulse' }, high: 0.5 },
  candle: { lamp: CANDLE, high: 0.85 },
  'candle-stand': { lamp: { ...CANDLE, lumens: 120 }, high: 1 },
  fireplace: { lamp: FIRE, high: 0.24 },
  campfire: { lamp: FIRE, high: 0.6 },
  'lamp-post': { lamp: STREET_LAMP, high: 0.93 },
  jukebox: { lamp: { ...NEON, colour: '#e0a23c', lumens: 160 }, high: 0.6 },
  screen: { lamp: SCREEN, high: 0.5 },
  monitor: { lamp: SCREEN, high: 0.64 },
  tv: { lamp: SCREEN, high: 0.7 },
}

/** Places on a thing for somebody to sit or lie, and what shines of it. */
export function propUse(p: Placement): { readonly marks: readonly Mark[]; readonly practicals: readonly Practical[] } {
  const [s, c] = [Math.sin(p.yaw), Math.cos(p.yaw)]
  const at = (dx: number, y: number, dz: number): Vec3 => [p.position[0] + dx * c + dz * s, y, p.position[2] - dx * s + dz * c]
  const own = { yaw: p.yaw, of: p.key }
  const seats = SEATS[p.prop]
  const marks: Mark[] = seats
    ? seats.across.map((share, i) => ({
        ...own,
        key: `seat-mark-${p.key}-${i + 1}`,
        kind: 'seat',
        position: at(share * p.size[0], 0, 0),
        seatHeightM: seats.heightM,
      }))
    : BEDS.has(p.prop)
      ? [{ ...own, key: `bed-mark-${p.key}`, kind: 'bed', position: at(0, 0, -0.1), seatHeightM: 0.52 }]
      : []
  const shines = LAMPS[p.prop]
  const practicals: Practical[] = shines
    ? [{ ...shines.lamp, key: `light-${p.key}`, of: p.key, position: at(0, p.position[1] + p.size[1] * shines.high, 0.05) }]
    : []
  return { marks, practicals }
}
