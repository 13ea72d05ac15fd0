import { AIR_RANGES, type AirAsk, airNamed, airWords } from '../../departments/lighting'
import { AIR_PRESETS, didYouMean } from '../../film'
import { fieldsOf, isFields, numberOf, textOf } from './plain-data'
import { hexOf } from './read-words'
import type { DataPath } from './read-yaml'
import { type Resolving, sayAt } from './resolve-bases'

const KNOWN = ['preset', ...Object.keys(AIR_RANGES), 'colour', 'color']

/**
 * What a part says of the air, in the lighting's words: `air: fog`, `air: none`, or
 * `air: { preset: smoke, density: 1.5, height: 2, drift: 0.3, colour: '#c0b8a8' }`; figures alone change what there would be.
 * What is not understood is said.
 */
export function airIn(r: Resolving, value: unknown, path: DataPath): string[] {
  if (value === undefined || value === null) return []
  const f = isFields(value) ? fieldsOf(value) : { preset: value }
  const say = (at: DataPath, what: unknown, problem: string, remedy: string) =>
    sayAt(r, 'warning', 'production.air', at, problem, remedy, String(what))
  for (const key of Object.keys(f))
    if (!KNOWN.includes(key)) {
      const near = didYouMean(key, KNOWN)
      say([...path, key], key, `air has no ${key}`, near === undefined ? `write ${KNOWN.join(', ')}` : `did you mean ${near}?`)
    }
  const word = f.preset === false ? 'none' : textOf(f.preset)
  const preset = word === undefined ? 'same' : airNamed(word)
  if (!preset) {
    say(isFields(value) ? [...path, 'preset'] : path, word, `no air is called ${word}`, `write ${AIR_PRESETS.join(', ')}, or none`)
    return []
  }
  const figures = Object.entries(AIR_RANGES).flatMap(([key, [least, most]]) => {
    if (f[key] === undefined) return []
    const n = numberOf(f[key])
    if (n !== undefined && n >= least && n <= most) return [[key, n]]
    say([...path, key], f[key], `${String(f[key])} is no ${key} of the air`, `write a number from ${least} to ${most}`)
    return []
  })
  const named = f.colour ?? f.color
  const colour = hexOf(textOf(named) ?? '')
  if (named !== undefined && !colour) say([...path, 'colour'], named, `${String(named)} is no colour`, 'write #rrggbb')
  return [airWords({ preset, ...Object.fromEntries(figures), ...(colour ? { colour } : {}) } as AirAsk)]
}
