import { floorHeightAt, isRaisedFloor, type Mark, type Placement, type SetSpec } from '../../film'
import { APART, clearOf, type FloorPlan, facing, type Spot, spotOf } from './floor-plan'
import { isKept } from './own-place'
import type { Place } from './stage-actor'

const DOOR = /^(?:door|doors|doorway|hatch|gate|entrance|exit|threshold|airlock|elevator|lift)$/
/** Where `the mouth` is a way in. */
const CAVES: ReadonlySet<string> = new Set(['cave', 'cave-mouth'])
const WINDOW = /^(?:window|windows|windowsill|porthole|balcony)$/
const SEAT =
  /^(?:seat|chair|booth|sofa|couch|stool|bench|armchair|bollard|pew|crate|log|rock|steps|table|desk|bar|counter|stand|dock|jury|row|throne)$/
/** Marks of those who serve. */
const TILL = 'till'
const COUNTER = /^(?:counter|bar|stove|sink|oven|kettle|fridge|worktop|workbench|console|till|register|hob|cooker)$/
/** By so much a place at a bed's end is farther than it is, metres. */
const AT_END_M = 3
/** How far from a counter's edge its stools are, metres. */
const AT_COUNTER_M = 0.75
const BED = /^(?:bed|bunk|cot|mattress|stretcher|sofa|couch|hammock)$/

/** Group of the seat before a piano. */
const PIANO = 'piano'
const SOFA = /^(?:sofa|couch|settee|divan|loveseat)$/
/** The hips of somebody who lies on a sofa: how far from its middle to the one arm and to the front, how high; and what its other end takes; metres. */
const SOFA_LIE = { headward: 0.1, forward: 0.1, seatM: 0.45, endM: 0.6 } as const

/** Group of the seat from which a vehicle is driven. */
export const WHEEL = 'wheel'

export const namesDoor = (words: readonly string[]): boolean => words.some((w) => DOOR.test(w))

/** Turns marks into places, and looks for free ones. */
export class Places {
  constructor(
    readonly set: SetSpec,
    readonly plan: FloorPlan,
  ) {}

  ofMark(m: Mark): Place {
    const base = {
      spot: spotOf(m.position),
      yaw: m.yaw,
      mark: m.key,
      ...(m.of ? { of: m.of } : {}),
      ...(m.group ? { group: m.group } : {}),
    }
    if (m.kind === 'seat') return { ...base, stance: 'sit', seatHeightM: m.seatHeightM ?? 0.45 }
    if (m.kind === 'bed') return { ...base, stance: 'lie', seatHeightM: m.seatHeightM ?? 0.5 }
    return { ...base, stance: 'stand' }
  }

  /** The nearest free mark of a kind; standing marks must be on open floor. */
  mark(kind: Mark['kind'], near: Spot, taken: readonly Spot[], may: (m: Mark) => boolean = () => true): Place | undefined {
    const m = this.plan.mark(kind, near, (k) => {
      const s = spotOf(k.position)
      const sits = kind === 'seat' || kind === 'bed'
      return may(k) && clearOf(s, taken, APART + 0.02) && (sits ? this.canReach(s, taken) : this.plan.isReachable(s))
    })
    return m && this.ofMark(m)
  }

  private canReach(s: Spot, taken: readonly Spot[]): boolean {
    const next = this.plan.nearestFree(s, taken)
    return next !== undefined && Math.hypot(next.x - s.x, next.z - s.z) < 1.3
  }

  /** A free spot as a place to stand. */
  stand(near: Spot, yaw: number, taken: readonly Spot[], apart = APART + 0.15): Place | undefined {
    const spot = this.plan.nearestFree(near, taken, apart)
    return spot && { spot, yaw, stance: 'stand' }
  }

  /** Beside a piece of furniture, facing it. */
  beside(p: Placement, near: Spot, taken: readonly Spot[], words: readonly string[] = []): Place | undefined {
    const isBehind = words.includes('behind')
    // Behind a till is who serves; who is at it is a customer.
    const own = this.set.marks
      .filter((m) => m.of === p.key && m.kind !== 'seat' && m.kind !== 'bed')
      .toSorted((a, b) => Number((a.group === TILL) !== isBehind) - Number((b.group === TILL) !== isBehind))
    const mark = own.find((m) => this.plan.isReachable(spotOf(m.position)) && clearOf(spotOf(m.position), taken, APART + 0.05))
    if (mark) return this.ofMark(mark)
    const c = spotOf(p.position)
    let best: Place | undefined
    let bestD = Number.POSITIVE_INFINITY
    // What stands on a bench is stood at from the bench's edge.
    const out = !p.blocks && p.position[1] > 0.5 ? [0.45, 0.65, 0.85] : [0.45]
    // Beside a bed is at its long sides; only at its foot, or where those are shut, one stands at its end.
    const isLong = /bed|bunk|cot/.test(p.prop) && !words.some((w) => /^(?:foot|end|footboard)$/.test(w))
    for (let k = 0; k < 16 * out.length; k++) {
      if (k % 16 === 0 && best) break
      const a = (k * Math.PI) / 8
      const r = Math.hypot(Math.sin(a - p.yaw) * p.size[0], Math.cos(a - p.yaw) * p.size[2]) / 2 + out[Math.floor(k / 16)]!
      const s = { x: c.x + Math.sin(a) * r, z: c.z + Math.cos(a) * r }
      if (!this.plan.isReachable(s) || !clearOf(s, taken, APART + 0.1)) continue
      const atEnd = isLong && Math.abs(Math.sin(a - p.yaw)) < 0.8 ? AT_END_M : 0
      const d = Math.round((Math.hypot(s.x - near.x, s.z - near.z) + atEnd) * 1e4)
      if (d < bestD) {
        bestD = d
        best = { spot: s, yaw: facing(s, c), stance: 'stand', of: p.key }
      }
    }
    return best
  }

  door(near: Spot, taken: readonly Spot[]): Place | undefined {
    return this.mark('door', near, taken) ?? this.mark('edge', near, taken)
  }

  /** A place named in words after a verb: `to the window`, `at the stove`. */
  named(words: readonly string[], near: Spot, taken: readonly Spot[]): Place | undefined {
    if (words.includes('mouth') && CAVES.has(this.set.kind)) {
      const mouth = this.mark('window', near, taken) ?? this.mark('door', near, taken)
      // In the mouth one looks into the cave.
      if (mouth) return this.set.interior && words.includes('in') ? { ...mouth, yaw: mouth.yaw + Math.PI } : mouth
    }
    if (words.some((w) => DOOR.test(w))) {
      const d = this.door(near, taken)
      // At a door one looks at it; from a door, or in it, one looks out.
      const at = words.findIndex((w) => DOOR.test(w))
      const out = words.slice(Math.max(0, at - 3), at).some((w) => w === 'from' || w === 'in')
      if (d) return out ? d : { ...d, yaw: d.yaw + Math.PI }
    }
    if (words.some((w) => WINDOW.test(w))) {
      const w = this.mark('window', near, taken)
      if (w) return w
    }
    // On a stage hangs much that is called after it: who goes there goes up.
    const floor = words.some((w) => w === 'stage') ? this.set.placements.find((p) => p.prop === 'stage-floor') : undefined
    if (floor) return this.upon(floor, near, taken)
    const thing = this.plan.placementNamed(
      words.filter((w) => w.length > 2),
      near,
    )
    if (thing && isRaisedFloor(thing.prop)) return this.upon(thing, near, taken)
    if (thing && !/^(?:zone|rug|round-rug|doormat|crossing)/.test(thing.prop)) {
      const b = this.beside(thing, near, taken, words)
      if (b) return b
    }
    if (words.some((w) => COUNTER.test(w))) return this.mark('counter', near, taken)
    if (words.some((w) => BED.test(w))) return this.mark('bed', near, taken)
    return undefined
  }

  /** Up on a stage or a dais: where a mark is, nearest to its middle. */
  private upon(thing: Placement, near: Spot, taken: readonly Spot[]): Place | undefined {
    // Steps are on the way to what they lead up to.
    const p = (thing.prop === 'stage-steps' && this.set.placements.find((q) => q.prop === 'stage-floor')) || thing
    const [c, half] = [spotOf(p.position), Math.min(p.size[0], p.size[2]) / 2]
    const stands = (m: Mark) => m.kind === 'stand' && floorHeightAt(this.set, m.position[0], m.position[2]) > 0
    const at = this.mark('stand', c, taken, (m) => stands(m) && Math.hypot(m.position[0] - c.x, m.position[2] - c.z) < half + 1)
    return at ?? this.stand(c, facing(c, near), taken)
  }

  /** A free seat: on the thing named, opposite or beside somebody, else the nearest. */
  seat(words: readonly string[], near: Spot, taken: readonly Spot[], group?: string): Place | undefined {
    const thing = words.some((w) => SEAT.test(w))
      ? this.plan.placementNamed(
          words.filter((w) => w.length > 2),
          near,
        )
      : undefined
    const on = thing && this.mark('seat', spotOf(thing.position), taken, (m) => m.of === thing.key || near2(m, thing))
    if (on) return on
    // At a bar one sits on what stands before it, whoever sits elsewhere.
    const counter = on ? undefined : this.atCounter(words, near, taken)
    if (counter) return counter
    const opposite = group === undefined ? undefined : this.mark('seat', near, taken, (m) => m.group === group)
    // Nobody sits down at a piano who is not at it.
    const other = (m: Mark) =>
      m.group !== PIANO || words.includes(PIANO) || Math.hypot(m.position[0] - near.x, m.position[2] - near.z) < 1.2
    return opposite ?? this.mark('seat', near, taken, (m) => other(m) && !isKept(m)) ?? this.mark('seat', near, taken, other)
  }

  /** A free stool at the counter that words name. */
  private atCounter(words: readonly string[], near: Spot, taken: readonly Spot[]): Place | undefined {
    const named = words.filter((w) => COUNTER.test(w))
    const bar = named.length > 0 ? this.plan.placementNamed(named, near) : undefined
    if (!bar) return undefined
    const [s, c] = [Math.sin(bar.yaw), Math.cos(bar.yaw)]
    return this.mark('seat', near, taken, ({ position: [x, , z] }) => {
      const [dx, dz] = [x - bar.position[0], z - bar.position[2]]
      const [across, ahead] = [Math.abs(dx * c - dz * s), Math.abs(dx * s + dz * c)]
      return across < bar.size[0] / 2 + AT_COUNTER_M && ahead < bar.size[2] / 2 + AT_COUNTER_M
    })
  }

  /** A place to lie: a bed near, else the sofa, else the floor. */
  bed(near: Spot, taken: readonly Spot[], words: readonly string[] = []): Place | undefined {
    const named = words.some((w) => SOFA.test(w))
    const sofa = named || words.length === 0 || words.some((w) => w === 'down') ? this.onSofa(near, taken) : undefined
    return (named ? sofa : undefined) ?? this.mark('bed', near, taken) ?? sofa
  }

  /** Along a sofa that nobody sits on, the head at its one arm. */
  private onSofa(near: Spot, taken: readonly Spot[]): Place | undefined {
    const sofas = this.set.placements.filter((p) => p.prop === 'sofa' && p.size[0] > 1.5)
    const far = (p: Placement) => Math.round(Math.hypot(p.position[0] - near.x, p.position[2] - near.z) * 1e3)
    for (const p of [...sofas].sort((a, b) => far(a) - far(b))) {
      const along = { x: Math.cos(p.yaw), z: -Math.sin(p.yaw) }
      const front = { x: Math.sin(p.yaw), z: Math.cos(p.yaw) }
      const at = (dx: number, dz: number): Spot => ({
        x: p.position[0] + along.x * dx + front.x * dz,
        z: p.position[2] + along.z * dx + front.z * dz,
      })
      const spot = at(SOFA_LIE.headward, SOFA_LIE.forward)
      if (taken.some((q) => [-0.55, 0, 0.55].some((dx) => Math.hypot(q.x - at(dx, 0).x, q.z - at(dx, 0).z) < APART))) continue
      if (!this.canReach(spot, taken)) continue
      // Feet towards the cushion, the head by the bare arm.
      return {
        spot,
        yaw: p.yaw - Math.PI / 2,
        stance: 'lie',
        seatHeightM: SOFA_LIE.seatM,
        legRoomM: SOFA_LIE.headward + p.size[0] / 2 - SOFA_LIE.endM,
        of: p.key,
      }
    }
    return undefined
  }

  /** Standing before somebody, 1.1 to 1.8 m away, to talk. */
  before(p: Place, from: Spot, taken: readonly Spot[]): Place | undefined {
    const away = facing(p.spot, from)
    let best: Place | undefined
    let bestScore = Number.POSITIVE_INFINITY
    for (const r of [1.3, 1.15, 1.5, 1.8, 2.2])
      for (let k = -6; k <= 6; k++) {
        const a = p.yaw + (k * Math.PI) / 12
        const s = { x: p.spot.x + Math.sin(a) * r, z: p.spot.z + Math.cos(a) * r }
        if (!this.plan.isReachable(s) || !clearOf(s, taken, APART + 0.2)) continue
        // In front, on the side they come from, at a natural distance.
        const score = Math.round(
          (Math.abs(k) * 0.12 + (1 - Math.cos(a - away)) * 0.5 + Math.abs(r - 1.3) * 0.9 - Math.min(this.plan.room(s), 0.8) * 0.4) * 1e4,
        )
        if (score < bestScore) {
          bestScore = score
          best = { spot: s, yaw: facing(s, p.spot), stance: 'stand' }
        }
      }
    return best ?? this.stand(p.spot, away + Math.PI, taken, 0.9)
  }

  /** Places for people who stand and talk: two face each other 1.3 m apart, more stand in a ring. First comes first. */
  circle(n: number, taken: readonly Spot[], near?: Spot): Place[] {
    if (n <= 0) return []
    const r = n === 1 ? 0 : n === 2 ? 0.65 : Math.max(0.8, 0.46 / Math.sin(Math.PI / n))
    const stride = Math.max(0.4, Math.max(this.set.widthM, this.set.depthM) / 24)
    const home = near ?? { x: 0, z: 0 }
    let best: Place[] | undefined
    let bestScore = Number.POSITIVE_INFINITY
    for (const c of this.plan.spots(stride)) {
      const far = Math.hypot(c.x - home.x, c.z - home.z)
      // However much room there is, it counts for a metre: where that is not enough, there is nothing to look for.
      if (far > 12 || Math.round((far * 0.35 - 1.2) * 1e4) >= bestScore) continue
      for (let turn = 0; turn < 6; turn++) {
        const base = (turn * Math.PI) / 6 + 0.26
        const ring: Place[] = []
        let room = 3
        for (let k = 0; k < n; k++) {
          const a = base + (k * Math.PI * 2) / n
          const s = n === 1 ? c : { x: c.x + Math.sin(a) * r, z: c.z + Math.cos(a) * r }
          if (!this.plan.isReachable(s) || !clearOf(s, taken, APART + 0.25)) break
          room = Math.min(room, this.plan.room(s), this.plan.halfW - Math.abs(s.x), this.plan.halfD - Math.abs(s.z))
          ring.push({ spot: s, yaw: n === 1 ? facing(s, { x: 0, z: this.plan.halfD }) : facing(s, c), stance: 'stand' })
        }
        if (ring.length < n) continue
        const score = Math.round((far * 0.35 - Math.min(room, 1) * 1.2) * 1e4)
        if (score < bestScore) {
          bestScore = score
          best = ring
        }
      }
    }
    if (best) return best
    // No room for a ring: whoever fits, near the middle.
    const out: Place[] = []
    for (let k = 0; k < n; k++) {
      const p = this.stand(home, 0, [...taken, ...out.map((o) => o.spot)])
      if (!p) break
      out.push(p)
    }
    const mid = out.reduce((m, o) => ({ x: m.x + o.spot.x / out.length, z: m.z + o.spot.z / out.length }), { x: 0, z: 0 })
    return out.map((o) => ({ ...o, yaw: facing(o.spot, mid) }))
  }
}

const near2 = (m: Mark, p: Placement): boolean =>
  Math.hypot(m.position[0] - p.position[0], m.position[2] - p.position[2]) < Math.hypot(p.size[0], p.size[2]) / 2 + 0.7
