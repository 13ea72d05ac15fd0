import { add, type CameraPlan, distance, mix, sub, type Vec3, whereAt, yawOf } from '../../film'
import { aim } from './frame-single'
import { keyTimes } from './key-times'
import type { Move } from './move-rig'
import { cameraAt, distanceFor, lensAt, lensFor } from './optics'
import { type Assignment, type Candidate, FRAME_HEADS, looming } from './picture'
import { eyesAt, faceYawAt, type Sitter } from './sitter'
import { tellsPlace } from './tells-place'

type Key = CameraPlan['keys'][number]
/** How much it counts outside that the place is told behind a walk. */
const TELLS = 0.5
const DEG = Math.PI / 180

/** How far somebody's head gets from where it is when the shot begins, metres. */
export function travelOf(s: Sitter, start: number, length: number): number {
  const { where } = s.performance
  const still = where.filter((w, i) => w.t0 < start + length && (where[i + 1]?.t0 ?? w.t1) > start - 0.01)
  if (still.length === 1 && still[0]!.kind === 'stay') return 0
  const from = eyesAt(s, start)
  return Math.max(...keyTimes(length).map((t) => distance(from, eyesAt(s, start + t))))
}

/** A camera that stays and turns with somebody. */
export function panKeys(a: Assignment, who: Sitter, c: Candidate): Key[] {
  return keyTimes(a.length).map((t) => {
    const s = a.start + t
    return { t, position: c.position, target: aim(a, c.position, eyesAt(who, s), faceYawAt(who, s, a.people), c.lensMm), roll: 0 }
  })
}

/** A move that was laid for somebody as they are in its middle, turned after them where they go; a key every quarter of a second. */
export function following(a: Assignment, who: Sitter, { keys, ease }: Pick<Move, 'keys' | 'ease'>): Required<Pick<Move, 'keys' | 'ease'>> {
  const camera = { keys, ease: ease ?? 'smooth', lensMm: 0 }
  const zooms = keys.some((k) => k.lensMm !== undefined)
  const from = eyesAt(who, a.moments[1]!)
  const n = Math.max(2, Math.ceil(a.length / 0.25))
  const made = Array.from({ length: n + 1 }, (_, i): Key => {
    const t = (a.length * i) / n
    const { position, target } = cameraAt(camera, t)
    const gone = sub(eyesAt(who, a.start + t), from)
    return { t, position, target: add(target, gone), roll: 0, ...(zooms ? { lensMm: lensAt(camera, t) } : {}) }
  })
  return { keys: made, ease: 'smooth' }
}

/** A camera that travels beside, before or behind somebody who moves; undefined where walls or things stand in the way. */
export function trackKeys(a: Assignment, who: Sitter): { readonly keys: Key[]; readonly lensMm: number; readonly why: string } | undefined {
  const { studio, side, shot, aspect } = a
  const times = keyTimes(a.length)
  const heads = times.map((t) => eyesAt(who, a.start + t))
  const from = heads[0]!
  const to = heads.at(-1)!
  const goes = who.performance.where.some((w) => w.kind === 'go' && w.t0 < a.start + a.length && w.t1 > a.start)
  if (!goes || distance(from, to) < 0.6) return undefined
  const going = yawOf(from, to)
  const height = FRAME_HEADS[shot.size] * who.figure.headM * (shot.size === 'FS' ? 1.05 : 1)
  const ideal = distanceFor(height, shot.lensMm, aspect)
  let best: { keys: Key[]; lensMm: number; why: string } | undefined
  let bestScore = 6e4
  const middle = heads[Math.floor(heads.length / 2)]!
  const homeYaw = Math.atan2(side.home[0] - middle[0], side.home[2] - middle[2])
  for (const [i, deg] of [38, 60, 85, 22, 140, 160].entries())
    for (const sign of [1, -1])
      for (const [j, near] of [1, 0.75, 0.55].entries()) {
        const d = Math.max(1, ideal * near)
        const yaw = going + sign * deg * DEG
        const lens = lensFor(height, d, aspect)
        let score = (i * 0.4 + (deg > 100 ? 3 : 0) + j * 0.4 + (1 - Math.cos(yaw - homeYaw)) * 0.8) * 1e4
        const keys: Key[] = []
        for (let k = 0; k < times.length; k++) {
          const e = heads[k]!
          const position: Vec3 = [e[0] + Math.sin(yaw) * d, Math.max(0.5, e[1] - 0.2), e[2] + Math.cos(yaw) * d]
          const t = a.start + times[k]!
          // A rail laid through a wall or a thing is no rail, however fine the rest of the way.
          if (!studio.holds(position) || !studio.clearOfPeople(position, a.people, t) || !clearWay(a, keys.at(-1)?.position, position))
            break
          score += studio.between(position, e, a.people, t, who.key) * 0.8e4
          if (k === times.length >> 1)
            score += Math.round(looming(a, { position, target: e, lensMm: lens, penalty: 0 }, t, [who.key]) * 0.9e4)
          if (score >= bestScore) break
          keys.push({ t: times[k]!, position, target: aim(a, position, e, going, lens), roll: 0 })
        }
        if (keys.length < times.length || score >= bestScore) continue
        bestScore = score
        best = {
          keys,
          lensMm: lens,
          why: `travels ${deg < 70 ? 'ahead of' : deg < 100 ? 'beside' : 'behind'} ${deg < 100 ? 'them, face to the camera' : 'them'}`,
        }
      }
  return best
}

/** Whether a camera can be carried in a straight line without touching a thing: looked at every 0.2 m. */
function clearWay({ studio }: Assignment, from: Vec3 | undefined, to: Vec3): boolean {
  if (!studio.clearOfThings(to)) return false
  const n = from ? Math.ceil(distance(from, to) / 0.2) : 0
  for (let i = 1; from && i < n; i++) if (!studio.clearOfThings(mix(from, to, i / n))) return false
  return true
}

/** A fixed place from which a whole walk is seen. */
export function panCandidates(a: Assignment, who: Sitter): Candidate[] {
  const { side, shot, aspect, studio } = a
  const heads = keyTimes(a.length).map((t) => eyesAt(who, a.start + t))
  const mid = heads[Math.floor(heads.length / 2)]!
  const end = heads.at(-1)!
  const reach = distance(heads[0]!, end)
  const homeYaw = Math.atan2(side.home[0] - mid[0], side.home[2] - mid[2])
  const height = FRAME_HEADS[shot.size] * who.figure.headM
  const ideal = Math.max(distanceFor(height, shot.lensMm, aspect), reach * 0.6)
  const face = whereAt(who.performance.where, a.start + a.length * 0.8).yaw
  const out: Candidate[] = []
  for (let k = 0; k < 10; k++) {
    const yaw = homeYaw + (k % 2 ? 1 : -1) * Math.ceil(k / 2) * 30 * DEG
    for (const [j, near] of [1, 0.75, 0.55, 0.4].entries()) {
      const room = studio.set.interior ? Math.max(0.5, studio.depth(mid, Math.sin(yaw), Math.cos(yaw)) - 0.3) : 60
      const d = Math.min(ideal * near, room)
      const position: Vec3 = [mid[0] + Math.sin(yaw) * d, Math.max(0.5, mid[1] - 0.15), mid[2] + Math.cos(yaw) * d]
      const nearest = Math.min(...heads.map((h) => distance(h, position)))
      out.push({
        position,
        lensMm: lensFor(height, Math.max(0.7, (nearest + d) / 2), aspect),
        target: mid,
        penalty:
          k * 0.18 +
          j * 0.25 +
          Math.max(0, 1.2 - nearest) * 4 +
          (1 - Math.cos(yaw - face)) * 1.1 -
          (studio.set.interior ? 0 : tellsPlace(studio.set, position, yaw + Math.PI, shot.lensMm) * TELLS),
        why: 'stands at the side of the way and turns along',
      })
    }
  }
  return out
}
