/** Every mixture of these code values of red, green and blue, black first, blue fastest. */
export const cube = (codes: readonly number[]): readonly string[] =>
  codes.flatMap((r) => codes.flatMap((g) => codes.map((b) => `#${[r, g, b].map((c) => c.toString(16).padStart(2, '0')).join('')}`)))
