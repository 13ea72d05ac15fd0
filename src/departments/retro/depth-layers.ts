import type { Rect, Size } from './framing'

/** A part of a picture: what stands between two distances, clear everywhere else. */
export interface DepthLayer {
  /** Metres along the camera's view from which it begins; 0 for the nearest. */
  readonly fromM: number
  /** Metres at which it ends; null where it goes on to the sky. */
  readonly toM: number | null
  /** Four bytes a pixel, top row first: the picture's own colour, opaque, or nothing. */
  readonly rgba: Uint8Array<ArrayBuffer>
  /** How many pixels it has. */
  readonly pixels: number
}

/** A picture in the style's own pixels, and how far what its look shows stands from the camera. */
export interface DepthPicture extends Size {
  /** Four bytes a pixel, top row first. */
  readonly rgba: Uint8Array<ArrayBuffer>
  readonly look: Size
  /** Metres along the view, a pixel of the look each; Infinity for the sky. */
  readonly metres: Float32Array<ArrayBuffer>
  /** The part of the look that is seen. */
  readonly crop: Rect
}

/** Most layers that a picture is split into. */
export const MOST_LAYERS = 16
/** Steps of distance, as eyes tell them: by ratio. */
const BINS = 192
/** How much farther than all else the sky is taken to be. */
const SKY_BINS = 24

/**
 * Where to cut a picture into so many layers, in metres, ascending: between things, where few pixels are. Distances are
 * sorted into classes of the least variance of their logarithms (natural breaks, Jenks 1967, by dynamic programming).
 * @param distances metres along the view, Infinity for the sky.
 * @param count layers wanted, 1 to 16; there are fewer where there are fewer distances.
 * @throws RangeError for another count.
 */
export function distanceCuts(distances: Float32Array, count: number): number[] {
  if (!Number.isInteger(count) || count < 1 || count > MOST_LAYERS)
    throw new RangeError(`layers: expected a whole number from 1 to ${MOST_LAYERS}, got ${count}`)
  let [least, most] = [Infinity, 0]
  for (const d of distances)
    if (Number.isFinite(d)) {
      least = Math.min(least, d)
      most = Math.max(most, d)
    }
  if (most === 0) return []
  const [low, range] = [Math.log(least), Math.max(1e-6, Math.log(most) - Math.log(least))]
  const pixels = new Float64Array(BINS + SKY_BINS)
  for (const d of distances) {
    const bin = Number.isFinite(d) ? Math.min(BINS - 1, Math.floor(((Math.log(d) - low) / range) * BINS)) : BINS + SKY_BINS - 1
    pixels[bin]!++
  }
  const used = [...pixels.keys()].filter((bin) => pixels[bin]! > 0)
  const starts = naturalBreaks(
    used,
    used.map((bin) => pixels[bin]!),
    Math.min(count, used.length),
  )
  return starts.map((i) => {
    const [before, after] = [used[i - 1]! + 1, Math.min(used[i]!, BINS + 1)]
    return Math.exp(low + (range * (before + after)) / 2 / BINS)
  })
}

/**
 * A picture's layers, the farthest first.
 * @param wish how many, cut between things; or metres to cut at, ascending.
 * @throws RangeError as `distanceCuts` and `splitByDistance` do.
 */
export function depthLayers(picture: DepthPicture, wish: number | readonly number[]): DepthLayer[] {
  const distances = pixelDistances(picture.metres, picture.look, picture.crop, picture)
  return splitByDistance(picture.rgba, distances, typeof wish === 'number' ? distanceCuts(distances, wish) : wish)
}

/** First places of all classes but the first, of values in ascending order with weights. */
function naturalBreaks(values: readonly number[], weights: readonly number[], classes: number): number[] {
  const n = values.length
  const sums = [0, 1, 2].map((power) => {
    const run = new Float64Array(n + 1)
    for (let i = 0; i < n; i++) run[i + 1] = run[i]! + weights[i]! * values[i]! ** power
    return run
  }) as [Float64Array, Float64Array, Float64Array]
  const spread = (from: number, to: number): number => {
    const [w, x, xx] = sums.map((run) => run[to]! - run[from]!) as [number, number, number]
    return Math.max(0, xx - (x * x) / w)
  }
  let best = Float64Array.from({ length: n + 1 }, (_, end) => (end === 0 ? 0 : spread(0, end)))
  const from: Int32Array[] = []
  for (let k = 1; k < classes; k++) {
    const next = new Float64Array(n + 1).fill(Infinity)
    const start = new Int32Array(n + 1)
    for (let end = k + 1; end <= n; end++)
      for (let s = k; s < end; s++) {
        const cost = best[s]! + spread(s, end)
        if (cost < next[end]!) {
          next[end] = cost
          start[end] = s
        }
      }
    best = next
    from.push(start)
  }
  const starts: number[] = []
  for (let end = n; from.length > 0; ) {
    end = from.pop()![end]!
    starts.unshift(end)
  }
  return starts
}

/**
 * Distances of a machine's pixels from those of the look they are made of: the median of what a pixel covers.
 * @param look metres a pixel of the look, rows of `size.width`.
 * @param crop the part of the look that is seen.
 */
export function pixelDistances(look: Float32Array, size: Size, crop: Rect, native: Size): Float32Array {
  if (crop.width === size.width && crop.height === size.height && native.width === size.width && native.height === size.height) return look
  const out = new Float32Array(native.width * native.height)
  const [across, down] = [crop.width / native.width, crop.height / native.height]
  for (let y = 0; y < native.height; y++)
    for (let x = 0; x < native.width; x++) {
      const [x0, x1] = covered(crop.x + x * across, across, size.width)
      const [y0, y1] = covered(crop.y + y * down, down, size.height)
      const seen: number[] = []
      for (let v = y0; v < y1; v++) for (let u = x0; u < x1; u++) seen.push(look[v * size.width + u]!)
      seen.sort((a, b) => a - b)
      out[y * native.width + x] = seen[(seen.length - 1) >> 1]!
    }
  return out
}

/** Whole pixels whose middles a stretch covers; at least one. */
function covered(start: number, length: number, end: number): readonly [number, number] {
  const from = Math.min(end - 1, Math.max(0, Math.ceil(start - 0.5)))
  return [from, Math.min(end, Math.max(from + 1, Math.ceil(start + length - 0.5)))]
}

/**
 * Splits a picture by distance into layers, the farthest first, as they are laid over each other. Each pixel is in one of
 * them, so that all together are the picture again, to the byte; what stands behind something is not known, and clear.
 * @param rgba the picture, four bytes a pixel.
 * @param distances metres, a pixel each.
 * @param cuts metres, ascending: something at a cut belongs behind it.
 * @throws RangeError for cuts that do not ascend from above 0, or distances of another picture.
 */
export function splitByDistance(rgba: Uint8Array, distances: Float32Array, cuts: readonly number[]): DepthLayer[] {
  if (rgba.length !== 4 * distances.length) throw new RangeError(`layers: ${rgba.length / 4} pixels, but ${distances.length} distances`)
  cuts.forEach((cut, i) => {
    if (!(cut > (cuts[i - 1] ?? 0)) || !Number.isFinite(cut))
      throw new RangeError(`layers: distances must ascend from above 0 m, got ${cuts.join(', ')}`)
  })
  const layers = Array.from({ length: cuts.length + 1 }, (_, i) => ({
    fromM: cuts[i - 1] ?? 0,
    toM: cuts[i] ?? null,
    rgba: new Uint8Array(rgba.length),
    pixels: 0,
  }))
  const words = layers.map((layer) => new Uint32Array(layer.rgba.buffer))
  const from = new Uint32Array(rgba.slice().buffer)
  for (let i = 0; i < distances.length; i++) {
    let k = 0
    while (k < cuts.length && distances[i]! >= cuts[k]!) k++
    layers[k]!.pixels++
    words[k]![i] = from[i]!
  }
  return layers.reverse()
}
