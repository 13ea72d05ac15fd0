import type { Vec3 } from '../../film'
import { tableColour } from './cube-lut'
import { applyCdl, gradeByName, gradeColour } from './grades'
import type { Cdl, FilmLook } from './style/index'

/** Colours along each edge of the table that the renderer applies. */
export const LOOK_TABLE_SIZE = 33

/**
 * Grade, CDL and table of a film look as one table of display-referred sRGB colours: red fastest, three numbers a colour,
 * 0 to 1. Null when they change nothing.
 * @throws RangeError for a grade that does not exist.
 */
export function lookTable(film: Pick<FilmLook, 'grade' | 'gradeMix' | 'cdl' | 'lut'>): Float32Array<ArrayBuffer> | null {
  const grade = gradeByName(film.grade)
  const graded = grade !== undefined && film.gradeMix > 0
  const listed = !isNeutral(film.cdl)
  if (!graded && !listed && !film.lut) return null
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
    for (let k = 0; k < 3; k++) table[i * 3 + k] = Math.min(Math.max(colour[k]!, 0), 1)
  }
  return table
}

const isNeutral = ({ slope, offset, power, saturation }: Cdl): boolean =>
  saturation === 1 && slope.every((v) => v === 1) && offset.every((v) => v === 0) && power.every((v) => v === 1)
