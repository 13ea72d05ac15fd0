import { propForWord, propInfo } from '../departments/art'
import { looksIn } from '../departments/characters'
import { lightScene } from '../departments/lighting'
import { blockScene, peopleByHand } from '../departments/previs'
import {
  type CharacterSpec,
  figureOf,
  type HandEdit,
  type LightPlan,
  type SceneHeading,
  type ScenePart,
  type SceneShots,
  type ScriptScene,
  type SetSpec,
  type Vec3,
} from '../film'
import type { CutScene } from './crossings'
import { gradedLight, placeOfScene, placeOfShot, type ScenePlace, type ShotSettings } from './master'
import type { FilmBooks } from './plan-scene'

/** A place of a scene, made: what is built there, the light in it, and who does what. */
export interface MadePlace {
  readonly heading: SceneHeading
  readonly place: ScenePlace
  readonly set: SetSpec
  readonly light: LightPlan
  readonly blocking: ReturnType<typeof blockScene>
  readonly lostEdits: readonly HandEdit[]
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

/** Builds, blocks and lights a scene in its place, or in one of its places: as it was when the film was there last. */
export function makePlace(at: PlacedScene): MadePlace {
  const heading = at.part?.heading ?? at.scene.heading
  return made(at, heading, placeOfScene(heading, at.film.settings, at.before?.name ?? at.name))
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
  const lit = { ...place, timeOfDay: said.timeOfDay ?? place.timeOfDay, words: [...place.words, ...(said.words ?? [])] }
  return name === undefined ? { ...usual, place: lit, light: lightOf(at, heading, lit, usual) } : made(at, heading, lit)
}

function made(at: PlacedScene, heading: SceneHeading, place: ScenePlace): MadePlace {
  const { film, scene, part, before } = at
  const named = film.items.get((before?.scene ?? scene).key) ?? []
  const items = [...named, ...place.props.map((prop) => ({ category: 'prop' as const, name: prop, text: prop, line: heading.line }))]
  // Furniture stays in the scene's own place.
  const own = heading.locationKey === (part?.heading ?? scene.heading).locationKey
  const set = film.sets.of(place, own ? items : items.filter((i) => isSmall(i.name)))
  const blocked = blockScene({
    scene,
    shots: at.shots,
    characters: film.script.characters,
    set,
    cast: at.present,
    items,
    fps: film.settings.fps,
    part,
    looks: looksIn(film.wardrobe.continuity, scene.key),
  })
  const edits = film.settings.edits?.filter((e) => e.target === scene.key) ?? []
  const { blocking, lost: lostEdits } = edits.length > 0 ? peopleByHand(blocked, set, edits) : { blocking: blocked, lost: [] }
  return { heading, place, set, light: lightOf(at, heading, place, { set, blocking }), blocking, lostEdits }
}

const isSmall = (name: string): boolean => {
  const prop = propForWord(name)
  return prop !== undefined && propInfo(prop).place === 'top'
}

/** The light of a place, by its time, its words and what the scene says is done there. */
function lightOf(
  at: PlacedScene,
  heading: SceneHeading,
  place: ScenePlace,
  { set, blocking }: Pick<MadePlace, 'set' | 'blocking'>,
): LightPlan {
  const { film, scene, part, before } = at
  const actions = (s: ScriptScene, has: (element: number) => boolean) =>
    s.elements.flatMap((e, i) => (e.kind === 'action' && has(i) ? [e.text] : []))
  const lit = lightScene({
    set,
    timeOfDay: place.timeOfDay,
    words: [
      heading.text,
      ...(before ? actions(before.scene, () => true) : []),
      ...actions(scene, (i) => part?.elements.has(i) ?? true),
      ...place.words,
    ],
    people: headsOf(blocking, at.cast),
    boxes: film.sets.boxes(set),
    key: (before?.scene ?? scene).key,
  })
  return gradedLight(lit, film.settings)
}

/** Where heads are over a scene, for the lighting: wherever its main characters stay on stage. No time enters, so that a longer line does not change the light. */
function headsOf(blocking: MadePlace['blocking'], cast: ReadonlyMap<string, CharacterSpec>): Vec3[] {
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
