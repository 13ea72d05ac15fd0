import { entriesOf, type Fields, fieldsOf, isFields } from '../master/plain-data'
import { sizeOf } from '../master/read-words'
import type { DataPath } from '../master/read-yaml'
import type { Inspection } from './inspection'
import { type Finding, quoted, type Rule } from './rule'

/** Every retro section there is: the production's, presets', outputs' and shots'. */
function sections(p: Inspection): { fields: Fields; path: DataPath }[] {
  const inside = ['output_presets', 'outputs', 'shots', 'templates'].flatMap((section) =>
    entriesOf(p.data[section], [section])
      .slice(0, 2000)
      .map(({ value, path }) => ({ value: fieldsOf(value).retro, path: [...path, 'retro'] as DataPath })),
  )
  return [{ value: p.data.retro, path: ['retro'] as DataPath }, ...inside].flatMap(({ value, path }) =>
    isFields(value) ? [{ fields: value, path }] : [],
  )
}

/** Pixels along a side of a machine's own picture. */
const MOST_PIXELS = 4096
const MATRICES = [2, 4, 8, 16]

function* resolution(p: Inspection): Iterable<Finding> {
  for (const { fields, path } of sections(p)) {
    const size = fields.resolution === undefined ? undefined : sizeOf(fields.resolution)
    if (!size) continue
    const bad = [size.width, size.height].find((n) => !(Number.isInteger(n) && n >= 1 && n <= MOST_PIXELS))
    if (bad !== undefined)
      yield {
        path: [...path, 'resolution'],
        message: `a retro picture cannot have ${bad} pixels along a side`,
        remedy: `write whole numbers from 1 to ${MOST_PIXELS}, such as 320x180`,
        value: fields.resolution,
      }
  }
}

function* strength(p: Inspection): Iterable<Finding> {
  for (const { fields, path } of sections(p))
    for (const [value, at] of [
      [fields.strength, [...path, 'strength']],
      [fieldsOf(fields.dither).strength, [...path, 'dither', 'strength']],
    ] as [unknown, DataPath][])
      if (typeof value === 'number' && !(value >= 0 && value <= 1))
        yield { path: at, message: `the strength ${value} is not within 0 and 1`, remedy: `write ${value > 1 ? 1 : 0}`, value }
}

function* ditherSize(p: Inspection): Iterable<Finding> {
  for (const { fields, path } of sections(p)) {
    const inner = fieldsOf(fields.dither).size
    const word = typeof fields.dither === 'string' ? /\d{1,4}/.exec(fields.dither)?.[0] : undefined
    const size = typeof inner === 'number' ? inner : word === undefined ? undefined : Number(word)
    if (size === undefined || MATRICES.includes(size)) continue
    const near = MATRICES.reduce((a, b) => (Math.abs(b - size) < Math.abs(a - size) ? b : a))
    yield {
      path: typeof inner === 'number' ? [...path, 'dither', 'size'] : [...path, 'dither'],
      message: `no dither matrix is ${size} wide; the style's own is taken`,
      remedy: `write 2, 4, 8 or 16: ${near} is nearest`,
      value: size,
    }
  }
}

/** A picture larger than what it is delivered in loses what it was made of. */
function* tooFine(p: Inspection): Iterable<Finding> {
  for (const { output, path, fields } of p.outputs) {
    const { retro } = output
    if (retro?.width === undefined || retro.height === undefined) continue
    if (retro.width <= output.width && retro.height <= output.height) continue
    yield {
      path: isFields(fields.retro) ? [...path, 'retro', 'resolution'] : path,
      message: `${quoted(output.name)} has ${output.width}×${output.height} pixels, fewer than its retro picture (${retro.width}×${retro.height})`,
      remedy: `write a size of at least ${retro.width}x${retro.height}, or a smaller retro resolution`,
      value: `${retro.width}x${retro.height}`,
    }
  }
}

export const RETRO_RULES: readonly Rule[] = [
  { id: 'retro.resolution', severity: 'error', check: resolution },
  { id: 'retro.strength', severity: 'warning', check: strength },
  { id: 'retro.dither-size', severity: 'warning', check: ditherSize },
  { id: 'retro.too-fine', severity: 'warning', check: tooFine },
]
