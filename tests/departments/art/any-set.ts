import { designSet, footprint, nearEnoughM, overlaps, propInfo, Walkable } from '../../../src/departments/art'
import { eyesAt, placeCamera, projectPoint, Studio, sittersOf } from '../../../src/departments/camera'
import type { Placement, SetSpec } from '../../../src/film'
import { FPS, planText } from '../previs/plan-text'

/** A place as a script's heading names it. */
export interface Heading {
  readonly location: string
  readonly setting: 'INT' | 'EXT'
}

const INSIDE =
  'KITCHEN, LIVING ROOM, BEDROOM, BATHROOM, CORRIDOR, STAIRWELL, OFFICE, OPEN-PLAN OFFICE, MEETING ROOM, CLASSROOM, LIBRARY, HOSPITAL ROOM, WAITING ROOM, DINER, BAR, RESTAURANT, SHOP, BAKERY, BOOKSHOP, PHARMACY, BARBERSHOP, CHURCH, COURTROOM, PRISON CELL, WAREHOUSE, GARAGE, LABORATORY, CONTROL ROOM, BUNKS, TRAIN, BASEMENT, ATTIC, TENT, CAVE, CASTLE - GREAT HALL, THEATRE, WORKSHOP, BARN, GREENHOUSE, HOTEL ROOM, HOTEL LOBBY, ELEVATOR, INTERROGATION ROOM, SUBWAY STATION, TRAIN STATION, AIRPLANE CABIN, SIGNAL BOX, GYM, SWIMMING POOL, MUSEUM, BALLROOM, BANK, POST OFFICE, SUPERMARKET, LAUNDROMAT, AIRPORT TERMINAL, TUNNEL, SEWER, MINE, SUBMARINE - GALLEY, BAUERNKÜCHE, WOHNZIMMER, CHAMBRE, COCINA, DACHBODEN, KELLER, GROTTE, SOFFITTA, BUREAU, SCHLAFZIMMER, IGLESIA, BIBLIOTECA'
const OUTSIDE =
  'STREET, ALLEY, SUBURB HOUSE, MARKET SQUARE, PARK, FOREST, MOUNTAIN, DESERT, BEACH, HARBOUR, COUNTRY ROAD, ROOFTOPS, CHURCHYARD, FARMHOUSE, RUINS, BATTLEFIELD, MOON, TRAIN STATION, PARKING LOT, LIGHTHOUSE CLIFF, LAKE, STONE BRIDGE, RAILWAY BRIDGE, APPLE ORCHARD, CASTLE ON A HILL, MOUNTAIN - CAVE MOUTH, SEABED, MARKTPLATZ, SPIAGGIA, FORÊT, STRAßE, PLAYA, CAMPO'
/** How scripts word a place besides its name. */
const WORDINGS = [
  '%',
  'OLD %',
  '% (FLASHBACK)',
  "MARA'S %",
  'ABANDONED %',
  '% - BACK',
  'THE OTHER %',
  '% NO. 4',
  'SMALL %',
  '% - LATER THAT WEEK',
] as const

const sorts = (['INT', 'EXT'] as const).flatMap((setting) =>
  (setting === 'INT' ? INSIDE : OUTSIDE).split(', ').map((name) => ({ name, setting })),
)

/** The first `count` headings of places of every sort: their plain names first, then in other words. */
export function headings(count: number): Heading[] {
  const all = WORDINGS.flatMap((words) => sorts.map(({ name, setting }) => ({ location: words.replace('%', name), setting })))
  if (count > all.length) throw new RangeError(`headings: there are ${all.length}, got ${count}`)
  return all.slice(0, count)
}

/** The set of a heading. */
export const setOf = ({ location, setting }: Heading): SetSpec =>
  designSet({ locationKey: `${setting} ${location}`.toLowerCase(), location, setting })

/** Things rest on what is so far under them at most, and hang so far from what holds them, metres. */
const RESTS_M = 0.06
const HANGS_M = 0.3

/** What a set has wrong with it, in words. */
export function wrongWithSet(set: SetSpec): string[] {
  return [...inEachOther(set), ...floating(set), ...outOfReach(set)]
}

const isIn = ({ widthM, depthM }: SetSpec, { position: [x, , z] }: Placement) => Math.abs(x) <= widthM / 2 && Math.abs(z) <= depthM / 2

/** Solid things that stand in each other. */
export function inEachOther(set: SetSpec): string[] {
  const solid = set.placements.filter((p) => p.blocks && isIn(set, p))
  return solid.flatMap((a, i) =>
    solid
      .slice(i + 1)
      .filter((b) => {
        const apart = a.position[1] >= b.position[1] + b.size[1] || b.position[1] >= a.position[1] + a.size[1]
        return !apart && overlaps(footprint(a), footprint(b), -0.005)
      })
      .map((b) => `${a.key} stands in ${b.key}`),
  )
}

/** Things that nothing carries: neither the ground, nor what is under them; nor do they hang on wall, ceiling or another thing. */
export function floating(set: SetSpec): string[] {
  return set.placements
    .filter((p) => isIn(set, p) && p.position[1] > RESTS_M && !isHeld(set, p))
    .map((p) => `${p.key} floats at ${p.position[1]}`)
}

function isHeld(set: SetSpec, p: Placement): boolean {
  const kind = propInfo(p.prop).place
  const top = p.position[1] + p.size[1]
  if (set.interior && (kind === 'ceiling' || top > set.heightM - HANGS_M)) return true
  const own = footprint(p)
  if (set.interior && own.corners.some(([x, z]) => set.widthM / 2 - Math.abs(x) < HANGS_M || set.depthM / 2 - Math.abs(z) < HANGS_M))
    return true
  return set.placements.some((q) => {
    if (q === p || !overlaps(own, footprint(q), HANGS_M)) return false
    // On it, in one of its shelves, or hung on its side.
    return q.position[1] - RESTS_M <= p.position[1] && q.position[1] + q.size[1] >= p.position[1] - RESTS_M
  })
}

/** Marks that nobody reaches on foot from the way in. */
export function outOfReach(set: SetSpec): string[] {
  const way = set.marks.find((m) => m.kind === 'door') ?? set.marks.find((m) => m.kind === 'edge') ?? set.marks[0]!
  const walk = new Walkable(set.widthM, set.depthM, set.placements, [way.position[0], way.position[2]], 0.3)
  return set.marks
    .filter((m) => !walk.reaches(m.position[0], m.position[2], nearEnoughM(m.kind) + 0.1))
    .map((m) => `nobody reaches ${m.key}`)
}

/** A wide camera has them whole or nearly, a close one shows shoulders. */
const WIDE: ReadonlySet<string> = new Set(['MLS', 'FS', 'WS', 'EWS'])
const CLOSE: ReadonlySet<string> = new Set(['CU', 'MCU', 'ECU'])

/** Whether a place has a good wide and a good close camera for two who talk there: inside the set, in nothing, their subject seen. */
export function camerasIn({ location, setting }: Heading): { readonly wide: boolean; readonly close: boolean } {
  const text = `${setting}. ${location} - DAY\n\nMARA (34, tall) waits. OTTO (61) comes in.\n\nMARA\nYou are late, and you know it.\n\nOTTO\nI was early. Then I waited outside for the rain to stop.\n\nMARA\nIt never rains here.\n`
  const found = { wide: false, close: false }
  for (const { shots, set, cast, blocking } of planText(text).scenes) {
    const people = sittersOf(blocking.performances, cast)
    const studio = Studio.of(set)
    for (const shot of shots.shots) {
      const who = people.find((p) => p.role === shot.subjects[0])
      if (!who) continue
      const camera = placeCamera({
        shot,
        sceneShots: shots,
        performances: blocking.performances,
        set,
        cast,
        aspect: 16 / 9,
        fps: FPS,
        props: blocking.props,
      })
      const t = shot.frames / 48
      const { position } = camera.keys[0]!
      const eyes = eyesAt(who, shot.startFrame / 24 + t)
      const at = projectPoint(camera, t, 16 / 9, eyes)
      const sees = at.depth > 0 && Math.abs(at.x) < 1 && Math.abs(at.y) < 1
      const good = sees && studio.holds(position) && studio.clearOfThings(position) && studio.between(position, eyes) === 0
      if (good && WIDE.has(shot.size)) found.wide = true
      if (good && CLOSE.has(shot.size)) found.close = true
    }
  }
  return found
}
