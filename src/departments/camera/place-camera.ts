import {
  type CameraPlan,
  type CharacterSpec,
  type FrameRate,
  frameToSeconds,
  mix,
  type Performance,
  type PropTrack,
  random,
  roundNumbers,
  type SceneShots,
  type SetSpec,
  type Shot,
  sub,
  type Vec3,
} from '../../film'
import { keyTimes, panCandidates, panKeys, trackKeys, travelOf } from './follow'
import { frameGroup } from './frame-group'
import { framePlace, frameThing, insertPoint } from './frame-place'
import { frameOver, frameSingle } from './frame-single'
import { homeSide } from './home-side'
import { SENSOR_WIDTH_MM } from './optics'
import { type Assignment, type Candidate, F_STOP, pick } from './picture'
import { type Body, bodiesAt, eyesAt, isAway, type Sitter, sittersOf } from './sitter'
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
  const taken = take(a, options.props ?? [])
  const plan: CameraPlan = {
    sensorWidthMm: SENSOR_WIDTH_MM,
    lensMm: taken.lensMm,
    fStop: shot.framing === 'insert' ? 2.8 : F_STOP[shot.size],
    shutterAngleDeg: 180,
    keys: taken.keys,
    ease: taken.keys.length > 2 ? 'linear' : 'smooth',
    handheld: handheldOf(a),
    focus: taken.focus === undefined ? { kind: 'distance', metres: distanceTo(taken.keys[0]!) } : { kind: 'actor', actor: taken.focus },
    why: [taken.why],
  }
  return roundNumbers(plan)
}

/** The penalty from which a thing is as good as hidden. */
const HIDDEN = 3.5

interface Taken {
  readonly keys: Key[]
  readonly lensMm: number
  readonly why: string
  readonly focus?: string | undefined
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
      // Hands that only show from behind, or from too near, tell less than the face.
      const hands = thing.of === undefined && thing.front !== undefined && !thing.lies
      const from = Math.atan2(c.position[0] - thing.point[0], c.position[2] - thing.point[2])
      // A thing on the floor that is hidden by whoever bends over it: then they are seen, bending.
      if (thing.lies && main && c.penalty > HIDDEN) {
        const body = frameSingle({ ...a, shot: { ...shot, framing: 'single', size: 'FS' } }, main, undefined)
        if (body)
          return { keys: moved(a, body), lensMm: body.lensMm, why: `the whole body, for want of the thing: ${body.why}`, focus: main.key }
      }
      if (!hands || (Math.cos(from - (thing.front ?? 0)) > 0.15 && c.lensMm >= 30))
        return { keys: moved(a, c), lensMm: c.lensMm, why: `insert: ${c.why}` }
    }
    // What is not there, or not to be seen, cannot be shown: whoever sees it can.
    const witness = main ?? a.side.pair.map((key) => people.find((p) => p.key === key)).find((p) => p && !isAway(p, a.moments[1]!, a.set))
    const c = witness && frameSingle(a, witness, undefined)
    if (c) return { keys: moved(a, c), lensMm: c.lensMm, why: `the face, for want of the thing: ${c.why}`, focus: witness.key }
  }
  if (!main) {
    const c = framePlace(a) ?? fallback(a, [0, 1, 0])
    return { keys: moved(a, c), lensMm: c.lensMm, why: c.why }
  }
  const wide = shot.size === 'WS' || shot.size === 'EWS'
  const travels = travelOf(main, start, length)
  if (shot.framing === 'moving' && travels > 0.6) {
    const track = shot.move === 'pan' ? undefined : trackKeys(a, main)
    if (track) return { ...track, focus: main.key }
    const c = pick(a, panCandidates(a, main), [main])
    if (c) return { keys: panKeys(a, main, c), lensMm: c.lensMm, why: c.why, focus: main.key }
  }
  const many = subjects.length > 1 && (shot.framing === 'two-shot' || shot.framing === 'group' || shot.framing === 'master')
  if (many || wide) {
    const framed = frameTogether(a, subjects)
    if (framed) {
      const { c, who } = framed
      const alone = who.length === 1 && travels > 0.4
      return {
        keys: alone ? panKeys(a, main, c) : moved(a, c),
        lensMm: c.lensMm,
        why: c.why,
        focus: nearestTo(c.position, who, a.moments[1]!).key,
      }
    }
  }
  const partner = partnerOf(a, main)
  const over =
    shot.framing === 'over-shoulder'
      ? (a.people.find((p) => p.role === shot.over && p.key !== main.key && !isAway(p, a.moments[1]!, a.set)) ?? partner)
      : undefined
  const c = (over && frameOver(a, main, over)) ?? frameSingle(a, main, partner) ?? fallback(a, eyesAt(main, a.moments[1]!))
  const keys = travels > 0.14 ? panKeys(a, main, c) : moved(a, c)
  return { keys, lensMm: c.lensMm, why: c.why, focus: main.key }
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

/** The shot's slow move on a camera that stands. */
function moved(a: Assignment, c: Candidate): Key[] {
  const { shot, studio, length } = a
  const key = (t: number, position: Vec3, target: Vec3): Key => ({ t, position, target, roll: 0 })
  const rnd = random(`${shot.key}/move`)
  let crowds: readonly (readonly Body[])[] | undefined
  const safe = (p: Vec3) => {
    if (!studio.holds(p) || !studio.clearOfThings(p)) return false
    crowds ??= crowdsIn(a)
    return crowds.every((bodies) => studio.clearOfBodies(p, bodies, 0.5))
  }
  const line = (from: Vec3, to: Vec3) => [0.25, 0.5, 0.75, 1].every((u) => safe(mix(from, to, u)))
  const share = rnd.range(0.06, 0.11)
  if (shot.move === 'push-in' || (shot.move === 'track' && shot.framing !== 'moving')) {
    const end = mix(c.position, c.target, share)
    if (line(c.position, end)) return [key(0, c.position, c.target), key(length, end, c.target)]
  }
  if (shot.move === 'pull-out') {
    const begin = mix(c.position, c.target, share)
    if (line(c.position, begin)) return [key(0, begin, c.target), key(length, c.position, c.target)]
  }
  if (shot.move === 'crane') {
    const up: Vec3 = [c.position[0], c.position[1] + (studio.set.interior ? 0.35 : 1.6), c.position[2]]
    if (line(c.position, up)) return [key(0, up, c.target), key(length, c.position, c.target)]
  }
  if (shot.move === 'pan' && shot.subjects.length === 0) {
    const turn = rnd.range(0.08, 0.16) * (rnd.chance(0.5) ? 1 : -1)
    const to = sub(c.target, c.position)
    const turned = (w: number): Vec3 => [
      c.position[0] + to[0] * Math.cos(w) + to[2] * Math.sin(w),
      c.target[1],
      c.position[2] - to[0] * Math.sin(w) + to[2] * Math.cos(w),
    ]
    return [key(0, c.position, turned(-turn)), key(length, c.position, turned(turn))]
  }
  return [key(0, c.position, c.target)]
}

/** Everybody at the times of a following camera's keys; while all stay where they are, once. */
function crowdsIn(a: Assignment): (readonly Body[])[] {
  const out: (readonly Body[])[] = []
  for (const t of keyTimes(a.length)) {
    const bodies = bodiesAt(a.people, a.start + t, a.set)
    const last = out.at(-1)
    if (!last?.every((b, i) => b === bodies[i])) out.push(bodies)
  }
  return out
}

/** Hand-held for running and fighting; a breath of it where the shot asks for no more. */
function handheldOf(a: Assignment): number {
  if (a.shot.move !== 'handheld') return a.shot.move === 'track' ? 0.12 : 0
  const runs = a.subjects.some((s) =>
    s.performance.where.some((w) => w.kind === 'go' && w.gait === 'run' && w.t0 < a.start + a.length && w.t1 > a.start),
  )
  return runs ? 0.6 : 0.42
}

const distanceTo = (k: Key): number => Math.max(0.3, Math.hypot(...sub(k.target, k.position)))
