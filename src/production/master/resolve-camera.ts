import { CAMERA_MOUNTS, CAMERA_MOVES, didYouMean, LENS_SETS } from '../../film'
import { defined, isFields, numberOf, textOf, textsOf } from './plain-data'
import type { DataPath } from './read-yaml'
import { type Resolving, sayAt } from './resolve-bases'
import type { ResolvedShot } from './resolved'

const SIZES: Readonly<Record<string, string>> = {
  'extreme wide': 'EWS',
  'extreme long': 'EWS',
  wide: 'WS',
  long: 'WS',
  full: 'FS',
  'medium long': 'MLS',
  'medium wide': 'MLS',
  cowboy: 'MLS',
  medium: 'MS',
  'medium close up': 'MCU',
  'medium close': 'MCU',
  'close up': 'CU',
  close: 'CU',
  'extreme close up': 'ECU',
}
const ABBREVIATIONS = new Set(['EWS', 'WS', 'FS', 'MLS', 'MS', 'MCU', 'CU', 'ECU'])
const ANGLES: Readonly<Record<string, string>> = {
  eye: 'eye',
  'eye level': 'eye',
  neutral: 'eye',
  low: 'low',
  'low angle': 'low',
  high: 'high',
  'high angle': 'high',
  overhead: 'overhead',
  'birds eye': 'overhead',
  top: 'overhead',
}
/** What else moves are called; their own names are known too. */
const MOVES: Readonly<Record<string, string>> = {
  ...Object.fromEntries(CAMERA_MOVES.map((move) => [move.replace(/-/g, ' '), move])),
  locked: 'static',
  'locked off': 'static',
  none: 'static',
  still: 'static',
  'dolly in': 'push-in',
  push: 'push-in',
  'dolly out': 'pull-out',
  'pull back': 'pull-out',
  pull: 'pull-out',
  whip: 'whip-pan',
  'swish pan': 'whip-pan',
  'crab left': 'truck-left',
  'crab right': 'truck-right',
  'slide left': 'truck-left',
  'slide right': 'truck-right',
  'boom up': 'crane-up',
  'boom down': 'crane-down',
  jib: 'crane',
  'jib up': 'crane-up',
  'jib down': 'crane-down',
  aerial: 'drone',
  arc: 'orbit',
  circle: 'orbit',
  zoom: 'zoom-in',
  zolly: 'dolly-zoom',
  vertigo: 'dolly-zoom',
  rack: 'rack-focus',
  'focus pull': 'rack-focus',
  tracking: 'track',
  dolly: 'track',
  follow: 'track',
  'steadi cam': 'steadicam',
  stabiliser: 'steadicam',
  gimbal: 'steadicam',
  'hand held': 'handheld',
}
/** Sets of lenses; `scope` is what exhibitors call anamorphic. */
const LENSES: Readonly<Record<string, string>> = {
  ...Object.fromEntries(LENS_SETS.map((set) => [set.replace(/-/g, ' '), set])),
  clean: 'modern',
  spherical: 'modern',
  scope: 'anamorphic',
  'vintage scope': 'vintage-anamorphic',
  old: 'vintage',
}
/** What else mounts are called; their own names are known too. */
const MOUNTS: Readonly<Record<string, string>> = {
  ...Object.fromEntries(CAMERA_MOUNTS.map((mount) => [mount.replace(/-/g, ' '), mount])),
  hood: 'bonnet',
  dashboard: 'dash',
  'dash cam': 'dash',
  side: 'door',
  'hostess tray': 'door',
  'tracking car': 'camera-car',
  security: 'wall',
  cctv: 'wall',
  body: 'chest',
  'body cam': 'chest',
  helmet: 'head',
  snorricam: 'face',
  furniture: 'thing',
}
const FRAMINGS: Readonly<Record<string, string>> = {
  establishing: 'establishing',
  master: 'master',
  single: 'single',
  'over shoulder': 'over-shoulder',
  'over the shoulder': 'over-shoulder',
  ots: 'over-shoulder',
  'two shot': 'two-shot',
  group: 'group',
  moving: 'moving',
  insert: 'insert',
  pov: 'pov',
  reaction: 'reaction',
}

/** A camera in the words that films use: `close-up`, `dolly in`, `85mm`. */
export function cameraOf(r: Resolving, value: unknown, path: DataPath): ResolvedShot['camera'] {
  if (value === undefined) return {}
  const f = isFields(value) ? value : { size: value }
  const read = (key: string, words: Readonly<Record<string, string>>, more?: ReadonlySet<string>): string | undefined => {
    const text = textOf(f[key])
    if (text === undefined) return
    const plain = text
      .toLowerCase()
      .replace(/[-_\s]+/g, ' ')
      .replace(/['’]/g, '')
      .replace(/ shot$/, key === 'size' ? '' : ' shot')
      .trim()
    const found = more?.has(text.toUpperCase()) ? text.toUpperCase() : words[plain]
    if (!found) {
      const all = [...new Set(Object.values(words))].join(', ')
      const near = didYouMean(plain, Object.keys(words))
      sayAt(
        r,
        'error',
        `production.camera-${key}`,
        isFields(value) ? [...path, key] : path,
        `the camera knows no ${key} ${text}`,
        near === undefined ? `write one of ${all}` : `did you mean ${words[near]}?`,
        text,
      )
    }
    return found
  }
  const lensText = textOf(f.lens ?? f.lens_mm ?? f.focal_length)
  const lens = numberOf(lensText?.replace(/\s*mm$/i, ''))
  const fits = lens !== undefined && lens >= 8 && lens <= 800
  if (lensText !== undefined && !fits)
    sayAt(
      r,
      'error',
      'production.camera-lens',
      [...path, 'lens'],
      `no lens has ${lensText}`,
      'write a focal length of 8 to 800 mm',
      lensText,
    )
  return defined({
    size: read('size', SIZES, ABBREVIATIONS),
    lens_mm: fits ? lens : undefined,
    lenses: read('lenses', LENSES),
    mount: read('mount', MOUNTS),
    angle: read('angle', ANGLES),
    move: read('move', MOVES),
    amount: amountOf(r, f.amount, [...path, 'amount']),
    framing: read('framing', FRAMINGS),
    subjects: f.subjects === undefined && f.subject === undefined ? undefined : textsOf(f.subjects ?? f.subject),
    over: textOf(f.over),
    object: textOf(f.object),
  }) as ResolvedShot['camera']
}

/** How far a move goes. */
function amountOf(r: Resolving, value: unknown, path: DataPath): number | undefined {
  if (value === undefined) return
  const amount = numberOf(value)
  if (amount !== undefined && amount >= 0.1 && amount <= 4) return amount
  sayAt(r, 'error', 'production.camera-amount', path, 'no move goes so far', 'write 0.1 to 4; 1 is hardly noticed', value)
  return
}
