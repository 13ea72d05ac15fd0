import type { Script } from '../../film'
import { withoutDirections } from './camera-directions'
import type { DeedKind } from './deed-table'
import { NameFinder } from './name-finder'
import { PronounMemory } from './pronoun-memory'
import { type ActionReading, type Deed, readAction } from './read-action'
import type { TimedBeat } from './time-beats'

/** The script's people as texts mean them: names and sexes. Build once for a script. */
export interface People {
  readonly names: NameFinder
  sexOf(key: string): 'female' | 'male' | undefined
}

const KNOWN = new WeakMap<Script, People>()

/** Learns names, and sexes from the words of introductions and what the action calls them. */
export function peopleOf(script: Script): People {
  const known = KNOWN.get(script)
  if (known) return known
  const names = NameFinder.of(script.characters)
  const score = new Map<string, number>()
  const add = (key: string, n: number) => score.set(key, (score.get(key) ?? 0) + n)
  for (const c of script.characters) {
    if (c.sex) add(c.key, c.sex === 'female' ? 2 : -2)
    const text = `${c.name} ${c.description}`
    if (
      /\b(?:wom[ae]n|girl|lady|mother|sister|daughter|waitress|nurse|queen|princess|she|her|Mrs|Miss|Ms|aunt|grandmother|wife|widow)\b/i.test(
        text,
      )
    )
      add(c.key, 3)
    if (/\b(?:m[ae]n|boy|father|brother|son|waiter|king|prince|he|his|Mr|uncle|grandfather|husband|guy|bearded?|moustache)\b/i.test(text))
      add(c.key, -3)
  }
  const people: People = {
    names,
    sexOf: (key) => {
      const n = score.get(key) ?? 0
      return n > 0 ? 'female' : n < 0 ? 'male' : undefined
    },
  }
  KNOWN.set(script, people)
  return people
}

/** What an inserted picture shows, from `INSERT - SCREEN: …`; undefined when the text is no insert. */
export function insertOf(text: string): string | undefined {
  const m =
    /^\s*(?:INSERT|INSERT SHOT|CLOSE ON|CLOSE UP(?: ON)?|ANGLE ON|DETAIL)\b\s*[-–—:.]*\s*(?:ON\s+|OF\s+)?(?:the |a |an )?([^:.,–—-]*)/i.exec(
      text,
    )
  if (!m || !/^\s*[A-Z]{5}/.test(text)) return undefined
  return m[1]!.trim().toLowerCase() || 'object'
}

/** A scene's beats with their action lines read; `present` are the people who are seen in it, in order of appearance. */
export interface SceneReading {
  readonly readings: ReadonlyMap<string, ActionReading>
  readonly present: readonly string[]
  /** Those of them who come in during the scene, with the beat they come in on. */
  readonly entering: ReadonlyMap<string, string>
}

/** Deeds by which somebody who was not there is there. */
export const COMES_IN: ReadonlySet<DeedKind> = new Set(['enter', 'appear'])

/** What people come out of who are seen from outside. */
const BUILDING =
  /^(?:out )?(?:(?:of|from|through) )?(?:(?:the|his|her|their|its|an?) )?(?:[\w-]+ ){0,2}(?:building|house|home|cottage|cabin|hut|shop|store|bank|church|school|hotel|motel|office|bar|pub|diner|cafe|restaurant|theatre|theater|cinema|museum|hospital|station|factory|warehouse|barn|farmhouse|castle|palace|mansion|lobby|apartment|flat|block|tower|library|courthouse|prison|tent|door|doorway|doors|entrance|gate)(?: (?:in|into|onto|with|towards?|after|screaming|shouting|crying|laughing)\b.*)?$/

/** Where somebody is who comes out, as a word of the deed. */
export const OUTSIDE = 'outside'

/** Who leaves a building before our eyes, and was not here, comes: `She runs out of the bank`, in the street before it. */
const comesOut = (d: Deed, present: readonly string[]): Deed =>
  d.kind === 'exit' && BUILDING.test(d.rest.join(' ')) && !d.who.some((k) => present.includes(k))
    ? { ...d, kind: 'enter', rest: [OUTSIDE] }
    : d

/** Reads every action beat, passing pronouns from line to line; `cast` are the scene's people, for pronouns before any name. `sexOf` may know more than the script says; `outside` of all buildings whoever leaves one comes. */
export function readScene(
  beats: readonly Pick<TimedBeat, 'beat'>[],
  cast: readonly string[],
  people: People,
  sexOf: (key: string) => 'female' | 'male' | undefined = people.sexOf,
  outside = false,
): SceneReading {
  const memory = new PronounMemory(sexOf, cast)
  const readings = new Map<string, ActionReading>()
  const present: string[] = []
  const entering = new Map<string, string>()
  const see = (key: string, beatKey: string, comesIn: boolean) => {
    if (present.includes(key)) return
    present.push(key)
    if (comesIn) entering.set(key, beatKey)
  }
  for (const { beat } of beats) {
    if (beat.kind === 'action') {
      const text = insertOf(beat.text) === undefined ? withoutDirections(beat.text) : ''
      const read = readAction(text, people.names, memory)
      const reading = outside ? { ...read, deeds: read.deeds.map((d) => comesOut(d, present)) } : read
      readings.set(beat.key, reading)
      for (const key of reading.people) {
        memory.note(key)
        if (reading.deeds.findLast((d) => d.who.includes(key))?.kind === 'exit') memory.leave(key)
        const firstDeed = reading.deeds.find((d) => d.who.includes(key))
        see(
          key,
          beat.key,
          firstDeed ? COMES_IN.has(firstDeed.kind) || (reading.doorOpens && firstDeed.kind === 'stand') : reading.doorOpens,
        )
      }
    } else if (beat.character !== undefined) {
      if (beat.offScreen) continue
      memory.note(beat.character)
      see(beat.character, beat.key, false)
    }
  }
  return { readings, present, entering }
}
