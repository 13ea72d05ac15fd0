import type { Vec3 } from '../../film'
import { lathe, paint, prism, shade } from '../geometry'
import { type PropShape, STEEL } from './prop-shape'

/** Rubber. */
export const TYRE = paint('#262626', 'plain', 0.85)
/** Dark panes of a closed cabin. */
export const GLASS = paint('#38464c', 'plain', 0.06)

/** Points [z, y] in metres of a vehicle's side. */
export type SideOutline = readonly (readonly [number, number])[]

/** Pulls a side outline from x across a width, metres. */
export function across(s: PropShape, outline: SideOutline, x: number, width: number): void {
  s.b.at(
    [x, 0, 0],
    () =>
      prism(
        s.b,
        outline.map(([z, y]) => [-z, y] as const),
        0,
        width,
      ),
    Math.PI / 2,
  )
}

/** A tyred wheel turned about x: its middle, radius and width in metres. */
export function wheel(s: PropShape, at: Vec3, r: number, width: number): void {
  const { b } = s
  b.at([at[0] - width / 2, at[1], at[2]], () =>
    b.at(
      [0, 0, 0],
      () => {
        b.use(TYRE)
        lathe(
          b,
          [0, 0, 0],
          [
            [r * 0.8, 0],
            [r, width * 0.18],
            [r, width * 0.82],
            [r * 0.8, width],
          ],
          20,
        )
        b.use(STEEL)
        for (const [y, k] of [
          [-0.006, 1],
          [width - 0.03, 1],
        ] as const)
          lathe(
            b,
            [0, y, 0],
            [
              [r * 0.58, 0],
              [r * 0.56, 0.02 * k],
              [r * 0.2, 0.028],
              [0, 0.036],
            ],
            14,
          )
      },
      0,
      0,
      -Math.PI / 2,
    ),
  )
}

/** A body pulled across the width, the cabin narrower. */
export function body(s: PropShape, lower: SideOutline, cabin: SideOutline, hex: string): void {
  const { b, w } = s
  const p = s.main(hex, 'metal', 0.28, 0.35)
  b.use(p)
  across(s, lower, -(w - 0.04) / 2, w - 0.04)
  b.use(shade(p, 0.96))
  across(s, cabin, -(w - 0.24) / 2, w - 0.24)
}
