import { describe, expect, test } from 'vitest'
import { styleByName, styleWith } from '../../../src/departments/retro'
import { InputError } from '../../../src/film'
import { readStyleFile, writeStyleFile } from '../../../src/production'

const read = (text: string, name = 'my.style.yaml') => readStyleFile(name, new TextEncoder().encode(text))
const findings = (text: string) => {
  try {
    read(text)
  } catch (error) {
    if (error instanceof InputError) return error.diagnostics
    throw error
  }
  throw new Error('nothing was refused')
}

describe('a style in a file', () => {
  test('is its base and what is other', () => {
    const style = read('base: nes\nname: Night NES\ngrade:\n  exposure: 0.5\ndither: { kind: atkinson }\n')
    const nes = styleByName('nes')
    expect(style).toMatchObject({ id: 'my', name: 'Night NES', palette: nes.palette, grade: { ...nes.grade, exposure: 0.5 } })
    expect(style.dither.kind).toBe('atkinson')
  })

  test('comes back as it was written', () => {
    const nes = styleByName('nes')
    const mine = styleWith(nes, {
      id: 'mine',
      name: 'Mine',
      aliases: [],
      grade: { exposure: 1.5 },
      palette: ['#000000', '#ff00ff'],
      display: { kind: 'crt', mask: 'slot' },
    })
    expect(read(writeStyleFile(mine, nes))).toEqual(mine)
  })

  test.each([
    ['', 'style.empty', 1],
    ['base: ness\n', 'style.base', 1],
    ['base: nes\ngrde: {}\n', 'style.unknown-field', 2],
    ['base: nes\ngrade:\n  exposure: 99\n', 'style.value', 3],
    ['base: nes\ndither:\n  kind: wobble\n', 'style.value', 3],
    ['base: nes\npalette: [red]\n', 'style.value', 2],
  ])('%j is refused by %s in line %i', (text, rule, line) => {
    expect(findings(text).find((d) => d.severity === 'error')).toMatchObject({ rule, line })
  })
})
