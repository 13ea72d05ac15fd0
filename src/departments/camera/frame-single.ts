import { clamp, distance, type Placement, random, type Vec3, whereAt, wrapAngle } from '../../film'
import { sideOf } from './home-side'
import { hasRoom } from './moves'
import { aimAt, distanceFor, lensFor } from './optics'
import { type Assignment, type Candidate, EYE_LINE, FRAME_HEADS, pick, type Unexplained } from './picture'
import { poseOf, setUp } from './set-ups'
import { eyesAt, faceYawAt, type Sitter } from './sitter'

const DEG = Math.PI / 180
/** Steps from a scene's angle off the eyeline, degrees, best first. */
const STEPS = [0, 8, -8, 15, -15, 22, -22, -30, 45, 65]
/** Sizes that are about the face. */
const FACES: ReadonlySet<string> = new Set(['CU', 'MCU', 'ECU'])
const NEARER = [1, 0.85, 0.7, 0.57, 0.46, 0.37, 0.3]
/** A face is seen while the camera stands within this of where it points, radians. */
const FACE_SEEN = 62 * DEG

/** How far over or under the eyes the camera stands, metres. */
export const heightOffset = (angle: Assignment['shot']['angle'], size: Assignment['shot']['size']): number =>
  angle === 'low'
    ? size === 'CU' || size === 'MCU'
      ? -0.3
      : -0.7
    : angle === 'high'
      ? 0.7
      : angle === 'overhead'
        ? 1.4
        : size === 'FS' || size === 'WS'
          ? -0.25
          : size === 'MLS' || size === 'MS'
            ? -0.1
            : -0.03

/** One person, seen from beside the line to whoever they speak to, face open to the camera. */
export function frameSingle(a: Assignment, who: Sitter, partner: Sitter | undefined): Candidate | undefined {
  const { shot } = a
  const speaks = who.performance.speech.some((s) => s.t0 < a.start + a.length && s.t1 > a.start)
  const inTalk = speaks || shot.framing === 'reaction'
  // The line binds talk; at work one may be seen from wherever there is room.
  const talks = inTalk || shot.framing === 'over-shoulder'
  // Whoever speaks shows the face; whoever works may be seen from the side.
  const most = inTalk || FACES.has(shot.size) ? FACE_SEEN : 1.9
  const seen = (beside: Sitter | undefined, strict: boolean) => single(a, who, beside, { talks, most, strict })
  return setUp(
    a,
    `${poseOf(a, who)} ${partner?.key} ${talks} ${most}${shot.moveAmount === undefined ? '' : ` ${shot.move} ${shot.moveAmount} ${a.length}`}`,
    () => seen(partner, true) ?? seen(undefined, true) ?? seen(partner, false),
  )
}

/** Whether somebody lies inside a tall piece: the lower bunk. Only from the side can they be seen. */
function coversBed(b: Placement, eyes: Vec3): boolean {
  const dx = eyes[0] - b.position[0]
  const dz = eyes[2] - b.position[2]
  const x = dx * Math.cos(b.yaw) - dz * Math.sin(b.yaw)
  const z = dx * Math.sin(b.yaw) + dz * Math.cos(b.yaw)
  return (
    b.position[1] + b.size[1] > eyes[1] + 0.4 &&
    b.position[1] < eyes[1] &&
    Math.abs(x) < b.size[0] / 2 + 0.1 &&
    Math.abs(z) < b.size[2] / 2 + 0.1
  )
}

interface Bounds {
  /** The line binds. */
  readonly talks: boolean
  /** How far off the face the camera may stand, radians. */
  readonly most: number
  /** No farther than that; else it is only dear. */
  readonly strict: boolean
}

function single(a: Assignment, who: Sitter, partner: Sitter | undefined, { talks, most, strict }: Bounds): Candidate | undefined {
  const { shot, aspect, studio, side } = a
  const t = a.moments[1]!
  const eyes = eyesAt(who, t)
  const place = whereAt(who.performance.where, t)
  const face = faceYawAt(who, t, a.people)
  const other = partner && eyesAt(partner, t)
  const lying = place.stance === 'lie'
  const under = lying && a.set.placements.some((b) => coversBed(b, eyes))
  const eyeline = other ? Math.atan2(other[0] - eyes[0], other[2] - eyes[2]) : face
  // With a partner the line is theirs; alone, any side will do.
  const homeSide = other ? sideOf(eyes, other, side.home) : 0
  const heads = FRAME_HEADS[shot.size] * who.figure.headM
  const ideal = Math.max(0.9, distanceFor(heads, shot.lensMm, aspect))
  const homeYaw = Math.atan2(side.home[0] - eyes[0], side.home[2] - eyes[2])
  const candidates: (Unexplained & { readonly deg: number; readonly crosses: boolean; readonly nearer: boolean })[] = []
  // Singles and their reverses match: one angle for the scene.
  const base = random(`${shot.sceneKey}/eyeline`).int(27, 37)
  const offsets = lying ? [0, 30, 60, 90, 120, 150, 180] : STEPS.map((s) => base + s)
  offsets.forEach((deg, i) => {
    for (const sign of [1, -1] as const) {
      const yaw = (lying ? homeYaw : eyeline) + sign * deg * DEG
      const offFace = Math.abs(wrapAngle(yaw - face))
      if (!lying && offFace > (strict ? most : most + 0.5)) continue
      const dx = Math.sin(yaw)
      const dz = Math.cos(yaw)
      // A deep background, and the home side for somebody alone.
      const deep = 0.25 - Math.min(studio.depth(eyes, -dx, -dz), 5) * 0.05
      const alone = homeSide === 0 ? (1 - Math.cos(yaw - homeYaw)) * 0.35 : 0
      NEARER.forEach((near, j) => {
        const d = ideal * near
        if (d < 0.7 && j > 0) return
        const rise = under ? Math.min(0.22, d * 0.2) : lying ? d * 0.75 : heightOffset(shot.angle, shot.size)
        const level = lying && !under ? d * 0.66 : d
        const p: Vec3 = [
          eyes[0] + dx * level,
          clamp(eyes[1] + rise, 0.35, studio.set.interior ? studio.set.heightM - 0.25 : 60),
          eyes[2] + dz * level,
        ]
        if (!studio.holds(p)) return
        const crossing = homeSide !== 0 && other && sideOf(eyes, other, p) !== homeSide ? (talks ? 14 : 2.5) : 0
        // Where there is no room for so much of the body, less of it is better than a lens that stretches it.
        const lens = lensFor(heads * (FACES.has(shot.size) ? 1 : near ** 0.45), distance(p, eyes), aspect)
        candidates.push({
          position: p,
          lensMm: lens,
          target: eyes,
          penalty:
            i * 0.22 +
            j * 0.3 +
            crossing +
            deep +
            alone +
            (under ? Math.abs(Math.cos(yaw - place.yaw)) * 2 : 0) +
            Math.max(0, offFace - most) * 60 +
            Math.max(0, offFace - FACE_SEEN) * 1.2 +
            Math.max(0, 28 - lens) * 0.13,
          deg,
          crosses: crossing > 0,
          nearer: j > 1,
        })
      })
    }
  })
  const roomy = candidates.filter((c) => hasRoom(a, c, who))
  const best = pick(a, roomy.length > 0 ? roomy : candidates, [who], Math.min(0.5, ideal * 0.6))
  if (!best) return undefined
  const { position, lensMm, penalty } = best
  const line = best.crosses ? 'across the line for want of room' : 'on the home side of the line'
  const why = `${best.deg}° off the eyeline, ${line}${best.nearer ? ', nearer with a shorter lens to stay in the room' : ''}`
  return { position, lensMm, penalty, target: aim(a, position, eyes, eyeline, lensMm, lying), why }
}

/** Eyes at the upper third, more room on the side they look to. */
export function aim(a: Assignment, position: Vec3, eyes: Vec3, look: number, lensMm: number, centred = false): Vec3 {
  const { shot, aspect } = a
  const yaw = Math.atan2(eyes[0] - position[0], eyes[2] - position[2])
  // Right of the picture is −x when looking along +z.
  const toRight = -Math.sin(look - yaw)
  const most = (shot.size === 'CU' || shot.size === 'ECU' ? 0.2 : 0.26) * (Math.min(aspect, 4 / 3) / aspect) * 1.15
  const x = centred ? 0 : -clamp(toRight * 1.4, -1, 1) * most
  return aimAt(position, eyes, x, centred ? 0.1 : EYE_LINE[shot.size], lensMm, aspect)
}

/** So much higher than whom they listen to, metres, a listener is seen by the back, not by head and shoulder. */
const TOWERS_M = 0.25
/** Half of a back with its arms, metres; and how far beside it, radians, whoever speaks is seen whole. */
const BACK_M = 0.28
const BESIDE = 0.1

/** Over a listener's shoulder on whoever speaks; undefined where there is no room behind the listener. */
export function frameOver(a: Assignment, who: Sitter, over: Sitter): Candidate | undefined {
  const { shot, aspect, side } = a
  const t = a.moments[1]!
  const eyes = eyesAt(who, t)
  const near = eyesAt(over, t)
  const dx = near[0] - eyes[0]
  const dz = near[2] - eyes[2]
  const apart = Math.hypot(dx, dz)
  if (apart < 0.7 || apart > 4.5 || whereAt(over.performance.where, t).stance === 'lie') return undefined
  const ux = dx / apart
  const uz = dz / apart
  const home = sideOf(eyes, near, side.home)
  const heads = FRAME_HEADS[shot.size] * who.figure.headM
  const face = faceYawAt(who, t, a.people)
  const towers = near[1] > eyes[1] + TOWERS_M
  const candidates: Candidate[] = []
  for (const [i, back] of [0.8, 0.95, 0.7, 1.15, 0.6].entries())
    for (const [j, lateral] of [0.4, 0.48, 0.34, 0.58].entries())
      for (const sign of [home, -home as 1 | -1]) {
        // The side vector for which sideOf answers +1.
        const sx = -uz * sign
        const sz = ux * sign
        const p: Vec3 = [
          near[0] + ux * back + sx * lateral,
          Math.max(near[1], eyes[1] - 0.15) + (towers ? 0.02 : 0.08),
          near[2] + uz * back + sz * lateral,
        ]
        const d = Math.hypot(p[0] - eyes[0], p[1] - eyes[1], p[2] - eyes[2])
        const lens = clamp(lensFor(heads, d, aspect), 24, 90)
        const offFace = Math.abs(wrapAngle(Math.atan2(p[0] - eyes[0], p[2] - eyes[2]) - face))
        const yaw = Math.atan2(eyes[0] - p[0], eyes[2] - p[2])
        const nearYaw = Math.atan2(near[0] - p[0], near[2] - p[2])
        const half = Math.asin(Math.min(1, BACK_M / Math.hypot(back, lateral)))
        const hides = towers ? Math.max(0, half + BESIDE - Math.abs(wrapAngle(nearYaw - yaw))) : 0
        const nearSide = -Math.sin(nearYaw - yaw) > 0 ? 1 : -1
        candidates.push({
          position: p,
          lensMm: lens,
          // The speaker on the third away from the shoulder.
          target: aimAt(p, eyes, -nearSide * 0.22, EYE_LINE[shot.size], lens, aspect),
          penalty: i * 0.25 + j * 0.2 + (sign === home ? 0 : 14) + Math.max(0, offFace - FACE_SEEN) * 60 + hides * 30,
          why: `behind the listener's ${nearSide > 0 ? 'shoulder at the right' : 'shoulder at the left'} edge, ${sign === home ? 'on the home side of the line' : 'across the line for want of room'}`,
        })
      }
  const best = pick(a, candidates, [who], 0.42, [over])
  return best && best.penalty < 14 && a.moments.every((m) => a.studio.between(best.position, eyesAt(who, m), a.people, m, who.key) === 0)
    ? best
    : undefined
}
