import { type Placement, random, roundNumbers, type SetSpec, type Vec3 } from '../../film'
import { PROPS, propInfo } from './catalogue'
import { thingOfTime } from './period'
import { propUse } from './prop-use'
import { topAt } from './put-in-set'
import { thingsOn, withoutThings } from './without-things'

/** What somebody wants otherwise of one thing in a set, or one thing more; what is not said stays. */
export interface ThingChange {
  /** Its key, or what it is: `sofa`, `chair 2`. */
  readonly thing: string
  /** The catalogue's name of a thing that is put there more; its key is `thing`. */
  readonly add?: string
  /** Metres; the height is that of what is under it, where the thing stands on tops. */
  readonly position?: Vec3
  /** Which way it faces, radians about y; 0 towards +z. */
  readonly yaw?: number
  /** What stands there instead, by the catalogue's name. */
  readonly prop?: string
  readonly gone?: boolean
}

/** A set with its things as somebody wants them. */
export interface ChangedSet {
  readonly set: SetSpec
  /** Changes of things that are not in it. */
  readonly left: readonly ThingChange[]
}

/** Moves, turns, swaps, removes and adds things. What stands on a thing goes with it, and so do its lamps, and its seats. */
export function changeThings(set: SetSpec, changes: readonly ThingChange[]): ChangedSet {
  const left: ThingChange[] = []
  let made = set
  // Whoever is taken out first leaves room.
  for (const change of changes.toSorted((a, b) => Number(b.gone ?? false) - Number(a.gone ?? false))) {
    const changed = change.add === undefined ? changeOne(made, change) : addOne(made, change, change.add)
    if (changed) made = changed
    else left.push(change)
  }
  return { set: made === set ? set : roundNumbers(made), left }
}

/** The thing that is meant: by its key, else the first or so many-th of its kind. */
export function thingNamed({ placements }: Pick<SetSpec, 'placements'>, name: string): Placement | undefined {
  const keyed = placements.find((p) => p.key === name)
  if (keyed) return keyed
  const [, kind = '', nth = '1'] = /^(.*?)(?:[ -](\d+))?$/.exec(name.trim().toLowerCase()) ?? []
  return placements.filter((p) => p.prop === kind.replaceAll(' ', '-'))[Number(nth) - 1]
}

function changeOne(set: SetSpec, change: ThingChange): SetSpec | undefined {
  const thing = thingNamed(set, change.thing)
  if (!thing) return
  if (change.gone) return withoutThings(set, [thing.key])
  const swapped = change.prop === undefined || change.prop === thing.prop ? set : swap(set, thing, change.prop)
  if (!swapped) return
  const now = swapped.placements.find((p) => p.key === thing.key) as Placement
  const yaw = change.yaw ?? now.yaw
  const position = change.position ? restingAt(swapped, now, change.position) : now.position
  return move(swapped, now, position, yaw)
}

/** Where a thing comes to rest that is put somewhere: what stands on tops does so, all else is as high as it was, or as is said. */
function restingAt(set: SetSpec, thing: Placement, [x, y, z]: Vec3): Vec3 {
  if (propInfo(thing.prop).place !== 'top') return [x, y, z]
  const rest = { ...set, placements: set.placements.filter((p) => p.key !== thing.key) }
  return [x, topAt(rest, x, z), z]
}

/** A thing elsewhere, with all that is on it. */
function move(set: SetSpec, thing: Placement, to: Vec3, yaw: number): SetSpec {
  const turn = yaw - thing.yaw
  const from = thing.position
  const [s, c] = [Math.sin(turn), Math.cos(turn)]
  const carried = ([x, y, z]: Vec3): Vec3 => {
    const [dx, dz] = [x - from[0], z - from[2]]
    return [to[0] + dx * c + dz * s, y - from[1] + to[1], to[2] - dx * s + dz * c]
  }
  const turned = ([x, y, z]: Vec3): Vec3 => [x * c + z * s, y, z * c - x * s]
  const keys = new Set([thing.key, ...thingsOn(set, thing)])
  const goes = (of: string | undefined) => of !== undefined && keys.has(of)
  return {
    ...set,
    placements: set.placements.map((p) => (keys.has(p.key) ? { ...p, position: carried(p.position), yaw: p.yaw + turn } : p)),
    marks: set.marks.map((m) => {
      if (!goes(m.of)) return m
      const [x, , z] = carried(m.position)
      return { ...m, position: [x, m.position[1], z] as Vec3, yaw: m.yaw + turn }
    }),
    practicals: set.practicals.map((p) =>
      goes(p.of) ? { ...p, position: carried(p.position), ...(p.direction ? { direction: turned(p.direction) } : {}) } : p,
    ),
  }
}

/** Another thing in the place of one; what stood on it stays, where there is a top for it. */
function swap(set: SetSpec, thing: Placement, prop: string): SetSpec | undefined {
  if (!PROPS[prop]) return
  const { colour: _, accent: _accent, ...plain } = thing
  const info = propInfo(prop)
  const hangs = info.place === 'ceiling' && set.heightM > 0
  const y = hangs ? set.heightM - info.size[1] : thing.position[1]
  const made: Placement = {
    ...plain,
    prop,
    size: [...info.size],
    blocks: info.blocks && y < 0.05,
    position: [thing.position[0], y, thing.position[2]],
  }
  const on = new Set(thingsOn(set, thing))
  const rises = topOf(made) === undefined ? undefined : (topOf(made) as number) - (topOf(thing) ?? thing.position[1] + thing.size[1])
  const bare = rises === undefined ? withoutThings(set, [...on]) : set
  const lifted = <T extends { readonly position: Vec3 }>(p: T): T => ({
    ...p,
    position: [p.position[0], p.position[1] + (rises ?? 0), p.position[2]],
  })
  const use = propUse(made)
  const group = bare.marks.find((m) => m.of === thing.key && m.group)?.group
  return {
    ...bare,
    placements: bare.placements.map((p) => (p.key === thing.key ? made : on.has(p.key) ? lifted(p) : p)),
    marks: [...bare.marks.filter((m) => m.of !== thing.key), ...use.marks.map((m) => (group ? { ...m, group } : m))],
    practicals: [
      ...bare.practicals.filter((p) => p.of !== thing.key).map((p) => (p.of && on.has(p.of) ? lifted(p) : p)),
      ...use.practicals,
    ],
  }
}

/** Height above the floor of what things stand on; undefined for what has no top. */
function topOf(p: Placement): number | undefined {
  const info = propInfo(p.prop)
  return info.surfaceHeight === undefined ? undefined : p.position[1] + (info.surfaceHeight * p.size[1]) / info.size[1]
}

/** Height at which what hangs on walls hangs, metres. */
const HUNG_M = 1.4

function addOne(set: SetSpec, { thing: key, position = [0, 0, 0], yaw = 0 }: ThingChange, wanted: string): SetSpec | undefined {
  const prop = thingOfTime(wanted, set.year) ?? wanted
  if (!PROPS[prop] || set.placements.some((p) => p.key === key)) return
  const { size, blocks, place } = propInfo(prop)
  const [x, said, z] = position
  const high = { top: topAt(set, x, z), wall: HUNG_M, ceiling: set.heightM - size[1], floor: 0, ground: 0 }[place]
  const y = said === 0 && (place !== 'ceiling' || set.heightM > 0) ? high : said
  const seed = random(`${set.key}/${key}/seed`).int(1, 1_000_000)
  const put: Placement = { key, prop, position: [x, y, z], yaw, size: [...size], seed, blocks: blocks && y < 0.05 }
  const { marks, practicals } = propUse(put)
  return {
    ...set,
    placements: [...set.placements, put],
    marks: [...set.marks, ...marks],
    practicals: [...set.practicals, ...practicals],
  }
}
