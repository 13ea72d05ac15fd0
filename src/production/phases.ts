import { designSet, dressSet, solidBoxes } from '../departments/art'
import { placeCamera } from '../departments/camera'
import { breakDown } from '../departments/development'
import { lightScene } from '../departments/lighting'
import { blockScene, performShot, shotList } from '../departments/previs'
import {
  assembled,
  type Breakdown,
  type CharacterSpec,
  DEFAULT_FPS,
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
import {
  castInScene,
  gradedLight,
  type PlanSettings,
  placeOfScene,
  type SceneName,
  type ScenePlace,
  settingsFor,
  shotsInScene,
} from './master'

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
  readonly store: PlanStore
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

/** The sets of a film as they are asked for: one a place and dressing, the same object each time. */
class Sets {
  readonly #made = new Map<string, SetSpec>()
  readonly #boxes = new Map<SetSpec, ReturnType<typeof solidBoxes>>()

  of({ locationKey, location, setting, set }: ScenePlace, items: Breakdown['scenes'][number]['items']): SetSpec {
    const place = JSON.stringify([locationKey, location, setting])
    const bare = set ?? this.#keep(place, () => designSet({ locationKey, location, setting }))
    const things = items.filter((i) => i.category === 'prop' || i.category === 'vehicle')
    return this.#keep(JSON.stringify([set ?? place, things.map((i) => [i.category, i.name])]), () => dressSet(bare, things))
  }

  /** The set as solids for light to meet. */
  boxes(set: SetSpec): ReturnType<typeof solidBoxes> {
    let boxes = this.#boxes.get(set)
    if (!boxes) {
      boxes = solidBoxes(set)
      this.#boxes.set(set, boxes)
    }
    return boxes
  }

  #keep(key: string, make: () => SetSpec): SetSpec {
    const made = this.#made.get(key) ?? make()
    this.#made.set(key, made)
    return made
  }
}

interface SceneResult {
  readonly set: SetSpec
  readonly light: LightPlan
  readonly shots: readonly ShotPlan[]
}

/** What every scene of a film asks for, by key. */
interface FilmBooks {
  readonly characters: Script['characters']
  readonly people: ReadonlyMap<string, Script['characters'][number]>
  readonly items: ReadonlyMap<string, Breakdown['scenes'][number]['items']>
  readonly sets: Sets
  readonly settings: PlanSettings
}

/** By key; of two with one key the first. */
const byKey = <T>(list: readonly T[], keyOf: (item: T) => string): Map<string, T> =>
  new Map([...list].reverse().map((item) => [keyOf(item), item]))

function planScene({ scene, name, shots }: CutScene, cast: ReadonlyMap<string, CharacterSpec>, film: FilmBooks): SceneResult {
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
  const blocking = blockScene({ scene, shots, characters: film.characters, set, cast: present, items, fps })
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
  return {
    set,
    light,
    shots: shots.shots.map((shot, i): ShotPlan => {
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
    }),
  }
}

const castMembersOf = (person: Script['characters'][number], cast: ReadonlyMap<string, CharacterSpec>): CharacterSpec[] =>
  person.count > 1
    ? [...cast.values()].filter((c) => c.key.startsWith(`${person.key}#`))
    : [cast.get(person.key)].filter((c): c is CharacterSpec => c !== undefined)

/**
 * The film in order: breakdown, shot list, cast, and scene by scene the set, the blocking, the light and the cameras.
 * A pure function of script and settings; the only place that knows which department follows which.
 * @param settings what a production says over the script.
 * @param onScene told after each scene, for progress.
 */
export function planFilm(
  script: Script,
  settings: PlanSettings = PLAIN_SETTINGS,
  onScene?: (done: number, total: number) => void,
): PlannedFilm {
  const breakdown = breakDown(script)
  const people = byKey(script.characters, (c) => c.key)
  const planned = shotList(script, breakdown, { fps: settings.fps })
  const cut = planned.scenes.map((shots, i): CutScene => {
    const scene = script.scenes[i]
    if (scene?.key !== shots.sceneKey) throw new Error(`planFilm: shot list names scene ${shots.sceneKey}, which the script lacks`)
    const name: SceneName = { index: i + 1, number: scene.heading.number }
    return { scene, name, shots: shotsInScene(shots, settings, name, script.characters) }
  })
  const list: ShotList = { ...planned, scenes: cut.map((c) => c.shots) }
  const film: FilmBooks = {
    characters: script.characters,
    people,
    items: new Map([...byKey(breakdown.scenes, (s) => s.sceneKey)].map(([key, s]) => [key, s.items])),
    sets: new Sets(),
    settings,
  }
  const wardrobe = new Wardrobe(script, settings)
  const transitions = crossings(cut, settings, settings.fps)
  const overlap = new Map(transitions.map((t) => [t.to, t.frames]))

  const store = { shots: {} as Record<string, ShotPlan>, sets: {} as Record<string, SetSpec>, lights: {} as Record<string, LightPlan> }
  const index: PlannedShot[] = []
  const scenes: RenderPlan['scenes'][number][] = []
  let startFrame = 0
  cut.forEach((at, n) => {
    const { scene, shots: sceneShots } = at
    const { cast, costumes } = wardrobe.of(at)
    const made = planScene(at, cast, film)
    const setHash = hashOnce(made.set)
    const lightHash = hashOnce(made.light)
    store.sets[setHash] = made.set
    store.lights[lightHash] = made.light
    scenes.push({
      key: scene.key,
      title: scene.heading.text,
      set: setHash,
      light: lightHash,
      frames: sceneShots.frames,
      ...(costumes ? { costumes } : {}),
    })
    made.shots.forEach((plan, i) => {
      const shot = sceneShots.shots[i] as SceneShots['shots'][number]
      store.shots[plan.key] = plan
      const slice: ShotSlice = { shot: plan, set: made.set, cast: castOf(plan, wardrobe.pictured(cast)), light: made.light }
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
        sliceHash: sliceHashOf(slice),
      })
      startFrame += plan.frames
    })
    onScene?.(n + 1, cut.length)
  })
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
  return { script, breakdown, shotList: list, store: { plan, ...store, cast: wardrobe.everybody() } }
}

/** Who everybody is, and in which scenes they look otherwise. */
class Wardrobe {
  readonly #script: Script
  readonly #settings: PlanSettings
  readonly #plain: ReadonlyMap<string, CharacterSpec>
  readonly #costumes = new Map<string, CharacterSpec>()
  readonly #pictured = new Map<ReadonlyMap<string, CharacterSpec>, ReadonlyMap<string, CharacterSpec>>()

  constructor(script: Script, settings: PlanSettings) {
    this.#script = script
    this.#settings = settings
    this.#plain = new Map(script.characters.flatMap((c) => castInScene(c, settings)).map((c) => [c.key, c]))
  }

  /** The cast of a scene by character, and the names of the costumes that are other than usual. */
  of({ scene, name }: CutScene): { readonly cast: ReadonlyMap<string, CharacterSpec>; readonly costumes?: Record<string, string> } {
    const changing = this.#script.characters.filter(
      (c) => scene.characters.includes(c.key) && (settingsFor(c, this.#settings)?.changes.length ?? 0) > 0,
    )
    if (changing.length === 0) return { cast: this.#plain }
    const cast = new Map(this.#plain)
    const costumes: Record<string, string> = {}
    for (const spec of changing.flatMap((c) => castInScene(c, this.#settings, name))) {
      const costume = `${spec.key}@${hashOnce(spec).slice(0, 12)}`
      cast.set(spec.key, spec)
      if (hashOnce(spec) === hashOnce(this.#plain.get(spec.key) ?? {})) continue
      costumes[spec.key] = costume
      this.#costumes.set(costume, spec)
    }
    return Object.keys(costumes).length > 0 ? { cast, costumes } : { cast: this.#plain }
  }

  /** The same without where a trait was read: that is for the reader, not for the picture: a line number may not change a frame. */
  pictured(cast: ReadonlyMap<string, CharacterSpec>): ReadonlyMap<string, CharacterSpec> {
    let made = this.#pictured.get(cast)
    if (!made) {
      made = new Map([...cast].map(([key, spec]) => [key, { ...spec, provenance: [] }]))
      this.#pictured.set(cast, made)
    }
    return made
  }

  /** Everybody, and every costume, by name. */
  everybody(): Record<string, CharacterSpec> {
    return Object.fromEntries([...this.#plain, ...this.#costumes])
  }
}

const castOf = (plan: ShotPlan, cast: ReadonlyMap<string, CharacterSpec>): CharacterSpec[] =>
  plan.performances.flatMap((p) => {
    const spec = cast.get(p.character)
    return spec ? [spec] : []
  })

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
  if (!shot || !set || !light) throw new RangeError(`sliceOf: the plan has no shot ${JSON.stringify(shotKey)}`)
  const cast = shot.performances.flatMap(({ character }) => {
    const spec = store.cast[scene.costumes?.[character] ?? character]
    return spec ? [{ ...spec, provenance: [] }] : []
  })
  return { shot, set, cast, light }
}
