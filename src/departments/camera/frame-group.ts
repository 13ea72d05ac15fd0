import { clamp, cross, normalize, type ShotSize, sub, type Vec3, whereAt, wrapAngle } from '../../film'
import { travelOf } from './follow'
import { heightOffset } from './frame-single'
import { distanceFor, SENSOR_WIDTH_MM } from './optics'
import { type Assignment, type Candidate, FRAME_HEADS, pick, safeAspect } from './picture'
import { eyesAt, faceYawAt, type Sitter } from './sitter'
import { tellsPlace } from './tells-place'

const DEG = Math.PI / 180
/** A face is seen from within this of where it points, radians. */
const FACE_SEEN = 80 * DEG
/** How much it counts in wide frames that the place is told, and that nobody turns the back. */
const TELLS = 0.5
const WIDE_BACKS = 0.45
/** What speaks against a wide frame in which one of two stands behind the other. */
const BEHIND_ONE_ANOTHER = 2.2

/** Points that must be in the picture for a person at a size: crown, sides, and as far down as the size shows. */
function extents(s: Sitter, t: number, size: ShotSize, inside: boolean): Vec3[] {
  const e = eyesAt(s, t)
  const p = whereAt(s.performance.where, t).position
  const down = size === 'MS' ? 0.55 : size === 'MLS' ? 1 : size === 'MCU' || size === 'CU' ? 0.3 : inside ? 1.2 : 9
  const low = Math.max(p[1], e[1] - down * (s.figure.heightM / 1.75))
  return [
    [e[0], e[1] + s.figure.headM * 0.62, e[2]],
    [e[0] + 0.28, e[1] - 0.2, e[2]],
    [e[0] - 0.28, e[1] - 0.2, e[2]],
    [e[0], e[1] - 0.2, e[2] + 0.28],
    [e[0], e[1] - 0.2, e[2] - 0.28],
    [p[0], low, p[2]],
  ]
}

/** The longest lens from a point, aimed there, that keeps all points inside the protected middle of the picture. */
export function lensToFit(position: Vec3, target: Vec3, points: readonly Vec3[], aspect: number): number {
  const ahead = normalize(sub(target, position))
  const right = normalize(cross(ahead, [0, 1, 0]))
  const up = cross(right, ahead)
  const across = safeAspect(aspect)
  let tan = 0.02
  for (const p of points) {
    const x = p[0] - position[0]
    const y = p[1] - position[1]
    const z = p[2] - position[2]
    const depth = Math.max(0.15, x * ahead[0] + y * ahead[1] + z * ahead[2])
    const side = Math.abs(x * right[0] + y * right[1] + z * right[2])
    const rise = Math.abs(x * up[0] + y * up[1] + z * up[2])
    tan = Math.max(tan, side / depth / across / 0.94, rise / depth / 0.92)
  }
  return SENSOR_WIDTH_MM / aspect / (2 * tan)
}

/** A post: taller than eyes, and slim; how far off the middle of the picture it may stand, metres. */
const POST_M = { tall: 1.7, slim: 0.8, aside: 0.75 } as const
/** What speaks against a wide frame for a post that stands before its people. */
const POST = 0.9

/** How many posts stand between people and a camera so far from them, in the middle of the picture. */
function postsBetween({ set }: Assignment, middle: Vec3, yaw: number, far: number): number {
  const [dx, dz] = [Math.sin(yaw), Math.cos(yaw)]
  return set.placements.filter(({ position: p, size }) => {
    if (p[1] + size[1] < POST_M.tall || p[1] > POST_M.tall || Math.max(size[0], size[2]) > POST_M.slim) return false
    const [x, z] = [p[0] - middle[0], p[2] - middle[2]]
    const along = x * dx + z * dz
    return along > 0.2 && along < far && Math.abs(x * dz - z * dx) < POST_M.aside
  }).length
}

/** Several people, or one in a wide frame: all of them inside the picture, from the home side, with depth behind. */
export function frameGroup(a: Assignment, who: readonly Sitter[]): Candidate | undefined {
  const { shot, studio, side, aspect } = a
  const t = a.moments[1]!
  const wide = shot.size === 'WS' || shot.size === 'EWS'
  // Who stands still needs looking at once.
  const points = who.flatMap((s) => {
    const still = travelOf(s, a.start, a.length) < 0.05
    return (still ? [t] : a.moments).flatMap((m) => extents(s, m, shot.size, studio.set.interior))
  })
  const eyes = who.map((s) => eyesAt(s, t))
  const middle: Vec3 = [0, 1, 2].map(
    (i) => (Math.min(...points.map((p) => p[i]!)) + Math.max(...points.map((p) => p[i]!))) / 2,
  ) as unknown as Vec3
  const faces = who.length > 3 ? [] : who.map((s) => faceYawAt(s, t, a.people))
  const eyeY = eyes.reduce((s, e) => s + e[1], 0) / eyes.length
  const homeYaw = Math.atan2(side.home[0] - middle[0], side.home[2] - middle[2])
  const pairYaw = eyes.length === 2 ? Math.atan2(eyes[1]![0] - eyes[0]![0], eyes[1]![2] - eyes[0]![2]) : undefined
  const heads = FRAME_HEADS[shot.size] * (who[0]?.figure.headM ?? 0.24)
  const need = Math.max(heads, Math.max(...points.map((p) => p[1])) - Math.min(...points.map((p) => p[1])))
  const ideal = distanceFor(need, shot.lensMm, aspect) * (wide ? 1 : 1.1)
  const candidates: Candidate[] = []
  const turns = wide
    ? [26, -26, 10, -10, 42, -42, 58, -58, 75, -75, 100, -100, 130, -130, 160, -160]
    : [8, -8, 22, -22, 36, -36, 52, -52, 68, -68]
  turns.forEach((deg, i) => {
    const yaw = homeYaw + deg * DEG
    const dx = Math.sin(yaw)
    const dz = Math.cos(yaw)
    const room = studio.set.interior ? Math.max(0.4, studio.depth(middle, dx, dz) - 0.32) : 40
    const posts = wide ? postsBetween(a, middle, yaw, ideal) : 0
    for (const [j, far] of [1, 1.25, 0.8, 0.62, 0.48, 1.6].entries()) {
      const d = Math.min(ideal * far, room)
      const height = clamp(
        wide
          ? Math.max(eyeY + 0.1, 1.5) + (shot.angle === 'low' ? -0.9 : shot.angle === 'high' ? 0.8 : 0)
          : eyeY + heightOffset(shot.angle, shot.size),
        0.4,
        studio.set.interior ? studio.set.heightM - 0.25 : 60,
      )
      const position: Vec3 = [middle[0] + dx * d, height, middle[2] + dz * d]
      if (!studio.holds(position) || !studio.clearOfThings(position)) continue
      // Wide frames leave more air above than the floor needs.
      const target: Vec3 = [middle[0], wide ? middle[1] + need * 0.06 : middle[1] + 0.02, middle[2]]
      const fit = lensToFit(position, target, points, aspect)
      const lens = clamp(Math.floor(Math.min(fit, shot.lensMm * 1.5, (SENSOR_WIDTH_MM / aspect / heads) * d * 1.15)), 12, 200)
      // Faces at the edge of a very wide lens pull out of shape.
      const tight = Math.max(0, (wide ? 20 : 27) - fit) * 0.16 + Math.max(0, 13 - fit) * 2
      const along =
        pairYaw === undefined ? 0 : wide ? Math.cos(yaw - pairYaw) ** 4 * BEHIND_ONE_ANOTHER : Math.abs(Math.cos(yaw - pairYaw)) * 1.6
      const across = pairYaw === undefined ? 0 : Math.sin(homeYaw - pairYaw) * Math.sin(yaw - pairYaw) < 0 ? 10 : 0
      // Few people are looked at for their faces: whoever turns the back on the camera is half a person.
      let backs = 0
      for (let w = 0; w < faces.length; w++) {
        const e = eyes[w]!
        backs += Math.max(0, Math.abs(wrapAngle(Math.atan2(position[0] - e[0], position[2] - e[2]) - faces[w]!)) - FACE_SEEN)
      }
      const small = Math.max(0, Math.log2(ideal / Math.max(0.3, d))) * 0.5
      candidates.push({
        position,
        lensMm: lens,
        target,
        penalty:
          i * 0.07 +
          j * 0.12 +
          tight +
          along +
          across +
          small +
          posts * POST +
          backs * (wide ? WIDE_BACKS : 1.1) -
          Math.min(studio.depth(middle, -dx, -dz), 6) * 0.04 -
          (wide ? tellsPlace(studio.set, position, yaw + Math.PI, lens) * TELLS : 0),
        why: `${wide ? 'from the home side, corner to corner for depth' : 'square to the people, on the home side'}; everybody inside a 4:3 middle`,
      })
    }
  })
  return pick(a, candidates, who.slice(0, 6))
}
