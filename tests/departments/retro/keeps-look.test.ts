import { expect, it } from 'vitest'
import { DISPLAYS, keepsLook, STYLES, styleByName, styleWith } from '../../../src/departments/retro'

const film = styleByName('hollywood')

it('a film keeps its look; a machine, a drawing and a display do not', () => {
  expect(keepsLook(film)).toBe(true)
  for (const name of ['nes', 'gameboy', 'vga']) expect(keepsLook(styleByName(name)), name).toBe(false)
  const { display } = DISPLAYS.find((d) => d.display.kind === 'crt')!
  for (const change of [
    { ink: { outline: 1 } },
    { posterise: 4 },
    { grade: { contrast: 1.2 } },
    { resolution: { width: 64, height: 36 } },
    { mixes: { levels: [8, 8, 4] as [number, number, number], count: null } },
    { display },
  ])
    expect(keepsLook(styleWith(film, change)), JSON.stringify(change)).toBe(false)
  expect(keepsLook(styleWith(film, { film: { grain: 0 } }))).toBe(true)
})

it('of the house, those of any colour in any size that are not drawn', () => {
  const kept = STYLES.filter(keepsLook)
  expect(kept.length).toBeGreaterThan(5)
  for (const { id, palette, resolution, ink } of kept)
    expect([id, palette, resolution, ink.paint, ink.outline]).toEqual([id, null, null, 'plain', 0])
})
