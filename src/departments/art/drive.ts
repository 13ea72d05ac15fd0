import { type Placement, type Random, random, roundNumbers, type SetSpec, slug, type Travel, type Vec3 } from '../../film'
import { propInfo } from './catalogue'

/** Kinds that are about something to drive. */
const RIDES: Readonly<Record<string, string>> = { sedan: 'sedan', cab: 'pickup', car: 'open-car' }

const DRIVEN =
  /(?:^|-)(?:driving|moving|travell?ing|speeding|racing|cruising|in-motion|en-route|fahrend\w*|fahrt|unterwegs|roulante?|en-marche|en-marcha|en-movimiento|in-movimento|in-marcia|in-corsa|in-viaggio)(?:-|$)/

/** Whether a heading's words say that what it is about is on its way: `CAR - DRIVING`, `TAXI (MOVING)`, `AUTO - IN FAHRT`. */
export const saysDriven = (location: string): boolean => DRIVEN.test(slug(location))

/** Rooms that go somewhere unless they are said to stand: what they go on, how fast, how high over the land. */
const CARRIAGES: Readonly<Record<string, Required<Pick<Travel, 'way' | 'downM' | 'speedMps'>>>> = {
  train: { way: 'rails', downM: 1.25, speedMps: 27 },
  'subway-car': { way: 'tunnel', downM: 0.9, speedMps: 13 },
  ambulance: { way: 'road', downM: 0.8, speedMps: 13 },
  helicopter: { way: 'air', downM: 36, speedMps: 38 },
}
const BY_ROAD = /(?:^|-)(?:bus|coach|tram|tramway|autobus|schoolbus)(?:-|$)/
const STANDS =
  /(?:^|-)(?:parked|stopped|stationary|standing|waiting|idle|empty|station|platform|depot|yard|wreck(?:ed|age)?|landed|grounded|helipad|bahnhof|gare|estacion|stazione|abgestellt|arret|parado|fermo)(?:-|$)/

/** What a road runs through. */
type Land = 'fields' | 'forest' | 'desert' | 'street'

const LANDS: readonly { readonly land: Land; readonly words: RegExp }[] = [
  { land: 'forest', words: /forest|wood|mountain|wald|foret|bosque|bosco|pass(?:-|$)|berg/ },
  { land: 'desert', words: /desert|canyon|mesa|wuste|desierto|deserto/ },
  { land: 'fields', words: /country|highway|road|field|farm|landstrasse|autobahn|route|carretera|autostrada|pickup|truck|jeep/ },
  { land: 'street', words: /street|city|town|taxi|cab(?:-|$)|limo|patrol|police|avenue|boulevard|strasse|stadt|rue|ville|ciudad|citta/ },
]

/** The land by a heading's words; a car with nothing said drives out in the country. */
const landOf = (location: string): Land => LANDS.find(({ words }) => words.test(slug(location)))?.land ?? 'fields'

/** Puts things beside the road, each with a key and a seed of its own. */
class Roadside {
  readonly things: Placement[] = []
  constructor(
    readonly rnd: Random,
    readonly lengthM: number,
  ) {}

  put(prop: string, x: number, z: number, yaw = 0, size: Vec3 = propInfo(prop).size, colour?: string): void {
    this.things.push({
      key: `passing-${this.things.length + 1}`,
      prop,
      position: [x, 0, ((z % this.lengthM) + this.lengthM) % this.lengthM],
      yaw,
      size: [size[0], size[1], size[2]],
      seed: this.rnd.int(1, 1_000_000),
      blocks: false,
      ...(colour ? { colour } : {}),
    })
  }

  /** A row along the road with even steps that close after a length. */
  row(stepM: number, draw: (z: number, i: number) => void): void {
    const n = Math.max(1, Math.round(this.lengthM / stepM))
    for (let i = 0; i < n; i++) draw((i * this.lengthM) / n, i)
  }

  /** So many things at random on both sides, between two distances from the road's middle. */
  strew(prop: string, count: number, near: number, far: number, size: () => Vec3, colour?: string): void {
    for (let i = 0; i < count; i++) {
      const side = i % 2 ? 1 : -1
      const x = side * (near + (far - near) * this.rnd.next() ** 1.4)
      this.put(prop, x, ((i + this.rnd.next()) / count) * this.lengthM, this.rnd.range(0, 6.2), size(), colour)
    }
  }
}

const BESIDE: Readonly<Record<Land, (r: Roadside) => void>> = {
  fields: (r) => {
    r.row(13, (z) => r.put('telegraph-pole', 5.6, z))
    r.row(13, (z) => r.put('wire-span', 5.6, z + 6.5, 0, [1.6, 0.5, 13]))
    r.row(3, (z, i) => (i % 11 === 6 ? undefined : r.put('fence', 6.9, z, Math.PI / 2, [3.0, 1.15, 0.14], '#7d6f5c')))
    r.row(3.1, (z, i) => {
      if (i % 13 > 8) return
      r.put('hedge', -6.9, z, Math.PI / 2, [3.1, r.rnd.range(1.0, 1.5), 0.9])
    })
    r.strew('tree', 8, 9.5, 17, () => [1.1, r.rnd.range(6.5, 9), 1.1])
    r.strew('bush', 8, 5.4, 9, () => [1.4, r.rnd.range(0.7, 1.2), 1.2])
    r.put('signpost', -4.7, 31)
    r.put('hay-bale', -14, 60, 0.3)
    r.put('hay-bale', -18, 66, 1.1)
    r.put('hay-bale', 16, 12, 0.7)
  },
  forest: (r) => {
    r.strew('pine', 34, 6.4, 24, () => [0.9, r.rnd.range(8, 13), 0.9])
    r.strew('tree', 8, 7.4, 18, () => [1.1, r.rnd.range(7, 10), 1.1])
    r.strew('bush', 16, 5, 9, () => [1.4, r.rnd.range(0.6, 1.2), 1.2])
    r.strew('rock', 8, 4.8, 9, () => [r.rnd.range(0.6, 1.4), r.rnd.range(0.4, 0.9), 0.9], '#847f74')
    r.row(26, (z) => r.put('bollard', 3.8, z))
  },
  desert: (r) => {
    r.row(26, (z) => r.put('telegraph-pole', 7, z))
    r.strew('rock', 18, 5, 30, () => [r.rnd.range(0.7, 2.8), r.rnd.range(0.5, 1.8), r.rnd.range(0.7, 2.2)], '#94705a')
    r.strew('cactus', 8, 6, 22, () => [0.9, r.rnd.range(1.6, 3), 0.7])
    r.strew('bush', 14, 4.6, 18, () => [1.2, r.rnd.range(0.4, 0.8), 1.1])
    r.put('signpost', -4.7, 40)
  },
  street: (r) => {
    const fronts = ['#9a6a55', '#b09a78', '#8d8a80', '#a88468', '#7f8a88', '#b5a58c', '#94705a', '#7c8578']
    for (const side of [-1, 1])
      r.row(10.4, (z, i) => {
        // A side street now and then.
        if ((i + (side > 0 ? 3 : 0)) % 7 === 5) return
        r.put(
          r.rnd.chance(0.6) ? 'shopfront' : 'building',
          side * 14,
          z + 5.2,
          (-side * Math.PI) / 2,
          [10.3, r.rnd.range(8, 13), 9],
          r.rnd.pick(fronts),
        )
      })
    for (const side of [-1, 1])
      r.row(7.4, (z, i) =>
        (i * 5 + (side > 0 ? 2 : 0)) % 7 > 2
          ? undefined
          : r.put('car', side * 5.4, z, side > 0 ? 0 : Math.PI, undefined, r.rnd.pick(fronts)),
      )
    r.row(26, (z) => r.put('tree', 7.6, z + 9, 0, [0.7, 6.4, 0.7]))
    r.row(26, (z) => r.put('tree', -7.6, z + 17, 0, [0.7, 6, 0.7]))
    r.row(34, (z) => r.put('mailbox', -8.2, z + 4, Math.PI / 2))
  },
}

/** How fast one drives there, metres a second, and where lamps stand: across the road from the driven lane, over it. */
const DRIVES: Readonly<Record<Land, { readonly speedMps: number; readonly lampsEveryM?: number; readonly lampX: number }>> = {
  fields: { speedMps: 17, lampsEveryM: 52, lampX: -4.6 },
  forest: { speedMps: 15, lampX: 0 },
  desert: { speedMps: 22, lampX: 0 },
  street: { speedMps: 10, lampsEveryM: 26, lampX: -6.9 },
}
const LENGTH_M = 104

/**
 * The set of something to drive as it is on its way: the ride alone, seats and all, and what goes by along the road. A set
 * without one stays as it is.
 */
export function driven(set: SetSpec): SetSpec {
  const ride = set.placements.find((p) => p.prop === RIDES[set.kind])
  if (!ride || set.travel) return set
  const land = landOf(set.name)
  const { speedMps, lampsEveryM, lampX } = DRIVES[land]
  const side = new Roadside(random(`${set.key}/road`), LENGTH_M)
  BESIDE[land](side)
  const lamps = lampsEveryM && { first: [lampX, 4.1, lampsEveryM / 2] as Vec3, everyM: lampsEveryM }
  if (lamps) side.row(lamps.everyM, (z) => side.put('lamp-post', lampX - 0.4, z + lamps.first[2], 0, [0.3, 4.4, 0.3]))
  const travel: Travel = { ride: ride.key, speedMps, lengthM: LENGTH_M, beside: side.things, ...(lamps ? { lamps } : {}) }
  return roundNumbers({
    ...set,
    surroundings: land,
    placements: [ride],
    openings: [],
    marks: set.marks.filter((m) => m.of === undefined || m.of === ride.key),
    practicals: set.practicals.filter((p) => p.of === ride.key),
    travel,
    why: `${set.why}; on its way through ${land}`,
  })
}

/** Things by a line of rails in place of what stands by a road. */
function byTheLine(r: Roadside, land: Land): void {
  r.row(26, (z) => r.put('telegraph-pole', -5.4, z))
  r.row(26, (z) => r.put('wire-span', -5.4, z + 13, 0, [1.6, 0.5, 26]))
  if (land === 'forest') {
    r.strew('pine', 26, 11, 26, () => [0.9, r.rnd.range(8, 13), 0.9])
    r.strew('bush', 14, 8, 13, () => [1.4, r.rnd.range(0.6, 1.2), 1.2])
  } else if (land === 'desert') r.strew('rock', 16, 8, 30, () => [r.rnd.range(0.7, 2.8), r.rnd.range(0.5, 1.8), 1.4], '#94705a')
  else if (land === 'street')
    for (const side of [-1, 1])
      r.row(13, (z) =>
        r.put(
          'building',
          side * 22,
          z + 6,
          (-side * Math.PI) / 2,
          [12.6, r.rnd.range(9, 15), 9],
          r.rnd.pick(['#8a6a58', '#8d8a80', '#94705a']),
        ),
      )
  else {
    r.row(3.25, (z, i) => (i % 9 === 4 ? undefined : r.put('fence', 8.6, z, Math.PI / 2, [3.2, 1.15, 0.14], '#7d6f5c')))
    r.strew('tree', 9, 12, 30, () => [1.1, r.rnd.range(6.5, 9.5), 1.1])
    r.strew('bush', 12, 7.6, 12, () => [1.4, r.rnd.range(0.7, 1.2), 1.2])
    r.put('house', 34, 40, -Math.PI / 2, [8, 6.4, 8], '#b3a487')
    r.put('barn', -36, 76, Math.PI / 2, [10, 7, 12], '#84423a')
    r.put('hay-bale', -16, 22, 0.4)
    r.put('hay-bale', 19, 64, 1.1)
  }
}

/** A room that goes somewhere, with what goes by before its windows; the same set where it stands, or is none that travels. */
export function onItsWay(set: SetSpec): SetSpec {
  const carriage = CARRIAGES[set.kind]
  const words = slug(set.name)
  if (!carriage || set.travel || STANDS.test(words)) return set
  const byRoad = set.kind === 'train' && BY_ROAD.test(words)
  const { way, downM, speedMps } = byRoad ? { way: 'road' as const, downM: 0.9, speedMps: 10 } : carriage
  const said = LANDS.find((l) => l.words.test(words))?.land
  const land = said ?? (way === 'road' ? 'street' : 'fields')
  const side = new Roadside(random(`${set.key}/line`), LENGTH_M)
  if (way === 'road') BESIDE[land](side)
  else if (way === 'rails') byTheLine(side, land)
  else if (way === 'air') {
    side.strew('tree', 40, 0, 90, () => [1.1, side.rnd.range(6.5, 10), 1.1])
    if (land === 'street') BESIDE.street(side)
    else side.put('barn', 24, 50, 0.6, [10, 7, 12], '#84423a')
  }
  const lamps = way === 'tunnel' ? { first: [1.9, 2.6, 6.5] as Vec3, everyM: 13 } : undefined
  return roundNumbers({
    ...set,
    surroundings: way === 'tunnel' ? set.surroundings : land,
    travel: { way, downM, speedMps, lengthM: LENGTH_M, beside: side.things, ...(lamps ? { lamps } : {}) },
    why: `${set.why}; on its way ${way === 'tunnel' ? 'under ground' : way === 'air' ? `over ${land}` : `through ${land}`}`,
  })
}
