/** Φ, the normal distribution, within 1.5e-7 (Abramowitz & Stegun 7.1.26). */
function normal(x: number): number {
  const z = Math.abs(x) / Math.SQRT2
  const t = 1 / (1 + 0.3275911 * z)
  const erf = 1 - t * (0.254829592 + t * (-0.284496736 + t * (1.421413741 + t * (-1.453152027 + t * 1.061405429)))) * Math.exp(-z * z)
  return 0.5 * (1 + Math.sign(x) * erf)
}

/** Weights a column of the display: for each tap a row of r, of g and of b; behind all, the sample each column's first tap stands for. */
export type SpotTable = { readonly taps: number; readonly weights: Float32Array<ArrayBuffer> }

/** Beyond this many standard deviations a spot has no light left. */
const SPOT_REACH = 3

/**
 * How `columns` of a display are made of `samples` of a line. `sigma` is the spot's standard deviation in samples;
 * `convergence` what red and blue miss at the edge, in samples. A display coarser than the line averages. Beyond the line's
 * ends is no light.
 */
export function spotTable(columns: number, samples: number, sigma: number, convergence: number): SpotTable {
  const pixel = samples / columns
  // The output pixel is a box of its own; its variance is width² / 12.
  const wide = Math.hypot(sigma, pixel / Math.sqrt(12))
  const reach = 0.5 + SPOT_REACH * wide + convergence
  const taps = Math.ceil(2 * reach) + 1
  const weights = new Float32Array(columns * (3 * taps + 1))
  const shares = new Float64Array(taps)
  for (let column = 0; column < columns; column++) {
    const centre = (column + 0.5) * pixel
    const miss = convergence * ((2 * (column + 0.5)) / columns - 1)
    const start = Math.floor(centre - reach)
    for (const [channel, offset] of [miss, 0, -miss].entries()) {
      // A sample's share is the light of a box one sample wide under a Gaussian: between its edges.
      let sum = 0
      let left = normal((start - (centre + offset)) / wide)
      for (let i = 0; i < taps; i++) {
        const right = normal((start + i + 1 - (centre + offset)) / wide)
        shares[i] = right - left
        sum += shares[i]!
        left = right
      }
      for (let i = 0; i < taps; i++)
        if (start + i >= 0 && start + i < samples) weights[(3 * i + channel) * columns + column] = shares[i]! / sum
    }
    weights[3 * taps * columns + column] = start
  }
  return { taps, weights }
}

/** Half of a Gaussian from its middle to `reach`, so that both halves sum to 1; σ = 0 lets all through. */
export function halfGaussian(sigma: number, reach: number): number[] {
  const half = Array.from({ length: reach + 1 }, (_, i) => (sigma > 0 ? Math.exp(-(i * i) / (2 * sigma * sigma)) : i === 0 ? 1 : 0))
  return normalised(half)
}

/** Half of a raised cosine `width` samples long, so that both halves sum to 1. Nothing of frequency 2 / width passes. */
export function halfHann(width: number, reach: number): number[] {
  return normalised(Array.from({ length: reach + 1 }, (_, i) => (2 * i < width ? 0.5 + 0.5 * Math.cos((2 * Math.PI * i) / width) : 0)))
}

const normalised = (half: readonly number[]): number[] => {
  const sum = half.reduce((total, weight, i) => total + (i === 0 ? weight : 2 * weight), 0)
  return half.map((weight) => weight / sum)
}
