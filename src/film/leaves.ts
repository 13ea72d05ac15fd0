import { add, scale } from './math'
import type { Opening, Placement, SetSpec } from './set'
import type { Vec3 } from './value'

/** What opens: a drawer slides, a door and a sash turn on a hinge, a curtain is drawn aside. */
export type LeafKind = 'drawer' | 'door' | 'sash' | 'curtain'

/** A part of a piece of furniture that people open, in its own frame: metres, standing on y = 0, front towards +z. */
export interface FurnitureLeaf {
  readonly kind: 'drawer' | 'door'
  /** The front it has when shut. */
  readonly x: readonly [number, number]
  readonly y: readonly [number, number]
  readonly z: number
  /** Where a hand takes hold of it. */
  readonly handle: Vec3
  /** A drawer's way out, metres. */
  readonly outM: number
  /** A door's hinge, and how far it turns about y, radians. */
  readonly hingeX: number
  readonly turn: number
}

/** How far drawers come out, doors of furniture and casements open. */
const DRAWER_M = 0.27
const DOOR_TURN = 1.75
const SASH_TURN = 1.15
/** How deep in the wall sashes stand, metres from its face to the room. */
export const SASH_DEPTH_M = 0.121

const drawer = (x0: number, x1: number, y0: number, y1: number, z: number, up = 0.55): FurnitureLeaf => ({
  kind: 'drawer',
  x: [x0, x1],
  y: [y0, y1],
  z,
  handle: [(x0 + x1) / 2, y0 + (y1 - y0) * up, z + 0.035],
  outM: DRAWER_M,
  hingeX: 0,
  turn: 0,
})

/** A door, its handle at `side` (1 at its right as one stands before it, −1 at its left), its hinge at the other. */
const door = (x0: number, x1: number, y0: number, y1: number, z: number, side: 1 | -1, up = 0.55): FurnitureLeaf => ({
  kind: 'door',
  x: [x0, x1],
  y: [y0, y1],
  z,
  handle: [side > 0 ? x1 - 0.06 : x0 + 0.06, y0 + (y1 - y0) * up, z + 0.035],
  outM: 0,
  hingeX: side > 0 ? x0 : x1,
  turn: -side * DOOR_TURN,
})

/** A column of a row of fronts. */
const column = (x0: number, x1: number, n: number, i: number): readonly [number, number] => [
  x0 + ((x1 - x0) * i) / n,
  x0 + ((x1 - x0) * (i + 1)) / n,
]

type Sized = (w: number, h: number, d: number) => readonly FurnitureLeaf[]

const worktop: Sized = (w, h, d) => {
  const n = Math.max(1, Math.round(w / 0.5))
  const [a, b] = column(-w / 2 + 0.01, w / 2 - 0.01, n, Math.floor((n - 1) / 2))
  return [drawer(a, b, h - 0.24, h - 0.05, d / 2 - 0.035, 0.75)]
}

/** What of each piece opens; the stage draws these parts apart. */
const LEAVES: Readonly<Record<string, Sized>> = {
  dresser: (w, _, d) => {
    const [a, b] = column(-w / 2 + 0.02, w / 2 - 0.02, 3, 1)
    const [p, q] = column(-w / 2 + 0.02, w / 2 - 0.02, 2, 0)
    return [drawer(a, b, 0.68, 0.84, d / 2 - 0.01), door(p, q, 0.1, 0.67, d / 2 - 0.01, 1)]
  },
  'side-table': (w, h, d) => [drawer(-w / 2 + 0.05, w / 2 - 0.05, h - 0.16, h - 0.03, d / 2 - 0.02)],
  cabinet: (w, h, d) => {
    const n = Math.max(2, Math.round(w / 0.55))
    const rows = h > 0.7 ? 3 : 2
    const [a, b] = column(-w / 2 + 0.02, w / 2 - 0.02, n, Math.floor((n - 1) / 2))
    const rise = (h - 0.05 - 0.14) / rows
    return [drawer(a, b, h - 0.05 - rise, h - 0.05, d / 2 - 0.01)]
  },
  counter: worktop,
  'sink-counter': worktop,
  'till-counter': worktop,
  wardrobe: (w, h, d) => {
    const [a, b] = column(-w / 2 + 0.02, w / 2 - 0.02, 2, 0)
    return [door(a, b, 0.42, h - 0.1, d / 2 - 0.012, 1)]
  },
  fridge: (w, h, d) => [
    {
      ...door(-w / 2 + 0.003, w / 2 - 0.003, 0.08, 0.08 + h * 0.62, d / 2 - 0.045, -1),
      handle: [-w / 2 + 0.08, h * 0.42 + 0.12, d / 2 + 0.03],
    },
  ],
  'filing-cabinet': (w, h, d) => [
    drawer(-w / 2 + 0.015, w / 2 - 0.015, 0.03 + 2 * ((h - 0.04) / 4), 0.01 + 3 * ((h - 0.04) / 4), d / 2 - 0.025),
  ],
}

/** The parts of a thing that open; none for what does not. */
export const leavesOf = (prop: string, [w, h, d]: Vec3): readonly FurnitureLeaf[] => LEAVES[prop]?.(w, h, d) ?? []

/** A leaf in the room: who opens it stands at `stand`, takes hold at `handle`, and moves it as it goes. World space. */
export interface Leaf {
  /** Key of its movement in `ShotPlan.doors`, and in `SetSpec.leaves`. */
  readonly key: string
  readonly kind: LeafKind
  readonly handle: Vec3
  /** Out of the piece, on the floor. */
  readonly out: Vec3
  /** How the handle moves when it opens: straight, or about an upright axis. */
  readonly way: LeafWay
}

/** A way of a hand with what it moves: by metres, or turning about an upright axis through `round`, radians. */
export interface LeafWay {
  readonly by?: Vec3
  readonly round?: Vec3
  readonly turn?: number
}

/** A point moved along a way, `open` from 0 to 1. */
export function alongWay(p: Vec3, { by, round, turn }: LeafWay, open: number): Vec3 {
  if (by) return add(p, scale(by, open))
  if (!round || turn === undefined) return p
  const [x, z] = [p[0] - round[0], p[2] - round[2]]
  const [c, s] = [Math.cos(turn * open), Math.sin(turn * open)]
  return [round[0] + x * c + z * s, p[1], round[2] - x * s + z * c]
}

/** A leaf's key. */
export const leafKey = (of: string, kind: LeafKind): string => `${of}/${kind}`

/** The leaf of a kind that a placement has, in the room; any other of its leaves where it has none of the kind. */
export function leafOfPlacement(p: Placement, kind: 'drawer' | 'door'): Leaf | undefined {
  const all = leavesOf(p.prop, p.size)
  const leaf = all.find((l) => l.kind === kind) ?? all[0]
  if (!leaf) return undefined
  const [c, s] = [Math.cos(p.yaw), Math.sin(p.yaw)]
  const world = ([x, y, z]: Vec3): Vec3 => [p.position[0] + x * c + z * s, p.position[1] + y, p.position[2] - x * s + z * c]
  const out: Vec3 = [s, 0, c]
  return {
    key: leafKey(p.key, leaf.kind),
    kind: leaf.kind,
    handle: world(leaf.handle),
    out,
    way: leaf.kind === 'drawer' ? { by: scale(out, leaf.outM) } : { round: world([leaf.hingeX, 0, leaf.z]), turn: leaf.turn },
  }
}

const WALL_YAW: Readonly<Record<Opening['wall'], number>> = { north: 0, east: -Math.PI / 2, south: Math.PI, west: Math.PI / 2 }

/** How many sashes a window has side by side. */
export const sashesIn = ({ width }: Pick<Opening, 'width'>): number => Math.max(1, Math.round(width / 0.75))

/** The sash of a window that opens: the first, hinged at its outer edge, outwards. In the frame of its wall. */
export const openSash = (o: Opening): { readonly x: readonly [number, number]; readonly turn: number } => ({
  x: [o.along - o.width / 2, o.along - o.width / 2 + o.width / sashesIn(o)],
  turn: SASH_TURN,
})

/** How far a door opens, into the room, radians about y; its hinge is this far from its edge and from the wall's face, its knob so high, metres. */
export const DOOR_SWING = -1.75
export const DOOR_HINGE = { in: 0.007, z: -0.03 } as const
const KNOB = { in: 0.062, y: 1.06, z: 0.058 } as const

/** A point of a wall's own frame (along it, up, into the room) in the room. */
function inRoom(
  set: Pick<SetSpec, 'widthM' | 'depthM'>,
  o: Opening,
): { readonly yaw: number; readonly world: (x: number, y: number, z: number) => Vec3 } {
  const yaw = WALL_YAW[o.wall]
  const [c, s] = [Math.cos(yaw), Math.sin(yaw)]
  const [long, deep] = o.wall === 'north' || o.wall === 'south' ? [set.widthM, set.depthM] : [set.depthM, set.widthM]
  const world = (x: number, y: number, z: number): Vec3 => {
    const [u, v] = [x - long / 2, z - deep / 2]
    return [u * c + v * s, y, -u * s + v * c]
  }
  return { yaw, world }
}

/** Whether a set's doors are two leaves that slide apart into the wall. */
export const doorsSlide = ({ kind }: Pick<SetSpec, 'kind'>): boolean => kind === 'elevator'

/** How far each of two sliding leaves goes, of the width of their door. */
export const DOOR_SLIDE = 0.47

/** A door of the room, held by its knob; of two that slide apart the left one, by the edge where they meet. */
export function leafOfDoor(set: Pick<SetSpec, 'kind' | 'widthM' | 'depthM'>, o: Opening): Leaf {
  const { yaw, world } = inRoom(set, o)
  if (doorsSlide(set)) {
    const way = o.width * DOOR_SLIDE
    return {
      key: o.key,
      kind: 'door',
      handle: world(o.along - 0.04, KNOB.y, KNOB.z),
      out: [Math.sin(yaw), 0, Math.cos(yaw)],
      way: { by: [-Math.cos(yaw) * way, 0, Math.sin(yaw) * way] },
    }
  }
  return {
    key: o.key,
    kind: 'door',
    handle: world(o.along + o.width / 2 - KNOB.in, KNOB.y, KNOB.z),
    out: [Math.sin(yaw), 0, Math.cos(yaw)],
    way: { round: world(o.along - o.width / 2 + DOOR_HINGE.in, 0, DOOR_HINGE.z), turn: DOOR_SWING },
  }
}

/** A window's sash in the room. */
export function leafOfWindow(set: Pick<SetSpec, 'widthM' | 'depthM'>, o: Opening): Leaf {
  const { yaw, world } = inRoom(set, o)
  const { x, turn } = openSash(o)
  return {
    key: leafKey(o.key, 'sash'),
    kind: 'sash',
    handle: world(x[1] - 0.03, Math.max(o.sill + 0.12, Math.min(o.sill + o.height * 0.45, 1.3)), 0.03 - SASH_DEPTH_M),
    out: [Math.sin(yaw), 0, Math.cos(yaw)],
    way: { round: world(x[0], 0, -SASH_DEPTH_M), turn },
  }
}

/** A curtain: a hand draws one half of it by its inner edge. */
export function leafOfCurtain(p: Placement): Leaf {
  const [c, s] = [Math.cos(p.yaw), Math.sin(p.yaw)]
  const [w, h] = p.size
  const along = (x: number): Vec3 => [x * c, 0, -x * s]
  const y = Math.min(p.position[1] + h * 0.55, 1.35)
  return {
    key: leafKey(p.key, 'curtain'),
    kind: 'curtain',
    handle: add([p.position[0], y, p.position[2]], along(-0.04)),
    out: [s, 0, c],
    way: { by: along(-(w * 0.3 - 0.02)) },
  }
}
