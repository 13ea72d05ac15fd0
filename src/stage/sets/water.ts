import { hexToLinear, smoothstep, type Vec3 } from '../../film'
import { paint } from '../geometry'
import { fbm2 } from './noise'
import type { Scenery } from './scenery'

/** How a sheet of water lies: across `along` metres each way of a line, in rows at so many metres from it. */
export interface WaterSheet {
  readonly rows: readonly number[]
  /** Half its length beside the first row, and how much that grows with each metre. */
  readonly half: number
  readonly grows: number
  /** Above the ground's height, metres. */
  readonly level: number
  /** Where a point is, from the line's own measures. */
  readonly place: (along: number, away: number) => readonly [number, number]
  readonly deep?: string
  readonly lip?: string
}

const COLUMNS = 44

/** Draws water: brighter where it is shallow, its face in low waves. */
export function waterSheet({ b, y }: Scenery, { rows, half, grows, level, place, deep = '#3c5a60', lip = '#7d9a94' }: WaterSheet): void {
  const [from, to] = [hexToLinear(lip), hexToLinear(deep)]
  b.use(paint(deep, 'plain', 0.12)).begin()
  const ids = rows.map((away, j) =>
    Array.from({ length: COLUMNS + 1 }, (_, i) => {
      const [x, z] = place((i / COLUMNS - 0.5) * 2 * (half + away * grows), away + (j < 3 ? 0.5 * fbm2(i * 0.9, j * 2.1) : 0))
      const t = smoothstep(0, 5, away)
      const colour = [0, 1, 2].map((q) => from[q]! + (to[q]! - from[q]!) * t) as unknown as Vec3
      return b.vertex([x, y + level, z], [0.1 * fbm2(x * 0.4, z * 0.4), 1, 0.1 * fbm2(x * 0.4 + 9, z * 0.4)], x, z, 1, colour)
    }),
  )
  for (let j = 0; j < rows.length - 1; j++)
    for (let i = 0; i < COLUMNS; i++) {
      const [p, q, r, s] = [ids[j]![i]!, ids[j]![i + 1]!, ids[j + 1]![i + 1]!, ids[j + 1]![i]!]
      b.face(p, q, r, s)
    }
}
