import { isRide, random } from '../../film'
import { behind } from './come-and-go'
import { behindHead } from './cut-hair'
import type { DeedKind } from './deed-table'
import { WHEEL } from './find-place'
import { APART, clearOf, facing, type Spot } from './floor-plan'
import { verbForm } from './lexicon'
import { liesHere, ownSeats } from './own-place'
import type { ActionReading, Deed } from './read-action'
import { COMES_IN } from './read-scene'
import type { Stage } from './stage'
import type { Place } from './stage-actor'

/** First deeds of people who do not begin on a chair. */
const ON_THEIR_FEET: ReadonlySet<DeedKind> = new Set([
  'sit',
  'kneel',
  'crouch',
  'stand',
  'fall',
  'lean',
  'dance',
  'jump',
  'punch',
  'pour',
  'wipe',
  'work',
])

/** Somebody who must be put somewhere before the scene begins. */
export interface Newcomer {
  readonly key: string
  readonly role: string
  readonly entering: boolean
  /** Of a group that fills the background. */
  readonly extra: boolean
  readonly talks: boolean
  /** The first thing they do, and the line it stands in. */
  readonly first?: { readonly deed?: Deed; readonly text: string; readonly seconds: number; readonly reading: ActionReading } | undefined
}

/** Whether somebody's first deed takes them from a seat of their own. */
const isElsewhere = ({ first }: Newcomer): boolean =>
  /^(?:stand|kneel|crouch|fall|dance|jump|punch)$/.test(first?.deed?.kind ?? '') && !/^(?:wait|linger|loiter)/.test(first?.deed?.word ?? '')
const comesAfoot = (p: Newcomer): boolean => ON_THEIR_FEET.has(p.first?.deed?.kind ?? 'look')

const BARBER = /\b(?:barbers?|hairdresser|hairstylist|stylist|friseur(?:in)?|coiffeu(?:r|se)|barbiere|peluquer[oa])\b/

const SEATED =
  /\b(?:in|on|at|behind)\s+(?:his|her|their|the|a|an|one)\s+(?:\S+\s+)?(?:chair|seat|booth|stool|bench|sofa|couch|table|desk|armchair|wheel|stand|dock|throne)\b/i
const LYING = /\b(?:asleep|unconscious)\b|\bin (?:the |his |her |a )?(?:bed|bunk)\b/i
const SITTING_KINDS = /diner|restaurant|cafe|café|dining|meeting|court|waiting|train|bus|car\b|plane|cockpit|canteen|tavern/i
const TABLE_TALK = /\b(?:table|breakfast|dinner|lunch|supper|meal|eats?|coffee|seated|sits?|sitting|booth)\b/i

/**
 * Where everybody is when the scene begins: as its words say (in bed, at the stove, behind the door), at a table where
 * the place asks for it, else facing one another on open floor. Answers a place for every key; entering people wait
 * behind a door.
 */
export function startPlaces(
  stage: Pick<Stage, 'places' | 'plan'>,
  people: readonly Newcomer[],
  words: string,
  apart: boolean,
  seed: string,
): Map<string, Place> {
  const { places, plan } = stage
  const out = new Map<string, Place>()
  const taken: Spot[] = []
  const put = (p: Newcomer, at: Place | undefined): boolean => {
    if (!at || out.has(p.key)) return false
    out.set(p.key, at)
    if (!p.entering) taken.push(at.spot)
    return true
  }
  const home: Spot = { x: 0, z: 0 }
  const here = people.filter((p) => !p.entering)

  // In what people ride in everybody sits; somebody is at the wheel.
  if (plan.set.travel?.ride !== undefined || isRide(plan.set)) {
    const drives = (p: Newcomer) => p.first?.deed?.kind === 'drive'
    for (const [i, p] of [...here].sort((a, b) => Number(drives(b)) - Number(drives(a))).entries()) {
      const group = i === 0 ? WHEEL : /\b(?:back|rear|behind)\b/i.test(p.first?.text ?? '') ? 'back-seats' : 'beside-wheel'
      put(p, places.seat([], taken[0] ?? home, taken, group))
    }
  }
  for (const p of here) {
    if (out.has(p.key)) continue
    const deed = p.first?.deed
    const near = taken[0] ?? home
    const text = p.first?.text ?? ''
    if (!p.first || p.extra) continue
    // Who does a thing together, stands together.
    const mate = deed && people.find((q) => q !== p && deed.who.includes(q.role) && out.has(q.key))
    const beside = mate && out.get(mate.key)
    if (beside?.stance === 'stand') {
      const next = { x: beside.spot.x + Math.cos(beside.yaw) * 0.85, z: beside.spot.z - Math.sin(beside.yaw) * 0.85 }
      if (put(p, places.stand(next, beside.yaw, taken, 0.7))) continue
    }
    if (
      deed?.kind === 'sleep' ||
      deed?.kind === 'lie' ||
      // Who does something else beside a sleeper is not in bed.
      (LYING.test(text) && (deed === undefined || p.first.reading.people[0] === p.role))
    ) {
      if (put(p, places.bed(near, taken, text.toLowerCase().split(/\W+/)))) continue
    }
    // Who drives is at the wheel from the first frame.
    if (deed?.kind === 'drive' && put(p, places.seat([], near, taken, WHEEL))) continue
    if (liesHere(plan.set, p.role) && !ON_THEIR_FEET.has(deed?.kind ?? 'look') && put(p, places.bed(near, taken))) continue
    // Who comes in with the scene's first words stands in the door, wherever they are to sit.
    if (deed && COMES_IN.has(deed.kind)) {
      if (put(p, places.door(near, taken))) continue
    }
    if (
      (deed?.kind === 'sit' && deed.rest[0] !== 'down') ||
      deed?.kind === 'rise' ||
      (SEATED.test(text) && p.first.reading.people[0] === p.role && !p.first.reading.deeds.some((d) => d.kind === 'sit'))
    ) {
      const group = ownSeats(plan.set, p.role) ?? [...out.values()].find((o) => o.group)?.group
      if (put(p, places.seat(deed?.rest ?? text.toLowerCase().split(/\W+/), near, taken, group))) continue
    }
    if (deed && verbForm(deed.word) && !['walk', 'run', 'sneak', 'limp', 'exit', 'sit', 'climb'].includes(deed.kind)) {
      const named = places.named(deed.rest, near, taken)
      if (put(p, named)) continue
    }
    if (deed && ['walk', 'run', 'sneak', 'limp', 'climb'].includes(deed.kind)) {
      const goal = places.named(deed.rest, home, taken)
      const metres = Math.min(12, (deed.kind === 'run' ? 3.2 : 1.2) * Math.max(2.5, p.first.seconds))
      put(p, farFrom(stage, goal?.spot, metres, taken))
    }
  }

  // Barbers stand behind whoever sits in one of their chairs, or behind the first of them.
  for (const p of here) {
    if (out.has(p.key) || !BARBER.test(p.role)) continue
    const shorn = [...out.values()].find((o) => o.stance === 'sit' && o.group?.startsWith('barber-'))
    const at =
      shorn &&
      behindHead(
        plan,
        shorn,
        taken.filter((q) => q !== shorn.spot),
      )
    put(p, at ?? places.mark('stand', taken[0] ?? home, taken, (m) => m.group?.startsWith('barber-') === true))
  }

  // Who holds an office is in their own seat, whether or not they speak.
  for (const p of here) {
    const group = out.has(p.key) || isElsewhere(p) ? undefined : ownSeats(plan.set, p.role)
    if (group !== undefined) put(p, places.seat([], taken[0] ?? home, taken, group))
    else if (!out.has(p.key) && !p.first && liesHere(plan.set, p.role)) put(p, places.bed(taken[0] ?? home, taken))
  }
  const rest = here.filter((p) => !out.has(p.key) && !p.extra)
  if (apart) for (const p of rest) put(p, farFrom(stage, taken.at(-1), 4, taken))
  const standing = rest.filter((p) => !out.has(p.key))
  if (
    standing.length + out.size >= 2 &&
    (SITTING_KINDS.test(plan.set.kind) ||
      SITTING_KINDS.test(plan.set.name) ||
      (TABLE_TALK.test(words) && /kitchen|office|living|bar|dining|castle|library/.test(plan.set.kind)))
  )
    for (const p of standing) {
      if (!p.talks || comesAfoot(p)) continue
      const group = [...out.values()].find((o) => o.group)?.group
      put(p, places.seat([], taken[0] ?? home, taken, group))
    }
  const loose = standing.filter((p) => !out.has(p.key))
  const host = [...out.values()].find((p) => p.mark !== undefined) ?? [...out.values()][0]
  if (host && loose.length && loose.length <= 2) for (const p of loose) put(p, places.before(host, home, taken))
  const ring = loose.filter((p) => !out.has(p.key))
  places.circle(ring.length, taken, host?.spot).forEach((at, i) => {
    put(ring[i]!, at)
  })

  background(
    stage,
    here.filter((p) => p.extra || !out.has(p.key)),
    taken,
    seed,
  ).forEach((at, key) => {
    out.set(key, at)
  })

  for (const p of people) {
    if (!p.entering) continue
    const door = places.mark('door', home, []) ?? places.mark('edge', home, [])
    const spot = door && behind({ places, plan }, door)
    if (door && spot) {
      // Unseen there, so any number may wait on one spot; they come in one after the other.
      out.set(p.key, { spot, yaw: door.yaw, stance: 'stand', ...(door.mark ? { mark: door.mark } : {}) })
    } else {
      const at = places.stand(
        door?.spot ?? { x: plan.halfW, z: 0 },
        door?.yaw ?? 0,
        [...out.values()].map((o) => o.spot),
      ) ?? { spot: home, yaw: 0, stance: 'stand' as const }
      out.set(p.key, at)
    }
  }
  return out
}

/** A free spot `metres` from a goal (or near an edge when there is none), looking to it. */
function farFrom({ plan }: Pick<Stage, 'plan'>, goal: Spot | undefined, metres: number, taken: readonly Spot[]): Place | undefined {
  const to = goal ?? { x: 0, z: 0 }
  const want = goal ? metres : metres * 0.6
  let best: Spot | undefined
  let bestScore = Number.POSITIVE_INFINITY
  for (const s of plan.spots(Math.max(0.5, Math.max(plan.halfW, plan.halfD) / 12))) {
    if (!clearOf(s, taken, APART + 0.4)) continue
    const d = Math.hypot(s.x - to.x, s.z - to.z)
    const score = Math.round((Math.abs(d - want) - Math.min(plan.room(s), 1) * 0.4 + Math.abs(s.z) * 0.05) * 1e4)
    if (score < bestScore) {
      bestScore = score
      best = s
    }
  }
  return best && { spot: best, yaw: facing(best, to), stance: 'stand' }
}

/** Spreads extras over the floor behind the main action, in twos that look at each other. */
function background({ plan }: Pick<Stage, 'plan'>, people: readonly Newcomer[], taken: Spot[], seed: string): Map<string, Place> {
  const out = new Map<string, Place>()
  if (!people.length) return out
  const rnd = random(`${seed}/background`)
  const lead = taken[0] ?? { x: 0, z: 0 }
  const spots = rnd.shuffle(plan.spots(0.8)).filter((s) => plan.room(s) > 0.35)
  const ranked = spots
    .map((s) => ({ s, rank: Math.round(Math.abs(Math.hypot(s.x - lead.x, s.z - lead.z) - 4.5) * 2) }))
    .sort((a, b) => a.rank - b.rank)
    .map((r) => r.s)
  let mate: Spot | undefined
  for (const p of people) {
    const near = mate
    const ok = (s: Spot, apart: number) => clearOf(s, taken.slice(0, 4), 1.6) && clearOf(s, taken, apart)
    const spot =
      (near && ranked.find((s) => ok(s, 0.75) && Math.hypot(s.x - near.x, s.z - near.z) < 1.4)) ??
      ranked.find((s) => ok(s, 1)) ??
      plan.nearestFree(lead, taken, APART + 0.1)
    if (!spot) continue
    taken.push(spot)
    out.set(p.key, {
      spot,
      yaw: mate && near && Math.hypot(spot.x - near.x, spot.z - near.z) < 2 ? facing(spot, near) : rnd.range(-3, 3),
      stance: 'stand',
    })
    mate = mate === undefined ? spot : undefined
  }
  return out
}
