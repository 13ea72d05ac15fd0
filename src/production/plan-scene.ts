import { cameraByHand, placeCamera } from '../departments/camera'
import { looksIn } from '../departments/characters'
import { lightScene } from '../departments/lighting'
import { blockScene, peopleByHand, performShot, shootScene } from '../departments/previs'
import {
  assembled,
  type Breakdown,
  type CharacterSpec,
  type Diagnostic,
  figureOf,
  type HandEdit,
  hashOnce,
  type LightPlan,
  roundNumbers,
  type ScenePart,
  type SceneShots,
  type Script,
  type ScriptScene,
  type SetSpec,
  type ShotPlan,
  sliceHashOf,
  type Vec3,
} from '../film'
import type { CutScene } from './crossings'
import { gradedLight, type PlanSettings, placeOfScene, shotsInScene } from './master'
import { scenePartsOf } from './scene-parts'
import type { Sets } from './sets'
import type { Wardrobe } from './wardrobe'

/** Where heads are over a scene, for the lighting: wherever its main characters stay on stage. No time enters, so that a longer line does not change the light. */
function headsOf(blocking: ReturnType<typeof blockScene>, cast: ReadonlyMap<string, CharacterSpec>): Vec3[] {
  return blocking.performances.slice(0, 4).flatMap((p) => {
    const spec = cast.get(p.character)
    if (!spec) return []
    const figure = figureOf(spec)
    const away = blocking.offstage[p.character] ?? []
    return p.where.flatMap((w): Vec3[] => {
      if (w.kind !== 'stay' || away.some((o) => w.t0 >= o.t0 && w.t1 <= o.t1)) return []
      const seat = w.seatHeightM ?? 0
      const y = w.stance === 'sit' ? seat + figure.eyeAboveSeatM : w.stance === 'lie' ? seat + 0.15 : figure.eyeHeightM
      return [[w.position[0], w.position[1] + y, w.position[2]]]
    })
  })
}

/** A scene that is planned, with the names of all that is made for it. */
export interface PlannedScene {
  /** Its place in the film, from 0. */
  readonly index: number
  readonly shots: SceneShots
  /** Where it plays: what is built there and the light in it; a shot's `part` counts them. */
  readonly places: readonly { readonly set: SetSpec; readonly setHash: string; readonly light: LightPlan; readonly lightHash: string }[]
  readonly plans: readonly ShotPlan[]
  readonly sliceHashes: readonly string[]
  /** What of its action lines could not be done as written. */
  readonly findings: readonly Diagnostic[]
  /** What was moved by hand in it, and is not there any more. */
  readonly lostEdits: readonly HandEdit[]
}

/** What every scene of a film asks for. */
export interface FilmBooks {
  readonly script: Script
  readonly settings: PlanSettings
  readonly breakdown: Breakdown
  readonly people: ReadonlyMap<string, Script['characters'][number]>
  readonly items: ReadonlyMap<string, Breakdown['scenes'][number]['items']>
  readonly sets: Sets
  readonly wardrobe: Wardrobe
}

/** A place of a scene, made: what is built there, the light in it, and who does what. */
interface MadePlace {
  readonly set: SetSpec
  readonly light: LightPlan
  readonly blocking: ReturnType<typeof blockScene>
  readonly lostEdits: readonly HandEdit[]
}

/** Plans one scene: its shots, its sets, the blocking, the light and the cameras. `index` is its place in the film, from 0. @throws RangeError for a scene the script does not have. */
export function planScene(index: number, film: FilmBooks): PlannedScene {
  const { scene, name } = sceneAt(film.script, index)
  const parts = scenePartsOf(film.script, index) ?? []
  const planned = shootScene(film.script, scene, film.items.get(scene.key) ?? [], index, { fps: film.settings.fps, parts })
  const shots = shotsInScene(planned, film.settings, name, film.script.characters)
  const { cast } = film.wardrobe.of({ scene, name })
  const castOf = (shot: SceneShots['shots'][number]) => film.wardrobe.of({ scene, name }, firstLine(shots, shot)).cast
  const present = scene.characters.flatMap((key) => {
    const person = film.people.get(key)
    return person ? castMembersOf(person, cast) : []
  })
  const { fps, aspect } = film.settings
  const places = (parts.length > 0 ? parts : [undefined]).map((part) => makePlace(index, part, { film, shots, present, cast }))
  const placeOf = (shot: SceneShots['shots'][number]) => places[shot.part ?? 0] ?? (places[0] as MadePlace)
  const fade = Math.round(fps.num / fps.den)
  const last = shots.shots.length - 1
  const edits = film.settings.edits ?? []
  // A scene that plays in several places has its people in one of them.
  const lostEdits = new Set(places.map((p) => p.lostEdits).reduce((lost, also) => lost.filter((e) => also.includes(e))))
  const plans = shots.shots.map((shot, i): ShotPlan => {
    const { blocking, set } = placeOf(shot)
    const performed = performShot({ blocking, sceneShots: shots, shot, fps })
    const planned = placeCamera({
      shot,
      sceneShots: shots,
      performances: blocking.performances,
      set,
      cast: present,
      aspect,
      fps,
      props: blocking.props,
    })
    const own = edits.filter((e) => e.target === shot.key)
    const { camera, lost } = own.length > 0 ? cameraByHand(planned, own) : { camera: planned, lost: [] }
    for (const edit of lost) lostEdits.add(edit)
    const captions = shots.beats
      .filter((b) => b.kind === 'line' && b.startFrame < shot.startFrame + shot.frames && b.startFrame + b.frames > shot.startFrame)
      .map((b) => ({
        t0: ((b.startFrame - shot.startFrame) * fps.den) / fps.num,
        t1: ((b.startFrame + b.frames - shot.startFrame) * fps.den) / fps.num,
        speaker: film.people.get(b.character ?? '')?.name ?? '',
        text: b.text,
      }))
    // Camera and performance come rounded.
    return assembled({
      key: shot.key,
      fps,
      frames: shot.frames,
      aspect: roundNumbers(aspect),
      camera,
      performances: performed.performances,
      props: performed.props,
      doors: performed.doors,
      fadeIn: i === 0 && shots.transitionIn === 'fade' ? Math.min(fade, shot.frames - 1) : 0,
      fadeOut: i === last && shots.transitionOut !== 'cut' ? Math.min(shots.transitionOut === 'fade' ? fade : 2, shot.frames - 1) : 0,
      captions: roundNumbers(captions),
    })
  })
  return {
    index,
    shots,
    places: places.map(({ set, light }) => ({ set, setHash: hashOnce(set), light, lightHash: hashOnce(light) })),
    plans,
    findings: places.flatMap((p) => p.blocking.findings),
    lostEdits: [...lostEdits],
    sliceHashes: plans.map((shot, i) => {
      const of = shots.shots[i] as SceneShots['shots'][number]
      const { set, light } = placeOf(of)
      return sliceHashOf({ shot, set, cast: film.wardrobe.pictured(shot, castOf(of)), light })
    }),
  }
}

/** What the places of one scene share. */
interface PlacedScene {
  readonly film: FilmBooks
  readonly shots: SceneShots
  readonly present: readonly CharacterSpec[]
  readonly cast: ReadonlyMap<string, CharacterSpec>
}

/** Builds, blocks and lights a scene in its place, or in one of its places: as it was when the film was there last. */
function makePlace(index: number, part: ScenePart | undefined, { film, shots, present, cast }: PlacedScene): MadePlace {
  const { scene, name } = sceneAt(film.script, index)
  const before = part?.seenIn === undefined ? undefined : sceneAt(film.script, part.seenIn)
  const heading = part?.heading ?? scene.heading
  const place = placeOfScene(heading, film.settings, before?.name ?? name)
  const named = film.items.get((before?.scene ?? scene).key) ?? []
  const items = [...named, ...place.props.map((prop) => ({ category: 'prop' as const, name: prop, text: prop, line: heading.line }))]
  const set = film.sets.of(place, items)
  const { fps } = film.settings
  const blocked = blockScene({
    scene,
    shots,
    characters: film.script.characters,
    set,
    cast: present,
    items,
    fps,
    part,
    looks: looksIn(film.wardrobe.continuity, scene.key),
  })
  const edits = film.settings.edits?.filter((e) => e.target === scene.key) ?? []
  const { blocking, lost: lostEdits } = edits.length > 0 ? peopleByHand(blocked, set, edits) : { blocking: blocked, lost: [] }
  const actions = (s: ScriptScene, has: (element: number) => boolean) =>
    s.elements.flatMap((e, i) => (e.kind === 'action' && has(i) ? [e.text] : []))
  const words = [
    heading.text,
    ...(before ? actions(before.scene, () => true) : []),
    ...actions(scene, (i) => part?.elements.has(i) ?? true),
    ...place.words,
  ]
  const lit = lightScene({
    set,
    timeOfDay: place.timeOfDay,
    words,
    people: headsOf(blocking, cast),
    boxes: film.sets.boxes(set),
    key: (before?.scene ?? scene).key,
  })
  return { set, light: gradedLight(lit, film.settings), blocking, lostEdits }
}

/** The script's line that a shot begins with. */
export const firstLine = (scene: SceneShots, shot: SceneShots['shots'][number]): number =>
  scene.beats.find((b) => b.startFrame + b.frames > shot.startFrame)?.line ?? 1

const castMembersOf = (person: Script['characters'][number], cast: ReadonlyMap<string, CharacterSpec>): CharacterSpec[] =>
  person.count > 1
    ? [...cast.values()].filter((c) => c.key.startsWith(`${person.key}#`))
    : [cast.get(person.key)].filter((c): c is CharacterSpec => c !== undefined)

/** A scene and what it is called. @throws RangeError for one that the script does not have. */
export function sceneAt(script: Script, index: number): Pick<CutScene, 'scene' | 'name'> {
  const scene = script.scenes[index]
  if (!scene) throw new RangeError(`sceneAt: the script has no scene ${index}`)
  return { scene, name: { index: index + 1, number: scene.heading.number } }
}
