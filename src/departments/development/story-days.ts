import type { Script, ScriptElement, StoryScene, StoryTimeline } from '../../film'
import { readJump, type TimeJump } from './time-jumps'

type Scene = Script['scenes'][number]
type Kind = StoryScene['kind']

const HOUR = 60
const DAY = 24 * HOUR
/** A night lasts until then: the small hours belong to the day before. */
const NIGHT_ENDS = 4.5 * HOUR
/** Story time that a scene takes when nobody says, minutes. */
const SCENE_TAKES = 10

/** When of the day a word means, from and to, in hours; past 24 in the small hours. */
const HOURS: readonly (readonly [RegExp, number, number])[] = [
  [/\bMIDNIGHT\b/, 24, 25],
  [/\b(?:PRE-?DAWN|BEFORE DAWN)\b/, 4.5, 6],
  [/\bEARLY MORNING\b/, 5.5, 8],
  [/\bMORNING\b/, 6, 11],
  [/\b(?:NOON|MIDDAY|LUNCHTIME)\b/, 12, 13.5],
  [/\bAFTERNOON\b/, 13, 18],
  [/\bEVENING\b/, 18, 22],
]
/** DAY begins late in the morning, so that a MORNING behind it is the next. */
const BY_LIGHT: Readonly<Record<Scene['heading']['timeOfDay'], readonly [number, number]>> = {
  DAWN: [5, 7],
  DAY: [11.5, 18.5],
  DUSK: [18, 20.5],
  NIGHT: [20, 28],
}

/** A thread of story time: the present, a flashback, a dream. */
interface Strand {
  readonly name: string
  readonly kind: Kind
  /** Number among its kind, from 1. */
  readonly number: number
  day: number
  minute: number
  years: number
  weekday?: number
  year?: number
  begun: boolean
}

/** Where a scene's own words speak of time. */
interface Cue {
  readonly jump: TimeJump
  readonly line: number
  /** A title card or transition holds until another; a heading's mark is for its scene. */
  readonly heading: boolean
}

/**
 * The story day of every scene: a scene goes on in the day of the one before unless its heading, a title card or a
 * transition says otherwise, or the clock would have to run backwards (NIGHT, then DAY, is the next day).
 */
export function storyDays(script: Script): StoryTimeline {
  const counts = new Map<Kind, number>()
  const open = (kind: Kind, years: number): Strand => {
    const number = (counts.get(kind) ?? 0) + 1
    counts.set(kind, number)
    return { name: kind === 'present' ? kind : `${kind}-${number}`, kind, number, day: 1, minute: 0, years, begun: false }
  }
  const present = open('present', 0)
  let strand = present
  // A strand that a title card opened holds until something ends it.
  let held = false
  let pending: Cue[] = []
  const scenes = script.scenes.map((scene): Omit<StoryScene, 'order'> => {
    const { head, tail } = cuesOf(scene)
    const cues = [...pending, ...head]
    pending = tail
    const why: { rule: string; line: number }[] = []
    const note = (rule: string, line: number) => why.push({ rule, line })

    const change = cues.findLast((c) => strandOf(c, present, strand) !== undefined)
    const wanted = change && strandOf(change, present, strand)
    if (change && wanted) {
      const { kind, years } = wanted
      if (kind === 'present') [strand, held] = [present, false]
      else if (strand.kind !== kind || (!change.heading && strand.begun && wanted.fresh))
        [strand, held] = [open(kind, years), !change.heading]
      note(kind === 'present' ? 'back in the present' : `${kind}: ${change.jump.text}`, change.line)
    } else if (strand !== present && !held) strand = present

    const jump = Object.assign({}, ...cues.map((c) => c.jump)) as TimeJump
    const at = cues.findLast((c) => c.jump.text !== '')?.line ?? scene.line
    if (strand === present && TODAY.test(scene.heading.text)) delete strand.year
    pass(strand, scene, wanted && wanted.kind !== 'present' ? { ...jump, minutes: 0, days: 0, years: 0 } : jump, at, note)
    const night = scene.heading.timeOfDay === 'NIGHT' || /\bEVENING\b/i.test(scene.heading.timeText)
    const prefix = { present: '', flashback: `FB${strand.number} `, 'flash-forward': `FF${strand.number} `, dream: `DR${strand.number} ` }
    return {
      sceneKey: scene.key,
      label: `${prefix[strand.kind]}${night ? 'N' : 'D'}${strand.day}`,
      day: strand.day,
      minute: Math.round(strand.minute),
      kind: strand.kind,
      strand: strand.name,
      years: Math.round(strand.years * 100) / 100,
      ...yearOf(strand, present),
      follows: jump.follows === true,
      meanwhile: jump.meanwhile === true,
      why: why.at(-1) ?? { rule: 'the same day goes on', line: scene.line },
    }
  })
  const order = new Map(inStoryOrder(scenes).map((s, i) => [s, i]))
  return { schema: 'StoryTimeline', version: '1.0.0', scenes: scenes.map((s) => ({ ...s, order: order.get(s) ?? 0 })) }
}

/** A heading that says it is today, whatever year was told before. */
const TODAY = /\b(?:PRESENT DAY|PRESENT|TODAY|NOWADAYS|MODERN DAY|HEUTE|AUJOURD'HUI|HOY|OGGI)\b/i

/** The year of a strand: said of it, or reckoned from what was said of the present. */
function yearOf(strand: Strand, present: Strand): { year?: number } {
  const year = strand.year ?? (present.year === undefined ? undefined : present.year + Math.round(strand.years - present.years))
  return year === undefined ? {} : { year }
}

/** The strand that a cue asks for; undefined when it asks for none. `fresh` begins another of the same kind. */
function strandOf({ jump }: Cue, present: Strand, now: Strand): { kind: Kind; years: number; fresh: boolean } | undefined {
  const earlier = (jump.years ?? 0) < 0 || (jump.days ?? 0) < 0 || (jump.minutes ?? 0) < 0 || jump.back === true
  if (jump.strand === 'present') return { kind: 'present', years: 0, fresh: true }
  if (earlier) return { kind: 'flashback', years: now.years + (jump.years ?? 0) + (jump.days ?? 0) / 365, fresh: true }
  if (jump.year !== undefined) {
    const known = present.year ?? now.year
    if (known !== undefined && jump.year < known)
      return { kind: 'flashback', years: present.years + jump.year - known, fresh: jump.year !== now.year }
    if (now !== present) return { kind: 'present', years: 0, fresh: true }
  }
  if (jump.strand !== undefined)
    return { kind: jump.strand, years: jump.strand === 'dream' ? now.years : present.years, fresh: jump.strand !== now.kind }
  // TEN YEARS LATER, behind TEN YEARS EARLIER, is the present again.
  if (now.kind === 'flashback' && (jump.years ?? 0) > 0 && now.years + (jump.years ?? 0) >= present.years)
    return { kind: 'present', years: 0, fresh: true }
  return undefined
}

/** Moves a strand's clock on to a scene. */
function pass(strand: Strand, scene: Scene, jump: TimeJump, line: number, note: (rule: string, line: number) => void): void {
  const [from, to] = hoursOf(scene.heading)
  const written = !scene.heading.timeInherited && scene.heading.timeText !== ''
  const before = strand.day
  if (!strand.begun) {
    strand.begun = true
    strand.minute = from
    if (jump.year !== undefined) strand.year = jump.year
    if (jump.weekday !== undefined) strand.weekday = jump.weekday
    if ((jump.years ?? 0) > 0) strand.years += jump.years ?? 0
    return
  }
  const days = daysIn(strand, jump)
  if (days > 0) {
    strand.day += days
    strand.minute = from
    note(jump.text ? `${days === 1 ? 'the next day' : `${days} days later`}: ${jump.text}` : 'another day', line)
  } else if ((jump.minutes ?? 0) > 1 && !jump.moments) {
    strand.minute += jump.minutes ?? 0
    note(`later: ${jump.text}`, line)
  } else if (jump.follows || jump.meanwhile) note(jump.follows ? 'goes on without a break' : 'at the same time', line)
  else if (jump.moments) strand.minute += 2
  else if (jump.later) {
    strand.minute += HOUR
    note('later the same day', line)
  } else strand.minute += SCENE_TAKES
  while (strand.minute > DAY + NIGHT_ENDS) {
    strand.minute -= DAY
    strand.day++
  }
  if (written && !jump.follows && !jump.meanwhile) {
    if (strand.minute <= to || sameNight(scene, jump)) strand.minute = Math.max(Math.min(strand.minute, to), from)
    else {
      strand.day++
      strand.minute = from
      note(`${scene.heading.timeText} behind a later hour is the next day`, scene.line)
    }
  }
  if (strand.day > before && strand.weekday !== undefined && jump.weekday === undefined)
    strand.weekday = (strand.weekday + strand.day - before) % 7
  if (jump.weekday !== undefined) strand.weekday = jump.weekday
  if (jump.year !== undefined) strand.year = jump.year
}

/** LATER THAT NIGHT cannot be tomorrow. */
const sameNight = (scene: Scene, jump: TimeJump) =>
  (jump.later === true && !jump.nextDay) || /\bTHAT (?:DAY|NIGHT|MORNING|EVENING|AFTERNOON)\b/i.test(scene.heading.timeText)

/** Whole days that pass, and years with them. */
function daysIn(strand: Strand, jump: TimeJump): number {
  let days = Math.max(0, jump.days ?? 0)
  let years = Math.max(0, jump.years ?? 0)
  if (jump.year !== undefined && strand.year !== undefined) years = Math.max(years, jump.year - strand.year)
  if (jump.nextDay) days = Math.max(days, 1)
  if (days === 0 && years === 0 && jump.weekday !== undefined && strand.weekday !== undefined)
    days = (jump.weekday - strand.weekday + 7) % 7
  if (years > 0 && strand.year !== undefined && jump.year === undefined) strand.year += Math.round(years)
  strand.years += years + days / 365
  return days + Math.round(years * 365)
}

function hoursOf({ timeText, timeOfDay }: Scene['heading']): readonly [number, number] {
  const text = timeText.toUpperCase()
  const clock = /\b(\d{1,2})(?::(\d\d))?\s*(AM|PM)?\b/.exec(text)
  if (clock && (clock[2] || clock[3]) && Number(clock[1]) < 25) {
    const hour = clock[3] ? (Number(clock[1]) % 12) + (clock[3] === 'PM' ? 12 : 0) : Number(clock[1])
    const minute = hour * HOUR + Number(clock[2] ?? 0)
    const small = minute < NIGHT_ENDS ? minute + DAY : minute
    return [small, small + 1]
  }
  const [, from, to] = HOURS.find(([r]) => r.test(text)) ?? [undefined, ...BY_LIGHT[timeOfDay]]
  return [from * HOUR, to * HOUR]
}

/** Title cards in action: `SUPER: TWO WEEKS LATER`. */
const CARD =
  /\b(?:SUPER(?:IMPOSED?|TITLE)?S?|TITLES?(?: CARD| OVER)?|CAPTION|CHYRON|ON[- ]SCREEN(?: TEXT)?|TEXT ON SCREEN|LEGEND|INTERTITLE|SUBTITLE|TITRE|TEXTTAFEL|EINBLENDUNG)\b[^:"“”«–—-]{0,30}[:"“«–—-]+\s*["“«]?(.{1,120})/
/** A look at each action line before it is read: words that only stand in what speaks of time. */
const MAY_SPEAK =
  /SUPER|TITLE|CAPTION|CHYRON|SCREEN|LEGEND|TITRE|TAFEL|EINBLENDUNG|FLASH|DREAM|NIGHTMARE|LATER|EARLIER|NEXT |AFTER|PRESENT|MEANWHILE|SPÄTER|TARD|DESPUÉS/

/** What an element says of time; empty when it says nothing. */
function saidBy(e: ScriptElement): string {
  if (e.kind === 'transition') return /FLASH|DREAM|PRESENT|LATER|EARLIER|NEXT/i.test(e.text) ? e.text : ''
  if (e.kind !== 'action') return ''
  const text = e.text.length > 600 ? e.text.slice(0, 600) : e.text
  if (e.centred && text.length < 80) return text
  if (!MAY_SPEAK.test(text)) return ''
  const card = CARD.exec(text)?.[1]
  if (card) return card
  return text.length < 80 && !/\p{Ll}/u.test(text) ? text : ''
}

/** What speaks of time at a scene's beginning, for this scene, and at its end, for the next. */
function cuesOf(scene: Scene): { head: Cue[]; tail: Cue[] } {
  const head: Cue[] = []
  const tail: Cue[] = []
  const { heading } = scene
  const behind = (/[-–—,([/].*$/u.exec(heading.text)?.[0] ?? '').replace(/^[\s–—-]+/u, '')
  const said = readJump(
    /^(?:INTERCUT|MEANWHILE|FLASH)/.test(heading.text)
      ? heading.text
      : behind.includes(heading.timeText)
        ? behind
        : `${behind} - ${heading.timeText}`,
  )
  if (said) head.push({ jump: said, line: heading.line, heading: true })
  let told = 0
  const story = scene.elements.filter((e) => e.kind === 'action' || e.kind === 'dialogue' || e.kind === 'transition')
  for (const [i, e] of story.entries()) {
    const jump = readJump(saidBy(e))
    // A scene's first words stand before it, its last before the next.
    const first = told < 2 && (i < story.length - 1 || story.length === 1) && e.kind === 'action'
    if (jump && (jump.ends && e.kind === 'action' && i === 0 ? true : first && !jump.ends))
      head.push({ jump, line: e.line, heading: false })
    else if (jump) tail.push({ jump, line: e.line, heading: false })
    else told += e.kind === 'dialogue' ? 2 : 1
  }
  return { head, tail }
}

/** Flashbacks, farthest first; then the present and its dreams as they come; what lies ahead last. */
function inStoryOrder<T extends Pick<StoryScene, 'kind' | 'years'>>(scenes: readonly T[]): T[] {
  const rank = (s: T) => (s.kind === 'flashback' ? 0 : s.kind === 'flash-forward' ? 2 : 1)
  return scenes
    .map((s, i) => ({ s, i }))
    .sort((a, b) => rank(a.s) - rank(b.s) || (rank(a.s) === 0 ? a.s.years - b.s.years : 0) || a.i - b.i)
    .map(({ s }) => s)
}
