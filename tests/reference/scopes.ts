import type { Picture } from './picture'

/** What a picture measures, one pixel after another; laid out as `SCOPE_COUNTS` says. */
export function scopeCounts({ width, height, rgba }: Picture): Uint32Array {
  const counts = new Uint32Array(4 * 256 + 5 * 256 * 256)
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++) {
      const [r, g, b] = rgba.subarray((y * width + x) * 4) as unknown as [number, number, number]
      const luma = Math.floor((r * 13933 + g * 46871 + b * 4732 + 32768) / 65536)
      const cb = Math.floor((-7509 * r - 25259 * g + 32768 * b + 8421375) / 65536)
      const cr = Math.floor((32768 * r - 29763 * g - 3005 * b + 8421375) / 65536)
      const column = Math.floor((x * Math.min(256, width)) / width)
      const levels = [luma, r, g, b]
      levels.forEach((level, channel) => {
        counts[channel * 256 + level]!++
        counts[1024 + (channel * 256 + column) * 256 + level]!++
      })
      counts[1024 + 4 * 256 * 256 + cr * 256 + cb]!++
    }
  return counts
}
