import { describe, expect, test } from 'vitest'
import { STYLES, Style, styleByName, styleWith } from '../../../src/departments/retro'

describe('styleWith', () => {
  const nes = styleByName('nes')

  test('without changes is the style itself', () => {
    expect(styleWith(nes, {})).toBe(nes)
    expect(styleWith(nes, { palette: undefined })).toBe(nes)
  })

  test('changes what is named and leaves the rest of a section', () => {
    const changed = styleWith(nes, { grade: { exposure: 2 }, dither: { kind: 'blue-noise', strength: undefined } })
    expect(changed.grade).toEqual({ ...nes.grade, exposure: 2 })
    expect(changed.dither).toEqual({ ...nes.dither, kind: 'blue-noise' })
    expect(changed.palette).toEqual(nes.palette)
  })

  test('colours given by hand stand over the limits of the machine', () => {
    const changed = styleWith(nes, { palette: ['#000000', '#ffffff'] })
    expect(changed).toMatchObject({ palette: ['#000000', '#ffffff'], mixes: null, limits: null })
    expect(styleWith(nes, { mixes: { levels: [4, 4, 4], count: 16 } })).toMatchObject({ palette: null, limits: null })
  })

  test('a size of one’s own has square pixels', () => {
    expect(styleWith(nes, { resolution: { width: 100, height: 50 } })).toMatchObject({ pixelAspect: { num: 1, den: 1 } })
    expect(styleWith(styleByName('hollywood'), { resolution: { width: 100, height: 50 } }).downscale).toBe('area')
  })

  test('another display has its own defaults, the same one keeps what is not named', () => {
    const tube = styleWith(nes, { display: { kind: 'crt', mask: 'slot' } })
    expect(tube.display).toMatchObject({ kind: 'crt', mask: 'slot' })
    expect(styleWith(tube, { display: { kind: 'crt', bloom: 0.5 } }).display).toMatchObject({ mask: 'slot', bloom: 0.5 })
    expect(styleWith(tube, { display: { kind: 'plain' } }).display).toEqual({ kind: 'plain' })
  })

  test('says which field is wrong', () => {
    expect(() => styleWith(nes, { grade: { exposure: 9 } })).toThrow(/^grade\.exposure: .*got 9$/)
    expect(() => styleWith(nes, { dither: { kind: 'pattern' } })).toThrow(/^dither\.pattern: .*needs a pattern/)
  })

  test('every style is its own fixed point', () => {
    for (const style of STYLES) expect(Style.parse(JSON.parse(JSON.stringify(style)))).toEqual(style)
  })
})
