import { type CharacterSpec, hashOnce, type Script, type ShotPlan } from '../film'
import type { CutScene } from './crossings'
import { castInScene, type PlanSettings, settingsFor } from './master'

/** A cast by character. */
export type Cast = ReadonlyMap<string, CharacterSpec>

/** The cast of a scene; with the names of the costumes that are other than usual, and what they are. */
export interface SceneCast {
  readonly cast: Cast
  readonly costumes?: Readonly<Record<string, string>>
  readonly looks?: readonly (readonly [costume: string, spec: CharacterSpec])[]
}

/** Who everybody is, and in which scenes they look otherwise. */
export class Wardrobe {
  readonly #settings: PlanSettings
  readonly #changing: Script['characters']
  readonly #plain: Cast
  readonly #pictured = new Map<Cast, Cast>()

  constructor(script: Script, settings: PlanSettings) {
    this.#settings = settings
    this.#changing = script.characters.filter((c) => (settingsFor(c, settings)?.changes.length ?? 0) > 0)
    this.#plain = new Map(script.characters.flatMap((c) => castInScene(c, settings)).map((c) => [c.key, c]))
  }

  /** Everybody as they usually are. */
  get plain(): Cast {
    return this.#plain
  }

  /** The cast of a scene. */
  of({ scene, name }: Pick<CutScene, 'scene' | 'name'>): SceneCast {
    const changing = this.#changing.filter((c) => scene.characters.includes(c.key))
    if (changing.length === 0) return { cast: this.#plain }
    const cast = new Map(this.#plain)
    const costumes: Record<string, string> = {}
    const looks: [string, CharacterSpec][] = []
    for (const spec of changing.flatMap((c) => castInScene(c, this.#settings, name))) {
      cast.set(spec.key, spec)
      if (hashOnce(spec) === hashOnce(this.#plain.get(spec.key) ?? {})) continue
      const costume = `${spec.key}@${hashOnce(spec).slice(0, 12)}`
      costumes[spec.key] = costume
      looks.push([costume, spec])
    }
    return looks.length > 0 ? { cast, costumes, looks } : { cast: this.#plain }
  }

  /** The people of a shot, without where their traits were read: that is for the reader, not for the picture: a line number may not change a frame. */
  pictured(plan: ShotPlan, cast: Cast): CharacterSpec[] {
    let made = this.#pictured.get(cast)
    if (!made) {
      made = new Map([...cast].map(([key, spec]) => [key, { ...spec, provenance: [] }]))
      this.#pictured.set(cast, made)
    }
    const people = made
    return plan.performances.flatMap((p) => people.get(p.character) ?? [])
  }
}
