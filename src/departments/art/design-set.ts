import { hash32, type Mark, random, roundNumbers, type SetSpec, type Surface, type SurfaceKind } from '../../film'
import { driven, onItsWay, saysDriven } from './drive'
import { Layout, wallFrame } from './layout'
import { openGround } from './open-ground'
import { paletteOf, type Style } from './palette'
import { setOfTime, styleOfTime } from './period'
import { readPlace } from './read-place'
import type { Look } from './recipe'
import { RECIPES } from './recipes'
import { type SetWish, setAsWished } from './set-wish'
import { nearEnoughM, Walkable } from './walkable'

/** What a set is designed from. */
export interface DesignSetOptions {
  /** Key of the set: `int-farmhouse-kitchen`. Seeds everything. */
  readonly locationKey: string
  /** `FARMHOUSE KITCHEN`, without setting and time. */
  readonly location: string
  readonly setting: 'INT' | 'EXT' | 'INT/EXT'
  /** The year it is dressed for; today when absent. */
  readonly year?: number | undefined
  /** What lies round it is a picture: a room has nothing of ours before its windows, and outside there is plain ground in this colour, `#rrggbb`. */
  readonly aroundColour?: string | undefined
  /** What somebody wants otherwise. */
  readonly wish?: SetWish | undefined
}

const FEWEST_MARKS = 8
/** Ways are left for somebody this wide: 0.36 m to each side. */
const WALK_RADIUS_M = 0.36
const choose = (look: SurfaceKind | Partial<Look> | undefined, style: Style, dflt: SurfaceKind): SurfaceKind =>
  typeof look === 'string' ? look : (look?.[style] ?? dflt)
const ROUGH: Partial<Record<SurfaceKind, number>> = {
  wood: 0.45,
  planks: 0.5,
  tile: 0.3,
  metal: 0.45,
  plain: 0.6,
  concrete: 0.8,
  fabric: 0.95,
}

const surface = (kind: SurfaceKind, colour: string, roughness?: number): Surface => ({
  kind,
  colour,
  roughness: roughness ?? ROUGH[kind] ?? 0.9,
  metalness: kind === 'metal' ? 0.18 : 0,
})

/** Everything turned left to right, for variety: same walk ways, the other hand. */
function mirrored(set: SetSpec): SetSpec {
  const swap = { east: 'west', west: 'east', north: 'north', south: 'south' } as const
  return {
    ...set,
    openings: set.openings.map((o) => {
      const length = o.wall === 'north' || o.wall === 'south' ? set.widthM : set.depthM
      return { ...o, wall: swap[o.wall], along: length - o.along }
    }),
    placements: set.placements.map((p) => ({ ...p, position: [-p.position[0], p.position[1], p.position[2]], yaw: -p.yaw })),
    marks: set.marks.map((m) => ({ ...m, position: [-m.position[0], m.position[1], m.position[2]], yaw: -m.yaw })),
    practicals: set.practicals.map((p) => ({
      ...p,
      position: [-p.position[0], p.position[1], p.position[2]],
      ...(p.direction ? { direction: [-p.direction[0], p.direction[1], p.direction[2]] as const } : {}),
    })),
  }
}

/** Kinds with a steering wheel: what drives keeps its wheel on its own side. */
const HANDED: ReadonlySet<string> = new Set(['cab', 'car', 'sedan'])
const CURTAINED = new Set(['kitchen', 'living-room', 'bedroom', 'room', 'diner', 'bunks', 'corridor', 'hotel-room', 'hotel-lobby'])

/** What belongs to the room itself: beams under a country ceiling, curtains at the windows of homes. */
function finishRoom(l: Layout, kind: string): void {
  if (l.style === 'rustic' && l.h < 3.6) {
    const n = Math.max(3, Math.round(l.d / 1.15))
    for (let i = 0; i < n; i++) l.hang('ceiling-beam', 0, ((i + 0.5) / n - 0.5) * l.d, { size: [l.w, 0.2, 0.17], colour: l.pal.trim })
  }
  if (!CURTAINED.has(kind) || l.style === 'sci-fi' || l.style === 'industrial') return
  for (const o of l.openings) {
    if (o.kind !== 'window') continue
    const f = wallFrame(o.wall, l.w, l.d)
    const out = 0.13
    const high = Math.min(o.height + 0.42, l.h - o.sill + 0.12)
    l.put('curtain', f.o[0] + f.u[0] * o.along + Math.sin(f.yaw) * out, f.o[1] + f.u[1] * o.along + Math.cos(f.yaw) * out, f.yaw, {
      y: o.sill - 0.2,
      size: [o.width + 0.62, high, 0.16],
      colour: l.pal.cloth,
      accent: l.pal.accent,
    })
  }
}

/** Furniture that keeps people from marks is taken out, the most obstructive first; what stood on it or is sat on goes with it. */
function clearWays(l: Layout): Walkable {
  const door = l.marks.find((m) => m.kind === 'door') ?? l.marks.find((m) => m.kind === 'edge') ?? l.marks[0]
  const start = door ? ([door.position[0], door.position[2]] as const) : ([0, 0] as const)
  const cell = l.w * l.d > 200 ? 0.2 : 0.1
  const walk = (without?: string) =>
    new Walkable(
      l.w,
      l.d,
      l.placements.filter((p) => p.key !== without),
      start,
      WALK_RADIUS_M,
      cell,
    )
  let best = walk()
  for (let round = 0; round < 4; round++) {
    const now = l.marks.filter((m) => m.of !== undefined && !reachesMark(best, m)).length
    if (now === 0) break
    let found: { key: string; left: number } | undefined
    for (const p of l.placements) {
      if (!p.blocks || p.position[1] > 0.5 || Math.abs(p.position[0]) > l.w / 2 || Math.abs(p.position[2]) > l.d / 2) continue
      const seen = best.seenWithout(p)
      const left = l.marks.filter((m) => m.of === p.key || !reachesMark(best, m, seen)).length
      if (left < now && (!found || left < found.left)) found = { key: p.key, left }
    }
    if (!found) break
    best = walk(found.key)
    l.remove(found.key)
  }
  return best
}

const reachesMark = (walk: Walkable, m: Mark, seen?: Uint8Array): boolean =>
  walk.reaches(m.position[0], m.position[2], nearEnoughM(m.kind), seen)

/** Marks people can really get to from the way in, at least eight of them. */
function soundMarks(l: Layout): Mark[] {
  const walk = clearWays(l)
  const marks = l.marks.filter((m) => reachesMark(walk, m))
  for (const apart of [0.9, 0.6, 0.4]) {
    let n = 0
    for (const [x, z] of walk.points()) {
      if (marks.length >= FEWEST_MARKS) break
      if (marks.some((m) => (m.position[0] - x) ** 2 + (m.position[2] - z) ** 2 < apart * apart)) continue
      n += 1
      marks.push({ key: `free-mark-${marks.length}-${n}`, kind: 'stand', position: [x, 0, z], yaw: Math.atan2(-x, -z) })
    }
  }
  return marks
}

/**
 * Designs the place of a heading: layout, colours, furniture, lamps, and marks where people can be. Depends on nothing
 * but its arguments: the same heading gives the same set in every film.
 */
export function designSet({ locationKey, location, setting, year, aroundColour, wish }: DesignSetOptions): SetSpec {
  const read = readPlace(location, setting)
  const place = { ...read, style: styleOfTime(read.style, year) }
  const ground = aroundColour === undefined || setting === 'INT' || place.interior ? undefined : openGround(aroundColour)
  const kind = ground ? 'open-ground' : RECIPES[place.kind] ? place.kind : place.interior ? 'room' : 'outdoors'
  const recipe = ground ?? RECIPES[kind]!
  const rnd = random(`${locationKey}/set`)
  const pal = paletteOf(place.style, rnd)
  const [w0, d0, h0] = recipe.size(rnd, place.style)
  const w = Math.round((wish?.widthM ?? w0) * 20) / 20
  const d = Math.round((wish?.depthM ?? d0) * 20) / 20
  const h = h0 > 0 ? (wish?.heightM ?? h0) : 0
  const l = new Layout(w, d, h, place.style, pal, `${locationKey}/${kind}`)
  recipe.furnish(l)
  if (h > 0) finishRoom(l, kind)
  const marks = soundMarks(l)
  const interior = h > 0
  const floorColour = recipe.floorColour?.(pal, place.style, location) ?? pal.floor
  const wallColour = recipe.wallColour?.(pal, place.style, location) ?? pal.wall
  const withDado = recipe.dado && (!recipe.dado.styles || recipe.dado.styles.includes(place.style))
  const set: SetSpec = {
    key: locationKey,
    name: location,
    kind,
    interior,
    seed: hash32(locationKey) & 0x7fffffff,
    widthM: w,
    depthM: d,
    heightM: h,
    floor: surface(choose(recipe.floor, place.style, interior ? 'wood' : 'grass'), floorColour),
    walls: surface(choose(recipe.walls, place.style, 'plaster'), wallColour),
    ...(withDado
      ? { dado: { heightM: recipe.dado!.heightM, surface: surface(recipe.dado!.kind, recipe.dado!.colour?.(pal) ?? pal.dado) } }
      : {}),
    ceiling: surface(
      choose(recipe.ceiling, place.style, 'plaster'),
      recipe.ceilingColour?.(pal, place.style, location) ?? pal.ceiling,
      0.95,
    ),
    trim: pal.trim,
    openings: l.openings,
    placements: l.placements,
    marks,
    practicals: l.practicals,
    surroundings:
      aroundColour !== undefined && interior
        ? 'none'
        : typeof recipe.surroundings === 'string'
          ? recipe.surroundings
          : (recipe.surroundings[read.style] ?? 'street'),
    why:
      place.words.length > 0
        ? `“${place.words.join('”, “')}” in “${location}”: ${kind}, ${place.style}`
        : `nothing known in “${location}”: ${kind}`,
  }
  const still = setOfTime(rnd.chance(0.5) && !HANDED.has(kind) ? mirrored(set) : set, year)
  const made = saysDriven(location) ? driven(still) : still
  const goes = aroundColour === undefined ? onItsWay(made) : made
  return roundNumbers(wish ? setAsWished(goes, wish) : goes)
}
