import {
  type CameraMount,
  type CameraPlan,
  type CharacterSpec,
  type FrameRate,
  frameToSeconds,
  type Performance,
  type PropTrack,
  roundNumbers,
  type SceneShots,
  type SetSpec,
  type Shot,
  sub,
  type Vec3,
} from '../../film'
import { following, panCandidates, panKeys, trackKeys, travelOf } from './follow'
import { frameGroup } from './frame-group'
import { framePlace, frameThing, insertPoint } from './frame-place'
import { frameOver, frameSingle } from './frame-single'
import { homeSide } from './home-side'
import { mountedAs } from './mounts'
import type { Move } from './move-rig'
import { movedFrom } from './moves'
import { SENSOR_WIDTH_MM } from './optics'
import { type Assignment, type Candidate, F_STOP, pick } from './picture'
import { eyesAt, isAway, type Sitter, sittersOf } from './sitter'
import { Studio } from './studio'

type Key = CameraPlan['keys'][number]

export interface PlaceCameraOptions {
  readonly shot: Shot
  readonly sceneShots: SceneShots
  /** The whole scene's, in seconds of scene time. */
  readonly performances: readonly Performance[]
  readonly set: SetSpec
  /** Figures of the scene's people. */
  readonly cast: readonly CharacterSpec[]
  /** Width over height of the picture. */
  readonly aspect: number
  readonly fps: FrameRate
  /** Hand props in scene time, so that inserts find them. */
  readonly props?: readonly PropTrack[]
}

const SITTERS = new WeakMap<readonly Performance[], { cast: readonly CharacterSpec[]; people: Sitter[] }>()

/**
 * Places the camera of a shot: inside the room, clear of things and people, on the scene's side of the line, the
 * subject's face seen and composed. Keys are in seconds from the shot's start. Pure; the first of equal choices wins.
 */
export function placeCamera(options: PlaceCameraOptions): CameraPlan {
  const { shot, sceneShots, performances, set, cast, aspect, fps } = options
  let known = SITTERS.get(performances)
  if (!known || known.cast !== cast) {
    known = { cast, people: sittersOf(performances, cast) }
    SITTERS.set(performances, known)
  }
  const start = frameToSeconds(shot.startFrame, fps)
  const length = frameToSeconds(shot.frames, fps)
  const moments = [start + length * 0.12, start + length * 0.5, start + length * 0.88]
  const people = known.people
  const here = (s: Sitter) => moments.filter((t) => isAway(s, t, set)).length < 2
  const subjects = shot.subjects.flatMap((key) => people.filter((p) => (p.role === key || p.key === key) && here(p)))
  const studio = Studio.of(set)
  const a: Assignment = {
    shot,
    scene: sceneShots,
    set,
    studio,
    people,
    subjects,
    side: homeSide(sceneShots, people, studio, fps),
    aspect,
    fps,
    start,
    length,
    moments,
  }
  const mount = shot.mount ?? usualMount(a)
  const way = (mount && fixed(a, mount, options.props ?? [])) ?? take(a, options.props ?? [])
  const plan: CameraPlan = {
    sensorWidthMm: SENSOR_WIDTH_MM,
    lensMm: way.lensMm,
    ...(shot.lenses ? { lenses: shot.lenses } : {}),
    fStop: shot.framing === 'insert' ? 2.8 : F_STOP[shot.size],
    shutterAngleDeg: 180,
    keys: way.keys,
    ease: way.ease ?? (way.keys.length > 2 ? 'linear' : 'smooth'),
    handheld: way.mounted ? 0 : handheldOf(a),
    ...(way.mounted && mount ? { rig: mount } : {}),
    ...(way.mount ? { mount: way.mount } : {}),
    focus:
      way.focus === undefined
        ? { kind: 'distance', metres: distanceTo(way.keys[0]!) }
        : typeof way.focus === 'string'
          ? { kind: 'actor', actor: way.focus }
          : way.focus,
    why: [way.why],
  }
  return roundNumbers(plan)
}

/** Moves in which the camera stays where it is: whoever goes is followed by turning. */
/** How near to a thing the point of an act is that handles it, metres; and how long before its middle a hand is on the way. */
const AT_THING_M = 0.35
const ON_WAY_S = 0.3

/** Whether somebody's hand is at a thing, or nearly, in the middle of the shot. */
function isHandled(a: Assignment, who: Sitter, [x, y, z]: Vec3): boolean {
  const t = a.moments[1]!
  return who.performance.acts.some(
    (act) =>
      act.at !== undefined &&
      act.t0 < t - ON_WAY_S &&
      act.t1 > t + ON_WAY_S &&
      Math.hypot(act.at[0] - x, act.at[1] - y, act.at[2] - z) < AT_THING_M,
  )
}

const STAYS: ReadonlySet<string> = new Set(['pan', 'pan-left', 'pan-right', 'whip-pan'])

/** The penalty from which a thing is as good as hidden. */
const HIDDEN = 3.5

interface Taken extends Pick<Move, 'keys' | 'ease'> {
  readonly lensMm: number
  readonly why: string
  /** Whom or what is sharp; undefined for what is looked at when the shot begins. */
  readonly focus?: string | CameraPlan['focus'] | undefined
  /** It is fixed to something; and to what, where that moves. */
  readonly mounted?: true
  readonly mount?: CameraPlan['mount']
}

/** How what drives is filmed from without where nobody says: the whole of it from a camera car, two people through its windscreen. */
function usualMount({ set, shot }: Assignment): CameraMount | undefined {
  if (!set.travel || !set.key.startsWith('ext-')) return undefined
  if (shot.framing === 'establishing' || shot.framing === 'master') return 'camera-car'
  return shot.framing === 'two-shot' || shot.framing === 'group' ? 'bonnet' : undefined
}

/** A camera that is mounted as somebody asks; undefined where there is nothing to mount it on. */
function fixed(a: Assignment, mount: CameraMount, props: readonly PropTrack[]): Taken | undefined {
  const m = mountedAs(a, mount, props)
  if (!m) return undefined
  const keys = [{ t: 0, position: m.position, target: m.target, roll: 0 }]
  return { keys, lensMm: m.lensMm, why: m.why, focus: m.focus, mounted: true, ...(m.on ? { mount: m.on } : {}) }
}

/** A camera that stands, and what its shot does with it. */
function taken(a: Assignment, c: Candidate, why: string, sharp?: Sitter, main: Sitter | undefined = sharp, alone = true): Taken {
  const { keys, ease, focus, why: said } = movedFrom(a, c, main, alone)
  return {
    keys,
    ...(ease ? { ease } : {}),
    lensMm: c.lensMm,
    why: said === undefined ? why : `${why}; ${said}`,
    focus: focus ?? sharp?.key,
  }
}

function take(a: Assignment, props: readonly PropTrack[]): Taken {
  const { shot, subjects, people, start, length } = a
  const main = subjects[0]
  if (shot.framing === 'insert') {
    const thing = insertPoint(a, props)
    if (thing) {
      const c =
        frameThing(a, thing.point, thing.heightM, thing.of, thing.of && thing.front !== undefined ? 0.03 : 0.55, thing.front) ??
        fallback(a, thing.point)
      // A thing that nobody's hand is at yet tells nothing: whoever goes for it does.
      if (thing.lies && main && !isHandled(a, main, thing.point)) {
        const body = frameSingle({ ...a, shot: { ...shot, framing: 'single', size: 'MLS' } }, main, undefined)
        if (body) return taken(a, body, `whoever reaches, before the hand is at the thing: ${body.why}`, main)
      }
      // Hands that only show from behind, or from too near, tell less than the face.
      const hands = thing.of === undefined && thing.front !== undefined && !thing.lies
      const from = Math.atan2(c.position[0] - thing.point[0], c.position[2] - thing.point[2])
      // A thing on the floor that is hidden by whoever bends over it: then they are seen, bending.
      if (thing.lies && main && c.penalty > HIDDEN) {
        const body = frameSingle({ ...a, shot: { ...shot, framing: 'single', size: 'FS' } }, main, undefined)
        if (body) return taken(a, body, `the whole body, for want of the thing: ${body.why}`, main)
      }
      if (!hands || (Math.cos(from - (thing.front ?? 0)) > 0.15 && c.lensMm >= 30)) return taken(a, c, `insert: ${c.why}`)
    }
    // What is not there, or not to be seen, cannot be shown: whoever sees it can.
    const witness = main ?? a.side.pair.map((key) => people.find((p) => p.key === key)).find((p) => p && !isAway(p, a.moments[1]!, a.set))
    const c = witness && frameSingle(a, witness, undefined)
    if (c) return taken(a, c, `the face, for want of the thing: ${c.why}`, witness)
  }
  if (!main) {
    const c = framePlace(a) ?? fallback(a, [0, 1, 0])
    return taken(a, c, c.why)
  }
  const wide = shot.size === 'WS' || shot.size === 'EWS'
  const travels = travelOf(main, start, length)
  if (shot.framing === 'moving' && travels > 0.6) {
    const track = STAYS.has(shot.move) ? undefined : trackKeys(a, main)
    if (track) return { ...track, focus: main.key }
    const c = pick(a, panCandidates(a, main), [main])
    if (c) return along(a, main, c)
  }
  const many = subjects.length > 1 && (shot.framing === 'two-shot' || shot.framing === 'group' || shot.framing === 'master')
  if (many || wide) {
    const framed = frameTogether(a, subjects)
    if (framed) {
      const { c, who } = framed
      const sharp = nearestTo(c.position, who, a.moments[1]!)
      return who.length === 1 && travels > 0.4 ? along(a, main, c, sharp) : taken(a, c, c.why, sharp, main, who.length === 1)
    }
  }
  const partner = partnerOf(a, main)
  const over =
    shot.framing === 'over-shoulder'
      ? (a.people.find((p) => p.role === shot.over && p.key !== main.key && !isAway(p, a.moments[1]!, a.set)) ?? partner)
      : undefined
  const c = (over && frameOver(a, main, over)) ?? frameSingle(a, main, partner) ?? fallback(a, eyesAt(main, a.moments[1]!))
  return travels > 0.14 ? along(a, main, c) : taken(a, c, c.why, main)
}

/** A camera that stays where it is, or moves as somebody asked, and turns with whoever moves. */
function along(a: Assignment, main: Sitter, c: Candidate, sharp = main): Taken {
  if (a.shot.moveAmount === undefined) return { keys: panKeys(a, main, c), lensMm: c.lensMm, why: c.why, focus: sharp.key }
  const way = taken(a, c, c.why, sharp, main)
  return { ...way, ...following(a, main, way) }
}

/** As many of the subjects as one frame holds, the first of them always: whoever stands farthest off is left out first. */
function frameTogether(a: Assignment, subjects: readonly Sitter[]): { readonly c: Candidate; readonly who: readonly Sitter[] } | undefined {
  let who = subjects.slice(0, 8)
  for (let tries = 0; tries < 4 && who.length; tries++) {
    const c = frameGroup(a, who)
    // Two in one frame from arm's length are two stretched faces: one of them, well, is better.
    if (c && who.length === 2 && a.shot.framing === 'two-shot' && a.shot.size !== 'WS' && c.lensMm < 20) return undefined
    if (c && (c.penalty < 2.4 || who.length <= 2)) return { c, who }
    if (who.length <= 2) return undefined
    const first = eyesAt(who[0]!, a.moments[1]!)
    const far = (s: Sitter) => Math.round(Math.hypot(...sub(eyesAt(s, a.moments[1]!), first)) * 1e4)
    const keep = Math.max(2, Math.ceil(who.length * 0.6))
    who = [who[0]!, ...who.slice(1).sort((p, q) => far(p) - far(q))].slice(0, keep)
  }
  return undefined
}

/** Whom the subject faces: the second subject, else whoever they look at. */
function partnerOf(a: Assignment, main: Sitter): Sitter | undefined {
  const t = a.moments[1]!
  const ok = (p: Sitter | undefined) => (p && p.key !== main.key && !isAway(p, t, a.set) ? p : undefined)
  const second = ok(a.subjects[1])
  if (second) return second
  const gaze = main.performance.gaze.findLast((g) => g.t0 <= t)
  return gaze?.kind === 'actor' ? ok(a.people.find((p) => p.key === gaze.actor)) : undefined
}

const nearestTo = (from: Vec3, people: readonly Sitter[], t: number): Sitter => {
  const far = (s: Sitter) => Math.round(Math.hypot(...sub(eyesAt(s, t), from)) * 1e4)
  return people.reduce((best, s) => (far(s) < far(best) ? s : best))
}

/** A camera that cannot be refused: towards home, inside the room. */
function fallback(a: Assignment, point: Vec3): Candidate {
  const { home } = a.side
  const l = Math.hypot(home[0] - point[0], home[2] - point[2]) || 1
  let best: Vec3 = a.studio.inside([home[0], Math.max(1.2, point[1]), home[2]])
  for (let k = 0; k < 24; k++) {
    const turn = ((k % 2 ? 1 : -1) * Math.ceil(k / 2) * Math.PI) / 12
    const x = (home[0] - point[0]) / l
    const z = (home[2] - point[2]) / l
    const d = k < 12 ? 1.6 : 0.9
    const p = a.studio.inside([
      point[0] + (x * Math.cos(turn) - z * Math.sin(turn)) * d,
      Math.max(0.5, point[1]),
      point[2] + (x * Math.sin(turn) + z * Math.cos(turn)) * d,
    ])
    if (!a.studio.clearOfThings(p) || !a.moments.every((t) => a.studio.clearOfPeople(p, a.people, t, 0.4))) continue
    best = p
    break
  }
  return {
    position: best,
    target: point,
    lensMm: Math.min(a.shot.lensMm, 35),
    penalty: 99,
    why: 'the only free place from which it is seen',
  }
}

/** Hand-held for running and fighting; a breath of it where the shot asks for no more. */
function handheldOf(a: Assignment): number {
  if (a.shot.move !== 'handheld') return a.shot.move === 'track' || a.shot.move === 'steadicam' ? 0.12 : a.shot.move === 'drone' ? 0.05 : 0
  const runs = a.subjects.some((s) =>
    s.performance.where.some((w) => w.kind === 'go' && w.gait === 'run' && w.t0 < a.start + a.length && w.t1 > a.start),
  )
  return runs ? 0.6 : 0.42
}

const distanceTo = (k: Key): number => Math.max(0.3, Math.hypot(...sub(k.target, k.position)))
