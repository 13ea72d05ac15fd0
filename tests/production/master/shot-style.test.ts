import { describe, expect, it } from 'vitest'
import { styleByName } from '../../../src/departments/retro'
import { styleOfShot } from '../../../src/production/master'
import { openProduction } from '../../../src/production/open-production'
import { file, KITCHEN } from './files'

const open = (shots: string) => {
  const opened = openProduction({
    files: [file('film.yaml', `script: kitchen.fountain\nfps: 24\n${shots && `shots:\n  - ${shots}\n`}`), KITCHEN],
    main: 'film.yaml',
  })
  return { diagnostics: opened.diagnostics, shots: opened.ok ? opened.film.store.plan.shots : [] }
}

describe('a shot in a style of its own', () => {
  it.each([
    ['style: nes', { style: 'nes' }],
    ['retro: game boy', { style: 'gameboy' }],
    ['retro: { style: nes, dither: bayer }', { style: 'nes', dither: 'bayer' }],
    ['retro: { palette: cga, resolution: 320x180 }', { palette: 'cga', width: 320, height: 180 }],
    ['retro: false', { style: 'hollywood' }],
  ])('%s: only that shot, and none of its own data', (says, retro) => {
    const [plain, said] = [open(''), open(`{ name: sc1.sh2, ${says} }`)]
    expect(said.diagnostics).toEqual([])
    expect(said.shots.map((s) => s.retro)).toEqual(plain.shots.map((_, i) => (i === 1 ? retro : undefined)))
    expect(said.shots.map((s) => s.sliceHash)).toEqual(plain.shots.map((s) => s.sliceHash))
  })

  it('is the named one, or the film’s with what is done to it; the same object for the same words', () => {
    const [film, nes] = [styleByName('hollywood'), styleByName('nes')]
    expect(styleOfShot(film, {})).toBe(film)
    expect(styleOfShot(film, { retro: { style: 'nes' } })).toBe(nes)
    const grainy = styleOfShot(film, { retro: { colours: 16 } })
    expect(grainy).toMatchObject({ mixes: { count: 16 } })
    expect(grainy.id).not.toBe(film.id)
    expect(styleOfShot(film, { retro: { colours: 16 } })).toBe(grainy)
    expect(styleOfShot(nes, { retro: { colours: 16 } })).not.toBe(grainy)
    expect(styleOfShot(film, { retro: { style: 'nes' } }, true).display.kind).toBe('plain')
  })

  it('says what no style is, and what cannot be counted', () => {
    expect(open('{ name: sc1.sh2, style: nintedo }').diagnostics.map((d) => [d.rule, d.line, d.column])).toEqual([
      ['production.style', 4, 29],
    ])
    expect(open('{ name: sc1.sh2, retro: { pixel_size: 4 } }').diagnostics.map((d) => [d.rule, d.severity])).toEqual([
      ['production.shot-pixels', 'warning'],
    ])
  })
})
