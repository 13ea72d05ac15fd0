import { type Doing, takeThing } from './handle-thing'
import { report } from './report-finding'
import type { StageActor } from './stage-actor'

/** When in a tear the paper parts, seconds: 0.42 of 1.8 s. */
const PARTS_S = 0.76
const TEAR_S = 1.8
const SEAL_S = 2.2
const PAPER = /\b(?:letter|envelope|paper|page|photo|photograph|note|ticket|contract|telegram|check|cheque|map|picture)s?\b/

/** The letter that is meant: named, else what paper somebody holds. */
function sheetOf(d: Doing, a: StageActor): string | undefined {
  const { props } = d.stage
  const held = [...props.heldBy(a).values()]
  return props.thingsOf(d.deed).find((p) => PAPER.test(p)) ?? held.find((p) => PAPER.test(p)) ?? props.names.find((p) => PAPER.test(p))
}

/** Breaks a letter's seal or tears a letter in two: both hands on it. What is torn is two pieces from then on. */
export function withLetter(d: Doing, a: StageActor, does: 'break-seal' | 'tear', t: number): void {
  const { props } = d.stage
  const thing = sheetOf(d, a)
  if (thing === undefined) {
    report(d.stage, d.beat, 'no-thing', a, `has nothing here to ${d.deed.word}`)
    return
  }
  // Nobody has it and it lies nowhere: it was in the hand.
  if (!props.isKnown(thing)) props.hold(thing, a, 0)
  const has = takeThing(d, a, thing, t)
  if (has === undefined) return
  const hand = props.handOf(a, thing) ?? 'right'
  const start = Math.max(has, a.busyUntil)
  for (const [other, full] of props.heldBy(a)) if (other !== hand && does === 'tear') props.away(full, start)
  a.acts.push({ verb: does, t0: start, t1: start + (does === 'tear' ? TEAR_S : SEAL_S), hand, energy: does === 'tear' ? 0.7 : 0.5 })
  if (does === 'tear') props.split(thing, a, start + PARTS_S)
  a.busyUntil = Math.max(a.busyUntil, start + (does === 'tear' ? TEAR_S : SEAL_S) - 0.3)
}
