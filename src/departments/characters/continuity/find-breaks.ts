import type { ContinuityBreak, Script, StoryScene } from '../../../film'
import { HEALING_COURSES, regionOf, stageOf } from './healing'
import type { PersonState } from './person-state'
import type { StoryEvent } from './story-event'
import { meant } from './wear'

/** What is known of a scene when breaks are looked for. */
export interface SceneFacts {
  readonly scene: Script['scenes'][number]
  readonly at: StoryScene
  readonly events: readonly StoryEvent[]
  /** Everybody as they come into it. */
  readonly before: ReadonlyMap<string, PersonState>
}

/** Where a thing is known to be. */
interface Whereabout {
  readonly line: number
  readonly place: string
  /** Who has it; undefined when it lies there. */
  readonly by: string | undefined
  readonly destroyed: boolean
}

const ACTIVE: ReadonlySet<StoryEvent['kind']> = new Set(['take', 'leave', 'use', 'put-on', 'take-off', 'outfit', 'clean', 'dry'])
/** What nobody does on a broken leg, or with a broken arm. */
const STRENUOUS = {
  leg: /\b(?:runs|sprints|dashes|jumps|leaps|kicks|dances|climbs|vaults|races)\b/i,
  arm: /\b(?:climbs|punches|lifts|throws|swims|wrestles|rows)\b/i,
  hand: /\b(?:climbs|punches|types|plays the)\b/i,
} as const
const SEVERE: ReadonlySet<string> = new Set(['break', 'gunshot', 'stab'])
const MOVES =
  /\b(?:walk|run|ran|enter|exit|leav|left|go|goes|gone|come|came|step|driv|rush|head|follow|burst|cross|climb|hurr|return|arriv|door|emerge|slip|sneak|charg|storm|stumbl|push|lead|flee|escap|chase|race|disappear|vanish|out\b|into\b|through\b)/i
/** Most findings that are told. */
const MOST = 200

/** Where the script contradicts itself: with both lines, as warnings. */
export function findBreaks(facts: readonly SceneFacts[], script: Script): ContinuityBreak[] {
  const out: ContinuityBreak[] = []
  const names = new Map(script.characters.map((c) => [c.key, c.name]))
  const nameOf = (key: string) => names.get(key) ?? key
  const things = new Map<string, Map<string, Whereabout>>()
  const add = (b: Omit<ContinuityBreak, 'severity' | 'column'>) => {
    if (out.length < MOST) out.push({ severity: 'warning', column: 1, ...b })
  }
  facts.forEach((now, i) => {
    const told = new Set<string>()
    const once = (b: Omit<ContinuityBreak, 'severity' | 'column'>) => {
      const id = `${b.rule} ${b.character} ${b.value}`
      if (told.has(id)) return
      told.add(id)
      add(b)
    }
    for (const b of deadWhoAct(now, nameOf)) once(b)
    for (const b of wounds(now, nameOf)) once(b)
    for (const b of clothes(now, nameOf)) once(b)
    const strand = things.get(now.at.strand) ?? new Map<string, Whereabout>()
    things.set(now.at.strand, strand)
    for (const b of props(now, strand, nameOf)) once(b)
    const last = facts[i - 1]
    if (last) for (const b of twoPlaces(last, now, nameOf)) once(b)
  })
  return out.sort((a, b) => a.line - b.line)
}

type Finding = Omit<ContinuityBreak, 'severity' | 'column'>

function* deadWhoAct({ scene, at, events, before }: SceneFacts, nameOf: (key: string) => string): Generator<Finding> {
  if (at.kind === 'flashback' || at.kind === 'dream') return
  const dead = new Map<string, number>()
  for (const [key, state] of before) if (state.deadSince !== undefined) dead.set(key, state.deadSince)
  const lives = new Set(events.flatMap((e) => (e.kind === 'revival' ? [e.who] : [])))
  for (const e of events) if (e.kind === 'death' && !dead.has(e.who)) dead.set(e.who, e.line)
  if (dead.size === 0) return
  const acts: { who: string; line: number; value: string }[] = [
    ...scene.elements.flatMap((e) =>
      e.kind === 'dialogue' && !e.extensions.some((x) => /^[VO]/.test(x)) ? [{ who: e.character, line: e.line, value: e.cue }] : [],
    ),
    ...events.flatMap((e) => (ACTIVE.has(e.kind) ? [{ who: e.who, line: e.line, value: e.text }] : [])),
  ]
  for (const { who, line, value } of acts) {
    const since = dead.get(who)
    if (since === undefined || line <= since || lives.has(who) || /ghost|spirit/i.test(nameOf(who))) continue
    yield {
      rule: 'continuity.dead-acts',
      message: `${nameOf(who)} acts here, but died in line ${since}`,
      remedy: 'Let somebody else do it, mark the scene as a flashback, or let them live.',
      line,
      otherLine: since,
      sceneKey: scene.key,
      character: who,
      value: value.slice(0, 120),
    }
  }
}

function* wounds({ scene, at, events, before }: SceneFacts, nameOf: (key: string) => string): Generator<Finding> {
  for (const [key, state] of before) {
    for (const w of state.wounds) {
      const stage = stageOf(w.kind, at.day - w.day, w.treated)
      if (stage === 'healed' || stage === 'scar') continue
      const region = regionOf(w.place)
      const side = /\b(left|right)\b/.exec(w.place)?.[1]
      for (const e of events) {
        if (e.who !== key || e.kind !== 'injury' || regionOf(e.place) !== region) continue
        const other = /\b(left|right)\b/.exec(e.place)?.[1]
        if (side && other && side !== other && e.describes)
          yield {
            rule: 'continuity.wound-moves',
            message: `The wound of ${nameOf(key)} is in the ${e.place} here, in the ${w.place} in line ${w.line}`,
            remedy: `Write ${w.place}, or give it a reason.`,
            line: e.line,
            otherLine: w.line,
            sceneKey: scene.key,
            character: key,
            value: e.text,
          }
      }
      if (!SEVERE.has(w.kind) || !(region in STRENUOUS) || at.day - w.day >= HEALING_COURSES[w.kind].closed) continue
      const find = STRENUOUS[region as keyof typeof STRENUOUS]
      const name = nameOf(key)
      const at1 = scene.elements.find((e) => e.kind === 'action' && find.test(e.text) && doneBy(name, e.text, find))
      if (at1?.kind === 'action')
        yield {
          rule: 'continuity.wound-vanishes',
          message: `${name} moves as if the ${w.kind === 'break' ? 'broken ' : `${w.kind} in the `}${w.place} of line ${w.line} were gone (${at.day - w.day} story days later)`,
          remedy: 'Let days pass (a title card will do), let it hurt, or leave it to somebody else.',
          line: at1.line,
          otherLine: w.line,
          sceneKey: scene.key,
          character: key,
          value: find.exec(at1.text)?.[0],
        }
    }
    for (const e of scene.elements)
      if (
        state.wounds.length > 0 &&
        e.kind === 'action' &&
        /\b(?:unmarked|without a scratch|not a scratch|no sign of (?:the|a|his|her) (?:wound|cut|injury|bruise))/i.test(e.text)
      ) {
        const w = state.wounds.at(-1)!
        if (scene.characters.length === 1 || doneBy(nameOf(key), e.text, /./))
          yield {
            rule: 'continuity.wound-vanishes',
            message: `${nameOf(key)} is unhurt here, but was wounded in line ${w.line}`,
            remedy: 'Let the wound be seen, or say how it healed.',
            line: e.line,
            otherLine: w.line,
            sceneKey: scene.key,
            character: key,
            value: e.text.slice(0, 120),
          }
      }
  }
}

/** Whether a name stands in front of what is done, in the same sentence. */
function doneBy(name: string, text: string, deed: RegExp): boolean {
  const first = name.split(/\s+/).at(-1)?.toLowerCase() ?? ''
  return text.split(/[.!?;]\s/).some((s) => deed.test(s) && s.toLowerCase().split(deed)[0]?.trim().endsWith(first))
}

function* clothes({ scene, at, events, before }: SceneFacts, nameOf: (key: string) => string): Generator<Finding> {
  const changed = new Set<string>()
  for (const e of events) {
    const state = before.get(e.who)
    if (!state) continue
    if (e.kind === 'put-on' && e.describes && (at.follows || at.meanwhile) && !changed.has(e.who))
      for (const g of e.garments) {
        const worn = meant(state.wardrobe, g)
        if (!worn || !g.colour || worn.kind !== g.kind || worn.colour === g.colour) continue
        yield {
          rule: 'continuity.costume-changes',
          message: `${nameOf(e.who)} wears another ${g.kind} than a moment before, without a change`,
          remedy: 'Write the same clothes, or let time pass between the scenes.',
          line: e.line,
          otherLine: state.wornSince(worn.kind),
          sceneKey: scene.key,
          character: e.who,
          value: e.text,
        }
      }
    if (e.kind === 'take-off' && !e.all && !changed.has(e.who))
      for (const g of e.garments) {
        const off = state.offSince(g)
        if (off === undefined || meant(state.wardrobe, g)) continue
        yield {
          rule: 'continuity.not-worn',
          message: `${nameOf(e.who)} takes off a ${g.kind} that was taken off in line ${off}`,
          remedy: 'Let it be put on again in between, or leave one of the two out.',
          line: e.line,
          otherLine: off,
          sceneKey: scene.key,
          character: e.who,
          value: e.text,
        }
      }
    if (e.kind === 'outfit' || e.kind === 'put-on' || e.kind === 'put-back' || e.kind === 'take-off') changed.add(e.who)
  }
}

function* props({ scene, at, events }: SceneFacts, where: Map<string, Whereabout>, nameOf: (key: string) => string): Generator<Finding> {
  const place = scene.heading.locationKey
  for (const e of events) {
    if (e.kind !== 'take' && e.kind !== 'leave' && e.kind !== 'use') continue
    const known = where.get(e.prop)
    const definite =
      new RegExp(`\\b(?:the|his|her|their|that)\\b[^.,;]{0,24}${e.prop.replace(/[^\p{L}\p{N} -]/gu, '.')}`, 'iu').test(e.text) ||
      e.kind !== 'take'
    if (known && definite && known.line < e.line) {
      const story = (message: string): Finding => ({
        rule: known.destroyed ? 'continuity.prop-destroyed' : 'continuity.prop-elsewhere',
        message,
        remedy: `Let somebody bring the ${e.prop} here first.`,
        line: e.line,
        otherLine: known.line,
        sceneKey: scene.key,
        character: e.who,
        value: e.text,
      })
      if (known.destroyed && at.kind !== 'flashback') yield story(`The ${e.prop} is here again, but was destroyed in line ${known.line}`)
      else if (known.by === undefined && known.place !== place)
        yield story(`${nameOf(e.who)} has the ${e.prop} here, but it was left elsewhere in line ${known.line}`)
      else if (known.by !== undefined && known.by !== e.who && !scene.characters.includes(known.by) && known.place !== place)
        yield story(`${nameOf(e.who)} has the ${e.prop} here, but ${nameOf(known.by)} has had it since line ${known.line}`)
    }
    if (e.kind === 'leave')
      where.set(e.prop, { line: e.line, place, by: undefined, destroyed: /^(?:burns|destroys|smashes)/i.test(e.text) })
    else where.set(e.prop, { line: e.line, place, by: e.who, destroyed: false })
  }
}

/** On stage in both of two scenes that play at the same time, or on end without a way between. */
function* twoPlaces(last: SceneFacts, now: SceneFacts, nameOf: (key: string) => string): Generator<Finding> {
  if ((!now.at.meanwhile && !now.at.follows) || last.at.strand !== now.at.strand) return
  const [a, b] = [last.scene, now.scene]
  if (a.heading.locationKey === b.heading.locationKey || /^(?:INTERCUT|MONTAGE|SERIES)/i.test(b.heading.text)) return
  const shared = wordsOf(a.heading.location).some((w) => wordsOf(b.heading.location).includes(w))
  if (now.at.follows && !now.at.meanwhile && shared) return
  for (const key of b.characters) {
    const here = spoken(b, key)
    const there = spoken(a, key)
    if (here === undefined || there === undefined) continue
    if (
      !now.at.meanwhile &&
      (travels(a.elements.slice(-4)) || travels(b.elements.slice(0, 3)) || here !== b.elements.find((e) => e.kind === 'dialogue')?.line)
    )
      continue
    yield {
      rule: 'continuity.two-places',
      message: `${nameOf(key)} is here and, at the same time, in ${a.heading.location}`,
      remedy: 'Let time pass between the scenes, show the way, or mark the voice as (V.O.) or (O.S.).',
      line: here,
      otherLine: there,
      sceneKey: b.key,
      character: key,
      value: b.heading.text.slice(0, 120),
    }
  }
}

const wordsOf = (place: string) =>
  place
    .toLowerCase()
    .split(/[^\p{L}]+/u)
    .filter((w) => w.length > 3)
const travels = (elements: Script['scenes'][number]['elements']) => elements.some((e) => e.kind === 'action' && MOVES.test(e.text))

/** Where somebody speaks in a scene and is seen. */
const spoken = (scene: Script['scenes'][number], key: string): number | undefined =>
  scene.elements.find(
    (e) =>
      e.kind === 'dialogue' &&
      e.character === key &&
      e.extensions.length === 0 &&
      !e.parts.some((p) => p.kind === 'parenthetical' && /phone|radio|intercom|screen|video/i.test(p.text)),
  )?.line
