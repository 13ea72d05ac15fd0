import { PanoramaError } from './panorama-error'

/** A picture of everything around a point, latitude by longitude: its top row looks up, its middle ahead. Linear light, Rec. 709. */
export interface PanoramaPicture {
  readonly width: number
  readonly height: number
  /** Red, green and blue of every pixel, rows from the top; in the file's own scale. */
  readonly light: Float32Array
}

/** A file of one, read row by row: whole, a large one is 400 MB of floats. */
export interface PanoramaRows {
  readonly width: number
  readonly height: number
  /**
   * Reads it from beginning to end, rows in any order.
   * @param take gets the row's place from the top and its pixels, red, green and blue; the array is used again.
   * @throws PanoramaError where the file breaks off or is damaged.
   */
  read(take: (y: number, light: Float32Array) => void): void
}

/** Largest and smallest sides, pixels. */
export const PANORAMA_SIDES = { most: [8192, 4096], least: [16, 8] } as const

/** Checks a panorama's size before anything of it is read. @throws PanoramaError */
export function checkSides(width: number, height: number): void {
  const size = `${width}×${height}`
  const [widest, highest] = PANORAMA_SIDES.most
  if (width > widest || height > highest)
    throw new PanoramaError(
      'hdri.size',
      'header',
      `${size} pixels; up to ${widest}×${highest} are read`,
      'save it smaller: 4096×2048 is plenty',
      size,
    )
  const [narrowest, lowest] = PANORAMA_SIDES.least
  if (width < narrowest || height < lowest)
    throw new PanoramaError(
      'hdri.size',
      'header',
      `${size} pixels are too few for a sky`,
      `give at least ${narrowest}×${lowest}; 2048×1024 or more to see it well`,
      size,
    )
  if (Math.abs(width / height - 2) > 0.02)
    throw new PanoramaError(
      'hdri.shape',
      'header',
      `${size} pixels; a panorama of all around is twice as wide as high`,
      'save it as latitude by longitude (equirectangular), 2:1; not as a ball, a cross or half a dome',
      size,
    )
}

/** The mean of each box of pixels, at most `most` wide; one that is no wider comes as it is. Light is kept, not sharpness. */
export function averagePanorama(rows: PanoramaRows, most: number): PanoramaPicture {
  const by = Math.ceil(rows.width / most)
  const width = Math.floor(rows.width / by)
  const height = Math.max(1, Math.floor(rows.height / by))
  const light = new Float32Array(width * height * 3)
  const columns = Uint32Array.from({ length: rows.width }, (_, x) => Math.floor((x * width) / rows.width) * 3)
  const across = new Float32Array(width)
  for (const o of columns) across[o / 3] = (across[o / 3] as number) + 1
  const down = new Float32Array(height)
  rows.read((y, line) => {
    const to = Math.floor((y * height) / rows.height)
    down[to] = (down[to] as number) + 1
    const row = to * width * 3
    for (let x = 0, i = 0; x < columns.length; x++, i += 3) {
      const o = row + (columns[x] as number)
      light[o] = (light[o] as number) + (line[i] as number)
      light[o + 1] = (light[o + 1] as number) + (line[i + 1] as number)
      light[o + 2] = (light[o + 2] as number) + (line[i + 2] as number)
    }
  })
  if (by > 1)
    for (let i = 0; i < light.length; i++) {
      const pixel = Math.floor(i / 3)
      light[i] = (light[i] as number) / ((across[pixel % width] as number) * (down[Math.floor(pixel / width)] as number))
    }
  return { width, height, light }
}
