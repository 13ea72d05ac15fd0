import type { Beat, SceneShots, Shot } from '../../film'
import type { ShotSettings } from './plan-settings'

/** A stretch of scene time in frames: [from, to). */
interface Stretch {
  readonly from: number
  readonly to: number
}

/** The stretches of a shot in which somebody speaks, in order; what touches is one. */
function spokenIn(beats: readonly Beat[], { startFrame, frames }: Shot): Stretch[] {
  const inside = beats
    .filter((b) => b.kind === 'line')
    .map((b) => ({ from: Math.max(b.startFrame, startFrame), to: Math.min(b.startFrame + b.frames, startFrame + frames) }))
    .filter((s) => s.from < s.to)
    .toSorted((a, b) => a.from - b.from)
  const out: Stretch[] = []
  for (const s of inside) {
    const last = out.at(-1)
    if (last && s.from <= last.to) out[out.length - 1] = { from: last.from, to: Math.max(last.to, s.to) }
    else out.push(s)
  }
  return out
}

/**
 * A scene with one of its shots as long as the production asks, and what follows it that much later or earlier. What is added
 * is silence behind the last word or deed; what is taken away is taken from deeds and pauses in proportion. What is spoken
 * is left whole: a shot is never shorter than its lines.
 * @param index the shot's place in the scene, from 0.
 */
export function withLength(scene: SceneShots, index: number, said: ShotSettings): SceneShots {
  const shot = scene.shots[index]
  if (!shot) return scene
  const { frames, range } = said
  const spoken = spokenIn(scene.beats, shot)
  const timed = frames === undefined ? scene : frames > shot.frames ? held(scene, shot, frames) : hurried(scene, shot, frames, spoken)
  const made = range ? windowed(timed, index, range) : timed
  const planned = shot.frames
  return withShot(made, index, (s) => ({ ...s, plannedFrames: planned }))
}

const withShot = (scene: SceneShots, index: number, change: (shot: Shot) => Shot): SceneShots => ({
  ...scene,
  shots: scene.shots.map((s, i) => (i === index ? change(s) : s)),
})

/** Everything of a scene at other times. */
function retimed(scene: SceneShots, start: (t: number) => number, end: (t: number) => number): SceneShots {
  const at = <T extends { readonly startFrame: number; readonly frames: number }>(s: T): T => {
    const startFrame = start(s.startFrame)
    return { ...s, startFrame, frames: Math.max(1, end(s.startFrame + s.frames) - startFrame) }
  }
  return { ...scene, frames: end(scene.frames), beats: scene.beats.map(at), shots: scene.shots.map(at) }
}

/** The shot goes on after its last whole beat; where one beat fills all of it, that takes longer. */
function held(scene: SceneShots, shot: Shot, frames: number): SceneShots {
  const more = frames - shot.frames
  const last = shot.startFrame + shot.frames
  const ends = (b: Beat): number => b.startFrame + b.frames
  const breaks = (t: number): boolean => scene.beats.some((b) => b.startFrame < t && ends(b) > t)
  const whole = scene.beats.filter((b) => ends(b) > shot.startFrame && ends(b) <= last && !breaks(ends(b)))
  const before = whole.reduce<Beat | undefined>((latest, b) => (latest && ends(latest) >= ends(b) ? latest : b), undefined)
  const from = before ? ends(before) : last
  const late = retimed(
    scene,
    (t) => (t >= from ? t + more : t),
    (t) => (t > from || t >= last ? t + more : t),
  )
  if (!before) return late
  const { character: _, manner: _manner, offScreen: _off, ...rest } = before
  const pause: Beat = { ...rest, key: `${before.key}.held`, kind: 'pause', text: 'held', startFrame: from, frames: more }
  const beats = late.beats.map((b) => (b.key === before.key ? before : b))
  return { ...late, beats: [...beats, pause].toSorted((a, b) => a.startFrame - b.startFrame) }
}

/** The shot's deeds and pauses take less time. */
function hurried(scene: SceneShots, shot: Shot, wanted: number, spoken: readonly Stretch[]): SceneShots {
  const [from, to] = [shot.startFrame, shot.startFrame + shot.frames]
  const lines = (t: number): number => spoken.reduce((n, s) => n + Math.max(0, Math.min(s.to, t) - s.from), 0)
  const frames = Math.max(wanted, lines(to), 1)
  if (frames >= shot.frames) return scene
  const share = (frames - lines(to)) / (shot.frames - lines(to))
  const map = (t: number): number =>
    t <= from ? t : t >= to ? t - (shot.frames - frames) : from + lines(t) + Math.round((t - from - lines(t)) * share)
  return retimed(scene, map, map)
}

/** The shot from one of its frames to another, as far as nobody is cut short; the rest of it is not in the film. */
function windowed(scene: SceneShots, index: number, [first, last]: readonly [number, number]): SceneShots {
  const shot = scene.shots[index]!
  const spoken = spokenIn(scene.beats, shot)
  const end = shot.startFrame + shot.frames
  const from = Math.min(shot.startFrame + Math.max(0, first - 1), end - 1, ...spoken.map((s) => s.from))
  const to = Math.max(Math.min(end, shot.startFrame + last), from + 1, ...spoken.map((s) => s.to))
  if (from === shot.startFrame && to === end) return scene
  return withShot(scene, index, (s) => ({ ...s, startFrame: from, frames: to - from }))
}
