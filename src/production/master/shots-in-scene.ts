import type { Beat, SceneShots, ScriptCharacter, Shot, ShotTransition } from '../../film'
import { ASKED_AMOUNT, secondsToFrames, slug } from '../../film'
import { type AddedShot, withAddedShots } from './added-shots'
import type { PlanSettings, ShotSettings, TransitionSettings } from './plan-settings'
import { inScenes, type SceneName } from './scenes'
import { withLength } from './shot-length'

const LENS: Readonly<Record<Shot['size'], number>> = { EWS: 20, WS: 24, FS: 32, MLS: 35, MS: 40, MCU: 50, CU: 75, ECU: 100 }

/** Key of the character that a name as a key means; undefined for nobody. */
export const personOf = (name: string, people: readonly ScriptCharacter[]): string | undefined =>
  people.find((p) => p.key === name || slug(p.name) === name || p.aliases.some((a) => slug(a) === name))?.key

/** A scene's planned shots with what the production says of them; and how the scene begins and ends. */
export function shotsInScene(
  planned: SceneShots,
  settings: PlanSettings,
  scene: SceneName,
  people: readonly ScriptCharacter[],
): SceneShots {
  const listed = settings.listed ? saidOfShots(settings, scene, planned.shots)[0] : undefined
  if (listed) return withTransitions(oneShot(planned, listed, people), settings, scene)
  const said = saidOfShots(settings, scene, planned.shots)
  const seen = { ...planned, shots: planned.shots.map((shot, i) => (said[i] ? shotAs(shot, said[i], people) : shot)) }
  const timed = said.reduce<SceneShots>((made, one, i) => (one?.frames || one?.range ? withLength(made, i, one) : made), seen)
  return withTransitions(withAddedShots(timed, addedShots(settings, scene, people)), settings, scene)
}

/** What a production says of each shot of a scene, later words over earlier ones; undefined where it says nothing. */
export function saidOfShots(settings: PlanSettings, scene: SceneName, shots: readonly Shot[]): readonly (ShotSettings | undefined)[] {
  let number = 0
  return shots.map(({ added }) => {
    if (settings.listed) return settings.shots.find((s) => s.scene === String(scene.index))
    if (added === undefined) number++
    const own = settings.shots.filter((s) =>
      added === undefined
        ? s.number === number && (s.scene === undefined || s.scene === numberOfScene(scene))
        : s.added?.name === added && s.scene === numberOfScene(scene),
    )
    const all = [...(settings.camera ? [{ ...settings.camera, number }] : []), ...own]
    return all.length > 1 ? Object.assign({}, ...all) : all[0]
  })
}

const numberOfScene = ({ number, index }: SceneName): string => number?.toUpperCase() ?? String(index)

/** Seconds of an added shot that says none. */
const ADDED_S = 2

/** Shots of a scene that only the production knows, in the order they are listed. */
function addedShots(settings: PlanSettings, scene: SceneName, people: readonly ScriptCharacter[]): AddedShot[] {
  return settings.shots.flatMap((s): AddedShot[] => {
    if (!s.added || s.scene !== numberOfScene(scene)) return []
    const said = { ...settings.camera, ...s }
    return [
      {
        name: s.added.name,
        after: s.added.after ?? Number.POSITIVE_INFINITY,
        frames: s.frames ?? (s.range ? s.range[1] - s.range[0] + 1 : secondsToFrames(ADDED_S, settings.fps)),
        seen: (at) => shotAs(plainShot(said, people, at), { ...said, subjects: said.subjects ?? [] }, people),
      },
    ]
  })
}

function shotAs(shot: Shot, said: ShotSettings, people: readonly ScriptCharacter[]): Shot {
  const subjects = said.subjects?.flatMap((name) => personOf(name, people) ?? [])
  const over = said.over === undefined ? shot.over : personOf(said.over, people)
  const object = said.object ?? (said.subjects && !said.object ? undefined : shot.object)
  const made: Shot = {
    ...shot,
    ...(said.size ? { size: said.size } : {}),
    ...(said.angle ? { angle: said.angle } : {}),
    ...(said.move || said.moveAmount !== undefined
      ? { move: said.move ?? shot.move, moveAmount: said.moveAmount ?? shot.moveAmount ?? ASKED_AMOUNT }
      : {}),
    ...(subjects ? { subjects } : {}),
    ...(said.lensMm === undefined ? {} : { lensMm: said.lensMm }),
    ...(said.lenses ? { lenses: said.lenses } : {}),
    ...(said.mount ? { mount: said.mount } : {}),
  }
  const { over: _over, object: _object, ...rest } = made
  const asks = said.framing !== undefined && (made.subjects.length > 0 || !OF_PEOPLE.has(said.framing)) ? said.framing : undefined
  const framing = asks ?? framingFor(made, subjects !== undefined || said.object !== undefined, object)
  return {
    ...rest,
    framing,
    ...(framing === 'over-shoulder' && over !== undefined ? { over } : {}),
    ...(framing === 'insert' && object !== undefined ? { object } : {}),
    why: [...shot.why.filter((w) => !asked(said, w.of)), ...reasons(said)],
  }
}

/** Framings that mean nothing where nobody is. */
const OF_PEOPLE: ReadonlySet<Shot['framing']> = new Set(['single', 'over-shoulder', 'two-shot', 'group', 'reaction'])

/** How a shot is framed when other people than planned are in it. */
function framingFor(shot: Shot, other: boolean, object: string | undefined): Shot['framing'] {
  if (!other) return shot.framing
  if (object !== undefined) return 'insert'
  const n = shot.subjects.length
  return n === 0 ? 'establishing' : n === 1 ? 'single' : n === 2 ? 'two-shot' : 'group'
}

const asked = (said: ShotSettings, of: Shot['why'][number]['of']): boolean =>
  of === 'size'
    ? said.size !== undefined
    : of === 'lens'
      ? said.lensMm !== undefined || said.lenses !== undefined
      : of === 'move'
        ? said.move !== undefined
        : of === 'angle'
          ? said.angle !== undefined
          : of === 'framing'
            ? said.framing !== undefined || said.subjects !== undefined
            : said.frames !== undefined || said.range !== undefined

const reasons = (said: ShotSettings): Shot['why'] =>
  (['size', 'framing', 'angle', 'move', 'lens', 'length'] as const).flatMap((of) =>
    asked(said, of) ? [{ of, rule: 'the production asks for it' }] : [],
  )

/** A scene that was written for one listed shot: that shot, as long as asked. */
function oneShot(planned: SceneShots, said: ShotSettings, people: readonly ScriptCharacter[]): SceneShots {
  const first = planned.shots[0]
  if (!first) return planned
  const frames = said.frames ?? planned.frames
  const { key, address, sceneKey } = first
  const plain = plainShot(said, people, { key, address, sceneKey, startFrame: 0, frames })
  return {
    ...planned,
    frames,
    beats: fitted(planned.beats, frames),
    shots: [{ ...shotAs(plain, { ...said, subjects: said.subjects ?? [] }, people), frames }],
  }
}

/** A shot that nobody planned, before what is said of its camera: of people from the waist up, of a place or many from afar. */
function plainShot(
  said: ShotSettings,
  people: readonly ScriptCharacter[],
  at: Pick<Shot, 'key' | 'address' | 'sceneKey' | 'startFrame' | 'frames' | 'part' | 'added'>,
): Shot {
  const subjects = (said.subjects ?? []).flatMap((name) => personOf(name, people) ?? [])
  const size = said.size ?? (subjects.length === 0 || subjects.length > 2 ? 'WS' : 'MS')
  return { ...at, size, framing: 'establishing', angle: 'eye', move: 'static', subjects, lensMm: LENS[size], why: [] }
}

/** Beats within a length: the last is held, or what does not fit is left out. */
function fitted(beats: readonly Beat[], frames: number): Beat[] {
  const inside = beats.filter((b) => b.startFrame < frames)
  return inside.map((b, i) => ({
    ...b,
    frames: i === inside.length - 1 ? frames - b.startFrame : Math.min(b.frames, frames - b.startFrame),
  }))
}

const transitionAt = (settings: PlanSettings, scene: SceneName, at: 'in' | 'out'): TransitionSettings | undefined =>
  settings.transitions.findLast((t) => t.at === at && inScenes(t.scenes, scene))

function withTransitions(shots: SceneShots, settings: PlanSettings, scene: SceneName): SceneShots {
  const [begins, ends] = [transitionAt(settings, scene, 'in'), transitionAt(settings, scene, 'out')]
  return {
    ...shots,
    ...(begins ? { transitionIn: begins.kind === 'fade' || begins.kind === 'black' ? 'fade' : 'cut' } : {}),
    ...(ends ? { transitionOut: ends.kind === 'fade' || ends.kind === 'black' ? ends.kind : 'cut' } : {}),
  }
}

/** How a scene runs into the next where both are seen at once; undefined for a cut or fade. */
export function crossAfter(settings: PlanSettings, scene: SceneName): Pick<ShotTransition, 'kind' | 'frames'> | undefined {
  const ends = transitionAt(settings, scene, 'out')
  return ends && (ends.kind === 'dissolve' || ends.kind === 'wipe') ? { kind: ends.kind, frames: ends.frames } : undefined
}
