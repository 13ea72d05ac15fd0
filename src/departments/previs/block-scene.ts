import {
  type Beat,
  type Breakdown,
  type CharacterSpec,
  type Diagnostic,
  type FrameRate,
  frameToSeconds,
  isMannerism,
  type Look,
  lacksFor,
  onRaisedFloor,
  type Performance,
  type PropTrack,
  random,
  type ScenePart,
  type SceneShots,
  type ScriptCharacter,
  type ScriptScene,
  type SetSpec,
  type ShotPlan,
} from '../../film'
import { applyDeed } from './apply-deed'
import { bringAlong } from './bring-along'
import { HandProps } from './carry-props'
import { swingDoor } from './come-and-go'
import { deedStarts } from './deed-seconds'
import type { DeedKind } from './deed-table'
import { Places } from './find-place'
import { FloorPlan } from './floor-plan'
import { letFall } from './handle-thing'
import { NameFinder } from './name-finder'
import { partnerOf } from './partner-of'
import { habitsOf, playLine } from './play-line'
import type { Deed } from './read-action'
import { type People, readScene } from './read-scene'
import { report } from './report-finding'
import type { Stage } from './stage'
import { END, StageActor, Traffic } from './stage-actor'
import { type Newcomer, startPlaces } from './start-places'
import { afloat } from './swim'

export interface BlockSceneOptions {
  readonly scene: ScriptScene
  readonly shots: SceneShots
  readonly characters: readonly ScriptCharacter[]
  readonly set: SetSpec
  /** The scene's people; groups as `two-men#1`, `two-men#2`. */
  readonly cast: readonly CharacterSpec[]
  readonly items: Breakdown['scenes'][number]['items']
  readonly fps: FrameRate
  /** The place that is blocked, of a scene that plays in several: what happens elsewhere is left out. */
  readonly part?: ScenePart | undefined
  /** How the story leaves everybody for this scene: what they carry, which wounds they have. */
  readonly looks?: readonly Look[]
}

/** Who is where and does what, in seconds of scene time. */
export interface Blocking {
  readonly performances: readonly Performance[]
  readonly props: readonly PropTrack[]
  readonly doors: ShotPlan['doors']
  readonly lamps: NonNullable<ShotPlan['lamps']>
  /** When somebody is not to be seen (behind a door, gone): character key → stretches [t0, t1). */
  readonly offstage: Readonly<Record<string, readonly { readonly t0: number; readonly t1: number }[]>>
  /** Action lines that could not be done as written: mended (info) or left out (warning), in order. */
  readonly findings: readonly Diagnostic[]
}

/**
 * Deduces a scene's blocking from its words, the set's marks and the beats' times. Nobody stands in furniture, in a wall
 * or within 0.55 m of anybody else; whoever is mentioned only off screen is not there.
 */
export function blockScene(options: BlockSceneOptions): Blocking {
  const { scene, shots, set, cast, items, fps, part } = options
  const beats = part ? shots.beats.filter((b) => part.elements.has(b.element)) : shots.beats
  const roleOf = (key: string) => key.split('#')[0]!
  const sexes = new Map(cast.map((c) => [roleOf(c.key), c.sex]))
  const people: People = { names: NameFinder.of(options.characters), sexOf: (key) => sexes.get(key) }
  const reading = readScene(
    beats.map((beat) => ({ beat })),
    scene.characters,
    people,
    people.sexOf,
    scene.heading.setting === 'EXT',
  )
  const talkers = new Set(beats.flatMap((b) => (b.kind === 'line' && !b.offScreen && b.character ? [b.character] : [])))
  const descriptions = new Map(options.characters.map((c) => [c.key, c.description]))
  const counts = new Map(options.characters.map((c) => [c.key, c.count]))
  // An intercut whose places are not known apart plays in one: its people do not see each other.
  const apart = !part && /INTERCUT/i.test(scene.heading.text)
  const seconds = (frames: number) => frameToSeconds(frames, fps)

  const newcomers = cast
    .filter((c) => reading.present.includes(roleOf(c.key)) && (part?.people?.has(roleOf(c.key)) ?? true))
    .map((c): Newcomer => {
      const role = roleOf(c.key)
      const beat = beats.find((b) => reading.readings.get(b.key)?.people.includes(role))
      const read = beat && reading.readings.get(beat.key)
      const deed = read?.deeds.find((d) => d.who.includes(role))
      return {
        key: c.key,
        role,
        entering: reading.entering.has(role) && beats[0]?.key !== reading.entering.get(role),
        extra: (counts.get(role) ?? 1) > 3 && !talkers.has(role),
        talks: talkers.has(role),
        first: beat && read ? { ...(deed ? { deed } : {}), text: beat.text, seconds: seconds(beat.frames), reading: read } : undefined,
      }
    })
  const plan = FloorPlan.of(set)
  const places = new Places(set, plan)
  const words = scene.elements.flatMap((e) => (e.kind === 'action' ? [e.text] : [])).join(' ')
  // Main people first: they get the best places.
  const rank = (n: Newcomer) => (n.talks ? 0 : n.extra ? 2 : 1)
  const ordered = [...newcomers].sort((a, b) => rank(a) - rank(b) || reading.present.indexOf(a.role) - reading.present.indexOf(b.role))
  const starts = startPlaces({ places, plan }, ordered, words, apart, scene.key)
  const actors = ordered.flatMap((n) => {
    const at = starts.get(n.key)
    const spec = cast.find((c) => c.key === n.key)
    if (!at || !spec) return []
    const a = new StageActor(n.key, n.role, spec, at)
    if (n.entering) a.offstage.push({ t0: 0, t1: END })
    return [a]
  })
  const traffic = new Traffic(plan, actors)
  const props = new HandProps(items, actors)
  const habits = habitsOf(actors, (role) => descriptions.get(role) ?? '')
  const stage: Stage = { places, plan, traffic, actors, props, habits, findings: [], doors: new Map(), lamps: new Map() }
  for (const a of actors) sayMissing(stage, a, beats[0])
  bringAlong(stage, options.looks ?? [], beats, fps)
  const extras = new Set(newcomers.filter((n) => n.extra).map((n) => n.key))
  const said = scene.elements.flatMap((e) => (e.kind === 'dialogue' ? [e] : []))
  const speakers = said.map((e) => e.character)
  const present = [...new Set(actors.map((a) => a.role))]

  for (const beat of beats) {
    const t0 = seconds(beat.startFrame)
    const long = seconds(beat.frames)
    if (beat.kind === 'line' && beat.character !== undefined) {
      const element = scene.elements[beat.element]
      const index = element?.kind === 'dialogue' ? said.indexOf(element) : -1
      const who = actors.filter((a) => a.role === beat.character)
      const asked = beat.manner && /^to\b/i.test(beat.manner) ? people.names.read(beat.manner).hits[0]?.key : undefined
      // Somebody elsewhere is spoken to by telephone: nobody here is looked at.
      const around = part?.people ? [...present, ...speakers.filter((k) => !part.people?.has(k))] : present
      const partner = asked !== undefined && present.includes(asked) ? asked : partnerOf(speakers, index, beat.character, around)
      const to = actors.find((a) => a.role === partner && !a.isOff && !who.includes(a))
      playLine(stage, beat, t0, long, who, to, apart)
    } else if (beat.kind === 'action') {
      const read = reading.readings.get(beat.key)
      if (!read) continue
      const deeds = read.deeds.filter((d) => d.who.length > 0).map(kneelsFor)
      props.begin(beat, read, beat === beats[0] ? 0 : t0)
      if (read.doorOpens) {
        const door = places.mark('door', { x: 0, z: 0 }, [])
        swingDoor(stage, door?.mark, t0 + 0.4)
      }
      const starts = deedStarts(deeds, long)
      deeds.forEach((deed, i) => {
        for (const a of actors.filter((b) => deed.who.includes(b.role))) applyDeed(stage, a, deed, t0 + starts[i]!, long - starts[i]!, beat)
      })
      // What falls, falls from the hand it was in, when whoever has it has done the rest.
      for (const thing of props.names.filter((p) => read.falls.includes(p))) {
        const holder = props.holderOf(thing)
        if (holder) letFall({ stage }, holder, thing, Math.max(t0, Math.min(holder.busyUntil, t0 + long - 0.5)))
      }
      // Whoever is shown by a line and not there yet, comes in on it.
      for (const a of actors)
        if (
          a.isOff &&
          read.people.includes(a.role) &&
          !deeds.some((d) => d.who.includes(a.role)) &&
          reading.entering.get(a.role) === beat.key
        )
          applyDeed(stage, a, { kind: 'enter', who: [a.role], to: [], rest: [], word: 'enters' }, t0 + 0.5, long, beat)
      const doer = actors.find((a) => deeds[0]?.who.includes(a.role) && !a.isOff)
      if (doer) {
        for (const b of actors) {
          if (b === doer || b.isOff || apart || extras.has(b.key) || deeds.some((d) => d.who.includes(b.role))) continue
          const rnd = random(`${beat.key}/${b.key}/sees`)
          if (rnd.chance(0.7)) b.gaze.push({ kind: 'actor', t0: t0 + rnd.range(0.3, 0.8), actor: doer.key })
        }
        stage.focus = doer
      }
    }
    for (const a of actors) if (extras.has(a.key)) mill(a, beat.key, t0, long)
  }

  // Not rounded here: a shot's own times are, once they are counted from its start.
  return {
    performances: actors.map((a) => standing(set, tidy(a.performance()), a.figure.heightM)),
    props: props.tracks(),
    doors: Object.fromEntries([...stage.doors].sort(([a], [b]) => (a < b ? -1 : 1))),
    lamps: Object.fromEntries([...stage.lamps].sort(([a], [b]) => (a < b ? -1 : 1))),
    offstage: Object.fromEntries(actors.filter((a) => a.offstage.length).map((a) => [a.key, a.offstage])),
    findings: stage.findings,
  }
}

/** Mannerisms that somebody has not what it takes for: said, where the line stands that asks for them. */
function sayMissing(stage: Stage, a: StageActor, first: Beat | undefined): void {
  const { habits = [], provenance } = a.spec
  const said = provenance.find((p) => p.field === 'habits' && p.from === 'script')
  for (const habit of habits) {
    const lacks = isMannerism(habit) ? lacksFor(habit, a.spec) : undefined
    if (lacks !== undefined && first)
      report(
        stage,
        { line: said?.line ?? first.line, text: said?.text ?? first.text },
        'mannerism',
        a,
        `lacks ${lacks}: ${habit} is left out`,
      )
  }
}

/** Whom one kneels to: `falls to her knees and hugs him`. */
function kneelsFor(deed: Deed, i: number, all: readonly Deed[]): Deed {
  if (deed.kind !== 'kneel' || deed.to.length) return deed
  const next = all[i + 1]
  return next?.to.length && next.who[0] === deed.who[0] && NEAR.has(next.kind) ? { ...deed, to: next.to } : deed
}
const NEAR: ReadonlySet<DeedKind> = new Set(['hug', 'kiss', 'clasp', 'touch', 'give'])

/** Extras live: they talk among themselves and look about, a little in every beat. */
function mill(a: StageActor, key: string, t0: number, seconds: number): void {
  const rnd = random(`${key}/${a.key}/mill`)
  const at = t0 + seconds * rnd.next()
  if (rnd.chance(0.45))
    a.acts.push({
      verb: rnd.pick(['gesture', 'gesture', 'nod', 'look-around', 'fold-arms'] as const),
      t0: at,
      t1: at + 1.6,
      energy: rnd.range(0.3, 0.7),
    })
}

/** With their feet on stage, dais and steps, and afloat where they swim. */
const standing = (set: SetSpec, p: Performance, heightM: number): Performance => ({
  ...p,
  where: [...afloat(set, onRaisedFloor(set, p.where), heightM)],
})

function tidy(p: Performance): Performance {
  const byTime = <T extends { readonly t0: number }>(list: readonly T[]): T[] => [...list].sort((a, b) => a.t0 - b.t0)
  return { ...p, acts: byTime(p.acts), speech: byTime(p.speech), gaze: byTime(p.gaze), moods: byTime(p.moods) }
}
