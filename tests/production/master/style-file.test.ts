import { describe, expect, test } from 'vitest'
import { styleByName, styleWith } from '../../../src/departments/retro'
import { InputError } from '../../../src/film'
import { loadProduction, type ResolvedOutput, readStyleFile, styleOfOutput, writeStyleFile } from '../../../src/production'

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

describe('a style of one’s own in an output', () => {
  const open = (style: string) => {
    const yaml = `script: a.fountain\noutputs:\n  - name: mine\n    style: ${style}\n`
    const files = [
      { name: 'p.yaml', bytes: new TextEncoder().encode(yaml) },
      { name: 'a.fountain', bytes: new TextEncoder().encode('INT. ROOM - DAY\n\nMARA waits.\n') },
    ]
    return loadProduction(files, 'p.yaml')
  }

  test('is what the output is made in, under an id of its own', () => {
    const [output] = open('{ base: nes, grade: { exposure: 0.5 } }').production.outputs
    const style = styleOfOutput(output as ResolvedOutput)
    expect(style).toMatchObject({ grade: { exposure: 0.5 }, palette: styleByName('nes').palette })
    expect(style.id).toMatch(/^nes-[0-9a-f]{8}$/)
  })

  test('that makes none is said', () => {
    expect(open('{ base: nes, grade: { exposure: 99 } }').diagnostics).toContainEqual(
      expect.objectContaining({ rule: 'production.style', line: 4 }),
    )
  })
})

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
