import type { CharacterSpec, Costume, Utterance } from '../../film'
import type { ActorReference } from '../master'
import type { PlannedFilm } from '../phases'
import { screenTime } from '../screen-time'

/** A scene that somebody is in, and what they have on. */
export interface WornScene {
  /** Scene of the film, from 1. */
  readonly scene: number
  readonly title: string
  /** Story day, as a script supervisor writes it: `D1`, `N2`. */
  readonly day: string
  readonly wardrobe: CharacterSpec['wardrobe']
  /** Wounds, blood and dirt on them. */
  readonly marks: readonly string[]
  /** What changed on them in it, in plain words, with the script's lines. */
  readonly changes: readonly { readonly what: string; readonly reason: string; readonly line: number }[]
}

/** Somebody of the film, as the cast room shows them. */
export interface CastEntry {
  readonly spec: CharacterSpec
  /** What the screenplay, or the production over it, says of them. */
  readonly description: string
  /** Who they are cast after. */
  readonly reference?: ActorReference | undefined
  /** The first line that is heard of them; left out for who has none, or no voice. */
  readonly voice?: Utterance | undefined
  readonly lines: number
  readonly words: number
  readonly shots: number
  readonly seconds: number
  /** Addresses of the first and last shot that is about them; empty when none is. */
  readonly first: string
  readonly last: string
  readonly scenes: readonly WornScene[]
  readonly costumes: readonly Costume[]
}

/** Everybody of a film, those with most to say first. A group's members are one entry each. */
export function castBook(film: PlannedFilm): CastEntry[] {
  const { script, store, continuity, references } = film
  const voices = firstLines(film)
  const { plan } = store
  const times = new Map(screenTime(plan).map((t) => [t.character, t]))
  const scenesOf = new Map<string, WornScene[]>()
  for (const [i, { looks }] of continuity.scenes.entries()) {
    const story = continuity.timeline.scenes[i]
    for (const character of new Set(looks.map((l) => l.character))) {
      const mine = looks.filter((l) => l.character === character)
      const last = mine.at(-1)
      if (!last) continue
      const scene: WornScene = {
        scene: i + 1,
        title: plan.scenes[i]?.title ?? '',
        day: story?.label ?? '',
        wardrobe: last.wardrobe,
        marks: last.marks,
        changes: mine.flatMap((l) => l.changes.map(({ what, reason, line }) => ({ what, reason, line }))),
      }
      scenesOf.set(character, [...(scenesOf.get(character) ?? []), scene])
    }
  }
  return script.characters
    .flatMap((person) => {
      const specs = store.cast[person.key]
        ? [store.cast[person.key] as CharacterSpec]
        : Object.values(store.cast).filter((c) => c.key.startsWith(`${person.key}#`))
      const unique = [...new Map(specs.map((s) => [s.key, s])).values()]
      return unique.map((spec): CastEntry => {
        const time = times.get(spec.key)
        return {
          spec,
          description: person.description,
          reference: references.get(person.key),
          voice: voices.get(person.key),
          lines: person.lines,
          words: person.words,
          shots: time?.shots ?? 0,
          seconds: ((time?.frames ?? 0) * plan.fps.den) / plan.fps.num,
          first: time?.first.address ?? '',
          last: time?.last.address ?? '',
          scenes: scenesOf.get(spec.key) ?? [],
          costumes: continuity.costumes.filter((c) => c.character === spec.key),
        }
      })
    })
    .sort((a, b) => b.lines - a.lines || b.seconds - a.seconds)
}

/** The first line of everybody who has a voice. */
function firstLines({ shotList, speech }: PlannedFilm): Map<string, Utterance> {
  const first = new Map<string, Utterance>()
  for (const { beats } of shotList.scenes)
    for (const { kind, character, text, manner = '' } of beats) {
      if (kind !== 'line' || character === undefined || first.has(character)) continue
      const utterance = speech.utteranceOf({ character, text, manner })
      if (utterance) first.set(character, utterance)
    }
  return first
}
