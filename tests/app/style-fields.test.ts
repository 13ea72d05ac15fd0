import { describe, expect, it } from 'vitest'
import { changesBack, changeTo, type Field, fieldSections, isChanged, unshownKeys, valueAt } from '../../src/app/store/style-fields'
import { wordedPaths } from '../../src/app/store/style-words'
import { STYLES, type Style, styleByName, styleWith } from '../../src/departments/retro'

const fieldsOf = (style: Style) => fieldSections(style).flatMap((s) => s.fields)
const key = (field: Pick<Field, 'path'>) => field.path.join('.')

/** Every value of a style, by path, as far as it has one. */
function leaves(value: unknown, path: readonly string[] = []): string[] {
  if (value === null || typeof value !== 'object' || Array.isArray(value)) return [path.join('.')]
  return Object.entries(value).flatMap(([k, v]) => leaves(v, [...path, k]))
}

/** Dithers show what belongs to their kind. */
const OF_A_DITHER = /^dither\.(?:size|pattern|strength|contrastPenalty|linear|serpentine|local)$/

describe('the fields of styles', () => {
  it('are all there, for every style', () => {
    expect(unshownKeys()).toEqual([])
    for (const style of STYLES) {
      const { id: _i, name: _n, aliases: _a, about: _b, group: _g, ...looks } = style
      const shown = new Set(fieldsOf(style).map(key))
      const hidden = leaves(looks).filter((path) => !OF_A_DITHER.test(path) && !shown.has(path) && !shown.has(`${path}.kind`))
      expect(
        hidden.filter((path) => !path.startsWith('film.lut.')),
        style.id,
      ).toEqual([])
    }
  })

  it('have words for each, and no words for none', () => {
    const every = new Set(
      [
        ...STYLES,
        styleWith(styleByName('hollywood'), { resolution: { width: 8, height: 8 }, fps: 12, scene: { snap: 99 }, posterise: 3 }),
        styleWith(styleByName('c64'), { limits: { kind: 'half-bright', base: 32 } }),
        styleWith(styleByName('c64'), { limits: { kind: 'fixed', cell: { width: 8, height: 8 }, palettes: [[0, 1]] } }),
        styleWith(styleByName('c64'), { dither: { kind: 'atkinson' } }),
        styleWith(styleByName('c64'), { dither: { kind: 'bayer' } }),
      ].flatMap((style) => fieldsOf(style).map((f) => key(f).replace(/(?<!dither)\.kind$/, ''))),
    )
    const worded = new Set(wordedPaths())
    expect([...every].filter((path) => !worded.has(path))).toEqual([])
    expect([...worded].filter((path) => !every.has(path))).toEqual([])
  })

  it('have ranges that hold their values', () => {
    for (const style of STYLES)
      for (const field of fieldsOf(style)) {
        const value = valueAt(style, field.path)
        const numbers = (Array.isArray(value) ? value : [value]) as readonly unknown[]
        if (field.kind !== 'number' && field.kind !== 'triple') continue
        for (const n of numbers) {
          if (typeof n !== 'number') continue
          expect(n, `${style.id} ${key(field)}`).toBeGreaterThanOrEqual(field.min)
          expect(n, `${style.id} ${key(field)}`).toBeLessThanOrEqual(field.max ?? Number.POSITIVE_INFINITY)
        }
      }
  })

  it('are set and brought back, each by itself and by sections, in every style', () => {
    for (const style of STYLES)
      for (const { fields } of fieldSections(style)) {
        let all = style
        for (const field of fields) {
          const to = otherValue(field, style)
          if (to === undefined) continue
          const changed = styleWith(style, changeTo(style, field.path, to))
          expect(isChanged(field, changed, style), `${style.id} ${key(field)}`).toBe(true)
          expect(styleWith(changed, changesBack(changed, style, [field])), `${style.id} ${key(field)} back`).toEqual(style)
          if (
            field.kind !== 'presence' &&
            field.kind !== 'palette' &&
            field.path.at(-1) !== 'kind' &&
            valueAt(all, field.path) !== undefined
          )
            all = styleWith(all, changeTo(all, field.path, to))
        }
        expect(
          styleWith(
            all,
            changesBack(all, style, fieldSections(all).find((s) => s.fields.some((f) => f.path[0] === fields[0]!.path[0]))!.fields),
          ),
        ).toEqual(style)
      }
  })

  it('keeps limits while colours are changed one by one, and lets go of them with another palette', () => {
    const c64 = styleByName('c64')
    const one = styleWith(c64, changeTo(c64, ['palette'], ['#010203', ...c64.palette!.slice(1)]))
    expect(one.limits).toEqual(c64.limits)
    expect(styleWith(c64, changeTo(c64, ['palette'], ['#000000', '#ffffff'])).limits).toBeNull()
  })
})

function otherValue(field: Field, style: Style): unknown {
  const value = valueAt(style, field.path)
  switch (field.kind) {
    case 'number': {
      if (value === null) return field.start
      return value === field.min ? field.min + field.step : field.min
    }
    case 'triple':
      return [field.min, field.min, field.min].some((n, i) => n !== (value as number[])[i])
        ? [field.min, field.min, field.min]
        : [field.max, field.max, field.max]
    case 'switch':
      return !value
    case 'colour':
      return '#123456'
    case 'choice': {
      if (field.path[0] === 'limits' && !style.palette && !style.mixes) return undefined
      return field.choices.find((c) => c.value !== (value ?? null))?.value
    }
    case 'palette':
      return ['#010203', '#fefefe']
    case 'presence':
      return value === null ? field.start : null
    default:
      return undefined
  }
}
