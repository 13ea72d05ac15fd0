import { type AnimationFormat, type AnimationShape, openAnimation } from '../../../src/encode'
import { random } from '../../../src/film'

/** Pictures, 0xrrggbb a pixel. */
export type Film = readonly Int32Array[]

export const rgbaOf = (codes: Int32Array): Uint8Array =>
  new Uint8Array(codes.length * 4).map((_, i) => (i % 4 === 3 ? 255 : (codes[i >> 2]! >> (16 - 8 * (i % 4))) & 255))

/** The file of a film, put together as the bytes come. */
export async function written(format: AnimationFormat, shape: AnimationShape, film: Film): Promise<Uint8Array<ArrayBuffer>> {
  let file = new Uint8Array(0)
  const writer = await openAnimation(format, shape, (position, bytes) => {
    const out = new Uint8Array(Math.max(file.length, position + bytes.length))
    out.set(file)
    out.set(bytes, position)
    file = out
  })
  for (const codes of film) await writer.add(rgbaOf(codes))
  const { bytes } = await writer.finish()
  if (bytes !== file.length) throw new Error(`expected ${bytes} bytes, got ${file.length}`)
  return file
}

export const randomPalette = (key: string, count: number): number[] => {
  const { int } = random(key)
  const colours = new Set<number>()
  while (colours.size < count) colours.add(int(0, 0xffffff))
  return [...colours]
}

/** Noise of a palette's colours, of which a square is new in each picture; some pictures are as the one before. */
export function movingSquare(key: string, width: number, height: number, count: number, palette: readonly number[]): Film {
  const { int, pick, chance } = random(key)
  let last = Int32Array.from({ length: width * height }, () => pick(palette))
  return Array.from({ length: count }, (_, n) => {
    if (n === 0 || chance(0.2)) return last
    const [x0, y0] = [int(0, width - 1), int(0, height - 1)]
    const [x1, y1] = [int(x0, width - 1), int(y0, height - 1)]
    last = last.map((code, i) => {
      const [x, y] = [i % width, Math.floor(i / width)]
      return x >= x0 && x <= x1 && y >= y0 && y <= y1 && chance(0.7) ? pick(palette) : code
    })
    return last
  })
}

/** Flat bands that roll: long runs, and the same rows again. */
export function rollingBands(width: number, height: number, count: number, palette: readonly number[]): Film {
  return Array.from({ length: count }, (_, n) =>
    Int32Array.from({ length: width * height }, (_, i) => palette[Math.floor((Math.floor(i / width) + n) / 3) % palette.length]!),
  )
}

/** What is seen at each tick. */
export function timeline(frames: readonly { readonly codes: Int32Array; readonly ticks: number }[]): Int32Array[] {
  return frames.flatMap(({ codes, ticks }) => Array.from({ length: ticks }, () => codes))
}
