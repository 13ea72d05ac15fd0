import { breakDown, storyDays } from '../departments/development'
import {
  type Breakdown,
  type Continuity,
  DEFAULT_FPS,
  type Diagnostic,
  type HandEdit,
  type LightPlan,
  modelsFor,
  type PlannedShot,
  type PlanStore,
  panoramasFor,
  type RenderPlan,
  roundNumbers,
  type SceneShots,
  type Script,
  type SetSpec,
  type ShotList,
  type ShotPlan,
  type ShotSlice,
} from '../film'
import { castVoices } from './cast-voices'
import { crossings } from './crossings'
import type { FilmSpeech } from './film-speech'
import { type ActorReference, type PlanSettings, type ShotStyle, saidOfShots, settingsFor } from './master'
import { type FilmBooks, firstLine, type PlannedScene, planScene, sceneAt } from './plan-scene'
import { Sets } from './sets'
import { Wardrobe } from './wardrobe'

/** A film that is made of its script and nothing else, at 24 frames a second and 16:9. */
export const PLAIN_SETTINGS: PlanSettings = {
  fps: DEFAULT_FPS,
  aspect: 16 / 9,
  characters: [],
  locations: [],
  words: [],
  shots: [],
  listed: false,
  transitions: [],
}

/** Everything between a script and the plan, for those who want to see it. */
export interface PlannedFilm {
  readonly script: Script
  readonly breakdown: Breakdown
  readonly shotList: ShotList
  /** How the story leaves everybody, scene by scene, and where it contradicts itself. */
  readonly continuity: Continuity
  readonly store: PlanStore
  /** Who is heard in it, and how. */
  readonly speech: FilmSpeech
  /** Who the script's people are cast after, by their keys. */
  readonly references: ReadonlyMap<string, ActorReference>
  /** Action lines that could not be done as written, in order: mended (info) or left out (warning). */
  readonly findings: readonly Diagnostic[]
}

/** By key; of two with one key the first. */
const byKey = <T>(list: readonly T[], keyOf: (item: T) => string): Map<string, T> =>
  new Map([...list].reverse().map((item) => [keyOf(item), item]))

/** What the index says of a shot that is not in its scene's first place. */
function elsewhere(places: PlannedScene['places'], which: number): Pick<PlannedShot, 'set' | 'light'> {
  const place = which > 0 ? places[which] : undefined
  return place ? { set: place.setHash, light: place.lightHash } : {}
}

const styledAs = (retro: ShotStyle | undefined): Pick<PlannedShot, 'retro'> => (retro ? { retro: { ...retro } } : {})

/** Settings that know in which years scenes play, where only the script says so. */
function withYears(script: Script, settings: PlanSettings): PlanSettings {
  if (settings.year !== undefined) return settings
  const sceneYears = storyDays(script).scenes.map((s) => s.year)
  return sceneYears.some((y) => y !== undefined) ? { ...settings, sceneYears } : settings
}

/** The books of a film: what is needed before its first scene is planned. */
export function booksOf(script: Script, said: PlanSettings = PLAIN_SETTINGS): FilmBooks {
  const breakdown = breakDown(script)
  const settings = withYears(script, said)
  const wardrobe = new Wardrobe(script, settings, breakdown)
  return {
    script,
    settings,
    breakdown,
    people: byKey(script.characters, (c) => c.key),
    items: new Map([...byKey(breakdown.scenes, (s) => s.sceneKey)].map(([key, s]) => [key, s.items])),
    sets: new Sets(),
    wardrobe,
    ...castVoices(script, settings, wardrobe.plain),
  }
}

/**
 * Plans some scenes of a film. Scenes know nothing of each other: what comes out does not depend on which are asked for together.
 * @param which places in the film, from 0.
 * @param onScene told after each, for progress.
 */
export function planScenes(film: FilmBooks, which: readonly number[], onScene?: (done: number, total: number) => void): PlannedScene[] {
  return which.map((index, n) => {
    const made = planScene(index, film)
    onScene?.(n + 1, which.length)
    return made
  })
}

/**
 * Puts planned scenes together to a film.
 * @param planned every scene of the film, in any order.
 * @throws RangeError for a scene that is missing.
 */
export function assembleFilm(
  { script, settings, breakdown, wardrobe, speech, said }: FilmBooks,
  planned: readonly PlannedScene[],
): PlannedFilm {
  const byIndex = new Map(planned.map((p) => [p.index, p]))
  const made = script.scenes.map((scene, i) => {
    const one = byIndex.get(i)
    if (one?.shots.sceneKey !== scene.key) throw new RangeError(`assembleFilm: scene ${i} (${scene.key}) is not planned`)
    return { ...sceneAt(script, i), ...one }
  })
  const transitions = crossings(made, settings, settings.fps)
  const overlap = new Map(transitions.map((t) => [t.to, t.frames]))
  const store = { shots: {} as Record<string, ShotPlan>, sets: {} as Record<string, SetSpec>, lights: {} as Record<string, LightPlan> }
  const cast = Object.fromEntries(wardrobe.plain)
  const index: PlannedShot[] = []
  const scenes: RenderPlan['scenes'][number][] = []
  let startFrame = 0
  for (const at of made) {
    const { scene, shots: sceneShots, places } = at
    const main = places[0] as PlannedScene['places'][number]
    const { costumes, looks = [] } = wardrobe.of(at)
    for (const [costume, spec] of looks) cast[costume] = spec
    for (const { set, setHash, light, lightHash } of places) {
      store.sets[setHash] ??= set
      store.lights[lightHash] ??= light
    }
    scenes.push({
      key: scene.key,
      title: scene.heading.text,
      set: main.setHash,
      light: main.lightHash,
      frames: sceneShots.frames,
      ...(costumes ? { costumes } : {}),
    })
    const said = saidOfShots(settings, at.name, sceneShots.shots)
    at.plans.forEach((plan, i) => {
      const shot = sceneShots.shots[i] as SceneShots['shots'][number]
      const inShot = wardrobe.of(at, firstLine(sceneShots, shot))
      for (const [costume, spec] of inShot.looks ?? []) cast[costume] = spec
      store.shots[plan.key] = plan
      startFrame -= overlap.get(plan.key) ?? 0
      index.push({
        key: plan.key,
        address: shot.address,
        sceneKey: scene.key,
        sceneTitle: scene.heading.text,
        size: shot.size,
        framing: shot.framing,
        move: shot.move,
        lensMm: plan.camera.lensMm,
        subjects: [...shot.subjects],
        frames: plan.frames,
        startFrame,
        why: [...shot.why.map((w) => `${w.of}: ${w.rule}`), ...plan.camera.why.map((w) => `camera: ${w}`)],
        line: shot.why.find((w) => w.line !== undefined)?.line ?? scene.heading.line,
        captions: [...plan.captions],
        ...(inShot.costumes === costumes ? {} : { costumes: inShot.costumes ?? {} }),
        ...elsewhere(places, at.placeOf[i] ?? 0),
        ...styledAs(said[i]?.retro),
        sliceHash: at.sliceHashes[i] as string,
      })
      startFrame += plan.frames
    })
  }
  const plan: RenderPlan = {
    schema: 'RenderPlan',
    version: '1.0.0',
    title: settings.title || script.title,
    author: settings.author || script.author,
    fps: settings.fps,
    aspect: roundNumbers(settings.aspect),
    frames: startFrame,
    shots: index,
    ...(transitions.length > 0 ? { transitions } : {}),
    scenes,
  }
  const shotList: ShotList = { schema: 'ShotList', version: '1.0.0', fps: settings.fps, scenes: made.map((m) => m.shots) }
  return {
    script,
    breakdown,
    shotList,
    continuity: wardrobe.continuity,
    store: {
      plan,
      ...store,
      cast,
      ...modelsFor(Object.values(cast), settings.models),
      ...panoramasFor(Object.values(store.lights), settings.panoramas),
    },
    speech,
    references: referencesOf(script, settings),
    findings: [
      ...said,
      ...onceEach(planned.toSorted((a, b) => a.index - b.index).flatMap((p) => p.findings)),
      ...wardrobe.continuity.breaks,
      ...lostEdits(settings.edits ?? [], planned),
    ],
  }
}

function referencesOf(script: Script, settings: PlanSettings): ReadonlyMap<string, ActorReference> {
  return new Map(
    script.characters.flatMap((person) => {
      const reference = settingsFor(person, settings)?.reference
      return reference ? [[person.key, reference]] : []
    }),
  )
}

/** What was moved by hand, and finds nothing any more: it is said, and kept. */
function lostEdits(edits: readonly HandEdit[], scenes: readonly PlannedScene[]): Diagnostic[] {
  const known = new Set(scenes.flatMap(({ shots }) => [shots.sceneKey, ...shots.shots.map((s) => s.key)]))
  // By what they say: scenes may have been planned elsewhere.
  const named = (e: HandEdit) => `${e.target} ${e.path} ${e.base}`
  const lost = new Set(scenes.flatMap((s) => s.lostEdits.map(named)))
  const built = new Set(scenes.flatMap((s) => s.builtWith.map(named)))
  return edits
    .filter((e) => (e.path.startsWith('things.') ? !built.has(named(e)) : lost.has(named(e)) || !known.has(e.target)))
    .map((e) => ({
      severity: 'warning',
      rule: 'edit.lost',
      message: `what was changed by hand is not there any more: ${e.path} of ${e.target}`,
      remedy: 'set it again on the floor plan, or take the edit out',
      line: 0,
      column: 0,
      value: JSON.stringify(e.value),
    }))
}

/**
 * The film in order: breakdown, cast, and scene by scene the shots, the set, the blocking, the light and the cameras.
 * A pure function of script and settings; the only place that knows which department follows which.
 * @param settings what a production says over the script.
 * @param onScene told after each scene, for progress.
 */
export function planFilm(
  script: Script,
  settings: PlanSettings = PLAIN_SETTINGS,
  onScene?: (done: number, total: number) => void,
): PlannedFilm {
  const film = booksOf(script, settings)
  return assembleFilm(film, planScenes(film, [...script.scenes.keys()], onScene))
}

/**
 * Everything one shot's pictures depend on.
 * @throws RangeError when the plan has no such shot.
 */
export function sliceOf(store: PlanStore, shotKey: string): ShotSlice {
  const shot = store.shots[shotKey]
  const index = store.plan.shots.find((s) => s.key === shotKey)
  const scene = store.plan.scenes.find((s) => s.key === index?.sceneKey)
  const set = scene && store.sets[index?.set ?? scene.set]
  const light = scene && store.lights[index?.light ?? scene.light]
  if (!shot || !index || !set || !light) throw new RangeError(`sliceOf: the plan has no shot ${JSON.stringify(shotKey)}`)
  const cast = shot.performances.flatMap(({ character }) => {
    const spec = store.cast[(index.costumes ?? scene.costumes)?.[character] ?? character]
    return spec ? [{ ...spec, provenance: [] }] : []
  })
  return { shot, set, cast, light, ...modelsFor(cast, store.models), ...panoramasFor([light], store.panoramas) }
}

/** Findings without those that several scenes have of one line: who lacks what for a mannerism. */
function onceEach<T extends { readonly rule: string; readonly line: number; readonly message: string }>(findings: readonly T[]): T[] {
  const said = new Set<string>()
  return findings.filter((f) => {
    const key = `${f.rule} ${f.line} ${f.message}`
    if (f.rule === 'performance.mannerism' && said.has(key)) return false
    said.add(key)
    return true
  })
}
