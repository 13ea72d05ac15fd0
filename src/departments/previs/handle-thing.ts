import type { Beat, Vec3 } from '../../film'
import type { Hand } from './carry-props'
import { DEEDS, type DeedKind, type Tool } from './deed-table'
import { APART, facing, type Spot } from './floor-plan'
import { meet } from './meet'
import type { Deed } from './read-action'
import { report } from './report-finding'
import type { Stage } from './stage'
import type { StageActor } from './stage-actor'
import { onFloor, type Resting, restsAt, standsAt, surfaceNear } from './surface-near'
import { pointNamed } from './travel'

/** How far an arm reaches, with a lean, from where somebody is; what is farther is walked to. Metres. */
const REACH_M = 0.92
/** When in a pick-up or put-down the hand is there, seconds; and when hands and body are free again. */
const THERE_S = 0.78
const DONE_S = 1.35
const PICK_S = 1.5
/** When in a hand-over the thing changes hands, and how long that takes, seconds. */
const PASSED_S = 1
const PASS_S = 2

/** When in a throw the thing leaves the hand, and in a drop; how long it falls from a hand that hangs, seconds. */
const THROWN_S = 0.62
const LETS_GO_S = 0.1
const FALL_S = 0.4

/** What is planned around one deed. */
export interface Doing {
  readonly stage: Stage
  readonly beat: Pick<Beat, 'line' | 'text'>
  readonly deed: Deed
}

/** A hand for something to come: a free one, else the left one once what it holds is laid down. */
function emptyHand(d: Doing, a: StageActor, t: number): Hand {
  const free = d.stage.props.freeHand(a)
  if (free) return free
  const had = d.stage.props.heldBy(a).get('left')!
  report(d.stage, d.beat, 'hands-full', a, `has both hands full: the ${plain(had)} is put down first`)
  lay(d, a, had, t)
  return 'left'
}

/** A thing's name without its owner's. */
const plain = (thing: string): string => thing.replace(/~.*/, '')

/** Where to lay a thing down without a step: on what is near enough, else on the floor. */
function withinReach({ stage: { plan, props } }: Doing, { place }: StageActor, thing: string, hand: Hand): Resting {
  const near = surfaceNear(plan, place, [], plain(thing), hand, props.lyingBut(thing))
  const far = Math.hypot(near.position[0] - place.spot.x, near.position[2] - place.spot.z)
  return far <= REACH_M ? near : onFloor(plan, place, standsAt(plain(thing)), hand)
}

/** Lays a thing down near. Answers when the hand is free. */
function lay(d: Doing, a: StageActor, thing: string, t: number, words: readonly string[] = []): number {
  const { props, plan } = d.stage
  const hand = props.handOf(a, thing) ?? 'right'
  const wished = surfaceNear(plan, a.place, words, plain(thing), hand, props.lyingBut(thing))
  // On the floor one has it beside oneself; a table may be a few steps away.
  const there = wished.floor ? Math.max(t, a.busyUntil) : reach(d, a, wished.position, t)
  const start = there ?? Math.max(t, a.busyUntil)
  const at = there === undefined ? withinReach(d, a, thing, hand) : wished
  a.acts.push({ verb: 'put-down', t0: start, t1: start + PICK_S, hand, at: at.position, energy: 0.5 })
  props.put(thing, start + THERE_S, at)
  a.busyUntil = start + DONE_S
  return a.busyUntil
}

/** Within reach of a point: there already, or by walking up to it. Answers when; undefined when there is no way. */
function reach(d: Doing, a: StageActor, at: Vec3, t: number): number | undefined {
  const { plan, traffic } = d.stage
  const { spot } = a.place
  const thing = { x: at[0], z: at[2] }
  if (Math.hypot(spot.x - thing.x, spot.z - thing.z) <= REACH_M) return Math.max(t, a.busyUntil)
  const near = plan.nearestFree(thing, traffic.taken(a), APART + 0.02)
  if (!near || Math.hypot(near.x - thing.x, near.z - thing.z) > REACH_M + 0.3) return undefined
  const rises = a.place.stance !== 'stand'
  const arrive = traffic.send(a, t, { spot: near, yaw: facing(near, thing), stance: 'stand' }, 'walk')
  if (arrive !== undefined)
    report(d.stage, d.beat, rises ? 'rose-first' : 'walked-there', a, rises ? 'gets up and goes there first' : 'walks there first')
  return arrive
}

/** Where somebody has a thing about them. */
const OUT_OF =
  /\b(?:from|out of) (?:his|her|their|the|an?) (?:\w+ )?(?:pocket|bag|purse|handbag|coat|jacket|belt|sleeve|backpack|satchel|holster)\b/

/** Takes a thing from where it lies, or from whoever holds it. Answers when the hand has it; undefined when that cannot be. */
export function takeThing(d: Doing, a: StageActor, thing: string, t: number): number | undefined {
  const { props, plan } = d.stage
  const holder = props.holderOf(thing)
  if (holder === a) return t
  if (holder) return passThing(d, holder, a, thing, t, a)
  const hand = emptyHand(d, a, t)
  const lies = props.placeOf(thing)
  // What somebody has about them, and what grows, is at hand: nobody picks it from the floor.
  const hidden = !lies && (!props.isKnown(thing) || props.isAway(thing))
  if (hidden && (OUT_OF.test(d.deed.rest.join(' ')) || (/^pick/.test(d.deed.word) && d.deed.rest[0] !== 'up'))) {
    const start = Math.max(t, a.busyUntil)
    if (!props.isKnown(thing)) props.away(thing, 0)
    a.acts.push({ verb: 'reach', t0: start, t1: start + PICK_S, hand, energy: 0.4 })
    props.hold(thing, a, start + THERE_S, hand)
    a.busyUntil = start + DONE_S
    return start + DONE_S
  }
  const at = lies ?? surfaceNear(plan, a.place, d.deed.rest, plain(thing), hand, props.lyingBut(thing))
  const position = 'position' in at ? at.position : at
  if (!('position' in at) || props.isKnown(thing)) {
    if (!lies) props.put(thing, t, { position, yaw: 0 })
  } else props.put(thing, 0, at)
  const start = reach(d, a, position, t)
  if (start === undefined) {
    report(d.stage, d.beat, 'out-of-reach', a, `cannot get to the ${plain(thing)}`)
    return undefined
  }
  a.acts.push({ verb: 'pick-up', t0: start, t1: start + PICK_S, hand, at: position, energy: 0.5 })
  props.hold(thing, a, start + THERE_S, hand)
  a.busyUntil = Math.max(a.busyUntil, start + DONE_S)
  return start + DONE_S
}

/** Puts a thing down: on what the words name, else on the nearest table, else on the floor. */
export function dropThing(d: Doing, a: StageActor, thing: string, t: number): void {
  const { props } = d.stage
  const holder = props.holderOf(thing)
  if (holder && holder !== a && !holder.isOff) {
    report(d.stage, d.beat, 'held-by-another', a, `cannot put down the ${plain(thing)}: ${holder.spec.name} has it`)
    return
  }
  // Never seen before: it was in the hand.
  if (!holder) props.hold(thing, a, props.isKnown(thing) ? t : 0)
  if (/^drop/.test(d.deed.word)) letFall(d, a, thing, Math.max(t, Math.min(a.busyUntil, t + 4)) + LETS_GO_S)
  else lay(d, a, thing, t, d.deed.rest)
}

/** From hand to hand; `mover` goes to the other. Answers when the taker has it. */
export function passThing(d: Doing, from: StageActor, to: StageActor, thing: string, t: number, mover: StageActor): number | undefined {
  const { stage } = d
  const start = from.isOff || to.isOff ? undefined : meet(stage, mover, mover === from ? to : from, t, DEEDS.give.apartM!, false, 'walk')
  if (start === undefined) {
    report(stage, d.beat, 'out-of-reach', mover, `cannot get to ${(mover === from ? to : from).spec.name} to pass the ${plain(thing)}`)
    return undefined
  }
  const gives = stage.props.handOf(from, thing) ?? 'right'
  const takes = emptyHand(d, to, start)
  const begin = Math.max(start, to.busyUntil)
  const act = (verb: 'hand-over' | 'receive', hand: Hand, other: StageActor) =>
    ({ verb, t0: begin, t1: begin + PASS_S, hand, to: other.key, energy: 0.5 }) as const
  from.acts.push(act('hand-over', gives, to))
  to.acts.push(act('receive', takes, from))
  from.gaze.push({ kind: 'actor', t0: begin, actor: to.key })
  stage.props.hold(thing, to, begin + PASSED_S, takes)
  for (const p of [from, to]) p.busyUntil = Math.max(p.busyUntil, begin + PASS_S - 0.2)
  return begin + PASS_S - 0.2
}

/** Lets a thing fall from the hand to the floor beside: there it stays. */
export function letFall(d: Pick<Doing, 'stage'>, a: StageActor, thing: string, t: number, apartM = 0.34): void {
  const { props, plan } = d.stage
  const side = a.place.yaw + (props.handOf(a, thing) === 'left' ? 0.9 : -0.9)
  const { x, z } = a.place.spot
  const beside: Spot = { x: x + Math.sin(side) * apartM, z: z + Math.cos(side) * apartM }
  const at = plan.inside(beside, 0.05) ? beside : a.place.spot
  props.put(thing, t, { position: [at.x, restsAt(plain(thing)), at.z], yaw: side }, FALL_S)
}

/** Throws what is in the hand (or comes to it): it flies when the arm is through, to what words name, to somebody's feet, or across the room. */
export function throwThing(d: Doing, a: StageActor, thing: string, t: number, to: StageActor | undefined): Hand {
  const { props, plan } = d.stage
  if (props.holderOf(thing) !== a) props.hold(thing, a, props.isKnown(thing) ? t : 0)
  const hand = props.handOf(a, thing) ?? 'right'
  const { spot, yaw } = a.place
  const { rest } = d.deed
  const place = rest.findIndex((w) => /^(?:in|into|on|onto|at|over|out|through|across)$/.test(w))
  const named = to || place < 0 ? undefined : pointNamed(d.stage, rest.slice(place + 1), spot)
  const aim: Spot = named
    ? { x: named[0], z: named[2] }
    : (to?.place.spot ?? { x: spot.x + Math.sin(yaw) * 9, z: spot.z + Math.cos(yaw) * 9 })
  const far = Math.hypot(aim.x - spot.x, aim.z - spot.z)
  // Short of whoever it is thrown at, and no farther than an arm throws or the room goes.
  let metres = Math.min(named ? far : to ? Math.max(0.4, far - 0.45) : 4, 7)
  const landing = (m: number): Spot => ({
    x: spot.x + ((aim.x - spot.x) / (far || 1)) * m,
    z: spot.z + ((aim.z - spot.z) / (far || 1)) * m,
  })
  while (metres > 0.5 && !plan.inside(landing(metres), 0.15)) metres -= 0.2
  const end = landing(metres)
  const y = restsAt(plain(thing)) + (named ? Math.max(0, named[1] - 0.05) : 0)
  props.put(thing, t + THROWN_S, { position: [end.x, y, end.z], yaw: facing(spot, aim) }, 0.32 + 0.11 * metres)
  return hand
}

/** Gets ready what a deed is done with: the cup one drinks from. Answers the hand, and when it may begin. */
export function toolFor(d: Doing, a: StageActor, kind: DeedKind, t: number): { readonly hand: Hand; readonly t: number } | undefined {
  const { tool } = DEEDS[kind]
  if (!tool) return undefined
  const { props, plan } = d.stage
  const named = props.thingsOf(d.deed).filter((p) => tool.like.test(p) || kind === 'read')
  for (const [hand, p] of props.heldBy(a)) if (named.includes(p) || (!named.length && tool.like.test(plain(p)))) return { hand, t }
  const lying = (p: string) => {
    const at = props.placeOf(p)
    return at !== undefined && Math.hypot(at[0] - a.place.spot.x, at[2] - a.place.spot.z) < 3
  }
  const thing = named[0] ?? props.names.find((p) => tool.like.test(p) && lying(p))
  const usual = ownTool(tool, d.deed, a)
  const own = `${usual ?? tool.prop}~${a.key}`
  // Done with the bare hands.
  if (thing === undefined && usual === undefined)
    return { hand: props.freeHand(a) ?? 'right', t: Math.max(t, Math.min(a.busyUntil, t + 4)) }
  // What somebody has about them is taken out: `raises his gun`.
  const about =
    thing !== undefined &&
    !props.isKnown(thing) &&
    new RegExp(`\\b(?:his|her|their|own) (?:[\\w-]+ )?${thing}\\b`).test(d.deed.rest.join(' '))
  if ((thing !== undefined && !about) || kind === 'drink') {
    const what = thing ?? own
    const table = surfaceNear(plan, a.place, d.deed.rest, plain(what))
    if (!table.floor || props.isKnown(what)) {
      const has = takeThing(d, a, what, t)
      return has === undefined ? undefined : { hand: props.handOf(a, what) ?? 'right', t: has }
    }
  }
  const hand = emptyHand(d, a, t)
  const what = thing ?? own
  const start = Math.max(t, a.busyUntil)
  if (thing === undefined) report(d.stage, d.beat, 'taken-out', a, `has no ${plain(what)} yet: one is taken out`)
  if (!props.isKnown(what)) props.away(what, 0)
  props.hold(what, a, start + 0.3, hand)
  return { hand, t: start }
}

/** What somebody takes out for a deed, by its words and by whether they sit; nothing where it is done with the bare hands. */
function ownTool({ prop, instead = [], standing }: Tool, { word, rest }: Deed, a: StageActor): string | undefined {
  const said = `${word} ${rest.join(' ')}`
  const other = instead.find(([words]) => words.test(said))
  return other ? other[1] : a.place.stance === 'sit' ? prop : (standing ?? prop)
}

/** Things that are written on and typed on, by words. */
const PAPER = /\b(?:book|notebook|diary|journal|ledger|letter|paper|papers|note|form|postcard|clipboard|board|blackboard|wall|map)\b/
const KEYS = /laptop|typewriter|keyboard|computer|console|monitor|terminal|till/
/** How far off keys may be that somebody types on, metres. */
const AT_KEYS_M = 1.3

/**
 * Sees to what is written or typed on: a notebook or a laptop on the table before somebody, else one in the hand. Answers
 * where it is, if it lies somewhere.
 */
export function underHand(d: Doing, a: StageActor, kind: 'write' | 'type', t: number): Vec3 | undefined {
  const { props, plan } = d.stage
  const { spot } = a.place
  const isNear = (p: readonly [number, number, number]) => Math.hypot(p[0] - spot.x, p[2] - spot.z) < AT_KEYS_M
  if (kind === 'type' && plan.set.placements.some((p) => KEYS.test(p.prop) && isNear(p.position))) return undefined
  if (kind === 'write' && PAPER.test(d.deed.rest.join(' '))) return undefined
  const thing = `${kind === 'write' ? 'notebook' : 'laptop'}~${a.key}`
  const lies = props.placeOf(thing)
  if (lies && isNear(lies)) return kind === 'write' ? lies : onTable(lies)
  const table = surfaceNear(plan, a.place, [], plain(thing), 'right', props.lyingBut(thing))
  const far = Math.hypot(table.position[0] - spot.x, table.position[2] - spot.z)
  // On one's feet only a counter is high enough.
  const isHigh = a.place.stance === 'sit' || table.position[1] > 0.85
  if (!table.floor && far < REACH_M && isHigh && !props.isKnown(thing)) {
    props.put(thing, 0, table)
    return kind === 'write' ? table.position : onTable(table.position)
  }
  const held = kind === 'write' ? thing : `phone~${a.key}`
  const hand = props.freeHand(a)
  if (!hand || props.holderOf(held) === a) return undefined
  if (!props.isKnown(held)) props.away(held, 0)
  props.hold(held, a, t + 0.3, hand)
  return undefined
}

/** The keys of a laptop that stands somewhere: hands are on the table, not at the height of its middle. */
const onTable = ([x, y, z]: Vec3): Vec3 => [x, y - standsAt('laptop') + 0.02, z]
