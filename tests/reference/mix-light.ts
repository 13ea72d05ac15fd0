/** Twin of shaders/mix-light.wgsl, in double precision: light 0 to 1 of two pictures at the weights of a column, 0 to 4096. */
export function mixLight(first: number, second: number, w1: number, w2: number): number {
  return decoded((coded(first) * w1 + coded(second) * w2) / 4096)
}

const coded = (light: number): number => (light <= 0.0031308 ? 12.92 * light : 1.055 * light ** (1 / 2.4) - 0.055)
const decoded = (code: number): number => (code <= 0.04045 ? code / 12.92 : ((code + 0.055) / 1.055) ** 2.4)
