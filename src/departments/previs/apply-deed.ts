import { type Beat, floorHeightAt, random, type Vec3 } from '../../film'
import { atDoor } from './at-door'
import { atFurniture } from './at-furniture'
import { enter, hurry, leave, swingDoor } from './come-and-go'
import { countMoney } from './count-money'
import { cutsHair } from './cut-hair'
import { FIT } from './deed-seconds'
import { type ActShape, DEEDS, type DeedKind, LASTING } from './deed-table'
import { namesDoor, WHEEL } from './find-place'
import { blowOut, lightFlame } from './flames'
import { facing } from './floor-plan'
import { type Doing, dropThing, letFall, passThing, takeThing, throwThing, toolFor, underHand } from './handle-thing'
import { playsAt } from './keyboards'
import { withLetter } from './letters'
import { meet } from './meet'
import { ownSeats } from './own-place'
import type { Deed } from './read-action'
import { OUTSIDE } from './read-scene'
import { report } from './report-finding'
import { rise } from './rise'
import type { Stage } from './stage'
import type { Gait, StageActor } from './stage-actor'
import { climbStairs } from './stairs'
import { surfaceNear } from './surface-near'
import { swim } from './swim'
import { pointNamed, travel } from './travel'

const GAIT: Readonly<Record<string, Gait>> = {
  walk: 'walk',
  run: 'run',
  sneak: 'sneak',
  limp: 'limp',
  enter: 'walk',
  exit: 'walk',
  climb: 'walk',
  stairs: 'walk',
  jump: 'run',
}

/** What is done on one's knees as on one's feet, by whoever knelt or crouched for an earlier line. */
const ON_FEET: ReadonlySet<string> = new Set([
  'turn',
  'give',
  'aim',
  'shoot',
  'throw',
  'raise',
  'wave',
  'fold',
  'lean',
  'dance',
  'clap',
  'salute',
])

const STAIRS = /^(?:stairs?|steps|staircase|stairway)$/

/** Things that are held as they are: no thing is lifted for them. */
const OF_THE_BODY = /^(?:hands?|breath|gaze|eyes?|head|tongue|arms?|position|still|on|back|out|him|her|them|it|up)$/

/**
 * Lets one person do one thing from `t` on, in about `seconds`, if its conditions hold: else the plan is mended (up from
 * the chair, over to the thing, the other thing put down first), or the deed is left out; both are reported.
 */
export function applyDeed(
  stage: Stage,
  a: StageActor,
  deed: Deed,
  t: number,
  seconds: number,
  beat: Pick<Beat, 'key' | 'line' | 'text'>,
): void {
  const { places, traffic } = stage
  const d: Doing = { stage, beat, deed }
  const row = DEEDS[deed.kind]
  hurry(stage, a, t)
  const rnd = random(`${beat.key}/${a.key}`)
  const taken = traffic.taken(a)
  const named = stage.actors.find((b) => deed.to.includes(b.role) && b !== a && !b.isOff)
  const mate = stage.actors.find((b) => b !== a && !b.isOff && deed.who.includes(b.role))
  const other = named ?? (row.needs?.includes('partner') ? mate : undefined)
  if (row.mood) a.moods.push({ t0: t, expression: row.mood[0], weight: row.mood[1] })
  const gait = GAIT[deed.kind] ?? 'walk'
  if (a.isOff && a.offstage.at(-1)!.t0 > 0 && !row.effect && row.act) {
    report(stage, beat, 'off-stage', a, 'is not here to do it')
    return
  }
  /** Plans the deed's own act, from when the body is free on. */
  const perform = (from: number, more: { hand?: ActShape['hand']; at?: Vec3; to?: string } = {}, shape: ActShape | undefined = row.act) => {
    if (!shape || a.isOff) return
    const wanted = more.hand ?? shape.hand
    const hand = more.hand ?? (wanted === 'right' || wanted === 'left' ? (stage.props.freeHand(a) ?? wanted) : wanted)
    a.acts.push({
      verb: shape.verb,
      t0: from,
      t1: from + lengthOf(deed.kind, shape.seconds, seconds, t + seconds - from),
      energy: Math.min(1, shape.energy + rnd.range(-0.08, 0.08)),
      ...(hand ? { hand } : {}),
      ...(more.at ? { at: more.at } : {}),
      ...(more.to !== undefined ? { to: more.to } : {}),
    })
  }
  const free = () => Math.max(t, Math.min(a.busyUntil, t + 4))
  // On one's feet first, where the deed asks for it and does not itself go anywhere.
  if (
    row.needs?.includes('feet') &&
    row.effect !== 'elsewhere' &&
    !row.needs.includes('partner') &&
    !a.isOff &&
    a.place.stance !== 'stand' &&
    a.place.stance !== 'swim'
  ) {
    if (deed.kind === 'fall' || deed.kind === 'die' || deed.kind === 'dodge') {
      if (deed.kind !== 'dodge' && a.place.stance !== 'lie') perform(free())
      else if (deed.kind === 'dodge') perform(free())
      return
    }
    if (deed.kind !== 'push' && deed.kind !== 'pull' && rise(stage, a, t))
      report(stage, beat, 'rose-first', a, `gets up first to ${deed.word}`)
  }
  if ((a.place.stance === 'kneel' || a.place.stance === 'crouch') && ON_FEET.has(deed.kind) && !a.isOff && a.stooped !== beat.key)
    rise(stage, a, t)
  switch (deed.kind) {
    case 'enter':
    case 'appear':
      if (a.isOff)
        enter(
          stage,
          a,
          t,
          gaitOf(deed, gait),
          undefined,
          deed.kind === 'appear' ? 'appears' : deed.rest[0] === OUTSIDE ? 'comes-out' : 'comes',
        )
      else {
        swingDoor(stage, a.place.mark, t)
        travel(stage, a, deed, t, seconds, gaitOf(deed, gait), other)
      }
      return
    case 'exit':
      leave(stage, a, t, /^(?:run|ran|rush|flee|sprint|dash|bolt|storm|escap)/.test(deed.word) ? 'run' : 'walk')
      return
    case 'walk':
    case 'run':
    case 'sneak':
    case 'limp':
      if (/^(?:limp|hobbl)/.test(deed.word)) a.limpsFrom = Math.min(a.limpsFrom, t)
      if (!a.isOff && deed.rest.includes('up') && deed.rest.some((w) => STAIRS.test(w)) && climbStairs(stage, a, t)) return
      if (a.isOff) enter(stage, a, t, gait)
      else travel(stage, a, deed, t, seconds, gait, other)
      return
    case 'swim':
    case 'float':
      if (a.isOff) enter(stage, a, t, 'walk')
      swim(d, a, t, seconds, other)
      return
    case 'climb':
    case 'stairs':
    case 'jump':
      if (deed.kind === 'stairs' && !a.isOff && climbStairs(stage, a, t)) return
      if (!a.isOff && a.place.stance !== 'sit') travel(stage, a, deed, t, Math.min(seconds, 1.8), gait, other)
      // Up its steps onto a stage one walks.
      if (floorHeightAt(stage.plan.set, a.place.spot.x, a.place.spot.z) > 0) return
      break
    case 'drive':
    case 'sit': {
      if (a.isOff) enter(stage, a, t, 'walk')
      if (a.place.stance !== 'sit') {
        const group = deed.kind === 'drive' ? WHEEL : (ownSeats(stage.places.set, a.role) ?? (other ?? stage.focus)?.place.group)
        const seat = places.seat(deed.rest, (other ?? a).place.spot, taken, group)
        const near = seat && Math.hypot(seat.spot.x - a.place.spot.x, seat.spot.z - a.place.spot.z) < 14
        if (!near || traffic.send(a, t, seat, 'walk') === undefined) {
          if (deed.kind === 'drive') {
            report(stage, beat, 'no-seat', a, 'finds no seat to drive from')
            return
          }
          report(stage, beat, 'no-seat', a, 'finds no free seat and sits down on the floor')
          a.become(t, { stance: 'sit', seatHeightM: 0.12 })
        }
      }
      break
    }
    case 'rise':
      if (a.place.stance !== 'stand') rise(stage, a, t)
      return
    case 'stand': {
      // `The door opens. MIRJAM stands there`: in the doorway.
      if (a.isOff) {
        const door = a.place.mark === undefined ? undefined : places.set.marks.find((m) => m.key === a.place.mark)
        enter(stage, a, t, 'walk', door && places.ofMark(door))
        return
      }
      const at = places.named(deed.rest, a.place.spot, taken)
      if (at && Math.hypot(at.spot.x - a.place.spot.x, at.spot.z - a.place.spot.z) > 1) traffic.send(a, t, at, 'walk')
      else if (a.place.stance !== 'stand') rise(stage, a, t)
      return
    }
    case 'kneel':
    case 'crouch':
    case 'lean':
      if (a.isOff) return
      stoop(stage, a, deed.kind, deed, t, other)
      a.stooped = beat.key
      break
    case 'lie':
    case 'sleep': {
      if (a.place.stance === 'lie') break
      const bed = places.bed(a.place.spot, taken, deed.rest)
      if (bed && traffic.send(a, t, bed, 'walk') !== undefined) break
      if (a.place.stance === 'sit' && deed.kind === 'sleep') break
      if (a.place.stance === 'stand' && !a.isOff) {
        report(stage, beat, 'no-bed', a, 'finds no bed and lies down on the floor')
        a.become(t, { stance: 'lie', seatHeightM: 0 })
      }
      break
    }
    case 'fall':
    case 'die': {
      if (a.isOff) return
      const down = deed.kind === 'fall' ? 1.05 : 1.9
      const from = free()
      a.become(from + down, { stance: 'lie', seatHeightM: 0 })
      perform(from)
      // Whatever was in the hands falls beside.
      for (const thing of [...stage.props.heldBy(a).values()]) letFall(d, a, thing, from + down * 0.4, 0.55)
      return
    }
    case 'turn': {
      if (a.place.stance === 'lie' || a.place.stance === 'sit') return
      const to = other ?? stage.focus ?? stage.actors.find((b) => b !== a && !b.isOff)
      const away = deed.rest[0] === 'away' || deed.rest.includes('back')
      if (to && to !== a) a.become(t, { yaw: facing(a.place.spot, to.place.spot) + (away ? Math.PI : 0) })
      else a.become(t, { yaw: a.place.yaw + Math.PI * (rnd.chance(0.5) ? 0.75 : -0.75) })
      return
    }
    case 'look':
    case 'listen': {
      if (other) a.gaze.push({ kind: 'actor', t0: t, actor: other.key })
      else {
        const at = pointNamed(stage, deed.rest, a.place.spot)
        if (at) a.gaze.push({ kind: 'point', t0: t, at })
      }
      return
    }
    case 'knock':
      if (!a.isOff) atDoor(d, a, t, 'knock', row.act!.seconds, row.act!.energy)
      return
    case 'open':
    case 'close': {
      if (a.isOff) return
      if (namesDoor(deed.rest)) {
        atDoor(d, a, t, deed.kind, row.act!.seconds, row.act!.energy)
        return
      }
      if (atFurniture(d, a, deed.kind, t)) return
      const [thing] = stage.props.thingsOf(deed)
      if (thing !== undefined && takeThing(d, a, thing, t) === undefined) return
      break
    }
    case 'pull': {
      if (!a.isOff && !other) {
        // A curtain is pulled where it hangs.
        const at = a.place.stance === 'stand' ? places.named(deed.rest, a.place.spot, taken) : undefined
        if (at && Math.hypot(at.spot.x - a.place.spot.x, at.spot.z - a.place.spot.z) > 0.6) traffic.send(a, t, at, 'walk')
      }
      if (a.isOff || !other) break
      const start = meet(stage, a, other, t, 0.86, false, 'walk')
      if (start === undefined) break
      perform(start, { to: other.key })
      a.busyUntil = Math.max(a.busyUntil, start + 1.2)
      // Whoever is down is pulled up.
      if (/\b(?:up|feet)\b/.test(deed.rest.join(' ')) && other.place.stance !== 'stand') rise(stage, other, start + 0.6)
      return
    }
    case 'touch':
      if (a.isOff) return
      if (other) together(d, a, other, t, perform)
      return
    case 'seal':
    case 'tear':
      if (!a.isOff) withLetter(d, a, deed.kind === 'tear' ? 'tear' : 'break-seal', t)
      return
    case 'kindle':
      if (!a.isOff) lightFlame(d, a, t)
      return
    case 'blow':
      if (!a.isOff) blowOut(d, a, t)
      return
    case 'play':
      if (!a.isOff) playsAt(d, a, t, seconds)
      return
    case 'count':
      if (!a.isOff) countMoney(d, a, t, seconds)
      return
    case 'barber':
      if (!a.isOff) cutsHair(d, a, other ?? seatedBefore(stage, a), free(), seconds)
      return
    case 'whisper':
    case 'clasp':
    case 'hug':
    case 'kiss':
    case 'punch':
    case 'slap':
      if (!a.isOff) together(d, a, other, t, perform)
      return
    case 'give': {
      if (a.isOff) return
      const [thing] = stage.props.thingsOf(deed)
      if (!other) break
      if (thing === undefined) {
        together(d, a, other, t, perform)
        return
      }
      const holder = stage.props.holderOf(thing)
      if (!holder && !stage.props.isKnown(thing)) stage.props.hold(thing, a, 0)
      const has = holder === other ? t : takeThing(d, a, thing, t)
      if (has !== undefined) passThing(d, a, other, thing, has, a)
      return
    }
    case 'throw': {
      if (a.isOff) return
      const [thing, ...more] = stage.props.thingsOf(deed)
      const from = free()
      const aim = other ? { to: other.key } : {}
      perform(from, { ...aim, ...(thing === undefined ? {} : { hand: throwThing(d, a, thing, from, other) }) })
      // The other half of what was torn goes with it.
      for (const piece of more) if (/^torn-/.test(piece) && stage.props.holderOf(piece) === a) throwThing(d, a, piece, from + 0.1, other)
      return
    }
    case 'carry': {
      const [thing] = stage.props.thingsOf(deed)
      if (a.isOff && thing === undefined) return
      if (thing !== undefined) {
        const holder = stage.props.holderOf(thing)
        // What is carried is already in the hand, unless it is seen to lie somewhere or somebody else has it.
        if (holder !== a && (holder || stage.props.placeOf(thing)) && !a.isOff) takeThing(d, a, thing, t)
        else if (holder !== a) stage.props.hold(thing, a, stage.props.isKnown(thing) ? t : 0)
        return
      }
      if (deed.rest.filter((w) => !/^(?:an?|the|his|her|their|up|tight|tightly)$/.test(w)).every((w) => OF_THE_BODY.test(w))) return
      perform(t)
      return
    }
    case 'take':
    case 'drop': {
      if (a.isOff) return
      const things = stage.props.thingsOf(deed)
      const goes = deed.kind !== 'drop' || deed.rest.some((w) => /^(?:on|onto|in|into|at|by|back)$/.test(w))
      const known = things.some((p) => deed.kind === 'take' && stage.props.isKnown(p))
      const at = goes && !known && a.place.stance === 'stand' ? places.named(deed.rest, a.place.spot, taken) : undefined
      if (at && Math.hypot(at.spot.x - a.place.spot.x, at.spot.z - a.place.spot.z) > 0.6) traffic.send(a, t, at, 'walk')
      for (const thing of things.slice(0, 2))
        if (deed.kind === 'take') {
          const has = takeThing(d, a, thing, t)
          if (has !== undefined && /^pocket/.test(deed.word)) stage.props.away(thing, has + 0.4)
        } else dropThing(d, a, thing, t)
      if (!things.length) perform(free())
      return
    }
    case 'pour':
    case 'wipe':
    case 'work': {
      const at = a.place.stance === 'stand' && !a.isOff ? places.named(deed.rest, a.place.spot, taken) : undefined
      if (at && Math.hypot(at.spot.x - a.place.spot.x, at.spot.z - a.place.spot.z) > 0.6) traffic.send(a, t, at, 'walk')
      const [thing] = deed.kind === 'pour' ? stage.props.thingsOf(deed) : []
      if (thing !== undefined && !a.isOff) {
        // Nobody has a bottle on the floor where there is no table: it was in the hand.
        if (!stage.props.isKnown(thing) && surfaceNear(stage.plan, a.place, deed.rest, thing).floor) stage.props.hold(thing, a, 0)
        else takeThing(d, a, thing, t)
      }
      break
    }
    default:
  }
  if (deed.kind === 'bow') {
    // Heads must not meet: with somebody right in front it is hardly more than a nod.
    const { x, z } = a.place.spot
    const near = stage.actors.some((b) => b !== a && !b.isOff && Math.hypot(b.place.spot.x - x, b.place.spot.z - z) < 1.15)
    perform(free(), {}, near && row.act ? { ...row.act, energy: 0.1 } : row.act)
    return
  }
  if (deed.kind === 'headwear') {
    // Glasses by both temples, a hat by its brim.
    perform(
      free(),
      deed.rest.some((w) => /glasses|spectacles|shades|goggles|head(?:phones|set)|mask|helmet/.test(w)) ? { hand: 'both' } : {},
    )
    return
  }
  if (row.tool && !a.isOff) {
    const tool = toolFor(d, a, deed.kind, t)
    if (!tool) return
    const start = Math.max(tool.t, free())
    const at = deed.kind === 'write' ? underHand(d, a, 'write', start) : undefined
    perform(start, { hand: row.act?.hand === 'both' ? 'both' : tool.hand, ...(at ? { at } : {}), ...(other ? { to: other.key } : {}) })
    return
  }
  if (deed.kind === 'type' && !a.isOff) {
    const at = underHand(d, a, 'type', free())
    perform(free(), at ? { at } : {})
    return
  }
  perform(free(), other ? { to: other.key } : {})
}

/** Who sits near, of one hair is cut of without a name. */
const seatedBefore = (stage: Stage, a: StageActor): StageActor | undefined =>
  stage.actors.find(
    (b) =>
      b !== a && !b.isOff && b.place.stance === 'sit' && Math.hypot(b.place.spot.x - a.place.spot.x, b.place.spot.z - a.place.spot.z) < 2.5,
  )

/** What two people do together: the one comes up to the other, both do their part at the same time. */
function together(
  d: Doing,
  a: StageActor,
  other: StageActor | undefined,
  t: number,
  perform: (from: number, more: { to?: string }) => void,
): void {
  const { stage, beat, deed } = d
  const row = DEEDS[deed.kind]
  // Whoever lies has nothing to shake: a hand that is taken is a pull that follows.
  if (deed.kind === 'clasp' && other?.place.stance === 'lie') return
  if (!other) {
    report(stage, beat, 'no-partner', a, `has nobody here to ${deed.word}`)
    return
  }
  // Whoever already answers does not begin again: `They hug`.
  if (deed.who.includes(other.role) && a.acts.some((x) => x.verb === row.act?.verb && x.to === other.key && x.t1 > t)) return
  const violent = deed.kind === 'punch' || deed.kind === 'slap'
  const upBoth = !violent && deed.kind !== 'give' && deed.kind !== 'touch' && deed.kind !== 'clasp' && deed.kind !== 'whisper'
  const start = meet(stage, a, other, t, row.apartM ?? 1, upBoth, deed.kind === 'punch' ? 'run' : 'walk')
  if (start === undefined) {
    report(stage, beat, 'out-of-reach', a, `cannot get to ${other.spec.name}`)
    return
  }
  perform(start, { to: other.key })
  a.gaze.push({ kind: 'actor', t0: start - 0.3, actor: other.key })
  const { answer } = row
  const end = a.acts.at(-1)!.t1
  if (answer) {
    const t0 = start + answer.lateS
    // Who hugs or shakes hands does so as long as the other.
    const t1 = violent ? t0 + answer.seconds : end
    other.acts.push({ verb: answer.verb, t0, t1, energy: answer.energy, to: a.key, ...(answer.hand ? { hand: answer.hand } : {}) })
    other.gaze.push({ kind: 'actor', t0: start - 0.2, actor: a.key })
    if (row.mood && !violent) other.moods.push({ t0, expression: row.mood[0], weight: row.mood[1] * 0.8 })
    other.busyUntil = Math.max(other.busyUntil, t1)
  }
  a.busyUntil = Math.max(a.busyUntil, end)
}

/** Down on one's knees, on one's heels or against something: beside what the words name, before whoever it is for. */
function stoop(
  stage: Stage,
  a: StageActor,
  stance: 'kneel' | 'crouch' | 'lean',
  deed: Deed,
  t: number,
  other: StageActor | undefined,
): void {
  if (stance !== 'lean' && (a.place.stance === 'sit' || a.place.stance === 'lie')) rise(stage, a, t)
  if (a.place.stance !== 'stand') return
  const taken = stage.traffic.taken(a)
  if (other && stance === 'kneel') meet(stage, a, other, t, DEEDS.hug.apartM!, false, 'walk')
  else {
    const at = stage.places.named(deed.rest, a.place.spot, taken)
    if (at && Math.hypot(at.spot.x - a.place.spot.x, at.spot.z - a.place.spot.z) > 0.6) stage.traffic.send(a, t, at, 'walk')
  }
  if (a.place.stance === 'stand') a.become(t, { stance })
}

/** How long an act takes: what ends by itself is over with its line where that can be; what lasts, lasts beyond it. */
const lengthOf = (kind: DeedKind, seconds: number, line: number, left: number): number => {
  if (seconds <= 2) return seconds
  if (LASTING.has(kind)) return Math.max(1.6, Math.min(seconds, Math.max(line, 2) * 1.4))
  return Math.max(seconds * FIT, Math.min(seconds, left))
}

const gaitOf = (deed: Deed, usual: Gait): Gait => (/^(?:burst|barge|run|ran|rush|storm|sprint)/.test(deed.word) ? 'run' : usual)
