import { dressOfPlace, dressToSwim, isAirless, looksIn, swimmersIn } from '../departments/characters'
import { type Breakdown, type CharacterSpec, type Continuity, hashOnce, type Look, type Script, type ShotPlan } from '../film'
import { continuityWith } from './continuity'
import type { CutScene } from './crossings'
import { castInScene, type PlanSettings, settingsFor, yearOfFilm, yearOfScene } from './master'

/** A cast by character. */
export type Cast = ReadonlyMap<string, CharacterSpec>

/** The cast of a scene; with the names of the costumes that are other than usual, and what they are. */
export interface SceneCast {
  readonly cast: Cast
  readonly costumes?: Readonly<Record<string, string>>
  readonly looks?: readonly (readonly [costume: string, spec: CharacterSpec])[]
}

const SEEN = new WeakMap<object, string>()

/** What of a look is to be seen, as one text. */
const seen = (look: Parameters<typeof written>[0]): string => {
  const known = SEEN.get(look) ?? written(look)
  SEEN.set(look, known)
  return known
}
const written = ({ age, hair, wardrobe, marks }: Pick<Look, 'age' | 'hair' | 'wardrobe'> & { readonly marks?: Look['marks'] }): string =>
  JSON.stringify([age, hair, wardrobe, marks ?? []])

/** The script character that somebody is, or is a member of. */
const personOf = (key: string): string => key.split('#')[0] ?? key

/** Who everybody is, and in which scenes they look otherwise: by the story, and by what a production says. */
export class Wardrobe {
  readonly #settings: PlanSettings
  readonly #people: ReadonlyMap<string, Script['characters'][number]>
  /** Those of whom the production says something by scene. */
  readonly #changing: ReadonlySet<string>
  readonly #plain: Cast
  /** Keys of everybody that a script character stands for. */
  readonly #members = new Map<string, readonly string[]>()
  readonly #usual = new Map<string, string>()
  readonly #pictured = new Map<CharacterSpec, CharacterSpec>()
  /** Every other look that was asked for, by what is to be seen of it. */
  readonly #made = new Map<string, readonly CharacterSpec[]>()
  readonly #scenes = new Map<string, SceneCast>()
  readonly #usually: SceneCast
  /** How the story leaves everybody, scene by scene. */
  readonly continuity: Continuity

  constructor(script: Script, settings: PlanSettings, breakdown: Breakdown) {
    this.#settings = settings
    this.#people = new Map(script.characters.map((c) => [c.key, c]))
    this.#changing = new Set(script.characters.flatMap((c) => ((settingsFor(c, settings)?.changes.length ?? 0) > 0 ? [c.key] : [])))
    const cast = script.characters.map((c) => [c, castInScene(c, settings)] as const)
    this.#plain = new Map(cast.flatMap(([, specs]) => specs.map((s) => [s.key, s])))
    this.#usually = { cast: this.#plain }
    this.continuity = continuityWith(script, breakdown, this.#plain)
    for (const [key, spec] of this.#plain) this.#usual.set(key, seen({ ...spec, marks: [] }))
    for (const [person, specs] of cast)
      this.#members.set(
        person.key,
        specs.map((s) => s.key),
      )
  }

  /** Everybody as they usually are. */
  get plain(): Cast {
    return this.#plain
  }

  /**
   * The cast of a scene.
   * @param line what stands before this line of it has happened; without it, how the scene begins.
   */
  of({ scene, name }: Pick<CutScene, 'scene' | 'name'>, line = 1): SceneCast {
    const looks = looksIn(this.continuity, scene.key)
    // Where nobody changes, every line finds the scene as it begins.
    if (!looks.some((l) => l.line > 0)) {
      const whole = this.#scenes.get(scene.key) ?? this.#at(scene, name, looks, 1)
      this.#scenes.set(scene.key, whole)
      return whole
    }
    return this.#at(scene, name, looks, line)
  }

  #at(scene: CutScene['scene'], name: CutScene['name'], looks: readonly Look[], line: number): SceneCast {
    const now = new Map<string, Look>()
    // Looks of a scene stand in order: the last that holds by this line.
    for (const look of looks) if (look.line === 0 || look.line < line) now.set(look.character, look)
    const airless = isAirless(scene.heading)
    const swimmers = swimmersIn(scene, this.#people.values())
    const otherTime = yearOfScene(this.#settings, name) !== yearOfFilm(this.#settings)
    const others = [...new Set([...scene.characters.flatMap((key) => this.#members.get(key) ?? []), ...now.keys()])].filter((key) => {
      const look = now.get(key)
      const suited = airless && this.#plain.get(key)?.wardrobe.some((g) => g.kind === 'spacesuit')
      return (
        otherTime ||
        suited ||
        swimmers.has(personOf(key)) ||
        this.#changing.has(personOf(key)) ||
        (look !== undefined && seen(look) !== this.#usual.get(key))
      )
    })
    if (others.length === 0) return this.#usually
    const id = `${scene.key} ${others.map((key) => `${key} ${now.get(key)?.line ?? 0}`).join(' ')}`
    const known = this.#scenes.get(id)
    if (known) return known
    const made = this.#dress(others, now, name, { airless, swimmers })
    this.#scenes.set(id, made)
    return made
  }

  #dress(
    keys: readonly string[],
    now: ReadonlyMap<string, Look>,
    name: CutScene['name'],
    { airless, swimmers }: { readonly airless: boolean; readonly swimmers: ReadonlySet<string> },
  ): SceneCast {
    const cast = new Map(this.#plain)
    const costumes: Record<string, string> = {}
    const looks: [string, CharacterSpec][] = []
    for (const made of keys.flatMap((key) => this.#look(key, now.get(key), name))) {
      const spec = airless ? dressOfPlace(made) : swimmers.has(personOf(made.key)) ? dressToSwim(made) : made
      cast.set(spec.key, spec)
      if (hashOnce(spec) === hashOnce(this.#plain.get(spec.key) ?? {})) continue
      const costume = `${spec.key}@${hashOnce(spec).slice(0, 12)}`
      costumes[spec.key] = costume
      looks.push([costume, spec])
    }
    return looks.length > 0 ? { cast, costumes, looks } : this.#usually
  }

  /** Somebody in a look; the same look is made once. */
  #look(key: string, look: Look | undefined, name: CutScene['name']): readonly CharacterSpec[] {
    const person = this.#people.get(personOf(key))
    if (!person) return []
    const id = this.#changing.has(person.key) ? undefined : `${key} ${yearOfScene(this.#settings, name)} ${look ? seen(look) : ''}`
    const known = id === undefined ? undefined : this.#made.get(id)
    const made = known ?? castInScene(person, this.#settings, name, new Map(look ? [[key, look]] : [])).filter((spec) => spec.key === key)
    if (id !== undefined) this.#made.set(id, made)
    return made
  }

  /** The people of a shot, without where their traits were read: that is for the reader, not for the picture: a line number may not change a frame. */
  pictured(plan: ShotPlan, cast: Cast): CharacterSpec[] {
    return plan.performances.flatMap((p) => {
      const spec = cast.get(p.character)
      if (!spec) return []
      let made = this.#pictured.get(spec)
      if (!made) {
        made = { ...spec, provenance: [] }
        this.#pictured.set(spec, made)
      }
      return [made]
    })
  }
}
