import { type CellColour, cellColour, coordinatesOf, stretchTone } from './cell-colour'
import type { LightPicture } from './picture'

export type ChooseReferenceOptions = {
  readonly palette: readonly string[]
  readonly distance: 'oklab' | 'srgb' | 'linear' | 'tone'
  readonly cell: { readonly width: number; readonly height: number }
  readonly palettes: readonly (readonly number[])[]
  readonly dithered: boolean
  /** In 1/256. */
  readonly penalty: number
}

type Triple = readonly [number, number, number]

/** Twin of shaders/choose-cells.wgsl: the number of each cell's palette, row by row. */
export function chooseCells(source: LightPicture, options: ChooseReferenceOptions): number[] {
  const { cell, palettes, dithered } = options
  const colours = options.palette.map((hex) => cellColour(hex, options.distance))
  if (options.distance === 'tone') stretchTone(colours)
  const longest = Math.max(...palettes.map((places) => places.length))
  const isMixed = dithered && longest > 1 && longest <= 4
  let step = 1
  while (Math.ceil(cell.width / step) * Math.ceil(cell.height / step) > 1024) step++
  const chosen: number[] = []
  for (let top = 0; top < source.height; top += cell.height)
    for (let left = 0; left < source.width; left += cell.width) {
      const pixels: Triple[] = []
      for (let y = top; y < Math.min(source.height, top + cell.height); y += step)
        for (let x = left; x < Math.min(source.width, left + cell.width); x += step) {
          const i = 3 * (y * source.width + x)
          pixels.push(quarter(coordinatesOf([source.light[i]!, source.light[i + 1]!, source.light[i + 2]!], options.distance)))
        }
      const errors = palettes.map((places) => {
        const own = places.map((place) => colours[place]!)
        return pixels.reduce((sum, here) => sum + pixelError(here, own, isMixed, options.penalty), 0)
      })
      chosen.push(errors.indexOf(Math.min(...errors)))
    }
  return chosen
}

function pixelError(here: Triple, colours: readonly CellColour[], isMixed: boolean, penalty: number): number {
  const at = colours.map((colour) => quarter(colour.at))
  let best = Math.min(2 ** 21 - 1, ...at.map((one) => square(minus(here, one))))
  if (!isMixed) return best
  at.forEach((to, j) => {
    at.slice(0, j).forEach((from) => {
      const span = minus(to, from)
      const length = square(span)
      const way = minus(here, from)
      const along = dot(way, span)
      if (along <= 0 || along >= length) return
      const part = Math.floor((along * Math.floor(2 ** 30 / length)) / 2 ** 22)
      const miss = way.map((v, axis) => v - Math.floor((span[axis]! * part + 128) / 256)) as unknown as Triple
      best = Math.min(best, square(miss) + Math.floor(length / 256) * penalty)
    })
  })
  return best
}

const quarter = (v: Triple): Triple => v.map((c) => Math.floor(c / 4)) as unknown as Triple
const minus = (a: Triple, b: Triple): Triple => [a[0] - b[0], a[1] - b[1], a[2] - b[2]]
const dot = (a: Triple, b: Triple): number => a[0] * b[0] + a[1] * b[1] + a[2] * b[2]
const square = (a: Triple): number => dot(a, a)
