import { type Breakdown, floorHeightAt, type Mark, type Placement, random, roundNumbers, type SetSpec } from '../../film'
import { propForWord, propInfo } from './catalogue'
import { driven } from './drive'
import { distanceTo, footprint, overlaps } from './footprint'
import { thingOfTime } from './period'
import { propUse } from './prop-use'
import { nearEnoughM, Walkable } from './walkable'

/** Group of the seat before a piano. */
const PIANO = 'piano'

/** Tops a small thing is set down on, the likeliest first, by what it is. */
const TOPS: readonly { readonly of: RegExp; readonly on: readonly string[] }[] = [
  { of: /gavel/, on: ['judge-bench', 'desk', 'table'] },
  { of: /kettle|pan|teapot/, on: ['stove', 'counter', 'sink-counter', 'fireplace', 'table'] },
  {
    of: /cup|plate|bread|fruit|jars|glass|bottle|condiments/,
    on: ['table', 'round-table', 'diner-table', 'bar-counter', 'coffee-table', 'cafe-set', 'counter', 'side-table'],
  },
  { of: /photograph|candle|vase|clock/, on: ['fireplace', 'cabinet', 'dresser', 'piano', 'side-table', 'table', 'desk'] },
  {
    of: /papers|letter|book|laptop|typewriter|telephone|phone|radio|key|remote|tablet|monitor/,
    on: ['desk', 'table', 'round-table', 'console', 'coffee-table', 'cabinet', 'side-table'],
  },
]
const ANY_TOP = [
  'table',
  'round-table',
  'desk',
  'coffee-table',
  'diner-table',
  'cabinet',
  'bar-counter',
  'till-counter',
  'workbench',
  'counter',
  'side-table',
  'cafe-set',
  'console',
  'crate',
  'barrel',
  'stump',
  'stone-wall',
]

/** What a script names because somebody brings it: it comes with them. */
const CARRIED: ReadonlySet<string> = new Set([
  'parcel',
  'suitcase',
  'satchel',
  'umbrella',
  'walking-stick',
  'helmet',
  'reel',
  'axe',
  'wooden-horse',
  'pistol',
  'pencil',
  'scissors',
  'slice',
])

const worldOf = (p: Placement, dx: number, dz: number): readonly [number, number] => {
  const s = Math.sin(p.yaw)
  const c = Math.cos(p.yaw)
  return [p.position[0] + dx * c + dz * s, p.position[2] - dx * s + dz * c]
}

/** A thing on a top that suits it, or on the one that is asked for, clear of what stands there; undefined for no room. */
export function onTop(
  set: SetSpec,
  placements: readonly Placement[],
  prop: string,
  key: string,
  seed: number,
  only?: Placement,
): Placement | undefined {
  const rnd = random(`${set.key}/${key}`)
  const wanted = TOPS.find((t) => t.of.test(prop))?.on ?? []
  const size = propInfo(prop).size
  for (const kind of only ? [only.prop] : [...new Set([...wanted, ...ANY_TOP])]) {
    for (const parent of placements) {
      if (parent.prop !== kind || (only && parent !== only)) continue
      const info = propInfo(kind)
      if (info.surfaceHeight === undefined) continue
      const y = parent.position[1] + (info.surfaceHeight * parent.size[1]) / info.size[1]
      const rx = parent.size[0] / 2 - size[0] / 2 - 0.03
      const rz = parent.size[2] / 2 - size[2] / 2 - 0.03
      if (rx < 0 || rz < 0) continue
      for (let i = 0; i < 24; i++) {
        const [x, z] = worldOf(parent, rnd.range(-rx, rx), rnd.range(-rz, rz))
        const here = { position: [x, y, z] as const, yaw: parent.yaw + rnd.range(-0.6, 0.6), size }
        const area = footprint(here)
        const clash = placements.some(
          (o) => o !== parent && o.position[1] + o.size[1] > y + 0.01 && o.position[1] < y + size[1] && overlaps(footprint(o), area, 0.01),
        )
        if (!clash) return { key, prop, ...here, seed, blocks: false }
      }
    }
  }
  return undefined
}

/** On the floor by the way in, by a wall, or beside people: free, in nobody's way, every mark still within reach. */
function onFloor(set: SetSpec, placements: readonly Placement[], prop: string, key: string, seed: number): Placement | undefined {
  const info = propInfo(prop)
  const way = set.marks.find((m) => m.kind === 'door') ?? set.marks.find((m) => m.kind === 'edge') ?? set.marks[0]
  if (!way) return undefined
  const start = [way.position[0], way.position[2]] as const
  const walk = new Walkable(set.widthM, set.depthM, placements, start, 0.3, set.widthM * set.depthM > 200 ? 0.25 : 0.12)
  const solid = placements.filter((p) => p.blocks).map((p) => footprint(p))
  const reachable = set.marks.filter((m) => walk.reaches(m.position[0], m.position[2], nearEnoughM(m.kind) + 0.1))
  const big = Math.max(info.size[0], info.size[2])
  const near = big > 1.5 ? 3 : 0.45
  let tries = 0
  const wallYaw = (x: number, z: number) => {
    const [dx, dz] = [set.widthM / 2 - Math.abs(x), set.depthM / 2 - Math.abs(z)]
    return dx < dz ? (x > 0 ? -Math.PI / 2 : Math.PI / 2) : z > 0 ? Math.PI : 0
  }
  // by a wall inside, a little way off the middle outside
  const suits = (x: number, z: number) => {
    const edge = Math.min(set.widthM / 2 - Math.abs(x), set.depthM / 2 - Math.abs(z))
    return set.interior ? edge < info.size[2] / 2 + 0.45 : edge > big / 2 + 0.3
  }
  for (const [x, z] of walk.points()) {
    if (!suits(x, z)) continue
    if (Math.abs(x - start[0]) + Math.abs(z - start[1]) < near) continue
    const yaw = wallYaw(x, z)
    const here = { position: [x, floorHeightAt(set, x, z), z] as const, yaw, size: info.size }
    const area = footprint(here)
    if (area.corners.some((c) => Math.abs(c[0]) > set.widthM / 2 - 0.02 || Math.abs(c[1]) > set.depthM / 2 - 0.02)) continue
    if (solid.some((r) => overlaps(area, r, 0.03))) continue
    if (set.marks.some((m) => distanceTo(area, m.position[0], m.position[2]) < 0.32)) continue
    if (set.openings.some((o) => o.kind !== 'window') && Math.abs(x - start[0]) < 0.7 && Math.abs(z - start[1]) < 0.7) continue
    const placed: Placement = { key, prop, ...here, seed, blocks: true }
    const after = walk.with(placed)
    if (reachable.every((m) => after.reaches(m.position[0], m.position[2], nearEnoughM(m.kind) + 0.1))) return placed
    if (++tries > 12) return undefined
  }
  return undefined
}

/** Vehicles that stand at a road's edge, along it. */
const PARKS: ReadonlySet<string> = new Set(['car', 'open-car', 'pickup', 'van', 'truck'])

/** At the edge of a road along z, in the direction its side drives, off every mark; undefined without a road or room. */
function parked(set: SetSpec, placements: readonly Placement[], prop: string, key: string, seed: number): Placement | undefined {
  const road = placements.find((p) => p.prop === 'zone-road' && p.size[2] > p.size[0] && Math.abs(Math.sin(p.yaw)) < 0.1)
  if (!road || !PARKS.has(prop)) return undefined
  const { size } = propInfo(prop)
  const solid = placements.filter((p) => p.blocks).map((p) => footprint(p))
  for (const z of [1.5, -1.5, 4, -4, 7, -7, 10, -10])
    for (const side of [-1, 1]) {
      const x = road.position[0] + side * (road.size[0] / 2 - size[0] / 2 - 0.05)
      const here = { position: [x, 0, road.position[2] + z] as const, yaw: side < 0 ? 0 : Math.PI, size }
      const area = footprint(here)
      if (area.corners.some((c) => Math.abs(c[0]) > set.widthM / 2 || Math.abs(c[1]) > set.depthM / 2)) continue
      if (solid.some((r) => overlaps(area, r, 0.03))) continue
      if (set.marks.some((m) => distanceTo(area, m.position[0], m.position[2]) < 0.4)) continue
      return { key, prop, ...here, seed, blocks: true }
    }
  return undefined
}

/** What flies: high over the far half of the place, a little to one side. */
function aloft(set: SetSpec, prop: string): Placement {
  const key = `${prop}-scene`
  const rnd = random(`${set.key}/${key}`)
  const side = rnd.chance(0.5) ? 1 : -1
  return {
    key,
    prop,
    position: [side * set.widthM * rnd.range(0.1, 0.24), rnd.range(7, 9), -set.depthM * rnd.range(0.32, 0.45)],
    yaw: rnd.range(-0.4, 0.4),
    size: propInfo(prop).size,
    seed: rnd.int(1, 1_000_000),
    blocks: false,
  }
}

const FLYING_KITE = 'flying-kite'

/** What rooms have in a form of their own: `the ladder` of a library, `the monitor` at a sickbed. */
const OWN_FORM: ReadonlySet<string> = new Set([
  'library-ladder',
  'hospital-bed',
  'patient-monitor',
  'judge-bench',
  'lab-bench',
  'castle-gate',
  'castle-wall',
  'castle-tower',
])

/** What is to be placed of the things that a scene names, in order. */
function wantedIn(set: SetSpec, items: Breakdown['scenes'][number]['items']): string[] {
  const wanted: string[] = []
  const seen = new Set<string>()
  for (const item of items) {
    if (item.category !== 'prop' && item.category !== 'vehicle') continue
    // Outside a kite flies; who holds the string is another matter.
    if (!set.interior && /\bkite\b/i.test(item.name) && !seen.has(FLYING_KITE)) {
      seen.add(FLYING_KITE)
      wanted.push(FLYING_KITE)
      continue
    }
    const named = propForWord(item.name) ?? (item.category === 'vehicle' && !set.interior ? 'car' : undefined)
    // `The phone`, `the truck`: what the word means depends on the time.
    const prop = named === undefined ? undefined : (thingOfTime(named, set.year) ?? named)
    // A pickup truck is one thing, whichever of its words was read.
    if (prop === 'truck' && (seen.has('pickup') || set.placements.some((p) => p.prop === 'pickup'))) continue
    if (!prop || seen.has(prop) || set.placements.some((p) => p.prop === prop || (OWN_FORM.has(p.prop) && p.prop.endsWith(`-${prop}`))))
      continue
    seen.add(prop)
    const { place } = propInfo(prop)
    if (CARRIED.has(prop) || place === 'wall' || place === 'ceiling' || place === 'ground') continue
    if (item.category === 'vehicle' && set.interior) continue
    wanted.push(prop)
  }
  return wanted
}

/** Sets as they are when somebody drives in them. */
const MOVING = new WeakMap<SetSpec, SetSpec>()

/** Sets by what was added to them: scenes of one place often name the same things in other words. */
const DRESSED = new WeakMap<SetSpec, Map<string, SetSpec>>()

/**
 * Adds what a scene names (props, vehicles) to its set: small things on a sensible top, large ones on the floor where
 * they are in nobody's way. What was there stays where it was; a thing the set already has is not added again; what
 * finds no place is left out. What is driven there goes by itself: the land passes, and nothing is added to it. The same
 * object for the same things.
 */
export function dressSet(set: SetSpec, items: Breakdown['scenes'][number]['items']): SetSpec {
  // Whoever drives in a scene is on the way, unless they park.
  const does = (name: string) => items.some((i) => i.category === 'action' && i.name === name)
  if (!set.travel && does('drive') && !does('park')) {
    const moves = MOVING.get(set) ?? driven(set)
    MOVING.set(set, moves)
    if (moves !== set) return dressSet(moves, items)
  }
  const wanted = set.travel?.ride === undefined ? wantedIn(set, items) : []
  const known = DRESSED.get(set) ?? new Map<string, SetSpec>()
  DRESSED.set(set, known)
  const name = wanted.join(' ')
  const dressed = known.get(name) ?? dress(set, wanted)
  known.set(name, dressed)
  return dressed
}

function dress(set: SetSpec, wanted: readonly string[]): SetSpec {
  const placements: Placement[] = [...set.placements]
  for (const prop of wanted) {
    if (prop === FLYING_KITE && !set.interior) {
      placements.push(aloft(set, prop))
      continue
    }
    const info = propInfo(prop)
    const small = info.size[0] * info.size[2] < (set.interior ? 1.1 : 9)
    const key = `${prop}-scene`
    const seed = random(`${set.key}/${key}/seed`).int(1, 1_000_000)
    const up = info.place === 'top' ? onTop(set, placements, prop, key, seed) : undefined
    const placed =
      up ?? parked(set, placements, prop, key, seed) ?? (small || !set.interior ? onFloor(set, placements, prop, key, seed) : undefined)
    if (placed) placements.push(placed)
  }
  const stool = stoolFor(set, placements)
  // What is a flame burns, whoever put it there.
  const flames = placements.slice(set.placements.length).flatMap((p) => (/^candle/.test(p.prop) ? propUse(p).practicals : []))
  return roundNumbers({
    ...set,
    placements: stool ? [...placements, stool.stool] : placements,
    marks: stool ? [...set.marks, stool.mark] : set.marks,
    practicals: [...set.practicals, ...flames],
  })
}

/** How far before a piano's middle its stool stands, and how high it is, metres. */
const STOOL = { aheadM: 0.66, heightM: 0.5, size: [0.38, 0.5, 0.34] } as const

/** A stool before the piano, for whoever plays it: nothing where there is no piano, or no room. */
function stoolFor(set: SetSpec, placements: readonly Placement[]): { readonly stool: Placement; readonly mark: Mark } | undefined {
  const piano = placements.find((p) => p.prop === 'piano')
  if (!piano || set.marks.some((m) => m.of === piano.key && m.kind === 'seat')) return undefined
  const [x, z] = worldOf(piano, 0, STOOL.aheadM)
  const stool: Placement = {
    key: `${piano.key}-stool`,
    prop: 'stool',
    position: [x, 0, z],
    yaw: piano.yaw,
    size: [...STOOL.size],
    seed: piano.seed,
    blocks: false,
  }
  const area = footprint(stool)
  if (Math.abs(x) > set.widthM / 2 - 0.4 || Math.abs(z) > set.depthM / 2 - 0.4) return undefined
  if (placements.some((p) => p.blocks && p !== piano && overlaps(area, footprint(p), 0.12))) return undefined
  const mark: Mark = {
    key: `seat-mark-${piano.key}`,
    kind: 'seat',
    position: [x, 0, z],
    yaw: piano.yaw + Math.PI,
    seatHeightM: STOOL.heightM,
    of: piano.key,
    group: PIANO,
  }
  return { stool, mark }
}
