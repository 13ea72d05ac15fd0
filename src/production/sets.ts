import { changeThings, clearMarks, designSet, dressSet, solidBoxes, type ThingChange, thingNamed, withoutThings } from '../departments/art'
import { type Breakdown, hashOnce, type SetSpec } from '../film'
import type { ScenePlace } from './master'

/** A set as it is built, and what of the things that were wished otherwise. */
export interface BuiltSet {
  readonly set: SetSpec
  /** Changes that find nothing in it. */
  readonly left: readonly ThingChange[]
  /** What stands in what, in words. */
  readonly clashes: readonly string[]
}

/** What people do that changes a set. */
const DRIVES: ReadonlySet<string> = new Set(['drive', 'park'])

/**
 * The sets of a film as they are asked for: one a place and dressing. Sets that are equal are the same object: what the
 * departments know of a set's floor and walls is found out once.
 */
export class Sets {
  readonly #made = new Map<string, SetSpec>()
  readonly #built = new Map<string, BuiltSet>()
  readonly #equal = new Map<string, SetSpec>()
  readonly #boxes = new Map<SetSpec, ReturnType<typeof solidBoxes>>()

  /** @param changes what a hand wants otherwise of its things, over what the production does. */
  of(
    { locationKey, location, setting, year, aroundColour, set, wish }: ScenePlace,
    items: Breakdown['scenes'][number]['items'],
    changes: readonly ThingChange[] = [],
  ): BuiltSet {
    const place = JSON.stringify([locationKey, location, setting, year, aroundColour, wish])
    const bare = set ?? this.#keep(place, () => designSet({ locationKey, location, setting, year, aroundColour, wish }))
    const things = items.filter((i) => i.category === 'prop' || i.category === 'vehicle' || (i.category === 'action' && DRIVES.has(i.name)))
    const name = JSON.stringify([set ?? place, things.map((i) => [i.category, i.name]), changes])
    const built = this.#built.get(name) ?? this.#build(bare, things, [...(wish?.things ?? []), ...changes])
    this.#built.set(name, built)
    return built
  }

  #build(bare: SetSpec, items: Breakdown['scenes'][number]['items'], changes: readonly ThingChange[]): BuiltSet {
    if (changes.length === 0) return { set: this.#only(dressSet(bare, items)), left: [], clashes: [] }
    // What the scene brings stands on things where they are now; and may be moved itself.
    const first = changeThings(bare, changes)
    const brought = dressSet(first.set, items)
    const kept = new Set(first.set.placements.map((p) => p.prop))
    // What a hand took out does not come back because the scene speaks of it.
    const taken = new Set(bare.placements.flatMap(({ prop }) => (kept.has(prop) ? [] : [prop])))
    const again = brought.placements.filter((p) => taken.has(p.prop)).map((p) => p.key)
    const dressed = changeThings(withoutThings(brought, again), first.left)
    const moved = changes.flatMap(({ thing, add }) => (add === undefined ? (thingNamed(dressed.set, thing)?.key ?? []) : thing))
    const { set, clashes } = clearMarks(dressed.set, moved)
    return { set: this.#only(set), left: dressed.left, clashes }
  }

  /** The set as solids for light to meet. */
  boxes(set: SetSpec): ReturnType<typeof solidBoxes> {
    let boxes = this.#boxes.get(set)
    if (!boxes) {
      boxes = solidBoxes(set)
      this.#boxes.set(set, boxes)
    }
    return boxes
  }

  #only(set: SetSpec): SetSpec {
    const hash = hashOnce(set)
    const only = this.#equal.get(hash) ?? set
    this.#equal.set(hash, only)
    return only
  }

  #keep(key: string, make: () => SetSpec): SetSpec {
    const made = this.#made.get(key) ?? make()
    this.#made.set(key, made)
    return made
  }
}
