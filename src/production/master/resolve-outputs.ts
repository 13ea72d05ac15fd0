import {
  type ColourTable,
  readCube,
  type Size,
  STYLES,
  type StyleChanges,
  styleByName,
  styleWith,
  wholeSize,
} from '../../departments/retro'
import { CONTAINERS, holdsPictures, isAnimation, isSoundAlone } from '../../encode'
import { didYouMean, type FrameRate, InputError, parseFrameRate, slug, uniqueKeys } from '../../film'
import { defined, entriesOf, type Fields, fieldsOf, fromPairs, isFields, laidOver, numberOf, textOf, textsOf } from './plain-data'
import { OUTPUT_PRESETS } from './presets'
import { sizeOf } from './read-words'
import type { DataPath } from './read-yaml'
import { type Resolving, sayAt, withBases } from './resolve-bases'
import { resolvePath } from './resolve-path'
import { retroOf } from './resolve-retro'
import type { ResolvedOutput, ResolvedRetro } from './resolved'
import { QUALITIES } from './settings'

/** What outputs are made with when they do not say. */
export interface OutputDefaults {
  readonly style: string
  readonly quality: string
  readonly width: number
  readonly height: number
  /** Laid over every output: what flags say. */
  readonly each: Fields
}

/** Codecs by the names people use. */
const CODECS: readonly (readonly [RegExp, string])[] = [
  [/^(?:h\.?264|avc1?|x264)$/, 'h264'],
  [/^(?:h\.?265|hevc|x265)$/, 'h265'],
  [/^(?:av1|av01|aom)$/, 'av1'],
  [/^(?:vp9|vp09)$/, 'vp9'],
  [/^png(?:[ _-]?(?:sequence|seq|frames))?$/, 'png'],
  [/^(?:open[ _-]?)?exr(?:[ _-]?(?:sequence|seq|frames))?$/, 'exr'],
  [/^(?:animated[ _-]?)?gif$/, 'gif'],
  [/^(?:apng|animated[ _-]?png)$/, 'apng'],
  [/^(?:animated[ _-]?)?webp$/, 'webp'],
  [/^(?:wave?|pcm)$/, 'wav'],
  [/^pro ?res[ _-]?4444(?:[ _-]?xq)?$/, 'prores_4444'],
  [/^pro ?res(?:[ _-]?(?:422)?(?:[ _-]?(?:hq|lt|proxy))?)?$/, 'prores_422'],
]
const CODEC_NAMES = ['h264', 'h265', 'av1', 'vp9', 'png', 'exr', 'gif', 'apng', 'webp', 'wav', 'prores_422', 'prores_4444']

/** The codec that a word means. */
export const codecOf = (word: string): string | undefined => CODECS.find(([r]) => r.test(word.toLowerCase().trim()))?.[1]

/** Pixels along a side of anything that is delivered. */
const MOST_SIDE = 8192
const MOST_BASES = 8
const MOST_OUTPUTS = 100

/** Everything to be delivered; one film of the defaults where nothing is listed. */
export function resolveOutputs(r: Resolving, defaults: OutputDefaults): ResolvedOutput[] {
  const unique = uniqueKeys()
  const entries = entriesOf(r.document.data.outputs, ['outputs']).slice(0, MOST_OUTPUTS)
  const listed = entries.length > 0 ? entries : [{ name: 'film', value: {}, path: ['outputs'] as DataPath }]
  return listed.map(({ name, value, path }) => {
    const own = withBases(r, fieldsOf(value), path)
    const preset =
      textOf(own.preset) ?? (name !== undefined && isPreset(r, name) ? name : undefined) ?? (typeof value === 'string' ? value : undefined)
    const base = preset === undefined ? {} : presetFields(r, preset, textOf(own.preset) === undefined ? path : [...path, 'preset'], [])
    const sized = own.size ?? own.resolution
    // A size of its own stands over the width and height of the preset, not beside them.
    const plain = sized === undefined ? base : fromPairs(Object.entries(base).filter(([k]) => k !== 'width' && k !== 'height'))
    const f = retroSized(fieldsOf(laidOver(laidOver(plain, own), defaults.each)), base, [own, defaults.each])
    return resolveOutput(r, unique(slug(textOf(own.name) ?? name ?? preset ?? 'film')), preset, f, path, defaults)
  })
}

/** A preset's machine has the preset's size: whoever overrules the one overrules the other, unless they say it. */
function retroSized(f: Fields, preset: Fields, over: readonly Fields[]): Fields {
  const said = over.some((o) => fieldsOf(o.retro).resolution !== undefined)
  const sized = over.some((o) => (o.size ?? o.resolution ?? o.width ?? o.height) !== undefined)
  if (said || !sized || fieldsOf(preset.retro).resolution === undefined || !isFields(f.retro)) return f
  const size = sizeOf(f.size ?? f.resolution) ?? sizeOf({ width: f.width, height: f.height })
  return size ? { ...f, retro: { ...f.retro, resolution: `${size.width}x${size.height}` } } : f
}

const customPresets = (r: Resolving): Fields => fieldsOf(r.document.data.output_presets)
const isPreset = (r: Resolving, name: string): boolean => Object.hasOwn(OUTPUT_PRESETS, name) || Object.hasOwn(customPresets(r), name)

/** Presets that were filled in, by the section they stand in: a preset that many extend is filled in once. */
const filledIn = new WeakMap<object, Map<string, Fields>>()

/** A preset of the production or of the house, over what it extends. */
function presetFields(r: Resolving, name: string, path: DataPath, chain: readonly string[]): Fields {
  const own = customPresets(r)
  const done = filledIn.get(own) ?? new Map<string, Fields>()
  filledIn.set(own, done)
  const before = chain.includes(name) ? undefined : done.get(name)
  if (before) return before
  const fields = fillIn(r, own, name, path, chain)
  if (!chain.includes(name)) done.set(name, fields)
  return fields
}

function fillIn(r: Resolving, own: Fields, name: string, path: DataPath, chain: readonly string[]): Fields {
  // A preset of one's own may have the name of the house's and extend it.
  const mine = Object.hasOwn(own, name) && !chain.includes(name) ? fieldsOf(own[name]) : undefined
  const found = mine ?? (Object.hasOwn(OUTPUT_PRESETS, name) ? { ...OUTPUT_PRESETS[name] } : undefined)
  if (!found || chain.length > MOST_BASES) {
    const cycle = chain.includes(name) || chain.length > MOST_BASES
    const known = [...Object.keys(own), ...Object.keys(OUTPUT_PRESETS)]
    const near = didYouMean(name, known)
    if (cycle)
      sayAt(
        r,
        'error',
        'production.preset-cycle',
        path,
        `the preset ${name} is based on itself: ${[...chain, name].join(' → ')}`,
        'take one `extends` out',
        name,
      )
    else
      sayAt(
        r,
        'error',
        'production.unknown-preset',
        path,
        `there is no preset ${name}`,
        near ? `did you mean ${near}?` : `write one of ${known.join(', ')}`,
        name,
      )
    return {}
  }
  let base: Fields = {}
  if (mine)
    for (const b of [...textsOf(mine.extends), ...textsOf(mine.preset)])
      base = fieldsOf(laidOver(base, presetFields(r, b, ['output_presets', name, 'extends'], [...chain, name])))
  const rest = fromPairs(Object.entries(found).filter(([k]) => k !== 'extends' && k !== 'preset'))
  if (rest.size !== undefined || rest.resolution !== undefined)
    base = fromPairs(Object.entries(base).filter(([k]) => k !== 'width' && k !== 'height'))
  return fieldsOf(laidOver(base, rest))
}

function resolveOutput(
  r: Resolving,
  name: string,
  preset: string | undefined,
  f: Fields,
  path: DataPath,
  defaults: OutputDefaults,
): ResolvedOutput {
  const sized = f.size ?? f.resolution
  const size = sized === undefined ? undefined : sizeOf(sized)
  if (sized !== undefined && !size)
    sayAt(
      r,
      'error',
      'production.output-size',
      [...path, f.size === undefined ? 'resolution' : 'size'],
      'this is no size',
      'write 1920x1080',
      sized,
    )
  const retroFields = isFields(f.retro) ? f.retro : fieldsOf(r.document.data.retro)
  const retroStyle = textOf(isFields(f.retro) ? f.retro.style : f.retro)
  const word = textOf(f.codec)
  const codec = word === undefined || /^(?:best|auto)$/i.test(word) ? undefined : codecOf(word)
  const container = containerOf(r, f, codec, path)
  const ownStyle = retroStyle === undefined && isFields(f.style) ? f.style : undefined
  const styleWord = retroStyle ?? (ownStyle ? (textOf(ownStyle.base) ?? 'hollywood') : textOf(f.style))
  const style = styleOf(r, styleWord, [...path, retroStyle === undefined ? 'style' : 'retro']) ?? defaults.style
  const changes = ownStyle && changesOf(r, ownStyle, style, [...path, 'style'])
  const asked = { width: numberOf(f.width) ?? size?.width, height: numberOf(f.height) ?? size?.height }
  const isFree = isAnimation(container) && asked.width === undefined && asked.height === undefined
  const film = isFree ? within(defaults, ANIMATION) : defaults
  const whole = { width: asked.width ?? film.width, height: asked.height ?? film.height }
  const retro = f.retro === false ? undefined : retroOf(r, retroFields, [...path, 'retro'], whole)
  // A retro picture of a size is delivered in it; one of large pixels fills the output.
  const own = retroFields.resolution === undefined ? undefined : retro
  const machine = isFree ? wholeOf(style, retro) : undefined
  const width = machine?.width ?? Math.round(asked.width ?? own?.width ?? film.width)
  const height = machine?.height ?? Math.round(asked.height ?? own?.height ?? film.height)
  if (word !== undefined && codec === undefined && !/^(?:best|auto)$/i.test(word)) {
    const near = didYouMean(word, CODEC_NAMES)
    sayAt(
      r,
      'error',
      'production.codec',
      [...path, 'codec'],
      `there is no codec ${word}`,
      near ? `did you mean ${near}?` : `write one of ${CODEC_NAMES.join(', ')}`,
      word,
    )
  }
  const standIn = textOf(f.stand_in) ?? (codec?.startsWith('prores') ? 'best' : undefined)
  if (codec?.startsWith('prores'))
    sayAt(
      r,
      'warning',
      'production.stand-in-codec',
      path,
      `${name}: no browser writes ${codec === 'prores_4444' ? 'ProRes 4444' : 'ProRes 422'}; ${standIn === 'best' ? 'the best codec this machine has' : standIn} is written in its place`,
      'name h264, h265, av1 or vp9 to choose for yourself; quality: final has the highest bit rate',
      word ?? codec,
    )
  return defined({
    name,
    preset,
    style,
    style_changes: changes,
    quality: qualityOf(r, f.quality, [...path, 'quality']) ?? defaults.quality,
    width,
    height,
    container,
    codec,
    stand_in: standIn,
    audio: audioOf(r, f.audio, [...path, 'audio']),
    fps: fpsOf(r, f.fps ?? f.frame_rate, [...path, 'fps']),
    retro,
  }) as ResolvedOutput
}

/** Codecs of sound by the names people use. */
const AUDIO: readonly (readonly [RegExp, 'aac' | 'opus' | 'none'])[] = [
  [/^(?:aac(?:[ _-]?lc)?|mp4a|m4a)$/, 'aac'],
  [/^opus$/, 'opus'],
  [/^(?:none|no|off|false|mute|silent)$/, 'none'],
]

function audioOf(r: Resolving, value: unknown, path: DataPath): 'aac' | 'opus' | 'none' | undefined {
  if (value === false) return 'none'
  const word = textOf(value)?.toLowerCase()
  if (word === undefined || /^(?:best|auto)$/.test(word)) return
  const codec = AUDIO.find(([re]) => re.test(word))?.[1]
  if (!codec) sayAt(r, 'error', 'production.audio', path, `there is no sound codec ${word}`, 'write aac, opus or none', word)
  return codec
}

/** Pixels of a moving picture of which nobody says how large it is: machines' in whole numbers up to here, films' within it. */
const ANIMATION: Size = { width: 854, height: 480 }

/** The largest even size of the same shape within another; its own where that is no larger. */
function within({ width, height }: Size, most: Size): Size {
  const scale = Math.min(1, most.width / width, most.height / height)
  const even = (n: number) => Math.max(2, 2 * Math.floor((n * scale) / 2 + 1e-6))
  return scale === 1 ? { width, height } : { width: even(width), height: even(height) }
}

/** The size of a style's own pixels in whole numbers; undefined for a style without any. */
function wholeOf(id: string, { width, height }: ResolvedRetro = {}): Size | undefined {
  const style = styleByName(id)
  const isSized = [width, height].every((n) => Number.isInteger(n) && (n as number) >= 1 && (n as number) <= 4096)
  const machine = isSized ? styleWith(style, { resolution: { width, height } as Size }) : style
  return machine.resolution ? wholeSize(machine, MOST_SIDE, ANIMATION.height) : undefined
}

/** What a style of one's own has other than its base, as a style file says it; said, and undefined, where that makes none. */
function changesOf(r: Resolving, own: Fields, base: string, path: DataPath): Fields | undefined {
  const { lut } = fieldsOf(own.film)
  const table = typeof lut === 'string' ? tableIn(r, lut, [...path, 'film', 'lut']) : undefined
  if (typeof lut === 'string' && !table) return
  const changes = {
    ...fromPairs(Object.entries(own).filter(([k]) => k !== 'base')),
    ...(table ? { film: { ...fieldsOf(own.film), lut: table } } : {}),
  }
  try {
    styleWith(styleByName(base), changes as StyleChanges)
    return changes
  } catch (error) {
    if (!(error instanceof RangeError)) throw error
    sayAt(r, 'error', 'production.style', path, error.message, 'see the JSON Schema Style.v1.json for what each field takes')
    return
  }
}

/** The `.cube` file that a style names, from the folder of the file that names it; said, and undefined, where there is none. */
function tableIn(r: Resolving, named: string, path: DataPath): ColourTable | undefined {
  const name = resolvePath(r.document.place(path).file, named)
  const file = r.files?.find((f) => f.name === name)
  if (!file?.bytes.byteLength) {
    const remedy = 'put it beside the master file'
    sayAt(r, 'error', 'production.style-table', path, `there is no table of colours ${named}`, remedy, named)
    return
  }
  try {
    return readCube(new TextDecoder().decode(file.bytes), file.name)
  } catch (error) {
    if (!(error instanceof InputError)) throw error
    for (const finding of error.diagnostics) r.say(finding)
    return
  }
}

/** The id of the style that a word names; said, and undefined, when nothing has that name. */
export function styleOf(r: Resolving, word: string | undefined, path: DataPath): string | undefined {
  if (word === undefined) return
  try {
    return styleByName(word.replace(/_/g, ' ')).id
  } catch (error) {
    if (!(error instanceof RangeError)) throw error
    const near = didYouMean(
      word,
      STYLES.flatMap((s) => [s.id, ...s.aliases]),
    )
    sayAt(
      r,
      'error',
      'production.style',
      path,
      `no style is called ${word}`,
      near ? `did you mean ${near}?` : `write one of ${STYLES.map((s) => s.id).join(', ')}`,
      word,
    )
    return
  }
}

/** One of the qualities; said when it is none. */
export function qualityOf(r: Resolving, value: unknown, path: DataPath): string | undefined {
  const word = textOf(value)?.toLowerCase()
  if (word === undefined || QUALITIES.includes(word)) return word
  sayAt(r, 'error', 'production.quality', path, `there is no quality ${word}`, `write one of ${QUALITIES.join(', ')}`, word)
  return
}

/** A rate as canonical text, `24` or `24000/1001`; said when it is none. */
export function fpsOf(r: Resolving, value: unknown, path: DataPath): string | undefined {
  const text = textOf(value)
  if (text === undefined) return
  try {
    return fpsText(parseFrameRate(text))
  } catch (error) {
    if (!(error instanceof RangeError)) throw error
    sayAt(r, 'error', 'production.fps', path, `${text} is no frame rate`, 'write 1 to 240, as 24, 23.976 or 24000/1001', text)
    return
  }
}

/** `24` or `24000/1001`. */
export const fpsText = ({ num, den }: FrameRate): string => (den === 1 ? String(num) : `${num}/${den}`)

function containerOf(r: Resolving, f: Fields, codec: string | undefined, path: DataPath): ResolvedOutput['container'] {
  const key = f.container === undefined ? 'format' : 'container'
  const word = textOf(f[key])?.toLowerCase().replace(/^\./, '')
  const container =
    word === undefined ? undefined : /^png/.test(word) ? 'png' : /^(?:open)?exr/.test(word) ? 'exr' : CONTAINERS.find((c) => c === word)
  if (word !== undefined && !container)
    sayAt(
      r,
      'warning',
      'production.container',
      [...path, key],
      `${word} is not written here; it becomes mp4`,
      'write mp4, webm, png, exr, gif, apng, webp or wav',
      word,
    )
  const isItsOwn = (c: ResolvedOutput['container']) => holdsPictures(c) || isSoundAlone(c)
  const named = CONTAINERS.find((c) => c === codec && isItsOwn(c))
  if (named) return named
  // A codec that was named stands over the preset's container.
  return container && isItsOwn(container) && codec !== undefined ? 'mp4' : (container ?? 'mp4')
}
