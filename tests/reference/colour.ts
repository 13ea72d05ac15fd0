/** Linear light 0–65535 of an sRGB code value (IEC 61966-2-1). */
export function linearOfSrgb(code: number): number {
  const v = code / 255
  return Math.round(65535 * (v <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4))
}

/** Light half-way (in sRGB) from each code to the next. */
const BOUNDARIES = Array.from({ length: 255 }, (_, code) => linearOfSrgb(code + 0.5))

/** The code value of linear light: how many of the boundaries half-way between codes (in sRGB) are not above it. */
export function srgbOfLinear(light: number): number {
  let code = 0
  while (code < 255 && light >= BOUNDARIES[code]!) code++
  return code
}

/** round(4096 · ∛(v / 65536)) by trying, in BigInt; tried once. */
export function cubeRoot(v: number): number {
  const known = roots.get(v)
  if (known !== undefined) return known
  const estimate = Math.floor(4096 * Math.cbrt(v / 65536))
  for (let k = Math.max(0, estimate - 2); ; k++)
    if (BigInt(2 * k + 1) ** 3n > BigInt(v) * 8388608n) {
      roots.set(v, k)
      return k
    }
}

const roots = new Map<number, number>()
