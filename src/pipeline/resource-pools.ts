import { Heap } from './heap'

/** Something that waits for a slot. */
export interface PoolEntry {
  readonly resource: string
  readonly priority: number
  readonly order: number
  readonly affinity: string | undefined
  /** Whose it is, to be withdrawn together. */
  readonly owner: object
  /** Called once it has a slot; whoever started gives the slot back. */
  readonly start: (slot: number) => void
}

interface Slot {
  busy: boolean
  /** Affinity of what it ran last: it may have a scene loaded. */
  last: string | undefined
}

interface Pool {
  readonly slots: Slot[]
  readonly waiting: Heap<PoolEntry>
}

/** How many of the same priority are looked through for one that suits a slot. */
const WINDOW = 64

/**
 * Slots of resources, shared by all runs. Whoever waits gets a free slot by priority, then by order; among those of one
 * priority a slot prefers what has the affinity it ran last, then what no other slot ran last.
 */
export class ResourcePools {
  readonly #pools = new Map<string, Pool>()

  /** @param limits slots by resource, 1 or more. @throws RangeError naming the resource. */
  constructor(limits: Readonly<Record<string, number>>) {
    for (const [name, slots] of Object.entries(limits)) {
      if (!Number.isInteger(slots) || slots < 1) throw new RangeError(`resources.${name}: expected a whole number from 1, got ${slots}`)
      this.#pools.set(name, {
        slots: Array.from({ length: slots }, () => ({ busy: false, last: undefined })),
        waiting: new Heap((a, b) => (a.priority === b.priority ? a.order < b.order : a.priority < b.priority)),
      })
    }
  }

  /** Names of the resources. */
  names(): IterableIterator<string> {
    return this.#pools.keys()
  }

  /** Slots of a resource. */
  slots(resource: string): number {
    return this.#pool(resource).slots.length
  }

  /** Lets several wait at once, and starts what can start. */
  submit(entries: readonly PoolEntry[]): void {
    const touched = new Set<Pool>()
    for (const entry of entries) {
      const pool = this.#pool(entry.resource)
      pool.waiting.push(entry)
      touched.add(pool)
    }
    for (const pool of touched) this.#fill(pool)
  }

  /** Gives a slot back, and starts what can start. */
  release(resource: string, slot: number): void {
    const pool = this.#pool(resource)
    pool.slots[slot]!.busy = false
    this.#fill(pool)
  }

  /** Takes back all that an owner has waiting. */
  withdraw(owner: object): readonly PoolEntry[] {
    return [...this.#pools.values()].flatMap((pool) => pool.waiting.takeAll((e) => e.owner === owner))
  }

  #pool(resource: string): Pool {
    const pool = this.#pools.get(resource)
    if (!pool) throw new RangeError(`resources: there is no ${JSON.stringify(resource)}`)
    return pool
  }

  #fill(pool: Pool): void {
    pool.slots.forEach((slot, index) => {
      if (slot.busy) return
      const entry = pick(pool, slot)
      if (!entry) return
      slot.busy = true
      slot.last = entry.affinity
      entry.start(index)
    })
  }
}

function pick({ slots, waiting }: Pool, slot: Slot): PoolEntry | undefined {
  const top = waiting.peek()
  if (!top || top.affinity === undefined || top.affinity === slot.last || slots.length === 1) return waiting.pop()
  const seen: PoolEntry[] = []
  while (seen.length < WINDOW && waiting.peek()?.priority === top.priority) seen.push(waiting.pop()!)
  const others = new Set(slots.filter((s) => s !== slot).map((s) => s.last))
  const best =
    (slot.last === undefined ? undefined : seen.find((e) => e.affinity === slot.last)) ??
    seen.find((e) => e.affinity === undefined || !others.has(e.affinity)) ??
    top
  for (const entry of seen) if (entry !== best) waiting.push(entry)
  return best
}
