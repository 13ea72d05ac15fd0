import { placeCamera } from '../departments/camera'
import { breakDown } from '../departments/development'
import { lightScene } from '../departments/lighting'
import { blockScene, performShot, shootScene } from '../departments/previs'
import {
  assembled,
  type Breakdown,
  type CharacterSpec,
  type Continuity,
  DEFAULT_FPS,
  type Diagnostic,
  figureOf,
  hashOnce,
  type LightPlan,
  type PlannedShot,
  type PlanStore,
  type RenderPlan,
  roundNumbers,
  type SceneShots,
  type Script,
  type SetSpec,
  type ShotList,
  type ShotPlan,
  type ShotSlice,
  sliceHashOf,
  type Vec3,
} from '../film'
import { type CutScene, crossings } from './crossings'
import { gradedLight, type PlanSettings, placeOfScene, shotsInScene } from './master'
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
  /** Action lines that could not be done as written, in order: mended (info) or left out (warning). */
  readonly findings: readonly Diagnostic[]
}

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
  readonly set: SetSpec
  readonly setHash: string
  readonly light: LightPlan
  readonly lightHash: string
  readonly plans: readonly ShotPlan[]
  readonly sliceHashes: readonly string[]
  /** What of its action lines could not be done as written. */
  readonly findings: readonly Diagnostic[]
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

/** By key; of two with one key the first. */
const byKey = <T>(list: readonly T[], keyOf: (item: T) => string): Map<string, T> =>
  new Map([...list].reverse().map((item) => [keyOf(item), item]))

/** Plans one scene: its shots, its set, the blocking, the light and the cameras. */
function planScene(index: number, film: FilmBooks): PlannedScene {
  const { scene, name } = sceneAt(film.script, index)
  const planned = shootScene(film.script, scene, film.items.get(scene.key) ?? [], index, { fps: film.settings.fps })
  const shots = shotsInScene(planned, film.settings, name, film.script.characters)
  const { cast } = film.wardrobe.of({ scene, name })
  const castOf = (shot: SceneShots['shots'][number]) => film.wardrobe.of({ scene, name }, firstLine(shots, shot)).cast
  const { heading } = scene
  const { sets } = film
  const place = placeOfScene(heading, film.settings, name)
  const items = [
    ...(film.items.get(scene.key) ?? []),
    ...place.props.map((prop) => ({ category: 'prop' as const, name: prop, text: prop, line: heading.line })),
  ]
  const set = sets.of(place, items)
  const present = scene.characters.flatMap((key) => {
    const person = film.people.get(key)
    return person ? castMembersOf(person, cast) : []
  })
  const { fps, aspect } = film.settings
  const blocking = blockScene({ scene, shots, characters: film.script.characters, set, cast: present, items, fps })
  const words = [heading.text, ...scene.elements.flatMap((e) => (e.kind === 'action' ? [e.text] : [])), ...place.words]
  const light = gradedLight(
    lightScene({
      set,
      timeOfDay: place.timeOfDay,
      words,
      people: headsOf(blocking, cast),
      boxes: sets.boxes(set),
      key: scene.key,
    }),
    film.settings,
  )
  const fade = Math.round(fps.num / fps.den)
  const last = shots.shots.length - 1
  const plans = shots.shots.map((shot, i): ShotPlan => {
    const performed = performShot({ blocking, sceneShots: shots, shot, fps })
    const camera = placeCamera({
      shot,
      sceneShots: shots,
      performances: blocking.performances,
      set,
      cast: present,
      aspect,
      fps,
      props: blocking.props,
    })
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
    set,
    setHash: hashOnce(set),
    light,
    lightHash: hashOnce(light),
    plans,
    findings: blocking.findings,
    sliceHashes: plans.map((shot, i) =>
      sliceHashOf({ shot, set, cast: film.wardrobe.pictured(shot, castOf(shots.shots[i] as SceneShots['shots'][number])), light }),
    ),
  }
}

/** The script's line that a shot begins with. */
const firstLine = (scene: SceneShots, shot: SceneShots['shots'][number]): number =>
  scene.beats.find((b) => b.startFrame + b.frames > shot.startFrame)?.line ?? 1

const castMembersOf = (person: Script['characters'][number], cast: ReadonlyMap<string, CharacterSpec>): CharacterSpec[] =>
  person.count > 1
    ? [...cast.values()].filter((c) => c.key.startsWith(`${person.key}#`))
    : [cast.get(person.key)].filter((c): c is CharacterSpec => c !== undefined)

/** A scene and what it is called. */
function sceneAt(script: Script, index: number): Pick<CutScene, 'scene' | 'name'> {
  const scene = script.scenes[index]
  if (!scene) throw new RangeError(`sceneAt: the script has no scene ${index}`)
  return { scene, name: { index: index + 1, number: scene.heading.number } }
}

/** The books of a film: what is needed before its first scene is planned. */
export function booksOf(script: Script, settings: PlanSettings = PLAIN_SETTINGS): FilmBooks {
  const breakdown = breakDown(script)
  return {
    script,
    settings,
    breakdown,
    people: byKey(script.characters, (c) => c.key),
    items: new Map([...byKey(breakdown.scenes, (s) => s.sceneKey)].map(([key, s]) => [key, s.items])),
    sets: new Sets(),
    wardrobe: new Wardrobe(script, settings, breakdown),
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
export function assembleFilm({ script, settings, breakdown, wardrobe }: FilmBooks, planned: readonly PlannedScene[]): PlannedFilm {
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
    const { scene, shots: sceneShots, set, setHash, light, lightHash } = at
    const { costumes, looks = [] } = wardrobe.of(at)
    for (const [costume, spec] of looks) cast[costume] = spec
    store.sets[setHash] ??= set
    store.lights[lightHash] ??= light
    scenes.push({
      key: scene.key,
      title: scene.heading.text,
      set: setHash,
      light: lightHash,
      frames: sceneShots.frames,
      ...(costumes ? { costumes } : {}),
    })
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
    store: { plan, ...store, cast },
    findings: [...planned.toSorted((a, b) => a.index - b.index).flatMap((p) => p.findings), ...wardrobe.continuity.breaks],
  }
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
  const set = scene && store.sets[scene.set]
  const light = scene && store.lights[scene.light]
  if (!shot || !index || !set || !light) throw new RangeError(`sliceOf: the plan has no shot ${JSON.stringify(shotKey)}`)
  const cast = shot.performances.flatMap(({ character }) => {
    const spec = store.cast[(index.costumes ?? scene.costumes)?.[character] ?? character]
    return spec ? [{ ...spec, provenance: [] }] : []
  })
  return { shot, set, cast, light }
}
