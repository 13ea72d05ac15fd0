import { STAIR_RISER_M } from '../../film'
import { box, lathe, rod, shade } from '../geometry'
import type { PropBuilder } from './prop-shape'

const stairFlight: PropBuilder = (s) => {
  const { b, w, h, d } = s
  const n = Math.round(h / STAIR_RISER_M)
  const tread = s.main('#6b4c35', 'wood')
  for (let i = 0; i < n; i++) {
    b.use(tread)
    const z = d / 2 - (i + 0.5) * (d / n)
    box(b, [0, (i + 1) * (h / n) - 0.04, z + 0.015], [w, 0.04, d / n + 0.03], 0.008)
    b.use(shade(tread, 0.75))
    box(b, [0, i * (h / n), z + d / n / 2 - 0.012], [w - 0.04, h / n - 0.03, 0.02])
  }
  b.use(shade(tread, 0.85))
  for (const x of [-1, 1]) {
    b.at([x * (w / 2 - 0.02), 0, 0], () => {
      const slope = Math.atan2(h, d)
      b.at([0, h / 2 - 0.12, 0], () => box(b, [0, -0.14, 0], [0.04, 0.28, Math.sqrt(h * h + d * d)]), 0, slope)
      for (let i = 0; i < n; i += 1)
        rod(b, [0, (i + 1) * (h / n), d / 2 - (i + 0.5) * (d / n)], [0, (i + 1) * (h / n) + 0.85, d / 2 - (i + 0.5) * (d / n)], 0.014, {
          sides: 6,
        })
      b.at([0, h / 2 + 0.95, 0], () => box(b, [0, 0, 0], [0.06, 0.06, Math.sqrt(h * h + d * d)], 0.02), 0, slope)
      box(b, [0, 0, d / 2 + 0.04], [0.1, 1.1, 0.1], 0.015)
    })
  }
}

const column: PropBuilder = (s) => {
  const { b, w, h, d } = s
  const stone = s.main('#948c7c', 'stone')
  b.use(shade(stone, 0.95))
  box(b, [0, 0, 0], [w, 0.25, d], 0.03)
  box(b, [0, h - 0.2, 0], [w, 0.2, d], 0.03)
  b.use(stone)
  lathe(
    b,
    [0, 0.25, 0],
    [
      [w * 0.46, 0],
      [w * 0.47, 0.06],
      [w * 0.39, 0.14],
      [w * 0.36, h - 0.62],
      [w * 0.44, h - 0.5],
      [w * 0.46, h - 0.45],
    ],
    20,
  )
}

/** Builders by catalogue id. */
export const STAIRS_AND_COLUMNS: Readonly<Record<string, PropBuilder>> = {
  'stair-flight': stairFlight,
  column: column,
}
