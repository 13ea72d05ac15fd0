import type { Practical, Vec3 } from '../../film'
import { facing, type Spot } from './floor-plan'
import type { Doing } from './handle-thing'
import { report } from './report-finding'
import type { Stage } from './stage'
import type { StageActor } from './stage-actor'

/** How near a candle one stands to light it or to blow it out, metres. */
const AT_FLAME_M = 0.62
const KINDLE_S = 3.2
const BLOW_S = 2.4
/** When the wick catches, and when the flame goes: 0.6 and 0.58 of the acts. */
const CAUGHT_S = 1.92
const BLOWN_S = 1.4

/** What burns by the words that mean it. */
const KINDS: readonly (readonly [RegExp, RegExp])[] = [
  [/candle|candelabra|taper|wick/, /candle/],
  [/lantern/, /lantern/],
  [/lamp/, /lamp|lantern/],
  [/fire|fireplace|stove|flame/, /fireplace|campfire|stove/],
]

/** The practicals that words name, the nearest first. */
function flamesNamed(stage: Stage, words: readonly string[], near: Spot): Practical[] {
  const said = words.join(' ')
  const like = KINDS.find(([w]) => w.test(said))?.[1] ?? (/\b(?:it|them)\b/.test(said) ? /candle|lantern/ : undefined)
  if (!like) return []
  const { set } = stage.places
  const prop = (p: Practical) => set.placements.find((o) => o.key === p.of)?.prop ?? p.of ?? p.key
  const far = (p: Practical) => Math.round(Math.hypot(p.position[0] - near.x, p.position[2] - near.z) * 1e3)
  return set.practicals.filter((p) => like.test(prop(p)) || (p.kind === 'candle' && like.test('candle'))).sort((a, b) => far(a) - far(b))
}

/** How much a lamp burns from a time on; before the first word of it as it is found. */
export function burn(stage: Stage, key: string, t: number, on: 0 | 1): void {
  const keys = stage.lamps.get(key) ?? [{ t: 0, on: 1 - on }]
  const last = keys.at(-1)!
  if (last.on === on) return
  const from = Math.max(t, last.t)
  keys.push({ t: from, on: last.on }, { t: from + (on ? 0.5 : 0.16), on })
  stage.lamps.set(key, keys)
}

/** Up to a flame, to face it. Answers when; at once where there is no way, or nothing to go to. */
function goTo(d: Doing, a: StageActor, at: Vec3, t: number): number {
  const { stage } = d
  const flame = { x: at[0], z: at[2] }
  const { spot } = a.place
  const far = Math.hypot(spot.x - flame.x, spot.z - flame.z)
  if (far > AT_FLAME_M + 0.25 && (a.place.stance === 'stand' || far > 1.1)) {
    const near = stage.plan.nearestFree(flame, stage.traffic.taken(a), AT_FLAME_M)
    const arrive = near && stage.traffic.send(a, t, { spot: near, yaw: facing(near, flame), stance: 'stand' }, 'walk')
    if (arrive !== undefined) report(stage, d.beat, 'walked-there', a, 'walks there first')
  }
  const there = Math.max(t, Math.min(a.busyUntil, t + 6))
  if (a.place.stance === 'stand') a.become(there, { yaw: facing(a.place.spot, flame) })
  return Math.max(there, a.busyUntil)
}

/** Strikes a match and lights what is named with it; only the match, where nothing is. */
export function lightFlame(d: Doing, a: StageActor, t: number): void {
  const { stage } = d
  const flames = flamesNamed(stage, d.deed.rest, a.place.spot)
  const [first] = flames
  const start = first ? goTo(d, a, first.position, t) : Math.max(t, a.busyUntil)
  const match = stage.props.names.includes('match') ? 'match' : `match~${a.key}`
  const hand = stage.props.handOf(a, match) ?? stage.props.freeHand(a) ?? 'right'
  if (!stage.props.isKnown(match)) stage.props.away(match, 0)
  stage.props.hold(match, a, start + 0.3, hand)
  stage.props.away(match, start + KINDLE_S - 0.2)
  a.acts.push({ verb: 'kindle', t0: start, t1: start + KINDLE_S, hand, energy: 0.5, ...(first ? { at: first.position } : {}) })
  flames.forEach((p, i) => {
    if (i === 0 || /\b(?:candles|lamps|lanterns|them)\b/.test(d.deed.rest.join(' '))) burn(stage, p.key, start + CAUGHT_S + i * 0.2, 1)
  })
  if (!first && !/\bmatch/.test(d.deed.rest.join(' '))) report(stage, d.beat, 'no-thing', a, `finds nothing here to ${d.deed.word}`)
  a.busyUntil = Math.max(a.busyUntil, start + KINDLE_S - 0.4)
}

/** Blows out what is named: face to the flame, and it is dark. */
export function blowOut(d: Doing, a: StageActor, t: number): void {
  const { stage } = d
  const flames = flamesNamed(stage, d.deed.rest, a.place.spot)
  const all = /\b(?:candles|lamps|lanterns|them)\b/.test(d.deed.rest.join(' '))
  const [first] = flames
  if (!first) {
    if (!/\bmatch/.test(d.deed.rest.join(' '))) report(stage, d.beat, 'no-thing', a, `finds nothing here to ${d.deed.word}`)
    a.acts.push({ verb: 'blow', t0: Math.max(t, a.busyUntil), t1: Math.max(t, a.busyUntil) + 1.6, energy: 0.5 })
    return
  }
  for (const p of all ? flames.slice(0, 4) : [first]) {
    const start = goTo(d, a, p.position, Math.max(t, a.busyUntil))
    const hand = stage.props.freeHand(a) ?? 'right'
    a.gaze.push({ kind: 'point', t0: start - 0.2, at: p.position })
    a.acts.push({ verb: 'blow', t0: start, t1: start + BLOW_S, hand, energy: 0.6, at: p.position })
    burn(stage, p.key, start + BLOWN_S, 0)
    a.busyUntil = Math.max(a.busyUntil, start + BLOW_S - 0.3)
  }
  for (const p of all ? flames.slice(4) : []) burn(stage, p.key, a.busyUntil, 0)
}
