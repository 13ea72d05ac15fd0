import {
  type ActorState,
  add,
  alongWay,
  clamp,
  lerp,
  type Place,
  quatMul,
  quatRotate,
  roundTo6,
  type SteeringWheel,
  smoothstep,
  sub,
  type Vec3,
  VISEMES,
} from '../film'
import { type ActNow, deepOf, envelope, type Hands, reachFor } from './acts/kit'
import { addHead, addTorso, type Body, blendFoot, type Foot } from './body'
import { addExpression, expressionsAt } from './expressions'
import { footAt } from './feet'
import { chestTurn, EYE_UP, EYE_YAW, eyeTurn, headTurn, lidsAt } from './gaze'
import type { GazeCue } from './gaze-cues'
import { carryProps, type Grip } from './grip'
import { placeAt, type StanceAt, stanceAt } from './itinerary'
import { keepHandsOut } from './keep-out'
import { addBreath, addLife } from './life'
import { doorAt } from './light-track'
import { drumFingers, restHands } from './rests'
import { bump, ry, SIDES, SIGN, type Side, turnY } from './rig'
import type { Score } from './score'
import { boneRotations, settleHips, solveHead, solveTrunk, type Trunk } from './skeleton'
import { stanceBody } from './stances'
import { inWaterAt } from './swimming'
import { mouthAt } from './visemes'
import { strideAt, stridePhase, walkBody, walkOnToes } from './walking'

/** An actor half solved: everything that does not depend on where the others are. */
export interface Draft {
  readonly score: Score
  readonly t: number
  readonly place: Place
  readonly body: Body
  readonly trunk: Trunk
  readonly upright: number
  readonly lying: number
  /** How much they stand or lean, and stay, 0 to 1. */
  readonly atEase: number
  /** How little else there is to do, be it on a seat, 0 to 1. */
  readonly idle: number
  readonly contact: readonly [boolean, boolean]
  /** Own eyes, roughly: where the others look. World space. */
  readonly eyes: Vec3
}

/** How far lids hang over the iris of somebody at ease, 0 to 1: an eye that shows all of it stares. */
const LIDS_AT_REST = 0.13

/** Into the frame of a place. */
const toRoot = (p: Place, v: Vec3): Vec3 => turnY(sub(v, p.position), -p.yaw)
const toWorld = (p: Place, v: Vec3): Vec3 => add(p.position, turnY(v, p.yaw))

/** Somebody as others must know them to reach for them: where they are, and how big. World space. */
export interface Bulk {
  readonly position: Vec3
  readonly heightM: number
  readonly deepM: number
  readonly wideM: number
  readonly chestM: number
}

/** How much somebody is on their feet in a stance, and how low they sit, metres. */
const uprightIn = (at: StanceAt): number => {
  const stands = (s: Place['stance']) => (s === 'stand' ? 1 : s === 'lean' ? 0.35 : 0)
  return lerp(stands(at.from), stands(at.to), clamp(at.progress, 0, 1))
}

/** How much somebody stands or leans. */
const standsIn = (at: StanceAt): number => {
  const stands = (s: Place['stance']) => (s === 'stand' || s === 'lean' ? 1 : 0)
  return lerp(stands(at.from), stands(at.to), clamp(at.progress, 0, 1))
}

/** Seconds before an act in which hands begin to leave their rest, and after it in which they are back. */
const LEAVE_S = 0.4
const RETURN_S = 0.65

/** How much acts keep the hands from their rest, 0 to 1: they leave it a little before and come back in no hurry. */
function busyAt(score: Score, t: number): number {
  let busy = 0
  for (const { act, move } of score.doings) {
    const { hands, tail } = move
    if (!hands && tail === undefined) continue
    const end = act.t1 + (tail ?? 0)
    busy = Math.max(busy, smoothstep(act.t0 - LEAVE_S, act.t0 + 0.2, t) * (1 - smoothstep(end - 0.1, end + RETURN_S, t)))
  }
  return busy
}

/** A person's bulk at a time: known before anybody's pose. */
export function bodyOf(score: Score, t: number): Bulk {
  const { figure, itinerary } = score
  const h = figure.heightM
  const at = stanceAt(itinerary, t)
  const low = lerp(at.fromSeatM, at.toSeatM, clamp(at.progress, 0, 1)) + 0.34 * h
  return {
    position: placeAt(itinerary, t).position,
    heightM: h,
    deepM: deepOf(figure),
    wideM: figure.joints.leftUpperArm[0],
    chestM: lerp(low, 0.6 * h, uprightIn(at)),
  }
}

/** Who is where, by character key. */
export type BulkOf = (character: string) => Bulk | undefined

/** How far before somebody's place a wheel may be that they steer by, metres. */
const AT_WHEEL_M = 0.95

/** The steering wheel that somebody sits before, root frame. */
function wheelBefore(score: Score, place: Place): SteeringWheel | undefined {
  for (const w of score.wheels) {
    const at = toRoot(place, w.at)
    if (at[2] > 0 && Math.hypot(at[0], at[2]) < AT_WHEEL_M) return { ...w, at, yaw: w.yaw - place.yaw }
  }
  return undefined
}

/** The acts under way, oldest first; aimed at where `eyesOf` says people are. */
function actsAt(
  score: Score,
  t: number,
  place: Place,
  upright: number,
  eyesOf: (character: string) => Vec3 | undefined,
  bulkOf: BulkOf,
): readonly ActNow[] {
  const out: ActNow[] = []
  let chestM: number | undefined
  const wheel = wheelBefore(score, place)
  for (const { act, move, key } of score.doings) {
    const w = envelope(act, t, move)
    if (w <= 0) continue
    const person = act.at === undefined && act.to !== undefined ? eyesOf(act.to) : undefined
    // What moves under the hand takes it along.
    const at = act.at && act.leaf ? alongWay(act.at, act.leaf, doorAt(score.doors[act.leaf.key] ?? [], t)) : act.at
    const target = at ?? person
    const near = act.to === undefined ? undefined : bulkOf(act.to)
    chestM ??= bodyOf(score, t).chestM
    const line = score.lines.filter((l) => l.t1 > act.t0 && l.t0 < act.t1)
    out.push({
      act,
      move,
      s: t - act.t0,
      left: act.t1 - t,
      length: act.t1 - act.t0,
      w,
      energy: clamp(act.energy, 0, 1),
      side: act.hand === 'left' ? 0 : 1,
      both: act.hand === 'both',
      target: target && toRoot(place, target),
      person: person !== undefined,
      partner: near && { ...near, place: toRoot(place, near.position) },
      wheel,
      chestM,
      key,
      beats: line.flatMap((l) => l.beats.map((b) => b - act.t0)),
      upright,
      build: score.build,
      t,
    })
  }
  return out
}

/** Small nods and turns on stressed syllables. */
function speakWithHead(score: Score, t: number, body: Body): number {
  let brows = 0
  for (const line of score.lines) {
    if (t < line.t0 - 0.2 || t > line.t1 + 0.5) continue
    line.beats.forEach((b, i) => {
      const d = t - b
      if (d < -0.25 || d > 0.4) return
      const strong = (0.5 + 0.5 * ((i * 5) % 3)) * (0.4 + 0.7 * line.energy)
      const nod = bump((d + 0.12) / 0.42) - 0.45 * bump((d + 0.25) / 0.25)
      addHead(
        body,
        0.055 * strong * nod,
        0.03 * strong * ((i * 3) % 2 === 0 ? 1 : -1) * bump((d + 0.2) / 0.6),
        0.02 * strong * ((i % 3) - 1) * bump((d + 0.2) / 0.6),
      )
      addTorso(body, 0.012 * strong * nod)
      if (i % 3 === 0) brows = Math.max(brows, 0.22 * strong * bump((d + 0.2) / 0.5))
    })
  }
  return brows
}

/** By how much people follow what they ride in, seconds. */
const RIDE_LAG_S = 0.12

/** Solves what depends on nobody else. `eyesOf` gives the other people's eyes for aimed acts, where known. */
export function draftActor(score: Score, t: number, eyesOf: (character: string) => Vec3 | undefined, bulkOf: BulkOf): Draft {
  const { itinerary, build, footfalls, figure } = score
  const place = placeAt(itinerary, t)
  const at = stanceAt(itinerary, t)
  const { body, freeFeet } = stanceBody(at, build, { ...inWaterAt(itinerary, t), t })
  const upright = uprightIn(at)
  const liesIn = (s: Place['stance']) => (s === 'lie' || s === 'float' ? 1 : 0)
  const lying = lerp(liesIn(at.from), liesIn(at.to), clamp(at.progress, 0, 1))
  const stride = strideAt(footfalls.strides, t)
  const moving = stride ? stridePhase(stride, t).amount : 0
  const { loopS } = score.performance
  if (loopS === undefined) addLife(body, t, score.key, upright * (1 - moving), arousalOf(score, t), build)
  else addBreath(body, t / loopS, 0)
  const ride = score.ride?.(t - RIDE_LAG_S)
  if (ride) {
    addTorso(body, 1.6 * ride.pitch, 0, -1.5 * ride.roll)
    addHead(body, -2.2 * ride.pitch, 0.4 * ride.yaw, -1.1 * ride.roll)
    body.hips = add(body.hips, [0, 0.25 * ride.heave, 0])
  }
  if (stride) walkBody(body, stride, t, build)
  const poses = SIDES.map((s) => footAt(footfalls.feet[s], t, build.limbs))
  const contact = SIDES.map((s) => poses[s]!.contact && freeFeet < 0.5) as [boolean, boolean]
  body.feet = SIDES.map((s): Foot => {
    const p = poses[s]!
    const yaw = p.yaw - place.yaw
    const knee = turnY(body.feet[s].knee, Math.atan2(Math.sin(yaw - SIGN[s] * 0.12), Math.cos(yaw - SIGN[s] * 0.12)) * 0.6)
    const floor: Foot = { ankle: toRoot(place, p.ankle), rot: quatMul(ry(-place.yaw), p.rot), toe: p.toe, planted: p.planted, knee }
    return blendFoot(floor, body.feet[s], freeFeet)
  }) as [Foot, Foot]
  if (build.manner.tiptoes && moving > 0) walkOnToes(body, moving, build)
  let taken = freeFeet
  for (const n of actsAt(score, t, place, upright, eyesOf, bulkOf)) taken = Math.max(taken, n.move.body?.(n, body) ?? 0)
  if (taken < 1) settleHips(figure, build.limbs, body, [poses[0]!.hold * (1 - taken), poses[1]!.hold * (1 - taken)], contact)
  const trunk = solveTrunk(figure, body)
  const head = solveHead(figure, trunk, [-body.torso[0] * 0.7 * (1 - lying), 0, 0])
  const idle = (1 - moving) * (1 - busyAt(score, t)) * (1 - taken)
  const atEase = standsIn(at) * idle
  return { score, t, place, body, trunk, upright, lying, atEase, idle, contact, eyes: toWorld(place, head.eyes) }
}

/** Breath and unrest rise with strong feeling, 0 to 1. */
function arousalOf(score: Score, t: number): number {
  let a = 0
  for (const m of score.performance.moods)
    if (m.t0 <= t) a = m.expression === 'anger' || m.expression === 'fear' || m.expression === 'tense' ? m.weight : 0
  return a * 0.7
}

/** True if an act of theirs is aimed at a person: then a draft depends on where that person is. */
export const aimsAtPeople = (score: Score): boolean => score.performance.acts.some((a) => a.to !== undefined && a.at === undefined)

/** Finishes an actor, now that everybody's eyes are known. `lens` is where the camera is. */
export function finishActor(
  draft: Draft,
  eyesOf: (character: string) => Vec3 | undefined,
  bulkOf: BulkOf,
  grips: readonly Grip[],
  lens: Vec3,
): ActorState {
  const { score, t, place, body, upright, lying } = draft
  const { figure, build, key } = score
  const locate = (g: GazeCue): Vec3 => {
    if (g.kind === 'point') return toRoot(place, g.at)
    if (g.kind === 'camera') return toRoot(place, lens)
    if (g.kind === 'actor') {
      const eyes = eyesOf(g.actor)
      if (eyes) return toRoot(place, eyes)
    }
    const yaw = g.kind === 'rel' ? g.yaw : 0
    const pitch = g.kind === 'rel' ? g.pitch : -0.02
    const far: Vec3 = [Math.sin(yaw) * Math.cos(pitch) * 20, Math.sin(pitch) * 20, Math.cos(yaw) * Math.cos(pitch) * 20]
    const turned = lying > 0 ? quatRotate([Math.sin((-Math.PI / 4) * lying), 0, 0, Math.cos((-Math.PI / 4) * lying)], far) : far
    return add(draft.trunk.neck, turned)
  }
  const brows = speakWithHead(score, t, body)
  addTorso(body, 0, chestTurn(score.gaze, t, draft.trunk, add(draft.trunk.neck, [0, 0.1, 0]), locate))
  const trunk = solveTrunk(figure, body)
  const guess = solveHead(figure, trunk, [0, 0, 0])
  const turn = headTurn(score.gaze, t, trunk, guess.eyes, locate)
  const bendBy = add(turn, body.head)
  const pitch = clamp(bendBy[0], -0.8, 0.9)
  const roll = clamp(bendBy[2], -0.5, 0.5)
  // A bent neck turns less.
  const most = 1.14 - 0.3 * Math.abs(pitch) - 0.25 * Math.abs(roll)
  const head = solveHead(figure, trunk, [pitch, clamp(bendBy[1], -most, most), roll])
  const hands: Hands = { trunk, head, arms: [body.arms[0], body.arms[1]], build }
  for (const side of SIDES) {
    const rest = body.rest[side]
    if (rest) reachFor(hands, side, rest.weight, rest.goal)
  }
  const { rest: own } = build.manner
  const free = (side: Side) => 1 - grips.reduce((most, g) => (g.side === side ? Math.max(most, g.weight) : most), 0)
  if (draft.atEase > 0) {
    // Who leans has the wall there.
    const room = own.kind === 'behind' ? clamp((upright - 0.35) / 0.65, 0, 1) : 1
    restHands(hands, body, own, [draft.atEase * room * free(0), draft.atEase * room * free(1)])
  }
  // A loop of so many seconds has no room for bouts.
  if (own.drums && score.performance.loopS === undefined)
    drumFingers(hands, own.side, t, key, draft.idle * free(own.side) * (1 - draft.lying))
  carryProps(hands, grips, upright)
  const acts = actsAt(score, t, place, upright, eyesOf, bulkOf)
  for (const n of acts) {
    if (n.move.isHeldAnyway && grips.some((g) => n.both || g.side === n.side)) continue
    n.move.hands?.(n, hands)
  }
  keepHandsOut(hands)
  // In a loop eyes do not dart: the moment that decides where to is always the same.
  let gaze = eyeTurn(score.gaze, score.performance.loopS === undefined ? t : 0, head, locate, key)
  const line = score.lines.find((l) => t >= l.t0 - 0.1 && t <= l.t1 + 0.12)
  const speaking = score.lines.some((l) => t >= l.t0 && t <= l.t1)
  const visemes = mouthAt(line?.cues ?? [], t, line?.energy ?? 0)
  const expressions = expressionsAt(score.performance.moods, t)
  if (brows > 0) addExpression(expressions, 'surprise', brows * 0.5)
  let lids = lidsAt(score.blinks, t)
  const oneBrow: [number, number] = [0, 0]
  for (const n of acts) {
    const face = n.move.face?.(n)
    if (!face) continue
    if (face.lids !== undefined) lids = Math.max(lids, face.lids)
    for (const [name, by] of face.expressions ?? []) addExpression(expressions, name, by)
    if (!line) for (const [name, by] of face.mouth ?? []) visemes[VISEMES.indexOf(name)] = clamp(by, 0, 1)
    if (face.eyes) gaze = [clamp(gaze[0] + face.eyes[0], -EYE_YAW, EYE_YAW), clamp(gaze[1] + face.eyes[1], -EYE_UP, EYE_UP)]
    if (face.brow) oneBrow[face.brow[0]] = Math.max(oneBrow[face.brow[0]], face.brow[1])
  }
  // Looking down lowers the lids with the eyes.
  lids = clamp(Math.max(lids, LIDS_AT_REST, -gaze[1] * 0.55), 0, 1)
  const r3 = (v: Vec3): [number, number, number] => [roundTo6(v[0]), roundTo6(v[1]), roundTo6(v[2])]
  return {
    key: score.performance.character,
    position: r3(place.position),
    yaw: roundTo6(place.yaw),
    hips: r3(body.hips),
    bones: boneRotations(figure, build.limbs, body, trunk, head, hands.arms, gaze),
    visemes: visemes.map(roundTo6),
    expressions: expressions.map(roundTo6),
    blink: [roundTo6(lids), roundTo6(lids)],
    ...(oneBrow.some((b) => b > 0) ? { brows: [roundTo6(oneBrow[0]), roundTo6(oneBrow[1])] as [number, number] } : {}),
    gaze: [roundTo6(gaze[0]), roundTo6(gaze[1])],
    planted: [draft.contact[0] && body.feet[0].planted, draft.contact[1] && body.feet[1].planted],
    speaking,
  }
}
