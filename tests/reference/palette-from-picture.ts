import { codeOfOklab, histogramPoints, sortedPalette } from '../../src/departments/retro'
import { mix32 } from '../../src/film'
import type { Picture } from './picture'

/** `shaders/histogram.wgsl`, one pixel after another. */
export function histogram({ rgba }: Picture): Uint32Array {
  const bins = new Uint32Array(32768 * 4)
  for (let i = 0; i < rgba.length; i += 4) {
    if (rgba[i + 3]! < 128) continue
    const [r, g, b] = [rgba[i]!, rgba[i + 1]!, rgba[i + 2]!]
    const bin = ((r >> 3) * 32 + (g >> 3)) * 32 + (b >> 3)
    bins[bin * 4]! += 1
    bins[bin * 4 + 1]! += r % 8
    bins[bin * 4 + 2]! += g % 8
    bins[bin * 4 + 3]! += b % 8
  }
  return bins
}

/** `shaders/k-means.wgsl`, said plainly: groups of the colours of a picture, sixteen rounds of Lloyd's iteration. */
export function kMeans(picture: Picture, colours: number, seed: number): string[] {
  const bins = histogram(picture)
  const numbers = [...Array(32768).keys()].filter((bin) => bins[bin * 4]! > 0)
  const shift = Math.max(0, (picture.width * picture.height).toString(2).length - 17)
  const points = histogramPoints(bins).map((point, i) => ({ ...point, bin: numbers[i]!, weight: Math.max(1, point.weight >> shift) }))
  const places: (readonly number[])[] = []
  while (places.length < colours) {
    const k = places.length
    let best = 0
    let chosen: (typeof points)[number] | undefined
    for (const point of points) {
      let value = point.weight
      if (k > 0) {
        const away = Math.min(...places.map((place) => squared(point.at, place)))
        const chance = 96 + (mix32(Math.imul(point.bin, 0x9e3779b1) + Math.imul(k, 0x85ebca77) + Math.imul(seed, 0xc2b2ae3d)) >>> 27)
        value = Math.floor((away + 255) / 256) * point.weight.toString(2).length * chance
      }
      // Points come in the order of their bins: the first of equals is kept.
      if (value > best) [best, chosen] = [value, point]
    }
    if (!chosen) break
    places.push(chosen.at)
  }
  for (let round = 1; round < 16; round++)
    groupsOf(points, places).forEach((group, k) => {
      if (group.length > 0) places[k] = meanOf(group)
    })
  return sortedPalette(
    groupsOf(points, places)
      .filter((group) => group.length > 0)
      .map((group) => (group.length === 1 ? group[0]!.code : codeOfOklab(meanOf(group)))),
  )
}

type Point = ReturnType<typeof histogramPoints>[number]

function groupsOf(points: readonly Point[], places: readonly (readonly number[])[]): Point[][] {
  const groups: Point[][] = places.map(() => [])
  for (const point of points) {
    const distances = places.map((place) => squared(point.at, place))
    groups[distances.indexOf(Math.min(...distances))]!.push(point)
  }
  return groups
}

function meanOf(group: readonly Point[]): [number, number, number] {
  const weight = group.reduce((sum, p) => sum + p.weight, 0)
  const mean = (axis: 0 | 1 | 2): number => {
    const sum = group.reduce((s, p) => s + (p.at[axis] + 4096) * p.weight, 0)
    if (sum >= 2 ** 31) throw new RangeError('kMeans: a sum does not fit into 32 bits')
    return Math.floor((sum + Math.floor(weight / 2)) / weight) - 4096
  }
  return [mean(0), mean(1), mean(2)]
}

const squared = (a: readonly number[], b: readonly number[]): number =>
  Math.min(
    0x7ffffff,
    a.reduce((sum, v, i) => sum + (v - b[i]!) ** 2, 0),
  )
