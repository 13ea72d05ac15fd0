import { add, distance, hexToLinear, type LightPlan, type Practical, roundNumbers, type SetSpec, scale, type Vec3 } from '../../film'
import { isWindowRole } from './bounce-volume'
import { CORRECTIONS, lightColour } from './fixtures/gels'
import { middleOf } from './fixtures/list-fixtures'
import { kelvinRgb, luminance, toLuminance1 } from './kelvin'
import { darkSpot, FILL_POINT, RIM_SPOT, type Spot } from './light-draft'
import { candelaOf, practicalGlow, practicalPoint } from './practical-light'

/** What somebody wants otherwise of one lamp; what is not said stays as it is planned. */
export interface LampChange {
  /** Its name (`lampName`); `key` is the first spot, whatever its role. */
  readonly lamp: string
  /** Where a lamp stands that nobody planned; metres. */
  readonly add?: Vec3
  readonly position?: Vec3
  readonly target?: Vec3
  /** Over what is planned. */
  readonly stops?: number
  readonly kelvin?: number
  /** A correction by name (`1/2 CTO`), or a colour, `#rrggbb`. */
  readonly gel?: string
  /** All of its beam, degrees. */
  readonly beamDeg?: number
  /** How soft the beam's edge is, 0 to 1. */
  readonly soft?: number
  readonly on?: boolean
}

/** What a hand may ask of a lamp. */
export const LAMP_RANGES = { stops: [-8, 6], kelvin: [1700, 12000], beamDeg: [6, 140], soft: [0, 1] } as const

/** A plan with its lamps as somebody set them. */
export interface LampsByHand {
  readonly light: LightPlan
  /** Changes that find no lamp, or no slot for one more. */
  readonly lost: readonly LampChange[]
}

/** A lamp's name in a set: its practical's key, else its role. */
export function lampName(role: string, set: Pick<SetSpec, 'practicals'>): string {
  const key = role.startsWith('key:') ? role.slice(4) : role
  return set.practicals.some((p) => p.key === key) ? key : role
}

/** The sun's or moon's name among the lamps. */
export const SUN_LAMP = 'sun'

/** Sets lamps as somebody wants them. What the picture is exposed for stays: a lamp that is taken down makes it darker. */
export function lampsByHand(planned: LightPlan, set: SetSpec, changes: readonly LampChange[]): LampsByHand {
  const lost: LampChange[] = []
  let light = planned
  // What is put out leaves its slot to what is put up.
  for (const change of changes.toSorted((a, b) => Number(a.add !== undefined) - Number(b.add !== undefined))) {
    const made = change.add ? withLamp(light, change, change.add) : changed(light, set, change)
    if (made) light = made
    else lost.push(change)
  }
  if (light === planned) return { light, lost }
  return { light: roundNumbers({ ...light, why: [...light.why, 'lamps are set by hand'] }), lost }
}

function changed(light: LightPlan, set: SetSpec, change: LampChange): LightPlan | undefined {
  const balance = light.balance ?? 5200
  if (change.lamp === SUN_LAMP) {
    if (light.sun.lux <= 0) return
    const { colour, candela } = dimmed({ colour: light.sun.colour, candela: light.sun.lux }, change, balance)
    return { ...light, sun: { ...light.sun, colour, lux: candela } }
  }
  const isIt = ({ role }: { readonly role: string }) => role !== 'unused' && lampName(role, set) === change.lamp
  const spot = light.spots.findIndex((s, i) => isIt(s) || (i === 0 && change.lamp === 'key' && s.role !== 'unused'))
  const point = light.points.findIndex(isIt)
  const practical = set.practicals.find((p) => p.key === change.lamp)
  if (spot < 0 && point < 0 && !practical) return
  const glow = practical ? { ...light.glow, [practical.key]: glowing(light, practical, change, balance) } : light.glow
  if (spot >= 0)
    return { ...light, glow, spots: light.spots.map((s, i) => (i === spot ? aimed(dimmed(s, change, balance), change, practical) : s)) }
  const moved = change.position && !practical ? { position: change.position } : {}
  if (point >= 0)
    return { ...light, glow, points: light.points.map((p, i) => (i === point ? { ...dimmed(p, change, balance), ...moved } : p)) }
  // A practical that is lit, or set, gets a slot of its own where one is free.
  const free = light.points.findIndex((p, i) => i < FILL_POINT && p.candela === 0)
  if (free < 0 || !practical || change.on === false || (glow[practical.key]?.strength ?? 0) <= 0) return { ...light, glow }
  const own = practicalPoint(practical, balance, litCandela(practical, light), practical.key)
  return { ...light, glow, points: light.points.map((p, i) => (i === free ? dimmed(own, change, balance) : p)) }
}

/** Candela of a table lamp among those that a plan exposes for. */
const TABLE_LAMP = { real: 32, candela: 1.6 } as const

/** How strong a practical is that the plan has dark. */
const litCandela = (p: Practical, { exposure }: LightPlan): number =>
  (TABLE_LAMP.candela / exposure) * Math.min(4, Math.max(0.1, (candelaOf(p) / TABLE_LAMP.real) ** 0.7))

interface Shining {
  readonly colour: Vec3
  readonly candela: number
}

/** A light with another level, colour temperature and gel. */
function dimmed<T extends Shining>(lamp: T, { stops = 0, kelvin, gel, on }: LampChange, balance: number): T {
  if (on === false) return { ...lamp, candela: 0 }
  const filter = filterOf(gel, kelvin, lamp.colour, balance)
  return { ...lamp, colour: filter.colour, candela: lamp.candela * 2 ** stops * filter.through }
}

/** The colour that comes through a gel, and how much of the light. */
function filterOf(gel: string | undefined, kelvin: number | undefined, own: Vec3, balance: number): { colour: Vec3; through: number } {
  const bare = kelvin === undefined ? own : kelvinRgb(kelvin, balance)
  if (gel === undefined || gel === '') return { colour: bare, through: 1 }
  const correction = correctionNamed(gel)
  if (correction) {
    const from = kelvin ?? lightColour(own, balance).kelvin
    return { colour: kelvinRgb(1e6 / (1e6 / from + correction.mired), balance), through: correction.transmission }
  }
  const sheet = hexToLinear(gel)
  const out: Vec3 = [bare[0] * sheet[0], bare[1] * sheet[1], bare[2] * sheet[2]]
  // Deep colours are held a little back, so that a face keeps its modelling.
  return { colour: toLuminance1(add(scale(toLuminance1(out), 0.9), [0.1, 0.1, 0.1])), through: Math.max(luminance(out), 0.02) }
}

/** A correction gel by its name, with or without its number: `1/2 CTO`, `Full CTB (201)`. */
export const correctionNamed = (name: string) => {
  const asked = plain(name)
  return CORRECTIONS.find((g) => plain(g.name) === asked || plain(g.name.replace(/\s*\(.*/, '')) === asked)
}
const plain = (name: string): string => name.toLowerCase().replace(/\s+/g, ' ').trim()

/** A spot with another place, aim and beam. A practical's own place is its thing's. */
function aimed(spot: Spot, { position, target, beamDeg, soft }: LampChange, practical: Practical | undefined): Spot {
  const at = practical || isWindowRole(spot.role) ? spot.position : (position ?? spot.position)
  // Carried elsewhere, it shines there as it did here: what counts is what arrives.
  const from = Math.max(distance(spot.position, spot.target), 0.5)
  const to = Math.max(distance(at, target ?? spot.target), 0.5)
  const candela = at === spot.position ? spot.candela : spot.candela * (to / from) ** 2
  return {
    ...spot,
    position: at,
    target: target ?? spot.target,
    candela,
    ...(beamDeg === undefined ? {} : { angle: (beamDeg * Math.PI) / 360 }),
    ...(soft === undefined ? {} : { penumbra: soft }),
  }
}

/** What the lamp itself looks like. A lamp may burn out, and does not fog the room. */
function glowing(light: LightPlan, p: Practical, change: LampChange, balance: number): LightPlan['glow'][string] {
  const own = light.glow[p.key] ?? practicalGlow(p, balance, 0)
  const lit = change.on === true && own.strength <= 0 ? { ...own, strength: practicalGlow(p, balance, 1).strength } : own
  const { colour, candela } = dimmed({ colour: lit.colour, candela: lit.strength }, change, balance)
  return { ...lit, colour, strength: Math.min(candela, Math.max(own.strength, 14 / light.exposure)) }
}

/** Lux that a lamp more brings where it looks, times exposure: two thirds of what shows a grey card as mid grey. */
const ADDED_LUX = 2.1
const ADDED_BEAM_DEG = 45

/** A plan with a lamp more: in a slot that is free, else in that of a lamp in the ground; undefined where there is none. */
function withLamp(light: LightPlan, change: LampChange, at: Vec3): LightPlan | undefined {
  const balance = light.balance ?? 5200
  const position = change.position ?? at
  const target = change.target ?? middleOf(light)
  const d = Math.max(distance(position, target), 0.5)
  const made: Omit<Spot, 'shadow'> = {
    role: change.lamp,
    position,
    target,
    colour: kelvinRgb(balance, balance),
    candela: (ADDED_LUX / light.exposure) * d * d,
    angle: ((change.beamDeg ?? ADDED_BEAM_DEG) * Math.PI) / 360,
    penumbra: change.soft ?? 0.8,
    flicker: 'none',
  }
  const slot = slotFor(light)
  if (slot === undefined) return
  const gone = light.spots[slot]
  const why = gone && gone.candela > 0 ? [`${gone.role} gives way to ${change.lamp}`] : []
  const spots = light.spots.map((s, i) => (i === slot ? { ...dimmed(made, change, balance), shadow: darkSpot(i).shadow } : s))
  return { ...light, spots, why: [...light.why, ...why] }
}

/** Free first; then the second, which lights the ground; then the back light. The key stays, and so does lightning. */
function slotFor({ spots }: LightPlan): number | undefined {
  const free = [1, 0, RIM_SPOT]
  return (
    free.find((i) => spots[i]?.role === 'unused') ??
    free.find((i) => spots[i]?.candela === 0) ??
    [1, RIM_SPOT].find((i) => spots[i]?.flicker !== 'lightning' && !isAdded(spots[i]?.role ?? ''))
  )
}

/** Lamps that somebody put up are named so. */
export const ADDED_LAMP = 'hand-'
const isAdded = (role: string): boolean => role.startsWith(ADDED_LAMP)
