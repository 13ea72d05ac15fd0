import { cubeRoot, linearOfSrgb, srgbOfLinear } from './colour'

type Triple = readonly [number, number, number]

/** A colour of a palette: its code values and its coordinates. */
export type CellColour = { readonly rgb: Triple; at: Triple }

export function cellColour(hex: string, distance: string): CellColour {
  const rgb = [1, 3, 5].map((i) => Number.parseInt(hex.slice(i, i + 2), 16)) as unknown as Triple
  return { rgb, at: coordinatesOf(rgb.map(linearOfSrgb) as unknown as Triple, distance) }
}

/** Makes the darkest 0 and the lightest 4096. */
export function stretchTone(colours: readonly CellColour[]): void {
  const all = colours.map(({ at }) => at[0])
  const range = Math.max(...all) - Math.min(...all)
  colours.forEach((colour, i) => {
    colour.at = [range === 0 ? 0 : Math.floor((4096 * (all[i]! - Math.min(...all))) / range), 0, 0]
  })
}

const roots = new Map<number, number>()

function root(v: number): number {
  let found = roots.get(v)
  if (found === undefined) {
    found = cubeRoot(v)
    roots.set(v, found)
  }
  return found
}

/** Twin of `coordinates` in shaders/lib/colour.wgsl. */
export function coordinatesOf(light: Triple, distance: string): Triple {
  if (distance === 'srgb') return light.map((v) => 16 * srgbOfLinear(v)) as unknown as Triple
  if (distance === 'linear') return light.map((v) => Math.floor(v / 16)) as unknown as Triple
  const cones = [
    [6754, 8787, 843],
    [3472, 11152, 1760],
    [1447, 4616, 10321],
  ].map((row) => root(weigh(light, row, 16384))) as unknown as Triple
  const lightness = weigh(cones, [862, 3251, -17], 4096)
  if (distance === 'tone') return [lightness, 0, 0]
  return [lightness, weigh(cones, [16204, -19896, 3692], 4096), weigh(cones, [212, 6412, -6624], 4096)]
}

const weigh = (v: Triple, weights: readonly number[], one: number): number =>
  Math.floor((v[0] * weights[0]! + v[1] * weights[1]! + v[2] * weights[2]! + one / 2) / one)
