import { describe, expect, test } from 'vitest'
import { combineDisplays, DISPLAYS, displayByName } from '../../../src/departments/retro'

describe('displays', () => {
  test('each is complete, and found by id, name and alias', () => {
    expect(DISPLAYS.length).toBeGreaterThanOrEqual(15)
    for (const display of DISPLAYS)
      for (const name of [display.id, display.name, ...display.aliases, display.id.toUpperCase().replaceAll('-', ' ')])
        expect(displayByName(name), name).toBe(display)
    expect(new Set(DISPLAYS.map(({ display }) => JSON.stringify(display))).size).toBe(DISPLAYS.length)
  })

  test('combined, what the later says wins and what it leaves open stays', () => {
    const pvm = displayByName('pvm').display
    const combined = displayByName('pvm + composite + Curved glass')
    expect(combined.id).toBe('pvm+composite+curved-glass')
    expect(combined.display).toEqual({ ...pvm, signal: 'composite', curvature: 0.09, corner: 0.05 })
    // `amber` says nothing of the spot's convergence, nor of the signal.
    expect(displayByName('consumer+amber').display).toMatchObject({
      phosphor: 'amber',
      mask: 'none',
      signal: 'composite',
      convergence: 0.35,
    })
  })

  test('of another kind the later replaces the earlier; a part alone makes a tube', () => {
    expect(displayByName('pvm+handheld-gba').display).toEqual(displayByName('handheld-gba').display)
    expect(displayByName('handheld-gba+pvm').display).toEqual(displayByName('pvm').display)
    expect(combineDisplays({ signal: 'rf' })).toMatchObject({ kind: 'crt', signal: 'rf', mask: 'aperture' })
    expect(combineDisplays()).toEqual({ kind: 'plain' })
  })

  test('names what is wrong', () => {
    expect(() => displayByName('hologram')).toThrow(/expected one of plain, pvm.*"hologram"/)
    expect(() => combineDisplays({ kind: 'crt', bloom: 2 })).toThrow()
  })
})
