import { designSet, dressSet, solidBoxes } from '../departments/art'
import { type Breakdown, hashOnce, type SetSpec } from '../film'
import type { ScenePlace } from './master'

/**
 * The sets of a film as they are asked for: one a place and dressing. Sets that are equal are the same object: what the
 * departments know of a set's floor and walls is found out once.
 */
export class Sets {
  readonly #made = new Map<string, SetSpec>()
  readonly #equal = new Map<string, SetSpec>()
  readonly #boxes = new Map<SetSpec, ReturnType<typeof solidBoxes>>()

  of({ locationKey, location, setting, year, aroundColour, set, wish }: ScenePlace, items: Breakdown['scenes'][number]['items']): SetSpec {
    const place = JSON.stringify([locationKey, location, setting, year, aroundColour, wish])
    const bare = set ?? this.#keep(place, () => designSet({ locationKey, location, setting, year, aroundColour, wish }))
    const things = items.filter((i) => i.category === 'prop' || i.category === 'vehicle')
    return this.#keep(JSON.stringify([set ?? place, things.map((i) => [i.category, i.name])]), () => this.#only(dressSet(bare, things)))
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
