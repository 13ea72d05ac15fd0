/** Whole numbers, one a pixel, top row first. */
export interface IdPixels {
  readonly width: number
  readonly height: number
  readonly ids: Uint32Array
}

/** The edge of all pixels of one number, as path data of an SVG, in pixels; empty where there are none. */
export function outlineOf({ width, height, ids }: IdPixels, id: number): string {
  const is = (x: number, y: number): boolean => x >= 0 && y >= 0 && x < width && y < height && ids[y * width + x] === id
  const first = ids.indexOf(id)
  if (first < 0) return ''
  const last = ids.lastIndexOf(id)
  const [top, bottom] = [Math.floor(first / width), Math.floor(last / width)]
  let [left, right] = [width, -1]
  for (let y = top; y <= bottom; y++) {
    const row = ids.subarray(y * width, (y + 1) * width)
    const at = row.indexOf(id)
    if (at < 0) continue
    left = Math.min(left, at)
    right = Math.max(right, row.lastIndexOf(id))
  }
  const out: string[] = []
  // Runs of edges along rows, then along columns.
  for (let y = top; y <= bottom + 1; y++)
    for (let x = left; x <= right; x++) {
      if (is(x, y) === is(x, y - 1)) continue
      const from = x
      while (x <= right && is(x, y) !== is(x, y - 1)) x++
      out.push(`M${from} ${y}H${x}`)
    }
  for (let x = left; x <= right + 1; x++)
    for (let y = top; y <= bottom; y++) {
      if (is(x, y) === is(x - 1, y)) continue
      const from = y
      while (y <= bottom && is(x, y) !== is(x - 1, y)) y++
      out.push(`M${x} ${from}V${y}`)
    }
  return out.join('')
}

/**
 * The number at a pixel; where nothing is to be picked there, that of the nearest pixel around where something is: what is small
 * is hard to hit.
 * @param isPicked whether a number is of something that may be picked.
 * @param reach how far around, pixels.
 */
export function idNear(
  { width, height, ids }: IdPixels,
  x: number,
  y: number,
  isPicked: (id: number) => boolean,
  reach: number,
): number | undefined {
  let best: number | undefined
  let nearest = Number.POSITIVE_INFINITY
  for (let dy = -reach; dy <= reach; dy++)
    for (let dx = -reach; dx <= reach; dx++) {
      const [u, v] = [x + dx, y + dy]
      const far = dx * dx + dy * dy
      if (u < 0 || v < 0 || u >= width || v >= height || far >= nearest || far > reach * reach) continue
      const id = ids[v * width + u] as number
      if (!isPicked(id)) continue
      best = id
      nearest = far
    }
  return best
}
