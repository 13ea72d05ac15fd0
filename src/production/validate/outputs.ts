import { isWhole, keepsLook, mostColours, type Style, wholeSize } from '../../departments/retro'
import { CONTAINER_FAMILIES, codecNamed, holdsPictures, isAnimation, isSoundAlone, NEAREST_FAMILIES, type VideoFamily } from '../../encode'
import { textOf } from '../master/plain-data'
import type { DataPath } from '../master/read-yaml'
import type { ResolvedOutput } from '../master/resolved'
import { styleOfOutput } from '../master/style-of-output'
import type { CodecAnswers, Inspection } from './inspection'
import { either, type Finding, quoted, type Rule } from './rule'

type Output = Inspection['outputs'][number]

/** Pixels along a side of a movie, and of single pictures. */
const MOVIE = { least: 16, most: 8192 }
const PICTURES = { least: 2, most: 8192 }
const sidesOf = ({ container }: ResolvedOutput) => (holdsPictures(container) ? PICTURES : MOVIE)

/** Codec families as people write them. */
const NAMES: Readonly<Record<VideoFamily, string>> = { avc: 'h264', hevc: 'h265', vp9: 'vp9', av1: 'av1' }

/** Where an output says its width or height: the key, or the entry (a preset, a default). */
function sizePath({ fields, path }: Output, side: 'width' | 'height'): DataPath {
  const key = [side, 'size', 'resolution'].find((k) => fields[k] !== undefined)
  return key === undefined ? path : [...path, key]
}

const nearestEven = (n: number, least: number): number => Math.max(least, n % 1 === 0 ? n + 1 : 2 * Math.round(n / 2))

function* sizeRange(p: Inspection): Iterable<Finding> {
  for (const o of p.outputs) {
    if (isSoundAlone(o.output.container)) continue
    const { least, most } = sidesOf(o.output)
    for (const side of ['width', 'height'] as const) {
      const n = o.output[side]
      if (n >= least && n <= most) continue
      yield {
        path: sizePath(o, side),
        message: `${quoted(o.output.name)} cannot be ${n} pixels in ${side}`,
        remedy: `write ${least} to ${most}: ${n > most ? most : least}`,
        value: n,
      }
    }
  }
}

function* sizeOdd(p: Inspection): Iterable<Finding> {
  for (const o of p.outputs) {
    if (isSoundAlone(o.output.container)) continue
    const { least, most } = sidesOf(o.output)
    for (const side of ['width', 'height'] as const) {
      const n = o.output[side]
      if (n % 2 === 0 || n < least || n > most) continue
      yield {
        path: sizePath(o, side),
        message: `${quoted(o.output.name)} is ${n} pixels in ${side}, and ${holdsPictures(o.output.container) ? 'pictures are drawn in even sizes' : 'movies store colour at half the size'}`,
        remedy: `write an even number: ${nearestEven(n, least)}`,
        value: n,
      }
    }
  }
}

/** The key that names a codec, or the output where a preset does. */
const codecPath = ({ fields, path }: Output): DataPath => (fields.codec === undefined ? path : [...path, 'codec'])

const familyOf = ({ codec }: ResolvedOutput): VideoFamily | undefined => {
  const wanted = codec === undefined ? undefined : codecNamed(codec)
  return wanted === undefined || wanted === 'prores_422' || wanted === 'prores_4444' ? undefined : wanted
}

function* container(p: Inspection): Iterable<Finding> {
  for (const o of p.outputs) {
    const { output, fields } = o
    const asked = textOf(fields.container ?? fields.format)
      ?.toLowerCase()
      .replace(/^\./, '')
    const family = familyOf(output)
    const carried = CONTAINER_FAMILIES[output.container]
    if (family !== undefined && !holdsPictures(output.container) && !carried.includes(family))
      yield {
        path: codecPath(o),
        message: `${output.container} does not carry ${output.codec}`,
        remedy: `write \`container: mp4\`, or \`codec: ${either(carried.map((f) => NAMES[f]))}\``,
        value: output.codec,
      }
    else if (asked !== undefined && /^(?:mp4|webm|png|exr|gif|apng|webp|wav)$/.test(asked) && asked !== output.container)
      yield {
        path: [...o.path, fields.container === undefined ? 'format' : 'container'],
        severity: 'warning',
        message: `${asked} does not carry ${output.codec}; ${output.container} is written`,
        remedy: `write \`container: ${output.container}\`, or take the codec out`,
        value: asked,
      }
  }
}

/** What is taken for a family that the machine lacks: the nearest that it has and the container carries. */
function nearest(
  wanted: VideoFamily | 'prores_422' | 'prores_4444',
  { container }: ResolvedOutput,
  has: CodecAnswers,
): VideoFamily | undefined {
  return NEAREST_FAMILIES[wanted].find((f) => has[f] === true && CONTAINER_FAMILIES[container].includes(f))
}

function* codecMissing(p: Inspection): Iterable<Finding> {
  for (const o of p.outputs) {
    const { output } = o
    const has = p.codecs(output)
    const family = familyOf(output)
    if (!has || family === undefined || has[family] !== false || !CONTAINER_FAMILIES[output.container].includes(family)) continue
    const near = nearest(family, output, has)
    const standIn = output.stand_in === undefined ? undefined : codecNamed(output.stand_in)
    const taken =
      output.stand_in === undefined
        ? undefined
        : standIn !== undefined && has[standIn as VideoFamily] === true
          ? (standIn as VideoFamily)
          : near
    yield {
      path: codecPath(o),
      severity: taken === undefined ? 'error' : 'warning',
      message: `this machine does not encode ${output.codec}${taken === undefined ? '' : `; ${NAMES[taken]} is written in its place`}`,
      remedy:
        taken !== undefined
          ? `write \`codec: ${NAMES[taken]}\` to choose it yourself`
          : near === undefined
            ? 'deliver png, or use another browser'
            : `write \`codec: ${NAMES[near]}\`, the nearest that works here, or \`stand_in: ${NAMES[near]}\` beside it`,
      value: output.codec,
    }
  }
}

/** No codec is named, or one that something stands in for, and the machine has none at all for the container. */
function* noCodec(p: Inspection): Iterable<Finding> {
  for (const { output, path } of p.outputs) {
    const has = p.codecs(output)
    if (!has || holdsPictures(output.container) || isSoundAlone(output.container) || familyOf(output) !== undefined) continue
    const carried = CONTAINER_FAMILIES[output.container]
    if (!carried.every((f) => has[f] === false)) continue
    yield {
      path,
      message: `this machine encodes nothing that ${output.container} carries`,
      remedy:
        output.container === 'webm' && Object.values(has).includes(true) ? 'write `container: mp4`' : 'deliver png, or use another browser',
      value: output.container,
    }
  }
}

/** Sound that a container does not carry, or that the machine does not encode. */
function* audio(p: Inspection): Iterable<Finding> {
  for (const { output, fields, path } of p.outputs) {
    const { audio: asked, container, name } = output
    const at = fields.audio === undefined ? path : [...path, 'audio']
    const opus = p.codecs(output)?.opus
    if (isSoundAlone(container)) {
      if (asked !== undefined)
        yield {
          path: at,
          message: `${quoted(name)} is a WAV, and its sound is ${asked === 'none' ? 'to be left out' : `to be ${asked}`}`,
          remedy: 'take `audio` out',
          value: asked,
        }
    } else if (asked === 'aac' && container === 'webm')
      yield { path: at, message: 'webm does not carry aac', remedy: 'write `audio: opus`, or `container: mp4`', value: asked }
    else if (asked === 'opus' && opus === false)
      yield {
        path: at,
        message: 'this machine does not encode opus',
        remedy: container === 'mp4' ? 'write `audio: aac`, the nearest that works here' : 'write `audio: none`, or `container: mp4`',
        value: asked,
      }
    else if ((asked === 'aac' || asked === 'opus') && holdsPictures(container))
      yield {
        path: at,
        severity: 'warning',
        message: isAnimation(container)
          ? `${quoted(name)}: ${container} has no sound`
          : `${quoted(name)}: the sound stands beside the pictures as WAV, not as ${asked}`,
        remedy: 'take `audio` out',
        value: asked,
      }
    else if (asked === undefined && container === 'webm' && opus === false)
      yield {
        path,
        severity: 'warning',
        message: `${quoted(name)} is silent: this machine does not encode opus, and webm carries nothing else`,
        remedy: 'write `container: mp4` for a film with sound',
        value: container,
      }
  }
}

/** Undefined where its settings make no style: other rules say why. */
function styleIn(output: ResolvedOutput): Style | undefined {
  try {
    return styleOfOutput(output)
  } catch (error) {
    if (error instanceof RangeError) return
    throw error
  }
}

/** GIF has 256 colours a picture: a style has to be made of so few, and shown in its own pixels. */
function* gifColours(p: Inspection): Iterable<Finding> {
  for (const o of p.outputs) {
    const { output } = o
    if (output.container !== 'gif') continue
    const style = styleIn(output)
    if (!style) continue
    const most = mostColours(style)
    const at = o.fields.style === undefined ? o.path : [...o.path, 'style']
    if (most === null || most > 256)
      yield {
        path: at,
        message: `${quoted(output.name)}: pictures in ${style.name} have ${most === null ? 'any number of' : most.toLocaleString('en')} colours, a GIF's have 256`,
        remedy: 'name a style with a palette, such as gameboy or nes, or write `container: webp` or `container: apng`',
        value: output.style,
      }
    else if (style.resolution && !isWhole(style, output)) {
      const { width, height } = style.resolution
      const [across, down] = [output.width, output.height].map((n) => Math.min(MOVIE.most, Math.max(2, Math.round(n) || 2))) as [
        number,
        number,
      ]
      const fits = wholeSize(style, across, down)
      // Smaller, neighbours are averaged; not whole, black bars stand beside the picture.
      const small = output.width < width || output.height < height
      if (!small && most + 1 <= 256) continue
      yield {
        path: sizePath(o, 'width'),
        message: `${quoted(output.name)}: at ${output.width}×${output.height} the ${width}×${height} pixels of ${style.name} make more than the 256 colours of a GIF`,
        remedy: `write \`size: ${fits.width}x${fits.height}\``,
        value: `${output.width}x${output.height}`,
      }
    }
  }
}

/** What a GIF leaves out of what was asked. */
function* gifDisplay(p: Inspection): Iterable<Finding> {
  for (const { output, fields, path } of p.outputs)
    if (output.container === 'gif' && output.retro?.display !== undefined)
      yield {
        path: fields.retro === undefined ? path : [...path, 'retro'],
        message: `${quoted(output.name)}: a GIF shows the machine's own pixels, without the display ${quoted(output.retro.display)}`,
        remedy: 'write `container: webp` to see it on the display',
        value: output.retro.display,
      }
}

/** What OpenEXR does not add: a style made of eight-bit colours has no light of its own. */
function* exrColours(p: Inspection): Iterable<Finding> {
  for (const o of p.outputs) {
    const { output } = o
    const style = output.container === 'exr' ? styleIn(output) : undefined
    if (!style || keepsLook(style)) continue
    yield {
      path: o.fields.style === undefined ? o.path : [...o.path, 'style'],
      message: `${quoted(output.name)}: pictures in ${style.name} are made of eight-bit colours; exr holds the same colours as linear light, and nothing finer`,
      remedy: 'write `codec: png` for smaller files, or leave it where linear ones are wanted',
      value: output.style,
    }
  }
}

/** The same film twice under two names. */
function* twice(p: Inspection): Iterable<Finding> {
  const seen = new Map<string, string>()
  for (const { output, path } of p.outputs) {
    const { name, preset: _preset, ...made } = output
    const id = JSON.stringify(made)
    const first = seen.get(id)
    if (first !== undefined)
      yield { path, at: 'key', message: `${quoted(name)} is the same as ${quoted(first)}`, remedy: 'take one of them out', value: name }
    else seen.set(id, name)
  }
}

export const OUTPUT_RULES: readonly Rule[] = [
  { id: 'outputs.size-range', severity: 'error', check: sizeRange },
  { id: 'outputs.size-odd', severity: 'error', check: sizeOdd },
  { id: 'outputs.container', severity: 'error', check: container },
  { id: 'outputs.codec-missing', severity: 'error', check: codecMissing },
  { id: 'outputs.no-codec', severity: 'error', check: noCodec },
  { id: 'outputs.audio', severity: 'error', check: audio },
  { id: 'outputs.gif-colours', severity: 'error', check: gifColours },
  { id: 'outputs.gif-display', severity: 'warning', check: gifDisplay },
  { id: 'outputs.exr-colours', severity: 'info', check: exrColours },
  { id: 'outputs.twice', severity: 'warning', check: twice },
]
