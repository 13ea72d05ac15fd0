import { didYouMean, type SceneShots, slug } from '../../film'
import { type Fields, isFields, textOf } from '../master/plain-data'
import type { DataPath } from '../master/read-yaml'
import type { ResolvedShot } from '../master/resolved'
import { readShotName } from '../master/scenes'
import { scriptNames } from './characters'
import type { Inspection } from './inspection'
import { meansPlace } from './locations'
import { either, type Finding, instead, quoted, type Rule } from './rule'

/** Where a shot says something: its key, or the entry when its name or a template says it. */
function at({ data }: Inspection, { path }: ResolvedShot, key: string): DataPath {
  let entry: unknown = data
  for (const step of path) entry = isFields(entry) || Array.isArray(entry) ? (entry as Fields)[step] : undefined
  return isFields(entry) && Object.hasOwn(entry, key) ? [...path, key] : path
}

/** Place (from 0) of a shot's scene in the script; undefined without a scene, or when the script has none such. */
export function sceneOf(p: Inspection, { scene }: ResolvedShot): number | undefined {
  return scene === undefined ? undefined : p.scenesIn([{ from: scene, to: scene }])[0]
}

function* unknownScene(p: Inspection): Iterable<Finding> {
  if (p.scenes.length === 0) return
  const known = p.scenes.map((s) => s.number ?? String(s.index))
  for (const shot of p.shots) {
    if (shot.scene === undefined || sceneOf(p, shot) !== undefined) continue
    const near = /[A-Z]/.test(shot.scene) ? known.find((k) => Number.parseInt(k, 10) === Number.parseInt(shot.scene ?? '', 10)) : undefined
    yield {
      path: at(p, shot, 'scene'),
      message: `the script has no scene ${quoted(shot.scene)}`,
      remedy: near ? `did you mean ${near}? The scenes are ${p.sceneRange}` : `its scenes are ${p.sceneRange}`,
      value: shot.scene,
    }
  }
}

/** The shots that a script asks for in a listed shot's scene. */
const planned = (p: Inspection, shot: ResolvedShot): SceneShots['shots'] | undefined => {
  const scene = sceneOf(p, shot)
  const key = scene === undefined ? undefined : p.context.script?.scenes[scene]?.key
  return p.context.shotList?.scenes.find((s) => s.sceneKey === key)?.shots.filter((s) => s.added === undefined)
}

/** Whether a shot is cut into a scene of the script that does not ask for it. */
const isAdded = (p: Inspection, shot: ResolvedShot): boolean => shot.number === undefined && planned(p, shot) !== undefined

function* unknownShot(p: Inspection): Iterable<Finding> {
  for (const shot of p.shots) {
    const shots = planned(p, shot)
    const named = shot.number ?? shot.after
    const least = shot.number === undefined ? 0 : 1
    if (!shots || named === undefined || (named >= least && named <= shots.length)) continue
    yield {
      path: at(p, shot, shot.number === undefined ? 'after' : 'name'),
      message: `scene ${shot.scene} has no shot ${named}`,
      remedy: `it has ${shots.length === 1 ? 'one shot, sh1' : `shots sh1 to sh${shots.length}`}`,
      value: shot.number === undefined ? `sh${named}` : shot.name,
    }
  }
}

const ownShot = (p: Inspection, shot: ResolvedShot): SceneShots['shots'][number] | undefined =>
  shot.number === undefined ? undefined : planned(p, shot)?.[shot.number - 1]

/** A shot that is asked to be shorter than what is said in it: it keeps its lines. */
function* cutsLines(p: Inspection): Iterable<Finding> {
  for (const shot of p.shots) {
    const own = ownShot(p, shot)
    const { frames, seconds, frame_range: range } = shot
    if (own?.plannedFrames === undefined) continue
    const key = range ? 'frame_range' : frames === undefined ? 'seconds' : 'frames'
    const asked = range ? range[1] - range[0] + 1 : (frames ?? Math.round((seconds ?? 0) * p.framesASecond))
    if (asked < 1 || own.frames <= asked) continue
    yield {
      path: at(p, shot, key),
      message: `${quoted(shot.name)} is ${own.frames} frames, not ${asked}: its lines are not cut off`,
      remedy: `give it ${own.frames} frames or more, or shorten what is said in the script`,
      value: range ?? frames ?? seconds,
    }
  }
}

function* rangeOutside(p: Inspection): Iterable<Finding> {
  for (const shot of p.shots) {
    if (!shot.frame_range) continue
    const [from, to] = shot.frame_range
    const own = ownShot(p, shot)
    const most = shot.frames ?? (own ? (own.plannedFrames ?? own.frames) : undefined)
    if (from < 1)
      yield {
        path: [...shot.path, 'frame_range'],
        message: 'frames are counted from 1',
        remedy: `write [1, ${to + 1 - from}]`,
        value: [from, to],
      }
    else if (most !== undefined && to > most)
      yield {
        path: [...shot.path, 'frame_range'],
        message: `${quoted(shot.name)} has ${most} frames, not ${to}`,
        remedy: from > most ? `write frames from 1 to ${most}` : `write [${from}, ${most}], or give the shot more frames`,
        value: [from, to],
      }
  }
}

/** Longest shot, in frames: an hour at 60 a second. */
const MOST_FRAMES = 216_000

function* lengths(p: Inspection): Iterable<Finding> {
  for (const { frames, seconds, path } of p.shots) {
    if (frames !== undefined && !(Number.isInteger(frames) && frames >= 1 && frames <= MOST_FRAMES))
      yield {
        path: [...path, 'frames'],
        message: `a shot cannot have ${frames} frames`,
        remedy: `write a whole number from 1 to ${MOST_FRAMES}`,
        value: frames,
      }
    if (seconds !== undefined && !(seconds > 0 && seconds <= 3600))
      yield {
        path: [...path, 'seconds'],
        message: `a shot cannot last ${seconds} seconds`,
        remedy: 'write up to 3600 seconds',
        value: seconds,
      }
  }
}

function* unknownLocation(p: Inspection): Iterable<Finding> {
  const names = [
    ...new Set([...p.locations.flatMap((l) => l.name ?? []), ...(p.context.script?.scenes ?? []).map((s) => s.heading.location)]),
  ]
  if (names.length === 0) return
  const keys = new Set([...names, ...p.locations.flatMap((l) => textOf(l.fields.key) ?? [])].map(slug))
  for (const shot of p.shots) {
    if (shot.location === undefined) continue
    const name = shot.location
    if (keys.has(slug(name)) || p.context.script?.scenes.some((s) => meansPlace(name, s.heading))) continue
    yield {
      path: at(p, shot, 'location'),
      message: `there is no location ${quoted(name)}; a set is made from its name`,
      remedy: instead(didYouMean(name, names), names, `write ${either(names, 6)}, or list it under \`locations:\``),
      value: name,
    }
  }
}

function* unknownCharacter(p: Inspection): Iterable<Finding> {
  const names = [...new Set([...p.characters.flatMap((c) => c.name ?? []), ...scriptNames(p.context.script)])]
  // A shot by itself brings its people along; beside a script or a cast, they are taken from there.
  if (names.length === 0) return
  const keys = new Set(
    [...names, ...p.characters.flatMap((c) => textOf(c.fields.key) ?? []), ...(p.context.script?.characters ?? []).map((c) => c.key)].map(
      slug,
    ),
  )
  for (const shot of p.shots) {
    const { camera } = shot
    const named: [string, DataPath][] = [
      ...shot.characters.map((c, i): [string, DataPath] => [c.name, [...shot.path, 'characters', i]]),
      ...shot.characters.flatMap((c, i): [string, DataPath][] =>
        c.near === undefined ? [] : [[c.near, [...shot.path, 'characters', i, 'near']]],
      ),
      ...shot.props.flatMap((t, i): [string, DataPath][] =>
        t.held_by === undefined ? [] : [[t.held_by, [...shot.path, 'props', i, 'held_by']]],
      ),
      ...shot.dialogue.map((d, i): [string, DataPath] => [d.character, [...shot.path, 'dialogue', i]]),
      ...(camera.subjects ?? []).map((s, i): [string, DataPath] => [s, [...shot.path, 'camera', 'subjects', i]]),
      ...(camera.over === undefined ? [] : [[camera.over, [...shot.path, 'camera', 'over']] as [string, DataPath]]),
    ]
    for (const [name, path] of named) {
      if (keys.has(slug(name))) continue
      yield {
        path,
        message: `nobody is called ${quoted(name)}`,
        remedy: instead(didYouMean(name, names), names, `write ${either(names, 8)}, or list them under \`characters:\``),
        value: name,
      }
    }
  }
}

/** A shot of no script that says nothing to see. */
function* empty(p: Inspection): Iterable<Finding> {
  if (p.context.script || textOf(p.data.script) !== undefined || typeof p.data.script === 'object') return
  for (const shot of p.shots) {
    const { location, backdrop, characters, props, action, dialogue, camera } = shot
    if (location ?? backdrop ?? camera.object) continue
    if ([characters, props, action, dialogue].some((list) => list.length > 0)) continue
    yield {
      path: shot.path,
      at: 'key',
      message: `${quoted(shot.name)} shows nothing: no place, nobody, no thing`,
      remedy: 'write `location:`, `characters:` or `props:`, or name a script',
      value: shot.name,
    }
  }
}

/** What is done and said in a shot of the script stands there, and nowhere else. */
function* scriptSays(p: Inspection): Iterable<Finding> {
  for (const shot of p.shots) {
    const own = ownShot(p, shot)
    if (!own && !isAdded(p, shot)) continue
    const line = own?.why.find((w) => w.line !== undefined)?.line
    const there = line === undefined ? 'in the script' : `at line ${line} of the script`
    const said: [string, DataPath][] = ['action', 'dialogue'].map((key) => [key, at(p, shot, key)])
    for (const [i, c] of shot.characters.entries())
      if (c.action !== undefined) said.push(['action', [...shot.path, 'characters', i, 'action']])
    for (const [key, path] of said)
      if (path.at(-1) === key)
        yield {
          path,
          message: `${quoted(shot.name)} is a shot of the script, which says what is ${key === 'action' ? 'done' : 'spoken'} in it`,
          remedy: `write it ${there}; a production without a script has shots of its own words`,
        }
  }
}

/** A GIF has one table of colours, and one style. */
function* styleInGif(p: Inspection): Iterable<Finding> {
  const gif = p.outputs.find(({ output }) => output.container === 'gif')
  if (!gif) return
  for (const shot of p.shots)
    if (shot.retro)
      yield {
        path: at(p, shot, at(p, shot, 'style') === shot.path ? 'retro' : 'style'),
        message: `${quoted(gif.output.name)} is a GIF: ${quoted(shot.name)} is in its style there, and in no other`,
        remedy: 'write `container: webp` for that output, or leave it so',
      }
}

/** A take that a shot does not have. */
function* unknownTake(p: Inspection): Iterable<Finding> {
  const takes = (scene: string | undefined, number: number | undefined) =>
    p.shots.flatMap((s) => (s.number === number && (scene === undefined || s.scene === scene) ? (s.take ?? []) : []))
  const wrong: { readonly shot: string; readonly take: string; readonly known: string[]; readonly path: DataPath }[] = []
  for (const [name, value] of Object.entries(isFields(p.data.takes) ? p.data.takes : {})) {
    const address = readShotName(name)
    const take = textOf(value)
    if (!address || take === undefined) continue
    const known = takes(address.scene, address.shot)
    if (!known.includes(take)) wrong.push({ shot: name, take, known, path: ['takes', name] })
  }
  for (const shot of p.shots) {
    if (shot.chosen === undefined) continue
    const known = takes(shot.scene, shot.number)
    if (!known.includes(shot.chosen)) wrong.push({ shot: shot.name, take: shot.chosen, known, path: at(p, shot, 'take') })
  }
  for (const { shot, take, known, path } of wrong)
    yield {
      path,
      message: `${quoted(shot)} has no take ${quoted(take)}`,
      remedy: known.length > 0 ? instead(didYouMean(take, known), known) : 'list it under `variations:` of the shot',
      value: take,
    }
}

/** A name that reads as an address and yet is none: `sc3.s2`. */
function* address(p: Inspection): Iterable<Finding> {
  for (const { name, path } of p.shots) {
    if (readShotName(name.replace(/\.[^.]*$/, '')) || readShotName(name)) continue
    const m = /^(?:scene|sc)[\s_.-]*(\d{1,5}[a-z]{0,2})[\s_.-]+\w{0,4}?(\d{1,4})$/i.exec(name)
    if (m)
      yield {
        path: [...path, 'name'],
        message: `${quoted(name)} is read as a name of your own, not as a shot of scene ${m[1]}`,
        remedy: `did you mean sc${m[1]}.sh${m[2]}?`,
        value: name,
      }
  }
}

export const SHOT_RULES: readonly Rule[] = [
  { id: 'shots.unknown-scene', severity: 'error', check: unknownScene },
  { id: 'shots.unknown-shot', severity: 'error', check: unknownShot },
  { id: 'shots.address', severity: 'warning', check: address },
  { id: 'shots.frames-outside', severity: 'error', check: rangeOutside },
  { id: 'shots.shorter-than-lines', severity: 'warning', check: cutsLines },
  { id: 'shots.length', severity: 'error', check: lengths },
  { id: 'shots.unknown-location', severity: 'warning', check: unknownLocation },
  { id: 'shots.unknown-character', severity: 'warning', check: unknownCharacter },
  { id: 'shots.script-says', severity: 'warning', check: scriptSays },
  { id: 'shots.style-in-gif', severity: 'info', check: styleInGif },
  { id: 'shots.unknown-take', severity: 'error', check: unknownTake },
  { id: 'shots.empty', severity: 'warning', check: empty },
]
