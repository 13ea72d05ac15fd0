import { STYLES, styleByName } from '../../departments/retro'
import { didYouMean, type FrameRate, roundNumbers, slug } from '../../film'
import { defined, type Fields, fieldsOf, fromPairs, isFields, listOf, numberOf, textOf, textsOf } from './plain-data'
import { aspectOf, sizeOf, wordsIn } from './read-words'
import type { DataPath } from './read-yaml'
import { type Resolving, sayAt } from './resolve-bases'
import { cameraOf } from './resolve-camera'
import { resolveCharacters, scenesAt } from './resolve-cast'
import { resolveEdits } from './resolve-edits'
import { fpsOf, fpsText, qualityOf, resolveOutputs, styleOf } from './resolve-outputs'
import { lightOf, resolveLocations } from './resolve-places'
import { resolveShots } from './resolve-shots'
import { resolveSound } from './resolve-sound'
import { resolveSprites } from './resolve-sprites'
import type { ResolvedProduction, ResolvedTransition } from './resolved'
import { type ColourPreset, FORMAT_ASPECTS, SETTINGS, type VoicePreset } from './settings'
import { resolveTakes } from './takes'

/** What resolving is told beside the document. */
export interface ResolveContext {
  readonly script?: { readonly file: string; readonly sha256: string; readonly title: string; readonly author: string } | undefined
  /** Rate where nobody says one: a bare script keeps the rate of films. */
  readonly fps: FrameRate
  /** Laid over every output. */
  readonly eachOutput: Fields
}

/** Sections of departments that nothing here reads: kept as they were written. */
const KEPT = ['development', 'art', 'vfx', 'schedule'] as const

/** Fills in whatever a production leaves open. Bad parts were said and are left at their defaults. */
export function resolveProduction(r: Resolving, context: ResolveContext): ResolvedProduction {
  const { data } = r.document
  const meta = fieldsOf(data.meta)
  const title = textOf(meta.title) ?? context.script?.title ?? 'Untitled'
  const settings = fieldsOf(data.settings)
  const size = sizeOf(settings.size)
  const width = numberOf(settings.width) ?? size?.width ?? SETTINGS.width
  const height = numberOf(settings.height) ?? size?.height ?? SETTINGS.height
  const style = resolveStyle(r)
  const render = fieldsOf(data.render)
  const quality = qualityOf(r, render.quality, ['render', 'quality']) ?? SETTINGS.quality
  const outputs = resolveOutputs(r, {
    style: style.preset,
    quality,
    width,
    height,
    each: context.eachOutput,
  })
  const sprites = resolveSprites(r, { style: style.preset, quality })
  const rates = [...new Set(outputs.map((o) => o.fps))]
  const shared = rates.length === 1 ? rates[0] : undefined
  const fps = fpsOf(r, data.fps, ['fps']) ?? shared ?? fpsOf(r, settings.fps, ['settings', 'fps']) ?? fpsText(context.fps)
  const format = textOf(data.target_format)?.toLowerCase() ?? 'web'
  if (!(format in FORMAT_ASPECTS)) {
    const near = didYouMean(format, Object.keys(FORMAT_ASPECTS))
    sayAt(
      r,
      'warning',
      'production.target-format',
      ['target_format'],
      `nobody delivers to ${format}; web is taken`,
      near ? `did you mean ${near}?` : `write ${Object.keys(FORMAT_ASPECTS).join(', ')}`,
      format,
    )
  }
  const film = outputs.find((o) => !o.retro && styleByName(o.style).resolution === null)
  const aspect =
    aspectAt(r) ??
    (data.target_format === undefined ? undefined : FORMAT_ASPECTS[format]) ??
    (film ? film.width / film.height : width / height)
  return roundNumbers(
    defined({
      schema: 'Production',
      version: '1.0.0',
      meta: {
        id: slug(textOf(meta.id) ?? title),
        title,
        version: textOf(meta.version) ?? '1',
        author: textOf(meta.author) ?? context.script?.author ?? '',
        description: textOf(meta.description) ?? '',
        created: textOf(meta.created) ?? '',
      },
      script: context.script ? { file: context.script.file, sha256: context.script.sha256 } : undefined,
      style,
      target_format: format in FORMAT_ASPECTS ? format : 'web',
      aspect,
      fps,
      settings: {
        width,
        height,
        voices: voicesOf(r, settings.voices),
        fonts: { ...SETTINGS.fonts, ...fontsOf(settings.fonts) },
        run_folder: textOf(settings.run_folder) ?? SETTINGS.run_folder,
      },
      characters: resolveCharacters(r),
      locations: resolveLocations(r),
      shots: resolveShots(r),
      takes: resolveTakes(r),
      light: lightOf(r, { lighting: data.lighting }, []),
      camera: cameraOf(r, data.camera, ['camera']),
      transitions: resolveTransitions(r),
      sound: resolveSound(r),
      edits: resolveEdits(r),
      outputs: outputs.map((o) => withoutRate(o, fps)),
      sprites: sprites.length > 0 ? sprites : undefined,
      render: { coarse: render.coarse === true, on_failure: onFailureOf(r, render.on_failure) },
      sections: fromPairs(KEPT.flatMap((k) => (data[k] === undefined ? [] : [[k, data[k]] as const]))),
    }),
  ) as ResolvedProduction
}

const withoutRate = <T extends { readonly fps?: string }>(output: T, fps: string): T => {
  if (output.fps !== fps) return output
  const { fps: _, ...rest } = output
  return rest as T
}

function aspectAt(r: Resolving): number | undefined {
  const value = r.document.data.aspect_ratio
  if (value === undefined) return
  const aspect = aspectOf(value)
  if (aspect === undefined)
    sayAt(r, 'error', 'production.aspect-ratio', ['aspect_ratio'], 'this is no shape of picture', 'write 16:9, 2.39:1, 4:3 or 1.85', value)
  return aspect
}

function onFailureOf(r: Resolving, value: unknown): 'stop' | 'hole' {
  const word = textOf(value)?.toLowerCase()
  if (word === undefined || word === 'stop') return 'stop'
  if (/^(?:hole|continue|skip|go on)$/.test(word)) return 'hole'
  sayAt(r, 'error', 'production.on-failure', ['render', 'on_failure'], `nothing is done with ${word}`, 'write stop, or hole', word)
  return 'stop'
}

function resolveStyle(r: Resolving): ResolvedProduction['style'] {
  const { style } = r.document.data
  const f: Fields = isFields(style) ? style : { look: style }
  const presets = colourPresets(r)
  const look = textOf(f.look)
  const grade = textOf(f.colour_grade ?? f.color_grade)
  const path = isFields(style) ? (['style', 'look'] as DataPath) : ['style']
  // A colour preset goes with any style; where a style has the same name, `preset` or an output takes that.
  const byLook = look === undefined ? undefined : presetNamed(presets, look)
  const named = look === undefined || byLook ? undefined : styleNamed(look)
  if (look !== undefined && !named && !byLook) {
    const known = [...Object.keys(presets), ...STYLES.map((s) => s.id)]
    const near = didYouMean(look, known)
    sayAt(
      r,
      'warning',
      'production.look',
      path,
      `nothing looks like ${look} here; the look stays neutral`,
      near ? `did you mean ${near}?` : `write one of ${known.join(', ')}`,
      look,
    )
  }
  const byGrade = grade === undefined ? undefined : presetNamed(presets, grade)
  if (grade !== undefined && !byGrade) {
    const near = didYouMean(grade, Object.keys(presets))
    const remedy = near ? `did you mean ${near}?` : `write one of ${Object.keys(presets).join(', ')}`
    sayAt(
      r,
      'warning',
      'production.colour-grade',
      ['style', 'colour_grade'],
      `there is no grade ${grade}; the colours stay neutral`,
      remedy,
      grade,
    )
  }
  return defined({
    preset: styleOf(r, textOf(f.preset), ['style', 'preset']) ?? named ?? 'hollywood',
    look: byLook || named ? look : undefined,
    era: textOf(f.era),
    mood: wordsIn(f.mood),
    grade: byGrade ?? byLook,
    contrast: contrastOf(r, f.contrast),
  }) as ResolvedProduction['style']
}

function styleNamed(word: string): string | undefined {
  try {
    return styleByName(word.replace(/_/g, ' ')).id
  } catch (error) {
    if (error instanceof RangeError) return
    throw error
  }
}

const presetNamed = (presets: Readonly<Record<string, ColourPreset>>, word: string): ColourPreset | undefined => {
  const plain = word.toLowerCase().replace(/[-\s]+/g, '_')
  return Object.hasOwn(presets, plain) ? presets[plain] : undefined
}

/** The house's grades and the production's own; what one's own do not say is neutral. */
function colourPresets(r: Resolving): Readonly<Record<string, ColourPreset>> {
  const settings = fieldsOf(r.document.data.settings)
  const own = { ...fieldsOf(settings.color_presets), ...fieldsOf(settings.colour_presets) }
  const out: Record<string, ColourPreset> = { ...SETTINGS.colour_presets }
  for (const [name, value] of Object.entries(own)) {
    const f = fieldsOf(value)
    const triple = (v: unknown): readonly [number, number, number] => {
      const [a, b, c] = listOf(v).map(numberOf)
      return a !== undefined && b !== undefined && c !== undefined ? [tint(a), tint(b), tint(c)] : [1, 1, 1]
    }
    out[name.toLowerCase().replace(/[-\s]+/g, '_')] = {
      saturation: Math.min(3, Math.max(0, numberOf(f.saturation) ?? 1)),
      contrast: Math.min(2, Math.max(0.5, numberOf(f.contrast) ?? 1)),
      shadows: triple(f.shadows),
      highlights: triple(f.highlights),
    }
  }
  return out
}

const tint = (v: number): number => Math.min(2, Math.max(0, v))

const CONTRASTS: Readonly<Record<string, number>> = { low: 0.88, soft: 0.88, normal: 1, medium: 1, high: 1.15, strong: 1.15 }

function contrastOf(r: Resolving, value: unknown): number {
  if (value === undefined) return 1
  const n = numberOf(value) ?? CONTRASTS[textOf(value)?.toLowerCase() ?? '']
  if (n !== undefined && n >= 0.5 && n <= 2) return n
  sayAt(r, 'error', 'production.contrast', ['style', 'contrast'], 'this is no contrast', 'write 0.5 to 2, or low, normal, high', value)
  return 1
}

/** At least the house's voices; the production's own stand first. */
function voicesOf(r: Resolving, value: unknown): VoicePreset[] {
  const own = listOf(value).flatMap((v, i): VoicePreset[] => {
    const f = isFields(v) ? v : { name: v }
    const name = textOf(f.name)
    const like = SETTINGS.voices.find((s) => s.name === name) ?? SETTINGS.voices[i % SETTINGS.voices.length]
    if (!name || !like) return []
    return [{ name, pitchHz: numberOf(f.pitch ?? f.pitch_hz) ?? like.pitchHz, wordsPerMinute: numberOf(f.rate) ?? like.wordsPerMinute }]
  })
  if (own.length > 0 && own.length < 4)
    sayAt(r, 'info', 'production.voices', ['settings', 'voices'], `${own.length} voices are few; the house's are added`, 'name at least 4')
  return [...own, ...SETTINGS.voices.filter((v) => !own.some((o) => o.name === v.name))]
}

const FONT_USES = ['titles', 'captions', 'script'] as const

const fontsOf = (value: unknown): Readonly<Record<string, string>> => {
  const own = isFields(value) ? Object.entries(value) : textsOf(value).map((font, i) => [FONT_USES[i] ?? `font_${i + 1}`, font] as const)
  return Object.fromEntries(own.flatMap(([use, font]) => (textOf(font) ? [[use, textOf(font) as string]] : [])))
}

const KINDS = ['cut', 'fade', 'black', 'dissolve', 'wipe'] as const
const TRANSITIONS: readonly (readonly [RegExp, (typeof KINDS)[number]])[] = [
  [/^(?:hard[ _-]?)?cut$|^none$/, 'cut'],
  [/^fade(?:[ _-]?(?:in|out|to black|from black))?$/, 'fade'],
  [/^(?:cut to )?black$/, 'black'],
  [/^(?:cross[ _-]?)?(?:dissolve|fade through)$|^cross[ _-]?fade$/, 'dissolve'],
  [/^wipe/, 'wipe'],
]

/** `transitions: { scene_1: fade }` and lists of `{ scene, type, frames }`, with `in` for how a scene begins. */
function resolveTransitions(r: Resolving): ResolvedTransition[] {
  const value = fieldsOf(r.document.data.editorial).transitions
  const base: DataPath = ['editorial', 'transitions']
  const entries = Array.isArray(value)
    ? value.map((v, i) => ({ f: fieldsOf(v), scenes: fieldsOf(v).scene ?? fieldsOf(v).after ?? fieldsOf(v).from, path: [...base, i] }))
    : Object.entries(fieldsOf(value)).map(([k, v]) => ({
        f: { type: v } as Fields,
        scenes: /^default$/i.test(k) ? 'all' : k,
        path: [...base, k],
      }))
  return entries.flatMap(({ f, scenes, path }): ResolvedTransition[] => {
    const spans = scenesAt(r, scenes, path)
    const word = textOf(f.type ?? f.kind)?.toLowerCase() ?? ''
    const kind = TRANSITIONS.find(([re]) => re.test(word))?.[1]
    if (!kind) {
      const near = didYouMean(word, KINDS)
      sayAt(
        r,
        'error',
        'production.transition',
        path,
        `there is no transition ${word || 'without a type'}`,
        near ? `did you mean ${near}?` : `write ${KINDS.join(', ')}`,
        word,
      )
    }
    if (!spans || !kind) return []
    const frames = numberOf(f.frames)
    const at = textOf(f.at)?.toLowerCase() === 'in' || /\bin$|from black/.test(word) ? 'in' : 'out'
    return [{ scenes: spans, at, kind, ...(frames !== undefined && frames >= 1 && frames <= 240 ? { frames: Math.round(frames) } : {}) }]
  })
}
