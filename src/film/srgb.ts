/** sRGB's transfer (IEC 61966-2-1): linear light of a code. Both 0 to 1, white 1. */
export const lightOfSrgb = (code: number): number => (code <= 0.04045 ? code / 12.92 : ((code + 0.055) / 1.055) ** 2.4)

/** The code of linear light, both 0 to 1: the inverse of `lightOfSrgb`. Nothing is cut. */
export const srgbOfLight = (light: number): number => (light <= 0.0031308 ? light * 12.92 : 1.055 * light ** (1 / 2.4) - 0.055)
