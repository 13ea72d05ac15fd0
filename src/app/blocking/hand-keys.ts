import type { Vec3 } from '../../film'
import { duplicate, type Hand, type Held, takeOut } from './hand'

/** Metres by which an arrow key moves what has the focus; with shift. */
const STEP_M = { fine: 0.1, coarse: 0.5 } as const
/** Radians by which R turns a thing. */
const TURN = Math.PI / 12

const ARROWS: Readonly<Record<string, readonly [number, number, number]>> = {
  ArrowLeft: [-1, 0, 0],
  ArrowRight: [1, 0, 0],
  ArrowUp: [0, 0, -1],
  ArrowDown: [0, 0, 1],
  PageUp: [0, 1, 0],
  PageDown: [0, -1, 0],
}

/** What keys do with what is held, for whoever reads it: part of a label. */
export const KEYS_OF = (kind: Held['kind']): string =>
  kind === 'thing'
    ? 'arrows move it, page up and down raise what hangs, R turns it, D puts one more beside it, Delete takes it out'
    : 'arrows move it, page up and down raise and lower it'

interface Pressed {
  readonly key: string
  readonly shiftKey: boolean
  readonly ctrlKey: boolean
  readonly metaKey: boolean
}

/**
 * Does what a key does with something that has the focus.
 * @param yaw the set's direction that the upward arrow goes, radians about y: π on the plan (north), where the camera looks in the picture.
 * @returns false for a key that does nothing here.
 */
export function keyOnHeld({ key, shiftKey, ctrlKey, metaKey }: Pressed, held: Held, hand: Hand, isBusy: boolean, yaw = Math.PI): boolean {
  if (ctrlKey || metaKey) return false
  const isThing = held.kind === 'thing'
  const arrow = ARROWS[key]
  const letter = key.toLowerCase()
  const isPick = key === 'Enter' || key === ' '
  const isOfThing = isThing && (letter === 'r' || letter === 'd' || key === 'Delete' || key === 'Backspace')
  if (!arrow && !isPick && !isOfThing) return false
  hand.pick(held)
  if (isBusy || isPick) return true
  if (arrow) {
    const step = shiftKey ? STEP_M.coarse : STEP_M.fine
    // Along the set's own axes: the one that is nearest to where the arrow points.
    const quarter = (Math.round((yaw - Math.PI) / (Math.PI / 2)) * Math.PI) / 2
    const [s, c] = [Math.round(Math.sin(quarter)), Math.round(Math.cos(quarter))]
    const [x, y, z] = arrow
    const by: Vec3 = [x * c + z * s, y, z * c - x * s]
    void hand.put(held, { place: held.place.map((v, i) => v + (by[i] as number) * step) as unknown as Vec3, isFree: true })
  } else if (letter === 'r') {
    const thing = hand.slice.set.placements.find((p) => p.key === held.key)
    if (thing) void hand.put(held, { place: held.place, yaw: thing.yaw + (shiftKey ? -TURN : TURN), isFree: true })
  } else if (letter === 'd') duplicate(hand, held.key)
  else takeOut(hand, held.key)
  return true
}
