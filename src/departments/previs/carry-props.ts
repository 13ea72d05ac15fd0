import type { Beat, Breakdown, PropTrack, Vec3 } from '../../film'
import type { ActionReading, Deed } from './read-action'
import type { StageActor } from './stage-actor'

type State = PropTrack['states'][number]
/** A hand that holds. */
export type Hand = 'left' | 'right'
const HANDS: readonly Hand[] = ['right', 'left']
const TOO_BIG =
  /^(?:table|desk|chair|door|window|bed|sofa|couch|stove|sink|counter|bar|car|truck|stairs?|lamp|screen|wall|floor|curtain|fridge|ladder|cart|stall|coat|parka|sweater|apron|shirt|hat|headscarf|glasses|suit|dress|boots?|shoes?|headset|sunglasses|jacket|scarf|pyjamas|helmet lamp|light)$/

/** The small things of a scene while it is blocked: who holds what in which hand, what lies where, since when. */
export class HandProps {
  /** Things small enough to hold. */
  readonly names: readonly string[]
  private readonly nouns: readonly Noun[]
  private readonly lists = new Map<string, State[]>()
  private readonly hands = new Map<string, Map<Hand, string>>()
  /** What torn things have become. */
  private readonly pieces = new Map<string, readonly string[]>()
  private lastNamed: string | undefined
  private lower = ''

  constructor(
    items: Breakdown['scenes'][number]['items'],
    private readonly actors: readonly StageActor[],
  ) {
    const props = items.filter((i) => i.category === 'prop').map((i) => i.name)
    const all = [...new Set(props)]
    this.nouns = all.map(nounOf)
    this.names = all.filter((n) => !TOO_BIG.test(n))
  }

  /** Reads a line for what people have with them: `with a suitcase`, `a wooden horse in his hand`, `helmet under her arm`. */
  begin(beat: Beat, read: ActionReading, t0: number): void {
    this.lower = ` ${beat.text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, ' ')} `
    const first = this.actors.find((a) => read.people.includes(a.role))
    if (!first) return
    for (const p of this.named(this.lower)) {
      const doer = read.deeds.find((d) => d.rest.join(' ').includes(p))?.who[0]
      const owner = this.actors.find((a) => a.role === doer) ?? this.actors.find((a) => read.people.at(-1) === a.role) ?? first
      const at = this.lower.indexOf(` ${p}`)
      const before = this.lower.slice(Math.max(0, at - 28), at)
      const after = this.lower.slice(at + p.length + 1, at + p.length + 26)
      if (
        !this.lists.has(p) &&
        (/\bwith (?:an? |her |his |the )?(?:\w+ )?$/.test(`${before} `) ||
          /^s? (?:in|over|under) (?:his|her|their|one) (?:hands?|arms?|shoulder|lap|fist)/.test(after))
      )
        this.hold(p, owner, t0)
    }
  }

  /** The things a deed is done with: named after the verb, or meant by `it`. */
  thingsOf(deed: Deed): readonly string[] {
    const rest = ` ${deed.rest.join(' ')} `
    let things = this.named(rest)
    if (!things.length && /\b(?:it|them)\b/.test(rest) && this.lastNamed !== undefined && this.names.includes(this.lastNamed))
      things = [this.lastNamed]
    this.lastNamed = firstNoun(rest, this.nouns) ?? this.lastNamed
    return things.flatMap((thing) => this.pieces.get(thing) ?? [thing])
  }

  private named(words: string): string[] {
    return this.names.filter(
      (p) =>
        (words.includes(` ${p} `) || words.includes(` ${p}s `) || words.includes(` ${p}es `)) &&
        // A cake box is a box.
        !this.names.some(
          (q) => q !== p && words.includes(` ${p} ${q} `) && words.split(` ${p} `).length === words.split(` ${p} ${q} `).length,
        ),
    )
  }

  holderOf(thing: string): StageActor | undefined {
    const last = this.lists.get(thing)?.at(-1)
    return last?.kind === 'held' ? this.actors.find((a) => a.key === last.by) : undefined
  }

  /** Where a thing lies, if it lies anywhere. */
  placeOf(thing: string): Vec3 | undefined {
    const last = this.lists.get(thing)?.at(-1)
    return last?.kind === 'placed' ? last.position : undefined
  }

  /** Where things lie that nobody holds, without one of them. */
  lyingBut(thing: string): Vec3[] {
    return [...this.lists.keys()].flatMap((t) => {
      const at = t === thing ? undefined : this.placeOf(t)
      return at ? [at] : []
    })
  }

  /** True once a thing has been seen. */
  isKnown(thing: string): boolean {
    return this.lists.has(thing)
  }

  /** True while a thing that was seen is not to be seen. */
  isAway(thing: string): boolean {
    return this.lists.get(thing)?.at(-1)?.kind === 'gone'
  }

  /** What somebody holds, by hand. */
  heldBy(a: StageActor): ReadonlyMap<Hand, string> {
    return this.hands.get(a.key) ?? NOTHING
  }

  handOf(a: StageActor, thing: string): Hand | undefined {
    return HANDS.find((h) => this.heldBy(a).get(h) === thing)
  }

  freeHand(a: StageActor): Hand | undefined {
    const mine = this.heldBy(a)
    return HANDS.find((h) => !mine.has(h))
  }

  /** Puts a thing into a hand (a free one unless named; what that holds goes away). */
  hold(thing: string, a: StageActor, t: number, hand: Hand = this.freeHand(a) ?? 'right'): void {
    this.release(thing)
    const mine = this.hands.get(a.key) ?? new Map<Hand, string>()
    const had = mine.get(hand)
    if (had !== undefined) this.push(had, { kind: 'gone', t0: t })
    mine.set(hand, thing)
    this.hands.set(a.key, mine)
    this.push(thing, { kind: 'held', t0: t, by: a.key, hand })
  }

  /** Lays a thing down, or lets it fall or fly there, `fallS` seconds. */
  put(thing: string, t: number, at: { readonly position: Vec3; readonly yaw: number }, fallS?: number): void {
    this.release(thing)
    this.push(thing, { kind: 'placed', t0: t, position: at.position, yaw: at.yaw, ...(fallS === undefined ? {} : { fallS }) })
  }

  /** A thing is not to be seen from a time on. */
  away(thing: string, t: number): void {
    this.release(thing)
    this.push(thing, { kind: 'gone', t0: t })
  }

  /** A sheet is two pieces from a time on, one in each hand; its name then means them. */
  split(thing: string, a: StageActor, t: number): void {
    this.away(thing, t)
    const pieces = HANDS.map((hand) => `torn-paper~${thing}-${hand}`)
    HANDS.forEach((hand, i) => {
      this.away(pieces[i]!, 0)
      this.hold(pieces[i]!, a, t, hand)
    })
    this.pieces.set(thing, pieces)
  }

  private release(thing: string): void {
    for (const mine of this.hands.values()) for (const [h, p] of mine) if (p === thing) mine.delete(h)
  }

  private push(thing: string, state: State): void {
    const list = this.lists.get(thing)
    if (!list) this.lists.set(thing, [state])
    else list.push({ ...state, t0: Math.max(state.t0, list.at(-1)!.t0) })
  }

  /** Everything that was held or laid down, as tracks; a thing of somebody's own is named `cup~anna`. */
  tracks(): PropTrack[] {
    return [...this.lists].map(([thing, states]) => ({
      key: thing.replace(/\s+/g, '-'),
      prop: thing.replace(/~.*/, '').replace(/\s+/g, '-'),
      states,
    }))
  }
}

const NOTHING: ReadonlyMap<Hand, string> = new Map()

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
