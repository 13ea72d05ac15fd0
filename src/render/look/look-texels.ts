import { DataUtils } from 'three/webgpu'
import { type FilmLook, lookTable } from '../../departments/retro'

/** A table of colours as the renderer applies it: half floats, four a colour, red fastest. */
export type LookTexels = Uint16Array<ArrayBuffer>

/**
 * The table of `lookTable` as half floats; null where the look changes nothing. It takes up to 0.1 s.
 * @throws RangeError for a grade that does not exist.
 */
export function lookTexels(film: FilmLook): LookTexels | null {
  const table = lookTable(film)
  if (!table) return null
  const texels = new Uint16Array((table.length / 3) * 4)
  for (let i = 0; i < table.length; i += 3)
    for (let k = 0; k < 3; k++) texels[(i / 3) * 4 + k] = DataUtils.toHalfFloat(table[i + k] as number)
  return texels
}
