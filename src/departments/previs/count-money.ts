import { type Doing, takeThing } from './handle-thing'
import type { StageActor } from './stage-actor'
import { surfaceNear } from './surface-near'

/** What is counted out of one hand by the other. */
const COINS = /\b(?:coins?|change|pennies|tips?|takings)\b/
const NOTES = /\b(?:money|cash|bills?|banknotes?|notes|dollars|euros|pounds|wad)\b/
/** How far from somebody what is counted is laid, metres. */
const REACH_M = 0.8
/** When in a count the first piece lies where it is laid, seconds. */
const LAID_S = 1
const LONGEST_S = 12

/** Whether what is counted is money in the hand. */
export const isMoney = (rest: readonly string[]): boolean => COINS.test(rest.join(' ')) || NOTES.test(rest.join(' '))

/** Counts money out of the left hand, onto what is before one where that is high enough; what is there already lies there. */
export function countMoney(d: Doing, a: StageActor, t: number, seconds: number): void {
  const { props, plan } = d.stage
  const prop = COINS.test(d.deed.rest.join(' ')) ? 'coins' : 'money'
  const thing = props.thingsOf(d.deed).find((p) => COINS.test(p) || NOTES.test(p)) ?? `${prop}~${a.key}`
  // Never seen before: it was in the hand.
  if (!props.isKnown(thing)) props.hold(thing, a, 0, 'left')
  const has = takeThing(d, a, thing, t)
  if (has === undefined) return
  const hand = props.handOf(a, thing) ?? 'left'
  const laid = `${prop}~${a.key}-counted`
  const table = surfaceNear(plan, a.place, d.deed.rest, prop, hand === 'left' ? 'right' : 'left', props.lyingBut(laid))
  const { spot } = a.place
  const near = !table.floor && Math.hypot(table.position[0] - spot.x, table.position[2] - spot.z) < REACH_M
  const at = near && (a.place.stance === 'sit' || table.position[1] > 0.85) ? table.position : undefined
  const start = Math.max(has, Math.min(a.busyUntil, t + 4))
  const end = start + Math.min(LONGEST_S, Math.max(4, seconds * 1.4))
  if (at && !props.isKnown(laid)) {
    props.away(laid, 0)
    props.put(laid, start + LAID_S, table)
  }
  a.acts.push({ verb: 'count', t0: start, t1: end, hand, energy: 0.4, ...(at ? { at } : {}) })
}
