import { describe, expect, it } from 'vitest'
import { loadProduction } from '../../../src/production/master'
import { KITCHEN, load } from './files'

const yaml = (text: string) => ({ name: 'p.yaml', bytes: new TextEncoder().encode(text) })
const cast = (text: string, casting: unknown) =>
  loadProduction([yaml(text), KITCHEN], 'p.yaml', { casting }).production.characters.map((c) => [c.name, c.description, c.hair])

describe('casting over a production', () => {
  const wish = [
    { name: 'Anna', hair: 'red curls' },
    { name: 'Zoe', description: 'a dancer' },
  ]

  it('lies over each character of its name, and beside the others, in lists and in maps', () => {
    const both = [
      ['ANNA', 'tall', 'red curls'],
      ['BEN', 'old', undefined],
      ['ZOE', 'a dancer', undefined],
    ]
    expect(
      cast('script: kitchen.fountain\ncharacters: [{ name: ANNA, description: tall }, { name: BEN, description: old }]', wish),
    ).toEqual(both)
    expect(cast('script: kitchen.fountain\ncharacters: { anna: { description: tall }, ben: { description: old } }', wish)).toEqual(both)
  })

  it('says nothing where nothing is wanted', () => {
    const plain = load('script: kitchen.fountain\ncharacters: [{ name: ANNA, description: tall }]').production
    expect(cast('script: kitchen.fountain\ncharacters: [{ name: ANNA, description: tall }]', [])).toEqual(
      plain.characters.map((c) => [c.name, c.description, c.hair]),
    )
  })
})
