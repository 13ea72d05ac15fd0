import {
  ASKED_AMOUNT,
  type Breakdown,
  type FrameRate,
  frameToSeconds,
  type ScenePart,
  type SceneShots,
  type Script,
  type ScriptScene,
  type Shot,
  type ShotList,
  type ShotSize,
  slug,
  uniqueKeys,
} from '../../film'
import { type CameraDirection, cameraDirection, cameraMount } from './camera-directions'
import { chooseShot } from './choose-shot'
import { type Choice, sizeSteps } from './coverage'
import { allowDeeds } from './deed-seconds'
import { groupBeats, LONGEST_S, type Unit } from './group-beats'
import type { NameFinder } from './name-finder'
import { partnerOf } from './partner-of'
import { insertOf, peopleOf, readScene, type SceneReading } from './read-scene'
import { type Speak, type TimedBeat, timeBeats } from './time-beats'
import { countWords, WORDS_A_MINUTE } from './timing'

type SceneItems = Breakdown['scenes'][number]['items']

export interface ShotListOptions {
  readonly fps: FrameRate
  /** The places of a scene that plays in several. */
  readonly parts?: readonly ScenePart[]
  /** How long lines take; without it they are reckoned. */
  readonly speak?: Speak | undefined
}

/** Plans every scene's shots: what is seen, how big, from how near, for how long, and why. Times are scene frames. */
export function shotList(script: Script, breakdown: Breakdown, options: ShotListOptions): ShotList {
  const items = new Map(breakdown.scenes.map((s) => [s.sceneKey, s.items]))
  return {
    schema: 'ShotList',
    version: '1.0.0',
    fps: options.fps,
    scenes: script.scenes.map((scene, i) => shootScene(script, scene, items.get(scene.key) ?? [], i, options)),
  }
}

/** One scene's shots. `index` is the scene's place in the film and only makes addresses and the first fade-in. */
export function shootScene(script: Script, scene: ScriptScene, items: SceneItems, index: number, options: ShotListOptions): SceneShots {
  const { fps, parts = [], speak } = options
  const people = peopleOf(script)
  const spoken = timeBeats(scene, fps, speak)
  const reading = readScene(spoken.beats, scene.characters, people, people.sexOf, scene.heading.setting === 'EXT')
  const timed = allowDeeds(spoken, reading, fps)
  const partOf = (element: number) =>
    Math.max(
      0,
      parts.findIndex((p) => p.elements.has(element)),
    )
  const units = splitLong(groupBeats(timed, reading, fps), fps).flatMap((u) => splitAtParts(u, partOf))
  const byKey = new Map(script.characters.map((c) => [c.key, c]))
  const intercut = parts.length === 0 && /INTERCUT/i.test(scene.heading.text)
  const montage = /MONTAGE|SERIES OF SHOTS/i.test(scene.heading.text)
  const speakers: string[] = []
  for (const e of scene.elements) if (e.kind === 'dialogue') speakers.push(e.character)
  const things = thingsIn(items, people.names)
  const unique = uniqueKeys()
  const here: string[] = []
  const gone = new Set<string>()
  const shots: Shot[] = []
  const seen = new Set<number>()
  let sinceWide = 0
  let speech = 0

  units.forEach((unit, u) => {
    const first = unit.beats[0]!
    for (const b of unit.beats) {
      if (b.speech >= 0) speech = b.speech
      const shown = b.beat.kind === 'action' ? (reading.readings.get(b.beat.key)?.people ?? []) : b.beat.offScreen ? [] : [b.beat.character]
      for (const k of shown)
        if (k !== undefined) {
          gone.delete(k)
          if (!here.includes(k)) here.push(k)
        }
    }
    // A scene opens on whoever is there, named yet or not.
    const opening =
      u === 0 && (here.length > 0 || first.beat.kind !== 'action')
        ? reading.present.filter((k) => !here.includes(k) && !reading.entering.has(k))
        : []
    const part = partOf(first.beat.element)
    const isThere = partFilter(parts[part], timed.beats, reading)
    const outside = (parts[part]?.heading ?? scene.heading).setting === 'EXT'
    // A place that was not seen yet is shown.
    if (parts.length > 0 && !seen.has(part)) sinceWide = Math.max(sinceWide, 1)
    seen.add(part)
    const everybody = [...here.filter((k) => !gone.has(k)), ...opening]
    const present = everybody.filter(isThere)
    const readingOf = first.beat.kind === 'action' ? mergeReadings(unit, reading.readings) : undefined
    const choice = chooseShot(unit, {
      name: (k) => byKey.get(k)?.name ?? k,
      they: (k) =>
        (byKey.get(k)?.count ?? 1) > 1
          ? 'they speak'
          : people.sexOf(k) === 'female'
            ? 'she speaks'
            : people.sexOf(k) === 'male'
              ? 'he speaks'
              : 'who speaks',
      isGroup: (k) => (byKey.get(k)?.count ?? 1) > 1,
      interior: !outside,
      here: present,
      first: u === 0,
      last: u === units.length - 1,
      speech,
      speeches: speakers.length,
      partner: partnerOf(speakers, speech, first.beat.character, everybody),
      intercut,
      montage,
      things: things(unit),
      throughWindow:
        !outside && first.beat.kind === 'action' && /\b(?:windows?|fenster|fen[eê]tres?|ventanas?|finestr[ae])\b/i.test(first.beat.text),
      insert: first.beat.kind === 'action' ? insertOf(first.beat.text) : undefined,
      sinceWide,
      reading: readingOf,
    })
    for (const d of readingOf?.deeds ?? []) if (d.kind === 'exit') for (const k of d.who) gone.add(k)
    const asked = unit.beats.map((b) => (b.beat.kind === 'action' ? cameraDirection(b.beat.text) : undefined)).find((d) => d !== undefined)
    const mount = unit.beats.map((b) => (b.beat.kind === 'action' ? cameraMount(b.beat.text) : undefined)).find((m) => m !== undefined)
    // The last picture of a film goes away from what it shows.
    const leaves = (c: Choice) => index === script.scenes.length - 1 && u === units.length - 1 && c.move === 'static'
    const last = shots.at(-1)
    const fixed = (last?.part ?? 0) === part ? vary(choice, last) : choice
    sinceWide = fixed.size === 'WS' || fixed.size === 'EWS' ? 0 : sinceWide + 1
    const subject = fixed.object ?? fixed.subjects[0]
    const n = shots.length + 1
    shots.push({
      key: unique(`${scene.key}.${fixed.size.toLowerCase()}-${subject === undefined ? 'place' : slug(subject)}.${first.anchor}`),
      address: `sc${index + 1}.sh${n}`,
      sceneKey: scene.key,
      ...(part > 0 ? { part } : {}),
      size: fixed.size,
      framing: fixed.framing,
      angle: fixed.angle,
      move: asked?.move ?? (leaves(fixed) ? 'pull-out' : fixed.move),
      ...(asked ? { moveAmount: ASKED_AMOUNT } : {}),
      subjects: [...fixed.subjects],
      ...(fixed.over === undefined ? {} : { over: fixed.over }),
      ...(fixed.object === undefined ? {} : { object: fixed.object }),
      lensMm: lensFor(fixed, outside),
      ...(mount ? { mount } : {}),
      startFrame: unit.startFrame,
      frames: unit.frames,
      why: reasons(fixed, unit, fps, outside, asked, leaves(fixed)),
    })
  })
  return {
    sceneKey: scene.key,
    frames: timed.frames,
    beats: timed.beats.map((b) => b.beat),
    shots,
    transitionIn: fadesIn(script, scene, index) ? 'fade' : 'cut',
    transitionOut: transitionOut(scene),
  }
}

/** Who can be in a picture of a part of a scene: its people, or whoever its own elements name. */
function partFilter(part: ScenePart | undefined, beats: readonly TimedBeat[], reading: SceneReading): (key: string) => boolean {
  if (!part) return () => true
  const { people, elements } = part
  if (people) return (key) => people.has(key)
  const named = new Set(
    beats.flatMap(({ beat }) =>
      elements.has(beat.element) ? [...(reading.readings.get(beat.key)?.people ?? []), ...(beat.character ? [beat.character] : [])] : [],
    ),
  )
  return (key) => named.has(key)
}

/** Cuts a unit where its beats change places. */
function splitAtParts(unit: Unit, partOf: (element: number) => number): Unit[] {
  const out: Unit[] = []
  const end = unit.startFrame + unit.frames
  let from = 0
  unit.beats.forEach((b, i) => {
    const next = unit.beats[i + 1]
    if (next && partOf(next.beat.element) === partOf(b.beat.element)) return
    const startFrame = from === 0 ? unit.startFrame : (unit.beats[from] as TimedBeat).beat.startFrame
    out.push({ beats: unit.beats.slice(from, i + 1), startFrame, frames: (next ? next.beat.startFrame : end) - startFrame })
    from = i + 1
  })
  return out
}

/** Cuts what runs too long into equal parts: one set-up would tire. */
function splitLong(units: readonly Unit[], fps: FrameRate): Unit[] {
  return units.flatMap((u) => {
    const n = Math.ceil(frameToSeconds(u.frames, fps) / LONGEST_S)
    if (n <= 1) return [u]
    return Array.from({ length: n }, (_, i): Unit => {
      const from = Math.floor((u.frames * i) / n)
      const to = Math.floor((u.frames * (i + 1)) / n)
      return { beats: u.beats, startFrame: u.startFrame + from, frames: to - from }
    })
  })
}

function mergeReadings(unit: Unit, readings: ReturnType<typeof readScene>['readings']) {
  const all = unit.beats.flatMap((b) => readings.get(b.beat.key) ?? [])
  return {
    deeds: all.flatMap((r) => r.deeds),
    people: [...new Set(all.flatMap((r) => r.people))],
    bare: [...new Set(all.flatMap((r) => r.bare))],
    doorOpens: all.some((r) => r.doorOpens),
    falls: all.flatMap((r) => r.falls),
  }
}

/** Things named in a unit's action, by the breakdown's props. */
function thingsIn(items: SceneItems, names: NameFinder): (unit: Unit) => string[] {
  const props = items.flatMap((i) => (i.category === 'prop' ? [{ name: i.name, words: i.name.split(/\s+/) }] : []))
  return (unit) => {
    const words = new Set(unit.beats.flatMap((b) => (b.beat.kind === 'action' ? names.read(b.beat.text).words.map((w) => w.lower) : [])))
    const has = (w: string) => words.has(w) || words.has(`${w}s`) || words.has(`${w}es`)
    return [...new Set(props.filter((p) => p.words.every(has)).map((p) => p.name))]
  }
}

const TIGHTER: readonly ShotSize[] = ['WS', 'FS', 'MLS', 'MS', 'MCU', 'CU']

/** No two shots running of the same people at nearly the same size: the 30° rule's other half. */
function vary(choice: Choice, last: Shot | undefined): Choice {
  if (!last) return choice
  const same = last.subjects[0] === choice.subjects[0] && last.object === choice.object
  const sameFrame = last.framing === choice.framing
  if (!same || sizeSteps(last.size, choice.size) >= (sameFrame ? 2 : 1)) return choice
  if (choice.framing === 'insert') return { ...choice, size: last.size === 'CU' ? 'ECU' : 'CU' }
  if (choice.subjects.length === 0)
    return { ...choice, size: last.size === 'EWS' ? 'WS' : last.size === 'WS' ? 'FS' : 'WS', framing: 'establishing' }
  const wanted = TIGHTER.indexOf(choice.size)
  const options = TIGHTER.map((size, i) => ({ size, far: Math.abs(i - wanted), tighter: i > wanted }))
    .filter((o) => sizeSteps(o.size, last.size) >= (choice.body ? 1 : 2) && o.far > 0)
    .filter((o) => !choice.body || TIGHTER.indexOf(o.size) <= 2)
    .filter((o) => choice.framing !== 'over-shoulder' || o.size === 'MS' || o.size === 'MCU')
    .filter((o) => !(choice.framing === 'two-shot' || choice.framing === 'group') || TIGHTER.indexOf(o.size) <= 3)
    .filter((o) => choice.framing !== 'master' || TIGHTER.indexOf(o.size) <= 2)
    .sort((a, b) => a.far - b.far || Number(b.tighter) - Number(a.tighter))
  const size = options[0]?.size
  if (size === undefined || size === choice.size) {
    if (choice.framing === 'over-shoulder') {
      const { over: _, ...rest } = choice
      return vary({ ...rest, framing: 'single', size: last.size === 'MS' ? 'CU' : 'MCU' }, last)
    }
    return { ...choice, framing: 'single', size: last.size === 'CU' ? 'MS' : 'CU' }
  }
  const framing =
    choice.framing === 'single' && size === 'WS'
      ? 'master'
      : choice.framing === 'master' && size !== 'WS'
        ? choice.subjects.length > 2
          ? 'group'
          : choice.subjects.length > 1
            ? 'two-shot'
            : 'single'
        : choice.framing
  return {
    ...choice,
    size,
    framing,
    because: { ...choice.because, size: `${choice.because.size}; two steps away from the shot before, so that the cut shows` },
  }
}

const LENS: Readonly<Record<ShotSize, number>> = { EWS: 20, WS: 24, FS: 32, MLS: 35, MS: 40, MCU: 50, CU: 75, ECU: 100 }

function lensFor(c: Choice, outside: boolean): number {
  const base =
    c.framing === 'insert' ? 65 : c.framing === 'over-shoulder' ? 50 : c.framing === 'moving' ? Math.min(32, LENS[c.size]) : LENS[c.size]
  return outside ? Math.round(base * 1.25) : base
}

function reasons(c: Choice, unit: Unit, fps: FrameRate, outside: boolean, direction?: CameraDirection, leaves = false): Shot['why'] {
  const line = unit.beats[0]!.beat.line
  const words = unit.beats.reduce((n, b) => n + (b.beat.kind === 'line' ? countWords(b.beat.text) : 0), 0)
  const rate = unit.beats.some((b) => b.beat.spoken) ? 'as they are spoken' : `at ${WORDS_A_MINUTE} words a minute`
  const s = (Math.round(frameToSeconds(unit.frames, fps) * 10) / 10).toString()
  const out: Shot['why'][number][] = [
    { of: 'framing', rule: c.because.framing, line },
    { of: 'size', rule: `${c.size}: ${c.because.size}` },
    {
      of: 'lens',
      rule: `${lensFor(c, outside)} mm: ${lensFor(c, outside) < 30 ? 'wide, for the place' : lensFor(c, outside) < 60 ? 'near to how we see' : 'long, to part the face from the background'}`,
    },
    { of: 'length', rule: words ? `${s} s: ${words} words ${rate}` : `${s} s: as long as the action reads` },
  ]
  if (direction) out.push({ of: 'move', rule: `${direction.move}: the script asks for it: ${direction.words}`, line })
  else if (leaves) out.push({ of: 'move', rule: 'pull-out: the film leaves them' })
  else if (c.move !== 'static') out.push({ of: 'move', rule: `${c.move}: ${c.because.move ?? 'follows the action'}` })
  if (c.angle !== 'eye')
    out.push({
      of: 'angle',
      rule: `${c.angle}: ${c.because.angle ?? (c.angle === 'low' ? 'from below, for weight' : 'from above, to see it whole')}`,
    })
  return out
}

const FADE_IN = /FADE\s*(?:IN|UP)|OUVERTURE EN FONDU|AUFBLENDE/i

function fadesIn(script: Script, scene: ScriptScene, index: number): boolean {
  const before = index === 0 ? script.prelude : (script.scenes[index - 1]?.elements ?? [])
  return (
    before.some((e) => (e.kind === 'transition' || e.kind === 'action') && FADE_IN.test(e.text) && e.text.length < 20) ||
    scene.elements.slice(0, 1).some((e) => e.kind === 'transition' && FADE_IN.test(e.text))
  )
}

function transitionOut(scene: ScriptScene): SceneShots['transitionOut'] {
  for (let i = scene.elements.length - 1; i >= 0; i--) {
    const e = scene.elements[i]!
    if (e.kind !== 'transition') continue
    if (/FADE\s*(?:OUT|TO)|ABBLENDE/i.test(e.text)) return 'fade'
    if (/BLACK|SCHWARZ|NOIR|NEGRO|NERO/i.test(e.text)) return 'black'
  }
  return 'cut'
}
