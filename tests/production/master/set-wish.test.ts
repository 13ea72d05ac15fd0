import { describe, expect, it } from 'vitest'
import { readScript } from '../../../src/departments/development'
import { filmSettingsOf } from '../../../src/production/master'
import { planFilm } from '../../../src/production/phases'
import { load } from './files'

function planned(set: string) {
  const loaded = load(`script: kitchen.fountain\nlocations:\n  - name: KITCHEN\n${set}`)
  const { settings, diagnostics } = filmSettingsOf(loaded.production, loaded.document)
  if (!loaded.script) throw new Error('no script')
  const film = planFilm(readScript(loaded.script), settings)
  const kitchen = Object.values(film.store.sets).find((s) => s.kind === 'kitchen')
  if (!kitchen) throw new Error('no kitchen')
  return {
    kitchen,
    diagnostics: [...loaded.diagnostics, ...diagnostics],
    findings: film.findings.map((f) => f.message.replace(/^.*: /, '')),
    sets: Object.values(film.store.sets),
  }
}

describe('a set as a production wants it', () => {
  it('has the size, the surfaces and the things that are said, the rest as designed', () => {
    const plain = planned('').kitchen
    const { kitchen, diagnostics } = planned(`    set:
      size: [7, 5, 3.4]
      floor: green tile
      walls: { kind: brick, colour: '#884433' }
      trim: black
      outside: sea
      without: [fridge]
      add: [{ prop: piano, position: [1.5, -0.5] }]
`)
    expect(diagnostics).toEqual([])
    expect(kitchen).toMatchObject({
      widthM: 7,
      depthM: 5,
      heightM: 3.4,
      floor: { kind: 'tile', colour: '#3f7d45' },
      walls: { kind: 'brick', colour: '#884433' },
      ceiling: plain.ceiling,
      surroundings: 'sea',
    })
    expect(kitchen.dado).toBeUndefined()
    const props = kitchen.placements.map((p) => p.prop)
    expect(props).not.toContain('fridge')
    expect(kitchen.placements.find((p) => p.prop === 'piano')?.position).toEqual([1.5, 0, -0.5])
    expect(kitchen.marks.every((m) => m.of === undefined || [...kitchen.placements, ...kitchen.openings].some((p) => p.key === m.of))).toBe(
      true,
    )
  })

  it('has its things where they are wanted, and says which it has not', () => {
    const plain = planned('').kitchen
    const chair = plain.placements.filter((p) => p.prop === 'chair')[1]
    const { kitchen, diagnostics } = planned(`    set:
      things: { table: { to: [0.5, 0.25], turn: 90 }, chair 2: { swap: stool }, fridge: { gone: true } }
`)
    expect(diagnostics).toEqual([])
    const table = kitchen.placements.find((p) => p.prop === 'table')
    expect(table?.position).toEqual([0.5, 0, 0.25])
    expect(table?.yaw).toBeCloseTo(Math.PI / 2, 5)
    expect(kitchen.placements.find((p) => p.key === chair?.key)).toMatchObject({ prop: 'stool', position: chair?.position })
    expect(kitchen.placements.some((p) => p.prop === 'fridge')).toBe(false)
    expect(planned('    set: { things: { sofa 9: { turn: 90 } } }\n').findings).toContain('there is no sofa 9 to be moved')
  })

  it('changes no other place', () => {
    const [plain, wished] = [planned(''), planned('    set: { floor: blue }\n')]
    expect(wished.kitchen.floor.colour).not.toBe(plain.kitchen.floor.colour)
    expect(wished.sets.filter((s) => s.kind !== 'kitchen')).toEqual(plain.sets.filter((s) => s.kind !== 'kitchen'))
  })

  it('says what it does not understand, at its line', () => {
    const { diagnostics } = planned(`    set:
      width: 900
      flor: tile
      walls: zzyzx
      add: [piano, { prop: flux capacitor, at: table }]
`)
    expect(diagnostics.map((d) => [d.rule, d.line])).toEqual(
      expect.arrayContaining([
        ['film.set-part', 5],
        ['film.set-part', 6],
        ['film.set-part', 7],
        ['film.set-part', 8],
      ]),
    )
    expect(planned('    set: { placements: [], widthM: wide }\n').diagnostics.map((d) => d.rule)).toContain('film.set-spec')
  })
})
