import { backdropWords, propForWord, readPlace } from '../../departments/art'
import { wishesWeather } from '../../departments/locations'
import { mannerOf, type PlacedPerson } from '../../departments/previs'
import { EXPRESSIONS, parseFrameRate, type Shot, secondsToFrames, slug } from '../../film'
import { lightWords } from './light-words'
import { defined } from './plain-data'
import type { ShotSettings, ShotThing } from './plan-settings'
import { type Resolving, sayAt } from './resolve-bases'
import type { ResolvedProduction, ResolvedShot } from './resolved'
import { effectSettings } from './shot-effects'

/**
 * What the planner takes of a shot.
 * @param listed whether there is no script, and the shots are the film.
 * @param number its place in the scene, from 1; 0 for a shot that is added to it.
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
  // Whoever is only moved is not therefore whom the shot is about.
  const isAbout = listed ? s.characters.length > 0 : s.characters.some((c) => !isPlaced(c))
  const subjects = camera.subjects ?? (isAbout ? s.characters.map((c) => c.name) : undefined)
  const { weather, ...effects } = effectSettings(r, s, production)
  const words = [...lightWords(r, s.light.words, s.path), ...weather]
  return defined({
    scene,
    number,
    added: number === 0 ? defined({ name: slug(s.name), after: s.after }) : undefined,
    size: camera.size as Shot['size'] | undefined,
    framing: camera.framing as Shot['framing'] | undefined,
    angle: camera.angle as Shot['angle'] | undefined,
    move: camera.move as Shot['move'] | undefined,
    moveAmount: camera.amount,
    subjects: subjects?.map(slug),
    over: camera.over === undefined ? undefined : slug(camera.over),
    object: camera.object,
    lensMm: camera.lens_mm,
    lenses: camera.lenses as Shot['lenses'],
    mount: camera.mount as Shot['mount'],
    ...lengthOf(s, production, listed),
    ...effects,
    retro: s.retro,
    people: peopleOf(r, s),
    things: thingsOf(r, s, listed),
    // A shot without a script is a scene of its own, which has its place and light.
    ...(listed
      ? {}
      : {
          location: s.location,
          backdrop: backdropOf(r, s, production),
          timeOfDay: s.light.time_of_day,
        }),
    lamps: s.light.lamps,
    ownWeather: !listed && wishesWeather(s.light.words) ? true : undefined,
    words: listed ? (weather.length > 0 ? weather : undefined) : words.length > 0 ? words : undefined,
  }) as ShotSettings
}

/** Facing, in radians, or what is faced. */
const facingOf = (facing: number | string | undefined): number | string | undefined =>
  typeof facing === 'number' ? (facing * Math.PI) / 180 : facing === undefined ? undefined : slug(facing)

const isPlaced = (c: ResolvedShot['characters'][number]): boolean =>
  [c.position, c.at, c.near, c.facing, c.expression].some((v) => v !== undefined)

function peopleOf(r: Resolving, { characters, path }: ResolvedShot): PlacedPerson[] | undefined {
  const placed = characters.filter(isPlaced).map((c): PlacedPerson => {
    const expression = c.expression === undefined ? undefined : faceFor(c.expression)
    if (c.expression !== undefined && !expression)
      sayAt(
        r,
        'warning',
        'film.expression',
        [...path, 'characters'],
        `no face is known as ${c.expression}`,
        `write ${EXPRESSIONS.join(', ')} or calm`,
        c.expression,
      )
    const [x = 0, second = 0, third] = c.position ?? []
    return defined({
      who: slug(c.name),
      position: c.position ? [x, 0, third ?? second] : undefined,
      at: c.at,
      near: c.near === undefined ? undefined : slug(c.near),
      facing: facingOf(c.facing),
      expression,
    }) as PlacedPerson
  })
  return placed.length > 0 ? placed : undefined
}

/** A face by its own name, or as a parenthetical would say it. */
function faceFor(words: string): PlacedPerson['expression'] {
  if (/^(?:calm|neutral|none|blank|relaxed)$/i.test(words)) return 'calm'
  return EXPRESSIONS.find((e) => e === words.toLowerCase()) ?? mannerOf('', words).mood
}

function thingsOf(r: Resolving, { props, path }: ResolvedShot, listed: boolean): ShotThing[] | undefined {
  const things = props.flatMap((p, i): ShotThing[] => {
    const put = (p.position ?? p.at ?? p.held_by) !== undefined
    // A listed shot's own words name what it has.
    if (listed && !put) return []
    const prop = propForWord(p.name.toLowerCase())
    if (prop !== undefined)
      return [defined({ prop, position: p.position, at: p.at, heldBy: p.held_by === undefined ? undefined : slug(p.held_by) }) as ShotThing]
    sayAt(r, 'warning', 'film.prop', [...path, 'props', i], `the store has no ${p.name}`, 'name another thing', p.name)
    return []
  })
  return things.length > 0 ? things : undefined
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
