import { box, cylinder, paint, rod } from '../geometry'
import type { PropBuilder } from './prop-shape'

/** A tarred pole with two cross arms and glass knobs for the wires. */
const telegraphPole: PropBuilder = (s) => {
  const { b, w, h } = s
  b.use(s.main('#5a4a3a', 'bark'))
  rod(b, [0, -0.1, 0], [0, h, 0], 0.13, { top: 0.09, sides: 9 })
  b.use(paint('#64533f', 'wood'))
  for (const [y, k] of [
    [h - 0.35, 1],
    [h - 0.95, 0.8],
  ] as const) {
    box(b, [0, y, 0.1], [w * k, 0.11, 0.09], 0.01)
    for (const x of [-1, 1]) rod(b, [x * w * k * 0.3, y, 0.1], [0, y - 0.4, 0.08], 0.018, { sides: 5 })
  }
  b.use(paint('#8fa7a2', 'plain', 0.15))
  for (const x of [-0.46, 0.46]) cylinder(b, [x * w, h - 0.24, 0.1], 0.035, 0.1, { sides: 8 })
}

/** Two wires from pole to pole along z, that hang through. */
const wireSpan: PropBuilder = (s) => {
  const { b, w, h, d } = s
  b.use(paint('#2b2b2a', 'plain', 0.6))
  const n = 10
  for (const x of [-0.46, 0.46]) {
    const y = (t: number) => h - 4 * t * (1 - t) * (h - 0.05)
    for (let i = 0; i < n; i++)
      rod(b, [x * w, y(i / n), (i / n - 0.5) * d], [x * w, y((i + 1) / n), ((i + 1) / n - 0.5) * d], 0.02, { sides: 4 })
  }
}

/** Builders by catalogue id. */
export const ROAD_THINGS: Readonly<Record<string, PropBuilder>> = { 'telegraph-pole': telegraphPole, 'wire-span': wireSpan }
