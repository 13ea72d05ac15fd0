import { describe, expect, test } from 'vitest'
import { applyLookTable, coordinates, FilmLook, LINEAR_OF_SRGB, lookTable, type Style, styleByName } from '../../../src/departments/retro'

type Codes = readonly [number, number, number]
const [PALE, TANNED, DARK]: readonly Codes[] = [
  [221, 171, 144],
  [167, 114, 84],
  [118, 72, 52],
]
const SCARF: Codes = [185, 71, 61]

/** OKLab as `coordinates` has it. */
const labOf = (codes: Codes) => coordinates(codes.map((v) => LINEAR_OF_SRGB[v]!) as [number, number, number], 'oklab')
const chromaOf = (codes: Codes) => Math.hypot(labOf(codes)[1], labOf(codes)[2])

const tables = new Map<FilmLook, ReturnType<typeof lookTable>>()

/** A colour as a film look prints it. */
function printed(film: FilmLook, codes: Codes): Codes {
  const pixel = Uint8Array.from([...codes, 255])
  if (!tables.has(film)) tables.set(film, lookTable(film))
  const table = tables.get(film)
  if (table) applyLookTable(table, pixel)
  return [pixel[0]!, pixel[1]!, pixel[2]!]
}

/** The colour of a style's palette that is nearest to a plain one, graded. */
function shown({ film, grade, palette }: Style, codes: Codes): string {
  const light = printed(film, codes).map((v) => LINEAR_OF_SRGB[v]! * grade.exposure)
  const grey = 0.2126 * light[0]! + 0.7152 * light[1]! + 0.0722 * light[2]!
  const pure = light.map((v) => Math.round(Math.min(65535, Math.max(0, grey + (v - grey) * grade.saturation))))
  const at = coordinates(pure as [number, number, number], 'oklab')
  const far = (hex: string) =>
    Math.hypot(...labOf([1, 3, 5].map((i) => Number.parseInt(hex.slice(i, i + 2), 16)) as unknown as Codes).map((v, i) => v - at[i]!))
  return palette!.reduce((best, hex) => (far(hex) < far(best) ? hex : best))
}

const skin = (values: object) => FilmLook.parse({ skin: values })

describe('skin', () => {
  test('is left as it is by default', () => {
    expect(lookTable(skin({}))).toBeNull()
    expect(lookTable(skin({ from: 0.5 }))).toBeNull()
  })

  test('is paler, lighter and turned, whoever’s it is; what is darker than it stays', () => {
    const [paler, lighter, turned] = [skin({ purity: 0.5 }), skin({ lightness: 0.1 }), skin({ turn: 40 })]
    for (const colour of [PALE!, TANNED!]) {
      expect(chromaOf(printed(paler, colour))).toBeLessThan(0.7 * chromaOf(colour))
      expect(labOf(printed(lighter, colour))[0]).toBeGreaterThan(labOf(colour)[0] + 300)
      const [, a, b] = labOf(printed(turned, colour))
      expect(Math.atan2(b, a)).toBeGreaterThan(Math.atan2(labOf(colour)[2], labOf(colour)[1]) + 0.4)
    }
    expect(printed(skin({ turn: 40, from: 0.5 }), DARK!)).toEqual(DARK)
  })

  test('is all that changes: greys, greens, blues and pure reds stay to a code', () => {
    const painted = skin({ purity: 0.4, lightness: 0.2, turn: 50 })
    const others: Codes[] = [
      ...[0, 60, 128, 200, 255].map((v): Codes => [v, v, v]),
      [63, 112, 75],
      [40, 70, 160],
      [190, 20, 20],
      [255, 255, 0],
    ]
    for (const colour of others)
      for (const k of [0, 1, 2]) expect(Math.abs(printed(painted, colour)[k]! - colour[k]!), `${colour}`).toBeLessThan(2)
  })

  test('and a scarf are two colours on the machines that have a red for both', () => {
    for (const id of ['nes', 'ega', 'teletext'])
      for (const colour of [PALE!, TANNED!]) expect(shown(styleByName(id), colour), id).not.toBe(shown(styleByName(id), SCARF))
    // Flesh, as the NES's artists had it, not orange.
    expect(shown(styleByName('nes'), [201, 143, 117])).toBe('#ecb4b0')
    expect([PALE!, TANNED!].map((colour) => shown(styleByName('teletext'), colour))).toEqual(['#ffff00', '#ffff00'])
  })
})
