import type { CharacterSpec, ScriptCharacter } from '../../../film'
import { memberNumber } from '../cast-character'

/** Who is meant by a name that several people share: what befalls the guards befalls each of them, also whoever the script calls FIRST GUARD. */
export class Groups {
  /** Keys of the members by their group's. */
  readonly #members = new Map<string, readonly string[]>()
  /** Names of one and the same: FIRST GUARD and `guards#1`, both ways. */
  readonly #twins = new Map<string, string>()
  /** Those with a name of their own by their group's key. */
  readonly #named = new Map<string, readonly string[]>()

  /** @param cast everybody by key, members as `guards#1`. */
  constructor(people: readonly ScriptCharacter[], cast: ReadonlyMap<string, CharacterSpec>) {
    const keys = [...cast.keys()]
    for (const { key, count } of people)
      if (count > 1)
        this.#members.set(
          key,
          keys.filter((k) => k.startsWith(`${key}#`)),
        )
    for (const person of people) {
      const { key, memberOf } = person
      if (memberOf === undefined) continue
      this.#named.set(memberOf, [...(this.#named.get(memberOf) ?? []), key])
      const twin = `${memberOf}#${memberNumber(person)}`
      if (!cast.has(twin)) continue
      this.#twins.set(key, twin)
      this.#twins.set(twin, key)
    }
  }

  /** The people that a key stands for. */
  members(key: string): readonly string[] {
    return this.#members.get(key) ?? [key]
  }

  /** Everybody whom something befalls that befalls whoever is called so, by all their names. */
  meant(key: string): readonly string[] {
    const own = this.members(key)
    return [...new Set([...own, ...(this.#named.get(key) ?? []), ...own.flatMap((k) => this.#twins.get(k) ?? [])])]
  }

  /** The key under which what somebody does is told: a group's for its first, none for its others. */
  toldBy(key: string): string | undefined {
    const group = key.split('#')[0] ?? key
    const members = this.#members.get(group)
    return members?.includes(key) ? (members[0] === key ? group : undefined) : key
  }
}
