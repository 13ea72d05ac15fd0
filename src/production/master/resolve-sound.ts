import { readWav, WavError } from '../../audio'
import { didYouMean, type SoundBus, sha256Hex } from '../../film'
import { defined, type Fields, fieldsOf, isFields, listOf, numberOf, textOf } from './plain-data'
import type { DataPath } from './read-yaml'
import { type Resolving, sayAt } from './resolve-bases'
import { resolvePath } from './resolve-path'
import type { ResolvedCue, ResolvedShotSound, ResolvedSound } from './resolved'
import { expandShotName, readScenes, readShotName } from './scenes'

/** Sections of `sound:` that name files, and the bus they are heard on. */
const BUSES: Readonly<Record<string, SoundBus>> = {
  dialogue: 'dialogue',
  voices: 'dialogue',
  music: 'music',
  score: 'music',
  ambience: 'ambience',
  atmos: 'ambience',
  effects: 'effects',
  effect: 'effects',
  sfx: 'effects',
  foley: 'foley',
}

const KEYS = ['loudness', 'true_peak', 'muted', 'mute', ...Object.keys(BUSES)]

/** Files that are read as sound: WAV everywhere, others by what the browser decodes. */
export const isSoundName = (name: string): boolean => /\.(?:wav|mp3|m4a|aac|ogg|oga|opus|flac)$/i.test(name)

/** Files that are read without a decoder. */
export const isWavName = (name: string): boolean => /\.wav$/i.test(name)

/** Words for no sound. */
const isNone = (value: unknown): boolean => value === false || /^(?:none|mute|muted|silent|silence|off|no)$/i.test(textOf(value) ?? '')

/** The production's section `sound:`; undefined where it has none. */
export function resolveSound(r: Resolving): ResolvedSound | undefined {
  const section = r.document.data.sound
  if (section === undefined) return
  const path: DataPath = ['sound']
  if (isNone(section)) return { cues: [], silent: true }
  const f = fieldsOf(section)
  for (const key of Object.keys(f)) {
    if (KEYS.includes(key)) continue
    const near = didYouMean(key, KEYS)
    sayAt(
      r,
      'warning',
      'production.sound-key',
      [...path, key],
      `nothing is heard of ${key}`,
      near ? `did you mean ${near}?` : `write ${KEYS.join(', ')}`,
      key,
    )
  }
  const levels: { dialogue_db?: number | null; ambience_db?: number | null; foley_db?: number | null } = {}
  const cues: ResolvedCue[] = []
  for (const [key, bus] of Object.entries(BUSES)) {
    const value = f[key]
    if (value === undefined) continue
    const level = numberOf(value) ?? numberOf(fieldsOf(value).level)
    const made = bus === 'dialogue' || bus === 'ambience' || bus === 'foley' ? bus : undefined
    if (made && (isNone(value) || isNone(fieldsOf(value).level))) levels[`${made}_db`] = null
    else if (made && level !== undefined) levels[`${made}_db`] = Math.min(24, Math.max(-60, level))
    else if (isNone(value)) continue
    else
      for (const [i, one] of listOf(value).entries())
        cues.push(...cueOf(r, one, bus, Array.isArray(value) ? [...path, key, i] : [...path, key]))
  }
  return defined({
    loudness: within(r, f.loudness, [...path, 'loudness'], -40, -5),
    true_peak: within(r, f.true_peak, [...path, 'true_peak'], -20, 0),
    ...levels,
    cues,
    silent: isNone(f.mute ?? f.muted) || f.mute === true || f.muted === true ? true : undefined,
  }) as ResolvedSound
}

/** What a shot says of its sound: nothing is heard in it, or files that begin with it. */
export function resolveShotSound(r: Resolving, value: unknown, path: DataPath): ResolvedShotSound | undefined {
  if (value === undefined) return
  if (isNone(value) || fieldsOf(value).mute === true || isNone(fieldsOf(value).level)) return { silent: true, cues: [] }
  const cues = listOf(value).flatMap((one, i) => cueOf(r, one, 'effects', Array.isArray(value) ? [...path, i] : path, true))
  return { cues }
}

/** A file that is heard; said, and left out, where it cannot be. */
function cueOf(r: Resolving, value: unknown, bus: SoundBus, path: DataPath, inShot = false): ResolvedCue[] {
  const f: Fields = isFields(value) ? value : { file: value }
  const named = textOf(f.file)
  const at: DataPath = isFields(value) ? [...path, 'file'] : path
  if (named === undefined) {
    sayAt(r, 'error', 'production.sound-file', path, 'a sound without a file', 'write `file: music/theme.wav`, or none for silence', value)
    return []
  }
  const file = fileOf(r, named, at)
  if (!file) return []
  const when = inShot ? {} : whenOf(r, f, path)
  if (!when) return []
  const seconds = (key: string, most = 36000) => within(r, f[key], [...path, key], 0, most)
  return [
    defined({
      ...file,
      bus: BUSES[textOf(f.bus)?.toLowerCase() ?? ''] ?? bus,
      ...when,
      offset_s: seconds('offset') ?? (inShot ? seconds('at') : undefined),
      duration_s: seconds('duration'),
      skip_s: seconds('skip') ?? seconds('start_in_file'),
      fade_in_s: seconds('fade_in', 600) ?? seconds('fade', 600),
      fade_out_s: seconds('fade_out', 600) ?? seconds('fade', 600),
      gain_db: within(r, f.gain ?? f.gain_db ?? f.level, [...path, 'gain'], -80, 24),
      pan: within(r, f.pan, [...path, 'pan'], -1, 1),
      loop: f.loop === true ? true : undefined,
    }) as ResolvedCue,
  ]
}

/** Where in the film it begins, and what it lasts for: a shot, scenes, or from a time on. */
function whenOf(r: Resolving, f: Fields, path: DataPath): Pick<ResolvedCue, 'shot' | 'scenes' | 'at_s'> | undefined {
  const shot = textOf(f.shot)
  if (shot !== undefined) {
    const [address] = expandShotName(shot).map(readShotName)
    if (address?.scene !== undefined) return { shot: `sc${address.scene}.sh${address.shot}`.toLowerCase() }
    sayAt(r, 'error', 'production.sound-shot', [...path, 'shot'], `${shot} is no shot`, 'write sc3.sh2', shot)
    return
  }
  const said = f.scene ?? f.scenes
  if (said !== undefined) {
    const scenes = readScenes(said)
    if (scenes) return { scenes }
    sayAt(
      r,
      'error',
      'production.sound-scene',
      [...path, f.scene === undefined ? 'scenes' : 'scene'],
      'these are no scenes',
      'write 3, 3A or 1-5',
      said,
    )
    return
  }
  if (f.at === undefined) return { at_s: 0 }
  const at_s = secondsOf(f.at)
  if (at_s !== undefined) return { at_s }
  sayAt(r, 'error', 'production.sound-time', [...path, 'at'], 'this is no time', 'write seconds, or 1:05.5', f.at)
  return
}

/** `12.5`, `12.5s`, `1:05.5`, `0:01:05`. */
function secondsOf(value: unknown): number | undefined {
  const parts = /^(?:(?:(\d+):)?(\d+):)?(\d+(?:\.\d+)?)\s*s?$/.exec(textOf(value) ?? '')
  return parts ? Number(parts[1] ?? 0) * 3600 + Number(parts[2] ?? 0) * 60 + Number(parts[3]) : undefined
}

function fileOf(r: Resolving, named: string, path: DataPath): Pick<ResolvedCue, 'file' | 'sha256'> | undefined {
  const name = resolvePath(r.document.place(path).file, named)
  const file = r.files?.find((one) => one.name === name)
  const say = (what: string, remedy: string) => sayAt(r, 'error', 'production.sound-file', path, what, remedy, named)
  if (name === undefined || !file?.bytes.byteLength) {
    say(`there is no sound ${named}`, 'put it beside the master file')
    return
  }
  if (!isSoundName(name)) {
    say(`${named} cannot be read as sound`, 'save it as WAV')
    return
  }
  try {
    if (isWavName(name)) readWav(file.bytes)
  } catch (error) {
    if (!(error instanceof WavError)) throw error
    say(`${named}: ${error.message}`, 'save it as WAV of 16 or 24 bits')
    return
  }
  return { file: name, sha256: sha256Hex(file.bytes) }
}

/** A number in a range; said, and undefined, where it is none. */
function within(r: Resolving, value: unknown, path: DataPath, least: number, most: number): number | undefined {
  if (value === undefined) return
  const n = numberOf(value)
  if (n !== undefined && n >= least && n <= most) return n
  sayAt(r, 'error', 'production.sound-value', path, `expected ${least} to ${most}`, `write ${least} to ${most}`, value)
  return
}
