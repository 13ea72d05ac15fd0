import { cameraByHand, faceCamera, placeCamera } from '../departments/camera'
import { performShot, shootScene } from '../departments/previs'
import {
  assembled,
  type Breakdown,
  type CharacterSpec,
  type Diagnostic,
  frameToSeconds,
  type HandEdit,
  hashOnce,
  type LightPlan,
  roundNumbers,
  type SceneShots,
  type Script,
  type SetSpec,
  type ShotPlan,
  sliceHashOf,
} from '../film'
import { movedByHand, thingsIn } from './changes-by-hand'
import type { CutScene } from './crossings'
import type { FilmSpeech } from './film-speech'
import { arrangedForShot, litForShot, type MadePlace, makePlace, makePlaceOfShot, type PlacedScene } from './make-place'
import { type PlanSettings, saidOfShots, shotsInScene } from './master'
import { editsOf, isSunlit } from './reference'
import { scenePartsOf } from './scene-parts'
import type { Sets } from './sets'
import type { Wardrobe } from './wardrobe'

/** Edits that say how a camera is placed: they are in the shot before it is. */
const OF_PLACING: ReadonlySet<string> = new Set(['camera.move', 'camera.mount'])

/** A scene that is planned, with the names of all that is made for it. */
export interface PlannedScene {
  /** Its place in the film, from 0. */
  readonly index: number
  readonly shots: SceneShots
  /** Where it plays: what is built there and the light in it. The first is the scene's own. */
  readonly places: readonly { readonly set: SetSpec; readonly setHash: string; readonly light: LightPlan; readonly lightHash: string }[]
  /** Which of the places each shot is in. */
  readonly placeOf: readonly number[]
  readonly plans: readonly ShotPlan[]
  readonly sliceHashes: readonly string[]
  /** What of its action lines could not be done as written. */
  readonly findings: readonly Diagnostic[]
  /** What was moved by hand in it, and is not there any more. */
  readonly lostEdits: readonly HandEdit[]
  /** Edits of its sets' things that found them: what is moved in a place is moved in all of its scenes that have it. */
  readonly builtWith: readonly HandEdit[]
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
  readonly speech: FilmSpeech
  /** What is to be known of its voices. */
  readonly said: readonly Diagnostic[]
}

/** Plans one scene: its shots, its sets, the blocking, the light and the cameras. `index` is its place in the film, from 0. @throws RangeError for a scene the script does not have. */
export function planScene(index: number, film: FilmBooks): PlannedScene {
  const { scene, name } = sceneAt(film.script, index)
  const parts = scenePartsOf(film.script, index) ?? []
  const planned = shootScene(film.script, scene, film.items.get(scene.key) ?? [], index, {
    fps: film.settings.fps,
    parts,
    speak: film.speech.speak,
  })
  const edits = film.settings.edits ?? []
  const shots = movedByHand(shotsInScene(planned, film.settings, name, film.script.characters), edits)
  const { cast } = film.wardrobe.of({ scene, name })
  const castOf = (shot: SceneShots['shots'][number]) => film.wardrobe.of({ scene, name }, firstLine(shots, shot)).cast
  const present = scene.characters.flatMap((key) => {
    const person = film.people.get(key)
    return person ? castMembersOf(person, cast) : []
  })
  const { fps, aspect } = film.settings
  const inParts = (parts.length > 0 ? parts : [undefined]).map((part): PlacedScene => {
    const before = part?.seenIn === undefined ? undefined : sceneAt(film.script, part.seenIn)
    return { scene, name, film, shots, present, cast, part, before }
  })
  const usual = inParts.map(makePlace)
  const misplaced: Diagnostic[] = []
  const matched = new Map<number, readonly HandEdit[]>()
  const toCamera = new Map<number, readonly string[]>()
  const unlit: HandEdit[] = []
  const ofShots = saidOfShots(film.settings, name, shots.shots)
  const placeOf = shots.shots.map((shot, i): MadePlace => {
    const at = inParts[shot.part ?? 0] ? (shot.part ?? 0) : 0
    const said = ofShots[i]
    const own = usual[at] as MadePlace
    const part = inParts[at] as PlacedScene
    const byEye = edits.filter((e) => e.target === shot.key && isOfLight(e))
    if (!said && byEye.length === 0) return own
    const arranged = said && arrangedForShot(part, makePlaceOfShot(part, own, said), shot, said)
    const { place, lost, facing } = arranged ?? { place: own, lost: [], facing: [] }
    toCamera.set(i, facing)
    if (said?.reference) {
      // The key stands as this shot's own camera sees it.
      const { blocking, set, light } = place
      const camera = placeCamera({
        shot,
        sceneShots: shots,
        performances: blocking.performances,
        set,
        cast: present,
        aspect: film.settings.aspect,
        fps: film.settings.fps,
        props: blocking.props,
      })
      matched.set(i, editsOf(shot.key, said.reference, { camera, aspect: film.settings.aspect, set, isSunlit: isSunlit({ set, light }) }))
    }
    const lit = [...(matched.get(i) ?? []).filter(isOfLight), ...byEye]
    for (const what of lost) misplaced.push(notInShot(shot, firstLine(shots, shot), what))
    if (lit.length === 0) return place
    const byHand = litForShot(part, place, lit)
    unlit.push(...byHand.lost)
    return byHand.place
  })
  const places = [...new Set([...usual, ...placeOf])]
  const fade = Math.round(fps.num / fps.den)
  const fadesOut = shots.transitionOut === 'cut' ? 0 : shots.transitionOut === 'fade' ? fade : 2
  const last = shots.shots.length - 1
  // A scene that plays in several places has its people in one of them.
  const lostEdits = new Set(
    usual
      .map((p) => p.lostEdits)
      .reduce((lost, also) => lost.filter((e) => also.includes(e)))
      .concat(unlit),
  )
  const plans = shots.shots.map((shot, i): ShotPlan => {
    const { blocking, set } = placeOf[i] as MadePlace
    const said = ofShots[i]
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
    const own = edits.filter((e) => e.target === shot.key && !OF_PLACING.has(e.path) && !isOfLight(e))
    const aimed = (matched.get(i) ?? []).filter((e) => !isOfLight(e) && !own.some((o) => o.path === e.path))
    const { camera, lost } = own.length + aimed.length > 0 ? cameraByHand(planned, [...aimed, ...own]) : { camera: planned, lost: [] }
    for (const edit of lost) lostEdits.add(edit)
    const facing = toCamera.get(i) ?? []
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
      camera: said?.shake === undefined ? camera : { ...camera, handheld: said.shake },
      performances: performed.performances.map((p) =>
        facing.includes(p.character) ? faceCamera(p, camera, frameToSeconds(shot.frames, fps)) : p,
      ),
      props: performed.props,
      doors: performed.doors,
      ...(performed.lamps ? { lamps: performed.lamps } : {}),
      fadeIn: Math.min(said?.fadeIn ?? (i === 0 && shots.transitionIn === 'fade' ? fade : 0), shot.frames - 1),
      fadeOut: Math.min(said?.fadeOut ?? (i === last ? fadesOut : 0), shot.frames - 1),
      captions: roundNumbers(captions),
    })
  })
  return {
    index,
    shots,
    places: places.map(({ set, light }) => ({ set, setHash: hashOnce(set), light, lightHash: hashOnce(light) })),
    plans,
    placeOf: placeOf.map((p) => places.indexOf(p)),
    findings: [
      ...usual.flatMap((p) => [...p.blocking.findings, ...p.said.map((what) => notAsWished(scene.heading.text, what))]),
      ...misplaced,
    ],
    builtWith: [
      ...new Set(
        places.flatMap(({ set, lostEdits: lost }) => thingsIn(edits, set.key).flatMap((t) => t.edits.filter((e) => !lost.includes(e)))),
      ),
    ],
    lostEdits: [...lostEdits],
    sliceHashes: plans.map((shot, i) => {
      const of = shots.shots[i] as SceneShots['shots'][number]
      const { set, light } = placeOf[i] as MadePlace
      return sliceHashOf({ shot, set, cast: film.wardrobe.pictured(shot, castOf(of)), light })
    }),
  }
}

const isOfLight = ({ path }: HandEdit): boolean =>
  path === 'light.rig' || path.startsWith('air.') || path.startsWith('lamps.') || path.startsWith('grade.')

/** What is wished of a place, and is not as it was wished. */
const notAsWished = (title: string, what: string): Diagnostic => ({
  severity: 'warning',
  rule: 'edit.clash',
  message: `${title}: ${what}`,
  remedy: 'look at it on the floor plan, and move it again',
  line: 0,
  column: 0,
})

/** What a production wants in a shot, and cannot have there. */
const notInShot = ({ address }: SceneShots['shots'][number], line: number, what: string): Diagnostic => ({
  severity: 'warning',
  rule: 'shot.placement',
  message: `in ${address} ${what}`,
  remedy: 'look at the shot on the floor plan, and name who and what is in it',
  line,
  column: 1,
})

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
