import { type Mark, type Opening, type Placement, type SetSpec, type Vec3, wrapAngle } from '../../film'
import { CellHeap } from './cell-heap'
import { type Box, boxDistance, boxOf, isNear } from './floor-box'
import { SAME_THING } from './same-thing'

/** A point on the floor, metres. */
export interface Spot {
  readonly x: number
  readonly z: number
}

/** How near a standing body's centre may come to furniture, and to walls, metres. */
export const BODY_CLEARANCE = 0.27
export const WALL_CLEARANCE = 0.32
/** The least distance between two people's centres, metres. */
export const APART = 0.55

/** Farther than this, furniture does not matter. */
const FAR = 1.2

const PLANS = new WeakMap<SetSpec, FloorPlan>()

/** Where one can stand and walk in a set: its furniture as turned boxes, and a grid for finding ways. */
export class FloorPlan {
  readonly halfW: number
  readonly halfD: number
  private readonly boxes: readonly Box[]
  private readonly cell: number
  private readonly nx: number
  private readonly nz: number
  /** Distance from each cell's middle to the nearest furniture, metres, up to FAR. */
  private readonly gap: Float64Array
  /** 1 where a body's centre may be. */
  private readonly open: Uint8Array
  /** Connected region of each open cell, 0 for none; the largest is `main`. */
  private readonly region: Int32Array
  private readonly main: number
  /** What each placement is called: every part of its name alone, one and many, and the whole. */
  private readonly names: readonly { readonly placement: Placement; readonly parts: readonly string[]; readonly name: string }[]
  /** Grid spots by stride in cells, as asked for. */
  private readonly grids = new Map<number, readonly Spot[]>()

  /** The plan of a set; made once for each SetSpec object. */
  static of(set: SetSpec): FloorPlan {
    let plan = PLANS.get(set)
    if (!plan) {
      plan = new FloorPlan(set)
      PLANS.set(set, plan)
    }
    return plan
  }

  private constructor(readonly set: SetSpec) {
    this.halfW = set.widthM / 2
    this.halfD = set.depthM / 2
    this.boxes = set.placements.filter((p) => p.blocks && p.position[1] < 1.5).map(boxOf)
    this.cell = Math.max(0.16, Math.max(set.widthM, set.depthM) / 90)
    this.nx = Math.max(1, Math.floor(set.widthM / this.cell))
    this.nz = Math.max(1, Math.floor(set.depthM / this.cell))
    this.gap = this.measure()
    this.open = this.opened()
    this.region = new Int32Array(this.nx * this.nz)
    this.main = this.fill()
    this.names = set.placements.map((placement) => ({
      placement,
      parts: placement.prop.split('-').flatMap((part) => [part, `${part}s`]),
      name: placement.prop.replace(/-/g, ' '),
    }))
  }

  private middleX(i: number): number {
    return (i + 0.5) * (this.set.widthM / this.nx) - this.halfW
  }

  private middleZ(j: number): number {
    return (j + 0.5) * (this.set.depthM / this.nz) - this.halfD
  }

  private centre(i: number, j: number): Spot {
    return { x: this.middleX(i), z: this.middleZ(j) }
  }

  private cellOf(p: Spot): number {
    const i = Math.min(this.nx - 1, Math.max(0, Math.floor(((p.x + this.halfW) / this.set.widthM) * this.nx)))
    const j = Math.min(this.nz - 1, Math.max(0, Math.floor(((p.z + this.halfD) / this.set.depthM) * this.nz)))
    return j * this.nx + i
  }

  private measure(): Float64Array {
    const { nx, nz } = this
    const gap = new Float64Array(nx * nz).fill(FAR)
    const w = this.set.widthM / nx
    const d = this.set.depthM / nz
    for (const b of this.boxes) {
      const reach = b.reach + FAR
      const i0 = Math.max(0, Math.floor((b.x - reach + this.halfW) / w))
      const i1 = Math.min(nx - 1, Math.floor((b.x + reach + this.halfW) / w))
      const j0 = Math.max(0, Math.floor((b.z - reach + this.halfD) / d))
      const j1 = Math.min(nz - 1, Math.floor((b.z + reach + this.halfD) / d))
      for (let j = j0; j <= j1; j++) {
        const z = this.middleZ(j)
        const dz = z - b.z
        for (let i = i0; i <= i1; i++) {
          const x = this.middleX(i)
          const dx = x - b.x
          // No nearer than its circle is: where something else is nearer still, its sides need not be asked.
          const circle = gap[j * nx + i]! + b.reach + 1e-6
          if (dx * dx + dz * dz >= circle * circle) continue
          const far = boxDistance(b, x, z)
          if (far < gap[j * nx + i]!) gap[j * nx + i] = far
        }
      }
    }
    return gap
  }

  private opened(): Uint8Array {
    const { nx, nz, gap } = this
    const open = new Uint8Array(nx * nz)
    for (let j = 0; j < nz; j++) {
      const z = this.middleZ(j)
      for (let i = 0; i < nx; i++)
        if (gap[j * nx + i]! >= BODY_CLEARANCE && this.insideAt(this.middleX(i), z, WALL_CLEARANCE)) open[j * nx + i] = 1
    }
    return open
  }

  private fill(): number {
    let label = 0
    let best = 0
    let bestSize = 0
    const queue: number[] = []
    for (let s = 0; s < this.open.length; s++) {
      if (!this.open[s] || this.region[s]) continue
      label++
      let size = 0
      queue.push(s)
      this.region[s] = label
      while (queue.length) {
        const c = queue.pop()!
        size++
        const i = c % this.nx
        for (let side = 0; side < 4; side++) {
          if (side === 0 ? i === 0 : side === 1 && i === this.nx - 1) continue
          const n = side === 0 ? c - 1 : side === 1 ? c + 1 : side === 2 ? c - this.nx : c + this.nx
          // Past the first and last row nothing is open.
          if (!this.open[n] || this.region[n]) continue
          this.region[n] = label
          queue.push(n)
        }
      }
      if (size > bestSize) {
        best = label
        bestSize = size
      }
    }
    return best
  }

  /** Inside the set's rectangle by a margin. */
  inside(p: Spot, margin = WALL_CLEARANCE): boolean {
    return this.insideAt(p.x, p.z, margin)
  }

  private insideAt(x: number, z: number, margin: number): boolean {
    const m = Math.min(margin, this.halfW * 0.8, this.halfD * 0.8)
    return Math.abs(x) <= this.halfW - m && Math.abs(z) <= this.halfD - m
  }

  /** Not in a wall and not within `clearance` of furniture (leaving out one placement, if given). */
  isFree(p: Spot, clearance = BODY_CLEARANCE, except?: string): boolean {
    if (!this.inside(p)) return false
    // The grid settles what is well clear of everything; only near furniture are the boxes asked.
    if (this.gap[this.cellOf(p)]! > clearance + this.cell) return true
    for (const b of this.boxes) if (isNear(b, p, clearance) && b.key !== except) return false
    return true
  }

  /** About how far the nearest furniture is, metres, up to 1.2: good enough to choose by. */
  room(p: Spot): number {
    return this.gap[this.cellOf(p)]!
  }

  /** How far one can look level from a spot before a wall, metres, up to 2. */
  private ahead(p: Spot, yaw: number): number {
    const dx = Math.sin(yaw)
    const dz = Math.cos(yaw)
    for (let d = 0.2; d < 2; d += 0.2) if (!this.insideAt(p.x + dx * d, p.z + dz * d, 0.1)) return d
    return 2
  }

  /** The facing nearest to a wish that does not stare into a wall. */
  openYaw(p: Spot, wish: number): number {
    if (!this.set.interior) return wish
    let best = wish
    let bestScore = Number.NEGATIVE_INFINITY
    for (let k = 0; k < 12; k++) {
      const yaw = wish + ((k % 2 ? 1 : -1) * Math.ceil(k / 2) * Math.PI) / 6
      const score = Math.round((this.ahead(p, yaw) - k * 0.06) * 1e4)
      if (score > bestScore) {
        bestScore = score
        best = yaw
      }
    }
    return best
  }

  /** Distance to the nearest furniture, metres; 9 for none near. */
  clearance(p: Spot): number {
    let d = 9
    for (const b of this.boxes) d = Math.min(d, boxDistance(b, p.x, p.z))
    return d
  }

  /** Free, and reachable from most of the floor. */
  isReachable(p: Spot): boolean {
    return this.isFree(p) && this.region[this.cellOf(p)] === this.main
  }

  /** The nearest reachable spot that is `apart` metres from every one of `taken`; undefined when there is none. */
  nearestFree(p: Spot, taken: readonly Spot[] = [], apart = APART + 0.1): Spot | undefined {
    if (this.isReachable(p) && clearOf(p, taken, apart)) return p
    let best: Spot | undefined
    let bestD = Number.POSITIVE_INFINITY
    const { nx, nz, region, main } = this
    for (let j = 0; main > 0 && j < nz; j++) {
      const z = this.middleZ(j)
      const across = (z - p.z) * (z - p.z)
      // A row that is too far off as a whole has nothing nearer in it.
      if (Math.round(across * 1e6) >= bestD) continue
      for (let i = 0; i < nx; i++) {
        if (region[j * nx + i] !== main) continue
        const x = this.middleX(i)
        const d = Math.round(((x - p.x) * (x - p.x) + across) * 1e6)
        if (d >= bestD || !clearOf({ x, z }, taken, apart)) continue
        best = { x, z }
        bestD = d
      }
    }
    return best
  }

  /** Every reachable grid spot with a stride, row by row. */
  spots(strideM: number): readonly Spot[] {
    const step = Math.max(1, Math.round(strideM / this.cell))
    const known = this.grids.get(step)
    if (known) return known
    const out: Spot[] = []
    this.grids.set(step, out)
    for (let j = Math.floor(step / 2); j < this.nz; j += step)
      for (let i = Math.floor(step / 2); i < this.nx; i += step)
        if (this.region[j * this.nx + i] === this.main && this.main) out.push(this.centre(i, j))
    return out
  }

  /** A straight walk from a to b that touches nothing and nobody. */
  clearLine(a: Spot, b: Spot, people: readonly Spot[], except?: string): boolean {
    const l = Math.hypot(b.x - a.x, b.z - a.z)
    const n = Math.max(1, Math.ceil(l / 0.12))
    for (let k = 0; k <= n; k++) {
      const p = { x: a.x + ((b.x - a.x) * k) / n, z: a.z + ((b.z - a.z) * k) / n }
      if (!this.isFree(p, BODY_CLEARANCE - 0.02, except) || !clearOf(p, people, APART + 0.02)) return false
    }
    return true
  }

  /**
   * The way on foot between two free spots round furniture and people, both ends included: A* on the grid, then pulled
   * straight. Undefined when there is none.
   */
  findPath(from: Spot, to: Spot, people: readonly Spot[] = []): Spot[] | undefined {
    const others = people.filter((q) => clearOf(q, [from], APART + 0.04) && clearOf(q, [to], APART + 0.02))
    if (this.clearLine(from, to, others)) return [from, to]
    const start = this.cellOf(from)
    const goal = this.cellOf(to)
    // Each cell is looked at from many sides: 0 not yet, 1 free, 2 blocked.
    const looked = new Uint8Array(this.open.length)
    const blocked = (c: number) => {
      if (c === start || c === goal) return false
      looked[c] ||= this.open[c] && clearOf(this.centre(c % this.nx, Math.floor(c / this.nx)), others, APART + 0.08) ? 1 : 2
      return looked[c] === 2
    }
    const cells = this.search(start, goal, blocked)
    if (!cells) return undefined
    const points = [from, ...cells.slice(1, -1).map((c) => this.centre(c % this.nx, Math.floor(c / this.nx))), to]
    const out: Spot[] = [from]
    let at = 0
    while (at < points.length - 1) {
      let next = points.length - 1
      while (next > at + 1 && !this.clearLine(points[at]!, points[next]!, others)) next--
      out.push(points[next]!)
      at = next
    }
    return out
  }

  private search(start: number, goal: number, blocked: (c: number) => boolean): number[] | undefined {
    const { nx } = this
    const gx = goal % nx
    const gz = Math.floor(goal / nx)
    // Costs are whole numbers (10 straight, 14 across), so that ties fall alike in every engine.
    const guess = (c: number) => {
      const dx = Math.abs((c % nx) - gx)
      const dz = Math.abs(Math.floor(c / nx) - gz)
      return 10 * Math.max(dx, dz) + 4 * Math.min(dx, dz)
    }
    const cost = new Int32Array(this.open.length).fill(2147483647)
    const from = new Int32Array(this.open.length).fill(-1)
    const heap = new CellHeap()
    cost[start] = 0
    heap.push(start, guess(start))
    for (let c = heap.pop(); c !== undefined; c = heap.pop()) {
      if (c === goal) {
        const path = [goal]
        for (let p = from[goal]!; p >= 0; p = from[p]!) path.push(p)
        return path.reverse()
      }
      const i = c % nx
      const j = Math.floor(c / nx)
      for (let dj = -1; dj <= 1; dj++)
        for (let di = -1; di <= 1; di++) {
          if (!di && !dj) continue
          const x = i + di
          const z = j + dj
          if (x < 0 || z < 0 || x >= nx || z >= this.nz) continue
          const n = z * nx + x
          const g = cost[c]! + (di && dj ? 14 : 10)
          if (g >= cost[n]! || blocked(n) || (di && dj && (blocked(j * nx + x) || blocked(z * nx + i)))) continue
          cost[n] = g
          from[n] = c
          heap.push(n, g + guess(n))
        }
    }
    return undefined
  }

  /** Middle of an opening on the wall's inner face, and the direction out of the room. */
  doorway(o: Opening): { at: Spot; out: Spot } {
    const mid = o.along
    if (o.wall === 'north') return { at: { x: -this.halfW + mid, z: -this.halfD }, out: { x: 0, z: -1 } }
    if (o.wall === 'south') return { at: { x: this.halfW - mid, z: this.halfD }, out: { x: 0, z: 1 } }
    if (o.wall === 'east') return { at: { x: this.halfW, z: -this.halfD + mid }, out: { x: 1, z: 0 } }
    return { at: { x: -this.halfW, z: this.halfD - mid }, out: { x: -1, z: 0 } }
  }

  /** The placement a word means (`table`, `stove`): by catalogue id, singular or plural, nearest to `near`. */
  placementNamed(words: readonly string[], near: Spot): Placement | undefined {
    const said = new Set(words.flatMap((w) => [w, ...(SAME_THING[w] ?? [])]))
    const text = words.join(' ')
    const meant = this.names.filter(({ parts, name }) => parts.some((part) => said.has(part)) || text.includes(name))
    // `the witness stand` is that one, not any stand.
    const whole = meant.filter(({ parts, name }) => parts.length > 2 && text.includes(name))
    return nearestOf(
      (whole.length > 0 ? whole : meant).map((n) => n.placement),
      (p) => p.position,
      near,
    )
  }

  /** The mark of a kind nearest to a spot. */
  mark(kind: Mark['kind'], near: Spot, may: (m: Mark) => boolean = () => true): Mark | undefined {
    return nearestOf(
      this.set.marks.filter((m) => m.kind === kind),
      (m) => m.position,
      near,
      may,
    )
  }
}

/** The nearest that may be taken, the first of equals; `may` is asked only about what is nearer than the best so far. */
function nearestOf<T>(items: readonly T[], at: (t: T) => Vec3, near: Spot, may: (t: T) => boolean = () => true): T | undefined {
  let best: T | undefined
  let bestD = Number.POSITIVE_INFINITY
  for (const t of items) {
    const p = at(t)
    const d = Math.round(((p[0] - near.x) ** 2 + (p[2] - near.z) ** 2) * 1e6)
    if (d < bestD && may(t)) {
      best = t
      bestD = d
    }
  }
  return best
}

/** At least `apart` metres from all. */
export function clearOf(p: Spot, people: readonly Spot[], apart: number): boolean {
  for (const q of people) {
    const dx = q.x - p.x
    const dz = q.z - p.z
    if (!(dx * dx + dz * dz >= apart * apart)) return false
  }
  return true
}

export const spotOf = (p: Vec3): Spot => ({ x: p[0], z: p[2] })
export const pointOf = (p: Spot): Vec3 => [p.x, 0, p.z]
/** Facing from one spot to another, radians; 0 looks along +z. */
export const facing = (from: Spot, to: Spot): number => Math.atan2(to.x - from.x, to.z - from.z)
export const turnBetween = (a: number, b: number): number => Math.abs(wrapAngle(b - a))
