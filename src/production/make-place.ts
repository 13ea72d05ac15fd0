import { propForWord, propInfo, putInSet, wordOfTime } from '../departments/art'
import { looksIn } from '../departments/characters'
import { gradeByHand, type LampChange, lampsByHand, lightScene } from '../departments/lighting'
import { sunDirection, tellsOfWeather, wishesWeather } from '../departments/locations'
import { blockScene, CAMERA, peopleByHand, placeInShot } from '../departments/previs'
import {
  type CharacterSpec,
  figureOf,
  frameToSeconds,
  type HandEdit,
  type LightPlan,
  type PropTrack,
  type SceneHeading,
  type ScenePart,
  type SceneShots,
  type ScriptScene,
  type SetSpec,
  type Shot,
  type Vec3,
} from '../film'
import { gradeIn, lampsIn, lightWordsIn, thingsIn, timeIn } from './changes-by-hand'
import type { CutScene } from './crossings'
import { gradedLight, personOf, placedSun, placeOfScene, placeOfShot, type ScenePlace, type ShotSettings } from './master'
import type { FilmBooks } from './plan-scene'
import { editsOf } from './reference'

/** A place of a scene, made: what is built there, the light in it, and who does what. */
export interface MadePlace {
  readonly heading: SceneHeading
  readonly place: ScenePlace
  readonly set: SetSpec
  readonly light: LightPlan
  readonly blocking: ReturnType<typeof blockScene>
  readonly lostEdits: readonly HandEdit[]
  /** What of its things and lamps is to be said, in words. */
  readonly said: readonly string[]
}

/** A scene in one of its places. */
export interface PlacedScene extends Pick<CutScene, 'scene' | 'name'> {
  readonly film: FilmBooks
  readonly shots: SceneShots
  readonly present: readonly CharacterSpec[]
  readonly cast: ReadonlyMap<string, CharacterSpec>
  /** Which of its places, where it plays in several; */
  readonly part: ScenePart | undefined
  /** and the scene that was there before. */
  readonly before: Pick<CutScene, 'scene' | 'name'> | undefined
}

/** What was changed by hand of a scene. */
const ownEdits = ({ film, scene }: PlacedScene): readonly HandEdit[] => film.settings.edits?.filter((e) => e.target === scene.key) ?? []

/** Builds, blocks and lights a scene in its place, or in one of its places: as it was when the film was there last. */
export function makePlace(at: PlacedScene): MadePlace {
  const heading = at.part?.heading ?? at.scene.heading
  const place = placeOfScene(heading, at.film.settings, at.before?.name ?? at.name)
  const time = timeIn(ownEdits(at))
  return made(at, heading, time === undefined ? place : { ...place, timeOfDay: time })
}

/**
 * The place of a shot of which the production says something else than of its scene: another light, another set. What
 * the shot does not ask for is as in its scene.
 * @param usual its scene's place.
 */
export function makePlaceOfShot(at: PlacedScene, usual: MadePlace, said: ShotSettings): MadePlace {
  const { settings, script } = at.film
  const name = said.backdrop ?? said.location
  const { heading, place } = name === undefined ? usual : placeOfShot(name, usual, script, settings)
  const lit = {
    ...place,
    month: said.ownWeather ? undefined : place.month,
    timeOfDay: said.timeOfDay ?? place.timeOfDay,
    words: [...place.words, ...(said.words ?? [])],
    lamps: [...place.lamps, ...(said.lamps ?? [])],
  }
  const unplaced = (said.things ?? []).flatMap((t) => (t.position || t.at !== undefined || t.heldBy !== undefined ? [] : [t.prop]))
  if (name !== undefined || unplaced.length > 0) return made(at, heading, { ...lit, props: [...lit.props, ...unplaced] })
  const isLit = said.timeOfDay !== undefined || said.ownWeather === true || (said.words?.length ?? 0) > 0 || (said.lamps?.length ?? 0) > 0
  return isLit ? { ...usual, place: lit, light: lightOf(at, heading, lit, usual).light } : usual
}

/** A place as a hand lit it for one shot: another rig, other air, other lamps. @returns the place, and edits that find nothing in it. */
export function litForShot(
  at: PlacedScene,
  usual: MadePlace,
  edits: readonly HandEdit[],
): { readonly place: MadePlace; readonly lost: readonly HandEdit[] } {
  const words = lightWordsIn(edits)
  const light = words.length === 0 ? usual.light : lightOf(at, usual.heading, usual.place, usual, words).light
  const lamps = lampsIn(edits)
  const set = lampsByHand(
    light,
    usual.set,
    lamps.map((l) => l.change),
  )
  const grade = gradeIn(edits)
  const graded = grade ? gradeByHand(set.light, grade) : set.light
  return {
    place: graded === usual.light ? usual : { ...usual, light: graded },
    lost: lamps.flatMap((l) => (set.lost.includes(l.change) ? l.edits : [])),
  }
}

/** Facings that mean what takes the picture. */
const INTO_THE_LENS = /^(?:the-)?(?:camera|lens|audience)$/

/**
 * A place with people and things where one shot of it wants them. They are lit as they are in their scene.
 * @returns the place, what could not be done, in words, and the keys of those who are to face the camera.
 */
export function arrangedForShot(
  { film: { settings, script } }: Pick<PlacedScene, 'film'>,
  place: MadePlace,
  shot: Shot,
  { people = [], things = [] }: Pick<ShotSettings, 'people' | 'things'>,
): { readonly place: MadePlace; readonly lost: readonly string[]; readonly facing: readonly string[] } {
  if (people.length === 0 && things.length === 0) return { place, lost: [], facing: [] }
  const lost: string[] = []
  const { performances } = place.blocking
  const keyOf = (name: string): string => {
    const key = personOf(name, script.characters) ?? name
    return performances.find((p) => p.character === key || p.character.startsWith(`${key}#`))?.character ?? key
  }
  let { set } = place
  const window = { t0: frameToSeconds(shot.startFrame, settings.fps), t1: frameToSeconds(shot.startFrame + shot.frames, settings.fps) }
  const held: PropTrack[] = []
  for (const { prop, heldBy, ...where } of things) {
    if (heldBy !== undefined) {
      const by = keyOf(heldBy)
      if (performances.some((p) => p.character === by))
        held.push({ key: `${prop}~${by}-put`, prop, states: [{ kind: 'held', t0: window.t0, by, hand: 'right' }] })
      else lost.push(`${heldBy} is not there to hold the ${prop}`)
    } else if (where.position || where.at !== undefined) {
      const put = putInSet(set, prop, where)
      if (put) set = put
      else lost.push(`there is nothing called ${where.at} that the ${prop} could stand on`)
    } else if (!set.placements.some((p) => p.prop === prop)) lost.push(`the ${prop} finds no place by itself`)
  }
  const asked = people.map((p) => ({
    ...p,
    who: keyOf(p.who),
    ...(p.near === undefined ? {} : { near: keyOf(p.near) }),
    ...(typeof p.facing === 'string' ? { facing: INTO_THE_LENS.test(p.facing) ? CAMERA : keyOf(p.facing) } : {}),
  }))
  const { blocking, lost: misplaced } = placeInShot(place.blocking, set, window, asked)
  return {
    place: { ...place, set, blocking: held.length > 0 ? { ...blocking, props: [...blocking.props, ...held] } : blocking },
    lost: [...lost, ...misplaced],
    facing: asked.flatMap((p) => (p.facing === CAMERA ? [p.who] : [])),
  }
}

function made(at: PlacedScene, heading: SceneHeading, place: ScenePlace): MadePlace {
  const { film, scene, part, before } = at
  const named = film.items.get((before?.scene ?? scene).key) ?? []
  const items = [...named, ...place.props.map((prop) => ({ category: 'prop' as const, name: prop, text: prop, line: heading.line }))]
  // Furniture stays in the scene's own place.
  const own = heading.locationKey === (part?.heading ?? scene.heading).locationKey
  const byHand = film.settings.edits ?? []
  const moved = thingsIn(byHand, place.set?.key ?? place.locationKey)
  const {
    set: built,
    left,
    clashes,
  } = film.sets.of(
    place,
    own ? items : items.filter((i) => isSmall(i.name)),
    moved.map((m) => m.change),
  )
  const played = blockScene({
    scene,
    shots: at.shots,
    characters: film.script.characters,
    set: built,
    cast: at.present,
    items,
    fps: film.settings.fps,
    part,
    looks: looksIn(film.wardrobe.continuity, scene.key),
  })
  const set = withLeaves(built, played.doors)
  const { year } = set
  const blocked = year === undefined ? played : { ...played, props: played.props.map((p) => ({ ...p, prop: wordOfTime(p.prop, year) })) }
  const edits = ownEdits(at)
  const people = edits.filter((e) => !/^(?:light|air|lamps|grade|things)\./.test(e.path))
  const { blocking, lost: lostPeople } = people.length > 0 ? peopleByHand(blocked, set, people) : { blocking: blocked, lost: [] }
  const { light, lost: unlit } = lightOf(at, heading, place, { set, blocking })
  const lamps = lampsIn(edits)
  const lostLamps = lamps.flatMap((l) => (unlit.some((c) => c.lamp === l.change.lamp) ? l.edits : []))
  const unknown = unlit.filter((c) => !lamps.some((l) => l.change.lamp === c.lamp))
  return {
    heading,
    place,
    set,
    light,
    blocking,
    lostEdits: [...lostPeople, ...lostLamps, ...moved.flatMap((m) => (left.includes(m.change) ? m.edits : []))],
    said: [
      ...clashes,
      ...left.flatMap((c) => (moved.some((m) => m.change === c) ? [] : [`there is no ${c.thing} to be moved`])),
      ...unknown.map((c) => (c.add ? `there is no slot for the lamp ${c.lamp}` : `there is no lamp called ${c.lamp}`)),
    ],
  }
}

/** A set with what is opened in it apart from what it belongs to. */
function withLeaves(set: SetSpec, doors: MadePlace['blocking']['doors']): SetSpec {
  const openings = new Set(set.openings.map((o) => o.key))
  const leaves = Object.keys(doors).filter((key) => !openings.has(key))
  return leaves.length > 0 ? { ...set, leaves } : set
}

const isSmall = (name: string): boolean => {
  const prop = propForWord(name)
  return prop !== undefined && propInfo(prop).place === 'top'
}

/** The light of a place, by its time, its words and what the scene says is done there; and what nobody found of its lamps. @param ofShot what a hand asks of one shot's light, in words. */
function lightOf(
  at: PlacedScene,
  heading: SceneHeading,
  place: ScenePlace,
  { set, blocking }: Pick<MadePlace, 'set' | 'blocking'>,
  ofShot: readonly string[] = [],
): { readonly light: LightPlan; readonly lost: readonly LampChange[] } {
  const { film, scene, part, before } = at
  const actions = (s: ScriptScene, has: (element: number) => boolean) =>
    s.elements.flatMap((e, i) => (e.kind === 'action' && has(i) ? [e.text] : []))
  const sun = place.earth && placedSun(place.earth, place.timeOfDay)
  const stays = staysOf(blocking, at.cast)
  const edits = ownEdits(at)
  const matched = place.reference ? editsOf(scene.key, place.reference) : []
  const told = [heading.text, ...(before ? actions(before.scene, () => true) : []), ...actions(scene, (i) => part?.elements.has(i) ?? true)]
  const month = place.month && !tellsOfWeather(told) && !wishesWeather(place.words) ? place.month : undefined
  const lit = lightScene({
    set,
    timeOfDay: place.timeOfDay,
    words: [...told, ...place.words, ...(month?.words ?? []), ...lightWordsIn(matched), ...lightWordsIn(edits), ...ofShot],
    people: stays.map((s) => s.head),
    faces: stays.map((s) => s.yaw),
    boxes: film.sets.boxes(set),
    panorama: place.panorama,
    sun: sun && sun.altitude > 0 ? { direction: sunDirection(sun), says: sun.says } : undefined,
    key: (before?.scene ?? scene).key,
  })
  const explained = month ? { ...lit, why: [...lit.why, month.says] } : lit
  const graded = [matched, edits].reduce(
    (light, of) => {
      const grade = gradeIn(of)
      return grade ? gradeByHand(light, grade) : light
    },
    gradedLight(explained, film.settings),
  )
  return lampsByHand(graded, set, [...place.lamps, ...lampsIn(edits).map((l) => l.change)])
}

/** Where heads are over a scene and which way they face, for the lighting: wherever its main characters stay on stage. No time enters, so that a longer line does not change the light. */
function staysOf(
  blocking: MadePlace['blocking'],
  cast: ReadonlyMap<string, CharacterSpec>,
): { readonly head: Vec3; readonly yaw: number }[] {
  return blocking.performances.slice(0, 4).flatMap((p) => {
    const spec = cast.get(p.character)
    if (!spec) return []
    const figure = figureOf(spec)
    const away = blocking.offstage[p.character] ?? []
    return p.where.flatMap((w) => {
      if (w.kind !== 'stay' || away.some((o) => w.t0 >= o.t0 && w.t1 <= o.t1)) return []
      const seat = w.seatHeightM ?? 0
      const y = w.stance === 'sit' ? seat + figure.eyeAboveSeatM : w.stance === 'lie' ? seat + 0.15 : figure.eyeHeightM
      const head: Vec3 = [w.position[0], w.position[1] + y, w.position[2]]
      return [{ head, yaw: w.yaw }]
    })
  })
}
