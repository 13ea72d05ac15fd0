import { readPlace } from '../departments/art'
import { type SceneHeading, type ScenePart, type Script, type ScriptElement, type ScriptScene, slug } from '../film'

/** How far back an INTERCUT looks for where its people were, scenes. */
const LOOK_BACK = 30

const INTERCUT = /\bINTER-?CUT/i
const MONTAGE = /\b(?:MONTAGE|SERIES OF SHOTS)\b/i

/**
 * The places of a scene that plays in several, the first of them first: an INTERCUT is where its people were seen last, each
 * of its lines where its speaker is; every picture of a MONTAGE is in the place that it names. Most scenes have one place:
 * undefined.
 * @param index the scene's place in the script, from 0.
 * @throws RangeError for a scene that the script does not have.
 */
export function scenePartsOf(script: Script, index: number): readonly ScenePart[] | undefined {
  const scene = script.scenes[index]
  if (!scene) throw new RangeError(`scenePartsOf: the script has no scene ${index}`)
  const parts = INTERCUT.test(scene.heading.text)
    ? intercut(script, index, scene)
    : MONTAGE.test(scene.heading.text)
      ? montage(script, index, scene)
      : []
  return parts.length > 1 ? parts : undefined
}

/** A part that is being put together. */
interface Draft {
  readonly heading: SceneHeading
  readonly seenIn: number | undefined
  readonly people: Set<string>
  readonly elements: Set<number>
}

function intercut(script: Script, index: number, scene: ScriptScene): ScenePart[] {
  const earlier = [...script.scenes.entries()].slice(Math.max(0, index - LOOK_BACK), index).reverse()
  const named = placesNamed(scene.heading)
  const isNamed = (h: SceneHeading) => named.some((n) => ends(h.location, n))
  // Where somebody was last: in one of the places that the heading names, before any other.
  const lastOf = (key: string) => {
    const seen = earlier.filter(([, s]) => s.characters.includes(key) && !INTERCUT.test(s.heading.text))
    return seen.find(([, s]) => isNamed(s.heading)) ?? seen[0]
  }
  const drafts: Draft[] = []
  const at = (seenIn: number | undefined, heading: SceneHeading): Draft => {
    const known = drafts.find((d) => d.heading.locationKey === heading.locationKey)
    if (known) return known
    const draft = { heading, seenIn, people: new Set<string>(), elements: new Set<number>() }
    drafts.push(draft)
    return draft
  }
  const speakers = [...new Set(scene.elements.flatMap((e) => (e.kind === 'dialogue' ? [e.character] : [])))]
  const homeless: string[] = []
  for (const key of [...speakers, ...scene.characters.filter((k) => !speakers.includes(k))]) {
    const last = lastOf(key)
    if (last) at(last[0], last[1].heading).people.add(key)
    else homeless.push(key)
  }
  // A place that is named and where nobody was: whoever was nowhere yet is there.
  for (const name of named) {
    if (drafts.some((d) => ends(d.heading.location, name)) || homeless.length === 0) continue
    at(undefined, elsewhere(scene.heading, name)).people.add(homeless.shift() as string)
  }
  for (const key of homeless) (drafts.at(-1) ?? at(undefined, scene.heading)).people.add(key)
  if (drafts.length < 2) return []
  let here = drafts[0] as Draft
  scene.elements.forEach((e, i) => {
    here = (e.kind === 'dialogue' ? drafts.find((d) => d.people.has(e.character)) : partMeant(script, drafts, e)) ?? here
    // A voice that is only heard is seen as it arrives.
    const heard = e.kind === 'dialogue' && e.extensions.some((x) => /^(?:V\.?\s?O|O\.?\s?S|FILTERED)/.test(x))
    const where = heard ? (drafts.find((d) => d !== here) ?? here) : here
    where.elements.add(i)
  })
  return drafts.filter((d) => d.elements.size > 0)
}

/** Places that a heading with slashes, commas or dashes names: `INTERCUT - CORRIDOR / CONTROL ROOM`. */
const placesNamed = ({ text, location }: SceneHeading): string[] =>
  (INTERCUT.test(location) ? location : text)
    .replace(/^(?:INT|EXT|I\/E)[./\s]+/i, '')
    .replace(/\bINTER-?CUT(?:TING)?\b(?:\s+(?:WITH|BETWEEN|AS NEEDED))?/gi, ' / ')
    .split(/\s*(?:\/|,|&|\bAND\b|\bWITH\b|\s-{1,2}\s|–|—|:)\s*/i)
    .map((p) => p.replace(/^(?:THE|A|AN)\s+/i, '').trim())
    .filter((p) => p.length > 2 && !/^(?:PHONE|TELEPHONE|CALL|CONVERSATION|DAY|NIGHT|CONTINUOUS|LATER|SAME)\b/i.test(p))

/** Whether a location is called so, or ends or begins in it: `SPACE STATION - CORRIDOR`, `CORRIDOR`. */
function ends(location: string, name: string): boolean {
  const l = slug(location)
  const n = slug(name)
  return n !== '' && (l === n || l.endsWith(`-${n}`) || l.startsWith(`${n}-`))
}

/** The place of an action line: that of the first person it names, else the one whose name it bears. */
function partMeant(script: Script, drafts: readonly Draft[], e: ScriptElement): Draft | undefined {
  if (e.kind !== 'action') return
  let best: { at: number; draft: Draft } | undefined
  const text = ` ${slug(e.text)} `.replaceAll('-', ' ')
  for (const draft of drafts)
    for (const key of draft.people) {
      const person = script.characters.find((c) => c.key === key)
      for (const name of person ? [person.name, ...person.aliases, ...person.name.split(/\s+/)] : []) {
        const word = slug(name).replaceAll('-', ' ')
        const at = word.length > 2 ? text.indexOf(` ${word} `) : -1
        if (at >= 0 && (!best || at < best.at)) best = { at, draft }
      }
    }
  if (best) return best.draft
  return drafts.find(({ heading }) => {
    const last = slug(lastPart(heading.location)).replaceAll('-', ' ')
    return last !== '' && text.includes(` ${last} `)
  })
}

const lastPart = (location: string): string => location.split(/\s+[-–—]+\s+|\s*[,/]\s*/).at(-1) ?? location

function montage(script: Script, index: number, scene: ScriptScene): ScenePart[] {
  const drafts: { heading: SceneHeading; elements: Set<number> }[] = []
  const at = (heading: SceneHeading) => {
    const known = drafts.find((d) => d.heading.locationKey === heading.locationKey)
    if (known) return known
    const draft = { heading, elements: new Set<number>() }
    drafts.push(draft)
    return draft
  }
  let before: SceneHeading | undefined
  scene.elements.forEach((e, i) => {
    if (e.kind !== 'action' && e.kind !== 'dialogue' && e.kind !== 'lyric') return
    const isPicture = e.kind === 'action' && isItem(e.text)
    const named = e.kind === 'action' ? placeOfPicture(script, index, scene.heading, e.text) : undefined
    // What follows a picture without being one itself goes on where that is.
    const heading = named ?? (isPicture ? undefined : before) ?? scene.heading
    before = heading
    at(heading).elements.add(i)
  })
  return drafts.map(({ heading, elements }) => {
    const seen = script.scenes.findIndex((s) => s.heading.locationKey === heading.locationKey && s !== scene)
    return { heading, elements, people: undefined, seenIn: seen < 0 || heading === scene.heading ? undefined : seen }
  })
}

const ITEM = /^\s*(?:--|[-–—•*]|\(?[A-Z\d]{1,2}[.)])\s*/
const isItem = (text: string) => ITEM.test(text)

/** The place that a picture of a montage names, if it names one. */
function placeOfPicture(script: Script, index: number, parent: SceneHeading, text: string): SceneHeading | undefined {
  const said = text.replace(ITEM, '')
  const slugged =
    /^(INT|EXT)[./\s]+([^:.–—]+?)\s*(?:[-–—]{1,2}\s*(?:DAY|NIGHT|DAWN|DUSK|MORNING|EVENING|LATER)\b[^:.]*)?(?:[:.–—]|\s-\s|$)/.exec(said)
  if (slugged) return elsewhere(parent, slugged[2] as string, slugged[1] as 'INT' | 'EXT')
  for (const name of namesOfPlaces(said)) {
    const known = knownPlace(script, index, name)
    if (known)
      return {
        ...known,
        timeOfDay: timeIn(said) ?? parent.timeOfDay,
        timeText: parent.timeText,
        line: parent.line,
        endLine: parent.endLine,
      }
    if (readPlace(name, 'INT/EXT').words.length > 0 && !isSomebody(script, name)) {
      const heading = elsewhere(parent, name)
      const time = timeIn(said)
      return time ? { ...heading, timeOfDay: time } : heading
    }
  }
  return
}

const TIMES: readonly (readonly [RegExp, SceneHeading['timeOfDay']])[] = [
  [/\b(?:dawn|sunrise|daybreak|first light)\b/i, 'DAWN'],
  [/\b(?:dusk|sunset|twilight)\b/i, 'DUSK'],
  [/\b(?:at night|midnight|moonlight|by night)\b/i, 'NIGHT'],
  [/\b(?:noon|by day|daylight|broad day)\b/i, 'DAY'],
]
const timeIn = (text: string): SceneHeading['timeOfDay'] | undefined => TIMES.find(([re]) => re.test(text))?.[1]

/** Words that may name a place, best first: what the picture begins with, then where its people are. */
function* namesOfPlaces(text: string): Generator<string> {
  const capitals = /^((?:\p{Lu}[\p{Lu}\p{M}'’]*\s?){1,4})\s*(?:[:.,]|[-–—]{1,2}\s)/u.exec(text)
  if (capitals) yield (capitals[1] as string).trim()
  const first =
    /^(?:(?:in|at|on|outside|inside|back (?:in|at))\s+)?(?:the|an?|his|her|their)\s+((?:[\p{L}\p{M}'’]+\s?){1,3}?)\s*(?:[,.:;]|[-–—]{1,2}\s|$|\s(?:is|are|at|in|with|by|under|after|before)\b)/iu.exec(
      text,
    )
  if (first) yield first[1] as string
  const places =
    /\b(?:in|into|at|on|onto|to|through|across|along|outside|inside|past|down|up|over|leaves|enters|crosses)\s+(?:the|an?|his|her|their)\s+((?:[\p{L}\p{M}'’]+\s?){1,3}?)(?=[,.:;]|\s[-–—]|$|\s(?:and|is|are|at|in|with|by|as|to|while|where|of|for|under)\b)/giu
  for (const m of text.matchAll(places)) yield m[1] as string
}

/** The scene's place in the script that is nearest and called so. */
function knownPlace(script: Script, index: number, name: string): SceneHeading | undefined {
  const is = (h: SceneHeading) => slug(lastPart(h.location)) === slug(name) || slug(h.location) === slug(name)
  for (let d = 1; d < script.scenes.length; d++)
    for (const s of [script.scenes[index - d], script.scenes[index + d]])
      if (s && is(s.heading) && !MONTAGE.test(s.heading.text) && !INTERCUT.test(s.heading.text)) return s.heading
  return
}

const isSomebody = (script: Script, name: string) =>
  script.characters.some((c) => [c.name, ...c.aliases].some((n) => slug(n) === slug(name)))

/** Somewhere that no heading says: another part of the same world (`SPACE STATION - AIRLOCK`) when it is one, else a place alone. */
function elsewhere(parent: SceneHeading, name: string, setting?: 'INT' | 'EXT'): SceneHeading {
  const place = name
    .replace(/^(?:the|an?|his|her|their)\s+/i, '')
    .trim()
    .toUpperCase()
  const parts = parent.location.split(/\s+[-–—]+\s+/)
  const world = parts.length > 1 ? parts.slice(0, -1).join(' - ') : ''
  // Nothing is outside in space or under water.
  const sealed = world !== '' && readPlace(world, 'INT').words.some((w) => SEALED.has(w))
  const side = setting ?? (sealed || readPlace(place, 'INT/EXT').interior ? 'INT' : 'EXT')
  const location = world !== '' && side === 'INT' ? `${world} - ${place}` : place
  const { number: _, ...rest } = parent
  return { ...rest, setting: side, location, locationKey: slug(`${side} ${location}`) }
}
const SEALED: ReadonlySet<string> = new Set([
  'space',
  'spaceship',
  'starship',
  'spacecraft',
  'submarine',
  'raumschiff',
  'raumstation',
  'station-orbital',
  'unterseeboot',
  'vaisseau',
  'orbital',
  'shuttle',
  'bunker',
  'silo',
])
