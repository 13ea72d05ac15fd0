import type { Beat, Breakdown, PropTrack, Vec3 } from '../../film'
import { type FloorPlan, facing, type Spot, spotOf } from './floor-plan'
import type { SceneReading } from './read-scene'
import type { StageActor } from './stage-actor'

type State = PropTrack['states'][number]
const HANDS = ['right', 'left'] as const
const TAKES = new Set(['take', 'carry', 'drink', 'eat', 'read', 'smoke', 'aim', 'phone', 'pour', 'raise', 'write', 'open'])
const LETS_GO = new Set(['drop'])
const TOO_BIG =
  /^(?:table|desk|chair|door|window|bed|sofa|couch|stove|sink|counter|bar|car|truck|stairs?|lamp|screen|wall|floor|curtain|fridge|ladder|cart|stall|coat|parka|sweater|apron|shirt|hat|headscarf|glasses|suit|dress|boots?|shoes?|headset|sunglasses|jacket|scarf|pyjamas|helmet lamp|light)$/

export interface CarryPropsOptions {
  readonly beats: readonly Beat[]
  readonly reading: SceneReading
  readonly items: Breakdown['scenes'][number]['items']
  readonly actors: readonly StageActor[]
  readonly plan: FloorPlan
  readonly seconds: (frames: number) => number
  readonly description: (role: string) => string
}

/** Tracks of the small things people hold, take, put down, hand over and throw, as far as the action lines say. */
export function carryProps(o: CarryPropsOptions): PropTrack[] {
  const props = [...new Set(o.items.filter((i) => i.category === 'prop' && !TOO_BIG.test(i.name)).map((i) => i.name))]
  const tracks = new Map<string, State[]>()
  const hands = new Map<string, Map<string, string>>()
  const freeHand = (actor: string): 'left' | 'right' => {
    const mine = hands.get(actor)
    return HANDS.find((h) => !mine?.has(h)) ?? 'right'
  }
  const states = (prop: string): State[] => {
    let s = tracks.get(prop)
    if (!s) {
      s = []
      tracks.set(prop, s)
    }
    return s
  }
  const release = (prop: string) => {
    for (const mine of hands.values()) for (const [h, p] of mine) if (p === prop) mine.delete(h)
  }
  const hold = (prop: string, a: StageActor, t: number) => {
    release(prop)
    const hand = freeHand(a.key)
    const mine = hands.get(a.key) ?? new Map<string, string>()
    const had = mine.get(hand)
    if (had !== undefined) states(had).push({ kind: 'placed', t0: t, ...surfaceNear(o.plan, a, t, [], had) })
    mine.set(hand, prop)
    hands.set(a.key, mine)
    states(prop).push({ kind: 'held', t0: t, by: a.key, hand })
  }
  const holderOf = (prop: string): StageActor | undefined => {
    const last = tracks.get(prop)?.at(-1)
    return last?.kind === 'held' ? o.actors.find((a) => a.key === last.by) : undefined
  }

  // What `it` means: the last thing named, small or big.
  const nouns = [...new Set(o.items.filter((i) => i.category === 'prop').map((i) => i.name))].map(nounOf)
  let lastNamed: string | undefined
  for (const beat of o.beats) {
    const read = o.reading.readings.get(beat.key)
    if (!read) continue
    const t0 = o.seconds(beat.startFrame)
    const lower = ` ${beat.text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, ' ')} `
    const named = (words: string) =>
      props.filter(
        (p) =>
          (words.includes(` ${p} `) || words.includes(` ${p}s `) || words.includes(` ${p}es `)) &&
          // A cake box is a box.
          !props.some(
            (q) => q !== p && words.includes(` ${p} ${q} `) && words.split(` ${p} `).length === words.split(` ${p} ${q} `).length,
          ),
      )
    // `with a suitcase`, `a wooden horse in his hand`, `helmet under her arm`
    const first = o.actors.find((a) => read.people.includes(a.role))
    if (first)
      for (const p of named(lower)) {
        const doer = read.deeds.find((d) => d.rest.join(' ').includes(p))?.who[0]
        const owner = o.actors.find((a) => a.role === doer) ?? o.actors.find((a) => read.people.at(-1) === a.role) ?? first
        const at = lower.indexOf(` ${p}`)
        const before = lower.slice(Math.max(0, at - 28), at)
        const after = lower.slice(at + p.length + 1, at + p.length + 26)
        if (
          !tracks.has(p) &&
          (/\bwith (?:an? |her |his |the )?(?:\w+ )?$/.test(`${before} `) ||
            /^s? (?:in|over|under) (?:his|her|their|one) (?:hands?|arms?|shoulder|lap|fist)/.test(after))
        )
          hold(p, owner, beat === o.beats[0] ? 0 : t0)
      }
    const deeds = read.deeds.filter((d) => d.who.length)
    deeds.forEach((deed, i) => {
      const a = o.actors.find((b) => deed.who.includes(b.role))
      if (!a) return
      const t = Math.max(t0 + (o.seconds(beat.frames) * i) / deeds.length, 0)
      const rest = ` ${deed.rest.join(' ')} `
      let things = named(rest)
      if (!things.length && /\b(?:it|them)\b/.test(rest) && lastNamed !== undefined && props.includes(lastNamed)) things = [lastNamed]
      lastNamed = firstNoun(rest, nouns) ?? lastNamed
      if (deed.kind === 'carry' && !things.length) return
      for (const p of things) {
        const holder = holderOf(p)
        if (deed.kind === 'throw' || deed.kind === 'kick') {
          if (!holder) hold(p, a, t0)
          release(p)
          states(p).push({ kind: 'gone', t0: t + 0.6 })
        } else if (deed.kind === 'give') {
          const to = o.actors.find((b) => deed.to.includes(b.role))
          if (!holder) hold(p, a, t)
          if (to) hold(p, to, t + 1)
        } else if (LETS_GO.has(deed.kind)) {
          if (!holder) hold(p, a, Math.max(0, t - 0.05))
          release(p)
          states(p).push({
            kind: 'placed',
            t0: Math.max(t, Math.min(a.busyUntil, t + 4)) + 0.9,
            ...surfaceNear(o.plan, a, t + 1, deed.rest, p),
          })
        } else if (TAKES.has(deed.kind) && holder !== a) {
          if (!tracks.has(p) && deed.kind === 'take') states(p).push({ kind: 'placed', t0: 0, ...surfaceNear(o.plan, a, t, deed.rest, p) })
          hold(p, a, deed.kind === 'take' ? t + 0.8 : t)
        }
      }
    })
  }
  return [...tracks].map(([prop, list]) => ({
    key: prop.replace(/\s+/g, '-'),
    prop: prop.replace(/\s+/g, '-'),
    states: list.sort((a, b) => a.t0 - b.t0),
  }))
}

/** A noun with how it may stand among words. */
interface Noun {
  readonly name: string
  readonly said: RegExp
}

const nounOf = (name: string): Noun => ({ name, said: new RegExp(` ${name.replace(/[^\p{L}\p{N} -]/gu, '.')}(?:s|es)? `, 'u') })

/** The noun that comes first after a verb: its object. */
function firstNoun(rest: string, nouns: readonly Noun[]): string | undefined {
  let best: string | undefined
  let at = Number.POSITIVE_INFINITY
  for (const n of nouns) {
    const i = rest.search(n.said)
    if (i >= 0 && i < at) {
      at = i
      best = n.name
    }
  }
  return best
}

/** How high the grip of a thing is over what it stands on, metres, by its last word; what is flat lies on its surface. */
const GRIP_M: Readonly<Record<string, number>> = {
  cup: 0.045,
  mug: 0.045,
  tea: 0.045,
  coffee: 0.045,
  glass: 0.065,
  drink: 0.065,
  bottle: 0.15,
  wine: 0.15,
  beer: 0.15,
  bowl: 0.045,
  melon: 0.12,
  ball: 0.12,
  horse: 0.12,
  doll: 0.12,
  apple: 0.036,
  orange: 0.036,
  helmet: 0.125,
  lantern: 0.28,
  kettle: 0.12,
  teapot: 0.08,
  suitcase: 0.46,
  briefcase: 0.46,
  bag: 0.34,
  satchel: 0.34,
  backpack: 0.34,
  flashlight: 0.034,
  torch: 0.034,
  reel: 0.036,
  box: 0.021,
  package: 0.021,
  parcel: 0.021,
}
const gripOver = (thing: string): number => GRIP_M[thing.split(/[\s-]+/).at(-1) ?? ''] ?? 0.012

/** A spot for a thing on the table or counter nearest to somebody's hands; on the floor before them when there is none. */
function surfaceNear(plan: FloorPlan, a: StageActor, t: number, words: readonly string[], thing: string): { position: Vec3; yaw: number } {
  const up = gripOver(thing)
  const from: Spot = a.at(t)
  const flat = plan.set.placements.filter(
    (p) =>
      p.blocks &&
      p.size[1] > 0.35 &&
      p.size[1] < 1.15 &&
      p.position[1] < 0.2 &&
      !/chair|stool|sofa|bench|couch|booth|bollard|tree|bush|rock/.test(p.prop),
  )
  const named = plan.placementNamed(
    words.filter((w) => w.length > 2),
    from,
  )
  let best = named && flat.includes(named) ? named : undefined
  if (!best) {
    let bestD = 1.7
    for (const p of flat) {
      const d = Math.hypot(p.position[0] - from.x, p.position[2] - from.z) - Math.max(p.size[0], p.size[2]) / 2
      if (d < bestD) {
        bestD = d
        best = p
      }
    }
  }
  if (!best) {
    const yaw = a.place.yaw
    return { position: [from.x + Math.sin(yaw) * 0.45, up, from.z + Math.cos(yaw) * 0.45], yaw }
  }
  const c = spotOf(best.position)
  const dx = from.x - c.x
  const dz = from.z - c.z
  const cos = Math.cos(best.yaw)
  const sin = Math.sin(best.yaw)
  const limit = (v: number, half: number) => Math.max(-half + 0.12, Math.min(half - 0.12, v))
  const x = limit(dx * cos - dz * sin, Math.max(best.size[0] / 2, 0.13))
  const z = limit(dx * sin + dz * cos, Math.max(best.size[2] / 2, 0.13))
  return { position: [c.x + x * cos + z * sin, best.position[1] + best.size[1] + up, c.z - x * sin + z * cos], yaw: facing(c, from) }
}
