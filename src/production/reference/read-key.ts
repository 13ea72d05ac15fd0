import { findSubject, type Subject } from './find-subject'
import type { LightGrid } from './shrink-photo'

/** Where a picture's key comes from, as far as it can be told; degrees. */
export interface KeyReading {
  /** `face`, `thing`, or `frame` where nothing stands out and only the picture's brighter side is known. */
  readonly of: Subject['of'] | 'frame'
  /** To the right of the camera as seen in the picture; negative to the left; 0 over the camera, 90 square from the side. */
  readonly azimuth: number
  /** Above the subject; negative below. */
  readonly altitude: number
  /** Key side over fill side. */
  readonly ratio: number
  /** 0 hard, 1 soft. */
  readonly soft: number
  /** 0 to 1: how much of the shading this light explains, and how many cells it was read from. */
  readonly confidence: number
  /** 0 to 1, how sure it is that the key is on this side of the camera and not on the other: features and turned heads look like shading. */
  readonly sideConfidence: number
}

/** Angles that are tried, degrees; and how far light reaches round an edge, of a sphere's radius. */
const AZIMUTHS = Array.from({ length: 45 }, (_, i) => i * 5 - 110)
const ALTITUDES = Array.from({ length: 22 }, (_, i) => i * 5 - 30)
const WRAPS = [0, 0.25, 0.6] as const
/** Cells that are fitted at most; and so many give full confidence. */
const FITTED = 420
const PLENTY = 160
const MOST_RATIO = 32

/**
 * The key of a picture: a head (or whatever stands out) is taken for a ball of one colour, and the light from one side
 * (Lambert's law, reaching round its edge by some, over an even fill) is sought that shades it most like it is shaded.
 */
export function readKey(grid: LightGrid): KeyReading {
  const subject = findSubject(grid)
  return subject ? fitted(grid, subject) : byHalves(grid)
}

function fitted({ width, light }: LightGrid, { of, cells, x0, x1, y0, y1 }: Subject): KeyReading {
  const step = Math.max(1, Math.ceil(cells.length / FITTED))
  const [cx, cy, rx, ry] = [(x0 + x1 + 1) / 2, (y0 + y1 + 1) / 2, (x1 - x0 + 1) / 2, (y1 - y0 + 1) / 2]
  const points: { readonly n: readonly [number, number, number]; readonly v: number }[] = []
  for (let k = 0; k < cells.length; k += step) {
    const i = cells[k]!
    const u = ((i % width) + 0.5 - cx) / rx
    const v = (cy - (Math.floor(i / width) + 0.5)) / ry
    const flat = u * u + v * v
    if (flat < 0.94) points.push({ n: [u, v, Math.sqrt(1 - flat)], v: light[i]! })
  }
  const mean = points.reduce((s, p) => s + p.v, 0) / Math.max(points.length, 1)
  const spread = points.reduce((s, p) => s + (p.v - mean) ** 2, 0)
  // Nothing of the shading is more than what eight bits round.
  if (points.length < 12 || spread <= points.length * (0.004 * Math.max(mean, 0.02)) ** 2)
    return { of, azimuth: 0, altitude: 0, ratio: 1, soft: 1, confidence: 0, sideConfidence: 0 }
  let best = { left: spread, azimuth: 0, altitude: 0, wrap: 0, base: mean, gain: 0 }
  /** What is left where the key is on the left, over the camera, on the right. */
  const leftOver = [spread, spread, spread] as [number, number, number]
  for (const azimuth of AZIMUTHS)
    for (const altitude of ALTITUDES) {
      const [a, h] = [(azimuth * Math.PI) / 180, (altitude * Math.PI) / 180]
      const to = [Math.sin(a) * Math.cos(h), Math.sin(h), Math.cos(a) * Math.cos(h)] as const
      for (const wrap of WRAPS) {
        let [sf, sff, sfv] = [0, 0, 0]
        for (const { n, v } of points) {
          const f = Math.max(0, (n[0] * to[0] + n[1] * to[1] + n[2] * to[2] + wrap) / (1 + wrap))
          sf += f
          sff += f * f
          sfv += f * v
        }
        const m = points.length
        const variance = sff - (sf * sf) / m
        if (variance < 1e-9) continue
        const gain = (sfv - sf * mean) / variance
        const base = mean - (gain * sf) / m
        if (gain <= 0 || base < -0.25 * mean) continue
        const left = Math.round((spread - gain * gain * variance) * 1e9) / 1e9
        const side = (Math.sign(azimuth) + 1) as 0 | 1 | 2
        leftOver[side] = Math.min(leftOver[side], left)
        if (left < best.left) best = { left, azimuth, altitude, wrap, base, gain }
      }
    }
  const explained = 1 - best.left / spread
  const sorted = points.map((p) => p.v).sort((a, b) => a - b)
  const at = (share: number) => Math.max(sorted[Math.floor(share * (sorted.length - 1))]!, 1e-4)
  const other = 1 - leftOver[best.azimuth < 0 ? 2 : 0] / spread
  // What is seen bounds what is fitted: a fill of nothing is nobody's.
  const fill = Math.max(best.base, 1e-6)
  const ratio = Math.min(MOST_RATIO, at(0.95) / at(0.05), Math.max(1, (best.base + best.gain) / fill))
  return {
    of,
    azimuth: best.azimuth,
    altitude: best.altitude,
    ratio: Math.round(ratio * 10) / 10,
    soft: best.wrap === 0 ? 0.3 : best.wrap < 0.5 ? 0.7 : 1,
    confidence: Math.round(Math.max(0, explained) * Math.min(1, points.length / PLENTY) * Math.min(1, (ratio - 1) * 2) * 100) / 100,
    sideConfidence: best.azimuth === 0 ? 1 : sideConfidence(points, best.azimuth, (explained - other) / Math.max(explained, 1e-6)),
  }
}

/** So much more light on one side than on the other leaves no doubt; and so much better must that side explain the shading. */
const PLAIN_SIDE = 0.12
const PLAIN_MARGIN = 0.25

/** How sure a key's side is: by how much brighter that half of the ball is, and by how much worse a key from the other side would do. */
function sideConfidence(
  points: readonly { readonly n: readonly [number, number, number]; readonly v: number }[],
  azimuth: number,
  margin: number,
): number {
  const half = (sign: number) => {
    // Midway out: the middle is on no side, and the edge is hair, ears and what lies behind.
    const of = points.filter(({ n }) => n[0] * sign > 0.15 && n[0] * sign < 0.8).map((p) => p.v)
    return of.sort((a, b) => a - b)[Math.floor(of.length / 2)] ?? 0
  }
  const [left, right] = [half(-1), half(1)]
  const brighter = ((right - left) / Math.max(right + left, 1e-6)) * Math.sign(azimuth)
  const sure = Math.min(1, Math.max(0, brighter) / PLAIN_SIDE) * Math.min(1, Math.max(0, margin) / PLAIN_MARGIN)
  return Math.round(sure * 100) / 100
}

/** What two halves of a picture say where nothing stands out in it: little. */
function byHalves({ width, height, light }: LightGrid): KeyReading {
  const mean = (from: number, to: number) => {
    let [sum, n] = [0, 0]
    for (let y = 0; y < height; y++)
      for (let x = Math.floor(from * width); x < Math.floor(to * width); x++) {
        sum += light[y * width + x]!
        n++
      }
    return sum / Math.max(n, 1)
  }
  const [left, right] = [mean(0, 0.4), mean(0.6, 1)]
  const ratio = (Math.max(left, right) + 1e-4) / (Math.min(left, right) + 1e-4)
  return {
    of: 'frame',
    azimuth: right >= left ? 60 : -60,
    altitude: 30,
    ratio: Math.round(Math.min(ratio, MOST_RATIO) * 10) / 10,
    soft: 0.7,
    confidence: Math.round(Math.min(0.3, (ratio - 1) * 0.15) * 100) / 100,
    sideConfidence: Math.round(Math.min(1, ratio - 1) * 100) / 100,
  }
}
