import type { AmbienceKind, LightPlan, PlaceSound, SetSpec, SurfaceKind } from '../../film'
import { roundNumbers } from '../../film'

type Layer = PlaceSound['layers'][number]

/** What machines and air do in rooms of a kind, dB. */
const ROOMS: Readonly<Record<string, readonly (readonly [AmbienceKind, number])[]>> = {
  kitchen: [['hum', -55]],
  office: [
    ['air', -50],
    ['hum', -60],
  ],
  classroom: [['hum', -62]],
  warehouse: [['air', -50]],
  workshop: [['air', -55]],
  corridor: [['hum', -58]],
  stairwell: [['air', -52]],
  'control-room': [
    ['machine', -44],
    ['hum', -56],
  ],
  bunks: [['machine', -52]],
  cell: [['hum', -60]],
  bar: [
    ['air', -50],
    ['hum', -57],
  ],
  diner: [
    ['hum', -54],
    ['air', -54],
  ],
  shop: [['hum', -53]],
  'tailor-shop': [['air', -56]],
  bookshop: [['air', -57]],
  bakery: [['hum', -52]],
  pharmacy: [['hum', -56]],
  barbershop: [['hum', -55]],
  'flower-shop': [['hum', -54]],
  train: [['rails', -34]],
  'subway-car': [['rails', -31]],
  'subway-station': [
    ['air', -44],
    ['hum', -54],
  ],
  'station-hall': [['air', -46]],
  'plane-cabin': [
    ['air', -36],
    ['machine', -40],
  ],
  gym: [['air', -48]],
  'swimming-pool': [['air', -44]],
  museum: [['air', -53]],
  ballroom: [['air', -52]],
  bank: [['air', -52]],
  'post-office': [['hum', -56]],
  supermarket: [
    ['hum', -48],
    ['air', -52],
  ],
  laundromat: [
    ['machine', -44],
    ['hum', -50],
  ],
  airport: [['air', -46]],
  tunnel: [['air', -46]],
  sewer: [['air', -44]],
  mine: [['air', -50]],
  elevator: [
    ['hum', -50],
    ['machine', -52],
  ],
  'hotel-room': [['air', -54]],
  'hotel-lobby': [['air', -51]],
  'interrogation-room': [['hum', -57]],
  greenhouse: [['air', -56]],
  courtroom: [['air', -51]],
  'castle-hall': [['air', -53]],
  'meeting-room': [
    ['air', -50],
    ['hum', -61],
  ],
  'open-plan': [
    ['air', -47],
    ['hum', -55],
  ],
  library: [['air', -55]],
  laboratory: [
    ['air', -47],
    ['machine', -54],
    ['hum', -57],
  ],
  theatre: [['air', -53]],
  'hospital-room': [
    ['air', -50],
    ['machine', -58],
  ],
  'waiting-room': [
    ['air', -52],
    ['hum', -58],
  ],
  basement: [
    ['machine', -54],
    ['hum', -58],
  ],
  attic: [['air', -54]],
  cave: [['air', -46]],
  garage: [
    ['hum', -54],
    ['air', -52],
  ],
}

/** Outdoor kinds with a sound of their own. */
const GROUNDS: Readonly<Record<string, readonly (readonly [AmbienceKind, number])[]>> = {
  beach: [['surf', -34]],
  harbour: [['surf', -40]],
  lakeside: [['surf', -52]],
  bridge: [['surf', -54]],
  'railway-bridge': [
    ['surf', -54],
    ['wind', -46],
  ],
  headland: [
    ['surf', -38],
    ['wind', -38],
  ],
  mountain: [['wind', -36]],
  castle: [['wind', -40]],
  'cave-mouth': [['wind', -38]],
  rooftop: [['wind', -42]],
  forest: [['leaves', -44]],
  park: [['leaves', -48]],
  platform: [['hum', -52]],
  ruins: [['wind', -42]],
  battlefield: [['wind', -40]],
}

/** Kinds among which nothing grows or drives. */
const BARE: ReadonlySet<string> = new Set(['cyclorama', 'gradient'])

/** How much of an echo surfaces leave: mean absorption around 1 kHz (Kuttruff, Room Acoustics, table of materials, rounded). */
const ABSORBS: Readonly<Record<SurfaceKind, number>> = {
  plain: 0.06,
  plaster: 0.06,
  wood: 0.1,
  planks: 0.12,
  brick: 0.04,
  concrete: 0.03,
  tile: 0.02,
  fabric: 0.4,
  metal: 0.04,
  grass: 0.5,
  asphalt: 0.05,
  bark: 0.3,
  foliage: 0.5,
  stone: 0.03,
  sand: 0.3,
  paper: 0.2,
}

/** What a thing in the room swallows, square metres of full absorption. */
const THING_M2 = 0.35

/** What is heard of a place by itself, and how its room answers. Pure: seeded by the set's key. */
export function soundOfPlace(set: SetSpec, light: LightPlan): PlaceSound {
  const outside = around(set, light)
  const layers = set.interior ? [...within(set, light), ...throughWalls(set, outside)] : outside
  return roundNumbers({ key: set.key, layers: layers.filter((l) => l.levelDb > -75), room: roomOf(set) })
}

const isNight = ({ sky, sun }: LightPlan): boolean => sky.stars >= 0.5 || (sky.moon >= 0.5 && sun.lux < 10)

/** The open air of a place. */
function around({ kind, surroundings, interior, travel }: SetSpec, light: LightPlan): Layer[] {
  const { rain, wind, snow } = light.weather
  const night = isNight(light)
  // Snow swallows what is far away.
  const hush = -8 * snow
  const out: Layer[] = [{ kind: 'air', levelDb: -58 }]
  const add = (layer: AmbienceKind, levelDb: number) => {
    const at = out.findIndex((l) => l.kind === layer)
    if (at < 0) out.push({ kind: layer, levelDb })
    else if ((out[at]?.levelDb ?? 0) < levelDb) out[at] = { kind: layer, levelDb }
  }
  if (!BARE.has(kind) && surroundings !== 'space') {
    add('wind', -54 + 22 * wind)
    for (const [layer, level] of interior ? [] : (GROUNDS[kind] ?? [])) add(layer, level + (layer === 'leaves' ? 8 * wind : 0))
    if (surroundings === 'street' || surroundings === 'skyline' || surroundings === 'courtyard')
      add('traffic', (surroundings === 'street' ? -38 : -46) - (night ? 6 : 0) + hush)
    if (surroundings === 'suburb') add('traffic', -50 - (night ? 6 : 0) + hush)
    if (surroundings === 'sea') add('surf', -38)
    if (surroundings === 'forest') add('leaves', -48 + 10 * wind)
    const grows = ['suburb', 'fields', 'forest', 'hills', 'courtyard', 'river', 'lake', 'railway'].includes(surroundings)
    if (grows && rain < 0.3 && snow < 0.2) add(night ? 'crickets' : 'birds', night ? -46 : -44)
    if (rain > 0) add('rain', -46 + 16 * Math.min(1, rain))
  }
  // No air carries anything on the moon: what is heard is one's own suit.
  if (surroundings === 'space') add('machine', kind === 'moon' ? -52 : -46)
  // An engine, and the air that a car goes through.
  if (travel) {
    add('machine', -39)
    add('wind', -50 + 0.5 * travel.speedMps)
  }
  return out
}

/** What a room has of its own. */
function within({ kind, practicals }: SetSpec, { glow }: LightPlan): Layer[] {
  const out: Layer[] = [{ kind: 'air', levelDb: -57 }]
  for (const [layer, level] of ROOMS[kind] ?? []) {
    if (layer === 'air') out[0] = { kind: 'air', levelDb: level }
    else out.push({ kind: layer, levelDb: level })
  }
  const lit = practicals.filter((p) => (glow[p.key]?.strength ?? 0) > 0)
  if (lit.some((p) => p.kind === 'fire')) out.push({ kind: 'fire', levelDb: -42 })
  if (lit.some((p) => p.kind === 'neon' || p.flicker === 'fluorescent') && !out.some((l) => l.kind === 'hum'))
    out.push({ kind: 'hum', levelDb: -58 })
  return out
}

/** What a room hears of the open air: by how much glass there is. */
function throughWalls({ openings, kind }: SetSpec, outside: readonly Layer[]): Layer[] {
  const glass = openings.filter((o) => o.kind === 'window').reduce((m2, o) => m2 + o.width * o.height, 0)
  const loss = kind === 'greenhouse' ? 8 : glass > 0 ? Math.max(10, 18 - 2 * glass) : 26
  return outside
    .filter((l) => l.kind !== 'air')
    .map((l) => ({ kind: l.kind, levelDb: l.levelDb - loss, lowpassHz: glass > 0 ? 1800 : 500 }))
}

/** Sabine's 0.161 V/A for rooms; the open air answers hardly at all, streets between houses a little. */
function roomOf(set: SetSpec): PlaceSound['room'] {
  const { widthM: w, depthM: d, heightM: h } = set
  const sizeM = Math.max(w, d, h)
  if (!set.interior) {
    const walled = ['street', 'market', 'alley', 'courtyard'].includes(set.kind) || set.surroundings === 'courtyard'
    return walled ? { rt60S: 0.9, sizeM: Math.max(8, sizeM), wetDb: -20 } : { rt60S: 0, sizeM, wetDb: -60 }
  }
  const high = h > 0 ? h : 2.7
  const walls = 2 * (w + d) * high
  const absorbed =
    w * d * (ABSORBS[set.floor.kind] + ABSORBS[set.ceiling.kind]) + walls * ABSORBS[set.walls.kind] + set.placements.length * THING_M2 + 2
  const rt60S = Math.min(4, Math.max(0.15, (0.161 * w * d * high) / absorbed))
  return { rt60S, sizeM, wetDb: Math.min(-6, -14 + 4 * rt60S) }
}
