import { isToday, type Placement, type Practical, type SetSpec } from '../../film'
import { propForWord, propInfo } from './catalogue'
import type { Style } from './palette'
import { withoutThings } from './without-things'

/** When a thing came into rooms and streets, and what stood there before; nothing, where no word is said. */
interface Since {
  readonly from: number
  readonly before?: string
}

/** Things that have not always been; years are those by which one was met in ordinary places. */
const SINCE: Readonly<Record<string, Since>> = {
  // what shows, tells and reckons
  laptop: { from: 1992, before: 'typewriter' },
  monitor: { from: 1979, before: 'typewriter' },
  tablet: { from: 2008, before: 'book' },
  phone: { from: 1993, before: 'receiver' },
  typewriter: { from: 1885, before: 'papers' },
  telephone: { from: 1905, before: 'papers' },
  radio: { from: 1925, before: 'book-stack' },
  tv: { from: 1951, before: 'cabinet' },
  screen: { from: 1965, before: 'map' },
  'server-rack': { from: 1962, before: 'filing-cabinet' },
  'filing-cabinet': { from: 1895, before: 'cabinet' },
  console: { from: 1910, before: 'workbench' },
  'remote-device': { from: 1945, before: 'lantern' },
  reel: { from: 1900 },
  photograph: { from: 1855, before: 'letter' },
  globe: { from: 1500 },
  'wall-clock': { from: 1700 },
  // kitchens and shops
  fridge: { from: 1932, before: 'dresser' },
  'coffee-machine': { from: 1948, before: 'kettle' },
  stove: { from: 1780, before: 'fireplace' },
  till: { from: 1885, before: 'parcel' },
  condiments: { from: 1900 },
  jukebox: { from: 1936, before: 'cabinet' },
  cigarette: { from: 1600 },
  // pipes, wires and air
  radiator: { from: 1880 },
  vent: { from: 1935 },
  'vent-unit': { from: 1950 },
  'fuse-box': { from: 1905 },
  'pipe-run': { from: 1850 },
  'ceiling-fan': { from: 1895 },
  'strip-light': { from: 1942 },
  'neon-sign': { from: 1925 },
  'emergency-light': { from: 1945 },
  'ceiling-panel': { from: 1942, before: 'pendant' },
  'floor-lamp': { from: 1895, before: 'candle-stand' },
  'table-lamp': { from: 1885, before: 'candle' },
  'wall-panel': { from: 1930 },
  flashlight: { from: 1912, before: 'lantern' },
  'gas-bottles': { from: 1915, before: 'barrel' },
  drum: { from: 1915, before: 'barrel' },
  'water-tank': { from: 1880 },
  antenna: { from: 1930 },
  'patient-monitor': { from: 1965 },
  'drip-stand': { from: 1930 },
  'overbed-table': { from: 1930, before: 'side-table' },
  'water-cooler': { from: 1940 },
  'seat-row': { from: 1950, before: 'bench' },
  'stage-spot': { from: 1915 },
  'reading-lamp': { from: 1909, before: 'candle' },
  microscope: { from: 1700 },
  'fume-hood': { from: 1880, before: 'cabinet' },
  'card-catalogue': { from: 1870, before: 'cabinet' },
  copier: { from: 1960 },
  'desk-divider': { from: 1964 },
  'conference-phone': { from: 1990 },
  toilet: { from: 1890, before: 'stool' },
  'office-chair': { from: 1905, before: 'chair' },
  'captain-chair': { from: 1930, before: 'armchair' },
  locker: { from: 1905, before: 'wardrobe' },
  'diner-booth': { from: 1920, before: 'bench' },
  armchair: { from: 1680, before: 'chair' },
  sofa: { from: 1700, before: 'bench' },
  piano: { from: 1780, before: 'cabinet' },
  bookcase: { from: 1450, before: 'cabinet' },
  blackboard: { from: 1820 },
  whiteboard: { from: 1972, before: 'blackboard' },
  'notice-board': { from: 1750 },
  pistol: { from: 1620, before: 'knife' },
  rifle: { from: 1700 },
  // gyms, shops, hotels, stations, and what travels
  treadmill: { from: 1975 },
  'weight-bench': { from: 1930 },
  'dumbbell-rack': { from: 1885 },
  'punching-bag': { from: 1890 },
  'starting-block': { from: 1930 },
  'fire-extinguisher': { from: 1905 },
  'washing-machine': { from: 1946, before: 'barrel' },
  gondola: { from: 1935, before: 'shop-shelf' },
  'fridge-wall': { from: 1950, before: 'shop-shelf' },
  'shopping-cart': { from: 1937, before: 'basket' },
  'teller-booth': { from: 1820, before: 'counter' },
  'departure-board': { from: 1955, before: 'notice-board' },
  'ticket-machine': { from: 1960 },
  'station-sign': { from: 1850 },
  'grab-rail': { from: 1890 },
  'exit-sign': { from: 1930 },
  advert: { from: 1860, before: 'notice-board' },
  'desk-bell': { from: 1855 },
  'key-rack': { from: 1600 },
  'luggage-cart': { from: 1890 },
  'lift-doors': { from: 1900 },
  'caged-lamp': { from: 1900, before: 'lantern' },
  'plane-seat': { from: 1930, before: 'chair' },
  'overhead-bin': { from: 1955 },
  'subway-train': { from: 1905 },
  'rail-track': { from: 1830 },
  semaphore: { from: 1845 },
  // rescue, television, building, sport
  stretcher: { from: 1890, before: 'camp-bed' },
  'medical-cabinet': { from: 1900, before: 'wall-shelf' },
  'squad-bench': { from: 1910, before: 'bench' },
  'flight-panel': { from: 1940 },
  'video-wall': { from: 1990, before: 'backcloth' },
  'news-desk': { from: 1950, before: 'desk' },
  'studio-camera': { from: 1937 },
  'floor-monitor': { from: 1955 },
  'flight-case': { from: 1965, before: 'travel-trunk' },
  'on-air-sign': { from: 1930 },
  'concrete-frame': { from: 1900, before: 'ruin-wall' },
  excavator: { from: 1950, before: 'cart' },
  'cement-mixer': { from: 1925, before: 'barrel' },
  'site-cabin': { from: 1950, before: 'tent' },
  'site-fence': { from: 1960, before: 'fence' },
  'traffic-cone': { from: 1960 },
  'site-lamp': { from: 1935 },
  'pipe-stack': { from: 1860, before: 'lumber-rack' },
  floodlight: { from: 1930 },
  grandstand: { from: 1880 },
  'ad-board': { from: 1920 },
  dugout: { from: 1930, before: 'bench' },
  'goal-frame': { from: 1880 },
  // streets
  car: { from: 1908, before: 'cart' },
  'open-car': { from: 1905, before: 'cart' },
  van: { from: 1920, before: 'cart' },
  truck: { from: 1918, before: 'cart' },
  pickup: { from: 1925, before: 'cart' },
  'telegraph-pole': { from: 1850 },
  'wire-span': { from: 1850 },
  tractor: { from: 1920, before: 'cart' },
  motorcycle: { from: 1908 },
  bicycle: { from: 1888 },
  'bus-stop': { from: 1925, before: 'signpost' },
  'phone-booth': { from: 1926 },
  hydrant: { from: 1880 },
  mailbox: { from: 1865 },
  dumpster: { from: 1950, before: 'crate-stack' },
  'trash-can': { from: 1920, before: 'barrel' },
  container: { from: 1966, before: 'crate-stack' },
  'fire-escape': { from: 1885 },
  'lamp-post': { from: 1815, before: 'signpost' },
  'cafe-set': { from: 1850 },
  'deck-chair': { from: 1890 },
  crane: { from: 1860 },
  crossing: { from: 1950 },
  'zone-road': { from: 1910, before: 'zone-cobbles' },
  litter: { from: 1920 },
}
/** What is not there any more, and what is in its place. */
const UNTIL: Readonly<Record<string, { readonly until: number; readonly after?: string }>> = {
  typewriter: { until: 2000, after: 'monitor' },
  telephone: { until: 2040, after: 'tablet' },
  receiver: { until: 2040, after: 'phone' },
  radio: { until: 2045, after: 'remote-device' },
  tv: { until: 2045, after: 'cabinet' },
  'phone-booth': { until: 2025 },
  mailbox: { until: 2060 },
  till: { until: 2045, after: 'tablet' },
  'filing-cabinet': { until: 2060, after: 'server-rack' },
  jukebox: { until: 2045 },
  candle: { until: 2200 },
  'book-stack': { until: 2200, after: 'tablet' },
}

/**
 * The thing that stood in a thing's place in a year: `laptop` in 1955 is a `typewriter`. Undefined when there was nothing
 * of the kind.
 */
export function thingOfTime(prop: string, year: number | undefined): string | undefined {
  if (year === undefined || isToday(year)) return prop
  let now: string | undefined = prop
  // Each step goes to an older thing, or to a newer one: never to and fro.
  for (let steps = 0; now !== undefined && steps < 6; steps++) {
    const since: Since | undefined = SINCE[now]
    const gone: (typeof UNTIL)[string] | undefined = UNTIL[now]
    if (since && year < since.from) now = since.before
    else if (gone && year >= gone.until) now = gone.after
    else break
  }
  return now
}

/** What a script's word for a thing means in a year: `phone` in 1955 is a `receiver`. The word itself where that is nothing else. */
export function wordOfTime(word: string, year: number | undefined): string {
  const prop = year === undefined ? undefined : propForWord(word)
  const then = prop === undefined ? undefined : thingOfTime(prop, year)
  return then === undefined || then === prop ? word : then
}

/** How a place of a style is made in a year: no modern loft in 1880, no panelled parlour in orbit. */
export function styleOfTime(style: Style, year: number | undefined): Style {
  if (year === undefined || isToday(year)) return style
  if (year >= 2150) return style === 'rustic' || style === 'night' ? style : 'sci-fi'
  if (year >= 2036) return style === 'classic' || style === 'civic' ? 'modern' : style
  if (year < 1600) return 'rustic'
  if (year < 1830)
    return style === 'modern' || style === 'sci-fi' || style === 'civic' ? 'classic' : style === 'industrial' ? 'rustic' : style
  if (year < 1958) return style === 'modern' || style === 'sci-fi' ? 'classic' : style
  return style
}

/** Electric light came into houses and streets by this year; before it lamps burn oil and gas. */
const ELECTRIC = 1890
/** Lamps that no flame stands for. */
const ELECTRIC_ONLY: readonly Practical['kind'][] = ['screen', 'neon', 'sign', 'emergency', 'strip']
/** Oil and gas lamps as the film has them: a flame's colour, a good part of a bulb's light. */
const OIL = { kelvin: 2000, share: 0.55 } as const
/** A candle that stands for a lamp, lumens: what three give, as painters of such rooms light them. */
const CANDLE_LUMENS = 160

function lampOfTime(p: Practical, prop: string | undefined, year: number): Practical {
  if (prop === 'candle' || prop === 'candle-stand')
    return p.kind === 'candle' ? p : { ...withoutBeam(p), kind: 'candle', kelvin: 1900, lumens: CANDLE_LUMENS, flicker: 'fire' }
  if (prop === 'pendant' && p.kind === 'ceiling-panel')
    return lampOfTime({ ...withoutBeam(p), kind: 'pendant', kelvin: 2750, flicker: 'none' }, prop, year)
  const burns = p.kind === 'pendant' || p.kind === 'street-lamp' || p.kind === 'table-lamp' || p.kind === 'floor-lamp'
  return burns && year < ELECTRIC ? { ...p, kelvin: OIL.kelvin, lumens: p.lumens * OIL.share, flicker: 'fire' } : p
}

/** Lamps that take the light of others: what is left shines as it did, all round. */
function withoutBeam({ direction: _, ...lamp }: Practical): Practical {
  return lamp
}

/** A stand-in in a thing's place: its own size where that fits, else what fits; what hung still hangs. */
function standIn(p: Placement, prop: string): Placement {
  const info = propInfo(prop)
  const fit = Math.min(1, p.size[0] / info.size[0], p.size[2] / info.size[2])
  const isSmall = info.place === 'top' || info.hand === true
  const size = info.place === 'ground' ? p.size : ([info.size[0] * fit, info.size[1] * (isSmall ? fit : 1), info.size[2] * fit] as const)
  const hung = propInfo(p.prop).place === 'ceiling'
  const { colour: _c, accent: _a, ...plain } = p
  return {
    ...plain,
    prop,
    size,
    position: hung ? [p.position[0], p.position[1] + p.size[1] - size[1], p.position[2]] : p.position,
    blocks: info.blocks,
  }
}

/**
 * A set as it was in a year: machines, lamps and vehicles that were not there yet give way to what was, or are gone, and
 * the light with them. The same object for today.
 */
export function setOfTime(set: SetSpec, year: number | undefined): SetSpec {
  if (year === undefined || isToday(year)) return set
  const left = withoutThings(
    set,
    set.placements.flatMap((p) => (thingOfTime(p.prop, year) === undefined ? [p.key] : [])),
  )
  const now = new Map(left.placements.map((p) => [p.key, thingOfTime(p.prop, year) ?? p.prop]))
  const replaced = new Set(left.placements.flatMap((p) => (now.get(p.key) === p.prop ? [] : [p.key])))
  return {
    ...left,
    year,
    placements: left.placements.map((p) => (replaced.has(p.key) ? standIn(p, now.get(p.key) ?? p.prop) : p)),
    practicals: left.practicals.flatMap((p) => {
      const { of } = p
      if (ELECTRIC_ONLY.includes(p.kind) && (year < ELECTRIC || (of !== undefined && replaced.has(of)))) return []
      return [lampOfTime(p, of === undefined ? undefined : now.get(of), year)]
    }),
    why: `${set.why}; ${year < 0 ? `${-year} BC` : year}`,
  }
}
