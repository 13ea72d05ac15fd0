import { areaDownscale } from './area-downscale'
import { linearOfSrgb } from './colour'
import type { LightPicture, Picture } from './picture'

type Rect = { readonly x: number; readonly y: number; readonly width: number; readonly height: number }
type Covered = { readonly code: readonly number[]; readonly across: number; readonly down: number; readonly lightness: number }

/** Twin of shaders/pixelate.wgsl: lists the pixels of each box, sorts them, adds them up. */
export function pixelate(source: Picture, mode: 'median' | 'nearest' | 'edge', rect: Rect, width: number, height: number): LightPicture {
  const light = new Uint16Array(width * height * 3)
  const average = areaDownscale(source, rect, width, height)
  const codeOf = (x: number, y: number): number[] => {
    const i = ((rect.y + y) * source.width + rect.x + x) * 4
    return [...source.rgba.subarray(i, i + 3)]
  }
  for (let oy = 0; oy < height; oy++)
    for (let ox = 0; ox < width; ox++) {
      const i = (oy * width + ox) * 3
      if (mode === 'nearest') {
        const middle = (at: number, extent: number, size: number) => Math.floor((at * extent + Math.floor(extent / 2)) / size)
        light.set(codeOf(middle(ox, rect.width, width), middle(oy, rect.height, height)).map(linearOfSrgb), i)
        continue
      }
      const covered: Covered[] = []
      for (let y = Math.floor((oy * rect.height) / height); y * height < (oy + 1) * rect.height; y++)
        for (let x = Math.floor((ox * rect.width) / width); x * width < (ox + 1) * rect.width; x++) {
          const code = codeOf(x, y)
          const across = Math.min((x + 1) * width, (ox + 1) * rect.width) - Math.max(x * width, ox * rect.width)
          const down = Math.min((y + 1) * height, (oy + 1) * rect.height) - Math.max(y * height, oy * rect.height)
          covered.push({ code, across, down, lightness: Math.floor((54 * code[0]! + 183 * code[1]! + 19 * code[2]! + 128) / 256) })
        }
      if (mode === 'median') light.set(median(covered).map(linearOfSrgb), i)
      else light.set(larger(covered, width, height) ?? average.light.subarray(i, i + 3), i)
    }
  return { width, height, light }
}

function median(covered: readonly Covered[]): readonly number[] {
  const sorted = [...covered].sort((a, b) => a.lightness - b.lightness)
  const total = sum(covered, ({ across, down }) => across * down)
  let held = 0
  for (const { across, down, lightness } of sorted) {
    held += across * down
    if (2 * held >= total) return covered.find((pixel) => pixel.lightness === lightness)!.code
  }
  return [0, 0, 0]
}

/** Mean light of the larger part where a box has an edge, else null. */
function larger(covered: readonly Covered[], width: number, height: number): number[] | null {
  const weight = ({ across, down }: Covered): number => Math.ceil((16 * across) / width) * Math.ceil((16 * down) / height)
  const mean = sum(covered, (pixel) => weight(pixel) * pixel.lightness) / sum(covered, weight)
  const [dark, bright] = [covered.filter((p) => p.lightness < mean), covered.filter((p) => p.lightness >= mean)]
  if (dark.length === 0) return null
  const lightness = (part: readonly Covered[]): number => Math.floor(sum(part, (p) => weight(p) * p.lightness) / sum(part, weight))
  if (lightness(bright) - lightness(dark) < 40) return null
  const part = sum(bright, weight) > sum(dark, weight) ? bright : dark
  const of = sum(part, weight)
  return [0, 1, 2].map((c) => Math.floor((sum(part, (p) => weight(p) * linearOfSrgb(p.code[c]!)) + Math.floor(of / 2)) / of))
}

const sum = <T>(all: readonly T[], value: (one: T) => number): number => all.reduce((total, one) => total + value(one), 0)
