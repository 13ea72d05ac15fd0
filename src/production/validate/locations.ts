import { readPlace, SET_KINDS } from '../../departments/art'
import { permitOn, SITE_TYPES } from '../../departments/locations'
import { didYouMean, type ScriptScene, slug } from '../../film'
import { fieldsOf, isFields, textOf } from '../master/plain-data'
import { readSite } from '../master/read-site'
import type { DataPath } from '../master/read-yaml'
import { EVERY_SCENE, scenesText } from '../master/scenes'
import type { Entry, Inspection } from './inspection'
import { either, type Finding, instead, quoted, type Rule } from './rule'

const TYPES: readonly string[] = SITE_TYPES

/** Whether an entry's name means a scene's place: all of its heading, or the part before or after a dash. */
export function meansPlace(name: string, { location, locationKey }: ScriptScene['heading']): boolean {
  const key = slug(name)
  return (
    key === locationKey ||
    key === locationKey.replace(/^(?:int-ext|int|ext)-/, '') ||
    location.split(/\s+[-–—]\s+|\s*,\s*/).some((part) => slug(part) === key) ||
    slug(location) === key
  )
}

/** Places (from 0) of the scenes that an entry is for. */
function scenesOf(p: Inspection, { name, fields }: Entry): number[] {
  const scenes = fields.scenes ?? fields.scene
  if (scenes !== undefined) return p.scenesIn(p.spans(scenes))
  return name === undefined ? [] : (p.context.script?.scenes ?? []).flatMap((s, i) => (meansPlace(name, s.heading) ? [i] : []))
}

function* unknownType(p: Inspection): Iterable<Finding> {
  for (const { fields, path } of p.locations) {
    const text = textOf(fields.type)
    if (text === undefined || TYPES.includes(text.toLowerCase().replace(/[-_]/g, ' '))) continue
    yield {
      path: [...path, 'type'],
      message: `there is no type of location ${quoted(text)}; a set is made from its name`,
      remedy: instead(didYouMean(text.replace(/[-_]/g, ' '), TYPES), TYPES),
      value: text,
    }
  }
}

function* unknownPreset(p: Inspection): Iterable<Finding> {
  for (const { fields, path } of p.locations) {
    const set = isFields(fields.set) ? fields.set.kind : fields.set
    const all: [unknown, DataPath][] = [
      [fields.preset, [...path, 'preset']],
      [fields.kind, [...path, 'kind']],
      [set, [...path, 'set', ...(isFields(fields.set) ? ['kind'] : [])]],
    ]
    for (const [value, at] of all) {
      const text = textOf(value)?.slice(0, 200)
      // Sets may be files of their own: they are looked for with the other files.
      if (text === undefined || /\.\w{2,5}$/.test(text) || knownPlace(text)) continue
      yield {
        path: at,
        message: `no set is built from ${quoted(text)}; one is made from the location's name`,
        remedy: instead(didYouMean(slug(text), SET_KINDS), SET_KINDS),
        value: text,
      }
    }
  }
}

/** Whether the art department has words for a place: a kind of set, or what a heading could say. */
const knownPlace = (text: string): boolean => {
  const kind = slug(text)
  return (
    SET_KINDS.includes(kind) ||
    [true, false].some((interior) => readPlace(text.replace(/_/g, ' '), interior ? 'INT' : 'EXT').words.length > 0)
  )
}

function* sceneMissing(p: Inspection): Iterable<Finding> {
  if (p.scenes.length === 0) return
  for (const { fields, path } of p.locations) {
    const key = fields.scenes === undefined ? 'scene' : 'scenes'
    const missing = p
      .spans(fields[key])
      .filter((s) => s.to !== EVERY_SCENE.to && [s.from, s.to].some((end) => p.scenesIn([{ from: end, to: end }]).length === 0))
    if (missing.length > 0)
      yield {
        path: [...path, key],
        message: `the script has no scene ${scenesText(missing)}`,
        remedy: `its scenes are ${p.sceneRange}`,
        value: fields[key],
      }
  }
}

function* notInScript(p: Inspection): Iterable<Finding> {
  const { script } = p.context
  if (!script) return
  const names = [...new Set(script.scenes.map((s) => s.heading.location))]
  const inShots = new Set(p.shots.flatMap((s) => s.location ?? s.backdrop ?? []).map((n) => slug(n)))
  for (const entry of p.locations) {
    const { name, fields, path } = entry
    if (name === undefined || fields.scenes !== undefined || fields.scene !== undefined) continue
    if (inShots.has(slug(name)) || scenesOf(p, entry).length > 0) continue
    const near = didYouMean(name, names)
    // A place that was scouted and is not used is one to fall back on.
    if (near === undefined && readSite(fields).site) continue
    yield {
      path,
      at: 'key',
      message: `no scene of the script is set in ${quoted(name)}`,
      remedy: near ? `did you mean ${near}?` : `name it as in a heading (${either(names, 5)}), or give it \`scenes:\``,
      value: name,
    }
  }
}

function* claimedTwice(p: Inspection): Iterable<Finding> {
  const owner = new Map<number, string>()
  for (const entry of p.locations) {
    const name = entry.name ?? 'a location'
    const scenes = entry.fields.scenes ?? entry.fields.scene
    if (scenes === undefined || p.spans(scenes).includes(EVERY_SCENE)) continue
    const taken = scenesOf(p, entry).find((i) => owner.has(i))
    if (taken !== undefined)
      yield {
        path: [...entry.path, entry.fields.scenes === undefined ? 'scene' : 'scenes'],
        message: `scene ${p.scenes[taken]?.number ?? taken + 1} is set in both ${quoted(owner.get(taken) ?? '')} and ${quoted(name)}`,
        remedy: 'give each scene to one location',
        value: scenes,
      }
    for (const i of scenesOf(p, entry)) if (!owner.has(i)) owner.set(i, name)
  }
}

/** Places of the script that no entry is for: they are designed from their headings. */
function* uncovered(p: Inspection): Iterable<Finding> {
  const { script } = p.context
  if (!script || p.locations.length === 0) return
  const covered = new Set(p.locations.flatMap((entry) => scenesOf(p, entry)))
  const left = new Map<string, string>()
  for (const [i, { heading }] of script.scenes.entries())
    if (!covered.has(i) && !left.has(heading.locationKey)) left.set(heading.locationKey, heading.location)
  if (left.size === 0) return
  yield {
    path: ['locations'],
    at: 'key',
    message: `no entry covers ${either([...left.values()], 6)}`,
    remedy: 'nothing to do: what is not listed is designed from its heading',
    value: left.size,
  }
}

function* hdriWithoutFile(p: Inspection): Iterable<Finding> {
  for (const { fields, path } of p.locations) {
    if (textOf(fields.type)?.toLowerCase() !== 'hdri') continue
    const file = [fields.hdri, fieldsOf(fields.hdri).file, fieldsOf(fields.hdri).path, fields.file, fields.path].find(
      (v) => textOf(v) !== undefined,
    )
    if (file === undefined)
      yield {
        path: [...path, 'type'],
        message: 'a location of type hdri that names no picture; a sky is made instead',
        remedy: 'write `hdri: skies/evening.hdr`',
        value: 'hdri',
      }
  }
}

/** Metres that a set may measure. */
const SET_SIZE = { least: 1, most: 500 }

function* setSize(p: Inspection): Iterable<Finding> {
  for (const { fields, path } of p.locations)
    for (const key of ['width', 'depth', 'height']) {
      const value = fieldsOf(fields.set)[key]
      if (typeof value === 'number' && !(value >= SET_SIZE.least && value <= SET_SIZE.most))
        yield {
          path: [...path, 'set', key],
          message: `a set cannot be ${value} m in ${key}`,
          remedy: `write ${SET_SIZE.least} to ${SET_SIZE.most} metres`,
          value,
        }
    }
}

/** What a location says of itself as a place that is scouted, and means nothing. */
function* siteFacts(p: Inspection): Iterable<Finding> {
  for (const { fields, path } of p.locations)
    for (const { path: within, ...found } of readSite(fields).faults) yield { path: [...path, ...within], ...found }
}

function* bothWays(p: Inspection): Iterable<Finding> {
  for (const { fields, path } of p.locations)
    if (typeof fields.interior === 'boolean' && fields.interior === fields.exterior)
      yield {
        path: [...path, 'exterior'],
        message: `it is said to lie ${fields.interior ? 'both inside and outside' : 'neither inside nor outside'}; interior counts`,
        remedy: 'write one of interior and exterior',
        value: fields.exterior,
      }
}

/** Leave to shoot that was refused, or does not hold on the day of the shoot. */
function* permitsHold(p: Inspection): Iterable<Finding> {
  for (const { name, fields, path } of p.locations) {
    const day = textOf(fields.date)?.slice(0, 10)
    for (const permit of readSite(fields).site?.permits ?? []) {
      const state = permitOn(permit, day)
      if (state === 'granted' || state === 'wanted' || state === 'applied') continue
      const when =
        state === 'not yet' ? `begins on ${permit.from}` : state === 'expired' && permit.until ? `ended on ${permit.until}` : `is ${state}`
      yield {
        path: [...path, 'permits'],
        message: `${quoted(permit.name)} ${when}; ${quoted(name ?? 'the location')} cannot be shot${day ? ` on ${day}` : ''}`,
        remedy: 'get leave for the day, move the date, or let `oneshot scout` find another place',
        value: permit.name,
      }
    }
  }
}

export const LOCATION_RULES: readonly Rule[] = [
  { id: 'locations.unknown-type', severity: 'warning', check: unknownType },
  { id: 'locations.unknown-preset', severity: 'warning', check: unknownPreset },
  { id: 'locations.scene-missing', severity: 'warning', check: sceneMissing },
  { id: 'locations.not-in-script', severity: 'warning', check: notInScript },
  { id: 'locations.scene-twice', severity: 'warning', check: claimedTwice },
  { id: 'locations.uncovered', severity: 'info', check: uncovered },
  { id: 'locations.hdri-without-file', severity: 'warning', check: hdriWithoutFile },
  { id: 'locations.set-size', severity: 'error', check: setSize },
  { id: 'locations.site', severity: 'warning', check: siteFacts },
  { id: 'locations.both-ways', severity: 'warning', check: bothWays },
  { id: 'locations.permit', severity: 'warning', check: permitsHold },
]
