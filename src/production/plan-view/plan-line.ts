import type { Vec3 } from '../../film'

/** A point of the floor plan: x east, z south, metres. */
export type PlanPoint = readonly [number, number]

/** What a line of the plan shows; drawn in this order, the last on top. */
export const PLAN_LAYERS = [
  'floor',
  'thing',
  'overhead',
  'wall',
  'window',
  'door',
  'arch',
  'mark',
  'beam',
  'throw',
  'lamp',
  'sun',
  'field',
  'way',
  'track',
  'person',
  'camera',
  'aim',
] as const
export type PlanLayer = (typeof PLAN_LAYERS)[number]

/** A line or area on the plan. */
export interface PlanLine {
  readonly layer: PlanLayer
  /** Path data as in SVG, metres. */
  readonly d: string
  /** What it is: `kitchen table`, `MARA`, `key: pendant-1, 320 cd`. */
  readonly title?: string
}

/** A word on the plan, centred. */
export interface PlanLabel {
  readonly layer: PlanLayer
  readonly at: PlanPoint
  readonly text: string
}

/** Something that a hand may move on the plan. */
export interface PlanHandle {
  readonly kind: 'person' | 'camera' | 'aim' | 'lamp' | 'lamp-aim' | 'thing'
  /** A person's key in the cast; the index of a camera's key; a lamp's name; a thing's key. */
  readonly key: string
  /** Where it is taken hold of. */
  readonly at: PlanPoint
  /** The place in the set, metres: what an edit calls its base. */
  readonly place: Vec3
  readonly title: string
  /** Radius of what is taken hold of, metres. */
  readonly reach: number
  /** It stays where it is: a lamp that is part of the set, a window's light. */
  readonly isFixed?: true
}

/** Floor point of a place in the set. */
export const onFloor = ([x, , z]: Vec3): PlanPoint => [x, z]

const figure = (v: number): string => String(Math.round(v * 1000) / 1000)
const point = ([x, z]: PlanPoint): string => `${figure(x)} ${figure(z)}`

/** An open line through points. */
export const lineThrough = (points: readonly PlanPoint[]): string => points.map((p, i) => `${i === 0 ? 'M' : 'L'}${point(p)}`).join('')

/** An area with straight sides. */
export const areaOf = (points: readonly PlanPoint[]): string => `${lineThrough(points)}Z`

/** A circle. @param r radius, metres. */
export const circleAt = ([x, z]: PlanPoint, r: number): string =>
  `M${point([x - r, z])}A${figure(r)} ${figure(r)} 0 1 0 ${point([x + r, z])}A${figure(r)} ${figure(r)} 0 1 0 ${point([x - r, z])}Z`

/** A slice of a disc. @param yaw its middle, radians about y, 0 looks along +z. @param half half its angle, radians, below π/2. */
export function sectorAt(at: PlanPoint, yaw: number, half: number, r: number): string {
  const [from, to] = [ahead(at, yaw - half, r), ahead(at, yaw + half, r)]
  return `M${point(at)}L${point(from)}A${figure(r)} ${figure(r)} 0 0 0 ${point(to)}Z`
}

/** The point so many metres from another along a facing. */
export const ahead = ([x, z]: PlanPoint, yaw: number, metres: number): PlanPoint => [x + Math.sin(yaw) * metres, z + Math.cos(yaw) * metres]

/** Corners of a box that is turned. @param size across and deep, metres. */
export function turnedBox([x, z]: PlanPoint, yaw: number, [w, d]: readonly [number, number]): PlanPoint[] {
  const [c, s] = [Math.cos(yaw), Math.sin(yaw)]
  return [
    [-w / 2, -d / 2],
    [w / 2, -d / 2],
    [w / 2, d / 2],
    [-w / 2, d / 2],
  ].map(([u = 0, v = 0]): PlanPoint => [x + u * c + v * s, z - u * s + v * c])
}
