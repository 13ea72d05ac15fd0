import { keepContinuity } from '../departments/characters'
import { breakDown, placedMentions, storyDays } from '../departments/development'
import { peopleOf } from '../departments/previs'
import type { Breakdown, CharacterSpec, Continuity, Script } from '../film'
import { castInScene, type PlanSettings } from './master'

/**
 * The continuity of a film: who looks how in every scene by the script's own words, its costumes and its breaks.
 * What a production says of scenes comes on top of it, where scenes are cast.
 */
export function continuityOf(script: Script, settings: PlanSettings, breakdown: Breakdown = breakDown(script)): Continuity {
  const cast = new Map<string, CharacterSpec>()
  for (const person of script.characters) for (const spec of castInScene(person, settings)) cast.set(spec.key, spec)
  return continuityWith(script, breakdown, cast)
}

/** The same, for people who are already cast. @param cast everybody as they usually are, by key. */
export function continuityWith(script: Script, breakdown: Breakdown, cast: ReadonlyMap<string, CharacterSpec>): Continuity {
  const { sexOf } = peopleOf(script)
  return keepContinuity({
    script,
    timeline: storyDays(script),
    breakdown,
    cast,
    naming: {
      find: placedMentions(script.characters),
      sexOf: (key) => {
        const spec = cast.get(key)
        return spec?.provenance.some((p) => p.field === 'sex' && p.from === 'script') ? spec.sex : sexOf(key)
      },
    },
  })
}
