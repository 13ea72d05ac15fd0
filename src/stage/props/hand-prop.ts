import type { PropBuilder, PropShape } from './prop-shape'

/** A thing made about its grip, and how it is laid on a table (y = 0). */
export interface HandProp {
  /** Origin at the grip: the fist closes about the x axis; the thing points along +z, its top is +y. */
  readonly draw: PropBuilder
  readonly lie: (s: PropShape, draw: PropBuilder) => void
}

/** Laid with its grip so many metres above the table, rolled about its length (radians). */
export const lifted =
  (gripM: number, roll = 0): HandProp['lie'] =>
  (s, draw) =>
    void s.b.at([0, gripM, 0], () => draw(s), 0, 0, roll)

/** Laid on its side, a little turned, its grip so many metres above the table. */
export const onSide =
  (gripM: number): HandProp['lie'] =>
  (s, draw) =>
    void s.b.at([0, gripM, 0], () => draw(s), 0.3, 0, Math.PI / 2)
