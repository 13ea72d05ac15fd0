import { describe, expect, it } from 'vitest'
import { type JsonSchema, suggest, yamlPlace } from '../../src/app/store/complete-yaml'

/** The place at `|` in a text. */
const place = (text: string) => {
  const lines = text.replace('|', '').split('\n')
  const before = text.slice(0, text.indexOf('|')).split('\n')
  return yamlPlace(lines, before.length - 1, before.at(-1)?.length ?? 0)
}
const SCHEMA: JsonSchema = {
  properties: {
    meta: { properties: { title: { type: 'string', description: 'The title' }, author: { type: 'string' } } },
    outputs: {
      anyOf: [{ items: { anyOf: [{ type: 'string' }, { $ref: '#/$defs/output' }] } }, { additionalProperties: { $ref: '#/$defs/output' } }],
    },
  },
  $defs: { output: { properties: { preset: { type: 'string' }, container: { enum: ['mp4', 'webm'] }, fast: { type: 'boolean' } } } },
}
const labels = (text: string, values = {}) =>
  suggest(SCHEMA, place(text) ?? { path: [], key: undefined, word: '', siblings: [] }, values).map((s) => s.label)

describe('where in a YAML text', () => {
  it('finds keys above by indentation', () => {
    expect(place('meta:\n  ti|')).toEqual({ path: ['meta'], key: undefined, word: 'ti', siblings: [] })
    expect(place('a:\n  b:\n    c: 1\n  |')?.path).toEqual(['a'])
    expect(place('a:\n  b: 1\n|')?.path).toEqual([])
  })
  it('finds items of lists, at their key or further in', () => {
    expect(place('outputs:\n  - |')?.path).toEqual(['outputs', '*'])
    expect(place('outputs:\n- preset: x\n  |')?.path).toEqual(['outputs', '*'])
    expect(place('outputs:\n  - preset: x\n    |')?.path).toEqual(['outputs', '*'])
  })
  it('tells a value from a key, and both from a comment', () => {
    expect(place('meta:\n  title: Nig|')).toMatchObject({ path: ['meta'], key: 'title', word: 'Nig' })
    expect(place('meta: # ti|')).toBeUndefined()
  })
})

describe('what may be typed there', () => {
  it('offers the keys of the section with what they are, without those that are there', () => {
    expect(labels('|')).toEqual(['meta', 'outputs'])
    expect(labels('meta:\n  author: me\n  |')).toEqual(['title'])
    expect(labels('production:\n  meta:\n    |')).toEqual(['title', 'author'])
  })
  it('goes through alternatives, references, lists and named entries', () => {
    expect(labels('outputs:\n  - |')).toEqual(['preset', 'container', 'fast'])
    expect(labels('outputs:\n  film:\n    |')).toEqual(['preset', 'container', 'fast'])
  })
  it('offers values: of the schema, and those that the house knows', () => {
    expect(labels('outputs:\n  - container: |')).toEqual(['mp4', 'webm'])
    expect(labels('outputs:\n  - fast: |')).toEqual(['true', 'false'])
    expect(labels('outputs:\n  - preset: |', { preset: ['8bit_game'] })).toEqual(['8bit_game'])
  })
  it('offers nothing where the schema knows nothing', () => {
    expect(labels('nonsense:\n  x:\n    |')).toEqual([])
  })
})
