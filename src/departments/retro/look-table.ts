import type { Vec3 } from '../../film'
import { tableColour } from './cube-lut'
import { applyCdl, gradeByName, gradeColour } from './grades'
import { keepsSkin, paintSkin } from './paint-skin'
import type { Cdl, FilmLook } from './style/index'

/** Colours along each edge of the table that the renderer applies. */
export const LOOK_TABLE_SIZE = 33

/**
 * Grade, CDL, table and skin of a film look as one table of display-referred sRGB colours: red fastest, three numbers a colour,
 * 0 to 1. Null when they change nothing.
 * @throws RangeError for a grade that does not exist.
 */
export function lookTable(film: Pick<FilmLook, 'grade' | 'gradeMix' | 'cdl' | 'lut' | 'skin'>): Float32Array<ArrayBuffer> | null {
  const grade = gradeByName(film.grade)
  const graded = grade !== undefined && film.gradeMix > 0
  const listed = !isNeutral(film.cdl)
  const painted = !keepsSkin(film.skin)
  if (!graded && !listed && !film.lut && !painted) return null
  const n = LOOK_TABLE_SIZE
  const table = new Float32Array(n ** 3 * 3)
  for (let i = 0; i < n ** 3; i++) {
    const from: Vec3 = [(i % n) / (n - 1), (Math.floor(i / n) % n) / (n - 1), Math.floor(i / n / n) / (n - 1)]
    let colour = from
    if (graded) {
      const to = gradeColour(grade, from)
      colour = [0, 1, 2].map((k) => from[k]! + (to[k]! - from[k]!) * film.gradeMix) as [number, number, number]
    }
    if (listed) colour = applyCdl(film.cdl, colour)
    if (film.lut) colour = tableColour(film.lut, colour)
    if (painted) colour = paintSkin(film.skin, colour)
    for (let k = 0; k < 3; k++) table[i * 3 + k] = Math.min(Math.max(colour[k]!, 0), 1)
  }
  return table
}

/** Applies a table made by `lookTable` to pictures in memory: four bytes a pixel, between its entries trilinear. */
export function applyLookTable(table: Float32Array, rgba: Uint8Array): void {
  const n = LOOK_TABLE_SIZE
  // Which entry a code lies above, and how far.
  const cell = Uint8Array.from({ length: 256 }, (_, code) => Math.min(n - 2, Math.floor((code * (n - 1)) / 255)))
  const part = Float32Array.from(cell, (at, code) => (code * (n - 1)) / 255 - at)
  for (let i = 0; i < rgba.length; i += 4) {
    const [r, g, b] = [rgba[i]!, rgba[i + 1]!, rgba[i + 2]!]
    const first = 3 * ((cell[b]! * n + cell[g]!) * n + cell[r]!)
    const [x, y, z] = [part[r]!, part[g]!, part[b]!]
    for (let c = 0; c < 3; c++) {
      const along = (at: number): number => table[at + c]! + (table[at + 3 + c]! - table[at + c]!) * x
      const across = (at: number): number => along(at) + (along(at + 3 * n) - along(at)) * y
      const low = across(first)
      rgba[i + c] = Math.round(255 * (low + (across(first + 3 * n * n) - low) * z))
    }
  }
}

const isNeutral = ({ slope, offset, power, saturation }: Cdl): boolean =>
  saturation === 1 && slope.every((v) => v === 1) && offset.every((v) => v === 0) && power.every((v) => v === 1)
