import type { Random, Vec3 } from '../../film'

/** A place across a bundle of hair. */
export interface AtClump {
  /** Height of its back there: 0 in the groove beside it, 1 on the ridge. */
  readonly ridge: number
  /** How near it is to where the bundle runs out into a point: 0 in the groove, 1 at the point, and straight between. */
  readonly tip: number
  /** What is its own, each −1 to 1: how light it is, how long, how far out. */
  readonly tint: number
  readonly long: number
  readonly out: number
}

/** Bundles of hair side by side round a head. */
export interface Clumps {
  /** Azimuths of the columns of a net whose lines lie in the grooves and on the ridges, −π to π. */
  readonly columns: readonly number[]
  at(phi: number): AtClump
}

/** A bundle's back is steeper on one side, as if it lay over its neighbour. */
const LEAN = 0.8
/** Where across a bundle its ridge and its point are: a column of every net. */
const POINT = 0.46

/**
 * Cuts the round into bundles of uneven breadth.
 * @param count bundles all round, at least 3
 * @param cuts azimuths in the upper half, 0 to π, at which a groove lies on both sides (where hair begins to hang)
 * @param across columns of the net for each bundle
 */
export function clumpsOf(rng: Random, count: number, cuts: readonly number[], across: 2 | 4): Clumps {
  const stops = [-Math.PI, ...cuts.map((c) => -c).reverse(), ...cuts, Math.PI]
  const edges: number[] = [-Math.PI]
  for (let i = 0; i + 1 < stops.length; i++) {
    const [from, to] = [stops[i]!, stops[i + 1]!]
    const n = Math.max(1, Math.round((count * (to - from)) / (2 * Math.PI)))
    for (let k = 1; k <= n; k++) {
      const even = from + ((to - from) * k) / n
      edges.push(k === n ? to : even + (rng.range(-0.28, 0.28) * (to - from)) / n)
    }
  }
  const own = edges.slice(1).map(() => ({ tint: rng.range(-1, 1), long: rng.range(-1, 1), out: rng.range(-1, 1) }))
  const shares = across === 4 ? [0, 0.2, POINT, 0.76] : [0, POINT]
  const columns = edges.slice(1).flatMap((to, i) => shares.map((u) => edges[i]! + (to - edges[i]!) * u))
  return {
    columns: [...columns, Math.PI],
    at(phi) {
      let i = 0
      while (i + 2 < edges.length && edges[i + 1]! <= phi) i++
      const u = Math.min(1, Math.max(0, (phi - edges[i]!) / (edges[i + 1]! - edges[i]!)))
      const ridge = Math.sin(Math.PI * u ** LEAN) ** 0.6
      const tip = u < POINT ? u / POINT : (1 - u) / (1 - POINT)
      const { tint, long, out } = own[i]!
      // In the groove it is as its neighbour.
      return { ridge, tip, tint: tint * ridge, long: long * ridge, out: out * ridge }
    },
  }
}

/** Curls all over a head, as domes: `at` a direction 0 between them to 1 on top. `radius` on the unit sphere. */
export function curlsOf(rng: Random, radius: number): { at(d: Vec3): number } {
  const n = Math.round(4.6 / (radius * radius))
  const golden = Math.PI * (3 - Math.sqrt(5))
  const cells = Array.from({ length: n }, (_, i) => {
    const y = 1 - (2 * (i + 0.5)) / n
    const k = Math.sqrt(1 - y * y)
    const a = i * golden
    const r = radius * rng.range(0.86, 1.3)
    const slip = radius * 0.45
    return {
      c: [Math.cos(a) * k + rng.range(-slip, slip), y + rng.range(-slip, slip), Math.sin(a) * k + rng.range(-slip, slip)] as const,
      r2: r * r,
    }
  })
  return {
    at(d) {
      let best = 0
      for (const { c, r2 } of cells) {
        const q = 1 - ((d[0] - c[0]) ** 2 + (d[1] - c[1]) ** 2 + (d[2] - c[2]) ** 2) / r2
        if (q > best) best = q
      }
      return Math.sqrt(best)
    },
  }
}
