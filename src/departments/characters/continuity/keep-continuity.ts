import type {
  Breakdown,
  CharacterSpec,
  Continuity,
  Costume,
  Garment,
  Look,
  LookChange,
  Script,
  StoryScene,
  StoryTimeline,
} from '../../../film'
import { findBreaks, type SceneFacts } from './find-breaks'
import { Groups } from './groups'
import { PersonState } from './person-state'
import { PORTABLE } from './portable'
import { readEvents } from './read-events'
import type { Naming, StoryEvent } from './story-event'

/** What continuity is kept of. */
export interface ContinuityOptions {
  readonly script: Script
  readonly timeline: StoryTimeline
  readonly breakdown: Breakdown
  readonly naming: Naming
  /** Everybody as they usually are, by key; members of a group by keys of their own, `guards#1`. */
  readonly cast: ReadonlyMap<string, CharacterSpec>
}

const RAIN = /\b(?:rain(?:s|ing|storm|y)?|downpour|pouring|drizzl\w+|thunderstorm|torrent\w*)\b/i
const NO_RAIN =
  /\b(?:rain\w*|storm|downpour) (?:has |have |is |was )?(?:stop\w*|ends?|ended|over|gone|passed|eases)|\bafter the (?:rain|storm)|\bno rain|\bbefore the (?:rain|storm)|\b(?:rain|storm) (?:is )?coming|\bsmells? of rain|\brain ?coats?|\brained\b|\bumbrella/i
const TENDED =
  /\b(?:HOSPITAL|CLINIC|INFIRMARY|AMBULANCE|EMERGENCY ROOM|SICK ?BAY|MED ?BAY|FIELD STATION|DOCTOR'?S|SURGERY|KRANKENHAUS|HÔPITAL)\b/i

/** Numbers the costumes of everybody in the order they are worn. */
class CostumeBook {
  readonly #by = new Map<string, Map<string, { costume: Costume; scenes: Set<string> }>>()

  /** The name of what is worn. */
  wear(character: string, wardrobe: readonly Garment[], sceneKey: string, changes: readonly LookChange[]): string {
    const own = this.#by.get(character) ?? new Map()
    this.#by.set(character, own)
    const worn = wardrobe.map((g) => `${g.kind} ${g.colour} ${g.pattern}`).join()
    let entry = own.get(worn)
    if (!entry) {
      const costume = {
        character,
        key: `${character}.${own.size + 1}`,
        wardrobe,
        scenes: [],
        changes: changes.filter((c) => c.of === 'costume'),
      }
      entry = { costume, scenes: new Set<string>() }
      own.set(worn, entry)
    }
    entry.scenes.add(sceneKey)
    return entry.costume.key
  }

  all(): Costume[] {
    return [...this.#by.values()].flatMap((own) => [...own.values()].map(({ costume, scenes }) => ({ ...costume, scenes: [...scenes] })))
  }
}

/**
 * Follows everybody through the story: what they wear and in what condition, their hair, age, wounds and what they
 * carry, scene by scene, with the reason for every change; and where the script contradicts itself.
 */
export function keepContinuity({ script, timeline, breakdown, naming, cast }: ContinuityOptions): Continuity {
  const described = new Map(script.characters.map((c) => [c.key, c.descriptionLine]))
  const things = new Map(
    breakdown.scenes.map((s) => [
      s.sceneKey,
      [...new Set(s.items.flatMap((i) => (i.category === 'prop' && PORTABLE.has(i.name.split(' ').at(-1) ?? '') ? [i.name] : [])))],
    ]),
  )
  const groups = new Groups(script.characters, cast)
  const strands = new Map<string, Map<string, PersonState>>()
  const firstYears = new Map<string, number>()
  const book = new CostumeBook()
  const facts: SceneFacts[] = []
  const scenes = script.scenes.map((scene, i) => {
    const at = timeline.scenes[i] as StoryScene
    const events = readEvents(scene, naming, things.get(scene.key) ?? [], described)
    const people = peopleOf(at, strands)
    const looks: Look[] = []
    const rain = scene.heading.setting === 'EXT' ? rainLine(scene) : undefined
    const opens = scene.elements.find((e) => e.kind === 'action')?.line ?? scene.line
    const tended = TENDED.test(scene.heading.location)
    const byWho = new Map<string, StoryEvent[]>()
    for (const e of events) for (const who of groups.meant(e.who)) byWho.set(who, [...(byWho.get(who) ?? []), e])
    const seen = new Set([...scene.characters, ...events.map((e) => e.who)].flatMap((key) => groups.members(key)))
    const before = new Map<string, PersonState>()
    for (const key of new Set([...seen, ...byWho.keys()])) {
      const spec = cast.get(key)
      if (!spec) continue
      if (!firstYears.has(key)) firstYears.set(key, at.years)
      let state = people.get(key)
      if (!state) {
        state = new PersonState(spec, firstYears.get(key) ?? 0)
        state.dampFrom(at)
        people.set(key, state)
      }
      // What a group does is told of it once, by its first.
      const told = groups.toldBy(key)
      if (seen.has(key) && told !== undefined) before.set(told, state.copy())
      const changes = state.arrive(at)
      if (tended && state.treat(''))
        changes.push({ of: 'injury', reason: 'location', what: `is seen to in ${scene.heading.location}`, line: scene.line })
      let line = 0
      const lookNow = () => state.look(key, line, '', at, changes.splice(0))
      const show = (look: Look) => {
        if (seen.has(key)) looks.push({ ...look, costume: book.wear(key, look.wardrobe, scene.key, look.changes) })
      }
      const own = byWho.get(key) ?? []
      for (const e of own) if (e.describes && e.first) changes.push(...state.meet(e, at))
      let wet = rain
      /** Something that may change them, behind a line: how they were until then is kept. */
      const behind = (from: number, happen: () => LookChange[]) => {
        const [was, since] = [lookNow(), line]
        const more = happen()
        if (more.length > 0 && from > since) {
          show(was)
          line = from
          changes.push(...more)
        } else changes.push(...was.changes, ...more)
      }
      const getWet = (): LookChange[] => {
        const rained = wet ?? 0
        wet = undefined
        const soaked = state.soil(state.wardrobe, 'wet', at)
        return state.stain('wet-skin', at) || soaked
          ? [{ of: 'condition', reason: 'location', what: 'is out in the rain', line: rained }]
          : []
      }
      if (wet !== undefined && wet <= opens) changes.push(...getWet())
      for (const e of own) {
        if (e.describes && e.first) continue
        // What is done is seen behind its line, what is said to be so from its line on.
        const from = e.describes ? e.line - 1 : e.line
        if (wet !== undefined && wet <= from) behind(wet, getWet)
        behind(from, () => state.meet(e, at))
      }
      if (wet !== undefined) behind(wet, getWet)
      show(lookNow())
    }
    facts.push({ scene, at, events, before })
    return { sceneKey: scene.key, looks }
  })
  return { schema: 'Continuity', version: '1.0.0', timeline, scenes, costumes: book.all(), breaks: findBreaks(facts, script) }
}

/** The people of a scene's strand; what a dream or the future begins with is the present, a flashback begins afresh. */
function peopleOf(at: StoryScene, strands: Map<string, Map<string, PersonState>>): Map<string, PersonState> {
  const known = strands.get(at.strand)
  if (known) return known
  const people = new Map<string, PersonState>()
  if (at.kind === 'dream' || at.kind === 'flash-forward')
    for (const [key, state] of strands.get('present') ?? []) people.set(key, state.copy())
  strands.set(at.strand, people)
  return people
}

/** The line from which it rains on everybody outside; undefined when it does not. */
function rainLine(scene: Script['scenes'][number]): number | undefined {
  if (RAIN.test(scene.heading.text) && !NO_RAIN.test(scene.heading.text)) return scene.line
  for (const e of scene.elements) if (e.kind === 'action' && RAIN.test(e.text) && !NO_RAIN.test(e.text)) return e.line
  return undefined
}
