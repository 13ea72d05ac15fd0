import { describe, expect, it } from 'vitest'
import {
  applyLookTable,
  FILM_STYLES,
  FilmLook,
  GRADES,
  gradeByName,
  gradeColour,
  LOOK_TABLE_SIZE,
  lookTable,
  Style,
} from '../../../src/departments/retro'

const luma = ([r, g, b]: readonly number[]) => 0.2126 * r! + 0.7152 * g! + 0.0722 * b!
const film = (changes: object) => FilmLook.parse(changes)

describe('grades', () => {
  it('are at least twelve, each named once', () => {
    expect(GRADES.length).toBeGreaterThanOrEqual(12)
    expect(new Set(GRADES.map((g) => g.id)).size).toBe(GRADES.length)
  })

  it.each(GRADES.map((g) => [g.id, g] as const))(
    '%s stays in range, keeps order from black to white, and changes the picture',
    (_, grade) => {
      let before = -1
      let changed = 0
      for (let i = 0; i <= 32; i++) {
        const v = i / 32
        const grey = gradeColour(grade, [v, v, v])
        for (const c of grey) expect(c).toBeGreaterThanOrEqual(0)
        for (const c of grey) expect(c).toBeLessThanOrEqual(1)
        expect(luma(grey)).toBeGreaterThanOrEqual(before - 1e-3)
        before = luma(grey)
        changed = Math.max(changed, ...gradeColour(grade, [v, 0.5, 1 - v]).map((c, k) => Math.abs(c - [v, 0.5, 1 - v][k]!)))
      }
      expect(changed).toBeGreaterThan(0.04)
      expect(luma(gradeColour(grade, [1, 1, 1])) - luma(gradeColour(grade, [0, 0, 0]))).toBeGreaterThan(0.4)
    },
  )

  it('noir, sepia and silver screen have no hue of the scene', () => {
    for (const id of ['noir', 'sepia', 'silver-screen']) {
      const grade = gradeByName(id)!
      const red = gradeColour(grade, [0.5, 0.2, 0.2])
      const mixed = grade.mix[0][0] * 0.5 + (grade.mix[0][1] + grade.mix[0][2]) * 0.2
      const grey = gradeColour(grade, [mixed, mixed, mixed])
      for (const k of [0, 1, 2] as const) expect(red[k]).toBeCloseTo(grey[k], 6)
    }
  })

  it('an unknown one is named with the choices', () => {
    expect(gradeByName('none')).toBeUndefined()
    expect(() => gradeByName('sepiaa')).toThrow(/expected none, teal-orange.*got "sepiaa"/)
  })
})

describe('lookTable', () => {
  it('is none where nothing changes', () => {
    expect(lookTable(film({}))).toBeNull()
    expect(lookTable(film({ grade: 'noir', gradeMix: 0 }))).toBeNull()
  })

  it('holds the graded colours, red fastest', () => {
    const table = lookTable(film({ grade: 'teal-orange' }))!
    const n = LOOK_TABLE_SIZE
    const [r, g, b] = [3, 20, 30]
    const want = gradeColour(gradeByName('teal-orange')!, [r / 32, g / 32, b / 32])
    const at = 3 * (r + n * (g + n * b))
    for (const k of [0, 1, 2] as const) expect(table[at + k]).toBeCloseTo(want[k], 6)
  })

  it('mixes by gradeMix, then CDL, then the table', () => {
    const values = Array.from({ length: 8 }, (_, i) => [i & 1, (i >> 1) & 1, (i >> 2) & 1].map((c) => 1 - c)).flat()
    const table = lookTable(film({ cdl: { slope: [0.5, 1, 1] }, lut: { size: 2, values } }))!
    expect([...table.subarray(32 * 3, 33 * 3)]).toEqual([0.5, 1, 1])
    const half = lookTable(film({ grade: 'noir', gradeMix: 0.5 }))!
    const whole = lookTable(film({ grade: 'noir' }))!
    expect(half[32 * 3]).toBeCloseTo((1 + whole[32 * 3]!) / 2, 6)
  })
})

describe('film styles', () => {
  it('name grades that exist and survive being saved', () => {
    for (const style of FILM_STYLES) {
      expect(() => lookTable(style.film)).not.toThrow()
      expect(Style.parse(JSON.parse(JSON.stringify(style)))).toEqual(style)
      expect(style.about).not.toBe('')
    }
    expect(FILM_STYLES[0]!.id).toBe('hollywood')
  })
})

describe('applyLookTable', () => {
  const film = (more: object) => FilmLook.parse(more)
  const codes = [0, 0, 0, 255, 64, 128, 192, 7, 255, 255, 255, 9, 13, 200, 77, 255]

  it('leaves a picture as it is where the table does, alpha in any case', () => {
    const cdl = { slope: [1, 1, 1], offset: [0, 0, 0], power: [1, 1, 1], saturation: 1.0001 }
    const rgba = Uint8Array.from(codes)
    applyLookTable(lookTable(film({ cdl }))!, rgba)
    expect([...rgba]).toEqual(codes)
  })

  it('gives each pixel the colour of the table', () => {
    const rgba = Uint8Array.from(codes)
    applyLookTable(lookTable(film({ cdl: { slope: [0.5, 1, 1], offset: [0, 0.25, 0] } }))!, rgba)
    codes.forEach((code, i) => {
      const wanted = [0.5 * code, Math.min(255, code + 63.75), code, code][i % 4]!
      // Between two entries the end of a ramp is rounded off.
      expect(Math.abs(rgba[i]! - wanted)).toBeLessThanOrEqual(i % 4 === 1 && code > 180 && code < 200 ? 4 : 1)
    })
  })
})
