import { backdropWords, readPlace } from '../../departments/art'
import { parseFrameRate, type Shot, secondsToFrames, slug } from '../../film'
import { lightWords } from './light-words'
import { defined } from './plain-data'
import type { ShotSettings } from './plan-settings'
import { type Resolving, sayAt } from './resolve-bases'
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
  for (const key of s.unread) sayNotYet(r, [...s.path, key], `${key} of a shot`, 'take it out, or leave it for later')
  for (const c of s.characters)
    for (const key of c.asked)
      sayNotYet(r, [...s.path, 'characters'], `${key} of ${c.name} in a shot`, 'say it in the action: she sits at the table')
  if (!listed) {
    for (const [key, said] of [
      ['action', s.action.length > 0],
      ['dialogue', s.dialogue.length > 0],
      ['props', s.props.length > 0],
    ] as const)
      if (said)
        sayNotYet(r, [...s.path, key], `${key} of a shot that the script has`, 'write it into the script, or say it of the location')
  }
  const subjects = camera.subjects ?? (s.characters.length > 0 ? s.characters.map((c) => c.name) : undefined)
  const words = lightWords(r, s.light.words, s.path)
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
    ...lengthOf(s, production, listed),
    // A shot without a script is a scene of its own, which has its place and light.
    ...(listed
      ? {}
      : {
          location: s.location,
          backdrop: backdropOf(r, s, production),
          timeOfDay: s.light.time_of_day,
          words: words.length > 0 ? words : undefined,
        }),
  }) as ShotSettings
}

function lengthOf(
  s: ResolvedShot,
  { fps }: ResolvedProduction,
  listed: boolean,
): Pick<ShotSettings, 'range'> & { readonly frames?: number } {
  const range = s.frame_range
  const asked = s.frames ?? (s.seconds === undefined ? undefined : secondsToFrames(s.seconds, parseFrameRate(fps)))
  const frames = asked ?? (listed && range ? range[1] - range[0] + 1 : undefined)
  return {
    ...(frames !== undefined && frames >= 1 ? { frames: Math.round(frames) } : {}),
    ...(listed || !range || range[0] < 1 ? {} : { range }),
  }
}

/** What is hung behind a shot's people: a studio's backdrop, a listed location, or any place that has a name. */
function backdropOf(r: Resolving, { backdrop, path }: ResolvedShot, { locations }: ResolvedProduction): string | undefined {
  if (backdrop === undefined) return
  const key = slug(backdrop)
  if (locations.some((l) => l.key === key || slug(l.name) === key)) return backdrop
  const words = backdropWords(backdrop)
  if (words !== undefined) return words
  if (readPlace(backdrop.replace(/_/g, ' '), 'INT/EXT').words.length > 0) return backdrop
  sayAt(
    r,
    'warning',
    'film.backdrop',
    [...path, 'backdrop'],
    `nothing can be hung as ${backdrop}; the shot keeps its set`,
    'write white, green screen, a red and black gradient, or the name of a location',
    backdrop,
  )
  return
}
