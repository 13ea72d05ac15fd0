import { normalize, random, type Vec3 } from '../../film'
import { sphericalDelaunay } from './spherical-delaunay'

/** Where rays through the head start, in head space (origin half-way up the head, unit: chin to crown). */
export const HEAD_CENTRE: Vec3 = [0, -0.03, 0]
/** Height of the line of the mouth in head space. */
export const MOUTH_Y = -0.268
/** The eyes' centre on the left side in head space, before spacing. */
export const EYE: Vec3 = [0.141, -0.018, 0.286]
/** Radius of an average eyeball in head space. */
export const EYE_RADIUS = 0.096

/** How far a spacing of 1 moves each eye outwards. */
export const EYE_SHIFT = 0.009

export const EYE_LOOP = 22
export const MOUTH_LOOP = 28
/** Half width, upper and lower half height of each loop round the eye, innermost (the lid's margin) first. */
export const EYE_LOOPS = [
  [0.089, 0.053, 0.039],
  [0.098, 0.067, 0.05],
  [0.113, 0.088, 0.068],
  [0.134, 0.122, 0.096],
] as const
/** Half width, upper and lower half height of each loop round the mouth, innermost (where the lips meet) first. */
export const MOUTH_LOOPS = [
  [0.116, 0.006, 0.006],
  [0.12, 0.021, 0.028],
  [0.124, 0.037, 0.05],
  [0.132, 0.047, 0.061],
  [0.168, 0.086, 0.104],
] as const

/** Depth of the face about the mouth at a share of the way from its middle to its corners: loops aim at it. */
export const mouthDepth = (share: number): number => 0.42 - 0.085 * Math.min(1, share * share)

/** What a point of the head belongs to. */
export interface HeadPoint {
  /** Canonical direction from HEAD_CENTRE. */
  readonly direction: Vec3
  readonly zone: 'skin' | 'leftEye' | 'rightEye' | 'mouth' | 'neck'
  /** Loop number in its zone, innermost first; 0 on plain skin. */
  readonly loop: number
  /** Angle in the loop, radians: 0 outwards (the left, for the mouth), π/2 up. */
  readonly angle: number
}

/** The net of every head: the same points and triangles, so only positions differ from person to person. */
export interface HeadTopology {
  readonly points: readonly HeadPoint[]
  readonly triangles: readonly number[]
}

const toDirection = (p: Vec3): Vec3 => normalize([p[0] - HEAD_CENTRE[0], p[1] - HEAD_CENTRE[1], p[2] - HEAD_CENTRE[2]])

/** The outline of an almond: x in −1…1 across, y of the upper or lower edge. The corner by the nose is lower and narrower. */
export const almond = (angle: number, [w, up, down]: readonly [number, number, number]): readonly [number, number] => {
  const c = Math.cos(angle)
  const s = Math.sin(angle)
  const y = s >= 0 ? up * s ** 0.9 : -down * (-s) ** 0.95
  return [w * c, y + 0.05 * w * c]
}

const made = new Map<string, HeadTopology>()

/**
 * The shared net at a fineness: 1 for close shots, 2 has about a third of the points.
 * @param bare no hair covers the crown: it is finer, for its outline is seen, and the underside of the jaw coarser.
 */
export function headTopology(spacing: number, bare = false): HeadTopology {
  const key = `${spacing} ${bare}`
  const known = made.get(key)
  if (known) return known
  const points: HeadPoint[] = []
  const mirror = (d: Vec3): Vec3 => [-d[0], d[1], d[2]]
  const eyeCount = spacing > 1.4 ? 14 : EYE_LOOP
  const mouthCount = spacing > 1.4 ? 16 : MOUTH_LOOP
  EYE_LOOPS.forEach((size, loop) => {
    for (let i = 0; i < eyeCount; i++) {
      const angle = (i / eyeCount) * Math.PI * 2
      const [x, y] = almond(angle, size)
      const direction = toDirection([EYE[0] + x, EYE[1] + y, 0.4])
      points.push({ direction, zone: 'leftEye', loop, angle })
      points.push({ direction: mirror(direction), zone: 'rightEye', loop, angle })
    }
  })
  MOUTH_LOOPS.forEach((size, loop) => {
    for (let i = 0; i < mouthCount; i++) {
      const angle = (i / mouthCount) * Math.PI * 2
      const s = Math.sin(angle)
      points.push({
        direction: toDirection([size[0] * Math.cos(angle), MOUTH_Y + (s >= 0 ? size[1] * s : size[2] * s), mouthDepth(Math.cos(angle))]),
        zone: 'mouth',
        loop,
        angle,
      })
    }
  })
  const rim = spacing > 1.4 ? 12 : 18
  for (let i = 0; i < rim; i++) {
    const a = ((i + 0.5) / rim) * Math.PI * 2
    points.push({ direction: normalize([Math.sin(a) * 0.36, -1, Math.cos(a) * 0.36 - 0.14]), zone: 'neck', loop: 0, angle: a })
  }
  // Even spacing elsewhere, finer on the face and nose, mirrored so that faces are symmetrical.
  const want = (d: Vec3) => {
    if (d[1] < -0.66) return (bare ? 0.135 : 0.11) * spacing
    if (d[2] < 0.1) return (bare && d[1] > 0.1 ? 0.155 : 0.21) * spacing
    const nose = (Math.abs(d[0]) / 0.2) ** 2 + ((d[1] + 0.16) / 0.26) ** 2
    if (nose < 1 && d[2] > 0.5) return (Math.abs(d[0]) < 0.15 && d[1] < 0.06 && d[1] > -0.4 ? 0.037 : 0.06) * spacing
    return (d[2] > 0.55 ? 0.088 : 0.13) * spacing
  }
  const candidates = 22000
  const order = random('head-topology').shuffle(Array.from({ length: candidates }, (_, i) => i))
  const kept: Vec3[] = points.map((p) => p.direction)
  const inHole = (d: Vec3) => {
    const t = 0.4 / Math.max(d[2], 1e-3)
    const x = Math.abs(d[0]) * t
    const y = HEAD_CENTRE[1] + d[1] * t
    if (d[2] > 0.4 && ((x - EYE[0]) / 0.128) ** 2 + ((y - EYE[1] - 0.012) / 0.106) ** 2 < 1) return true
    const m = mouthDepth((Math.abs(d[0]) * 0.42) / Math.max(d[2], 1e-3) / 0.2) / Math.max(d[2], 1e-3)
    if (d[2] > 0.4 && ((d[0] * m) / 0.168) ** 2 + ((HEAD_CENTRE[1] + d[1] * m - MOUTH_Y + 0.009) / 0.094) ** 2 < 1) return true
    const k = -1 / Math.min(d[1], -1e-3)
    return d[1] < -0.5 && Math.hypot(d[0] * k, d[2] * k + 0.14) < 0.37
  }
  const far = (d: Vec3, r: number) => {
    const limit = r * r
    for (const k of kept) if ((k[0] - d[0]) ** 2 + (k[1] - d[1]) ** 2 + (k[2] - d[2]) ** 2 < limit) return false
    return true
  }
  const golden = Math.PI * (3 - Math.sqrt(5))
  for (const i of order) {
    const y = 1 - (2 * (i + 0.5)) / candidates
    const r = Math.sqrt(1 - y * y)
    let d: Vec3 = [Math.abs(Math.cos(i * golden)) * r, y, Math.sin(i * golden) * r]
    const spacingHere = want(d)
    if (d[0] < spacingHere * 0.55) d = normalize([0, d[1], d[2]])
    if (inHole(d)) continue
    if (!far(d, spacingHere * 0.86)) continue
    points.push({ direction: d, zone: 'skin', loop: 0, angle: 0 })
    kept.push(d)
    if (d[0] > 0) {
      points.push({ direction: mirror(d), zone: 'skin', loop: 0, angle: 0 })
      kept.push(mirror(d))
    }
  }
  const all = sphericalDelaunay(points.map((p) => p.direction))
  const triangles: number[] = []
  for (let t = 0; t < all.length; t += 3) {
    const [a, b, c] = [points[all[t]!]!, points[all[t + 1]!]!, points[all[t + 2]!]!]
    const hole = a.zone !== 'skin' && a.zone === b.zone && b.zone === c.zone && a.loop === 0 && b.loop === 0 && c.loop === 0
    if (!hole) triangles.push(all[t]!, all[t + 1]!, all[t + 2]!)
  }
  const topology = { points, triangles }
  made.set(key, topology)
  return topology
}
