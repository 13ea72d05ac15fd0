import { mayBeRaised } from '../../departments/art'
import { add, quatRotate, scale, sub, type Vec3 } from '../../film'
import { meetsPlane, nearestOnAxis, type Sightline } from '../../production/picture-view'
import type { Hand, Held, Wish } from './hand'
import type { PictureSpace, Pixel } from './picture-space'

/** How something is held in the picture: as it is, by an arrow, or by its ring. */
export type Grip = { readonly kind: 'body' } | { readonly kind: 'axis'; readonly axis: 0 | 1 | 2 } | { readonly kind: 'turn' }

/** A drag in the picture, from where the pointer took hold. */
export interface PictureDrag {
  readonly held: Held
  readonly grip: Grip
  readonly from: Pixel
  readonly at: Pixel
  /** Off the grid, while a key is held. */
  readonly isFree: boolean
}

/** Farther than this nothing is dragged, metres. */
const FARTHEST_M = 40
const UP: Vec3 = [0, 1, 0]
export const AXES: readonly Vec3[] = [[1, 0, 0], UP, [0, 0, 1]]

/** Where a line of sight from inside of the room meets its walls. */
function onWalls({ from, along }: Sightline, { widthM, depthM }: { readonly widthM: number; readonly depthM: number }): Vec3 | undefined {
  const walls: readonly (readonly [0 | 2, number])[] = [
    [0, widthM / 2],
    [2, depthM / 2],
  ]
  const metres = walls
    .map(([axis, half]) =>
      Math.abs(along[axis]) < 1e-6 ? Number.POSITIVE_INFINITY : (Math.sign(along[axis]) * half - from[axis]) / along[axis],
    )
    .filter((m) => m > 0)
  const first = Math.min(...metres)
  return Number.isFinite(first) ? add(from, scale(along, first)) : undefined
}

/** The middle by which something is carried: what hangs on a wall has it half way up. */
function middleOf(held: Held, hand: Hand): Vec3 {
  const thing = hangingThing(held, hand)
  return thing ? [held.place[0], held.place[1] + thing.size[1] / 2, held.place[2]] : held.place
}

function hangingThing({ kind, key }: Held, { slice: { set } }: Hand) {
  const thing = kind === 'thing' ? set.placements.find((p) => p.key === key) : undefined
  return thing && mayBeRaised(set, thing) ? thing : undefined
}

/** Where what is dragged is wanted; undefined where the pointer points at nothing. */
export function wishOf(drag: PictureDrag, hand: Hand, space: PictureSpace, looksAlong: Vec3): Wish | undefined {
  const { held, grip, from, at, isFree } = drag
  const { place } = held
  if (grip.kind === 'axis') {
    const axis = AXES[grip.axis] as Vec3
    const [was, is] = [nearestOnAxis(space.lineThrough(from), place, axis), nearestOnAxis(space.lineThrough(at), place, axis)]
    if (was === undefined || is === undefined || Math.abs(is - was) > FARTHEST_M) return
    return { place: add(place, scale(axis, is - was)), isFree }
  }
  if (grip.kind === 'turn') {
    const thing = hand.slice.set.placements.find((p) => p.key === held.key)
    const [was, is] = [meetsPlane(space.lineThrough(from), place, UP), meetsPlane(space.lineThrough(at), place, UP)]
    if (!thing || !was || !is) return
    const yaw = (p: Vec3) => Math.atan2(p[0] - place[0], p[2] - place[2])
    return { place, yaw: thing.yaw + yaw(is) - yaw(was), isFree }
  }
  // Its middle goes with the pointer.
  const middle = middleOf(held, hand)
  const begun = space.at(middle)
  if (!begun) return
  const line = space.lineThrough([begun.pixel[0] + at[0] - from[0], begun.pixel[1] + at[1] - from[1]])
  const to = hangingThing(held, hand)
    ? onWalls(line, hand.slice.set)
    : meetsPlane(line, middle, held.kind === 'thing' || held.kind === 'person' ? UP : looksAlong, FARTHEST_M)
  return to && { place: add(place, sub(to, middle)), isFree }
}

/** The way a camera looks. */
export const lookOf = (quaternion: readonly [number, number, number, number]): Vec3 => quatRotate(quaternion, [0, 0, -1])

/** Which of its axes something is moved along by arrows. */
export function axesOf(held: Held, hand: Hand): readonly (0 | 1 | 2)[] {
  if (held.kind === 'person') return [0, 2]
  if (held.kind !== 'thing') return [0, 1, 2]
  const thing = hangingThing(held, hand)
  if (!thing) return [0, 2]
  return Math.abs(Math.sin(thing.yaw)) > 0.7 ? [1, 2] : [0, 1]
}
