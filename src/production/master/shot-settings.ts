import { parseFrameRate, type Shot, secondsToFrames, slug } from '../../film'
import { lightWords } from './light-words'
import { defined } from './plain-data'
import type { ShotSettings } from './plan-settings'
import type { Resolving } from './resolve-bases'
import type { ResolvedProduction, ResolvedShot } from './resolved'
import { sayNotYet } from './say-stand-in'

/**
 * What the planner takes of a shot.
 * @param listed whether there is no script, and the shots are the film.
 * @param number its place in the scene, from 1.
 */
export function shotSettings(
  r: Resolving,
  s: ResolvedShot,
  production: ResolvedProduction,
  listed: boolean,
  scene: string | undefined,
  number: number,
): ShotSettings {
  const camera = { ...production.camera, ...s.camera }
  const fps = parseFrameRate(production.fps)
  const range = s.frame_range
  const asked = s.frames ?? (s.seconds === undefined ? undefined : secondsToFrames(s.seconds, fps))
  const frames = asked ?? (listed && range ? range[1] - range[0] + 1 : undefined)
  for (const key of s.unread) sayNotYet(r, [...s.path, key], `${key} of a shot`, 'take it out, or leave it for later')
  for (const c of s.characters)
    for (const key of c.asked)
      sayNotYet(r, [...s.path, 'characters'], `${key} of ${c.name} in a shot`, 'say it in the action: she sits at the table')
  if (!listed) {
    for (const [key, said] of [
      ['action', s.action.length > 0],
      ['dialogue', s.dialogue.length > 0],
      ['props', s.props.length > 0],
      ['lighting', s.light.words.length > 0 || s.light.time_of_day !== undefined],
      ['backdrop', s.backdrop !== undefined],
      ['location', s.location !== undefined],
    ] as const)
      if (said)
        sayNotYet(r, [...s.path, key], `${key} of a shot that the script has`, 'write it into the script, or say it of the location')
  } else if (s.light.words.length > 0) lightWords(r, s.light.words, s.path)
  const subjects = camera.subjects ?? (s.characters.length > 0 ? s.characters.map((c) => c.name) : undefined)
  return defined({
    scene,
    number,
    size: camera.size as Shot['size'] | undefined,
    framing: camera.framing as Shot['framing'] | undefined,
    angle: camera.angle as Shot['angle'] | undefined,
    move: camera.move as Shot['move'] | undefined,
    subjects: subjects?.map(slug),
    over: camera.over === undefined ? undefined : slug(camera.over),
    object: camera.object,
    lensMm: camera.lens_mm,
    frames: frames !== undefined && frames >= 1 ? Math.round(frames) : undefined,
    range: listed || (range && range[0] < 1) ? undefined : range,
  }) as ShotSettings
}
