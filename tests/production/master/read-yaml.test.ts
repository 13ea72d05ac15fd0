import { describe, expect, it } from 'vitest'
import { readYaml } from '../../../src/production/master'

const rules = (text: string) => readYaml(text, 'a.yaml').diagnostics.map((d) => `${d.rule} ${d.line}:${d.column}`)

describe('readYaml', () => {
  it('reads YAML and JSON as plain data with places', () => {
    const yaml = readYaml('meta:\n  title: Owls\nshots:\n  - name: a\n  - 7\n', 'a.yaml')
    expect(yaml.data).toEqual({ meta: { title: 'Owls' }, shots: [{ name: 'a' }, 7] })
    expect(yaml.diagnostics).toEqual([])
    expect(yaml.place(['meta', 'title'])).toEqual({ file: 'a.yaml', line: 2, column: 10 })
    expect(yaml.place(['meta', 'title'], 'key')).toEqual({ file: 'a.yaml', line: 2, column: 3 })
    expect(yaml.place(['meta'])).toMatchObject({ line: 1, column: 1 })
    expect(yaml.place(['shots', 1])).toMatchObject({ line: 5, column: 5 })
    expect(yaml.place(['shots', 0, 'scene', 2])).toMatchObject({ line: 4, column: 5 })
    expect(readYaml('{"a": 1,\n\t"b": [1, "x"]}', 'a.json')).toMatchObject({ data: { a: 1, b: [1, 'x'] }, diagnostics: [] })
  })

  it('fills in anchors and merges', () => {
    expect(readYaml('d: &d {x: 1, y: 2}\ne: *d\nf:\n  <<: *d\n  y: 3', 'a.yaml').data).toEqual({
      d: { x: 1, y: 2 },
      e: { x: 1, y: 2 },
      f: { x: 1, y: 3 },
    })
  })

  it.each([
    ['a: 1\na: 2', 'yaml.duplicate-key 2:1'],
    ['a: .nan', 'yaml.not-a-number 1:4'],
    ['a: 1e999', 'yaml.huge-number 1:4'],
    ['a: 123456789012345678901234', 'yaml.huge-number 1:4'],
    ['a: !!js/function "x"', 'yaml.tag 1:4'],
    ['__proto__: {x: 1}', 'yaml.unsafe-key 1:1'],
    ['a: *b', 'yaml.unknown-alias 1:4'],
    ['a: &a [*a]', 'yaml.endless-alias 1:8'],
    ['? [a]\n: 1', 'yaml.key 1:3'],
    ['a: b: c', 'yaml.syntax 1:4'],
    ['a:\n\tb: 1', 'yaml.syntax 2:1'],
    ['--- {a: 1}\n--- {b: 2}', 'yaml.many-documents 2:1'],
  ])('%j: %s', (text, finding) => {
    expect(rules(text)).toContain(finding)
  })

  it('keeps version directives and tags from bringing in other values', () => {
    expect(readYaml('%YAML 1.1\n---\na: yes\nb: 2001-01-01\nc: !!binary aGk=', 'a.yaml').data).toEqual({
      a: 'yes',
      b: '2001-01-01',
      c: 'aGk=',
    })
  })

  const bomb = `a0: &a0 [1,1,1,1,1,1,1,1,1]\n${Array.from({ length: 9 }, (_, i) => `a${i + 1}: &a${i + 1} [${Array(9).fill(`*a${i}`)}]`).join('\n')}`

  it.each([
    ['aliases', bomb, 'yaml.aliases'],
    ['keys', Array.from({ length: 1e6 }, () => 'k: 1').join('\n'), 'yaml.too-many-keys'],
    ['open brackets', '['.repeat(1e6), 'yaml.too-deep'],
    ['open lists', '- '.repeat(1e6), 'yaml.too-deep'],
    ['indents', Array.from({ length: 2000 }, (_, i) => `${' '.repeat(i)}a:`).join('\n'), 'yaml.too-deep'],
    ['escapes', `"${'\\q'.repeat(1e6)}"`, 'yaml.value-too-long'],
    ['shorter escapes', `["${Array(10).fill('\\q'.repeat(5000)).join('", "')}"]`, 'yaml.escapes'],
    ['a number', `a: ${'9'.repeat(4e6)}`, 'yaml.value-too-long'],
    ['text', `a: "${'x'.repeat(6e6)}"`, 'yaml.too-large'],
    ['strays', '[]\n'.repeat(90_000), 'yaml.too-many-keys'],
  ])('a bomb of %s is a finding within two seconds', (_, text, rule) => {
    const begun = process.cpuUsage()
    expect(readYaml(text, 'a.yaml').diagnostics.map((d) => d.rule)).toContain(rule)
    expect(process.cpuUsage(begun).user / 1000).toBeLessThan(2000)
  })
})
