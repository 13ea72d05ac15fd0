import {
  type ActorState,
  add,
  breathed,
  type FrameState,
  frameToSeconds,
  hash32,
  lensCharacter,
  quatRotate,
  roundNumbers,
  roundTo6,
  type ShotSlice,
  type Vec3,
} from '../film'
import { aimsAtPeople, bodyOf, draftActor, finishActor } from './actor'
import { cameraAt, depthOf, focusAt, fovYOf } from './camera-track'
import type { Lie } from './flight'
import { gripsAt } from './grip'
import { worldJoints } from './kinematics'
import { doorAt, levelAt, lightsAt } from './light-track'
import { mountedPose } from './mounted-camera'
import { gripOf, type HandOf, propAt } from './props-track'
import { rideAt } from './ride'
import { scoresOf } from './score'

/** Eyes' middle of a finished actor, world space. */
function eyesOfState(slice: ShotSlice, actors: readonly ActorState[], key: string): Vec3 | undefined {
  const i = actors.findIndex((a) => a.key === key)
  const score = scoresOf(slice)[i]
  const state = actors[i]
  if (!score || !state) return undefined
  const j = worldJoints(score.figure, state)
  const [l, r] = [j.leftEye.position, j.rightEye.position]
  return [(l[0] + r[0]) / 2, (l[1] + r[1]) / 2, (l[2] + r[2]) / 2]
}

const LET_GO = new WeakMap<ShotSlice, Map<string, Lie>>()

/** Everybody in a shot at a time, seconds. */
function actorsAt(slice: ShotSlice, t: number): ActorState[] {
  const { shot } = slice
  const scores = scoresOf(slice)
  const bodies = (key: string) => {
    const other = scores.find((s) => s.performance.character === key)
    return other && bodyOf(other, t)
  }
  // Where people's eyes are, before anybody looks at or points to anybody.
  const drafts = scores.map((s) => draftActor(s, t, () => undefined, bodies))
  const rough = new Map(drafts.map((d) => [d.score.performance.character, d.eyes]))
  const eyes = (key: string) => rough.get(key)
  const lens = cameraAt(shot.camera, shot.aspect, shot.key, t).position
  return scores.map((s, i) => {
    const draft = aimsAtPeople(s) ? draftActor(s, t, eyes, bodies) : drafts[i]!
    return finishActor(draft, eyes, bodies, gripsAt(shot.props, s.performance.character, t), lens)
  })
}

/**
 * Everything visible in one frame of a shot, as data: closed-form in time, so any frame can be asked for alone.
 * @param frame in the shot, 0 or more. Numbers are rounded to 1e-6.
 * @throws RangeError if a performance's character is not in the slice's cast.
 */
export function frameState(slice: ShotSlice, frame: number): FrameState {
  const { shot, light } = slice
  const t = frameToSeconds(frame, shot.fps)
  const scores = scoresOf(slice)
  const actors = actorsAt(slice, t)
  const handOf: HandOf = (by, side, at) => {
    const i = scores.findIndex((s) => s.performance.character === by)
    if (!scores[i]) return undefined
    if (at === undefined) return actors[i] && gripOf(scores[i].figure, actors[i], side)
    // Where the hand was when it let go does not change over the shot.
    const known = LET_GO.get(slice) ?? new Map<string, Lie>()
    LET_GO.set(slice, known)
    const key = `${by}/${side}/${at}`
    const grip = known.get(key) ?? gripOf(scores[i].figure, actorsAt(slice, at)[i]!, side)
    known.set(key, grip)
    return grip
  }
  const props = shot.props.map((p) => ({ key: p.key, prop: p.prop, ...(p.colour ? { colour: p.colour } : {}), ...propAt(p, t, handOf) }))
  const held = cameraAt(shot.camera, shot.aspect, shot.key, t)
  const figureOf = (key: string) => scores.find((s) => s.performance.character === key)?.figure
  const camera = { ...held, ...(shot.camera.mount ? mountedPose(shot.camera.mount, actors, figureOf, props, slice.set) : {}) }
  const aim = add(camera.position, quatRotate(camera.quaternion, [0, 0, -3]))
  const sharpOn = (actor: string) => depthOf(camera, eyesOfState(slice, actors, actor) ?? aim)
  const focusDistanceM = focusAt(shot.camera.focus, t, sharpOn)
  const { breathing } = lensCharacter(shot.camera.lenses, camera.lensMm, shot.camera.fStop)
  const fovY =
    breathing > 0 ? fovYOf(shot.camera.sensorWidthMm, breathed(camera.lensMm, focusDistanceM, breathing), shot.aspect) : camera.fovY
  const weather = light.weather
  const { travel } = slice.set
  const ride = travel && rideAt(travel, shot.key, t)
  const rest = roundNumbers({
    camera: { ...camera, fovY, focusDistanceM, fStop: shot.camera.fStop },
    props,
    doors: Object.fromEntries(Object.entries(shot.doors).map(([k, keys]) => [k, doorAt(keys, t)])),
    ...(ride ? { ride } : {}),
    lights: lightsAt(light, shot.key, t, shot.lamps, travel && ride && { travel, travelledM: ride.travelledM }),
    // The wind's direction belongs to the place: the same in all its shots.
    weather: { ...weather, windDirection: (hash32(slice.set.key) / 4294967296) * Math.PI * 2 },
    fog: light.fog,
    exposure: light.exposure,
    level: levelAt(shot, frame),
  })
  return { schema: 'FrameState', version: '1.0.0', shotKey: shot.key, frame, timeS: roundTo6(t), actors, ...rest }
}
