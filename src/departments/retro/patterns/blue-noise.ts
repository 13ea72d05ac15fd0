import { random } from '../../../film'

/** Side of the blue noise. */
export const BLUE_NOISE_SIZE = 64

/** Spread of a point's influence in pixels; a wider one than Ulichney's 1.5 leaves less energy in between. */
const SIGMA = 1.9
/** Beyond it a point's influence is under a hundred-thousandth. */
const REACH = 9
/** Points of the first arrangement. */
const FIRST_POINTS = 409

let made: Uint16Array | undefined

/**
 * Ranks 0 to 4095 of a 64 × 64 tile of blue noise, row by row, by void and cluster (Ulichney 1993): the first n places
 * are spread evenly for every n, without a grid, and the tile joins itself. Made on first use, in some 100 ms; always
 * the same one, since influences are whole numbers and the first of equal places wins.
 */
export function blueNoiseRanks(): Uint16Array {
  made ??= voidAndCluster()
  return made
}

function voidAndCluster(): Uint16Array {
  const places = BLUE_NOISE_SIZE ** 2
  const first = new Arrangement()
  const { int } = random('blue noise')
  for (let count = 0; count < FIRST_POINTS; ) {
    const place = int(0, places - 1)
    if (first.has(place)) continue
    first.set(place, 1)
    count++
  }
  // Moves the most crowded point into the largest gap until that is where it came from.
  for (;;) {
    const crowded = first.crowded()
    first.set(crowded, 0)
    const gap = first.gap()
    first.set(gap, 1)
    if (gap === crowded) break
  }
  const ranks = new Uint16Array(places)
  const down = first.copy()
  for (let rank = FIRST_POINTS - 1; rank >= 0; rank--) {
    const place = down.crowded()
    down.set(place, 0)
    ranks[place] = rank
  }
  // The place with least influence of points is also the one most crowded by places without, once these are fewer: the
  // influence of all places together is the same everywhere.
  for (let rank = FIRST_POINTS; rank < places; rank++) {
    const place = first.gap()
    first.set(place, 1)
    ranks[place] = rank
  }
  return ranks
}

/** Points on a torus, and at each place the sum of what all points there exert. */
class Arrangement {
  readonly #points = new Uint8Array(BLUE_NOISE_SIZE ** 2)
  readonly #influence = new Int32Array(BLUE_NOISE_SIZE ** 2)

  has(place: number): boolean {
    return this.#points[place] === 1
  }

  /** Puts a point (1) or takes it away (0). */
  set(place: number, point: 0 | 1): void {
    this.#points[place] = point
    const sign = point === 1 ? 1 : -1
    const [x, y] = [place % BLUE_NOISE_SIZE, Math.floor(place / BLUE_NOISE_SIZE)]
    for (let dy = -REACH; dy <= REACH; dy++) {
      const row = ((y + dy) & (BLUE_NOISE_SIZE - 1)) * BLUE_NOISE_SIZE
      for (let dx = -REACH; dx <= REACH; dx++)
        this.#influence[row + ((x + dx) & (BLUE_NOISE_SIZE - 1))]! += sign * INFLUENCE[(dy + REACH) * (2 * REACH + 1) + dx + REACH]!
    }
  }

  /** The point under most influence. */
  crowded(): number {
    let most = -1
    for (let place = 0; place < this.#points.length; place++)
      if (this.#points[place] === 1 && (most < 0 || this.#influence[place]! > this.#influence[most]!)) most = place
    return most
  }

  /** The place without a point under least influence. */
  gap(): number {
    let least = -1
    for (let place = 0; place < this.#points.length; place++)
      if (this.#points[place] === 0 && (least < 0 || this.#influence[place]! < this.#influence[least]!)) least = place
    return least
  }

  copy(): Arrangement {
    const twin = new Arrangement()
    twin.#points.set(this.#points)
    twin.#influence.set(this.#influence)
    return twin
  }
}

/** 2²⁰ exp(−d² / 2σ²), rounded. */
const INFLUENCE = Int32Array.from({ length: (2 * REACH + 1) ** 2 }, (_, i) => {
  const [dx, dy] = [(i % (2 * REACH + 1)) - REACH, Math.floor(i / (2 * REACH + 1)) - REACH]
  return Math.round(2 ** 20 * Math.exp(-(dx * dx + dy * dy) / (2 * SIGMA * SIGMA)))
})
